"""The service over a real store, asked over HTTP on loopback; each answer is read by someone else's parser."""

from __future__ import annotations

import csv
import http.client
import io
import json
import re
import socket
import threading
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, urlencode
from xml.etree import ElementTree

import httpx
import pyoxigraph as ox
import pytest
import rdflib
import uvicorn

from kg import shipped, vocab
from kg.document import Document
from kg.model import (
    Arm,
    Drug,
    Evidence,
    Organisation,
    Publication,
    RegistryRecord,
    SponsorRole,
    Trial,
)
from kg.model import predicates as p
from kg.pipeline import Converted, ConvertedDocument
from kg.query.catalogue import CannedQuery, catalogue
from kg.rdf.iris import BASE, entity, organisation, record, trial, under
from kg.rdf.iris import rule_set as rules
from kg.rdf.prefixes import PREFIXES
from kg.service import app
from kg.service.federation import calls_elsewhere
from kg.service.markup import Html, tag
from kg.service.negotiation import preferred
from kg.service.things import LISTED, SHOWN
from kg.store.building import build
from kg.store.recipe import Recipe, fingerprint

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
ATTACK = '<script>alert("x")</script> \'"><img src=x onerror=alert(1)>'
T = trial("NCT00000001")
R = record("ctgov", "NCT00000001")
ORG = organisation("Klinik Süd 联合", "Zürich")
MANY = entity("drug", "given-everywhere")


def one_document() -> tuple[str, str]:
    """A document with every difficulty of a page: hostile names, long lists, evidence, other scripts, conclusions."""
    arms = [Arm(iri=under(R, "arm", n), label=f"Arm {n}", tests_drug=(MANY,)) for n in range(1, LISTED + SHOWN + 6)]
    stated = [
        RegistryRecord(iri=R, label="Record of one", record_id="NCT00000001", source_registry="ctgov", describes=(T,)),
        Trial(
            iri=T,
            label=ATTACK,
            registry_id=("NCT00000001",),
            brief_title="A <b>bold</b> title",
            brief_summary="First line.\nSecond line & more.",
            detailed_description="It begins so. " + "A long text. " * 100 + "It ends so.",
            start_date="2019-07",
            enrolment=42,
            phase=("PHASE1",),
            arm=tuple(arm.iri for arm in arms),
            same_as=("http://identifiers.org/clinicaltrials/NCT00000001",),
        ),
        *arms,
        Organisation(iri=ORG, label="Klinik Süd 联合"),
        SponsorRole(iri=under(R, "sponsor", 1), label="<Sponsor>", denotes=(ORG,)),
        Publication(iri=BASE + "publication/pmid-1", title="A paper", pmid="1"),
        Evidence(
            iri=under(R, "evidence", 1),
            subject=T,
            predicate=p.ENROLMENT,
            object=f'"42"^^<{PREFIXES["xsd"]}integer>',
            prefix="we enrolled",
            exact="42 <participants>",
            suffix="in all",
            start=10,
            end=27,
            derived_from=R,
            basis="STATED",
        ),
        Evidence(
            iri=under(R, "evidence", 2),
            subject=T,
            predicate=p.TESTS_DRUG,
            object=f"<{MANY}>",
            exact="the drug",
            derived_from=R,
            basis="INFERRED",
            rule="names",
            confidence=Decimal("0.9"),
        ),
    ]
    drug = Drug(iri=MANY, label="Given everywhere", has_mechanism=(entity("mechanism", "iap-antagonist"),))
    inferred = Trial(iri=T, tests_drug=(MANY,)).nquads(rules("shortcuts")) + drug.nquads(rules("shortcuts"))
    return "".join(one.nquads(R) for one in stated), inferred


def converting(stream: Iterable[tuple[str, Document]], contacts: bool) -> Iterator[Converted]:
    """In place of a loader: the one document, whatever its bytes."""
    del contacts
    for name, document in stream:
        stated, inferred = one_document()
        yield Converted((ConvertedDocument(document.uri, name, R, "2024", 1, document.sha256, stated, inferred),), ())


def publish(folder: Path, body: bytes = b"1") -> None:
    recipe = Recipe(
        vocabulary=vocab.nquads(),
        ontology=(shipped.schema() / "ontology.ttl").read_text(),
        fingerprint=fingerprint(body.decode(), contacts=False),
    )
    build(folder, iter([("handmade", Document("one.json", body))]), recipe, run=converting)


class Server:
    """A server in a thread, on a port that is free."""

    def __init__(self, folder: Path) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.authority = f"127.0.0.1:{self._socket.getsockname()[1]}"
        self._server = uvicorn.Server(uvicorn.Config(app(folder), log_level="warning"))
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]})
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)

    def stop(self) -> None:
        """Wait until it has answered what it was asked."""
        self._server.should_exit = True
        self._thread.join()
        self._socket.close()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store")
    publish(folder)
    return folder


@pytest.fixture(scope="module")
def server(store: Path) -> Iterator[Server]:
    running = Server(store)
    yield running
    running.stop()


@pytest.fixture(scope="module")
def web(server: Server) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=f"http://{server.authority}", timeout=30) as client:
        yield client


def ask(web: httpx.Client, query: str, accept: str | None = None, **more: str) -> httpx.Response:
    headers = {"Accept": accept} if accept else {"Accept": "*/*"}
    return web.get("/sparql", params={"query": query, **more}, headers=headers)


