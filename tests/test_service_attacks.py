"""What attackers and careful clients try on a running service, beyond load: tags, conditions, rights of processes."""

from __future__ import annotations

import asyncio
import errno
import json
import os
import resource
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic
from urllib.parse import quote

import pytest

from kg.service.asking import Asked, Operation
from kg.service.front.routes import is_fickle
from kg.service.problems import Problem
from kg.service.workers import forks, process
from kg.service.workers.code import checksum
from kg.service.workers.fence import known
from kg.service.workers.link import Link, Started
from kg.service.workers.reply import Reply
from kg.service.workers.wire import HEAD, Frames, Odd
from tests.hostile import publish
from tests.served import Service, Told, attacked, serving, until_end, wait_until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked at in /proc")


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service that was asked a little already."""
    with attacked(tmp_path_factory.mktemp("graph")) as running:
        yield running


TOKEN = "Bearer 0123456789abcdef"  # noqa: S105


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service that takes changes, of a graph that has one."""
    folder = tmp_path_factory.mktemp("written")
    token = folder / "token"
    token.write_text(TOKEN.removeprefix("Bearer "))
    token.chmod(0o600)
    file = folder / "kg.toml"
    file.write_text('writable = true\ntoken_file = "token"\nworkers = 1\n')
    with serving(folder / "store", config=file) as running:
        assert change(running, "PUT", b"<urn:a> <urn:b> 1 .").status == 201
        yield running


def change(service: Service, method: str, body: bytes = b"", **headers: str) -> Told:
    """Change the one graph."""
    headers = {"Authorization": TOKEN, "Content_Type": "text/turtle", **headers}
    return service.ask("/gsp?graph=urn:g", method, body, **headers)


FICKLE = {
    "prologue": "PREFIX a: <urn:b> CONSTRUCT { _:x a 1 } {}",
    "comment": "# new\nCONSTRUCT { [] a 1 } {}",
    "list": "CONSTRUCT { <urn:a> <urn:b> (1 2) } {}",
    "reified": "CONSTRUCT { << <urn:a> <urn:b> 1 >> <urn:b> 2 } {}",
    "annotated": "CONSTRUCT { <urn:a> <urn:b> 1 {| <urn:b> 2 |} } {}",
    "reifier": "CONSTRUCT { <urn:a> <urn:b> 1 ~ } {}",
    "small letters": "base <urn:b> construct { [] a 1 } {}",
    "function": "SELECT (STRUUID() AS ?x) {}",
}


@pytest.mark.parametrize("name", FICKLE)
def test_what_is_new_each_time_is_neither_kept_nor_tagged(name: str, service: Service):
    address = "/sparql?query=" + quote(FICKLE[name])
    first, second = (service.ask(address, Accept="text/csv, application/n-triples;q=0.9") for _ in range(2))
    assert first.status == second.status == 200
    assert first.body != second.body
    assert "etag" not in first.headers
    assert first.headers["cache-control"] == "no-store"


def test_signs_of_new_nodes_alone_make_no_query_fickle():
    assert not is_fickle(Operation("SELECT (COUNT(*) AS ?n) { ?s ?p [] }"))
    assert not is_fickle(Operation("CONSTRUCT WHERE { ?s ?p ?o }"))


CONDITIONS = {"If_Match": '"0001-0"', "If_None_Match": "*", "If_Unmodified_Since": "Sun, 01 Jan 2012 00:00:00 GMT"}


@pytest.mark.parametrize("name", CONDITIONS)
@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_a_change_on_a_condition_is_not_made_in_spite_of_it(name: str, method: str, written: Service):
    told = change(written, method, b"<urn:a> <urn:b> 2 .", **{name: CONDITIONS[name]})
    assert told.status == 412
    assert b'"1"' in written.ask("/gsp?graph=urn:g", Accept="application/n-triples").body


