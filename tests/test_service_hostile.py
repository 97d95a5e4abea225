"""Queries of attackers, to a running service: each is refused or given up honestly, and costs nobody else anything.

After each an ordinary query is answered, no process is left over, and memory and files are what they were.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic
from urllib.parse import quote

import httpx
import pytest

from tests.hostile import ENDLESS, SORTED, STREAM, Canary, bomb, canary, publish
from tests.served import Service, assert_problem, attacked, serving, unharmed, until_end, wait_until
from tests.test_service_preflight import MADE

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked at in /proc")
ALL = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
LITERAL = '"' + "a" * 40 + '!"'


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service that was asked a little already."""
    with attacked(tmp_path_factory.mktemp("graph")) as service:
        yield service


@pytest.fixture
def service(running: Service) -> Iterator[Service]:
    """The same, well before a test and well after it."""
    with unharmed(running):
        yield running


def chain(item: str, count: int, between: str = " ") -> str:
    return between.join(item.replace("@", str(at)) for at in range(count))


# What is asked, and the statuses that are honest; 200 where the engine may well be quick enough.
GIVEN_UP = {504, 507}
QUERIES: dict[str, tuple[str, set[int]]] = {
    "everything with everything": (ENDLESS, {504}),
    "sorted": (SORTED, {507, 504}),
    "grouped": (f"SELECT ?c ?f (COUNT(*) AS ?n) {{ {ALL} }} GROUP BY ?c ?f ?i", GIVEN_UP),
    "counted apart": (f"SELECT (COUNT(DISTINCT *) AS ?n) {{ {ALL} }}", GIVEN_UP),
    "joined text": (f"SELECT (GROUP_CONCAT(?c) AS ?n) {{ {ALL} }}", GIVEN_UP),
    "replaced": (bomb("REPLACE"), {507, 504}),
    "concatenated": (bomb("CONCAT"), {507, 504}),
    "backtracking": (f'SELECT * {{ {ALL} FILTER(REGEX(CONCAT({LITERAL}, STR(?c)), "^(a+)+$")) }}', {200, 504}),
    "repeated repetition": ('ASK { FILTER(REGEX("a", "((a{1,999}){1,999}){1,999}")) }', {200, 400, 504, 507}),
    "backtracking replacement": (f'SELECT (REPLACE({LITERAL}, "(a|aa)+$", "$1$1") AS ?n) {{ {ALL} }}', {200, 504, 507}),
    "paths everywhere": (
        "SELECT (COUNT(*) AS ?n) { ?a (<urn:p>|!<urn:p>)* ?b . ?c (!<urn:q>)+ ?d . ?e (!<urn:r>)* ?f }",
        GIVEN_UP,
    ),
    "paths both ways": ("SELECT * { ?a (!<urn:p>|^!<urn:p>)* ?b } ORDER BY ?b ?a", GIVEN_UP | {200, 400}),
    "a far offset": (f"SELECT * {{ {ALL} }} OFFSET 9000000000", {504}),
    "a wide limit": (f"SELECT * {{ {ALL} }} ORDER BY ?i LIMIT 900000000", GIVEN_UP),
    "a limit beyond numbers": ("SELECT * { ?s ?p ?o } LIMIT 99999999999999999999999999", {200, 400}),
    "a large template": (f"CONSTRUCT {{ {chain('?a <urn:p@> ?c .', 900)} }} WHERE {{ {ALL} }}", GIVEN_UP),
    "described": (f"DESCRIBE * {{ {ALL} }}", GIVEN_UP),
    "a long list": (f"SELECT * {{ ?s ?p ?o FILTER(?o IN ({chain('<urn:x@>', 40_000, ',')})) }}", {200, 504}),
    "a long table": (f"SELECT * {{ VALUES ?s {{ {chain('<urn:x@>', 40_000)} }} ?s ?p ?o }}", {200, 504}),
    "patterns": (f"ASK {{ {chain('?s@ ?p@ ?o@ .', 400)} }}", {200, 504, 507}),
    "patterns of one": (f"ASK {{ {chain('?s <urn:p@> ?o@ .', 800)} }}", {200, 504, 507}),
    "sorted by much": (f"SELECT * {{ {ALL} }} ORDER BY {chain('(STRLEN(STR(?c)) + @)', 800)}", GIVEN_UP | {400}),
    "many variables": (f"SELECT {chain('?x@', 30_000)} {{ ?s ?p ?o }}", {200, 504, 507}),
    "functions of functions": (f"SELECT * {{ BIND({'SHA512(' * 70}'a'{')' * 70} AS ?n) {ALL} }} ORDER BY ?a", GIVEN_UP),
    "comments": ("ASK {}" + "#\n" * 400_000, {200, 400}),
    "a long name": (f"ASK {{ ?{'x' * 900_000} ?p ?o }}", {200, 400}),
    "a long text": (f'SELECT ("{"x" * 900_000}" AS ?n) {{ ?s ?p ?o }}', {200, 504, 507}),
    "no query": ("\x00" * 1000, {400}),
    "a letter that is none": ('ASK { ?s ?p "\\uD800" }', {400}),
    "a base": ("BASE <" + "a:" * 100_000 + "> ASK { <x> ?p <y> }", {200, 400}),
}


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_without_end_is_given_up_honestly(name: str, service: Service):
    query, wanted = QUERIES[name]
    told = service.query(query)
    if told.status == 200 and 200 not in wanted:
        # It began to answer and was cut: nobody takes that for the whole.
        assert 504 in wanted
        assert not told.whole
    else:
        assert told.status in wanted, told.body[:500]
        assert_problem(told)


