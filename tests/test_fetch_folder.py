"""The folder that is fetched into: one fetch at a time, and a state that is not ours is none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.cli import main
from kg.errors import KgError
from kg.fetch import baseline, ctgov, pubmed
from kg.fetch.folder import STATE, Folder, key_of
from kg.fetch.web import Web
from tests.fetch_server import Service


@pytest.fixture
def service(service: Service) -> Service:
    service.studies = {f"NCT{number:08d}": "2026-01-01" for number in range(3)}
    return service


def test_two_fetches_into_one_folder_do_not_mix(service: Service, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    words = ["fetch", "ctgov", "--all", "--to", str(tmp_path), "--url", service.url]
    with Folder(tmp_path).alone():
        assert main(words) == 2
        assert capsys.readouterr().err == (
            f"kg: {tmp_path}: wanted a folder of its own, found another kg fetch at work in it\n"
        )
    assert service.asked == []
    assert main(words) == 0


def test_what_another_fetch_noted_is_known_once_the_folder_is_held(tmp_path: Path):
    late = Folder(tmp_path)
    with Folder(tmp_path).alone() as _, pytest.raises(KgError, match="another kg fetch"), late.alone():
        pass
    Folder(tmp_path).note("one", {"page": 1})
    with late.alone():
        late.note("two", {"page": 2})
    assert [Folder(tmp_path).state(name, dict[str, int]) for name in ("one", "two")] == [{"page": 1}, {"page": 2}]


STATES = ["{}", '{"done": false}', '{"done": true}', "[1]", '{"done": false, "page": 3, "since": null}', "null"]


@pytest.mark.parametrize("state", STATES)
def test_a_state_of_another_version_is_none(service: Service, web: Web, tmp_path: Path, state: str):
    stem = f"pubmed-query-{key_of('x')}"
    (tmp_path / STATE).write_text(f'{{"ctgov-all": {state}, "{stem}": {state}, "baseline": {state}}}')
    service.articles = {1: date(2020, 1, 1)}
    service.offer("baseline", "pubmed26n0001.xml.gz", "one")
    assert ctgov.fetch(Folder(tmp_path), web, url=service.url).records == 3
    asked = pubmed.Service(web, service.url)
    assert pubmed.fetch(Folder(tmp_path), asked, query="x", today=date(2026, 11, 21)).records == 1
    assert baseline.fetch(Folder(tmp_path), web, url=service.url).records == 1


def test_what_is_fetched_anew_on_the_same_day_leaves_no_page_of_what_was_more(
    service: Service, web: Web, tmp_path: Path
):
    asked = pubmed.Service(web, service.url)
    for many in (2100, 1000):
        service.studies = {f"NCT{number:08d}": "2026-01-01" for number in range(many)}
        service.articles = dict.fromkeys(range(1, many), date(2020, 1, 1))
        ctgov.fetch(Folder(tmp_path), web, anew=True, url=service.url)
        pubmed.fetch(Folder(tmp_path), asked, query="x", today=date(2026, 11, 21), anew=True)
    assert sorted(path.name[-10:] for path in tmp_path.glob("[!.]*")) == ["-00001.xml", "-00002.xml", "00001.json"]
