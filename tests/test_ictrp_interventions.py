"""What trials give, as the registries list it to the WHO's platform: products, arms, lines, words."""

from __future__ import annotations

import re

import pytest

from kg.document import Document
from kg.model import Arm, Intervention
from kg.pipeline import convert
from tests.test_ictrp import FORMAT, said, xml

EU, NEWER_EU, CHINA, IRAN, INDIA, JAPAN = (
    *("EUCTR2015-000001-11-DE", "CTIS2023-500001-11-00", "ChiCTR2600000001", "IRCT20090901002394N44"),
    *("CTRI/2020/03/024402", "JPRN-UMIN000039499"),
)


def given(words: str, number: str = "NCT01234567") -> list[Intervention]:
    return said(Intervention, TrialID=number, Intervention=words)


def arms(words: str, number: str) -> list[tuple[str | None, str | None]]:
    return [(one.label, one.description) for one in said(Arm, TrialID=number, Intervention=words)]


def test_every_name_of_a_product_counts():
    lines = (
        *("Trade Name: Alphan", "Product Code: A-1", "Pharmaceutical Form: Tablet", "INN or Proposed INN: ALPHA"),
        *("CAS Number: 1-1-1", "Concentration number: 200-", "INN or Proposed INN: BETA"),
        *("Current Sponsor code: AB", "Other descriptive name: ALPHA SULFATE"),
    )
    (found,) = given("<br>" + "<br>".join(lines) + "<br><br>", EU)
    assert (found.label, found.description) == ("Alphan", "Tablet")
    assert found.other_name == ("ALPHA", "BETA", "A-1", "AB", "ALPHA SULFATE")


def test_a_placebo_of_the_eu_register_is_given_beside_its_product():
    words = (
        "<br>Product Name: Alpha<br>Pharmaceutical form of the placebo: Tablet<br>"
        "Route of administration of the placebo: Oral use<br><br>Product Code: B-2<br>INN or Proposed INN: BETA<br>"
    )
    found = given(words, EU)
    assert [(one.label, one.role, one.description) for one in found] == [
        ("Alpha", (), None),
        ("Placebo", ("COMPARATOR",), "Tablet; Oral use"),
        ("BETA", (), None),
    ]


def test_products_on_one_line_are_cut_at_their_labels():
    product = (
        "Product Name: {},Product Code: {},Pharmaceutical Form: LIQUID,Other descriptive name: ,Strength: 1, or 2 mg"
    )
    words = f"{product.format('Alpha', 'A-1')},Active Substance: ALPHAMAB,{product.format('Beta', 'B-2')}"
    assert [(one.label, one.other_name) for one in given(words, NEWER_EU)] == [
        ("Alpha", ("ALPHAMAB", "A-1")),
        ("Beta", ("B-2",)),
    ]


def test_groups_of_the_chinese_registry_are_arms():
    words = "experimental group:Alpha plus beta;control group:Beta alone;blank group:None;"
    assert arms(words, CHINA) == [
        ("experimental group", "Alpha plus beta"),
        ("control group", "Beta alone"),
        ("blank group", None),
    ]
    compared = ("COMPARATOR",)
    assert [(one.label, one.role) for one in given(words, CHINA)] == [("Alpha plus beta", ()), ("Beta alone", compared)]
    assert not arms("Alpha; 5 mg", CHINA)


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Control group 1", ("COMPARATOR",)),
        ("Active comparator arm", ("COMPARATOR",)),
        ("The blank control group", ("COMPARATOR",)),
        ("Group B", ()),
        ("Pain control group", ()),
        ("Control of pain group", ()),
    ],
)
def test_what_a_control_group_is_given_is_compared(label: str, role: tuple[str, ...]):
    assert [one.role for one in given(f"Experimental group:Alpha;{label}:Beta;", CHINA)] == [(), role]


def test_what_a_control_group_alone_is_given_is_not_tested():
    words = "Experimental group:Venetoclax plus azacitidine;Control group:Cytarabine;"
    record = Document("row.xml", xml(TrialID=CHINA, Intervention=words, Study_type="Interventional study").body)
    quads = convert([record], "ictrp").nquads.decode()
    assert set(re.findall(r"testsDrug> <\S+/drug/(\w+)>", quads)) == {"venetoclax", "azacitidine"}


def test_numbered_arms_on_one_line_are_arms():
    words = (
        "Intervention 1: Intervention group: alpha 4 mg daily. Then rest. Intervention 2: Control group: beta daily."
    )
    assert arms(words, IRAN) == [
        ("Intervention group", "alpha 4 mg daily. Then rest."),
        ("Control group", "beta daily."),
    ]
    assert [one.label for one in given(words, IRAN)] == ["alpha 4 mg daily. Then rest", "beta daily"]


def test_numbered_interventions_have_their_names_before_a_colon():
    words = "Intervention1: Alpha: 5 ml twice a day<br/ >for 30 days<br/ >Control Intervention1: Beta: 3 ml<br/ >"
    assert [(one.label, one.description) for one in given(words, INDIA)] == [
        ("Alpha", "5 ml twice a day\nfor 30 days"),
        ("Beta", "3 ml"),
    ]
    assert not arms(words, INDIA)
    assert [one.role for one in given(words, INDIA)] == [(), ("COMPARATOR",)]


def test_words_before_the_first_mark_make_it_no_list():
    (found,) = given("All get alpha. Group 1: early. Group 2: late.", IRAN)
    assert found.label == "All get alpha. Group 1: early. Group 2: late."


@pytest.mark.parametrize(
    ("number", "labels"), [(JAPAN, ["Alpha 240 mg", "Beta 1 mg/kg"]), ("ACTRN12619000720112", [None])]
)
def test_lines_are_interventions_where_the_registry_asks_for_each(number: str, labels: list[str | None]):
    assert [one.label for one in given("Alpha 240 mg<br>Beta 1 mg/kg", number)] == labels


def test_names_are_looked_for_in_words_too_long_for_a_name():
    words = "First we give venetoclax.<br>Then we wait."
    reading = FORMAT.read(xml(Intervention=words), False)
    assert [(one.field, one.words.text) for one in reading.passages] == [
        ("intervention", "First we give venetoclax.\nThen we wait.")
    ]


# Each of these takes minutes where a rule looks through the same words again and again.
@pytest.mark.parametrize(
    "words", ["Product Name:," * 20_000, "Group 1: " * 30_000, ". Arm 1" * 40_000, "a:" * 150_000, "\t" * 300_000 + "x"]
)
@pytest.mark.parametrize("number", [CHINA, EU, IRAN])
def test_long_runs_of_marks_take_no_longer_than_their_length(number: str, words: str):
    assert FORMAT.read(xml(TrialID=number, Intervention=words), False)