@pytest.mark.parametrize("name", MADE)
def test_nesting_and_chains_never_come_to_the_engine_as_a_whole(name: str, service: Service):
    made, most = MADE[name]
    for count in (most * 10, 4_000, 20_000):
        told = service.query(made(count))
        assert told.status in (400, 413), (count, told.body[:300])
        assert_problem(told)
    told = service.query(made(most))
    assert told.status in {200, 400, 504, 507}, told.body[:300]


@pytest.mark.parametrize("coding", ["identity", "gzip", "zstd"])
def test_an_answer_that_is_cut_looks_complete_to_nobody(coding: str, service: Service):
    told = service.query(STREAM, Accept="text/csv", Accept_Encoding=coding)
    assert (told.status, told.whole) == (200, False)
    address = f"http://{service.host}:{service.port}/sparql"
    with pytest.raises(httpx.TransportError):
        httpx.get(address, params={"query": STREAM}, headers={"Accept-Encoding": coding}, timeout=30)
    with service.connected() as connection:
        head = f"GET /sparql?query={quote(STREAM)} HTTP/1.1\r\nHost: x\r\nAccept-Encoding: {coding}\r\n\r\n"
        connection.sendall(head.encode())
        found = until_end(connection)
    assert found.startswith(b"HTTP/1.1 200")
    assert not found.endswith(b"0\r\n\r\n")


def test_a_client_that_knows_no_chunks_gets_all_or_an_error(service: Service):
    with service.connected() as connection:
        connection.sendall(f"GET /sparql?query={quote(STREAM)} HTTP/1.0\r\n\r\n".encode())
        assert until_end(connection).split()[1] in (b"504", b"505")


def test_fifty_parallel_timeouts_are_all_told_so(service: Service):
    with ThreadPoolExecutor(50) as clients:
        found = list(clients.map(service.query, [f"{ENDLESS} # {n}" for n in range(50)]))
    assert {told.status for told in found} == {503, 504}
    for told in found:
        assert_problem(told)


def test_one_value_of_many_megabytes_comes_in_pieces(service: Service):
    steps = f'BIND("{"a" * 1000}" AS ?a) BIND(REPLACE(?a, "a", ?a) AS ?b)'
    told = service.query(f"SELECT ?x {{ {steps} BIND(CONCAT(?b, ?b, ?b, ?b, ?b) AS ?x) }}", Accept="text/csv")
    assert (told.status, told.whole) in ((200, True), (200, False), (504, True))
    assert told.body.strip(b"xa\r\n") == b"" or told.status == 504


