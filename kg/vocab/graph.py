"""The vocabulary as statements, for its own graph and the knowledge graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.model import Condition, Drug, DrugMechanism, Mechanism, Record, Regimen, Target
from kg.rdf.iris import VOCABULARY, entity, expand, under
from kg.vocab.tables import Concept, DrugMechanismRow


def component(key: str) -> str:
    """The address of a component of a regimen: a drug's key, or ``mechanism:`` and a mechanism's key."""
    kind, colon, rest = key.partition(":")
    return entity(kind, rest) if colon else entity("drug", key)


def record_of(concept: Concept, mechanisms: Iterable[str]) -> Record:
    """A concept as a record of its class.

    :param mechanisms: keys of the mechanisms of a drug.
    """
    iri, label, alt_label = concept.iri, concept.label, concept.alt_labels
    exact_match = tuple(expand(curie) for curie in concept.matches)
    broader = tuple(entity(concept.kind, key) for key in concept.broader)
    token = concept.type.upper() or None
    if concept.kind == "drug":
        works_by = tuple(entity("mechanism", key) for key in mechanisms)
        return Drug(
            iri=iri, label=label, alt_label=alt_label, exact_match=exact_match, drug_kind=token, has_mechanism=works_by
        )
    if concept.kind == "mechanism":
        targets = tuple(entity("target", key) for key in concept.related)
        return Mechanism(
            iri=iri,
            label=label,
            alt_label=alt_label,
            broader=broader,
            definition=concept.definition or None,
            action_type=token,
            has_target=targets,
            exact_match=exact_match,
        )
    if concept.kind == "condition":
        return Condition(iri=iri, label=label, alt_label=alt_label, broader=broader, exact_match=exact_match)
    if concept.kind == "target":
        members = tuple(entity("target", key) for key in concept.related)
        return Target(
            iri=iri, label=label, alt_label=alt_label, target_kind=token, has_member=members, exact_match=exact_match
        )
    parts = tuple(component(key) for key in concept.related)
    return Regimen(iri=iri, label=label, alt_label=alt_label, regimen_component=parts, cited_source=(concept.source,))


def nquads_of(concepts: Iterable[Concept], claims: Iterable[DrugMechanismRow]) -> str:
    """Every concept and every sourced claim, in the graph of the vocabulary."""
    claims = tuple(claims)
    by_drug: dict[str, dict[str, None]] = defaultdict(dict)
    for row in claims:
        by_drug[row.drug].setdefault(row.mechanism)
    out = [record_of(concept, by_drug.get(concept.key, ())).nquads(VOCABULARY) for concept in concepts]
    seen: dict[tuple[str, str], int] = defaultdict(int)
    for row in claims:
        seen[row.drug, row.mechanism] += 1
        claim = DrugMechanism(
            iri=under(entity("drug", row.drug), row.mechanism, seen[row.drug, row.mechanism]),
            drug=entity("drug", row.drug),
            mechanism=entity("mechanism", row.mechanism),
            source_kind=row.source_kind.upper(),
            cited_source=(row.source,),
            quote=row.quote,
        )
        out.append(claim.nquads(VOCABULARY))
    return "".join(out)