def test_a_part_of_a_graph_does_not_take_the_place_of_all(written: Service):
    assert change(written, "PUT", b"<urn:a> <urn:b> 2 .", Content_Range="bytes 0-1/9").status == 400
    assert b'"1"' in written.ask("/gsp?graph=urn:g", Accept="application/n-triples").body


def test_a_question_by_post_has_no_condition(service: Service):
    kind = "application/sparql-query"
    told = service.ask("/sparql", "POST", b"ASK {}", Content_Type=kind, If_None_Match="*")
    assert told.status == 200
    assert "etag" not in told.headers


def test_texts_that_take_long_to_read_hold_up_nobody(service: Service):
    # Each takes half a second to decode and to look at.
    body = b"query=" + b"%5Cu0041" * 120_000
    kind = "application/x-www-form-urlencoded"
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(service.ask, "/sparql", "POST", body, Content_Type=kind) for _ in range(8)]
        longest = 0.0
        while not all(one.done() for one in asked):
            began = monotonic()
            assert service.ask("/health").status == 200
            longest = max(longest, monotonic() - began)
    assert {one.result().status for one in asked} == {400}
    assert longest < 0.4


def test_another_program_gives_other_tags(tmp_path: Path):
    package = tmp_path / "kg"
    package.mkdir()
    found = set()
    for name, text in (("page.py", "1"), ("page.py", "2"), ("style.css", "")):
        (package / name).write_text(text)
        checksum.cache_clear()
        found.add(checksum(package))
    assert len(found) == 3


def test_a_service_that_was_told_otherwise_gives_other_tags(tmp_path: Path):
    publish(tmp_path, 7)
    found = []
    for settings in ({}, {"services": "http://127.0.0.1:9/"}):
        with serving(tmp_path, workers=1, **settings) as running:
            # It has none until all is counted.
            wait_until(lambda one=running: "etag" in one.ask("/sparql").headers, "it was counted")
            found.append(running.ask("/sparql", Host="a"))
    first, second = found
    assert first.body != second.body
    assert first.headers["etag"] != second.headers["etag"]


def tried(store: Path, outside: Path) -> dict[str, str]:
    """What comes of what no reader of queries has to do, by name: ``done``, or the name of the error."""
    listening = socket.socket()
    attempts: dict[str, Callable[[], object]] = {
        "read": (store / "current").read_bytes,
        "write outside": lambda: outside.write_text("x"),
        "change the graph": lambda: next(store.glob("snapshots/*/graph/CURRENT")).open("ab"),
        "leave a file": lambda: (store / "new").write_text("x"),
        "remove": (store / "current").unlink,
        "run": lambda: subprocess.run(["true"], check=True),
        "signal": lambda: os.kill(os.getppid(), 0),
        "connect": lambda: socket.create_connection(("127.0.0.1", 9), timeout=1),
        "listen": lambda: listening.bind(("127.0.0.1", 0)),
    }
    found = {}
    for name, attempt in attempts.items():
        try:
            attempt()
        except OSError as error:
            found[name] = errno.errorcode[error.errno or 0]
        else:
            found[name] = "done"
    found["largest file"] = str(resource.getrlimit(resource.RLIMIT_FSIZE)[0])
    return found


def probing(connection: socket.socket, errors: object, order: process.Order) -> None:
    """A worker that tries all that, in the place where it would answer."""

    def serve(_: process.Reader) -> None:
        connection.sendall(json.dumps(tried(order.store, order.store.parent / "outside")).encode())

    process.Reader.serve = serve  # type: ignore[method-assign]
    process.run(connection, errors, order)


@pytest.mark.skipif(known() < 6, reason="this system cannot keep processes from all of that")
@pytest.mark.parametrize("keeps", [False, True])
def test_a_process_that_reads_can_change_nothing_and_reach_nobody(keeps: bool, tmp_path: Path):
    publish(tmp_path / "store", 7)
    forks.prepare()
    started = Started(process.Order(tmp_path / "store", "0001", 64, network=False, keeps=keeps), probing)
    found = json.loads(started.ours.recv(1 << 16))
    started.ours.close()
    started.end()
    kept = "done" if keeps else "EACCES"
    assert found == {
        **dict.fromkeys(("write outside", "connect", "listen", "run"), "EACCES"),
        **{"read": "done", "signal": "EPERM", "largest file": str(64 << 20)},
        **dict.fromkeys(("leave a file", "remove", "change the graph"), kept),
    }