SELECT = f"SELECT ?enrolment ?start WHERE {{ <{T}> <{p.ENROLMENT}> ?enrolment ; <{p.START_DATE}> ?start }}"
CONSTRUCT = f"CONSTRUCT {{ <{T}> ?p ?o }} WHERE {{ <{T}> ?p ?o }}"


# The protocol


def by_get(web: httpx.Client, query: str) -> httpx.Response:
    return web.get("/sparql", params={"query": query})


def by_form(web: httpx.Client, query: str) -> httpx.Response:
    return web.post("/sparql", data={"query": query})


def by_body(web: httpx.Client, query: str) -> httpx.Response:
    return web.post("/sparql", content=query, headers={"Content-Type": "application/sparql-query; charset=UTF-8"})


@pytest.mark.parametrize("way", [by_get, by_form, by_body])
def test_a_query_is_answered_by_each_way_of_the_protocol(
    web: httpx.Client, way: Callable[[httpx.Client, str], httpx.Response]
) -> None:
    answer = way(web, 'SELECT ("é & + 100%" AS ?x) {}')
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/sparql-results+json"
    assert answer.json()["results"]["bindings"] == [{"x": {"type": "literal", "value": "é & + 100%"}}]


def test_a_query_may_be_as_long_as_no_address_is(web: httpx.Client) -> None:
    assert by_body(web, "ASK {} #" + "x" * 200_000).json()["boolean"] is True


def test_a_body_of_more_than_a_megabyte_is_refused(web: httpx.Client) -> None:
    assert by_body(web, "ASK {} #" + "x" * 1_000_001).status_code == 413


XSD = PREFIXES["xsd"]


def json_table(body: bytes) -> list[tuple[str, ...]]:
    found = json.loads(body)
    assert found["head"]["vars"] == ["enrolment", "start"]
    return [
        tuple(f"{row[v]['value']}^^{row[v]['datatype']}" for v in found["head"]["vars"])
        for row in found["results"]["bindings"]
    ]


def xml_table(body: bytes) -> list[tuple[str, ...]]:
    space = {"s": "http://www.w3.org/2005/sparql-results#"}
    root = ElementTree.fromstring(body)  # noqa: S314
    literals = [[one.find("s:literal", space) for one in row] for row in root.findall(".//s:result", space)]
    return [tuple(f"{one.text}^^{one.get('datatype')}" for one in row if one is not None) for row in literals]


def rdflib_xml_table(body: bytes) -> list[tuple[str, ...]]:
    found = rdflib.query.Result.parse(io.BytesIO(body), format="xml")
    return [tuple(f"{one}^^{one.datatype}" for one in row) for row in found]


@pytest.mark.parametrize(
    ("accept", "media_type", "parse"),
    [
        ("application/sparql-results+json", "application/sparql-results+json", json_table),
        ("application/json", "application/json", json_table),
        ("application/sparql-results+xml", "application/sparql-results+xml", xml_table),
        ("application/xml", "application/xml", rdflib_xml_table),
        ("*/*", "application/sparql-results+json", json_table),
        ("text/html, application/sparql-results+xml;q=0.2, */*;q=0.1", "application/sparql-results+xml", xml_table),
    ],
)
def test_a_table_has_its_types_in_each_syntax_that_holds_them(
    web: httpx.Client, accept: str, media_type: str, parse: Callable[[bytes], list[tuple[str, ...]]]
) -> None:
    answer = ask(web, SELECT, accept)
    assert answer.headers["content-type"] == media_type
    assert parse(answer.content) == [(f"42^^{XSD}integer", f"2019-07^^{XSD}gYearMonth")]


def test_csv_and_tsv_are_read_by_any_reader(web: httpx.Client) -> None:
    query = f"SELECT ?label ?enrolment WHERE {{ <{T}> <{p.LABEL}> ?label ; <{p.ENROLMENT}> ?enrolment }}"
    as_csv, as_tsv = ask(web, query, "text/csv"), ask(web, query, "text/tab-separated-values")
    assert as_csv.headers["content-type"].startswith("text/csv")
    assert list(csv.reader(io.StringIO(as_csv.text, newline=""))) == [["label", "enrolment"], [ATTACK, "42"]]
    assert as_tsv.headers["content-type"].startswith("text/tab-separated-values")
    header, row, rest = as_tsv.text.split("\n")
    assert (header, row.split("\t")[1], rest) == ("?label\t?enrolment", "42", "")


@pytest.mark.parametrize("accept", ["application/sparql-results+json", "application/sparql-results+xml"])
@pytest.mark.parametrize(("query", "wanted"), [(f"ASK {{ <{T}> ?p ?o }}", True), ("ASK { <urn:no> ?p ?o }", False)])
def test_a_truth_value_is_answered(web: httpx.Client, accept: str, query: str, wanted: bool) -> None:
    answer = ask(web, query, accept)
    kind = accept.rpartition("+")[2]
    found = rdflib.query.Result.parse(io.BytesIO(answer.content), format=kind)
    assert found.askAnswer is wanted


RDF = {
    "text/turtle": "turtle",
    "application/n-triples": "nt",
    "application/ld+json": "json-ld",
    "application/rdf+xml": "xml",
}


