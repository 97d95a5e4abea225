"""The SPARQL service and the graph store, as services.

https://www.w3.org/TR/sparql11-service-description/ and https://www.w3.org/TR/vocab-dcat-3/#Class:Data_Service
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.rdf.iris import within
from kg.service.describing.counts import Partitions
from kg.service.describing.dataset import dataset_iri, graph_iri, title, totals
from kg.service.describing.formats import GRAPH_FORMATS, TABLE_FORMATS
from kg.service.describing.manifest import Manifest, named_graphs
from kg.service.describing.place import Place
from kg.service.describing.statements import Said, english, kind, link, named, number

SIMPLE = "http://www.w3.org/ns/entailment/Simple"
PROTOCOL = "https://www.w3.org/TR/sparql11-protocol/"
GRAPH_STORE = "https://www.w3.org/TR/sparql11-http-rdf-update/"


def service_iri(place: Place) -> str:
    """The SPARQL service; at its address are the results of queries."""
    return within(place.void, "sparql")


def services(place: Place, manifest: Manifest) -> Iterator[Said]:
    """What can be asked, for catalogues."""
    sparql, store = service_iri(place), within(place.void, "graph-store")
    for iri, name, address, standard in (
        (sparql, "SPARQL endpoint", place.endpoint, PROTOCOL),
        (store, "Graph store", place.graph_store, GRAPH_STORE),
    ):
        yield from kind(iri, "dcat:DataService")
        yield english(iri, "dcterms:title", f"{name}: {title(manifest)}")
        yield link(iri, "dcat:endpointURL", address)
        yield link(iri, "dcterms:conformsTo", standard)
        yield link(iri, "dcat:servesDataset", dataset_iri(place))
    yield link(sparql, "dcat:endpointDescription", place.endpoint)


def described(place: Place, endpoint: str, manifest: Manifest, partitions: Partitions | None) -> Iterator[Said]:
    """Everything that is said of the SPARQL service.

    :param endpoint: the address that was asked, one of those that the service has.
    """
    service = service_iri(place)
    yield from kind(service, "sd:Service")
    yield link(service, "sd:endpoint", endpoint)
    yield named(service, "sd:supportedLanguage", "sd:SPARQL11Query")
    if place.writable:
        yield named(service, "sd:supportedLanguage", "sd:SPARQL11Update")
    if place.federated:
        yield named(service, "sd:feature", "sd:BasicFederatedQuery")
    for _, name in (*TABLE_FORMATS, *GRAPH_FORMATS):
        yield named(service, "sd:resultFormat", f"formats:{name}")
    yield link(service, "sd:defaultEntailmentRegime", SIMPLE)
    yield link(service, "rdfs:seeAlso", place.void)
    yield link(service, "rdfs:seeAlso", place.examples)
    yield from services(place, manifest)
    yield from _dataset(place, service, manifest, partitions)


def _dataset(place: Place, service: str, manifest: Manifest, partitions: Partitions | None) -> Iterator[Said]:
    whole, default = within(place.void, "sparql", "dataset"), dataset_iri(place)
    yield link(service, "sd:defaultDataset", whole)
    yield from kind(whole, "sd:Dataset")
    yield link(whole, "sd:defaultGraph", default)
    yield from kind(default, "sd:Graph", "void:Dataset")
    yield english(default, "dcterms:title", title(manifest))
    yield from totals(default, manifest, partitions)
    for graph in named_graphs(manifest):
        iri, content = within(place.void, "sparql", "named-graph", graph.key), graph_iri(place, graph)
        yield link(whole, "sd:namedGraph", iri)
        yield from kind(iri, "sd:NamedGraph")
        yield link(iri, "sd:name", graph.iri)
        yield link(iri, "sd:graph", content)
        yield from kind(content, "sd:Graph", "void:Dataset")
        yield english(content, "dcterms:title", graph.title)
        yield from number(content, "void:triples", graph.triples)
