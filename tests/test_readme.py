"""Every command and every line of Python in the README runs, in its order, on the shipped documents."""

from __future__ import annotations

import re
import shlex
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from tests.fetch_server import Service, serving

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^    (kg [^#\n]+?)\s*(?:#.*)?$", README, re.MULTILINE)
PYTHON = re.findall(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
KG = [sys.executable, "-m", "kg.cli"]


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    """What stands for the services that records are fetched from."""
    with serving() as found:
        found.studies = {"NCT04643405": "2026-01-01"}
        found.articles = {40975066: date(2026, 1, 1)}
        yield found


@pytest.fixture(scope="module")
def endpoint(folder: Path) -> Iterator[str]:
    """Another store with the same graph."""
    with served(folder) as (address, _):
        yield f"{address}/sparql"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place like a checkout, with the shipped documents and their graph."""
    place = tmp_path_factory.mktemp("readme")
    (place / "data").symlink_to(ROOT / "data")
    done = subprocess.run(
        [*KG, "build", "data/documents"], cwd=place, capture_output=True, text=True, check=False, env=env()
    )
    assert done.returncode == 0, done.stderr
    return place


def env() -> dict[str, str]:
    """The environment in which ``kg`` of this checkout is found from anywhere."""
    return {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}


def test_the_readme_has_commands_and_python():
    assert len(COMMANDS) >= 10
    assert PYTHON


@pytest.mark.parametrize("command", [c for c in COMMANDS if c.split()[1] != "serve"])
def test_command_of_the_readme_runs(command: str, folder: Path, request: pytest.FixtureRequest):
    words = shlex.split(command)[1:]
    if words[0] == "fetch":
        words += ["--url", request.getfixturevalue("service").url]
    if "--endpoint" in words:
        words[words.index("--endpoint") + 1] = request.getfixturevalue("endpoint")
    if words[-1] == "records" and words[0] == "build":
        url = request.getfixturevalue("service").url
        fetched = [*KG, "fetch", "ctgov", "--all", "--to", "records", "--url", url]
        subprocess.run(fetched, cwd=folder, capture_output=True, check=True, env=env())
        words += ["--store", "records-graph"]
    done = subprocess.run([*KG, *words], cwd=folder, capture_output=True, text=True, check=False, env=env())
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    written = shlex.split(command)[-1]
    assert done.stdout or done.stderr or (folder / written).exists()


@contextmanager
def served(folder: Path, *words: str) -> Iterator[tuple[str, str]]:
    """Address and first page of a server that runs meanwhile."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*KG, "serve", *words, "--port", str(port)]
    server = subprocess.Popen(command, cwd=folder, env=env(), stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        yield address, wait_for(f"{address}/", server)
    finally:
        server.terminate()
        server.wait(10)


@pytest.mark.parametrize("command", [c for c in COMMANDS if c.split()[1] == "serve"])
def test_the_server_of_the_readme_answers(command: str, folder: Path):
    with served(folder, *shlex.split(command)[2:]) as (_, page):
        assert "trials_by_mechanism" in page


def wait_for(address: str, server: subprocess.Popen[bytes]) -> str:
    """A page, asked for until the server listens."""
    for _ in range(200):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return str(answer.read().decode())
        except OSError:
            assert server.poll() is None, "the server ended"
            time.sleep(0.1)
    raise AssertionError(f"nothing answered at {address}")


@pytest.mark.parametrize("code", PYTHON)
def test_python_of_the_readme_runs(code: str, folder: Path):
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False, env=env()
    )
    assert done.returncode == 0, done.stderr
    assert "title-" in done.stdout


def test_every_command_is_in_the_readme():
    from kg.commands import COMMANDS as ALL

    missing = set(ALL) - {command.split()[1] for command in COMMANDS} - {"sparql", "remove"}
    assert not missing
