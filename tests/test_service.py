"""The SPARQL protocol over HTTP on loopback; each answer is read by someone else's parser."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import httpx
import pyoxigraph as ox
import pytest
import rdflib

from kg.model import predicates as p
from kg.rdf.iris import rule_set as rules
from kg.rdf.prefixes import PREFIXES
from kg.service import app
from tests.web_server import (
    ATTACK,
    R,
    Server,
    T,
    ask,
    by_body,
    by_form,
    by_get,
    problem,
    publish,
    raw,
    serving,
)

SELECT = f"SELECT ?enrolment ?start WHERE {{ <{T}> <{p.ENROLMENT}> ?enrolment ; <{p.START_DATE}> ?start }}"
CONSTRUCT = f"CONSTRUCT {{ <{T}> ?p ?o }} WHERE {{ <{T}> ?p ?o }}"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory) as running:
        yield running


@pytest.fixture(scope="module")
def web(server: Server) -> Iterator[httpx.Client]:
    with server.client() as client:
        yield client


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


@pytest.mark.filterwarnings("error::pytest.PytestUnraisableExceptionWarning")
def test_an_answer_that_a_syntax_cannot_hold_is_told(web: httpx.Client):
    query = 'CONSTRUCT { <urn:s> <urn:p> "a\\u000Bb" } WHERE {}'
    problem(ask(web, query, "application/rdf+xml"), 406, "rdfxml cannot write U.000B")


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


ASK = "query=ASK%20%7B%7D"
FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("method", "path", "content_type", "body", "status", "words"),
    [
        ("GET", "/sparql?x=y", None, None, 400, "wanted one field named query, found none"),
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
        ("PUT", f"/sparql?{ASK}", None, None, 405, "wanted GET or HEAD"),
        ("DELETE", "/sparql", None, None, 405, "wanted GET or HEAD"),
        ("POST", "/", FORM, b"", 405, "wanted GET or HEAD"),
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


@pytest.mark.parametrize("accept", ["application/n-triples", "text/turtle", "application/ld+json", "application/trig"])
def test_a_graph_too_long_to_be_put_in_order_is_sent_whole(web: httpx.Client, accept: str) -> None:
    # 500 times 500 are more than are ever sorted in memory, and nothing may be written beside it.
    numbers = " ".join(map(str, range(500)))
    both = f"VALUES ?a {{ {numbers} }} VALUES ?b {{ {numbers} }}"
    query = f"CONSTRUCT {{ ?s <urn:p> ?b }} {{ {both} BIND(IRI(CONCAT('urn:', STR(?a))) AS ?s) }}"
    answer = web.post("/sparql", data={"query": query}, headers={"Accept": accept})
    assert answer.status_code == 200, answer.text
    form = ox.RdfFormat.from_media_type(accept)
    assert form
    assert sum(1 for _ in ox.parse(answer.content, form)) == 250_000
