"""Regimens that a document itself defines: ``nab-paclitaxel and gemcitabine (AG)``, ``CAG regimen (cytarabine, …)``."""

from __future__ import annotations

import re

from kg.document import Passage
from kg.evidence import Quote
from kg.model import RegimenMention
from kg.model import predicates as P
from kg.rdf.iris import under
from kg.rules.conclusions import Conclusions, Known
from kg.vocab import Mention, Vocabulary
from kg.vocab.tables import Concept

TITLE = "Regimens that documents define by their parts"
# A short name in brackets after its parts, and a name before its parts in brackets.
_NAME_AFTER = re.compile(r"\s*\((?P<name>[A-Z][A-Za-z0-9-]{1,9})\)")
_NAME_BEFORE = re.compile(
    r"\b(?P<name>[A-Z][A-Za-z0-9-]{1,9})(?:\s+(?:regimen|chemotherapy|protocol|combination))?\s*\($"
)
# What coordinates the parts of one regimen; "with" adds a partner to it and is none of these.
_JOINED = re.compile(r"\s*(?:,\s*and\b|,|\+|/|&|;|\band\b|\bplus\b)\s*", re.IGNORECASE)


def conclude(known: Known, vocabulary: Vocabulary) -> Conclusions:
    """Each regimen once a document, with evidence of its parts from every definition, and its meaning if it has one."""
    found = Conclusions("regimens", known.reading.record)
    nodes: dict[tuple[str, frozenset[str]], str] = {}
    for passage in known.reading.passages:
        if "(" not in passage.words.text:
            continue
        firsts: dict[tuple[str, str], int] = {}
        drugs = vocabulary.names.mentions(passage.words.text, ("drug", "mechanism"))
        for group in groups(passage.words.text, drugs):
            name = name_of(passage.words.text, group)
            parts = frozenset(mention.match.concept.iri for mention in group)
            if name and len(parts) > 1 and is_short_name(passage.words.text[slice(*name)]):
                what = (passage.words.text[slice(*name)], parts)
                node = nodes.setdefault(what, under(known.reading.record, "regimen", len(nodes) + 1))
                definition(node, passage, name, group, vocabulary, found)
                firsts.setdefault((what[0], node), max(group[-1].end, name[1]) + 1)
        for (label, node), after in firsts.items():
            later_mentions(passage, label, node, after, known, found)
    return found


def groups(text: str, mentions: list[Mention]) -> list[list[Mention]]:
    """Runs of names with nothing between them but commas, plus signs and conjunctions."""
    runs: list[list[Mention]] = []
    for mention in mentions:
        if runs and _JOINED.fullmatch(text[runs[-1][-1].end : mention.start]):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return [run for run in runs if len(run) > 1]


def name_of(text: str, group: list[Mention]) -> tuple[int, int] | None:
    """Place of the short name that a run of names is given in brackets, or that gives the run in brackets."""
    after = _NAME_AFTER.match(text, group[-1].end)
    if after:
        return after.span("name")
    before = _NAME_BEFORE.search(text, 0, group[0].start) if text[group[-1].end :].lstrip().startswith(")") else None
    return before.span("name") if before else None


def is_short_name(name: str) -> bool:
    """Whether a bracketed word is made of the letters of something, and is no table, grade or company."""
    return sum(character.isupper() for character in name) > 1


def definition(
    node: str,
    passage: Passage,
    name: tuple[int, int],
    group: list[Mention],
    vocabulary: Vocabulary,
    found: Conclusions,
) -> None:
    """Parts and meaning of a regimen by one definition of it."""
    words = passage.words
    label = words.text[slice(*name)]
    found.describe(RegimenMention(iri=node, label=label))
    start, end = min(group[0].start, name[0]), max(group[-1].end, name[1]) + 1
    quote = Quote.from_passage(words, start, end)
    for mention in group:
        found.conclude(
            node,
            P.REGIMEN_COMPONENT,
            f"<{mention.match.concept.iri}>",
            rule="regimen-defined-in-words",
            quote=quote,
            basis="STATED",
            matched=mention.match.name,
            match_kind=mention.match.how,
        )
    regimen = vocabulary.names.find(label, ("regimen",))
    if regimen and {mention.match.concept.key for mention in group} == parts_of(regimen.concept):
        found.conclude(
            node,
            P.DENOTES,
            f"<{regimen.concept.iri}>",
            rule="regimen-by-name-and-parts",
            quote=quote,
            matched=regimen.name,
            match_kind=regimen.how,
            confidence="0.98",
        )


def later_mentions(passage: Passage, label: str, node: str, after: int, known: Known, found: Conclusions) -> None:
    """Where the words go on to speak of the regimen by the short name they gave it: AG-naive, prior AG."""
    for match in re.finditer(rf"(?<![\w-]){re.escape(label)}(?!\w)", passage.words.text[after:]):
        start, end = (after + place for place in match.span())
        found.conclude(
            known.reading.record,
            P.MENTIONS,
            f"<{node}>",
            rule="short-name-defined-before",
            quote=Quote.from_passage(passage.words, start, end),
            basis="STATED",
            matched=label,
        )


def parts_of(regimen: Concept) -> set[str]:
    """Keys of the parts of a regimen, without their kind."""
    return {key.rpartition(":")[2] for key in regimen.related}
