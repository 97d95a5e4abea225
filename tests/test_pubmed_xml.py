"""PubMed records in XML: what is read of each element, damaged ones, and real ones where they are at hand."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.document import WITHDRAWN, Document, Reading
from kg.errors import DocumentError
from kg.loaders.pubmed.related import KINDS
from kg.loaders.pubmed_xml import FORMAT
from kg.model import (
    Affiliation,
    Authorship,
    Correction,
    Evidence,
    Issue,
    MeshHeading,
    Publication,
    PublicationEvent,
    PublicationLink,
    PublicationRecord,
    Record,
)
from kg.model.enums import CORRECTION_KIND
from kg.pipeline import convert

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests/golden/pubmed_xml"
CORPUS = ROOT.parent / "shared/corpus/pubmed-xml.zip"
WHOLE = (GOLDEN / "whole_article.xml").read_bytes()
NEEDS_CORPUS = pytest.mark.skipif(not CORPUS.is_file(), reason="the corpus is not at hand")
# Of the DTD of 2025 and of those before it: https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/att-RefType.html
REF_TYPES = """AssociatedDataset AssociatedPublication CommentIn CommentOn CorrectedandRepublishedIn
CorrectedandRepublishedFrom ErratumIn ErratumFor ExpressionOfConcernIn ExpressionOfConcernFor OriginalReportIn ReprintIn
ReprintOf RepublishedIn RepublishedFrom RetractedandRepublishedIn RetractedandRepublishedFrom RetractionIn RetractionOf
SummaryForPatientsIn UpdateIn UpdateOf""".split()  # noqa: SIM905  (as the DTD lists them)


def article(inside: str = "", *, version: int = 1, before: str = "", after: str = "", data: str = "") -> bytes:
    """A small article.

    :param inside: more of ``Article``.
    :param before: what stands before ``Article``.
    :param after: what stands behind it.
    :param data: what ``PubmedData`` holds.
    """
    return (
        f'<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="{version}">7</PMID>{before}'
        f"<Article><ArticleTitle>A title.</ArticleTitle>{inside}</Article>{after}</MedlineCitation>"
        f"<PubmedData>{data}</PubmedData></PubmedArticle>"
    ).encode()


def read(body: bytes | str, *, contacts: bool = False) -> Reading:
    return FORMAT.read(Document("made.xml", body.encode() if isinstance(body, str) else body), contacts)


def all_of(reading: Reading, kind: type[Record]) -> list[Record]:
    return [record for record in reading.records if isinstance(record, kind)]


def one(reading: Reading, kind: type[Record]) -> Record:
    (found,) = all_of(reading, kind)
    return found


def pieces(body: bytes) -> list[Document]:
    return list(FORMAT.split("made.xml", io.BytesIO(body)))


def revised(day: str) -> str:
    year, month, day = day.split("-")
    return f"<DateRevised><Year>{year}</Year><Month>{month}</Month><Day>{day}</Day></DateRevised>"


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("of <i>E. coli</i> strains", "of E. coli strains"),
        ("CO<sub>2</sub> and m<sup>2</sup>", "CO2 and m2"),
        ("10<sup>9</sup> cells", "10(9) cells"),
        ("5 &lt; 6 &amp; more &#945;", "5 < 6 & more α"),
        ("<b>bold <i>and <sub>low</sub></i></b> rest", "bold and low rest"),
        ("wrapped\n      words", "wrapped words"),
        (
            '<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:math>',
            "x2",
        ),
        ("<![CDATA[a < b]]>", "a < b"),
    ],
)
def test_words_stay_in_order_whatever_marks_them(written: str, read_as: str):
    body = article(f"<Abstract><AbstractText>{written}</AbstractText></Abstract>")
    assert one(read(body), Publication).abstract == (read_as,)


@pytest.mark.parametrize(
    ("written", "shown", "date"),
    [
        ("<Year>2025</Year><Month>Sep</Month><Day>05</Day>", "2025 Sep 5", "2025-09-05"),
        ("<Year>2025</Year><Month>09</Month>", "2025 Sep", "2025-09"),
        ("<Year>2025</Year>", "2025", "2025"),
        ("<Year>2025</Year><Season>Spring</Season>", "2025 Spring", "2025"),
        ("<MedlineDate>1998 Dec-1999 Jan</MedlineDate>", "1998 Dec-1999 Jan", "1998-12"),
        ("<MedlineDate>2000 Spring-Summer</MedlineDate>", "2000 Spring-Summer", "2000"),
        ("<MedlineDate>whenever</MedlineDate>", "whenever", None),
        ("<Year>2025</Year><Month>Feb</Month><Day>30</Day>", "2025 Feb 30", None),
    ],
)
def test_date_of_publication_keeps_its_precision(written: str, shown: str, date: str | None):
    issue = f"<Journal><JournalIssue><PubDate>{written}</PubDate></JournalIssue></Journal>"
    made = one(read(article(issue)), Publication)
    assert (made.publication_date_text, made.publication_date) == (shown, date)


@pytest.mark.parametrize("kind", REF_TYPES)
def test_every_kind_of_relation_of_the_dtd_is_known(kind: str):
    named = kind.replace("and", "And")
    token = "_".join(re.findall("[A-Z][a-z]*", named)).upper()
    assert KINDS[kind] == token
    assert token in CORRECTION_KIND


def test_a_kind_of_relation_that_no_dtd_has_is_kept_with_its_name():
    note = '<CommentsCorrections RefType="SeenIn"><RefSource>J.</RefSource></CommentsCorrections>'
    made = one(read(article(after=f"<CommentsCorrectionsList>{note}</CommentsCorrectionsList>")), Correction)
    assert (made.correction_kind, made.note) == ("OTHER", "SeenIn")


def test_references_are_cited_once_each_and_are_no_nodes():
    listed = (
        '<CommentsCorrections RefType="Cites"><RefSource>J.</RefSource><PMID Version="1">8</PMID></CommentsCorrections>'
    )
    ids = '<ArticleIdList><ArticleId IdType="pubmed">8</ArticleId></ArticleIdList>'
    found = read(
        article(
            after=f"<CommentsCorrectionsList>{listed}</CommentsCorrectionsList>",
            data=f"<ReferenceList><Reference><Citation>J.</Citation>{ids}</Reference></ReferenceList>",
        )
    )
    assert one(found, Publication).cites == ("https://w3id.org/trialgraph/publication/pmid-8",)
    assert not all_of(found, Correction)


def test_identifiers_of_references_are_not_the_article_s():
    ids = '<ArticleIdList><ArticleId IdType="doi">10.1000/other</ArticleId></ArticleIdList>'
    data = f"<ReferenceList><Reference><Citation>J.</Citation>{ids}</Reference></ReferenceList>"
    assert one(read(article(data=data)), Publication).doi == ()


def test_headings_have_the_numbers_of_their_descriptors():
    headings = all_of(read(WHOLE), MeshHeading)
    assert [(h.label, h.descriptor, h.qualifier, h.major_qualifier, h.major_topic) for h in headings[:1]] == [
        (
            "Pancreatic Neoplasms",
            ("http://id.nlm.nih.gov/mesh/D010190",),
            ("drug therapy", "mortality"),
            ("drug therapy",),
            True,
        )
    ]


def test_names_that_were_corrected_are_no_authors():
    assert "Kong" not in "".join(role.nquads("urn:g") for role in all_of(read(WHOLE), Authorship))


def test_a_group_at_the_end_is_no_last_author():
    roles = {role.label: role.contribution for role in all_of(read(WHOLE), Authorship)}
    assert roles["Made Trial Group"] == ("AUTHOR",)
    assert "LAST_AUTHOR" in roles["Ünal Müller-Ó Dea"]


def test_addresses_and_telephone_numbers_are_only_given_when_asked_for():
    place = "<AffiliationInfo><Affiliation>A, B. Tel: +86 21 6417 5590. a@b.org</Affiliation></AffiliationInfo>"
    body = article(f"<AuthorList><Author><LastName>Roe</LastName>{place}</Author></AuthorList>")
    without, with_contacts = read(body), read(body, contacts=True)
    said = "".join(record.nquads("urn:g") for record in without.records)
    assert "a@b.org" not in said
    assert "6417" not in said
    assert one(with_contacts, Authorship).email == ("a@b.org",)
    assert "6417" in one(with_contacts, Affiliation).text


def test_affiliation_before_2015_stands_in_the_author_itself():
    body = article(
        "<AuthorList><Author><LastName>Roe</LastName><Affiliation>Made, Town.</Affiliation></Author></AuthorList>"
    )
    assert one(read(body), Affiliation).text == "Made, Town"


def test_number_of_a_trial_in_the_databank_and_in_words_makes_two_links_of_one_trial():
    links = all_of(read(WHOLE), PublicationLink)
    assert [(link.linked_trial.rsplit("/")[-1], link.link_type, link.link_source) for link in links] == [
        ("NCT01234567", "DERIVED", "PUBMED_DATABANK"),
        ("NCT01234567", "MENTION", "TEXT"),
        ("ISRCTN12345678", "MENTION", "TEXT"),
    ]


def test_plain_values_have_no_evidence_and_numbers_in_words_have():
    evidence = all_of(read(WHOLE), Evidence)
    assert {one.predicate.rsplit("/")[-1] for one in evidence} == {
        "copyrightYear",
        "publisherName",
        "contribution",
        "linkedTrial",
        "patent",
    }
    assert all(one.start is None and one.exact for one in evidence)


def test_a_day_that_no_calendar_has_is_told_and_makes_no_date():
    day = "<Year>2014</Year><Month>2</Month><Day>30</Day>"
    found = read(article(data=f'<History><PubMedPubDate PubStatus="received">{day}</PubMedPubDate></History>'))
    assert not all_of(found, PublicationEvent)
    assert one(found, Issue).description == "PubMedPubDate: 2014 2 30"


def test_a_time_that_no_day_has_is_left_out():
    day = "<Year>2014</Year><Month>2</Month><Day>3</Day><Hour>24</Hour><Minute>61</Minute>"
    found = read(article(data=f'<History><PubMedPubDate PubStatus="pubmed">{day}</PubMedPubDate></History>'))
    assert one(found, PublicationEvent).event_time is None
    assert one(found, PublicationRecord).entrez_date == "2014-02-03T00:00:00"


def test_a_second_version_is_newer_whenever_the_first_was_revised():
    first, second = (read(article(version=n, before=revised(day))) for n, day in ((1, "2020-05-01"), (2, "2020-01-01")))
    assert first.record == second.record
    assert first.version == "2020-05-01"
    assert first.version < second.version < WITHDRAWN


def test_of_one_version_the_later_revision_is_newer():
    older, newer = (read(article(version=12, before=revised(day))) for day in ("2019-12-31", "2020-01-01"))
    assert older.version < newer.version


def test_a_tenth_version_is_newer_than_the_ninth():
    assert read(article(version=9)).version < read(article(version=10)).version


def test_a_book_is_told_by_its_last_change():
    assert read((GOLDEN / "book.xml").read_bytes()).version == "2019-01-31"


def test_withdrawn_records_are_documents_of_their_own():
    last = pieces((GOLDEN / "update_file.xml").read_bytes())[-2:]
    assert [document.uri for document in last] == ["made.xml#7.1", "made.xml#7.2"]
    for document, number in zip(last, (90000304, 90000305), strict=True):
        expected = Reading(f"https://w3id.org/trialgraph/record/pubmed/{number}", WITHDRAWN, (), ())
        assert FORMAT.read(document, False) == expected


def test_damaged_articles_do_not_lose_the_others():
    done = convert(pieces((GOLDEN / "update_file.xml").read_bytes()), "pubmed_xml")
    assert [error.cause for error in done.rejected] == ["no PMID", "cut short", "not well-formed XML", "no citation"]
    assert len(done.documents) == 4


@pytest.mark.parametrize(
    "head",
    [
        b"\xef\xbb\xbf<PubmedArticleSet>",
        b'<?xml version="1.0"?>\n<!-- a <comment> -->\n<!DOCTYPE a PUBLIC "-//NLM" "a.dtd">\n<PubmedArticleSet>',
        b'<!DOCTYPE PubmedArticleSet [<!ENTITY a "b">]><PubmedArticleSet>',
        b"\n <PubmedBookArticleSet/>",
        b"<MedlineCitationSet>",
        b"<PubmedArticle\n>",
        b"<DeleteCitation>",
    ],
)
def test_format_is_recognised_by_its_first_element(head: bytes):
    assert FORMAT.detect(head)


@pytest.mark.parametrize(
    "head",
    [b"", b"<clinical_study>", b"PMID- 1\n", b"<html><PubmedArticleSet>", b"<PubmedArticleSetX>", b"<eFetchResult>"],
)
def test_other_formats_are_not_taken_for_it(head: bytes):
    assert not FORMAT.detect(head)


def test_a_set_of_one_record_is_read_as_a_whole():
    assert read(b"<PubmedArticleSet>" + article() + b"</PubmedArticleSet>").record == read(article()).record


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        (b"<PubmedArticleSet/>", "not one record"),
        (b"<PubmedArticleSet>" + article() * 2 + b"</PubmedArticleSet>", "not one record"),
        (b"<clinical_study/>", "not a PubMed record"),
        (article().replace(b">7<", b">07<"), "no PMID"),
        (article()[:-9], "not well-formed XML"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]>' + article("&b;"), "declares entities"),
        (article("&b;"), "not well-formed XML"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_record_is_refused(body: bytes, cause: str):
    with pytest.raises(DocumentError, match=cause):
        read(body)


def test_rules_read_a_record_whose_words_have_no_place():
    bank = "<DataBank><DataBankName>ClinicalTrials.gov</DataBankName><AccessionNumberList>"
    bank += "<AccessionNumber>NCT01234567</AccessionNumber></AccessionNumberList></DataBank>"
    body = article(f"<DataBankList>{bank}</DataBankList>").replace(b"A title.", b"A phase 1 trial of gemcitabine.")
    (made,) = convert([Document("made.xml", body)], "pubmed_xml").documents
    assert b'"phase-in-title"' in made.inferred


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_damage_makes_records_or_document_errors_and_nothing_else(data: st.DataObject):
    start = data.draw(st.integers(0, len(WHOLE)))
    end = data.draw(st.integers(start, min(len(WHOLE), start + 400)))
    body = WHOLE[:start] + data.draw(st.binary(max_size=20)) + WHOLE[end:]
    assert loaded(body) is not None


def loaded(body: bytes) -> tuple[int, int]:
    """How many records of a file could be read, and how many not; a file that ends early is one of them."""
    done = refused = 0
    try:
        for document in FORMAT.split("made.xml", io.BytesIO(body)):
            try:
                FORMAT.read(document, False)
                done += 1
            except DocumentError:
                refused += 1
    except DocumentError:
        refused += 1
    return done, refused


def corpus() -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(CORPUS) as files:
        found = [(name, files.read(name)) for name in files.namelist() if not name.endswith("/")]
    return [(name, gzip.decompress(body) if name.endswith(".gz") else body) for name, body in found]


@NEEDS_CORPUS
def test_every_record_of_the_corpus_is_read():
    read_in, refused, issues = 0, [], set()
    for name, body in corpus():
        assert FORMAT.detect(body[: 1 << 16]), name
        for document in FORMAT.split(name, io.BytesIO(body)):
            try:
                reading = FORMAT.read(document, False)
            except DocumentError as error:
                refused.append(str(error))
            else:
                read_in += 1
                issues.update(issue.description for issue in all_of(reading, Issue))
    assert (refused, issues) == ([], set())
    assert read_in == 1363


@NEEDS_CORPUS
def test_files_cut_at_every_kilobyte_make_document_errors_and_nothing_else():
    for name, body in corpus():
        if len(body) < 50_000:
            for length in range(0, len(body), 1024):
                assert sum(loaded(body[:length])) >= (length > 0), (name, length)
