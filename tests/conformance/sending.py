"""Requests as the manifests write them, octet for octet: nothing is escaped, added or followed."""

from __future__ import annotations

import http.client
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

# What the manifests' addresses begin with: of the SPARQL endpoint and of the graph store.
SPARQL, STORE = "/sparql/", "/gsp"
FORM = "application/x-www-form-urlencoded"
QUERY, UPDATE = "application/sparql-query", "application/sparql-update"


@dataclass(frozen=True)
class Request:
    """One request.

    :ivar target: path and fields of the address, as sent.
    """

    method: str
    target: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None

    @property
    def media_type(self) -> str:
        """Of the body, without parameters; empty for none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def updates(self) -> bool:
        """Whether the graph store is asked to change by SPARQL, however badly."""
        fields = parse_qsl(urlsplit(self.target).query, keep_blank_values=True)
        if self.body is not None and self.media_type == FORM:
            fields += parse_qsl(self.body.decode("utf-8", "replace"), keep_blank_values=True)
        return self.media_type == UPDATE or any(name == "update" or name.startswith("using-") for name, _ in fields)

    @property
    def queries(self) -> bool:
        """Whether nothing but a well-meant query can be meant."""
        if self.updates:
            return False
        return self.method in ("GET", "HEAD") or self.media_type in (FORM, QUERY)


@dataclass(frozen=True)
class Reply:
    """What came back; names of headers are lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """Without parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    def __str__(self) -> str:
        """Status, type and the beginning of the body."""
        text = " ".join(self.body[:300].decode("utf-8", "replace").split())
        return f"{self.status} {self.headers.get('content-type', '')} {text}".strip()


@dataclass(frozen=True)
class Server:
    """Where a server listens and how it wants to be asked.

    :ivar authority: host and port that are connected to.
    :ivar host: who the server is told it is; the direct addresses of graphs follow from it.
    :ivar token: goes with whatever is not plainly a query, the faulty requests too, since those are to be refused for
        their fault.
    :ivar query: path in place of ``/sparql/`` for queries.
    :ivar update: path in place of ``/sparql/`` for updates.
    :ivar store: path in place of ``/gsp``.
    """

    authority: str
    host: str = "www.example"
    token: str | None = None
    query: str = SPARQL
    update: str = SPARQL
    store: str = STORE

    def send(self, request: Request) -> Reply:
        """Ask, at the server's own paths."""
        connection = http.client.HTTPConnection(self.authority, timeout=60)
        headers = dict(request.headers)
        if self.token and not request.queries:
            headers["authorization"] = f"Bearer {self.token}"
        try:
            connection.putrequest(request.method, self.target(request), skip_host=True, skip_accept_encoding=True)
            connection.putheader("host", self.host)
            for name, value in headers.items():
                connection.putheader(name, value)
            if request.body is not None or request.method in ("POST", "PUT"):
                connection.putheader("content-length", str(len(request.body or b"")))
            connection.endheaders(request.body)
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Reply(answer.status, found, answer.read())
        finally:
            connection.close()

    def target(self, request: Request) -> str:
        """The address with the server's own path in place of the manifest's."""
        target = request.target
        if target.startswith(("http://", "https://")):
            parts = urlsplit(target)
            return parts._replace(scheme="", netloc="").geturl()
        if target.startswith(SPARQL):
            # Nothing but a query can be asked by GET, so what asks for an update so is a faulty query.
            path = self.update if request.updates and request.method != "GET" else self.query
            return path + target.removeprefix(SPARQL)
        return self.store + target.removeprefix(STORE) if target.startswith(STORE) else target

    def change(self, update: str) -> Reply:
        """Run an update."""
        headers = {"content-type": UPDATE}
        return self.send(Request("POST", SPARQL, headers, update.encode()))
