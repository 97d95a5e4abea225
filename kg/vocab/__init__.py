"""Names to concepts: drugs, mechanisms, targets, conditions and regimens that the package ships with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
    :ivar lineages: of the IRI of each drug, mechanism and regimen the ways in which it acts: keys of a mechanism and of
        all that are broader, the mechanism itself first.
    :ivar beginnings: of each beginning of the name of one drug alone, at least four letters of which three more follow.
    :ivar checksum: SHA-256 of the tables.
    """

    concepts: tuple[Concept, ...]
    names: Names
    mechanisms: dict[str, tuple[Concept, ...]]
    lineages: dict[str, tuple[tuple[str, ...], ...]]
    beginnings: dict[str, Concept]
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
    of_drug = {drug: tuple(found.values()) for drug, found in mechanisms.items()}
    return Vocabulary(
        concepts=concepts,
        names=Names(concepts),
        mechanisms=of_drug,
        lineages={concept.iri: tuple(_lineages(concept, of_drug, by_key)) for concept in concepts},
        beginnings=_beginnings(concepts),
        checksum=tables.checksum(folder),
    )


def _beginnings(concepts: Iterable[Concept]) -> dict[str, Concept]:
    begun: dict[str, list[Concept]] = {}
    for concept in concepts:
        if concept.kind == "drug" and concept.label.isalpha():
            for length in range(4, len(concept.label) - 2):
                begun.setdefault(concept.label[:length].lower(), []).append(concept)
    return {beginning: found[0] for beginning, found in begun.items() if len(found) == 1}


def _lineages(
    concept: Concept, of_drug: Mapping[str, tuple[Concept, ...]], by_key: Mapping[str, Concept]
) -> Iterator[tuple[str, ...]]:
    if concept.kind == "mechanism":
        keys = dict.fromkeys([concept.key])
        for broader in concept.broader:
            keys |= dict.fromkeys(next(_lineages(by_key[broader], of_drug, by_key)))
        yield tuple(keys)
    elif concept.kind == "drug":
        for mechanism in of_drug.get(concept.key, ()):
            yield from _lineages(mechanism, of_drug, by_key)
    elif concept.kind == "regimen":
        for part in concept.related:
            acting = (by_key[part.removeprefix("mechanism:")],) if ":" in part else of_drug.get(part, ())
            for mechanism in acting:
                yield from _lineages(mechanism, of_drug, by_key)


def nquads() -> str:
    """The whole shipped vocabulary as N-Quads in its own graph."""
    folder = shipped.vocab()
    return graph.nquads_of(tables.concepts(folder), tables.drug_mechanisms(folder))
