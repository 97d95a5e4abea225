"""Words of the older formats of ClinicalTrials.gov as the tokens of its API v2.

Old and new names: https://clinicaltrials.gov/data-api/about-api/api-migration. Words that are no value stay as they
are, so that whoever turns tokens into records sees them and says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial

from kg.extract.tokens import token_of

_NOT_LETTER = re.compile(r"[^A-Z0-9]+")
# Kinds of number and classes of sponsor whose words do not become their token by writing them in capitals.
_ID_TYPES = {
    "OTHER_GRANT_FUNDING_NUMBER": "OTHER_GRANT",
    "REGISTRY_IDENTIFIER": "REGISTRY",
    "OTHER_IDENTIFIER": "OTHER",
    "EU_TRIAL_CTIS_NUMBER": "CTIS",
}
_SPONSOR_CLASSES = {"U_S_FED": "FED", "OTHER_GOV": "OTHER_GOV", "INDIVIDUAL": "INDIV", "AMBIGUOUS": "AMBIG"}
_REFERENCES = {"RESULTS": "RESULT", "REFERENCE": "BACKGROUND", "RESULTS_REFERENCE": "RESULT"}


@lru_cache(maxsize=4096)
def token(enumeration: str, words: str) -> str:
    """The token of an enumeration of the model that words stand for; the words themselves where they stand for none.

    :param enumeration: such as ``OverallStatus``, ``ArmType``, ``InterventionType`` or ``DateType``.

    >>> token("ArmType", "Active Comparator"), token("OverallStatus", "Lost")
    ('ACTIVE_COMPARATOR', 'Lost')
    """
    if enumeration == "DateType" and words.strip().casefold() == "estimate":
        return "ESTIMATED"
    return token_of(enumeration, words) or words


def of(enumeration: str) -> Callable[[str], str]:
    """:func:`token` of one enumeration."""
    return partial(token, enumeration)


@lru_cache(maxsize=256)
def phases(words: str) -> tuple[str, ...]:
    """The phases that words such as ``Phase 1/Phase 2`` name; ``N/A`` is one, no words are none.

    >>> phases("Phase 1/Phase 2"), phases("Early Phase 1"), phases("N/A"), phases("Phase 0")
    (('PHASE1', 'PHASE2'), ('EARLY_PHASE1',), ('NA',), ('EARLY_PHASE1',))
    """
    if words.strip().upper() in ("N/A", "NA", "NOT APPLICABLE"):
        return ("NA",)
    parts = [plain(part) for part in words.split("/") if part.strip()]
    return tuple("EARLY_PHASE1" if part == "PHASE_0" else part.replace("PHASE_", "PHASE") for part in parts)


def plain(words: str) -> str:
    """Words in capitals, with one underscore for what is neither letter nor digit; most tokens are made so.

    >>> plain("Other Identifier"), plain("EudraCT Number"), plain("Least Squares Mean")
    ('OTHER_IDENTIFIER', 'EUDRACT_NUMBER', 'LEAST_SQUARES_MEAN')
    """
    return _NOT_LETTER.sub("_", words.upper()).strip("_")


def sponsor_class(words: str) -> str:
    """The class of a sponsor.

    >>> sponsor_class("U.S. Fed"), sponsor_class("Industry")
    ('FED', 'INDUSTRY')
    """
    return _SPONSOR_CLASSES.get(plain(words), plain(words))


def id_type(words: str) -> str:
    """The kind of a further number of a trial.

    >>> id_type("U.S. NIH Grant/Contract"), id_type("Registry Identifier"), id_type("EudraCT Number")
    ('NIH', 'REGISTRY', 'EUDRACT_NUMBER')
    """
    kind = plain(words)
    return _ID_TYPES.get(kind, kind.removeprefix("U_S_").removesuffix("_GRANT_CONTRACT"))


def reference_type(words: str) -> str:
    """What a reference is to its study: BACKGROUND, RESULT or DERIVED."""
    return _REFERENCES.get(plain(words), plain(words))


def notice(words: str) -> str:
    """What the U.S. FDA gave notice of.

    >>> notice("Violation Identified by FDA"), notice("Issues in letter addressed; confirmed by FDA.")
    ('VIOLATION_IDENTIFIED', 'ISSUES_IN_LETTER_ADDRESSED_CONFIRMED')
    """
    return plain(words).removesuffix("_BY_FDA")


def yes(words: str | None) -> bool | None:
    """Truth of ``Yes`` and ``No``, in the older names also ``Accepts Healthy Volunteers``; None for other words."""
    found = (words or "").strip().casefold()
    if found in ("yes", "y", "true", "accepts healthy volunteers"):
        return True
    return False if found in ("no", "n", "false") else None


def info_type(words: str) -> str:
    """What is shared with data of participants.

    >>> info_type("Statistical Analysis Plan (SAP)"), info_type("Study Protocol")
    ('SAP', 'STUDY_PROTOCOL')
    """
    short = words.rstrip(") ").rpartition("(")[2]
    return short if short in ("SAP", "ICF", "CSR") else plain(words)


def sides(words: str) -> str:
    """How many sides an interval has: ``2-Sided`` is TWO_SIDED."""
    return {"1": "ONE_SIDED", "2": "TWO_SIDED"}.get(words.strip()[:1], words)


def day(words: str) -> str:
    """A day as the older formats print the time of an upload, month first, as ``YYYY-MM-DD``.

    >>> day("10/27/2022 10:03"), day("2022-10-27")
    ('2022-10-27', '2022-10-27')
    """
    parts = words.split(" ")[0].split("/")
    return f"{parts[2]}-{parts[0]:0>2}-{parts[1]:0>2}" if len(parts) == 3 else words
