"""Whole graphs over the Graph Store Protocol: the bytes of exports, large ones as they are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import exports
from kg.rdf import iris
from kg.rdf.iris import BASE
from kg.service.problems import Problem
from kg.store import Snapshot, open_snapshot
from kg.store.contents import Content
from kg.store.editing import create, editing
from tests.asked_jobs import FORMATS, GRAPH, ROOT, ask, body, publish_large, triples
from tests.web_server import R, publish


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    """The document of the other tests of the service."""
    folder = tmp_path_factory.mktemp("jobs") / "graph"
    publish(folder)
    with open_snapshot(folder) as opened:
        yield opened


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    """What one answer does not hold."""
    folder = tmp_path_factory.mktemp("jobs") / "large"
    publish_large(folder)
    with open_snapshot(folder) as opened:
        yield opened


@pytest.mark.parametrize("graph", [R, iris.ONTOLOGY, iris.VOCABULARY, iris.rule_set("shortcuts")])
@pytest.mark.parametrize("ending", FORMATS)
def test_a_graph_has_the_bytes_of_its_export(snapshot: Snapshot, graph: str, ending: str) -> None:
    name = "rdfxml" if ending == "rdf" else ending
    if (graph, ending) == (R, "rdf"):
        with pytest.raises(Problem, match=r"cannot write U\+000B.*ask for another syntax"):
            body(ask(snapshot, "graph", f"/gsp?graph={graph}", "application/rdf+xml"))
        return
    answer = ask(snapshot, "graph", f"/gsp?graph={graph}", exports.load(name).media_type)
    assert body(answer) == b"".join(exports.chunks(snapshot, name, graph=graph))


def test_the_default_graph_is_one_too(snapshot: Snapshot) -> None:
    # With the vocabulary it is more than what is put in order.
    exported = b"".join(exports.chunks(snapshot, "nt")).splitlines()
    for ending in ("nt", "nq"):
        answer = ask(snapshot, "graph", "/gsp?default", exports.load(ending).media_type)
        assert sorted(body(answer).splitlines()) == sorted(exported)


@pytest.mark.parametrize("ending", [one for one in FORMATS if one != "rdf"])
def test_a_large_graph_is_whole_in_every_syntax(large: Snapshot, ending: str) -> None:
    answer = ask(large, "graph", f"/gsp?graph={GRAPH}", exports.load(ending).media_type)
    assert triples(answer, ending) == {quad.triple for quad in large.quads(None, None, None, ox.NamedNode(GRAPH))}


def test_a_large_graph_that_a_syntax_cannot_hold_does_not_end(large: Snapshot) -> None:
    with pytest.raises(Problem, match=r"cannot write U\+000B"):
        body(ask(large, "graph", f"/gsp?graph={GRAPH}", "application/rdf+xml"))


def test_an_empty_graph_is_there_and_another_is_not(large: Snapshot) -> None:
    assert body(ask(large, "graph", f"/gsp?graph={BASE}empty", "application/n-triples")) == b""
    with pytest.raises(Problem, match="there is no graph <urn:none>") as refused:
        ask(large, "graph", "/gsp?graph=urn:none")
    assert refused.value.status == 404


def test_the_address_of_a_request_may_name_the_graph(tmp_path: Path) -> None:
    create(tmp_path / "g")
    with editing(tmp_path / "g") as editor:
        editor.put(f"{ROOT}/gsp/person/1.ttl", [Content(b"<urn:s> <urn:p> <urn:o> .", ox.RdfFormat.N_TRIPLES, None)])
    with open_snapshot(tmp_path / "g") as opened:
        answer = ask(opened, "graph", "/gsp/person/1.ttl", "application/n-triples")
        assert body(answer) == b"<urn:s> <urn:p> <urn:o> .\n"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/gsp", "found none"),
        ("/gsp/", "found none"),
        ("/gsp?default&graph=urn:a", "found default and graph"),
        ("/gsp?graph=urn:a&graph=urn:b", "found graph and graph"),
        ("/gsp/x?default", "found default and a path"),
        ("/gsp?graph=relative", "wanted the IRI of a graph, found 'relative'"),
        ("/gsp?graph=", "wanted the IRI of a graph, found ''"),
        ("/gsp?graph=urn:a%3E%20x", "wanted the IRI of a graph"),
    ],
)
def test_a_request_for_no_one_graph_is_refused(snapshot: Snapshot, address: str, words: str) -> None:
    with pytest.raises(Problem, match=re.escape(words)) as refused:
        ask(snapshot, "graph", address)
    assert refused.value.status == 400


def test_a_graph_is_not_given_as_a_picture(snapshot: Snapshot) -> None:
    with pytest.raises(Problem, match=r"a graph is given as text/turtle, .*application/n-quads") as refused:
        ask(snapshot, "graph", "/gsp?default", "image/png")
    assert refused.value.status == 406
