"""Studies of ClinicalTrials.gov by its API v2, a thousand a page.

https://clinicaltrials.gov/data-api/api: ``/studies`` with ``query.term``, ``filter.ids``, ``filter.advanced``,
``pageSize``, ``pageToken`` and ``countTotal``; ``/version`` with ``dataTimestamp``. Pages are kept as they come.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

import msgspec

from kg.errors import FetchError
from kg.fetch.folder import Fetched, Folder, key_of
from kg.fetch.numbers import numbers
from kg.fetch.web import Web

URL = "https://clinicaltrials.gov/api/v2"
PAGE = 1000
IDS_A_REQUEST = 100
# The API names no limit but asks for fair use; browsers of its own site send about as many.
PER_SECOND = 1.0
OLDEST = "1900-01-01"
_NUMBER = re.compile(r"(?:https?://\S*/)?NCT0*([0-9]{1,8})/?(?:[?#]\S*)?", re.IGNORECASE)


class _Identification(msgspec.Struct, rename="camel"):
    nct_id: str
    nct_id_aliases: list[str] = []


class _Protocol(msgspec.Struct, rename="camel"):
    identification_module: _Identification


class _Study(msgspec.Struct, rename="camel"):
    protocol_section: _Protocol


class _Page(msgspec.Struct, rename="camel"):
    studies: list[_Study]
    next_page_token: str | None = None
    total_count: int | None = None


class _Version(msgspec.Struct, rename="camel"):
    data_timestamp: str


_PAGE = msgspec.json.Decoder(_Page)
_STUDY = msgspec.json.Decoder(_Study)
_VERSION = msgspec.json.Decoder(_Version)


def fetch(
    folder: Folder,
    web: Web,
    *,
    query: str | None = None,
    ids: Sequence[str] = (),
    since: str | None = None,
    anew: bool = False,
    url: str = URL,
    tell: Callable[[int, int | None], None] = lambda _done, _of: None,
) -> Fetched:
    """Write the pages of an answer into a folder.

    A request that was broken off goes on where it stopped. One that was finished before asks only for what was updated
    since then, as the service's own data timestamp says, that day included.

    :param query: an expression of the API's query language; neither a query nor ids asks for every study.
    :param ids: numbers of studies; these are always asked for anew.
    :param since: a day; only studies updated from then on.
    :param anew: forget how far this request has come, and remove its earlier files once it is whole.
    :param tell: is told the number of records so far and in all, where that is known.
    :raises KgError: for ids that are none.
    :raises FetchError: when the service refuses or does not answer.
    """
    if ids:
        return _by_ids(folder, web, ids, url, tell)
    stem = f"ctgov-{'all' if query is None else 'query-' + key_of(query)}"
    name = f"{stem} since {since}" if since else stem
    state = {} if anew else folder.state(name, "as_of", "since", "page", "token", "records", "done")
    if not state or state["done"]:
        begin = since or state.get("as_of")
        state = {"as_of": _as_of(web, url), "since": begin, "page": 0, "token": None, "records": 0, "done": False}
    prefix = folder.prefix(stem, state, since)
    fields = {"pageSize": str(PAGE), "countTotal": "true"} | ({"query.term": query} if query is not None else {})
    if state["since"]:
        fields["filter.advanced"] = f"AREA[LastUpdatePostDate]RANGE[{state['since']},MAX]"
    while not state["done"]:
        state = _next_page(folder, web, url, fields, prefix, state)
        folder.note(name, state)
        tell(state["records"], state.get("of"))
    if anew:
        folder.keep_only((_named(prefix, page) for page in range(1, state["page"] + 1)), stem, since)
    return Fetched(state["records"], state.get("of"))


def _named(prefix: str, page: int) -> str:
    return f"{prefix}-{page:05d}.json"


def _next_page(
    folder: Folder, web: Web, url: str, fields: dict[str, str], prefix: str, state: dict[str, Any]
) -> dict[str, Any]:
    token, page = state["token"], state["page"] + 1
    try:
        body = web.ask(f"{url}/studies", fields | ({"pageToken": token} if token else {}), check=_no_page)
    except FetchError as error:
        if token and error.status == 400 and state.get("again") != page:
            # A token of yesterday is not taken any more; pages are counted from the first again.
            return state | {"token": None, "page": 0, "records": 0, "again": page}
        raise
    found = _PAGE.decode(body)
    if found.studies:
        folder.write(_named(prefix, page), body)
    return state | {
        "page": page,
        "token": found.next_page_token,
        "records": state["records"] + len(found.studies),
        "of": found.total_count if found.total_count is not None else state.get("of"),
        "done": not found.next_page_token,
    }


def _by_ids(folder: Folder, web: Web, ids: Sequence[str], url: str, tell: Callable[[int, int | None], None]) -> Fetched:
    wanted = sorted(f"NCT{int(digits):08d}" for digits in numbers(ids, _NUMBER, "NCT04643405"))
    found: set[str] = set()
    for chunk in _chunks(wanted):
        body = web.ask(f"{url}/studies", {"filter.ids": ",".join(chunk), "pageSize": str(PAGE)}, check=_no_page)
        studies = [study.protocol_section.identification_module for study in _PAGE.decode(body).studies]
        given = {number for study in studies for number in (study.nct_id, *study.nct_id_aliases)}
        if studies:
            folder.write(f"ctgov-ids-{key_of(*chunk)}.json", body)
        found.update(one for one in chunk if one in given or _moved(folder, web, url, one))
        tell(len(found), len(wanted))
    return Fetched(len(found), len(wanted), tuple(one for one in wanted if one not in found))


def _moved(folder: Folder, web: Web, url: str, number: str) -> bool:
    """Whether a number that no list knows leads to a study, which has another one by now; that study is written."""
    try:
        body = web.ask(f"{url}/studies/{number}", {}, check=_no_study)
    except FetchError as error:
        if error.status == 404:
            return False
        raise
    folder.write(f"ctgov-ids-{key_of(number)}.json", body)
    return True


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[at : at + IDS_A_REQUEST] for at in range(0, len(ids), IDS_A_REQUEST))


def _wanted(what: str, decoder: msgspec.json.Decoder[Any]) -> Callable[[bytes], str | None]:
    """What says that an answer is not what was wanted."""

    def check(body: bytes) -> str | None:
        try:
            decoder.decode(body)
        except msgspec.MsgspecError as error:
            return f"no {what} ({error})"
        return None

    return check


_no_page = _wanted("page of studies", _PAGE)
_no_study = _wanted("study", _STUDY)


def _as_of(web: Web, url: str) -> str:
    """The day of the data that the service has, so that the next request can ask for what is newer."""
    body = web.ask(f"{url}/version", {}, check=_no_version)
    return _VERSION.decode(body).data_timestamp[:10]


def _no_version(body: bytes) -> str | None:
    try:
        date.fromisoformat(_VERSION.decode(body).data_timestamp[:10])
    except (msgspec.MsgspecError, ValueError) as error:
        return f"no dataTimestamp ({error})"
    return None
