"""Canned queries over HTTP: fields of a form to arguments, arguments to an answer or to what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from http import HTTPStatus

import msgspec
from starlette.responses import Response

from kg.errors import QueryError
from kg.query.answers import Iri, Table, table
from kg.query.binding import sparql
from kg.query.catalogue import CannedQuery, catalogue
from kg.query.local import Local
from kg.service.asking import Operation
from kg.service.engine import Engine
from kg.service.names import Names
from kg.service.pages.question import DOWNLOADS, ROWS, Asked, examples, question
from kg.service.problems import Problem
from kg.service.protocol import Fields
from kg.store import Snapshot

_MEDIA_TYPES = {"csv": "text/csv", "tsv": "text/tab-separated-values", "json": "application/sparql-results+json"}


def answered(engine: Engine, name: str, fields: Fields) -> Response:
    """The page of a canned query, or with an ending its answer as a file.

    :param name: of the query, perhaps with a dot and an ending.
    :raises Problem: when there is no such query, or a file was asked for with wrong arguments.
    """
    stem, _, ending = name.partition(".")
    query = catalogue().get(stem)
    if query is None or (ending and ending not in DOWNLOADS):
        known = ", ".join(catalogue())
        raise Problem(HTTPStatus.NOT_FOUND, f"no canned query is called {name!r}; known are {known}")
    given = _given(query, fields)
    by_example = not fields
    with engine.snapshot() as snapshot:
        asked = _asked(snapshot, query, examples(query) if by_example else given, by_example=by_example)
        if not ending:
            return question(_with_answer(snapshot, asked))
    if asked.sparql is None:
        raise Problem(HTTPStatus.BAD_REQUEST, "; ".join(asked.errors.values()))
    answer = engine.answer(Operation(asked.sparql), _MEDIA_TYPES[ending])
    return Response(
        answer.body,
        media_type=answer.media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Access-Control-Allow-Origin": "*"},
    )


def _given(query: CannedQuery, fields: Fields) -> dict[str, tuple[str, ...]]:
    """By parameter what was given; of a field of several lines each is a value, an empty one is none."""
    given: dict[str, tuple[str, ...]] = {}
    several = {parameter.name for parameter in query.parameters if parameter.multiple}
    for name, value in fields:
        values = value.splitlines() if name in several else [value]
        stripped = tuple(one.strip() for one in values if one.strip())
        given[name] = given.get(name, ()) + stripped
    return given


def _asked(snapshot: Snapshot, query: CannedQuery, given: Mapping[str, tuple[str, ...]], *, by_example: bool) -> Asked:
    if by_example:
        return Asked(query, given, {}, query.body, by_example=True)
    errors = _errors(snapshot, query, given)
    if errors:
        return Asked(query, given, errors)
    return Asked(query, given, {}, sparql(Local(snapshot), query, _arguments(query, given)))


def _arguments(query: CannedQuery, given: Mapping[str, tuple[str, ...]]) -> dict[str, object]:
    several = {parameter.name for parameter in query.parameters if parameter.multiple}
    return {
        name: values if name in several or len(values) > 1 else values[0] for name, values in given.items() if values
    }


def _errors(snapshot: Snapshot, query: CannedQuery, given: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """What is wrong with each argument by itself; a query that has but this parameter tells."""
    arguments = _arguments(query, given)
    known = {parameter.name: parameter for parameter in query.parameters}
    wrong = {}
    for name in dict.fromkeys([*known, *arguments]):
        alone = msgspec.structs.replace(query, parameters=(known[name],) if name in known else query.parameters)
        try:
            sparql(Local(snapshot), alone, {name: arguments[name]} if name in arguments else {})
        except QueryError as error:
            wrong[name if name in known else ""] = str(error).removeprefix(f"{query.name}: ")
    return wrong


def _with_answer(snapshot: Snapshot, asked: Asked) -> Asked:
    if asked.sparql is None:
        return asked
    found = table(Local(snapshot), asked.sparql)
    return replace(asked, answer=found, names=_names(snapshot, asked.query, found))


def _names(snapshot: Snapshot, query: CannedQuery, found: Table) -> dict[str, str]:
    """Names of things in columns that may hold things of any kind; columns of one kind come with their labels."""
    names = Names(snapshot)
    places = [place for place, column in enumerate(query.columns) if column.type in ("iri", "term")]
    things = {row[place] for row in found.rows[:ROWS] for place in places}
    return {thing: names.of(thing) for thing in things if isinstance(thing, Iri) and names.given(thing)}
