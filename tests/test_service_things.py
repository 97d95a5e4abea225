"""Things at their addresses: RDF for programs, pages for people."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from urllib.parse import quote

import httpx
import pytest
import rdflib

from kg.model import predicates as p
from kg.rdf.iris import BASE, entity, under
from kg.rdf.iris import rule_set as rules
from kg.rdf.prefixes import PREFIXES
from tests.web_server import (
    MANY,
    ORG,
    R,
    Server,
    T,
    path,
    problem,
    raw,
    serving,
)

RDF = {
    "text/turtle": "turtle",
    "application/n-triples": "nt",
    "application/ld+json": "json-ld",
    "application/rdf+xml": "xml",
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory) as running:
        yield running


@pytest.fixture(scope="module")
def web(server: Server) -> Iterator[httpx.Client]:
    with server.client() as client:
        yield client


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
        ("rdf", "application/rdf+xml", "xml"),
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


def test_a_document_has_one_header_of_each_name_and_a_head_without_a_body(web: httpx.Client) -> None:
    for address in (path(T), f"{path(T)}.ttl", f"{path(T)}.html", path(ORG)):
        found = web.get(address)
        names = [name.lower() for name, _ in found.headers.multi_items()]
        assert len(names) == len(set(names))
        head = web.head(address)
        assert head.content == b""
        assert {k: v for k, v in head.headers.items() if k != "date"} == {
            k: v for k, v in found.headers.items() if k != "date"
        }


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


@pytest.mark.filterwarnings("error::pytest.PytestUnraisableExceptionWarning")
def test_a_value_that_a_syntax_cannot_hold_is_told_and_the_others_hold_it(web: httpx.Client):
    paper = path(BASE + "publication/pmid-1")
    problem(web.get(f"{paper}.rdfxml"), 406, r"rdfxml cannot write U\+000B in .*; ask for another syntax")
    assert "\\u000B" in web.get(f"{paper}.nt").text


def test_a_thing_that_is_only_spoken_of_is_described_by_what_speaks_of_it(web: httpx.Client):
    spoken_of = "/publication/none"
    assert web.get(spoken_of, headers={"Accept": "text/html"}).status_code == 200
    assert web.get(f"{spoken_of}.nt").text == f"<{T}> <{p.SAME_AS}> <{BASE}publication/none> .\n"


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
