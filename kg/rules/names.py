"""What the names in a record mean: interventions, their components, conditions (``tg:denotes``)."""

from __future__ import annotations

import re
from decimal import Decimal

from kg.evidence import Quote
from kg.model import ConditionName, Intervention, InterventionComponent
from kg.model import predicates as P
from kg.rdf.iris import under
from kg.rdf.terms import text
from kg.rules.conclusions import Conclusions, Known
from kg.rules.cues import is_given, is_placebo, is_studied, parts_given_together
from kg.rules.cut_short import all_cut_short, cut_short
from kg.rules.grounds import has_ground_of_regimen
from kg.rules.senses import has_other_sense, has_other_sense_in_record
from kg.vocab import Match, Mention, Vocabulary
from kg.vocab.names import is_acronym

TITLE = "What the names of interventions and conditions mean"
THERAPY = ("drug", "mechanism", "regimen")
# What such an entry names it speaks of, and does not give: "Education on Chemotherapy", "Dexamethasone Suppression".
_NO_THERAPY = frozenset(("BEHAVIORAL", "DIAGNOSTIC_TEST"))
# No medicine, so a short name that is a regimen's too is something else: a VAC dressing, a CVP catheter.
_NO_MEDICINE = frozenset((*_NO_THERAPY, "DEVICE", "GENETIC", "DIETARY_SUPPLEMENT"))
# What stands between a name and those that say it again; a form or "regimen" may stand there too.
_OPENED = re.compile(r"\s*(?:regimen|chemotherapy|protocol|injection|tablets?)?\s*(?:\(|=)", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-Z]{3,5}")
CONFIDENCE = {"LABEL": "1.0", "SYNONYM": "0.98", "TYPO": "0.85"}


def conclude(known: Known, vocabulary: Vocabulary) -> Conclusions:
    """Meanings of every intervention and condition that a registry record lists."""
    found = Conclusions("names", known.reading.record)
    for record in known.all_of(Intervention):
        intervention(record, known, vocabulary, found)
    for condition in known.all_of(ConditionName):
        label = condition.label or ""
        names = inverted(label, vocabulary) or vocabulary.names.mentions_and_sharing(label, ("condition",))
        named = [m for m in names if is_studied(label, m.start)]
        named = [mention for mention in named if not has_other_sense(label, mention, known, vocabulary)]
        name_in(condition, vocabulary.names.find(label, ("condition",)), named, known, vocabulary, found)
    return found


def inverted(label: str, vocabulary: Vocabulary) -> list[Mention]:
    """The condition that a name means whose parts stand in reverse, as in indexes: ``Leukemia, Lymphocytic, Acute``.

    What is said more may follow, unless it names another: ``Leukemia, Lymphoblastic, Acute, Philadelphia-Positive``.
    """
    parts = label.split(", ")
    for count in range(len(parts), 1, -1):
        match = vocabulary.names.find(" ".join(reversed(parts[:count])), ("condition",))
        if match and not vocabulary.names.mentions(", ".join(parts[count:]), ("condition",)):
            return [Mention(0, len(", ".join(parts[:count])), match)]
    return []


