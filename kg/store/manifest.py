"""What a snapshot says of itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Any

from kg.document import WITHDRAWN
from kg.rdf import iris
from kg.rdf.prefixes import SCHEMA_VERSION
from kg.store.counting import by_class
from kg.store.report import BuildReport
from kg.store.statements import RULES
from kg.store.work import Work

# Documents in the graph; what is withdrawn is in the catalogue alone.
IN_GRAPH = "FROM document WHERE current AND version <> ?"


def manifest(work: Work, report: BuildReport) -> dict[str, Any]:
    """Everything that is said of a graph but when it was published: the same for the same documents.

    :param report: of the build that made it; its part of the manifest tells what that build met, and differs between
        a graph built at once and one brought up to date, while the rest does not.
    """
    catalogue, recipe = work.catalogue, work.recipe
    return {
        **met(work, report),
        "made_with": {
            "schema_version": SCHEMA_VERSION,
            "ontology_sha256": catalogue.setting("ontology"),
            "vocabulary_sha256": catalogue.setting("vocabulary"),
            "fingerprint": recipe.fingerprint,
            "contacts": recipe.contacts,
            "source_graphs": recipe.source_graphs,
            "without": sorted(recipe.without),
        },
        "quads": {**counted(work), "per_document": per_document(work)},
    }


def met(work: Work, report: BuildReport) -> dict[str, Any]:
    """What a build met, and which documents are known after it: it may be others though the graph is the same."""
    catalogue = work.catalogue
    superseded = catalogue.rows("SELECT count(*) FROM document WHERE NOT current")[0][0]
    by_format = catalogue.rows(f"SELECT format, count(*) {IN_GRAPH} GROUP BY format", WITHDRAWN)
    ((withdrawn,),) = catalogue.rows("SELECT count(*) FROM document WHERE current AND version = ?", WITHDRAWN)
    return {
        "build": {
            "found": report.found,
            "loaded": report.loaded,
            "unchanged": report.unchanged,
            "superseded": report.superseded,
            "withdrawn": report.withdrawn,
            "rejected": report.rejected,
            "removed": report.removed,
            "rejects_by_cause": dict(report.causes),
        },
        "documents": {
            "total": sum(n for _, n in by_format),
            "by_format": dict(by_format),
            "superseded": superseded,
            "withdrawn": withdrawn,
            "stale": report.stale,
        },
    }


def counted(work: Work) -> dict[str, Any]:
    """What is counted by queries, which take a fifth of an update of a large graph one after the other."""
    with ThreadPoolExecutor(2) as threads:
        classes = threads.submit(by_class, work.graph.query)
        return {**quads_by_graph(work, threads), "by_class": classes.result()}


def quads_by_graph(work: Work, threads: Executor) -> dict[str, Any]:
    """Statements of the knowledge graph, the documents, each rule set, the vocabulary and the ontology.

    The knowledge graph is what is left of all when the named graphs are counted: counting it by a query takes three
    times as long as counting all together.
    """
    rules = sorted(graph for graph in work.graph.graphs() if graph.startswith(RULES))
    graphs = (iris.VOCABULARY, iris.ONTOLOGY, *rules)
    found = threads.map(lambda graph: count(work, f"GRAPH <{graph}> {{ ?s ?p ?o }}"), graphs)
    shared = dict(zip(graphs, found, strict=True))
    ((stated,),) = work.catalogue.rows("SELECT coalesce(sum(stated), 0) FROM document WHERE current")
    sources = stated if work.recipe.source_graphs else 0
    total = work.graph.count()
    return {
        "total": total,
        "default": total - sources - sum(shared.values()),
        "sources": sources,
        "vocabulary": shared[iris.VOCABULARY],
        "ontology": shared[iris.ONTOLOGY],
        "rules": {graph.removeprefix(RULES): shared[graph] for graph in rules},
    }


def count(work: Work, pattern: str) -> int:
    """How many solutions a pattern has."""
    (row,) = work.graph.query(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}")
    return int(row["n"].value)


def per_document(work: Work) -> dict[str, dict[str, int]]:
    """Least, median and greatest number of statements that a document of each format makes, conclusions included."""
    found: dict[str, dict[str, int]] = {}
    rows = work.catalogue.rows(f"SELECT format, count(*), min(quads), max(quads) {IN_GRAPH} GROUP BY format", WITHDRAWN)
    for name, documents, least, most in rows:
        middle = f"SELECT quads {IN_GRAPH} AND format = ? ORDER BY quads LIMIT 1 OFFSET ?"
        ((median,),) = work.catalogue.rows(middle, WITHDRAWN, name, (documents - 1) // 2)
        found[name] = {"min": least, "median": median, "max": most}
    return found


def input_lines(work: Work) -> Iterator[str]:
    """A line of JSON for each document in the graph, sorted by record."""
    names = ("record", "uri", "format", "sha256", "version", "quads")
    return (line(dict(zip(names, row, strict=True))) for row in work.catalogue.inputs())


def reject_lines(work: Work) -> Iterator[str]:
    """A line of JSON for each document that the build rejected, sorted by address."""
    for error, place in work.members.rejects():
        offset = {} if place is None else {"offset": place}
        yield line({"uri": error.uri, "cause": error.cause, "detail": error.detail, **offset})


def line(value: dict[str, Any]) -> str:
    """One line of JSON, keys sorted, letters of any script as they are."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False) + "\n"
