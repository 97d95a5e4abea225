"""Records of the ISRCTN registry: XML of its API, and JSON that was made from that XML element by element.

API: https://www.isrctn.com/api/query/format/default. ``<allTrials>`` holds ``<fullTrial>``, which holds ``<trial>``
with its contacts, sponsor and funders. JSON has the trial alone, without attributes: neither the day of the last
update nor the names of sponsors are in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

import msgspec

from kg.document import Document, Format, Reading
from kg.errors import DocumentError, Unreadable
from kg.extract.xml_tree import root
from kg.loaders.isrctn.tree import Node, from_json, from_xml
from kg.loaders.isrctn.trial import parties, trial_parts, trial_slots
from kg.loaders.registry.draft import Draft
from kg.loaders.registry.opening import opening
from kg.loaders.registry.undecoded import not_json
from kg.loaders.registry.words import day
from kg.loaders.splitting.json_records import json_records
from kg.loaders.splitting.xml_records import xml_records

REGISTRY = "ISRCTN"
_BLANK = b"\xef\xbb\xbf \t\r\n"
_XML = re.compile(rb"<(?:\w+:)?(?:allTrials|fullTrial|trial)\b[^>]{0,2000}67bricks\.com/isrctn")
_JSON = re.compile(rb'"isrctn"\s*:\s*"?(?:ISRCTN)?\d{8}\b')
_PARTS = tuple(b'"%b"' % name for name in (b"trialDescription", b"trialDesign", b"externalRefs", b"participants"))
_NUMBER = re.compile(r"(?:ISRCTN)?(\d{8})", re.IGNORECASE)


def detect(head: bytes) -> bool:
    """Whether the first bytes are XML in the registry's namespace, or JSON with its number and parts of its trials."""
    head = head.lstrip(_BLANK)
    if head[:1] == b"<":
        return bool(_XML.search(head))
    # In the order of letters the description comes last.
    parts = sum(name in head for name in _PARTS) if head[:1] in (b"{", b"[") else 0
    return parts > 2 or (parts > 0 and bool(_JSON.search(head)))


def split(uri: str, file: IO[bytes]) -> Iterator[Document]:
    """The trials of a file: of XML every ``fullTrial`` or ``trial``, of JSON every value."""
    head, rest = opening(file)
    return xml_records(uri, rest, b"fullTrial", b"trial") if head[:1] == b"<" else json_records(uri, rest)


def read(document: Document, contacts: bool) -> Reading:
    """One trial to records.

    :raises Unreadable: for what is neither such XML nor such JSON.
    :raises DocumentError: for a trial without its number.
    """
    full, trial = _elements(document)
    written = trial.words("isrctn") or trial.attribute("publicIdentifierCanonical") or ""
    found = _NUMBER.fullmatch(written)
    if not found:
        raise DocumentError(
            document.uri, "trial without a registry number", f"wanted 8 digits in isrctn, found {written[:40]!r}"
        )
    number = f"ISRCTN{found[1]}"
    draft = Draft("isrctn", number, number, contacts=contacts)
    trial_parts(draft, trial, number)
    parties(draft, full)
    updated = day(trial.attribute("lastUpdated"))
    assigned = trial.get("isrctn")
    record = {
        "source_registry": REGISTRY,
        "format": FORMAT.name,
        "first_posted": day(assigned.attribute("dateAssigned")) if assigned else None,
        "last_update_posted": updated,
    }
    return draft.finished(document, trial_slots(draft, trial), record, updated or "")


def _elements(document: Document) -> tuple[Node, Node]:
    """The element that holds the trial with its parties, and the trial."""
    if document.body.lstrip(_BLANK)[:1] in (b"{", b"["):
        try:
            top = from_json("trial", msgspec.json.decode(document.body.removeprefix(_BLANK[:3])))
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise not_json(document, error, "a JSON object") from error
    else:
        top = from_xml(root(document.uri, document.body))
    full = [top] if top.name == "fullTrial" else list(top.all("fullTrial")) if top.name == "allTrials" else []
    if len(full) > 1:
        raise Unreadable(document.uri, "several trials", f"wanted one fullTrial, found {len(full)}")
    holder = full[0] if full else top
    trial = holder if holder.name == "trial" else holder.get("trial")
    if trial is None or not trial.children:
        raise Unreadable(document.uri, "not an ISRCTN trial", f"wanted the element trial, found {holder.name[:40]!r}")
    return holder, trial


FORMAT = Format("isrctn_xml", "ISRCTN registry (XML of its API, or JSON made from it)", 0, detect, split, read)
