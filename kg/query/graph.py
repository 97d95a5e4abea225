"""The graph as Python programs use it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

from kg.query.answers import Answering, Rows, Table, Triples, Value
from kg.query.catalogue import catalogue, find
from kg.query.description import Description, describe
from kg.query.helpers import Helpers
from kg.query.local import Local
from kg.query.names import resolve_any
from kg.query.remote import Remote
from kg.query.run import answer, run

if TYPE_CHECKING:
    import rdflib

RowT = TypeVar("RowT")


class Graph(Helpers):
    """A built graph, open to be asked: one method a canned query, and SPARQL for everything else.

    Use it in a ``with`` statement, or close it when done.
    """

    def __init__(self, answering: Answering) -> None:
        """Hold what answers: the embedded store or an endpoint."""
        self._answering = answering

    def _rows(self, name: str, row: type[RowT], arguments: Mapping[str, object]) -> Rows[RowT]:
        query = find(name)
        found = answer(self._answering, query, arguments)
        return Rows(found.columns, [row(*values) for values in found.rows], [column.type for column in query.columns])

    def run(self, name: str, /, **arguments: object) -> Rows[dict[str, Value | None]]:
        """The answer to a canned query by its name, for programs that learn the name at run time.

        :raises QueryError: for an unknown name, and for an argument that is unknown, missing or wrong.
        """
        return run(self._answering, find(name), arguments)

    def sparql(self, query: str) -> Rows[dict[str, Value | None]] | bool | rdflib.Graph:
        """The answer to any SPARQL query.

        :returns: to SELECT the rows as dictionaries by variable; to ASK a truth value; to CONSTRUCT and DESCRIBE an
            rdflib graph. Numbers and truth values come as Python's, addresses and dates as text.
        :raises QueryError: with line and column, when the text is no SPARQL query.
        """
        found = self._answering.answer(query)
        if isinstance(found, Table):
            return Rows(found.columns, [dict(zip(found.columns, row, strict=True)) for row in found.rows])
        return _rdflib(found) if isinstance(found, Triples) else found

    def describe(self, iri: str) -> Description:
        """Every statement about a thing, with the documents that make it and the words it rests on.

        :param iri: address of the thing; its prefixed name (``trial:NCT04643405``), number or name will do.
        :raises QueryError: when nothing, or more than one thing, is called so.
        """
        return describe(self._answering, resolve_any(self._answering, iri, "describe"))

    def to_rdflib(self, iri: str | None = None) -> rdflib.Graph:
        """The knowledge graph, each statement once, as an rdflib graph in memory.

        :param iri: address of a thing, or its prefixed name, number or name, for the statements with it as subject or
            object alone. All of a graph of many documents is slow to copy and large.
        :raises QueryError: when nothing, or more than one thing, is called so.
        """
        pattern = "{ ?s ?p ?o }"
        if iri is not None:
            thing = resolve_any(self._answering, iri, "to_rdflib")
            pattern = f"{{ VALUES ?s {{ <{thing}> }} ?s ?p ?o }} UNION {{ VALUES ?o {{ <{thing}> }} ?s ?p ?o }}"
        found = self._answering.answer(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {pattern} }}")
        if not isinstance(found, Triples):
            raise TypeError(f"a CONSTRUCT was answered with {type(found).__name__}")
        return _rdflib(found)

    def questions(self) -> dict[str, str]:
        """Every canned query by name, with the question it answers."""
        return {name: query.summary for name, query in catalogue().items()}

    def close(self) -> None:
        """Let go of files and connections; afterwards every question is an error."""
        self._answering.close()

    def __enter__(self) -> Graph:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _rdflib(triples: Triples) -> rdflib.Graph:
    # Half of the start-up time of a program that never needs it.
    import rdflib

    graph = rdflib.Graph()
    graph.parse(data=triples.ntriples.decode(), format="nt")
    return graph


def open_graph(
    folder: str | Path | None = None,
    *,
    endpoint: str | None = None,
    default_graph: str | None = None,
) -> Graph:
    """A built graph, open to be asked.

    :param folder: that ``kg build`` wrote; its newest snapshot is read, and stays the same while it is open.
    :param endpoint: address of a SPARQL endpoint instead of a folder.
    :param default_graph: IRI of the graph that stands for the knowledge graph at that endpoint, where its store would
        otherwise answer over the union of all.
    :raises StoreError: when there is no graph in the folder.
    :raises TypeError: when both or neither of folder and endpoint are given.
    """
    if (folder is None) == (endpoint is None):
        raise TypeError("open_graph takes a folder or an endpoint, one of the two")
    if endpoint is not None:
        return Graph(Remote(endpoint, default_graph))
    # Those who ask an endpoint need no embedded store, which exists for fewer systems.
    from kg.store import open_snapshot

    return Graph(Local(open_snapshot(Path(str(folder)))))
