"""What a build did, in numbers that add up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.errors import DocumentError


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did: ``found == loaded + unchanged + superseded + withdrawn + rejected``.

    :ivar snapshot: id of the snapshot that is current afterwards; None when there is none.
    :ivar published: whether this build published it; if not, the graph would have been the same.
    :ivar resumed: whether it went on from where a killed build was.
    :ivar found: documents, and files that are none.
    :ivar loaded: documents that are new in the graph, or replace another copy of their record.
    :ivar unchanged: documents that were in the graph already.
    :ivar superseded: documents left out, since another copy of their record is newer or the same.
    :ivar withdrawn: documents that say that their record was withdrawn.
    :ivar rejected: how many of the others could not be read.
    :ivar causes: how many were rejected for each cause, sorted by cause.
    :ivar first_rejects: the first of them, sorted by address; all are in ``rejects.jsonl`` of the snapshot.
    :ivar removed: documents taken out of the graph.
    :ivar stale: documents in the graph that an earlier version of the converter or the vocabulary read, and that were
        not among those found.
    :ivar read: documents that could be read, by name of their format.
    """

    snapshot: str | None
    published: bool
    resumed: bool
    found: int
    loaded: int
    unchanged: int
    superseded: int
    withdrawn: int
    rejected: int
    causes: Mapping[str, int]
    first_rejects: tuple[DocumentError, ...]
    removed: int
    stale: int
    read: Mapping[str, int]


@dataclass(slots=True)
class Tally:
    """What a build in progress has met so far, beside what its catalogue says."""

    found: int = 0
    removed: int = 0
