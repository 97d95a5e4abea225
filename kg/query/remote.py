"""A SPARQL endpoint anywhere as something that answers.

Protocol: https://www.w3.org/TR/sparql11-protocol/
Results: https://www.w3.org/TR/sparql11-results-json/
"""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from typing import Any
from urllib.parse import urlencode, urlsplit

import msgspec
from pyoxigraph import RdfFormat, parse, serialize

from kg.errors import QueryError, StoreError
from kg.query.answers import Iri, Table, Triples, Value, value
from kg.rdf.terms import XSD

RESULTS = "application/sparql-results+json"
# One header for all forms of query: an endpoint takes of it what fits the form.
ACCEPT = f"{RESULTS}, application/n-triples;q=0.9, text/turtle;q=0.8"
# The column in which Virtuoso 7 answers ASK as if it were SELECT, unless it is asked for nothing but JSON.
_VIRTUOSO_ASK = "__ASK_RETVAL"


class Remote:
    """A SPARQL endpoint.

    Many stores answer over the union of their graphs when no default graph is named, and then count a statement that
    two documents make twice: name the graph that holds each statement once.
    """

    def __init__(self, endpoint: str, default_graph: str | None = None, *, timeout_seconds: float = 60) -> None:
        """Hold the address; nothing is asked yet.

        :param default_graph: IRI of the graph that stands for the knowledge graph there.
        :param timeout_seconds: how long one answer may let wait for its next bytes.
        :raises QueryError: when the address is not one of the web.
        """
        if urlsplit(endpoint).scheme not in ("http", "https"):
            raise QueryError(f"an endpoint has an address of http or https, got {endpoint!r}")
        self._endpoint = endpoint
        self._default_graph = default_graph
        self._timeout = timeout_seconds

    def answer(self, sparql: str) -> Table | bool | Triples:
        """The answer to one query.

        :raises QueryError: when the endpoint refuses the query, with the first line of what it says.
        :raises StoreError: when it cannot be reached, breaks off, or answers in another format.
        """
        fields = {"query": sparql}
        if self._default_graph is not None:
            fields["default-graph-uri"] = self._default_graph
        request = urllib.request.Request(  # noqa: S310  (the scheme was looked at)
            self._endpoint, urlencode(fields).encode(), {"Accept": ACCEPT, "User-Agent": "trialgraph"}
        )
        try:
            with urllib.request.urlopen(request, timeout=self._timeout) as response:  # noqa: S310
                media_type, body = response.headers.get_content_type(), response.read()
        except urllib.error.HTTPError as error:
            said = next((line for line in error.read().decode(errors="replace").splitlines() if line.strip()), "")
            kind = QueryError if error.code == 400 else StoreError
            raise kind(f"{self._endpoint}: {error.code} {error.reason}: {said[:200]}") from error
        except (OSError, http.client.HTTPException) as error:
            raise StoreError(f"{self._endpoint}: {type(error).__name__}: {error}") from error
        return self._read(media_type, body)

    def close(self) -> None:
        """Nothing to let go of: every answer has a connection of its own."""

    def _read(self, media_type: str, body: bytes) -> Table | bool | Triples:
        try:
            if media_type in (RESULTS, "application/json"):
                return results(msgspec.json.decode(body))
            format_ = RdfFormat.from_media_type(media_type)
            if format_ is not None:
                return Triples(serialize(parse(body, format=format_), format=RdfFormat.N_TRIPLES) or b"")
        except (msgspec.DecodeError, SyntaxError, KeyError, TypeError) as error:
            raise StoreError(f"{self._endpoint}: {media_type} that cannot be read: {error}") from error
        raise StoreError(f"{self._endpoint}: wanted {RESULTS} or RDF, found {media_type}")


def results(document: dict[str, Any]) -> Table | bool:
    """SPARQL results of a JSON document already decoded.

    :raises KeyError: when a part is missing that must be there.
    """
    if "boolean" in document:
        return bool(document["boolean"])
    columns = tuple(document["head"]["vars"])
    if columns == (_VIRTUOSO_ASK,):
        return any(row[_VIRTUOSO_ASK]["value"] in ("1", "true") for row in document["results"]["bindings"])
    return Table(columns, [tuple(_value(row.get(c)) for c in columns) for row in document["results"]["bindings"]])


def _value(term: dict[str, str] | None) -> Value | None:
    if term is None:
        return None
    if term["type"] == "uri":
        return Iri(term["value"])
    return value(term["value"], term.get("datatype", XSD + "string"))
