"""What a build did, in numbers that add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.errors import DocumentError


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did: ``found == loaded + unchanged + superseded + rejected``.

    :ivar snapshot: id of the snapshot that is current afterwards; None when there is none.
    :ivar published: whether this build published it; if not, the graph would have been the same.
    :ivar found: documents, and files that are none.
    :ivar loaded: documents that are new in the graph, or replace another copy of their record.
    :ivar unchanged: documents that were in the graph already.
    :ivar superseded: documents left out, since another copy of their record is newer or the same.
    :ivar rejected: why each of the others could not be read, sorted by address.
    :ivar removed: documents taken out of the graph.
    :ivar stale: documents in the graph that an earlier version of the converter or the vocabulary read, and that were
        not among those found.
    :ivar read: documents that could be read, by name of their format.
    """

    snapshot: str | None
    published: bool
    found: int
    loaded: int
    unchanged: int
    superseded: int
    rejected: tuple[DocumentError, ...]
    removed: int
    stale: int
    read: Mapping[str, int]

    @property
    def causes(self) -> dict[str, int]:
        """How many were rejected for each cause, sorted by cause."""
        return dict(sorted(Counter(error.cause for error in self.rejected).items()))


@dataclass(slots=True)
class Tally:
    """What a build in progress has met so far.

    :ivar read: documents that could be read, by name of their format.
    """

    found: int = 0
    removed: int = 0
    rejected: list[DocumentError] = field(default_factory=list)
    read: Counter[str] = field(default_factory=Counter)

    def rejects(self) -> tuple[DocumentError, ...]:
        """What was rejected, in an order that does not depend on the engine."""
        return tuple(sorted(self.rejected, key=str))
