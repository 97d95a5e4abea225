"""Building again: members that are known, records that were withdrawn, and what a stopped build leaves."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import permutations
from pathlib import Path

import pytest

from kg.archives import Finished, Found, Known, Skipped
from kg.document import WITHDRAWN, Document
from kg.errors import StoreError, Unreadable
from kg.pipeline import Converted
from kg.store import open_snapshot, work
from kg.store.building import build, remove
from kg.store.loading import Loader
from kg.store.report import BuildReport
from tests.killed_build import DOCUMENTS, HELD, state
from tests.made_documents import RECIPE, built, default_graph, made, nquads, run

ROOT = Path(__file__).resolve().parents[1]
SHARED = '<urn:trial> <urn:phase> "2"'
OTHER = '<urn:trial> <urn:phase> "3"'
Source = Callable[[Known], Iterator[Found | Skipped | Finished]]


def of_members(*members: tuple[str, str, list[tuple[str, Document]]], read: list[str] | None = None) -> Source:
    """A source of members, each with its stamp and documents; the names of those that are read are added to a list."""

    def source(known: Known) -> Iterator[Found | Skipped | Finished]:
        for uri, stamp, documents in members:
            count = known(uri, stamp)
            if count is not None:
                yield Skipped(uri, stamp, count)
                continue
            if read is not None:
                read.append(uri)
            yield from documents
            yield Finished(uri, stamp, len(documents))

    return source


def from_members(folder: Path, *members: tuple[str, str, list[tuple[str, Document]]]) -> tuple[BuildReport, list[str]]:
    """Build members, and say which were read."""
    read: list[str] = []
    return build(folder, of_members(*members, read=read), RECIPE, run=run), read


def numbers(report: BuildReport) -> tuple[int, ...]:
    """What was found, and what became of it."""
    return (
        report.found,
        report.loaded,
        report.unchanged,
        report.superseded,
        report.withdrawn,
        report.rejected,
    )


def test_unchanged_member_is_not_read_again_and_counts_as_before(tmp_path: Path):
    one = ("a.zip!/1", "crc 1", [made(1, SHARED), made(2, OTHER)])
    two = ("a.zip!/2", "crc 2", [made(3, SHARED), made(3, OTHER, version="0"), made(4, "broken")])
    first, read = from_members(tmp_path, one, two)
    assert (numbers(first), read) == ((5, 3, 0, 1, 0, 1), ["a.zip!/1", "a.zip!/2"])
    second, read = from_members(tmp_path, one, two)
    assert (numbers(second), read) == ((5, 0, 3, 1, 0, 1), [])
    assert (second.published, second.read, second.causes) == (False, first.read, {"broken": 1})
    assert [error.uri for error in second.first_rejects] == ["4.made"]


def test_what_was_no_document_is_refused_again_unread(tmp_path: Path):
    errors = [Unreadable(uri, "cut short", "not at all") for uri in ("a.zip!/1#2", "a.zip!/1", "a.zip", "a.zip!/12")]

    def archive(known: Known) -> Iterator[Found | Skipped | Finished]:
        """Refusals within a member, of it, of the archive, and of one that begins alike and cannot be read at all."""
        if (count := known("a.zip", "file 1")) is not None:
            yield Skipped("a.zip", "file 1", count)
            return
        known("a.zip!/1", "crc 1")
        yield from (made(1, SHARED), *errors[:2], Finished("a.zip!/1", "crc 1", 3), *errors[2:])
        yield Finished("a.zip", "file 1", 5)

    first = build(tmp_path, archive, RECIPE, run=run)
    assert (numbers(first), first.causes) == ((5, 1, 0, 0, 0, 4), {"cut short": 4})
    for _ in range(2):
        again = build(tmp_path, archive, RECIPE, run=run)
        assert (numbers(again), again.causes) == ((5, 0, 1, 0, 0, 4), {"cut short": 4})
        assert list(map(str, again.first_rejects)) == list(map(str, first.first_rejects))


def test_changed_member_is_read_and_the_others_are_not(tmp_path: Path):
    one, two = ("1", "crc 1", [made(1, SHARED)]), ("2", "crc 2", [made(2, OTHER)])
    from_members(tmp_path, one, two)
    report, read = from_members(tmp_path, one, ("2", "crc 3", [made(2, SHARED, version="2")]))
    assert (numbers(report), read) == ((2, 1, 1, 0, 0, 0), ["2"])
    assert default_graph(tmp_path) == {SHARED}


def test_members_are_read_again_after_a_removal_which_may_have_taken_out_what_is_in_them(tmp_path: Path):
    one = ("1", "crc 1", [made(1, SHARED)])
    from_members(tmp_path, one)
    remove(tmp_path, ["made/1"], RECIPE)
    report, read = from_members(tmp_path, one)
    assert (numbers(report), read) == ((1, 1, 0, 0, 0, 0), ["1"])


def test_archive_that_is_skipped_as_a_whole_counts_what_is_within(tmp_path: Path):
    inner = [("a.zip!/1", "crc 1", [made(1, SHARED)]), ("a.zip!/2", "crc 2", [made(2, "broken"), made(3, OTHER)])]

    def archive(known: Known) -> Iterator[Found | Skipped | Finished]:
        count = known("a.zip", "file 1")
        if count is not None:
            yield Skipped("a.zip", "file 1", count)
            return
        yield from of_members(*inner)(known)
        yield Finished("a.zip", "file 1", 3)

    for expected in ((3, 2, 0, 0, 0, 1), (3, 0, 2, 0, 0, 1)):
        assert numbers(build(tmp_path, archive, RECIPE, run=run)) == expected
    with open_snapshot(tmp_path) as snapshot:
        assert [reject["uri"] for reject in snapshot.rejects()] == ["2.made"]


def test_superseded_copy_is_known_in_the_next_build_though_nothing_was_published(tmp_path: Path):
    built(tmp_path, made(1, SHARED, version="2"))
    older = ("1", "crc 1", [made(1, OTHER, version="1")])
    report, read = from_members(tmp_path, older)
    assert (numbers(report), report.published, read) == ((1, 0, 0, 1, 0, 0), False, ["1"])
    report, read = from_members(tmp_path, older)
    assert (numbers(report), report.published, read) == ((1, 0, 0, 1, 0, 0), False, [])


@pytest.mark.parametrize("order", list(permutations(range(3))))
@pytest.mark.parametrize("together", [True, False])
def test_withdrawn_record_supersedes_all_copies_in_whatever_order_they_come(
    tmp_path: Path, order: tuple[int, ...], together: bool
):
    copies = [made(1, SHARED, version="2020"), made(1, OTHER, version="2030"), made(1, version=WITHDRAWN)]
    batches = [[copies[i] for i in order]] if together else [[copies[i]] for i in order]
    for batch in batches:
        report = built(tmp_path, *batch, made(2, SHARED))
    assert default_graph(tmp_path) == {SHARED}
    assert built(tmp_path, *copies).withdrawn == 1
    if together:
        assert numbers(report) == (4, 1, 0, 2, 1, 0)
    with open_snapshot(tmp_path) as snapshot:
        assert [document["uri"] for document in snapshot.inputs()] == ["2.made"]
        assert snapshot.manifest["documents"]["total"] == 1


def test_withdrawal_of_what_was_never_there_publishes_nothing_and_is_kept(tmp_path: Path):
    built(tmp_path, made(2, SHARED))
    report = built(tmp_path, made(1, version=WITHDRAWN))
    assert (numbers(report), report.published) == ((1, 0, 0, 0, 1, 0), False)
    report = built(tmp_path, made(1, OTHER, version="2020"))
    assert (numbers(report), report.published) == ((1, 0, 0, 1, 0, 0), False)
    with pytest.raises(StoreError, match=r"^no document made/1 in the graph$"):
        remove(tmp_path, ["made/1"], RECIPE)


def test_stopped_build_is_gone_on_with_and_one_of_changed_documents_begins_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(work, "HELD_BYTES", HELD)

    def stopped(_: Known) -> Iterator[Found]:
        yield from state(1)
        raise KeyboardInterrupt

    def one_by_one(stream: Iterable[tuple[str, Document]], contacts: bool) -> Iterator[Converted]:
        for found in stream:
            yield from run([found], contacts)

    def again(source: Source) -> BuildReport:
        return build(tmp_path, source, RECIPE, run=one_by_one, inputs=["same"])

    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            again(stopped)
    report = again(lambda _: iter(state(1)[:2]))
    assert (report.loaded, report.resumed) == (2, False)
    fewer = nquads(tmp_path)
    built(tmp_path / "anew", *state(1)[:2])
    assert fewer == nquads(tmp_path / "anew")
    with pytest.raises(KeyboardInterrupt):
        again(stopped)
    report = again(lambda _: iter(state(1)))
    assert (report.loaded, report.unchanged, report.resumed) == (DOCUMENTS - 2, 2, True)


# Two documents are more than that: each makes two statements and lets one be concluded, in 245 bytes.
@pytest.mark.parametrize(("limit", "most"), [("HELD_STATEMENTS", 5), ("HELD_BYTES", HELD)])
def test_what_waits_is_loaded_when_there_is_much_of_it(
    limit: str, most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    loaded = []

    def add(loader: Loader, *parts: Iterable[bytes]) -> None:
        loaded.append([list(part) for part in parts])
        really(loader, *loaded[-1])

    really = Loader.add
    monkeypatch.setattr(Loader, "add", add)
    monkeypatch.setattr(work, limit, most)
    built(tmp_path / "parts", *state(1))
    assert [len(default) for _, default in loaded] == [2, 2, 2]
    monkeypatch.undo()
    built(tmp_path / "whole", *state(1))
    assert nquads(tmp_path / "parts") == nquads(tmp_path / "whole")


def test_snapshot_that_another_process_reads_is_kept_until_it_is_read(tmp_path: Path):
    built(tmp_path, made(1, SHARED))
    code = f"""
from kg.pipeline import Converted
from kg.store import open_snapshot, work
with open_snapshot({str(tmp_path)!r}) as snapshot:
    print("open", flush=True)
    input()
    print(len(list(snapshot.quads())))
"""
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "open\n"
        for version in "23456":
            built(tmp_path, made(1, OTHER, version=version), made(version, SHARED))
        kept = sorted(path.name for path in (tmp_path / "snapshots").iterdir())
        said, _ = reader.communicate("\n", timeout=60)
    assert kept == ["0001", "0004", "0005", "0006"]
    assert int(said) == 6
    built(tmp_path, made(7, SHARED))
    assert not (tmp_path / "snapshots" / "0001").exists()


def test_lock_of_a_process_that_died_is_no_obstacle(tmp_path: Path):
    (tmp_path / "lock").write_text('{"host": "elsewhere", "pid": 1, "since": "2020-01-01T00:00:00+00:00"}')
    assert built(tmp_path, made(1, SHARED)).published
