"""Sorted statements as one group a subject, for outputs that write what is said of a thing together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.errors import StoreError
from kg.rdf.terms import XSD

STRING = XSD + "string"
LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
Term = NamedNode | Literal
# Lines parsed at once: the parser's start-up is shared by many, and few are held.
_BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Subject:
    """What one graph says of one thing.

    :ivar graph: IRI of the named graph; None for the default graph.
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
            if not isinstance(subject, NamedNode) or not isinstance(value, NamedNode | Literal):
                raise StoreError(f"wanted neither blank nodes nor quoted triples in the graph, found {quad}")
            yield graph.value if isinstance(graph, NamedNode) else None, subject.value, quad.predicate.value, value


def subjects(lines: Iterable[bytes]) -> Iterator[Subject]:
    """The subjects of statements that are sorted by graph and subject, in their order.

    :raises StoreError: for a blank node, which would not come back as it was.
    """
    for (graph, iri), group in groupby(_statements(lines), key=itemgetter(0, 1)):
        said: dict[str, list[Term]] = defaultdict(list)
        for _, _, predicate, value in group:
            said[predicate].append(value)
        yield Subject(graph, iri, said)
