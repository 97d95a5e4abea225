"""Building: which copy of a record counts, what stays when a document goes, and what is published."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from kg.document import Document
from kg.errors import BuildRefused, StoreError, Unreadable
from kg.pipeline import Converted
from kg.rdf import iris
from kg.store import open_snapshot
from kg.store.building import build, record_of, remove
from tests.made_documents import RECIPE, RULE, built, default_graph, graph_names, made, nquads, record, run

SHARED = '<urn:trial> <urn:phase> "2"'
OTHER = '<urn:trial> <urn:phase> "3"'


def test_statement_stands_in_its_documents_graph_and_once_in_the_default_graph(tmp_path: Path):
    built(tmp_path, made(1, SHARED), made(2, SHARED))
    lines = [line for line in nquads(tmp_path) if "<urn:phase>" in line]
    assert lines == sorted([SHARED, f"{SHARED} <{record(1)}>", f"{SHARED} <{record(2)}>"])


def test_conclusion_stands_in_the_graph_of_its_rule_set_and_in_the_default_graph(tmp_path: Path):
    built(tmp_path, made(1, concludes=[SHARED]))
    assert [line for line in nquads(tmp_path) if "<urn:phase>" in line] == [SHARED, f"{SHARED} <{RULE}>"]


def test_vocabulary_and_ontology_stand_in_their_graphs_and_in_the_default_graph(tmp_path: Path):
    built(tmp_path)
    concept, kind = '<urn:concept> <urn:label> "Concept"', '<urn:Class> <urn:label> "Class"'
    expected = [concept, f"{concept} <{iris.VOCABULARY}>", kind, f"{kind} <{iris.ONTOLOGY}>"]
    assert nquads(tmp_path) == sorted(expected)


def test_statement_that_another_document_makes_stays_when_one_goes(tmp_path: Path):
    built(tmp_path, made(1, SHARED), made(2, SHARED))
    remove(tmp_path, ["made/1"], RECIPE)
    assert default_graph(tmp_path) == {SHARED}


def test_statement_that_nobody_else_makes_goes_with_its_document(tmp_path: Path):
    built(tmp_path, made(1, SHARED, "<@> <urn:p> <urn:o>"), made(2, OTHER))
    remove(tmp_path, ["made/1"], RECIPE)
    assert default_graph(tmp_path) == {OTHER}


def test_statement_that_follows_from_another_document_stays_when_the_one_that_makes_it_goes(tmp_path: Path):
    built(tmp_path, made(1, SHARED), made(2, concludes=[SHARED]))
    remove(tmp_path, ["made/1"], RECIPE)
    assert default_graph(tmp_path) == {SHARED}


def test_statement_of_the_vocabulary_stays_when_a_document_that_makes_it_goes(tmp_path: Path):
    built(tmp_path, made(1, '<urn:concept> <urn:label> "Concept"'))
    remove(tmp_path, ["made/1"], RECIPE)
    built_anew = tmp_path / "anew"
    built(built_anew)
    assert nquads(tmp_path) == nquads(built_anew)


def test_conclusion_stays_until_the_last_document_it_follows_from_goes(tmp_path: Path):
    built(tmp_path, made(1, concludes=[SHARED]), made(2, concludes=[SHARED]))
    remove(tmp_path, ["made/1"], RECIPE)
    assert f"{SHARED} <{RULE}>" in nquads(tmp_path)
    remove(tmp_path, ["made/2"], RECIPE)
    assert default_graph(tmp_path) == set()


def test_numbers_that_the_engine_stores_as_one_are_counted_as_one(tmp_path: Path):
    decimal = "http://www.w3.org/2001/XMLSchema#decimal"
    one, two = (f'<urn:trial> <urn:share> "{number}"^^<{decimal}>' for number in ("0.90", "0.9"))
    built(tmp_path, made(1, concludes=[one]), made(2, concludes=[two]))
    remove(tmp_path, ["made/1"], RECIPE)
    assert default_graph(tmp_path) == {two}


def test_graph_of_a_document_that_went_is_not_listed(tmp_path: Path):
    built(tmp_path, made(1, SHARED, concludes=[OTHER]))
    remove(tmp_path, [record(1)], RECIPE)
    assert graph_names(tmp_path) == {iris.VOCABULARY, iris.ONTOLOGY}


def test_graph_of_a_document_whose_new_copy_says_nothing_is_not_listed(tmp_path: Path):
    built(tmp_path, made(1, SHARED))
    built(tmp_path, made(1, version="2"))
    assert graph_names(tmp_path) == {iris.VOCABULARY, iris.ONTOLOGY}


def test_catalogue_keeps_nothing_of_a_document_that_went(tmp_path: Path):
    built(tmp_path, made(1, SHARED, concludes=[OTHER]), made(1, version="0"))
    remove(tmp_path, ["made/1"], RECIPE)
    with closing(sqlite3.connect(tmp_path / "snapshots" / "0002" / "catalogue.sqlite")) as catalogue:
        for table in ("document", "text", "shared"):
            assert catalogue.execute(f"SELECT * FROM {table}").fetchall() == []  # noqa: S608


def test_removing_what_is_not_there_changes_nothing(tmp_path: Path):
    built(tmp_path, made(1, SHARED))
    with pytest.raises(StoreError, match=r"^no document made/2 in the graph$"):
        remove(tmp_path, ["made/1", "made/2"], RECIPE)
    assert default_graph(tmp_path) == {SHARED}


def test_removing_from_no_graph_says_how_to_make_one(tmp_path: Path):
    with pytest.raises(StoreError, match=r"^no graph at .*; make one with kg build PATH… --store "):
        remove(tmp_path, ["made/1"], RECIPE)


@pytest.mark.parametrize("key", ["40975066", "pubmed/", "https://example.org/1"])
def test_key_that_names_no_record_says_what_is_wanted(key: str):
    with pytest.raises(StoreError, match=r"wanted a registry and a number such as ctgov/NCT04643405, found "):
        record_of(key)


@pytest.mark.parametrize("order", list(permutations(range(3))))
@pytest.mark.parametrize("together", [True, False])
def test_newest_copy_counts_in_whatever_order_copies_come(tmp_path: Path, order: tuple[int, ...], together: bool):
    copies = [made(1, f'<urn:trial> <urn:v> "{version}"', version=version) for version in ("2020", "2021", "2022")]
    batches = [[copies[i] for i in order]] if together else [[copies[i]] for i in order]
    for batch in batches:
        report = built(tmp_path, *batch)
    assert default_graph(tmp_path) == {'<urn:trial> <urn:v> "2022"'}
    if together:
        assert (report.found, report.loaded, report.superseded) == (3, 1, 2)


@pytest.mark.parametrize("order", list(permutations(range(2))))
@pytest.mark.parametrize("words", ["ab", "ba"])
def test_of_equally_new_copies_the_better_format_counts(tmp_path: Path, order: tuple[int, ...], words: str):
    copies = [made(1, f'<urn:t> <urn:v> "{word}"', rank=rank) for rank, word in enumerate(words)]
    built(tmp_path, *(copies[i] for i in order))
    assert default_graph(tmp_path) == {f'<urn:t> <urn:v> "{words[0]}"'}


@pytest.mark.parametrize("order", list(permutations(range(2))))
def test_of_equal_copies_the_greater_checksum_counts(tmp_path: Path, order: tuple[int, ...]):
    copies = [made(1, '<urn:t> <urn:v> "a"'), made(1, '<urn:t> <urn:v> "b"')]
    greater = max(copies, key=lambda copy: copy[1].sha256)
    built(tmp_path, *(copies[i] for i in order))
    assert default_graph(tmp_path) == set(json.loads(greater[1].body)["says"])


def test_replaced_copy_leaves_nothing_behind(tmp_path: Path):
    own = "<@> <urn:p> <urn:a>"
    built(tmp_path, made(1, SHARED, own, concludes=[OTHER, "<@> <urn:q> <urn:a>"], version="1"))
    built(tmp_path, made(1, "<@> <urn:p> <urn:b>", version="2"))
    assert default_graph(tmp_path) == {f"<{record(1)}> <urn:p> <urn:b>"}
    assert RULE not in graph_names(tmp_path)


def test_conclusion_that_a_replaced_copy_no_more_draws_stays_while_another_document_draws_it(tmp_path: Path):
    built(tmp_path, made(1, concludes=[SHARED]), made(2, concludes=[SHARED]))
    built(tmp_path, made(1, version="2"))
    assert default_graph(tmp_path) == {SHARED}
    built(tmp_path, made(2, version="2"))
    assert default_graph(tmp_path) == set()


def test_statement_turned_conclusion_stays_in_the_default_graph(tmp_path: Path):
    said = "<@> <urn:p> <urn:o>"
    built(tmp_path, made(1, said, version="1"))
    built(tmp_path, made(1, concludes=[said], version="2"))
    assert default_graph(tmp_path) == {f"<{record(1)}> <urn:p> <urn:o>"}


def test_statement_that_moves_from_one_document_to_another_in_one_build_stays(tmp_path: Path):
    built(tmp_path, made(1, SHARED, concludes=[OTHER], version="1"))
    built(tmp_path, made(1, version="2"), made(2, SHARED, concludes=[OTHER]))
    assert default_graph(tmp_path) == {SHARED, OTHER}


def test_older_copy_that_comes_later_is_counted_and_left_out(tmp_path: Path):
    built(tmp_path, made(1, SHARED, version="2"))
    report = built(tmp_path, made(1, OTHER, version="1"))
    assert (report.found, report.superseded, report.published) == (1, 1, False)
    assert default_graph(tmp_path) == {SHARED}


def test_same_build_again_does_nothing_and_says_so(tmp_path: Path):
    documents = [made(1, SHARED), made(2, OTHER), made(2, SHARED, version="0")]
    first = built(tmp_path, *documents)
    second = built(tmp_path, *documents)
    assert (first.published, first.snapshot, first.loaded, first.superseded) == (True, "0001", 2, 1)
    assert (second.published, second.snapshot, second.unchanged, second.superseded) == (False, "0001", 2, 1)


@pytest.mark.parametrize("versions", ["10", "01"])
def test_known_document_is_not_converted_again(tmp_path: Path, versions: str):
    documents = [made(1, SHARED, version=version) for version in versions]
    built(tmp_path, *documents)
    met = []

    def engine(stream: Iterable[tuple[str, Document]], contacts: bool) -> Iterator[Converted]:
        met.extend(stream)
        return run((), contacts)

    report = build(tmp_path, documents, RECIPE, run=engine)
    assert met == []
    assert (report.unchanged, report.superseded) == (1, 1)


def test_same_document_twice_is_loaded_once(tmp_path: Path):
    report = built(tmp_path, made(1, SHARED), made(1, SHARED))
    assert (report.found, report.loaded, report.superseded) == (2, 1, 1)


def test_documents_not_among_those_found_stay(tmp_path: Path):
    built(tmp_path, made(1, SHARED))
    built(tmp_path, made(2, OTHER))
    assert default_graph(tmp_path) == {SHARED, OTHER}


def test_building_anew_forgets_documents_not_among_those_found(tmp_path: Path):
    built(tmp_path, made(1, SHARED))
    report = built(tmp_path, made(2, OTHER), anew=True)
    assert default_graph(tmp_path) == {OTHER}
    assert report.snapshot == "0002"


def test_another_way_of_converting_reads_documents_again(tmp_path: Path):
    built(tmp_path, made(1, SHARED), made(2, OTHER))
    report = built(tmp_path, made(1, SHARED), recipe=replace(RECIPE, fingerprint="second"))
    assert (report.loaded, report.unchanged, report.stale) == (1, 0, 1)
    assert default_graph(tmp_path) == {SHARED, OTHER}


def test_every_document_found_is_accounted_for(tmp_path: Path):
    built(tmp_path, made(1, SHARED))
    stray = Unreadable("notes.txt", "not a known format", "wanted one of made, found text")
    report = built(tmp_path, made(1, SHARED), made(2, OTHER), made(2, version="0"), made(3, "broken"), stray)
    assert report.found == 5
    assert (report.loaded, report.unchanged, report.superseded, report.rejected) == (1, 1, 1, 2)
    assert report.causes == {"broken": 1, "not a known format": 1}
    assert report.read == {"made": 3}


def test_rejects_travel_with_the_snapshot(tmp_path: Path):
    stray = Unreadable("notes.txt", "not a known format", "wanted one of made, found text")
    built(tmp_path, stray, made(3, "broken"))
    with open_snapshot(tmp_path) as snapshot:
        assert list(snapshot.rejects()) == [
            {"uri": "3.made", "cause": "broken", "detail": "wanted statements, found broken"},
            {"uri": "notes.txt", "cause": "not a known format", "detail": "wanted one of made, found text"},
        ]
        assert snapshot.manifest["build"]["rejects_by_cause"] == {"broken": 1, "not a known format": 1}


def test_too_few_documents_publish_nothing_and_every_missed_count_is_named(tmp_path: Path):
    built(tmp_path, made(1, SHARED))
    with pytest.raises(
        BuildRefused, match=r"wanted at least 3 made, found 2; wanted at least 1 other, found 0"
    ) as caught:
        built(tmp_path, made(1, SHARED), made(2, OTHER), expect={"made": 3, "other": 1})
    assert caught.value.report.loaded == 1
    assert default_graph(tmp_path) == {SHARED}


def test_enough_documents_are_published_known_ones_included(tmp_path: Path):
    built(tmp_path, made(1, SHARED))
    assert built(tmp_path, made(1, SHARED), made(2, OTHER), expect={"made": 2}).published


def test_strict_build_publishes_nothing_when_one_is_rejected(tmp_path: Path):
    with pytest.raises(BuildRefused, match=r"wanted no rejects, found 1, the first 3\.made: broken"):
        built(tmp_path, made(1, SHARED), made(3, "broken"), strict=True)
    with pytest.raises(StoreError, match="no graph at"):
        open_snapshot(tmp_path)


def test_bug_in_a_converter_publishes_nothing_and_the_next_build_works(tmp_path: Path):
    built(tmp_path, made(1, SHARED))

    def engine(stream: Iterable[tuple[str, Document]], contacts: bool) -> Iterator[Converted]:
        yield from run(stream, contacts)
        raise ZeroDivisionError("a bug")

    with pytest.raises(ZeroDivisionError, match="a bug"):
        build(tmp_path, [made(2, OTHER)], RECIPE, run=engine)
    assert default_graph(tmp_path) == {SHARED}
    assert built(tmp_path, made(2, OTHER)).snapshot == "0002"


@pytest.mark.parametrize(
    ("document", "wanted"),
    [
        (made(1, f"<{record(2)}/arm/1> <urn:p> <urn:o>"), "wanted nothing about parts of records but those of"),
        (made(1, "<urn:s> <urn:p> <urn:o> <urn:g> .\n<urn:s> <urn:p> <urn:q>"), "wanted every statement in graph"),
        (made(1, concludes=["<urn:s> <urn:p> <urn:o> <urn:g> .\n<urn:s> <urn:p> <urn:q>"]), "wanted every conclusion"),
        (made(1, "<urn:s> <urn:p> no"), r"wanted N-Quads, found '<urn:s> <urn:p> no <https"),
    ],
    ids=["another record", "another graph", "no rule set", "no RDF"],
)
def test_document_that_breaks_the_contract_stops_the_build(tmp_path: Path, document: tuple[str, Document], wanted: str):
    with pytest.raises(StoreError, match=wanted):
        built(tmp_path, document)


def test_build_that_wants_some_document_and_can_read_none_publishes_nothing(tmp_path: Path):
    built(tmp_path, made(1, SHARED))
    with pytest.raises(
        BuildRefused, match=r"^nothing published: wanted documents, found none that can .* \(1 rejected"
    ):
        built(tmp_path, made(3, "broken"), recipe=replace(RECIPE, vocabulary=""), some=True)
    assert default_graph(tmp_path) == {SHARED}
    assert built(tmp_path, made(1, SHARED, version="0"), some=True).superseded == 1


def test_files_of_the_snapshot_that_a_removal_publishes_hold_nothing_of_what_went(tmp_path: Path):
    # Words that have nothing in common: files are compressed, and what comes again is written once.
    stays, goes = (hashlib.sha256(word).hexdigest() for word in (b"stays", b"goes"))
    built(
        tmp_path,
        made("remains", f'<urn:a> <urn:says> "{stays}"', concludes=[SHARED]),
        made("leaves", f'<urn:b> <urn:says> "{goes}"', concludes=[SHARED]),
    )
    remove(tmp_path, ["made/leaves"], RECIPE)
    files = [path.read_bytes() for path in (tmp_path / "snapshots" / "0002").rglob("*") if path.is_file()]
    assert any(stays.encode() in file for file in files)
    for gone in (goes.encode(), b"leaves"):
        assert not any(gone in file for file in files), gone


def test_graph_built_with_contacts_goes_on_without_only_when_built_anew(tmp_path: Path):
    address = hashlib.sha256(b"someone").hexdigest()
    built(tmp_path, made(1, f'<urn:a> <urn:says> "{address}"'), recipe=replace(RECIPE, contacts=True))
    with pytest.raises(StoreError, match=r"built with contacts; build it anew with --anew to leave them out$"):
        built(tmp_path, made(1, SHARED, version="2"))
    report = built(tmp_path, made(1, SHARED), anew=True)
    files = [path.read_bytes() for path in (tmp_path / "snapshots" / str(report.snapshot)).rglob("*") if path.is_file()]
    assert not any(address.encode() in file for file in files)
    assert built(tmp_path, made(1, SHARED), recipe=replace(RECIPE, contacts=True, fingerprint="contacts")).published
