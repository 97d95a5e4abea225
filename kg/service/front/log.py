"""The access log: one line of JSON a request, in which nobody can be found again.

It holds no address, no text of a query and no name of a browser. A query is known by a hash of its text: whoever has
the text finds its lines, and no one else learns what was asked.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from msgspec import Struct, field
from msgspec.json import Encoder

# Seconds that a line may wait before it is written.
WAIT = 1.0
# Lines that wait at most, about 10 MB, where the disk or the reader of a pipe stands still; more are lost, and counted.
MOST_WAITING = 40_000
STANDARD_OUTPUT = "-"
# What is wrong with the service itself is said on standard error, as everything of this name is.
_OUT = logging.getLogger("kg.service")


class _Line(Struct):
    at: float | str = field(name="time")
    method: str
    route: str
    status: int
    ms: float
    size: int = field(name="bytes")
    query: str | None
    rows: int | None
    cached: bool
    outcome: str
    snapshot: str


def query_hash(text: str) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of a query's text in UTF-8.

    >>> query_hash("ASK {}")
    '819ea91ed5f12b38'
    """
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class AccessLog:
    """Lines are kept, and written by a thread each second, so that a slow disk holds up no answer.

    A file is opened for each writing, about once a second, and closed after it: one that a rotation of logs moved away
    is begun anew by itself.

    :param target: a file, ``-`` for standard output, None for no log.
    """

    def __init__(self, target: str | None) -> None:
        self._target = target
        self._waiting: deque[_Line] = deque()
        self._lost = 0
        self._failed = False
        self._wake = threading.Event()
        self._closed = False
        self._thread: threading.Thread | None = None

    def line(
        self,
        *,
        method: str,
        route: str,
        status: int,
        ms: float,
        size: int,
        query_hash: str | None,
        rows: int | None,
        cached: bool,
        outcome: str,
        snapshot: str,
    ) -> None:
        """Note one request.

        :param route: name of the route, never the path: paths of things tell what somebody looked at.
        :param ms: milliseconds from the head of the request to the end of the answer.
        :param size: bytes of the body as sent.
        :param rows: of a table; None where there is none, or where nobody counted.
        :param outcome: ``ok``, or what became of it, as counted in the figures.
        """
        if self._target is None:
            return
        if len(self._waiting) >= MOST_WAITING:
            self._lost += 1
            return
        # Words are made by the thread: noting a line takes 1 us here, the whole of it 5.
        self._waiting.append(
            _Line(time.time(), method, route, status, ms, size, query_hash, rows, cached, outcome, snapshot)
        )
        if self._thread is None:
            self._start()

    def reopen(self) -> None:
        """Write what waits, now: what follows goes into a file of that name, anew where it was moved away."""
        self._wake.set()

    def close(self) -> None:
        """Write what waits, and end."""
        self._closed = True
        self._wake.set()
        if self._thread is not None:
            # Whoever reads our standard output may have stopped reading; the end does not wait for that.
            self._thread.join(timeout=5)

    def _start(self) -> None:
        self._thread = threading.Thread(target=self._run, name="access log", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        while not self._closed:
            self._wake.wait(WAIT)
            self._wake.clear()
            self._flush()
        self._flush()

    def _flush(self) -> None:
        # One by one from the left, which needs no lock against lines that come at the right meanwhile.
        waiting = [self._waiting.popleft() for _ in range(len(self._waiting))]
        lost, self._lost = self._lost, 0
        if not waiting:
            return
        try:
            self._write(b"\n".join([*_words(waiting), b""]))
            if lost:
                _OUT.warning("access log %s: wanted to keep every line, found %d too many", self._target, lost)
            self._failed = False
        except OSError as error:
            if not self._failed:
                why = error.strerror or str(error)
                _OUT.warning("access log %s: wanted to write, found: %s", self._target, why)
            self._failed = True

    def _write(self, lines: bytes) -> None:
        if self._target == STANDARD_OUTPUT:
            sys.stdout.flush()
            whole = memoryview(lines)
            while whole:
                whole = whole[os.write(sys.stdout.fileno(), whole) :]
        else:
            with Path(str(self._target)).open("ab") as file:
                file.write(lines)


def _words(lines: Iterable[_Line]) -> Iterator[bytes]:
    """The lines as JSON, with the time in UTC."""
    encode = Encoder().encode
    for line in lines:
        line.at = datetime.fromtimestamp(float(line.at), UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        line.ms = round(line.ms, 3)
        yield encode(line)
