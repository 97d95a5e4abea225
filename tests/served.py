"""``kg serve`` in a process of its own, looked at from outside: answers, memory, children, open files."""

from __future__ import annotations

import http.client
import itertools
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from urllib.parse import quote

from tests.hostile import NUMBER, descendants, publish, resident

_ADDRESS = re.compile(r"on http://([0-9.]+):(\d+)")
_COUNT = itertools.count()
TIMEOUT = 1
LIMITS = {"workers": 2, "timeout": TIMEOUT, "memory": 64, "per_client": 200, "queue": 200, "wait": 4, "cache": 4}
# Processes of an attacked service beside the one that speaks HTTP: workers, what starts them, and what cleans up after
# them.
_ALL = LIMITS["workers"] + 2
# Bytes that the processes may keep beyond what they had: an allocator gives back late.
KEPT = 64 << 20


@dataclass(frozen=True)
class Told:
    """An answer.

    :ivar whole: whether it ended as an answer ends.
    """

    status: int
    headers: dict[str, str]
    body: bytes
    whole: bool = True


@dataclass
class Service:
    """A running service.

    :ivar process: the one that speaks HTTP.
    :ivar said: lines of its standard error.
    """

    process: subprocess.Popen[str]
    host: str = ""
    port: int = 0
    said: list[str] = field(default_factory=list)

    def connected(self, seconds: float = 30) -> socket.socket:
        """A connection on which nothing was said yet."""
        return socket.create_connection((self.host, self.port), timeout=seconds)

    def ask(
        self,
        path: str,
        method: str = "GET",
        body: bytes | None = None,
        seconds: float = 30,
        source: str = "",
        **headers: str,
    ) -> Told:
        """Ask on a connection of its own; an answer that breaks off is told as not whole.

        :param source: the address to ask from; empty for any.
        """
        connection = http.client.HTTPConnection(
            self.host, self.port, timeout=seconds, source_address=(source, 0) if source else None
        )
        try:
            connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            said = {name.lower(): value for name, value in answer.getheaders()}
            try:
                return Told(answer.status, said, answer.read())
            except (http.client.IncompleteRead, ConnectionError) as error:
                part = error.partial if isinstance(error, http.client.IncompleteRead) else b""
                return Told(answer.status, said, part, whole=False)
        finally:
            connection.close()

    def query(self, query: str, seconds: float = 30, **headers: str) -> Told:
        """Ask a query, by POST since it may be long."""
        kind = "application/sparql-query"
        return self.ask("/sparql", "POST", query.encode(), seconds, Content_Type=kind, **headers)

    def number(self) -> str:
        """The number of the graph, asked so that no cache knows it."""
        told = self.ask("/sparql?query=" + quote(f"{NUMBER} # {next(_COUNT)}"), Accept="text/csv")
        assert told.status == 200, told
        return told.body.decode().split()[1]

    @property
    def children(self) -> dict[int, str]:
        """Processes that it started."""
        return descendants(self.process.pid)

    @property
    def files(self) -> int:
        """How many files the process that speaks HTTP has open."""
        return len(list(Path(f"/proc/{self.process.pid}/fd").iterdir()))

    @property
    def memory(self) -> int:
        """Bytes that its processes take."""
        return resident([self.process.pid, *self.children])

    def stop(self) -> int:
        """Tell it to end; its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)


@contextmanager
def serving(store: Path, **settings: object) -> Iterator[Service]:
    """Run ``kg serve`` on a free port.

    :param settings: its flags; True for one without a value.
    """
    named = {f"--{name.replace('_', '-')}": value for name, value in settings.items()}
    flags = [name if value is True else f"{name}={value}" for name, value in named.items()]
    command = [sys.executable, "-m", "kg.cli", "serve", "--store", str(store), "--port", "0", *flags]
    with subprocess.Popen(
        [*command, "--access-log", "none"], stderr=subprocess.PIPE, text=True, env={**os.environ, "LC_ALL": "C"}
    ) as process:
        service = Service(process)
        reader = Thread(target=_listen, args=(service,))
        reader.start()
        try:
            wait_until(lambda: bool(service.port) or process.poll() is not None, "it says where it listens")
            assert service.port, f"it ended: {''.join(service.said[-3:])}"
            wait_until(lambda: service.ask("/ready").status == 200, "a process has the graph open")
            yield service
        finally:
            if process.poll() is None:
                process.kill()
            reader.join()


def _listen(service: Service) -> None:
    assert service.process.stderr
    for line in service.process.stderr:
        service.said.append(line)
        if found := _ADDRESS.search(line):
            service.host, service.port = found[1], int(found[2])


def wait_until(done: Callable[[], bool], what: str, seconds: float = 30) -> None:
    """Look again and again."""
    end = monotonic() + seconds
    while not done():
        assert monotonic() < end, f"not within {seconds:g} s: {what}"
        sleep(0.02)


@contextmanager
def attacked(folder: Path) -> Iterator[Service]:
    """A service over the graph of the number 7, for attacks; at the end it must not have said that anything broke."""
    publish(folder, 7)
    with serving(folder, **LIMITS) as service:
        for _ in range(20):
            assert service.number() == "7"
        # Counting what is in the graph takes a process of its own, a second after the start.
        wait_until(lambda: b"classPartition" in service.ask("/.well-known/void").body, "it was counted")
        wait_until(lambda: len(service.children) == _ALL, "all processes have started")
        yield service
        assert service.stop() == 0
        assert not [line for line in service.said if "Traceback" in line or "Exception" in line]


@contextmanager
def unharmed(service: Service) -> Iterator[None]:
    """See that an attack costs nobody anything: an answer, a process, memory or a file."""
    # What an earlier attack killed comes again first: without it fewer files are open than there should be.
    wait_until(lambda: len(service.children) >= _ALL, "all processes are there again", 20)
    files, memory, children = service.files, service.memory, len(service.children)
    yield
    began = monotonic()
    assert service.number() == "7"
    if monotonic() - began > 1:
        # Other tests may have had all of the machine for a moment; an attack would last.
        began = monotonic()
        assert service.number() == "7"
        assert monotonic() - began < 1
    wait_until(lambda: len(service.children) <= children, "processes went", 10)
    wait_until(lambda: service.files <= files + 1, "files were closed", 20)
    wait_until(lambda: service.memory <= memory + KEPT, "memory came back", 10)


def assert_problem(told: Told) -> None:
    """See that a refusal is a problem document, and says when to come again where that helps."""
    if told.status >= 400:
        assert told.whole
        assert told.headers["content-type"] == "application/problem+json"
        assert b'"status"' in told.body
    if told.status in (429, 503, 504):
        assert int(told.headers["retry-after"]) > 0


def until_end(connection: socket.socket, after: bytes | None = None) -> bytes:
    """What comes, up to the end of the connection or some bytes."""
    found = b""
    try:
        while (part := connection.recv(1 << 16)) and not (after and after in part):
            found += part
    except ConnectionError:
        return found
    return found + part
