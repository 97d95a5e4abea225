"""Builds that are stopped at their worst moments, and archives that change under the same name."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kg import archives, engines
from kg.archives import Finished, Found, Skipped
from kg.errors import BuildRefused
from kg.store import building, current_id, open_snapshot, publishing, work
from kg.store.building import build
from kg.store.catalogue import Catalogue
from kg.store.optimizing import optimize
from kg.store.recipe import Recipe
from kg.store.report import BuildReport
from tests.made_documents import RECIPE, Document, built, made, nquads, run

OTHER = made(2, '<@> <urn:p> "n"')
PLAIN = replace(RECIPE, source_graphs=False)


class Stopped(KeyboardInterrupt):
    """As from the keyboard: what was done so far stays."""


def stopped(patch: pytest.MonkeyPatch, owner: object, name: str, what: Callable[[], object], *, after: bool) -> None:
    """Do something that stops where a function is called, or has just been."""
    real = getattr(owner, name)

    def stop(*arguments: object, **named: object) -> None:
        if after:
            real(*arguments, **named)
        raise Stopped

    with patch.context() as patched:
        patched.setattr(owner, name, stop)
        with pytest.raises(Stopped):
            what()


def again(folder: Path, *documents: tuple[str, Document], recipe: Recipe = RECIPE, anew: bool = False) -> BuildReport:
    """Build in a way that is gone on with."""
    return build(folder, lambda _: iter(documents), recipe, run=run, inputs=["x"], anew=anew)


def anew(folder: Path, *documents: tuple[str, Document], recipe: Recipe = RECIPE) -> set[str]:
    """What a graph says that is built at once."""
    built(folder, *documents, recipe=recipe)
    return set(nquads(folder))


def test_build_anew_that_is_stopped_when_it_is_published_leaves_a_graph(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    built(tmp_path / "g", OTHER)
    wanted = [made(1, '<@> <urn:p> "y"')]
    stopped(monkeypatch, publishing, "remove_old", lambda: again(tmp_path / "g", *wanted, anew=True), after=False)
    assert current_id(tmp_path / "g") == "0002"
    stopped(monkeypatch, building, "_opened", lambda: again(tmp_path / "g", *wanted, anew=True), after=False)
    assert set(nquads(tmp_path / "g")) == anew(tmp_path / "anew", *wanted)
    again(tmp_path / "g", *wanted, anew=True)
    assert set(nquads(tmp_path / "g")) == anew(tmp_path / "anew again", *wanted)


def test_build_that_was_killed_while_the_engine_made_its_files_is_begun_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    stopped(monkeypatch, work.Work, "finish", lambda: again(tmp_path / "g", OTHER), after=False)
    (current,) = (tmp_path / "g" / "work").glob("*/graph/CURRENT")
    current.write_text("")
    report = again(tmp_path / "g", OTHER)
    assert (report.resumed, report.loaded) == (False, 1)
    assert set(nquads(tmp_path / "g")) == anew(tmp_path / "anew", OTHER)


def test_copy_that_a_waiting_one_precedes_is_noted_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    old = made(1, '<@> <urn:p> "x"', concludes=['<urn:c> <urn:x> "x"'])
    new = made(1, '<@> <urn:p> "y"', version="2")
    built(tmp_path / "g", old)
    other = replace(RECIPE, fingerprint="second")
    documents = [new, old, OTHER]
    stopped(monkeypatch, work.Work, "_replace", lambda: again(tmp_path / "g", *documents, recipe=other), after=False)
    assert again(tmp_path / "g", *documents, recipe=other).resumed
    assert set(nquads(tmp_path / "g")) == anew(tmp_path / "anew", *documents, recipe=other)


def test_copy_that_is_gone_when_a_build_goes_on_hides_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    copies = [made(1, f'<@> <urn:p> "{version}"', version=str(version)) for version in (1, 2, 3)]
    built(tmp_path / "g", copies[0])
    stopped(monkeypatch, work.Work, "_replace", lambda: again(tmp_path / "g", *copies, OTHER), after=False)
    left = [*copies[:2], OTHER]
    again(tmp_path / "g", *left)
    assert set(nquads(tmp_path / "g")) == anew(tmp_path / "anew", *left)


@pytest.mark.parametrize(
    ("owner", "name", "after"),
    [(work.Work, "_conclude", False), (Catalogue, "drop_texts", True)],
    ids=["before", "behind"],
)
def test_graph_without_source_graphs_that_was_put_together_is_begun_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: object, name: str, after: bool
):
    copies = [made(1, f'<@> <urn:p> "{version}"', version=str(version)) for version in (1, 2)]
    stopped(monkeypatch, owner, name, lambda: again(tmp_path / "g", copies[0], recipe=PLAIN), after=after)
    assert not again(tmp_path / "g", *copies, recipe=PLAIN).resumed
    assert set(nquads(tmp_path / "g")) == anew(tmp_path / "anew", *copies, recipe=PLAIN)


def test_rejects_of_a_killed_run_are_not_counted_in_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(work, "HELD_STATEMENTS", 3)
    members = {
        "a": [made(number, '<@> <urn:p> "n"', '<@> <urn:q> "n"') for number in range(1, 4)],
        "b": [made(9, "broken")],
    }

    def source(known: archives.Known) -> Iterator[Found | Skipped | Finished]:
        for uri, documents in members.items():
            count = known(uri, "stamp")
            if count is not None:
                yield Skipped(uri, "stamp", count)
                continue
            yield from documents
            yield Finished(uri, "stamp", len(documents))

    def go() -> BuildReport:
        return build(tmp_path / "g", source, RECIPE, run=run, inputs=["x"])

    stopped(monkeypatch, work.Loader, "add", go, after=True)
    for _ in range(3):
        report = go()
        assert (report.found, report.rejected, report.superseded) == (4, 1, 0)


def test_build_that_published_nothing_is_no_stranger_to_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    built(tmp_path / "g", made(1, '<@> <urn:p> "2"', version="2"))
    assert not built(tmp_path / "g", made(1, '<@> <urn:p> "1"', version="1")).published
    documents = [made(number, '<@> <urn:p> "n"') for number in range(10, 20)]
    stopped(monkeypatch, work.Work, "_conclude", lambda: again(tmp_path / "g", *documents), after=False)
    assert again(tmp_path / "g", *documents).resumed


def study(number: int) -> bytes:
    """A study of API v2 with nothing but its number."""
    return b'{"protocolSection": {"identificationModule": {"nctId": "NCT%08d"}}}' % number


def read(store: Path, *paths: Path, strict: bool = False) -> BuildReport:
    """Build what is at some paths."""
    some = list(map(str, paths))
    processes = engines.load("serial")
    return build(store, lambda known: archives.documents(some, known), RECIPE, run=processes, strict=strict)


@pytest.mark.parametrize("names", [("a.json", "b.json"), ("b.json", "a.json")], ids="-".join)
@pytest.mark.parametrize("builds", [1, 2])
def test_of_equal_bytes_in_two_files_one_is_named_in_whatever_order_they_come(
    tmp_path: Path, names: tuple[str, str], builds: int
):
    for name in names:
        (tmp_path / name).write_bytes(study(1))
    paths = [tmp_path / name for name in names]
    for some in [paths] if builds == 1 else [[path] for path in paths]:
        read(tmp_path / "g", *some)
    assert [line for line in nquads(tmp_path / "g") if "fileName" in line and "a.json" in line]
    assert not [line for line in nquads(tmp_path / "g") if "b.json" in line]
    report = read(tmp_path / "g", *paths)
    assert (report.published, report.found, report.unchanged, report.superseded) == (False, 2, 1, 1)


def test_same_file_under_another_address_changes_nothing(tmp_path: Path):
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "a.json").write_bytes(study(1))
    assert read(tmp_path / "g", papers).published
    assert not read(tmp_path / "g", papers / "a.json").published


def test_archive_that_is_cut_counts_nothing_of_what_was_in_it(tmp_path: Path):
    papers = tmp_path / "papers"
    papers.mkdir()
    with zipfile.ZipFile(papers / "x.zip", "w") as archive:
        for number in range(1, 6):
            archive.writestr(f"{number}.json", study(number))
    (papers / "other.json").write_bytes(study(77))
    assert read(tmp_path / "g", papers).loaded == 6
    (papers / "x.zip").write_bytes((papers / "x.zip").read_bytes()[:-60])
    for _ in range(2):
        report = read(tmp_path / "g", papers)
        assert (report.found, report.unchanged, report.superseded, report.rejected) == (2, 1, 0, 1)
        assert report.read == {"ctgov_v2": 1}


def test_files_of_one_name_in_two_folders_are_told_apart(tmp_path: Path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    (tmp_path / "a" / "x.json").write_bytes(study(1))
    (tmp_path / "b" / "x.json").write_bytes(b'{"protocolSection": {}}')
    for _ in range(2):
        report = read(tmp_path / "g", tmp_path / "a", tmp_path / "b")
        assert (report.found, report.rejected, report.superseded) == (2, 1, 0)
        assert [error.uri for error in report.first_rejects] == [str(tmp_path / "b" / "x.json")]
    with pytest.raises(BuildRefused, match=r"b/x\.json"):
        read(tmp_path / "strict", tmp_path / "a", tmp_path / "b", strict=True)


def test_all_rejects_of_a_build_that_publishes_nothing_can_be_read(tmp_path: Path):
    built(tmp_path / "g", OTHER)
    report = built(tmp_path / "g", *(made(f"bad{number}", "broken") for number in range(25)))
    assert (report.published, report.rejected) == (False, 25)
    with open_snapshot(tmp_path / "g") as snapshot:
        assert len(list(snapshot.rejects())) == 25


def test_what_is_told_of_the_last_build_agrees_though_it_published_nothing(tmp_path: Path):
    one, old, bad = made(1, '<urn:s> <urn:p> "2"', version="2"), made(1, version="1"), made(3, "broken")
    built(tmp_path, one)
    for met, found, rejected, superseded in (([one, old, bad], 3, 1, 1), ([one], 1, 0, 1)):
        assert not built(tmp_path, *met).published
        assert told(tmp_path) == (found, rejected, rejected, superseded)
    optimize(tmp_path)
    assert told(tmp_path) == (1, 0, 0, 1)
    built(tmp_path, one, bad, made(2, '<urn:s> <urn:p> "3"'))
    assert told(tmp_path) == (3, 1, 1, 1)


def told(folder: Path) -> tuple[int, ...]:
    """What is said of the last build: found, rejected, rejects listed, and documents that are superseded."""
    with open_snapshot(folder) as snapshot:
        last, rejects = snapshot.last(), list(snapshot.rejects())
    return last["build"]["found"], last["build"]["rejected"], len(rejects), last["documents"]["superseded"]
