"""Records are fetched whole, politely and once, from a server that fails in the ways that real ones do."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from kg.cli import main
from kg.errors import FetchError
from kg.fetch import baseline, ctgov, pubmed
from kg.fetch.folder import STATE, Folder, key_of
from kg.fetch.web import Web
from tests.fetch_server import Service

TODAY = date(2026, 11, 21)


def numbers(folder: Path) -> list[str]:
    """Every study in the files of a folder, in the order of the files."""
    pages = (json.loads(path.read_bytes()) for path in sorted(folder.glob("[!.]*.json")))
    return [study["protocolSection"]["identificationModule"]["nctId"] for page in pages for study in page["studies"]]


def pmids(folder: Path) -> list[int]:
    bodies = (path.read_text() for path in sorted(folder.glob("*.xml")))
    return [int(pmid) for body in bodies for pmid in re.findall(r"<PMID[^>]*>(\d+)<", body)]


def studies(count: int) -> dict[str, str]:
    return {f"NCT{number:08d}": "2026-01-01" for number in range(count)}


def test_every_page_of_all_studies_comes_once(service: Service, web: Web, tmp_path: Path):
    service.studies = studies(2500)
    found = ctgov.fetch(Folder(tmp_path), web, url=service.url)
    assert (found.records, found.wanted) == (2500, 2500)
    assert numbers(tmp_path) == sorted(service.studies)
    assert [fields["pageSize"] for fields in service.asked_for("/studies")] == ["1000"] * 3


def test_a_query_travels_as_it_is(service: Service, web: Web, tmp_path: Path):
    service.studies = studies(1)
    ctgov.fetch(Folder(tmp_path), web, query='"smac mimetic" AND AREA[Phase]PHASE2 & é', url=service.url)
    assert service.asked_for("/studies")[0]["query.term"] == '"smac mimetic" AND AREA[Phase]PHASE2 & é'


def test_a_request_that_broke_off_goes_on_where_it_stopped(service: Service, web: Web, tmp_path: Path):
    service.studies = studies(2500)
    service.troubles = [None, None, *[500] * 8]
    with pytest.raises(FetchError, match=r"status 500 at each of 8 attempts"):
        ctgov.fetch(Folder(tmp_path), web, url=service.url)
    assert numbers(tmp_path) == sorted(service.studies)[:1000]
    service.asked.clear()
    assert ctgov.fetch(Folder(tmp_path), web, url=service.url).records == 2500
    assert numbers(tmp_path) == sorted(service.studies)
    assert [path for path, _, _ in service.asked] == ["/studies", "/studies", "/version"]


def test_pages_are_counted_anew_when_a_token_is_not_taken_any_more(service: Service, web: Web, tmp_path: Path):
    service.studies = studies(1500)
    service.troubles = [None, None, *[503] * 8]
    with pytest.raises(FetchError, match="status 503"):
        ctgov.fetch(Folder(tmp_path), web, url=service.url)
    service.tokens.clear()
    assert ctgov.fetch(Folder(tmp_path), web, url=service.url).records == 1500
    assert numbers(tmp_path) == sorted(service.studies)


def test_a_finished_request_asks_only_for_what_is_newer(service: Service, web: Web, tmp_path: Path):
    service.studies = studies(3)
    ctgov.fetch(Folder(tmp_path), web, url=service.url)
    service.studies["NCT00000001"], service.as_of = "2026-11-20", "2026-11-22"
    assert ctgov.fetch(Folder(tmp_path), web, url=service.url).records == 1
    assert service.asked_for("/studies")[-2]["filter.advanced"] == "AREA[LastUpdatePostDate]RANGE[2026-11-20,MAX]"
    assert sorted(numbers(tmp_path)) == ["NCT00000000", "NCT00000001", "NCT00000001", "NCT00000002"]


def test_what_is_fetched_anew_replaces_what_was_there(service: Service, web: Web, tmp_path: Path):
    service.studies = studies(3)
    ctgov.fetch(Folder(tmp_path), web, url=service.url)
    service.as_of = "2026-11-22"
    ctgov.fetch(Folder(tmp_path), web, url=service.url)
    service.as_of = "2026-11-23"
    ctgov.fetch(Folder(tmp_path), web, anew=True, url=service.url)
    assert numbers(tmp_path) == sorted(service.studies)


def test_newer_studies_that_are_fetched_anew_replace_no_files_but_their_own(service: Service, web: Web, tmp_path: Path):
    service.studies = studies(3)
    ctgov.fetch(Folder(tmp_path), web, url=service.url)
    service.studies["NCT00000001"], service.as_of = "2026-11-20", "2026-11-22"
    ctgov.fetch(Folder(tmp_path), web, since="2026-11-20", url=service.url)
    ctgov.fetch(Folder(tmp_path), web, url=service.url)
    plain = sorted(path.name for path in tmp_path.glob("ctgov-all-[!s]*"))
    service.as_of = "2026-11-23"
    ctgov.fetch(Folder(tmp_path), web, since="2026-11-20", anew=True, url=service.url)
    assert sorted(path.name for path in tmp_path.glob("*.json") if path.name != STATE) == [
        *plain,
        "ctgov-all-since-2026-11-20-to-2026-11-23-00001.json",
    ]
    assert set(numbers(tmp_path)) == set(service.studies)


def test_all_studies_that_are_fetched_anew_replace_no_files_but_their_own(service: Service, web: Web, tmp_path: Path):
    service.studies = studies(3)
    ctgov.fetch(Folder(tmp_path), web, since="2026-01-01", url=service.url)
    ctgov.fetch(Folder(tmp_path), web, url=service.url)
    service.as_of = "2026-11-22"
    ctgov.fetch(Folder(tmp_path), web, anew=True, url=service.url)
    assert sorted(path.name for path in tmp_path.glob("*.json") if path.name != STATE) == [
        "ctgov-all-first-to-2026-11-22-00001.json",
        "ctgov-all-since-2026-01-01-to-2026-11-20-00001.json",
    ]


def test_studies_come_by_their_numbers_and_unknown_ones_are_named(service: Service, web: Web, tmp_path: Path):
    service.studies = studies(150)
    ids = [*service.studies, "nct00000001", "NCT99999999"]
    found = ctgov.fetch(Folder(tmp_path), web, ids=ids, url=service.url)
    assert (found.records, found.missing) == (150, ("NCT99999999",))
    assert sorted(numbers(tmp_path)) == sorted(service.studies)


@pytest.mark.parametrize("trouble", [429, 500, 502, 503, 504, "cut", "garbled"])
def test_what_passes_is_asked_for_again(service: Service, web: Web, tmp_path: Path, trouble: object):
    service.studies = studies(5)
    service.troubles = [None, trouble, trouble]
    assert ctgov.fetch(Folder(tmp_path), web, url=service.url).records == 5
    assert len(service.asked_for("/studies")) == 3


def test_the_wait_that_a_service_asks_for_is_kept(service: Service, web: Web, pauses: list[float], tmp_path: Path):
    service.studies = studies(1)
    service.troubles = [None, (429, 17)]
    ctgov.fetch(Folder(tmp_path), web, url=service.url)
    assert 17 in pauses


def test_pauses_grow_and_are_drawn_by_lot(service: Service, web: Web, pauses: list[float]):
    service.troubles = [500] * 8
    with pytest.raises(FetchError, match="8 attempts"):
        web.ask(f"{service.url}/version", {})
    rests = [pause for pause in pauses if pause > 0.4]
    assert len(rests) == 7
    assert all(0.5 * 2**n <= pause <= 2**n for n, pause in enumerate(rests))


def test_requests_keep_their_distance(service: Service):
    waited: list[float] = []
    web = Web(2, wait=waited.append)
    for _ in range(3):
        web.ask(f"{service.url}/version", {})
    assert len(waited) == 2
    assert 0.3 < waited[0] <= 0.5 < waited[1] <= 1


def test_a_refusal_is_told_at_once_in_the_words_of_the_service(service: Service, web: Web):
    with pytest.raises(FetchError, match=r"found status 404: no such file$"):
        web.ask(f"{service.url}/nothing", {})
    assert len(service.asked) == 1


def test_articles_come_by_the_history_server_five_hundred_a_page(service: Service, web: Web, tmp_path: Path):
    service.articles = {pmid: date(2020, 1, 1) for pmid in range(1, 1201)}
    asked = pubmed.Service(web, service.url, key="secret", email="a@example.org")
    found = pubmed.fetch(Folder(tmp_path), asked, query="xevinapant", today=TODAY)
    assert (found.records, found.wanted) == (1200, 1200)
    assert pmids(tmp_path) == sorted(service.articles)
    assert {fields["api_key"] for fields in service.asked_for("/efetch.fcgi")} == {"secret"}
    assert [fields["retmax"] for fields in service.asked_for("/efetch.fcgi")] == ["500", "500", "200"]


def test_more_articles_than_one_search_gives_come_by_spans_of_days(service: Service, web: Web, tmp_path: Path):
    service.articles = {pmid: date(2000, 1, 1) + timedelta(days=pmid % 9000) for pmid in range(1, 22_001)}
    found = pubmed.fetch(Folder(tmp_path), pubmed.Service(web, service.url), query="cancer", today=TODAY)
    assert found.records == 22_000
    assert sorted(pmids(tmp_path)) == sorted(service.articles)


def test_more_articles_of_one_day_than_one_search_gives_are_an_error(service: Service, web: Web, tmp_path: Path):
    service.articles = {pmid: date(2000, 1, 1) for pmid in range(1, 10_001)}
    with pytest.raises(FetchError, match=r"at most 9999 articles of 2000-01-01, found 10000"):
        pubmed.fetch(Folder(tmp_path), pubmed.Service(web, service.url), query="cancer", today=TODAY)


def test_half_a_set_of_articles_is_asked_for_again(service: Service, web: Web, tmp_path: Path):
    service.articles = {1: date(2000, 1, 1)}
    service.troubles = [None, None, "garbled", "cut"]
    assert pubmed.fetch(Folder(tmp_path), pubmed.Service(web, service.url), query="x", today=TODAY).records == 1
    assert pmids(tmp_path) == [1]


def test_a_search_goes_on_where_it_stopped_while_it_finds_as_many(service: Service, web: Web, tmp_path: Path):
    service.articles = {pmid: date(2020, 1, 1) for pmid in range(1, 1001)}
    asked = pubmed.Service(web, service.url)
    service.troubles = [None, None, None, *[500] * 8]
    with pytest.raises(FetchError, match="8 attempts"):
        pubmed.fetch(Folder(tmp_path), asked, query="x", today=TODAY)
    service.asked.clear()
    assert pubmed.fetch(Folder(tmp_path), asked, query="x", today=TODAY).records == 1000
    assert [fields["retstart"] for fields in service.asked_for("/efetch.fcgi")] == ["500"]
    assert pmids(tmp_path) == sorted(service.articles)


def test_a_finished_search_asks_only_for_what_was_modified_since(service: Service, web: Web, tmp_path: Path):
    service.articles = {1: date(2020, 1, 1)}
    asked = pubmed.Service(web, service.url)
    pubmed.fetch(Folder(tmp_path), asked, query="x", today=TODAY)
    service.asked.clear()
    pubmed.fetch(Folder(tmp_path), asked, query="x", today=TODAY + timedelta(days=3))
    last = service.asked_for("/esearch.fcgi")[0]
    # What was a day in the east was not yet one where NLM is.
    assert (last["datetype"], last["mindate"]) == ("mdat", "2026/11/20")
    pubmed.fetch(Folder(tmp_path), asked, query="x", today=TODAY, since="0099-01-01")
    assert service.asked_for("/esearch.fcgi")[-1]["mindate"] == "0099/01/01"


def test_newer_articles_that_are_fetched_anew_replace_no_files_but_their_own(
    service: Service, web: Web, tmp_path: Path
):
    service.articles = {1: date(2020, 1, 1), 2: TODAY}
    asked, stem = pubmed.Service(web, service.url), f"pubmed-query-{key_of('x')}"
    for days, since, anew in ((0, None, False), (0, "2026-11-21", False), (1, None, False), (2, "2026-11-21", True)):
        today = TODAY + timedelta(days=days)
        pubmed.fetch(Folder(tmp_path), asked, query="x", today=today, since=since, anew=anew)
    begins = ["2026-11-20-to-2026-11-22", "first-to-2026-11-21", "since-2026-11-21-to-2026-11-23"]
    assert [path.name[: path.name.rindex("-to-") + 14] for path in sorted(tmp_path.glob("*.xml"))] == [
        f"{stem}-{begin}" for begin in begins
    ]
    assert set(pmids(tmp_path)) == {1, 2}


def test_a_query_that_pubmed_cannot_read_is_an_error(service: Service, web: Web, tmp_path: Path):
    with pytest.raises(FetchError, match="Search Backend failed"):
        pubmed.fetch(Folder(tmp_path), pubmed.Service(web, service.url), query="[[", today=TODAY)


def test_articles_come_by_their_numbers_and_unknown_ones_are_named(service: Service, web: Web, tmp_path: Path):
    service.articles = {pmid: date(2020, 1, 1) for pmid in range(1, 301)}
    ids = [str(pmid) for pmid in [*service.articles, 999]]
    found = pubmed.fetch_ids(Folder(tmp_path), pubmed.Service(web, service.url), ids)
    assert (found.records, found.missing) == (300, ("999",))


def files(service: Service) -> list[str]:
    return [path for path, _, _ in service.asked if path.endswith(".gz")]


def test_the_baseline_comes_with_its_checksums_and_only_once(service: Service, web: Web, tmp_path: Path):
    service.offer("baseline", "pubmed26n0001.xml.gz", "one" * 1000)
    service.offer("updatefiles", "pubmed26n1500.xml.gz", "two")
    assert baseline.fetch(Folder(tmp_path), web, url=service.url).records == 2
    assert gzip.decompress((tmp_path / "pubmed26n0001.xml.gz").read_bytes()) == b"one" * 1000
    service.asked.clear()
    assert baseline.fetch(Folder(tmp_path), web, url=service.url).records == 0
    assert files(service) == []


def test_a_file_that_broke_off_is_asked_for_from_there_on(service: Service, web: Web, tmp_path: Path):
    service.offer(
        "baseline", "pubmed26n0001.xml.gz", "".join(hashlib.sha256(b"%d" % n).hexdigest() for n in range(9000))
    )
    service.troubles = [None, None, None, "cut"]
    baseline.fetch(Folder(tmp_path), web, url=service.url)
    ranges = [headers.get("Range") for path, _, headers in service.asked if path.endswith(".gz")]
    assert ranges[0] is None
    assert re.fullmatch(r"bytes=[1-9]\d+-", ranges[1] or "")
    assert (tmp_path / "pubmed26n0001.xml.gz").read_bytes() == service.files["/baseline/pubmed26n0001.xml.gz"]


def test_a_file_with_a_wrong_checksum_is_never_there(service: Service, web: Web, tmp_path: Path):
    service.offer("baseline", "pubmed26n0001.xml.gz", "one")
    service.checksums["/baseline/pubmed26n0001.xml.gz"] = "0" * 32
    with pytest.raises(FetchError, match=r"found MD5 [0-9a-f]{32} where 0{32} was wanted at each of 8 attempts"):
        baseline.fetch(Folder(tmp_path), web, url=service.url)
    assert [path.name for path in tmp_path.iterdir()] == []


def test_a_file_that_was_garbled_on_the_way_comes_again_whole(service: Service, web: Web, tmp_path: Path):
    service.offer("baseline", "pubmed26n0001.xml.gz", "one")
    service.troubles = [None, None, None, "garbled"]
    baseline.fetch(Folder(tmp_path), web, url=service.url)
    assert gzip.decompress((tmp_path / "pubmed26n0001.xml.gz").read_bytes()) == b"one"


def test_files_of_a_former_year_go_once_the_new_ones_are_there(service: Service, web: Web, tmp_path: Path):
    service.offer("baseline", "pubmed26n0001.xml.gz", "old")
    baseline.fetch(Folder(tmp_path), web, url=service.url)
    (tmp_path / "mine.xml.gz").write_bytes(b"kept")
    service.files.clear()
    service.offer("baseline", "pubmed27n0001.xml.gz", "new")
    baseline.fetch(Folder(tmp_path), web, url=service.url)
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != STATE) == [
        "mine.xml.gz",
        "pubmed27n0001.xml.gz",
    ]


def test_the_command_says_what_came(service: Service, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    service.studies = studies(2)
    to = str(tmp_path / "new")
    assert main(["fetch", "ctgov", "--all", "--to", to, "--url", service.url]) == 0
    assert "2 of 2 records" in capsys.readouterr().err
    assert main(["fetch", "ctgov", "--id", "NCT00000001", "NCT77777777", "--to", to, "--url", service.url]) == 1
    assert "does not know 1 of them: NCT77777777" in capsys.readouterr().err


def test_the_command_says_that_less_came_than_there_is(
    service: Service, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    service.articles = dict.fromkeys(range(1, 5), date(2020, 1, 1))
    _, short = service.answer("/efetch.fcgi", {"id": "1"})
    # Two searches and a page, two searches that list numbers, and those that are lacking.
    service.troubles = [None, None, (200, short), None, None, (200, b"<PubmedArticleSet></PubmedArticleSet>")]
    assert main(["fetch", "pubmed", "--query", "x", "--to", str(tmp_path), "--url", service.url]) == 1
    assert "pubmed gave 3 fewer than it said; ask for all again with --anew" in capsys.readouterr().err
    assert main(["fetch", "pubmed", "--query", "x", "--to", str(tmp_path), "--url", service.url, "--anew"]) == 0
    assert pmids(tmp_path) == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["pubmed", "--all"], "wanted --query, --id or --baseline"),
        (["ctgov", "--baseline"], "wanted --query, --id or --all"),
        (["ctgov", "--query", " "], "fetch ctgov: wanted words after --query, found none"),
        (["ctgov", "--query", "caf\udce9"], r"fetch ctgov: wanted words in UTF-8 after --query, found 'caf\udce9'"),
        (["pubmed", "--query", ""], "fetch pubmed: wanted words after --query, found none"),
        (["ctgov", "--id", "NCT00000001", "--since", "2026-01-01"], "--since goes with"),
        (["pubmed", "--query", "x", "--api-key-file", "/nowhere"], "wanted a file with an API key"),
    ],
)
def test_what_does_not_go_together_is_told(
    words: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["fetch", *words, "--to", str(tmp_path)]) == 2
    assert said in capsys.readouterr().err
