"""PubMed's XML as others write it, and as it was before: what a DTD fills in, and elements of earlier DTDs."""

from __future__ import annotations

from kg.document import Document
from kg.loaders import pubmed_xml
from kg.model import Affiliation, Authorship, Correction, Evidence, Issue, OtherAbstract, Publication, PublicationRecord
from kg.model import predicates as P
from tests.made_articles import all_of, in_nbib, in_xml, one


def test_what_the_dtd_fills_in_is_said():
    keywords = "<KeywordList><Keyword>larks</Keyword></KeywordList>"
    other = '<OtherAbstract Type="PIP"><AbstractText>Larks sing.</AbstractText></OtherAbstract>'
    numbers = "<ArticleIdList><ArticleId>7</ArticleId></ArticleIdList>"
    reading = in_xml(after=other + keywords, data=numbers)
    assert one(reading, OtherAbstract).language == ("eng",)
    assert (one(reading, Publication).keyword_owner, one(reading, Publication).other_id) == (("NLM",), ())


def test_a_record_without_an_owner_is_nlm_s():
    body = b"<MedlineCitation><PMID>7</PMID><Article><ArticleTitle>A title.</ArticleTitle></Article></MedlineCitation>"
    reading = pubmed_xml.read(Document("made.xml", body), False)
    assert one(reading, PublicationRecord).record_owner == "NLM"


LIST = "<AuthorList><Author><LastName>Lark</LastName><FirstName>Ann</FirstName><MiddleName>Bea</MiddleName></Author>"
LIST += "<Author><LastName>Wren</LastName><ForeName>Cy</ForeName></Author></AuthorList>"


def test_an_address_before_the_authors_is_the_first_one_s():
    xml = in_xml(f"<Affiliation>Lark Hospital, Town, Land; and Wren College, Town.</Affiliation>{LIST}")
    plain = in_nbib("AD  - Lark Hospital, Town, Land; and Wren College, Town.", "FAU - Lark, Ann Bea", "FAU - Wren, Cy")
    for reading in (xml, plain):
        assert [place.text for place in all_of(reading, Affiliation)] == [
            "Lark Hospital, Town, Land",
            "Wren College, Town",
        ]
        first, second = all_of(reading, Authorship)
        assert (len(first.affiliation), second.affiliation) == (2, ())
        rules = [found.rule for found in all_of(reading, Evidence) if found.predicate == P.AFFILIATION]
        assert rules == ["address-before-authors"] * 2


def test_an_address_of_nobody_is_told():
    told = one(in_xml("<Affiliation>Lark Hospital, Town.</Affiliation>"), Issue)
    assert told.description == "Affiliation: Lark Hospital, Town."


def test_a_middle_name_is_given():
    first, _ = all_of(in_xml(LIST), Authorship)
    assert (first.given_name, first.label) == ("Ann Bea", "Ann Bea Lark")


def test_a_comment_under_its_own_name_is_one():
    inner = "<CommentIn><RefSource>J Larks. 2001;1:2</RefSource><PMID>90000008</PMID></CommentIn>"
    made = one(in_xml(after=f"<CommentsCorrections>{inner}</CommentsCorrections>"), Correction)
    assert (made.correction_kind, made.text, made.note) == ("COMMENT_IN", "J Larks. 2001;1:2", None)
    assert made.related_publication == "https://w3id.org/trialgraph/publication/pmid-90000008"


def test_an_identifier_under_its_earlier_name_is_one():
    name = '<LastName>Lark</LastName><NameID Source="ORCID">0000-0002-1825-0097</NameID>'
    role = one(in_xml(f"<AuthorList><Author>{name}</Author></AuthorList>"), Authorship)
    assert role.orcid == "https://orcid.org/0000-0002-1825-0097"
