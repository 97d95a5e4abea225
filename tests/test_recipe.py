"""What a graph is made with beside documents, and that the way to a state leaves no trace in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import permutations
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.document import WITHDRAWN, Document
from kg.errors import StoreError
from kg.rdf import iris
from kg.rdf.terms import typed
from kg.store import graph, open_snapshot, work
from kg.store.building import remove
from kg.store.recipe import Recipe
from tests.made_documents import RECIPE, RULE, built, default_graph, graph_names, made, nquads

SHARED = '<urn:trial> <urn:phase> "2"'
OTHER = '<urn:trial> <urn:phase> "3"'


def test_changed_vocabulary_replaces_the_former(tmp_path: Path):
    built(tmp_path, made(1, SHARED))
    other = f'<urn:concept> <urn:label> "Other" <{iris.VOCABULARY}> .\n'
    built(tmp_path, recipe=replace(RECIPE, vocabulary=other))
    assert default_graph(tmp_path) == {SHARED, '<urn:concept> <urn:label> "Other"'}


def test_changed_ontology_replaces_the_former(tmp_path: Path):
    built(tmp_path)
    built(tmp_path, recipe=replace(RECIPE, ontology='<urn:Class> <urn:label> "Other" .'))
    assert default_graph(tmp_path) == {'<urn:Class> <urn:label> "Other"'}


@pytest.mark.parametrize(
    ("recipe", "wanted"),
    [
        (
            replace(RECIPE, vocabulary="<urn:s> <urn:p> <urn:o> .\n"),
            "vocabulary: wanted statements without blank nodes",
        ),
        (replace(RECIPE, ontology="[] <urn:p> <urn:o> ."), "ontology: wanted statements without blank nodes"),
        (replace(RECIPE, ontology="Hello"), "ontology: wanted Turtle, found"),
    ],
    ids=["graph", "blank node", "syntax"],
)
def test_vocabulary_and_ontology_are_checked(tmp_path: Path, recipe: Recipe, wanted: str):
    with pytest.raises(StoreError, match=wanted):
        built(tmp_path, recipe=recipe)


def concluding(query: Callable[[str], Any]) -> Iterator[str]:
    """For every thing with a phase, that it is one; and how many conclusions there were before."""
    rows = query("SELECT DISTINCT ?t { ?t <urn:phase> ?p } ORDER BY ?t")
    before = len(list(query("SELECT ?t { ?t <urn:phased> ?p }")))
    return (f'{row["t"]} <urn:phased> "{before}" <{iris.rule_set("phases")}> .\n' for row in rows)


LINKED = replace(RECIPE, conclude=concluding, conclusions=("phases",))


def test_conclusions_from_all_documents_are_drawn_again_from_nothing(tmp_path: Path):
    built(tmp_path, made(1, SHARED), recipe=LINKED)
    built(tmp_path, made(2, '<urn:second> <urn:phase> "1"'), recipe=LINKED)
    phased = {line for line in default_graph(tmp_path) if "phased" in line}
    assert phased == {'<urn:trial> <urn:phased> "0"', '<urn:second> <urn:phased> "0"'}
    remove(tmp_path, ["made/1"], LINKED)
    assert {line for line in default_graph(tmp_path) if "phased" in line} == {'<urn:second> <urn:phased> "0"'}


def test_conclusion_from_all_documents_in_another_graph_is_refused(tmp_path: Path):
    recipe = replace(RECIPE, conclude=lambda _: ["<urn:s> <urn:p> <urn:o> <urn:g> .\n"], conclusions=("phases",))
    with pytest.raises(StoreError, match=r"wanted conclusions of phases, found '<urn:s>"):
        built(tmp_path, recipe=recipe)


def test_rule_set_that_is_not_accepted_stays_out_of_the_default_graph(tmp_path: Path):
    built(tmp_path, made(1, SHARED, concludes=[OTHER]), recipe=replace(RECIPE, without=("names",)))
    assert default_graph(tmp_path) == {SHARED}
    assert f"{OTHER} <{RULE}>" in nquads(tmp_path)


def test_rule_set_that_is_not_accepted_keeps_no_statement_alive(tmp_path: Path):
    recipe = replace(RECIPE, without=("names",))
    built(tmp_path, made(1, SHARED), made(2, concludes=[SHARED]), recipe=recipe)
    remove(tmp_path, ["made/1"], recipe)
    assert default_graph(tmp_path) == set()


def test_rule_set_can_be_switched_off_and_on_again(tmp_path: Path):
    documents = [made(1, SHARED, concludes=[SHARED, OTHER])]
    built(tmp_path, *documents)
    accepted = nquads(tmp_path)
    report = built(tmp_path, *documents, recipe=replace(RECIPE, without=("names",)))
    assert (report.published, report.unchanged) == (True, 1)
    assert default_graph(tmp_path) == {SHARED}
    built(tmp_path, *documents)
    assert nquads(tmp_path) == accepted


def test_without_source_graphs_only_the_default_graph_is_kept(tmp_path: Path):
    documents = [made(1, SHARED, concludes=[OTHER]), made(1, version="0"), made(2, SHARED)]
    built(tmp_path / "lean", *documents, recipe=replace(LINKED, source_graphs=False))
    built(tmp_path / "full", *documents, recipe=LINKED)
    assert graph_names(tmp_path / "lean") == set()
    assert nquads(tmp_path / "lean") == [line for line in nquads(tmp_path / "full") if is_triple(line)]


def is_triple(line: str) -> bool:
    """Whether a line stands in the default graph."""
    (quad,) = ox.parse(f"{line} .", format=ox.RdfFormat.N_QUADS)
    return quad.graph_name == ox.DefaultGraph()


def test_without_source_graphs_the_same_build_again_does_nothing(tmp_path: Path):
    recipe = replace(RECIPE, source_graphs=False)
    built(tmp_path, made(1, SHARED), recipe=recipe)
    assert not built(tmp_path, made(1, SHARED), recipe=recipe).published


def test_without_source_graphs_an_update_says_that_it_cannot_be(tmp_path: Path):
    recipe = replace(RECIPE, source_graphs=False)
    built(tmp_path, made(1, SHARED), recipe=recipe)
    with pytest.raises(StoreError, match="without source graphs cannot be brought up to date; build it anew"):
        built(tmp_path, made(2, OTHER), recipe=recipe)
    with pytest.raises(StoreError, match="without source graphs cannot be brought up to date; build it anew"):
        remove(tmp_path, ["made/1"], recipe)
    with pytest.raises(
        StoreError, match="the graph was built without source graphs; build it anew, or build it as before"
    ):
        built(tmp_path, made(2, OTHER))
    built(tmp_path, made(2, OTHER), recipe=recipe, anew=True)
    assert default_graph(tmp_path) == {OTHER}


@pytest.mark.parametrize("source_graphs", [True, False])
@pytest.mark.parametrize("order", list(permutations(range(4)))[::5])
def test_documents_loaded_one_at_a_time_in_bulk_make_the_same_graph(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source_graphs: bool, order: tuple[int, ...]
):
    recipe = replace(LINKED, source_graphs=source_graphs)
    documents = [
        made(1, SHARED, concludes=[SHARED], version="2"),
        made(1, OTHER, concludes=[OTHER], version="1"),
        made(2, SHARED, concludes=[OTHER]),
        made(2, OTHER, version="0"),
    ]
    built(tmp_path / "together", *documents, recipe=recipe)
    monkeypatch.setattr(work, "HELD_BYTES", 0)
    monkeypatch.setattr(graph, "BULK_CHARACTERS", 0)
    report = built(tmp_path / "apart", *(documents[i] for i in order), recipe=recipe)
    assert (report.found, report.loaded, report.superseded) == (4, 2, 2)
    assert nquads(tmp_path / "apart") == nquads(tmp_path / "together")
    assert graph_names(tmp_path / "apart") == graph_names(tmp_path / "together")


# Few of everything, so that documents often say the same and copies meet; the engine stores the two numbers as one.
NUMBERS = [typed(Decimal("0.9"), "decimal"), typed(Decimal("0.90"), "decimal")]
STATEMENTS = st.sampled_from(
    [f"{subject} <urn:p> {number}" for subject in ("<@>", "<urn:trial>") for number in NUMBERS]
    + ["<@/arm/1> <urn:p> <urn:o>", "<urn:trial> <urn:phase> <urn:o>"]
)
SAID = st.lists(STATEMENTS, max_size=4)
COPIES = st.builds(
    lambda number, says, concludes, version, rules: made(
        number, *says, concludes=concludes, version=str(version), rules=rules
    ),
    st.integers(1, 3),
    SAID,
    SAID,
    st.integers(1, 3),
    st.sampled_from(["names", "roles"]),
)
WITHDRAWALS = st.builds(lambda number: made(number, version=WITHDRAWN), st.integers(1, 3))
STEPS = st.lists(
    st.one_of(st.lists(st.one_of(COPIES, COPIES, COPIES, WITHDRAWALS), min_size=1, max_size=3), st.integers(1, 3)),
    min_size=1,
    max_size=5,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, without=st.sampled_from([(), ("roles",)]))
def test_graph_brought_up_to_date_equals_one_built_anew(
    tmp_path_factory: pytest.TempPathFactory, steps: list[list[tuple[str, Document]] | int], without: tuple[str, ...]
):
    recipe = replace(LINKED, without=without)
    folder, there = tmp_path_factory.mktemp("graph"), {}
    built(folder, recipe=recipe)
    for step in steps:
        if isinstance(step, list):
            built(folder, *step, recipe=recipe)
            for _, document in step:
                there.setdefault(json.loads(document.body)["number"], []).append(("made", document))
        elif any(json.loads(document.body)["version"] == WITHDRAWN for _, document in there.get(str(step), [])):
            with pytest.raises(StoreError, match="no document"):
                remove(folder, [f"made/{step}"], recipe)
        elif str(step) in there:
            remove(folder, [f"made/{step}"], recipe)
            del there[str(step)]
    anew = tmp_path_factory.mktemp("anew")
    built(anew, *(document for copies in there.values() for document in reversed(copies)), recipe=recipe)
    assert nquads(folder) == nquads(anew)
    assert graph_names(folder) == graph_names(anew)
    with open_snapshot(folder) as snapshot:
        assert snapshot.manifest["quads"]["total"] == len(nquads(folder))
