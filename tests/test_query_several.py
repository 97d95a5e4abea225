"""Several values of one parameter, any of which is enough: a row that two of them give stands once."""

from __future__ import annotations

import functools

import pyoxigraph as ox
import pytest

from kg.query.catalogue import CannedQuery, Parameter, catalogue
from kg.query.local import Local
from kg.rdf.prefixes import PREFIXES
from tests import query_graph as small
from tests.query_vocabulary import m
from tests.test_queries import ANOTHER, EVERY, must_give, rows_of, value_of

QUERIES = catalogue()
BROADER = ox.NamedNode(PREFIXES["skos"] + "broader")
# Of texts two that the same words match.
TEXTS: dict[str, object] = {
    "country": ["China", "china"],
    "name": ["IAP", "iap"],
    "organisation": ["union", "Hospital"],
    "predicate": ["tg:phase", "tg:enrolment"],
}
each_of_several = pytest.mark.parametrize(
    ("query", "parameter"),
    [pytest.param(q, p, id=f"{q.name}-{p.name}") for q in QUERIES.values() for p in q.parameters if p.multiple],
)


@functools.cache
def nested() -> Local:
    """The small graph with one of the mechanisms tested under another, so that two values have one below them."""
    made = small.store()
    broader = ox.Quad(ox.NamedNode(m("topoisomerase-ii-inhibitor")), BROADER, ox.NamedNode(m("antitumor-antibiotic")))
    made.add(broader)
    return Local(small.InMemory(made))


def several(query: CannedQuery, parameter: Parameter) -> list[object]:
    """Values that have answers of their own, and some with one in common."""
    texts = TEXTS if parameter.type in ("string", "iri") else {}
    given = EVERY.get(parameter.type) or texts.get(parameter.name)
    if isinstance(given, list):
        return given
    return [value_of(query, parameter), ANOTHER[parameter.type]]


@each_of_several
def test_no_row_stands_twice(query: CannedQuery, parameter: Parameter):
    given = {**must_give(query), parameter.name: several(query, parameter)}
    rows = rows_of(query, nested(), **given)
    assert len(set(rows)) == len(rows)
