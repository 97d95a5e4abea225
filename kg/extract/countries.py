"""Names of countries and territories, to tell them from the states and cities that pages print in the same place.

English names of Unicode CLDR 47 (territories with a two-letter code), every spelling in 2,300 records of
ClinicalTrials.gov, and a few short and older forms.
"""

from __future__ import annotations

COUNTRIES = frozenset(
    (
        "Afghanistan|Albania|Algeria|American Samoa|Andorra|Angola|Anguilla|Antigua & Barbuda|Antigua and Barbuda|"
        "Argentina|Armenia|Aruba|Australia|Austria|Azerbaijan|Bahamas|Bahrain|Bangladesh|Barbados|Belarus|Belgium|"
        "Belize|Benin|Bermuda|Bhutan|Bolivia|Bosnia & Herzegovina|Bosnia and Herzegovina|Botswana|Brazil|"
        "British Virgin Islands|Brunei|Brunei Darussalam|Bulgaria|Burkina Faso|Burundi|Cambodia|Cameroon|Canada|"
        "Cape Verde|Caribbean Netherlands|Cayman Islands|Central African Republic|Chad|Chile|China|Christmas Island|"
        "Cocos (Keeling) Islands|Colombia|Comoros|Congo - Brazzaville|Congo - Kinshasa|Cook Islands|Costa Rica|"
        "Croatia|Cuba|Curaçao|Cyprus|Czech Republic|Czechia|Côte d'Ivoire|Denmark|Djibouti|Dominica|"
        "Dominican Republic|Ecuador|Egypt|El Salvador|Equatorial Guinea|Eritrea|Estonia|Eswatini|Ethiopia|"
        "Falkland Islands|Faroe Islands|Fiji|Finland|Former Serbia and Montenegro|France|French Guiana|"
        "French Polynesia|Gabon|Gambia|Georgia|Germany|Ghana|Gibraltar|Greece|Greenland|Grenada|Guadeloupe|Guam|"
        "Guatemala|Guernsey|Guinea|Guinea-Bissau|Guyana|Haiti|Honduras|Hong Kong|Hong Kong SAR China|Hungary|Iceland|"
        "India|Indonesia|Iran|Iran, Islamic Republic of|Iraq|Ireland|Isle of Man|Israel|Italy|Jamaica|Japan|Jersey|"
        "Jordan|Kazakhstan|Kenya|Kiribati|Korea|Korea, Republic of|Kosovo|Kuwait|Kyrgyzstan|"
        "Lao People's Democratic Republic|Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania|"
        "Luxembourg|Macao SAR China|Macau|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|Marshall Islands|Martinique|"
        "Mauritania|Mauritius|Mayotte|Mexico|Micronesia|Moldova|Moldova, Republic of|Monaco|Mongolia|Montenegro|"
        "Montserrat|Morocco|Mozambique|Myanmar (Burma)|Namibia|Nauru|Nepal|Netherlands|New Caledonia|New Zealand|"
        "Nicaragua|Niger|Nigeria|Niue|Norfolk Island|North Korea|North Macedonia|Northern Mariana Islands|Norway|"
        "Oman|Pakistan|Palau|Palestinian Territories|Panama|Papua New Guinea|Paraguay|Peru|Philippines|"
        "Pitcairn Islands|Poland|Portugal|Puerto Rico|Qatar|Romania|Russia|Russian Federation|Rwanda|Réunion|"
        "Saint Barthélemy|Saint Helena|Saint Kitts & Nevis|Saint Lucia|Saint Martin|Saint Pierre & Miquelon|"
        "Saint Vincent & Grenadines|Samoa|San Marino|Saudi Arabia|Senegal|Serbia|Seychelles|Sierra Leone|Singapore|"
        "Sint Maarten|Slovakia|Slovenia|Solomon Islands|Somalia|South Africa|South Korea|South Sudan|Spain|Sri Lanka|"
        "St. Barthélemy|St. Helena|St. Kitts & Nevis|St. Kitts and Nevis|St. Lucia|St. Martin|St. Pierre & Miquelon|"
        "St. Pierre and Miquelon|St. Vincent & Grenadines|St. Vincent and Grenadines|Sudan|Suriname|"
        "Svalbard & Jan Mayen|Svalbard and Jan Mayen|Sweden|Switzerland|Syria|Syrian Arab Republic|"
        "São Tomé & Príncipe|São Tomé and Príncipe|Taiwan|Tajikistan|Tanzania|Thailand|Timor-Leste|Togo|Tokelau|"
        "Tonga|Trinidad & Tobago|Trinidad and Tobago|Tunisia|Turkey|Turkey (Türkiye)|Turkmenistan|"
        "Turks & Caicos Islands|Turks and Caicos Islands|Tuvalu|Türkiye|U.S. Virgin Islands|UK|USA|Uganda|Ukraine|"
        "United Arab Emirates|United Kingdom|United States|Uruguay|Uzbekistan|Vanuatu|Vatican City|Venezuela|"
        "Viet Nam|Vietnam|Wallis & Futuna|Wallis and Futuna|Western Sahara|Yemen|Zambia|Zimbabwe|Åland Islands"
    )
    .casefold()
    .split("|")
)


def is_country(written: str) -> bool:
    """Whether some words are nothing but the name of a country.

    >>> is_country("China"), is_country("Fujian"), is_country("Korea, Republic of")
    (True, False, True)
    """
    return " ".join(written.split()).casefold() in COUNTRIES
