"""What a connection may do, asked with bare sockets: smuggled and malformed requests, slow and silent clients, cuts."""

from __future__ import annotations

import http.client
import logging
import socket
import struct
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from http import HTTPStatus

import pytest

from kg.service.listening import Limits
from tests.guarded_server import PART, Guard, status, until_end, wait_until

QUICK = Limits(head=0.6, body=0.6, rate=20_000, stalled=0.6, linger=0.5, look=0.1)
HOST = b"Host: here\r\n"
POST = b"POST /echo HTTP/1.1\r\n" + HOST
CHUNKED = POST + b"Transfer-Encoding: chunked\r\n\r\n"
GET = b"GET /echo HTTP/1.1\r\n" + HOST + b"\r\n"
LAST = GET.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")


@pytest.fixture(scope="module")
def running() -> Iterator[Guard]:
    guard = Guard(QUICK)
    yield guard
    guard.stop()


@pytest.fixture
def guard(running: Guard) -> Guard:
    running.app.seen.clear()
    running.app.gone.clear()
    return running


MALFORMED = {
    "length and chunks": POST + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "chunks and length": POST + b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
    "two lengths": POST + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
    "the same length twice": POST + b"Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello",
    "lengths in a list": POST + b"Content-Length: 5, 5\r\n\r\nhello",
    "length with a plus": POST + b"Content-Length: +5\r\n\r\nhello",
    "negative length": POST + b"Content-Length: -5\r\n\r\nhello",
    "length that overflows": POST + b"Content-Length: 99999999999999999999\r\n\r\nhello",
    "empty length": POST + b"Content-Length:\r\n\r\nhello",
    "coding twice": POST + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "coding not known": POST + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    "coding before chunked": POST + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    "coding identity": POST + b"Transfer-Encoding: identity\r\n\r\nhello",
    "coding after a vertical tab": POST + b"Transfer-Encoding:\x0bchunked\r\n\r\n0\r\n\r\n",
    "chunks in HTTP/1.0": b"POST /echo HTTP/1.0\r\n" + HOST + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "folded header": b"GET /echo HTTP/1.1\r\n" + HOST + b"X: a\r\n b\r\n\r\n",
    "bare line feeds": b"GET /echo HTTP/1.1\nHost: here\n\n",
    "bare line feed in headers": b"GET /echo HTTP/1.1\r\nHost: here\nX: b\r\n\r\n",
    "bare carriage return": b"GET /echo HTTP/1.1\r\nHost: here\rX: b\r\n\r\n",
    "nul in a value": b"GET /echo HTTP/1.1\r\n" + HOST + b"X: a\x00b\r\n\r\n",
    "space before the colon": b"POST /echo HTTP/1.1\r\n" + HOST + b"Content-Length : 5\r\n\r\nhello",
    "space in a name": b"GET /echo HTTP/1.1\r\n" + HOST + b"X y: a\r\n\r\n",
    "space before the first header": b"GET /echo HTTP/1.1\r\n " + HOST + b"\r\n",
    "empty name": b"GET /echo HTTP/1.1\r\n" + HOST + b": a\r\n\r\n",
    "no colon": b"GET /echo HTTP/1.1\r\n" + HOST + b"abc\r\n\r\n",
    "chunk size not hexadecimal": CHUNKED + b"zz\r\n\r\n",
    "chunk size with 0x": CHUNKED + b"0x5\r\nhello\r\n0\r\n\r\n",
    "chunk size with a plus": CHUNKED + b"+5\r\nhello\r\n0\r\n\r\n",
    "chunk size with a space": CHUNKED + b"5 \r\nhello\r\n0\r\n\r\n",
    "chunk size that overflows": CHUNKED + b"fffffffffffffffff\r\nhello\r\n0\r\n\r\n",
    "chunk size before a bare line feed": CHUNKED + b"5\nhello\r\n0\r\n\r\n",
    "chunk longer than its size": CHUNKED + b"5\r\nhelloXX0\r\n\r\n",
    "line feed in a chunk extension": CHUNKED + b"5;a\nb\r\nhello\r\n0\r\n\r\n",
    "length in a trailer": CHUNKED + b"5\r\nhello\r\n0\r\nContent-Length: 7\r\n\r\n",
    "no host": b"GET /echo HTTP/1.1\r\n\r\n",
    "two hosts": b"GET /echo HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    "start of HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "version not known": b"GET /echo HTTP/1.2\r\n" + HOST + b"\r\n",
    "method in small letters": b"get /echo HTTP/1.1\r\n" + HOST + b"\r\n",
    "space in the address": b"GET /a b HTTP/1.1\r\n" + HOST + b"\r\n",
    "bytes beyond ASCII in the address": b"GET /\xc3\xa9 HTTP/1.1\r\n" + HOST + b"\r\n",
    "start of TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
}


