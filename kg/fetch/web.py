"""Asking a service on the internet politely: not too often, and again when it could not answer."""

from __future__ import annotations

import hashlib
import os
import random
import re
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import urlencode, urljoin, urlsplit

import urllib3

from kg.errors import FetchError
from kg.fetch.packing import MOST, PIECE, body_of
from kg.fetch.ways import Ways, reason
from kg.rdf.iris import BASE

AGENT = f"trialgraph (+{BASE})"
# What a service answers when it could answer the same question later.
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
ATTEMPTS = 8
REDIRECTS = 5
# The longest pause before another attempt, in seconds, whatever the service asks for.
LONGEST = 300.0
FORM = "application/x-www-form-urlencoded"
_ERROR = re.compile(r'"error"\s*:\s*"([^"]*)"')
# What is no word in the page with which a service refuses.
_MARKUP = re.compile(r"<(?:style|script|title)\b.*?</(?:style|script|title)>|<[^>]*>", re.DOTALL | re.IGNORECASE)


class Web:
    """A client that keeps a distance between requests and repeats those that failed in passing.

    :param most: bytes of an answer that are believed, unpacked; files are as long as they are.
    :ivar pause: seconds before the first repetition; doubled before each that follows, and drawn by lot between half
        and the whole of that, so that many clients do not come back together.
    """

    def __init__(
        self, per_second: float, *, pause: float = 1.0, wait: Callable[[float], None] = time.sleep, most: int = MOST
    ) -> None:
        self._ways = Ways(urllib3.Timeout(connect=20, read=120))
        self._most = most
        self._distance = 1 / per_second
        self._next = 0.0
        self._wait = wait
        self.pause = pause

    def ask(
        self,
        url: str,
        fields: Mapping[str, str],
        *,
        check: Callable[[bytes], str | None] = lambda _: None,
        passes: Callable[[int, bytes], bool] = lambda status, _body: status in PASSING,
        post: bool = False,
    ) -> bytes:
        """The body of an answer.

        :param fields: parameters of the request.
        :param check: what is wrong with a body, in a few words, so that it is asked for again; None for nothing.
        :param passes: whether an answer of another status than 200 may be another one later.
        :param post: whether parameters travel in the body of the request, for long ones.
        :raises FetchError: when the service refuses, or does not answer after eight attempts.
        """
        encoded, said = urlencode(fields), ""
        headers = {"User-Agent": AGENT} | ({"Content-Type": FORM} if post else {})
        asked_at = url if post or not encoded else f"{url}?{encoded}"
        for attempt in range(ATTEMPTS):
            asked: float | None = None
            # Boxes on the way that damage what is packed are got round in the end.
            headers["Accept-Encoding"] = "gzip" if attempt < ATTEMPTS // 2 else "identity"
            try:
                answer = self._answer("POST" if post else "GET", asked_at, headers, encoded if post else None)
                body = body_of(answer, url, self._most)
                if answer.status == 200:
                    wrong = check(body)
                    if wrong is None:
                        return body
                    said = wrong
                elif passes(answer.status, body):
                    said, asked = f"status {answer.status}", self._asked_for(answer)
                else:
                    raise FetchError(url, answer.status, first_words(body))
            except urllib3.exceptions.HTTPError as error:
                said = reason(error)
            self._rest(attempt, asked)
        raise FetchError(url, None, f"wanted an answer, found {said} at each of {ATTEMPTS} attempts")

    def download(self, url: str, target: Path, md5: str) -> None:
        """A file, whole and with the right checksum or not at all; what came before a break is not asked for again.

        :param md5: its checksum in hexadecimal, as the service publishes it.
        :raises FetchError: when the service refuses, or after eight attempts.
        """
        part, said = target.with_name(f".{target.name}.part"), ""
        for attempt in range(ATTEMPTS):
            asked: float | None = None
            try:
                status, asked = self._append(url, part)
                if status in PASSING:
                    said = f"status {status}"
                elif status not in (200, 206, 416):
                    raise FetchError(url, status, "")
                elif (found := checksum(part)) == md5.lower():
                    # A machine that stops must not leave an empty file which is known to be right.
                    with part.open("rb") as whole:
                        os.fsync(whole.fileno())
                    part.replace(target)
                    return
                else:
                    said = f"MD5 {found} where {md5.lower()} was wanted"
                    part.unlink()
            except urllib3.exceptions.HTTPError as error:
                said = reason(error)
            self._rest(attempt, asked)
        raise FetchError(url, None, f"wanted the whole file, found {said} at each of {ATTEMPTS} attempts")

    def _append(self, url: str, part: Path) -> tuple[int, float | None]:
        held = part.stat().st_size if part.exists() else 0
        headers = {"User-Agent": AGENT, "Accept-Encoding": "identity"} | ({"Range": f"bytes={held}-"} if held else {})
        answer = self._answer("GET", url, headers)
        try:
            if answer.status in (200, 206):
                with part.open("ab" if answer.status == 206 else "wb") as out:
                    # As it is: to some servers .gz is how a text is packed for the way, and the checksum is of the .gz.
                    for piece in answer.stream(PIECE, decode_content=False):
                        out.write(piece)
            elif answer.status == 416 and not held:
                part.touch()
            return answer.status, self._asked_for(answer)
        finally:
            answer.release_conn()

    def _answer(
        self, method: str, url: str, headers: dict[str, str], body: str | None = None
    ) -> urllib3.BaseHTTPResponse:
        """The answer to a request; where it says that this is elsewhere, the one from there."""
        if not _is_address(url):
            raise FetchError(url, None, "wanted an address of the web, such as https://example.org/api")
        if "@" in urlsplit(url).netloc:
            # Nor would it be sent: what stands among the arguments of a process is no secret.
            open_part = url.replace(f"{urlsplit(url).netloc.rpartition('@')[0]}@", "", 1)
            raise FetchError(open_part, None, "wanted an address without a name and a password in it")
        for _ in range(REDIRECTS + 1):
            self._keep_distance()
            answer = self._ways.request(method, url, headers, body, PASSING)
            place = answer.get_redirect_location()
            if not place:
                return answer
            answer.close()
            if answer.status == 303:
                method, body = "GET", None
            new = _led_to(url, place, with_body=body is not None)
            if new is None:
                raise FetchError(url, answer.status, f"it leads to {reason(place)}, which is not followed")
            url = new
        raise FetchError(url, answer.status, f"it is the end of more than {REDIRECTS} redirects")

    @staticmethod
    def _asked_for(answer: urllib3.BaseHTTPResponse) -> float | None:
        try:
            return urllib3.Retry().get_retry_after(answer)
        except (urllib3.exceptions.InvalidHeader, ValueError, OverflowError):
            # No number and no date, or one that is beyond all numbers and dates.
            return None

    def _keep_distance(self) -> None:
        now = time.monotonic()
        if now < self._next:
            self._wait(self._next - now)
        self._next = max(now, self._next) + self._distance

    def _rest(self, attempt: int, asked: float | None) -> None:
        if attempt + 1 < ATTEMPTS:
            drawn = self.pause * 2**attempt * random.uniform(0.5, 1)  # noqa: S311
            self._wait(min(LONGEST, max(drawn, asked or 0)))


