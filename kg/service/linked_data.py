"""Things at their own addresses: a page for people, RDF for programs, by ending or by ``Accept``.

A thing's own address answers 200 with what was asked for, and ``Content-Location`` is the address of that document,
which ends in its syntax; an ending that is none is part of the thing's IRI. ``Link`` names the other documents.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from http import HTTPStatus
from urllib.parse import quote

from pyoxigraph import NamedNode

from kg import exports
from kg.service import descriptions, syntaxes
from kg.service.addresses import document_of, iris_of, path_of
from kg.service.asking import Answer, Asked
from kg.service.markup import tag
from kg.service.negotiation import preferred
from kg.service.pages.layout import page
from kg.service.pages.thing import list_page, thing_page
from kg.service.problems import Problem
from kg.service.syntaxes import HTML
from kg.service.things import Describing, known
from kg.store import Snapshot

_MOST_DIGITS = 10
# The usual limit of proxies is 4 KB for all headers of an answer, and seven links hold the address of a thing; one with
# a longer address has them on its page, and the way on in its statements.
LARGEST_ADDRESS = 300


@dataclass(frozen=True, slots=True)
class Wanted:
    """A thing that was asked for.

    :ivar ending: what the path ends in, without its dot: one of :func:`kg.service.syntaxes.endings`, or ``html``;
        empty for none.
    """

    iri: str
    ending: str = ""


def find(snapshot: Snapshot, raw_path: str) -> Wanted | None:
    """The thing at a path; None where the graph says nothing of any it may stand for."""
    return next((wanted for wanted in _readings(raw_path) if _is_known(snapshot, wanted.iri)), None)


def _readings(raw_path: str) -> Iterator[Wanted]:
    # The namespace of the schema is what its terms are said to be defined by, but for the slash.
    path = raw_path.rstrip("/") if raw_path.rstrip("/") == path_of(descriptions.SCHEMA) else raw_path
    yield from (Wanted(iri) for iri in iris_of(path))
    stem, dot, ending = path.rpartition(".")
    if dot and (ending == "html" or ending in syntaxes.endings()):
        yield from (Wanted(iri, ending) for iri in iris_of(stem))


def _is_known(snapshot: Snapshot, iri: str) -> bool:
    try:
        NamedNode(iri)
    except ValueError:
        return False
    return known(snapshot, iri)


def at_path(snapshot: Snapshot, asked: Asked) -> Answer:
    """What is at a path that belongs to no page of its own.

    :raises Problem: when nothing that was asked for can be given.
    """
    wanted = find(snapshot, asked.path)
    if wanted is None:
        return unknown(next(iris_of(asked.path)), asked.accept)
    return _given(snapshot, wanted, asked)


def about(snapshot: Snapshot, asked: Asked) -> Answer:
    """A thing whose address is not ours: the field ``iri``, and ``as`` with an ending for one syntax.

    :raises Problem: when there is no such field, it is no IRI, or nothing that was asked for can be given.
    """
    fields = dict(asked.fields)
    iri, ending = fields.get("iri", ""), fields.get("as", "")
    try:
        NamedNode(iri)
    except ValueError as error:
        raise Problem(HTTPStatus.BAD_REQUEST, f"wanted a field named iri that holds an IRI, found {iri!r}") from error
    if ending and ending != "html" and ending not in syntaxes.endings():
        offers = ", ".join(["html", *syntaxes.endings()])
        raise Problem(HTTPStatus.BAD_REQUEST, f"wanted a field named as that is one of {offers}, found {ending!r}")
    return _given(snapshot, Wanted(iri, ending), asked) if known(snapshot, iri) else unknown(iri, asked.accept)


def _given(snapshot: Snapshot, wanted: Wanted, asked: Asked) -> Answer:
    """A thing as it was asked for: the ending goes before the header."""
    name, media_type = syntaxes.endings().get(wanted.ending, wanted.ending), ""
    if not name:
        name, media_type = syntaxes.wanted(asked.accept, "this thing", page=True)
    if name == "html":
        return _shown(snapshot, wanted, asked)
    answer = _described(snapshot, wanted, name, asked)
    return replace(answer, media_type=media_type) if media_type else answer


def _described(snapshot: Snapshot, wanted: Wanted, name: str, asked: Asked) -> Answer:
    iri, start = wanted.iri, _start(dict(asked.fields).get("from", "0"))
    output = exports.load(name)
    found = descriptions.piece(snapshot, iri, datasets=output.datasets, start=start)
    if not found.lines:
        raise Problem(HTTPStatus.NOT_FOUND, _nothing(iri, start))
    body = descriptions.written(found, iri, name, asked.base)
    ending = syntaxes.ending_of(name)
    links = _links(wanted, but=ending)
    if found.onward is not None:
        links.append(f'<{document_of(iri, ending, found.onward)}>; rel="next"')
    if start:
        links.append(f'<{document_of(iri, ending)}>; rel="first"')
    return Answer(body, output.media_type, headers=_headers(wanted, document_of(iri, ending, start), links))


def _nothing(iri: str, start: int) -> str:
    if start:
        return f"what is said of <{iri}> ends before statement {start}"
    return f"no statement is about <{iri}> or points to it; it names a property or a graph and nothing else"


def _start(written: str) -> int:
    if not (written.isascii() and written.isdecimal()) or len(written) > _MOST_DIGITS:
        raise Problem(HTTPStatus.BAD_REQUEST, f"wanted a field named from with a whole number, found {written[:40]!r}")
    return int(written)


def _headers(wanted: Wanted, here: str, links: list[str]) -> dict[str, str]:
    # At an address with an ending nothing is negotiated.
    varying = {} if wanted.ending else {"Vary": "Accept"}
    if len(path_of(wanted.iri)) > LARGEST_ADDRESS:
        return varying
    return {**varying, "Content-Location": here, "Link": ", ".join(links)}


def _links(wanted: Wanted, *, but: str) -> list[str]:
    """The thing and its other documents, as entries of a ``Link`` header."""
    types = {"html": HTML, **{syntaxes.ending_of(name): kind for name, kind in syntaxes.types().items()}}
    # Of a thing a document is a description, of another document an alternate.
    relation = "alternate" if wanted.ending else "alternate describedby"
    documents = [
        f'<{document_of(wanted.iri, ending)}>; rel="{relation}"; type="{kind}"'
        for ending, kind in types.items()
        if ending != but
    ]
    return [f'<{quote(wanted.iri, safe="/%:@!$&()*+;=~-._?#[]")}>; rel="describes"', *documents]


def _shown(snapshot: Snapshot, wanted: Wanted, asked: Asked) -> Answer:
    """The page of a thing, or of one of its lists.

    The fields of a list are ``list`` or ``pointing`` with the IRI of a property, and ``from`` with a number.
    """
    describing = Describing(snapshot)
    given = dict(asked.fields)
    first = given.get("from", "")
    start = int(first) if first.isascii() and first.isdecimal() and len(first) < _MOST_DIGITS else 0
    for name, incoming in (("list", False), ("pointing", True)):
        if name in given:
            return _listed(describing, wanted.iri, given[name], start, incoming=incoming)
    answer = thing_page(describing.thing(wanted.iri))
    headers = _headers(wanted, document_of(wanted.iri, "html"), _links(wanted, but="html"))
    return replace(answer, headers=headers)


def _listed(describing: Describing, iri: str, predicate: str, start: int, *, incoming: bool) -> Answer:
    try:
        NamedNode(predicate)
    except ValueError as error:
        raise Problem(HTTPStatus.BAD_REQUEST, f"wanted the IRI of a property, found {predicate!r}") from error
    row = (describing.pointing if incoming else describing.listed)(iri, predicate, start)
    return list_page(describing.heading(iri), row, incoming=incoming)


def unknown(iri: str, accept: str | None) -> Answer:
    """Nothing is known of a thing, for people or for programs.

    :raises Problem: for programs.
    """
    sentence = f"This graph says nothing of <{iri}>."
    if preferred(accept, (HTML, "application/problem+json")) != HTML:
        raise Problem(HTTPStatus.NOT_FOUND, sentence, headers={"Vary": "Accept"})
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
