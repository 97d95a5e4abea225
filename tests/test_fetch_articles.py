"""What PubMed deleted, and what a search finds no more, goes from the folder; what it lacks comes."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from kg.cli import main
from kg.errors import FetchError
from kg.fetch import pubmed
from kg.fetch.articles import without
from kg.fetch.eutils import Service as Eutils
from kg.fetch.folder import Fetched, Folder
from kg.fetch.web import Web
from tests.fetch_server import Service

TODAY = date(2026, 11, 21)
OLD = date(2020, 1, 1)


def pmids(folder: Path, files: str = "*.xml") -> list[int]:
    """Every article in the files of a folder, sorted."""
    bodies = (path.read_text() for path in folder.glob(files))
    return sorted(int(pmid) for body in bodies for pmid in re.findall(r"<PMID[^>]*>(\d+)<", body))


def again(service: Service, web: Web, to: Path, since: str | None = None, days: int = 1) -> Fetched:
    """The same request some days later."""
    asked = Eutils(web, service.url)
    return pubmed.fetch(Folder(to), asked, query="x", today=TODAY + timedelta(days=days), since=since)


@pytest.fixture
def fetched(service: Service, web: Web, tmp_path: Path) -> Path:
    """A folder with 1,200 articles of yesterday."""
    service.articles = dict.fromkeys(range(1, 1201), OLD)
    pubmed.fetch(Folder(tmp_path), Eutils(web, service.url), query="x", today=TODAY)
    assert len(service.asked_for("/esearch.fcgi")) == 2
    service.asked.clear()
    return tmp_path


def test_articles_that_were_deleted_or_are_found_no_more_go(service: Service, web: Web, fetched: Path):
    kept = {path: path.read_bytes() for path in fetched.glob("*-00002.xml")}
    del service.articles[3]
    service.unfound = {1200}
    found = again(service, web, fetched)
    assert (found.records, found.wanted, found.gone) == (0, 0, ("3", "1200"))
    assert pmids(fetched) == [1, 2, *range(4, 1200)]
    assert all(path.read_bytes() == body for path, body in kept.items())
    assert again(service, web, fetched).gone == ()


def test_the_request_for_newer_ones_holds_no_more_than_it_finds(service: Service, web: Web, fetched: Path):
    service.articles |= dict.fromkeys((9001, 9002), TODAY)
    again(service, web, fetched, since="2026-11-20")
    del service.articles[9001], service.articles[3]
    assert again(service, web, fetched, since="2026-11-20", days=2).gone == ("9001",)
    assert set(pmids(fetched, "*-since-*.xml")) == {9002}
    assert 3 in pmids(fetched)


def test_articles_by_their_numbers_and_of_other_searches_stay(service: Service, web: Web, fetched: Path):
    pubmed.fetch_ids(Folder(fetched), Eutils(web, service.url), ["3"])
    pubmed.fetch(Folder(fetched), Eutils(web, service.url), query="y", today=TODAY)
    del service.articles[3]
    assert again(service, web, fetched).gone == ("3",)
    assert pmids(fetched).count(3) == 2


def test_an_article_that_a_short_list_hides_stays(service: Service, web: Web, fetched: Path):
    del service.articles[3]
    _, whole = service.answer(
        "/esearch.fcgi", {"term": "x", "mindate": "1781/01/01", "maxdate": "2100/12/31", "retmax": "700"}
    )
    # What is new, twice, and how many there are come before the list.
    service.troubles = [None, None, None, (200, whole)]
    assert again(service, web, fetched).gone == ("3",)
    assert pmids(fetched) == sorted(service.articles)


def test_files_that_were_deleted_or_cut_are_made_up_for(service: Service, web: Web, fetched: Path):
    first, second, _ = sorted(fetched.glob("*.xml"))
    first.unlink()
    second.write_bytes(second.read_bytes()[:20_000])
    assert again(service, web, fetched).records > 500
    second.unlink()
    held = set(pmids(fetched))
    assert again(service, web, fetched).gone == ()
    assert held < set(pmids(fetched)) == set(service.articles)


def test_more_than_one_list_holds_is_listed_by_spans(service: Service, web: Web, tmp_path: Path):
    service.articles = {pmid: date(2000, 1, 1) + timedelta(days=pmid % 900) for pmid in range(1, 12_001)}
    pubmed.fetch(Folder(tmp_path), Eutils(web, service.url), query="x", today=TODAY)
    service.asked.clear()
    assert again(service, web, tmp_path).gone == ()
    # What is new, twice, and how many there are: as many as are held.
    assert len(service.asked_for("/esearch.fcgi")) == 3
    for pmid in (7, 11_999):
        del service.articles[pmid]
    assert again(service, web, tmp_path).gone == ("7", "11999")
    assert pmids(tmp_path) == sorted(service.articles)


def test_nothing_goes_when_the_service_has_lost_most(service: Service, web: Web, fetched: Path):
    whole, service.articles = service.articles, dict.fromkeys(range(1, 300), OLD)
    said = rf"wanted most of the 1,200 articles in {re.escape(str(fetched))}, found 299; nothing was removed"
    for _ in range(2):
        with pytest.raises(FetchError, match=said):
            again(service, web, fetched)
    assert pmids(fetched) == sorted(whole)
    service.articles = whole
    assert again(service, web, fetched).gone == ()


def test_what_is_left_of_a_set_is_as_it_came():
    head = b'<?xml version="1.0" ?>\n<PubmedArticleSet>\n'
    one = b'<PubmedArticle><MedlineCitation Status="x"><PMID Version="1">1</PMID></MedlineCitation></PubmedArticle>\n'
    book = b"<PubmedBookArticle><BookDocument>\n<PMID>2</PMID></BookDocument></PubmedBookArticle>"
    assert without(head + one + book + b"</PubmedArticleSet>", {"1", "9"}) == head + book + b"</PubmedArticleSet>"
    assert without(head + one + book + b"</PubmedArticleSet>", {"2"}) == head + one + b"</PubmedArticleSet>"
    assert without(head + one + book + b"</PubmedArticleSet>", {"1", "2"}) is None


def test_the_command_says_what_went(service: Service, fetched: Path, capsys: pytest.CaptureFixture[str]):
    del service.articles[3]
    assert main(["fetch", "pubmed", "--query", "x", "--to", str(fetched), "--url", service.url]) == 0
    told = capsys.readouterr().err.splitlines()[1]
    assert told == (
        f"kg: pubmed no longer gives 1 that were in {fetched}, and they went: 3;"
        " a graph keeps them until kg remove pubmed/3"
    )


@pytest.mark.parametrize("found", ['"count":"\u00b2"', '"count":"%s"' % ("9" * 5000), '"count":"3","idlist":["1","x"]'])
def test_a_count_or_a_number_that_is_none_is_asked_for_again(service: Service, web: Web, fetched: Path, found: str):
    service.troubles = [None, None, None, (200, f'{{"esearchresult":{{{found}}}}}'.encode())]
    del service.articles[3]
    assert again(service, web, fetched).gone == ("3",)
