"""Drugs that make chemotherapy bearable are not what a trial tests."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kg.model import Arm, Record
from kg.model import predicates as P
from tests.test_rules import RECORD, TRIAL, Inferred, arm, intervention, trial


def asked(title: str, *names: str, purpose: str | None = "TREATMENT", arms: list[Record] | None = None) -> Inferred:
    """What follows of a trial of some title that gives things of these names, in one arm unless others are given."""
    given = arm(1, "EXPERIMENTAL", *range(1, len(names) + 1)) if arms is None else arms
    listed = trial(sum(isinstance(record, Arm) for record in given), len(names))
    described = replace(listed, brief_title=title, primary_purpose=purpose)
    entries = [intervention(number, name) for number, name in enumerate(names, 1)]
    return Inferred(described, *entries, *given)


def role(found: Inferred, node: str) -> str:
    (iri,) = found.objects(f"{RECORD}/arm/{node}", P.ROLE)
    return iri.rsplit("-", 1)[1]


def test_a_growth_factor_beside_chemotherapy_is_supportive_and_not_tested():
    found = asked("Combination chemotherapy in Ewing sarcoma", "ifosfamide", "filgrastim")
    assert role(found, "1/2") == "SUPPORTIVE"
    assert role(found, "1/1") == "INVESTIGATIONAL"
    assert found.objects(TRIAL, P.TESTS_DRUG) == {"drug/ifosfamide"}
    assert "mechanism/g-csf-receptor-agonist" not in found.objects(TRIAL, P.TESTS_MECHANISM)
    assert found.objects(f"{RECORD}/arm/1", P.TESTS_DRUG) == {"drug/ifosfamide", "drug/filgrastim"}
    assert found.grounds(f"{RECORD}/arm/1/2", P.ROLE) == {("supportive-beside-chemotherapy", "0.75")}


@pytest.mark.parametrize(
    ("title", "names", "purpose"),
    [
        ("Ifosfamide with filgrastim", ("ifosfamide", "filgrastim"), "TREATMENT"),
        ("Ifosfamide with G-CSF", ("ifosfamide", "filgrastim"), "TREATMENT"),
        ("A cytoprotective agent with ifosfamide", ("ifosfamide", "mesna"), "TREATMENT"),
        ("Ifosfamide", ("ifosfamide", "filgrastim"), "SUPPORTIVE_CARE"),
        ("Ifosfamide", ("ifosfamide", "filgrastim"), None),
        ("Cell mobilization", ("plerixafor", "filgrastim"), "TREATMENT"),
        ("Colon cancer", ("fluorouracil", "leucovorin"), "TREATMENT"),
        ("Colon cancer", ("fluorouracil", "methotrexate", "leucovorin"), "TREATMENT"),
    ],
)
def test_what_a_trial_may_ask_about_is_not_supportive(title: str, names: tuple[str, ...], purpose: str | None):
    found = asked(title, *names, purpose=purpose)
    assert role(found, f"1/{len(names)}") == "INVESTIGATIONAL"
    assert len(found.objects(TRIAL, P.TESTS_DRUG)) == len(names)


def test_leucovorin_after_methotrexate_is_supportive():
    found = asked("Osteosarcoma", "methotrexate", "leucovorin calcium")
    assert found.objects(TRIAL, P.TESTS_DRUG) == {"drug/methotrexate"}


def test_a_part_of_a_combination_can_be_supportive():
    found = asked("Ewing sarcoma", "Ifosfamide + mesna")
    assert role(found, "1/1/component/2") == "SUPPORTIVE"
    assert found.objects(TRIAL, P.TESTS_DRUG) == {"drug/ifosfamide"}


def test_what_one_arm_gives_alone_is_tested():
    arms = [*arm(1, "EXPERIMENTAL", 1, 2), *arm(2, "EXPERIMENTAL", 2)]
    found = asked("Neuroblastoma", "ifosfamide", "filgrastim", arms=arms)
    assert role(found, "1/2") == "SUPPORTIVE"
    assert found.objects(TRIAL, P.TESTS_DRUG) == {"drug/ifosfamide", "drug/filgrastim"}


def test_a_member_of_a_named_regimen_is_a_part_of_the_treatment():
    arms = arm(1, "EXPERIMENTAL", 1, 2, label="CAG regimen")
    assert role(asked("Leukemia", "cytarabine", "G-CSF", arms=arms), "1/2") == "INVESTIGATIONAL"


def test_without_arms_what_supports_is_not_tested_either():
    found = asked("Ewing sarcoma", "ifosfamide", "mesna", arms=[])
    assert found.objects(TRIAL, P.TESTS_DRUG) == {"drug/ifosfamide"}


@pytest.mark.parametrize(
    ("names", "roles"),
    [
        (
            ("ifosfamide", "laboratory biomarker analysis", "Computed Tomography (CT) Scan"),
            ["INVESTIGATIONAL", None, None],
        ),
        (("ifosfamide", "Biopsy-guided surgery"), ["INVESTIGATIONAL", "INVESTIGATIONAL"]),
        (("quality-of-life assessment", "exercise"), ["INVESTIGATIONAL", "INVESTIGATIONAL"]),
    ],
)
def test_an_examination_has_no_role_beside_a_treatment(names: tuple[str, ...], roles: list[str | None]):
    found = asked("A trial", *names)
    nodes = [found.objects(f"{RECORD}/arm/1/{n}", P.ROLE) for n in range(1, len(names) + 1)]
    assert [next((iri.rsplit("-", 1)[1] for iri in node), None) for node in nodes] == roles


def test_an_examination_makes_no_background_of_what_stands_beside_it():
    arms = [*arm(1, "EXPERIMENTAL", 1, 2), *arm(2, "ACTIVE_COMPARATOR", 1)]
    assert role(asked("A trial", "ifosfamide", "biospecimen collection", arms=arms), "1/1") == "INVESTIGATIONAL"
