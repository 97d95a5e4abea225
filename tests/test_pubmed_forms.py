"""Forms in which PubMed writes dates, numbers and abstracts, read alike in both formats."""

from __future__ import annotations

import pytest

from kg.model import AbstractSection, Issue, Journal, Publication, Substance
from tests.made_articles import all_of, in_nbib, in_xml, one


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("2000-01", "2000"),
        ("2001-03", "2001"),
        ("1999-00 Winter", "1999"),
        ("1998-9", "1998"),
        ("1948-49", "1948"),
        ("1954/55", "1954"),
        ("1975, 1977", "1975"),
        ("1962 2d Semester", "1962"),
        ("1960 3d Trimest", "1960"),
        ("1962 Christmas", "1962"),
        ("1970Mar 25", "1970"),
        ("1976(issued Feb 80)", "1976"),
        ("1998 Dec-1999 Jan", "1998-12"),
        ("2000 Dec 23- 30", "2000-12"),
        ("2001-03-05", "2001-03-05"),
        ("2001 Feb 29", None),
        ("19990 Winter", None),
        ("whenever", None),
    ],
)
def test_a_printed_date_gives_its_year_and_no_month_that_is_a_year(printed: str, date: str | None):
    issue = f"<Journal><JournalIssue><PubDate><MedlineDate>{printed}</MedlineDate></PubDate></JournalIssue></Journal>"
    for reading in (in_xml(issue), in_nbib(f"DP  - {printed}")):
        made = one(reading, Publication)
        assert (made.publication_date_text, made.publication_date) == (printed, date)


@pytest.mark.parametrize("season", ["Easter", "2d Semester", "Winter"])
def test_a_season_of_any_name_has_its_year(season: str):
    day = f"<Year>1994</Year><Season>{season}</Season>"
    issue = f"<Journal><JournalIssue><PubDate>{day}</PubDate></JournalIssue></Journal>"
    for reading in (in_xml(issue), in_nbib(f"DP  - 1994 {season}")):
        assert one(reading, Publication).publication_date == "1994"


def test_of_two_days_of_electronic_publication_the_first_is_it():
    days = "".join(
        f'<ArticleDate DateType="Electronic"><Year>2020</Year><Month>0{n}</Month><Day>05</Day></ArticleDate>'
        for n in (3, 4)
    )
    xml, plain = in_xml(days), in_nbib("DEP - 20200305", "DEP - 20200405")
    assert [one(reading, Publication).electronic_date for reading in (xml, plain)] == ["2020-03-05"] * 2
    told = (one(xml, Issue).description, one(plain, Publication).general_note)
    assert told == ("ArticleDate: 2020 04 05", ("DEP - 20200405",))


def test_languages_and_issns_are_told_whatever_their_case():
    xml = in_xml('<Journal><ISSN IssnType="Print">1234-567x</ISSN></Journal><Language>ENG</Language>')
    for reading in (xml, in_nbib("TA  - Lark J", "IS  - 1234-567x (Print)", "LA  - ENG")):
        assert (one(reading, Publication).language, one(reading, Journal).issn_print) == (("eng",), "1234-567X")


def test_brackets_of_a_supplementary_concept_are_part_of_its_name():
    xml = in_xml(after="<SupplMeshList><SupplMeshName>LARKSIL (1)</SupplMeshName></SupplMeshList>")
    for reading in (xml, in_nbib("NM  - LARKSIL (1)")):
        made = one(reading, Substance)
        assert (made.label, made.registry_number) == ("LARKSIL (1)", None)


def test_a_label_without_words_is_none():
    pieces = '<AbstractText Label="">Larks.</AbstractText><AbstractText Label="AIM">To hear.</AbstractText>'
    reading = in_xml(f"<Abstract>{pieces}</Abstract>")
    assert [part.label for part in all_of(reading, AbstractSection)] == [None, "AIM"]


def test_a_title_that_is_not_available_is_none_where_there_is_one_in_another_language():
    xml = in_xml("<VernacularTitle>Lerchen.</VernacularTitle>", title="[Not Available].")
    plain = in_nbib("TT  - Lerchen.", title="[Not Available].")
    for reading in (xml, plain):
        made = one(reading, Publication)
        assert (made.title, made.vernacular_title, made.label) == (None, "Lerchen.", "Lerchen.")
        assert [passage.words.text for passage in reading.passages] == ["Lerchen."]
    assert one(in_nbib(title="[Not Available]."), Publication).label == "[Not Available]."


def test_elements_that_are_not_known_are_told_with_their_words():
    named = (
        "<Summary><Part>Owls</Part>\n  <Part>sing, at owl@example.org</Part></Summary><Summary>Larks</Summary><Mark/>"
    )
    told = one(in_xml(f"{named}<Language>Owlish</Language>"), Issue)
    assert (told.label, told.issue_kind) == ("Elements not understood: 4", "NOT_UNDERSTOOD")
    assert (told.description or "").split("; ") == [
        "Summary: Owls sing, at ***************",
        "Summary: Larks",
        "Mark",
        "Language: Owlish",
    ]


def test_of_an_unknown_element_as_long_as_a_record_the_beginning_is_told():
    told = one(in_xml(f"<Summary>{'owl ' * 1000}</Summary>"), Issue).description or ""
    assert told.startswith("Summary: owl owl")
    assert 300 < len(told) < 400
