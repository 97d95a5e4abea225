"""Names to concepts: drugs, mechanisms, targets, conditions and regimens that the package ships with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg import shipped
from kg.vocab import graph, tables
from kg.vocab.names import Match, Mention, Names
from kg.vocab.tables import Concept

__all__ = ["Concept", "Match", "Mention", "Vocabulary", "nquads", "shipped_vocabulary"]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Concepts with their names.

    :ivar mechanisms: of each drug's key the concepts of its mechanisms.
    :ivar checksum: SHA-256 of the tables.
    """

    concepts: tuple[Concept, ...]
    names: Names
    mechanisms: dict[str, tuple[Concept, ...]]
    checksum: str


@cache
def shipped_vocabulary() -> Vocabulary:
    """The vocabulary that travels with the package, read at the first call."""
    folder = shipped.vocab()
    concepts = tables.concepts(folder)
    claims = tables.drug_mechanisms(folder)
    by_key = {concept.key: concept for concept in concepts if concept.kind == "mechanism"}
    mechanisms: dict[str, dict[str, Concept]] = {}
    for claim in claims:
        mechanisms.setdefault(claim.drug, {})[claim.mechanism] = by_key[claim.mechanism]
    return Vocabulary(
        concepts=concepts,
        names=Names(concepts),
        mechanisms={drug: tuple(found.values()) for drug, found in mechanisms.items()},
        checksum=tables.checksum(folder),
    )


def nquads() -> str:
    """The whole shipped vocabulary as N-Quads in its own graph."""
    folder = shipped.vocab()
    return graph.nquads_of(tables.concepts(folder), tables.drug_mechanisms(folder))