@pytest.mark.parametrize("accept", RDF)
@pytest.mark.parametrize("query", [CONSTRUCT, f"DESCRIBE <{T}>"], ids=["construct", "describe"])
def test_a_graph_is_answered_in_each_syntax(web: httpx.Client, accept: str, query: str) -> None:
    answer = ask(web, query, accept)
    assert answer.headers["content-type"].startswith(accept)
    found = rdflib.Graph().parse(data=answer.content, format=RDF[accept])
    assert (
        len(found)
        == len(rdflib.Graph().parse(data=ask(web, CONSTRUCT, "application/n-triples").text, format="nt"))
        > 200
    )
    assert rdflib.Literal(ATTACK) in set(found.objects(rdflib.URIRef(T), rdflib.URIRef(p.LABEL)))


@pytest.mark.parametrize("accept", RDF)
def test_a_graph_with_blank_nodes_is_answered_in_each_syntax(web: httpx.Client, accept: str) -> None:
    answer = ask(web, "CONSTRUCT { _:a <urn:p> 1 . _:a <urn:q> _:a } WHERE {}", accept)
    found = rdflib.Graph().parse(data=answer.content, format=RDF[accept])
    (node,) = set(found.subjects())
    assert (node, rdflib.URIRef("urn:q"), node) in found


def test_turtle_is_what_comes_when_nothing_is_asked_for(web: httpx.Client) -> None:
    assert ask(web, CONSTRUCT).headers["content-type"].startswith("text/turtle")


def test_relative_addresses_are_relative_to_the_endpoint(web: httpx.Client, server: Server) -> None:
    answer = ask(web, "CONSTRUCT { <a> <b> <c> } WHERE {}", "application/n-triples")
    root = f"http://{server.authority}/"
    assert answer.text == f"<{root}a> <{root}b> <{root}c> .\n"


def test_the_dataset_is_exactly_what_the_request_says(web: httpx.Client) -> None:
    count = "SELECT (COUNT(*) AS ?n) { %s }"
    inferred = rules("shortcuts")

    def counted(pattern: str, fields: dict[str, str | list[str]]) -> int:
        found = web.get("/sparql", params={"query": count % pattern, **fields}).json()
        return int(found["results"]["bindings"][0]["n"]["value"])

    whole = counted(f"<{T}> ?p ?o", {})
    of_record = counted(f"<{T}> ?p ?o", {"default-graph-uri": R})
    of_rules = counted(f"<{T}> ?p ?o", {"default-graph-uri": inferred})
    assert whole > of_record > of_rules > 0
    # Both say what kind of thing the trial is, and over two graphs Oxigraph counts that twice.
    assert counted(f"<{T}> ?p ?o", {"default-graph-uri": [R, inferred]}) == of_record + of_rules
    assert counted(f"GRAPH ?g {{ <{T}> ?p ?o }}", {"named-graph-uri": inferred}) == of_rules
    assert counted(f"GRAPH ?g {{ <{T}> ?p ?o }}", {"default-graph-uri": R}) == 0
    assert counted(f"<{T}> ?p ?o", {"named-graph-uri": R}) == 0


def test_the_dataset_of_the_request_goes_before_that_of_the_query(web: httpx.Client) -> None:
    answer = ask(web, f"ASK FROM <urn:none> {{ <{T}> ?p ?o }}", **{"default-graph-uri": R})
    assert answer.json()["boolean"] is True


def test_the_dataset_may_stand_in_the_address_of_a_post(web: httpx.Client) -> None:
    params = {"default-graph-uri": "urn:none"}
    query = f"ASK {{ <{T}> ?p ?o }}"
    as_form = web.post("/sparql", params=params, data={"query": query})
    as_body = web.post("/sparql", params=params, content=query, headers={"Content-Type": "application/sparql-query"})
    assert as_form.json()["boolean"] is as_body.json()["boolean"] is False


def problem(answer: httpx.Response, status: int, words: str) -> dict[str, object]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    document: dict[str, object] = answer.json()
    assert document["status"] == status
    assert re.search(words, str(document["detail"])), document
    return document


@pytest.mark.parametrize(
    ("query", "line", "column", "words"),
    [
        ("SELECT * {", 1, 11, "line 1, column 11: expected "),
        ("SELECT *\n{ ?s foo:bar ?o }", 2, 13, "Prefix not found"),
        ("SELECT (1 AS ?x) (2 AS ?x) {}", 1, 30, "Duplicated variable name"),
    ],
)
def test_a_text_that_is_no_query_is_refused_with_its_place(
    web: httpx.Client, query: str, line: int, column: int, words: str
) -> None:
    document = problem(ask(web, query), 400, words)
    assert (document["line"], document["column"]) == (line, column)
    assert "u{00C0}" not in str(document)


