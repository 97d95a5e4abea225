"""Graphs that are written by hand: each change is published whole, whatever happens, and builds keep off them."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import StoreError
from kg.store import current_id, layout, open_snapshot
from kg.store.building import build, remove
from kg.store.contents import READ_AHEAD, Content, NotReadable
from kg.store.editing import CROWDED, Editing, NotDone, create, editing
from kg.store.owner import COUNTED, owner
from tests.killed_build import Calls
from tests.made_documents import RECIPE, built, made, run

ROOT = Path(__file__).resolve().parents[1]
ONE = '<urn:a> <urn:p> "1" .'


def turtle(text: str, base: str = "http://b.example/") -> list[Content]:
    """One content."""
    return [Content(text.encode(), ox.RdfFormat.TURTLE, base)]


def said(folder: Path) -> set[str]:
    """What the published graph says."""
    with open_snapshot(folder) as snapshot:
        return {str(quad) for quad in snapshot.quads()}


def graphs(folder: Path) -> set[str]:
    """Names of the graphs that are published."""
    with open_snapshot(folder) as snapshot:
        return set(snapshot.graphs())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty graph of the service."""
    create(tmp_path / "graph")
    return tmp_path / "graph"


@pytest.fixture
def editor(folder: Path) -> Iterator[Editing]:
    """The one who may write it."""
    with editing(folder) as found:
        yield found


def test_new_graph_is_empty_and_belongs_to_the_service(folder: Path):
    assert said(folder) == set()
    assert owner(folder) == "service"
    assert sorted(os.listdir(folder)) == ["current", "lock", "snapshots"]


def test_graph_is_not_made_where_one_is(folder: Path):
    with pytest.raises(StoreError, match="wanted no graph, found snapshot 0001"):
        create(folder)


def test_graph_is_not_made_in_a_folder_of_other_things(tmp_path: Path):
    (tmp_path / "letter.txt").touch()
    with pytest.raises(StoreError, match="found a folder with other things in it"):
        create(tmp_path)


def test_update_is_published_as_the_next_snapshot(folder: Path, editor: Editing):
    written = editor.update("INSERT DATA { <a> <urn:p> 1 GRAPH <urn:g> { <a> <urn:p> 2 } }", "http://b.example/")
    assert (written.snapshot, written.changed) == ("0002", True)
    integer = "^^<http://www.w3.org/2001/XMLSchema#integer>"
    assert said(folder) == {
        f'<http://b.example/a> <urn:p> "1"{integer}',
        f'<http://b.example/a> <urn:p> "2"{integer} <urn:g>',
    }


def test_reader_of_a_snapshot_does_not_see_what_is_written_after_it(folder: Path, editor: Editing):
    with open_snapshot(folder) as before:
        editor.update("INSERT DATA { <urn:a> <urn:p> 1 }")
        assert not list(before.quads())


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { }",
        "DELETE WHERE { <urn:none> ?p ?o }",
        "INSERT { ?s <urn:new> ?o } WHERE { ?s <urn:none> ?o }",
        "DROP SILENT GRAPH <urn:none>",
    ],
)
def test_update_that_writes_nothing_publishes_nothing(editor: Editing, text: str):
    editor.update("INSERT DATA { <urn:a> <urn:p> 1 }")
    assert editor.update(text) == editor.update(text)
    assert editor.update(text).snapshot == "0002"


