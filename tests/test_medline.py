"""PubMed records in MEDLINE format: the shipped one, damaged ones, and real ones where they are at hand."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.document import Document, Reading
from kg.errors import DocumentError, Unreadable
from kg.extract.affiliations import addresses
from kg.extract.medline_fields import Fields
from kg.extract.people import orcid_of
from kg.extract.trial_numbers import trial_numbers
from kg.extract.words import Words
from kg.loaders.medline import FORMAT
from kg.model import Affiliation, Authorship, Evidence, Publication, PublicationRecord, Record, Trial
from kg.model import predicates as P

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = (ROOT / "data/documents/pubmed-40975066.nbib").read_bytes()
CORPUS = ROOT.parent / "shared/corpus/pubmed-nbib.zip"
RECORD = "https://w3id.org/trialgraph/record/pubmed/40975066"
LEAST = "PMID- 7\nTI  - A title.\n"


def read(body: bytes | str, *, contacts: bool = False) -> Reading:
    return FORMAT.read(Document("made.nbib", body.encode() if isinstance(body, str) else body), contacts)


def one(reading: Reading, kind: type[Record]) -> Record:
    (found,) = (record for record in reading.records if isinstance(record, kind))
    return found


def all_of(reading: Reading, kind: type[Record]) -> list[Record]:
    return [record for record in reading.records if isinstance(record, kind)]


def nquads(reading: Reading) -> str:
    return "".join(record.nquads(reading.record) for record in reading.records)


def words(text: str) -> Words:
    return Words.at(text, 0, len(text))


@pytest.fixture(scope="module")
def shipped() -> Reading:
    return read(SHIPPED)


def test_shipped_record_is_keyed_by_its_number_and_its_last_change(shipped: Reading):
    assert (shipped.record, shipped.version) == (RECORD, "2025-09-20")


def test_shipped_record_names_every_author_with_every_affiliation(shipped: Reading):
    assert len(all_of(shipped, Authorship)) == 19
    assert len(all_of(shipped, Affiliation)) == 31


def test_date_of_headings_that_equals_the_date_of_entry_is_no_date_of_indexing(shipped: Reading):
    assert one(shipped, PublicationRecord).mhda == "2025-09-21T00:30:00"
    assert one(shipped, PublicationRecord).mesh_indexed is None


def test_doi_is_one_value_stated_in_three_places(shipped: Reading):
    assert one(shipped, Publication).doi == ("10.1016/j.xcrm.2025.102364",)
    places = [e.start for e in all_of(shipped, Evidence) if e.predicate == P.DOI]
    assert len(places) == len(set(places)) == 3


def test_trial_is_one_thing_though_two_fields_name_it(shipped: Reading):
    assert one(shipped, Trial).registry_id == ("NCT04643405",)
    assert len([e for e in all_of(shipped, Evidence) if e.predicate == P.REGISTRY_ID]) == 2


def test_names_are_looked_for_in_titles_abstract_and_keywords_only(shipped: Reading):
    assert Counter(passage.field for passage in shipped.passages) == {
        "title": 1,
        "abstract": 1,
        "keyword": 5,
        "patent title": 1,
    }


def test_star_of_a_main_topic_is_no_part_of_a_keyword():
    reading = read(LEAST + "OT  - * main topic\nOT  - other topic\nOT  - *\n")
    assert one(reading, Publication).keyword == ("main topic", "other topic")
    assert [e.exact for e in all_of(reading, Evidence) if e.predicate == P.KEYWORD] == ["main topic", "other topic"]


def test_addresses_are_kept_only_when_they_are_asked_for(shipped: Reading):
    asked = [a.email for a in all_of(read(SHIPPED, contacts=True), Authorship) if a.email]
    assert asked == [("yzhai@ascentage.com",), ("yuxianjun@fudanpci.org",)]
    assert not any(a.email for a in all_of(shipped, Authorship))
    assert "ascentage.com" not in nquads(shipped)


def test_who_answers_letters_is_told_with_and_without_the_address(shipped: Reading):
    for reading in (shipped, read(SHIPPED, contacts=True)):
        answering = [a.label for a in all_of(reading, Authorship) if "CORRESPONDING_AUTHOR" in a.contribution]
        assert answering == ["Yifan Zhai", "XianJun Yu"]


def test_address_without_the_publishers_words_makes_no_corresponding_author():
    reading = read(LEAST + "FAU - A, B\nAU  - A B\nAD  - Example University. a.b@example.org.\n", contacts=True)
    author = one(reading, Authorship)
    assert author.email == ("a.b@example.org",)
    assert author.contribution == ("AUTHOR", "FIRST_AUTHOR")
    assert one(reading, Affiliation).text == "Example University"


def test_places_are_the_same_whether_addresses_are_kept_or_not(shipped: Reading):
    def places(reading: Reading) -> set[tuple[str, int | None, int | None]]:
        return {(e.subject, e.start, e.end) for e in all_of(reading, Evidence)}

    assert places(shipped) <= places(read(SHIPPED, contacts=True))


def outcome(document: Document) -> Reading | DocumentError:
    try:
        return FORMAT.read(document, True)
    except DocumentError as error:
        return error


COPYRIGHT = SHIPPED.index("©".encode())


@pytest.mark.parametrize("length", [*range(0, 40), *range(200, len(SHIPPED), 200), COPYRIGHT + 1])
def test_record_cut_anywhere_is_read_as_itself_or_refused(length: int):
    result = outcome(Document("made.nbib", SHIPPED[:length]))
    if isinstance(result, Reading):
        assert result.record == RECORD
        assert list(ox.parse(nquads(result).encode(), format=ox.RdfFormat.N_QUADS))
    else:
        assert length < 40 or result.cause == "not UTF-8"


REFUSED = {
    b"": "made.nbib: not a MEDLINE record: wanted fields such as 'PMID- 1', found ''",
    b"<html>": "made.nbib: not a MEDLINE record: wanted fields such as 'PMID- 1', found '<html>'",
    b"PMID- 12": "made.nbib: cut short: wanted more than a PMID, found the end after 12",
    b"OWN - NLM\nPMID- 12": "made.nbib: cut short: wanted more than a PMID, found the end after 12",
    b"TI  - A title.\n": "made.nbib: no PMID: wanted a PMID or a DOI, found neither",
    b"PMID- none\nTI  - A title.\n": "made.nbib: no PMID: wanted a PMID or a DOI, found neither",
    b"PMID- 1\nTI  - \xff\n": "made.nbib: not UTF-8: wanted UTF-8, found byte 0xff at 14",
}


@pytest.mark.parametrize(("body", "message"), REFUSED.items())
def test_what_is_no_record_is_refused_with_the_reason(body: bytes, message: str):
    with pytest.raises(DocumentError) as refused:
        read(body)
    assert str(refused.value) == message


def test_a_record_is_named_by_a_doi_that_is_not_said_to_be_one():
    reading = read("TI  - X\nLID - 10.1000/aBc [pii]\nOWN - NLM\n")
    record = one(reading, PublicationRecord)
    assert (record.record_id, reading.record) == ("10.1000/abc", "https://w3id.org/trialgraph/record/doi/10.1000%2Fabc")


def test_a_count_of_references_that_no_article_has_stays_words():
    digits = "9" * 5_000
    article = one(read(f"{LEAST}RF  - {digits}\n"), Publication)
    assert (article.reference_count, article.general_note) == (None, (f"RF  - {digits}",))


def test_what_holds_no_field_at_all_is_not_the_format():
    with pytest.raises(Unreadable, match="not a MEDLINE record"):
        read(b"Dear editor,\n")


TAGS = "PMID OWN LR DP TI AB LID AID PG FAU AU CN AUID AD FIR IRAD CI SI GR MH RN CIN COIS PHST EDAT MHDA IS JID ZZ"
TAGS += " OAB OABL OCI OID PL BTI"
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=60)
LINES = st.one_of(
    st.builds("{:4}- {}".format, st.sampled_from(TAGS.split()), WORDS),
    st.builds("      {}".format, WORDS),
    WORDS,
    st.sampled_from(
        [
            "PMID- 1",
            "PMID- 2",
            "",
            "\ufeffPMID- 3",
            "LID - 10.1/x [doi]",
            "MH  - /*/",
            "GR  - ///",
            "SI  - /",
            "AD  - ;; ;",
        ]
    ),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=30), st.sampled_from(["\n", "\r\n", "\r"]))
def test_whatever_stands_in_a_file_is_read_or_refused(lines: list[str], end: str):
    read_or_refused(end.join(lines).encode())


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(SHIPPED)), st.integers(0, 400), st.binary(max_size=20))
def test_a_damaged_record_is_read_or_refused(place: int, length: int, instead: bytes):
    read_or_refused(SHIPPED[:place] + instead + SHIPPED[place + length :])


def read_or_refused(body: bytes) -> None:
    """Every part of a file gives records that an independent parser reads, or a DocumentError."""
    parts = list(FORMAT.split("made.nbib", io.BytesIO(body)))
    assert b"".join(part.body for part in parts) == body
    for result in map(outcome, parts):
        if isinstance(result, Reading):
            for quad in ox.parse(nquads(result).encode(), format=ox.RdfFormat.N_QUADS):
                assert isinstance(quad.subject, ox.NamedNode)


def test_file_of_one_record_is_its_own_document():
    document = Document("a.nbib", b"\n\n" + SHIPPED + b"\n\n\n")
    assert list(FORMAT.split(document.uri, io.BytesIO(document.body))) == [document]


def test_records_of_a_file_are_numbered_and_say_what_they_say_alone():
    second = SHIPPED.replace(b"PMID- 40975066", b"PMID- 40975067")
    first, other = FORMAT.split("a.zip!/b.nbib", io.BytesIO(SHIPPED + b"\n" + second))
    assert (first.uri, other.uri) == ("a.zip!/b.nbib#1", "a.zip!/b.nbib#2")
    assert first.file_name == "b.nbib"
    assert other.body == second
    assert nquads(FORMAT.read(other, False)) == nquads(FORMAT.read(Document("b.nbib", second), False))


def test_files_put_together_with_their_byte_order_marks_are_cut_apart():
    parts = list(FORMAT.split("a.nbib", io.BytesIO(b"\xef\xbb\xbf" + SHIPPED + b"\xef\xbb\xbf" + LEAST.encode())))
    assert [FORMAT.read(part, False).record for part in parts] == [RECORD, RECORD.replace("40975066", "7")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=ascii)
def test_line_ends_of_every_system_are_line_ends(end: str):
    lines = "PMID- 7\nTI  - A title \n      in two lines.\nLA  - eng\n\nPMID- 8\nTI  - Another.\n"
    first, other = FORMAT.split("a.nbib", io.BytesIO(lines.replace("\n", end).encode()))
    assert one(FORMAT.read(first, False), Publication).title == "A title in two lines."
    assert one(FORMAT.read(first, False), Publication).language == ("eng",)
    assert one(FORMAT.read(other, False), Publication).title == "Another."


LOOKS = {
    SHIPPED: True,
    b"\xef\xbb\xbf\r\n\r\nPMID- 1\r\nOWN - NLM\r\n": True,
    b"OWN - NLM\nSTAT- MEDLINE\nPMID- 1\n": True,
    b"\n\n\nSTAT- Publisher\nTI  - T\n": True,
    b"TY  - JOUR\nAU  - A, B\nER  - \n": False,
    b'{"PMID- 1": 2}': False,
    b"<PubmedArticle><PMID>1</PMID>": False,
    b"Study Overview\n\nBrief Summary\n": False,
    b"": False,
    b"\x1f\x8b\x08\x00PMID- 1": False,
}


@pytest.mark.parametrize(("head", "looks"), LOOKS.items(), ids=range(len(LOOKS)))
def test_records_are_told_from_other_files(head: bytes, looks: bool):
    assert FORMAT.detect(head) is looks


def test_field_is_quoted_with_its_tag_across_its_lines():
    text = "PMID- 1\r\nZZ  - first \r\n      second\r\n"
    (field,) = Fields(text).take("ZZ")
    assert field.whole.text == "ZZ  - first second"
    assert text[field.whole.start : field.whole.end] == "ZZ  - first \r\n      second"


def test_separators_that_are_no_line_ends_stay_in_the_words():
    assert one(read("PMID- 7\nTI  - A\u2028b\x0bc\x85d.\n"), Publication).title == "A\u2028b\x0bc\x85d."


SPLIT = {
    "A, B; C, D.": ["A, B", "C, D"],
    "A Co., Ltd., B; and C University.": ["A Co., Ltd., B", "C University"],
    "School of Policy &amp; Management, A": ["School of Policy &amp; Management, A"],
    "Department of A; University of B, C": ["Department of A; University of B, C"],
    "A (B; C), D; E, F": ["A (B; C), D", "E, F"],
    "A, U.K.; B Inc.": ["A, U.K.", "B Inc."],
    "A, B. Electronic address: ****************.": ["A, B"],
    "A, B. Electronic address: ******** and *********.": ["A, B"],
    "A, B. Email: *****@": ["A, B. Email: *****@"],
    "A, B. E-mail:": ["A, B"],
    "a@b.org": [""],
}


@pytest.mark.parametrize(("field", "parts"), SPLIT.items())
def test_field_gives_its_affiliations_alone(field: str, parts: list[str]):
    assert [address.words.text for address in addresses(words(field))] == parts


@pytest.mark.parametrize(("evil", "parts"), [("; ", 1), ("a; ", 1), ("(; ", 1), ("School (; ", 1), ("A, B; ", 100_000)])
def test_affiliations_of_a_hostile_field_are_cut_in_one_reading(evil: str, parts: int):
    # Were each part read again from its start at every semicolon, this would take many minutes.
    assert len(list(addresses(words(evil * (600_000 // len(evil)))))) == parts


@pytest.mark.parametrize("slip", range(16))
def test_orcid_with_one_wrong_digit_is_none(slip: int):
    right = "0000000218250097"
    wrong = right[:slip] + ("1" if right[slip] != "1" else "2") + right[slip + 1 :]
    assert orcid_of(right) == "0000-0002-1825-0097"
    assert orcid_of(wrong) is None


# Forms and look-alikes that https://github.com/maia-sh/ctregistries met in publications.
NUMBERS = {
    "NCT01400022": ["NCT01400022"],
    "NCT 00902941": ["NCT00902941"],
    "nCt01208194": ["NCT01208194"],
    "NCT#00379470": ["NCT00379470"],
    "NCT01882777_2": ["NCT01882777"],
    "NCT012345678": [],
    "DRKS: 00004353": ["DRKS00004353"],
    "EudraCT 2004-002714-11": ["2004-002714-11"],
    "PACTR201205000384379": ["PACTR201205000384379"],
    "IRCT2016080318745N10": ["IRCT2016080318745N10"],
    "IRCT20181201041815N": [],
    "ISRCTN 02452400": ["ISRCTN02452400"],
    "ISCRTN06180958": [],
    "NTR4269": ["NTR4269"],
    "NTR 1234": ["NTR1234"],
    "the receptor p75NTR1234": [],
    "NL26560.042.09": [],
    "per 100-20": [],
    "PER-106-20": ["PER-106-20"],
    "UMIN000012045": ["UMIN000012045"],
    "UMIN:000000562,": ["UMIN000000562"],
    "ChiCTR-TRC-12002246": ["ChiCTR-TRC-12002246"],
    "ChiCTR2000029308": ["ChiCTR2000029308"],
    "CTRI/2010/091/000123": ["CTRI/2010/091/000123"],
    "ACTRN12605000047606": ["ACTRN12605000047606"],
    "KCT0001234": ["KCT0001234"],
    "RBR-6fx5gh": ["RBR-6fx5gh"],
    "jRCTs031180131": ["jRCTs031180131"],
    "ZINC000052955": [],
    "2022-500012-35-00": ["2022-500012-35-00"],
}


@pytest.mark.parametrize(("text", "found"), NUMBERS.items())
def test_numbers_of_trials_are_told_from_what_looks_like_them(text: str, found: list[str]):
    assert [number for _, number, _ in trial_numbers(words(f"Registered ({text})."))] == found


@pytest.mark.skipif(not CORPUS.is_file(), reason="the shared corpus is not here")
def test_every_real_record_is_read():
    read_records, marked = 0, 0
    with zipfile.ZipFile(CORPUS) as archive:
        for name in archive.namelist():
            body = archive.read(name)
            marked += body.count(b"PMID- ")
            for document in FORMAT.split(name, io.BytesIO(body)):
                reading = FORMAT.read(document, False)
                assert one(reading, Publication).label
                read_records += 1
    assert read_records == marked == 358
