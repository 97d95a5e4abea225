"""Updates and graphs as requests bring them: what is taken, and which graphs an update is matched in."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

import pyoxigraph as ox
import pytest

from kg.service.asking import Asked
from kg.service.problems import Problem
from kg.service.writing.bodies import MOST_PARTS, contents_of
from kg.service.writing.dataset import Lost, within
from kg.service.writing.protocol import NEW, Update, graph_of, is_update, update_of

FORM, UPDATE = "application/x-www-form-urlencoded", "application/sparql-update"


def found_in(text: str, default: list[str], named: list[str]) -> set[str]:
    """What an update leaves in graph urn:found, of three graphs that each hold their own number, and of the default."""
    store = ox.Store()
    store.update(
        "INSERT DATA { <urn:s> <urn:p> 0 "
        + "".join(f"GRAPH <urn:{n}> {{ <urn:s> <urn:p> {n} }} " for n in (1, 2, 3))
        + "}"
    )
    store.update(within(text, default, named))
    return {quad.object.value for quad in store.quads_for_pattern(None, None, None, ox.NamedNode("urn:found"))}


ANY = "INSERT { GRAPH <urn:found> { ?s ?p ?o } } WHERE { ?s ?p ?o }"
ANY_NAMED = "INSERT { GRAPH <urn:found> { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }"


@pytest.mark.parametrize(
    ("text", "default", "named", "found"),
    [
        (ANY, [], [], {"0"}),
        (ANY, ["urn:1"], [], {"1"}),
        (ANY, ["urn:1", "urn:2"], [], {"1", "2"}),
        (ANY, [], ["urn:1"], set()),
        (ANY_NAMED, [], ["urn:1", "urn:2"], {"1", "2"}),
        (ANY_NAMED, ["urn:1"], [], set()),
        (ANY_NAMED, [], [], {"1", "2", "3"}),
        (f"{ANY} ; {ANY_NAMED}", ["urn:1"], ["urn:2"], {"1", "2"}),
        (f"PREFIX where: <urn:x> {ANY} # WHERE {{\n;", ["urn:1"], [], {"1"}),
        (ANY.replace(" WHERE ", "\n# where } \nwHeRe"), ["urn:1"], [], {"1"}),
        (
            f"{ANY[:-1]} FILTER(?o < 9 && '}}' != \"{{\") }}",
            ["urn:1"],
            [],
            {"1"},
        ),
        (f"INSERT DATA {{ <urn:s> <urn:p> ''' '' WHERE {{ ''' }} ; {ANY}", ["urn:1"], [], {"1"}),
        (f"CLEAR GRAPH <urn:2;WHERE> ; {ANY}".replace("CLEAR", "CLEAR SILENT"), ["urn:1"], [], {"1"}),
        (f"BASE <urn:> DROP GRAPH <1> ; {ANY}", ["urn:1", "urn:2"], [], {"2"}),
        (f"DELETE {{ ?s ?p ?o }} {ANY}", ["urn:1"], [], {"1"}),
    ],
)
def test_patterns_are_matched_in_the_graphs_of_the_request(
    text: str, default: list[str], named: list[str], found: set[str]
):
    assert found_in(text, default, named) == found


def test_delete_where_matches_in_the_graphs_of_the_request_and_deletes_where_it_says():
    store = ox.Store()
    store.update("INSERT DATA { <urn:a> <urn:p> 1 , 2 GRAPH <urn:g> { <urn:a> <urn:p> 1 } }")
    store.update(within("PREFIX : <urn:> DELETE WHERE { ?s :p ?o }", ["urn:g"], []))
    assert {(quad.object.value, str(quad.graph_name)) for quad in store} == {("2", "DEFAULT"), ("1", "<urn:g>")}


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <urn:a> <urn:p> 1 GRAPH <urn:h> { <urn:a> <urn:p> 1 } }",
        "DELETE DATA { <urn:a> <urn:p> 1 }",
        "",
        "ADD <urn:a> TO <urn:b> ;",
    ],
)
def test_operations_without_a_pattern_are_left_alone(text: str):
    assert within(text, ["urn:g"], []) == text


@pytest.mark.parametrize(
    "text",
    [
        "WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        f"{ANY} ; with<urn:g> INSERT {{ }} WHERE {{ }}",
        ANY.replace("WHERE", "USING <urn:g> WHERE"),
        ANY.replace("WHERE", "# no\nusingNAMED <urn:g> WHERE"),
        f"PREFIX a: <urn:> {ANY.replace('WHERE', 'USINGa:g WHERE')}",
    ],
)
def test_graphs_in_the_request_and_in_the_update_conflict(text: str):
    with pytest.raises(Problem, match=r"found both: the update says (USING|WITH)") as caught:
        within(text, [], ["urn:g"])
    assert caught.value.status == HTTPStatus.BAD_REQUEST
    assert within(text, [], []) == text


@pytest.mark.parametrize(
    "text", ["DELETE { ?s ?p ?o }", "INSERT DATA { <urn:a>", "PREFIX DELETE", "INSERT } {", "DELETE WHERE"]
)
def test_text_that_is_no_update_has_no_operations(text: str):
    with pytest.raises(Lost):
        within(text, ["urn:g"], [])


# --- the protocols


def refused(call: Callable[[], object]) -> tuple[HTTPStatus, str]:
    """Status and words that something is refused with."""
    with pytest.raises(Problem) as caught:
        call()
    return caught.value.status, caught.value.detail


def test_update_comes_as_a_form_or_as_it_is():
    form = b"update=CLEAR%20ALL&using-graph-uri=urn:a&using-graph-uri=urn:b"
    assert update_of(b"", FORM, form, "http://h/") == Update("CLEAR ALL", ("urn:a", "urn:b"), (), "http://h/")
    direct = update_of(b"using-named-graph-uri=urn%3Aa", f"{UPDATE}; charset=UTF-8", "CLEAR ALL # é".encode())
    assert direct == Update("CLEAR ALL # é", (), ("urn:a",))
    assert (is_update(FORM, form), is_update(UPDATE, b""), is_update(FORM, b"query=ASK{}")) == (True, True, False)


@pytest.mark.parametrize(
    ("query", "kind", "body", "status", "why"),
    [
        (b"", FORM, b"update=CLEAR+ALL&update=CLEAR+ALL", 400, "wanted one update, found 2"),
        (b"update=CLEAR+ALL", UPDATE, b"CLEAR ALL", 400, "wanted one update, found 2"),
        (b"", FORM, b"", 400, "wanted one update, found none"),
        (b"", FORM, b"update=CLEAR+ALL&query=ASK{}", 400, "found a query too"),
        (b"", UPDATE, b"CLEAR ALL # \xff", 400, "UTF-8, found byte 0xff at 12"),
        (b"", FORM, b"update=%ff", 400, "UTF-8"),
        (b"", f"{UPDATE};charset=utf-16", b"CLEAR ALL", 415, "wanted charset utf-8, found utf-16"),
        (b"", "text/plain", b"CLEAR ALL", 415, "found text/plain"),
        (b"", "", b"update=CLEAR+ALL", 415, "found none"),
        (
            b"using-graph-uri=here",
            UPDATE,
            b"CLEAR ALL",
            400,
            "wanted the IRI of a graph in using-graph-uri, found 'here'",
        ),
        (b"", UPDATE, b"LOAD <http://127.0.0.1:9/>", 403, "this endpoint fetches nothing"),
        (b"", UPDATE, b"INSERT { } WHERE { SERVICE <http://127.0.0.1:9/> { } }", 403, "this endpoint calls no other"),
    ],
)
def test_update_that_is_refused_unread(query: bytes, kind: str, body: bytes, status: int, why: str):
    found, words = refused(lambda: update_of(query, kind, body))
    assert found == status
    assert why in words


@pytest.mark.parametrize(
    ("method", "path", "fields", "graph"),
    [
        ("PUT", "/gsp", (("default", ""),), None),
        ("PUT", "/gsp", (("graph", "urn:g"),), "urn:g"),
        ("PUT", "/gsp/a%20b", (), "http://h/gsp/a%20b"),
        ("POST", "/gsp", (), NEW),
        ("POST", "/gsp/", (), NEW),
        ("POST", "/gsp", (("default", ""),), None),
        ("POST", "/gsp/a", (), "http://h/gsp/a"),
    ],
)
def test_graph_of_a_request(method: str, path: str, fields: tuple[tuple[str, str], ...], graph: str | None):
    assert graph_of(method, Asked("graph", path, fields, base=f"http://h{path}")) == graph


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_store_itself_is_neither_replaced_nor_deleted(method: str):
    status, words = refused(lambda: graph_of(method, Asked("graph", "/gsp", base="http://h/gsp")))
    assert status == HTTPStatus.BAD_REQUEST
    assert "found none" in words


# --- bodies


def form(*parts: tuple[str, bytes]) -> bytes:
    """A form of parts: headers, body."""
    lines = (b"--b\r\n" + head.encode() + b"\r\n\r\n" + body + b"\r\n" for head, body in parts)
    return b"".join(lines) + b"--b--\r\n"


MULTIPART = "multipart/form-data; boundary=b"
DISPOSED = 'Content-Disposition: form-data; name="n"; filename="f.{}"'


def test_form_is_its_parts_byte_for_byte():
    body = b"<urn:a> <urn:b> '''\r\n--\r\n--c\n\xc3\xa9''' .\r\n"
    sent = form(
        (f"{DISPOSED.format('ttl')}\r\nContent-Type: text/turtle; charset=utf-8", body), (DISPOSED.format("nt"), b"")
    )
    first, second = contents_of(b"preamble\r\n" + sent + b"epilogue", MULTIPART, "urn:base")
    assert (first.body, first.format, first.base, first.name) == (body, ox.RdfFormat.TURTLE, "urn:base", "f.ttl")
    assert (second.body, second.format) == (b"", ox.RdfFormat.N_TRIPLES)


@pytest.mark.parametrize(
    ("body", "kind", "status", "why"),
    [
        (b"", "", 415, "found none"),
        (b"", "application/trig", 415, "may hold several graphs where one is written"),
        (b"", "application/n-quads", 415, "may hold several graphs"),
        (b"", "text/html", 415, "wanted Content-Type text/turtle, application/n-triples"),
        (b"", "text/turtle; charset=latin1", 415, "wanted charset utf-8, found latin1"),
        (b"", "multipart/form-data", 400, "with a boundary"),
        (b"--b\r\n\r\n<urn:a>", MULTIPART, 400, "-- behind the last"),
        (b"--b\r\nContent-Type: text/turtle", MULTIPART, 400, "-- behind the last"),
        (b"<urn:a> <urn:b> 1 .", MULTIPART, 400, "found something else after part 0"),
        (form((DISPOSED.format("png"), b"")), MULTIPART, 415, "found none"),
        (form((DISPOSED.format("ttl") + "\r\nContent-Transfer-Encoding: base64", b"")), MULTIPART, 400, "as they are"),
        (form((DISPOSED.format("ttl") + "\r\nX: " + "x" * 9000, b"")), MULTIPART, 400, "of headers"),
        (form(*[(DISPOSED.format("ttl"), b"")] * (MOST_PARTS + 1)), MULTIPART, 400, "at most 1000 parts"),
    ],
)
def test_body_that_is_not_taken(body: bytes, kind: str, status: int, why: str):
    found, words = refused(lambda: contents_of(body, kind, None))
    assert found == status
    assert why in words
