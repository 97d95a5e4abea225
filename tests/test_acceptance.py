"""The two shipped documents, fact by fact: what the graph built from them says, and what it must not say."""

from __future__ import annotations

import dataclasses

import pyoxigraph as ox
import pytest

from kg import vocab
from tests.acceptance.graph import Graph, add, build
from tests.acceptance.questions import Absence, facts, forbidden, not_yet, questions
from tests.acceptance.score import Score, carriers, found_in, take, why_missing

FLOOR = 242


@pytest.fixture(scope="module")
def graph() -> Graph:
    return build()


def absences(graph: Graph) -> set[str]:
    """Ids of the facts that something is not there, which need no evidence."""
    return {identifier for identifier, asked in questions(graph.texts).items() if isinstance(asked, Absence)}


@pytest.fixture(scope="module")
def score(graph: Graph) -> Score:
    return take(graph)


def test_score_is_at_least_what_it_was(score: Score):
    print(score.report())
    assert score.found >= FLOOR, f"{score.line}; it was {FLOOR}"


def test_no_fact_is_lost(score: Score):
    assert not [f"{answer.fact.id}: {answer.why}" for answer in score.lost]


def test_no_fact_is_found_that_is_listed_as_missing(score: Score):
    assert not [answer.fact.id for answer in score.gained], "take them off tests/acceptance/not_yet.txt"


def test_nothing_forbidden_is_said(score: Score):
    assert not score.found_forbidden


def test_every_question_for_a_forbidden_statement_finds_its_plants(score: Score):
    assert not {identifier: plants for identifier, plants in score.blind.items() if plants}


def test_every_forbidden_statement_of_the_checklist_is_asked_for_with_a_plant():
    wanted = [f"XA-{n:02}" for n in range(1, 24)] + [f"XB-{n:02}" for n in range(1, 25)]
    assert [row.id for row in forbidden()] == wanted
    assert all(row.plants for row in forbidden())


def test_every_fact_is_asked_for_or_has_a_reason_why_not(graph: Graph):
    ids = [fact.id for fact in facts()]
    asked = questions(graph.texts)
    assert len(ids) == len(set(ids)) == 404
    assert asked.keys() <= set(ids)
    assert not_yet().keys() <= set(ids)
    unasked = [identifier for identifier in ids if identifier not in asked]
    assert all("The model has no" in not_yet()[identifier] for identifier in unasked)


def test_every_evidence_of_the_checklist_stands_where_it_says(graph: Graph):
    for fact in facts():
        words = "".join(graph.texts[fact.doc][fact.start : fact.end].split())
        assert words == "".join(fact.evidence.split()), fact.id


def test_vocabulary_alone_holds_no_fact(graph: Graph):
    store = ox.Store()
    add(store, vocab.nquads())
    assert not found_in(dataclasses.replace(graph, store=store, evidence={}))


def test_statements_without_evidence_hold_no_fact_but_that_something_is_absent(graph: Graph):
    assert found_in(dataclasses.replace(graph, evidence={})) <= absences(graph)


def test_quotes_of_words_that_the_document_does_not_have_do_not_count(graph: Graph):
    other = {doc: "x" * len(text) for doc, text in graph.texts.items()}
    explicit = {fact.id for fact in facts() if fact.kind == "E"}
    assert found_in(dataclasses.replace(graph, texts=other)) & explicit <= absences(graph)


def test_every_fact_is_lost_with_its_statements(graph: Graph):
    kept = []
    for fact, asked, quads in carriers(graph):
        for quad in quads:
            graph.store.remove(quad)
        if not why_missing(fact, asked, graph):
            kept.append(fact.id)
        graph.store.extend(quads)
    assert not kept
