"""What a snapshot's manifest says that descriptions need; all of it may be absent where no build wrote the graph."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from kg.rdf import iris
from kg.store import Snapshot


class Quads(Struct, frozen=True):
    """Statements by where they stand; see :func:`kg.store.manifest.quads_by_graph`.

    :ivar default: of the knowledge graph; None where nobody counted.
    :ivar rules: by name of the rule set.
    :ivar by_class: things by IRI of the class.
    """

    default: int | None = None
    vocabulary: int = 0
    ontology: int = 0
    rules: dict[str, int] = {}
    by_class: dict[str, int] = {}


class Documents(Struct, frozen=True):
    """Documents in the graph, in all and by the name of their format."""

    total: int = 0
    by_format: dict[str, int] = {}


class Made(Struct, frozen=True):
    """How the graph was made.

    :ivar without: names of rule sets that the knowledge graph leaves out.
    """

    source_graphs: bool = False
    without: tuple[str, ...] = ()


class Manifest(Struct, frozen=True):
    """The parts of a manifest that descriptions are made of.

    :ivar published: date and time.
    :ivar owner: empty for what ``kg build`` made of documents; then it is known what the graph is about.
    """

    snapshot: str
    owner: str = ""
    published: str | None = None
    quads: Quads = Quads()
    documents: Documents = Documents()
    made_with: Made = Made()


def manifest_of(snapshot: Snapshot) -> Manifest:
    """What a snapshot says of itself."""
    return msgspec.convert({"snapshot": snapshot.id, **snapshot.manifest}, Manifest)


class NamedGraph(Struct, frozen=True):
    """A named graph beside those of the documents, which are too many to list.

    :ivar key: what it is called in descriptions.
    :ivar within: whether the knowledge graph holds its statements too.
    :ivar ours: whether it is ours alone, under the licence of the project.
    """

    iri: str
    key: str
    title: str
    triples: int
    within: bool = True
    ours: bool = False


def named_graphs(manifest: Manifest) -> Iterator[NamedGraph]:
    """The graphs of vocabulary, ontology and rule sets; none where the build kept none."""
    quads, made = manifest.quads, manifest.made_with
    shared = [
        NamedGraph(iris.VOCABULARY, "vocabulary", "Curated vocabulary", quads.vocabulary, ours=True),
        NamedGraph(iris.ONTOLOGY, "ontology", "Ontology of the model", quads.ontology, ours=True),
    ]
    for name, n in sorted(quads.rules.items()):
        title = f"Conclusions of the rules on {name.replace('-', ' ')}"
        shared.append(NamedGraph(iris.rule_set(name), f"rules.{name}", title, n, within=name not in made.without))
    yield from (graph for graph in shared if graph.triples)
