"""What is in a snapshot, counted by class and property: too slow for a build or a request, so it is kept beside it.

0.7 M statements of the knowledge graph (1.4 M in all, 800 trials) take 8.6 s of one core: what each class has for
properties 6 s, what each property joins 2 s. It takes 65 MB beyond what is idle, since each class and each property is
asked for alone; asked for together they take as long, and memory that grows with the graph.
"""

from __future__ import annotations

import msgspec
from msgspec import Struct
from pyoxigraph import QuerySolutions

from kg.rdf.iris import BASE
from kg.store import Snapshot, beside
from kg.store.layout import COUNTS

# What is told apart is held in memory, 60 bytes each. Nothing is told apart where it could be more than this.
MOST_HELD = 10_000_000
# A thing has about so many properties, and they are told apart together.
PROPERTIES_OF_A_THING = 10
_PROPERTIES = "SELECT ?one (COUNT(*) AS ?n) { ?s ?one ?o } GROUP BY ?one"
_CLASSES = "SELECT ?one (COUNT(*) AS ?n) { ?s a ?one FILTER(isIRI(?one)) } GROUP BY ?one"
_ENTITIES = "SELECT (COUNT(DISTINCT ?s) AS ?n) {{ ?s a ?class FILTER(STRSTARTS(STR(?s), '{base}')) }}"
_SUBJECTS = "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }"
_OBJECTS = "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }"
_JOINED = "SELECT (COUNT(DISTINCT ?s) AS ?s_n) (COUNT(DISTINCT ?o) AS ?o_n) {{ ?s <{iri}> ?o }}"
_OF_CLASS = "SELECT ?one (COUNT(*) AS ?n) {apart} {{ ?s a <{iri}> . ?s ?one ?o }} GROUP BY ?one"


class PropertyCount(Struct, frozen=True, kw_only=True):
    """A property, in the knowledge graph or of the things of one class.

    :ivar triples: how many statements have it.
    :ivar subjects: how many things have it; None where nobody counted.
    :ivar objects: how many different values it has; None where nobody counted.
    """

    iri: str
    triples: int
    subjects: int | None = None
    objects: int | None = None


class ClassCount(Struct, frozen=True, kw_only=True):
    """A class.

    :ivar entities: how many things it has.
    :ivar properties: what is said of them, in order of the properties' IRIs; empty where nobody counted.
    """

    iri: str
    entities: int
    properties: tuple[PropertyCount, ...] = ()


class Partitions(Struct, frozen=True, kw_only=True):
    """The knowledge graph of one snapshot, counted.

    :ivar entities: things under our own namespace that have a class; None where they are too many to count.
    :ivar subjects: things of which anything is said; None where they are too many.
    :ivar objects: different values and things that are pointed to; None where they are too many.
    :ivar classes: in order of their IRIs.
    :ivar properties: in order of their IRIs.
    """

    triples: int
    entities: int | None
    subjects: int | None
    objects: int | None
    classes: tuple[ClassCount, ...]
    properties: tuple[PropertyCount, ...]


def counted(snapshot: Snapshot, *, most: int = MOST_HELD) -> Partitions:
    """Count; takes about 12 s for a million statements of the knowledge graph.

    :param most: how many things or values may be told apart at once.
    """
    properties = _grouped(snapshot, _PROPERTIES)
    triples = sum(properties.values())
    few = triples <= most
    return Partitions(
        triples=triples,
        entities=_one(snapshot, _ENTITIES.format(base=BASE)) if few else None,
        subjects=_one(snapshot, _SUBJECTS) if few else None,
        objects=_one(snapshot, _OBJECTS) if few else None,
        classes=tuple(_class(snapshot, iri, n, most) for iri, n in sorted(_grouped(snapshot, _CLASSES).items())),
        properties=tuple(_joined(snapshot, iri, n, most) for iri, n in sorted(properties.items())),
    )


def _rows(snapshot: Snapshot, query: str) -> list[dict[str, str]]:
    found = snapshot.query(query)
    if not isinstance(found, QuerySolutions):
        raise TypeError(f"wanted a query with a table for its answer, found {query}")
    names = [variable.value for variable in found.variables]
    return [{name: row[name].value for name in names} for row in found]


def _one(snapshot: Snapshot, query: str) -> int:
    (row,) = _rows(snapshot, query)
    return int(row["n"])


def _grouped(snapshot: Snapshot, query: str) -> dict[str, int]:
    return {row["one"]: int(row["n"]) for row in _rows(snapshot, query)}


def _joined(snapshot: Snapshot, iri: str, triples: int, most: int) -> PropertyCount:
    if triples > most:
        return PropertyCount(iri=iri, triples=triples)
    (row,) = _rows(snapshot, _JOINED.format(iri=iri))
    return PropertyCount(iri=iri, triples=triples, subjects=int(row["s_n"]), objects=int(row["o_n"]))


def _class(snapshot: Snapshot, iri: str, entities: int, most: int) -> ClassCount:
    few = entities * PROPERTIES_OF_A_THING <= most
    rows = _rows(snapshot, _OF_CLASS.format(iri=iri, apart="(COUNT(DISTINCT ?s) AS ?s_n)" if few else ""))
    properties = (
        PropertyCount(iri=row["one"], triples=int(row["n"]), subjects=int(row["s_n"]) if few else None)
        for row in sorted(rows, key=lambda row: row["one"])
    )
    return ClassCount(iri=iri, entities=entities, properties=tuple(properties))


def kept(snapshot: Snapshot) -> Partitions | None:
    """What was counted before; None where nobody did, or an older version of this program that counted otherwise."""
    content = beside.read(snapshot, COUNTS)
    return None if content is None else read(content)


def keep(snapshot: Snapshot, partitions: Partitions) -> bool:
    """Keep what was counted beside the snapshot.

    :returns: False where the folder of the graph cannot be written to.
    """
    return beside.write(snapshot, COUNTS, written(partitions))


def written(partitions: Partitions) -> bytes:
    """Counts as JSON."""
    return msgspec.json.encode(partitions)


def read(content: bytes | str) -> Partitions | None:
    """Counts from JSON; None for anything else."""
    try:
        return msgspec.json.decode(content, type=Partitions)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
