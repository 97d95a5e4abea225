"""Articles of PubMed by NLM's E-utilities, from the history server, five hundred a page.

https://www.ncbi.nlm.nih.gov/books/NBK25499/: ``esearch`` with ``usehistory``, ``efetch`` with ``WebEnv`` and
``query_key``. Answers are kept as they come, as ``PubmedArticleSet``, but for articles that PubMed gives no more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import Annotated, Any, TypedDict

import msgspec

from kg.fetch.articles import PMID, RECORD, in_step
from kg.fetch.eutils import IDS_A_REQUEST, Question, Result, Service, spans
from kg.fetch.folder import Count, Fetched, Folder, key_of
from kg.fetch.numbers import chunks, numbers

PAGE = 500
# Requests a second that NLM allows: https://www.ncbi.nlm.nih.gov/books/NBK25497/#chapter2.Usage_Guidelines_and_Requiremen
PER_SECOND, PER_SECOND_WITH_KEY = 3.0, 10.0
# A day begins up to 19 hours earlier where the question is asked than where NLM dates its articles, so what was asked
# today may lack some of yesterday.
OVERLAP = timedelta(days=1)
FIRST_DAY, LAST_DAY = date(1781, 1, 1), date(2100, 12, 31)
_NUMBER = re.compile(r"(?:https?://\S*\bpubmed\S*/|PMID:|pubmed:)?0*([1-9][0-9]{0,8})/?(?:[?#]\S*)?", re.IGNORECASE)
# As in "PMID: 40975066".
_LABEL = re.compile(r"\bPMIDs?:?\s+", re.IGNORECASE)
Tell = Callable[[int, int | None], None]


class _Span(TypedDict):
    count: str
    start: Annotated[int, msgspec.Meta(ge=0, multiple_of=PAGE)]
    records: Count


class _State(TypedDict):
    as_of: date
    since: date | None
    spans: dict[str, _Span]
    records: Count
    done: bool


def fetch(
    folder: Folder,
    service: Service,
    *,
    query: str,
    today: date,
    since: str | None = None,
    anew: bool = False,
    tell: Tell = lambda _done, _of: None,
) -> Fetched:
    """Write the articles that match a query into a folder.

    More than 9,999 are asked for by spans of days that hold fewer each. A request that was broken off goes on where it
    stopped; one that was finished before asks only for what was modified since then, the day before included; and what
    the search finds no more goes.

    :param query: as in PubMed's search box.
    :param today: when this is asked.
    :param since: a day; only articles modified from then on.
    :param anew: forget how far this request has come, and remove its earlier files once it is whole.
    :param tell: is told the number of records so far and in all.
    :raises FetchError: when the service refuses or does not answer, and for more than 9,999 articles of one day.
    """
    stem = f"pubmed-query-{key_of(query)}"
    name = f"{stem} since {since}" if since else stem
    state = {} if anew else folder.state(name, _State)
    if state and date.fromisoformat(state["as_of"]) > today + OVERLAP:
        # Whichever clock was wrong, nobody knows any more what is new since then.
        state = {}
    if not state or state["done"]:
        begin = since or (state and (date.fromisoformat(state["as_of"]) - OVERLAP).isoformat()) or None
        state = {"as_of": today.isoformat(), "since": begin, "spans": {}, "records": 0, "done": False}
    prefix = folder.prefix(stem, state, since)
    resumed = bool(state["spans"])
    question = _question(query, state["since"])
    total = int(service.search(*question).count)
    for span, found in spans(service, question):
        so_far = state
        for so_far in _pages(folder, service, found, span, prefix, state):
            folder.note(name, so_far)
            tell(so_far["records"], total)
        state = so_far
    folder.note(name, state | {"done": True})
    asked = ((span, done["start"]) for span, done in state["spans"].items())
    written = frozenset(_named(prefix, span, at) for span, end in asked for at in range(0, end, PAGE))
    if anew:
        folder.keep_only(written, stem, since)
    files, records = list(folder.answers(stem, since)), state["records"]
    if not resumed and records == total and all(path.name in written for path in files):
        # Nothing was there before, and all came.
        return Fetched(records, total)
    came, lacking, gone = in_step(folder, service, _question(query, since), files, prefix, tell)
    return Fetched(records + came, records + lacking, gone=gone)


def _question(query: str, since: str | None) -> Question:
    """What is asked for articles that were modified since a day, or for all."""
    begin, by = (date.fromisoformat(since), "mdat") if since else (FIRST_DAY, "edat")
    return Question(query, begin, LAST_DAY, by)


def _named(prefix: str, span: str, start: int) -> str:
    return f"{prefix}-{span}-{start // PAGE + 1:05d}.xml"


def _pages(
    folder: Folder, service: Service, found: Result, span: str, prefix: str, state: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    """How far the request has come after each page of a span."""
    before = state["spans"].get(span, {})
    # The order of a search is only known to stay while it finds as many.
    done: dict[str, Any] = (
        before if before.get("count") == found.count else {"count": found.count, "start": 0, "records": 0}
    )
    while done["start"] < int(found.count):
        body = service.page(found, done["start"], min(PAGE, int(found.count) - done["start"]))
        folder.write(_named(prefix, span, done["start"]), body)
        done = done | {"start": done["start"] + PAGE, "records": done["records"] + len(RECORD.findall(body))}
        spans = state["spans"] | {span: done}
        state = state | {"spans": spans, "records": sum(one["records"] for one in spans.values())}
        yield state


def fetch_ids(folder: Folder, service: Service, ids: Sequence[str], tell: Tell = lambda _done, _of: None) -> Fetched:
    """Write articles by their numbers into a folder; these are always asked for anew.

    :raises KgError: for what is no number.
    :raises FetchError: when the service refuses or does not answer.
    """
    wanted = sorted(numbers([_LABEL.sub("", one) for one in ids], _NUMBER, "40975066"), key=int)
    found = set[str]()
    records = 0
    for chunk in chunks(wanted, IDS_A_REQUEST):
        body = service.articles(chunk)
        found.update(pmid.decode() for pmid in PMID.findall(body))
        records += len(RECORD.findall(body))
        if RECORD.search(body):
            folder.write(f"pubmed-ids-{key_of(*chunk)}.xml", body)
        tell(records, len(wanted))
    return Fetched(records, len(wanted), tuple(one for one in wanted if one not in found))
