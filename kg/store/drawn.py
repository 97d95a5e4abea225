"""How many documents draw each conclusion that several may draw, so that it goes with the last of them.

Counts, rather than a search through what other documents conclude, because one organisation is described by thousands
of them. Each batch of documents adds one part, sorted by key, 12 bytes a conclusion; nothing is looked up for that. In
a table with one row a conclusion, a batch of a few thousand documents touched every page of ten million, so that the
time of a document grew with their number.
"""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping

# Parts with less in them than this are put together when there are too many.
SMALL = 4096
MOST_SMALL = 64


class Drawn:
    """The counts of one catalogue, in its table ``shared``."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def change(self, change: Mapping[int, int]) -> frozenset[int]:
        """Count more or less documents.

        :param change: of each conclusion's key, how many documents more or less draw it.
        :returns: keys of the conclusions that no document draws any more.
        """
        more = sorted((key, n) for key, n in change.items() if n > 0)
        if more:
            self._add(more)
        return self._subtract({key: -n for key, n in change.items() if n < 0})

    def _add(self, counts: Iterable[tuple[int, int]]) -> None:
        keys, numbers = array("q"), array("i")
        for key, n in counts:
            keys.append(key)
            numbers.append(n)
        self._db.execute("INSERT INTO shared (keys, counts) VALUES (?, ?)", (keys.tobytes(), numbers.tobytes()))

    def _subtract(self, change: dict[int, int]) -> frozenset[int]:
        left: Counter[int] = Counter()
        parts = self._db.execute("SELECT part FROM shared ORDER BY part").fetchall() if change else []
        for (part,) in parts:
            keys, numbers = self._part(part)
            taken = False
            for key, n in change.items():
                place = bisect_left(keys, key)
                if place < len(keys) and keys[place] == key:
                    here = min(n, numbers[place])
                    numbers[place] -= here
                    change[key] -= here
                    left[key] += numbers[place]
                    taken = taken or here > 0
            if taken:
                self._write(part, keys, numbers)
        return frozenset(key for key in change if not left[key])

    def _part(self, part: int) -> tuple[array[int], array[int]]:
        keys, numbers = array("q"), array("i")
        found = self._db.execute("SELECT keys, counts FROM shared WHERE part = ?", (part,)).fetchone()
        keys.frombytes(found[0])
        numbers.frombytes(found[1])
        return keys, numbers

    def _write(self, part: int, keys: array[int], numbers: array[int]) -> None:
        there = [(key, n) for key, n in zip(keys, numbers, strict=True) if n]
        self._db.execute("DELETE FROM shared WHERE part = ?", (part,))
        if there:
            self._add(there)

    def tidy(self) -> None:
        """Put small parts together when there are many: one is added by every build that changes something."""
        small = self._db.execute("SELECT part FROM shared WHERE length(keys) < ?", (8 * SMALL,)).fetchall()
        if len(small) < MOST_SMALL:
            return
        together: Counter[int] = Counter()
        for (part,) in small:
            keys, numbers = self._part(part)
            together.update(dict(zip(keys, numbers, strict=True)))
            self._db.execute("DELETE FROM shared WHERE part = ?", (part,))
        self._add(sorted(together.items()))