def raw(server: Server, method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection(server.authority)
    connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    found = answer.status, answer.read()
    connection.close()
    return found


ASK = "query=ASK%20%7B%7D"
FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("method", "path", "content_type", "body", "status", "words"),
    [
        ("GET", "/sparql", None, None, 400, "wanted one field named query, found none"),
        ("GET", f"/sparql?{ASK}&{ASK}", None, None, 400, "found 2"),
        ("POST", "/sparql", FORM, b"", 400, "found none"),
        ("POST", f"/sparql?{ASK}", FORM, ASK.encode(), 400, "found 2"),
        ("POST", f"/sparql?{ASK}", "application/sparql-query", b"ASK {}", 400, "found 2"),
        ("POST", "/sparql", None, b"ASK {}", 415, "found none"),
        ("POST", "/sparql", "text/plain", b"ASK {}", 415, "found text/plain"),
        ("POST", "/sparql", "application/sparql-query; charset=UTF-16", b"A", 415, "found utf-16"),
        ("POST", "/sparql", "application/sparql-query", b"ASK { \xff }", 400, "byte 0xff at 6"),
        ("GET", "/sparql?query=%FF", None, None, 400, "wanted fields in UTF-8"),
        ("POST", "/sparql", FORM, b"query=%FF", 400, "wanted fields in UTF-8"),
        ("GET", f"/sparql?{ASK}&default-graph-uri=a%20b", None, None, 400, "wanted the IRI of a graph, found 'a b'"),
        ("GET", f"/sparql?{ASK}&default-graph-uri=relative", None, None, 400, "wanted the IRI of a graph"),
        ("GET", "/sparql?update=CLEAR%20ALL", None, None, 403, "only answers queries"),
        ("POST", "/sparql", FORM, b"update=CLEAR+ALL", 403, "only answers queries"),
        ("POST", "/sparql", "application/sparql-update", b"CLEAR ALL", 403, "only answers queries"),
        ("POST", "/sparql", "application/sparql-query", b"CLEAR ALL", 400, "not a SPARQL query"),
        ("PUT", f"/sparql?{ASK}", None, None, 405, "Method Not Allowed"),
        ("DELETE", "/sparql", None, None, 405, "Method Not Allowed"),
        ("POST", "/", FORM, b"", 405, "Method Not Allowed"),
    ],
)
def test_a_request_that_asks_nothing_answerable_is_refused_in_words(
    server: Server, method: str, path: str, content_type: str | None, body: bytes | None, status: int, words: str
) -> None:
    headers = {"Content_Type": content_type} if content_type else {}
    found, text = raw(server, method, path, body, **headers)
    assert found == status, text
    assert words in json.loads(text)["detail"]


def test_a_refused_method_says_which_are_allowed(web: httpx.Client) -> None:
    assert set(web.put("/sparql").headers["allow"].split(", ")) >= {"GET", "POST"}


def test_nothing_that_was_asked_for_is_told_with_what_there_is(web: httpx.Client) -> None:
    problem(ask(web, SELECT, "image/png"), 406, "image/png; this query is answered as .*text/csv")
    problem(ask(web, CONSTRUCT, "text/csv"), 406, "text/turtle")


def test_other_origins_may_read_answers_and_refusals(web: httpx.Client) -> None:
    for answer in (ask(web, SELECT), ask(web, "no"), web.options("/sparql")):
        assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in web.get("/").headers


def test_a_head_has_the_headers_of_a_get_and_no_body(web: httpx.Client) -> None:
    answer = web.head("/sparql", params={"query": SELECT})
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-type"] == "application/sparql-results+json"


# Negotiation


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        (None, "a/json"),
        ("", "a/json"),
        ("*/*", "a/json"),
        ("a/xml", "a/xml"),
        ("A/XML", "a/xml"),
        ("a/xml;q=0.5, a/json;q=0.4", "a/xml"),
        ("a/*;q=0.5, t/csv", "t/csv"),
        ("a/json;q=0, */*", "a/xml"),
        ("a/*, a/json;q=0.1", "a/xml"),
        ("t/*", "t/csv"),
        ("a/xml; charset=utf-8 ; q=0.9, t/csv;q=0.8", "a/xml"),
        ("a/json;q=0", None),
        ("z/z", None),
        ("a/xml;q=wrong, t/csv;q=0.1", "t/csv"),
        ("rubbish, t/csv", "t/csv"),
        ("a/json;q=7", "a/json"),
    ],
)
def test_the_media_type_is_the_one_asked_for(accept: str | None, wanted: str | None) -> None:
    assert preferred(accept, ["a/json", "a/xml", "t/csv"]) == wanted


# SERVICE


CLOSED = "<http://127.0.0.1:9/>"
CALLS = [
    f"ASK {{ SERVICE {CLOSED} {{ ?s ?p ?o }} }}",
    f"ASK {{SeRvIcE{CLOSED}{{}}}}",
    f"ASK {{ SERVICE#c\n{CLOSED}{{}} }}",
    f"PREFIX : {CLOSED} ASK {{ SERVICE:a {{}} }}",
    f"PREFIX ab: {CLOSED} ASK {{ SERVICEab:a {{}} }}",
    f"ASK {{ BIND(1 AS ?a)SERVICE{CLOSED}{{}} }}",
    f"ASK {{ FILTER(1<2)SERVICE{CLOSED}{{}} FILTER(3>2) }}",
    f'ASK {{ BIND("a" AS ?a) SERVICE{CLOSED}{{}} BIND("b" AS ?b) }}',
    f"ASK {{ BIND('\\'' AS ?a) SERVICE{CLOSED}{{}} BIND('' AS ?b) }}",
    f'ASK {{ BIND("""a"b""" AS ?a) SERVICE{CLOSED}{{}} BIND("""""" AS ?b) }}',
    f"PREFIX e: <urn:e> ASK {{ OPTIONAL {{ ?s ?p e:a\\#b }} SERVICE {CLOSED} {{}} }}",
    f"PREFIX e: <urn:e> ASK {{ OPTIONAL {{ ?s ?p e:a.\\#b }} SERVICE {CLOSED} {{}} }}",
    f"PREFIX e: <urn:e> ASK {{ OPTIONAL {{ ?s ?p e:a\\'b }} SERVICE {CLOSED} {{}} OPTIONAL {{ ?s ?p e:a\\'b }} }}",
    f"ASK {{ {{ SELECT * {{ SERVICE {CLOSED} {{}} }} }} }}",
    f"# 'a\nASK {{ SERVICE {CLOSED} {{}} }} # '",
    f"ASK {{ VALUES ?x {{ 'a#b' }} SERVICE {CLOSED} {{}} }}",
    f"PREFIX e: <urn:a#b> ASK {{ SERVICE {CLOSED} {{}} }}",
]
# The engine makes no error of these, or none that it tells.
QUIET_CALLS = [
    f"ASK {{ service silent{CLOSED}{{}} }}",
    f"ASK {{ BIND({CLOSED} AS ?x) SERVICE?x {{}} }}",
    f"SELECT * {{ ?s ?p ?o FILTER EXISTS {{ SERVICE {CLOSED} {{}} }} }}",
    f"ASK {{ ?s ?p 1SERVICE{CLOSED}{{}} }}",
    f"ASK {{ ?s ?p trueSERVICE{CLOSED}{{}} }}",
]
CALMS = [
    'SELECT ("SERVICE" AS ?x) {}',
    "SELECT ('''it's a SERVICE''' AS ?x) {}",
    "ASK {} # SERVICE",
    "ASK { <urn:SERVICE> ?p ?o }",
    "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> ASK { ?s a sd:Service }",
    "SELECT ?service { ?service ?p ?o } LIMIT 1",
    "SELECT $Services { $Services ?p ?o } LIMIT 1",
    'ASK { ?s ?p "a"@en FILTER("\\"" != "SERVICE") }',
]


