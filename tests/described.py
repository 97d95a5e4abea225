"""What descriptions are judged with: the terms of the vocabularies, and a service over the shipped documents."""

from __future__ import annotations

import socket
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pyoxigraph as ox
import rdflib
import uvicorn
from rdflib.namespace import DCAT, DCTERMS, FOAF, OWL, RDF, RDFS, SDO, SH, VOID

from kg.service import jobs
from kg.service.asking import Answer, Asked
from kg.service.front import Front
from kg.service.settings import Settings
from kg.store import Snapshot

SHIPPED = Path(__file__).resolve().parents[1] / "data" / "documents"
HOST = "http://127.0.0.1:7878"
VOID_PATH = "/.well-known/void"
SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
ADDRESSES = {
    "void": VOID_PATH,
    "describe": "/sparql",
    "examples": "/.well-known/sparql-examples",
}
SYNTAXES = {
    "text/turtle": "turtle",
    "application/n-triples": "nt",
    "application/ld+json": "json-ld",
    "application/rdf+xml": "xml",
}
# Domain and range of every property of https://www.w3.org/TR/sparql11-service-description/#vocab that has a range.
SD_PROPERTIES = {
    "endpoint": ("Service", None),
    "feature": ("Service", "Feature"),
    "supportedLanguage": ("Service", "Language"),
    "resultFormat": ("Service", None),
    "defaultEntailmentRegime": ("Service", None),
    "defaultDataset": ("Service", "Dataset"),
    "defaultGraph": ("Dataset", "Graph"),
    "namedGraph": ("Dataset", "NamedGraph"),
    "name": ("NamedGraph", None),
    "graph": ("NamedGraph", "Graph"),
}
# Instances that the vocabulary itself says the class of.
SD_TERMS = {
    "Language": {"SPARQL10Query", "SPARQL11Query", "SPARQL11Update"},
    "Feature": {"DereferencesURIs", "UnionDefaultGraph", "RequiresDataset", "EmptyGraphs", "BasicFederatedQuery"},
}
SD_CLASSES = {"Service", "Dataset", "Graph", "NamedGraph", "GraphCollection"}
# https://www.w3.org/ns/formats/
FORMAT_NAMES = {
    *("Turtle", "N-Triples", "N-Quads", "TriG", "JSON-LD", "RDF_XML"),
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
}
_CLOSED = (DCAT, DCTERMS, FOAF, OWL, RDF, RDFS, SDO, SH, VOID)


def is_term(iri: str) -> bool | None:
    """Whether a vocabulary has a term; None for one of a vocabulary that descriptions do not use."""
    if iri.startswith(SD):
        return iri[len(SD) :] in {*SD_PROPERTIES, *SD_CLASSES, *SD_TERMS["Language"], *SD_TERMS["Feature"]}
    if iri.startswith(FORMATS):
        return iri[len(FORMATS) :] in FORMAT_NAMES
    for vocabulary in _CLOSED:
        if iri.startswith(str(vocabulary)) and iri != str(vocabulary):
            return iri in vocabulary
    return None


def answered(
    snapshot: Snapshot,
    job: str,
    *fields: tuple[str, str],
    accept: str | None = None,
    path: str | None = None,
    host: str = HOST,
) -> Answer:
    """What a job answers.

    :param path: that was asked; None for the job's own.
    """
    path = path or ADDRESSES.get(job, "/")
    return jobs.load(job)(snapshot, Asked(job=job, path=path, fields=fields, accept=accept, base=host + path))


def said(
    snapshot: Snapshot, job: str, *fields: tuple[str, str], path: str | None = None, host: str = HOST
) -> rdflib.Graph:
    """What a job says, read by another parser."""
    answer = answered(snapshot, job, *fields, accept="application/n-triples", path=path, host=host)
    assert isinstance(answer.body, bytes)
    return rdflib.Graph().parse(data=answer.body, format="nt")


def statements(snapshot: Snapshot, graph: str | None = None) -> list[tuple[str, str, str]]:
    """The statements of the knowledge graph or of a named graph as texts; counting them asks the engine nothing."""
    out = BytesIO()
    snapshot.dump(out, ox.RdfFormat.N_TRIPLES, graph=ox.NamedNode(graph) if graph else ox.DefaultGraph())
    lines = out.getvalue().decode().split("\n")[:-1]
    found = [line.removesuffix(" .").split(" ", 2) for line in lines]
    return [(s[1:-1], p[1:-1], o) for s, p, o in found]


def classes_of(found: list[tuple[str, str, str]]) -> Mapping[str, set[str]]:
    """The things of each class."""
    things = defaultdict(set)
    for s, p, o in found:
        if p == str(RDF.type):
            things[o[1:-1]].add(s)
    return things


def by_class(found: list[tuple[str, str, str]]) -> Iterator[tuple[tuple[str, str], tuple[int, int]]]:
    """Statements and subjects of each property of the things of each class."""
    for name, things in classes_of(found).items():
        ours = [(s, p) for s, p, _ in found if s in things]
        subjects = Counter(p for _, p in set(ours))
        yield from (((name, p), (n, subjects[p])) for p, n in Counter(p for _, p in ours).items())


def number(graph: rdflib.Graph, subject: rdflib.term.Node, predicate: rdflib.URIRef) -> int | None:
    """A count; None where none is given."""
    found = list(graph.objects(subject, predicate))
    assert len(found) <= 1
    return int(str(found[0])) if found else None


@contextmanager
def listening(settings: Settings) -> Iterator[str]:
    """A running service, by its address."""
    place = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(Front(settings), log_level="warning", lifespan="on"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [place]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{place.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        place.close()
