"""Products, centres and names in protocols of the EU Clinical Trials Register, one hazard a case."""

from __future__ import annotations

import pytest

from kg.model import ConditionName, Intervention
from tests.test_euctr_text import said, trial

PRODUCT = "D.IMP: 1\nD.1.2 and D.1.3 IMP Role: Test\nD.3.1 Product name: Alpha\nD.3.4 Pharmaceutical form: Tablet\n"


def strength(number: str, kind: str = "equal") -> str:
    unit = "D.3.10 Strength\nD.3.10.1 Concentration unit: mg milligram(s)\n"
    return f"{unit}D.3.10.2 Concentration type: {kind}\nD.3.10.3 Concentration number: {number} \n"


@pytest.mark.parametrize(
    ("yes", "kind"),
    [
        (("D.3.11.1",), "DRUG"),
        (("D.3.11.2",), "BIOLOGICAL"),
        (("D.3.11.1", "D.3.11.2"), None),
        (("D.3.11.3", "D.3.11.3.2"), "GENETIC"),
        (("D.3.11.2", "D.3.11.3", "D.3.11.3.2"), "GENETIC"),
        (("D.3.11.3", "D.3.11.3.1"), "BIOLOGICAL"),
        (("D.3.11.3.3",), "BIOLOGICAL"),
        ((), None),
    ],
)
def test_what_a_product_is_made_of_tells_its_kind(yes: tuple[str, ...], kind: str | None):
    keys = ("D.3.11.1", "D.3.11.2", "D.3.11.3", "D.3.11.3.1", "D.3.11.3.2", "D.3.11.3.3")
    answers = "".join(f"{key} Made so: {'Yes' if key in yes else 'No'}\n" for key in keys)
    assert [one.intervention_type for one in said(PRODUCT + answers, Intervention)] == [kind]


def test_products_of_two_strengths_are_told_apart():
    lines = PRODUCT + strength("100") + PRODUCT + strength("200", "not less then") + strength("5")
    assert [one.description for one in said(lines, Intervention)] == [
        "Tablet; 100 mg milligram(s)",
        "Tablet; not less then 200 mg milligram(s); 5 mg milligram(s)",
    ]


@pytest.mark.parametrize(
    ("single", "several", "states", "features"),
    [
        ("No", "Yes", "No", ("MULTICENTRE",)),
        ("Yes", "No", "Yes", ("MULTICENTRE",)),
        ("Yes", "No", "No", ("SINGLE_CENTRE",)),
        ("No", "No", "No", ()),
        ("", "", "", ()),
    ],
)
def test_one_centre_or_several(single: str, several: str, states: str, features: tuple[str, ...]):
    lines = f"E.8.3 Single site: {single}\nE.8.4 Multiple sites: {several}\nE.8.5 Multiple states: {states}\n"
    assert trial(lines).design_feature == features


@pytest.mark.parametrize(
    ("short", "acronym", "title"),
    [("VENHELP", "VENHELP", None), ("Step-2", "Step-2", None), ("Alzheimer's disease", None, "Alzheimer's disease")],
)
def test_a_plain_name_is_no_acronym(short: str, acronym: str | None, title: str | None):
    made = trial(f"A.3.2 Name or abbreviated title: {short}\n")
    assert (made.acronym, made.brief_title) == (acronym, title)


def test_english_words_for_a_condition_count_before_those_of_another_language():
    spanish = "E.1.1 Condition:\nE.1.1 Condition (es): Fiebre\n"
    assert [one.label for one in said(spanish, ConditionName)] == ["Fiebre"]
    assert [one.label for one in said(f"{spanish}E.1.2 Term: Fever\n", ConditionName)] == ["Fever"]
    assert [one.label for one in said(f"{spanish}E.1.1.1 In plain words: Hot\n", ConditionName)] == ["Hot"]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("E.8.2.3 Other: Yes\nE.8.2.3.1 Comparator description: rest\n in bed\n", [("rest in bed", ("COMPARATOR",))]),
        ("E.8.2.3 Other: Yes\nE.8.2.3.1 Comparator description (es): reposo\n", [("reposo", ("COMPARATOR",))]),
        ("E.8.2.3 Other: Yes\nE.8.2.3.1 Comparator description: N/A\n", []),
        ("E.8.2.3 Other: No\nE.8.2.3.1 Comparator description: rest\n", []),
    ],
)
def test_what_else_is_compared_with_is_a_comparator(lines: str, found: list[tuple[str, tuple[str, ...]]]):
    assert [(one.label, one.role) for one in said(lines, Intervention)] == found