@pytest.mark.parametrize("query", CALLS, ids=range(len(CALLS)))
def test_every_query_that_would_call_elsewhere_is_refused(web: httpx.Client, query: str) -> None:
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("urn:s"), ox.NamedNode("urn:p"), ox.NamedNode("urn:o")))
    # The engine itself is the judge: each of these makes it try.
    with pytest.raises(OSError, match=r"port 9|[Cc]onnect"):
        list(found) if not isinstance(found := store.query(query), ox.QueryBoolean) else bool(found)
    problem(by_body(web, query), 403, "calls no other")


@pytest.mark.parametrize("query", QUIET_CALLS)
def test_a_query_that_would_call_elsewhere_in_silence_is_refused_too(web: httpx.Client, query: str) -> None:
    # That it is a query at all, the engine says too.
    with suppress(RuntimeError):
        ox.Store().query(query)
    problem(by_form(web, query), 403, "calls no other")


@pytest.mark.parametrize("query", CALMS)
def test_no_other_query_is_refused_for_its_words(web: httpx.Client, query: str) -> None:
    assert by_body(web, query).status_code == 200


def test_a_coded_letter_hides_nothing() -> None:
    assert calls_elsewhere("ASK { \\u0053ERVICE ?x {} }")
    assert calls_elsewhere("ASK { S\\U00000045RVICE ?x {} }")


# Linked data


def path(iri: str) -> str:
    return "/" + quote(iri.removeprefix(BASE), safe="/%")


def test_a_thing_is_a_page_for_browsers_and_rdf_for_programs_at_one_address(web: httpx.Client) -> None:
    browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    page = web.get(path(T), headers={"Accept": browser})
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    for accept, name in RDF.items():
        answer = web.get(path(T), headers={"Accept": accept})
        assert answer.headers["content-type"].startswith(accept)
        assert "Accept" in answer.headers["vary"]
        found = rdflib.Graph().parse(data=answer.content, format=name)
        assert (rdflib.URIRef(T), rdflib.URIRef(p.ENROLMENT), rdflib.Literal(42)) in found


@pytest.mark.parametrize(
    ("ending", "media_type", "name"),
    [
        ("ttl", "text/turtle", "turtle"),
        ("nt", "application/n-triples", "nt"),
        ("jsonld", "application/ld+json", "json-ld"),
        ("rdfxml", "application/rdf+xml", "xml"),
        ("trig", "application/trig", "trig"),
        ("nq", "application/n-quads", "nquads"),
    ],
)
def test_an_ending_says_which_syntax_whatever_the_browser_asks_for(
    web: httpx.Client, ending: str, media_type: str, name: str
) -> None:
    answer = web.get(f"{path(T)}.{ending}", headers={"Accept": "text/html"})
    assert answer.headers["content-type"].startswith(media_type)
    found = rdflib.Dataset(default_union=True).parse(data=answer.content, format=name)
    assert (rdflib.URIRef(under(R, "arm", 3)), rdflib.URIRef(p.LABEL), rdflib.Literal("Arm 3")) in found


def test_a_page_may_be_asked_for_by_its_ending(web: httpx.Client) -> None:
    assert web.get(f"{path(T)}.html", headers={"Accept": "text/turtle"}).headers["content-type"].startswith("text/html")


@pytest.mark.parametrize(
    "iri",
    [
        T,
        R,
        ORG,
        MANY,
        under(R, "arm", 1),
        p.PHASE,
        PREFIXES["tg"] + "Trial",
        rules("shortcuts"),
        BASE + "vocabulary",
        entity("mechanism", "iap-antagonist"),
        BASE + "publication/pmid-1",
    ],
)
def test_every_kind_of_thing_has_a_page(web: httpx.Client, iri: str) -> None:
    assert web.get(path(iri), headers={"Accept": "text/html"}).status_code == 200


def test_letters_of_other_scripts_may_be_sent_in_any_way(server: Server) -> None:
    coded = quote(ORG.removeprefix(BASE))
    for sent in (coded, coded.lower()):
        status, body = raw(server, "GET", "/" + sent, Accept="application/n-triples")
        assert status == 200
        assert f"<{ORG}>".encode() in body