def test_a_crash_of_the_process_that_writes_leaves_a_word_in_the_log(written: Service):
    told = change(
        written, "PUT", b"<urn:a> <urn:b> " + b"<<( <urn:s> <urn:p> " * 100_000 + b"1" + b")>>" * 100_000 + b"."
    )
    assert (told.status, b"nested too deeply" in told.body) == (500, True)
    # The answer may come before the line.
    word = "the process that writes: wanted to go on, ended with -"
    wait_until(lambda: any(word in line for line in written.said), "it was said")
    assert change(written, "PUT", b"<urn:a> <urn:b> 1 .").status == 204


def test_a_frame_that_would_fill_the_memory_is_not_waited_for():
    frames = Frames()
    assert list(frames.feed(struct.pack(">IB", 3, HEAD) + b"abc")) == [(HEAD, b"abc")]
    with pytest.raises(Odd, match="found that 4,000,000,000 are to come"):
        list(frames.feed(struct.pack(">IB", 4_000_000_000, HEAD)))


def chattering(connection: socket.socket, errors: object, order: process.Order) -> None:
    """A worker that says of its answer that it is longer than anyone wants to keep."""

    def answer(*_: object) -> None:
        connection.sendall(struct.pack(">IB", 4_000_000_000, HEAD))
        signal.pause()

    process.Reader._answer = answer  # type: ignore[method-assign]
    process.run(connection, errors, order)


def test_a_worker_that_talks_nonsense_is_ended(tmp_path: Path):
    publish(tmp_path, 7)
    forks.prepare()

    async def ask() -> Problem:
        started = Started(process.Order(tmp_path, "0001", 64, network=False), chattering)
        idle, gone = asyncio.Event(), asyncio.Event()
        reply = Reply(asyncio.get_running_loop())
        _, link = await asyncio.get_running_loop().create_unix_connection(
            lambda: Link(started, lambda _: idle.set(), lambda _: gone.set()), sock=started.ours
        )
        await asyncio.wait_for(idle.wait(), 20)
        link.ask(Asked("start"), reply, "0001", 30)
        with pytest.raises(Problem, match="the process that worked on this failed") as failed:
            await asyncio.wait_for(reply.head(), 20)
        await asyncio.wait_for(gone.wait(), 20)
        assert await link.verdict() is failed.value
        return failed.value

    assert asyncio.run(ask()).outcome == "crash"


@pytest.mark.parametrize("kind", ["text/html", "text/turtle"])
@pytest.mark.parametrize("length", [20, 250, 20_000])
def test_headers_of_a_thing_with_a_long_address_are_no_longer_than_proxies_take(
    length: int, kind: str, written: Service
):
    iri = "http://a.example/" + "福" * (length // 9)
    update = f"INSERT DATA {{ <{iri}> <urn:b> 1 }}".encode()
    told = written.ask("/update", "POST", update, Authorization=TOKEN, Content_Type="application/sparql-update")
    assert told.status == 204
    told = written.ask("/about?iri=" + quote(iri, safe=""), Accept=kind)
    assert told.status == 200
    assert sum(len(name) + len(value) + 4 for name, value in told.headers.items()) < 4_000
    assert ("link" in told.headers) == (length < 300)


@pytest.mark.parametrize(("host", "status"), [("a.example", b"200"), ("A.example", b"200"), ("b.example", b"400")])
def test_an_address_and_a_host_header_that_differ_are_refused(host: str, status: bytes, service: Service):
    head = f"GET http://a.example/health HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    with service.connected() as connection:
        connection.sendall(head.encode())
        assert until_end(connection).split()[1] == status
