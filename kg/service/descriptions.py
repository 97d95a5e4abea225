"""What is said of one thing, in an RDF syntax: never more than some thousand statements, with a way on to the rest.

A description is what the knowledge graph says of a thing and of its parts, and then what points to it, so that one can
go on to the trials of a drug; where graphs are told, what each of them says. What the ontology and the vocabulary are
called is described by their whole graphs. It comes in pieces of 5,000 statements. A piece that is not the last says so
twice: ``Link`` with ``rel="next"`` in the headers, and in the body, for whoever keeps only that, one statement about
the document itself: ``<this piece> hydra:next <the next one>``. The pieces of one snapshot fit together, as its store
keeps one order; those of two need not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urljoin

from pyoxigraph import BlankNode, DefaultGraph, NamedNode

from kg.errors import QueryError
from kg.exports import load
from kg.exports.statements.order import in_order
from kg.exports.statements.selection import parts
from kg.rdf import iris
from kg.rdf.prefixes import PREFIXES
from kg.service.addresses import document_of
from kg.service.patterns import Pattern
from kg.service.problems import Problem
from kg.service.syntaxes import ending_of
from kg.store import Snapshot

# Reading 5,000 statements takes 0.15 s and writing them 0.05 (nt) to 0.5 (jsonld). The ontology and the vocabulary are
# given in larger pieces, so that the ontology is one.
MOST = 5_000
MOST_OF_A_GRAPH = 20_000
# A statement may hold a whole abstract, a plan of a study or worse; a piece ends before it has more bytes than this.
LARGEST = 8_000_000
NEXT = "http://www.w3.org/ns/hydra/core#next"
SCHEMA = PREFIXES["tg"].rstrip("/")
_GRAPHS = {SCHEMA: iris.ONTOLOGY, iris.ONTOLOGY: iris.ONTOLOGY, iris.VOCABULARY: iris.VOCABULARY}


@dataclass(frozen=True, slots=True)
class Piece:
    """Statements of a description.

    :ivar lines: N-Quads; those about nodes without a name come last and do not count.
    :ivar start: how many come before them.
    :ivar onward: how many come before the next piece; None where this is the last.
    """

    lines: list[bytes]
    start: int
    onward: int | None


def piece(snapshot: Snapshot, iri: str, *, datasets: bool = False, start: int = 0) -> Piece:
    """A piece of a description, with all that is said of the nodes without a name that it speaks of.

    :param datasets: whether statements are given with the graphs that they stand in, and the default graph's too.
    :param start: where it begins; any number, but only those that ``onward`` gives make sense.
    :raises Problem: when too much is said of nodes without a name.
    """
    most = MOST_OF_A_GRAPH if iri in _GRAPHS else MOST
    lines: list[bytes] = []
    nameless: dict[BlankNode, None] = {}
    size = 0
    left = start
    onward = None
    for pattern in _patterns(snapshot, iri, datasets=datasets):
        if left:
            count = pattern.count(snapshot, left + 1)
            if count <= left:
                left -= count
                continue
        for quad in pattern.slice(snapshot, left, most + 1 - len(lines)):
            line = f"{quad if datasets else quad.triple} .\n".encode()
            size += len(line)
            if len(lines) == most or (size > LARGEST and lines):
                onward = start + len(lines)
                break
            lines.append(line)
            nameless |= dict.fromkeys(one for one in (quad.subject, quad.object) if isinstance(one, BlankNode))
        left = 0
        if onward is not None:
            break
    return Piece([*lines, *_about_nameless(snapshot, nameless, datasets=datasets)], start, onward)


def _about_nameless(snapshot: Snapshot, nodes: Iterable[BlankNode], *, datasets: bool) -> list[bytes]:
    """What is said of nodes that cannot be asked for, and of those that they point to."""
    lines: list[bytes] = []
    place = None if datasets else DefaultGraph()
    ahead = dict.fromkeys(nodes)
    seen = set(ahead)
    while ahead:
        node, _ = ahead.popitem()
        for quad in snapshot.quads(node, None, None, place):
            lines.append(f"{quad if datasets else quad.triple} .\n".encode())
            if len(lines) > MOST:
                detail = f"more than {MOST:,} statements are about nodes without a name here; read the graph at /gsp"
                raise Problem(HTTPStatus.NOT_ACCEPTABLE, detail)
            if isinstance(quad.object, BlankNode) and quad.object not in seen:
                seen.add(quad.object)
                ahead[quad.object] = None
    return lines


def _patterns(snapshot: Snapshot, iri: str, *, datasets: bool) -> Iterator[Pattern]:
    node = NamedNode(iri)
    for part in parts(snapshot, node):
        yield Pattern(subject=part, everywhere=datasets)
    if iri in _GRAPHS:
        yield Pattern(graph=NamedNode(_GRAPHS[iri]))
    else:
        yield Pattern(object=node, everywhere=datasets)


def written(found: Piece, iri: str, name: str, base: str | None) -> bytes:
    """A piece in an RDF syntax.

    :param name: of an output.
    :param base: address of the request; without one the body cannot say that it is not the last.
    :raises Problem: when the syntax cannot hold it.
    """
    output = load(name)
    lines = dict.fromkeys([*found.lines, *_onward(found, iri, name, base)])
    failed = None
    try:
        return b"".join(output.write(in_order(lines, output.key)))
    except QueryError as error:
        failed = f"{error}; ask for another syntax"
    # Raised here and not above: iterators of the engine must go in this thread, and a traceback would carry them off.
    raise Problem(HTTPStatus.NOT_ACCEPTABLE, failed)


def _onward(found: Piece, iri: str, name: str, base: str | None) -> list[bytes]:
    if found.onward is None or not base:
        return []
    try:
        places = (found.start, found.onward)
        here, there = (NamedNode(urljoin(base, document_of(iri, ending_of(name), at))) for at in places)
    except ValueError:
        return []
    return [f"{here} {NamedNode(NEXT)} {there} .\n".encode()]
