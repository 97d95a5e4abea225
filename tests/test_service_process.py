"""``kg serve`` as a process: what it says at the start, what it shows, and how it ends."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from kg.service.front.log import query_hash
from tests.web_server import publish

ROOT = Path(__file__).resolve().parents[1]
TOKEN = "0123456789abcdef"  # noqa: S105
# Three times all statements with each other: nobody lives to see it answered.
HOURS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
LONG = 15.0


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which a graph stands."""
    found = tmp_path_factory.mktemp("process")
    publish(found / "graph")
    (found / "token").write_text(TOKEN)
    (found / "token").chmod(0o600)
    return found


class Serving:
    """``kg serve``, until it is told to stop."""

    def __init__(self, folder: Path, *words: str) -> None:
        command = [sys.executable, "-m", "kg.cli", "serve", "--port", "0", "--workers", "1", *words]
        environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
        log = (folder / "stdout").open("wb")
        self.process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=subprocess.PIPE, env=environment)
        log.close()
        self.lines: list[str] = []
        self._reading = threading.Thread(target=self._read)
        self._reading.start()
        wait_until(lambda: any("limits: " in line for line in self.lines) or self.process.poll() is not None)
        found = re.search(r"http://\S+", "\n".join(self.lines))
        assert found, self.lines
        self.address = found[0]

    def _read(self) -> None:
        assert self.process.stderr
        for line in self.process.stderr:
            self.lines.append(line.decode().rstrip())

    def ready(self) -> None:
        """Wait until it answers."""
        wait_until(lambda: status(self.address + "/ready") == 200)

    def end(self, number: int = signal.SIGTERM) -> int:
        """Tell it to stop, and wait for its exit code."""
        self.process.send_signal(number)
        code = self.process.wait(LONG * 2)
        self._reading.join()
        return code


def status(address: str) -> int:
    try:
        return httpx.get(address, timeout=LONG).status_code
    except httpx.TransportError:
        return 0


def wait_until(done: Callable[[], bool]) -> None:
    for _ in range(int(LONG / 0.02)):
        if done():
            return
        time.sleep(0.02)
    raise AssertionError(f"waited for {LONG:g} s")


@pytest.fixture(scope="module")
def running(folder: Path) -> Iterator[Serving]:
    """One with figures in both ways, for tests that only look."""
    found = Serving(folder, "--metrics-token-file", "token", "--metrics-port", "0", "--timeout", "5", "--rate", "1000")
    found.ready()
    yield found
    assert found.end() == 0


def test_a_server_below_that_would_let_broken_answers_look_complete_is_refused(folder: Path):
    code = (
        "import sys; from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol as Below;"
        "del Below._start_asgi_task; from kg.cli import main; sys.exit(main(['serve', '--store', 'graph']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={"PYTHONPATH": str(ROOT)},
    )
    said = r"kg: wanted uvicorn 0\.45 or another that begins answers as it does, found [0-9.]+\n"
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(said, done.stderr)


def test_the_start_says_where_what_and_how_much(running: Serving):
    first, second, third = running.lines[:3]
    assert re.fullmatch(r"kg: serving graph \(snapshot \S+\) on http://127\.0\.0\.1:\d+", first)
    assert second == ("kg: limits: 5 s and 1024 MB a query, 64 waiting, 16 at once and 1000 a second of one client")
    assert re.fullmatch(r"kg: figures on http://127\.0\.0\.1:\d+/metrics", third)


def test_it_lives_and_is_ready(running: Serving):
    assert status(running.address + "/health") == 200
    answer = httpx.get(running.address + "/ready")
    assert answer.status_code == 200
    assert "server" not in answer.headers


def test_it_is_alive_before_it_is_ready(folder: Path):
    early = Serving(folder)
    wait_until(lambda: status(early.address + "/health") == 200)
    found = {status(early.address + "/ready") for _ in range(3)}
    assert found <= {200, 503}
    early.ready()
    assert early.end() == 0


