"""The design of trials in the words of the registries that told the WHO's platform, one registry a case."""

from __future__ import annotations

import pytest

from tests.test_ictrp import trial

NONE = (None, None, None, None)


@pytest.mark.parametrize(
    ("words", "tokens"),
    [
        (
            "Allocation: Randomized. Intervention model: Parallel Assignment. Primary purpose: Treatment. Masking: "
            "None (Open Label). ",
            ("RANDOMIZED", "PARALLEL", "TREATMENT", "NONE"),
        ),
        (
            "Purpose: Diagnosis; Allocation: Randomised controlled trial; Masking: Blinded (masking used);"
            "Assignment: Parallel;Type of endpoint: Efficacy;",
            ("RANDOMIZED", "PARALLEL", "DIAGNOSTIC", None),
        ),
        (
            "Randomization: Not randomized, Blinding: Double blinded, Placebo: Used, Assignment: Crossover, "
            "Purpose: Treatment, Randomization description: Parallel, Blinding description: Single.",
            ("NON_RANDOMIZED", "CROSSOVER", "TREATMENT", "DOUBLE"),
        ),
        (
            "Allocation: Non-randomized controlled study; Masking: Open (masking not used); Control: Uncontrolled; "
            "Assignment: Single (group); Study design purpose: Prognosis",
            ("NON_RANDOMIZED", "SINGLE_GROUP", None, "NONE"),
        ),
        ("Allocation: ; Masking: ; Control: ; Assignment: ; Study design purpose: Other", (None, None, "OTHER", None)),
        (
            "single arm study, open(masking not used), uncontrolled control, single assignment, treatment purpose",
            (None, "SINGLE_GROUP", "TREATMENT", None),
        ),
        (
            "randomized controlled trial, double blind, placebo control, parallel assignment, prevention purpose",
            ("RANDOMIZED", "PARALLEL", "PREVENTION", "DOUBLE"),
        ),
        ("Cross-over Randomized", ("RANDOMIZED", "CROSSOVER", None, None)),
        (
            "Randomized, Parallel Group Trial<br>  Method of generating randomization sequence:Computer  "
            "Method of allocation concealment:Not Applicable  Blinding and masking:Open Label",
            (None, None, None, "NONE"),
        ),
        (
            "Controlled: yes<br>Randomised: yes<br>Open: no<br>Single blind: no<br>Double blind: yes<br>"
            "Parallel group: yes<br>Cross over: no<br>Other: no",
            ("RANDOMIZED", "PARALLEL", None, "DOUBLE"),
        ),
        ("Controlled: no Randomised: no Open: no Single blind: no Double blind: no Parallel group: no", NONE),
        ("Controlled: yes Randomised: yes Open: yes Double blind: yes", ("RANDOMIZED", None, None, None)),
        ("Non randomized control", NONE),
        ("Assignment: Parallel; Assignment: Crossover", NONE),
    ],
)
def test_designs_become_tokens_where_a_registry_lists_them(words: str, tokens: tuple[str | None, ...]):
    made = trial(Study_design=words)
    assert (made.allocation, made.intervention_model, made.primary_purpose, made.masking) == tokens
    assert made.intervention_model_description


METHOD = (
    "<br>  Method of generating randomization sequence:Computer generated randomization  "
    "Method of allocation concealment:Centralized  Blinding and masking:"
)
PACTR = ": different groups receive different interventions at same time during study, "


@pytest.mark.parametrize(
    ("number", "words", "tokens"),
    [
        (
            "CTRI/2020/03/024402",
            "Randomized, Parallel Group, Placebo Controlled Trial" + METHOD + "Participant and Investigator Blinded",
            ("RANDOMIZED", "PARALLEL", None, "DOUBLE"),
        ),
        ("CTRI/2020/03/024402", "Randomized, Parallel Group Trial", ("RANDOMIZED", "PARALLEL", None, None)),
        (
            "CTRI/2020/03/024402",
            "Randomized, Crossover Trial" + METHOD + "Open Label",
            ("RANDOMIZED", "CROSSOVER", None, "NONE"),
        ),
        ("CTRI/2020/03/024402", "Randomized Factorial Trial", ("RANDOMIZED", "FACTORIAL", None, None)),
        ("CTRI/2020/03/024402", "Cluster Randomized Trial", ("RANDOMIZED", None, None, None)),
        (
            "CTRI/2020/03/024402",
            "Non-randomized, Multiple Arm Trial" + METHOD + "Outcome Assessor Blinded",
            ("NON_RANDOMIZED", None, None, "SINGLE"),
        ),
        (
            "CTRI/2020/03/024402",
            "Single Arm Study" + METHOD + "Not Applicable",
            (None, "SINGLE_GROUP", None, None),
        ),
        ("CTRI/2020/03/024402", "Other" + METHOD + "Not Applicable", NONE),
        ("CTRI/2020/03/024402", "Randomized, Parallel Group Trial of two halves", NONE),
        ("ChiCTR2600132949", "Parallel", (None, "PARALLEL", None, None)),
        ("ChiCTR2600132949", "Single arm", (None, "SINGLE_GROUP", None, None)),
        ("ChiCTR2600132949", "Non randomized control", ("NON_RANDOMIZED", None, None, None)),
        (
            "PACTR202001234567890",
            "Parallel" + PACTR + "Randomised, By computer",
            ("RANDOMIZED", "PARALLEL", None, None),
        ),
        ("PACTR202001234567890", "Parallel" + PACTR + "in rows", NONE),
        (
            "KCT0001234",
            "Primary Purpose : Treatment, Intervention Model : Parallel, Blinding/Masking : Double, Allocation : RCT",
            ("RANDOMIZED", "PARALLEL", "TREATMENT", "DOUBLE"),
        ),
    ],
)
def test_designs_become_tokens_where_the_form_of_a_registry_offers_them(
    number: str, words: str, tokens: tuple[str | None, ...]
):
    made = trial(TrialID=number, Study_type="Interventional study", Study_design=words)
    assert (made.allocation, made.intervention_model, made.primary_purpose, made.masking) == tokens
    assert made.intervention_model_description


def test_layouts_of_the_chinese_registry_count_for_studies_that_intervene_only():
    made = trial(TrialID="ChiCTR2600132949", Study_type="Observational study", Study_design="Factorial")
    assert made.intervention_model is None


def test_parties_that_the_indian_registry_names_are_masked():
    four = "Participant, Investigator, Outcome Assessor and Date-entry Operator Blinded"
    made = trial(TrialID="CTRI/2020/03/024402", Study_design="Other" + METHOD + four)
    assert made.who_masked == ("PARTICIPANT", "INVESTIGATOR", "OUTCOMES_ASSESSOR")
    assert made.masking is None


def test_who_is_masked_stands_in_brackets():
    made = trial(Study_design="Masking: Triple (Participant, Care Provider, Outcomes Assessor). ")
    assert made.who_masked == ("PARTICIPANT", "CARE_PROVIDER", "OUTCOMES_ASSESSOR")
    assert trial(Study_design="Masking: None (Open Label).").who_masked == ()


@pytest.mark.parametrize("words", ["(" * 300_000, "Masking: (" * 30_000, "a:b," * 75_000])
def test_long_runs_of_marks_take_no_longer_than_their_length(words: str):
    assert trial(Study_design=words).allocation is None