@pytest.mark.parametrize("shape", MALFORMED.values(), ids=MALFORMED)
def test_what_others_might_read_otherwise_is_refused_and_the_connection_ends(shape: bytes, guard: Guard):
    answer = guard.ask(shape + b"GET /smuggled HTTP/1.1\r\n" + HOST + b"\r\n")
    assert status(answer) == HTTPStatus.BAD_REQUEST
    assert b"connection: close" in answer
    assert answer.count(b"HTTP/1.1 ") == 1 + answer.count(b"wanted HTTP/1.1 ")
    assert not [path for _, path, _ in guard.app.seen if path == "/smuggled"]


FLOODS = {
    "one long header": (b"GET /echo HTTP/1.1\r\n" + HOST + b"X: " + b"a" * 20_000 + b"\r\n\r\n", 431),
    "a header without end": (b"GET /echo HTTP/1.1\r\n" + HOST + b"X: " + b"a" * 600_000, 431),
    "long headers": (b"GET /echo HTTP/1.1\r\n" + HOST + (b"X: " + b"a" * 1000 + b"\r\n") * 20, 431),
    "many headers": (b"GET /echo HTTP/1.1\r\n" + HOST + b"X: a\r\n" * 101, 431),
    "long trailers": (CHUNKED + b"0\r\n" + (b"X: " + b"a" * 1000 + b"\r\n") * 20, 431),
    "a trailer without end": (CHUNKED + b"0\r\nX: " + b"a" * 600_000, 431),
    "a long address": (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n" + HOST, 414),
    "an address without end": (b"GET /" + b"a" * 600_000, 414),
    "a proxy's method": (b"CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\n\r\n", 405),
}


@pytest.mark.parametrize(("flood", "wanted"), FLOODS.values(), ids=FLOODS)
def test_a_flood_is_refused_with_its_own_status(flood: bytes, wanted: int, guard: Guard):
    assert status(guard.ask(flood)) == wanted


def test_an_address_and_headers_just_within_their_limits_are_taken(guard: Guard):
    head = b"GET /echo?" + b"a" * 65_000 + b" HTTP/1.1\r\n" + HOST + b"Connection: close\r\n" + b"X: aaaa\r\n" * 98
    assert status(guard.ask(head + b"\r\n")) == HTTPStatus.OK


def test_a_chunk_extension_without_end_is_refused(guard: Guard):
    assert status(guard.ask(CHUNKED + b"5;" + b"a" * 600_000)) == 431


SLOW: dict[str, tuple[list[bytes], bytes]] = {
    "nothing": ([b""] * 12, b""),
    "empty lines": ([b"\r\n"] * 12, b""),
    "a head byte by byte": ([bytes([byte]) for byte in GET[:12]], b"HTTP/1.1 408"),
    "a body byte by byte": ([POST + b"Content-Length: 90\r\n\r\n", *[b"x"] * 12], b"HTTP/1.1 408"),
    "chunks of a byte": ([CHUNKED, *[b"1\r\nx\r\n"] * 12], b"HTTP/1.1 408"),
}


@pytest.mark.parametrize(("parts", "wanted"), SLOW.values(), ids=SLOW)
def test_a_client_that_sends_slowly_is_sent_away(parts: list[bytes], wanted: bytes, guard: Guard):
    with guard.connect() as connection:
        with suppress(BrokenPipeError, ConnectionResetError):
            for part in parts:
                connection.sendall(part)
                time.sleep(0.1)
        found = b""
        with suppress(ConnectionResetError):
            found = until_end(connection)
    assert found[:12] == wanted


def test_the_application_hears_that_a_slow_body_ended(guard: Guard):
    guard.ask(POST + b"Content-Length: 90\r\n\r\n", b"half")
    assert guard.app.gone.wait(5)
    assert not guard.app.seen


def test_a_body_that_comes_steadily_may_take_longer_than_the_limit(guard: Guard):
    body = [b"x" * 5000] * 10
    head = POST + b"Connection: close\r\nContent-Length: 50000\r\n\r\n"
    assert status(guard.ask(head, *body, pause=0.15)) == HTTPStatus.OK


def test_a_client_is_not_blamed_while_nobody_reads_what_it_sends():
    guard = Guard(replace(QUICK, rate=10_000_000))
    head = b"POST /late HTTP/1.1\r\n" + HOST + b"Connection: close\r\nContent-Length: 3000000\r\n\r\n"
    assert status(guard.ask(head, *[PART] * 30)) == HTTPStatus.OK
    guard.stop()


def test_a_client_that_reads_nothing_is_cut_off(guard: Guard):
    with guard.connect() as connection:
        connection.sendall(b"GET /endless HTTP/1.1\r\n" + HOST + b"\r\n")
        wait_until(lambda: guard.outcomes["stalled"] > 0)
        with pytest.raises(ConnectionResetError):
            until_end(connection)
    wait_until(lambda: guard.open == 0)
    guard.app.gone.set()


def test_a_client_that_reads_slowly_but_steadily_is_served(guard: Guard):
    before = guard.outcomes["stalled"]
    with guard.connect() as connection:
        connection.sendall(b"GET /endless HTTP/1.1\r\n" + HOST + b"\r\n")
        for _ in range(30):
            assert connection.recv(500_000)
            time.sleep(0.05)
    assert guard.outcomes["stalled"] == before
    guard.app.gone.set()


@pytest.mark.parametrize("version", ["1.1", "1.0"])
@pytest.mark.parametrize("path", ["/cut", "/bug"])
def test_an_answer_that_breaks_off_never_looks_complete(version: str, path: str, guard: Guard):
    with guard.connect() as connection:
        connection.sendall(f"GET {path} HTTP/{version}\r\nHost: here\r\n\r\n".encode())
        with pytest.raises(ConnectionResetError):
            until_end(connection)


def test_a_cut_is_no_error_of_ours(guard: Guard, caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.DEBUG), pytest.raises(ConnectionResetError):
        guard.ask(b"GET /cut HTTP/1.1\r\n" + HOST + b"\r\n")
    assert not caplog.records


def test_a_bug_is_told_once_with_its_place(guard: Guard, caplog: pytest.LogCaptureFixture):
    with pytest.raises(ConnectionResetError):
        guard.ask(b"GET /bug HTTP/1.1\r\n" + HOST + b"\r\n")
    assert [record.exc_info is not None for record in caplog.records] == [True]


def test_an_old_client_gets_no_chunks(guard: Guard):
    answer = guard.ask(b"GET /parts HTTP/1.0\r\n\r\n")
    assert answer.endswith(b"\r\n\r\none two")
    assert b"chunked" not in answer


def test_a_request_that_offers_an_upgrade_keeps_its_body(guard: Guard):
    head = (
        POST
        + b"Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMA\r\nContent-Length: 5\r\n\r\n"
    )
    answer = guard.ask(head, b"hel", b"lo", POST + b"Connection: close\r\nContent-Length: 2\r\n\r\nyo", pause=0.05)
    assert answer.count(b"200 OK") == 2
    assert [body for _, _, body in guard.app.seen] == [b"hello", b"yo"]


def test_trailers_are_no_headers(guard: Guard):
    guard.ask(
        CHUNKED.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
        + b"5\r\nhello\r\n0\r\nX-Forwarded-For: a\r\n\r\n"
    )
    assert guard.app.seen == [("POST", "/echo", b"hello")]
    assert b"x-forwarded-for" not in guard.app.headers


def test_pipelined_requests_are_answered_in_order(guard: Guard):
    two = POST + b"Content-Length: 1\r\n\r\n1" + POST + b"Connection: close\r\nContent-Length: 1\r\n\r\n2"
    answer = guard.ask(two)
    assert answer.count(b"200 OK") == 2
    assert [body for _, _, body in guard.app.seen] == [b"1", b"2"]


def test_no_refusal_is_written_into_another_answer(guard: Guard):
    with pytest.raises(ConnectionResetError):
        guard.ask(b"GET /endless HTTP/1.1\r\n" + HOST + b"\r\n" + b"no HTTP\r\n\r\n")
    guard.app.gone.set()


def test_requests_that_pile_up_behind_one_are_cut_off(guard: Guard):
    with pytest.raises(ConnectionResetError):
        guard.ask(GET * 5000)


def test_an_early_answer_arrives_though_the_client_sends_on(guard: Guard):
    with guard.connect() as connection:
        connection.sendall(b"POST /early HTTP/1.1\r\n" + HOST + b"Content-Length: 3000000\r\n\r\n")
        for _ in range(30):
            connection.sendall(PART)
        answer = http.client.HTTPResponse(connection)
        answer.begin()
        assert (answer.status, answer.read()) == (413, b"too large")


def test_a_body_after_an_answer_has_an_end(guard: Guard):
    head = b"POST /early HTTP/1.1\r\n" + HOST + b"Content-Length: 999999999\r\n\r\n"
    with pytest.raises((BrokenPipeError, ConnectionResetError)):
        guard.ask(head, *[PART] * 100, pause=0.05)


def test_connections_that_ask_nothing_make_room_the_oldest_first():
    guard = Guard(replace(QUICK, connections=3, head=30))
    held = []
    for number in range(3):
        held.append(guard.connect())
        wait_until(lambda wanted=number + 1: guard.open == wanted)
        time.sleep(0.25)
    held[1].sendall(GET[:20])
    assert status(guard.ask(LAST)) == HTTPStatus.OK
    with pytest.raises(ConnectionResetError):
        held[0].recv(1)
    held[1].sendall(GET[20:])
    assert status(held[1].recv(1000)) == HTTPStatus.OK
    for connection in held:
        connection.close()
    guard.stop()


def test_where_all_are_at_work_one_more_is_told_to_come_again():
    guard = Guard(replace(QUICK, connections=3, stalled=30))
    held = [guard.connect() for _ in range(3)]
    for connection in held:
        connection.sendall(b"GET /endless HTTP/1.1\r\n" + HOST + b"\r\n")
        assert connection.recv(1)
    answer = guard.ask()
    assert status(answer) == HTTPStatus.SERVICE_UNAVAILABLE
    assert b"retry-after: 1" in answer
    for connection in held:
        connection.close()
    wait_until(lambda: guard.open == 0)
    assert status(guard.ask(LAST)) == HTTPStatus.OK
    guard.stop()


def test_nobody_is_counted_who_has_gone(guard: Guard):
    for _ in range(20):
        connection = guard.connect()
        connection.sendall(GET[:20])
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()
    wait_until(lambda: guard.open == 0)
