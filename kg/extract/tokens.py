"""Words of registry pages as the tokens of the model's enumerations."""

from __future__ import annotations

import re

from kg.model.enums import ENUMS

_NOT_LETTER = re.compile(r"[^A-Z0-9]+")
# Registry words that do not become their token by writing them in capitals. Spellings and phrases:
# https://clinicaltrials.gov/policy/protocol-definitions
_OTHER_WORDS = {
    ("OverallStatus", "UNKNOWN_STATUS"): "UNKNOWN",
    ("OverallStatus", "ACTIVE"): "ACTIVE_NOT_RECRUITING",
    ("PrimaryPurpose", "EDUCATIONAL_COUNSELING_TRAINING"): "ECT",
    ("Allocation", "NON_RANDOMISED"): "NON_RANDOMIZED",
    ("Allocation", "RANDOMISED"): "RANDOMIZED",
    ("Allocation", "N_A"): "NA",
    ("Allocation", "NOT_APPLICABLE"): "NA",
    ("Phase", "N_A"): "NA",
    ("Phase", "NOT_APPLICABLE"): "NA",
    ("InterventionModel", "CROSS_OVER"): "CROSSOVER",
    ("Masking", "OPEN_LABEL"): "NONE",
    ("Masking", "OPEN"): "NONE",
    ("MaskedParty", "SUBJECT"): "PARTICIPANT",
    ("MaskedParty", "CAREGIVER"): "CARE_PROVIDER",
    ("ObservationalModel", "CASE_CONTROLS"): "CASE_CONTROL",
    ("InterventionType", "BEHAVIOURAL"): "BEHAVIORAL",
    ("Sex", "BOTH"): "ALL",
    ("DateType", "ANTICIPATED"): "ESTIMATED",
}
_SUFFIXES = ("_ASSIGNMENT", "_STUDY", "_BLIND")


def token_of(enumeration: str, written: str) -> str | None:
    """The token that registry words stand for; what they add in parentheses or brackets is left out.

    :param enumeration: name of an enumeration of the model.
    :returns: None for words that are no value of it.

    >>> token_of("OverallStatus", "Active, not recruiting"), token_of("Masking", "None (Open Label)")
    ('ACTIVE_NOT_RECRUITING', 'NONE')
    >>> token_of("InterventionModel", "Single Group Assignment"), token_of("Allocation", "N/A")
    ('SINGLE_GROUP', 'NA')
    """
    plain = re.sub(r"[(\[].*", "", written) or written
    key = _NOT_LETTER.sub("_", plain.upper()).strip("_")
    for suffix in ("", *_SUFFIXES):
        form = key.removesuffix(suffix) if suffix else key
        form = _OTHER_WORDS.get((enumeration, form), form)
        if form in ENUMS[enumeration]:
            return form
    return None


def yes_or_no(written: str) -> bool | None:
    """True for yes, False for no, None for other words.

    >>> yes_or_no("YES"), yes_or_no("No"), yes_or_no("Undecided")
    (True, False, None)
    """
    return {"yes": True, "no": False, "true": True, "false": False}.get(written.strip(" .").casefold())
