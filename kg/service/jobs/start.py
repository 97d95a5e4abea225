"""The first page."""

from __future__ import annotations

from kg.query.catalogue import catalogue
from kg.service.asking import Answer, Asked
from kg.service.pages.start import start
from kg.store import Snapshot


def answer(snapshot: Snapshot, asked: Asked) -> Answer:
    """The page, whatever was asked."""
    del asked
    return start(snapshot.manifest, catalogue().values())
