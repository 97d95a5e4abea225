"""Trial pages: hazards of a copied text, one a test, on the shipped page and on the least page that has them."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.document import Document, Reading
from kg.errors import DocumentError, Unreadable
from kg.extract.words import Words
from kg.loaders.trial_page import FORMAT
from kg.model import (
    Contact,
    Eligibility,
    EligibilityItem,
    Evidence,
    Intervention,
    InvestigatorRole,
    IpdSharing,
    Issue,
    Outcome,
    Record,
    RegistryRecord,
    Site,
    SponsorRole,
    Trial,
    TrialIdentifier,
)

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ROOT / "data/documents/pd1-ven-cag.txt"
GOLDEN = ROOT / "tests/golden/trial_page"
AnyRecord = TypeVar("AnyRecord", bound=Record)


def read(text: str | bytes, *, contacts: bool = False) -> Reading:
    body = text.encode() if isinstance(text, str) else text
    return FORMAT.read(Document("page.txt", body), contacts)


def every(reading: Reading, kind: type[AnyRecord]) -> list[AnyRecord]:
    return [record for record in reading.records if isinstance(record, kind)]


def one(reading: Reading, kind: type[AnyRecord]) -> AnyRecord:
    (found,) = every(reading, kind)
    return found


def words(text: str) -> Words:
    return Words.at(text, 0, len(text))


def texts(found: list[Words]) -> list[str]:
    return [part.text for part in found]


@pytest.fixture(scope="module")
def shipped() -> Reading:
    return read(SHIPPED.read_bytes())


def page(
    head: str = "A Title\n\nMay 2, 2025 updated by: Org\n\nAn Official Title\n\nA summary.", *sections: str
) -> str:
    """The least page: head, status and study type, then what a test is about."""
    overview = "Study Overview\n\nStatus\n\nCompleted\n\nStudy Type\n\nInterventional"
    return "\n\n".join([head, overview, *sections])


# Which files are pages


@pytest.mark.parametrize("path", [SHIPPED, *GOLDEN.glob("*.txt")], ids=lambda path: path.name)
def test_a_page_is_recognised(path: Path):
    assert FORMAT.detect(path.read_bytes()[: 1 << 16])


@pytest.mark.parametrize(
    "head",
    [
        b'{"text": "\nStudy Overview\nStudy Plan\n"}',
        b"<html>\nStudy Overview\nStudy Plan\n",
        b"\xef\xbb\xbf<?xml version='1.0'?>\nStudy Overview\nStudy Plan\n",
        b"PMID- 1\nAB  - \nStudy Overview\nStudy Plan\n",
        b"Study Overview\nand nothing else",
        b"The Study Overview of a Study Plan",
        b"",
    ],
)
def test_what_only_holds_the_words_of_a_page_is_not_recognised(head: bytes):
    assert not FORMAT.detect(head)


def test_a_text_without_sections_is_unreadable():
    with pytest.raises(Unreadable, match="not a trial page: wanted a section such as Study Overview"):
        read("A letter.\n\nIt has no sections.")


def test_a_page_without_a_title_is_refused():
    with pytest.raises(DocumentError, match="trial page without a title: wanted a title above Study Overview"):
        read("Study Overview\n\nStatus\n\nCompleted")


def test_a_page_cut_anywhere_is_read_or_refused():
    body = SHIPPED.read_bytes()
    for end in range(0, len(body), 300):
        try:
            reading = read(body[:end])
        except DocumentError:
            continue
        assert reading.records


LINES = [
    line for path in (SHIPPED, *GOLDEN.glob("*.txt")) for line in path.read_text("utf-8-sig").splitlines(keepends=True)
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.one_of(st.sampled_from(LINES), st.text(max_size=40), st.integers(0, 30).map(lambda n: " " * n + "• x\n"))
    ),
    st.booleans(),
)
def test_lines_in_any_order_are_read_or_refused(lines: list[str], contacts: bool):
    try:
        reading = read("".join(lines).encode("utf-8", "ignore"), contacts=contacts)
    except DocumentError:
        return
    text = Document("page.txt", "".join(lines).encode("utf-8", "ignore")).text(contacts=contacts)
    for record in reading.records:
        record.nquads(reading.record)
        if isinstance(record, Evidence):
            assert record.start is not None
            assert record.end is not None
            assert " ".join((record.exact or "").split()) == " ".join(text[record.start : record.end].split())


# The shipped page, where a trap is not a fact of the checklist


def test_an_empty_list_of_interventions_swallows_no_label(shipped: Reading):
    assert [found.label for found in every(shipped, Intervention)] == [
        "PD-1 inhibitor+venetoclax+Cytarabine+Aclarubicin+G-CSF regimen"
    ]
    assert (one(shipped, Trial).detailed_description or "").startswith("I. Research Objectives")


def test_a_page_without_number_is_named_by_its_official_title(shipped: Reading):
    trial, number = one(shipped, Trial), one(shipped, TrialIdentifier)
    assert trial.registry_id == ()
    assert trial.iri.endswith(number.id_value)
    assert number.id_type == "TITLE"


def test_who_updated_the_page_is_not_said_to_be_the_sponsor(shipped: Reading):
    assert [role.sponsor_type for role in every(shipped, SponsorRole)] == ["UPDATED_BY"]


def test_a_repeated_time_frame_is_no_description(shipped: Reading):
    described = {outcome.label: outcome.description for outcome in every(shipped, Outcome)}
    assert described["Overall survival"] is None
    assert described["mCRc"] == "CR+CRi+MLFS"


def test_no_greatest_age_follows_from_the_name_of_a_group(shipped: Reading):
    limits = one(shipped, Eligibility)
    assert (limits.minimum_age, limits.maximum_age) == (None, None)
    assert one(shipped, Trial).age_group == ("ADULT", "OLDER_ADULT")


@pytest.mark.parametrize("limits", ["{} Years and older", "1 Year to {} Years", "up to {} Years", "{} Years"])
def test_an_age_that_nobody_reaches_is_no_limit(limits: str):
    reading = read(page() + "\n\nParticipation Criteria\n\nAges Eligible for Study\n\n" + limits.format("9" * 400))
    assert not [found for found in every(reading, Eligibility) if found.minimum_age_days or found.maximum_age_days]
    assert every(reading, Issue)


def test_numbered_ways_to_have_data_are_no_criteria(shipped: Reading):
    assert len(every(shipped, EligibilityItem)) == 13
    assert len(one(shipped, IpdSharing).ipd_channel) == 2


def test_verification_keeps_the_month_and_quotes_the_printed_day(shipped: Reading):
    assert one(shipped, RegistryRecord).last_verified == "2025-05"
    (evidence,) = [e for e in every(shipped, Evidence) if e.predicate.endswith("lastVerified")]
    assert (evidence.exact, evidence.basis) == ("May 1, 2025", "STATED")


def test_dates_for_sorting_are_derived(shipped: Reading):
    found = [e for e in every(shipped, Evidence) if e.predicate.endswith("DateSort")]
    assert {(e.basis, e.rule) for e in found} == {("DERIVED", "sort-date")}
    assert len(found) == 3


def test_what_is_unusual_is_said_and_kept(shipped: Reading):
    assert {(found.issue_kind, found.description) for found in every(shipped, Issue)} == {
        ("UNUSUAL", "first submitted 259 days after the start of the study"),
        ("CONFLICT", "last verified in 2025-05, first submitted on 2026-01-15"),
        ("UNUSUAL", "Phase 3 with one arm and allocation N/A"),
        ("CONFLICT", "said to be multicentre, one site is listed"),
    }


def test_related_terms_are_words_to_look_for_names_in(shipped: Reading):
    terms = [passage.words.text for passage in shipped.passages if passage.field == "related term"]
    assert terms == ["Acute T Lymphoblastic Leukemia (T-ALL)", "PD-1 Inhibitors"]


def test_the_copy_is_told_by_its_last_update(shipped: Reading):
    assert shipped.version == "2026-04-21"


# Head, sections and labels


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("NCT09000001\n\nTitle\n\nMay 2, 2025 updated by: Org", ("NCT09000001",)),
        (
            "Title\n\nMay 2, 2025 updated by: Org\n\nClinicalTrials.gov Identifier: NCT09000001\n\nOfficial",
            ("NCT09000001",),
        ),
        ("Follow-up of a Trial (NCT09000001)\n\nMay 2, 2025 updated by: Org", ()),
        ("Title\n\nMay 2, 2025 updated by: Org\n\nOfficial\n\nIt goes on from NCT09000001.", ()),
        ("Title\n\nMay 2, 2025 updated by: Org\n\nOfficial\n\nIt goes on from:\n\nNCT09000001", ()),
    ],
)
def test_a_number_is_the_trials_own_only_where_it_stands_as_such(head: str, number: tuple[str, ...]):
    assert one(read(page(head)), Trial).registry_id == number


def test_a_second_number_is_a_conflict():
    reading = read(
        page("NCT09000001\n\nTitle\n\nMay 2, 2025 updated by: Org", "More Information\n\nNCT Number\n\nNCT09000002")
    )
    assert one(reading, Trial).registry_id == ("NCT09000001",)
    assert [found.description for found in every(reading, Issue)] == ["NCT09000002"]


@pytest.mark.parametrize(
    ("below", "official", "summary"),
    [
        ("An Official Title\n\nA summary.", "An Official Title", "A summary."),
        (
            "Drug X vs. Placebo. A Randomized Trial.\n\nA summary.",
            "Drug X vs. Placebo. A Randomized Trial.",
            "A summary.",
        ),
        ("A summary in one paragraph.", None, "A summary in one paragraph."),
        ("First. This is a summary.\n\nIt goes on.", None, "First. This is a summary.\n\nIt goes on."),
        ("An Official Title", "An Official Title", None),
    ],
)
def test_the_official_title_is_told_from_the_summary(below: str, official: str | None, summary: str | None):
    trial = one(read(page(f"A Title\n\nMay 2, 2025 updated by: Org\n\n{below}")), Trial)
    assert (trial.official_title, trial.brief_summary) == (official, summary)


def test_a_line_of_text_that_reads_like_a_heading_begins_no_section():
    text = "Detailed Description\n\nStudy Plan\n\nWe plan.\n\nMore Information\n\nWe inform."
    overview = f"Study Overview\n\nStatus\n\nCompleted\n\n{text}"
    design = "Study Plan\n\nDesign Details\n\n  • Allocation: Randomized"
    trial = one(read(f"A Title\n\n{overview}\n\n{design}\n\nMore Information\n\nKeywords\n\n  • word"), Trial)
    assert trial.detailed_description == "Study Plan\n\nWe plan.\n\nMore Information\n\nWe inform."
    assert (trial.allocation, trial.keyword) == ("RANDOMIZED", ("word",))


def test_a_section_out_of_order_is_still_read():
    reading = read("A Title\n\nStudy Plan\n\nAllocation: Randomized\n\nStudy Overview\n\nStatus\n\nCompleted")
    assert one(reading, Trial).allocation == "RANDOMIZED"
    assert one(reading, Trial).overall_status == "COMPLETED"


def test_a_heading_within_its_own_section_is_text():
    trial = one(read(page() + "\n\nDetailed Description\n\nStudy Overview\n\nWe look over it."), Trial)
    assert trial.detailed_description == "Study Overview\n\nWe look over it."
    assert trial.overall_status == "COMPLETED"


def test_a_quote_does_not_run_over_a_header_within_it():
    table = "Participant Group / Arm\nExperimental: A\nTold before\nIntervention / Treatment\nand after.\nDrug: X"
    reading = read(page("A Title", "Study Plan", f"Arms and Interventions\n\n{table}"))
    quotes = [found.exact for found in every(reading, Evidence) if found.predicate.endswith("description")]
    assert quotes == ["Told before"]
    assert [found.words.text for found in reading.passages if found.field == "arm"] == [
        "A",
        "Told before",
        "and after.",
    ]


def test_a_label_that_is_not_known_is_kept_with_its_words():
    reading = read(page() + "\n\nMoon Phase\n\nwaxing\n\nEnrollment (Actual)\n\n7")
    assert [(found.issue_kind, found.label, found.description) for found in every(reading, Issue)] == [
        ("NOT_UNDERSTOOD", "Moon Phase", "waxing")
    ]
    assert one(reading, Trial).enrolment == 7


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Enrollment (Actual)", "many"),
        ("Enrollment (Actual)", "9" * 5_000),
        ("Enrollment (Actual)", "1" + ",000" * 2_000),
        ("Phase", "  • Phase 9"),
        ("Last Known Status", "asleep"),
    ],
    ids=["word", "digits", "thousands", "phase", "status"],
)
def test_a_value_that_cannot_be_read_is_kept_and_not_guessed(label: str, value: str):
    reading = read(page() + f"\n\n{label}\n\n{value}")
    assert [(found.label, found.description) for found in every(reading, Issue)] == [(label, value.strip(" •"))]
    trial = one(reading, Trial)
    assert (trial.enrolment, trial.phase, trial.last_known_status) == (None, (), None)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_lines_may_end_in_any_way(end: str):
    text = SHIPPED.read_text("utf-8").replace("\n", end)
    reading = read(text)
    assert len(reading.records) == len(read(SHIPPED.read_bytes()).records)
    assert one(reading, Trial).enrolment == 40


def test_below_the_page_other_trials_are_not_read():
    foot = "Clinical Trials on Asthma\n\n  • B University\n    Recruiting\n    NCT09000009\n\nSponsor\n\nB University"
    reading = read(page("A Title", "More Information\n\nKeywords\n\n  • word", foot))
    assert not every(reading, SponsorRole)
    assert one(reading, Trial).registry_id == ()
    assert [passage.words.text for passage in reading.passages if passage.field == "related term"] == ["Asthma"]


# Contacts


CONTACTS = (
    "Contacts and Locations\n\nHotline\n\n0113 496 0002\n\nStudy Contact\n\n"
    "  • Name: Ada Byron, MD\n  • Phone Number: +44 20 7946 0958\n"
    "  • Email: ada@example.org\n\nStudy Locations\n\n  • Leeds, United Kingdom\n    • Clinic\n      • Contact:\n"
    "        • 0113 496 0000\n        • Email: clinic@example.org\n  • 0113 496 0001"
)


def test_addresses_and_numbers_are_not_read_unless_asked_for():
    reading = read(page("A Title", CONTACTS))
    (contact,) = every(reading, Contact)
    assert (contact.label, contact.email, contact.telephone) == ("Ada Byron", (), ())
    said = "".join(record.nquads(reading.record) for record in reading.records)
    assert "7946" not in said
    assert "example.org" not in said
    assert "496 000" not in said


def test_addresses_and_numbers_are_read_when_asked_for():
    contacts = every(read(page("A Title", CONTACTS), contacts=True), Contact)
    assert contacts[0].email == ("ada@example.org",)
    assert contacts[0].telephone == ("+44 20 7946 0958",)


def test_the_registrys_own_address_is_no_contact():
    assert not every(read(SHIPPED.read_bytes(), contacts=True), Contact)


def test_an_investigator_of_a_site_works_there():
    text = "Study Locations\n\n• Lima, Peru\n  • H\n    • Principal Investigator:\n      • Ada Byron"
    reading = read(page("A Title", "Contacts and Locations", text))
    role = one(reading, InvestigatorRole)
    assert (role.label, role.investigator_type, len(role.affiliation)) == ("Ada Byron", "PRINCIPAL_INVESTIGATOR", 1)
    assert one(reading, Site).contact == ()
