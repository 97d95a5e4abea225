"""Trials of the EU's clinical trials information system: arms, how they go on, and what is laid out otherwise."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kg.document import Document
from kg.loaders.ctis.trial import is_acronym
from kg.model import (
    Arm,
    ConditionName,
    EligibilityItem,
    Intervention,
    Issue,
    RegistryRecord,
    Site,
    StudyDocument,
    TrialIdentifier,
)
from kg.model import predicates as P
from tests.test_ctis_json import APPLICATION, GOLDEN, INFORMATION, ONE, changed, document, said, trial
from tests.test_rules import Inferred

DETAILS = (*ONE, "trialDetails")
PERIOD: dict[str, Any] = {
    "title": "Treatment",
    "allocationMethod": "1",
    "blindingMethodCode": "3",
    "blindingDetails": "Capsules look alike.",
    "blindedRoles": [{"name": "Subject"}, {"name": "Carer"}, {"name": "Monitor"}],
    "armDetails": [
        {"title": "Linzagolix", "description": "Experimental, linzagolix 100 mg daily"},
        {"title": "Bilastine", "description": "20 mg daily"},
    ],
}


def designed(*periods: object) -> Document:
    """The golden trial with these periods."""
    return changed(*DETAILS, "protocolInformation", to={"studyDesign": {"periodDetails": list(periods)}})


def ended(**events: object) -> Document:
    """The golden trial after its end."""
    return document({**GOLDEN, "ctStatus": "Ended", "ctPublicStatusCode": 8, "events": events})


def of_state(*kinds: str, reason: str | None = None) -> dict[str, object]:
    named = {"earlyTerminationReason": {"name": reason}} if reason else {}
    return {"events": [{"notificationType": kind, "date": "2024-09-17"} for kind in kinds], **named}


def test_arms_have_a_type_only_where_their_words_begin_with_it():
    found = [(arm.label, arm.arm_type) for arm in said(designed(PERIOD), Arm)]
    assert found == [("Linzagolix", "EXPERIMENTAL"), ("Bilastine", None)]


def test_an_arm_of_two_periods_is_one():
    made = designed(
        PERIOD, {**PERIOD, "armDetails": [PERIOD["armDetails"][0], {"title": "Bilastine", "description": "x"}]}
    )
    assert [arm.description for arm in said(made, Arm)] == [
        "Experimental, linzagolix 100 mg daily",
        "20 mg daily",
        "x",
    ]
    assert trial(made).arm == tuple(arm.iri for arm in said(made, Arm))


def test_allocation_and_masking_are_read_where_their_codes_are_known():
    made = trial(designed(PERIOD))
    assert (made.allocation, made.masking) == ("RANDOMIZED", None)
    assert made.who_masked == ("CARE_PROVIDER", "PARTICIPANT")
    assert made.masking_description == "Capsules look alike."


def test_periods_of_different_allocation_tell_none():
    assert trial(designed(PERIOD, {**PERIOD, "allocationMethod": 2})).allocation is None


def test_what_arms_tell_in_words_alone_leaves_the_listed_products_tested():
    found = Inferred(*said(designed(PERIOD), object))
    assert "drug/venetoclax" in found.objects(trial(designed(PERIOD)).iri, P.TESTS_DRUG)


@pytest.mark.parametrize(
    ("states", "token", "why"),
    [
        (
            [of_state("START_OF_TRIAL", "EARLY_TERMINATION", reason="Sponsor decision")],
            "TERMINATED",
            "Sponsor decision",
        ),
        ([of_state("END_OF_TRIAL"), of_state("END_OF_TRIAL")], "COMPLETED", None),
        ([of_state("END_OF_TRIAL"), of_state("EARLY_TERMINATION", reason="Slow")], None, None),
        ([of_state("START_OF_TRIAL")], None, None),
    ],
)
def test_an_end_is_early_where_all_states_say_so(states: list[object], token: str | None, why: str | None):
    made = trial(ended(trialEvents=states))
    assert (made.status_text, made.overall_status, made.why_stopped) == ("Ended", token, why)


def test_a_halt_has_its_reasons():
    halt = {"reasonList": [{"code": "1", "name": "Safety"}], "sponsorJustificationComment": "Two events"}
    made = {**GOLDEN, "ctPublicStatusCode": 6, "events": {"temporaryHaltList": [halt]}}
    assert trial(document(made)).why_stopped == "Safety; Two events"


@pytest.mark.parametrize(
    ("words", "token"),
    [
        ("Ongoing, recruiting", "RECRUITING"),
        ("Authorised, not started", "NOT_YET_RECRUITING"),
        ("Ongoing, recruitment ended", "ACTIVE_NOT_RECRUITING"),
        ("Under evaluation", None),
    ],
)
def test_a_status_in_words_has_the_token_of_its_code(words: str, token: str | None):
    made = trial(document({**GOLDEN, "ctStatus": words, "ctPublicStatusCode": None}))
    assert (made.status_text, made.overall_status) == (words, token)


def test_a_code_that_is_not_known_is_no_status():
    made = trial(document({**GOLDEN, "ctStatus": 17, "ctPublicStatusCode": 17}))
    assert (made.status_text, made.overall_status) == (None, None)


def without_recruitment(**state: object) -> dict[str, Any]:
    application = {**GOLDEN[APPLICATION], "authorizedPartsII": [{"mscInfo": {"countryName": "Spain", **state}}]}
    return {**GOLDEN, APPLICATION: application, "decisionDate": "2023-05-02T10:00:00.000"}


def test_where_no_recruitment_is_told_the_trial_began_with_its_first_start():
    made = without_recruitment(trialPeriod=[{"trialStartDate": "2021-04-28"}, {"trialStartDate": "2021-05-28"}])
    made["events"] = {"trialEvents": [of_state("START_OF_TRIAL")]}
    assert (trial(document(made)).start_date, trial(document(made)).start_date_type) == ("2021-04-28", "ACTUAL")


@pytest.mark.parametrize(
    ("told", "start"), [("2023-06-12", ("2023-06-12", "ACTUAL")), ("2023-05-02", ("2023-06-01", "ESTIMATED"))]
)
def test_the_start_in_the_union_is_none_on_the_day_of_the_decision(told: str, start: tuple[str, str]):
    made = trial(document({**without_recruitment(), "startDateEU": told}))
    assert (made.start_date, made.start_date_type) == start


@pytest.mark.parametrize("told", [{"globalEndDate": "2025-01-31"}, [{"globalEndDate": "2025-01-31"}]])
def test_the_end_in_all_countries_precedes_that_in_the_union(told: object):
    made = changed(APPLICATION, "trialGlobalEnd", to=told)
    assert (trial(made).completion_date, trial(made).completion_date_type) == ("2025-01-31", "ACTUAL")


def test_an_empty_list_is_no_end():
    assert trial(changed(APPLICATION, "trialGlobalEnd", to=[])).completion_date_type == "ESTIMATED"


def test_results_were_sent_with_the_first_summary():
    summaries = {
        "summaryResults": [{"submissionDate": "2025-02-18"}],
        "laypersonResults": [{"submissionDate": "2025-02-11"}],
    }
    (record,) = said(document({**GOLDEN, "results": summaries}), RegistryRecord)
    assert record.results_first_submitted == "2025-02-11"


def test_criteria_stand_by_their_numbers():
    told = [
        {"number": number, "principalExclusionCriteria": f"criterion {number}"} for number in (1, 10, *range(2, 10))
    ]
    made = changed(*INFORMATION, "eligibilityCriteria", "principalExclusionCriteria", to=told)
    excluded = [item for item in said(made, EligibilityItem) if item.polarity == "EXCLUSION"]
    assert [item.text for item in excluded] == [f"criterion {number}" for number in range(1, 11)]


def test_sites_have_the_status_of_their_state():
    assert [site.site_status for site in said(document(GOLDEN), Site)] == ["RECRUITING"]


def test_a_synopsis_is_no_protocol_and_a_document_has_its_address():
    uuid = "48fc85da-2ba1-482e-b277-f179748ca31c"
    told = [{"title": "D1", "documentTypeLabel": "Synopsis of the protocol (for publication)", "uuid": uuid}]
    (made,) = said(document({**GOLDEN, "documents": told}), StudyDocument)
    assert made.has_protocol is None
    assert made.url == (f"https://euclinicaltrials.eu/ctis-public-api/documents/{GOLDEN['ctNumber']}/{uuid}/download",)


def test_numbers_are_told_apart_and_plans_for_children_are_the_agencys():
    identifiers = json_of_numbers("75,061; 125,097")
    found = {one.id_value: one.id_issuer for one in said(identifiers, TrialIdentifier)}
    assert found["75,061"] == found["125,097"] == "IND"
    plans = {"paediatricInvestigationPlan": [{"paediatricInvestigationNumber": "EMEA-000468-PIP02-12"}]}
    made = changed(*DETAILS, "scientificAdviceAndPip", to=plans)
    assert ("EMEA-000468-PIP02-12", "EMA") in {(one.id_value, one.id_issuer) for one in said(made, TrialIdentifier)}


def json_of_numbers(written: str) -> Document:
    others = {"additionalRegistries": [{"number": written, "otherRegistryName": "IND"}]}
    return changed(*DETAILS, "clinicalTrialIdentifiers", "secondaryIdentifyingNumbers", to=others)


@pytest.mark.parametrize(
    ("title", "acronym"),
    [("FUNGEMAX", True), ("MK-5592-127", False), ("A trial in AML of it", False), ("", False)],
)
def test_a_short_title_in_capitals_without_a_digit_is_an_acronym(title: str, acronym: bool):
    assert is_acronym(title) == acronym
    made = changed(*DETAILS, "clinicalTrialIdentifiers", "shortTitle", to=title)
    assert (trial(made).acronym == title) == acronym
    assert (title in {one.id_value for one in said(made, TrialIdentifier)}) == (bool(title) and not acronym)


def test_a_device_is_an_intervention_of_its_own():
    made = changed(*ONE, "products", 0, "devices", to=[{"tradeName": "Pump", "description": "gives it"}])
    assert ("Pump", "DEVICE") in {(one.label, one.intervention_type) for one in said(made, Intervention)}


def test_ages_may_stand_under_another_name():
    made = changed(*INFORMATION, "populationOfTrialSubjects", to={"ageRanges": [{"ageRangeCategoryCode": "2"}]})
    assert trial(made).age_group == ("CHILD",)


def test_conditions_may_stand_with_the_information_alone():
    made = json.loads(changed(*ONE, "medicalConditions", to=[]).body)
    repeated = {"partIMedicalConditions": [{"medicalCondition": "Lupus"}]}
    made[APPLICATION]["authorizedPartI"]["trialDetails"]["trialInformation"]["medicalCondition"] = repeated
    assert [one.label for one in said(document(made), ConditionName)] == ["Lupus"]


def test_a_value_of_another_kind_is_told_and_all_else_is_read():
    made = document({**GOLDEN, "events": "none"})
    (issue,) = said(made, Issue)
    assert (issue.label, issue.description) == ("events", '"none"')
    assert trial(made).brief_title == trial(document(GOLDEN)).brief_title
