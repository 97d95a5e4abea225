"""Headings of eligibility criteria and what is no criterion, one hazard a case."""

from __future__ import annotations

import time

import pytest

from kg.extract.criteria import criteria, heading_of
from kg.extract.page_lines import page_lines
from kg.extract.words import Words


def polarity_of(line: str) -> str | None:
    found = heading_of(Words.at(line, 0, len(line)))
    return found[0] if found else None


def listed(text: str) -> list[tuple[str | None, str]]:
    return [(item.polarity, item.words.text) for item in criteria(page_lines(text))]


@pytest.mark.parametrize(
    ("line", "polarity"),
    [
        ("Exclusion Criteria (The following are general criteria; see the protocol):", "EXCLUSION"),
        ("Exclusion Criteria (patients will be excluded if they meet any):", "EXCLUSION"),
        ("Inclusion Criteria (all must be met):", "INCLUSION"),
        ("Inclusion Criteria Stage 1", "INCLUSION"),
        ("Study Exclusion Criteria - participants are ineligible for the study if they:", "EXCLUSION"),
        ("The exclusion criteria are:", "EXCLUSION"),
        ("The inclusion criteria for adults are as follows:", "INCLUSION"),
        ("Exclusion criteria include:", "EXCLUSION"),
        ("Exclusion criteria patients:", "EXCLUSION"),
        ("Exclusion Criteria Healthy Volunteers:", "EXCLUSION"),
        ("Exclusion Criteria, Part A:", "EXCLUSION"),
        ("Exclusionary Criteria:", "EXCLUSION"),
        ("Inclusionary Criteria:", "INCLUSION"),
        ("Ineligibility criteria:", "EXCLUSION"),
        ("Exclusion Criteria\uff1a", "EXCLUSION"),
        ("Inclusion\\Exclusion criteria:", ""),
    ],
)
def test_is_a_heading(line: str, polarity: str):
    assert polarity_of(line) == polarity


@pytest.mark.parametrize(
    "line",
    [
        "Patients who meet the exclusion criteria are not eligible",
        "Patients who meet exclusion criteria are:",
        "Patients with exclusion criteria are: withdrawn",
        "Further exclusion criteria apply",
        "Exclusion criteria will be any evidence of heart disease",
        "Inclusion criteria 13 is only for patients registered before the start:",
        "Does not satisfy all of the inclusion criteria:",
        "Exclusion criterion 5 for healthy birds only: age",
        "Reasons for ineligibility: none",
    ],
)
def test_is_a_criterion(line: str):
    assert polarity_of(line) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Inclusion Criteria\n- Able to consent. Exclusion Criteria\n- Bird",
            [("INCLUSION", "Able to consent"), ("EXCLUSION", "Bird")],
        ),
        (
            "Inclusion Criteria: 18 years. Exclusion Criteria: pregnancy",
            [("INCLUSION", "18 years"), ("EXCLUSION", "pregnancy")],
        ),
        ("Over 18; EXCLUSION CRITERIA:\nBird", [(None, "Over 18"), ("EXCLUSION", "Bird")]),
        (
            "Over 18. Exclusion Criteria of the other study apply",
            [(None, "Over 18. Exclusion Criteria of the other study apply")],
        ),
        ("Exclusion Criteria\uff1apregnancy", [("EXCLUSION", "pregnancy")]),
    ],
)
def test_a_heading_behind_a_sentence_begins_a_line(text: str, found: list[tuple[str | None, str]]):
    assert listed(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Inclusion: adults; fever. Exclusion: birds.", [("INCLUSION", "adults; fever"), ("EXCLUSION", "birds")]),
        (
            "Inclusion Criteria: 1. Over 18 2. Weight > 50 kg Exclusion Criteria: 1. Bird",
            [("INCLUSION", "Over 18"), ("INCLUSION", "Weight > 50 kg"), ("EXCLUSION", "Bird")],
        ),
        (
            "Main Inclusion Criteria: adults in the city with fever Main Exclusion Criteria: birds",
            [("INCLUSION", "adults in the city with fever"), ("EXCLUSION", "birds")],
        ),
        (
            "Inclusion Criteria:\n- Able to read, to write and to consent in words. Key Exclusion Criteria: birds",
            [("INCLUSION", "Able to read, to write and to consent in words"), ("EXCLUSION", "birds")],
        ),
        ("Radiological Exclusion Criteria: shadows", [("EXCLUSION", "shadows")]),
        (
            "Exclusion Criteria:\n- Bird\n\nThe second randomisation to one dose or two Inclusion criteria\n\n- Adult",
            [
                ("EXCLUSION", "Bird"),
                ("EXCLUSION", "The second randomisation to one dose or two"),
                ("INCLUSION", "Adult"),
            ],
        ),
    ],
)
def test_a_heading_in_a_text_without_line_ends_begins_a_line(text: str, found: list[tuple[str | None, str]]):
    assert listed(text) == found


@pytest.mark.parametrize(
    "criterion",
    [
        "Age other than in Exclusion Criteria: 4",
        "Does not meet Exclusion Criteria: 1 or 2",
        "Fever of any of the kinds that are Exclusion Criteria",
        "Fever (see Exclusion Criteria: 5)",
        "Fever as listed under Key Exclusion Criteria: 5",
    ],
)
def test_words_that_speak_of_criteria_begin_no_list(criterion: str):
    for item in ("- ", ""):
        assert listed(f"Inclusion Criteria:\n\n{item}{criterion}") == [("INCLUSION", criterion)]


@pytest.mark.parametrize("nothing", ["-", "<!-- -->", "[...]", "OR", "AND", "and/or", "- OR -"])
def test_marks_and_lone_conjunctions_are_no_criteria(nothing: str):
    assert listed(f"Inclusion Criteria:\n\n{nothing}\n\nA bird.") == [("INCLUSION", "A bird")]


def test_a_conjunction_between_two_halves_of_a_criterion_stays():
    assert listed("Exclusion Criteria:\n\nA bird\nor\na fish") == [("EXCLUSION", "A bird or a fish")]


@pytest.mark.parametrize(
    "part", [". Exclusion Criteria: ", "exclusion criteria ", " Exclusion Criteria:", "Exclusion ", "(", " a", "the "]
)
def test_long_lines_take_no_longer_than_their_length(part: str):
    began = time.perf_counter()
    listed("Exclusion Criteria" + part * 10_000 + ":")
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("1. Fever found in plasma\nthat was drawn\n2. Age", ["Fever found in plasma that was drawn", "Age"]),
        ("1. Fever;\nthat was drawn\n2. Age", ["Fever", "that was drawn", "Age"]),
        ("1. Any of:\nfever\n2. Age", ["Any of:", "fever", "Age"]),
        ("1. Fever\n\nchills\n2. Age", ["Fever", "chills", "Age"]),
        ("1. Fever\nChills\n2. Age", ["Fever", "Chills", "Age"]),
        ("  1. Fever\nchills\n  2. Age", ["Fever", "chills", "Age"]),
    ],
)
def test_a_line_folded_to_the_margin_belongs_to_the_criterion_above(lines: str, found: list[str]):
    assert [words for _, words in listed(f"Inclusion Criteria:\n\n{lines}")] == found
