"""Tests of the SPARQL Protocol and the Graph Store Protocol: requests in order, and what each is to be answered."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus

import pyoxigraph as ox
import rdflib
from rdflib.term import Node

from tests.conformance.results import CSV, GRAPHS, JSON, TSV, XML
from tests.conformance.sending import Request
from tests.conformance.suites import MF, Manifest, Suites

HT = rdflib.Namespace("http://www.w3.org/2011/http#")
CNT = rdflib.Namespace("http://www.w3.org/2011/content#")
UT = rdflib.Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
PROTOCOL = ("sparql/sparql11/protocol/manifest.ttl",)
STORE = tuple(f"sparql/sparql11/graph-store-protocol/manifest-{kind}.ttl" for kind in ("direct", "indirect"))
# What `mf:expectedFormat` means, in media types.
FORMATS = {"boolean": {XML, JSON}, "tabular": {XML, JSON, CSV, TSV}, "RDF": {*GRAPHS, "application/xhtml+xml"}}
CODES = {re.sub(r"\W", "", status.phrase).lower(): str(status.value) for status in HTTPStatus}


@dataclass(frozen=True)
class Wanted:
    """What a response must be; None where anything will do.

    :ivar statuses: such as ``201`` or ``2xx``; any of them will do.
    :ivar form: a key of :data:`FORMATS`.
    :ivar headers: names in lower case.
    :ivar body: a graph or results in the format that the headers name, Turtle where they name none.
    :ivar location: the word that the header's value stands in place of in what follows.
    """

    statuses: frozenset[str]
    boolean: bool | None = None
    form: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    body: str | None = None
    location: str | None = None


@dataclass(frozen=True)
class Exchange:
    """A request and what is wanted of the response."""

    request: Request
    wanted: Wanted


@dataclass(frozen=True)
class Conversation:
    """One test.

    :ivar name: the last part of its IRI.
    :ivar title: for people.
    :ivar authority: host of the server, as the addresses in it say.
    :ivar graphs: what the graph store holds at the beginning.
    """

    name: str
    title: str
    authority: str
    graphs: tuple[ox.Quad, ...]
    exchanges: tuple[Exchange, ...]


def conversations(suites: Suites, paths: Iterable[str]) -> list[Conversation]:
    """The tests of some manifests."""
    kinds = ("ProtocolTest", "GraphStoreProtocolTest")
    found = ((manifest, test) for manifest in map(suites.manifest, paths) for test in manifest.tests(*kinds))
    return [conversation(suites, manifest, test) for manifest, test in found]


def conversation(suites: Suites, manifest: Manifest, test: Node) -> Conversation:
    """One test of a manifest."""
    action = manifest.one(test, MF.action)
    requests = manifest.items(action, HT.requests) + manifest.items(action, HT.Requests)
    return Conversation(
        str(test).rpartition("#")[2],
        manifest.text(test, MF.name) or "",
        manifest.text(action, HT.connectionAuthority) or "www.example",
        (*graphs(suites, manifest, test), *graphs(suites, manifest, action)),
        tuple(Exchange(request(manifest, one), wanted(manifest, one)) for one in requests),
    )


def graphs(suites: Suites, manifest: Manifest, subject: Node | None) -> list[ox.Quad]:
    """Named graphs and default graph of a test, or of its action or result."""
    found = [quad for one in manifest.all(subject, UT.data) for quad in quads(suites, str(one), ox.DefaultGraph())]
    for one in manifest.all(subject, UT.graphData):
        file = manifest.one(one, UT.graph) or manifest.one(one, UT.data) or one
        name = manifest.text(one, rdflib.RDFS.label) or str(file)
        found += quads(suites, str(file), ox.NamedNode(name))
    return found


def quads(suites: Suites, address: str, name: ox.NamedNode | ox.DefaultGraph) -> list[ox.Quad]:
    """A file as one graph, with blank nodes of its own."""
    kind = ox.RdfFormat.from_extension(address.rpartition(".")[2]) or ox.RdfFormat.TURTLE
    read = ox.parse(suites.read(address), kind, base_iri=address, rename_blank_nodes=True)
    return [ox.Quad(quad.subject, quad.predicate, quad.object, name) for quad in read]


def request(manifest: Manifest, node: Node) -> Request:
    """A request as it is sent."""
    body = manifest.one(node, HT.body)
    return Request(
        manifest.text(node, HT.methodName) or "GET",
        manifest.text(node, HT.absolutePath) or "/",
        dict(headers(manifest, node)),
        octets(manifest, body),
    )


def octets(manifest: Manifest, body: Node | None) -> bytes | None:
    """A body as it is sent, from text in some encoding or from Base64; None for none."""
    text, coded = manifest.text(body, CNT.chars), manifest.text(body, CNT.bytes)
    if text is None:
        return None if coded is None else b64decode(coded)
    return text.encode(manifest.text(body, CNT.characterEncoding) or "utf-8")


def headers(manifest: Manifest, node: Node | None) -> list[tuple[str, str]]:
    """Names, in lower case, and values."""
    fields = ((manifest.text(one, HT.fieldName), one) for one in manifest.items(node, HT.headers))
    return [((name or "").lower(), manifest.text(one, HT.fieldValue) or "") for name, one in fields]


def wanted(manifest: Manifest, node: Node) -> Wanted:
    """What the response of a request must be."""
    response = manifest.one(node, HT.resp)
    boolean = manifest.text(response, MF.expectedBoolean)
    body = manifest.one(response, HT.body)
    return Wanted(
        frozenset(status(str(one)) for one in manifest.all(response, MF.expectedStatus)),
        None if boolean is None else boolean in ("true", "1"),
        manifest.text(response, MF.expectedFormat),
        tuple(headers(manifest, response)),
        manifest.text(body, CNT.chars),
        manifest.text(response, MF.expectedLocation),
    )


def status(iri: str) -> str:
    """What a status, or class of them, is written as.

    >>> status("http://www.w3.org/2011/http-statusCodes#StatusCode2xx"), status("#NoContent"), status("#StatusCode404")
    ('2xx', '204', '404')
    """
    name = iri.rpartition("#")[2].removeprefix("StatusCode")
    return name if name[:1].isdigit() else CODES[name.lower()]
