"""Statements on their way into the graph: written to files, noted in the catalogue, and loaded meanwhile.

What is to be added and what is to go is written to files first; then the catalogue says, in one transaction, which
documents are there and that these files are being loaded; then the graph is changed. A build that was killed in
between does the last again, which changes nothing where it was done already.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from kg.errors import StoreError
from kg.store.catalogue import Catalogue
from kg.store.graph import COUNTED_CHARACTERS, WorkingGraph

# The engine loads without Python's lock. One load reads all it was given and then sorts it, on one core; two at a time
# take both of two cores (4.5 million statements: 37 s, one after the other 75 s, tests/bench/load.py).
AT_ONCE = 2
# Under way or waiting, in files.
AHEAD = 2 * AT_ONCE
# N-Quads to go, N-Quads to come, and graphs in which nothing may be left.
_Change = tuple[Iterable[bytes], Iterable[bytes], Sequence[str]]


class Loader:
    """Loads files of statements into the graph of a build.

    Close it: some files may be under way.
    """

    def __init__(self, graph: WorkingGraph, catalogue: Catalogue, folder: Path) -> None:
        self._graph = graph
        self._catalogue = catalogue
        self._folder = folder
        self._threads = ThreadPoolExecutor(AT_ONCE)
        self._under_way: deque[tuple[int, Future[None]]] = deque()
        folder.mkdir(exist_ok=True)

    def add(self, *parts: Iterable[bytes]) -> None:
        """Have statements loaded that replace none, in the background.

        What the catalogue is to say of them must be said before, and must not have been committed.

        :param parts: N-Quads, each loaded by itself, those of the default graph too; each read once, before this
            returns.
        """
        numbers = self._begin(*(((), part, ()) for part in parts))
        size = sum(self._file(number).stat().st_size for number in numbers)
        if self._graph.total is not None and size < COUNTED_CHARACTERS:
            # An update of a few documents.
            for number in numbers:
                self._apply(number, ())
                self._end(number)
            return
        self._graph.total = None
        for number in numbers:
            self._under_way.append((number, self._threads.submit(self._graph.load, self._file(number))))
        while len(self._under_way) > AHEAD or (self._under_way and self._under_way[0][1].done()):
            self._wait()

    def change(self, lost: Iterable[str], texts: Iterable[str], emptied: Sequence[str] = ()) -> None:
        """Take statements out of named graphs, and what nobody else says out of the default graph; then add others.

        :param lost: N-Quads of named graphs.
        :param texts: N-Quads, those of the default graph among them.
        :param emptied: graphs in which nothing may be left.
        """
        self.drain()
        (number,) = self._begin((map(str.encode, lost), map(str.encode, texts), emptied))
        self._apply(number, emptied)
        self._end(number)

    def drain(self) -> None:
        """Wait until everything is loaded."""
        while self._under_way:
            self._wait()

    def redo(self) -> None:
        """Load what a killed build may not have loaded.

        :raises StoreError: when the files are not those that it wrote.
        """
        rows = self._catalogue.rows("SELECT id, added, lost, emptied FROM loading ORDER BY id")
        for number, added, lost, emptied in rows:
            self._graph.total = None
            for path, size in ((self._file(number), added), (self._file(number, "lost"), lost)):
                if not path.exists() or path.stat().st_size != size:
                    raise StoreError(f"{path}: wanted {size} bytes that were to be loaded, found others")
            self._apply(number, json.loads(emptied))
            self._end(number)
        named = {path for row in rows for path in (self._file(row[0]), self._file(row[0], "lost"))}
        for path in set(self._folder.iterdir()) - named:
            path.unlink()

    def close(self) -> None:
        """Wait for what is under way, and let go of the graph; what was loaded by then need not be done again."""
        self._threads.shutdown()
        for number, future in self._under_way:
            if future.exception() is None:
                self._end(number)
        self._under_way.clear()

    def _begin(self, *changes: _Change) -> list[int]:
        """Write the files of some changes, and say with one commit that they are being loaded; their numbers."""
        first = int(self._catalogue.rows("SELECT coalesce(max(id), 0) + 1 FROM loading")[0][0])
        rows = []
        for number, (lost, texts, emptied) in enumerate(changes, first):
            sizes = (_written(self._file(number), texts), _written(self._file(number, "lost"), lost))
            rows.append((number, *sizes, json.dumps(emptied)))
        self._catalogue.db.executemany("INSERT INTO loading VALUES (?, ?, ?, ?)", rows)
        self._catalogue.commit()
        return [number for number, *_ in rows]

    def _apply(self, number: int, emptied: Sequence[str]) -> None:
        self._graph.remove(self._file(number, "lost"))
        self._graph.load(self._file(number))
        self._graph.drop_empty_graphs(emptied)

    def _wait(self) -> None:
        number, future = self._under_way[0]
        future.result()
        self._under_way.popleft()
        self._end(number)

    def _end(self, number: int) -> None:
        self._catalogue.db.execute("DELETE FROM loading WHERE id = ?", (number,))
        # Before the files go: what is noted must have its files.
        self._catalogue.commit()
        for kind in ("added", "lost"):
            self._file(number, kind).unlink()

    def _file(self, number: int, kind: str = "added") -> Path:
        return self._folder / f"{number}.{kind}.nq"


def _written(path: Path, texts: Iterable[bytes]) -> int:
    with path.open("wb", buffering=1 << 20) as file:
        file.writelines(texts)
    return path.stat().st_size
