"""What each field of a MEDLINE record says: the slot of the model that it belongs in, and how its words are read."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.extract.dates import date_of, time_of

Reader = Callable[[str], str | int | None]


def _as_is(words: str) -> str:
    return words


def _matching(pattern: str) -> Reader:
    return lambda words: words if re.fullmatch(pattern, words) else None


def _number(words: str) -> int | None:
    return int(words) if re.fullmatch(r"[0-9]{1,9}", words) else None


def _moment(words: str) -> str | None:
    """A day with its time; midnight where none is printed, as in old records, and as XML has it."""
    day = time_of(words) or date_of(words)
    return f"{day}T00:00:00" if day and len(day) == 10 else time_of(words)


_LANGUAGE = _matching("[a-z]{3}")
# Of each field that says one thing its slot and how its words are read; words that cannot be read become a note.
OF_RECORD: dict[str, tuple[str, Reader]] = {
    "OWN": ("record_owner", _as_is),
    "STAT": ("record_status", _as_is),
    "SB": ("subset", _as_is),
    "LR": ("last_revised", date_of),
    "DA": ("date_created", date_of),
    "DCOM": ("date_completed", date_of),
    "CRDT": ("entrez_created", _moment),
    "EDAT": ("entrez_date", _moment),
    "MHDA": ("mhda", _moment),
}
OF_ARTICLE: dict[str, tuple[str, Reader]] = {
    "PMC": ("pmc_id", _matching(r"PMC[0-9]+(\.[0-9]+)?")),
    "TI": ("title", _as_is),
    "TT": ("vernacular_title", _as_is),
    "BTI": ("book_title", _as_is),
    "CTI": ("collection_title", _as_is),
    "VTI": ("volume_title", _as_is),
    "EN": ("edition", _as_is),
    "CP": ("location_label", _as_is),
    "ISBN": ("isbn", _as_is),
    "CI": ("abstract_copyright", _as_is),
    "PB": ("publisher_name", _as_is),
    "DEP": ("electronic_date", date_of),
    "PST": ("publication_status", _as_is),
    "PT": ("publication_type", _as_is),
    "LA": ("language", lambda words: _LANGUAGE(words.lower())),
    "VI": ("volume", _as_is),
    "IP": ("issue", _as_is),
    "SO": ("citation", _as_is),
    "RF": ("reference_count", _number),
    "OTO": ("keyword_owner", _as_is),
    "GS": ("gene_symbol", _as_is),
    "SFM": ("space_flight_mission", _as_is),
    "GN": ("general_note", _as_is),
    "COIS": ("competing_interest_text", _as_is),
    "COI": ("competing_interest_text", _as_is),
}
OF_JOURNAL: dict[str, tuple[str, Reader]] = {
    "JT": ("label", _as_is),
    "TA": ("medline_abbreviation", _as_is),
    "JID": ("nlm_id", _as_is),
    "PL": ("place_of_publication", _as_is),
}
ISSN_FORM = re.compile(r"[0-9]{4}-[0-9]{3}[0-9X]")
ISSN = {"Print": "issn_print", "Electronic": "issn_electronic", "Linking": "issn_linking"}
CORRECTIONS = {
    "CIN": "COMMENT_IN",
    "CON": "COMMENT_ON",
    "CRI": "CORRECTED_AND_REPUBLISHED_IN",
    "CRF": "CORRECTED_AND_REPUBLISHED_FROM",
    # PubMed finds these two with hasassociateddataset and hasassociatedpublication, the kinds of its XML.
    "DDIN": "ASSOCIATED_DATASET",
    "DRIN": "ASSOCIATED_PUBLICATION",
    "ECI": "EXPRESSION_OF_CONCERN_IN",
    "ECF": "EXPRESSION_OF_CONCERN_FOR",
    "EIN": "ERRATUM_IN",
    "EFR": "ERRATUM_FOR",
    "ORI": "ORIGINAL_REPORT_IN",
    "PRIN": "PARTIAL_RETRACTION_IN",
    "PROF": "PARTIAL_RETRACTION_OF",
    "RIN": "RETRACTION_IN",
    "ROF": "RETRACTION_OF",
    "RPI": "REPUBLISHED_IN",
    "RPF": "REPUBLISHED_FROM",
    "RRI": "RETRACTED_AND_REPUBLISHED_IN",
    "RRF": "RETRACTED_AND_REPUBLISHED_FROM",
    "SPIN": "SUMMARY_FOR_PATIENTS_IN",
    "UIN": "UPDATE_IN",
    "UOF": "UPDATE_OF",
}
# Dates with a field of their own, by the names that PubMed gives the fields.
EVENTS = {"PMCR": "pmc-release", "CTDT": "contribution date", "DRDT": "date revised"}
# A full stop at the end belongs to the sentence. The parts of the prefix are few, so that long rows of them, with no
# stroke behind, are not read again from each.
DOI = re.compile(r"10\.\d{4,9}(?:\.\d{1,9}){0,9}/\S*[^\s.]", re.ASCII)
_PAIRS = {")": "(", "]": "[", ">": "<", "}": "{"}
_BEFORE_DOI = re.compile(r"(?:https?://)?(?:dx\.)?doi\.org/|doi: ?", re.IGNORECASE)
# Among numbers of other organisations, perhaps with the day from which the article is free.
PMC_OF_NLM = re.compile(r"PMC[0-9]+(?= \[|\Z)")


def doi_of(text: str) -> tuple[int, int] | None:
    """Where in an identifier its DOI stands: behind an address, and before a full stop; None for what is none.

    >>> doi_of("https://doi.org/10.1000/Lark.7."), doi_of("10.1000/a b")
    ((16, 30), None)
    """
    before = _BEFORE_DOI.match(text)
    start, end = before.end() if before else 0, len(text.rstrip(" .,;"))
    return (start, end) if DOI.fullmatch(text, start, end) else None


def doi_among(text: str) -> tuple[int, int] | None:
    """Where in a citation its DOI stands, without what belongs to the sentence; None for a citation without one.

    >>> text = "Larks. (doi: 10.1000/song(7)); discussion 12."
    >>> text[slice(*doi_among(text))]
    '10.1000/song(7)'
    """
    found = DOI.search(text) if "10." in text else None
    if not found:
        return None
    start, end = found.span()
    unpaired = {close: text.count(close, start, end) - text.count(first, start, end) for close, first in _PAIRS.items()}
    while text[end - 1] in ".,;:" or unpaired.get(text[end - 1], 0) > 0:
        end -= 1
        if text[end] in unpaired:
            unpaired[text[end]] -= 1
    return (start, end) if DOI.fullmatch(text, start, end) else None


# PubMed prints numbers of articles as pages; a number of five digits that is no range is seldom a page.
ARTICLE_NUMBER = re.compile(r"e\d[\w.]*|[A-Z]{3,}\d+|\d{5,}", re.ASCII | re.IGNORECASE)
# What NLM prints where a title has not been put into English.
NO_TITLE = "[Not Available]."
