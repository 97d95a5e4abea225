"""Things at their own addresses: a page for people, RDF for programs, by ending or by ``Accept``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus

from pyoxigraph import DefaultGraph, NamedNode
from starlette.responses import Response

from kg import exports
from kg.errors import QueryError
from kg.service.addresses import iris_of, path_of
from kg.service.engine import Engine
from kg.service.markup import tag
from kg.service.negotiation import preferred
from kg.service.pages.layout import page
from kg.service.pages.thing import list_page, thing_page
from kg.service.problems import Problem
from kg.service.protocol import Fields
from kg.service.things import Describing, known
from kg.store import Snapshot

HTML = "text/html"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A thing that was asked for.

    :ivar ending: what the path ends in, without its dot: the name of an output, or ``html``; empty for none.
    """

    iri: str
    ending: str = ""


def find(snapshot: Snapshot, raw_path: str) -> Wanted | None:
    """The thing at a path; None where the graph says nothing of any it may stand for."""
    return next((wanted for wanted in _readings(raw_path) if _is_known(snapshot, wanted.iri)), None)


def _readings(raw_path: str) -> Iterator[Wanted]:
    yield from (Wanted(iri) for iri in iris_of(raw_path))
    stem, dot, ending = raw_path.rpartition(".")
    if dot and ending in (*exports.names(), "html"):
        yield from (Wanted(iri, ending) for iri in iris_of(stem))


def _is_known(snapshot: Snapshot, iri: str) -> bool:
    try:
        NamedNode(iri)
    except ValueError:
        return False
    return known(snapshot, iri)


def at_path(engine: Engine, raw_path: str, fields: Fields, accept: str | None) -> Response:
    """What is at a path that belongs to no page of its own.

    :raises Problem: when nothing that was asked for can be given.
    """
    with engine.snapshot() as snapshot:
        wanted = find(snapshot, raw_path)
        if wanted is None:
            return unknown(next(iris_of(raw_path)), accept)
        name = _output(wanted, accept)
        if name == "html":
            return shown(snapshot, wanted.iri, fields)
        return written(snapshot, wanted.iri, name)


def _output(wanted: Wanted, accept: str | None) -> str:
    if wanted.ending:
        return wanted.ending
    outputs = {HTML: "html", **{exports.load(name).media_type: name for name in ("ttl", *exports.names())}}
    media_type = preferred(accept, list(outputs))
    if media_type is None:
        raise Problem(HTTPStatus.NOT_ACCEPTABLE, f"asked for {accept}; this thing is given as {', '.join(outputs)}")
    return outputs[media_type]


def written(snapshot: Snapshot, iri: str, name: str) -> Response:
    """What is said of a thing and its parts, in an RDF syntax.

    :param name: of an output.
    :raises Problem: when it is only spoken of, or the syntax cannot hold it.
    """
    output = exports.load(name)
    if next(snapshot.quads(NamedNode(iri), None, None, DefaultGraph()), None) is None:
        raise Problem(HTTPStatus.NOT_FOUND, f"this graph speaks of <{iri}> and says nothing of it")
    failed = None
    try:
        body = b"".join(exports.chunks(snapshot, name, about=iri))
    except QueryError as error:
        failed = f"{error}; ask for another syntax"
    # Raised here and not above: iterators of the engine must go in this thread, and a traceback would carry them off.
    if failed:
        raise Problem(HTTPStatus.NOT_ACCEPTABLE, failed)
    where = {"Vary": "Accept", "Content-Location": f"{path_of(iri)}.{name}", "Access-Control-Allow-Origin": "*"}
    return Response(body, headers=where, media_type=output.media_type)


def shown(snapshot: Snapshot, iri: str, fields: Fields) -> Response:
    """The page of a thing, or of one of its lists.

    :param fields: ``list`` or ``pointing`` with the IRI of a property, and ``from`` with a number.
    """
    describing = Describing(snapshot)
    given = dict(fields)
    start = int(given["from"]) if given.get("from", "").isdecimal() and len(given["from"]) < 10 else 0
    for name, incoming in (("list", False), ("pointing", True)):
        if name in given:
            return _listed(describing, iri, given[name], start, incoming=incoming)
    response = thing_page(describing.thing(iri))
    alternates = ", ".join(
        f'<{path_of(iri)}.{name}>; rel="alternate"; type="{exports.load(name).media_type}"' for name in exports.names()
    )
    response.headers.update({"Vary": "Accept", "Link": alternates})
    return response


def _listed(describing: Describing, iri: str, predicate: str, start: int, *, incoming: bool) -> Response:
    try:
        NamedNode(predicate)
    except ValueError as error:
        raise Problem(HTTPStatus.BAD_REQUEST, f"wanted the IRI of a property, found {predicate!r}") from error
    row = (describing.pointing if incoming else describing.listed)(iri, predicate, start)
    return list_page(describing.thing(iri), row, incoming=incoming)


def about(engine: Engine, fields: Fields) -> Response:
    """The page of a thing whose address is not ours, given as the field ``iri``.

    :raises Problem: when there is no such field, or it is no IRI.
    """
    iri = dict(fields).get("iri", "")
    try:
        NamedNode(iri)
    except ValueError as error:
        raise Problem(HTTPStatus.BAD_REQUEST, f"wanted a field named iri that holds an IRI, found {iri!r}") from error
    with engine.snapshot() as snapshot:
        return shown(snapshot, iri, fields) if known(snapshot, iri) else unknown(iri, HTML)


def unknown(iri: str, accept: str | None) -> Response:
    """Nothing is known of a thing, for people or for programs.

    :raises Problem: for programs.
    """
    sentence = f"This graph says nothing of <{iri}>."
    if preferred(accept, [HTML, "application/problem+json"]) != HTML:
        raise Problem(HTTPStatus.NOT_FOUND, sentence)
    return page(
        "Not in this graph",
        tag("h1", "Not in this graph"),
        tag("p", sentence, class_="lead"),
        tag(
            "p",
            "It may be spelt otherwise here, or its documents were not read. ",
            tag("a", "Look for a name", href="/query/things_called"),
            ", or go ",
            tag("a", "to the start", href="/"),
            ".",
        ),
        status=HTTPStatus.NOT_FOUND,
        headers={"Vary": "Accept"},
    )
