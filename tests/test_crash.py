"""A build killed at any moment leaves the last snapshot serving, and the next build works."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.store import current_id, layout, open_snapshot
from tests.killed_build import DOCUMENTS, resumable, state
from tests.made_documents import built, nquads

ROOT = Path(__file__).resolve().parents[1]
# Evenly through the build, and once more through its end, where it publishes.
POINTS = [n / 14 for n in range(14)] + [0.75 + n / 48 for n in range(12)]


def building(folder: Path, *arguments: object) -> subprocess.Popen[str]:
    """A build in a process of its own."""
    command = [sys.executable, "-m", "tests.killed_build", str(folder), *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def versions(folder: Path) -> set[str]:
    """Every version that anything in the graph says, default graph and all others."""
    with open_snapshot(folder) as snapshot:
        rows = snapshot.query("SELECT DISTINCT ?v { { ?s <urn:v> ?v } UNION { GRAPH ?g { ?s <urn:v> ?v } } }")
        return {row["v"].value for row in rows}


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of four snapshots, so that the next one has an old one to remove."""
    folder = tmp_path_factory.mktemp("before")
    for version in (-3, -2, -1, 0):
        built(folder, *state(version), anew=True)
    return folder


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the graph says when the build went well."""
    folder = tmp_path_factory.mktemp("after")
    built(folder, *state(1))
    return nquads(folder)


@pytest.fixture(scope="module")
def calls(before: Path, tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many calls the store makes in a build that nobody kills."""
    folder = tmp_path_factory.mktemp("counted") / "graph"
    shutil.copytree(before, folder)
    with building(folder, 0) as process:
        said, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    return int(said)


@pytest.mark.parametrize("point", POINTS, ids=lambda point: f"{point:.3f}")
def test_build_killed_at_any_call_leaves_the_old_state_or_the_new_and_the_next_build_works(
    tmp_path: Path, before: Path, after: list[str], calls: int, point: float
):
    folder = tmp_path / "graph"
    shutil.copytree(before, folder)
    old = nquads(folder)
    with building(folder, 1 + int(point * calls)) as process:
        process.wait(timeout=60)
    assert process.returncode == -signal.SIGKILL
    assert nquads(folder) in (old, after)
    built(folder, *state(1))
    assert nquads(folder) == after
    assert sorted(os.listdir(folder)) == ["current", "lock", "snapshots"]
    assert all(name.isdigit() for name in os.listdir(folder / "snapshots"))


@pytest.mark.parametrize(
    ("function", "done"),
    [("written", False), ("backup", False), ("switch", False), ("switch_current", False), ("remove_old", True)],
)
def test_build_counts_from_the_moment_it_switches(
    tmp_path: Path, before: Path, after: list[str], function: str, done: bool
):
    folder = tmp_path / "graph"
    shutil.copytree(before, folder)
    with building(folder, function) as process:
        process.wait(timeout=60)
    assert process.returncode == -signal.SIGKILL
    assert (nquads(folder) == after) is done
    assert built(folder, *state(1)).published is not done


def test_first_build_killed_leaves_no_graph_and_the_next_one_makes_it(tmp_path: Path, after: list[str], calls: int):
    with building(tmp_path / "graph", calls // 2) as process:
        process.wait(timeout=60)
    assert process.returncode == -signal.SIGKILL
    assert current_id(tmp_path / "graph") is None
    built(tmp_path / "graph", *state(1))
    assert nquads(tmp_path / "graph") == after


def test_builds_killed_again_and_again_never_mix_two_states(tmp_path: Path):
    built(tmp_path, *state(0))
    delays, version, published = random.Random(20250925), 1, 0  # noqa: S311
    for _ in range(6):
        with building(tmp_path, "loop", version) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(delays.uniform(0, 0.3))
            process.kill()
            published += 1 + process.stdout.read().count("\n")
        (shown,) = versions(tmp_path)
        assert int(shown) >= version
        version = int(shown) + 1
    assert published >= 6
    report = built(tmp_path, *state(version))
    assert (report.loaded, report.published) == (DOCUMENTS, True)
    assert versions(tmp_path) == {str(version)}


@pytest.fixture(scope="module")
def resumable_calls(before: Path, tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many calls the store makes in a build that could be gone on with."""
    folder = tmp_path_factory.mktemp("counted") / "graph"
    shutil.copytree(before, folder)
    with building(folder, 0, "again") as process:
        said, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    return int(said)


@pytest.mark.parametrize("base", ["anew", "on top"])
@pytest.mark.parametrize("point", [n / 17 for n in range(17)], ids=lambda point: f"{point:.3f}")
def test_build_killed_again_and_again_and_gone_on_with_equals_one_that_was_not(
    tmp_path: Path, before: Path, after: list[str], resumable_calls: int, base: str, point: float
):
    folder = tmp_path / "graph"
    if base == "on top":
        shutil.copytree(before, folder)
    for again in (point, 1 - point, point / 2):
        with building(folder, 1 + int(again * resumable_calls), "again") as process:
            process.wait(timeout=60)
        assert process.returncode in (-signal.SIGKILL, 0)
    report = resumable(folder, 1)
    assert nquads(folder) == after
    assert report.found == DOCUMENTS == report.loaded + report.unchanged
    assert sorted(os.listdir(folder)) == ["current", "lock", "snapshots"]


@pytest.mark.parametrize("function", ["_apply", "_end", "_note", "keep", "finish", "_conclude", "written", "put_in"])
def test_killed_build_is_gone_on_with(tmp_path: Path, before: Path, after: list[str], function: str):
    folder = tmp_path / "graph"
    shutil.copytree(before, folder)
    with building(folder, function, "again") as process:
        process.wait(timeout=60)
    assert process.returncode == -signal.SIGKILL
    report = resumable(folder, 1)
    assert (report.resumed, report.published) == (True, True)
    assert report.loaded == DOCUMENTS
    assert nquads(folder) == after


def test_killed_build_of_other_documents_is_thrown_away(tmp_path: Path, before: Path):
    folder = tmp_path / "graph"
    shutil.copytree(before, folder)
    with building(folder, "finish", "again") as process:
        process.wait(timeout=60)
    assert list((folder / "work").glob(f"*/{layout.BEGUN}"))
    report = resumable(folder, 2)
    assert (report.resumed, report.loaded) == (False, DOCUMENTS)
    assert versions(folder) == {"2"}
