"""A SPARQL query, answered in the media type that was asked for.

Graphs of up to 20,000 statements are put in order, so that the same graph has the same bytes; longer ones are sent as
they are found.
"""

from __future__ import annotations

from http import HTTPStatus
from itertools import chain, islice
from typing import IO

from pyoxigraph import NamedNode, QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, serialize

from kg.errors import QueryError
from kg.exports import load
from kg.exports.statements.order import in_order
from kg.service import syntaxes
from kg.service.asking import Answer, Asked, Operation
from kg.service.jobs.graph import BY_THE_ENGINE, ORDERED
from kg.service.negotiation import preferred
from kg.service.problems import Problem, not_sparql
from kg.service.rows import written_table
from kg.store import Snapshot, damage

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
GRAPHS = syntaxes.media_types()


def answer(snapshot: Snapshot, asked: Asked) -> Answer:
    """The answer to a query.

    :raises Problem: when the query is none, or nothing that was asked for can hold its answer.
    """
    operation = asked.operation or Operation("")
    failed: Problem | None = None
    try:
        found = snapshot.query(operation.query, base_iri=asked.base, **_dataset(operation))
    except SyntaxError as error:
        failed = not_sparql(str(error))
    except (ValueError, RuntimeError) as error:
        if damage.met(error):
            raise
        failed = Problem(HTTPStatus.BAD_REQUEST, f"wanted a query that can be answered, found that {error}")
    if failed:
        raise failed
    if isinstance(found, QueryTriples):
        return _graph(found, asked.accept)
    return _table(found, asked.accept)


def _dataset(operation: Operation) -> dict[str, list[NamedNode]]:
    if operation.default_graphs is None:
        return {}
    return {
        "default_graph": [graph_name(iri) for iri in operation.default_graphs],
        "named_graphs": [graph_name(iri) for iri in operation.named_graphs or ()],
    }


def graph_name(iri: str) -> NamedNode:
    """The name of a graph.

    :raises Problem: for what is no IRI.
    """
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise Problem(HTTPStatus.BAD_REQUEST, f"wanted the IRI of a graph, found {iri!r} ({error})") from error


def _table(found: QuerySolutions | QueryBoolean, accept: str | None) -> Answer:
    media_type = _chosen(accept, tuple(TABLES))

    def write(out: IO[bytes]) -> int | None:
        if isinstance(found, QueryBoolean):
            found.serialize(out, format=TABLES[media_type])
            return None
        return written_table(found, out, TABLES[media_type], media_type)

    return Answer(write, media_type)


def _graph(found: QueryTriples, accept: str | None) -> Answer:
    media_type = _chosen(accept, tuple(GRAPHS))
    name = GRAPHS[media_type]
    output = load(name)
    first = list(islice(found, ORDERED + 1))

    def write(out: IO[bytes]) -> None:
        if len(first) > ORDERED and name in BY_THE_ENGINE:
            serialize(chain(first, found), out, BY_THE_ENGINE[name])
            return
        lines = (f"{triple} .\n".encode() for triple in chain(first, found))
        try:
            out.writelines(output.write(lines if len(first) > ORDERED else in_order(set(lines), output.key)))
        except QueryError as error:
            raise Problem(HTTPStatus.NOT_ACCEPTABLE, f"{error}; ask for another media type") from error

    return Answer(write, media_type)


def _chosen(accept: str | None, offers: tuple[str, ...]) -> str:
    media_type = preferred(accept, offers)
    if media_type is None:
        detail = f"asked for {accept}; this query is answered as {', '.join(offers)}"
        raise Problem(HTTPStatus.NOT_ACCEPTABLE, detail)
    return media_type
