"""Whether statements keep to the shapes of the schema: values a class must have, may have, how many and of which kind.

A document is checked by itself: two registries may give one trial two titles, and neither document is wrong. The tests
of this package check what documents say together with the conclusions drawn from them; ``kg validate`` what they say,
since a graph does not tell any more which document a conclusion was drawn from. The shapes are ``shapes.ttl`` of
:func:`kg.shipped.schema`.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from pathlib import Path

import pyoxigraph as ox
from rdflib import RDF, RDFS, SH, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from kg.engines.workers.pool import Task, number, ordered
from kg.errors import KgError
from kg.shipped import schema

# Documents that are given to a process together; fewer are checked in this one before it would have started.
FEW = 10


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


class Shapes:
    """Shapes, of which each document meets those for the classes it has.

    Looking for things of all 67 classes takes 0.17 s a document, however small it is.
    """

    def __init__(self, graph: Graph) -> None:
        """Take them apart by class."""
        self._all = graph
        self._always: list[Node] = []
        self._of_class: dict[Node, list[Node]] = {}
        self._shapes = {*graph.subjects(RDF.type, SH.NodeShape)}
        for shape in self._shapes:
            targets = {str(p) for p in graph.predicates(shape)} & _TARGETS
            classes = list(graph.objects(shape, SH.targetClass))
            if targets != {str(SH.targetClass)}:
                self._always.append(shape)
            for one in classes if targets == {str(SH.targetClass)} else ():
                self._of_class.setdefault(one, []).append(shape)
        self._known: dict[frozenset[Node], Graph] = {}

    def needed(self, document: Graph) -> Graph:
        """The shapes that may have something to say of a document."""
        if (None, RDFS.subClassOf, None) in document:
            # Then a thing may be of more classes than those it names.
            return self._all
        classes = frozenset({*document.objects(None, RDF.type)} & self._of_class.keys())
        if classes not in self._known:
            self._known[classes] = self._part(classes)
        return self._known[classes]

    def _part(self, classes: frozenset[Node]) -> Graph:
        part = Graph()
        # Messages write IRIs with the prefixes that are bound.
        for prefix, namespace in self._all.namespaces():
            part.bind(prefix, namespace, replace=True)
        pending = [*self._always, *(shape for one in classes for shape in self._of_class[one])]
        met = set(pending)
        while pending:
            for statement in self._all.triples((pending.pop(), None, None)):
                part.add(statement)
                # A class bears the name of its shape; that a value must be of it does not ask what its shape asks.
                named = statement[2] in self._shapes and statement[1] not in _ASKING
                if not named and statement[2] not in met:
                    met.add(statement[2])
                    pending.append(statement[2])
        return part


# What makes a shape look at things.
_TARGETS = {str(SH[f"target{name}"]) for name in ("Class", "Node", "SubjectsOf", "ObjectsOf")} | {str(SH.target)}
# What makes a value keep to a whole shape.
_ASKING = {SH.node, SH["not"], SH.qualifiedValueShape, RDF.first}


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


def findings(nquads: str, shapes: Graph | Shapes) -> tuple[Finding, ...]:
    """What the shapes do not allow in the statements of one document, in order.

    :param nquads: statements of one document; the graphs they stand in are not looked at.
    :param shapes: from :func:`shapes_graph`, taken apart for many documents.
    :raises KgError: when pyshacl is not installed.
    """
    try:
        import pyshacl
    except ImportError as error:
        raise KgError("checking against the shapes needs pyshacl: pip install trialgraph[validate]") from error
    with _without_tracebacks():
        read = document_graph(nquads)
        needed = shapes.needed(read) if isinstance(shapes, Shapes) else shapes
        _, report, _ = pyshacl.validate(read, shacl_graph=needed, inplace=True)
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


def validate(
    documents: Iterable[str], shapes: Path | None = None, workers: int | None = 1
) -> Iterator[tuple[Finding, ...]]:
    """Check documents one by one; nothing of a document is kept once it is checked.

    :param documents: N-Quads text of each document, read as far ahead as the workers need.
    :param shapes: a Turtle file; without it the shapes that come with the package.
    :param workers: how many processes check; None for one a core.
    :returns: what was found in each document, in their order.
    :raises KgError: when pyshacl is not installed.
    """
    wanted = number(workers)
    texts = iter(documents)
    first = list(islice(texts, FEW)) if wanted > 1 else []
    if len(first) < FEW:
        read = Shapes(shapes_graph(shapes))
        yield from (findings(nquads, read) for nquads in chain(first, texts))
        return
    tasks = ((shapes, batch) for batch in _batches(chain(first, texts)))
    for found in ordered(Task(_checked, _killed), tasks, wanted):
        yield from found


def _batches(texts: Iterator[str]) -> Iterator[tuple[str, ...]]:
    while batch := tuple(islice(texts, FEW)):
        yield batch


def _checked(shapes: Path | None, texts: tuple[str, ...]) -> list[tuple[Finding, ...]]:
    read = _shapes_of(shapes)
    return [findings(nquads, read) for nquads in texts]


def _killed(_: Path | None, nquads: str) -> list[tuple[Finding, ...]]:
    raise KgError(f"wanted to check a document of {len(nquads):,} characters, found the process killed twice")


@cache
def _shapes_of(shapes: Path | None) -> Shapes:
    return Shapes(shapes_graph(shapes))


def counted(found: Iterable[Finding]) -> Counter[tuple[str, str]]:
    """How often each shape was not kept to, by shape and constraint."""
    return Counter((finding.shape, finding.constraint) for finding in found)