def checksum(path: Path) -> str:
    """MD5 of a file in hexadecimal, as services publish it; it shows damage, and protects from nobody."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()


def _led_to(old: str, place: str, *, with_body: bool) -> str | None:
    """Where an answer leads, if a request may go there: not from a secret way to an open one.

    What is in the body of a request, such as a key, is for nobody but the service that was asked.
    """
    try:
        new = urljoin(old, place)
        here, there = urlsplit(old), urlsplit(new)
    except ValueError:
        return None
    secret = there.scheme == "https" or (there.scheme == "http" and here.scheme == "http")
    return new if secret and _is_address(new) and (here.netloc == there.netloc or not with_body) else None


def first_words(body: bytes) -> str:
    """What a service says in an answer that is none: its error, or the first line of its text, without markup.

    Of JSON that names an error nothing else is told: NCBI's gives back the key of whoever asked.

    >>> first_words(b"<?xml version='1.0'?><eFetchResult><ERROR>ID list is empty!</ERROR></eFetchResult>")
    'ID list is empty!'
    """
    text = body[:10_000].decode("utf-8", "replace")
    named = _ERROR.search(text) if text.lstrip().startswith("{") else None
    text = named[1] if named else _MARKUP.sub("", text).strip()
    return " ".join(next(iter(text.splitlines()), "").split())[:200]


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return (
            parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0 and " " not in parts.netloc
        )
    except ValueError:
        return False
