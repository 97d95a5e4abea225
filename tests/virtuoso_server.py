"""A Virtuoso of its own for tests: on free ports of this machine, with its files in a folder of its own."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SERVER, CLIENT = "virtuoso-t", "isql-vt"
SETTINGS = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
MaxCheckpointRemap = 2000
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
MaxCheckpointRemap = 2000
[Parameters]
ServerPort = 127.0.0.1:{sql}
DirsAllowed = {folder}, {data}
NumberOfBuffers = {buffers}
MaxDirtyBuffers = {dirty}
ServerThreads = 10
CheckpointInterval = 0
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
ServerThreads = 10
[SPARQL]
ResultSetMaxRows = 1000000
MaxQueryCostEstimationTime = 0
MaxQueryExecutionTime = 0
[Client]
SQL_QUERY_TIMEOUT = 0
"""


def missing() -> str:
    """Why no Virtuoso can be started; empty when one can."""
    gone = [name for name in (SERVER, CLIENT) if not shutil.which(name)]
    return f"{', '.join(gone)} not installed: apt-get install virtuoso-opensource-7" if gone else ""


@dataclass(frozen=True)
class Virtuoso:
    """A running server.

    :ivar endpoint: address of its SPARQL endpoint.
    :ivar sql: port for SQL.
    """

    endpoint: str
    sql: int

    def run(self, *statements: str) -> str:
        """What its command line says to some statements of SQL.

        :raises RuntimeError: when one fails.
        """
        words = [CLIENT, f"127.0.0.1:{self.sql}", "dba", "dba", "ERRORS=STDOUT", "VERBOSE=OFF", "PROMPT=OFF"]
        done = subprocess.run(
            [*words, f"exec={' '.join(f'{one};' for one in statements)}"], capture_output=True, text=True, check=False
        )
        if done.returncode or "*** Error" in done.stdout:
            raise RuntimeError(f"{done.stdout} {done.stderr}")
        return done.stdout

    def load(self, folder: Path, graph: str) -> None:
        """Load a folder of shards.

        :param graph: IRI of the graph for the statements of the default graph.
        """
        loading = [
            f"ld_dir('{folder}', 'statements-*.nt', '{graph}')",
            f"ld_dir('{folder}', 'sources-*.nq', 'urn:unused')",
            "rdf_loader_run()",
        ]
        self.run(*loading)
        failed = self.run("SELECT ll_file, ll_error FROM DB.DBA.load_list WHERE ll_error IS NOT NULL OR ll_state <> 2")
        if str(folder) in failed:
            raise RuntimeError(failed)


@contextmanager
def running(folder: Path, data: Path, buffers: int = 20_000) -> Iterator[Virtuoso]:
    """A server with an empty database, gone afterwards.

    :param folder: for its files.
    :param data: whose files it may read.
    :param buffers: pages of 8 KB that it holds in memory.
    """
    sql, http = free_ports(2)
    settings = folder / "virtuoso.ini"
    memory = {"buffers": buffers, "dirty": buffers * 3 // 4}
    settings.write_text(SETTINGS.format(folder=folder, data=data, sql=sql, http=http, **memory), encoding="ascii")
    with (folder / "said.txt").open("wb") as said:
        server = subprocess.Popen(
            [SERVER, "+foreground", "+configfile", str(settings)], cwd=folder, stdout=said, stderr=said
        )
        try:
            made = Virtuoso(f"http://127.0.0.1:{http}/sparql", sql)
            wait(made, server, folder)
            yield made
        finally:
            server.kill()
            server.wait()


def wait(made: Virtuoso, server: subprocess.Popen[bytes], folder: Path) -> None:
    """Wait until a server answers.

    :raises RuntimeError: with the end of its log, when it ends or takes two minutes.
    """
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and server.poll() is None:
        try:
            made.run("SELECT 1")
            return
        except RuntimeError:
            time.sleep(0.3)
    log = folder / "virtuoso.log"
    raise RuntimeError(log.read_text(errors="replace")[-2000:] if log.exists() else "Virtuoso wrote no log")


def free_ports(number: int) -> list[int]:
    """Ports that nobody listens on."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports
