"""What LinkML's SHACL says otherwise than our graph, and the rewrites that put it right; each says why."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from description import ClassSpec, Description, SlotSpec
from rdflib import RDF, RDFS, SH, XSD, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

PRECISIONS = (
    (XSD.date, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
    (XSD.gYearMonth, "^[0-9]{4}-[0-9]{2}$"),
    (XSD.gYear, "^[0-9]{4}$"),
)


def _remove_tree(graph: Graph, node: Node) -> None:
    for value in list(graph.objects(node)):
        if isinstance(value, BNode):
            _remove_tree(graph, value)
    graph.remove((node, None, None))


def _each(graph: Graph, description: Description) -> Iterator[tuple[Node, ClassSpec, SlotSpec]]:
    """Every property shape with the slot it is made from."""
    for spec in description.classes:
        by_path = {URIRef(slot.predicate): slot for slot in spec.slots}
        for node in list(graph.objects(URIRef(spec.types[0]), SH.property)):
            yield node, spec, by_path[URIRef(str(graph.value(node, SH.path)))]


def only_classes_with_records(graph: Graph, description: Description) -> None:
    """No node has an abstract class as its type, so that shapes for these would never be used."""
    for _, iri, _ in description.abstract:
        _remove_tree(graph, URIRef(iri))


def identifier_is_the_node(graph: Graph, description: Description) -> None:
    """The identifier of a record is its node and no statement; what is asked of it is that it is no blank node."""
    for node, spec, slot in _each(graph, description):
        if slot.name == "iri":
            graph.remove((None, SH.property, node))
            _remove_tree(graph, node)
        graph.add((URIRef(spec.types[0]), SH.nodeKind, SH.IRI))


def named_and_labelled(graph: Graph, description: Description) -> None:
    """Findings are counted by shape, for which a shape needs a name that lasts, and are read by people."""
    for node, spec, slot in _each(graph, description):
        named = URIRef(f"{spec.types[0]}-{slot.name}")
        for predicate, value in list(graph.predicate_objects(node)):
            graph.add((named, predicate, value))
        graph.remove((node, None, None))
        graph.remove((None, SH.property, node))
        graph.add((URIRef(spec.types[0]), SH.property, named))
        graph.add((named, RDF.type, SH.PropertyShape))
        graph.set((named, SH.name, Literal(slot.label)))
    for spec in description.classes:
        graph.set((URIRef(spec.types[0]), RDFS.label, Literal(spec.label)))


def dates_of_three_precisions(graph: Graph, description: Description) -> None:
    """A partial date is an ``xsd:date``, ``xsd:gYearMonth`` or ``xsd:gYear``; LinkML takes the first for all."""
    for node, _, slot in _each(graph, description):
        if slot.kind == "partial_date":
            graph.remove((node, SH.datatype, None))
            graph.remove((node, SH.pattern, None))
            choices: list[Node] = []
            for datatype, pattern in PRECISIONS:
                choices.append(BNode())
                graph.add((choices[-1], SH.datatype, datatype))
                graph.add((choices[-1], SH.pattern, Literal(pattern)))
            graph.add((node, SH["or"], Collection(graph, BNode(), choices).uri))


def terms_of_any_kind(graph: Graph, description: Description) -> None:
    """The object of a statement may be an IRI or a literal of any type; records hold it as text, the graph does not."""
    for node, _, slot in _each(graph, description):
        if slot.kind == "term":
            graph.remove((node, SH.datatype, None))
            graph.remove((node, SH.nodeKind, None))


def texts_say_something(graph: Graph, description: Description) -> None:
    """A value that a document does not give is absent, never an empty text; LinkML cannot say so without a pattern."""
    for node, _, slot in _each(graph, description):
        if slot.kind == "string":
            graph.add((node, SH.minLength, Literal(1)))


def second_types(graph: Graph, description: Description) -> None:
    """Some records have a class of another vocabulary as a second type; LinkML knows of one type a class."""
    for spec in description.classes:
        for other in spec.types[1:]:
            named = URIRef(f"{spec.types[0]}-type")
            graph.add((URIRef(spec.types[0]), SH.property, named))
            graph.add((named, RDF.type, SH.PropertyShape))
            graph.add((named, SH.name, Literal("type")))
            graph.add((named, SH.path, RDF.type))
            graph.add((named, SH.hasValue, URIRef(other)))


REWRITES: tuple[Callable[[Graph, Description], None], ...] = (
    only_classes_with_records,
    identifier_is_the_node,
    named_and_labelled,
    dates_of_three_precisions,
    terms_of_any_kind,
    texts_say_something,
    second_types,
)
