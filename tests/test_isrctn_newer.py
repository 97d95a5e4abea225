"""What newer records of the ISRCTN registry hold: design, outputs, addresses, numbers, drugs, one hazard a case."""

from __future__ import annotations

import pytest

from kg.model import (
    ConditionName,
    Intervention,
    Outcome,
    PublicationLink,
    StudyDocument,
    TrialIdentifier,
    WebLink,
)
from tests.test_isrctn_xml import all_of, said, trial, xml


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


OUTPUT = (
    '<output outputType="{}" dateCreated="2024-08-01T00:00:00.000Z" dateUploaded="2025-01-06T00:00:00.000Z">{}</output>'
)


def outputs(*listed: tuple[str, str]) -> str:
    """Outputs of some kinds, each with its address, or its file where it is none."""
    return "".join(
        OUTPUT.format(
            kind,
            f'<externalLink url="{where}"/>'
            if "/" in where
            else f'<localFile originalFilename="{where}" length="17"/>',
        )
        for kind, where in listed
    )


def test_outputs_are_publications_by_their_kind():
    listed = outputs(
        ("abstract", "https://doi.org/10.1000/example.1"),
        ("interimresults", "https://pubmed.ncbi.nlm.nih.gov/31000001/"),
        ("protocolarticle", "https://pubmed.ncbi.nlm.nih.gov/31000002/"),
    )
    found = all_of(said(xml(f"<outputs>{listed}</outputs>")), PublicationLink)
    assert [one.link_type for one in found] == ["RESULT", "RESULT", "BACKGROUND"]


def test_outputs_without_a_number_and_of_other_kinds_are_pages():
    listed = outputs(
        ("hrasummary", "https://example.org/hra"),
        ("basicresults", "https://example.org/basic"),
        ("otherpublications", "https://doi.org/10.1000/example.2"),
        ("trialwebsite", "https://example.org/site"),
    )
    site = "<trialDescription><trialWebsite>https://example.org/site</trialWebsite></trialDescription>"
    reading = said(xml(f"{site}<outputs>{listed}</outputs>"))
    assert [(one.label, *one.url) for one in all_of(reading, WebLink)] == [
        ("HRA research summary", "https://example.org/hra"),
        ("Basic results", "https://example.org/basic"),
        ("Other publications", "https://doi.org/10.1000/example.2"),
        ("Study website", "https://example.org/site"),
    ]
    assert not all_of(reading, PublicationLink)


def test_files_have_their_days_and_what_they_contain():
    file = (
        '<attachedFile downloadUrl="https://example.org/f"><description>Version 2</description><name>a.pdf</name>'
        "<length>12</length></attachedFile>"
    )
    listed = outputs(("protocolfile", "a.pdf"), ("sap", "b.pdf"))
    found = all_of(said(xml(f"<outputs>{listed}</outputs><attachedFiles>{file}</attachedFiles>")), StudyDocument)
    assert [(one.label, one.document_file, one.has_protocol, one.has_sap) for one in found] == [
        ("Version 2", "a.pdf", True, None),
        ("Statistical analysis plan", "b.pdf", None, True),
    ]
    assert [(one.byte_size, one.document_date, one.document_uploaded, one.url) for one in found] == [
        (12, "2024-08-01", "2025-01-06", ("https://example.org/f",)),
        (17, "2024-08-01", "2025-01-06", ()),
    ]


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("2023 Abstract results in https://doi.org/10.1000/example.1 (added 30/09/2026)", ["RESULT"]),
        ("2021 Interim results article in https://pubmed.ncbi.nlm.nih.gov/31000001/", ["RESULT"]),
        ("2021 Preprint results in https://doi.org/10.1000/example.1", ["RESULT"]),
        ("2021 Statistical analysis plan in https://pubmed.ncbi.nlm.nih.gov/31000001/", ["BACKGROUND"]),
        ("2019 Other publications in https://pubmed.ncbi.nlm.nih.gov/31000001/", ["Other publications"]),
        ("2019 Thesis in a library", []),
    ],
)
def test_listed_publications_are_known_by_their_kind(line: str, kinds: list[str]):
    reading = said(xml(f"<results><publicationDetails>{line}</publicationDetails></results>"))
    links = [one.link_type for one in all_of(reading, PublicationLink)]
    assert links + [one.label for one in all_of(reading, WebLink)] == kinds


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Fever\nChills \n2nd degree burns", ["Fever", "Chills", "2nd degree burns"]),
        ("Fever that comes\nand goes", ["Fever that comes\nand goes"]),
        ("Fever", ["Fever"]),
    ],
)
def test_conditions_on_lines_of_their_own_are_several(written: str, names: list[str]):
    conditions = f"<conditions><condition><description>{written}</description></condition></conditions>"
    assert [one.label for one in all_of(said(xml(conditions)), ConditionName)] == names


