"""What the WHO's platform tells of a trial beside its plan: who pays, how many came, what came of it."""

from __future__ import annotations

import pytest

from kg.model import IpdSharing, PublicationLink, SponsorRole, StudyDocument, TrialIdentifier, WebLink
from tests.test_ictrp import said, trial


def test_numbers_of_grants_are_no_funders():
    cells = {"Source_Support": "Example Institute; Grant Codes: PB-1-20, MR/X1;Second Fund"}
    assert [one.label for one in said(SponsorRole, **cells)] == ["Example Institute", "Second Fund"]
    assert [(one.id_value, one.id_type) for one in said(TrialIdentifier, **cells)][1:] == [
        ("PB-1-20", "GRANT"),
        ("MR/X1", "GRANT"),
    ]


@pytest.mark.parametrize(
    ("wanted", "came", "enrolment"),
    [
        ("34", "31", (31, "ACTUAL")),
        ("34", "", (34, "ESTIMATED")),
        ("34", "NULL", (34, "ESTIMATED")),
        ("", "", (None, None)),
    ],
)
def test_who_came_counts_before_who_was_wanted(wanted: str, came: str, enrolment: tuple[int | None, str | None]):
    made = trial(Target_size=wanted, results_actual_enrollment=came)
    assert (made.enrolment, made.enrolment_type) == enrolment


@pytest.mark.parametrize(
    ("plan", "description", "shared"),
    [
        ("Yes", "On request", ("YES", "On request")),
        ("No - There is not a plan to share", "", ("NO", "There is not a plan to share")),
        ("Undecided - It is not yet known", "Later", ("UNDECIDED", "Later")),
        ("Other", "On our site", (None, "On our site")),
        ("Nothing is planned", "", None),
        ("NULL", "NULL", None),
    ],
)
def test_a_plan_to_share_is_told_by_its_first_word(plan: str, description: str, shared: tuple[str | None, str] | None):
    found = said(IpdSharing, results_IPD_plan=plan, results_IPD_description=description)
    assert [(one.ipd_plan, one.ipd_description) for one in found] == ([shared] if shared else [])


def test_results_are_publications_or_pages():
    cells = {
        "results_url_link": "https://doi.org/10.1000/example.1;https://example.org/results",
        "results_url_protocol": "https://example.org/protocol.pdf",
        "results_summary": "2020 Protocol in https://pubmed.ncbi.nlm.nih.gov/32803023/ (added 2020)<br>It went well.",
    }
    assert [one.link_type for one in said(PublicationLink, **cells)] == ["RESULT", "BACKGROUND"]
    assert [(one.label, one.url) for one in said(WebLink, **cells)] == [("Results", ("https://example.org/results",))]
    assert [(one.has_protocol, one.url) for one in said(StudyDocument, **cells)] == [
        (True, ("https://example.org/protocol.pdf",))
    ]


@pytest.mark.parametrize("word", ["none", "N/A", "see above"])
def test_words_that_are_no_address_give_no_page(word: str):
    cells = {"results_url_link": word, "results_url_protocol": word, "results_summary": word}
    assert not said(WebLink, **cells) + said(StudyDocument, **cells) + said(PublicationLink, **cells)


def test_a_registry_of_patients_is_one():
    assert trial(Study_type="Observational [Patient Registry]").patient_registry is True
    assert trial(Study_type="Observational").patient_registry is None
