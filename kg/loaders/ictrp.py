"""Exports of the WHO's International Clinical Trials Registry Platform: XML and CSV.

Platform: https://trialsearch.who.int and https://www.who.int/tools/clinical-trials-registry-platform. What it exports
was told by other registries, so the record is the platform's and the trial is that of the registry.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import IO

from kg.document import Document, Format, Reading
from kg.errors import DocumentError, Unreadable
from kg.extract.xml_tree import root
from kg.loaders.ictrp_parts.columns import FULL, LAYOUTS, column, is_full, is_header, unquoted
from kg.loaders.ictrp_parts.days import platform_day
from kg.loaders.ictrp_parts.row import Row
from kg.loaders.ictrp_parts.rows import first_row, table_rows
from kg.loaders.ictrp_parts.trial import trial_parts, trial_slots
from kg.loaders.registry.draft import Draft
from kg.loaders.registry.numbers import number_of
from kg.loaders.registry.opening import opening
from kg.loaders.registry.words import given
from kg.loaders.splitting.xml_records import xml_records

REGISTRY = "ICTRP"
_XML = re.compile(
    rb"<Trials_downloaded_from_ICTRP[\s>]|<Trial>\s*<(?:Export_date|Internal_Number|TrialID|Last_Refreshed_on)[\s/>]"
)
_BLANK = b"\xef\xbb\xbf \t\r\n"
_LONGEST_NUMBER = 100


def detect(head: bytes) -> bool:
    """Whether the first bytes are XML of the platform, or a table with its columns or a trial of its full export."""
    head = head.lstrip(_BLANK)
    if head[:1] == b"<":
        return bool(_XML.search(head))
    cells = first_row(head)
    return is_header(cells) or is_full(cells)


def split(uri: str, file: IO[bytes]) -> Iterator[Document]:
    """The trials of an export."""
    head, rest = opening(file)
    if head[:1] == b"<":
        return xml_records(uri, rest, b"Trial")
    return table_rows(uri, rest, header=is_header(first_row(head)))


def read(document: Document, contacts: bool) -> Reading:
    """One trial to records.

    :raises Unreadable: for what is neither such XML nor such a table.
    :raises DocumentError: for a trial without its number.
    """
    is_xml = document.body.lstrip(_BLANK)[:1] == b"<"
    cells = _elements(document) if is_xml else _cells(document)
    written = " ".join((cells.get("trialid") or "").split())
    if not given(written) or len(written) > _LONGEST_NUMBER:
        found = f"wanted the number of a registry in TrialID, found {written[:40]!r}"
        raise DocumentError(document.uri, "trial without a registry number", found)
    number = number_of(written)
    row = Row(cells, number)
    draft = Draft("ictrp", written, number.value, contacts=contacts)
    trial_parts(draft, row)
    refreshed = platform_day(row.get("last_refreshed_on"))
    record = {
        "source_registry": REGISTRY,
        "source_statement": draft.text(row.get("source_register")),
        "format": FORMAT.name,
        "first_posted": platform_day(row.get("date_registration3")) or platform_day(row.get("date_registration")),
        "results_first_posted": platform_day(row.get("results_date_posted")),
        "last_update_posted": refreshed,
    }
    return draft.finished(document, trial_slots(draft, row), record, refreshed or "")


def _elements(document: Document) -> dict[str, str]:
    top = root(document.uri, document.body)
    if top.tag != "Trial":
        raise Unreadable(document.uri, "not an ICTRP trial", f"wanted the element Trial, found {str(top.tag)[:40]!r}")
    return {column(str(child.tag)): "".join(map(str, child.itertext())) for child in top}


def _cells(document: Document) -> dict[str, str]:
    """Cells of a row by the names that stand above it, or by the order of the full export."""
    try:
        rows = list(csv.reader(io.StringIO(document.text(contacts=True), newline="")))
    except csv.Error as error:
        raise Unreadable(document.uri, "not a table", f"wanted a row of cells, found {error}") from error
    if len(rows) > 1 and is_header(rows[0]):
        return dict(zip(map(column, rows[0]), unquoted(rows[1]), strict=False))
    if rows and len(rows[0]) in LAYOUTS:
        return dict(zip(LAYOUTS[len(rows[0])], unquoted(rows[0]), strict=True))
    wanted = f"wanted columns with their names or the {len(FULL)} of the full export"
    raise Unreadable(document.uri, "not an ICTRP row", f"{wanted}, found {len(rows[0]) if rows else 0}")


FORMAT = Format("ictrp", "WHO ICTRP export (XML or CSV)", 5, detect, split, read)
