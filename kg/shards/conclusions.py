"""What follows from all documents together, from no more of their statements than the questions need."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from tempfile import TemporaryFile
from typing import Any

from kg.errors import StoreError
from kg.rdf import iris
from kg.shards.lines import as_stored
from kg.store.recipe import Recipe
from kg.store.scratch import scratch_graph
from kg.store.statements import lines_of

Query = Callable[[str], Any]
_IRI = re.compile(r'<([^<>"{}|^`\\\s]+)>')
# What binds things, not properties or classes.
_VALUES = re.compile(r"VALUES \?\w+ \{[^{}]*\}")


class _Unforeseen(Exception):
    """A question about other properties than those whose statements are at hand."""


def concluded(recipe: Recipe, needed: Callable[[frozenset[str]], Iterable[str]]) -> Iterator[str]:
    """N-Quads of the conclusions, as the embedded store gives them back, in pieces of whole lines.

    Drawn again with more statements whenever a question is about properties that none before was about, so that each
    is answered as over the whole graph. No question may leave a property or a class open.

    :param needed: from IRIs of properties and classes to N-Triples: every statement of the knowledge graph with one of
        these properties, and of the types of things those with one of these classes.
    :raises StoreError: when a conclusion stands in another graph than those of the recipe.
    """
    known: frozenset[str] = frozenset()
    while recipe.conclude:
        with TemporaryFile("w+", encoding="utf-8", newline="\n") as file:
            with scratch_graph(needed(known)) as query:
                asked: set[str] = set()
                try:
                    for text in recipe.conclude(_foreseen(query, known, asked)):
                        file.write(_checked(recipe, as_stored(text)))
                except _Unforeseen:
                    known |= asked
                    continue
            file.seek(0)
            while lines := file.readlines(1_000_000):
                yield "".join(lines)
            return


def properties_in(sparql: str) -> set[str]:
    """IRIs of a query, but for those of things it binds a variable to.

    >>> sorted(properties_in("SELECT * { VALUES ?s { <urn:s> } ?s <urn:p> ?o ; a <urn:C> }"))
    ['urn:C', 'urn:p']
    """
    return set(_IRI.findall(_VALUES.sub("", sparql)))


def _foreseen(query: Query, known: frozenset[str], asked: set[str]) -> Query:
    def ask(sparql: str) -> Any:  # noqa: ANN401
        asked.update(properties_in(sparql))
        if not asked <= known:
            raise _Unforeseen
        return query(sparql)

    return ask


def _checked(recipe: Recipe, nquads: str) -> str:
    graphs = tuple(f" <{iris.rule_set(name)}> ." for name in recipe.conclusions)
    stray = next((line for line in lines_of(nquads) if not line.endswith(graphs)), None)
    if stray:
        raise StoreError(f"wanted conclusions of {', '.join(recipe.conclusions)}, found {stray[:200]!r}")
    return nquads
