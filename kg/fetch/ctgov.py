"""Studies of ClinicalTrials.gov by its API v2, a thousand a page.

https://clinicaltrials.gov/data-api/api: ``/studies`` with ``query.term``, ``filter.ids``, ``filter.advanced``,
``fields``, ``pageSize``, ``pageToken`` and ``countTotal``; ``/version`` with ``dataTimestamp``. Pages are kept as they
come, but for studies that the service gives no more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NotRequired, TypedDict

from kg.errors import FetchError
from kg.fetch.folder import Count, Fetched, Folder, key_of
from kg.fetch.holdings import COUNTED, IDS_A_REQUEST, MOST_A_PAGE, in_step
from kg.fetch.numbers import chunks, numbers
from kg.fetch.studies import PAGE, VERSION, no_page, no_study, no_version
from kg.fetch.web import Web

URL = "https://clinicaltrials.gov/api/v2"
# The API names no limit but asks for fair use; those who write of one say 50 requests a minute.
PER_SECOND = 0.8
OLDEST = "1900-01-01"
_NUMBER = re.compile(r"(?:https?://\S*/)?NCT0*([0-9]{1,8})/?(?:[?#]\S*)?", re.IGNORECASE)


class _State(TypedDict):
    as_of: date
    since: date | None
    page: Count
    token: str | None
    records: Count
    done: bool
    of: NotRequired[Count | None]


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
    since then, as the service's own data timestamp says, that day included; and what the service no longer gives goes.

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
    state = {} if anew else folder.state(name, _State)
    # Of this time alone: a token that was refused yesterday says nothing of the one that is refused today.
    state.pop("again", None)
    if not state or state["done"]:
        begin = since or state.get("as_of")
        state = {"as_of": _as_of(web, url), "since": begin, "page": 0, "token": None, "records": 0, "done": False}
    prefix = folder.prefix(stem, state, since)
    fields = COUNTED | _asked(query, state["since"])
    while not state["done"]:
        state = _next_page(folder, web, url, fields, prefix, state)
        folder.note(name, state)
        tell(state["records"], state.get("of"))
    written = frozenset(_named(prefix, page) for page in range(1, state["page"] + 1))
    if anew:
        folder.keep_only(written, stem, since)
    files, records = list(folder.answers(stem, since)), state["records"]
    # Pages that are asked for after the registry has changed may have shifted.
    steady = state["page"] < 2 or _as_of(web, url) == state["as_of"]
    if steady and records == state.get("of") and all(path.name in written for path in files):
        # Nothing was there before, and all came.
        return Fetched(records, records)
    studies = f"{url}/studies"
    lacking, gone = in_step(folder, web, studies, _asked(query, since), files, prefix, counted=steady, tell=tell)
    return Fetched(records + lacking, records + lacking, gone=gone)


def _asked(query: str | None, since: str | None) -> dict[str, str]:
    """What a request says of the studies that it wants."""
    updated = {"filter.advanced": f"AREA[LastUpdatePostDate]RANGE[{since},MAX]"} if since else {}
    return ({"query.term": query} if query is not None else {}) | updated


def _named(prefix: str, page: int) -> str:
    return f"{prefix}-{page:05d}.json"


def _next_page(
    folder: Folder, web: Web, url: str, fields: dict[str, str], prefix: str, state: dict[str, Any]
) -> dict[str, Any]:
    token, page = state["token"], state["page"] + 1
    try:
        asked = fields | ({"pageToken": token} if token else {})
        body = web.ask(f"{url}/studies", asked, check=lambda body: no_page(body, token))
    except FetchError as error:
        if token and error.status == 400 and state.get("again") != page:
            # A token of yesterday is not taken any more; pages are counted from the first again.
            return state | {"token": None, "page": 0, "records": 0, "again": page}
        raise
    found = PAGE.decode(body)
    if found.studies:
        folder.write(_named(prefix, page), body)
    return state | {
        # After a full page there is another one, be it empty.
        "page": page if found.studies else page - 1,
        "token": found.next_page_token,
        "records": state["records"] + len(found.studies),
        "of": found.total_count if found.total_count is not None else state.get("of"),
        "done": not found.next_page_token,
    }


def _by_ids(folder: Folder, web: Web, ids: Sequence[str], url: str, tell: Callable[[int, int | None], None]) -> Fetched:
    wanted = sorted(f"NCT{int(digits):08d}" for digits in numbers(ids, _NUMBER, "NCT04643405"))
    found: set[str] = set()
    for chunk in chunks(wanted, IDS_A_REQUEST):
        body = web.ask(f"{url}/studies", {"filter.ids": ",".join(chunk), "pageSize": str(MOST_A_PAGE)}, check=no_page)
        studies = PAGE.decode(body).identifications()
        given = {number for study in studies for number in (study.nct_id, *study.nct_id_aliases)}
        if studies:
            folder.write(f"ctgov-ids-{key_of(*chunk)}.json", body)
        found.update(one for one in chunk if one in given or _moved(folder, web, url, one))
        tell(len(found), len(wanted))
    return Fetched(len(found), len(wanted), tuple(one for one in wanted if one not in found))


def _moved(folder: Folder, web: Web, url: str, number: str) -> bool:
    """Whether a number that no list knows leads to a study, which has another one by now; that study is written."""
    try:
        body = web.ask(f"{url}/studies/{number}", {}, check=no_study)
    except FetchError as error:
        if error.status == 404:
            return False
        raise
    folder.write(f"ctgov-ids-{key_of(number)}.json", body)
    return True


def _as_of(web: Web, url: str) -> str:
    """The day of the data that the service has, so that the next request can ask for what is newer."""
    body = web.ask(f"{url}/version", {}, check=no_version)
    return VERSION.decode(body).data_timestamp[:10]
