"""ClinicalTrials.gov API v2: what goes wrong in loaders of it, one hazard a case."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest

from kg.document import Document, Reading
from kg.errors import DocumentError, Unreadable
from kg.loaders.ctgov.draft import Draft
from kg.loaders.ctgov_v2 import FORMAT
from kg.model import (
    Arm,
    ArmIntervention,
    Contact,
    Correction,
    Eligibility,
    EligibilityItem,
    InvestigatorRole,
    Issue,
    Publication,
    PublicationLink,
    Record,
    RegistryRecord,
    Site,
    SponsorRole,
    StudyDocument,
    Trial,
    TrialIdentifier,
)
from kg.pipeline import convert
from kg.validation import findings, shapes_graph

CORPUS = Path(__file__).resolve().parents[1].parent / "shared/corpus/ctgov-json.zip"
GOLDEN = Path(__file__).parent / "golden/ctgov_v2"
AnyRecord = TypeVar("AnyRecord", bound=Record)


def study(number: str = "NCT09000101", **modules: dict[str, Any]) -> dict[str, Any]:
    """A study with a title, in which modules of the protocol section are as given."""
    ident = {"nctId": number, "briefTitle": "Birds", **modules.pop("identificationModule", {})}
    return {"protocolSection": {"identificationModule": ident, **modules}, "hasResults": False}


def read(value: object, *, contacts: bool = False) -> Reading:
    return FORMAT.read(Document("study.json", json.dumps(value).encode()), contacts)


def every(reading: Reading, kind: type[AnyRecord]) -> list[AnyRecord]:
    return [record for record in reading.records if isinstance(record, kind)]


def trial(value: object) -> Trial:
    return every(read(value), Trial)[0]


def said(reading: Reading) -> str:
    return "".join(record.nquads(reading.record) for record in reading.records)


@pytest.mark.parametrize(
    ("module", "phases"),
    [
        ({"phases": ["PHASE1", "PHASE2"]}, ("PHASE1", "PHASE2")),
        ({"phases": ["NA"]}, ("NA",)),
        ({"phases": ["EARLY_PHASE1"]}, ("EARLY_PHASE1",)),
        ({"phases": []}, ()),
        ({}, ()),
    ],
)
def test_joint_phases_are_two_values_and_no_phase_is_none(module: dict[str, Any], phases: tuple[str, ...]):
    assert trial(study(designModule=module)).phase == phases


@pytest.mark.parametrize("date", ["2030", "2030-07", "2030-07-09"])
def test_a_date_keeps_its_precision_and_is_sorted_by_a_day(date: str):
    found = trial(study(statusModule={"startDateStruct": {"date": date, "type": "ESTIMATED"}}))
    assert (found.start_date, found.start_date_type) == (date, "ESTIMATED")
    assert found.start_date_sort == f"{date}-01-01"[:10]


@pytest.mark.parametrize("date", ["soon", "2030-02-30", "2030-13", "20300-01-01", "2030-7"])
def test_a_date_that_is_none_is_kept_as_a_difficulty(date: str):
    found = read(study(statusModule={"completionDateStruct": {"date": date}}))
    assert every(found, Trial)[0].completion_date is None
    (issue,) = every(found, Issue)
    assert (issue.issue_kind, issue.description) == ("NOT_UNDERSTOOD", date)


UNKNOWN = {
    "overall status": {"statusModule": {"overallStatus": "XYZ"}},
    "last known status": {"statusModule": {"lastKnownStatus": "XYZ"}},
    "type of a date": {"statusModule": {"startDateStruct": {"date": "2030", "type": "XYZ"}}},
    "study type": {"designModule": {"studyType": "XYZ"}},
    "phase": {"designModule": {"phases": ["XYZ"]}},
    "allocation": {"designModule": {"designInfo": {"allocation": "XYZ"}}},
    "model": {"designModule": {"designInfo": {"interventionModel": "XYZ"}}},
    "observational model": {"designModule": {"designInfo": {"observationalModel": "XYZ"}}},
    "perspective": {"designModule": {"designInfo": {"timePerspective": "XYZ"}}},
    "purpose": {"designModule": {"designInfo": {"primaryPurpose": "XYZ"}}},
    "masking": {"designModule": {"designInfo": {"maskingInfo": {"masking": "XYZ"}}}},
    "masked party": {"designModule": {"designInfo": {"maskingInfo": {"whoMasked": ["XYZ"]}}}},
    "enrolment": {"designModule": {"enrollmentInfo": {"count": 1, "type": "XYZ"}}},
    "arm": {"armsInterventionsModule": {"armGroups": [{"label": "A", "type": "XYZ"}]}},
    "intervention": {"armsInterventionsModule": {"interventions": [{"name": "A", "type": "XYZ"}]}},
    "sex": {"eligibilityModule": {"sex": "XYZ"}},
    "age group": {"eligibilityModule": {"stdAges": ["XYZ"]}},
    "sampling": {"eligibilityModule": {"samplingMethod": "XYZ"}},
    "class": {"sponsorCollaboratorsModule": {"leadSponsor": {"name": "A", "class": "XYZ"}}},
    "party": {"sponsorCollaboratorsModule": {"responsibleParty": {"type": "XYZ"}}},
    "official": {"contactsLocationsModule": {"overallOfficials": [{"name": "A", "role": "XYZ"}]}},
    "site": {"contactsLocationsModule": {"locations": [{"facility": "A", "status": "XYZ"}]}},
    "reference": {"referencesModule": {"references": [{"citation": "A", "type": "XYZ"}]}},
    "sharing": {"ipdSharingStatementModule": {"ipdSharing": "XYZ"}},
    "number": {"identificationModule": {"secondaryIdInfos": [{"id": "1", "type": "XYZ"}]}},
}


@pytest.mark.parametrize("modules", UNKNOWN.values(), ids=UNKNOWN.keys())
def test_a_value_unknown_to_the_model_is_kept_in_words_and_refuses_nothing(modules: dict[str, Any]):
    found = read(study(**modules))
    assert [(one.issue_kind, one.description) for one in every(found, Issue)] == [("NOT_UNDERSTOOD", "XYZ")]
    assert "XYZ" in said(found)


def test_a_former_number_is_another_name_and_not_another_trial():
    found = read(study(identificationModule={"nctIdAliases": ["NCT09000100", "NCT000002"]}))
    assert [one.iri.rsplit("/", 1)[-1] for one in every(found, Trial)] == ["NCT09000101"]
    assert [(one.id_value, one.id_type) for one in every(found, TrialIdentifier)][1:] == [
        ("NCT09000100", "ALIAS"),
        ("NCT000002", "ALIAS"),
    ]


@pytest.mark.parametrize(
    "number", ["NCT001", "NCT000000001", "nct09000101", "ISRCTN12345678", "", "NCT0900010٣", "x/y"]
)
def test_a_study_without_a_number_of_the_registry_is_refused(number: str):
    with pytest.raises(DocumentError, match="wanted NCT and 8 digits"):
        read(study(number))


@pytest.mark.parametrize(
    ("body", "match"),
    [
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b"<xml/>", "not JSON"),
        (b'{"protocolSection": {"identificationModule": {"nctId": "NCT0900\xff"}}}', "not UTF-8"),
        (b"[]", "not a study"),
        (b"{}", r"not a study.*protocolSection"),
        (b'{"protocolSection": {}}', r"not a study.*identificationModule"),
        (b'{"protocolSection": {"identificationModule": {"nctId": 7}}}', r"not a study.*nctId"),
        (b'{"protocolSection": {"identificationModule": ' + b"[" * 100_000, "not JSON|not a study"),
    ],
)
def test_what_is_no_study_is_refused_with_what_was_wanted(body: bytes, match: str):
    with pytest.raises(Unreadable, match=match):
        FORMAT.read(Document("x.json", body), False)


def nulled(value: object, at: str = "$") -> Iterator[tuple[str, Any]]:
    """Copies of a JSON value, each with null in the place of one inner value."""
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            for where, changed in [(f"{at}.{key}", None), *nulled(inner, f"{at}.{key}")]:
                copy = value.copy()
                copy[key] = changed
                yield where, copy


def test_null_anywhere_is_as_nothing_there():
    full = json.loads((GOLDEN / "every_field.json").read_bytes())
    refused = {}
    for where, changed in nulled(full):
        try:
            read(changed)
        except DocumentError as error:
            refused[where] = error.cause
    assert set(refused) == {
        "$.protocolSection",
        "$.protocolSection.identificationModule",
        "$.protocolSection.identificationModule.nctId",
    }


def test_addresses_and_numbers_of_people_are_kept_only_where_asked_for():
    document = Document("every_field.json", (GOLDEN / "every_field.json").read_bytes())
    without, with_them = FORMAT.read(document, False), FORMAT.read(document, True)
    for secret in ("bo@example.org", "a.b@example.org", "555-123-4567"):
        assert secret not in said(without)
        assert secret in said(with_them)
    assert [one.label for one in every(without, Contact)] == [one.label for one in every(with_them, Contact)]
    assert every(with_them, Contact)[0].telephone == ("555-123-4567 ext. 9",)


def test_a_number_is_looked_for_in_long_and_short_words_alike():
    draft = Draft("x", "http://r.example", "http://t.example", contacts=False)
    for words in ("Call 555-123-4567", "Call 555-123-4567 for more. " + "Birds sing in spring. " * 9):
        assert "555" not in (draft.text(words) or "")
    assert draft.text("In 2019-2020, 1,000 mg/m2 on days 1, 8, 15") == "In 2019-2020, 1,000 mg/m2 on days 1, 8, 15"


def test_escapes_of_the_text_are_no_words():
    modules = {"eligibilityCriteria": "Inclusion Criteria:\n\n* Age \\> 18 and \\<= 65\\*\n* a\\b"}
    found = read(study(eligibilityModule=modules))
    assert every(found, Eligibility)[0].text == "Inclusion Criteria:\n\n* Age > 18 and <= 65*\n* a\\b"
    assert [(one.polarity, one.text) for one in every(found, EligibilityItem)] == [
        ("INCLUSION", "Age > 18 and <= 65*"),
        ("INCLUSION", "a\\b"),
    ]


def test_of_two_interventions_with_one_name_an_arm_gives_the_one_that_names_it():
    module = {
        "armGroups": [{"label": label, "interventionNames": ["Drug: Placebo"]} for label in ("A", "B")],
        "interventions": [{"type": "DRUG", "name": "Placebo", "armGroupLabels": [label]} for label in ("B", "A")],
    }
    found = read(study(armsInterventionsModule=module))
    assert [one.of_intervention.rsplit("/", 1)[-1] for one in every(found, ArmIntervention)] == ["2", "1"]
    assert [len(arm.arm_intervention) for arm in every(found, Arm)] == [1, 1]


@pytest.mark.parametrize(
    ("labels", "given"),
    [
        ((["A"], ["A"]), ["1", "2"]),
        ((["A"], ["B"]), ["1"]),
        # Where none names the arm, nothing tells which is meant.
        (([], []), ["1", "2"]),
    ],
)
def test_an_arm_gives_all_interventions_of_a_name_that_name_it(labels: tuple[list[str], ...], given: list[str]):
    module = {
        "armGroups": [{"label": "A", "interventionNames": ["Drug: Madexolone"]}],
        "interventions": [{"type": "DRUG", "name": "Madexolone", "armGroupLabels": names} for names in labels],
    }
    found = read(study(armsInterventionsModule=module))
    assert [one.of_intervention.rsplit("/", 1)[-1] for one in every(found, ArmIntervention)] == given


@pytest.mark.parametrize(
    ("status", "version"),
    [
        ({"lastUpdatePostDateStruct": {"date": "2030-05-04"}, "lastUpdateSubmitDate": "2030-05-01"}, "2030-05-04"),
        ({"lastUpdateSubmitDate": "2030-05-01", "studyFirstSubmitDate": "2029-01-01"}, "2030-05-01"),
        ({"lastUpdatePostDateStruct": {"date": "later"}, "lastUpdateSubmitDate": "May 1, 2030"}, "2030-05-01"),
        ({}, ""),
    ],
)
def test_the_newer_copy_is_told_by_the_day_of_the_last_update(status: dict[str, Any], version: str):
    assert read(study(statusModule=status)).version == version


def test_what_a_publication_is_to_the_trial_stands_on_the_link():
    listed = [
        {"pmid": "90000001", "type": kind, "citation": f"{kind}."} for kind in ("BACKGROUND", "RESULT", "DERIVED")
    ]
    found = read(study(referencesModule={"references": listed}))
    assert len(every(found, Publication)) == 1
    assert [(one.link_type, one.link_source) for one in every(found, PublicationLink)] == [
        ("BACKGROUND", "REGISTRY"),
        ("RESULT", "REGISTRY"),
        ("DERIVED", "NLM"),
    ]


def test_a_retraction_stands_with_the_paper_that_it_withdraws():
    listed = [{"pmid": "90000001", "type": "RESULT", "retractions": [{"pmid": "90000002", "source": "J. 2032"}]}]
    found = read(study(referencesModule={"references": listed}))
    (correction,) = every(found, Correction)
    assert every(found, Publication)[0].correction == (correction.iri,)
    assert (correction.correction_kind, str(correction.related_publication).rsplit("/", 1)[-1]) == (
        "RETRACTION_IN",
        "pmid-90000002",
    )


@pytest.mark.parametrize("pmid", ["x1", "0", "012", "1234567890123", "", " "])
def test_what_is_no_pubmed_number_names_no_publication(pmid: str):
    found = read(study(referencesModule={"references": [{"pmid": pmid, "citation": "A paper.", "type": "RESULT"}]}))
    assert [(one.pmid, one.label) for one in every(found, Publication)] == [(None, "A paper.")]


def test_what_a_document_does_not_contain_is_said_where_the_record_says_it():
    whole = study() | {"documentSection": {"largeDocumentModule": {"largeDocs": [{"hasIcf": False, "hasSap": True}]}}}
    (found,) = every(read(whole), StudyDocument)
    assert (found.has_protocol, found.has_sap, found.has_icf) == (None, True, False)


@pytest.mark.parametrize("point", [{"lat": 91, "lon": 0}, {"lat": 0, "lon": -181}, {"lat": "NaN", "lon": 1}])
def test_a_place_off_the_globe_has_no_coordinates(point: dict[str, Any]):
    found = read(study(contactsLocationsModule={"locations": [{"facility": "Pole", "geoPoint": point}]}))
    assert (every(found, Site)[0].latitude, len(every(found, Issue))) == (None, 1)


def test_coordinates_are_as_printed():
    found = read(study(contactsLocationsModule={"locations": [{"geoPoint": {"lat": 40.4165, "lon": -3.70256}}]}))
    assert '"40.4165"' in said(found)
    assert '"-3.70256"' in said(found)


def test_an_official_who_answers_for_the_record_is_one_person():
    party = {"type": "PRINCIPAL_INVESTIGATOR", "investigatorFullName": "Ada Lark", "investigatorTitle": "Professor"}
    places = {"overallOfficials": [{"name": "Ada Lark, MD", "role": "PRINCIPAL_INVESTIGATOR"}]}
    alone = read(study(sponsorCollaboratorsModule={"responsibleParty": party}))
    both = read(study(sponsorCollaboratorsModule={"responsibleParty": party}, contactsLocationsModule=places))
    assert [one.investigator_type for one in every(alone, InvestigatorRole)] == ["RESPONSIBLE_PARTY"]
    assert [one.investigator_type for one in every(both, InvestigatorRole)] == ["PRINCIPAL_INVESTIGATOR"]
    assert every(both, Trial)[0].responsible_party == "PRINCIPAL_INVESTIGATOR"


def test_a_sponsor_that_is_a_person_is_not_taken_for_an_organisation():
    module = {"leadSponsor": {"name": "Lark, Ada", "class": "INDIV"}, "collaborators": [{"name": "Wren Pharma Ltd"}]}
    body = json.dumps(study(sponsorCollaboratorsModule=module)).encode()
    (done,) = convert([Document("x.json", body)], "ctgov_v2").documents
    assert b"org/wren-pharma-ltd" in done.inferred
    assert b"org/lark-ada" not in done.inferred
    assert next(one.label for one in every(FORMAT.read(Document("x", body), False), SponsorRole)) == "Lark, Ada"


def test_the_record_says_which_copy_it_was():
    body = json.dumps(study()).encode()
    (record,) = every(FORMAT.read(Document("a.zip!/b/NCT09000101.json", body), False), RegistryRecord)
    assert (record.file_name, record.byte_size, record.format) == ("NCT09000101.json", len(body), "ctgov_v2")


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.json*")), ids=lambda path: path.name)
def test_what_is_said_keeps_to_the_shapes(path: Path):
    shapes = shapes_graph()
    documents = FORMAT.split(path.name, io.BytesIO(path.read_bytes()))
    for done in convert(documents, "ctgov_v2").documents:
        assert not findings(done.stated.decode(), shapes)


def test_every_study_of_the_collection_is_read_or_is_none():
    if not CORPUS.is_file():
        pytest.skip("real records are not here: ../shared/corpus/ctgov-json.zip")
    causes: dict[str, set[str]] = {}
    count = 0
    with zipfile.ZipFile(CORPUS) as archive:
        for name in sorted(name for name in archive.namelist() if name.endswith(".json")):
            body = archive.read(name)
            for document in FORMAT.split(name, io.BytesIO(body)) if FORMAT.detect(body[: 1 << 16]) else ():
                count += 1
                try:
                    FORMAT.read(document, False)
                except DocumentError as error:
                    causes.setdefault(error.cause, set()).add(document.uri)
    assert count > 600
    # Made-up parts of studies, by which other software tests single fields: no number, or nothing but the field.
    assert causes.keys() <= {"not a study", "study without a registry number"}
    assert all("/spec/" in uri for uris in causes.values() for uri in uris)


@pytest.mark.parametrize(
    "number", ["12 34 56", "٠١٢٣٤٥٦٧٨", "１２３４５６７８"], ids=["few digits", "Arabic", "full width"]
)
def test_a_number_after_a_word_for_one_is_masked_in_a_long_text_too(number: str):
    words = f"The study office can be reached on every day of the week. Tel: {number} for questions of participants."
    value = {
        "protocolSection": {
            "identificationModule": {"nctId": "NCT00000001", "briefTitle": "One"},
            "descriptionModule": {"briefSummary": words},
        }
    }
    reading = FORMAT.read(Document("made.json", json.dumps(value).encode()), False)
    (trial,) = (record for record in reading.records if isinstance(record, Trial))
    assert trial.brief_summary
    assert number not in trial.brief_summary
    assert "Tel: **" in trial.brief_summary
