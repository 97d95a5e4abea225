"""What the service answers with: the media type that was asked for, and nothing that calls elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import httpx
import pyoxigraph as ox
import pytest

from kg.service.federation import calls_elsewhere
from kg.service.negotiation import preferred
from tests.web_server import (
    Server,
    by_body,
    by_form,
    problem,
    serving,
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory) as running:
        yield running


@pytest.fixture(scope="module")
def web(server: Server) -> Iterator[httpx.Client]:
    with server.client() as client:
        yield client


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
    f"PREFIX e: {CLOSED} ASK {{ BIND(1 AS ?a) FILTER(?a<3)SERVICE#>\n e:x {{}} }}",
]
# The engine makes no error of these, or none that it tells.
QUIET_CALLS = [
    f"ASK {{ service silent{CLOSED}{{}} }}",
    f"ASK {{ BIND({CLOSED} AS ?x) SERVICE?x {{}} }}",
    f"SELECT * {{ ?s ?p ?o FILTER EXISTS {{ SERVICE {CLOSED} {{}} }} }}",
    f"ASK {{ ?s ?p 1SERVICE{CLOSED}{{}} }}",
    f"ASK {{ ?s ?p trueSERVICE{CLOSED}{{}} }}",
]
# The engine reads these one way today; another way to read them would call.
EITHER_WAY = [
    f"ASK {{ BIND(1 AS ?a) FILTER(?a<3)#>'''\n SERVICE {CLOSED} {{}} #'''\n }}",
    f"PREFIX e: <urn:e> ASK {{ ?s ?p ?a FILTER(?a<e:b#>'''\n ) SERVICE {CLOSED} {{}} #'''\n }}",
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


@pytest.mark.parametrize("query", EITHER_WAY)
def test_a_query_that_one_reading_would_have_call_is_refused(web: httpx.Client, query: str) -> None:
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
