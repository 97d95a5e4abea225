"""The shipped documents from files to a published snapshot, with the shipped vocabulary and all rule sets."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from kg import archives
from kg.commands.recipes import recipe
from kg.exports import export
from kg.rdf import iris
from kg.store import open_snapshot
from kg.store.building import build, remove
from kg.store.recipe import Recipe
from kg.store.report import BuildReport

SHIPPED = Path(__file__).resolve().parents[1] / "data" / "documents"
PAGE, ARTICLE = SHIPPED / "pd1-ven-cag.txt", SHIPPED / "pubmed-40975066.nbib"


@cache
def shipped() -> Recipe:
    """What the graph is made with, once for all tests: the code may be edited while they run."""
    return recipe()


def built(folder: Path, *paths: Path) -> BuildReport:
    """Build some of the shipped documents."""
    return build(folder, archives.documents([str(path) for path in paths]), shipped(), strict=True)


def exported(folder: Path) -> bytes:
    """The published graph as sorted N-Quads."""
    out = io.BytesIO()
    with open_snapshot(folder) as snapshot:
        export(snapshot, "nq", out)
    return out.getvalue()


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both documents, built at once."""
    folder = tmp_path_factory.mktemp("graph")
    report = built(folder, PAGE, ARTICLE)
    assert (report.found, report.loaded, report.read) == (2, 2, {"trial_page": 1, "medline": 1})
    return folder


def test_building_twice_gives_the_same_bytes(graph: Path, tmp_path: Path):
    built(tmp_path, ARTICLE, PAGE)
    assert exported(tmp_path) == exported(graph)


def test_building_again_does_nothing(graph: Path):
    report = built(graph, PAGE, ARTICLE)
    assert (report.unchanged, report.published) == (2, False)


def test_document_added_removed_and_added_again_leaves_no_trace(graph: Path, tmp_path: Path):
    built(tmp_path, PAGE)
    only_page = exported(tmp_path)
    built(tmp_path, ARTICLE)
    assert exported(tmp_path) == exported(graph)
    remove(tmp_path, ["pubmed/40975066"], shipped())
    assert exported(tmp_path) == only_page
    built(tmp_path, ARTICLE)
    assert exported(tmp_path) == exported(graph)


def test_documents_read_again_by_another_converter_stay_as_they_were(graph: Path, tmp_path: Path):
    built(tmp_path, PAGE, ARTICLE)
    stream = archives.documents([str(PAGE), str(ARTICLE)])
    report = build(tmp_path, stream, replace(shipped(), fingerprint="another"))
    assert report.loaded == 2
    assert exported(tmp_path) == exported(graph)


def test_default_graph_holds_every_statement_of_the_named_graphs_once_and_no_other(graph: Path):
    with open_snapshot(graph) as snapshot:
        quads = [str(quad) for quad in snapshot.quads()]
        counts = snapshot.manifest["quads"]
        named = sum(
            1 for iri in snapshot.graphs() for _ in snapshot.query(f"SELECT * {{ GRAPH <{iri}> {{ ?s ?p ?o }} }}")
        )
        missing = snapshot.query("ASK { GRAPH ?g { ?s ?p ?o } FILTER NOT EXISTS { ?s ?p ?o } }")
        invented = snapshot.query("ASK { ?s ?p ?o FILTER NOT EXISTS { GRAPH ?g { ?s ?p ?o } } }")
    assert len(set(quads)) == len(quads) == counts["total"]
    assert (bool(missing), bool(invented)) == (False, False)
    assert counts["total"] - counts["default"] == named
    assert named == counts["sources"] + counts["vocabulary"] + counts["ontology"] + sum(counts["rules"].values())


def test_rule_set_left_out_is_in_its_graph_and_not_in_the_knowledge_graph(tmp_path: Path):
    build(tmp_path, archives.documents([str(PAGE)]), recipe(without=["shortcuts"]))
    graph = f"<{iris.rule_set('shortcuts')}>"
    elsewhere = f"GRAPH ?other {{ ?s ?p ?o }} FILTER (?other != {graph})"
    with open_snapshot(tmp_path) as snapshot:
        assert snapshot.query(f"ASK {{ GRAPH {graph} {{ ?s ?p ?o }} }}")
        assert not snapshot.query(
            f"ASK {{ GRAPH {graph} {{ ?s ?p ?o }} ?s ?p ?o FILTER NOT EXISTS {{ {elsewhere} }} }}"
        )