@pytest.mark.parametrize(
    "text",
    ["CREATE GRAPH <urn:e>", "DELETE WHERE { ?s ?p ?o }", "CLEAR ALL", "INSERT DATA { <urn:a> <urn:p> 2 }"],
)
def test_update_that_writes_anything_publishes_it(editor: Editing, text: str):
    editor.update("INSERT DATA { <urn:a> <urn:p> 1 }")
    assert editor.update(text).snapshot == "0003"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("INSERT DATA { <urn:b> <urn:p> 1 } ; DROP GRAPH <urn:none>", NotDone),
        ("INSERT DATA { <urn:b> <urn:p> 1 } ; DELETE", SyntaxError),
    ],
    ids=["cannot be done", "not SPARQL"],
)
def test_update_that_fails_at_its_end_does_nothing_and_the_next_one_works(
    folder: Path, editor: Editing, text: str, error: type[Exception]
):
    with pytest.raises(error):
        editor.update(text)
    assert current_id(folder) == "0001"
    editor.update("INSERT DATA { <urn:a> <urn:p> <urn:o> }")
    assert said(folder) == {"<urn:a> <urn:p> <urn:o>"}


@pytest.mark.parametrize("graph", [None, "urn:g"])
def test_put_replaces_one_graph_and_no_other(folder: Path, editor: Editing, graph: str | None):
    editor.update(
        "INSERT DATA { <urn:k> <urn:p> 1 GRAPH <urn:g> { <urn:k> <urn:p> 1 } GRAPH <urn:h> { <urn:k> <urn:p> 1 } }"
    )
    kept = {quad for quad in said(folder) if not quad.endswith("<urn:g>" if graph else "integer>")}
    assert editor.put(graph, turtle(ONE)).existed
    assert said(folder) == {*kept, '<urn:a> <urn:p> "1"' + (" <urn:g>" if graph else "")}


def test_put_of_what_is_there_publishes_nothing(editor: Editing):
    first = editor.put("urn:g", turtle(ONE))
    assert (first.changed, first.existed) == (True, False)
    again = editor.put("urn:g", turtle(f"{ONE} {ONE}"))
    assert (again.changed, again.existed, again.snapshot) == (False, True, first.snapshot)


def test_put_of_less_than_is_there_takes_the_rest_away(folder: Path, editor: Editing):
    editor.put("urn:g", turtle(f'{ONE} <urn:a> <urn:p> "2" .'))
    assert editor.put("urn:g", turtle(ONE)).changed
    assert said(folder) == {'<urn:a> <urn:p> "1" <urn:g>'}


def test_empty_graph_is_there_once_it_was_put_and_gone_when_it_was_dropped(folder: Path, editor: Editing):
    assert editor.put("urn:g", turtle("")).changed
    assert graphs(folder) == {"urn:g"}
    assert not editor.put("urn:g", turtle("")).changed
    assert editor.drop("urn:g").existed
    assert graphs(folder) == set()
    assert editor.drop("urn:g") == editor.drop("urn:g")
    assert not editor.drop("urn:g").existed


def test_default_graph_is_emptied_but_always_there(folder: Path, editor: Editing):
    editor.update("INSERT DATA { <urn:k> <urn:p> 1 GRAPH <urn:g> { <urn:k> <urn:p> <urn:o> } }")
    assert (editor.drop(None).changed, editor.drop(None).changed, editor.drop(None).existed) == (True, False, True)
    assert said(folder) == {"<urn:k> <urn:p> <urn:o> <urn:g>"}


def test_statements_are_added_to_a_graph_that_is_made_if_need_be(folder: Path, editor: Editing):
    assert not editor.add("urn:g", turtle(ONE)).existed
    assert editor.add("urn:g", turtle("<a> <p> <o> .")).existed
    assert not editor.add("urn:g", turtle(ONE)).changed
    assert said(folder) == {
        '<urn:a> <urn:p> "1" <urn:g>',
        "<http://b.example/a> <http://b.example/p> <http://b.example/o> <urn:g>",
    }


def test_blank_nodes_of_the_same_name_stay_apart(folder: Path, editor: Editing):
    editor.add("urn:g", [*turtle("_:b <urn:p> <urn:o> ."), *turtle("_:b <urn:p> <urn:o> .")])
    editor.add("urn:g", turtle("_:b <urn:p> <urn:o> ."))
    assert len(said(folder)) == 3


