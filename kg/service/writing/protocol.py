"""What is asked of the writer: requests of the SPARQL 1.1 Protocol and the Graph Store Protocol to changes.

https://www.w3.org/TR/sparql11-protocol/#update-operation
https://www.w3.org/TR/sparql11-http-rdf-update/
"""

from __future__ import annotations

from http import HTTPStatus

from msgspec import Struct
from pyoxigraph import NamedNode

from kg.service.asking import Asked
from kg.service.jobs.graph import ROOT, named
from kg.service.preflight import refusal
from kg.service.problems import Problem
from kg.service.protocol import FORM, UPDATE, Fields, check_charset, fields, media_type_of, text_of

# The graph that a POST to the store itself makes, which has no name yet.
NEW = ""
_USING, _USING_NAMED = "using-graph-uri", "using-named-graph-uri"


class Update(Struct, frozen=True):
    """A SPARQL update and the dataset that its patterns are matched in.

    :ivar default_graphs: IRIs of the graphs that are the default graph together; with none here nor in
        ``named_graphs``, it is as the update says.
    :ivar base: address of the request, which relative addresses are relative to.
    """

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    base: str | None = None


def is_update(content_type: str, body: bytes) -> bool:
    """Whether a POST to an address that takes queries and updates is an update.

    :raises Problem: for a form that is not UTF-8.
    """
    media_type = media_type_of(content_type)
    return media_type == UPDATE or (media_type == FORM and any(name == "update" for name, _ in fields(body)))


def update_of(query_string: bytes, content_type: str, body: bytes, base: str | None = None) -> Update:
    """The update of a POST, with a form or an update for its body.

    :raises Problem: for another kind of body, when there is not exactly one update, and for one that calls others.
    """
    media_type = media_type_of(content_type)
    if media_type not in (FORM, UPDATE):
        found = f"found {media_type}" if media_type else "found none"
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"wanted Content-Type {UPDATE} or {FORM}, {found}")
    check_charset(content_type)
    given = fields(query_string) + (fields(body) if media_type == FORM else [("update", text_of(body, "update"))])
    updates = [value for name, value in given if name == "update"]
    if len(updates) != 1 or any(name == "query" for name, _ in given):
        found = "a query too" if len(updates) == 1 else f"{len(updates) or 'none'}"
        raise Problem(HTTPStatus.BAD_REQUEST, f"wanted one update, found {found}")
    refused = refusal(updates[0], update=True)
    if refused:
        raise refused
    return Update(updates[0], _graphs(given, _USING), _graphs(given, _USING_NAMED), base)


def _graphs(given: Fields, name: str) -> tuple[str, ...]:
    iris = tuple(value for found, value in given if found == name)
    for iri in iris:
        try:
            NamedNode(iri)
        except ValueError as error:
            detail = f"wanted the IRI of a graph in {name}, found {iri!r} ({error})"
            raise Problem(HTTPStatus.BAD_REQUEST, detail) from error
    return iris


def graph_of(method: str, asked: Asked) -> str | None:
    """The graph that a request writes: its IRI, None for the default graph, :data:`NEW` for one that has no name yet.

    :param asked: path, fields and address of the request.
    :raises Problem: when it says several or none.
    """
    says = any(name in ("default", "graph") for name, _ in asked.fields)
    if method == "POST" and not says and not asked.path.removeprefix(ROOT).strip("/"):
        return NEW
    place = named(asked)
    return place.value if isinstance(place, NamedNode) else None
