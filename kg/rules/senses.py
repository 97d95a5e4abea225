"""Whether a name that a text holds means there what it means in the vocabulary."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.model import ConditionName
from kg.rules.abbreviations import is_explained_otherwise
from kg.rules.conclusions import Known
from kg.vocab import Match, Mention, Vocabulary
from kg.vocab.names import is_acronym

# How far beside a name its sense shows, in characters.
_BESIDE = 80


class Beside(NamedTuple):
    """What stands before a name, or behind it, where it means something else; either may be empty."""

    before: re.Pattern[str] | None
    after: re.Pattern[str] | None


def _beside(before: str = "", after: str = "") -> Beside:
    return Beside(
        re.compile(rf"(?:{before})$", re.IGNORECASE) if before else None,
        re.compile(after, re.IGNORECASE) if after else None,
    )


# Of a kind, or of one name. Each was met in a record: immunotherapy of allergies, a virus and a protein that are
# named for a tumour, leukemia as what a graft is for, the proteins that inhibit kinases, hormones that are replaced.
_OTHER_SENSES = {
    "condition": _beside(
        r"\bgraft[- ](?:versus|vs\.?)[- ]",
        r"(?:[- ]associated)?[ -](?:herpes)?virus\b|[ -]binding protein|[ -]proteins?\b",
    ),
    "mechanism": _beside(after=r"[- ]binding globulin"),
    "immunotherapy": _beside(
        r"\b(?:allerg\w*|venom|pollen|peanut|milk|egg|mite|food|grass|anti-?IgE)[- ](?:[\w-]+[- ])?"
        r"|\b(?:oral|sublingual|epicutaneous|intralymphatic)[- ](?:(?:allergen|egg|food|milk|nut|peanut|wheat)[- ])?"
        r"|(?<!-)(?<!antigen )(?<!tumor )(?<!tumour )(?<!cancer )(?<!patient )\bspecific ",
        r"(?:s|es)?\s*\((?:OIT|SLIT|SCIT|AIT|EPIT)\)|.{0,60}\b(?:pollen|allergen|venom|mite)s?\b",
    ),
    "cyclin-dependent kinase inhibitor": _beside(after=r"s?[ ,]+p\d\d"),
    "hormone therapy": _beside(
        r"\b(?:growth|thyroid|parathyroid|menopausal|gender[- ]affirming|replacement)[- ]", r" replacement"
    ),
}


def has_other_sense(text: str, mention: Mention, known: Known, vocabulary: Vocabulary) -> bool:
    """Whether a name in a text means something else there: by the words beside it, or by what the record says."""
    for beside in (_OTHER_SENSES.get(mention.match.concept.kind), _OTHER_SENSES.get(mention.match.name)):
        if not beside:
            continue
        if beside.before and beside.before.search(text[max(0, mention.start - _BESIDE) : mention.start]):
            return True
        if beside.after and beside.after.match(text[mention.end : mention.end + _BESIDE]):
            return True
    return has_other_sense_in_record(mention.match, known, vocabulary)


def has_other_sense_in_record(match: Match, known: Known, vocabulary: Vocabulary) -> bool:
    """Whether a record uses a name for something else: an acronym spelt out otherwise, or one out of place.

    PCV is a vaccine and a number of cells as well as chemotherapy, VAC a dressing, CAG a look at arteries: an acronym
    of a regimen counts in records that name a disease or a part of the regimen.
    """
    if match.concept.kind == "regimen" and is_acronym(match.name) and not has_ground(match, known, vocabulary):
        return True
    return is_explained_otherwise(match, known, vocabulary)


def has_ground(match: Match, known: Known, vocabulary: Vocabulary) -> bool:
    """Whether a record names a disease of the vocabulary, or a drug that a regimen consists of."""

    def answer() -> bool:
        parts = set(match.concept.related)
        texts = [passage.words.text for passage in known.reading.passages]
        texts += [record.label or "" for record in known.all_of(ConditionName)]
        return any(
            mention.match.concept.kind == "condition" or mention.match.concept.key in parts
            for text in texts
            for mention in vocabulary.names.mentions(text, ("condition", "drug"))
        )

    return known.once("", match.concept.iri, answer)
