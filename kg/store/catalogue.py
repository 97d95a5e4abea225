"""Which documents are in the graph: a SQLite file beside it, one row a copy of a record.

It is written in the folder of a build in progress, which is thrown away after a crash, so it needs no journal of its
own; a snapshot carries a finished copy.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.pipeline import ConvertedDocument
from kg.store.statements import packed, unpacked

_TABLES = """
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE document (
    record TEXT NOT NULL, sha256 TEXT NOT NULL, format TEXT NOT NULL, uri TEXT NOT NULL, version TEXT NOT NULL,
    rank INTEGER NOT NULL, fingerprint TEXT NOT NULL,
    current INTEGER NOT NULL,                   -- 1 in the graph, 0 superseded by another copy of the record
    loaded INTEGER NOT NULL,                    -- number of the build that put it where it is
    seen INTEGER NOT NULL,                      -- number of the last build that found it among its documents
    quads INTEGER NOT NULL,                     -- how many it and what follows from it make
    stated INTEGER NOT NULL,                    -- how many it makes itself
    PRIMARY KEY (record, sha256)
);
CREATE UNIQUE INDEX current_copy ON document (record) WHERE current;
CREATE INDEX by_checksum ON document (sha256, format);
CREATE TABLE text (record TEXT PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE shared (quad INTEGER PRIMARY KEY, n INTEGER NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of a record that the catalogue knows; a record has one current copy and any number superseded.

    :ivar fingerprint: of the converter that read it.
    """

    sha256: str
    version: str
    rank: int
    fingerprint: str

    @property
    def precedence(self) -> tuple[str, int, str]:
        """Of two copies the one with the greater is current, in whatever order they come."""
        return precedence(self)


def precedence(copy: Copy | ConvertedDocument) -> tuple[str, int, str]:
    """Of two copies of a record the one with the greater is current: newer, else better format, else checksum."""
    return copy.version, -copy.rank, copy.sha256


class Catalogue:
    """The documents of one state of the graph."""

    def __init__(self, path: Path) -> None:
        new = not path.exists()
        self._db = sqlite3.connect(path, isolation_level=None)
        # A crash throws the whole file away, so neither a journal nor waiting for the disk would save anything.
        self._db.execute("PRAGMA journal_mode = OFF")
        self._db.execute("PRAGMA synchronous = OFF")
        if new:
            self._db.executescript(_TABLES)
        self._db.execute("BEGIN")

    def close(self) -> None:
        """Write everything out."""
        self._db.execute("COMMIT")
        self._db.close()

    def setting(self, name: str) -> str | None:
        """Something said of the whole graph; None when it was never said."""
        found = self._db.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return found[0] if found else None

    def change_setting(self, name: str, value: str) -> bool:
        """Say something of the whole graph.

        :returns: whether it was not said so before.
        """
        if self.setting(name) == value:
            return False
        self._db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))
        return True

    def meet(self, sha256: str, format_name: str, fingerprint: str, build: int) -> bool:
        """Whether a document need not be converted again, because this converter has read the same bytes before.

        Notes that the build found it.
        """
        noted = self._db.execute(
            "UPDATE document SET seen = ? WHERE sha256 = ? AND format = ? AND fingerprint = ?",
            (build, sha256, format_name, fingerprint),
        )
        return noted.rowcount > 0

    def current(self, record: str) -> Copy | None:
        """The copy of a record that is in the graph."""
        found = self._db.execute(
            "SELECT sha256, version, rank, fingerprint FROM document WHERE record = ? AND current", (record,)
        ).fetchone()
        return Copy(*found) if found else None

    def supersede(self, document: ConvertedDocument, fingerprint: str, build: int) -> None:
        """Note a copy that is not loaded, since another one precedes it."""
        self._insert(document, fingerprint, build, current=False, quads=0, stated=0)

    def load(self, document: ConvertedDocument, fingerprint: str, build: int, *, quads: int, stated: int) -> None:
        """Note a copy as the current one of its record, in the place of any other."""
        self._db.execute(
            "UPDATE document SET current = 0, loaded = ?, quads = 0, stated = 0 WHERE record = ? AND current",
            (build, document.record),
        )
        self._insert(document, fingerprint, build, current=True, quads=quads, stated=stated)

    def _insert(
        self, document: ConvertedDocument, fingerprint: str, build: int, *, current: bool, quads: int, stated: int
    ) -> None:
        d = document
        self._db.execute(
            "INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (d.record, d.sha256, d.format, d.uri, d.version, d.rank, fingerprint, current, build, build, quads, stated),
        )

    def forget(self, record: str) -> None:
        """Drop every copy of a record."""
        self._db.execute("DELETE FROM document WHERE record = ?", (record,))
        self._db.execute("DELETE FROM text WHERE record = ?", (record,))

    def keep_text(self, record: str, text: str) -> None:
        """Keep N-Quads of a record, in the place of what was kept of it before."""
        self._db.execute("INSERT OR REPLACE INTO text VALUES (?, ?)", (record, packed(text)))

    def text(self, record: str) -> str:
        """What was kept of a record; empty for nothing."""
        found = self._db.execute("SELECT body FROM text WHERE record = ?", (record,)).fetchone()
        return unpacked(found[0]) if found else ""

    def texts(self) -> Iterator[str]:
        """What was kept of every record, in order of records."""
        return (unpacked(body) for (body,) in self._db.execute("SELECT body FROM text ORDER BY record"))

    def drop_texts(self) -> None:
        """Keep nothing of any record, and give the room back."""
        self._db.execute("DELETE FROM text")
        self.give_back()

    def give_back(self) -> None:
        """Leave nothing in the file of what was deleted."""
        self._db.execute("COMMIT")
        self._db.execute("VACUUM")
        self._db.execute("BEGIN")

    def count(self, change: Counter[int]) -> frozenset[int]:
        """Count how many documents draw each conclusion that several may draw.

        Counts, rather than a search through what other documents conclude, because one organisation is described by
        thousands of them; 8 bytes and a number each.

        :param change: of each conclusion's key, how many documents more or less draw it.
        :returns: keys of the conclusions that no document draws any more.
        """
        rows = sorted((quad, n) for quad, n in change.items() if n)
        # Sorted, so that neighbours fall on one page of the table.
        self._db.executemany(
            "INSERT INTO shared VALUES (?, ?) ON CONFLICT (quad) DO UPDATE SET n = n + excluded.n", rows
        )
        gone = frozenset(quad for quad, n in rows if n < 0 and self._drawn(quad) <= 0)
        self._db.executemany("DELETE FROM shared WHERE quad = ?", [(quad,) for quad in sorted(gone)])
        return gone

    def _drawn(self, quad: int) -> int:
        return int(self._db.execute("SELECT n FROM shared WHERE quad = ?", (quad,)).fetchone()[0])

    def rows(self, query: str, *parameters: object) -> list[tuple[Any, ...]]:
        """The answer to a question in SQL, for counting."""
        return self._db.execute(query, parameters).fetchall()

    def inputs(self) -> Iterable[tuple[Any, ...]]:
        """Record, uri, format, sha256, version and number of quads of every document in the graph, by record."""
        return self._db.execute(
            "SELECT record, uri, format, sha256, version, quads FROM document WHERE current ORDER BY record"
        )
