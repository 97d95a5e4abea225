"""Short names that a document itself explains as something else: ``altered peptide ligand (APL)`` is no leukemia."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.acronyms import abbreviates
from kg.rules.conclusions import Known
from kg.vocab import Match, Vocabulary
from kg.vocab.names import is_acronym, key_of

# Genes and proteins are explained in words that share nothing with their names: cluster of differentiation 20 (CD20).
_PROTEIN_WORDS = (
    "acid antigen cell differentiation domain enzyme factor gene glycoprotein homolog inhibitor kinase ligand oncogene"
    " polymerase protein receptor reductase suppressor synthase transition tumor"
)
_OF_PROTEINS = frozenset(_PROTEIN_WORDS.split())
# As far before a bracket as the words can reach that it abbreviates.
_WINDOW = 120


def is_explained_otherwise(match: Match, known: Known, vocabulary: Vocabulary) -> bool:
    """Whether a match is by an acronym that the document spells out, always in words of something else.

    Words before the bracket that make the acronym and share none with the concept's names, nor name a part of it: of
    466 such explanations in the corpus four are of something else, and no other is taken for one.
    """
    if not is_acronym(match.name):
        return False

    def answer() -> bool:
        told = [before for before in explanations(match.name, known) if abbreviates(match.name, "x " + before)]
        return bool(told) and not any(is_about(before, match, vocabulary) for before in told)

    return known.once(match.name, match.concept.iri, answer)


def explanations(acronym: str, known: Known) -> Iterator[str]:
    """What stands before the acronym in brackets, wherever it does."""
    for text in known.texts():
        at = text.find(f"({acronym})")
        while at >= 0:
            yield text[max(0, at - _WINDOW) : at].rpartition("\n")[2]
            at = text.find(f"({acronym})", at + 1)


def is_about(words: str, match: Match, vocabulary: Vocabulary) -> bool:
    """Whether words share one with a name of the concept, or name a part of it."""
    concept = match.concept
    own = {word for name in (concept.label, *concept.alt_labels) for word in key_of(name)}
    last = key_of(words)[-2 * len(match.name) :]
    if not own.isdisjoint(last) or (concept.kind == "target" and not _OF_PROTEINS.isdisjoint(last)):
        return True
    named = {
        mention.match.concept.key for mention in vocabulary.names.mentions(words, ("drug", "mechanism", "condition"))
    }
    return bool(named & {concept.key, *(key.rpartition(":")[2] for key in concept.related)})
