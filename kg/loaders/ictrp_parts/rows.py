"""Tables of ICTRP to their rows: cut at line ends outside quotes, as the file is read.

Syntax: https://www.rfc-editor.org/rfc/rfc4180. Columns: the export of the search portal names them as its XML does, see
https://trialsearch.who.int; the full export has no header, its order is :data:`FULL`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import IO

from kg.document import Document
from kg.loaders.registry.numbers import number_of
from kg.loaders.registry.words import day
from kg.loaders.splitting.numbering import Numbering
from kg.loaders.splitting.window import Window

_FIELD = rb'(?:"(?:[^"]++|"")*+"[^,\r\n]*+|[^",\r\n][^,\r\n]*+|)'
_RECORD = re.compile(rb"%b(?:,%b)*+" % (_FIELD, _FIELD))
_CELL_END = re.compile(rb"[,\r\n]")
_ENDS, _QUOTE = b"\r\n", ord('"')
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
# Columns by which a header is known, and names that differ between exports.
_KNOWN = {"public_title", "scientific_title", "source_register", "recruitment_status", "web_address", "primary_sponsor"}
_OTHER_NAMES = {
    "secondary_ids": "secondary_id",
    "secondaryids": "secondary_id",
    "date_enrolment": "date_enrollement",
    "date_enrollment": "date_enrollement",
    "secondary_sponsors": "secondary_sponsor",
    "conditions": "condition",
    "interventions": "intervention",
    "url": "web_address",
    "trial_id": "trialid",
}


def column(written: str) -> str:
    """Name of a column as it is looked up.

    >>> column("Inclusion agemin"), column(" Secondary_IDs "), column("TrialID")
    ('inclusion_agemin', 'secondary_id', 'trialid')
    """
    name = _NAME.sub("_", written.casefold().removeprefix("\ufeff")).strip("_")
    return _OTHER_NAMES.get(name, name)


def is_header(cells: list[str]) -> bool:
    """Whether the cells of a row are names of columns of ICTRP."""
    names = {column(cell) for cell in cells[:200]}
    return "trialid" in names and bool(names & _KNOWN)


def is_full(cells: list[str]) -> bool:
    """Whether the cells are a trial of the full export: its number first, then a day, and so many columns."""
    return (
        len(cells) == len(FULL)
        and number_of(cells[0]).registry is not None
        and (not cells[1].strip() or day(cells[1]) is not None)
    )


def first_row(head: bytes) -> list[str]:
    """Cells of the first row; none where it does not end in the bytes or is no text."""
    found = _RECORD.match(head)
    if not found or head[found.end() : found.end() + 1] not in (b"\r", b"\n", b""):
        return []
    try:
        return next(csv.reader([found[0].decode("utf-8-sig")]), [])
    except (UnicodeDecodeError, csv.Error):
        return []


def table_rows(uri: str, file: IO[bytes], *, header: bool) -> Iterator[Document]:
    """The rows of a table as they are read, each below the header of the table if it has one.

    :param header: whether the first row names the columns; it is no row of its own then.
    :raises Unreadable: after the last row that could be given, for rows longer than any record and for a file that
        ends within quotes.
    """
    window, numbering = Window(file), Numbering(uri)
    names: bytes | None = None
    for start, end in _records(window, numbering):
        body = window.take(start, end)
        if body is None:
            numbering.too_long(numbering.following(), start)
        elif not body.strip(b"\xef\xbb\xbf, \t"):
            continue
        elif header and names is None:
            names = body + b"\n"
        else:
            yield Document(numbering.following(), (names or b"") + body, start)
    if window.damage:
        numbering.refuse(window.damage)
    numbering.finish()


def _records(window: Window, numbering: Numbering) -> Iterator[tuple[int, int]]:
    """Places in the file of the beginning and the end of every row; the row is held while it is given."""
    while not window.ended or window.more():
        window.hold()
        whole = _RECORD.match(window.buffer, window.at)
        end = whole.end() if whole else window.at
        if end < len(window.buffer) - 1 and window.buffer[end] in _ENDS:
            window.at = end
        elif not _pass_row(window):
            if not window.damage:
                numbering.cut_short(numbering.following(), window.since)
            return
        place = window.offset
        _pass_line_end(window)
        yield window.since, place


def _pass_row(window: Window) -> bool:
    """Pass a row cell by cell, reading on where it does not end in the window; False where a quote is not closed."""
    while True:
        if window.ended and not window.more():
            return True
        if window.buffer[window.at] == _QUOTE:
            window.at += 1
            if not _pass_quoted(window):
                return False
        while not (found := _CELL_END.search(window.buffer, window.at)):
            window.at = len(window.buffer)
            if not window.more():
                return True
        window.at = found.start()
        if window.buffer[window.at] in _ENDS:
            return True
        window.at += 1


def _pass_quoted(window: Window) -> bool:
    """Pass what stands in quotes, from behind the first; two quotes are one of its letters."""
    while True:
        at = window.buffer.find(b'"', window.at)
        window.at = at + 1 if at >= 0 else len(window.buffer)
        if window.ended and not window.more():
            return at >= 0
        if at >= 0:
            if window.buffer[window.at] != _QUOTE:
                return True
            window.at += 1


def _pass_line_end(window: Window) -> None:
    """Pass the end of a line; a carriage return before the end of the window may be half of one."""
    for byte in _ENDS:
        if window.ended and not window.more():
            return
        if window.buffer[window.at] == byte:
            window.at += 1
