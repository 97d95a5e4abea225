"""The store folder: what readers open, who may write, and which snapshots are kept."""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import StoreError
from kg.pipeline import ConvertedDocument
from kg.rdf import iris
from kg.store import current_id, layout, open_snapshot
from kg.store.lock import locked
from kg.store.recipe import fingerprint
from kg.store.said import check
from kg.store.statements import canonical, in_default_graph, is_own, key, lines_of
from tests.made_documents import RECIPE, built, made, nquads, record

ROOT = Path(__file__).resolve().parents[1]
SHARED = '<urn:trial> <urn:phase> "2"'


def snapshots(folder: Path) -> list[str]:
    """Names in the folder of snapshots."""
    return sorted(os.listdir(folder / "snapshots"))


def build_times(folder: Path, times: int) -> None:
    """Publish as many snapshots."""
    for number in range(times):
        built(folder, made(1, f'<urn:trial> <urn:v> "{number}"', version=str(number)))


@pytest.mark.parametrize("there", [False, True], ids=["no folder", "an empty folder"])
def test_opening_where_nothing_was_built_says_how_to_build(tmp_path: Path, there: bool):
    folder = tmp_path / "graph"
    if there:
        folder.mkdir()
    wanted = f"no graph at {folder}; make one with kg build PATH… --store {folder}"
    with pytest.raises(StoreError, match=f"^{re.escape(wanted)}$"):
        open_snapshot(folder)
    assert current_id(folder) is None


@pytest.mark.parametrize("lost", [layout.MANIFEST, layout.GRAPH + "/CURRENT", layout.IN_USE])
def test_snapshot_that_lost_a_file_is_not_opened(tmp_path: Path, lost: str):
    built(tmp_path, made(1, SHARED))
    (tmp_path / "snapshots" / "0001" / lost).unlink()
    with pytest.raises(StoreError, match=r"snapshots/0001: wanted a snapshot, found .*No such file"):
        open_snapshot(tmp_path)


def test_snapshot_answers_queries_patterns_and_dumps(tmp_path: Path):
    built(tmp_path, made(1, SHARED))
    with open_snapshot(str(tmp_path)) as snapshot:
        (row,) = snapshot.query("SELECT ?phase { <urn:trial> <urn:phase> ?phase }")
        assert row["phase"] == ox.Literal("2")
        graphs = {quad.graph_name for quad in snapshot.quads(ox.NamedNode("urn:trial"))}
        assert graphs == {ox.DefaultGraph(), ox.NamedNode(record(1))}
        snapshot.dump(str(tmp_path / "one.nt"), ox.RdfFormat.N_TRIPLES, graph=ox.NamedNode(record(1)))
        assert (tmp_path / "one.nt").read_text() == f"{SHARED} .\n"
        (document,) = snapshot.inputs()
        assert (document["record"], document["uri"], document["format"]) == (record(1), "1.made", "made")
        assert snapshot.id == "0001"


def test_closed_snapshot_says_that_it_is_closed(tmp_path: Path):
    built(tmp_path)
    snapshot = open_snapshot(tmp_path)
    snapshot.close()
    snapshot.close()
    with pytest.raises(StoreError, match="snapshot 0001 is closed"):
        snapshot.query("ASK {}")


def test_reader_sees_the_same_while_builds_go_on(tmp_path: Path):
    build_times(tmp_path, 1)
    with open_snapshot(tmp_path) as snapshot:
        build_times(tmp_path, 7)
        (row,) = snapshot.query("SELECT ?v { <urn:trial> <urn:v> ?v }")
        assert row["v"].value == "0"
        assert snapshots(tmp_path) == ["0001", "0005", "0006", "0007"]
    build_times(tmp_path, 8)
    assert snapshots(tmp_path) == ["0006", "0007", "0008"]


def test_last_three_snapshots_are_kept_and_can_be_opened(tmp_path: Path):
    build_times(tmp_path, 5)
    assert snapshots(tmp_path) == ["0003", "0004", "0005"]
    with open_snapshot(tmp_path, "0003") as snapshot:
        (row,) = snapshot.query("SELECT ?v { <urn:trial> <urn:v> ?v }")
        assert row["v"].value == "2"
    with pytest.raises(StoreError, match="snapshots/0002: wanted a snapshot, found"):
        open_snapshot(tmp_path, "0002")


def test_current_snapshot_is_kept_however_many_killed_builds_left_newer_ones(tmp_path: Path):
    built(tmp_path, made(1, SHARED))
    for name in ("0002", "0003", "0004", "0005"):
        shutil.copytree(tmp_path / "snapshots" / "0001", tmp_path / "snapshots" / name)
    assert not built(tmp_path, made(1, SHARED)).published
    assert current_id(tmp_path) == "0001"
    assert SHARED in nquads(tmp_path)
    assert built(tmp_path, made(2, SHARED)).snapshot == "0006"


