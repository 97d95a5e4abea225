"""Records of the ISRCTN registry: which field goes where, one hazard a case."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from kg.document import Document, Reading
from kg.errors import DocumentError, Unreadable
from kg.loaders import load, names, recognised
from kg.loaders.isrctn_xml import FORMAT
from kg.model import (
    Contact,
    Eligibility,
    EligibilityItem,
    Intervention,
    InvestigatorRole,
    Outcome,
    PublicationLink,
    RegistryRecord,
    Site,
    SponsorRole,
    Trial,
    TrialIdentifier,
)

CORPUS = Path(__file__).resolve().parents[1].parent / "shared" / "corpus" / "other-registries.zip"
HEAD = '<allTrials xmlns="http://www.67bricks.com/isrctn" totalCount="1"><fullTrial>'


def xml(inner: str = "", beside: str = "", attributes: str = 'lastUpdated="2024-05-06T10:00:00Z"') -> Document:
    """A trial with its number and some elements."""
    body = f"{HEAD}<trial {attributes}><isrctn>12345678</isrctn>{inner}</trial>{beside}</fullTrial></allTrials>"
    return Document("made.xml", body.encode())


def said(document: Document, *, contacts: bool = False) -> Reading:
    """What is read, split as a file first."""
    (part,) = FORMAT.split(document.uri, io.BytesIO(document.body))
    return FORMAT.read(part, contacts)


def all_of(reading: Reading, kind: type) -> list:
    return [record for record in reading.records if isinstance(record, kind)]


def trial(document: Document) -> Trial:
    return all_of(said(document), Trial)[0]


def test_a_record_is_named_by_its_number_and_its_version_is_the_day_of_the_update():
    reading = said(xml())
    assert reading.record == "https://w3id.org/trialgraph/record/isrctn/ISRCTN12345678"
    assert reading.version == "2024-05-06"
    assert all_of(reading, Trial)[0].iri == "https://w3id.org/trialgraph/trial/ISRCTN12345678"
    assert all_of(reading, RegistryRecord)[0].last_update_posted == "2024-05-06"


def test_a_number_with_its_letters_is_the_same_number():
    body = xml().body.replace(b"<isrctn>12345678", b"<isrctn>isrctn12345678")
    assert said(Document("made.xml", body)).record.endswith("/ISRCTN12345678")


@pytest.mark.parametrize(
    ("written", "tokens"),
    [
        ("Phase I", ("PHASE1",)),
        ("Phase I/II", ("PHASE1", "PHASE2")),
        ("Phase II/III", ("PHASE2", "PHASE3")),
        ("Phase III/IV", ("PHASE3", "PHASE4")),
        ("Phase 0", ("EARLY_PHASE1",)),
        ("Not Applicable", ("NA",)),
        ("Not Specified", ()),
        ("", ()),
    ],
)
def test_phase_words_of_the_registry_are_tokens(written: str, tokens: tuple[str, ...]):
    phase = f"<interventions><intervention><phase>{written}</phase></intervention></interventions>"
    assert trial(xml(phase)).phase == tokens


@pytest.mark.parametrize(
    ("written", "slots"),
    [
        ("Randomised controlled trial", ("RANDOMIZED", None, None)),
        ("Randomised cross over trial", ("RANDOMIZED", "CROSSOVER", None)),
        ("Non randomised study", ("NON_RANDOMIZED", None, None)),
        ("Case-control study", (None, None, "CASE_CONTROL")),
        ("Longitudinal study", (None, None, None)),
    ],
)
def test_secondary_design_becomes_tokens_only_where_it_is_one(written: str, slots: tuple[str | None, ...]):
    design = f"<trialDesign><secondaryStudyDesign>{written}</secondaryStudyDesign></trialDesign>"
    made = trial(xml(design))
    assert (made.allocation, made.intervention_model, made.observational_model) == slots


def test_a_stopped_trial_keeps_the_word_and_gets_no_token():
    design = "<overallStatusOverride>Stopped</overallStatusOverride><reasonAbandoned>No money</reasonAbandoned>"
    made = trial(xml(f"<trialDesign>{design}</trialDesign>"))
    assert (made.status_text, made.overall_status, made.why_stopped) == ("Stopped", None, "No money")


@pytest.mark.parametrize(
    ("final", "number", "kind"), [("9", 9, "ACTUAL"), ("0", 20, "ESTIMATED"), ("", 20, "ESTIMATED")]
)
def test_a_final_number_of_0_is_none(final: str, number: int, kind: str):
    people = f"<targetEnrolment>20</targetEnrolment><totalFinalEnrolment>{final}</totalFinalEnrolment>"
    made = trial(xml(f"<participants>{people}</participants>"))
    assert (made.enrolment, made.enrolment_type) == (number, kind)


def test_a_number_of_words_is_no_enrolment():
    assert (
        trial(xml("<participants><targetEnrolment>UK: 60; other: 4</targetEnrolment></participants>")).enrolment is None
    )


@pytest.mark.parametrize(
    ("element", "words", "days"),
    [
        ("<lowerAgeLimit>2 Days</lowerAgeLimit>", "2 Days", 2),
        ('<lowerAgeLimit value="18" unit="Years"/>', "18 Years", 6574),
        ('<lowerAgeLimit value="18" unit="Years">18 Years</lowerAgeLimit>', "18 Years", 6574),
    ],
)
def test_a_limit_of_age_is_read_from_words_or_attributes(element: str, words: str, days: int):
    (found,) = all_of(said(xml(f"<participants>{element}</participants>")), Eligibility)
    assert (found.minimum_age, found.minimum_age_days) == (words, days)


def test_criteria_stand_under_their_headings_in_order():
    people = "<inclusion>1. Aged 18\n2. Consent</inclusion><exclusion>Pregnancy</exclusion>"
    items = all_of(said(xml(f"<participants>{people}</participants>")), EligibilityItem)
    assert [(item.polarity, item.text) for item in items] == [
        ("INCLUSION", "Aged 18"),
        ("INCLUSION", "Consent"),
        ("EXCLUSION", "Pregnancy"),
    ]


def test_numbers_of_other_registries_are_theirs_and_stand_once():
    refs = (
        "<clinicalTrialsGovNumber>NCT01234567</clinicalTrialsGovNumber><eudraCTNumber>Nil known</eudraCTNumber>"
        "<secondaryNumbers><secondaryNumber>NCT01234567</secondaryNumber>"
        "<secondaryNumber>2014-002988-16</secondaryNumber></secondaryNumbers>"
    )
    found = all_of(said(xml(f"<externalRefs>{refs}</externalRefs>")), TrialIdentifier)
    assert [(one.id_value, one.id_type, one.id_issuer) for one in found] == [
        ("ISRCTN12345678", "REGISTRY", "ISRCTN"),
        ("NCT01234567", "REGISTRY", "ClinicalTrials.gov"),
        ("2014-002988-16", "REGISTRY", "EudraCT"),
    ]


def test_outcomes_of_newer_records_have_their_parts():
    measure = "<variable>HbA1c</variable><method>Blood test</method><timepoints>6 months</timepoints>"
    outcomes = f"<primaryOutcomes><outcomeMeasure>{measure}</outcomeMeasure></primaryOutcomes>"
    (found,) = all_of(said(xml(f"<trialDescription>{outcomes}</trialDescription>")), Outcome)
    assert (found.label, found.description, found.time_frame) == ("HbA1c", "Blood test", "6 months")


@pytest.mark.parametrize(
    ("written", "labels"),
    [
        ("1. Survival\n2. Growth", ["Survival", "Growth"]),
        ("Survival", ["Survival"]),
        ("Current:\n1. Survival\n\nPrevious:\n1. Growth", ["Current:\n1. Survival\n\nPrevious:\n1. Growth"]),
    ],
)
def test_a_text_of_outcomes_is_a_list_only_where_all_of_it_is_one(written: str, labels: list[str]):
    outcome = f"<trialDescription><secondaryOutcome>{written}</secondaryOutcome></trialDescription>"
    assert [one.label for one in all_of(said(xml(outcome)), Outcome)] == labels


def test_sponsor_funder_and_their_numbers_are_kept_apart():
    beside = (
        "<sponsor><organisation>A</organisation><commercialStatus>Commercial</commercialStatus>"
        "<rorId>https://ror.org/1</rorId></sponsor><funder><name>B</name></funder>"
    )
    found = all_of(said(xml(beside=beside)), SponsorRole)
    assert [(one.label, one.sponsor_type, one.sponsor_class, one.organisation_id) for one in found] == [
        ("A", "LEAD", "INDUSTRY", ("https://ror.org/1",)),
        ("B", "FUNDER", None, ()),
    ]


CONTACT = (
    "<contact><forename>Ada</forename><surname>Example</surname><contactTypes><contactType>{}</contactType>"
    "</contactTypes><contactDetails><email>a@b.example</email><telephone>+44 113 000</telephone></contactDetails>"
    "</contact>"
)


def test_a_principal_investigator_is_no_contact():
    reading = said(xml(beside=CONTACT.format("Principal investigator")))
    (found,) = all_of(reading, InvestigatorRole)
    assert (found.family_name, found.investigator_type) == ("Example", "PRINCIPAL_INVESTIGATOR")
    assert not all_of(reading, Contact)


@pytest.mark.parametrize(("contacts", "email"), [(False, ()), (True, ("a@b.example",))])
def test_addresses_are_kept_only_where_they_are_asked_for(contacts: bool, email: tuple[str, ...]):
    (found,) = all_of(said(xml(beside=CONTACT.format("Scientific")), contacts=contacts), Contact)
    assert (found.label, found.email, found.contact_type) == ("Ada Example", email, "scientific")


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("2022 Results article in https://pubmed.ncbi.nlm.nih.gov/36385642/ (added 18/11/2022)", ["RESULT"]),
        ("2014 Protocol in https://www.ncbi.nlm.nih.gov/pubmed/25424004", ["BACKGROUND"]),
        ("2014 Abstract in https://www.ncbi.nlm.nih.gov/pubmed/25424004", []),
        ("2022 Results article in a journal without a number", []),
    ],
)
def test_a_listed_publication_is_linked_by_its_number(line: str, kinds: list[str]):
    results = f"<results><publicationDetails>{line}</publicationDetails></results>"
    assert [one.link_type for one in all_of(said(xml(results)), PublicationLink)] == kinds


def test_an_intervention_keeps_its_kind_only_where_it_is_one_of_ours():
    kinds = "".join(
        f"<intervention><interventionType>{kind}</interventionType><drugNames>x</drugNames></intervention>"
        for kind in ("Biological/Vaccine", "Mixed", "Procedure/Surgery")
    )
    found = all_of(said(xml(f"<interventions>{kinds}</interventions>")), Intervention)
    assert [one.intervention_type for one in found] == ["BIOLOGICAL", None, "PROCEDURE"]


def test_an_empty_centre_is_no_site():
    centre = "<trialCentre><name/><city/><country/><zip>-</zip></trialCentre>"
    centres = f"<participants><trialCentres>{centre}</trialCentres></participants>"
    assert not all_of(said(xml(centres)), Site)


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Owl Hospital, 1 High Street,\nLeeds, LS1 3EX, United Kingdom.", "Owl Hospital"),
        ("Owl Hospital,Ward 2, Leeds", "Owl Hospital, Ward 2"),
        ("Leeds", "Leeds"),
        ("Hospital of Leeds,Bird Street", "Hospital of Leeds,Bird Street"),
    ],
)
def test_the_name_of_a_centre_goes_without_the_address_that_its_fields_repeat(name: str, label: str):
    fields = "<address>1 High Street</address><city>Leeds</city><country>United Kingdom</country><zip>LS1 3EX</zip>"
    centre = f"<trialCentre><name>{name}</name>{fields}</trialCentre>"
    centres = f"<participants><trialCentres>{centre}</trialCentres></participants>"
    assert [one.label for one in all_of(said(xml(centres)), Site)] == [label]


def test_every_trial_of_an_export_is_a_document_of_its_own():
    one = xml().body.decode().removeprefix(HEAD).removesuffix("</fullTrial></allTrials>")
    body = HEAD + one + "</fullTrial><fullTrial>" + one.replace("12345678", "87654321") + "</fullTrial></allTrials>"
    found = list(FORMAT.split("made.xml", io.BytesIO(body.encode())))
    assert [FORMAT.read(part, False).record[-8:] for part in found] == ["12345678", "87654321"]


def test_a_trial_without_a_number_is_rejected():
    body = xml().body.replace(b"<isrctn>12345678</isrctn>", b"<isrctn/>")
    with pytest.raises(DocumentError, match=r"made.xml#1: trial without a registry number: wanted 8 digits"):
        said(Document("made.xml", body))


def test_other_elements_are_rejected_with_their_name():
    with pytest.raises(Unreadable, match="not an ISRCTN trial: wanted the element trial, found 'sponsor'"):
        FORMAT.read(Document("made.xml", b"<sponsor/>"), False)


def test_json_that_nests_without_end_is_rejected():
    with pytest.raises(Unreadable, match="not JSON"):
        FORMAT.read(Document("made.json", b'{"isrctn":' * 100_000), False)


def test_json_says_what_the_same_xml_says():
    made = {"isrctn": "12345678", "participants": {"gender": "All", "targetEnrolment": "20"}}
    from_json = said(Document("made.xml", json.dumps(made).encode()))
    people = "<participants><gender>All</gender><targetEnrolment>20</targetEnrolment></participants>"
    from_xml = said(xml(people, attributes=""))
    of_document = (RegistryRecord,)
    assert [r for r in from_json.records if not isinstance(r, of_document)] == [
        r for r in from_xml.records if not isinstance(r, of_document)
    ]


# Each of these takes minutes where a rule looks through the same words again and again.
@pytest.mark.parametrize(
    "words", [" " * 300_000 + "x", "1. " * 100_000, "\n" * 300_000 + "x", "2022 Results " * 30_000]
)
@pytest.mark.parametrize(
    "path", ["trialDescription/primaryOutcome", "results/publicationDetails", "trialDesign/studyDesign"]
)
def test_long_runs_of_blanks_and_marks_take_no_longer_than_their_length(path: str, words: str):
    outer, inner = path.split("/")
    assert trial(xml(f"<{outer}><{inner}>{words}</{inner}></{outer}>")).registry_id == ("ISRCTN12345678",)


@pytest.mark.parametrize("other", [name for name in names() if name != "isrctn_xml"])
def test_golden_files_are_taken_by_their_own_format_alone(other: str):
    golden = Path(__file__).parent / "golden"
    for path in (golden / other).glob("[!.]*"):
        assert path.suffix == ".nq" or not FORMAT.detect(path.read_bytes()[: 1 << 16])
    for path in (path for path in (golden / "isrctn_xml").glob("[!.]*") if path.suffix != ".nq"):
        assert not load(other).detect(path.read_bytes()[: 1 << 16])


@pytest.mark.skipif(not CORPUS.exists(), reason="../shared/corpus is not here")
def test_every_record_of_the_corpus_is_recognised_and_read(corpus_files: dict[str, bytes]):
    records = {name: body for name, body in corpus_files.items() if "/isrctn/" in name}
    assert len(records) == 9
    for name, body in records.items():
        assert recognised(body[: 1 << 16]) == "isrctn_xml"
        assert said(Document(name, body)).record.endswith(f"/ISRCTN{Path(name).stem}")


@pytest.fixture(scope="module")
def corpus_files() -> dict[str, bytes]:
    """Files of other registries by their name in the archive."""
    with zipfile.ZipFile(CORPUS) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
