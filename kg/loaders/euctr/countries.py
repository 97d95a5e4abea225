"""Two letters of the countries whose protocols the register holds, for protocols whose address is not given.

As in the addresses of the register: https://www.clinicaltrialsregister.eu/ctr-search/search, "Select Country".
"""

from __future__ import annotations

CODES = {
    name.casefold(): code
    for code, names in {
        "AT": "Austria",
        "BE": "Belgium",
        "BG": "Bulgaria",
        "CY": "Cyprus",
        "CZ": "Czech Republic|Czechia",
        "DE": "Germany",
        "DK": "Denmark",
        "EE": "Estonia",
        "ES": "Spain",
        "FI": "Finland",
        "FR": "France",
        "GB": "United Kingdom (GB)|United Kingdom|UK",
        "GR": "Greece",
        "HR": "Croatia",
        "HU": "Hungary",
        "IE": "Ireland",
        "IS": "Iceland",
        "IT": "Italy",
        "LI": "Liechtenstein",
        "LT": "Lithuania",
        "LU": "Luxembourg",
        "LV": "Latvia",
        "MT": "Malta",
        "NL": "Netherlands",
        "NO": "Norway",
        "PL": "Poland",
        "PT": "Portugal",
        "RO": "Romania",
        "SE": "Sweden",
        "SI": "Slovenia|Slovenia (SI)",
        "SK": "Slovakia|Slovak Republic",
    }.items()
    for name in names.split("|")
}
