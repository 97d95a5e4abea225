"""What newer records of the ISRCTN registry hold: design, outputs, addresses, numbers, drugs, one hazard a case."""

from __future__ import annotations

import pytest

from tests.test_isrctn_xml import trial, xml


def designed(**parts: str) -> str:
    """A design with the element of newer records, and what older ones say instead."""
    purposes = "".join(f"<purpose>{one}</purpose>" for one in parts.pop("purposes", "").split("|") if one)
    inner = "".join(f"<{name}>{words}</{name}>" for name, words in parts.items())
    newer = f"<interventionalTrialDesign>{inner}<purposes>{purposes}</purposes></interventionalTrialDesign>"
    return (
        f"<trialDesign><studyDesign/>{newer}<secondaryStudyDesign>Not applicable</secondaryStudyDesign></trialDesign>"
    )


@pytest.mark.parametrize(
    ("allocation", "token"),
    [
        ("Randomized controlled trial", "RANDOMIZED"),
        ("Non-randomized controlled trial", "NON_RANDOMIZED"),
        ("N/A", None),
        ("", None),
    ],
)
def test_allocation_stands_in_the_design_of_newer_records(allocation: str, token: str | None):
    assert trial(xml(designed(allocation=allocation))).allocation == token


def test_model_and_purpose_stand_there_too():
    made = trial(xml(designed(assignment="Crossover", purposes="Basic science", control="Placebo")))
    assert (made.intervention_model, made.primary_purpose) == ("CROSSOVER", "BASIC_SCIENCE")
    assert trial(xml(designed(purposes="Treatment|Device feasibility"))).primary_purpose is None


@pytest.mark.parametrize(
    ("masking", "token"), [("Open (masking not used)", "NONE"), ("Blinded (masking used)", None), ("Open", "NONE")]
)
def test_whether_a_trial_is_open_is_known_and_how_it_is_blinded_are_words(masking: str, token: str | None):
    made = trial(xml(designed(masking=masking)))
    assert (made.masking, made.masking_description) == (token, masking)
