"""The graph that a build writes: named graphs, and the default graph that holds each of their statements once."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO, Any, cast

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store import damage
from kg.store.statements import canonical, in_default_graph

# From about here on bulk_load is faster than a transaction: 50 documents take 0.18 s either way, 800 take 3.3 s in a
# transaction and 1.3 s in bulk, one takes 3 ms and 74 ms.
BULK_CHARACTERS = 2_000_000
# What is loaded into a graph whose size is known is looked up first if there is no more of it than this: 5 us a
# statement. Counting all afterwards takes 0.5 us for each that is there, a tenth of the time that it took to load it.
COUNTED_CHARACTERS = 64_000_000


class WorkingGraph:
    """A private store, written by one build and read by nobody else.

    :ivar source_graphs: whether named graphs are kept beside the default graph.
    :ivar rejected: named graphs whose statements do not belong in the default graph.
    :ivar total: statements in all graphs; None when they must be counted.
    """

    def __init__(self, path: Path, *, source_graphs: bool, rejected: frozenset[str]) -> None:
        with damage.told():
            self._store = ox.Store(str(path))
        self.source_graphs = source_graphs
        self.rejected = rejected
        self.total: int | None = None

    def load(self, path: Path) -> None:
        """Add the statements of a file, each where it says; what is there already stays once.

        May run in several threads at once, and runs without Python's lock.

        :param path: to N-Quads, those for the default graph among them.
        :raises StoreError: for what is not N-Quads.
        """
        size = path.stat().st_size
        load = self._store.load if size < BULK_CHARACTERS else self._store.bulk_load
        try:
            if self.total is not None:
                self.total = self.total + self._new(path) if size < COUNTED_CHARACTERS else None
            if size:
                load(path=str(path), format=ox.RdfFormat.N_QUADS)
        except SyntaxError as error:
            raise StoreError(f"wanted N-Quads, found {_line(path, error)!r}: {error.msg}") from error

    def _new(self, path: Path) -> int:
        """How many statements of a file are not there; values that the engine stores as one count as one."""
        with path.open(encoding="utf-8", newline="\n") as file:
            lines = {canonical(line.rstrip("\n")) for line in file}
        return sum(quad not in self._store for quad in ox.parse("\n".join(lines), format=ox.RdfFormat.N_QUADS))

    def named_and_default(self, text: str) -> str:
        """Statements of named graphs, there and in the default graph.

        :param text: N-Quads, one a line, none in the default graph.
        """
        return (text if self.source_graphs else "") + in_default_graph(text, self.rejected)

    def add_to_default_graph(self, texts: Iterable[bytes]) -> None:
        """Add statements of named graphs to the default graph alone.

        :param texts: N-Quads, read once.
        """
        self.total = None
        stream = _Stream(in_default_graph(text.decode(), self.rejected) for text in texts)
        self._store.bulk_load(cast(IO[bytes], stream), ox.RdfFormat.N_QUADS)

    def remove(self, path: Path) -> None:
        """Remove statements of named graphs; each leaves the default graph unless another graph still makes it.

        What is gone already is looked up again, so that a removal that was broken off can be ended.

        :param path: to N-Quads.
        """
        if not path.stat().st_size:
            return
        # Twice through the file, since it may be large: all must be gone from their graphs before any is looked up.
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.N_QUADS):
            self._remove(quad)
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.N_QUADS):
            self._leave_default_graph(quad)

    def remove_sole(self, quads: Iterable[ox.Quad]) -> None:
        """Remove statements that no graph makes but those they are given in.

        Half the time of :meth:`remove`, which looks each up: 4 ms a document of 115 statements against 9.
        """
        for quad in quads:
            self._remove(quad)
            self._remove(_in_default_graph(quad))

    def _leave_default_graph(self, quad: ox.Quad) -> None:
        same = self._store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        if not any(graph_of(other) not in self.rejected for other in same if graph_of(other)):
            self._remove(_in_default_graph(quad))

    def _remove(self, quad: ox.Quad) -> None:
        if self.total is not None and quad in self._store:
            self.total -= 1
        self._store.remove(quad)

    def graph(self, iri: str) -> set[ox.Quad]:
        """Every statement of a named graph."""
        return set(self._store.quads_for_pattern(None, None, None, ox.NamedNode(iri)))

    def quads(self, iri: str) -> Iterator[ox.Quad]:
        """Every statement of a named graph as it is now, in no order, one at a time."""
        return self._store.quads_for_pattern(None, None, None, ox.NamedNode(iri))

    def accept_all_but(self, rejected: frozenset[str]) -> None:
        """Change which named graphs stay out of the default graph; doing it again changes nothing."""
        self.total = None
        newly_rejected, newly_accepted = rejected - self.rejected, self.rejected - rejected
        self.rejected = rejected
        for iri in sorted(newly_rejected):
            for quad in self.quads(iri):
                self._leave_default_graph(quad)
        for iri in sorted(newly_accepted):
            stream = _Stream(f"{_in_default_graph(quad)} .\n" for quad in self.quads(iri))
            self._store.bulk_load(cast(IO[bytes], stream), ox.RdfFormat.N_QUADS)

    def drop_empty_graphs(self, iris: Iterable[str]) -> None:
        """Forget the names of graphs in which nothing is left."""
        for iri in iris:
            name = ox.NamedNode(iri)
            if self._store.contains_named_graph(name) and not any(
                self._store.quads_for_pattern(None, None, None, name)
            ):
                self._store.remove_graph(name)

    def query(self, query: str) -> Any:  # noqa: ANN401
        """What Oxigraph answers to SPARQL over the default graph as it stands."""
        return self._store.query(query)

    def graphs(self) -> Iterator[str]:
        """IRIs of the named graphs, in no order."""
        return (graph.value for graph in self._store.named_graphs())

    def count(self) -> int:
        """Statements in all graphs together: what the named ones say counts in the default graph again."""
        if self.total is None:
            self.total = len(self._store)
        return self.total

    def rewrite(self, folder: Path) -> None:
        """Move to a new folder, in which nothing is left of what was removed.

        The engine never forgets a text that it has once stored, and compacting leaves it in the files too.
        """
        dump = folder.with_suffix(".nq")
        self._store.dump(str(dump), ox.RdfFormat.N_QUADS)
        self._store = ox.Store(str(folder))
        self._store.bulk_load(path=str(dump), format=ox.RdfFormat.N_QUADS)
        dump.unlink()

    def backup(self, folder: Path) -> None:
        """Make a copy that never changes: hard links where the file system has them, 2 ms for 400,000 statements."""
        self._store.flush()
        self._store.backup(str(folder))

    def close(self) -> None:
        """Let go of it; nothing can be done with it afterwards."""
        del self._store


class _Stream(io.RawIOBase):
    """Texts one after the other, as a file that the engine reads."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = iter(texts)
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401
        while not self._rest:
            text = next(self._texts, None)
            if text is None:
                return 0
            self._rest = text.encode()
        size = min(len(buffer), len(self._rest))
        buffer[:size], self._rest = self._rest[:size], self._rest[size:]
        return size


def _in_default_graph(quad: ox.Quad) -> ox.Quad:
    return ox.Quad(quad.subject, quad.predicate, quad.object)


def graph_of(quad: ox.Quad) -> str:
    """IRI of the graph that a statement stands in; empty for the default graph."""
    return "" if isinstance(quad.graph_name, ox.DefaultGraph) else quad.graph_name.value


def _line(path: Path, error: SyntaxError) -> str:
    with path.open(encoding="utf-8", newline="\n") as lines:
        return next(islice(lines, (error.lineno or 1) - 1, None), "").rstrip("\n")[:200]
