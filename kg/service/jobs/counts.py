"""Count what is in the snapshot, and keep the counts beside it; asked by the service itself, once a snapshot."""

from __future__ import annotations

from kg.service.asking import Answer, Asked
from kg.service.describing import counts
from kg.store import Snapshot


def answer(snapshot: Snapshot, _: Asked) -> Answer:
    """The counts as JSON, to be given to other jobs as their field ``counts`` where they could not be kept."""
    found = counts.kept(snapshot)
    if found is None:
        found = counts.counted(snapshot)
        counts.keep(snapshot, found)
    return Answer(counts.written(found), "application/json")
