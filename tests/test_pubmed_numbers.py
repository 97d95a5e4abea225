"""Numbers by which articles of PubMed are known, alike in both formats."""

from __future__ import annotations

import time

import pytest

from kg.extract.medline_meanings import doi_among
from kg.extract.patents import patent_numbers
from kg.extract.words import Words
from kg.model import Correction, Publication
from tests.made_articles import in_nbib, in_xml, one

OWN = '<ArticleIdList><ArticleId IdType="pmc">PMC9000007</ArticleId></ArticleIdList>'


@pytest.mark.parametrize("number", ["PMC9000002", "PMC9000002 [Available on 03/15/12]"])
def test_a_number_of_pubmed_central_among_others_is_the_article_s(number: str):
    other = f'<OtherID Source="NLM">{number}</OtherID>'
    for reading in (in_xml(after=other), in_nbib(f"OID - NLM: {number}")):
        made = one(reading, Publication)
        assert (made.pmc_id, made.other_id) == ("PMC9000002", (f"NLM: {number}",))


def test_the_article_s_own_number_of_pubmed_central_comes_first():
    other = '<OtherID Source="NLM">PMC9000002</OtherID>'
    for reading in (in_xml(after=other, data=OWN), in_nbib("OID - NLM: PMC9000002", "PMC - PMC9000007")):
        assert one(reading, Publication).pmc_id == "PMC9000007"


@pytest.mark.parametrize("number", ["NLM: HHSPA900000", "KIE: PMC9000002", "NLM: PMC", "NLM: PMC9x"])
def test_other_numbers_are_none_of_pubmed_central(number: str):
    source, _, text = number.partition(": ")
    for reading in (in_xml(after=f'<OtherID Source="{source}">{text}</OtherID>'), in_nbib(f"OID - {number}")):
        assert (one(reading, Publication).pmc_id, one(reading, Publication).other_id) == (None, (number,))


@pytest.mark.parametrize(
    "written",
    ["https://doi.org/10.1000/Lark.7", "http://dx.doi.org/10.1000/lark.7", "doi:10.1000/lark.7", "10.1000/lark.7."],
)
def test_a_doi_is_one_behind_its_address_and_before_a_full_stop(written: str):
    xml = in_xml(f'<ELocationID EIdType="doi">{written}</ELocationID>')
    for reading in (xml, in_nbib(f"LID - {written} [doi]")):
        made = one(reading, Publication)
        assert (made.doi, made.other_id) == (("10.1000/lark.7",), ())
        assert "https://doi.org/10.1000/lark.7" in made.same_as


def test_what_is_no_doi_stays_words():
    for reading in (in_xml('<ELocationID EIdType="doi">doi:none</ELocationID>'), in_nbib("LID - doi:none [doi]")):
        assert (one(reading, Publication).doi, one(reading, Publication).other_id) == ((), ("doi:none [doi]",))


@pytest.mark.parametrize(("tag", "kind"), [("DDIN", "AssociatedDataset"), ("DRIN", "AssociatedPublication")])
def test_a_set_of_data_is_related_in_the_same_way(tag: str, kind: str):
    note = f'<CommentsCorrections RefType="{kind}"><RefSource>Lark Data. 2020;1:2.</RefSource></CommentsCorrections>'
    xml = in_xml(after=f"<CommentsCorrectionsList>{note}</CommentsCorrectionsList>")
    plain = in_nbib(f"{tag}- Lark Data. 2020;1:2.")
    assert one(xml, Correction).correction_kind == one(plain, Correction).correction_kind


@pytest.mark.parametrize(
    ("source", "number"),
    [
        ("J Larks. 2020. https://doi.org/10.1000/Lark.7 .", "doi-10.1000%2Flark.7"),
        ("J Larks. 2020;1:2. doi: 10.1000/lark.7; discussion 12.", "doi-10.1000%2Flark.7"),
        ("J Larks. 2020 (doi: 10.1000/lark.7).", "doi-10.1000%2Flark.7"),
        ("J Larks. 2020 [10.1000/lark(7)], 12.", "doi-10.1000%2Flark(7)"),
        ("J Larks. 2020;10.5:2.", None),
        ("J Larks. 10.1000/).", None),
    ],
)
def test_a_related_article_is_known_by_its_doi_however_it_is_cited(source: str, number: str | None):
    note = f'<CommentsCorrections RefType="CommentIn"><RefSource>{source}</RefSource></CommentsCorrections>'
    xml = in_xml(after=f"<CommentsCorrectionsList>{note}</CommentsCorrectionsList>")
    for reading in (xml, in_nbib(f"CIN - {source}")):
        related = one(reading, Correction).related_publication
        assert related == (number and f"https://w3id.org/trialgraph/publication/{number}")


@pytest.mark.parametrize(("end", "place"), [(")" * 1_000_000, (0, 12)), ("7" + " 10.1000" * 200_000, (0, 13))])
def test_a_doi_before_much_takes_no_square_of_time(end: str, place: tuple[int, int]):
    assert doi_among(f"10.1000/lark{end}") == place


def test_many_beginnings_of_dois_take_no_square_of_time():
    assert doi_among("10.1000" * 200_000) is None


@pytest.mark.parametrize("part", ["patent WO2020123456 ", "patent WO2020123456 “ ", 'patent WO2020123456A1 "titled '])
def test_many_patents_in_one_sentence_take_no_square_of_time(part: str):
    text, began = part * 10_000, time.perf_counter()
    found = sum(1 for _ in patent_numbers(Words.at(text, 0, len(text))))
    assert (found, time.perf_counter() - began < 4) == (10_000, True)


def test_the_sentence_of_each_of_several_patents_is_its_own():
    text = "patent US10123456B2 and WO2020123456A1. Also patent EP1234567B1; none"
    found = [one.sentence.text for one in patent_numbers(Words.at(text, 0, len(text)))]
    assert found == ["US10123456B2 and WO2020123456A1", "WO2020123456A1", "EP1234567B1"]
