"""Answers that are kept, bounded in bytes; those of an older snapshot go when a newer one is asked."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass

# About what an entry takes beside its body: key, headers, and the places they stand in.
OVERHEAD = 1_500
# No answer takes more than this part of the whole.
LARGEST = 8


@dataclass(frozen=True, slots=True)
class Kept:
    """A complete answer as it is sent.

    :ivar headers: encoded, complete.
    :ivar etag: of the answer; empty for none.
    :ivar asked: bytes of the question, which is kept too.
    """

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes
    etag: bytes
    route: str
    rows: int | None
    asked: int

    @property
    def size(self) -> int:
        """Bytes that it takes, about."""
        return len(self.body) + self.asked + OVERHEAD


class Cache:
    """The answers that were asked for last.

    :ivar size: bytes that they take, about.
    """

    def __init__(self, most: int) -> None:
        """Start with none.

        :param most: bytes.
        """
        self._most = most
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()
        self._snapshot = ""
        self.size = 0

    def __len__(self) -> int:
        """How many there are."""
        return len(self._kept)

    def get(self, snapshot: str, key: Hashable) -> Kept | None:
        """The answer that a snapshot gives; None where it is not kept."""
        if snapshot != self._snapshot:
            self._kept.clear()
            self._snapshot, self.size = snapshot, 0
            return None
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
        return kept

    def fits(self, size: int) -> bool:
        """Whether a body of so many bytes would be kept."""
        return size <= self._most // LARGEST

    def put(self, snapshot: str, key: Hashable, kept: Kept) -> None:
        """Keep an answer, for which the oldest may have to go."""
        if snapshot != self._snapshot or not self.fits(kept.size) or key in self._kept:
            return
        self._kept[key] = kept
        self.size += kept.size
        while self.size > self._most:
            _, oldest = self._kept.popitem(last=False)
            self.size -= oldest.size
