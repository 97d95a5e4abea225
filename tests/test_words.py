"""Words that know their place, masking that moves nothing, evidence that quotes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evidence import Notes, Quote
from kg.extract.contacts import masked
from kg.extract.words import Words
from kg.model import Trial

WRAPPED = "AB  - Patients receive \n      nab-paclitaxel (125\n      mg/m(2)).\n"
LINES = [(6, 22), (30, 49), (56, 65)]


@pytest.fixture
def field() -> Words:
    """A field wrapped over three lines, the first of which ends in a space."""
    return Words.joined(WRAPPED, LINES)


def test_wrapped_lines_become_one_text(field: Words):
    assert field.text == "Patients receive nab-paclitaxel (125 mg/m(2))."
    assert (field.start, field.end) == (6, 65)


@pytest.mark.parametrize("part", ["Patients", "receive nab", "nab-paclitaxel", "(125 mg", "mg/m(2)", "."])
def test_a_part_stands_where_the_document_has_it(field: Words, part: str):
    at = field.text.index(part)
    words = field.part(at, at + len(part))
    assert words.text == part
    assert " ".join(WRAPPED[words.start : words.end].split()) == part


@given(st.integers(0, 46), st.integers(0, 46), st.integers(0, 46), st.integers(0, 46))
def test_a_part_of_a_part_is_the_part(a: int, b: int, c: int, d: int):
    field = Words.joined(WRAPPED, LINES)
    start, end = sorted((a, b))
    inner_start, inner_end = (min(i, end - start) for i in sorted((c, d)))
    twice = field.part(start, end).part(inner_start, inner_end)
    once = field.part(start + inner_start, start + inner_end)
    assert twice.text == once.text
    if once.text.strip():
        assert (twice.start, twice.end) == (once.start, once.end)


def test_every_word_of_many_lines_knows_its_place():
    # Were all lines looked at for every word, this would take many minutes.
    text = "a\n" * 150_000
    found = Words.joined(text, ((at, at + 1) for at in range(0, len(text), 2))).find_all("a")
    assert [word.start for word in found] == list(range(0, len(text), 2))


def test_splitting_keeps_places():
    document = "x: Fuzhou,  Fujian ,,China"
    parts = Words.at(document, 3, len(document)).split(",")
    assert [(p.text, document[p.start : p.end]) for p in parts] == [(w, w) for w in ("Fuzhou", "Fujian", "China")]


def test_find_gives_the_words_of_a_group_and_nothing_without_a_match(field: Words):
    found = field.find(r"\((\d+)", 1)
    assert found is not None
    assert WRAPPED[found.start : found.end] == "125"
    assert field.find("absent") is None


@pytest.mark.parametrize(
    "contact",
    [
        "yzhai@ascentage.com",
        "a.b-c+d@sub.example.co.uk",
        "王@例子.中国",
        "Tel: +86 21 6417 5590",
        "phone 021-64175590",
        "Fax (301) 555-0100",
        "+1 (301) 555-0100",
        "301-555-0100",
        "(301-555-0100)",
        "(1-877-555-0100)",
        "Telephone number: 0049 89 1234567",
        "(0591) 83357896",
        "电话：13599999999",
        "13599999999",
        "Telefon: 030 450 50123",
        "Tel. 01 23 45 67 89",
        "name (at) hospital.org",
        "jane.doe @ hospital.org",
        "jane＠hospital.org",
    ],
)
def test_contacts_are_masked_without_moving_anything(contact: str):
    text = f"before {contact}. after"
    hidden = masked(text)
    assert len(hidden) == len(text)
    assert hidden.startswith("before ")
    assert hidden.endswith(". after")
    assert not set("@＠") & set(hidden)
    assert "hospital" not in hidden
    assert not any(character.isdigit() for character in hidden)


def test_a_letter_that_grows_in_lower_case_hides_no_number():
    assert masked("İİ Tel: 021-64175590") == "İİ Tel: ************"


@pytest.mark.parametrize(
    "harmless",
    [
        "S2666-3791(25)00437-9",
        "10.1016/j.xcrm.2025.102364",
        "2666-3791",
        "NCT04643405",
        "2025-04-17",
        "WO2021110011A1",
        "Shanghai 200032",
        "CD4+ 1000 cells",
        "call 5 patients",
        "1,000 mg/m(2)",
        "+/- 12.5",
        "ISRCTN12949496",
        "cell 2019;176(1-2):182-196",
        "@ 25 degrees",
        "phone 30 60 90 120 days",
        "call 2019-2020 120 patients",
        "telomerase 1000000000",
        "meet at) noon",
        "PMC13599999999",
        "(301-555-0100-7)",
    ],
)
def test_what_is_no_contact_is_left_alone(harmless: str):
    assert masked(f"before {harmless} after") == f"before {harmless} after"


def test_a_number_ends_with_its_line():
    assert masked("Phone: 0591-83357896\n\n350001\n2026-04-14") == "Phone: *************\n\n350001\n2026-04-14"


def test_a_quote_that_cuts_an_address_gives_nothing_away():
    text = masked("write to somebody.important@example.org now")
    quote = Quote.from_document(text, Words.at(text, 30, 36))
    assert "somebody" not in (quote.prefix or "")


def test_evidence_names_the_statement_and_quotes_its_words():
    text = "Study Start (Actual)\n\nMay 1, 2025\n"
    notes = Notes("urn:record", text)
    trial = notes.cite(Trial(iri="urn:trial", start_date="2025-05-01"), start_date=Words.at(text, 0, 33))
    (evidence,) = notes.evidence
    assert trial.start_date == "2025-05-01"
    assert evidence.object == '"2025-05-01"^^<http://www.w3.org/2001/XMLSchema#date>'
    assert (evidence.start, evidence.end, evidence.basis) == (0, 33, "STATED")


def test_a_slot_without_a_value_has_no_words():
    with pytest.raises(ValueError, match=r"Trial\.acronym has 1 values, and words for 1"):
        Notes("urn:record", "x").cite(Trial(iri="urn:trial"), acronym=Words.at("x", 0, 1))


def test_every_value_of_a_slot_has_its_words():
    words = Words.at("Phase 1", 0, 7)
    with pytest.raises(ValueError, match=r"Trial\.phase has 2 values, and words for 1"):
        Notes("urn:record", "Phase 1").cite(Trial(iri="urn:trial", phase=("PHASE1", "PHASE2")), phase=[words])


def test_a_slot_that_the_class_lacks_is_an_error():
    with pytest.raises(KeyError, match="colour"):
        Notes("urn:record", "x").cite(Trial(iri="urn:trial"), colour=Words.at("x", 0, 1))


@pytest.mark.parametrize("evil", ["a-", "@", "+1 ", "1-", "tel ", "call 1 ", "a@b.", "(123)", "phone: +"])
def test_masking_reads_a_hostile_text_once(evil: str):
    # Twice the text takes about twice as long; a quadratic search would take minutes and never come to the end.
    text = evil * (400_000 // len(evil))
    assert len(masked(text)) == len(text)
