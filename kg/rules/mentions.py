"""Names of the vocabulary in the words of a document: ``record tg:mentions concept``."""

from __future__ import annotations

from kg.document import Passage
from kg.evidence import Quote
from kg.model import predicates as P
from kg.rules.conclusions import Conclusions, Known
from kg.rules.cues import is_tested
from kg.rules.senses import has_other_sense
from kg.vocab import Mention, Vocabulary
from kg.vocab.names import key_of
from kg.vocab.tables import KINDS

TITLE = "Names of the vocabulary found in the words of documents"


def conclude(known: Known, vocabulary: Vocabulary) -> Conclusions:
    """Every name in every passage; the first of several written alike in one paragraph."""
    found = Conclusions("mentions", known.reading.record)
    seen: set[tuple[int, int, str, tuple[str, ...]]] = set()
    for number, passage in enumerate(known.reading.passages):
        for mention in vocabulary.names.mentions_and_sharing(passage.words.text, KINDS):
            concept = mention.match.concept
            if has_other_sense(passage.words.text, mention, known, vocabulary):
                continue
            written = passage.words.text[mention.start : mention.end]
            once = (number, passage.words.text.count("\n", 0, mention.start), concept.iri, key_of(written))
            if once in seen:
                continue
            seen.add(once)
            found.conclude(
                known.reading.record,
                P.MENTIONS,
                f"<{concept.iri}>",
                rule=rule_of(passage, mention),
                quote=Quote.from_passage(passage.words, mention.start, mention.end),
                matched=mention.match.name,
                match_kind=mention.match.how,
                confidence="0.95",
            )
    return found


def rule_of(passage: Passage, mention: Mention) -> str:
    """Name of the rule: the field, and of a title whether what is named is something else than what is tested."""
    rule = "name-in-" + passage.field.replace(" ", "-")
    is_therapy = mention.match.concept.kind in ("drug", "mechanism", "regimen")
    if passage.field == "title" and is_therapy and not is_tested(passage.words.text, mention.start, mention.end):
        return rule + "-not-as-tested"
    return rule
