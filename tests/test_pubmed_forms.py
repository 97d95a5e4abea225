"""Forms in which PubMed writes dates, numbers and abstracts, read alike in both formats."""

from __future__ import annotations

import pytest

from kg.model import Publication
from tests.made_articles import in_nbib, in_xml, one


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