def test_two_processes_read_one_snapshot(tmp_path: Path):
    built(tmp_path, made(1, SHARED))
    code = f"from kg.store import open_snapshot; print(len(list(open_snapshot({str(tmp_path)!r}).quads())))"
    with open_snapshot(tmp_path) as snapshot:
        other = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
        assert int(other.stdout) == len(list(snapshot.quads()))


def test_reading_adds_nothing_to_a_snapshot(tmp_path: Path):
    built(tmp_path, made(1, SHARED))
    before = sorted(path.name for path in (tmp_path / "snapshots" / "0001").rglob("*"))
    with open_snapshot(tmp_path) as snapshot:
        assert list(snapshot.quads())
    assert sorted(path.name for path in (tmp_path / "snapshots" / "0001").rglob("*")) == before


def test_second_builder_is_told_who_builds(tmp_path: Path):
    with locked(tmp_path):
        who = re.escape(f"process {os.getpid()} on {socket.gethostname()} since 20")
        with pytest.raises(StoreError, match=f"^{re.escape(str(tmp_path))}: another build is running, {who}"):
            built(tmp_path, made(1, SHARED))
    assert built(tmp_path, made(1, SHARED)).published


def test_second_builder_that_comes_in_the_first_moment_is_told_so(tmp_path: Path):
    (tmp_path / "lock").touch()
    with (tmp_path / "lock").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(StoreError, match="another build is running, which has just started"):
            built(tmp_path)


def test_folder_with_other_things_in_it_is_left_alone(tmp_path: Path):
    (tmp_path / "thesis.txt").touch()
    with pytest.raises(StoreError, match="wanted a graph or an empty folder, found a folder with other things in it"):
        built(tmp_path)
    assert os.listdir(tmp_path) == ["thesis.txt"]


def test_file_in_place_of_the_folder_is_the_users_mistake(tmp_path: Path):
    (tmp_path / "graph").touch()
    with pytest.raises(StoreError, match="graph: wanted a folder for the graph, found a file"):
        built(tmp_path / "graph")
    with pytest.raises(StoreError, match="no graph at"):
        open_snapshot(tmp_path / "graph")


def test_damaged_snapshot_stops_a_build_and_building_anew_mends_it(tmp_path: Path):
    built(tmp_path, made(1, SHARED))
    shutil.rmtree(tmp_path / "snapshots" / "0001" / layout.GRAPH)
    with pytest.raises(StoreError, match="snapshots/0001: wanted a snapshot to go on from, found"):
        built(tmp_path, made(2, SHARED))
    built(tmp_path, made(2, SHARED), anew=True)
    assert SHARED in nquads(tmp_path)


def test_graph_with_damaged_files_is_neither_opened_nor_gone_on_with(tmp_path: Path):
    built(tmp_path, made(1, SHARED))
    (damaged, *_) = (tmp_path / "snapshots" / "0001" / layout.GRAPH).glob("*.sst")
    damaged.write_bytes(b"\0" * damaged.stat().st_size)
    with pytest.raises(StoreError, match="snapshots/0001: wanted a snapshot, found Corruption"):
        open_snapshot(tmp_path)
    with pytest.raises(StoreError, match="snapshots/0001: wanted a snapshot to go on from, found Corruption"):
        built(tmp_path, made(2, SHARED))


@pytest.mark.parametrize("words", ["", "nothing\n"], ids=["emptied", "overwritten"])
def test_snapshot_whose_files_are_damaged_is_one_line_and_building_anew_mends_it(tmp_path: Path, words: str):
    built(tmp_path, made(1, SHARED))
    (tmp_path / "snapshots" / "0001" / layout.GRAPH / "CURRENT").write_text(words)
    with pytest.raises(StoreError, match=r"snapshots/0001: wanted a snapshot, found Corruption: CURRENT file"):
        open_snapshot(tmp_path)
    with pytest.raises(StoreError, match="snapshots/0001: wanted a snapshot to go on from, found Corruption"):
        built(tmp_path, made(2, SHARED))
    built(tmp_path, made(2, SHARED), anew=True)
    assert SHARED in nquads(tmp_path)


def test_published_files_are_never_written_again(tmp_path: Path):
    built(tmp_path, *(made(n, f'<urn:t{n}> <urn:p> "{n}"') for n in range(20)))
    folder = tmp_path / "snapshots" / "0001"

    def state() -> dict[str, tuple[int, bytes]]:
        files = [path for path in folder.rglob("*") if path.is_file()]
        return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}

    before = state()
    built(tmp_path, *(made(n, f'<urn:t{n}> <urn:p> "new"', version="2") for n in range(20)))
    assert state() == before


