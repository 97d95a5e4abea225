"""PubMed's XML as others write it, and as it was before: what a DTD fills in, and elements of earlier DTDs."""

from __future__ import annotations

from kg.document import Document
from kg.loaders import pubmed_xml
from kg.model import OtherAbstract, Publication, PublicationRecord
from tests.made_articles import in_xml, one


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
