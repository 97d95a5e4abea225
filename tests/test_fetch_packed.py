"""Answers come packed and are kept unpacked; what is damaged comes again, and what has no end is refused."""

from __future__ import annotations

import gzip
import json
import resource
import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
import urllib3

from kg.errors import FetchError
from kg.fetch import ctgov, pubmed
from kg.fetch.folder import Folder
from kg.fetch.packing import body_of
from kg.fetch.web import Web
from tests.fetch_server import Service

STUDY = {"NCT00000001": "2026-01-01"}


def answered(packed: bytes, coding: str = "gzip") -> urllib3.HTTPResponse:
    """An answer with a packed body, a few bytes of which come at a time."""
    return urllib3.HTTPResponse(BytesIO(packed), {"Content-Encoding": coding}, 200, preload_content=False)


def test_what_is_packed_for_the_way_is_kept_unpacked(service: Service, web: Web, tmp_path: Path):
    service.studies = {f"NCT{number:08d}": "2026-01-01" for number in range(1200)}
    ctgov.fetch(Folder(tmp_path), web, url=service.url)
    assert {headers["Accept-Encoding"] for _, _, headers in service.asked} == {"gzip"}
    pages = [path.read_bytes() for path in sorted(tmp_path.glob("[!.]*.json"))]
    assert [len(json.loads(page)["studies"]) for page in pages] == [1000, 200]


def test_articles_come_packed_too(service: Service, web: Web, tmp_path: Path):
    service.articles = {1: date(2020, 1, 1)}
    asked = pubmed.Service(web, service.url)
    assert pubmed.fetch(Folder(tmp_path), asked, query="x", today=date(2026, 11, 21)).records == 1
    (page,) = tmp_path.glob("*.xml")
    assert page.read_text().startswith("<?xml")


@pytest.mark.parametrize("trouble", ["damaged", "half", "cut"])
def test_a_packed_body_that_is_damaged_comes_again(service: Service, web: Web, tmp_path: Path, trouble: str):
    service.studies = STUDY
    service.troubles = [None, trouble, trouble]
    assert ctgov.fetch(Folder(tmp_path), web, url=service.url).records == 1
    assert len(service.asked_for("/studies")) == 3


def test_what_is_always_damaged_when_it_is_packed_comes_unpacked_in_the_end(service: Service, web: Web):
    service.troubles = ["damaged"] * 8
    assert b"dataTimestamp" in web.ask(f"{service.url}/version", {})
    assert [headers["Accept-Encoding"] for _, _, headers in service.asked] == ["gzip"] * 4 + ["identity"]


def test_a_refusal_that_is_packed_is_told_in_its_words(service: Service, web: Web):
    with pytest.raises(FetchError, match=r"found status 404: no such file$"):
        web.ask(f"{service.url}/nothing", {})
    assert len(service.asked) == 1


def test_what_unpacks_without_end_is_refused_at_once(service: Service):
    service.troubles = ["endless"]
    with pytest.raises(FetchError, match=r"/version: wanted an answer of at most 16 MB, found a longer one$"):
        Web(1e6, most=1 << 24).ask(f"{service.url}/version", {})
    assert len(service.asked) == 1
    assert b"dataTimestamp" in Web(1e6).ask(f"{service.url}/version", {})


def test_what_unpacks_without_end_fills_no_memory(service: Service, tmp_path: Path):
    service.troubles = ["endless"]
    # Of its own, since what this process has used at most is known of it all; 512 MB are believed, twice that is not.
    code = f"import kg.cli; raise SystemExit(kg.cli.main(['fetch', 'ctgov', '--all', '--url', {service.url!r}]))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30)),
    )
    assert (done.returncode, done.stderr) == (
        2,
        f"kg: {service.url}/version: wanted an answer of at most 512 MB, found a longer one\n",
    )


@pytest.mark.parametrize("size", [0, 1, 65535, 65536, 65537, 1 << 20])
@pytest.mark.parametrize("level", [0, 9])
def test_every_length_comes_back(size: int, level: int):
    body = bytes(number * number % 251 for number in range(size))
    assert body_of(answered(gzip.compress(body, level)), "x") == body
    assert body_of(answered(b"".join(gzip.compress(body[at::2], level) for at in (0, 1)), "x-gzip"), "x") == (
        body[::2] + body[1::2]
    )


@pytest.mark.parametrize("body", [b"", b"<", b"<html>", b"\x1f", bytes(200_000)])
def test_what_is_said_to_be_packed_and_is_not_comes_as_it_is(body: bytes):
    assert body_of(answered(body), "x") == body


WHOLE = gzip.compress(bytes(range(256)) * 1000)
DAMAGED = {
    "no end": WHOLE[:-1],
    "no more than a beginning": WHOLE[:20],
    "a head": WHOLE[:3],
    "another checksum": WHOLE[:-8] + b"\0" * 8,
    "more": WHOLE + b"<html>",
}


@pytest.mark.parametrize("packed", DAMAGED.values(), ids=DAMAGED)
def test_what_is_damaged_is_not_taken(packed: bytes):
    with pytest.raises(urllib3.exceptions.DecodeError, match="packed body"):
        body_of(answered(packed), "x")


def test_a_coding_that_was_not_asked_for_is_not_taken():
    with pytest.raises(urllib3.exceptions.DecodeError, match="packed as 'br', which was not asked for"):
        body_of(answered(b"x", "br"), "x")
