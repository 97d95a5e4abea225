"""The embedded store as something that answers."""

from __future__ import annotations

import re
from typing import Protocol

from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, RdfFormat

from kg.errors import QueryError
from kg.query.answers import Iri, Table, Triples, Value, value
from kg.store import damage

_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


class Queryable(Protocol):
    """A snapshot of the store."""

    def query(self, query: str) -> QuerySolutions | QueryBoolean | QueryTriples:
        """What Oxigraph answers."""
        ...

    def close(self) -> None:
        """Let go of its files."""
        ...


class Local:
    """A snapshot of the embedded store, which :meth:`close` closes."""

    def __init__(self, snapshot: Queryable) -> None:
        """Hold a snapshot, as :func:`kg.store.open_snapshot` gives one."""
        self._snapshot = snapshot

    def answer(self, sparql: str) -> Table | bool | Triples:
        """The answer to one query.

        :raises QueryError: with the line and column where the text stops being SPARQL.
        :raises StoreError: when files are damaged.
        """
        with damage.refused():
            return self._answer(sparql)

    def _answer(self, sparql: str) -> Table | bool | Triples:
        try:
            found = self._snapshot.query(sparql)
        except SyntaxError as error:
            raise QueryError(_words(str(error))) from error
        if isinstance(found, QueryBoolean):
            return bool(found)
        if isinstance(found, QueryTriples):
            return Triples(found.serialize(format=RdfFormat.N_TRIPLES) or b"")
        columns = tuple(variable.value for variable in found.variables)
        places = range(len(columns))
        return Table(columns, [tuple(_value(solution[place]) for place in places) for solution in found])

    def close(self) -> None:
        """Let go of the snapshot's files."""
        self._snapshot.close()


def _value(term: object) -> Value | None:
    if term is None:
        return None
    if isinstance(term, Literal):
        return value(term.value, term.datatype.value)
    # The graph has no blank nodes and no quoted triples; what else a query makes is shown as it is written.
    return Iri(term.value) if isinstance(term, NamedNode) else str(term)


def _words(message: str) -> str:
    """The engine's message in one line, without the character classes of its grammar."""
    found = _PLACE.match(message)
    if not found:
        return f"not a SPARQL query: {' '.join(message.split())}"
    line, column, wanted = found.groups()
    if "Prefix not found" in wanted:
        wanted = "a prefix that the query declares"
    wanted = " ".join(wanted.replace("[_]", "").split()).strip(", ")[:120]
    return f"not a SPARQL query: line {line}, column {column}: {wanted or 'not understood'}"
