"""The same load for any server: requests over a few connections that stay open, and how long each took.

``wrk`` makes it where it is installed; otherwise a client on bare sockets in this process, which is made for this and
reads no more of an answer than where it ends.
"""

from __future__ import annotations

import asyncio
import math
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import cast

CONNECTIONS = 8
# Seconds that answers may take beyond the time in which they are asked for, unless told otherwise.
PATIENCE = 60
# A request is sent again and again, or a list is gone through and then again with a comment that makes it new.
SCRIPT = """
local paths, at, turn = {{}}, 0, 0
for line in io.lines("{paths}") do paths[#paths + 1] = line end
wrk.headers["Accept"] = "{accept}"
function request()
  at = at + 1
  if at > #paths then at = 1; turn = turn + 1 end
  if {fresh} then return wrk.format("GET", paths[at] .. "%23{mark}." .. turn) end
  return wrk.format("GET", paths[at])
end
function done(summary, latency)
  local bad = summary.errors
  print(string.format("FIGURES %d %d %f %f %f %d", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(95), latency:percentile(99), bad.status + bad.connect + bad.read + bad.write + bad.timeout))
end
"""


@dataclass(frozen=True)
class Target:
    """Where a server answers queries.

    :ivar path: what a query, percent signs and all, is written behind.
    """

    host: str
    port: int
    path: str


@dataclass(frozen=True)
class Asking:
    """What is asked.

    :ivar queries: already fit for an address.
    :ivar fresh: whether no two requests may be the same.
    :ivar mark: differs from that of any other asking of the same server.
    """

    queries: tuple[str, ...]
    fresh: bool = False
    mark: str = ""
    accept: str = "application/sparql-results+json"

    def paths(self, target: Target) -> Iterator[str]:
        """What is asked for, for ever."""
        turn = 0
        while True:
            ending = f"%23{self.mark}.{turn}" if self.fresh else ""
            for query in self.queries:
                yield f"{target.path}{query}{ending}"
            turn += 1


@dataclass(frozen=True)
class Figures:
    """What a load came to.

    :ivar rate: answers a second.
    :ivar p50: seconds within which half of the answers came; ``p95`` and ``p99`` likewise.
    :ivar failed: answers other than 200, and those that did not come.
    :ivar answers: how many came, those outside the time that the rate is of included.
    :ivar processor: seconds that the server's processes worked for each; not a number where nobody knows.
    """

    rate: float
    p50: float
    p95: float
    p99: float
    failed: int
    answers: int
    processor: float = math.nan


class Connection(asyncio.Protocol):
    """One connection that asks again as soon as it is answered.

    :ivar took: of each answer when it was there, and within how many seconds.
    """

    def __init__(self, following: Callable[[], bytes | None]) -> None:
        self._following, self._buffer = following, bytearray()
        self.took: list[tuple[float, float]] = []
        self.failed = 0
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask the first time."""
        # That of uvloop is none by its class.
        self._transport = cast("asyncio.Transport", transport)
        self._ask()

    def data_received(self, data: bytes) -> None:
        """Ask again when the answer is complete."""
        self._buffer += data
        if complete(self._buffer):
            now = perf_counter()
            self.took.append((now, now - self._asked))
            self.failed += not self._buffer.startswith(b"HTTP/1.1 200")
            self._buffer.clear()
            self._ask()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002  (asyncio gives it)
        """No server should close first."""
        if not self.done.done():
            self.failed += 1
            self.done.set_result(None)

    def _ask(self) -> None:
        request = self._following()
        if request is None:
            self.done.set_result(None)
            self._transport.close()
            return
        self._asked = perf_counter()
        self._transport.write(request)


def complete(answer: bytearray) -> bool:
    """Whether an answer is there to its end, by its length or its last chunk."""
    end = answer.find(b"\r\n\r\n")
    if end < 0:
        return False
    head = bytes(answer[:end]).lower()
    place = head.find(b"content-length:")
    if place >= 0:
        return len(answer) - end - 4 >= int(head[place + 15 :].split(b"\r\n", 1)[0])
    # No body of a table ends with these bytes unless they are the last chunk.
    return answer.endswith(b"\r\n0\r\n\r\n")


def request_bytes(target: Target, path: str, accept: str) -> bytes:
    """A request as it is sent."""
    return f"GET {path} HTTP/1.1\r\nHost: {target.host}:{target.port}\r\nAccept: {accept}\r\n\r\n".encode()


async def _asked(target: Target, asking: Asking, seconds: float, settle: float, patience: float) -> Figures:
    paths, begun = asking.paths(target), perf_counter()
    from_then, over = begun + settle, begun + settle + seconds

    def following() -> bytes | None:
        return None if perf_counter() > over else request_bytes(target, next(paths), asking.accept)

    loop = asyncio.get_running_loop()
    made = [
        await loop.create_connection(lambda: Connection(following), target.host, target.port)
        for _ in range(CONNECTIONS)
    ]
    connections = [protocol for _, protocol in made]
    _, waiting = await asyncio.wait([one.done for one in connections], timeout=over - perf_counter() + patience)
    every = [each for one in connections for each in one.took]
    took = sorted(lasted for end, lasted in every if from_then <= end <= over)
    failed = sum(one.failed for one in connections) + len(waiting)
    return Figures(len(took) / seconds, *(at(took, p) for p in (50, 95, 99)), failed, len(every))


def at(ordered: list[float], percent: int) -> float:
    """The value that so many of a hundred do not exceed."""
    return ordered[min(len(ordered) - 1, math.ceil(len(ordered) * percent / 100) - 1)] if ordered else math.nan


def by_sockets(
    target: Target, asking: Asking, seconds: float, settle: float = 0, patience: float = PATIENCE
) -> Figures:
    """Load from this process.

    Counted is what comes within some time of a load that goes on before and after it, so that neither the first nor the
    last requests, at which not all work, weigh anything.

    :param settle: seconds of the same load before.
    :param patience: seconds after which what is still under way then has failed.
    """
    try:
        from uvloop import run
    except ImportError:
        from asyncio import run
    return run(_asked(target, asking, seconds, settle, patience))


def by_wrk(target: Target, asking: Asking, seconds: float) -> Figures:
    """Load from ``wrk``, in one thread."""
    with tempfile.TemporaryDirectory() as folder:
        paths, script = Path(folder, "paths"), Path(folder, "load.lua")
        paths.write_text("".join(f"{target.path}{query}\n" for query in asking.queries), encoding="ascii")
        fresh = "true" if asking.fresh else "false"
        script.write_text(SCRIPT.format(paths=paths, accept=asking.accept, fresh=fresh, mark=asking.mark))
        words = ["-t1", f"-c{CONNECTIONS}", f"-d{max(1, round(seconds))}s", "--timeout", "60s", "-s", str(script)]
        address = f"http://{target.host}:{target.port}"
        done = subprocess.run(["wrk", *words, address], capture_output=True, text=True, check=True)
    said = next(line for line in done.stdout.splitlines() if line.startswith("FIGURES")).split()
    requests, micro, p50, p95, p99, failed = map(float, said[1:])
    return Figures(requests / micro * 1e6, p50 / 1e6, p95 / 1e6, p99 / 1e6, int(failed), int(requests))


def quickest() -> tuple[str, Callable[[Target, Asking, float], Figures]]:
    """The generator to use, and its name."""
    return ("wrk", by_wrk) if shutil.which("wrk") else ("sockets", by_sockets)
