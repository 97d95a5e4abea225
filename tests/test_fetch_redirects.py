"""Where an answer leads elsewhere: it is followed, but no key goes to another host, and nothing by an open way."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kg.errors import FetchError
from kg.fetch import baseline, pubmed
from kg.fetch.folder import Folder
from kg.fetch.web import Web, _led_to
from tests.fetch_server import Service, serving

TODAY = date(2026, 11, 21)


@pytest.fixture
def elsewhere() -> Iterator[Service]:
    """Another service, of another address."""
    with serving() as found:
        yield found


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("times", [1, 5])
def test_a_redirect_is_followed(service: Service, web: Web, status: int, times: int):
    service.troubles = [(status, "/version")] * times
    assert b"dataTimestamp" in web.ask(f"{service.url}/old", {})
    assert [path for path, _, _ in service.asked] == ["/old"] + ["/version"] * times


def test_redirects_without_end_are_told_at_once(service: Service, web: Web):
    service.troubles = [(302, "/version")] * 6
    with pytest.raises(FetchError, match=r"/version: .*status 302: it is the end of more than 5 redirects$"):
        web.ask(f"{service.url}/version", {})
    assert len(service.asked) == 6


@pytest.mark.parametrize(
    "to", ["ftp://example.org/x", "file:///etc/passwd", "http://[x/", "http://a b/", "http://127.0.0.1:99999/"]
)
def test_a_redirect_to_no_page_is_told_at_once(service: Service, web: Web, pauses: list[float], to: str):
    service.troubles = [(302, to)]
    with pytest.raises(FetchError, match=r"status 302: it leads to .*, which is not followed$"):
        web.ask(f"{service.url}/version", {})
    assert (len(service.asked), pauses) == (1, [])


@pytest.mark.parametrize(
    ("old", "place", "new"),
    [
        ("https://a.org/x", "http://a.org/x", None),
        ("http://a.org/x", "https://a.org/x", "https://a.org/x"),
        ("https://a.org/x", "//b.org/y", "https://b.org/y"),
    ],
)
def test_a_redirect_never_leads_from_a_secret_way_to_an_open_one(old: str, place: str, new: str | None):
    assert _led_to(old, place, with_body=False) == new


def test_a_file_that_moved_to_another_host_is_downloaded(
    service: Service, elsewhere: Service, web: Web, tmp_path: Path
):
    service.offer("baseline", "pubmed26n0001.xml.gz", "one")
    elsewhere.files = service.files
    service.troubles = [None, None, None, (302, f"{elsewhere.url}/baseline/pubmed26n0001.xml.gz")]
    assert baseline.fetch(Folder(tmp_path), web, url=service.url).records == 1
    assert gzip.decompress((tmp_path / "pubmed26n0001.xml.gz").read_bytes()) == b"one"
    assert len(elsewhere.asked) == 1


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_key_goes_where_its_own_host_leads_and_to_no_other(
    service: Service, elsewhere: Service, web: Web, tmp_path: Path, status: int
):
    service.articles = {1: date(2020, 1, 1)}
    asked = pubmed.Service(web, service.url, key="secret")
    service.troubles = [(status, "/esearch.fcgi")]
    assert pubmed.fetch(Folder(tmp_path), asked, query="x", today=TODAY).records == 1
    assert {fields["api_key"] for _, fields, _ in service.asked} == {"secret"}
    service.troubles = [(status, f"{elsewhere.url}/esearch.fcgi")]
    with pytest.raises(FetchError, match=rf"it leads to {elsewhere.url}/esearch.fcgi, which is not followed$"):
        pubmed.fetch(Folder(tmp_path), asked, query="x", today=TODAY)
    assert elsewhere.asked == []


def test_a_redirect_that_drops_the_question_drops_the_key(service: Service, elsewhere: Service, web: Web):
    service.troubles = [(303, f"{elsewhere.url}/version")]
    web.ask(f"{service.url}/version", {"api_key": "secret"}, post=True)
    assert [fields for _, fields, _ in elsewhere.asked] == [{}]
