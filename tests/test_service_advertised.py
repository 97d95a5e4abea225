"""Nothing is advertised that is not so: each address, format and feature is asked for at the running service."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
import rdflib
from rdflib import RDF, RDFS, SH, VOID

from kg.cli import main
from kg.rdf.iris import BASE
from kg.service.settings import Settings
from tests.described import FORMATS, SD, SHIPPED, SYNTAXES, VOID_PATH, listening, number

EXAMPLES = "/.well-known/sparql-examples"
SELECT, CONSTRUCT = "SELECT * { ?s ?p ?o } ORDER BY ?s LIMIT 1", "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 1"
TABLES = {
    "SPARQL_Results_JSON": "application/sparql-results+json",
    "SPARQL_Results_XML": "application/sparql-results+xml",
    "SPARQL_Results_CSV": "text/csv",
    "SPARQL_Results_TSV": "text/tab-separated-values",
}
GRAPHS = {
    "Turtle": "text/turtle",
    "N-Triples": "application/n-triples",
    "N-Quads": "application/n-quads",
    "TriG": "application/trig",
    "JSON-LD": "application/ld+json",
    "RDF_XML": "application/rdf+xml",
}
IANA = "https://www.iana.org/assignments/media-types/"


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """Someone who asks a service over the shipped documents that has counted what it has."""
    folder = tmp_path_factory.mktemp("advertised") / "graph"
    assert main(["build", str(SHIPPED), "--store", str(folder)]) == 0
    settings = Settings(store=folder, workers=2, access_log=None)
    with listening(settings) as address, httpx.Client(base_url=address, timeout=60) as client:
        until = time.monotonic() + 120
        while (None, VOID.propertyPartition, None) not in read(client, VOID_PATH):
            assert time.monotonic() < until, "nobody counted"
            time.sleep(0.2)
        yield client


def got(web: httpx.Client, address: str, accept: str | None = None) -> httpx.Response:
    """What is at an address, which must answer and be what was asked for."""
    answer = web.get(address, headers={"Accept": accept} if accept else {"Accept": "*/*"}, follow_redirects=True)
    assert answer.status_code == 200, f"{address}: {answer.status_code} {answer.text[:300]}"
    if accept:
        assert answer.headers["content-type"].partition(";")[0] == accept
    return answer


def read(web: httpx.Client, address: str) -> rdflib.Graph:
    """RDF at an address."""
    return rdflib.Graph().parse(data=got(web, address, "application/n-triples").content, format="nt")


@pytest.fixture(scope="module")
def void(web: httpx.Client) -> rdflib.Graph:
    """What is said of the dataset."""
    return read(web, VOID_PATH)


@pytest.fixture(scope="module")
def service(web: httpx.Client) -> rdflib.Graph:
    """What is said of the service."""
    return read(web, "/sparql")


def here(web: httpx.Client, graph: rdflib.Graph) -> set[str]:
    """Every address of this service that a description names, without the part of the document."""
    terms = {str(term) for triple in graph for term in triple if isinstance(term, rdflib.URIRef)}
    return {term.partition("#")[0] for term in terms if term.startswith(str(web.base_url))}


@pytest.mark.parametrize("address", [VOID_PATH, "/sparql", EXAMPLES])
@pytest.mark.parametrize("media_type", SYNTAXES)
def test_a_description_is_given_in_each_syntax(web: httpx.Client, address: str, media_type: str) -> None:
    body = got(web, address, media_type).content
    assert set(rdflib.Graph().parse(data=body, format=SYNTAXES[media_type])) == set(read(web, address))


@pytest.mark.parametrize("address", [VOID_PATH, "/sparql", EXAMPLES])
def test_every_address_that_a_description_names_answers(web: httpx.Client, address: str) -> None:
    # The graph store has no answer without the name of a graph: that it is there, the distributions show.
    for named in here(web, read(web, address)) - {f"{web.base_url}/gsp"}:
        got(web, named)


def test_the_endpoint_answers_in_each_format_that_it_names(web: httpx.Client, service: rdflib.Graph) -> None:
    (endpoint,) = service.objects(None, rdflib.URIRef(SD + "endpoint"))
    named = {str(one).removeprefix(FORMATS) for one in service.objects(None, rdflib.URIRef(SD + "resultFormat"))}
    assert named == TABLES.keys() | GRAPHS.keys()
    for name, media_type in {**TABLES, **GRAPHS}.items():
        query = SELECT if name in TABLES else CONSTRUCT
        got(web, str(httpx.URL(str(endpoint), params={"query": query})), media_type)


def test_a_distribution_is_the_whole_graph(web: httpx.Client, void: rdflib.Graph) -> None:
    dataset = rdflib.URIRef(f"{web.base_url}{VOID_PATH}#dataset")
    distributions = list(void.objects(dataset, rdflib.DCAT.distribution))
    assert len(distributions) == len(GRAPHS) - 1
    for one in distributions:
        (address,), (kind,) = void.objects(one, rdflib.DCAT.accessURL), void.objects(one, rdflib.DCAT.mediaType)
        media_type = str(kind).removeprefix(IANA)
        assert (one, rdflib.DCTERMS.format, rdflib.URIRef(FORMATS + format_of(media_type))) in void
        body = got(web, str(address), media_type).content
        syntax = ox.RdfFormat.from_media_type(media_type)
        assert syntax
        quads = {quad.triple for quad in ox.parse(body, format=syntax)}
        assert len(quads) == number(void, dataset, VOID.triples)


def format_of(media_type: str) -> str:
    """The name that the W3C has for a format."""
    return next(name for name, one in GRAPHS.items() if one == media_type)


def test_a_dump_of_a_named_graph_is_that_graph(web: httpx.Client, void: rdflib.Graph) -> None:
    dumps = [(one, address) for one, address in void.subject_objects(VOID.dataDump) if "graph=" in str(address)]
    assert len(dumps) > 5
    for one, address in dumps:
        lines = got(web, str(address), "application/n-triples").content.count(b"\n")
        assert lines == number(void, one, VOID.triples)


def test_examples_of_things_are_described(web: httpx.Client, void: rdflib.Graph) -> None:
    things = [str(one) for one in void.objects(None, VOID.exampleResource)]
    assert len(things) >= 5
    for iri in things:
        described = read(web, "/" + iri.removeprefix(BASE))
        assert (rdflib.URIRef(iri), None, None) in described


def test_update_and_federation_are_refused_as_the_description_says(web: httpx.Client, service: rdflib.Graph) -> None:
    said = {str(one) for one in service.objects()}
    assert not said & {SD + "SPARQL11Update", SD + "BasicFederatedQuery"}
    assert web.post("/sparql", data={"update": "CLEAR ALL"}).status_code in (403, 404, 405)
    federated = "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"
    assert web.get("/sparql", params={"query": federated}).status_code == 403


def test_every_example_is_answered_by_its_target(web: httpx.Client) -> None:
    examples = read(web, EXAMPLES)
    found = set(examples.subjects(RDF.type, SH.SPARQLExecutable))
    assert len(found) > 50
    for one in found:
        query, target = str(examples.value(one, SH.select)), str(examples.value(one, rdflib.SDO.target))
        answer = web.post(target, data={"query": query}, headers={"Accept": "application/sparql-results+json"})
        assert answer.status_code == 200, f"{examples.value(one, RDFS.label)}: {answer.text[:300]}"


def test_what_a_client_sends_is_not_taken_for_a_setting(web: httpx.Client) -> None:
    told = read(web, VOID_PATH + "?public=https://evil.example&writable=true&counts={}")
    assert not [term for triple in told for term in triple if "evil" in term]
    assert set(read(web, VOID_PATH)) == set(told)


def test_before_it_is_counted_a_service_says_what_the_build_knows(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    assert main(["build", str(SHIPPED), "--store", str(folder)]) == 0
    with listening(Settings(store=folder, workers=1, access_log=None)) as address, httpx.Client() as web:
        answer = web.get(address + VOID_PATH)
        assert answer.headers["cache-control"] == "no-store"
        assert "etag" not in answer.headers
        assert b"void:classPartition" in answer.content
        assert b"void:propertyPartition" not in answer.content
