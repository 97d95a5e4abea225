"""Names of the vocabulary in the words of a document: ``record tg:mentions concept``."""

from __future__ import annotations

from kg.evidence import Quote
from kg.model import predicates as P
from kg.rules.conclusions import Conclusions, Known
from kg.vocab import Vocabulary
from kg.vocab.names import key_of
from kg.vocab.tables import KINDS

TITLE = "Names of the vocabulary found in the words of documents"


def conclude(known: Known, vocabulary: Vocabulary) -> Conclusions:
    """Every name in every passage; the first of several that are written alike in one field."""
    found = Conclusions("mentions", known.reading.record)
    seen: set[tuple[str, str, tuple[str, ...]]] = set()
    for passage in known.reading.passages:
        for mention in vocabulary.names.mentions(passage.words.text, KINDS):
            concept = mention.match.concept
            written = passage.words.text[mention.start : mention.end]
            once = (passage.field, concept.iri, key_of(written))
            if once in seen:
                continue
            seen.add(once)
            found.conclude(
                known.reading.record,
                P.MENTIONS,
                f"<{concept.iri}>",
                rule="name-in-" + passage.field.replace(" ", "-"),
                quote=Quote.from_passage(passage.words, mention.start, mention.end),
                matched=mention.match.name,
                match_kind=mention.match.how,
                confidence="0.95",
            )
    return found
