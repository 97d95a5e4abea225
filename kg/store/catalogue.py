"""Which documents are in the graph: a SQLite file beside it, one row a copy of a record.

It is written in the folder of a build in progress, in transactions that hold whenever the process is killed: what is
about to be loaded into the graph is noted in the one that says it is there, and done again where that is not known to
have ended (:mod:`kg.store.loading`). A snapshot carries a finished copy.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.document import WITHDRAWN, file_name
from kg.errors import StoreError
from kg.pipeline import ConvertedDocument
from kg.store.statements import packed, unpacked

# Number of this layout; a catalogue of another one is not read.
LAYOUT = 2
_TABLES = """
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE document (
    record TEXT NOT NULL, sha256 TEXT NOT NULL, format TEXT NOT NULL, uri TEXT NOT NULL, version TEXT NOT NULL,
    rank INTEGER NOT NULL, fingerprint TEXT NOT NULL,
    current INTEGER NOT NULL,                   -- 1 in the graph or withdrawn, 0 superseded by another copy
    loaded INTEGER NOT NULL,                    -- number of the build that read it
    seen INTEGER NOT NULL,                      -- number of the last run that found it among its documents
    member INTEGER,                             -- of which archive, where it was found last
    quads INTEGER NOT NULL,                     -- how many it and what follows from it make
    stated INTEGER NOT NULL,                    -- how many it makes itself
    PRIMARY KEY (record, sha256)
);
CREATE UNIQUE INDEX current_copy ON document (record) WHERE current;
CREATE INDEX by_checksum ON document (sha256, format);
CREATE TABLE text (record TEXT PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE shared (part INTEGER PRIMARY KEY, keys BLOB NOT NULL, counts BLOB NOT NULL);
CREATE TABLE member (
    id INTEGER PRIMARY KEY, uri TEXT NOT NULL UNIQUE, stamp TEXT NOT NULL, fingerprint TEXT NOT NULL,
    documents INTEGER NOT NULL, formats TEXT NOT NULL,
    seen INTEGER NOT NULL                       -- number of the last run that found it, read or not
);
CREATE TABLE reject (
    uri TEXT NOT NULL, cause TEXT NOT NULL, detail TEXT NOT NULL, place INTEGER, member INTEGER, run INTEGER NOT NULL
);
CREATE INDEX reject_of ON reject (member);
CREATE TABLE loading (
    id INTEGER PRIMARY KEY, added INTEGER NOT NULL, lost INTEGER NOT NULL, emptied TEXT NOT NULL
);
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


@dataclass(frozen=True, slots=True)
class Read:
    """By whom and where a document was read.

    :ivar fingerprint: of the converter.
    :ivar build: number of the build.
    :ivar run: number of the run, of which a build has several when it was killed on the way.
    :ivar member: number of the member of an archive; None for a document of no archive.
    """

    fingerprint: str
    build: int
    run: int
    member: int | None = None


def precedence(copy: Copy | ConvertedDocument) -> tuple[str, int, str]:
    """Of two copies of a record the one with the greater is current: newer, else better format, else checksum."""
    return copy.version, -copy.rank, copy.sha256


class Catalogue:
    """The documents of one state of the graph.

    :ivar db: the file, for other modules of the store that keep their own tables in it.
    """

    def __init__(self, path: Path) -> None:
        new = not path.exists()
        self.db = sqlite3.connect(path, isolation_level=None)
        # What was committed outlives the process, and need not outlive the machine: see kg.store.resuming.
        self.db.execute("PRAGMA journal_mode = WAL")
        self.db.execute("PRAGMA synchronous = OFF")
        self.db.create_function("file_name", 1, file_name, deterministic=True)
        if new:
            self.db.executescript(f"{_TABLES} PRAGMA user_version = {LAYOUT};")
        elif self.db.execute("PRAGMA user_version").fetchone()[0] != LAYOUT:
            self.db.close()
            raise StoreError("the graph was built by another version; build it anew with --anew")
        self.db.execute("BEGIN")

    def commit(self) -> None:
        """Make everything so far outlive the process."""
        self.db.execute("COMMIT")
        self.db.execute("BEGIN")

    def undo(self) -> None:
        """Forget what was not committed."""
        self.db.execute("ROLLBACK")
        self.db.execute("BEGIN")

    def close(self, *, finished: bool = False) -> None:
        """Write everything out.

        :param finished: whether the file is to stand alone, without a journal beside it.
        """
        self.db.execute("COMMIT")
        if finished:
            self.db.execute("PRAGMA journal_mode = DELETE")
        self.db.close()

    def setting(self, name: str) -> str | None:
        """Something said of the whole graph; None when it was never said."""
        found = self.db.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return found[0] if found else None

    def change_setting(self, name: str, value: str) -> bool:
        """Say something of the whole graph.

        :returns: whether it was not said so before.
        """
        if self.setting(name) == value:
            return False
        self.db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))
        return True

    def meet(self, sha256: str, format_name: str, uri: str, read: Read) -> bool:
        """Whether a document need not be converted again, because this converter has read the same bytes before.

        Notes that this run found it. Of equal bytes in two files the one with the first name by its letters is kept,
        whichever is found first: a record says in which file it was.
        """
        noted = self.db.execute(
            "UPDATE document SET seen = ?, member = ?"
            " WHERE sha256 = ? AND format = ? AND fingerprint = ? AND file_name(uri) <= ?",
            (read.run, read.member, sha256, format_name, read.fingerprint, file_name(uri)),
        )
        return noted.rowcount > 0

    def current(self, record: str) -> Copy | None:
        """The copy of a record that is in the graph, or says that it was withdrawn."""
        found = self.db.execute(
            "SELECT sha256, version, rank, fingerprint FROM document WHERE record = ? AND current", (record,)
        ).fetchone()
        return Copy(*found) if found else None

    def supersede(self, document: ConvertedDocument, read: Read) -> None:
        """Note a copy that is not loaded, since another one precedes it."""
        self._insert(document, read, current=False, quads=0, stated=0)

    def load(self, document: ConvertedDocument, read: Read, *, quads: int, stated: int) -> None:
        """Note a copy as the current one of its record, in the place of any other."""
        self.db.execute(
            "UPDATE document SET current = 0, quads = 0, stated = 0 WHERE record = ? AND current", (document.record,)
        )
        self._insert(document, read, current=True, quads=quads, stated=stated)

    def _insert(self, d: ConvertedDocument, read: Read, *, current: bool, quads: int, stated: int) -> None:
        said = (d.record, d.sha256, d.format, d.uri, d.version, d.rank)
        row = (*said, read.fingerprint, current, read.build, read.run, read.member, quads, stated)
        self.db.execute("INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)

    def forget(self, record: str) -> None:
        """Drop every copy of a record; members of archives are read again, for it may be in any."""
        self.db.execute("DELETE FROM document WHERE record = ?", (record,))
        self.db.execute("DELETE FROM text WHERE record = ?", (record,))
        self.db.execute("DELETE FROM reject WHERE member IS NOT NULL")
        self.db.execute("DELETE FROM member")

    def keep_text(self, record: str, nquads: bytes) -> None:
        """Keep N-Quads of a record, in the place of what was kept of it before."""
        if nquads:
            self.db.execute("INSERT OR REPLACE INTO text VALUES (?, ?)", (record, packed(nquads)))
        else:
            self.db.execute("DELETE FROM text WHERE record = ?", (record,))

    def text(self, record: str) -> bytes:
        """What was kept of a record; empty for nothing."""
        found = self.db.execute("SELECT body FROM text WHERE record = ?", (record,)).fetchone()
        return unpacked(found[0]) if found else b""

    def texts(self) -> Iterator[bytes]:
        """What was kept of every record, in order of records."""
        return (unpacked(body) for (body,) in self.db.execute("SELECT body FROM text ORDER BY record"))

    def drop_texts(self) -> None:
        """Keep nothing of any record, and give the room back."""
        self.db.execute("DELETE FROM text")
        self.give_back()

    def give_back(self) -> None:
        """Leave nothing in the file of what was deleted."""
        self.db.execute("COMMIT")
        self.db.execute("VACUUM")
        self.db.execute("BEGIN")

    def rows(self, query: str, *parameters: object) -> list[tuple[Any, ...]]:
        """The answer to a question in SQL, for counting."""
        return self.db.execute(query, parameters).fetchall()

    def inputs(self) -> Iterable[tuple[Any, ...]]:
        """Record, uri, format, sha256, version and number of quads of every document in the graph, by record."""
        return self.db.execute(
            "SELECT record, uri, format, sha256, version, quads FROM document WHERE current AND version <> ?"
            " ORDER BY record",
            (WITHDRAWN,),
        )
