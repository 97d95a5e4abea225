"""Servers that tests start for themselves, each a real process on loopback over a fresh folder."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conformance.sending import Server
from tests.conformance.suites import ROOT

TOKEN = "a-token-of-the-conformance-tests"  # noqa: S105
# A file system in memory: 300 published snapshots take 6 s there and 48 s on the disk, of which nothing is judged here.
MEMORY = Path("/dev/shm")  # noqa: S108
ROOM = 1 << 29
# Seconds that a server may take until it answers.
PATIENCE = 60.0


@contextmanager
def folder() -> Iterator[Path]:
    """An empty folder, in memory where there is room."""
    roomy = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    with tempfile.TemporaryDirectory(dir=MEMORY if roomy else None) as name:
        yield Path(name)


@contextmanager
def ours() -> Iterator[Server]:
    """``kg serve`` over a store that it makes itself and that may be written to.

    The one place to adapt when its flags change.
    """
    with folder() as place:
        token, store = place / "token", place / "store"
        token.write_text(TOKEN + "\n")
        token.chmod(0o600)
        store.mkdir()
        command = [sys.executable, "-m", "kg.cli", "serve", "--store", str(store), "--port", "0"]
        command += ["--writable", "--token-file", str(token)]
        with running(command, place / "log") as process:
            yield Server(printed_address(process, place / "log"), token=TOKEN)


@contextmanager
def oxigraph() -> Iterator[Server]:
    """Oxigraph's own server, which the runner itself is judged by."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        authority = f"127.0.0.1:{free.getsockname()[1]}"
    with folder() as place:
        command = [str(oxigraph_program()), "serve", "--location", str(place / "store"), "--bind", authority]
        with running(command, place / "log") as process:
            wait_until_it_listens(process, authority, place / "log")
            yield Server(authority, query="/query", update="/update", store="/store")


def oxigraph_program() -> str | None:
    """Where it is installed, beside this Python or on the path; None where it is not."""
    beside = Path(sys.executable).with_name("oxigraph")
    return str(beside) if beside.exists() else shutil.which("oxigraph")


@contextmanager
def running(command: list[str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process, ended at the end."""
    with log.open("wb") as output, subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=output) as process:
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


def printed_address(process: subprocess.Popen[bytes], log: Path) -> str:
    """Host and port that a server says it listens at."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = re.search(r"https?://([\w.\-]+:\d+)", log.read_text(errors="replace"))
        if found:
            wait_until_it_listens(process, found[1], log)
            return found[1]
        must_run(process, log)
        time.sleep(0.02)
    raise TimeoutError(f"no address printed in {PATIENCE:.0f} s: {log.read_text(errors='replace')[-2000:]}")


def wait_until_it_listens(process: subprocess.Popen[bytes], authority: str, log: Path) -> None:
    """Until a connection is taken."""
    host, _, port = authority.rpartition(":")
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            socket.create_connection((host, int(port)), timeout=1).close()
        except OSError:
            must_run(process, log)
            time.sleep(0.02)
        else:
            return
    raise TimeoutError(f"{authority} took no connection in {PATIENCE:.0f} s")


def must_run(process: subprocess.Popen[bytes], log: Path) -> None:
    """Say what a process said that has ended."""
    if process.poll() is not None:
        raise ChildProcessError(f"ended with {process.returncode}: {log.read_text(errors='replace')[-2000:]}")
