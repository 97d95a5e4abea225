"""The files of a graph put together: the same graph, the same report, in fewer files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.archives import Found, Known
from kg.errors import StoreError, Unreadable
from kg.store import layout, open_snapshot
from kg.store.building import build
from kg.store.graph import BULK_CHARACTERS
from kg.store.lock import locked
from kg.store.optimizing import optimize
from tests.killed_build import state
from tests.made_documents import RECIPE, built, made, nquads, run


def files(folder: Path) -> int:
    """How many files the engine has for the published graph."""
    snapshot = layout.snapshot_folder(folder, layout.current_id(folder) or "")
    return len(list((snapshot / layout.GRAPH).glob("*.sst")))


def test_files_of_loads_are_put_together(tmp_path: Path):
    words = "x" * (BULK_CHARACTERS // 500)
    for number in range(4):
        built(tmp_path, made(number, *(f'<urn:{number}:{n}> <urn:p> "{words}"' for n in range(500))))
    before, said = files(tmp_path), nquads(tmp_path)
    assert optimize(tmp_path) == "0005"
    # Files whose keys do not overlap, as those of named graphs, may stay as they are.
    assert files(tmp_path) < before
    assert nquads(tmp_path) == said


def test_report_stays_that_of_the_build(tmp_path: Path):
    source = [*state(1), Unreadable("bad.made", "no", "not at all")]
    build(tmp_path, source, RECIPE, run=run)
    with open_snapshot(tmp_path) as snapshot:
        before = snapshot.manifest, list(snapshot.inputs()), list(snapshot.rejects())
    assert len(before[2]) == 1
    optimize(tmp_path)
    with open_snapshot(tmp_path) as snapshot:
        after = snapshot.manifest, list(snapshot.inputs()), list(snapshot.rejects())
    for manifest, id_ in ((before[0], "0001"), (after[0], "0002")):
        assert manifest.pop("snapshot") == id_
        manifest.pop("published")
    assert before == after


def test_builds_go_on_from_it(tmp_path: Path):
    built(tmp_path / "graph", *state(1))
    optimize(tmp_path / "graph")
    assert not built(tmp_path / "graph", *state(1)).published
    assert built(tmp_path / "graph", *state(2)).snapshot == "0003"
    built(tmp_path / "anew", *state(2))
    assert nquads(tmp_path / "graph") == nquads(tmp_path / "anew")


def test_stopped_build_is_not_cleared_away(tmp_path: Path):
    built(tmp_path, *state(1))

    def stopped(_: Known) -> Iterator[Found]:
        yield from state(2)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(tmp_path, stopped, RECIPE, run=run, inputs=["same"])
    with pytest.raises(StoreError, match="found one that was stopped; the same kg build goes on with it"):
        optimize(tmp_path)
    assert build(tmp_path, lambda _: iter(state(2)), RECIPE, run=run, inputs=["same"]).resumed


def test_waits_for_no_other_build(tmp_path: Path):
    built(tmp_path, *state(1))
    with locked(tmp_path), pytest.raises(StoreError, match="another build"):
        optimize(tmp_path)


def test_where_nothing_is_says_how_to_build(tmp_path: Path):
    with pytest.raises(StoreError, match=r"no graph at .*; make one with kg build PATH… --store "):
        optimize(tmp_path / "nothing")
