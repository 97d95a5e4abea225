"""Which statements of a snapshot an export is made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.errors import QueryError
from kg.model.predicates import DESCRIBES, RDF_TYPE
from kg.rdf.iris import BASE

# The largest record of the development corpus (a trial with results, 3 MB of JSON) makes about 60,000 statements.
MOST_OF_ONE_THING = 250_000
RECORDS = BASE + "record/"


class Source(Protocol):
    """Whatever can be asked for statements by pattern; a snapshot of the store can."""

    def quads(
        self,
        subject: NamedNode | BlankNode | Triple | None = None,
        predicate: NamedNode | None = None,
        object: NamedNode | BlankNode | Literal | Triple | None = None,  # noqa: A002
        graph: NamedNode | BlankNode | DefaultGraph | None = None,
    ) -> Iterator[Quad]:
        """The statements that fit; None fits everything."""
        ...


def node(iri: str) -> NamedNode:
    """An address as the store knows it.

    :raises QueryError: when it is none.
    """
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise QueryError(f"wanted an IRI, found {iri!r} ({error})") from error


def chosen(snapshot: Source, *, about: str | None, graph: str | None, datasets: bool) -> Iterator[bytes]:
    """The statements of an export in no particular order, as N-Quads lines; without the graph unless ``datasets``.

    :raises QueryError: when there is none of a thing or graph that was asked for.
    """
    place = node(graph) if graph else None if datasets else DefaultGraph()
    found = _of_one_thing(snapshot, node(about), place) if about else snapshot.quads(None, None, None, place)
    said = False
    for quad in found:
        said = True
        yield f"{quad if datasets else quad.triple} .\n".encode()
    if not said and about:
        raise QueryError(f"nothing is said of <{about}>" + (f" in the graph <{graph}>" if graph else ""))
    if not said and graph:
        raise QueryError(f"no statement stands in the graph <{graph}>")


def _of_one_thing(snapshot: Source, thing: NamedNode, place: NamedNode | DefaultGraph | None) -> Iterator[Quad]:
    said = (quad for part in parts(snapshot, thing) for quad in snapshot.quads(part, None, None, place))
    for count, quad in enumerate(said):
        if count == MOST_OF_ONE_THING:
            raise QueryError(f"more than {count:,} statements are about <{thing.value}>; export its graph")
        yield quad


def parts(snapshot: Source, thing: NamedNode) -> Iterator[NamedNode]:
    """A thing and the nodes that exist only as parts of it, nearest first.

    Parts of a record are the nodes under its IRI, evidence included. Parts of a trial or publication are those that it
    points to, straight or by other parts, and that stand under the IRI of a record of it: its arms, outcomes and
    authorships, but neither its drugs and sponsors nor the evidence.
    """
    about = NamedNode(DESCRIBES)
    records = [str(quad.subject)[1:-1] for quad in snapshot.quads(None, about, thing, DefaultGraph())]
    homes = tuple(home + "/" for home in (thing.value, *records))
    # What a record says hangs on the trial, which is no part of it.
    described = set(_pointed_to(snapshot.quads(thing, about, None, DefaultGraph())))
    seen = {thing, *described}
    ahead = [thing, *described]
    while ahead:
        level, ahead = ahead, []
        for one in level:
            if one not in described:
                yield one
            for other in _neighbours(snapshot, one, inward=thing.value.startswith(RECORDS) and one not in described):
                if other not in seen and other.value.startswith(homes):
                    seen.add(other)
                    ahead.append(other)


def _neighbours(snapshot: Source, one: NamedNode, *, inward: bool) -> Iterator[NamedNode]:
    yield from _pointed_to(snapshot.quads(one, None, None, DefaultGraph()))
    # Evidence points to its record, and not the other way round. Elsewhere everything may point inward: half the graph
    # to a class of the schema.
    if inward:
        for quad in snapshot.quads(None, None, one, DefaultGraph()):
            if isinstance(quad.subject, NamedNode):
                yield quad.subject


def _pointed_to(quads: Iterator[Quad]) -> Iterator[NamedNode]:
    for quad in quads:
        if isinstance(quad.object, NamedNode) and quad.predicate.value != RDF_TYPE:
            yield quad.object