def test_what_is_not_known_is_said_so_to_people_and_programs(web: httpx.Client) -> None:
    page = web.get("/trial/NCT9", headers={"Accept": "text/html"})
    assert page.status_code == 404
    assert "says nothing of &lt;https://w3id.org/trialgraph/trial/NCT9&gt;" in page.text
    problem(web.get("/trial/NCT9", headers={"Accept": "text/turtle"}), 404, "says nothing of")
    problem(web.get("/trial/NCT9.ttl", headers={"Accept": "text/turtle"}), 404, "says nothing of")


@pytest.mark.parametrize(
    "sent",
    [
        "/%",
        "/%zz",
        "/%FF",
        "/trial/%00",
        "/trial/a%20b",
        "/<script>",
        "//",
        "/trial/",
        "/../etc/passwd",
        "/trial/\u007f".encode().decode(),
    ],
)
def test_an_address_that_is_none_is_not_found_and_nothing_worse(server: Server, sent: str) -> None:
    connection = socket.create_connection(tuple(server.authority.split(":")))  # type: ignore[arg-type]
    connection.sendall(f"GET {sent} HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nConnection: close\r\n\r\n".encode())
    answer = b"".join(iter(lambda: connection.recv(65536), b""))
    connection.close()
    assert re.match(rb"HTTP/1.1 40[04] ", answer), answer[:200]
    assert b"<script>" not in answer


# Pages


