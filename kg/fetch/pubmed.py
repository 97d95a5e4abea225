"""Articles of PubMed by NLM's E-utilities, from the history server, five hundred a page.

https://www.ncbi.nlm.nih.gov/books/NBK25499/: ``esearch`` with ``usehistory``, ``efetch`` with ``WebEnv`` and
``query_key``. Answers are kept as they come, as ``PubmedArticleSet``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any, TypedDict

import msgspec

from kg.errors import FetchError
from kg.fetch.folder import Count, Fetched, Folder, key_of
from kg.fetch.numbers import numbers
from kg.fetch.web import PASSING, Web, first_words

URL = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
PAGE = 500
IDS_A_REQUEST = 200
# E-utilities give no more of one search; https://www.ncbi.nlm.nih.gov/books/NBK25499/#chapter4.ESearch
MOST = 9_999
# Requests a second that NLM allows: https://www.ncbi.nlm.nih.gov/books/NBK25497/#chapter2.Usage_Guidelines_and_Requiremen
PER_SECOND, PER_SECOND_WITH_KEY = 3.0, 10.0
# A day begins up to 19 hours earlier where the question is asked than where NLM dates its articles, so what was asked
# today may lack some of yesterday.
OVERLAP = timedelta(days=1)
FIRST_DAY, LAST_DAY = date(1781, 1, 1), date(2100, 12, 31)
_RECORD = re.compile(rb"<Pubmed(?:Book)?Article[ >]")
_END = re.compile(rb"</PubmedArticleSet>\s*$")
# Of the record itself: those of what it cites or corrects stand in it, too.
_PMID = re.compile(rb"<(?:MedlineCitation|BookDocument)(?:\s[^>]*)?>\s*<PMID[^>]*>\s*(\d+)")
_NUMBER = re.compile(r"(?:https?://\S*\bpubmed\S*/|PMID:|pubmed:)?0*([1-9][0-9]{0,8})/?(?:[?#]\S*)?", re.IGNORECASE)
# As in "PMID: 40975066".
_LABEL = re.compile(r"\bPMIDs?:?\s+", re.IGNORECASE)


class _Result(msgspec.Struct):
    count: str = ""
    webenv: str = ""
    querykey: str = ""
    error: str | None = msgspec.field(default=None, name="ERROR")


class _Search(msgspec.Struct):
    esearchresult: _Result


_SEARCH = msgspec.json.Decoder(_Search)
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


@dataclass(frozen=True, slots=True)
class Service:
    """E-utilities at an address.

    :ivar key: an API key, with which more requests are allowed.
    :ivar email: of whoever asks, as NLM wishes to know.
    """

    web: Web
    url: str = URL
    key: str | None = None
    email: str | None = None

    def fields(self, **more: str) -> dict[str, str]:
        """Parameters of a request, with those that every request has."""
        own = {"db": "pubmed", "tool": "trialgraph", "api_key": self.key, "email": self.email}
        return {name: value for name, value in own.items() if value} | more

    def search(self, query: str, begin: date, end: date, by: str) -> _Result:
        """How many articles match, and where the history server keeps them.

        :param by: kind of date that is from ``begin`` to ``end``: ``edat`` entered, ``mdat`` modified.
        :raises FetchError: also for a query that PubMed cannot read.
        """
        # Not by %Y, which gives the year 1 one digit.
        first, last = (day.isoformat().replace("-", "/") for day in (begin, end))
        days = {"datetype": by, "mindate": first, "maxdate": last}
        fields = self.fields(term=query, usehistory="y", retmode="json", retmax="0", **days)
        found = _SEARCH.decode(self._ask("esearch", fields, _no_search)).esearchresult
        if found.error or not found.count.isdigit():
            raise FetchError(f"{self.url}/esearch.fcgi", None, f"wanted a count of articles, found {found.error!r}")
        return found

    def page(self, found: _Result, start: int, size: int) -> bytes:
        """Some articles of a search as XML."""
        place = {"WebEnv": found.webenv, "query_key": found.querykey, "retstart": str(start), "retmax": str(size)}
        return self._ask("efetch", self.fields(retmode="xml", **place), _no_articles)

    def articles(self, ids: Sequence[str]) -> bytes:
        """Articles by their numbers as XML; nothing where the service takes none of them for a number."""
        try:
            return self._ask("efetch", self.fields(retmode="xml", id=",".join(ids)), _no_articles)
        except FetchError as error:
            if error.status == 400 and "ID list is empty" in str(error):
                return b""
            raise

    def _ask(self, tool: str, fields: dict[str, str], check: Callable[[bytes], str | None]) -> bytes:
        return self.web.ask(f"{self.url}/{tool}.fcgi", fields, check=check, passes=_passes, post=True)


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
    stopped; one that was finished before asks only for what was modified since then, the day before included.

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
    by = "mdat" if state["since"] else "edat"
    first = date.fromisoformat(state["since"]) if state["since"] else FIRST_DAY
    total = int(service.search(query, first, LAST_DAY, by).count)
    for span, found in _spans(service, query, first, LAST_DAY, by):
        so_far = state
        for so_far in _pages(folder, service, found, span, prefix, state):
            folder.note(name, so_far)
            tell(so_far["records"], total)
        state = so_far
    folder.note(name, state | {"done": True})
    if anew:
        spans = ((span, done["start"]) for span, done in state["spans"].items())
        folder.keep_only((_named(prefix, span, at) for span, end in spans for at in range(0, end, PAGE)), stem, since)
    return Fetched(state["records"], total)


def _named(prefix: str, span: str, start: int) -> str:
    return f"{prefix}-{span}-{start // PAGE + 1:05d}.xml"


def _pages(
    folder: Folder, service: Service, found: _Result, span: str, prefix: str, state: dict[str, Any]
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
        done = done | {"start": done["start"] + PAGE, "records": done["records"] + len(_RECORD.findall(body))}
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
    for at in range(0, len(wanted), IDS_A_REQUEST):
        chunk = wanted[at : at + IDS_A_REQUEST]
        body = service.articles(chunk)
        found.update(pmid.decode() for pmid in _PMID.findall(body))
        records += len(_RECORD.findall(body))
        if _RECORD.search(body):
            folder.write(f"pubmed-ids-{key_of(*chunk)}.xml", body)
        tell(records, len(wanted))
    return Fetched(records, len(wanted), tuple(one for one in wanted if one not in found))


def _spans(service: Service, query: str, begin: date, end: date, by: str) -> Iterator[tuple[str, _Result]]:
    """Spans of days, each with no more articles than one search gives, in order; those with none are left out."""
    found = service.search(query, begin, end, by)
    if int(found.count) <= MOST:
        if int(found.count):
            yield f"{begin:%Y%m%d}-{end:%Y%m%d}", found
        return
    if begin == end:
        raise FetchError(service.url, None, f"wanted at most {MOST} articles of {begin}, found {found.count}")
    middle = begin + (end - begin) // 2
    yield from _spans(service, query, begin, middle, by)
    yield from _spans(service, query, middle + timedelta(days=1), end, by)


def _passes(status: int, body: bytes) -> bool:
    # A server behind the service that does not answer it is a bad request, too.
    return status in PASSING or (status == 400 and b"proxy_stream()" in body)


def _no_search(body: bytes) -> str | None:
    try:
        error = _SEARCH.decode(body).esearchresult.error
    except msgspec.MsgspecError as wrong:
        return f"no answer to a search ({wrong})"
    # Seen with "Database is not supported: pubmed", "Unable to open connection to #PMQuerySrv": nothing that is asked
    # is wrong then. What is wrong with a query has other words.
    return repr(error) if error and error.startswith("Search Backend failed") else None


def _no_articles(body: bytes) -> str | None:
    # The service answers some of its own failures with status 200 and a page that is no set of
    # articles, or half of one.
    if b"<PubmedArticleSet" in body[:2000]:
        return None if _END.search(body[-2000:]) else "half a set of articles"
    return f"no set of articles ({first_words(body)})"
