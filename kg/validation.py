"""Whether statements keep to the shapes of the schema: values a class must have, may have, how many and of which kind.

A document is checked by itself, conclusions drawn from it included: two registries may give one trial two titles, and
neither document is wrong. The shapes are ``shapes.ttl`` of :func:`kg.shipped.schema`.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
from rdflib import RDF, SH, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from kg.errors import KgError
from kg.shipped import schema


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a shape does not allow.

    :ivar focus: IRI of the node that is looked at.
    :ivar path: IRI of the property; None where the node itself is not as asked.
    :ivar shape: name of the shape, such as ``tg:Trial-phase`` in full.
    :ivar constraint: what is asked of the value, such as ``MaxCountConstraintComponent``.
    :ivar message: the same in words.
    :ivar value: the value; None where there is none, or too many.
    """

    focus: str
    path: str | None
    shape: str
    constraint: str
    message: str
    value: str | None


def shapes_graph(path: Path | None = None) -> Graph:
    """The shapes, read once for any number of documents.

    :param path: a Turtle file; without it the shapes that come with the package.
    """
    return Graph().parse(path or schema() / "shapes.ttl", format="turtle")


def _node(term: ox.NamedNode | ox.BlankNode | ox.Literal) -> Node:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if term.language:
        return Literal(term.value, lang=term.language)
    # Not normalised: patterns are of what is written, and rdflib would take 1 for true and 007 for 7.
    return Literal(term.value, datatype=URIRef(term.datatype.value), normalize=False)


def document_graph(nquads: str) -> Graph:
    """The statements of N-Quads text, whichever graphs they stand in."""
    graph = Graph()
    for quad in ox.parse(nquads.encode(), format=ox.RdfFormat.N_QUADS):
        graph.add((_node(quad.subject), _node(quad.predicate), _node(quad.object)))
    return graph


@contextmanager
def _without_tracebacks() -> Iterator[None]:
    # A value that is not what its type says is a finding; rdflib would besides log a traceback for each.
    log = logging.getLogger("rdflib.term")
    before = log.level
    log.setLevel(logging.ERROR)
    try:
        yield
    finally:
        log.setLevel(before)


def findings(nquads: str, shapes: Graph) -> tuple[Finding, ...]:
    """What the shapes do not allow in the statements of one document, in order.

    :param nquads: statements of one document; the graphs they stand in are not looked at.
    :param shapes: from :func:`shapes_graph`.
    :raises KgError: when pyshacl is not installed.
    """
    try:
        import pyshacl
    except ImportError as error:
        raise KgError("checking against the shapes needs pyshacl: pip install trialgraph[validate]") from error
    with _without_tracebacks():
        _, report, _ = pyshacl.validate(document_graph(nquads), shacl_graph=shapes, inplace=True)
    results = report.subjects(RDF.type, SH.ValidationResult)
    return tuple(sorted((_finding(report, result) for result in results), key=_key))


def _key(finding: Finding) -> tuple[str, ...]:
    return (finding.focus, finding.shape, finding.path or "", finding.constraint, finding.value or "", finding.message)


def _finding(report: Graph, result: Node) -> Finding:
    def of(predicate: URIRef) -> str | None:
        value = report.value(result, predicate)
        return None if value is None else str(value)

    return Finding(
        focus=str(of(SH.focusNode)),
        path=of(SH.resultPath),
        shape=str(of(SH.sourceShape)),
        constraint=str(of(SH.sourceConstraintComponent)).rpartition("#")[2],
        message=str(of(SH.resultMessage)),
        value=of(SH.value),
    )


def validate(documents: Iterable[str], shapes: Path | None = None) -> Iterator[tuple[Finding, ...]]:
    """Check documents one by one; nothing of a document is kept once the next is asked for.

    :param documents: N-Quads text of each document.
    :param shapes: a Turtle file; without it the shapes that come with the package.
    :returns: what was found in each document, in their order.
    :raises KgError: when pyshacl is not installed.
    """
    read = shapes_graph(shapes)
    for nquads in documents:
        yield findings(nquads, read)


def counted(found: Iterable[Finding]) -> Counter[tuple[str, str]]:
    """How often each shape was not kept to, by shape and constraint."""
    return Counter((finding.shape, finding.constraint) for finding in found)
