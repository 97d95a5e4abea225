"""A server on loopback that speaks as the services do from which records are fetched, and fails as they do.

ClinicalTrials.gov's ``/studies`` and ``/version``, E-utilities' ``esearch`` and ``efetch`` with the history server, and
NLM's folders of files with checksums, over records made on the spot.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import ssl
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

PAGE = 1000


class Service:
    """What the server knows, and what goes wrong next.

    :ivar studies: of each number the day of its last update.
    :ivar other: numbers of studies that no query finds.
    :ivar moved: of numbers that studies had before those that they have, to which the old ones lead.
    :ivar cited: of each PMID another one that its record cites.
    :ivar articles: of each PMID the day it was entered.
    :ivar unfound: PMIDs that no search finds.
    :ivar files: of each path its bytes.
    :ivar troubles: what happens to the next requests, one each: a status, a status with seconds to wait, with an
        address that it leads to, with headers or with a body,
        ``cut`` for a connection that ends within the body, ``garbled`` for another body, ``damaged``, ``half`` and
        ``endless`` for what becomes of a body that is packed; None for nothing.
    :ivar packed: how paths end whose bytes are said to be a text that was packed for the way.
    :ivar asked: path and parameters of every request.
    """

    def __init__(self) -> None:
        self.studies: dict[str, str] = {}
        self.other: set[str] = set()
        self.moved: dict[str, str] = {}
        self.articles: dict[int, date] = {}
        self.unfound: set[int] = set()
        self.cited: dict[int, int] = {}
        self.files: dict[str, bytes] = {}
        self.checksums: dict[str, str] = {}
        self.troubles: list[Any] = []
        self.asked: list[tuple[str, dict[str, str], dict[str, str]]] = []
        self.as_of = "2026-11-20"
        self.tokens: dict[str, int] = {}
        self.searches: list[list[int]] = []
        self.url = ""
        self.packed: str | None = None

    def offer(self, folder: str, name: str, text: str) -> None:
        """Publish a file with its checksum."""
        self.files[f"/{folder}/{name}"] = gzip.compress(text.encode(), mtime=0)

    def asked_for(self, path: str) -> list[dict[str, str]]:
        """Parameters of every request for a path."""
        return [fields for at, fields, _ in self.asked if at == path]

    def answer(self, path: str, fields: dict[str, str]) -> tuple[int, bytes]:
        """Status and body for a request."""
        if path == "/version":
            return 200, json.dumps({"apiVersion": "2.0.3", "dataTimestamp": f"{self.as_of}T09:00:05"}).encode()
        if path == "/studies":
            return self._studies(fields)
        if path.startswith("/studies/") and path.removeprefix("/studies/") in self.studies:
            return 200, json.dumps(self._study(path.removeprefix("/studies/"))).encode()
        if path == "/esearch.fcgi":
            return self._search(fields)
        if path == "/efetch.fcgi":
            return self._fetch(fields)
        return self._file(path)

    def _studies(self, fields: dict[str, str]) -> tuple[int, bytes]:
        if "pageToken" in fields and fields["pageToken"] not in self.tokens:
            return 400, b"Incorrect token"
        since = re.fullmatch(
            r"AREA\[LastUpdatePostDate\]RANGE\[([\d-]+),MAX\]", fields.get("filter.advanced", "") or "none"
        )
        wanted = fields["filter.ids"].split(",") if "filter.ids" in fields else sorted(self.studies)
        known = self.studies.keys() - (self.other if "query.term" in fields else ())
        found = [n for n in wanted if n in known and (not since or self.studies[n] >= since[1])]
        start, size = self.tokens.get(fields.get("pageToken", ""), 0), min(int(fields.get("pageSize", 10)), PAGE)
        page = {"studies": [self._study(number) for number in found[start:][:size]]}
        if "fields" not in fields:
            for study in page["studies"]:
                study["protocolSection"]["statusModule"] = {"overallStatus": "RECRUITING"}
        if start == 0 and fields.get("countTotal") == "true":
            page["totalCount"] = len(found)
        # The service does not look ahead: a page that is full has another one after it, which may be empty.
        if len(page["studies"]) == size:
            token = f"token{len(self.tokens)}"
            self.tokens[token] = start + size
            page["nextPageToken"] = token
        return 200, json.dumps(page).encode()

    def _study(self, number: str) -> dict[str, Any]:
        aliases = (
            {"nctIdAliases": found} if (found := [old for old, new in self.moved.items() if new == number]) else {}
        )
        return {"protocolSection": {"identificationModule": {"nctId": number} | aliases}}

    def _search(self, fields: dict[str, str]) -> tuple[int, bytes]:
        if fields["term"] == "[[":
            return 200, json.dumps({"esearchresult": {"ERROR": "Search Backend failed"}}).encode()
        begin, end = (date(*map(int, fields[name].split("/"))) for name in ("mindate", "maxdate"))
        found = [n for n, day in sorted(self.articles.items()) if begin <= day <= end and n not in self.unfound]
        if named := re.findall(r"(\d+)\[pmid\]", fields["term"]):
            found = [pmid for pmid in found if str(pmid) in named]
        self.searches.append(found)
        listed = [str(pmid) for pmid in found[: min(int(fields["retmax"]), 9_999)]]
        result = {"count": str(len(found)), "webenv": f"W{len(self.searches) - 1}", "querykey": "1", "idlist": listed}
        return 200, json.dumps({"header": {"type": "esearch"}, "esearchresult": result}).encode()

    def _fetch(self, fields: dict[str, str]) -> tuple[int, bytes]:
        if "id" in fields:
            found = [int(one) for one in fields["id"].split(",") if int(one) in self.articles]
        else:
            start = int(fields["retstart"])
            assert start + int(fields["retmax"]) <= 9_999 + 500
            found = self.searches[int(fields["WebEnv"][1:])][start:][: int(fields["retmax"])]
        articles = "".join(
            f'<PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">{pmid}</PMID>{self._cited(pmid)}\n'
            for pmid in found
        )
        return 200, f'<?xml version="1.0" ?>\n<PubmedArticleSet>{articles}</PubmedArticleSet>'.encode()

    def _cited(self, pmid: int) -> str:
        if pmid not in self.cited:
            return "</MedlineCitation></PubmedArticle>"
        corrected = f'<CommentsCorrections><PMID Version="1">{self.cited[pmid]}</PMID></CommentsCorrections>'
        reference = f'<Reference><ArticleId IdType="pubmed">{self.cited[pmid]}</ArticleId></Reference>'
        return f"{corrected}</MedlineCitation><PubmedData>{reference}</PubmedData></PubmedArticle>"

    def _file(self, path: str) -> tuple[int, bytes]:
        if path.endswith("/"):
            names = [name.removeprefix(path) for name in self.files if name.startswith(path)]
            links = "".join(f'<a href="{n}">{n}</a>\n<a href="{n}.md5">{n}.md5</a>\n' for n in sorted(names))
            return 200, f'<html><pre><a href="/">Parent Directory</a>\n{links}</pre></html>'.encode()
        if path.endswith(".md5") and path.removesuffix(".md5") in self.files:
            name = path.removesuffix(".md5")
            md5 = self.checksums.get(name) or hashlib.md5(self.files[name]).hexdigest()  # noqa: S324
            return 200, f"MD5({name.rsplit('/', 1)[-1]})= {md5}\n".encode()
        return (200, self.files[path]) if path in self.files else (404, b"no such file\nat all")


class Handler(BaseHTTPRequestHandler):
    """One request; troubles first."""

    protocol_version = "HTTP/1.1"
    service: Service

    def do_GET(self) -> None:
        """Parameters in the address."""
        self._answer(urlsplit(self.path).query)

    def do_POST(self) -> None:
        """Parameters in the body."""
        self._answer(self.rfile.read(int(self.headers["Content-Length"])).decode())

    def _answer(self, query: str) -> None:
        service, path = self.service, urlsplit(self.path).path
        fields = {name: values[0] for name, values in parse_qs(query, keep_blank_values=True).items()}
        service.asked.append((path, fields, dict(self.headers)))
        trouble = service.troubles.pop(0) if service.troubles else None
        status, body = service.answer(path, fields)
        if path.removeprefix("/studies/") in service.moved:
            self._send(301, b"", {"Location": f"/studies/{service.moved[path.removeprefix('/studies/')]}"})
        elif isinstance(trouble, tuple) and isinstance(trouble[1], dict):
            self._send(trouble[0], b"slow down", trouble[1])
        elif isinstance(trouble, tuple) and isinstance(trouble[1], bytes):
            self._send(*trouble, {})
        elif isinstance(trouble, tuple):
            named = "Location" if isinstance(trouble[1], str) else "Retry-After"
            self._send(trouble[0], b"slow down", {named: str(trouble[1])})
        elif isinstance(trouble, int):
            self._send(trouble, b"out of order", {})
        elif trouble == "garbled":
            self._send(200, b"<html>Error: the server is busy</html>", {})
        elif trouble == "endless":
            self._send_endless()
        elif "gzip" in self.headers.get("Accept-Encoding", "") and not path.endswith((".gz", service.packed or ".gz")):
            packed = gzip.compress(body, mtime=0)
            packed = {"half": packed[: len(packed) // 2], "damaged": packed[:-8] + b"\0" * 8}.get(trouble, packed)
            self._send(status, packed, {"Content-Encoding": "gzip"}, short=len(packed) // 2 if trouble == "cut" else 0)
        else:
            self._send_body(status, body, cut=trouble == "cut")

    def _send_endless(self) -> None:
        """Blanks without end, packed, to a client that goes when it has enough."""
        self.send_response(200)
        self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.close_connection = True
        pack = zlib.compressobj(wbits=31)
        blanks = b" " * (1 << 20)
        with suppress(ConnectionError):
            while True:
                self.wfile.write(pack.compress(blanks))

    def _send_body(self, status: int, body: bytes, *, cut: bool) -> None:
        held = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        if held and status == 200:
            status, body = (206, body[int(held[1]) :]) if int(held[1]) < len(body) else (416, b"")
        ending = self.service.packed
        headers = {"Content-Encoding": "x-gzip"} if ending and urlsplit(self.path).path.endswith(ending) else {}
        self._send(status, body, headers, short=len(body) // 2 if cut else 0)

    def _send(self, status: int, body: bytes, headers: dict[str, str], short: int = 0) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) - short])
        if short:
            self.wfile.flush()
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """One that says nothing of clients which leave because they do not trust it."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(context: ssl.SSLContext | None = None) -> Iterator[Service]:
    """A service at an address of its own, by a secret way where a context with a certificate is given."""
    service = Service()
    server = Server(("127.0.0.1", 0), type("Bound", (Handler,), {"service": service}))
    service.url = f"http{'s' if context else ''}://127.0.0.1:{server.server_port}"
    if context:
        # Hands are shaken where the request is read, so that a client that leaves disturbs no other.
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
