"""What a server answers, held against what a test wants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import pyoxigraph as ox

from tests.conformance.exchanges import FORMATS, Conversation, Wanted
from tests.conformance.results import TURTLE, meets, read
from tests.conformance.sending import Reply, Request, Server

DEFAULT = ox.DefaultGraph()


@dataclass(frozen=True)
class Failure:
    """A test that failed, at its first answer that was not as wanted."""

    test: str
    request: str
    wanted: str
    found: str

    def __str__(self) -> str:
        """On one line."""
        return f"{self.test}: {self.request}: wanted {self.wanted}, found {self.found}"


def run(server: Server, test: Conversation, exact: bool = True) -> Failure | None:
    """Have a conversation, from a graph store that holds what the test says and nothing else.

    :param exact: whether a parameter of a media type that is wanted, such as ``charset``, must be there, and a header
        that is wanted of ``HEAD``; RFC 9110 lets a server leave out both, but not say anything else.
    :returns: None when all was as wanted.
    """
    place = replace(server, host=test.authority)
    begun = place.change(filled(test.graphs))
    if begun.status >= 300:
        return Failure(test.name, "the graphs of the test by SPARQL Update", "2xx", str(begun))
    words: dict[str, str] = {}
    for exchange in test.exchanges:
        request = with_words(exchange.request, words)
        reply = place.send(request)
        for want, found in faults(request, exchange.wanted, reply, place, exact):
            shown = f"{request.method} {place.target(request)}"
            return Failure(test.name, shown, want, found)
        if exchange.wanted.location:
            words[exchange.wanted.location] = reply.headers["location"]
    return None


def filled(quads: tuple[ox.Quad, ...]) -> str:
    """The update after which a graph store holds some quads only."""
    return f"DROP ALL ;\n{inserted(quads)}" if quads else "DROP ALL"


def inserted(quads: Iterable[ox.Quad]) -> str:
    """The update that adds quads; each graph is named once, since servers bound how many groups there are."""
    triples: dict[ox.NamedNode | ox.BlankNode | ox.DefaultGraph, list[str]] = {}
    for quad in quads:
        triples.setdefault(quad.graph_name, []).append(f"{quad.triple} .")
    groups = (
        "\n".join(lines) if name == DEFAULT else f"GRAPH {name} {{\n" + "\n".join(lines) + "\n}"
        for name, lines in triples.items()
    )
    return "INSERT DATA {\n" + "\n".join(groups) + "\n}"


def with_words(request: Request, words: Mapping[str, str]) -> Request:
    """A request with what was learned before in place of the words for it."""
    target, body = request.target, request.body
    for word, value in words.items():
        target = target.replace(word, value)
        body = None if body is None else body.replace(word.encode(), value.encode())
    return replace(request, target=target, body=body)


def faults(request: Request, wanted: Wanted, reply: Reply, server: Server, exact: bool) -> Iterator[tuple[str, str]]:
    """What was wanted and what was found, where they differ."""
    if wanted.statuses and not {str(reply.status), f"{reply.status // 100}xx"} & wanted.statuses:
        yield " or ".join(sorted(wanted.statuses)), str(reply)
    if reply.status == 401 and server.token and "401" not in wanted.statuses:
        yield "an answer to who has the token", str(reply)
    if wanted.form and reply.media_type not in FORMATS[wanted.form]:
        yield f"{wanted.form} results", str(reply)
    for name, value in wanted.headers:
        if name not in reply.headers and request.method == "HEAD" and not exact:
            continue
        if not header_fits(value, reply.headers.get(name, ""), exact):
            yield f"{name}: {value}", f"{name}: {reply.headers.get(name, 'none')}"
    if wanted.location and not reply.headers.get("location"):
        yield "a Location", str(reply)
    if request.method == "HEAD" and reply.body:
        yield "no body", str(reply)
    yield from faults_of_body(wanted, reply, f"http://{server.host}{request.target}")


def faults_of_body(wanted: Wanted, reply: Reply, base: str) -> Iterator[tuple[str, str]]:
    """Those of what was sent as an answer."""
    if wanted.boolean is None and wanted.body is None and (wanted.form is None or reply.status >= 300):
        return
    try:
        found = read(reply.body, reply.media_type, base)
    except (SyntaxError, KeyError, ValueError) as error:
        yield "a body of its media type", f"{reply} ({error!r})"
        return
    if wanted.boolean is not None and found is not wanted.boolean:
        yield str(wanted.boolean).lower(), str(reply)
    if wanted.body is not None:
        kind = parts(dict(wanted.headers).get("content-type", TURTLE))[0]
        if not meets(read(wanted.body.encode(), kind, base), found):
            yield f"the same as {' '.join(wanted.body.split())}", str(reply)


def header_fits(wanted: str, found: str, exact: bool) -> bool:
    """Whether a header's value is the one wanted; case and the order of parameters do not count.

    >>> header_fits("text/turtle; charset=utf-8", "text/turtle;charset=UTF-8", exact=True)
    True
    >>> header_fits("text/turtle; charset=utf-8", "text/turtle", exact=False)
    True
    """
    (value, parameters), (other, others) = parts(wanted), parts(found)
    missing = parameters.keys() - others.keys()
    differing = [name for name in parameters.keys() & others.keys() if parameters[name] != others[name]]
    return value == other and not differing and not (exact and missing)


def parts(value: str) -> tuple[str, dict[str, str]]:
    """A value and its parameters, in lower case."""
    first, *rest = (part.strip().lower() for part in value.split(";"))
    named_parts = (part.partition("=") for part in rest)
    return first, {name.strip(): text.strip().strip('"') for name, _, text in named_parts}


def failures(server: Server, tests: list[Conversation], exact: bool = True) -> list[Failure]:
    """The tests that fail."""
    return [failure for test in tests if (failure := run(server, test, exact))]