def test_figures_are_shown_to_who_has_the_token(running: Serving):
    address = running.address + "/metrics"
    assert httpx.get(address).status_code == 401
    assert httpx.get(address, headers={"Authorization": f"Bearer {TOKEN}x"}).status_code == 403
    answer = httpx.get(address, headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert "trialgraph_workers_alive 1.0" in answer.text


def test_a_port_for_figures_has_nothing_else(running: Serving):
    figures = running.lines[2].split()[-1]
    assert "trialgraph_requests_total" in httpx.get(figures).text
    assert httpx.get(figures.replace("/metrics", "/sparql"), params={"query": "ASK {}"}).status_code == 404


def test_without_a_token_nobody_sees_figures(folder: Path):
    plain = Serving(folder)
    assert status(plain.address + "/metrics") == 404
    assert plain.end() == 0


def test_what_is_refused_before_it_is_understood_is_counted(running: Serving):
    figures = running.lines[2].split()[-1]
    assert httpx.get(running.address, headers={"X": "a" * 20_000}).status_code == 431
    assert 'trialgraph_outcomes_total{outcome="malformed"}' in httpx.get(figures).text


def asking(running: Serving, query: str) -> tuple[threading.Thread, list[httpx.Response]]:
    """Ask in another thread, and go on when the question is at work."""
    found: list[httpx.Response] = []

    def ask() -> None:
        found.append(httpx.get(running.address + "/sparql", params={"query": query}, timeout=LONG))

    thread = threading.Thread(target=ask)
    thread.start()
    time.sleep(0.5)
    return thread, found


def test_what_is_under_way_is_answered_before_the_end(folder: Path):
    server = Serving(folder, "--timeout", "2", "--grace", "10")
    server.ready()
    thread, found = asking(server, HOURS)
    assert server.end() == 0
    thread.join()
    assert [answer.status_code for answer in found] == [504]
    assert status(server.address) == 0


def test_what_takes_longer_than_the_grace_is_told_so(folder: Path):
    server = Serving(folder, "--timeout", "60", "--grace", "1")
    server.ready()
    begin = time.monotonic()
    thread, found = asking(server, HOURS)
    assert server.end() == 0
    assert time.monotonic() - begin < LONG
    thread.join()
    assert [answer.status_code for answer in found] == [503]
    assert not [line for line in server.lines if "Traceback" in line]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_in_peace(number: int, folder: Path):
    server = Serving(folder)
    server.ready()
    assert server.end(number) == 0
    assert not [line for line in server.lines if "Traceback" in line]


def test_a_signal_during_the_start_ends_it_too(folder: Path):
    command = [sys.executable, "-m", "kg.cli", "serve", "--port", "0"]
    for delay in (0.2, 0.5, 0.8):
        server = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={"PYTHONPATH": str(ROOT)}
        )
        time.sleep(delay)
        server.terminate()
        _, said = server.communicate(timeout=LONG)
        assert server.returncode in (0, -signal.SIGTERM, 128 + signal.SIGTERM)
        assert b"Traceback" not in said


def test_a_log_that_is_rotated_goes_on_after_sighup(folder: Path):
    server = Serving(folder, "--access-log", "log")
    server.ready()
    wait_until((folder / "log").exists)
    (folder / "log").rename(folder / "log.1")
    server.process.send_signal(signal.SIGHUP)
    assert status(server.address + "/sparql?query=ASK%7B%7D") == 200
    assert server.end() == 0
    lines = [json.loads(line) for line in (folder / "log").read_text().splitlines()]
    (one,) = (line for line in lines if line["query"])
    assert (one["status"], one["query"]) == (200, query_hash("ASK{}"))


def test_the_log_says_how_many_rows_were_given_and_how_many_came_from_the_cache(folder: Path):
    server = Serving(folder, "--access-log", "rows")
    server.ready()
    address = server.address + "/sparql?query=SELECT%20*%20%7BVALUES%20%3Fx%20%7B1%202%203%7D%7D"
    assert [status(address), status(address)] == [200, 200]
    assert server.end() == 0
    lines = [json.loads(line) for line in (folder / "rows").read_text().splitlines()]
    assert [(line["rows"], line["cached"]) for line in lines if line["route"] == "/sparql"] == [(3, False), (3, True)]


MISTAKES = [
    (["--port", "80800"], "--port: wanted int <= 65535, found '80800'"),
    (["--host", "192.0.2.1"], "wanted to listen at 192.0.2.1"),
    (["--store", "absent"], "no graph at absent"),
    (["--writable"], "--writable: wanted --token-file with it"),
    (["--metrics-token-file", "absent"], "absent: wanted a file with a token"),
    (["--config", "absent.toml"], "absent.toml: wanted a file to read"),
    (["--rate", "many"], "--rate: wanted float, found 'many'"),
]


@pytest.mark.parametrize(
    ("words", "says"), MISTAKES, ids=lambda value: " ".join(value) if isinstance(value, list) else ""
)
def test_a_mistake_is_one_line_and_exit_code_2(words: list[str], says: str, folder: Path):
    command = [sys.executable, "-m", "kg.cli", "serve", *words]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(ROOT)}
    )
    assert done.returncode == 2, done.stderr
    (line,) = done.stderr.splitlines()
    assert line.startswith("kg: ")
    assert says in line
