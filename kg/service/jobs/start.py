"""The first page."""

from __future__ import annotations

from pyoxigraph import NamedNode

from kg.query.catalogue import catalogue
from kg.rdf.iris import ONTOLOGY, VOCABULARY
from kg.service.asking import Answer, Asked
from kg.service.pages.start import start
from kg.store import Snapshot

_GRAPHS = {VOCABULARY: "the vocabulary", ONTOLOGY: "the ontology"}


def answer(snapshot: Snapshot, asked: Asked) -> Answer:
    """The page, whatever was asked."""
    del asked
    graphs = {iri: words for iri, words in _GRAPHS.items() if _holds_any(snapshot, iri)}
    return start(snapshot.manifest, catalogue().values(), graphs)


def _holds_any(snapshot: Snapshot, graph: str) -> bool:
    return next(snapshot.quads(None, None, None, NamedNode(graph)), None) is not None
