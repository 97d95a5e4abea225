"""Legacy XML of ClinicalTrials.gov: what old copies call by other names, and what is no record."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from kg.document import Document, Reading
from kg.errors import DocumentError, Unreadable
from kg.loaders.ctgov.study import IdentificationModule, InterventionOfStudy
from kg.loaders.ctgov_xml import FORMAT, study_of
from kg.model import Issue, RegistryRecord, StudyDocument, Trial

CORPUS = Path(__file__).resolve().parents[1].parent / "shared" / "corpus" / "ctgov-xml.zip"
GOLDEN = Path(__file__).parent / "golden" / "ctgov_xml"
needs_corpus = pytest.mark.skipif(not CORPUS.is_file(), reason="../shared/corpus is not here")

# Every file of the corpus that is refused, with what is wrong.
REFUSED = {
    "ctti-clinicaltrials+aact/spec/support/xml_data/NCT02654730.rev-a38bab0.xml": (
        "not well-formed XML: wanted XML, found Opening and ending tag mismatch: last_known_status line 86 and "
        "overall_status, line 86, column 49"
    ),
}
NO_RECORDS = {
    "a list of what a search found": b"<search_results count='1'><clinical_study><nct_id>NCT1</nct_id>",
    "a feed": b"<?xml version='1.0'?><rss version='2.0'><channel><title>NCT00000001</title></channel></rss>",
    "a page": b"<!DOCTYPE html><html><body>clinical_study</body></html>",
    "JSON": b'{"clinical_study": "<clinical_study>"}',
}


def study(inner: str) -> Reading:
    """A study with a number and what else is given, in order."""
    body = f"<clinical_study><id_info><nct_id>NCT09990000</nct_id></id_info>{inner}</clinical_study>"
    return FORMAT.read(Document("made.xml", body.encode()), False)


def trial(inner: str) -> Trial:
    return next(record for record in study(inner).records if isinstance(record, Trial))


@pytest.mark.parametrize("head", NO_RECORDS.values(), ids=NO_RECORDS)
def test_is_not_taken_for_a_study(head: bytes):
    assert not FORMAT.detect(head)


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf", b"\n\n", b'<?xml version="1.0" encoding="UTF-8"?>\n'])
def test_is_taken_for_a_study(start: bytes):
    assert FORMAT.detect(start + b'<clinical_study rank="1">\n')


def test_another_element_is_refused():
    with pytest.raises(Unreadable, match="wanted the element clinical_study, found rss"):
        FORMAT.read(Document("made.xml", b"<rss/>"), False)


def test_a_study_without_a_number_is_refused():
    with pytest.raises(DocumentError, match="study without a registry number"):
        FORMAT.read(Document("made.xml", b"<clinical_study><brief_title>A</brief_title></clinical_study>"), False)


def test_several_studies_under_one_root_are_several_records():
    body = (GOLDEN / "several.xml").read_bytes()
    assert [one.uri for one in FORMAT.split("several.xml", io.BytesIO(body))] == ["several.xml#1", "several.xml#2"]


@pytest.mark.parametrize(
    ("inner", "slot", "value"),
    [
        ("<gender>Both</gender>", "sex", None),
        ("<phase>N/A</phase><study_type>Interventional</study_type>", "phase", ("NA",)),
        # Before 2018 every study without a phase had this one.
        ("<phase>N/A</phase><study_type>Observational</study_type>", "phase", ()),
        ("<phase>Phase 0</phase>", "phase", ("EARLY_PHASE1",)),
        ("<phase>Phase 2/Phase 3</phase>", "phase", ("PHASE2", "PHASE3")),
        ("<study_type>Observational [Patient Registry]</study_type>", "patient_registry", True),
        ("<study_type>N/A</study_type>", "study_type", None),
        ("<start_date>November 5, 2007</start_date>", "start_date", "2007-11-05"),
        ("<start_date>November 2007</start_date>", "start_date", "2007-11"),
        ('<enrollment type="Anticipated">40</enrollment>', "enrolment_type", "ESTIMATED"),
        ("<enrollment>about 40</enrollment>", "enrolment", None),
        ("<has_expanded_access>No</has_expanded_access>", "has_expanded_access", False),
        ("<overall_status>Unknown status</overall_status>", "overall_status", "UNKNOWN"),
        ("<why_stopped>\n    slow\n    accrual\n  </why_stopped>", "why_stopped", "slow accrual"),
        ("<study_design>Allocation: N/A, Masking: Open Label</study_design>", "allocation", "NA"),
        ("<study_design>Treatment, Non-Randomized, Open Label</study_design>", "allocation", "NON_RANDOMIZED"),
        ("<study_design>Masking: Single Blind (Subject)</study_design>", "who_masked", ("PARTICIPANT",)),
        ("<study_design_info><masking>None (Open Label)</masking></study_design_info>", "who_masked", ()),
        ("<study_design_info><masking>No masking</masking></study_design_info>", "masking", "NONE"),
        ("<study_design_info><masking>Participant, Investigator</masking></study_design_info>", "masking", "DOUBLE"),
        ("<study_design>Time Perspective: Longitudinal, Prospective</study_design>", "time_perspective", "PROSPECTIVE"),
        ("<oversight_info><is_us_export>true</is_us_export></oversight_info>", "exported_from_us", True),
        ("<brief_title>A \\* B</brief_title>", "brief_title", "A \\* B"),
        ("<brief_title> A\n  B </brief_title>", "brief_title", "A\n\nB"),
    ],
)
def test_words_are_read(inner: str, slot: str, value: object):
    if slot == "sex":
        made = study(f"<eligibility>{inner}</eligibility>").records
        assert [one.sex for one in made if hasattr(one, "sex")] == ["ALL"]
    else:
        assert getattr(trial(inner), slot) == value


@pytest.mark.parametrize(
    ("inner", "version"),
    [
        ("<lastchanged_date>May 7, 2008</lastchanged_date>", "2008-05-07"),
        (
            "<last_update_submitted>May 7, 2018</last_update_submitted>"
            '<last_update_posted type="Estimate">May 9, 2018</last_update_posted>',
            "2018-05-09",
        ),
        ("<last_update_submitted>Unknown</last_update_submitted>", ""),
    ],
)
def test_version_is_the_day_of_the_last_update(inner: str, version: str):
    assert study(inner).version == version


@pytest.mark.parametrize(
    ("written", "token"),
    [
        ("Longitudinal, Prospective", "PROSPECTIVE"),
        ("Cross-Sectional", "CROSS_SECTIONAL"),
        # Two tokens, and one place for them.
        ("Cross-Sectional, Retrospective", None),
        ("Longitudinal, Lasting", None),
    ],
)
def test_of_older_words_the_one_that_is_a_token_counts(written: str, token: str | None):
    words = f"<study_design_info><time_perspective>{written}</time_perspective></study_design_info>"
    assert trial(words).time_perspective == token


def test_the_day_on_which_the_last_update_passed_quality_control_is_read():
    body = (GOLDEN / "whole.xml").read_bytes()
    made = FORMAT.read(Document("whole.xml", body), False).records
    assert [one.last_update_submitted_qc for one in made if isinstance(one, RegistryRecord)] == ["2022-02-27"]


@pytest.mark.parametrize(
    ("address", "kept", "told"),
    [
        ("https://ClinicalTrials.gov/Docs/00/Sap_001.pdf", ("https://ClinicalTrials.gov/Docs/00/Sap_001.pdf",), []),
        ("Docs/00/Sap_001.pdf", (), ["Docs/00/Sap_001.pdf"]),
    ],
)
def test_a_document_has_the_address_under_which_it_can_be_had(address: str, kept: tuple[str, ...], told: list[str]):
    inner = f"<provided_document><document_url>{address}</document_url></provided_document>"
    made = study(f"<provided_document_section>{inner}</provided_document_section>").records
    (found,) = (one for one in made if isinstance(one, StudyDocument))
    assert (found.document_file, found.url) == ("Sap_001.pdf", kept)
    assert [one.description for one in made if isinstance(one, Issue)] == told


def test_interventions_keep_all_of_their_arms_and_names():
    body = (GOLDEN / "whole.xml").read_bytes()
    found = study_of(Document("whole.xml", body)).protocol_section.arms_interventions_module
    assert found is not None
    assert found.interventions[0] == InterventionOfStudy(
        "DRUG", "Madexolone", "Capsules of 10 mg", ("Madexolone",), ("MDX",)
    )


def test_totals_are_no_events_and_defaults_are_spelled_out():
    body = (GOLDEN / "whole.xml").read_bytes()
    section = study_of(Document("whole.xml", body)).results_section
    assert section is not None
    events = section.adverse_events_module
    assert events is not None
    group, serious, other = events.event_groups[0], events.serious_events, events.other_events
    assert (group.id, group.deaths_num_affected, group.serious_num_at_risk, group.other_num_affected) == (
        "EG000",
        "1",
        "21",
        "6",
    )
    assert [(one.term, one.source_vocabulary) for one in serious] == [("Palpitations", "MedDRA 22.0")]
    assert [(one.term, one.source_vocabulary, one.assessment_type) for one in other] == [
        ("Chills", "CTCAE 5.0", "Non-systematic Assessment")
    ]


def test_measures_that_count_participants_become_denominators():
    body = (GOLDEN / "former_names.xml").read_bytes()
    section = study_of(Document("former_names.xml", body)).results_section
    assert section is not None
    baseline, outcomes = section.baseline_characteristics_module, section.outcome_measures_module
    assert baseline is not None
    assert outcomes is not None
    assert [(one.units, one.counts[0].value) for one in baseline.denoms] == [("Participants", "60")]
    gender, region = baseline.measures
    assert [one.title for one in gender.classes[0].categories] == ["Female"]
    assert [one.title for one in region.classes] == ["Belgium"]
    assert outcomes.outcome_measures[0].denoms[0].counts[0].group_id == "OG000"
    assert outcomes.outcome_measures[0].classes[0].title == "Month 6"


MEASURE = "<measure><title>{title}</title>{kind}<{tag}/></measure>"
NUMBER, MEAN = "<param>Number</param>", "<param>Mean</param>"
SPREAD = "<param>Number</param><dispersion>Full Range</dispersion>"
ANALYSED = "<analyzed_list><analyzed><units>Nests</units></analyzed></analyzed_list>"


@pytest.mark.parametrize(
    ("before", "measures", "counted", "titles"),
    [
        ("", [(NUMBER, "category_list"), (NUMBER, "category_list")], ["Eyes"], ["Number of Eyes"]),
        ("", [(MEAN, "category_list"), (NUMBER, "category_list")], [], ["Number of Eyes", "Number of Eyes"]),
        ("", [(SPREAD, "category_list"), (NUMBER, "category_list")], [], ["Number of Eyes", "Number of Eyes"]),
        ("", [(NUMBER, "class_list"), (NUMBER, "class_list")], [], ["Number of Eyes", "Number of Eyes"]),
        ("", [(NUMBER, "category_list")], [], ["Number of Eyes"]),
        (ANALYSED, [(NUMBER, "category_list"), (NUMBER, "category_list")], ["Nests"], ["Number of Eyes"] * 2),
    ],
)
def test_only_the_first_measure_of_an_older_record_counts_and_no_other_is_lost(
    before: str, measures: list[tuple[str, str]], counted: list[str], titles: list[str]
):
    made = [MEASURE.format(title="Number of Eyes", kind=kind, tag=tag) for kind, tag in measures]
    inner = f"<clinical_results><baseline>{before}<measure_list>{''.join(made)}</measure_list></baseline>"
    body = f"<clinical_study>{inner}</clinical_results></clinical_study>".encode()
    section = study_of(Document("made.xml", body)).results_section
    baseline = section and section.baseline_characteristics_module
    assert baseline is not None
    assert [one.units for one in baseline.denoms] == counted
    assert [one.title for one in baseline.measures] == titles


def test_the_number_is_that_of_the_study_and_not_an_alias():
    body = (GOLDEN / "whole.xml").read_bytes()
    found = study_of(Document("whole.xml", body)).protocol_section.identification_module
    assert isinstance(found, IdentificationModule)
    assert (found.nct_id, found.nct_id_aliases) == ("NCT09990001", ("NCT09990009",))


@needs_corpus
def test_every_file_of_the_corpus_loads_or_is_refused_for_a_known_cause():
    refused: dict[str, str] = {}
    records = set()
    with zipfile.ZipFile(CORPUS) as archive:
        for name in archive.namelist():
            body = archive.read(name)
            assert FORMAT.detect(body[: 1 << 16])
            for document in FORMAT.split(name, io.BytesIO(body)):
                try:
                    records.add(FORMAT.read(document, False).record)
                except DocumentError as error:
                    refused[error.uri] = f"{error.cause}: {error.detail}"
    assert refused == REFUSED
    assert len(records) == 1707


@pytest.mark.parametrize("name", ["whole.xml", "former_names.xml"])
def test_a_record_cut_anywhere_is_refused(name: str):
    body = (GOLDEN / name).read_bytes()
    for end in range(0, len(body.rstrip()) - 1, 97):
        with pytest.raises(DocumentError):
            FORMAT.read(Document(name, body[:end]), False)


@needs_corpus
def test_real_records_cut_at_every_kilobyte_are_refused():
    with zipfile.ZipFile(CORPUS) as archive:
        bodies = [archive.read(name) for name in sorted(archive.namelist())[:1500:300]]
    for body in bodies:
        for end in range(1024, len(body.rstrip()), 1024):
            with pytest.raises(DocumentError):
                [FORMAT.read(one, False) for one in FORMAT.split("cut.xml", io.BytesIO(body[:end]))]
