"""What the registry deleted, and what an update took out of an answer, goes from the folder; what it lacks comes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kg.cli import main
from kg.errors import FetchError
from kg.fetch import ctgov
from kg.fetch.folder import Folder
from kg.fetch.web import Web
from tests.fetch_server import Service


def numbers(folder: Path, files: str = "[!.]*.json") -> list[str]:
    """Every study in the files of a folder, sorted."""
    pages = (json.loads(path.read_bytes()) for path in folder.glob(files))
    return sorted(
        study["protocolSection"]["identificationModule"]["nctId"] for page in pages for study in page["studies"]
    )


def page_of(*numbers: int) -> tuple[int, bytes]:
    """What the service answers with some studies and no more."""
    studies = [{"protocolSection": {"identificationModule": {"nctId": f"NCT{number:08d}"}}} for number in numbers]
    return 200, json.dumps({"studies": studies, "totalCount": 1500}).encode()


@pytest.fixture
def fetched(service: Service, web: Web, tmp_path: Path) -> Path:
    """A folder with 2,500 studies of yesterday."""
    service.studies = {f"NCT{number:08d}": "2026-01-01" for number in range(2500)}
    ctgov.fetch(Folder(tmp_path), web, url=service.url)
    service.asked.clear()
    service.as_of = "2026-11-21"
    return tmp_path


def test_a_first_answer_that_is_whole_is_not_counted_again(service: Service, web: Web, tmp_path: Path):
    service.studies = {"NCT00000001": "2026-01-01"}
    ctgov.fetch(Folder(tmp_path), web, url=service.url)
    assert len(service.asked_for("/studies")) == 1


def test_one_request_says_that_all_is_in_step(service: Service, web: Web, fetched: Path):
    service.studies["NCT00000007"] = "2026-11-21"
    found = ctgov.fetch(Folder(fetched), web, url=service.url)
    assert (found.records, found.gone) == (1, ())
    assert service.asked_for("/studies")[1:] == [{"pageSize": "1000", "countTotal": "true", "fields": "NCTId"}]


def test_studies_that_were_deleted_go(service: Service, web: Web, fetched: Path):
    kept = {path: path.read_bytes() for path in fetched.glob("*-00003.json")}
    for number in (3, 1999):
        del service.studies[f"NCT{number:08d}"]
    found = ctgov.fetch(Folder(fetched), web, url=service.url)
    assert (found.records, found.gone) == (0, ("NCT00000003", "NCT00001999"))
    assert numbers(fetched) == sorted(service.studies)
    assert all(path.read_bytes() == body for path, body in kept.items())
    # The news, three pages of numbers alone, and those that are not on them looked for.
    assert [fields.get("fields") for fields in service.asked_for("/studies")] == [None, *["NCTId"] * 4]
    service.asked.clear()
    assert ctgov.fetch(Folder(fetched), web, url=service.url).gone == ()
    assert len(service.asked_for("/studies")) == 2


def test_what_is_left_of_a_page_is_as_it_came(service: Service, web: Web, tmp_path: Path):
    service.studies = dict.fromkeys(("NCT00000001", "NCT00000002"), "2026-01-01")
    ctgov.fetch(Folder(tmp_path), web, url=service.url)
    (page,) = tmp_path.glob("[!.]*.json")
    one = '{"protocolSection":{"identificationModule":{"nctId":"NCT00000001"}}},'
    odd = (
        '{ "protocolSection" : {"identificationModule":{"nctId":"NCT00000002", "briefTitle":"\\u00e9 é"}}, "n": 1.50 }'
    )
    page.write_text(f'{{"totalCount":2,"studies":[{one}{odd}],"x":1e5}}', encoding="utf-8")
    del service.studies["NCT00000001"]
    assert ctgov.fetch(Folder(tmp_path), web, url=service.url).gone == ("NCT00000001",)
    assert page.read_text(encoding="utf-8") == f'{{"totalCount":2,"studies":[{odd}],"x":1e5}}'


def test_a_page_of_which_all_went_goes(service: Service, web: Web, fetched: Path):
    for number in range(2000, 2500):
        del service.studies[f"NCT{number:08d}"]
    assert len(ctgov.fetch(Folder(fetched), web, url=service.url).gone) == 500
    assert [path.name[-7:] for path in sorted(fetched.glob("[!.]*.json"))] == ["01.json", "02.json"]


def test_a_study_that_a_query_finds_no_more_goes_from_its_answer_alone(service: Service, web: Web, tmp_path: Path):
    service.studies = dict.fromkeys(("NCT00000001", "NCT00000002"), "2026-01-01")
    ctgov.fetch(Folder(tmp_path), web, url=service.url)
    ctgov.fetch(Folder(tmp_path), web, query="x", url=service.url)
    ctgov.fetch(Folder(tmp_path), web, ids=["NCT00000001"], url=service.url)
    service.other, service.as_of = {"NCT00000001"}, "2026-11-21"
    service.studies["NCT00000001"] = "2026-11-21"
    found = ctgov.fetch(Folder(tmp_path), web, query="x", url=service.url)
    assert (found.records, found.gone) == (0, ("NCT00000001",))
    assert numbers(tmp_path, "ctgov-query-*") == ["NCT00000002"]
    assert numbers(tmp_path, "ctgov-all-*") == ["NCT00000001", "NCT00000002"]
    assert numbers(tmp_path, "ctgov-ids-*") == ["NCT00000001"]


def test_newer_studies_that_were_deleted_go_and_older_ones_are_none_of_theirs(
    service: Service, web: Web, fetched: Path
):
    service.studies |= dict.fromkeys(("NCT90000001", "NCT90000002"), "2026-11-20")
    ctgov.fetch(Folder(fetched), web, since="2026-11-20", url=service.url)
    del service.studies["NCT90000001"], service.studies["NCT00000003"]
    service.as_of = "2026-11-22"
    assert ctgov.fetch(Folder(fetched), web, since="2026-11-20", url=service.url).gone == ("NCT90000001",)
    assert set(numbers(fetched, "*-since-*.json")) == {"NCT90000002"}
    assert "NCT00000003" in numbers(fetched)


def test_a_study_that_is_hidden_by_shifting_pages_stays(service: Service, web: Web, fetched: Path):
    del service.studies["NCT00000003"]
    # The version, the news, and a list that ends before its end.
    service.troubles = [None, None, page_of(*range(4, 900))]
    assert ctgov.fetch(Folder(fetched), web, url=service.url).gone == ("NCT00000003",)
    assert numbers(fetched) == sorted(service.studies)


def test_studies_that_shifting_pages_hid_come_by_their_numbers(service: Service, web: Web, tmp_path: Path):
    service.studies = {f"NCT{number:08d}": "2026-01-01" for number in range(1500)}
    service.troubles = [None, page_of(*range(1, 900))]
    found = ctgov.fetch(Folder(tmp_path), web, url=service.url)
    assert (found.records, found.wanted) == (1500, 1500)
    assert numbers(tmp_path) == sorted(service.studies)


def test_as_many_are_not_the_same_once_the_registry_has_changed_under_an_answer(
    service: Service, web: Web, tmp_path: Path
):
    service.studies = {f"NCT{number:08d}": "2026-01-01" for number in range(2500)}
    service.troubles = [None, None, *[500] * 8]
    with pytest.raises(FetchError, match="status 500"):
        ctgov.fetch(Folder(tmp_path), web, url=service.url)
    # All that follow move up by one, past the page that is asked for next.
    del service.studies["NCT00000003"]
    service.as_of = "2026-11-21"
    found = ctgov.fetch(Folder(tmp_path), web, url=service.url)
    assert (found.records, found.gone) == (2500, ("NCT00000003",))
    assert numbers(tmp_path) == sorted(service.studies)


def test_of_what_fits_a_page_each_is_looked_at_though_there_are_as_many(service: Service, web: Web, tmp_path: Path):
    service.studies = dict.fromkeys(("NCT00000001", "NCT00000002"), "2026-01-01")
    service.other = {"NCT00000001"}
    ctgov.fetch(Folder(tmp_path), web, query="x", url=service.url)
    service.other, service.as_of = {"NCT00000002"}, "2026-11-21"
    found = ctgov.fetch(Folder(tmp_path), web, query="x", url=service.url)
    assert (found.records, found.gone) == (1, ("NCT00000002",))
    assert numbers(tmp_path) == ["NCT00000001"]


def test_a_damaged_page_is_made_up_for(service: Service, web: Web, fetched: Path):
    (page,) = fetched.glob("*-00002.json")
    page.write_bytes(page.read_bytes()[:100])
    assert ctgov.fetch(Folder(fetched), web, url=service.url).records == 1000
    page.unlink()
    assert numbers(fetched) == sorted(service.studies)


def test_nothing_goes_when_the_service_has_lost_most(service: Service, web: Web, fetched: Path):
    whole = service.studies
    service.studies = dict(list(whole.items())[:1000])
    said = rf"/studies: wanted most of the 2,500 studies in {re.escape(str(fetched))}, found 1,000; nothing was removed"
    for _ in range(2):
        with pytest.raises(FetchError, match=said):
            ctgov.fetch(Folder(fetched), web, url=service.url)
    assert numbers(fetched) == sorted(whole)
    service.studies = whole
    assert ctgov.fetch(Folder(fetched), web, url=service.url).gone == ()
    service.studies = dict(list(whole.items())[:1000])
    ctgov.fetch(Folder(fetched), web, anew=True, url=service.url)
    assert numbers(fetched) == sorted(service.studies)


def test_the_command_says_what_went(service: Service, fetched: Path, capsys: pytest.CaptureFixture[str]):
    for number in range(12):
        del service.studies[f"NCT{number:08d}"]
    assert main(["fetch", "ctgov", "--all", "--to", str(fetched), "--url", service.url]) == 0
    told = capsys.readouterr().err.splitlines()
    assert told[1].startswith(
        f"kg: ctgov no longer gives 12 that were in {fetched}, and they went: NCT00000000, NCT00000001, "
    )
    assert told[1].endswith("NCT00000009, …; a graph keeps them until kg remove ctgov/NCT00000000 …")
