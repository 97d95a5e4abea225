"""Reading what was published: one snapshot, which never changes, while later ones may replace it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Any, cast

import msgspec
import pyoxigraph as ox

from kg.errors import StoreError
from kg.store import damage, layout
from kg.store.layout import current_id

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Graph = ox.NamedNode | ox.BlankNode | ox.DefaultGraph


class Snapshot:
    """One published, immutable state of the graph, open for reading; close it, or use it in a ``with`` statement.

    What leaves the statement because files are damaged is a :class:`~kg.errors.StoreError`. It is not removed from disk
    while anyone has it open. Several processes may open the same one.

    :ivar id: its number as text, such as ``0007``.
    :ivar folder: where its files are.
    :ivar manifest: what the build wrote of it: counts, checksums and versions, as plain dictionaries.
    """

    def __init__(self, folder: Path, in_use: IO[bytes]) -> None:
        self.id = folder.name
        self.folder = folder
        self.manifest: dict[str, Any] = msgspec.json.decode((folder / layout.MANIFEST).read_bytes())
        self._in_use = in_use
        with damage.told():
            self._store: ox.Store | None = ox.Store.read_only(str(folder / layout.GRAPH))

    def query(self, query: str, **options: Any) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:  # noqa: ANN401
        """What Oxigraph answers to a SPARQL query over the knowledge graph, which is the default graph.

        :param query: SPARQL 1.1; named graphs are reached with ``GRAPH``.
        :param options: of :meth:`pyoxigraph.Store.query`, such as ``default_graph`` and ``named_graphs``.
        :raises SyntaxError: when the text is no SPARQL query.
        :raises StoreError: when the snapshot is closed.
        """
        return self._open().query(query, **options)

    def quads(
        self,
        subject: ox.NamedNode | ox.BlankNode | ox.Triple | None = None,
        predicate: ox.NamedNode | None = None,
        object: Term | None = None,  # noqa: A002
        graph: Graph | None = None,
    ) -> Iterator[ox.Quad]:
        """Quads of a pattern; None stands for anything, and in ``graph`` for any graph, the default one included.

        :raises StoreError: when the snapshot is closed.
        """
        return self._open().quads_for_pattern(subject, predicate, object, graph)

    def graphs(self) -> Iterator[str]:
        """IRIs of the named graphs: of documents, rule sets, the vocabulary and the ontology, in no order."""
        return (graph.value for graph in self._open().named_graphs())

    def dump(self, output: IO[bytes] | str | Path, format: ox.RdfFormat, *, graph: Graph | None = None) -> None:  # noqa: A002
        """Write everything, or one graph, in the order of the store, which is no order to rely on.

        :param format: a format of triples needs ``graph``; one of quads may have it.
        :param graph: ``pyoxigraph.DefaultGraph()`` for the knowledge graph.
        :raises ValueError: for a format of triples without a graph.
        """
        self._open().dump(output, format, from_graph=graph)

    def inputs(self) -> Iterator[dict[str, Any]]:
        """The documents in this state, sorted by record: record, uri, format, sha256, version and quads of each."""
        return _lines(self.folder / layout.INPUTS)

    def rejects(self) -> Iterator[dict[str, Any]]:
        """What could not be read by the build that made this state, or by the last that changed nothing: uri, cause and
        detail of each.
        """
        return _lines(self.folder / layout.REJECTS)

    def last(self) -> dict[str, Any]:
        """What the same build met: the parts ``build`` and ``documents`` of the manifest, or what stands for them."""
        try:
            return cast("dict[str, Any]", msgspec.json.decode((self.folder / layout.LAST).read_bytes()))
        except FileNotFoundError:
            return self.manifest

    def close(self) -> None:
        """Let go of it; may be called again."""
        self._store = None
        self._in_use.close()

    def _open(self) -> ox.Store:
        if self._store is None:
            raise StoreError(f"snapshot {self.id} is closed")
        return self._store

    def __enter__(self) -> Snapshot:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        if error is not None and damage.met(error):
            raise damage.refusal(self.folder, error) from error


def open_snapshot(folder: Path | str, snapshot: str | None = None) -> Snapshot:
    """Open a published state of the graph.

    :param folder: that ``kg build --store`` wrote.
    :param snapshot: id of an older one that is still kept; None for the one published now.
    :raises StoreError: when there is none, or it cannot be read.
    """
    folder = Path(folder)
    while True:
        wanted = snapshot or layout.existing_id(folder)
        path = layout.snapshot_folder(folder, wanted)
        try:
            return Snapshot(path, held(path))
        except (OSError, msgspec.DecodeError) as error:
            # A build may have published another one and removed this one between our two looks.
            if snapshot or current_id(folder) in (None, wanted):
                raise StoreError(f"{path}: wanted a snapshot, found {error}") from error


def held(path: Path) -> IO[bytes]:
    """The file of a snapshot that keeps it from being removed for as long as it is open.

    :raises FileNotFoundError: when there is no such snapshot, or it went while we waited for its lock.
    """
    in_use = (path / layout.IN_USE).open("rb")
    fcntl.flock(in_use, fcntl.LOCK_SH)
    os.stat(path / layout.IN_USE)
    return in_use


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open("rb") as lines:
        for line in lines:
            yield msgspec.json.decode(line)
