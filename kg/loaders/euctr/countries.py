"""Two letters of the countries whose protocols the register holds, and their names.

As in the addresses of the register: https://www.clinicaltrialsregister.eu/ctr-search/search, "Select Country".
"""

from __future__ import annotations

_WRITTEN = {
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
    "GB": "United Kingdom|United Kingdom (GB)|UK",
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
}
CODES = {name.casefold(): code for code, names in _WRITTEN.items() for name in names.split("|")}
NAMES = {code: names.partition("|")[0] for code, names in _WRITTEN.items()}
