"""The page of a canned query: the question, a form for its parameters, the answer, the SPARQL."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import urlencode

from kg.query.answers import Iri, Table, Value
from kg.query.catalogue import CannedQuery, Column, Parameter
from kg.rdf.iris import BASE
from kg.service.asking import Answer
from kg.service.markup import Child, Html, tag
from kg.service.names import ends
from kg.service.pages.layout import counted, link, number, page
from kg.service.things import Named

DOWNLOADS = {"csv": "CSV", "tsv": "TSV", "json": "JSON"}
# Rows on a page, and rows that are counted for it: the engine makes each for that.
ROWS = 500
COUNTED = 100_000
_NUMBERS = {"integer": "numeric", "decimal": "decimal"}
_LITERAL = re.compile(r'"(.*)"(?:\^\^\S+|@\S+)?')


@dataclass(frozen=True, slots=True)
class Form:
    """A canned query as it was form.

    :ivar given: by parameter what stands in its field, one entry a value.
    :ivar errors: by parameter why its value is none; under the empty name what concerns no one field.
    :ivar sparql: the text that was answered; None where an error came before.
    :ivar answer: its first rows; None where there is none.
    :ivar rows: how many there are; None where there are more than :data:`COUNTED`.
    :ivar names: of things in columns of no one kind, by address.
    :ivar by_example: whether nothing was given, and the values are those of the query's file.
    """

    query: CannedQuery
    given: Mapping[str, tuple[str, ...]]
    errors: Mapping[str, str]
    sparql: str | None = None
    answer: Table | None = None
    rows: int | None = 0
    names: Mapping[str, str] = field(default_factory=dict)
    by_example: bool = False


def question(form: Form) -> Answer:
    """The page; its status is 400 when an argument was wrong."""
    query = form.query
    return page(
        query.summary,
        tag("p", query.topic.replace("_", " "), class_="kind"),
        tag("h1", query.summary),
        tag("p", query.description, class_="lead") if query.description else None,
        _form(form),
        _answer(form, form.answer) if form.answer is not None else None,
        tag("section", tag("h2", "The SPARQL"), tag("pre", form.sparql)) if form.sparql else None,
        status=HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK,
    )


def examples(query: CannedQuery) -> dict[str, tuple[str, ...]]:
    """What stands in the fields before anyone has filled them: the example of each required parameter, and defaults."""
    return {one.name: (readable(one.example),) for one in query.parameters if not one.optional}


def readable(term: str) -> str:
    """A term of a query as people would give it.

    >>> readable('"2024-05"^^xsd:gYearMonth'), readable("mechanism:iap-antagonist"), readable("<urn:a>")
    ('2024-05', 'mechanism:iap-antagonist', 'urn:a')
    """
    found = _LITERAL.fullmatch(term)
    return found[1] if found else term.removeprefix("<").removesuffix(">")


def _form(form: Form) -> Html | None:
    if not form.query.parameters:
        return None
    whole = form.errors.get("")
    return tag(
        "form",
        tag("p", whole, class_="error", role="alert") if whole else None,
        [_field(one, form.given.get(one.name, ()), form.errors.get(one.name)) for one in form.query.parameters],
        tag("p", tag("button", "Answer", type="submit")),
        action=f"/query/{form.query.name}",
        method="get",
    )


def _field(parameter: Parameter, given: tuple[str, ...], error: str | None) -> Html:
    name = parameter.name
    words = name.replace("_", " ") + (f", {parameter.unit}" if parameter.unit else "")
    hints = [parameter.description]
    if parameter.multiple:
        hints.append("several: one a line")
    if not parameter.required:
        hints.append("may be left out")
    return tag(
        "div",
        tag("label", words, for_=name),
        _input(parameter, given, wrong=error is not None),
        tag("p", error, class_="error", id=f"{name}-error", role="alert") if error else None,
        tag("p", "; ".join(hints), class_="hint", id=f"{name}-hint"),
        class_="field",
    )


def _input(parameter: Parameter, given: tuple[str, ...], *, wrong: bool) -> Html:
    name = parameter.name
    common = {
        "id": name,
        "name": name,
        "aria_describedby": f"{name}-hint" + (f" {name}-error" if wrong else ""),
        "aria_invalid": "true" if wrong else None,
    }
    if parameter.type == "boolean":
        choices = [("", "either"), ("true", "yes"), ("false", "no")]
        return tag(
            "select",
            [tag("option", words, value=value, selected=value in given) for value, words in choices],
            **common,
        )
    if parameter.multiple:
        # The first line feed within a textarea is not part of it.
        return tag("textarea", "\n" + "\n".join(given), rows=max(2, len(given)), **common)
    mode = _NUMBERS.get(parameter.type)
    return tag("input", type="text", value=given[0] if given else "", inputmode=mode, autocomplete="off", **common)


def _answer(form: Form, answer: Table) -> Html:
    # Without arguments a file holds the answer to the example, as this page does.
    given = (
        {} if form.by_example else {name: [value for value in values if value] for name, values in form.given.items()}
    )
    fields = "?" + urlencode(given, doseq=True) if given else ""
    downloads = [
        [" · " if place else None, tag("a", title, href=f"/query/{form.query.name}.{ending}{fields}")]
        for place, (ending, title) in enumerate(DOWNLOADS.items())
    ]
    shown = answer.rows
    told = f"more than {number(COUNTED)} rows" if form.rows is None else counted(form.rows, "row")
    if len(shown) != form.rows:
        told = f"{number(len(shown))} of {told} shown, the files hold all"
    example = "For the values above, which are examples: " if form.by_example and form.given else None
    return tag(
        "section",
        tag("h2", "Answer"),
        tag("p", example, told, " · ", downloads, class_="aside"),
        _table(form, shown) if shown else tag("p", "Nothing in this graph fits. Try a broader value."),
    )


def _table(form: Form, rows: list[tuple[Value | None, ...]]) -> Html:
    columns = form.query.columns
    places = {column.name: place for place, column in enumerate(columns)}
    # A thing and its label are one column for people: a link.
    labels = {place: _label_of(name, places) for name, place in places.items()}
    shown = [place for place in labels if place not in labels.values()]
    body = []
    for row in rows:
        named = {place: _name(row[place], row, labels[place], form.names) for place in shown}
        body.append(tag("tr", [_cell(row[place], named[place], columns[place]) for place in shown]))
    head = tag("thead", tag("tr", [_header(columns[place]) for place in shown]))
    return tag("div", tag("table", head, tag("tbody", body)), class_="wide", tabindex=0)


def _label_of(name: str, places: Mapping[str, int]) -> int | None:
    """The column that holds the labels of another: ``drug_label`` of ``drug``, ``label_a`` of ``mechanism_a``."""
    suffix = name.partition("_")[2]
    names = (f"{name}_label", f"label_{suffix}" if suffix else "", "label" if name == "thing" else "")
    return next((places[one] for one in names if one in places), None)


def _name(
    value: Value | None, row: tuple[Value | None, ...], label: int | None, names: Mapping[str, str]
) -> str | None:
    if label is not None and row[label] is not None:
        return str(row[label])
    return names.get(value) if isinstance(value, str) else None


def _header(column: Column) -> Html:
    words = column.name.replace("_", " ") + (f", {column.unit}" if column.unit else "")
    figure = "figure" if column.type in _NUMBERS else None
    return tag("th", words, scope="col", class_=figure, title=column.description or None)


def _cell(value: Value | None, name: str | None, column: Column) -> Html:
    return tag("td", _shown(value, name), class_="figure" if column.type in _NUMBERS else None)


def _shown(value: Value | None, name: str | None) -> Child:
    if value is None:
        return name or tag("span", "–", class_="none", title="not known")
    if isinstance(value, Iri):
        return link(Named(name or ends(value), str(value), here=name is not None or value.startswith(BASE)))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return tag("span", str(value), class_="text")
