"""Columns of tables of ICTRP: their names where a header gives them, else their order.

The export of the search portal names its columns as its XML does, see https://trialsearch.who.int. The full export
names them otherwise or not at all, and had fewer of them in earlier years.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.loaders.ictrp_parts.days import platform_day
from kg.loaders.registry.numbers import number_of
from kg.loaders.registry.words import given

_NAME = re.compile(r"[^a-z0-9]+")
# Columns of the full export in order.
FULL = (
    *("trialid", "last_refreshed_on", "secondary_id", "public_title", "scientific_title", "web_address"),
    *("contact_firstname", "contact_lastname", "contact_address", "contact_email", "contact_tel"),
    *("contact_affiliation", "scientific_firstname", "scientific_lastname", "scientific_address", "scientific_email"),
    *("scientific_tel", "scientific_affiliation", "study_type", "study_design", "phase", "date_registration"),
    *("date_enrollement", "target_size", "recruitment_status", "primary_sponsor", "secondary_sponsor"),
    *("source_support", "countries", "condition", "intervention", "inclusion_agemin", "inclusion_agemax"),
    *("inclusion_gender", "inclusion_criteria", "exclusion_criteria", "primary_outcome", "secondary_outcome"),
    *("bridging_flag", "bridged_type", "childs", "type_enrolment", "retrospective_flag"),
    *("results_actual_enrollment", "results_url_link", "results_summary", "results_date_posted"),
    *("results_date_first_publication", "results_baseline_char", "results_participant_flow"),
    *("results_adverse_events", "results_outcome_measures", "results_url_protocol", "results_ipd_plan"),
    *("results_ipd_description", "results_date_completed", "results_yes_no", "ethics_status"),
    *("ethics_approval_date", "ethics_contact_name", "ethics_contact_address", "ethics_contact_phone"),
    "ethics_contact_email",
)
# Ages and sex came in May 2020, the number of participants in November 2018.
_AGES = {"inclusion_agemin", "inclusion_agemax", "inclusion_gender"}
_UNTIL_2020 = tuple(name for name in FULL if name not in _AGES)
_UNTIL_2018 = tuple(name for name in _UNTIL_2020 if name != "target_size")
LAYOUTS = {len(names): names for names in (FULL, _UNTIL_2020, _UNTIL_2018)}
# Columns by which a header is known, and names that differ between exports.
_KNOWN = {"public_title", "scientific_title", "source_register", "recruitment_status", "web_address", "primary_sponsor"}
_OTHER_NAMES = {
    "secondary_ids": "secondary_id",
    "secondaryids": "secondary_id",
    "date_enrolment": "date_enrollement",
    "date_enrollment": "date_enrollement",
    "secondary_sponsors": "secondary_sponsor",
    "source_name": "source_support",
    "conditions": "condition",
    "interventions": "intervention",
    "primary_outcomes": "primary_outcome",
    "secondary_outcomes": "secondary_outcome",
    "agemin": "inclusion_agemin",
    "agemax": "inclusion_agemax",
    "gender": "inclusion_gender",
    "url": "web_address",
    "trial_id": "trialid",
    # What the platform's own database writes above the day of the last refresh, which it computes.
    "no_column_name": "last_refreshed_on",
}
_CONTACT = re.compile(r"(?:public_(?=contact_)|(?<=scientific_)contact_)")


def column(written: str) -> str:
    """Name of a column as it is looked up.

    >>> column("Inclusion agemin"), column(" Secondary_IDs "), column("TrialID")
    ('inclusion_agemin', 'secondary_id', 'trialid')
    >>> column("Public_Contact_Tel"), column("Scientific_Contact_Tel"), column("(No column name)")
    ('contact_tel', 'scientific_tel', 'last_refreshed_on')
    """
    name = _CONTACT.sub("", _NAME.sub("_", written.casefold().removeprefix("\ufeff")).strip("_"))
    return _OTHER_NAMES.get(name, name)


def is_header(cells: Sequence[str]) -> bool:
    """Whether the cells of a row are names of columns of ICTRP."""
    names = {column(cell) for cell in cells[:200]}
    return "trialid" in names and bool(names & _KNOWN)


def is_full(cells: Sequence[str]) -> bool:
    """Whether the cells are a trial of the full export: its number first, then a day, and so many columns."""
    if len(cells) not in LAYOUTS:
        return False
    number, refreshed = unquoted(cells)[:2]
    return number_of(number).registry is not None and (not given(refreshed) or platform_day(refreshed) is not None)


def unquoted(cells: Sequence[str]) -> list[str]:
    """The cells without the quotes that the full export has within its cells, around what each says.

    Cells of a row are written alike, so a row is taken to be quoted by most of its cells: a title may stand in quotes.

    >>> unquoted(["NCT01234567", '"3 May 2020"', '"Of ""one"" kind"', '"NULL"', ""])
    ['NCT01234567', '3 May 2020', 'Of "one" kind', 'NULL', '']
    >>> unquoted(["NCT01234567", "3 May 2020", '"Walking"'])
    ['NCT01234567', '3 May 2020', '"Walking"']
    """
    said = [cell for cell in cells[1:] if cell]
    if 2 * sum(map(_is_quoted, said)) <= len(said):
        return list(cells)
    return [cell[1:-1].replace('""', '"') if _is_quoted(cell) else cell for cell in cells]


def _is_quoted(cell: str) -> bool:
    return len(cell) > 1 and cell[0] == cell[-1] == '"'
