"""Where queries are answered: in this process, on the newest snapshot of a store.

Everything that the service asks of the graph goes through here, so that answering can move to other processes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from threading import Lock

from pyoxigraph import NamedNode, QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples

from kg.errors import QueryError
from kg.exports import load
from kg.exports.statements.order import in_order
from kg.service.asking import Operation
from kg.service.negotiation import preferred
from kg.service.problems import Problem, not_sparql
from kg.store import Snapshot, current_id, open_snapshot

# What we like best first; the plain types at the end are for clients that know no better ones.
TABLES = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
    "application/json": QueryResultsFormat.JSON,
    "application/xml": QueryResultsFormat.XML,
    "text/xml": QueryResultsFormat.XML,
}
GRAPHS = {
    "text/turtle": "ttl",
    "application/n-triples": "nt",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdfxml",
    "application/json": "jsonld",
    "application/xml": "rdfxml",
    "text/xml": "rdfxml",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """A complete answer."""

    media_type: str
    body: bytes


class _Held:
    """A snapshot and how many are reading it."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.readers = 0


class Engine:
    """Answers from the newest published snapshot of a store."""

    def __init__(self, store_dir: Path | str) -> None:
        """Open the store.

        :raises StoreError: when nothing was ever published there.
        """
        self._folder = Path(store_dir)
        self._lock = Lock()
        self._newest = _Held(open_snapshot(self._folder))

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """The newest snapshot, which stays open for as long as the block runs."""
        with self._lock:
            held = self._renewed()
            held.readers += 1
        try:
            yield held.snapshot
        finally:
            with self._lock:
                held.readers -= 1
                self._close_if_idle(held)

    def _renewed(self) -> _Held:
        if current_id(self._folder) not in (None, self._newest.snapshot.id):
            old, self._newest = self._newest, _Held(open_snapshot(self._folder))
            self._close_if_idle(old)
        return self._newest

    def _close_if_idle(self, held: _Held) -> None:
        if held is not self._newest and not held.readers:
            held.snapshot.close()

    def close(self) -> None:
        """Let go of the store's files; call it when nobody reads any more."""
        with self._lock:
            self._newest.snapshot.close()

    def answer(self, operation: Operation, accept: str | None, base: str | None = None) -> Answer:
        """The whole answer to a query, in a media type that was asked for.

        :param accept: the header of the request; None for anything.
        :param base: what relative addresses in the query are relative to; None to refuse them.
        :raises Problem: when the query is none, or nothing that was asked for can hold its answer.
        """
        graphs = (
            {}
            if operation.default_graphs is None
            else {
                "default_graph": [_graph(iri) for iri in operation.default_graphs],
                "named_graphs": [_graph(iri) for iri in operation.named_graphs or ()],
            }
        )
        with self.snapshot() as snapshot:
            try:
                found = snapshot.query(operation.query, base_iri=base, **graphs)
            except SyntaxError as error:
                raise not_sparql(str(error)) from error
            written = _written(found, accept)
            # What the engine gave must go in the thread that asked; an exception raised further in would carry it off.
            del found
        if isinstance(written, Problem):
            raise written
        return written


def _graph(iri: str) -> NamedNode:
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise Problem(HTTPStatus.BAD_REQUEST, f"wanted the IRI of a graph, found {iri!r} ({error})") from error


def _written(found: QuerySolutions | QueryBoolean | QueryTriples, accept: str | None) -> Answer | Problem:
    offers = list(GRAPHS) if isinstance(found, QueryTriples) else list(TABLES)
    media_type = preferred(accept, offers)
    if media_type is None:
        return Problem(HTTPStatus.NOT_ACCEPTABLE, f"asked for {accept}; this query is answered as {', '.join(offers)}")
    if not isinstance(found, QueryTriples):
        return Answer(media_type, found.serialize(format=TABLES[media_type]) or b"")
    output = load(GRAPHS[media_type])
    lines = (f"{triple} .\n".encode() for triple in set(found))
    try:
        return Answer(media_type, b"".join(output.write(in_order(lines, output.key))))
    except QueryError as error:
        return Problem(HTTPStatus.NOT_ACCEPTABLE, f"{error}; ask for another media type")
