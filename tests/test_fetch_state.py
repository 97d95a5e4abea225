"""What a fetch noted of itself, damaged by whatever: a clear line or a fresh start, and every record in the end."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kg.cli import main
from kg.errors import FetchError
from kg.fetch import baseline, ctgov, pubmed
from kg.fetch.folder import STATE, Folder
from kg.fetch.web import Web
from tests.fetch_server import Service

TODAY = date(2026, 11, 21)
OTHERS = [None, True, -1, "2026-99-99", [1], {"a": 1}]
FETCHES: list[Callable[[Path, Web, str], object]] = [
    lambda to, web, url: ctgov.fetch(Folder(to), web, url=url),
    lambda to, web, url: pubmed.fetch(Folder(to), pubmed.Service(web, url), query="x", today=TODAY),
    lambda to, web, url: baseline.fetch(Folder(to), web, url=url),
]


def places(found: object, at: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Ways to every value in it."""
    if isinstance(found, dict):
        for name, inner in found.items():
            yield (*at, name)
            yield from places(inner, (*at, name))


def changed(whole: dict[str, Any], place: tuple[str, ...], other: object) -> dict[str, Any]:
    """A state with another value at one place."""
    inner = found = copy.deepcopy(whole)
    for name in place[:-1]:
        inner = inner[name]
    inner[place[-1]] = other
    return found


def known(folder: Path) -> set[str]:
    """Numbers of all records in a folder."""
    texts = [path.read_text() for path in [*folder.glob("ctgov*"), *folder.glob("pubmed-*")]]
    return {number for text in texts for number in re.findall(r'nctId": "(\w+)|<PMID[^>]*>(\d+)', text)}


@pytest.mark.parametrize("fetch", FETCHES, ids=["ctgov", "pubmed", "baseline"])
@pytest.mark.parametrize("broken", [False, True], ids=["finished", "broken off"])
def test_no_value_of_another_type_ends_a_fetch_or_hides_a_record(
    service: Service, web: Web, tmp_path: Path, fetch: Callable[[Path, Web, str], object], broken: bool
):
    service.studies = {f"NCT{number:08d}": "2026-01-01" for number in range(1001)}
    service.articles = dict.fromkeys(range(1, 502), date(2020, 1, 1))
    service.offer("baseline", "pubmed26n0001.xml.gz", "one")
    service.troubles = [None, None, *([None] if fetch is FETCHES[1] else []), *[500] * 8] if broken else []
    with suppress(FetchError):
        fetch(tmp_path, web, service.url)
    service.troubles.clear()
    fetch(whole := tmp_path / "whole", web, service.url)
    state = tmp_path / STATE
    noted = json.loads(state.read_text()) if state.exists() else {}
    bodies = {path: path.read_bytes() for path in tmp_path.glob("[cp]*")}
    for place in places(noted):
        for other in OTHERS:
            for path in tmp_path.glob("[cp]*"):
                path.unlink()
            for path, body in bodies.items():
                path.write_bytes(body)
            state.write_text(json.dumps(changed(noted, place, other)))
            fetch(tmp_path, web, service.url)
            if not (place[-1] in ("done", "page", "start") and type(other) is type_of(noted, place)):
                assert known(tmp_path) == known(whole), (place, other)


def type_of(found: dict[str, Any], place: tuple[str, ...]) -> type:
    """Of a value; one of the same type is what somebody wrote on purpose."""
    for name in place[:-1]:
        found = found[name]
    return type(found[place[-1]])


@pytest.mark.parametrize("text", [b"", b"{", b'{"ctgov-all": ', b"\xff\xfe", b"[" * 100_000], ids=range(5))
def test_a_state_that_was_cut_is_told_with_what_mends_it(
    service: Service, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: bytes
):
    service.studies = {"NCT00000001": "2026-01-01"}
    (tmp_path / STATE).write_bytes(text)
    words = ["fetch", "ctgov", "--all", "--to", str(tmp_path), "--url", service.url]
    assert main(words) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"kg: {tmp_path / STATE}: wanted the state of earlier requests, found ")
    assert line.endswith("; remove it to ask for all again")
    (tmp_path / STATE).unlink()
    assert main(words) == 0
