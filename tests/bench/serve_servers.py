"""The servers that are compared, each on a free port of this machine and gone afterwards."""

from __future__ import annotations

import http.client
import math
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from kg.rdf.iris import BASE
from tests import virtuoso_server
from tests.bench.serve_load import Target

BIN = Path(sys.executable).parent
# Seconds in which a server answers first; rdflib reads 20,000 statements a second before.
PATIENCE = 600
READING = 3600
PROC = Path("/proc")
ASK = quote("ASK { ?s ?p ?o }")


@dataclass(frozen=True)
class Server:
    """A running server.

    :ivar started: seconds from its start to the first answer.
    :ivar default_graph: IRI of the graph in which the knowledge graph is there; None where it is the default graph.
    :ivar session: number of the session that all its processes are of.
    """

    name: str
    target: Target
    started: float
    default_graph: str | None = None
    session: int | None = None

    def processor(self) -> float:
        """Seconds that its processes have had of all cores; not a number where nobody knows."""
        if self.session is None or not PROC.exists():
            return math.nan
        # Behind the name in brackets: state, parent, group, session, and from the 12th the times, own and of the dead.
        fields = [stat.rpartition(") ")[2].split() for stat in map(read, PROC.glob("[0-9]*/stat"))]
        ticks = [sum(map(int, f[11:15])) for f in fields if len(f) > 14 and f[3] == str(self.session)]
        return sum(ticks) / os.sysconf("SC_CLK_TCK")

    @property
    def endpoint(self) -> str:
        """Address for queries that are posted."""
        return f"http://{self.target.host}:{self.target.port}{self.target.path.partition('?')[0]}"


def read(path: Path) -> str:
    """A file that may be gone by now."""
    try:
        return path.read_text(errors="replace")
    except OSError:
        return ""


@contextmanager
def process(name: str, words: list[str], target: Target, folder: Path, patience: float = PATIENCE) -> Iterator[Server]:
    """A server by its command line; what it writes goes into a file.

    :param patience: seconds in which it must answer.
    :raises RuntimeError: with the end of that file, when the server ends or does not answer.
    """
    said = folder / f"{name}.txt"
    with said.open("wb") as file:
        begun = time.perf_counter()
        # A group of its own, so that its workers go with it.
        server = subprocess.Popen(words, stdout=file, stderr=file, start_new_session=True)
        try:
            while not answers(target):
                if server.poll() is not None or time.perf_counter() - begun > patience:
                    raise RuntimeError(f"{name}: {said.read_text(errors='replace')[-1000:]}")
                time.sleep(0.005)
            yield Server(name, target, time.perf_counter() - begun, session=server.pid)
        finally:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()


def answers(target: Target) -> bool:
    """Whether a query is answered with 200."""
    connection = http.client.HTTPConnection(target.host, target.port, timeout=5)
    try:
        connection.request("GET", target.path + ASK, headers={"Accept": "application/sparql-results+json"})
        answer = connection.getresponse()
        answer.read()
        return answer.status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def ours(store: Path, folder: Path) -> AbstractContextManager[Server]:
    """``kg serve`` as it is, with more patience: the others have no limits, and a busy machine takes long."""
    (port,) = virtuoso_server.free_ports(1)
    words = [str(BIN / "kg"), "serve", "--store", str(store), "--port", str(port), "--timeout", "600", "--wait", "600"]
    return process("ours", words, Target("127.0.0.1", port, "/sparql?query="), folder)


def oxigraph(store: Path, folder: Path) -> AbstractContextManager[Server]:
    """Oxigraph's own server on the very same files."""
    (port,) = virtuoso_server.free_ports(1)
    graph = store / "snapshots" / (store / "current").read_text().strip() / "graph"
    words = [str(BIN / "oxigraph"), "serve-read-only", "--location", str(graph), "--bind", f"127.0.0.1:{port}"]
    return process("oxigraph", words, Target("127.0.0.1", port, "/query?query="), folder)


def rdflib(store: Path, folder: Path) -> AbstractContextManager[Server]:
    """rdflib-endpoint with a graph of rdflib's own in memory."""
    (port,) = virtuoso_server.free_ports(1)
    file = statements(store, folder)
    words = [str(BIN / "rdflib-endpoint"), "serve", "--host", "127.0.0.1", "--port", str(port), str(file)]
    return process("rdflib", words, Target("127.0.0.1", port, "/?query="), folder, READING)


@contextmanager
def virtuoso(store: Path, folder: Path) -> Iterator[Server]:
    """Virtuoso with the default graph, loaded and written to disk."""
    file = statements(store, folder)
    (folder / "virtuoso").mkdir()
    with virtuoso_server.running(folder / "virtuoso", folder, buffers=200_000) as server:
        begun = time.perf_counter()
        server.load(file.parent, BASE)
        server.run("checkpoint")
        port = int(server.endpoint.rpartition(":")[2].split("/")[0])
        path = f"/sparql?default-graph-uri={quote(BASE, safe='')}&query="
        yield Server("virtuoso", Target("127.0.0.1", port, path), time.perf_counter() - begun, BASE)


def statements(store: Path, folder: Path) -> Path:
    """The knowledge graph as N-Triples, written once."""
    file = folder / "statements" / "statements-0.nt"
    if not file.exists():
        file.parent.mkdir()
        words = ["export", "--format", "nt", "--store", str(store), "-o", str(file)]
        subprocess.run([str(BIN / "kg"), *words], check=True)
    return file


def missing(name: str) -> str:
    """Why a server cannot be started; empty when it can."""
    if name == "virtuoso":
        return virtuoso_server.missing()
    binary = {"oxigraph": "oxigraph", "rdflib": "rdflib-endpoint"}.get(name)
    return "" if binary is None or (BIN / binary).exists() else f"{binary} not installed: pip install '.[bench]'"


EVERY: dict[str, Callable[[Path, Path], AbstractContextManager[Server]]] = {
    "ours": ours,
    "oxigraph": oxigraph,
    "virtuoso": virtuoso,
    "rdflib": rdflib,
}
