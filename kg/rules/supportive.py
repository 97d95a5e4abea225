"""Which drugs of those given together only make chemotherapy bearable, and are not what a trial asks about."""

from __future__ import annotations

from collections.abc import Collection

from kg.model import Trial
from kg.model import predicates as P
from kg.rules.conclusions import Known
from kg.vocab import Vocabulary

_SUPPORTIVE = "supportive-agent"
_CHEMOTHERAPY = "cytotoxic-chemotherapy"
# Leucovorin saves healthy cells from antifolates, and makes fluorouracil stronger: only the first is support.
_RESCUE, _RESCUED_FROM, _STRENGTHENED = "folate-rescue", "folate-antagonist", "fluoropyrimidine"


def supportive_among(given: Collection[str], known: Known, vocabulary: Vocabulary) -> set[str]:
    """Of the interventions and components that are given together, those that support the chemotherapy among them.

    Only in trials of a treatment, since those of supportive care ask about such drugs; nor where a title names the
    drug, or another that acts alike.
    """
    trial = next(known.all_of(Trial), None)
    if trial is None or trial.primary_purpose != "TREATMENT":
        return set()
    acting = {iri: lineages_given(iri, known, vocabulary) for iri in given}
    every = {kind for lineages in acting.values() for lineage in lineages for kind in lineage}
    if not {_CHEMOTHERAPY, _SUPPORTIVE} <= every:
        return set()
    titles = f"{trial.brief_title or ''}\n{trial.official_title or ''}"
    asked = {
        lineage[0]
        for mention in vocabulary.names.mentions(titles, ("drug", "mechanism"))
        for lineage in vocabulary.lineages[mention.match.concept.iri]
    }
    if _RESCUED_FROM not in every or _STRENGTHENED in every:
        asked.add(_RESCUE)
    return {
        iri
        for iri, lineages in acting.items()
        if lineages and all(_SUPPORTIVE in lineage and asked.isdisjoint(lineage) for lineage in lineages)
    }


def lineages_given(iri: str, known: Known, vocabulary: Vocabulary) -> list[tuple[str, ...]]:
    """Each way in which an intervention or component acts: keys of the mechanism and of broader ones."""
    return [lineage for concept in known.objects(iri, P.DENOTES) for lineage in vocabulary.lineages.get(concept, ())]
