"""Asking jobs without a server, and a graph that is too large for one answer."""

from __future__ import annotations

import io
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pyoxigraph as ox

from kg.model import predicates as p
from kg.rdf.iris import BASE, entity, record
from kg.service import jobs
from kg.service.asking import Answer, Asked
from kg.service.descriptions import MOST
from kg.service.jobs.graph import ORDERED
from kg.store import Snapshot
from kg.store.contents import Content
from kg.store.editing import create, editing

ROOT = "https://graph.example:8443"
LARGE = entity("drug", "large")
GRAPH = BASE + "large"
VALUES, POINTING = 2 * MOST + 7, 3 * MOST
FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
    "trig": ox.RdfFormat.TRIG,
    "nq": ox.RdfFormat.N_QUADS,
}


def publish_large(folder: Path) -> None:
    """A thing with more values, and more that points to it, than one piece holds; a graph that is not put in order."""
    values = "".join(f'<{LARGE}> <{p.ALT_LABEL}> "name {n}" .\n' for n in range(VALUES))
    pointing = "".join(f"<{record('r', str(n))}> <{p.TESTS_DRUG}> <{LARGE}> .\n" for n in range(POINTING))
    many = "".join(f'<urn:s{n // 3}> <urn:p:p{n % 3}> "{n}" .\n' for n in range(ORDERED + 10))
    many += f'<urn:s1> <{p.LABEL}> "Ä \\u000B" .\n'
    create(folder)
    with editing(folder) as editor:
        editor.put(None, [Content((values + pointing).encode(), ox.RdfFormat.N_TRIPLES, None)])
        editor.put(GRAPH, [Content(many.encode(), ox.RdfFormat.N_TRIPLES, None)])
        editor.put(BASE + "empty", [Content(b"", ox.RdfFormat.N_TRIPLES, None)])


def ask(snapshot: Snapshot, job: str, address: str, accept: str | None = None) -> Answer:
    parts = urlsplit(address)
    fields = tuple(parse_qsl(parts.query, keep_blank_values=True))
    return jobs.load(job)(snapshot, Asked(job, parts.path, fields, accept, base=ROOT + parts.path))


def body(answer: Answer) -> bytes:
    if isinstance(answer.body, bytes):
        return answer.body
    out = io.BytesIO()
    answer.body(out)
    return out.getvalue()


def triples(answer: Answer, ending: str) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(body(answer), format=FORMATS[ending])}
