"""Words and tokens for kinds of value in results of ClinicalTrials.gov: the same in every format."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kg.document import Document, Reading
from kg.loaders import load
from kg.model import Analysis, BaselineMeasure, ComplianceEvent, OutcomeResult

NUMBER = {"nctId": "NCT09000161"}


def newer(**sections: object) -> Reading:
    """A study of API v2."""
    study = {"protocolSection": {"identificationModule": NUMBER}, **sections}
    return load("ctgov_v2").read(Document("x.json", json.dumps(study).encode()), False)


def older(**sections: object) -> Reading:
    """A study of the older API."""
    study = {"ProtocolSection": {"IdentificationModule": {"NCTId": NUMBER["nctId"]}}, **sections}
    return load("ctgov_full").read(Document("x.json", json.dumps({"Study": study}).encode()), False)


def in_xml(dispersion: str) -> Reading:
    """A study of the legacy XML with one baseline measure."""
    measure = f"<measure><title>Age</title><dispersion>{dispersion}</dispersion></measure>"
    results = f"<clinical_results><baseline><measure_list>{measure}</measure_list></baseline></clinical_results>"
    body = f"<clinical_study><id_info><nct_id>NCT09000161</nct_id></id_info>{results}</clinical_study>"
    return load("ctgov_xml").read(Document("x.xml", body.encode()), False)


def dispersions(reading: Reading) -> list[str | None]:
    kinds = BaselineMeasure | OutcomeResult | Analysis
    return [one.dispersion_type for one in reading.records if isinstance(one, kinds)]


@pytest.mark.parametrize(
    ("token", "words"),
    [
        ("CONFIDENCE_95", "95% Confidence Interval"),
        ("CONFIDENCE_975", "97.5% Confidence Interval"),
        ("CONFIDENCE_OTHER", "Other Confidence Interval Level"),
        ("GEOMETRIC_COEFFICIENT", "Geometric Coefficient of Variation"),
        ("INTER_QUARTILE_RANGE", "Inter-Quartile Range"),
        ("STANDARD_DEVIATION", "Standard Deviation"),
        ("NA", "Not Applicable"),
    ],
)
def test_dispersion_of_a_baseline_measure_has_the_same_words_in_every_format(token: str, words: str):
    measures = [{"title": "Age", "dispersionType": token}]
    found = [newer(resultsSection={"baselineCharacteristicsModule": {"measures": measures}})]
    listed = {"BaselineMeasure": [{"BaselineMeasureTitle": "Age", "BaselineMeasureDispersionType": words}]}
    found.append(older(ResultsSection={"BaselineCharacteristicsModule": {"BaselineMeasureList": listed}}))
    found.append(in_xml(words))
    assert [dispersions(one) for one in found] == [[words]] * 3


@pytest.mark.parametrize(
    ("token", "words"),
    [("STANDARD_ERROR_OF_MEAN", "Standard Error of the Mean"), ("STANDARD_DEVIATION", "Standard Deviation")],
)
def test_dispersion_of_an_analysis_has_the_same_words_in_both_apis(token: str, words: str):
    analyses: dict[str, Any] = {"analyses": [{"dispersionType": token}]}
    made = newer(resultsSection={"outcomeMeasuresModule": {"outcomeMeasures": [analyses]}})
    listed = {"OutcomeAnalysisList": {"OutcomeAnalysis": [{"OutcomeAnalysisDispersionType": words}]}}
    measures = {"OutcomeMeasureList": {"OutcomeMeasure": [listed]}}
    for found in (made, older(ResultsSection={"OutcomeMeasuresModule": measures})):
        assert sorted(filter(None, dispersions(found))) == [words]


@pytest.mark.parametrize(
    ("words", "token"),
    [
        ("Violation Identified by FDA", "VIOLATION_IDENTIFIED"),
        ("Correction Confirmed by FDA", "CORRECTION_CONFIRMED"),
        ("Penalty Imposed by FDA", "PENALTY_IMPOSED"),
        ("Issues in letter addressed; confirmed by FDA.", "ISSUES_IN_LETTER_ADDRESSED_CONFIRMED"),
    ],
)
def test_a_notice_of_the_older_api_is_that_of_the_newer(words: str, token: str):
    events = {"ViolationEventList": {"ViolationEvent": [{"ViolationEventType": words}]}}
    made = older(AnnotationSection={"AnnotationModule": {"ViolationAnnotation": events}})
    assert [one.label for one in made.records if isinstance(one, ComplianceEvent)] == [token]


@pytest.mark.parametrize("words", ["95% CI", "IQR", "SD", "FULL RANGE", "Min_Max"])
def test_free_words_in_capitals_stay_as_they_are(words: str):
    measures = [{"title": "Songs", "dispersionType": words}]
    made = newer(resultsSection={"outcomeMeasuresModule": {"outcomeMeasures": measures}})
    assert dispersions(made) == [words]
    assert dispersions(in_xml(words)) == [words]


@pytest.mark.parametrize("token", ["MEAN", "MEDIAN", "NUMBER", "GEOMETRIC_MEAN", "A_NEW_TOKEN"])
def test_tokens_are_words(token: str):
    measures = [{"title": "Songs", "paramType": token}]
    made = newer(resultsSection={"baselineCharacteristicsModule": {"measures": measures}})
    assert [one.parameter_type for one in made.records if isinstance(one, BaselineMeasure)] == [
        token.replace("_", " ").title()
    ]