def long_turtle(end: str) -> str:
    """More than is read before anything is written."""
    return "".join(f"<urn:s{n}> <urn:p> <urn:o> .\n" for n in range(READ_AHEAD // 25)) + end


def test_long_content_is_loaded_whole(folder: Path, editor: Editing):
    text = long_turtle("<urn:last> <urn:p> _:b .")
    editor.put("urn:g", turtle("<urn:gone> <urn:p> 1 ."))
    assert editor.put("urn:g", turtle(text)).existed
    with open_snapshot(folder) as snapshot:
        assert sum(1 for _ in snapshot.quads()) == text.count("\n") + 1
        assert snapshot.manifest["quads"] == {"total": None, "default": None, "rules": {}, "per_document": {}}


@pytest.mark.parametrize("text", ["<urn:last> <urn:p> .", long_turtle("<urn:last> <urn:p> .")], ids=["short", "long"])
def test_content_that_breaks_off_changes_nothing_and_says_where(folder: Path, editor: Editing, text: str):
    editor.put("urn:g", turtle(ONE))
    with pytest.raises(NotReadable) as caught:
        editor.put("urn:g", turtle(text))
    assert (caught.value.line, caught.value.column) == (text.count("\n") + 1, 20)
    assert not editor.put("urn:g", turtle(ONE)).changed
    assert said(folder) == {'<urn:a> <urn:p> "1" <urn:g>'}


def test_context_of_json_ld_is_not_fetched(editor: Editing):
    text = '{"@context": "http://127.0.0.1:9/context", "@id": "urn:a", "name": "x"}'
    with pytest.raises(NotReadable, match="remote context"):
        editor.put("urn:g", [Content(text.encode(), ox.RdfFormat.JSON_LD, None)])


def test_manifest_counts_what_is_there(folder: Path, editor: Editing):
    editor.update("INSERT DATA { <urn:a> a <urn:C> , <urn:D> . <urn:b> a <urn:C> GRAPH <urn:g> { <urn:a> a <urn:C> } }")
    with open_snapshot(folder) as snapshot:
        quads = snapshot.manifest["quads"]
        assert (quads["total"], quads["default"], quads["by_class"]) == (4, 3, {"urn:C": 2, "urn:D": 1})
        assert (list(snapshot.inputs()), list(snapshot.rejects())) == ([], [])


def test_three_snapshots_are_kept_and_those_that_are_read(folder: Path, editor: Editing):
    with open_snapshot(folder):
        for number in range(5):
            editor.update(f"INSERT DATA {{ <urn:a> <urn:p> {number} }}")
        assert layout.kept_ids(folder) == ["0001", "0004", "0005", "0006"]
    editor.update("INSERT DATA { <urn:a> <urn:p> 5 }")
    assert layout.kept_ids(folder) == ["0005", "0006", "0007"]


def test_many_small_writes_do_not_pile_up_files(folder: Path, editor: Editing):
    for number in range(40):
        editor.update(
            f"INSERT DATA {{ <urn:a{number}> <urn:p> _:b GRAPH <urn:g{number}> {{ <urn:a> <urn:p> <urn:o> }} }}"
        )
    assert len(said(folder)) == 80
    files = list((layout.snapshot_folder(folder, current_id(folder) or "") / layout.GRAPH).iterdir())
    assert len(files) < CROWDED + 30
    assert len(graphs(folder)) == 40


def test_count_is_given_up_beyond_a_number(folder: Path, editor: Editing):
    editor.put(None, turtle("".join(f"<urn:s{n}> a <urn:C> .\n" for n in range(COUNTED))))
    with open_snapshot(folder) as snapshot:
        assert snapshot.manifest["quads"]["total"] == COUNTED
    editor.update("INSERT DATA { <urn:a> <urn:p> 1 }")
    with open_snapshot(folder) as snapshot:
        assert snapshot.manifest["quads"] == {"total": None, "default": None, "rules": {}, "per_document": {}}


def test_graph_has_one_writer_at_a_time(folder: Path):
    with (
        editing(folder),
        pytest.raises(StoreError, match=rf"another build is running, process {os.getpid()}"),
        editing(folder),
    ):
        pass


def test_built_graph_is_not_written_into(tmp_path: Path):
    built(tmp_path, made(0))
    with pytest.raises(StoreError, match=r"kg build made this graph, .* serve a new folder"), editing(tmp_path):
        pass


@pytest.mark.parametrize("anew", [False, True])
def test_build_keeps_off_a_graph_of_the_service(folder: Path, anew: bool):
    with pytest.raises(StoreError, match="is written through the service"):
        build(folder, [made(0)], RECIPE, run=run, anew=anew)
    with pytest.raises(StoreError, match="is written through the service"):
        remove(folder, ["made/0"], RECIPE)
    assert said(folder) == set()


def killed(folder: Path, call: object) -> int:
    """Change a graph in a process that kills itself at some call of the store's code; the number of calls it made."""
    command = [sys.executable, "-m", "tests.test_store_editing", str(folder), str(call)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, timeout=60, check=False)
    assert done.returncode == (0 if call == 0 else -signal.SIGKILL)
    return int(done.stdout or 0)


def changes(folder: Path) -> None:
    """What such a process does: one change of each kind, all of which tell the same number afterwards."""
    with editing(folder) as editor:
        editor.update("DELETE { ?s <urn:v> ?v } INSERT { ?s <urn:v> 1 } WHERE { ?s <urn:v> ?v }")
        editor.put("urn:g", turtle("<urn:a> <urn:v> 2 , 3 ."))


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of four snapshots, so that the next one has an old one to remove."""
    folder = tmp_path_factory.mktemp("four") / "graph"
    create(folder)
    with editing(folder) as editor:
        for number in range(3):
            editor.update(f"DELETE WHERE {{ ?s ?p ?o }} ; INSERT DATA {{ <urn:a> <urn:v> <urn:{number}> }}")
    return folder


@pytest.fixture(scope="module")
def states(four: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[set[str]], int]:
    """What the graph may say, before, between and after; and how many calls are made on the way."""
    folder = tmp_path_factory.mktemp("states") / "graph"
    shutil.copytree(four, folder)
    calls = killed(folder, 0)
    after = said(folder)
    between = {quad for quad in after if not quad.endswith("<urn:g>")}
    return [said(four), between, after], calls


@pytest.mark.parametrize("point", [n / 16 for n in range(16)], ids=lambda point: f"{point:.3f}")
def test_writer_killed_at_any_call_leaves_whole_changes_and_the_next_one_goes_on(
    tmp_path: Path, four: Path, states: tuple[list[set[str]], int], point: float
):
    folder, (known, calls) = tmp_path / "graph", states
    shutil.copytree(four, folder)
    killed(folder, 1 + int(point * calls))
    assert said(folder) in known
    changes(folder)
    assert said(folder) == known[-1]
    assert sorted(os.listdir(folder)) == ["current", "lock", "snapshots"]
    assert all(name.isdigit() for name in os.listdir(folder / "snapshots"))


@pytest.mark.parametrize(
    ("function", "done"),
    [("_opened", 0), ("write", 0), ("switch", 0), ("sync", 0), ("switch_current", 0), ("remove_old", 1)],
)
def test_change_counts_from_the_moment_it_switches(
    tmp_path: Path, four: Path, states: tuple[list[set[str]], int], function: str, done: int
):
    folder = tmp_path / "graph"
    shutil.copytree(four, folder)
    killed(folder, function)
    assert said(folder) == states[0][done]


if __name__ == "__main__":
    counted = Calls(sys.argv[2])
    sys.setprofile(counted.count)
    changes(Path(sys.argv[1]))
    sys.setprofile(None)
    print(counted.made)