@pytest.fixture(scope="module")
def called() -> Iterator[Canary]:
    """What nobody may call, whatever is asked below."""
    with canary() as one:
        yield one


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <@> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <@> { ?s ?p ?o } }",
        "SELECT * { sErViCe<@>{?s ?p ?o} }",
        "SELECT * { BIND(<@> AS ?u) SERVICE ?u { ?s ?p ?o } }",
        "SELECT * { VALUES ?u { <@> } SERVICE ?u { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <@> { ?s ?p ?o } }",
        "SELECT * { S\\U00000045RVICE <@> { ?s ?p ?o } }",
        "PREFIX service: <@> SELECT * { service:x ?p ?o }",
        "PREFIX s: <@> SELECT * { SERVICE s: { ?s ?p ?o } }",
        "PREFIX s: <@> SELECT * { SERVICEs: { ?s ?p ?o } }",
        "BASE <@> SELECT * { SERVICE <> { ?s ?p ?o } }",
        "SELECT * { SERVICE#\n<@>{ ?s ?p ?o } }",
        "SELECT * { FILTER EXISTS { SERVICE <@> { ?s ?p ?o } } }",
        "SELECT * { { SELECT * { SERVICE <@> { ?s ?p ?o } } } }",
        "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <@> { ?s ?p ?o } }",
        "DESCRIBE ?s { SERVICE <@> { ?s ?p ?o } }",
        'SELECT * { ?s ?p """#""" . SERVICE <@> { ?s ?p ?o } }',
        "SELECT * FROM <@> { ?s ?p ?o }",
        "SELECT * FROM NAMED <@> { GRAPH <@> { ?s ?p ?o } }",
        "DESCRIBE <@>",
        "LOAD <@>",
        "LOAD SILENT <@> INTO GRAPH <urn:g>",
        "CLEAR ALL; LOAD <@>",
        "INSERT { ?s ?p ?o } WHERE { SERVICE <@> { ?s ?p ?o } }",
        "INSERT DATA { <urn:a> <urn:b> 1 } ; L\\u004fAD <@>",
    ],
)
def test_nothing_makes_the_service_call_another(query: str, called: Canary, service: Service):
    query = query.replace("@", f"http://127.0.0.1:{called.port}/")
    word, form = quote(query), "application/x-www-form-urlencoded"
    there = quote(f"http://127.0.0.1:{called.port}/")
    found = [
        service.query(query),
        service.ask(f"/sparql?query={word}"),
        service.ask(f"/query?query={word}"),
        service.ask(f"/sparql/?query={word}"),
        service.ask(f"/sparql?query={word}&default-graph-uri={there}&named-graph-uri={there}"),
        service.ask("/sparql", "POST", f"query={word}".encode(), Content_Type=form),
        service.ask("/sparql", "POST", f"update={word}&using-graph-uri={there}".encode(), Content_Type=form),
        service.ask("/sparql", "POST", query.encode(), Content_Type="application/sparql-update"),
        service.ask("/update", "POST", query.encode(), Content_Type="application/sparql-update"),
        service.ask(f"/gsp?graph={there}"),
        service.ask(f"/gsp?graph={there}", "PUT", b"", Content_Type="text/turtle"),
    ]
    for told in found:
        assert told.status in (200, 400, 403, 404, 405), told
        assert_problem(told)
    assert called.hits == 0


def test_what_ends_the_workers_again_and_again_ends_not_the_service(service: Service):
    """Strangers' kills and all else at once."""
    stop = threading.Event()

    def attack() -> None:
        while not stop.is_set():
            service.query(bomb("CONCAT"))
            service.query(ENDLESS)

    with ThreadPoolExecutor(2) as attackers:
        for _ in range(2):
            attackers.submit(attack)
        try:
            began = monotonic()
            while monotonic() - began < 4:
                assert service.number() == "7"
        finally:
            stop.set()


def test_the_service_ends_in_time_though_it_is_under_attack(tmp_path: Path):
    publish(tmp_path, 7)
    with serving(tmp_path, workers=2, timeout=60, grace=1) as service:
        children = set(service.children)
        with ThreadPoolExecutor(4) as clients:
            under_way = [clients.submit(service.query, ENDLESS) for _ in range(4)]
            wait_until(lambda: service.process.poll() is None and bool(service.children), "it runs")
            began = monotonic()
            assert service.stop() == 0
            assert monotonic() - began < 15
            for one in under_way:
                assert one.exception() or one.result().status == 503
        wait_until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in children), "all processes are gone")
