"""The older API of ClinicalTrials.gov: the same studies under other names, one hazard a case; and pages of studies."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.document import Document, Reading
from kg.errors import DocumentError, Unreadable
from kg.loaders import ctgov_v2, trial_page
from kg.loaders.ctgov_full import FORMAT
from kg.model import Eligibility, EligibilityItem, Evidence, Issue, RegistryRecord, Site, Trial
from kg.pipeline import convert
from kg.validation import findings, shapes_graph
from tests.made_pages import page_of

CORPUS = Path(__file__).resolve().parents[1].parent / "shared/corpus/ctgov-json.zip"
GOLDEN = Path(__file__).parent / "golden"


def read(modules: dict[str, Any]) -> Reading:
    ident = {"IdentificationModule": {"NCTId": "NCT09000131", "BriefTitle": "Birds"}}
    body = {"Rank": 1, "Study": {"ProtocolSection": {**ident, **modules}}}
    return FORMAT.read(Document("study.json", json.dumps(body).encode()), False)


def trial(modules: dict[str, Any]) -> Trial:
    return next(record for record in read(modules).records if isinstance(record, Trial))


def lines(reading: Reading) -> set[str]:
    """What a document says but of itself and of the words that a value was read from."""
    records = (one for one in reading.records if not isinstance(one, RegistryRecord | Evidence))
    return {line for one in records for line in one.nquads(reading.record).splitlines()}


def test_a_study_says_the_same_in_both_formats_but_what_the_older_lacks():
    older, newer = (
        source.read(
            next(iter(source.split(name, io.BytesIO((GOLDEN / name / "every_field.json").read_bytes())))), False
        )
        for name, source in (("ctgov_full", FORMAT), ("ctgov_v2", ctgov_v2.FORMAT))
    )
    assert not lines(older) - lines(newer)
    lacking = (
        "/compliance",
        "/complianceEvent",
        "wgs84_pos#",
        "byteSize",
    )
    assert [line for line in lines(newer) - lines(older) if not any(part in line for part in lacking)] == []


@pytest.mark.parametrize(
    ("words", "phases"),
    [
        (["Phase 1/Phase 2"], ("PHASE1", "PHASE2")),
        (["Phase 2", "Phase 3"], ("PHASE2", "PHASE3")),
        (["Early Phase 1"], ("EARLY_PHASE1",)),
        (["Phase 0"], ("EARLY_PHASE1",)),
        (["Not Applicable"], ("NA",)),
        (["N/A"], ("NA",)),
        ([], ()),
    ],
)
def test_words_for_phases_are_phases(words: list[str], phases: tuple[str, ...]):
    assert trial({"DesignModule": {"PhaseList": {"Phase": words}}}).phase == phases


@pytest.mark.parametrize(
    ("words", "token"),
    [
        ("Unknown status", "UNKNOWN"),
        ("Active, not recruiting", "ACTIVE_NOT_RECRUITING"),
        ("Enrolling by invitation", "ENROLLING_BY_INVITATION"),
        ("No longer available", "NO_LONGER_AVAILABLE"),
        ("Approved for marketing", "APPROVED_FOR_MARKETING"),
        ("Withheld", "WITHHELD"),
    ],
)
def test_words_for_a_status_are_a_status(words: str, token: str):
    assert trial({"StatusModule": {"OverallStatus": words}}).overall_status == token


@pytest.mark.parametrize(
    ("words", "token"), [("Anticipated", "ESTIMATED"), ("Estimate", "ESTIMATED"), ("Actual", "ACTUAL")]
)
def test_a_date_that_is_foreseen_is_estimated(words: str, token: str):
    found = trial({"StatusModule": {"StartDateStruct": {"StartDate": "March 5, 2021", "StartDateType": words}}})
    assert (found.start_date, found.start_date_type) == ("2021-03-05", token)


def test_words_that_are_no_value_are_kept():
    found = read({"StatusModule": {"OverallStatus": "Sleeping"}})
    assert [one.description for one in found.records if isinstance(one, Issue)] == ["Sleeping"]


@pytest.mark.parametrize(
    ("models", "token", "told"),
    [
        (["Case-Control"], "CASE_CONTROL", []),
        (["Case-Control", "Case-Control"], "CASE_CONTROL", []),
        (["Cohort", "Case-Control"], None, ["COHORT, CASE_CONTROL"]),
        ([], None, []),
    ],
)
def test_of_several_values_where_there_is_place_for_one_none_is_lost(
    models: list[str], token: str | None, told: list[str]
):
    info = {"DesignObservationalModelList": {"DesignObservationalModel": models}}
    found = read({"DesignModule": {"DesignInfo": info}})
    (made,) = (one for one in found.records if isinstance(one, Trial))
    assert made.observational_model == token
    assert [one.description for one in found.records if isinstance(one, Issue)] == told


@pytest.mark.parametrize("written", ["N/A", "", "1,000", [7], {"EnrollmentCount": "7"}])
def test_a_value_of_another_kind_is_told_and_all_else_is_read(written: object):
    info = {"EnrollmentCount": written, "EnrollmentType": "Actual"}
    found = read({"DesignModule": {"EnrollmentInfo": info}, "StatusModule": {"OverallStatus": "Completed"}})
    (made,) = (one for one in found.records if isinstance(one, Trial))
    assert (made.enrolment, made.enrolment_type, made.overall_status) == (None, "ACTUAL", "COMPLETED")
    assert [(one.label, one.description) for one in found.records if isinstance(one, Issue)] == [
        ("protocolSection.designModule.enrollmentInfo.count", json.dumps(written))
    ]


def test_items_of_a_list_that_lost_their_marks_are_criteria_whatever_their_letters():
    text = "Inclusion Criteria:\n\nadult bird\nsinging in the morning\nOwl\n\nExclusion Criteria:\n\nfish\ncat or dog"
    found = read({"EligibilityModule": {"EligibilityCriteria": text}}).records
    assert [(one.polarity, one.text) for one in found if isinstance(one, EligibilityItem)] == [
        ("INCLUSION", "adult bird"),
        ("INCLUSION", "singing in the morning"),
        ("INCLUSION", "Owl"),
        ("EXCLUSION", "fish"),
        ("EXCLUSION", "cat or dog"),
    ]


def test_words_that_are_neither_yes_nor_no_are_told():
    found = read({"OversightModule": {"OversightHasDMC": "Perhaps", "IsFDARegulatedDrug": "Yes"}})
    (made,) = (one for one in found.records if isinstance(one, Trial))
    assert (made.data_monitoring_committee, made.fda_regulated_drug) == (None, True)
    assert [one.description for one in found.records if isinstance(one, Issue)] == ['"Perhaps"']


def odd(value: object) -> Iterator[object]:
    """Copies of a JSON value, each with one inner value of another kind."""
    if isinstance(value, dict | list):
        for key, inner in list(value.items() if isinstance(value, dict) else enumerate(value)):
            for changed in ([], {}, 7, "x", True, *odd(inner)):
                copy = value.copy()
                copy[key] = changed
                yield copy


def test_no_value_of_another_kind_costs_the_study():
    whole = json.loads((GOLDEN / "ctgov_full" / "every_field.json").read_bytes())
    study = whole["FullStudiesResponse"]["FullStudies"][0]["Study"]
    number = study["ProtocolSection"].pop("IdentificationModule")
    for changed in odd(study):
        assert isinstance(changed, dict)
        protocol = changed["ProtocolSection"]
        if isinstance(protocol, dict):
            body = changed | {"ProtocolSection": protocol | {"IdentificationModule": number}}
            found = FORMAT.read(Document("x.json", json.dumps({"Study": body}).encode()), False)
            assert found.record.endswith("ctgov/NCT09000101")


@pytest.mark.parametrize("wrapper", ["FullStudy", "Study", None])
def test_a_study_is_read_in_any_wrapper(wrapper: str | None):
    body = {"ProtocolSection": {"IdentificationModule": {"NCTId": "NCT09000132"}}}
    whole = {wrapper: {"Rank": 1, "Study": body} if wrapper == "FullStudy" else body} if wrapper else body
    assert FORMAT.read(Document("x", json.dumps(whole).encode()), False).record.endswith("ctgov/NCT09000132")


@pytest.mark.parametrize(
    ("body", "match"),
    [
        (b"", "not JSON"),
        (b"[1]", "not a study.*ProtocolSection"),
        (b'{"Study": {"ProtocolSection": []}}', "not a study.*ProtocolSection"),
        (b'{"Study": {"ProtocolSection": {}}}', "not a study.*identificationModule"),
        (b'{"Study": {"ProtocolSection": {"IdentificationModule": 1}}}', "not a study"),
        (b"[" * 100_000, "not JSON"),
    ],
)
def test_what_is_no_study_is_refused_with_what_was_wanted(body: bytes, match: str):
    with pytest.raises(Unreadable, match=match):
        FORMAT.read(Document("x.json", body), False)


def test_the_statistics_of_the_older_api_are_no_study():
    assert not FORMAT.detect(b'{"StudyStatistics":{"ElmtDefs":{"Study":{"ProtocolSection":{"type":"Object"}}}}}')


@pytest.mark.parametrize("path", sorted((GOLDEN / "ctgov_full").glob("*.json")), ids=lambda path: path.name)
def test_what_is_said_keeps_to_the_shapes(path: Path):
    shapes = shapes_graph()
    for done in convert(FORMAT.split(path.name, io.BytesIO(path.read_bytes())), "ctgov_full").documents:
        assert not findings(done.stated.decode(), shapes)


def real(name_of_format: str) -> Iterator[Document]:
    if not CORPUS.is_file():
        pytest.skip("real records are not here: ../shared/corpus/ctgov-json.zip")
    source = {"ctgov_full": FORMAT, "ctgov_v2": ctgov_v2.FORMAT}[name_of_format]
    with zipfile.ZipFile(CORPUS) as archive:
        for name in sorted(name for name in archive.namelist() if name.endswith(".json")):
            body = archive.read(name)
            if source.detect(body[: 1 << 16]):
                yield from source.split(name, io.BytesIO(body))


def test_every_real_study_of_the_older_api_is_read():
    refused, count = [], 0
    for document in real("ctgov_full"):
        count += 1
        try:
            FORMAT.read(document, False)
        except DocumentError as error:
            refused.append(str(error))
    assert not refused
    assert count > 200


def test_the_page_of_a_study_gives_the_same_nodes():
    """Arms, outcomes, conditions and eligibility under the same names with the same values."""
    compared = 0
    for document in list(real("ctgov_v2"))[::40]:
        try:
            newer = ctgov_v2.FORMAT.read(document, False)
        except DocumentError:
            continue
        study = json.loads(document.body)
        if "officialTitle" not in study["protocolSection"]["identificationModule"]:
            continue
        page = trial_page.FORMAT.read(Document("page.txt", page_of(study).encode()), False)
        ours, theirs = ({one.iri: one for one in found.records} for found in (newer, page))
        for iri, one in ours.items():
            if re.search(r"/(?:outcome|condition|arm|eligibility)/\d+$", iri):
                assert type(theirs[iri]) is type(one)
                assert folded(getattr(theirs[iri], "label", "")) == folded(getattr(one, "label", ""))
        count = [
            sum(isinstance(one, Site | EligibilityItem | Eligibility) for one in kept.values())
            for kept in (ours, theirs)
        ]
        assert count[0] == count[1]
        compared += 1
    assert compared > 10


def folded(text: str | None) -> str:
    return " ".join((text or "").split())
