"""Results that were sent to ClinicalTrials.gov and are not posted, wherever its formats keep what happened to them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kg.document import Document, Reading
from kg.loaders import load
from kg.model import Issue, ResultsSubmission, Trial

EVENTS = [("RELEASE", "2031-04-01"), ("UNRELEASE", "2031-04-02"), ("RELEASE", "2031-05-01"), ("RESET", "2031-05-20")]
FOUND = [("2031-04-01", "2031-04-02", None), ("2031-05-01", None, "2031-05-20")]


def newer(events: list[dict[str, Any]], tracked: list[dict[str, Any]] | None = None) -> Reading:
    """A study of API v2 with events of results that are not posted."""
    study: dict[str, Any] = {
        "protocolSection": {"identificationModule": {"nctId": "NCT09000151"}},
        "annotationSection": {"annotationModule": {"unpostedAnnotation": {"unpostedEvents": events}}},
    }
    if tracked is not None:
        study["derivedSection"] = {"miscInfoModule": {"submissionTracking": {"submissionInfos": tracked}}}
    return load("ctgov_v2").read(Document("x.json", json.dumps(study).encode()), False)


def older(**sections: object) -> Reading:
    """A study of the older API."""
    study = {"ProtocolSection": {"IdentificationModule": {"NCTId": "NCT09000151"}}, **sections}
    return load("ctgov_full").read(Document("x.json", json.dumps({"Study": study}).encode()), False)


def in_xml(inner: str) -> Reading:
    """A study of the legacy XML with results that wait to be posted."""
    number = "<id_info><nct_id>NCT09000151</nct_id></id_info>"
    body = f"<clinical_study>{number}<pending_results>{inner}</pending_results></clinical_study>"
    return load("ctgov_xml").read(Document("x.xml", body.encode()), False)


def submissions(reading: Reading) -> list[tuple[str | None, ...]]:
    """Of each submission of the trial: sent, cancelled, returned."""
    made = {one.iri: one for one in reading.records if isinstance(one, ResultsSubmission)}
    (trial,) = (one for one in reading.records if isinstance(one, Trial))
    assert trial.results_submission == tuple(made)
    return [(one.results_sent, one.results_cancelled, one.results_returned) for one in made.values()]


def difficulties(reading: Reading) -> list[tuple[str | None, str | None]]:
    return [(one.label, one.description) for one in reading.records if isinstance(one, Issue)]


def words(day: str) -> str:
    """A day as the older formats print it."""
    year, month, number = day.split("-")
    return f"{('April', 'May')[int(month) - 4]} {int(number)}, {year}"


def test_events_are_submissions_in_every_format():
    assert submissions(newer([{"type": kind, "date": day} for kind, day in EVENTS])) == FOUND
    listed = [{"UnpostedEventType": kind.title(), "UnpostedEventDate": words(day)} for kind, day in EVENTS]
    annotation = {"UnpostedAnnotation": {"UnpostedEventList": {"UnpostedEvent": listed}}}
    assert submissions(older(AnnotationSection={"AnnotationModule": annotation})) == FOUND
    tags = {"RELEASE": "submitted", "UNRELEASE": "submission_canceled", "RESET": "returned"}
    assert submissions(in_xml("".join(f"<{tags[kind]}>{words(day)}</{tags[kind]}>" for kind, day in EVENTS))) == FOUND


def test_submissions_that_are_tracked_are_not_told_twice():
    tracked = [{"releaseDate": "2031-04-01"}]
    assert submissions(newer([{"type": "RELEASE", "date": "2030-01-01"}], tracked)) == [("2031-04-01", None, None)]
    assert submissions(newer([{"type": "RELEASE", "date": "2030-01-01"}], [])) == [("2030-01-01", None, None)]


def test_an_event_before_any_sending_and_one_without_a_day_are_kept():
    found = newer([{"type": "RESET", "date": "2031-04-20"}, {"type": "RELEASE"}, {"type": "UNRELEASE", "date": "x"}])
    assert submissions(found) == [(None, None, "2031-04-20"), (None, None, None)]
    assert difficulties(found) == [("Results Submission Cancelled", "x")]


@pytest.mark.parametrize(("event", "told"), [({"type": "LOST"}, ["LOST"]), ({"date": "2031"}, ["2031"]), ({}, [])])
def test_what_is_no_such_event_is_told(event: dict[str, Any], told: list[str]):
    found = newer([event])
    assert submissions(found) == []
    assert [description for _, description in difficulties(found)] == told


def test_a_day_that_the_registry_does_not_know_is_no_difficulty():
    info = {"SubmissionReleaseDate": "April 1, 2031", "SubmissionUnreleaseDate": "Unknown"}
    misc = {"SubmissionTracking": {"SubmissionInfoList": {"SubmissionInfo": [info]}}}
    in_json = older(DerivedSection={"MiscInfoModule": misc})
    xml = in_xml("<submitted>April 1, 2031</submitted><submission_canceled>Unknown</submission_canceled>")
    for found in (in_json, xml):
        assert submissions(found) == [("2031-04-01", None, None)]
        assert difficulties(found) == []
