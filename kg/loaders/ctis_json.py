"""Trials of the EU's clinical trials information system, as its public portal gives them (JSON).

Portal: https://euclinicaltrials.eu/ctis-public-api/retrieve/{number}; about it:
https://euclinicaltrials.eu/about-this-website/. Lists of search results are no records of a trial and are rejected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import IO

import msgspec

from kg.document import Document, Format, Reading
from kg.errors import DocumentError
from kg.loaders.ctis.course import results_submitted
from kg.loaders.ctis.layout import Retrieved
from kg.loaders.ctis.places import Layout
from kg.loaders.ctis.trial import REGISTRY, trial_parts, trial_slots
from kg.loaders.registry.draft import Draft
from kg.loaders.registry.forgiving import decoded
from kg.loaders.registry.words import day, latest
from kg.loaders.splitting.json_records import is_json, json_records

_NUMBER = re.compile(r"20\d\d-5\d{5}-\d\d-\d\d")
_NUMBERED = re.compile(rb'"ctNumber"\s*:\s*"20\d\d-5\d{5}-\d\d')
# In the order of letters the number comes after what was authorised, which is longer than what is looked at.
_AUTHORISED = re.compile(rb'"authorized(?:Application|PartI)"\s*:\s*\{\s*"')
_DECODE = msgspec.json.Decoder(Retrieved, strict=False).decode


def detect(head: bytes) -> bool:
    """Whether the first bytes are JSON with a number and a status of the portal, or with what it authorised."""
    if not is_json(head):
        return False
    return (b'"ctStatus"' in head and bool(_NUMBERED.search(head))) or bool(_AUTHORISED.search(head))


def split(uri: str, file: IO[bytes]) -> Iterator[Document]:
    """The trials of a file: one, an array, or JSON lines."""
    return json_records(uri, file)


def read(document: Document, contacts: bool) -> Reading:
    """One trial to records.

    :raises Unreadable: for what is not JSON, or not laid out as a trial.
    :raises DocumentError: for a trial without its number, or with nothing that was authorised to be read.
    """
    trial, unread = _retrieved(document)
    number = (trial.ct_number or "").strip()
    if not _NUMBER.fullmatch(number):
        found = f"wanted a number such as 2022-500000-00-00 in ctNumber, found {number[:40]!r}"
        raise DocumentError(document.uri, "trial without a registry number", found)
    layout = Layout(trial)
    if layout.one.trial_details is None:
        found = "wanted authorizedPartI.trialDetails as of the portal's page of one trial, found none"
        raise DocumentError(document.uri, "no details of the trial", found)
    draft = Draft("ctis", number, number, contacts=contacts)
    trial_parts(draft, trial, layout)
    for place, value in unread:
        draft.not_understood(place, value)
    updated, published = day(trial.last_updated, day_first=True), day(trial.publish_date)
    posted = day(trial.last_publication_update, day_first=True) or published
    record = {
        "source_registry": REGISTRY,
        "format": FORMAT.name,
        "first_submitted": layout.submitted,
        "results_first_submitted": results_submitted(trial),
        "last_update_submitted": updated,
        "last_update_posted": posted,
    }
    return draft.finished(document, trial_slots(draft, trial, layout), record, latest(updated, published, posted))


def _retrieved(document: Document) -> tuple[Retrieved, Sequence[tuple[str, str]]]:
    """The trial, and what of it is of another kind than it should be: place and words."""
    return decoded(document, _DECODE, Retrieved, "not a CTIS trial", "a trial of the portal")


FORMAT = Format("ctis_json", "CTIS, the EU's clinical trials information system (JSON)", 0, detect, split, read)
