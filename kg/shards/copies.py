"""Copies of records as they come from an engine, on disk, of which one each is current in the end."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from kg.document import WITHDRAWN, file_name
from kg.pipeline import ConvertedDocument
from kg.store.catalogue import precedence
from kg.store.said import check
from kg.store.statements import packed, unpacked

_TABLE = """
CREATE TABLE copy (
    record TEXT PRIMARY KEY, version TEXT NOT NULL, rank INTEGER NOT NULL, sha256 TEXT NOT NULL, uri TEXT NOT NULL,
    format TEXT NOT NULL, start INTEGER NOT NULL, size INTEGER NOT NULL
) WITHOUT ROWID
"""
Order = tuple[tuple[str, int, str], list[int]]


def order(version: str, rank: int, sha256: str, uri: str) -> Order:
    """Of two copies the one with the greater is current: as in the store, and of equal bytes the first by file name.

    Of two that share it the first by address.
    """
    # Negated, and one more at the end, so that a name comes after every longer one that begins with it.
    return (version, rank, sha256), [
        n for name in (file_name(uri), uri) for n in (*(-ord(letter) for letter in name), 1)
    ]


def order_of(document: ConvertedDocument) -> Order:
    """The same of a converted document."""
    version, rank, sha256 = precedence(document)
    return order(version, rank, sha256, document.uri)


class Copies:
    """Converted documents in two files of a folder: what they say, and where in it each record's best copy is."""

    def __init__(self, folder: Path) -> None:
        self._texts = (folder / "texts").open("w+b")
        self._db = sqlite3.connect(folder / "copies.sqlite", isolation_level=None)
        self._db.execute("PRAGMA journal_mode = OFF")
        self._db.execute("PRAGMA synchronous = OFF")
        self._db.execute(_TABLE)
        self._db.execute("BEGIN")

    def offer(self, document: ConvertedDocument) -> None:
        """Take a copy, which becomes the current one if it precedes the one there is.

        :raises StoreError: when it breaks the contract of what a document may say.
        """
        check(document)
        version, rank, sha256 = precedence(document)
        held = self._db.execute(
            "SELECT version, rank, sha256, uri FROM copy WHERE record = ?", (document.record,)
        ).fetchone()
        if held and order(*held) >= order_of(document):
            return
        text = packed(document.stated + document.inferred)
        start = self._texts.seek(0, 2)
        self._texts.write(text)
        self._db.execute(
            "INSERT OR REPLACE INTO copy VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (document.record, version, rank, sha256, document.uri, document.format, start, len(text)),
        )

    def texts(self) -> Iterator[str]:
        """What each current copy says and what follows from it, in the order in which they came."""
        for start, size in self._db.execute("SELECT start, size FROM copy ORDER BY start"):
            self._texts.seek(start)
            yield unpacked(self._texts.read(size)).decode()

    def by_format(self) -> dict[str, int]:
        """How many documents of each format are current, but for withdrawn records."""
        query = "SELECT format, count(*) FROM copy WHERE version <> ? GROUP BY format ORDER BY format"
        return dict(self._db.execute(query, (WITHDRAWN,)))

    def withdrawn(self) -> int:
        """How many records are withdrawn."""
        return int(self._db.execute("SELECT count(*) FROM copy WHERE version = ?", (WITHDRAWN,)).fetchone()[0])

    def close(self) -> None:
        """Let go of the files."""
        self._texts.close()
        self._db.close()
