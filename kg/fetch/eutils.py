"""NLM's E-utilities: searches and articles of PubMed, and what is no answer of theirs.

https://www.ncbi.nlm.nih.gov/books/NBK25499/: ``esearch`` with ``usehistory``, ``efetch`` with ``WebEnv`` and
``query_key`` or with numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, NamedTuple

import msgspec

from kg.errors import FetchError
from kg.fetch.web import PASSING, Web, first_words

URL = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
# E-utilities give no more of one search; https://www.ncbi.nlm.nih.gov/books/NBK25499/#chapter4.ESearch
MOST = 9_999
IDS_A_REQUEST = 200
_END = re.compile(rb"</PubmedArticleSet>\s*$")


class Result(msgspec.Struct):
    """What a search found: how many, some of their numbers, and where the history server keeps them."""

    count: Annotated[str, msgspec.Meta(pattern=r"^[0-9]{0,12}$")] = ""
    webenv: str = ""
    querykey: str = ""
    idlist: list[Annotated[str, msgspec.Meta(pattern=r"^[1-9][0-9]{0,11}$")]] = []
    error: str | None = msgspec.field(default=None, name="ERROR")


class _Search(msgspec.Struct):
    esearchresult: Result


_SEARCH = msgspec.json.Decoder(_Search)


class Question(NamedTuple):
    """A search for the articles of some days.

    :ivar by: kind of date that is from ``begin`` to ``end``: ``edat`` entered, ``mdat`` modified.
    """

    query: str
    begin: date
    end: date
    by: str


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

    def search(self, query: str, begin: date, end: date, by: str, listed: int = 0) -> Result:
        """How many articles match, and where the history server keeps them.

        :param by: kind of date that is from ``begin`` to ``end``: ``edat`` entered, ``mdat`` modified.
        :param listed: of how many the numbers are wanted, at most 9,999.
        :raises FetchError: also for a query that PubMed cannot read.
        """
        # Not by %Y, which gives the year 1 one digit.
        first, last = (day.isoformat().replace("-", "/") for day in (begin, end))
        days = {"datetype": by, "mindate": first, "maxdate": last}
        fields = self.fields(term=query, usehistory="y", retmode="json", retmax=str(listed), **days)
        found = _SEARCH.decode(self._ask("esearch", fields, _no_search)).esearchresult
        if found.error or not found.count.isdigit():
            raise FetchError(f"{self.url}/esearch.fcgi", None, f"wanted a count of articles, found {found.error!r}")
        return found

    def page(self, found: Result, start: int, size: int) -> bytes:
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


def spans(service: Service, question: Question, listed: int = 0) -> Iterator[tuple[str, Result]]:
    """Spans of days, each with no more articles than one search gives, in order; those with none are left out.

    :raises FetchError: also for more than 9,999 articles of one day.
    """
    _, begin, end, _ = question
    found = service.search(*question, listed=listed)
    if int(found.count) <= MOST:
        if int(found.count):
            yield f"{begin:%Y%m%d}-{end:%Y%m%d}", found
        return
    if begin == end:
        raise FetchError(service.url, None, f"wanted at most {MOST} articles of {begin}, found {found.count}")
    middle = begin + (end - begin) // 2
    yield from spans(service, question._replace(end=middle), listed)
    yield from spans(service, question._replace(begin=middle + timedelta(days=1)), listed)


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
