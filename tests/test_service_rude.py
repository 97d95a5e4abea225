"""Clients without manners: bodies, headers and addresses out of all measure, slow ones, and those that leave."""

from __future__ import annotations

import gzip
import socket
import struct
import sys
import zlib
from collections.abc import Iterator
from contextlib import suppress
from time import monotonic, sleep
from urllib.parse import quote

import pytest
import zstandard

from kg.service.front.request import Request
from tests.hostile import ENDLESS, STREAM
from tests.served import TIMEOUT, Service, assert_problem, attacked, unharmed, until_end

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked at in /proc")
MB = 1 << 20


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


def test_a_client_that_leaves_is_seen_to_go_though_it_asked_more_behind(service: Service):
    behind = "GET /health HTTP/1.1\r\nHost: x\r\n\r\n"
    for _ in range(12):
        with service.connected() as connection:
            connection.sendall(f"GET /sparql?query={quote(ENDLESS)} HTTP/1.1\r\nHost: x\r\n\r\n{behind}".encode())
            sleep(0.05)
    began = monotonic()
    assert service.number() == "7"
    assert monotonic() - began < 4 * TIMEOUT


def test_what_an_answer_is_found_by_in_the_cache_counts_as_bytes_of_it():
    scope = {"method": "GET", "path": "/", "raw_path": b"/", "query_string": b"q" * 10}
    assert Request({**scope, "headers": [(b"accept", b"a" * 100), (b"host", b"h" * 1000)]}).size == 1 + 10 + 100 + 1000


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