def test_drugs_are_interventions_each():
    drugs = "<drugNames><drugName>Alpha</drugName><drugName>Beta</drugName></drugNames>"
    given = (
        f"<intervention><description>Both</description><interventionType>Drug</interventionType>{drugs}</intervention>"
    )
    found = all_of(said(xml(f"<interventions>{given}</interventions>")), Intervention)
    assert [(one.label, one.description, one.intervention_type) for one in found] == [
        ("Alpha", "Both", "DRUG"),
        ("Beta", None, "DRUG"),
    ]


def numbers(joined: str) -> list[tuple[str, str | None, str | None]]:
    """Further numbers of a record, and the text in which they stand together."""
    listed = {"cpms": "49816", "Protocol serial number": "EX/1", "Grant Code": "MR/X1", "Example Fund": "F-1"}
    inner = "".join(f'<secondaryNumber numberType="{kind}">{one}</secondaryNumber>' for kind, one in listed.items())
    refs = f"<protocolSerialNumber>{joined}</protocolSerialNumber><secondaryNumbers>{inner}</secondaryNumbers>"
    found = all_of(said(xml(f"<externalRefs>{refs}</externalRefs>")), TrialIdentifier)
    return [(one.id_value, one.id_type, one.id_issuer) for one in found[1:]]


def test_kinds_of_numbers_are_told_from_those_who_issue_them():
    listed = [
        ("49816", "SECONDARY", "CPMS"),
        ("EX/1", "ORGANISATION", None),
        ("MR/X1", "GRANT", None),
        ("F-1", "SECONDARY", "Example Fund"),
    ]
    assert numbers("CPMS: 49816, EX/1") == listed
    assert numbers("A, B") == [("A, B", "SECONDARY", None), *listed]


def test_a_summary_that_was_not_given_is_none():
    words = "Plain English summary of protocol not provided at time of registration"
    assert trial(
        xml(f"<trialDescription><plainEnglishSummary>{words}</plainEnglishSummary></trialDescription>")
    ) == trial(xml())


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("1.\tSurvival", [("Survival", None)]),
        ("1- Survival\n2- Growth", [("Survival", None), ("Growth", None)]),
        ("• Survival\nat 2 years\n• Growth", [("Survival\nat 2 years", None), ("Growth", None)]),
        ("• Survival\nGrowth", [("• Survival\nGrowth", None)]),
        ("1.5 mg of growth", [("1.5 mg of growth", None)]),
        ("1-2-3: growth", [("1-2-3: growth", None)]),
        ("1. PFS\n[Time Frame: 2 years]\n2. Growth [cm]", [("PFS", "2 years"), ("Growth [cm]", None)]),
    ],
)
def test_lists_of_outcomes_have_numbers_or_bullets(written: str, found: list[tuple[str, str | None]]):
    outcome = f"<trialDescription><secondaryOutcome>{written}</secondaryOutcome></trialDescription>"
    assert [(one.label, one.time_frame) for one in all_of(said(xml(outcome)), Outcome)] == found
