"""Conditions and outcomes as registries join them into one cell for the WHO's platform."""

from __future__ import annotations

import pytest

from kg.model import ConditionName, Outcome
from tests.test_ictrp import said, trial

EU, NEWER_EU = "EUCTR2015-000001-11-DE", "CTIS2023-500001-11-00"


@pytest.mark.parametrize(
    ("number", "words", "names"),
    [
        (
            "CTRI/2020/03/024402",
            "Health Condition 1: R688- Fever<br>Health Condition 2: null- Chills",
            ["Fever", "Chills"],
        ),
        ("CTRI/2020/03/024402", "Health Condition 1: O- Medical and Surgical", ["Medical and Surgical"]),
        ("DRKS00012345", " <br>E85.0 <br>M35.8;Fever;E85.0;M35.8", ["Fever"]),
        (NEWER_EU, "-Fever (F)\n- Chills <br>MedDRA version: 20.0Level: PTTerm: Ague", ["Fever (F)", "Chills"]),
        (
            NEWER_EU,
            "MedDRA version: 20.0Level: PTClassification code: 1Term: FeverSystem Organ Class: 1;Therapeutic area: "
            "Diseases [C] - Heat [C01];MedDRA version: 20.0Level: PTTerm: ChillsSystem Organ Class: 1",
            ["Fever", "Chills"],
        ),
        (EU, "<br>MedDRA version: 9.1<br>Level: LLT<br>Classification code 1<br>Term: Fever<br>", ["Fever"]),
        ("NCT01234567", "Diabetes Mellitus, Type 2;T-cell lymphoma", ["Diabetes Mellitus, Type 2", "T-cell lymphoma"]),
    ],
)
def test_names_of_conditions_are_told_from_codes(number: str, words: str, names: list[str]):
    assert [one.label for one in said(ConditionName, TrialID=number, Condition=words)] == names


def test_codes_of_the_icd_stay_with_the_names_that_they_stand_before():
    words = "Health Condition 1: C50- Malignant neoplasm of breast<br>Health Condition 2: null- Chills<br>Fever"
    found = said(ConditionName, TrialID="CTRI/2020/03/024402", Condition=words)
    assert [(one.label, one.condition_code) for one in found] == [
        ("Malignant neoplasm of breast", ("C50",)),
        ("Chills", ()),
        ("Fever", ()),
    ]


def test_codes_that_are_listed_beside_the_names_are_those_of_the_trial():
    made = trial(TrialID="DRKS00012345", Condition=" <br>E85.0 <br>M35.8;Fever;E85.0;M35.8")
    assert made.condition_code == ("E85.0", "M35.8")
    assert trial(TrialID="NCT01234567", Condition="E85;Fever").condition_code == ("E85",)


def test_areas_stay_keywords():
    assert trial(Condition="Term: Fever;Therapeutic area: Diseases [C] - Heat [C01]").keyword == (
        "Diseases [C] - Heat [C01]",
    )


@pytest.mark.parametrize(
    ("number", "words", "found"),
    [
        (
            "IRCT20090901002394N44",
            "Pain. Timepoint: before; after. Method of measurement: Scale.;Sleep. Timepoint: 2 months.",
            [("Pain", "before; after", "Scale"), ("Sleep", "2 months", None)],
        ),
        ("CTRI/2020/03/024402", "To reduce painTimepoint: 60th day", [("To reduce pain", "60th day", None)]),
        ("CTRI/2020/03/024402", "NILTimepoint: NIL", []),
        (
            "TCTR20190823001",
            "Length of stay [Timeframe every day];Rate [Timeframe 3 days]",
            [("Length of stay", "every day", None), ("Rate", "3 days", None)],
        ),
        (
            "ACTRN12619000720112",
            "Pain; at rest [Baseline, 2 weeks ];Sleep[ 3 months]",
            [("Pain; at rest", "Baseline, 2 weeks", None), ("Sleep", "3 months", None)],
        ),
        ("ACTRN12619000720112", "NIL\n[NIL]", []),
        ("NCT01234567", "Survival [OS];Response", [("Survival [OS]", None, None), ("Response", None, None)]),
        ("NCT01234567", "Survival [OS]", [("Survival [OS]", None, None)]),
        ("DRKS00012345", "1. Pain [Time Frame: 2 days]\n2. Sleep", [("Pain", "2 days", None), ("Sleep", None, None)]),
    ],
)
def test_outcomes_have_their_times(number: str, words: str, found: list[tuple[str, str | None, str | None]]):
    outcomes = said(Outcome, TrialID=number, Secondary_outcome=words)
    assert [(one.label, one.time_frame, one.description) for one in outcomes] == found


@pytest.mark.parametrize(
    "words", ["x" + " " * 300_000 + "x", "[" * 150_000, "x" * 300_000 + "]", "Timepoint:;" * 30_000, "a[b];" * 60_000]
)
@pytest.mark.parametrize("name", ["Primary_outcome", "Condition", "Inclusion_Criteria", "results_summary"])
def test_long_runs_of_marks_take_no_longer_than_their_length(name: str, words: str):
    assert trial(TrialID="ACTRN12619000720112", **{name: words}).registry_id
