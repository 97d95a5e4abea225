"""Records by their numbers, however these are written; what is none is told, and so is what the service lacks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.cli import main
from kg.errors import KgError
from kg.fetch import ctgov, pubmed
from kg.fetch.folder import Folder
from kg.fetch.web import Web
from tests.fetch_server import Service


@pytest.fixture
def service(service: Service) -> Service:
    service.studies = {f"NCT{number:08d}": "2026-01-01" for number in (1, 2, 4643405)}
    service.articles = dict.fromkeys((1, 2, 40975066), date(2020, 1, 1))
    return service


STUDIES = [
    ["nct04643405"],
    ["NCT4643405"],
    [" NCT04643405 "],
    ["https://clinicaltrials.gov/study/NCT04643405?tab=table"],
    ["https://clinicaltrials.gov/ct2/show/NCT04643405/"],
]
ARTICLES = [
    ["40975066"],
    ["040975066"],
    ["PMID:40975066"],
    ["PMID: 40975066"],
    ["PMID 40975066\n"],
    ["https://pubmed.ncbi.nlm.nih.gov/40975066/"],
    ["http://www.ncbi.nlm.nih.gov/pubmed/40975066"],
]


@pytest.mark.parametrize("words", STUDIES)
def test_a_study_comes_by_its_number_however_it_is_written(
    service: Service, web: Web, tmp_path: Path, words: list[str]
):
    found = ctgov.fetch(Folder(tmp_path), web, ids=words, url=service.url)
    assert (found.records, found.wanted, found.missing) == (1, 1, ())
    assert service.asked_for("/studies")[0]["filter.ids"] == "NCT04643405"


@pytest.mark.parametrize("words", ARTICLES)
def test_an_article_comes_by_its_number_however_it_is_written(
    service: Service, web: Web, tmp_path: Path, words: list[str]
):
    found = pubmed.fetch_ids(Folder(tmp_path), pubmed.Service(web, service.url), words)
    assert (found.records, found.wanted, found.missing) == (1, 1, ())
    assert service.asked_for("/efetch.fcgi")[0]["id"] == "40975066"


def test_several_numbers_may_stand_in_one_word(service: Service, web: Web, tmp_path: Path):
    assert ctgov.fetch(Folder(tmp_path), web, ids=["NCT00000001,NCT00000002; nct1"], url=service.url).wanted == 2
    assert pubmed.fetch_ids(Folder(tmp_path), pubmed.Service(web, service.url), ["1, 2\n2"]).wanted == 2


@pytest.mark.parametrize("word", ["", " , ", "04643405", "NCT123456789", "ISRCTN12345678", "NCT04643405x"])
def test_what_is_no_number_of_a_study_is_told_and_not_asked_for(service: Service, web: Web, tmp_path: Path, word: str):
    with pytest.raises(KgError, match=r"^fetch: wanted numbers such as NCT04643405, found '"):
        ctgov.fetch(Folder(tmp_path), web, ids=[word], url=service.url)
    assert service.asked == []


@pytest.mark.parametrize(
    "word", ["", "0", "PMC123", "10.1000/182", "https://doi.org/10.1000/182", "NCT04643405", "1-2"]
)
def test_what_is_no_number_of_an_article_is_told_and_not_asked_for(
    service: Service, web: Web, tmp_path: Path, word: str
):
    with pytest.raises(KgError, match=r"^fetch: wanted numbers such as 40975066, found '"):
        pubmed.fetch_ids(Folder(tmp_path), pubmed.Service(web, service.url), [word])
    assert service.asked == []


def test_the_command_tells_a_number_that_is_none(service: Service, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["fetch", "ctgov", "--id", "", "--to", str(tmp_path), "--url", service.url]) == 2
    assert capsys.readouterr().err == "kg: fetch: wanted numbers such as NCT04643405, found ''\n"


def test_a_study_comes_by_a_number_that_it_had(service: Service, web: Web, tmp_path: Path):
    service.moved = {"NCT00009113": "NCT00000001"}
    alone = ctgov.fetch(Folder(tmp_path), web, ids=["NCT00009113", "NCT99999999"], url=service.url)
    assert (alone.records, alone.missing) == (1, ("NCT99999999",))
    service.asked.clear()
    both = ctgov.fetch(Folder(tmp_path), web, ids=["NCT00009113", "NCT00000001"], url=service.url)
    assert (both.records, both.missing) == (2, ())
    assert [path for path, _, _ in service.asked] == ["/studies"]


def test_an_article_that_is_only_cited_did_not_come(service: Service, web: Web, tmp_path: Path):
    service.cited = {1: 3}
    found = pubmed.fetch_ids(Folder(tmp_path), pubmed.Service(web, service.url), ["1", "3"])
    assert (found.records, found.missing) == (1, ("3",))
