"""What a graph is made with, beside documents."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

import kg
from kg.rdf import iris
from kg.rdf.prefixes import SCHEMA_VERSION

# What `convert` and `conclude` are made of: a change in any of it may change what a document says.
_CONVERTER = (
    "document.py",
    "evidence.py",
    "pipeline.py",
    "extract",
    "link",
    "loaders",
    "model",
    "rdf",
    "rules",
    "vocab",
)


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a graph is made with, beside documents.

    :ivar vocabulary: N-Quads, all in the graph of the vocabulary.
    :ivar ontology: Turtle without blank nodes, for the graph of the ontology.
    :ivar fingerprint: tells ways of converting apart, see :func:`fingerprint`: documents that were read another way
        are read again.
    :ivar conclude: from a function that answers SPARQL over the knowledge graph, N-Quads of what follows from several
        documents together, in pieces of whole lines; None for nothing.
    :ivar conclusions: names of the rule sets in whose graphs those quads stand.
    :ivar without: names of rule sets that are not accepted: their graphs stay, the knowledge graph leaves them out.
    :ivar source_graphs: whether each document, rule set and the vocabulary have a graph of their own. Without, the
        store is smaller, and cannot be brought up to date.
    :ivar contacts: whether e-mail addresses and telephone numbers are kept.
    """

    vocabulary: str
    ontology: str
    fingerprint: str
    conclude: Callable[[Callable[[str], Any]], Iterable[str]] | None = None
    conclusions: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    source_graphs: bool = True
    contacts: bool = False

    @property
    def rejected_graphs(self) -> frozenset[str]:
        """IRIs of the graphs of rule sets that are not accepted."""
        return frozenset(iris.rule_set(name) for name in self.without)

    def identity(self) -> dict[str, Any]:
        """What must be the same for one build to go on from where another was killed; the store's own code is."""
        return {
            "vocabulary": hashlib.sha256(self.vocabulary.encode()).hexdigest(),
            "ontology": hashlib.sha256(self.ontology.encode()).hexdigest(),
            "fingerprint": self.fingerprint,
            "conclusions": list(self.conclusions),
            "without": sorted(self.without),
            "source_graphs": self.source_graphs,
            "contacts": self.contacts,
            "store": _checksum_of("store", "archives", "engines"),
            "engine": ox.__version__,
        }


def fingerprint(vocabulary_checksum: str, *, contacts: bool) -> str:
    """What tells one way of converting documents from another, in 16 hexadecimal digits.

    :param vocabulary_checksum: of the tables of names, which decide what is found in a text.
    :param contacts: whether e-mail addresses and telephone numbers are kept.
    """
    said = f"{SCHEMA_VERSION} {vocabulary_checksum} {contacts} {_checksum_of(*_CONVERTER)}"
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def _checksum_of(*names: str) -> str:
    """Of the code of some modules and packages of ours."""
    seen, package = hashlib.sha256(), Path(kg.__file__).parent
    for name in names:
        path = package / name
        for module in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            seen.update(module.relative_to(package).as_posix().encode() + b"\0" + module.read_bytes())
    return seen.hexdigest()
