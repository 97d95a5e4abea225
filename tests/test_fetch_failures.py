"""What services say when they fail, as they really say it: what passes is asked for again, the rest is one line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.errors import FetchError
from kg.fetch import ctgov, pubmed
from kg.fetch.folder import Folder
from kg.fetch.web import Web
from tests.fetch_server import Service

TODAY = date(2026, 11, 21)
REFUSED = (
    b'<?xml version="1.0" encoding="UTF-8" ?>\n<!DOCTYPE eEfetchResult PUBLIC "-//NLM//DTD efetch 20131226//EN" '
    b'"https://eutils.ncbi.nlm.nih.gov/eutils/dtd/20131226/efetch.dtd">\n<eFetchResult>\n\t<ERROR>%b</ERROR>\n'
    b"</eFetchResult>\n"
)
EMPTY = (400, REFUSED % b"ID list is empty! Possibly it has no correct IDs.")
BEHIND = (400, REFUSED % b"Error: CEFetchPApplication::proxy_stream(): Failed to connect to PubOne service")
HISTORY = (200, REFUSED % b"Unable to obtain query #1")
DOWN = (200, b'{"esearchresult":{"ERROR":"Search Backend failed: Unable to open connection to #PMQuerySrv"}}')
NO_TERM = (200, b'{"esearchresult":{"ERROR":"Empty term and query_key - nothing todo"}}')


@pytest.fixture
def asked(service: Service, web: Web) -> pubmed.Service:
    service.articles = {1: date(2020, 1, 1)}
    return pubmed.Service(web, service.url)


@pytest.mark.parametrize("wait", ["Sat, 01 Jan 99999 00:00:00 GMT", "9" * 5000, "-5", "1.5", "soon", ""])
def test_a_wait_that_is_none_is_drawn_by_lot(service: Service, web: Web, pauses: list[float], wait: str):
    service.troubles = [(429, {"Retry-After": wait})]
    assert b"dataTimestamp" in web.ask(f"{service.url}/version", {})
    assert max(pauses) <= 1


def test_a_wait_until_a_day_is_kept_as_far_as_the_longest(service: Service, web: Web, pauses: list[float]):
    service.troubles = [(503, {"Retry-After": "Fri, 01 Jan 2100 00:00:00 GMT"})]
    web.ask(f"{service.url}/version", {})
    assert 300 in pauses


@pytest.mark.parametrize(
    "url",
    [
        "example.org/api",
        "localhost:1/x",
        "ftp://example.org/x",
        "http://",
        "http://[::1",
        "http://a b",
        f"http://{'a' * 64}.org",
    ],
)
def test_what_is_no_address_is_told_at_once(url: str, web: Web, pauses: list[float], tmp_path: Path):
    with pytest.raises(FetchError, match=r"/version: wanted an address of the web, such as"):
        ctgov.fetch(Folder(tmp_path), web, url=url)
    assert pauses == []


def test_a_password_in_an_address_is_told_at_once_and_not_shown(web: Web, pauses: list[float], tmp_path: Path):
    said = r"^https://example\.org/api/version: wanted an address without a name and a password in it$"
    with pytest.raises(FetchError, match=said):
        ctgov.fetch(Folder(tmp_path), web, url="https://me:secret@example.org/api")
    assert pauses == []


def test_a_version_that_is_none_is_asked_for_again(service: Service, web: Web, tmp_path: Path):
    service.troubles = ["garbled", (200, b'{"dataTimestamp": "today"}')]
    ctgov.fetch(Folder(tmp_path), web, url=service.url)
    assert len(service.asked_for("/version")) == 3


@pytest.mark.parametrize("trouble", [DOWN, (200, b'{"error":"API rate limit exceeded","count":"4"}')])
def test_a_search_that_failed_behind_the_service_is_asked_for_again(
    service: Service, asked: pubmed.Service, tmp_path: Path, trouble: tuple[int, bytes]
):
    service.troubles = [trouble, trouble]
    assert pubmed.fetch(Folder(tmp_path), asked, query="x", today=TODAY).records == 1


def test_a_search_that_is_wrong_is_told_at_once(service: Service, asked: pubmed.Service, tmp_path: Path):
    service.troubles = [NO_TERM]
    with pytest.raises(FetchError, match="Empty term and query_key"):
        pubmed.fetch(Folder(tmp_path), asked, query="x", today=TODAY)
    assert len(service.asked) == 1


@pytest.mark.parametrize("trouble", [BEHIND, HISTORY])
def test_articles_that_failed_behind_the_service_are_asked_for_again(
    service: Service, asked: pubmed.Service, tmp_path: Path, trouble: tuple[int, bytes]
):
    service.troubles = [None, None, trouble, trouble]
    assert pubmed.fetch(Folder(tmp_path), asked, query="x", today=TODAY).records == 1


def test_what_the_service_says_is_told_without_its_markup(service: Service, asked: pubmed.Service, tmp_path: Path):
    service.troubles = [None, None, *[HISTORY] * 8]
    with pytest.raises(FetchError, match=r"found no set of articles \(Unable to obtain query #1\) at each of 8"):
        pubmed.fetch(Folder(tmp_path), asked, query="x", today=TODAY)
    service.troubles = [(403, b"<html><head><title>x</title></head>\n<body><h1>Access denied</h1>\n<p>a</body>")]
    with pytest.raises(FetchError, match=r"found status 403: Access denied$"):
        pubmed.fetch(Folder(tmp_path), asked, query="x", today=TODAY)


def test_numbers_of_which_none_is_one_to_the_service_are_unknown(
    service: Service, asked: pubmed.Service, tmp_path: Path
):
    service.troubles = [EMPTY]
    assert pubmed.fetch_ids(Folder(tmp_path), asked, ["999999999"]).missing == ("999999999",)


def test_a_key_that_is_none_is_told_without_the_key(service: Service, web: Web, tmp_path: Path):
    service.troubles = [(400, b'{"error":"API key invalid","api-key":"secret","type":"apikey","status":"unknown"}')]
    with pytest.raises(FetchError, match=r"status 400: API key invalid$"):
        pubmed.fetch(Folder(tmp_path), pubmed.Service(web, service.url, key="secret"), query="x", today=TODAY)
