"""What a record leaves out takes nothing from an answer."""

from __future__ import annotations

import pytest

from kg.model import (
    Arm,
    Intervention,
    InterventionComponent,
    Record,
    Trial,
)
from kg.query.catalogue import catalogue
from kg.query.run import run
from kg.rdf.iris import under
from tests import query_graph as small
from tests.query_vocabulary import d

TRIAL, PAGE = small.LATE, under(small.PAPER, "record", 1)
ENTRY, COMBINED = under(PAGE, "intervention", 1), under(PAGE, "intervention", 2)
PART, EMPTY = under(COMBINED, "component", 1), under(PAGE, "arm", 1)

# Records before arms were asked for list what is given and no arms.
WITHOUT_ARMS: list[Record] = [
    Trial(iri=TRIAL, intervention=(ENTRY, COMBINED)),
    Intervention(iri=ENTRY, label="ABT-199", denotes=(d("venetoclax"),)),
    Intervention(iri=COMBINED, label="venetoclax and more", component=(PART,)),
    InterventionComponent(iri=PART, label="more", denotes=(d("venetoclax"),)),
]
NOTHING_GIVEN: list[Record] = [
    Trial(iri=TRIAL, arm=(EMPTY,)),
    Arm(iri=EMPTY, label="Waiting list", arm_type="NO_INTERVENTION"),
]
NUMBER = {"trial": "NCT00000003"}


@pytest.mark.parametrize(
    ("said", "name", "given", "columns", "wanted"),
    [
        (
            WITHOUT_ARMS,
            "uses_of_drug",
            {"drug": "venetoclax"},
            "trial arm words role node",
            [
                (small.IN, small.ARM, "venetoclax", "Investigational", under(small.ARM, "given", 3)),
                (TRIAL, None, "ABT-199", None, ENTRY),
                (TRIAL, None, "more", None, PART),
            ],
        ),
        (
            WITHOUT_ARMS,
            "arms_and_drugs",
            NUMBER,
            "arm words given node",
            [(None, "ABT-199", d("venetoclax"), ENTRY), (None, "more", d("venetoclax"), PART)],
        ),
        (
            NOTHING_GIVEN,
            "arms_and_drugs",
            NUMBER,
            "arm_label arm_type words node",
            [("Waiting list", "No intervention", None, None)],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_nothing_is_lost(
    said: list[Record], name: str, given: dict[str, object], columns: str, wanted: list[tuple[object, ...]]
):
    rows = run(small.more(*said), catalogue()[name], given)
    assert [tuple(row[column] for column in columns.split()) for row in rows] == wanted
