"""Canned queries over HTTP: fields of a form to arguments, arguments to an answer or to what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from http import HTTPStatus
from itertools import islice
from typing import IO

import msgspec
from pyoxigraph import Literal, NamedNode, QueryResultsFormat, QuerySolution, QuerySolutions

from kg.errors import QueryError
from kg.query.answers import Iri, Table, Value, value
from kg.query.binding import sparql
from kg.query.catalogue import CannedQuery, catalogue
from kg.query.local import Local
from kg.service.asking import Answer, Asked
from kg.service.names import Names
from kg.service.pages.question import COUNTED, DOWNLOADS, ROWS, Form, examples, question
from kg.service.problems import Problem
from kg.service.rows import written_table
from kg.store import Snapshot

_FORMATS = {
    "csv": (QueryResultsFormat.CSV, "text/csv"),
    "tsv": (QueryResultsFormat.TSV, "text/tab-separated-values"),
    "json": (QueryResultsFormat.JSON, "application/sparql-results+json"),
}
Fields = tuple[tuple[str, str], ...]


def answered(snapshot: Snapshot, asked: Asked) -> Answer:
    """The page of a canned query, or with an ending its answer as a file.

    :param asked: the last part of its path is the name of the query, perhaps with a dot and an ending.
    :raises Problem: when there is no such query, or a file was asked for with wrong arguments.
    """
    name = asked.path.rpartition("/")[2]
    stem, dot, ending = name.partition(".")
    query = catalogue().get(stem)
    if query is None or (dot and ending not in DOWNLOADS):
        known = ", ".join(catalogue())
        raise Problem(HTTPStatus.NOT_FOUND, f"no canned query is called {name!r}; known are {known}")
    given = _given(query, asked.fields)
    by_example = not asked.fields
    form = _filled(snapshot, query, examples(query) if by_example else given, by_example=by_example)
    if not ending:
        return question(_with_answer(snapshot, form))
    if form.sparql is None:
        raise Problem(HTTPStatus.BAD_REQUEST, "; ".join(form.errors.values()))
    return _file(_answer(snapshot, form.sparql), name, ending)


def _file(found: QuerySolutions, name: str, ending: str) -> Answer:
    results, media_type = _FORMATS[ending]

    def write(out: IO[bytes]) -> int:
        return written_table(found, out, results, media_type)

    return Answer(write, media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _given(query: CannedQuery, fields: Fields) -> dict[str, tuple[str, ...]]:
    """By parameter what was given; of a field of several lines each is a value, an empty one is none."""
    given: dict[str, tuple[str, ...]] = {}
    several = {parameter.name for parameter in query.parameters if parameter.multiple}
    for name, written in fields:
        values = written.splitlines() if name in several else [written]
        stripped = tuple(one.strip() for one in values if one.strip())
        given[name] = given.get(name, ()) + stripped
    return given


def _filled(snapshot: Snapshot, query: CannedQuery, given: Mapping[str, tuple[str, ...]], *, by_example: bool) -> Form:
    if by_example:
        return Form(query, given, {}, query.body, by_example=True)
    errors = _errors(snapshot, query, given)
    if errors:
        return Form(query, given, errors)
    return Form(query, given, {}, sparql(Local(snapshot), query, _arguments(query, given)))


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


def _with_answer(snapshot: Snapshot, form: Form) -> Form:
    """The form with the first rows of its answer; the others are counted and let go, so that none fills the memory."""
    if form.sparql is None:
        return form
    found = _answer(snapshot, form.sparql)
    columns = tuple(variable.value for variable in found.variables)
    rows = [tuple(_value(solution, place) for place in range(len(columns))) for solution in islice(found, ROWS)]
    more = sum(1 for _ in islice(found, COUNTED + 1 - len(rows))) if len(rows) == ROWS else 0
    count = len(rows) + more
    shown = Table(columns, rows)
    names = _names(snapshot, form.query, shown)
    return replace(form, answer=shown, rows=count if count <= COUNTED else None, names=names)


def _answer(snapshot: Snapshot, text: str) -> QuerySolutions:
    found = snapshot.query(text)
    if not isinstance(found, QuerySolutions):
        raise TypeError(f"wanted a SELECT, found {text[:60]!r}")
    return found


def _value(solution: QuerySolution, place: int) -> Value | None:
    term = solution[place]
    if isinstance(term, Literal):
        return value(term.value, term.datatype.value)
    if isinstance(term, NamedNode):
        return Iri(term.value)
    return None if term is None else str(term)


def _names(snapshot: Snapshot, query: CannedQuery, found: Table) -> dict[str, str]:
    """Names of things in columns that may hold things of any kind; columns of one kind come with their labels."""
    names = Names(snapshot)
    places = [place for place, column in enumerate(query.columns) if column.type in ("iri", "term")]
    things = {row[place] for row in found.rows for place in places}
    return {thing: names.of(thing) for thing in things if isinstance(thing, Iri) and names.given(thing)}
