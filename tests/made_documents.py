"""Small documents that say outright which statements they make, and an engine that takes them at their word."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.document import Document
from kg.engines import batches
from kg.errors import DocumentError
from kg.pipeline import Converted, ConvertedDocument
from kg.rdf import iris
from kg.store import open_snapshot
from kg.store.building import build
from kg.store.recipe import Recipe
from kg.store.report import BuildReport

VOCABULARY = f'<urn:concept> <urn:label> "Concept" <{iris.VOCABULARY}> .\n'
ONTOLOGY = '<urn:Class> <urn:label> "Class" .\n'
RECIPE = Recipe(vocabulary=VOCABULARY, ontology=ONTOLOGY, fingerprint="first")
RULE = iris.rule_set("names")


def record(number: int | str) -> str:
    """IRI of a made record."""
    return iris.record("made", str(number))


def made(
    number: int | str,
    *says: str,
    concludes: Iterable[str] = (),
    version: str = "1",
    rank: int = 0,
    format_name: str = "made",
    rules: str = "names",
) -> tuple[str, Document]:
    """A document that makes some statements (N-Triples without the dot; ``@`` stands for its own record).

    :param concludes: statements that follow from it, of the rule set ``rules``.
    """
    body = {"number": str(number), "says": says, "concludes": list(concludes), "version": version, "rank": rank}
    return format_name, Document(f"{number}.made", json.dumps({**body, "rules": rules}).encode())


def run(stream: Iterable[tuple[str, Document]], contacts: bool) -> Iterator[Converted]:  # noqa: ARG001
    """An engine for made documents; ``broken`` among their statements rejects them."""
    for format_name, documents in batches(stream):
        done, rejected = [], []
        for document in documents:
            said = json.loads(document.body)
            if "broken" in said["says"]:
                rejected.append(DocumentError(document.uri, "broken", "wanted statements, found broken"))
            else:
                done.append(converted(document, format_name, said))
        yield Converted(tuple(done), tuple(rejected))


def converted(document: Document, format_name: str, said: dict[str, object]) -> ConvertedDocument:
    """What a made document says of itself."""
    own = record(str(said["number"]))
    rules = iris.rule_set(str(said["rules"]))
    return ConvertedDocument(
        uri=document.uri,
        format=format_name,
        record=own,
        version=str(said["version"]),
        rank=int(str(said["rank"])),
        sha256=document.sha256,
        stated="".join(f"{one.replace('@', own)} <{own}> .\n" for one in said["says"]).encode(),
        inferred="".join(f"{one.replace('@', own)} <{rules}> .\n" for one in said["concludes"]).encode(),
    )


def built(
    folder: Path,
    *documents: tuple[str, Document] | DocumentError,
    recipe: Recipe = RECIPE,
    **how: bool | dict[str, int],
) -> BuildReport:
    """Build made documents."""
    return build(folder, documents, recipe, run=run, **how)


def nquads(folder: Path) -> list[str]:
    """Everything in the published graph, as sorted N-Quads."""
    with open_snapshot(folder) as snapshot:
        return sorted(str(quad) for quad in snapshot.quads())


def default_graph(folder: Path) -> set[str]:
    """The knowledge graph without the vocabulary and the ontology, as N-Triples."""
    with open_snapshot(folder) as snapshot:
        found = {f"{row['s']} {row['p']} {row['o']}" for row in snapshot.query("SELECT * { ?s ?p ?o }")}
    return found - {'<urn:concept> <urn:label> "Concept"', '<urn:Class> <urn:label> "Class"'}


def graph_names(folder: Path) -> set[str]:
    """Named graphs of the published snapshot."""
    with open_snapshot(folder) as snapshot:
        return set(snapshot.graphs())