def intervention(record: Intervention, known: Known, vocabulary: Vocabulary, found: Conclusions) -> None:
    """One entry: a name as a whole, else its one name within, else its parts; other names where it is mute."""
    label = record.label or ""
    whole = vocabulary.names.find(label, THERAPY)
    speaks_of = record.intervention_type in _NO_THERAPY
    names = [] if speaks_of else vocabulary.names.mentions_and_sharing(label, THERAPY)
    if record.intervention_type in _NO_MEDICINE:
        names = [mention for mention in names if not is_short_of_regimen(mention.match)]
        whole = None if whole and is_short_of_regimen(whole) else whole
    named = given(label, names, known, vocabulary)
    others = unknown_parts(label, names) if named else [] if whole or speaks_of else all_cut_short(label, vocabulary)
    meant = {mention.match.concept.iri for mention in named}
    # Of "Zactima (ZD6474)" both names mean one drug, and the first is enough.
    if whole and (beside := given_beside(record, whole, known, vocabulary)):
        listed_as_names(record, {label: whole, **beside}, known, found)
        return
    if whole or (len(meant) == 1 and not others):
        name_in(record, whole, named[:1] if len(meant) == 1 else named, known, vocabulary, found)
        return
    if is_placebo(label) and not named:
        return
    parts = components(record, named, others, known, vocabulary, found)
    meant_by = {name: match for name in record.other_name if (match := meaning_of(name, known, vocabulary))}
    # Several meanings are parts of what is given.
    several = not parts and len({match.concept.iri for match in meant_by.values()}) > 1
    for name, match in meant_by.items():
        quote = known.quote_of(Intervention(iri=record.iri, other_name=(name,)), "other_name")
        if several and match.concept.iri not in parts:
            node = parts[match.concept.iri] = under(record.iri, "component", len(parts) + 1)
            component(record.iri, node, name, "other-names-of-several", quote, found)
            denote(node, match, "other-name", quote, "0.85", found)
        else:
            other_name(record.iri, parts, name, match, quote, found)


def is_short_of_regimen(match: Match) -> bool:
    """Whether a name is an acronym of a regimen."""
    return match.concept.kind == "regimen" and is_acronym(match.name)


def given_beside(record: Intervention, whole: Match, known: Known, vocabulary: Vocabulary) -> dict[str, Match]:
    """Other names of a drug that mean several drugs, none of which acts as it does: what is given together with it.

    One such name alone may be a slip of who entered it, and G-CSF is another name of filgrastim: of 40 entries with
    another drug among their names one is left.
    """
    meant = {name: match for name in record.other_name if (match := meaning_of(name, known, vocabulary))}
    other = {n: m for n, m in meant.items() if m.concept.kind == "drug" and act_otherwise(whole, m, vocabulary)}
    several = len({match.concept.iri for match in other.values()}) > 1
    return other if several and whole.concept.kind == "drug" else {}


def act_otherwise(one: Match, other: Match, vocabulary: Vocabulary) -> bool:
    """Whether two drugs are known to act in different ways, of which none is a kind of the other."""
    ways, others = (vocabulary.lineages.get(match.concept.iri, ()) for match in (one, other))
    return bool(ways and others) and not any(way[0] in its or its[0] in way for way in ways for its in others)


def listed_as_names(record: Intervention, meant: dict[str, Match], known: Known, found: Conclusions) -> None:
    """A component for each of the names under which an entry lists what is given together."""
    for number, (name, match) in enumerate(meant.items(), 1):
        node = under(record.iri, "component", number)
        slot = "label" if number == 1 else "other_name"
        one = record if number == 1 else Intervention(iri=record.iri, other_name=(name,))
        quote = known.quote_of(one, slot)
        component(record.iri, node, name, "other-names-of-several", quote, found)
        denote(node, match, "other-name", quote, "0.85", found)


def meaning_of(name: str, known: Known, vocabulary: Vocabulary) -> Match | None:
    """What another name of an entry means as a whole."""
    match = vocabulary.names.find(name, THERAPY)
    if not match or not is_given(name, 0, len(name)) or has_other_sense_in_record(match, known, vocabulary):
        return None
    return match


def without_wholes(label: str, named: list[Mention]) -> list[Mention]:
    """Names but those of what the next ones in brackets, or behind an equals sign, say again.

    ``FOLFOX (fluorouracil, leucovorin, oxaliplatin)`` consists of the three; ``filgrastim (G-CSF)`` is filgrastim.
    """
    kept = list(named)
    for mention in named:
        opened = _OPENED.match(label, mention.end)
        if not opened or mention not in kept:
            continue
        close = label.find(")", opened.end()) if opened.group().endswith("(") else len(label)
        inside = [other for other in kept if opened.end() <= other.start < (close if close >= 0 else len(label))]
        if mention.match.concept.kind == "drug":
            kept = [other for other in kept if other not in inside]
        elif any(other.match.concept.kind == "drug" for other in inside):
            kept.remove(mention)
    return kept


