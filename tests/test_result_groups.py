"""Groups of results joined to arms, and pooled groups: each title on the least reading on which it can be misread."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.document import Reading
from kg.model import Arm, Denominator, OutcomeResult, Record, ResultGroup
from kg.model import predicates as P
from kg.rules import infer
from kg.vocab import shipped_vocabulary

RECORD = "https://w3id.org/trialgraph/record/ctgov/NCT00000001"


def inferred(*records: Record) -> ox.Store:
    """What follows from some records."""
    store = ox.Store()
    nquads = infer(Reading(RECORD, "", records, ()), shipped_vocabulary())
    store.bulk_load(input=nquads.encode(), format=ox.RdfFormat.N_QUADS)
    return store


def joined(title: str, *labels: str) -> list[tuple[str, str, str]]:
    """Title and label that the evidence quotes, and its confidence, of a group among arms."""
    arms = [Arm(iri=f"{RECORD}/arm/{number}", label=label) for number, label in enumerate(labels, 1)]
    answer = inferred(ResultGroup(iri=f"{RECORD}/flow-group/1", label=title), *arms).query(
        f"""SELECT ?title ?label ?confidence WHERE {{ GRAPH ?rules {{
          ?group <{P.JOINED_ARM}> ?arm .
          ?evidence <{P.PREDICATE}> <{P.JOINED_ARM}> ; <{P.OBJECT}> ?arm ; <{P.EXACT}> ?title ; <{P.MATCHED}> ?label ;
            <{P.CONFIDENCE}> ?confidence . }} }}"""
    )
    return [(row["title"].value, row["label"].value, row["confidence"].value) for row in answer]


def test_title_that_is_the_label_of_an_arm_joins_it():
    assert joined("placebo, Weekly", "Placebo weekly", "Drug") == [("placebo, Weekly", "Placebo weekly", "0.95")]


def test_title_that_contains_the_label_of_an_arm_joins_it_with_less_confidence():
    assert joined("Placebo (Safety Set)", "Placebo", "Drug") == [("Placebo (Safety Set)", "Placebo", "0.6")]


def test_title_within_the_label_of_an_arm_joins_it_with_less_confidence():
    assert joined("Placebo", "Arm 1: Placebo", "Arm 2: Drug") == [("Placebo", "Arm 1: Placebo", "0.6")]


@pytest.mark.parametrize(
    ("title", "arms"),
    [
        ("Placebo then Drug", ("Placebo", "Drug")),
        ("Placebo then Treatment", ("Placebo", "Treatment")),
        ("Placebo", ("Placebo", "placebo")),
        ("Total", ("Total", "Drug")),
        ("All Drug", ("Drug", "Placebo")),
        ("Drugstore", ("Drug", "Placebo")),
        ("Group 2", ("Group", "Placebo")),
        ("A1", ("A", "B")),
        ("***", ("???", "B")),
    ],
)
def test_title_that_fits_two_arms_or_stands_for_all_joins_none(title: str, arms: tuple[str, ...]):
    assert joined(title, *arms) == []


def counted(outcome: int, **groups: int) -> list[Record]:
    """An outcome that counts groups, by the last part of their addresses."""
    out_of = [
        Denominator(
            iri=f"{RECORD}/denominator/{outcome}{group}",
            of_group=f"{RECORD}/outcome-group/{group}",
            denominator_units="Participants",
            denominator_count=many,
        )
        for group, many in groups.items()
    ]
    return [OutcomeResult(iri=f"{RECORD}/outcome-result/{outcome}", denominator=tuple(d.iri for d in out_of)), *out_of]


def overlaps(titles: dict[str, str], *outcomes: list[Record]) -> set[str]:
    """Groups that another group is concluded to overlap, by the last part of their addresses."""
    groups = [ResultGroup(iri=f"{RECORD}/outcome-group/{key}", label=title) for key, title in titles.items()]
    found = inferred(*groups, *(record for one in outcomes for record in one)).quads_for_pattern(
        None, ox.NamedNode(P.OVERLAPS_WITH), None, None
    )
    return {quad.object.value.rsplit("/", 1)[-1] for quad in found}


DOSES = {"a": "Drug 1 mg", "b": "Drug 2 mg", "p": "Placebo", "x": "All doses"}


def test_group_of_all_that_counts_as_many_as_the_others_together_overlaps_them():
    assert overlaps(DOSES, counted(1, a=10, b=12, x=22)) == {"a", "b"}


def test_group_of_all_of_one_drug_overlaps_the_groups_of_that_drug_only():
    assert overlaps(DOSES | {"x": "All Drug"}, counted(1, a=10, b=12, p=9, x=22)) == {"a", "b"}


def test_group_of_all_whose_sum_does_not_fit_is_not_marked():
    assert overlaps(DOSES, counted(1, a=10, b=12, x=30)) == set()


def test_group_of_all_whose_sum_fits_in_one_outcome_only_is_not_marked():
    assert overlaps(DOSES, counted(1, a=10, b=12, x=22), counted(2, a=10, b=12, x=23)) == set()


def test_sum_that_fits_without_a_title_of_all_is_not_marked():
    assert overlaps(DOSES | {"x": "Extension"}, counted(1, a=10, b=12, x=22)) == set()
