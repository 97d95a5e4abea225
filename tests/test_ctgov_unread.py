"""A value of a study that cannot be read is told with its words, wherever in the record it stands."""

from __future__ import annotations

from typing import Any

import pytest

from kg.model import Issue, Publication, PublicationLink, Trial
from tests.test_ctgov_v2 import every, read, study

ARMS = {
    "armGroups": [{"label": "Owls"}],
    "interventions": [{"type": "DRUG", "name": "Seed", "armGroupLabels": ["Owls", "Larks"]}],
}
OUTCOME = {"type": "TERTIARY", "title": "Song", "anticipatedPostingDate": "when ready"}
UNREAD: dict[str, tuple[dict[str, Any], set[tuple[str, str]]]] = {
    "kind of the organisation's own number": (
        study(identificationModule={"orgStudyIdInfo": {"id": "A1", "type": "NEW_AGENCY"}}),
        {("Organization ID Type", "NEW_AGENCY")},
    ),
    "address of a number": (
        study(identificationModule={"secondaryIdInfos": [{"id": "A1", "link": "see the site"}]}),
        {("Link of an ID", "see the site")},
    ),
    "number of a reference": (
        study(referencesModule={"references": [{"pmid": "PMC90000001", "citation": "Owl. 2031."}]}),
        {("Reference PMID", "PMC90000001")},
    ),
    "number of a retraction": (
        study(referencesModule={"references": [{"pmid": "90000001", "retractions": [{"pmid": "x2"}]}]}),
        {("Retraction PMID", "x2")},
    ),
    "arm that is not listed": (study(armsInterventionsModule=ARMS), {("Arm of an Intervention", "Larks")}),
    "number of a MeSH term": (
        study() | {"derivedSection": {"conditionBrowseModule": {"meshes": [{"id": "X1", "term": "Molt"}]}}},
        {("MeSH ID", "X1")},
    ),
    "kind and day of an outcome": (
        study() | {"resultsSection": {"outcomeMeasuresModule": {"outcomeMeasures": [OUTCOME]}}},
        {("Outcome Measure Type", "TERTIARY"), ("Anticipated Posting Date", "when ready")},
    ),
}


@pytest.mark.parametrize(("value", "told"), UNREAD.values(), ids=UNREAD)
def test_a_value_that_cannot_be_read_is_told(value: dict[str, Any], told: set[tuple[str, str]]):
    issues = every(read(value), Issue)
    assert {(one.label, one.description) for one in issues if one.issue_kind == "NOT_UNDERSTOOD"} == told


def test_what_is_not_there_is_not_told():
    value = study(identificationModule={"orgStudyIdInfo": {"id": "A1"}, "secondaryIdInfos": [{"id": "A2", "link": ""}]})
    value["resultsSection"] = {"outcomeMeasuresModule": {"outcomeMeasures": [{"title": "Song"}]}}
    assert not every(read(value), Issue)


def test_a_reference_of_a_kind_that_is_not_known_stays_with_its_trial_and_its_words():
    listed = [{"pmid": "90000001", "type": "SEQUEL", "citation": "Owl. 2031."}]
    found = read(study(referencesModule={"references": listed}))
    (told,) = every(found, Issue)
    (paper,) = every(found, Publication)
    assert told.description == "SEQUEL: Owl. 2031."
    assert told.issue_about == (every(found, Trial)[0].iri, paper.iri)
    assert not every(found, PublicationLink)
