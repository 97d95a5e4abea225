"""A long fetch over a bad line: full disks, machines that stop, networks that want to be signed in to, wrong clocks."""

from __future__ import annotations

import hashlib
import json
import os
import pty
import re
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from kg.errors import FetchError
from kg.fetch import baseline, ctgov, pubmed
from kg.fetch.folder import Folder
from kg.fetch.web import Web
from tests.fetch_server import Service

TODAY = date(2026, 11, 21)
PORTAL = (200, b'<html><head><title>x</title></head>\n<a href="http://portal/login">Sign in to the ward\'s guests</a>')


def test_a_full_disk_is_told_and_keeps_nothing_of_what_it_could_not_hold(service: Service, tmp_path: Path):
    service.studies = {f"NCT{number:08d}": "2026-01-01" for number in range(1000)}
    words = ["fetch", "ctgov", "--all", "--to", str(tmp_path), "--url", service.url]
    code = (
        "import resource, signal, kg.cli\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))\nraise SystemExit(kg.cli.main({words!r}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    said = f"kg: {tmp_path}: wanted a folder to write to, found [Errno 27] File too large\n"
    assert (done.returncode, done.stderr) == (2, said)
    assert [path.name for path in tmp_path.iterdir()] == [".fetch.lock"]


def test_a_line_that_says_what_is_wrong_is_a_line_of_its_own(service: Service, tmp_path: Path):
    service.studies = {f"NCT{number:08d}": "2026-01-01" for number in range(1500)}
    service.troubles = [None, None, 404]
    ours, theirs = pty.openpty()
    words = ["fetch", "ctgov", "--all", "--to", str(tmp_path), "--url", service.url]
    with subprocess.Popen([sys.executable, "-m", "kg.cli", *words], stderr=theirs) as started:
        started.wait(60)
    told = os.read(ours, 10_000).decode().split("\r\n")
    assert told[0].strip() == "1,000 of 1,500"
    assert told[1] == f"kg: {service.url}/studies: wanted an answer, found status 404: out of order"
    os.close(ours)
    os.close(theirs)


def test_a_token_that_expires_at_the_same_page_again_is_got_over(service: Service, web: Web, tmp_path: Path):
    service.studies = {f"NCT{number:08d}": "2026-01-01" for number in range(2500)}
    for _ in range(2):
        # The version or, from the second time on, a token that is not known any more; the first page; nothing more.
        service.troubles = [None, None, *[500] * 8]
        with pytest.raises(FetchError, match="status 500"):
            ctgov.fetch(Folder(tmp_path), web, url=service.url)
        service.tokens.clear()
    service.troubles.clear()
    assert ctgov.fetch(Folder(tmp_path), web, url=service.url).records == 2500


@pytest.mark.parametrize("listing", [False, True])
def test_a_page_that_is_followed_by_itself_has_an_end(service: Service, web: Web, tmp_path: Path, listing: bool):
    service.studies = {f"NCT{number:08d}": "2026-01-01" for number in range(1500)}
    if listing:
        ctgov.fetch(Folder(tmp_path), web, url=service.url)
        del service.studies["NCT00000001"]
    known = len(service.tokens)
    token = f"token{known}"
    page = json.dumps({"studies": [], "nextPageToken": token}).encode()
    # The version and a page; where they are listed, the news before it.
    service.troubles = [None] * (3 if listing else 2) + [(200, page)] * 40
    with pytest.raises(FetchError, match=r"found a page that is followed by itself at each of 8 attempts"):
        ctgov.fetch(Folder(tmp_path), web, url=service.url)


@pytest.mark.parametrize("listed", [0, 1])
def test_a_network_that_wants_to_be_signed_in_to_gives_no_list_of_files(
    service: Service, web: Web, tmp_path: Path, listed: int
):
    service.offer("baseline", "pubmed26n0001.xml.gz", "one")
    service.offer("updatefiles", "pubmed26n0002.xml.gz", "two")
    service.troubles = [None] * listed + [PORTAL]
    assert baseline.fetch(Folder(tmp_path), web, url=service.url).wanted == 2


def test_a_network_that_wants_to_be_signed_in_to_is_told_in_its_words(service: Service, web: Web, tmp_path: Path):
    service.troubles = [None, *[PORTAL] * 8]
    with pytest.raises(FetchError, match=r"found no page of studies \(\"Sign in to the ward's guests\"\) at each of 8"):
        ctgov.fetch(Folder(tmp_path), web, url=service.url)
    assert [path.name for path in tmp_path.iterdir()] == []


def test_no_folder_of_daily_files_is_one_that_is_empty(service: Service, web: Web, tmp_path: Path):
    service.offer("baseline", "pubmed26n0001.xml.gz", "one")
    assert baseline.fetch(Folder(tmp_path), web, url=service.url).wanted == 1


@pytest.mark.parametrize(("ahead", "since"), [(1, "2026/11/21"), (2, "1781/01/01"), (400, "1781/01/01")])
def test_a_clock_that_was_ahead_hides_no_articles(service: Service, web: Web, tmp_path: Path, ahead: int, since: str):
    service.articles = {1: date(2020, 1, 1)}
    asked = pubmed.Service(web, service.url)
    pubmed.fetch(Folder(tmp_path), asked, query="x", today=TODAY + timedelta(days=ahead))
    service.asked.clear()
    pubmed.fetch(Folder(tmp_path), asked, query="x", today=TODAY)
    assert service.asked_for("/esearch.fcgi")[0]["mindate"] == since


def traced() -> bool:
    """Whether calls of a process to its system can be seen here."""
    command = ["strace", "-o", os.devnull, "true"]
    return (
        shutil.which("strace") is not None and not subprocess.run(command, capture_output=True, check=False).returncode
    )


@pytest.mark.skipif(not traced(), reason="no strace, or processes may not be traced here")
def test_a_file_is_on_the_disk_before_it_has_its_name(service: Service, tmp_path: Path):
    service.offer("baseline", "pubmed26n0001.xml.gz", "one")
    body, calls = service.files["/baseline/pubmed26n0001.xml.gz"], tmp_path / "calls"
    md5, url = hashlib.md5(body).hexdigest(), f"{service.url}/baseline/pubmed26n0001.xml.gz"  # noqa: S324
    code = (
        "from pathlib import Path; from kg.fetch.web import Web\n"
        f"Web(1e6).download({url!r}, Path({str(tmp_path / 'one.gz')!r}), {md5!r})"
    )
    command = ["strace", "-f", "-y", "-e", "trace=fsync,rename,renameat,renameat2", "-o", str(calls)]
    subprocess.run([*command, sys.executable, "-c", code], check=True)
    assert re.search(r"fsync\(\d+<[^>]*/\.one\.gz\.part>\).*rename\w*\(.*one\.gz\"", calls.read_text(), re.DOTALL)
