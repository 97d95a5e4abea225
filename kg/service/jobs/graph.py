"""One graph, whole: reading of the SPARQL 1.1 Graph Store HTTP Protocol.

https://www.w3.org/TR/sparql11-http-rdf-update/#http-get

Up to 20,000 statements are put in order, and have the same bytes as ``kg export --graph``. A larger graph is written as
it is read, in the order of the store, so that the first byte comes after 0.1 s; to read a million statements takes 25
to 60 s, which would all be spent before it. That order too is the same for the same statements, as the keys of the
store follow from them. Turtle, N-Triples and JSON-LD of a large graph are the engine's, which writes them twice as
fast; its RDF/XML is not well-formed for every graph, and ours says what it cannot hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from http import HTTPStatus
from typing import IO

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat

from kg.errors import QueryError
from kg.exports import Export, load
from kg.exports.statements.order import in_order
from kg.service import syntaxes
from kg.service.asking import Answer, Asked
from kg.service.patterns import Pattern
from kg.service.problems import Problem
from kg.store import Snapshot

# More than any document or the vocabulary has in the development corpus; read and put in order in half a second.
ORDERED = 20_000
ROOT = "/gsp"
BY_THE_ENGINE = {"ttl": RdfFormat.TURTLE, "nt": RdfFormat.N_TRIPLES, "jsonld": RdfFormat.JSON_LD}


def answer(snapshot: Snapshot, asked: Asked) -> Answer:
    """The graph that the field ``graph`` names, the default graph with a field ``default``, else the one whose name is
    the address of the request.

    :raises Problem: when a request says both or neither, there is no such graph, or nothing that is accepted can hold
        it; while it is written, when the syntax cannot hold a value.
    """
    place = named(asked)
    name, media_type = syntaxes.wanted(asked.accept, "a graph")
    if isinstance(place, NamedNode) and not _exists(snapshot, place):
        raise Problem(HTTPStatus.NOT_FOUND, f"there is no graph {place}")
    output = load(name)
    if _size(snapshot, place) <= ORDERED:
        body = _in_order(snapshot, place, output)
        return Answer(body, media_type, headers={"Vary": "Accept"})

    def write(out: IO[bytes]) -> None:
        if name in BY_THE_ENGINE:
            snapshot.dump(out, BY_THE_ENGINE[name], graph=place)
        else:
            # Statements of one graph come from the store with those of one subject together.
            out.writelines(_checked(output, _lines(snapshot, place, output)))

    return Answer(write, media_type, headers={"Vary": "Accept"})


def named(asked: Asked) -> NamedNode | DefaultGraph:
    """The graph that a request is about.

    :raises Problem: when it says both or neither, or what is no absolute IRI.
    """
    default = any(name == "default" for name, _ in asked.fields)
    graphs = [value for name, value in asked.fields if name == "graph"]
    direct = bool(asked.path.removeprefix(ROOT).strip("/"))
    if default + len(graphs) + direct != 1:
        said = ["default"] * default + ["graph"] * len(graphs) + ["a path of its own"] * direct
        detail = f"wanted one of ?default, ?graph=IRI and the path of a graph, found {' and '.join(said) or 'none'}"
        raise Problem(HTTPStatus.BAD_REQUEST, detail)
    if default:
        return DefaultGraph()
    iri = graphs[0] if graphs else asked.base or ""
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise Problem(HTTPStatus.BAD_REQUEST, f"wanted the IRI of a graph, found {iri!r} ({error})") from error


def _exists(snapshot: Snapshot, graph: NamedNode) -> bool:
    # Not by looking for a statement: a graph may be there and hold none.
    return bool(snapshot.query(f"ASK {{ GRAPH {graph} {{ }} }}"))


def _size(snapshot: Snapshot, place: NamedNode | DefaultGraph) -> int:
    graph = place if isinstance(place, NamedNode) else None
    return Pattern(graph=graph).count(snapshot, ORDERED + 1)


def _lines(snapshot: Snapshot, place: NamedNode | DefaultGraph, output: Export) -> Iterator[bytes]:
    quads: Iterable[Quad] = snapshot.quads(None, None, None, place)
    return (f"{quad if output.datasets else quad.triple} .\n".encode() for quad in quads)


def _in_order(snapshot: Snapshot, place: NamedNode | DefaultGraph, output: Export) -> bytes:
    return b"".join(_checked(output, in_order(_lines(snapshot, place, output), output.key)))


def _checked(output: Export, lines: Iterable[bytes]) -> Iterator[bytes]:
    failed = None
    try:
        yield from output.write(lines)
    except QueryError as error:
        failed = f"{error}; ask for another syntax"
    # Raised here and not above: iterators of the engine must go in this thread, and a traceback would carry them off.
    if failed:
        raise Problem(HTTPStatus.NOT_ACCEPTABLE, failed)