def given(label: str, names: list[Mention], known: Known, vocabulary: Vocabulary) -> list[Mention]:
    """The names within an entry, but those of what is not given: placebos of them, their omission, their levels."""
    named = [m for m in names if is_given(label, m.start, m.end)]
    return without_wholes(label, [m for m in named if not has_other_sense(label, m, known, vocabulary)])


def unknown_parts(label: str, names: list[Mention]) -> list[tuple[int, int]]:
    """Places of what is given together with a name of the vocabulary, joined to it, and has no name there.

    Of ``CT-2103/carboplatin`` the first word. A class shares its noun with what stands before it (``CD19 and CD22
    CAR-T cells``), so only a plus sign parts it.
    """
    by_sign = all(mention.match.concept.kind == "mechanism" for mention in names)
    found = []
    for start, end in parts_given_together(label, by_sign):
        if not any(mention.start < end and start < mention.end for mention in names):
            found.append((start, end))
    return found


def name_in(
    record: Intervention | ConditionName,
    whole: Match | None,
    named: list[Mention],
    known: Known,
    vocabulary: Vocabulary,
    found: Conclusions,
) -> None:
    """The meaning of a name as a whole, else of every name within it, with less confidence."""
    label, quote = record.label or "", known.quote_of(record, "label")
    if whole and not has_other_sense_in_record(whole, known, vocabulary):
        denote(record.iri, whole, "whole-name", quote, CONFIDENCE[whole.how], found)
        return
    for mention in named:
        written = label[mention.start : mention.end]
        denote(record.iri, mention.match, "name-within", quote and quote.within(written), "0.9", found)


def components(
    record: Intervention,
    named: list[Mention],
    others: list[tuple[int, int]],
    known: Known,
    vocabulary: Vocabulary,
    found: Conclusions,
) -> dict[str, str]:
    """A node for each name within an entry that names several, and for each part that has no name in the vocabulary.

    :returns: of each concept's IRI its node.
    """
    label, quote = record.label or "", known.quote_of(record, "label")
    parts: dict[str, str] = {}
    places: list[tuple[int, int, Mention | None]] = [(m.start, m.end, m) for m in named]
    places += [(start, end, None) for start, end in others]
    number = 0
    for start, end, mention in sorted(places, key=lambda place: place[0]):
        if mention and mention.match.concept.iri in parts:
            continue
        number += 1
        node = under(record.iri, "component", number)
        words = quote and quote.within(label[start:end])
        rule = "names-in-one-entry" if mention else "joined-to-a-name"
        component(record.iri, node, label[start:end], rule, words, found)
        match, rule, confidence = meaning_of_part(mention, label[start:end], known, vocabulary)
        if match:
            parts[match.concept.iri] = node
            denote(node, match, rule, words, confidence, found)
    return parts


def meaning_of_part(
    mention: Mention | None, part: str, known: Known, vocabulary: Vocabulary
) -> tuple[Match | None, str, str]:
    """What a part of an entry means, with rule and confidence.

    As a whole a name counts that does not within other words, such as S-1. Beside other drugs so do the beginning of
    a drug's name, and acronyms of regimens that are words elsewhere: EPOCH, MINE.
    """
    match = mention.match if mention else meaning_of(part, known, vocabulary)
    if match:
        return match, "component-name", CONFIDENCE[match.how]
    regimen = vocabulary.names.find(part + " chemotherapy", ("regimen",)) if _ACRONYM.fullmatch(part) else None
    if regimen and has_ground_of_regimen(regimen.concept, known, vocabulary):
        return regimen, "component-regimen-by-acronym", "0.85"
    return cut_short(part, vocabulary), "component-name-cut-short", "0.75"


def component(entry: str, node: str, label: str, rule: str, quote: Quote | None, found: Conclusions) -> None:
    """``entry tg:component node``, and the node."""
    found.describe(InterventionComponent(iri=node, label=label))
    found.conclude(entry, P.COMPONENT, f"<{node}>", rule=rule, quote=quote, basis="DERIVED")


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