def test_nothing_is_left_of_a_build_but_what_it_published(tmp_path: Path):
    built(tmp_path, made(1, SHARED))
    assert sorted(os.listdir(tmp_path)) == ["current", "lock", "snapshots"]
    assert sorted(os.listdir(tmp_path / "snapshots" / "0001")) == [
        "catalogue.sqlite",
        "graph",
        "in-use",
        "inputs.jsonl",
        "manifest.json",
        "rejects.jsonl",
    ]


def test_manifest_is_the_same_for_the_same_documents_but_for_its_time(tmp_path: Path):
    texts = []
    for place in ("one", "two"):
        built(tmp_path / place, made(1, SHARED), made(2, SHARED, concludes=["<urn:a> <urn:b> <urn:c>"]))
        text = (tmp_path / place / "snapshots" / "0001" / "manifest.json").read_text(encoding="utf-8")
        texts.append(re.sub(r'"published": "[^"]*"', "", text))
    assert texts[0] == texts[1]
    assert json.dumps(json.loads(text), sort_keys=True, indent=1, ensure_ascii=False) + "\n" == text


def test_manifest_counts_what_is_in_the_graph(tmp_path: Path):
    kind = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:Trial>"
    built(
        tmp_path,
        made(1, SHARED, f"<urn:trial> {kind}", concludes=["<urn:a> <urn:b> <urn:c>"]),
        made(2, SHARED, SHARED),
        made(3, "<@> <urn:p> <urn:o>", format_name="other"),
        made(3, version="0"),
    )
    with open_snapshot(tmp_path) as snapshot:
        manifest = snapshot.manifest
        in_default_graph = sum(1 for _ in snapshot.quads(graph=ox.DefaultGraph()))
    assert manifest["quads"] == {
        "total": 4 + 1 + 2 + in_default_graph,
        "default": in_default_graph,
        "sources": 4,
        "rules": {"names": 1},
        "vocabulary": 1,
        "ontology": 1,
        "by_class": {"urn:Trial": 1},
        "per_document": {
            "made": {"min": 1, "median": 1, "max": 3},
            "other": {"min": 1, "median": 1, "max": 1},
        },
    }
    by_format = {"made": 2, "other": 1}
    assert manifest["documents"] == {
        "total": 3,
        "by_format": by_format,
        "superseded": 1,
        "withdrawn": 0,
        "stale": 0,
    }
    assert manifest["made_with"]["fingerprint"] == RECIPE.fingerprint


def test_fingerprint_changes_with_what_changes_the_conversion():
    assert fingerprint("a", contacts=False) == fingerprint("a", contacts=False)
    assert (
        len({fingerprint("a", contacts=False), fingerprint("a", contacts=True), fingerprint("b", contacts=True)}) == 3
    )


# One hazard a case: what could be taken for the end of a line or for a graph within a literal.
LITERALS = ["a\u2028b", "a\x0bb", "a\x85b", r"a <urn:g> .\nb", r"\"x\"^^<urn:t> <urn:g> .", "a <urn:g> ."]


@pytest.mark.parametrize("words", LITERALS, ids=ascii)
def test_literal_comes_through_to_the_default_graph_whole(words: str):
    line = f'<urn:s> <urn:p> "{words}" <urn:g> .\n'
    (there,) = ox.parse(line, format=ox.RdfFormat.N_QUADS)
    (here,) = ox.parse(in_default_graph(line), format=ox.RdfFormat.N_QUADS)
    assert (here.object, here.graph_name) == (there.object, ox.DefaultGraph())
    assert lines_of(line + line) == [line[:-1], line[:-1]]
    assert canonical(line[:-1]) == line[:-1]


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("decimal", "0.90", "0.9"),
        ("integer", "007", "7"),
        ("dateTime", "2020-01-01T00:00:00+00:00", "2020-01-01T00:00:00Z"),
    ],
)
def test_values_that_the_engine_stores_as_one_have_one_key(kind: str, one: str, other: str):
    def line(value: str) -> bytes:
        return f'<urn:s> <urn:p> "{value}"^^<http://www.w3.org/2001/XMLSchema#{kind}> <urn:g> .'.encode()

    assert key(line(one)) == key(line(other)) != key(line("2021-01-01T00:00:00Z"))


@pytest.mark.parametrize(
    ("subject", "own"), [("/1", True), ("/1/arm/1", True), ("/12", False), ("/12/arm/1", False), ("", False)]
)
def test_record_owns_its_node_and_those_under_it_and_not_a_longer_number(subject: str, own: bool):
    registry = iris.BASE + "record/made"
    assert is_own(f"{registry}/1", f"<{registry}{subject}> <urn:p> <urn:o> .") is own


def test_document_may_not_speak_of_parts_of_a_record_with_a_longer_number():
    line = f"<{record(12)}/arm/1> <urn:p> <urn:o> <{record(1)}> .\n"
    document = ConvertedDocument("1.made", "made", record(1), "", 0, "", line.encode(), b"")
    with pytest.raises(StoreError, match="wanted nothing about parts of records but those of"):
        check(document)
