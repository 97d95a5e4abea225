"""What the names in a record mean: interventions, their components, conditions (``tg:denotes``)."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from kg.evidence import Quote
from kg.model import ConditionName, Intervention, InterventionComponent
from kg.model import predicates as P
from kg.rdf.iris import under
from kg.rdf.terms import text
from kg.rules.conclusions import Conclusions, Known
from kg.rules.cues import is_given, is_placebo, is_studied
from kg.vocab import Match, Mention, Vocabulary

TITLE = "What the names of interventions and conditions mean"
THERAPY = ("drug", "mechanism", "regimen")
CONFIDENCE = {"LABEL": "1.0", "SYNONYM": "0.98", "TYPO": "0.85"}


def conclude(known: Known, vocabulary: Vocabulary) -> Conclusions:
    """Meanings of every intervention and condition that a registry record lists."""
    found = Conclusions("names", known.reading.record)
    for record in known.all_of(Intervention):
        intervention(record, known, vocabulary, found)
    for condition in known.all_of(ConditionName):
        label = condition.label or ""
        named = vocabulary.names.mentions(label, ("condition",)) if is_studied(label) else []
        name_in(condition, label, named, ("condition",), known, vocabulary, found)
    return found


def intervention(record: Intervention, known: Known, vocabulary: Vocabulary, found: Conclusions) -> None:
    """One entry: a name as a whole, else its one name within, else its parts; other names where it is mute."""
    label = record.label or ""
    named = given(label, vocabulary)
    if vocabulary.names.find(label, THERAPY) or len(named) == 1:
        name_in(record, label, named, THERAPY, known, vocabulary, found)
        return
    if is_placebo(label) and not named:
        return
    parts = components(record, known, vocabulary, found)
    for name in record.other_name:
        match = vocabulary.names.find(name, THERAPY)
        if match and is_given(name, 0, len(name)):
            quote = known.quote_of(Intervention(iri=record.iri, other_name=(name,)), "other_name")
            other_name(record.iri, parts, name, match, quote, found)


def given(label: str, vocabulary: Vocabulary) -> list[Mention]:
    """Names within an entry, but those of what is not given: placebos of them, their omission, their levels."""
    return [m for m in vocabulary.names.mentions(label, THERAPY) if is_given(label, m.start, m.end)]


def name_in(
    record: Intervention | ConditionName,
    label: str,
    named: list[Mention],
    kinds: Collection[str],
    known: Known,
    vocabulary: Vocabulary,
    found: Conclusions,
) -> None:
    """The meaning of a name as a whole, else of every name within it, with less confidence."""
    quote = known.quote_of(record, "label")
    whole = vocabulary.names.find(label, kinds)
    if whole:
        denote(record.iri, whole, "whole-name", quote, CONFIDENCE[whole.how], found)
        return
    for mention in named:
        written = label[mention.start : mention.end]
        denote(record.iri, mention.match, "name-within", quote and quote.within(written), "0.9", found)


def components(record: Intervention, known: Known, vocabulary: Vocabulary, found: Conclusions) -> dict[str, str]:
    """A node for each name within an entry that names several; of each concept's IRI its node."""
    label, quote = record.label or "", known.quote_of(record, "label")
    parts: dict[str, str] = {}
    for mention in given(label, vocabulary):
        concept = mention.match.concept.iri
        if concept in parts:
            continue
        parts[concept] = node = under(record.iri, "component", len(parts) + 1)
        written = label[mention.start : mention.end]
        words = quote and quote.within(written)
        found.describe(InterventionComponent(iri=node, label=written))
        found.conclude(record.iri, P.COMPONENT, f"<{node}>", rule="names-in-one-entry", quote=words, basis="DERIVED")
        denote(node, mention.match, "component-name", words, CONFIDENCE[mention.match.how], found)
    return parts


def other_name(
    entry: str, parts: dict[str, str], name: str, match: Match, quote: Quote | None, found: Conclusions
) -> None:
    """An entry under other names: of the component that it means, or of the whole entry where that has no meaning yet.

    Registries list components there as often as synonyms, so a name is never taken for a synonym of a combination.
    """
    node = parts.get(match.concept.iri)
    if node:
        found.conclude(
            node,
            P.OTHER_NAME,
            text(name),
            rule="other-name-of-component",
            quote=quote,
            matched=match.name,
            match_kind=match.how,
            confidence=CONFIDENCE[match.how],
        )
    elif not parts:
        denote(entry, match, "other-name", quote, "0.85", found)


def denote(node: str, match: Match, rule: str, quote: Quote | None, confidence: str, found: Conclusions) -> None:
    """``node tg:denotes concept``."""
    found.conclude(
        node,
        P.DENOTES,
        f"<{match.concept.iri}>",
        rule=rule,
        quote=quote,
        matched=match.name,
        match_kind=match.how,
        confidence=str(Decimal(confidence)),
    )
