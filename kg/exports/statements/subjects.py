"""Sorted statements as one group a subject, for outputs that write what is said of a thing together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from kg.errors import QueryError
from kg.rdf.terms import XSD

STRING = XSD + "string"
LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
Term = NamedNode | BlankNode | Literal
# Lines parsed at once: the parser's start-up is shared by many, and few are held.
_BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Subject:
    """What one graph says of one thing.

    :ivar graph: IRI of the named graph; None for the default graph.
    :ivar iri: of the thing; ``_:`` and a label for a blank node, which only answers to CONSTRUCT hold.
    :ivar said: the objects by predicate.
    """

    graph: str | None
    iri: str
    said: dict[str, list[Term]]


def _statements(lines: Iterable[bytes]) -> Iterator[tuple[str | None, str, str, Term]]:
    source = iter(lines)
    while batch := b"".join(islice(source, _BATCH)):
        for quad in parse(batch, format=RdfFormat.N_QUADS):
            graph, subject, value = quad.graph_name, quad.subject, quad.object
            if isinstance(subject, Triple) or isinstance(value, Triple):
                raise QueryError(f"only nt and nq can write a statement about a statement, found {quad}")
            name = subject.value if isinstance(subject, NamedNode) else str(subject)
            yield graph.value if isinstance(graph, NamedNode) else None, name, quad.predicate.value, value


def subjects(lines: Iterable[bytes]) -> Iterator[Subject]:
    """The subjects of statements that are sorted by graph and subject, in their order.

    :raises QueryError: for a statement about a statement.
    """
    for (graph, iri), group in groupby(_statements(lines), key=itemgetter(0, 1)):
        said: dict[str, list[Term]] = defaultdict(list)
        for _, _, predicate, value in group:
            said[predicate].append(value)
        yield Subject(graph, iri, said)
