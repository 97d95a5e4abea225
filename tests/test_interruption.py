"""Ctrl-C in a command that waits for the engine, and being told to end while files are written."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import tomllib
from pathlib import Path

import pytest

from kg import cli
from kg.cli import main
from kg.commands.interruption import ended_at_once, ended_tidily

DOCUMENTS = Path(__file__).parent.parent / "data" / "documents"
# Every triple beside every triple beside every triple: 1e13 rows, which the engine counts in one call.
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("graph")
    assert main(["build", str(DOCUMENTS), "--store", str(folder), "--engine", "serial"]) == 0
    return folder


def at_work(pid: int) -> float:
    """Seconds of processor time."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processor times are read from /proc")
def test_a_query_that_the_engine_is_in_ends_with_one_line(graph: Path):
    command = [sys.executable, "-m", "kg.cli", "sparql", ENDLESS, "--store", str(graph)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as asked:
        try:
            before = time.monotonic()
            while at_work(asked.pid) < 3 and time.monotonic() - before < 60:
                time.sleep(0.05)
            assert asked.poll() is None, "it is not endless"
            asked.send_signal(signal.SIGINT)
            told, said = asked.communicate(timeout=20)
        finally:
            asked.kill()
    assert (asked.returncode, told, said) == (130, b"", b"kg: interrupted\n")


WRITES = """
import time
import tomllib
from kg.commands.output import opened
with opened("out.nt") as file:
    file.write(b"half")
    time.sleep(60)
"""


@pytest.mark.usefixtures("hears")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=["told to end", "terminal closed"])
@pytest.mark.parametrize(
    "words", [["-c", WRITES], ["-m", "kg.cli", "convert", "-", "--shards", "1", "-o", "out"]], ids=["file", "shards"]
)
def test_what_is_half_written_goes_when_the_process_is_told_to_end(tmp_path: Path, words: list[str], number: int):
    environment = {**os.environ, "PYTHONPATH": str(DOCUMENTS.parents[1])}
    with subprocess.Popen(
        [sys.executable, *words], cwd=tmp_path, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        try:
            before = time.monotonic()
            # A file beside its place, or a folder, which waits for what is to be converted.
            while not (beside := [*tmp_path.iterdir()]) and time.monotonic() - before < 30:
                time.sleep(0.02)
            time.sleep(0.1)
            process.send_signal(number)
            _, said = process.communicate(timeout=20)
        finally:
            process.kill()
    assert beside
    assert (process.returncode, said) == (-number, b"")
    assert [*tmp_path.iterdir()] == []


def test_signal_that_nobody_is_to_hear_stays_unheard():
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with ended_tidily():
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
            assert signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    finally:
        signal.signal(signal.SIGHUP, before)


def test_ctrl_c_while_words_are_read_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "parser", interrupted)
    assert main(["query"]) == 130
    assert capsys.readouterr().err == "kg: interrupted\n"


def test_signals_wake_nothing_more_when_it_is_left():
    threads = threading.active_count()
    with ended_at_once():
        assert threading.active_count() == threads + 1
    assert threading.active_count() == threads
    assert signal.set_wakeup_fd(-1) == -1


def test_what_ends_by_itself_is_left_to_it():
    with pytest.raises(KeyboardInterrupt), ended_at_once():
        signal.raise_signal(signal.SIGINT)
    assert signal.set_wakeup_fd(-1) == -1


def test_elsewhere_than_in_the_main_thread_it_does_nothing():
    found: list[int] = []

    def enter() -> None:
        with ended_at_once():
            found.append(threading.active_count())

    thread = threading.Thread(target=enter)
    thread.start()
    thread.join()
    assert found == [threading.active_count() + 1]


def test_a_query_that_takes_longer_than_is_allowed_ends_with_one_line(graph: Path):
    command = [sys.executable, "-m", "kg.cli", "sparql", ENDLESS, "--store", str(graph), "--timeout", "1.5"]
    done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr == b"kg: no answer within 1.5 s, which --timeout allows\n"


def test_a_query_within_the_time_is_answered(graph: Path, capsys: pytest.CaptureFixture[str]):
    threads = threading.active_count()
    assert main(["sparql", "ASK { ?s ?p ?o }", "--store", str(graph), "--timeout", "60"]) == 0
    assert "true" in capsys.readouterr().out
    assert threading.active_count() == threads


def test_an_endpoint_that_does_not_answer_is_given_up():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/sparql"
        command = [sys.executable, "-m", "kg.cli", "sparql", "ASK {}", "--endpoint", address, "--timeout", "1"]
        done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(b"kg: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("written", ["0", "-1", "soon", "nan", "1e9"])
def test_what_is_no_time_is_refused(written: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit, match="2"):
        main(["sparql", "ASK {}", "--timeout", written])
    assert f"wanted more than 0 and at most 86400 seconds, found {written!r}" in capsys.readouterr().err


# Ctrl-C at the moment in which one of our modules is looked for.
AT_IMPORT = """
import os, signal, sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == "kg.commands.output":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Finder())
{before}
from {module} import {function}
sys.exit({function}())
"""


@pytest.mark.parametrize(
    ("before", "code"), [("", -signal.SIGINT), ("signal.signal(signal.SIGINT, signal.SIG_IGN)", 2)]
)
def test_ctrl_c_while_modules_are_read_ends_the_command_in_silence(before: str, code: int):
    wanted = tomllib.loads((DOCUMENTS.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    module, function = wanted["project"]["scripts"]["kg"].split(":")
    program = AT_IMPORT.format(before=before, module=module, function=function)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
