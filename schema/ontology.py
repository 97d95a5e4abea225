"""What LinkML's OWL says otherwise than we want in the store, and the rewrites that put it right; each says why."""

from __future__ import annotations

from collections.abc import Callable

from description import ClassSpec, Description, SlotSpec, spoken
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, XSD, BNode, Graph, Literal, Namespace, URIRef

SCHEMA_ORG = Namespace("http://schema.org/")
LINKML = Namespace("https://w3id.org/linkml/")
RANGES = {
    "string": (XSD.string,),
    "integer": (XSD.integer,),
    "decimal": (XSD.decimal,),
    "boolean": (XSD.boolean,),
    "date": (XSD.date,),
    "datetime": (XSD.dateTime,),
    "year": (XSD.gYear,),
    "partial_date": (XSD.date, XSD.gYearMonth, XSD.gYear),
    "iri": (),
    "term": (),
}


def no_blank_nodes(graph: Graph, _: Description) -> None:
    """The store holds no blank node. What the restrictions say of cardinality and range, the shapes say."""
    for statement in list(graph):
        if isinstance(statement[0], BNode) or isinstance(statement[2], BNode):
            graph.remove(statement)


def no_types_of_others(graph: Graph, _: Description) -> None:
    """Datatypes are those of XML Schema and mean what they mean there, not what one of our types narrows them to."""
    for datatype in list(graph.subjects(RDF.type, RDFS.Datatype)):
        graph.remove((datatype, None, None))


def no_bookkeeping(graph: Graph, description: Description) -> None:
    """Terms of LinkML's own, matches of a class with itself, and schemes that have the names of our properties."""
    for predicate in (LINKML.permissible_values, SKOS.inScheme):
        graph.remove((None, predicate, None))
    for subject, value in list(graph.subject_objects(SKOS.exactMatch)):
        if subject == value:
            graph.remove((subject, SKOS.exactMatch, value))
    graph.set((URIRef(description.iri), DCTERMS.license, URIRef("https://spdx.org/licenses/Apache-2.0")))


def _described(graph: Graph, iri: str, label: str, comment: str, home: str) -> None:
    """One label and one description; of terms of other vocabularies, ours of how they are used here."""
    node = URIRef(iri)
    for predicate in (RDFS.label, SKOS.definition, DCTERMS.title):
        graph.remove((node, predicate, None))
    graph.add((node, RDFS.label, Literal(label)))
    graph.add((node, RDFS.comment, Literal(comment)))
    if iri.startswith(home):
        graph.add((node, RDFS.isDefinedBy, URIRef(home)))


def classes_for_people(graph: Graph, description: Description) -> None:
    """Labels in words, and second types as the superclasses they are; LinkML gives names and an annotation."""
    graph.remove((None, URIRef(description.expand("tg:also_type")), None))
    for name, iri, comment in description.abstract:
        _described(graph, iri, spoken(name).capitalize(), comment, description.iri)
    for spec in description.classes:
        _described(graph, spec.types[0], spec.label, spec.description, description.iri)
        for other in spec.types[1:]:
            graph.add((URIRef(spec.types[0]), RDFS.subClassOf, URIRef(other)))


def property_label(predicate: str, uses: list[tuple[ClassSpec, SlotSpec]]) -> str:
    """One label for a predicate: its slot's, or where slots of several names share it, its own name in words."""
    labels = {slot.label for _, slot in uses}
    own = spoken(predicate.replace("#", "/").rsplit("/", 1)[-1])
    own_slot = [slot.label for _, slot in uses if spoken(slot.name) == own]
    return labels.pop() if len(labels) == 1 else (own_slot or [own])[0]


def property_comment(uses: list[tuple[ClassSpec, SlotSpec]]) -> str:
    """One description for a predicate; where classes describe it differently, each with its classes."""
    by_text: dict[str, list[str]] = {}
    for spec, slot in uses:
        by_text.setdefault(slot.description, []).append(spec.label)
    if len(by_text) == 1:
        return next(iter(by_text))
    return " ".join(f"{', '.join(labels)}: {text}" for text, labels in by_text.items())


def properties_for_people(graph: Graph, description: Description) -> None:
    """LinkML leaves out labels and definitions of slots that several classes have, and domains of all.

    Domains and ranges are those of schema.org, which say where a property is used; those of RDFS would conclude from
    any use that its subject is of every one of the classes.
    """
    enums = {spec.name: description.expand(f"tg:{spec.name}") for spec in description.enums}
    classes = {spec.name: spec.types[0] for spec in description.classes}
    graph.remove((URIRef(description.expand("tg:iri")), None, None))
    for predicate, uses in description.slots.items():
        node = URIRef(predicate)
        _described(graph, predicate, property_label(predicate, uses), property_comment(uses), description.iri)
        for spec, slot in uses:
            graph.add((node, SCHEMA_ORG.domainIncludes, URIRef(spec.types[0])))
            if slot.target:
                graph.add((node, SCHEMA_ORG.rangeIncludes, URIRef(classes[slot.target])))
            elif slot.kind.startswith("enum:"):
                graph.add((node, SCHEMA_ORG.rangeIncludes, URIRef(enums[slot.kind[5:]])))
            for datatype in RANGES.get(slot.kind, ()):
                graph.add((node, SCHEMA_ORG.rangeIncludes, datatype))
            if slot.kind == "term":
                graph.set((node, RDF.type, RDF.Property))


def values_for_people(graph: Graph, description: Description) -> None:
    """A value is labelled with its title; LinkML labels it with its token, which is its notation."""
    for spec in description.enums:
        _described(graph, description.expand(f"tg:{spec.name}"), spec.label, spec.description, description.iri)
        for value in spec.values:
            _described(graph, value.iri, value.label, value.description, description.iri)
            graph.add((URIRef(value.iri), SKOS.notation, Literal(value.token)))


def ontology_for_people(graph: Graph, description: Description) -> None:
    """The ontology itself described as everything in it is."""
    _described(graph, description.iri, description.title, description.description, description.iri)
    graph.add((URIRef(description.iri), RDF.type, OWL.Ontology))


REWRITES: tuple[Callable[[Graph, Description], None], ...] = (
    no_blank_nodes,
    no_types_of_others,
    no_bookkeeping,
    classes_for_people,
    properties_for_people,
    values_for_people,
    ontology_for_people,
)
