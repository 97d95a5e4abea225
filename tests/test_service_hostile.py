"""What attackers send, to a running service: each is refused or given up honestly, and costs nobody else anything.

After each an ordinary query is answered, no process is left over, and memory and files are what they were.
"""

from __future__ import annotations

import gzip
import socket
import struct
import sys
import threading
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from time import monotonic
from urllib.parse import quote

import httpx
import pytest
import zstandard

from tests.hostile import ENDLESS, SORTED, STREAM, Canary, bomb, canary, publish
from tests.served import Service, Told, serving, wait_until
from tests.test_service_preflight import MADE

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked at in /proc")
MB = 1 << 20
TIMEOUT = 1
# What the processes may keep beyond what they had: an allocator gives back late.
KEPT = 64 * MB
LIMITS = {"workers": 2, "timeout": TIMEOUT, "memory": 64, "per_client": 200, "queue": 200, "wait": 4, "cache": 4}
TRIAL = "<https://w3id.org/trialgraph/trial/NCT00000001>"
ALL = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
LITERAL = '"' + "a" * 40 + '!"'


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service that was asked a little already."""
    folder = tmp_path_factory.mktemp("hostile")
    publish(folder, 7)
    with serving(folder, **LIMITS) as service:
        for _ in range(20):
            assert service.number() == "7"
        # Counting what is in the graph takes a process of its own, a second after the start.
        wait_until(lambda: b"classPartition" in service.ask("/.well-known/void").body, "it was counted")
        wait_until(lambda: len(service.children) == LIMITS["workers"] + 2, "all processes have started")
        yield service
        assert service.stop() == 0
        assert not [line for line in service.said if "Traceback" in line or "Exception" in line]


@pytest.fixture
def service(running: Service) -> Iterator[Service]:
    """The same, well before a test and well after it."""
    files, memory, children = running.files, running.memory, len(running.children)
    yield running
    began = monotonic()
    assert running.number() == "7"
    if monotonic() - began > 1:
        # Other tests may have had all of the machine for a moment; an attack would last.
        began = monotonic()
        assert running.number() == "7"
        assert monotonic() - began < 1
    wait_until(lambda: len(running.children) <= children, "processes went", 10)
    wait_until(lambda: running.files <= files + 1, "files were closed", 20)
    wait_until(lambda: running.memory <= memory + KEPT, "memory came back", 10)


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
    "paths everywhere": ("SELECT (COUNT(*) AS ?n) { ?a (<urn:p>|!<urn:p>)* ?b . ?c (!<urn:q>)+ ?d }", GIVEN_UP),
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


def assert_problem(told: Told) -> None:
    if told.status >= 400:
        assert told.whole
        assert told.headers["content-type"] == "application/problem+json"
        assert b'"status"' in told.body
    if told.status in (429, 503, 504):
        assert int(told.headers["retry-after"]) > 0


@pytest.mark.parametrize("name", MADE)
def test_nesting_and_chains_never_come_to_the_engine_as_a_whole(name: str, service: Service):
    made, most = MADE[name]
    for count in (most * 10, 4_000, 20_000):
        told = service.query(made(count))
        assert told.status in (400, 413), (count, told.body[:300])
        assert_problem(told)
    told = service.query(made(most))
    assert told.status in {200, 400, 504, 507}, told.body[:300]


PACKED = {
    "gzip": gzip.compress,
    "zstd": zstandard.compress,
    "deflate": zlib.compress,
    "br": bytes,
    "gzip, gzip": bytes,
}


@pytest.mark.parametrize("coding", PACKED)
def test_a_packed_body_is_refused_unopened(coding: str, service: Service):
    body = PACKED[coding](b"ASK {}" + b" " * 50 * MB)[:100_000]
    told = service.ask(
        "/sparql", "POST", body, Content_Encoding=coding, Content_Type="application/sparql-query; charset=utf-8"
    )
    assert told.status == 415
    assert_problem(told)


@pytest.mark.parametrize("kind", ["application/sparql-query", "application/x-www-form-urlencoded", "text/plain"])
@pytest.mark.parametrize("chunked", [False, True])
def test_ten_megabytes_are_refused(kind: str, chunked: bool, service: Service):
    piece = b"query=" + b"a" * (64 * 1024 - 6)
    length = "transfer-encoding: chunked" if chunked else f"content-length: {160 * len(piece)}"
    with service.connected() as connection:
        connection.sendall(f"POST /sparql HTTP/1.1\r\nhost: x\r\ncontent-type: {kind}\r\n{length}\r\n\r\n".encode())
        with suppress(OSError):
            for _ in range(160):
                connection.sendall(b"%x\r\n%s\r\n" % (len(piece), piece) if chunked else piece)
        found = until_end(connection, after=b"}")
    assert found.startswith((b"HTTP/1.1 413", b"HTTP/1.1 415") if kind == "text/plain" else b"HTTP/1.1 413"), found


def until_end(connection: socket.socket, after: bytes | None = None) -> bytes:
    """What comes, up to the end of the connection or some bytes."""
    found = b""
    try:
        while (part := connection.recv(1 << 16)) and not (after and after in part):
            found += part
    except ConnectionError:
        return found
    return found + part


@pytest.mark.parametrize(
    ("path", "kind", "body"),
    [
        ("/sparql", "application/sparql-query", b"ASK { ?s ?p '\xff\xfe' }"),
        ("/sparql", "application/sparql-query", "ASK {}".encode("utf-16")),
        ("/sparql", "application/x-www-form-urlencoded", b"query=ASK%20%7B%20?s%20?p%20%22%FF%22%20%7D"),
        ("/sparql", "application/x-www-form-urlencoded", b"query=ASK\xff"),
        ("/sparql?query=%FF", "", None),
        ("/sparql?query=ASK%7B%7D&default-graph-uri=%C0%80", "", None),
        ("/sparql?" + "&".join(f"a{n}=1" for n in range(5000)), "", None),
    ],
)
def test_what_is_no_text_is_refused(path: str, kind: str, body: bytes | None, service: Service):
    headers = {"Content_Type": kind} if kind else {}
    told = service.ask(path, "POST" if body else "GET", body, **headers)
    assert told.status == 400, told.body
    assert_problem(told)


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


def test_clients_that_leave_at_once_cost_no_process_longer_than_their_stay(service: Service):
    connections = [service.connected() for _ in range(40)]
    for connection in connections:
        connection.sendall(f"GET /sparql?query={quote(ENDLESS)} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    for n, connection in enumerate(connections):
        if n % 2:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()
    # Were they not forgotten, twenty rounds of the timeout would come first.
    began = monotonic()
    assert service.number() == "7"
    assert monotonic() - began < 5 * TIMEOUT


def test_readers_that_stand_still_keep_nobody_else_waiting(service: Service):
    connections = []
    for _ in range(4):
        connection = socket.socket()
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.connect((service.host, service.port))
        connection.sendall(f"GET /sparql?query={quote(STREAM)} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        connections.append(connection)
    began = monotonic()
    assert service.number() == "7"
    assert monotonic() - began < 10 * TIMEOUT
    for connection in connections:
        connection.settimeout(30)
        assert not until_end(connection).endswith(b"0\r\n\r\n")
        connection.close()


def test_writers_that_dawdle_keep_nobody_else_waiting(service: Service):
    head = b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
    connections = [service.connected() for _ in range(100)]
    for n, connection in enumerate(connections):
        connection.sendall(head + (b"Content-Length: 9\r\n\r\nA" if n % 2 else b""))
    assert service.number() == "7"
    for connection in connections:
        connection.close()


@pytest.mark.parametrize(
    ("headers", "wanted"),
    [
        ([f"X-{n}: {'a' * 1000}" for n in range(2000)], {431}),
        (["X: a"] * 5000, {431}),
        (["X: " + "a" * 10 * MB], {431}),
        (["Accept: " + ",".join(f"a{n}/b;q=0.{n}" for n in range(1000))], {406}),
        (["Accept: " + "*/*;q=" + "9" * 15_000], {200}),
        (["Accept: " + "text/csv," * 1700], {200}),
        (["Accept: " + ";" * 15_000], {200, 406}),
        (["Accept: */*;q=nan"], {200, 406}),
        (["Accept-Encoding: " + "gzip;q=0." * 1500], {200}),
        (["Cookie: " + "a=b; " * 3000], {200}),
        (["If-None-Match: " + '"a",' * 3500], {200}),
        (["Range: bytes=" + "0-1," * 3000], {200}),
        (["Content-Length: " + "9" * 5000], {400}),
        (["Content-Length: -1"], {400}),
        (["Content-Length: 1", "Content-Length: 2"], {400}),
        (["Transfer-Encoding: chunked", "Content-Length: 3"], {400}),
        (["Host: y"], {400}),
        (["Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Key: x"], {200}),
        (["Upgrade: h2c", "Connection: Upgrade, HTTP2-Settings", "HTTP2-Settings: x"], {200}),
    ],
    ids=lambda one: one[0][:40] if isinstance(one, list) else None,
)
def test_headers_are_bounded_and_none_breaks_anything(headers: list[str], wanted: set[int], service: Service):
    lines = "\r\n".join(["GET /sparql?query=ASK%7B%7D HTTP/1.1", "Host: x", *headers, "Connection: close", "", ""])
    with service.connected() as connection:
        with suppress(OSError):
            connection.sendall(lines.encode())
        found = until_end(connection)
    assert int(found.split()[1]) in wanted, found[:300]


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("/" + "a" * 60_000, {404, 414}),
        ("/" + "a" * 80_000, {414}),
        ("/trial/" + "%00" * 1000, {400, 404}),
        ("/trial/" + "%2e%2e%2f" * 1000 + "etc/passwd", {404}),
        ("/../../../../etc/passwd", {400, 404}),
        ("//etc/passwd", {400, 404}),
        ("/query/../../x", {404}),
        ("/query/" + "a" * 10_000, {404}),
        ("/gsp?graph=" + "a" * 50_000, {400, 404}),
        ("/gsp?graph=file:///etc/passwd", {400, 404}),
        ("/sparql?query=" + "%7B" * 20_000, {400}),
        ("/sparql?" + "query=ASK%7B%7D&" * 900, {400}),
        ("/style.css?" + "a" * 50_000, {200}),
        ("*", {400, 404}),
        ("http://example.org/sparql?query=ASK%7B%7D", {200, 400, 404}),
    ],
    ids=lambda one: one[:30] if isinstance(one, str) else None,
)
def test_addresses_are_bounded_and_none_breaks_anything(target: str, wanted: set[int], service: Service):
    with service.connected() as connection:
        connection.sendall(f"GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        found = until_end(connection)
    assert int(found.split()[1]) in wanted, found[:300]
    assert b"root:" not in found


def test_the_head_of_an_answer_without_end_is_all_that_is_made(service: Service):
    began = monotonic()
    told = service.ask("/sparql?query=" + quote(STREAM), "HEAD")
    assert (told.status, told.body, told.whole) == (200, b"", True)
    assert monotonic() - began < 10


def test_requests_in_one_go_are_answered_in_order(service: Service):
    asked = [f"GET /sparql?query={quote(f'SELECT ({n} AS ?n) {{}}')} HTTP/1.1\r\nHost: x\r\n" for n in range(40)]
    with service.connected() as connection:
        connection.sendall("\r\n".join([*asked, ""])[:-2].encode() + b"Connection: close\r\n\r\n")
        found = until_end(connection)
    places = [found.find(f'"value":"{n}"'.encode()) for n in range(40)]
    assert -1 not in places
    assert places == sorted(places)


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
