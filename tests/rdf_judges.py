"""Two independent readers of RDF, and a graph in memory to export."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.term import URIRef

from kg import exports
from kg.rdf.iris import record, trial
from kg.rdf.prefixes import PREFIXES

XSD = PREFIXES["xsd"]
TRIPLES = {"ttl": "turtle", "nt": "nt", "jsonld": "json-ld", "rdfxml": "xml"}
DATASETS = {"nq": "nquads", "trig": "trig"}
READERS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
# What LinkML makes of a schema: kinds that do not fit the values, a term that hides a prefix, contexts within terms.
CONTEXT = {
    "@vocab": PREFIXES["tg"],
    "xsd": XSD,
    "rdfs": PREFIXES["rdfs"],
    "trial": PREFIXES["trial"],
    "record": PREFIXES["record"],
    "drug": {"@type": "xsd:anyURI", "@id": "drug"},
    "MONDO": {"@id": PREFIXES["MONDO"], "@prefix": True},
    "iri": "@id",
    "label": {"@id": "rdfs:label"},
    "enrolment": {"@type": "xsd:integer"},
    "start_date": {"@type": "xsd:date", "@id": "startDate"},
    "arm": {"@type": "@id", "@id": "arm"},
    "phase": {"@context": {"meaning": "@id"}, "@id": "phase", "@type": "@vocab"},
    "Trial": {"@id": "Trial"},
}


class Graph:
    """A store in memory that is asked as a snapshot is."""

    def __init__(self, *texts: str) -> None:
        store = ox.Store()
        for text in texts:
            store.load(text.encode(), ox.RdfFormat.N_QUADS)
        self.store = store
        self.quads = store.quads_for_pattern


def written(asked: Graph, name: str, **what: str) -> bytes:
    out = io.BytesIO()
    exports.export(asked, name, out, **what)
    return out.getvalue()


Said = set[tuple[str, ...]]
Judge = Callable[[bytes, str], Said]


def term(value: object) -> str:
    """A term of either reader in one writing."""
    if isinstance(value, rdflib.Literal):
        if value.language:
            return str(ox.Literal(str(value), language=value.language))
        return str(ox.Literal(str(value), datatype=ox.NamedNode(str(value.datatype or XSD + "string"))))
    return f"<{value}>" if isinstance(value, URIRef) else f"_:{value}"


def as_read_by_oxigraph(body: bytes, name: str) -> Said:
    read = ox.parse(body, format=READERS[name])
    return {(str(q.subject), str(q.predicate), str(q.object), str(q.graph_name).replace("DEFAULT", "")) for q in read}


def as_read_by_rdflib(body: bytes, name: str) -> Said:
    dataset = rdflib.Dataset()
    into = dataset if name in DATASETS else dataset.default_graph
    # It would read 05 as 5; a judge must not mend what it judges.
    was, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False
    try:
        into.parse(data=body, format=(TRIPLES | DATASETS)[name])
    finally:
        rdflib.NORMALIZE_LITERALS = was
    return {
        (term(s), term(p), term(o), "" if g is None or "default" in str(g) else term(g))
        for s, p, o, g in dataset.quads((None, None, None, None))
    }


def held(quads: Iterable[ox.Quad]) -> Said:
    return {(str(q.subject), str(q.predicate), str(q.object), str(q.graph_name).replace("DEFAULT", "")) for q in quads}


JUDGES = pytest.mark.parametrize("judge", [as_read_by_oxigraph, as_read_by_rdflib], ids=["oxigraph", "rdflib"])
ALL = pytest.mark.parametrize("name", exports.names())

T = trial("NCT1")
R = record("ctgov", "NCT1")
