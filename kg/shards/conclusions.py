"""What follows from all documents together, from no more of their statements than the question needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from kg.errors import StoreError
from kg.rdf import iris
from kg.shards.lines import as_stored
from kg.store.recipe import Recipe
from kg.store.scratch import scratch_graph
from kg.store.statements import lines_of

Query = Callable[[str], Any]
_IRI = re.compile(r'<([^<>"{}|^`\\\s]+)>')


def properties(recipe: Recipe) -> frozenset[str]:
    """IRIs in the queries that draw the conclusions of a recipe: no other property and class is looked at.

    They are known by asking them of an empty graph, so they must neither depend on answers nor leave a property open.
    """
    asked: list[str] = []
    if recipe.conclude:
        with scratch_graph(()) as query:
            recipe.conclude(_noting(query, asked))
    return frozenset(_IRI.findall("\n".join(asked)))


def concluded(recipe: Recipe, known: frozenset[str], texts: Iterable[str]) -> str:
    """N-Quads of the conclusions, as the embedded store gives them back.

    :param known: what :func:`properties` gives.
    :param texts: N-Triples of the knowledge graph: every statement with one of these properties.
    :raises StoreError: when other properties are asked for in the end, or a conclusion stands in another graph.
    """
    asked: list[str] = []
    if not recipe.conclude:
        return ""
    with scratch_graph(texts) as query:
        found = as_stored(recipe.conclude(_noting(query, asked)))
    unforeseen = set(_IRI.findall("\n".join(asked))) - known
    if unforeseen:
        raise StoreError(f"wanted conclusions from the same properties whatever the graph, found {min(unforeseen)} too")
    graphs = tuple(f" <{iris.rule_set(name)}> ." for name in recipe.conclusions)
    stray = next((line for line in lines_of(found) if not line.endswith(graphs)), None)
    if stray:
        raise StoreError(f"wanted conclusions of {', '.join(recipe.conclusions)}, found {stray[:200]!r}")
    return found


def _noting(query: Query, asked: list[str]) -> Query:
    def ask(sparql: str) -> Any:  # noqa: ANN401
        asked.append(sparql)
        return query(sparql)

    return ask
