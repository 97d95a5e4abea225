"""Criteria that stand on one line with others: numbers that rise by one, and bullets."""

from __future__ import annotations

import time

import pytest

from kg.extract.criteria import criteria
from kg.extract.criteria_on_one_line import Criterion
from kg.extract.page_lines import page_lines

APART = [
    ("1. Age over 18 2. Signed consent 3. ECOG 0 to 1", ["1.", "2.", "3."]),
    ("1. Age over 18; 2. signed consent; 3. fever.", ["1.", "2.", "3."]),
    ("(1) Age over 18; (2) consent; and (3) fever", ["(1)", "(2)", "(3)"]),
    ("1) Age over 18 2) consent (phase 2) 3) fever", ["1)", "2)", "3)"]),
    ("1\uff09Age over 18\uff1b2\uff09consent\uff1b3\uff09fever", ["1\uff09", "2\uff09", "3\uff09"]),
    ("1、Age over 18 2、consent、3、fever", ["1、", "2、", "3、"]),
    ("• Age over 18 • consent • fever", ["•", "•", "•"]),
    ("- Age 18 - 70 years - Consent - Fever", ["-", "-", "-"]),
    ("Inclusion criteria: 1. Age over 18. 2. Consent. Exclusion criteria: 1. Fever.", ["1.", "2.", "1."]),
    ("- (1) Age over 18. (2) Consent. (3) Fever.", ["(1)", "(2)", "(3)"]),
]
TOGETHER = [
    "1. Toxicity of grade 2. Fever is none",
    "1. ECOG of 1 or 2. Life expectancy of a year",
    "1. Tumours of 2.5 cm or 2.0 cm",
    "1) Disease in pain (phase 2) or in remission",
    "1. Any of: 1. Fever 2. Pain",
    "1. Criteria of Rome (2) are met",
    "2. Two of the following: 3. Fever 4. Pain",
    "1. Age over 18\n2. Stage III, which is no 3. Stage in children\n3. Consent",
    "- Age 18 - 70 years - or older",
    "Blood pressure of 120 • 80",
]


def of(text: str) -> list[Criterion]:
    return criteria(page_lines(text), folded=False)


@pytest.mark.parametrize(("text", "marks"), APART)
def test_items_that_stand_on_one_line_are_criteria_of_their_own(text: str, marks: list[str]):
    found = of(text)
    assert [one.marker.text for one in found] == marks
    assert all(one.level == 1 and one.parent is None for one in found)


@pytest.mark.parametrize(("text", "_"), APART)
def test_words_of_each_stand_where_they_are_said_to(text: str, _: list[str]):
    for one in of(text):
        assert text[one.words.start : one.words.end] == one.words.text
        assert text[one.marker.start : one.marker.end] == one.marker.text


@pytest.mark.parametrize("text", TOGETHER)
def test_numbers_within_a_sentence_begin_no_criterion(text: str):
    assert len(of(text)) == text.count("\n") + 1


def test_bullets_behind_a_colon_are_nested():
    found = of("All of the following: • Age over 18 • Consent\nNo fever")
    assert [(one.words.text, one.level, one.parent) for one in found] == [
        ("All of the following:", 1, None),
        ("Age over 18", 2, 0),
        ("Consent", 2, 0),
        ("No fever", 1, None),
    ]


def test_lines_below_go_on_with_the_numbers():
    found = of("1. Age over 18. 2. Consent to:\n   a. Blood\n   b. Urine\n3. Fever 4. Pain")
    assert [(one.words.text, one.level, one.parent) for one in found] == [
        ("Age over 18", 1, None),
        ("Consent to:", 1, None),
        ("Blood", 2, 1),
        ("Urine", 2, 1),
        ("Fever", 1, None),
        ("Pain", 1, None),
    ]
    indented = of("1. Age over 18. 2. Consent\n   3. Fever 4. Pain\n   5. Cough")
    assert [(one.marker.text, one.level) for one in indented] == [(f"{n}.", 1) for n in range(1, 6)]


def test_numbers_go_on_over_folded_lines():
    found = criteria(page_lines("1. Age over\n   18 2. Consent to\n   all 3. Fever"))
    assert [one.words.text for one in found] == ["Age over 18", "Consent to all", "Fever"]


def test_a_line_of_a_megabyte_takes_no_longer_than_its_length():
    began = time.perf_counter()
    for line in ("1. a (" * 200_000, "1) ( 2) " * 150_000, "• a " * 250_000, "- " * 500_000, "1. x\n" * 20_000):
        of(line)
    assert time.perf_counter() - began < 60
