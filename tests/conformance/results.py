"""Answers read into one form, whatever they are written in: a truth, a table, or a graph as a table of triples."""

from __future__ import annotations

import csv
import io
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

import pyoxigraph as ox

from tests.conformance.rows import Blank, Row, Term, cell, same

RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
TRIPLE = ("subject", "predicate", "object")
CSV, TSV = "text/csv", "text/tab-separated-values"
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
TABLES = {JSON: ox.QueryResultsFormat.JSON, XML: ox.QueryResultsFormat.XML, TSV: ox.QueryResultsFormat.TSV}
TURTLE, RDF_XML, TRIPLES = "text/turtle", "application/rdf+xml", "application/n-triples"
GRAPHS = {TURTLE: ox.RdfFormat.TURTLE, RDF_XML: ox.RdfFormat.RDF_XML, TRIPLES: ox.RdfFormat.N_TRIPLES}
GRAPHS |= {"application/ld+json": ox.RdfFormat.JSON_LD, "application/n-quads": ox.RdfFormat.N_QUADS}
ENDINGS = {"srx": XML, "srj": JSON, "csv": CSV, "tsv": TSV, "ttl": TURTLE, "rdf": RDF_XML, "nt": TRIPLES}


@dataclass(frozen=True)
class Table:
    """Rows under variables.

    :ivar ordered: whether the order of the rows is part of what is wanted.
    """

    variables: tuple[str, ...]
    rows: tuple[Row, ...]
    ordered: bool = False

    def is_met_by(self, found: Found, lax: bool = False) -> bool:
        """Whether another is the same table.

        :param lax: how often a row comes does not count, as with ``REDUCED``.
        """
        if not isinstance(found, Table) or set(found.variables) != set(self.variables):
            return False
        places = [found.variables.index(name) for name in self.variables]
        rows = [tuple(row[place] for place in places) for row in found.rows]
        if lax:
            return same(set(self.rows), set(rows))
        return same(self.rows, rows, self.ordered)


Found: TypeAlias = bool | Table
# What a graph says of one thing: predicates, those of the results' vocabulary by their last part, and objects.
About: TypeAlias = dict[str, list[Term]]


def meets(wanted: Found, found: Found, lax: bool = False) -> bool:
    """Whether an answer is what is wanted."""
    return wanted.is_met_by(found, lax) if isinstance(wanted, Table) else wanted is found


def read(body: bytes, media_type: str, base: str | None = None) -> Found:
    """An answer.

    :raises SyntaxError: when it is not what its type says.
    :raises KeyError: of a type that nothing here reads.
    """
    if media_type == CSV:
        return comma_separated(body)
    if media_type in GRAPHS:
        triples = list(ox.parse(body, GRAPHS[media_type], base_iri=base))
        result = described(triples)
        return graph((one.subject, one.predicate, one.object) for one in triples) if result is None else result
    results = ox.parse_query_results(body, TABLES[media_type])
    if isinstance(results, ox.QueryBoolean):
        return bool(results)
    names = tuple(variable.value for variable in results.variables)
    return Table(names, tuple(tuple(cell(solution[name]) for name in names) for solution in results))


def graph(triples: Iterable[tuple[ox.NamedNode | ox.BlankNode | ox.Triple, ox.NamedNode, Term]]) -> Table:
    """A graph, as the set that it is."""
    return Table(TRIPLE, tuple({tuple(cell(term) for term in triple) for triple in triples}))


def comma_separated(body: bytes) -> Table:
    """A table of texts, which is all that CSV tells."""
    header, *rows = csv.reader(io.StringIO(body.decode(), newline=""))
    return Table(tuple(header), tuple(tuple(map(plain, row)) for row in rows))


def plain(text: str) -> Hashable:
    """A field of CSV; only blank nodes are told by how they begin."""
    return Blank(text[2:]) if text.startswith("_:") else text


def described(quads: list[ox.Quad]) -> Found | None:
    """The result that a graph describes in the vocabulary of the first tests; None where it is an answer itself."""
    said: dict[Term, About] = {}
    for quad in quads:
        said.setdefault(quad.subject, {}).setdefault(quad.predicate.value.removeprefix(RS), []).append(quad.object)
    truths = [one for about in said.values() for one in about.get("boolean", [])]
    if truths:
        return text(truths[0]).lower() in ("true", "1")
    sets = [one for one, about in said.items() if ox.NamedNode(RS + "ResultSet") in about.get(TYPE, [])]
    if not sets:
        return None
    variables = tuple(text(one) for one in said[sets[0]].get("resultVariable", []))
    solutions = [said.get(one, {}) for one in said[sets[0]].get("solution", [])]
    ordered = any("index" in solution for solution in solutions)
    if ordered:
        solutions.sort(key=lambda solution: int(text(solution["index"][0])))
    return Table(variables, tuple(row(solution, variables, said) for solution in solutions), ordered)


def row(about: About, names: tuple[str, ...], said: dict[Term, About]) -> Row:
    """One described solution."""
    bound = {text(said[one]["variable"][0]): cell(said[one]["value"][0]) for one in about.get("binding", [])}
    return tuple(bound.get(name) for name in names)


def text(term: Term) -> str:
    """What a term says, without its type."""
    return str(term) if isinstance(term, ox.Triple) else term.value
