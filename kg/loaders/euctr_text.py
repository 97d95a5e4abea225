"""Protocols of the EU Clinical Trials Register: the text of its downloads "Full Trial Details" and "Summary".

Register: https://www.clinicaltrialsregister.eu/ctr-search/rest/download/full. A file holds the protocols of every
member state one after the other; those of one EudraCT number are records of one trial. A summary has a paragraph for
each trial, a record of its own beside those of the member states. JSON that another tool made from
such a file is recognised and rejected: it lacks letters with accents and signs such as ``>=`` and ``(``, so its words
are not those of the register, and criteria in it say the opposite of what was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from kg.document import Document, Format, Reading
from kg.errors import DocumentError, Unreadable
from kg.loaders.euctr.countries import CODES
from kg.loaders.euctr.fields import fields
from kg.loaders.euctr.protocols import protocols
from kg.loaders.euctr.summary import is_summary, labelled, summary_parts, summary_slots
from kg.loaders.euctr.trial import ENTERED, HANDLED, Protocol, member_state, trial_parts, trial_slots
from kg.loaders.registry.draft import Draft
from kg.loaders.registry.opening import opening
from kg.loaders.registry.words import day, latest
from kg.loaders.splitting.json_records import json_records

REGISTRY = "EU Clinical Trials Register"
_NUMBER = re.compile(r"20\d\d-0\d{5}-\d\d")
_LINK = re.compile(r"/trial/20\d\d-\d{6}-\d\d/(?P<country>[A-Z]{2}|3rd)\b")
_TEXT = re.compile(rb"^(?:EudraCT Number: *20\d\d-\d{6}-\d\d|A\.1 Member State Concerned:)", re.MULTILINE)
_BLANK = b"\xef\xbb\xbf \t\r\n"


def detect(head: bytes) -> bool:
    """Whether the first bytes are the text of a download, or JSON that was made from one."""
    head = head.lstrip(_BLANK)
    if head[:1] in (b"{", b"["):
        return b'"a2_eudract_number"' in head
    return head[:1] != b"<" and bool(_TEXT.search(head))


def split(uri: str, file: IO[bytes]) -> Iterator[Document]:
    """The protocols of a file."""
    head, rest = opening(file)
    return json_records(uri, rest) if head[:1] in (b"{", b"[") else protocols(uri, rest)


def read(document: Document, contacts: bool) -> Reading:
    """One protocol, or one paragraph of a summary, to records.

    :raises Unreadable: for what has no field of a protocol, and for JSON that another tool made.
    :raises DocumentError: for a protocol without its number or its country, and for bytes that are no UTF-8.
    """
    if document.body.lstrip(_BLANK)[:1] in (b"{", b"["):
        wanted = "wanted the register's own text, found JSON made from it, without its accents and signs such as >="
        raise Unreadable(document.uri, "conversion of another tool", wanted)
    text = document.text(contacts=True)
    if is_summary(text):
        return _summary(document, labelled(text), contacts=contacts)
    protocol = Protocol(fields(text))
    if not protocol.fields:
        raise Unreadable(document.uri, "not a EudraCT protocol", "wanted fields such as A.2 EudraCT number, found none")
    number = _number(document, protocol.get("A.2") or protocol.get("EudraCT Number"))
    draft = Draft("euctr", f"{number}-{_country(document, protocol)}", number, contacts=contacts)
    trial_parts(draft, protocol, number)
    record = {
        "source_registry": REGISTRY,
        "format": FORMAT.name,
        "first_submitted": day(protocol.get(ENTERED)),
    }
    # The register tells no day of its last update; of two copies the newer one knows of a later event.
    version = latest(*(day(protocol.get(key)) for key in HANDLED))
    return draft.finished(document, trial_slots(draft, protocol), record, version)


def _summary(document: Document, values: dict[str, str], *, contacts: bool) -> Reading:
    """A paragraph of a summary to records; it tells no day on which it was written or changed."""
    number = _number(document, values.get("EudraCT Number"))
    draft = Draft("euctr", number, number, contacts=contacts)
    summary_parts(draft, values, number)
    record = {"source_registry": REGISTRY, "format": FORMAT.name}
    return draft.finished(document, summary_slots(draft, values), record, "")


def _number(document: Document, told: str | None) -> str:
    written = (told or "").strip()
    if not _NUMBER.fullmatch(written):
        found = f"wanted a number such as 2013-000000-00 in A.2, found {written[:40]!r}"
        raise DocumentError(document.uri, "trial without a registry number", found)
    return written


def _country(document: Document, protocol: Protocol) -> str:
    """Two letters of the member state, or ``3rd``, from the address of the protocol, else from its name."""
    link = _LINK.search(protocol.get("Link") or "")
    if link:
        return link["country"]
    name = member_state(protocol)
    authority = (protocol.get("National Competent Authority") or protocol.get("A.1") or "").casefold()
    code = CODES.get((name or "").casefold()) or ("3rd" if authority.startswith("outside") else None)
    if code is None:
        found = f"wanted its country in Link or A.1, found {(name or '')[:40]!r}"
        raise DocumentError(document.uri, "protocol without a country", found)
    return code


FORMAT = Format(
    "euctr_text", "EU Clinical Trials Register (text of full trial details or of a summary)", 0, detect, split, read
)
