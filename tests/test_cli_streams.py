"""What the command prints to: terminals, encodings that lack signs, and streams that were closed."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.test_cli import DOCUMENTS, ROOT, kg

# Marks and pictures of the library that draws tables, an order to the terminal, and signs that few encodings have.
ODD = r"a\[b]x [bold]y[/bold] 1:100:2 :x:"
QUERY = 'SELECT ?o {{ VALUES ?o {{ "{}" }} }}'
SIGNS = "≥ é 😀"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a graph of one document."""
    folder = tmp_path_factory.mktemp("streams")
    assert kg("build", DOCUMENTS / "pubmed-40975066.nbib", cwd=folder).returncode == 0
    return folder


@pytest.mark.parametrize("command", [["build", "."], ["query", "documents"]], ids=["build", "query"])
def test_graph_that_the_engine_cannot_open_by_its_name_is_refused(graph: Path, command: list[str]):
    done = kg(*command, "--store", os.fsdecode(b"gr\xe4ph"), cwd=graph)
    says = b"argument --store: wanted a folder with a name in UTF-8, found 'gr\\udce4ph'; see kg "
    assert (done.returncode, says in done.stderr) == (2, True), done.stderr
    assert not [path for path in graph.iterdir() if path.name.startswith("gr\udce4")]


@pytest.mark.parametrize(
    ("service", "says"),
    [("<http://127.0.0.1:9/>", b"wanted an answer, found "), ("?nothing", b"wanted an answer, found The variable ")],
)
@pytest.mark.parametrize("asks", ["SELECT *", "CONSTRUCT { ?s ?p ?o }", "ASK"])
def test_service_that_does_not_answer_is_said_in_one_line(graph: Path, asks: str, service: str, says: bytes):
    done = kg("sparql", f"{asks} {{ SERVICE {service} {{ ?s ?p ?o }} }}", cwd=graph)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"kg: " + says)
    assert done.stderr.count(b"\n") == 1


def test_unknown_question_is_not_near_to_all(graph: Path):
    assert kg("query", "zzzz", cwd=graph).stderr.startswith(
        b"kg: no canned query is called 'zzzz'; known are eligibility_items_by_trial, "
    )


def on_terminal(cwd: Path, *words: str) -> str:
    """What a command shows on a terminal of 80 columns."""
    ours, theirs = pty.openpty()
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "COLUMNS": "80"}
    command = [sys.executable, "-m", "kg.cli", *words]
    with subprocess.Popen(command, cwd=cwd, stdout=theirs, stderr=theirs, stdin=theirs, env=environment):
        os.close(theirs)
        seen = b""
        try:
            while piece := os.read(ours, 10_000):
                seen += piece
        except OSError:
            pass
    os.close(ours)
    return seen.decode()


def test_value_on_a_terminal_is_shown_as_it_is(graph: Path):
    shown = on_terminal(graph, "sparql", QUERY.format(ODD.replace("\\", "\\\\")))
    assert ODD in shown


def test_what_is_too_wide_for_a_terminal_stands_one_row_below_the_other(graph: Path):
    shown = on_terminal(graph, "query", "who_says_so", "--subject", "NCT04643405", "--predicate", "tg:phase")
    lines = [line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", shown).splitlines()]
    assert lines[:3] == [
        "property    tg:phase",
        "object      http://purl.obolibrary.org/obo/NCIT_C15600",
        "source      rules:stated-in-publication",
    ]
    assert "quote       phase 1" in lines
    # In 80 columns there is room for the words of these four.
    assert "━╇━" in on_terminal(graph, "query")


@pytest.mark.parametrize("show", [on_terminal, lambda cwd, *words: kg(*words, cwd=cwd).stdout.decode()])
def test_order_to_a_terminal_in_a_value_is_not_passed_on(graph: Path, show: Callable[..., str]):
    shown = show(graph, "sparql", QUERY.format("x\\u001b[31mred \\u0007\\u009b5m"))
    assert "x\ufffd[31mred \ufffd\ufffd5m" in shown


def encoded(encoding: str, cwd: Path, form: str) -> bytes:
    """An answer with signs that an encoding does not have."""
    command = [sys.executable, "-m", "kg.cli", "sparql", QUERY.format(SIGNS), "--format", form]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding}
    return subprocess.run(command, cwd=cwd, capture_output=True, check=True, env=environment).stdout


def test_sign_that_the_terminal_has_not_is_written_out(graph: Path):
    assert encoded("latin-1", graph, "table") == b"o\n\\u2265 \xe9 \\U0001f600\n"


@pytest.mark.parametrize("form", ["csv", "tsv", "json"])
def test_what_programs_read_is_utf_8_whatever_the_terminal_has(graph: Path, form: str):
    written = encoded("ascii", graph, form).decode()
    assert (json.loads(written)[0]["o"] if form == "json" else written.splitlines()[1]) == SIGNS


def test_file_that_is_written_again_stays_as_open_as_it_was(graph: Path):
    (graph / "mine.nt").touch(mode=0o600)
    assert kg("export", "--format", "nt", "-o", "mine.nt", cwd=graph).returncode == 0
    assert kg("export", "--format", "nt", "-o", "new.nt", cwd=graph).returncode == 0
    umask = os.umask(0)
    os.umask(umask)
    modes = [(graph / name).stat().st_mode & 0o777 for name in ("mine.nt", "new.nt")]
    assert modes == [0o600, 0o666 & ~umask]


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        ("sparql - <&-", 2, b"kg: not a SPARQL query: line 1, column 1: expected"),
        ("query >&-", 2, b"kg: wanted to write standard output: Bad file descriptor"),
        ("export --format nt >&-", 2, b"kg: wanted to write standard output: Bad file descriptor"),
        ("build - --store other <&-", 1, b"found an empty file"),
        ("build 'DOCUMENTS' --store all <&- >&- 2>&-", 0, b""),
    ],
)
def test_closed_stream_is_said_in_one_line(graph: Path, words: str, code: int, says: bytes):
    command = f"'{sys.executable}' -m kg.cli {words.replace('DOCUMENTS', str(DOCUMENTS))}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["/bin/sh", "-c", command], cwd=graph, capture_output=True, check=False, env=environment)
    assert done.returncode == code, done.stderr.decode()
    assert says in done.stderr
    assert b"Traceback" not in done.stderr
