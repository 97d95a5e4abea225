"""The dataset in VoID and DCAT.

https://www.w3.org/TR/void/ and https://www.w3.org/TR/vocab-dcat-3/
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

from kg.rdf.iris import BASE, media_type, within
from kg.rdf.prefixes import PREFIXES
from kg.rdf.terms import typed
from kg.service.describing.counts import ClassCount, Partitions, PropertyCount
from kg.service.describing.formats import GRAPH_FORMATS
from kg.service.describing.manifest import Manifest, NamedGraph, named_graphs
from kg.service.describing.place import Place
from kg.service.describing.statements import Said, english, kind, link, named, number, plain, short

TITLE = "trialgraph: clinical trials as one RDF graph"
TITLE_BY_HAND = "A graph that is written through this service"
ABOUT = (
    "Clinical trials from public registries and the literature, with the mechanism on the way from trial to target, "
    "and the words behind every statement."
)
RIGHTS = (
    "Vocabulary, ontology and model are under the Apache License 2.0. Texts of registries, abstracts and pages stay "
    "under the rights of their owners, which travel with each document in the graph."
)
MADE = (
    "Built from {documents} documents. Each document has a named graph that holds exactly what it says, and each rule "
    "set one with its conclusions."
)
LICENCE = "https://www.apache.org/licenses/LICENSE-2.0"


def dataset_iri(place: Place) -> str:
    """The knowledge graph of a service, which is the default graph of its endpoint."""
    return within(place.void, "dataset")


def title(manifest: Manifest) -> str:
    """What the dataset is called; of what people write by hand nobody knows what it is about."""
    return TITLE_BY_HAND if manifest.owner else TITLE


def graph_iri(place: Place, graph: NamedGraph) -> str:
    """What a named graph is called as a dataset of its own."""
    return within(place.void, "graph", graph.key)


def described(
    place: Place, manifest: Manifest, partitions: Partitions | None, examples: Sequence[str]
) -> Iterator[Said]:
    """Everything that is said of the dataset.

    :param partitions: None where nobody counted yet; then nothing is said but what the build wrote down.
    :param examples: things in the graph.
    """
    dataset = dataset_iri(place)
    yield from kind(place.void, "void:DatasetDescription")
    yield english(place.void, "dcterms:title", f"Description: {title(manifest)}")
    yield link(place.void, "foaf:primaryTopic", dataset)
    yield from _about(place, dataset, manifest)
    yield from totals(dataset, manifest, partitions)
    yield from (link(dataset, "void:exampleResource", iri) for iri in examples)
    yield from (link(dataset, "void:vocabulary", iri) for iri in _vocabularies(manifest, partitions))
    yield from _subsets(place, dataset, manifest)
    yield from _distributions(place, dataset)
    if partitions is None:
        yield from _classes(place, dataset, [ClassCount(iri=i, entities=n) for i, n in manifest.quads.by_class.items()])
    else:
        yield from _classes(place, dataset, partitions.classes)
        for one in partitions.properties:
            yield from _property(dataset, within(place.void, "property", short(one.iri)), one)


def totals(dataset: str, manifest: Manifest, partitions: Partitions | None) -> Iterator[Said]:
    """How large the knowledge graph is."""
    if partitions is None:
        yield from number(dataset, "void:triples", manifest.quads.default)
        yield from number(dataset, "void:classes", len(manifest.quads.by_class) or None)
        return
    yield from number(dataset, "void:triples", partitions.triples)
    yield from number(dataset, "void:entities", None if manifest.owner else partitions.entities)
    yield from number(dataset, "void:distinctSubjects", partitions.subjects)
    yield from number(dataset, "void:distinctObjects", partitions.objects)
    yield from number(dataset, "void:properties", len(partitions.properties))
    yield from number(dataset, "void:classes", len(partitions.classes))


def _about(place: Place, dataset: str, manifest: Manifest) -> Iterator[Said]:
    yield from kind(dataset, "void:Dataset", "dcat:Dataset")
    yield english(dataset, "dcterms:title", title(manifest))
    yield plain(dataset, "owl:versionInfo", manifest.snapshot)
    if manifest.published:
        yield dataset, "dcterms:modified", typed(manifest.published, "datetime")
    yield link(dataset, "foaf:homepage", f"{place.root}/")
    yield link(dataset, "dcat:landingPage", f"{place.root}/")
    yield link(dataset, "void:sparqlEndpoint", place.endpoint)
    yield from (named(dataset, "void:feature", f"formats:{name}") for _, name in GRAPH_FORMATS)
    if not manifest.owner:
        yield english(dataset, "dcterms:description", ABOUT)
        yield plain(dataset, "void:uriSpace", BASE)
    if manifest.documents.total:
        rights, made = within(place.void, "rights"), within(place.void, "provenance")
        yield link(dataset, "dcterms:rights", rights)
        yield from kind(rights, "dcterms:RightsStatement")
        yield english(rights, "rdfs:label", RIGHTS)
        yield link(dataset, "dcterms:provenance", made)
        yield from kind(made, "dcterms:ProvenanceStatement")
        yield english(made, "rdfs:label", MADE.format(documents=f"{manifest.documents.total:,}"))


def _vocabularies(manifest: Manifest, partitions: Partitions | None) -> list[str]:
    used = {*manifest.quads.by_class}
    if partitions:
        used = {one.iri for one in partitions.classes} | {one.iri for one in partitions.properties}
    return sorted({namespace for iri in used for namespace in PREFIXES.values() if _is_directly_in(iri, namespace)})


def _is_directly_in(iri: str, namespace: str) -> bool:
    return iri.startswith(namespace) and not set(iri[len(namespace) :]) & {"/", "#"}


def _subsets(place: Place, dataset: str, manifest: Manifest) -> Iterator[Said]:
    for graph in named_graphs(manifest):
        iri = graph_iri(place, graph)
        if graph.within:
            yield link(dataset, "void:subset", iri)
        yield from kind(iri, "void:Dataset")
        yield english(iri, "dcterms:title", graph.title)
        yield link(iri, "rdfs:seeAlso", graph.iri)
        yield from number(iri, "void:triples", graph.triples)
        yield link(iri, "void:dataDump", f"{place.graph_store}?{urlencode({'graph': graph.iri})}")
        if graph.ours:
            yield link(iri, "dcterms:license", LICENCE)
    if manifest.made_with.source_graphs:
        for name, documents in manifest.documents.by_format.items():
            iri = within(place.void, "records", name)
            yield link(dataset, "void:subset", iri)
            yield from kind(iri, "void:Dataset")
            yield english(iri, "dcterms:title", f"Statements of the documents read as {name}")
            yield from number(iri, "void:documents", documents)


def _distributions(place: Place, dataset: str) -> Iterator[Said]:
    address = f"{place.graph_store}?default"
    yield link(dataset, "void:dataDump", address)
    for name, format_name in GRAPH_FORMATS:
        # RDF/XML cannot hold every text, and then a graph is not to be had in it.
        if format_name == "RDF_XML":
            continue
        iri = within(place.void, "distribution", format_name)
        yield link(dataset, "dcat:distribution", iri)
        yield from kind(iri, "dcat:Distribution")
        yield english(iri, "dcterms:title", f"The knowledge graph as {format_name}, by content negotiation")
        yield link(iri, "dcat:accessURL", address)
        yield link(iri, "dcat:mediaType", media_type(name))
        yield named(iri, "dcterms:format", f"formats:{format_name}")
        yield link(iri, "dcat:accessService", within(place.void, "graph-store"))


def _classes(place: Place, dataset: str, classes: Sequence[ClassCount]) -> Iterator[Said]:
    for one in classes:
        iri = within(place.void, "class", short(one.iri))
        yield link(dataset, "void:classPartition", iri)
        yield link(iri, "void:class", one.iri)
        yield from number(iri, "void:entities", one.entities)
        for other in one.properties:
            yield from _property(iri, within(place.void, "class", short(one.iri), short(other.iri)), other)


def _property(whole: str, iri: str, one: PropertyCount) -> Iterator[Said]:
    yield link(whole, "void:propertyPartition", iri)
    yield link(iri, "void:property", one.iri)
    yield from number(iri, "void:triples", one.triples)
    yield from number(iri, "void:distinctSubjects", one.subjects)
    yield from number(iri, "void:distinctObjects", one.objects)