class Page(HTMLParser):
    """A page as a browser sees it: tags, texts and links, and every tag closed."""

    VOID = frozenset({"br", "hr", "input", "link", "meta"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""
        self._open: list[str] = []
        self.feed(text)
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag with its attributes."""
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value for name, value in attrs if name in ("href", "src", "action") and value]
        if tag not in self.VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Hold it to what was opened last."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data


def seen(web: httpx.Client, address: str, status: int = 200) -> Page:
    answer = web.get(address, headers={"Accept": "text/html"})
    assert answer.status_code == status, answer.text[:500]
    assert answer.text.startswith("<!doctype html>")
    return Page(answer.text)


ADDRESSES = [
    "/",
    path(T),
    path(R),
    path(ORG),
    path(MANY),
    f"{path(T)}?" + urlencode({"list": p.ARM}),
    "/trial/NCT9",
    "/query/things_called?" + urlencode({"name": ATTACK}),
    "/query/trials_by_mechanism?" + urlencode({"mechanism": ATTACK}),
    "/query/trials_by_mechanism?" + urlencode({ATTACK: ATTACK}),
    "/about?" + urlencode({"iri": p.LABEL}),
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_text_becomes_markup_and_nothing_comes_from_elsewhere(web: httpx.Client, address: str) -> None:
    answer = web.get(address, headers={"Accept": "text/html"})
    page = Page(answer.text)
    assert not {"script", "img", "style", "iframe", "b"} & set(page.tags)
    assert not {name for name in page.attributes if name.startswith("on") or name == "style"}
    assert not [link for link in page.links if link.lower().startswith("javascript")]
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_hostile_label_is_shown_as_it_is(web: httpx.Client) -> None:
    assert ATTACK in seen(web, path(T)).text


def test_text_given_to_a_tag_is_escaped_unless_it_is_markup() -> None:
    assert tag("p", "<i>", Html("<i>"), ["&", 1, None], title='"<') == '<p title="&quot;&lt;">&lt;i&gt;<i>&amp;1</p>'


def test_the_first_page_says_what_there_is_and_links_every_question(web: httpx.Client) -> None:
    page = seen(web, "/")
    assert re.search("1trial[0-9]", page.text)
    assert "from 1 document" in page.text
    assert {f"/query/{name}" for name in catalogue()} <= set(page.links)


def test_every_link_of_the_first_page_and_of_a_thing_leads_somewhere(web: httpx.Client) -> None:
    for address in ("/", path(T), path(MANY)):
        for link in {link for link in seen(web, address).links if link.startswith("/")}:
            assert web.get(link, headers={"Accept": "text/html, */*;q=0.5"}).status_code == 200, link


def test_a_thing_is_told_in_words(web: httpx.Client) -> None:
    text = seen(web, path(T)).text
    for words in ("Trial", "phase", "Phase 1", "2019-07", "First line.\nSecond line & more.", "A <b>bold</b> title"):
        assert words in text


def test_a_long_text_is_folded_and_whole(web: httpx.Client) -> None:
    answer = web.get(path(T), headers={"Accept": "text/html"}).text
    assert re.search(
        r"<summary><span class=\"text\">It begins so[^<]{200,300}…</span> <span[^>]*>all 1\u202f325 char", answer
    )
    assert "A long text. It ends so.</div>" in answer


def test_the_source_of_most_is_told_once(web: httpx.Client) -> None:
    answer = web.get(path(T), headers={"Accept": "text/html"}).text
    assert f'In <a href="{path(R)}">Record of one</a>, where nothing else is told.' in answer
    assert answer.count("who says so") == 2


def test_a_statement_of_a_rule_set_is_marked_as_inferred(web: httpx.Client) -> None:
    answer = web.get(path(T), headers={"Accept": "text/html"}).text
    assert f'<span class="inferred"><a href="{path(MANY)}">Given everywhere</a></span>' in answer
    assert answer.count('class="inferred"') == 1


def test_who_says_so_is_told_with_the_words_it_rests_on(web: httpx.Client) -> None:
    answer = web.get(path(T), headers={"Accept": "text/html"}).text
    assert "…we enrolled <mark>42 &lt;participants&gt;</mark> in all…" in answer
    assert f'<a href="{path(R)}">Record of one</a> · stated in these words' in answer
    assert "inferred with outside knowledge, rule names, confidence 0.9" in answer


def test_what_points_to_a_thing_is_listed(web: httpx.Client) -> None:
    page = seen(web, path(ORG))
    assert "<Sponsor>" in page.text
    assert path(under(R, "sponsor", 1)) in page.links


def test_a_long_list_goes_on_and_ends(web: httpx.Client) -> None:
    arms = {path(under(R, "arm", n)) for n in range(1, LISTED + SHOWN + 6)}
    page = seen(web, path(T))
    found = arms & set(page.links)
    assert len(found) == SHOWN
    while onward := [link for link in page.links if "list=" in link]:
        assert len(onward) == 1
        page = seen(web, onward[0])
        assert not found & set(page.links)
        found |= arms & set(page.links)
    assert found == arms


def test_a_long_list_of_what_points_to_a_thing_goes_on_and_ends(web: httpx.Client) -> None:
    arms = {path(under(R, "arm", n)) for n in range(1, LISTED + SHOWN + 6)}
    page = seen(web, path(MANY))
    found = arms & set(page.links)
    while onward := [link for link in page.links if "pointing=" in link]:
        page = seen(web, onward[0])
        found |= arms & set(page.links)
    assert found == arms


@pytest.mark.parametrize("number", ["-1", "x", "99999999999999999999", "5000"])
def test_a_list_from_a_place_that_is_none_is_a_page_too(web: httpx.Client, number: str) -> None:
    seen(web, f"{path(T)}?" + urlencode({"list": p.ARM, "from": number}))


def test_the_style_is_served_and_says_what_it_is(web: httpx.Client) -> None:
    answer = web.get("/style.css")
    assert answer.headers["content-type"].startswith("text/css")
    assert "prefers-color-scheme: dark" in answer.text
    assert not re.search(r"url\(|@import", answer.text)


# Canned queries


@pytest.mark.parametrize("query", catalogue().values(), ids=lambda query: query.name)
def test_each_question_has_a_form_that_loads_and_answers_its_example(web: httpx.Client, query: CannedQuery) -> None:
    page = seen(web, f"/query/{query.name}")
    assert query.summary in page.text
    assert "SELECT" in page.text
    for parameter in query.parameters:
        assert parameter.description in page.text
    for ending in ("csv", "tsv", "json"):
        (link,) = [link for link in page.links if link.startswith(f"/query/{query.name}.{ending}")]
        answer = web.get(link)
        assert answer.status_code == 200, answer.text
    header = next(csv.reader(io.StringIO(web.get(f"/query/{query.name}.csv").text)))
    assert header == [column.name for column in query.columns]


def test_an_answer_is_a_table_with_links_to_pages(web: httpx.Client) -> None:
    page = seen(web, "/query/trials_by_drug?" + urlencode({"drug": "given everywhere"}))
    assert {"table", "th", "td"} <= set(page.tags)
    assert {path(T), path(MANY)} <= set(page.links)
    assert ATTACK in page.text


def test_a_thing_and_its_label_are_one_column_of_a_page_and_two_of_a_file(web: httpx.Client) -> None:
    page = web.get("/query/things_called?name=given+everywhere", headers={"Accept": "text/html"})
    assert f'<a href="{path(MANY)}">Given everywhere</a>' in page.text
    assert ">label</th>" not in page.text
    assert web.get("/query/things_called.csv?name=given+everywhere").text.startswith("kind,thing,called,label\r\n")


def test_a_thing_of_no_one_kind_is_told_by_its_name(web: httpx.Client) -> None:
    answer = web.get("/query/who_says_so", params={"subject": T}, headers={"Accept": "text/html"}).text
    assert f'<a href="{path(R)}">Record of one</a>' in answer
    assert ">Phase 1</a>" in answer


def test_an_answer_without_rows_says_so(web: httpx.Client) -> None:
    assert "Nothing in this graph fits" in seen(web, "/query/things_called?name=zzzzzzzz").text


def test_an_argument_that_names_nothing_is_answered_beside_its_field_with_the_nearest_names(web: httpx.Client) -> None:
    answer = web.get(
        "/query/trials_by_mechanism", params={"mechanism": "IAP antagonst"}, headers={"Accept": "text/html"}
    )
    assert answer.status_code == 400
    error = re.search(r'<p class="error" id="mechanism-error" role="alert">(.*?)</p>', answer.text)
    assert error
    assert "no mechanism is called 'IAP antagonst'; nearest: " in error[1].replace("&#x27;", "'")
    assert "\nIAP antagonst</textarea>" in answer.text
    assert "trials_by_mechanism:" not in error[1]


def test_every_wrong_argument_is_told_at_once(web: httpx.Client) -> None:
    page = web.get(
        "/query/trials_by_target", params={"target": "nonsense-x", "other": "1"}, headers={"Accept": "text/html"}
    )
    assert "target-error" in page.text
    assert "not &#x27;other&#x27;" in page.text or "not 'other'" in page.text


def test_a_missing_argument_is_told_beside_its_field(web: httpx.Client) -> None:
    page = web.get("/query/trials_by_mechanism", params={"mechanism": ""}, headers={"Accept": "text/html"})
    assert page.status_code == 400
    assert "mechanism is missing" in page.text


def test_several_values_may_be_given_a_line_each_or_a_field_each(web: httpx.Client) -> None:
    lines = web.get("/query/things_called.csv", params={"name": "venetoclax\r\nazacitidine\n\n"})
    several = web.get("/query/things_called.csv", params={"name": ["venetoclax", "azacitidine"]})
    assert lines.text == several.text
    assert "azacitidine" in lines.text.lower()


def test_a_file_with_wrong_arguments_is_a_problem_and_no_file(web: httpx.Client) -> None:
    problem(
        web.get("/query/trials_by_mechanism.csv", params={"mechanism": "nonsense-x"}), 400, "no mechanism is called"
    )


def test_an_unknown_question_is_answered_with_the_known_ones(web: httpx.Client) -> None:
    problem(web.get("/query/nonsense"), 404, "known are .*trials_by_mechanism")


# Snapshots


def test_a_newly_published_snapshot_is_served_without_a_restart(tmp_path: Path) -> None:
    publish(tmp_path, b"1")
    running = Server(tmp_path)
    try:
        with httpx.Client(base_url=f"http://{running.authority}") as web:
            first = [web.get("/").text, by_get(web, SELECT).json()]
            publish(tmp_path, b"2")
            assert by_get(web, SELECT).json() == first[1]
            current = (tmp_path / "current").read_text().strip()
            assert (tmp_path / "snapshots" / current).is_dir()
    finally:
        running.stop()


def test_a_folder_without_a_graph_is_said_so_before_serving(tmp_path: Path) -> None:
    from kg.errors import StoreError

    with pytest.raises(StoreError, match="no graph at"):
        app(tmp_path)


# The conformance tests of the W3C


MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = rdflib.Namespace("http://www.w3.org/2011/http#")
CNT = rdflib.Namespace("http://www.w3.org/2011/content#")
UT = rdflib.Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
PROTOCOL = "sparql/sparql11/protocol/"


def exchanges() -> list[tuple[str, rdflib.Graph]]:
    """The tests of queries, and those of updates that have to be refused: name, requests."""
    archive = SHARED / "conformance" / "w3c-sparql-tests.zip"
    if not archive.exists():
        return []
    with zipfile.ZipFile(archive) as files:
        manifest = rdflib.Graph().parse(
            data=files.read(PROTOCOL + "manifest.ttl"), format="turtle", publicID="http://m.example/"
        )
    tests = manifest.subjects(rdflib.RDF.type, MF.ProtocolTest)
    names = sorted(str(test).rpartition("#")[2] for test in tests)
    return [(name, manifest) for name in names if not name.startswith("update_")]


@pytest.fixture(scope="module")
def kasei(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A server over the three graphs of the protocol tests."""
    folder = tmp_path_factory.mktemp("kasei")
    snapshot = folder / "snapshots" / "0001"
    snapshot.mkdir(parents=True)
    store = ox.Store(str(snapshot / "graph"))
    with zipfile.ZipFile(SHARED / "conformance" / "w3c-sparql-tests.zip") as files:
        for name in ("data1", "data2", "data3"):
            graph = ox.NamedNode(f"http://kasei.us/2009/09/sparql/data/{name}.rdf")
            store.load(files.read(f"{PROTOCOL}{name}.nt"), ox.RdfFormat.N_TRIPLES, to_graph=graph)
    store.flush()
    del store
    (snapshot / "manifest.json").write_text("{}")
    (snapshot / "in-use").touch()
    (folder / "current").write_text("0001\n")
    running = Server(folder)
    with httpx.Client(base_url=f"http://{running.authority}") as client:
        yield client
    running.stop()


@pytest.mark.parametrize(("name", "manifest"), exchanges(), ids=lambda value: value if isinstance(value, str) else "")
def test_conformance_to_the_protocol(kasei: httpx.Client, name: str, manifest: rdflib.Graph) -> None:
    (test,) = [one for one in manifest.subjects(rdflib.RDF.type, MF.ProtocolTest) if str(one).endswith(f"#{name}")]
    requests = manifest.value(manifest.value(test, MF.action), HT.requests)
    for request in manifest.items(requests):
        headers = {
            str(manifest.value(header, HT.fieldName)): str(manifest.value(header, HT.fieldValue))
            for header in manifest.items(manifest.value(request, HT.headers) or rdflib.RDF.nil)
        }
        body = manifest.value(request, HT.body)
        coding = str(manifest.value(body, CNT.characterEncoding) or "utf-8")
        answer = kasei.request(
            str(manifest.value(request, HT.methodName)),
            str(manifest.value(request, HT.absolutePath)),
            content=str(manifest.value(body, CNT.chars)).encode(coding) if body else None,
            headers=headers,
        )
        wanted = manifest.value(request, HT.resp)
        statuses = {str(one).rpartition("StatusCode")[2][0] for one in manifest.objects(wanted, MF.expectedStatus)}
        assert str(answer.status_code)[0] in statuses, answer.text
        boolean = manifest.value(wanted, MF.expectedBoolean)
        if boolean is not None:
            assert answer.json()["boolean"] is boolean.toPython()  # type: ignore[attr-defined]
        form = manifest.value(wanted, MF.expectedFormat)
        if form is not None:
            kinds = {"boolean": "results", "tabular": "results", "RDF": "turtle"}
            assert kinds[str(form)] in answer.headers["content-type"]


def test_the_conformance_tests_were_found() -> None:
    if not (SHARED / "conformance").is_dir():
        pytest.skip("../shared/conformance is absent")
    assert len(exchanges()) == 27
