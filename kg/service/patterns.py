"""Statements of one pattern, counted and in slices, by the engine.

Reading a statement takes some 25 µs, as each of its terms is looked up by its number; the engine counts or skips one in
1 µs, without looking. So a list goes on from its 100,000th entry in 0.1 s and not in 3.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, QuerySolutions

from kg.model.predicates import RDF_TYPE
from kg.store import Snapshot


@dataclass(frozen=True, slots=True)
class Pattern:
    """What statements must have; None stands for anything.

    :ivar graph: the one they stand in; None for the default graph.
    :ivar everywhere: whether they may stand in any graph; then one that stands in three counts three times.
    """

    subject: NamedNode | None = None
    predicate: NamedNode | None = None
    object: NamedNode | None = None
    graph: NamedNode | None = None
    everywhere: bool = False

    def count(self, snapshot: Snapshot, most: int) -> int:
        """How many there are, ``most`` where there are more."""
        (found,) = _answer(snapshot, f"SELECT (COUNT(*) AS ?n) {{ SELECT * {self._where} LIMIT {most} }}")
        return int(_literal(found["n"]))

    def by_predicate(self, snapshot: Snapshot, most: int) -> dict[str, int]:
        """How many of the first ``most`` have each predicate."""
        inner = f"{{ SELECT ?p {self._where} LIMIT {most} }}"
        rows = _answer(snapshot, f"SELECT ?p (COUNT(*) AS ?n) {{ {inner} }} GROUP BY ?p")
        return {row["p"].value: int(_literal(row["n"])) for row in rows if isinstance(row["p"], NamedNode)}

    def kinds(self, snapshot: Snapshot, most: int) -> dict[str, int]:
        """How many of the first ``most`` subjects with a class have each class; for patterns of a graph alone."""
        inner = f"{{ SELECT ?o {replace(self, predicate=NamedNode(RDF_TYPE))._where} LIMIT {most} }}"
        rows = _answer(snapshot, f"SELECT ?o (COUNT(*) AS ?n) {{ {inner} }} GROUP BY ?o")
        return {row["o"].value: int(_literal(row["n"])) for row in rows if isinstance(row["o"], NamedNode)}

    def slice(self, snapshot: Snapshot, start: int, most: int) -> Iterator[Quad]:
        """Some of them, read one by one, in the order of the store, which is the same each time for one snapshot."""
        elsewhere = self.graph or DefaultGraph()
        if not start and not self.everywhere:
            # The same order without a query to parse, which is most of the time for the hundreds of parts of a trial.
            yield from islice(snapshot.quads(self.subject, self.predicate, self.object, elsewhere), most)
            return
        rows = _answer(snapshot, f"SELECT * {self._where} OFFSET {start} LIMIT {most}")
        names = {variable.value for variable in rows.variables}
        for row in rows:
            graph = (row["g"] if "g" in names else None) or elsewhere
            yield Quad(self.subject or row["s"], self.predicate or row["p"], self.object or row["o"], graph)

    @property
    def _where(self) -> str:
        triple = f"{self.subject or '?s'} {self.predicate or '?p'} {self.object or '?o'}"
        if self.graph:
            return f"{{ GRAPH {self.graph} {{ {triple} }} }}"
        return f"{{ {{ {triple} }} UNION {{ GRAPH ?g {{ {triple} }} }} }}" if self.everywhere else f"{{ {triple} }}"


def _answer(snapshot: Snapshot, query: str) -> QuerySolutions:
    found = snapshot.query(query)
    if not isinstance(found, QuerySolutions):
        raise TypeError(f"wanted a SELECT, found {query[:60]!r}")
    return found


def _literal(term: object) -> str:
    return term.value if isinstance(term, Literal) else "0"
