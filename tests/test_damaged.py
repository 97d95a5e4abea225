"""Graphs whose files can be opened and not read: one line in place of a traceback, and no restarts in a hurry."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox
import pytest

import kg
from kg.cli import main
from kg.errors import StoreError
from kg.store import layout, open_snapshot
from tests.hostile import publish
from tests.served import serving, wait_until

ALL = "SELECT * { ?s ?p ?o }"
# Of files of fewer bytes the end, without which nothing is opened, is much.
SMALL = 5000
GOLDEN = Path(__file__).parent / "golden"


def harmed(folder: Path, *, first: bool) -> Path:
    """The same graph with bytes changed within its files, where statements stand; their ends say what is in them.

    :param first: whether in the first ones that a reader meets too.
    """
    graph = layout.snapshot_folder(folder, layout.existing_id(folder)) / layout.GRAPH
    for file in graph.glob("*.sst"):
        content = bytearray(file.read_bytes())
        if len(content) < SMALL:
            continue
        for place in range(0 if first else len(content) // 2, len(content) * 7 // 10, 97):
            content[place] ^= 255
        # A new file: other snapshots may have the same.
        file.unlink()
        file.write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of two documents."""
    folder = tmp_path_factory.mktemp("built") / "graph"
    assert main(["build", str(GOLDEN.parents[1] / "data" / "documents"), "--store", str(folder)]) == 0
    return folder


@pytest.mark.parametrize(
    "words",
    [
        ["sparql", ALL],
        ["sparql", "CONSTRUCT WHERE { ?s ?p ?o }"],
        ["export", "--format", "nq", "-o", "{out}"],
        ["export", "--format", "ttl", "--about", "trial:NCT04643405"],
        ["validate", "--workers", "1"],
        ["optimize"],
        ["build", str(GOLDEN / "ctgov_v2")],
        ["remove", "pubmed/40975066"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_read_is_one_line(
    words: list[str], built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    folder = harmed(Path(shutil.copytree(built, tmp_path / "graph")), first=True)
    out = tmp_path / "out"
    assert main([*(word.replace("{out}", str(out)) for word in words), "--store", str(folder)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("kg: ")
    assert str(folder) in line
    assert "wanted to read the graph, found its files damaged, Corruption: " in line
    assert line.endswith("kg build --anew makes the graph again from its documents")
    assert not out.exists()
    assert layout.existing_id(folder) == "0001"
    assert not (folder / "work").exists() or not list((folder / "work").iterdir())


def test_programs_are_told_too(built: Path, tmp_path: Path):
    folder = harmed(Path(shutil.copytree(built, tmp_path / "graph")), first=True)
    with kg.open_graph(folder) as graph, pytest.raises(StoreError, match="found its files damaged, Corruption"):
        graph.sparql(ALL)
    with pytest.raises(StoreError, match="found its files damaged"), open_snapshot(folder) as snapshot:
        list(snapshot.quads(graph=ox.DefaultGraph()))


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked at in /proc")
def test_a_service_says_what_is_damaged_once_and_goes_on_with_the_same_processes(tmp_path: Path):
    publish(tmp_path / "graph", 7)
    with serving(harmed(tmp_path / "graph", first=False), workers=2) as service:
        wait_until(lambda: len(service.children) >= 4, "all processes have started")
        for _ in range(5):
            told = service.ask("/sparql?query=" + quote(ALL), Accept="text/csv")
            assert (told.status, b"found its files damaged" in told.body) == (500, True) or not told.whole
        assert service.ask("/health").status == 200
        told = service.ask("/ready")
        assert (told.status, b"files of snapshot 0001 are damaged" in told.body) == (503, True)
        publish(tmp_path / "anew", 8)
        shutil.copytree(tmp_path / "anew" / "snapshots" / "0001", tmp_path / "graph" / "snapshots" / "0002")
        layout.switch_current(tmp_path / "graph", "0002")
        wait_until(lambda: service.ask("/ready").status == 200, "the next snapshot is read")
        assert service.number() == "8"
        service.stop()
        said = [line for line in service.said if "ERROR" in line]
        # No process ended for it. What counts is one of its own, and may have met it too.
        assert 1 <= len(said) <= 2
        assert all("snapshot 0001: wanted to read it, found its files damaged" in line for line in said)
        assert not any("Traceback" in line for line in service.said)


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked at in /proc")
def test_processes_that_cannot_open_a_snapshot_are_tried_less_and_less_until_there_is_another(tmp_path: Path):
    folder = tmp_path / "graph"
    publish(folder, 7)
    whole = shutil.copytree(folder / "snapshots" / "0001", tmp_path / "whole")
    with serving(folder, workers=1) as service:
        harmed(folder, first=True)
        for child in service.children:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        wait_until(lambda: b"no worker can open snapshot 0001" in service.ask("/ready").body, "it says why")
        wait_until(lambda: b", 4 tried" in service.ask("/ready").body, "some were tried", 30)
        shutil.copytree(whole, folder / "snapshots" / "0002")
        layout.switch_current(folder, "0002")
        wait_until(lambda: service.ask("/ready").status == 200, "the next snapshot is read at once", 3)
        assert service.number() == "7"
