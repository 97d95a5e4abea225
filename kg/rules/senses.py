"""Whether a name that a text holds means there what it means in the vocabulary."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.rdf.iris import entity
from kg.rules.abbreviations import is_explained_otherwise
from kg.rules.conclusions import Known
from kg.rules.grounds import is_in_place
from kg.vocab import Match, Mention, Vocabulary

_DNA = entity("target", "dna")
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


# A cytokine that is measured, made or blocked, or a part of what a gene was brought into, is nothing that is given.
_CYTOKINE = _beside(
    r"\banti-|\b(?:serum|plasma|soluble|encoding|expressing|levels? of|production of|secretion of|expression of"
    r"|release of|concentrations? of) |\b(?:IL|TNF|IFN)[- ]?\w{1,6}(?:,| and|, and|/) ?|(?<!peg)(?<!dose)(?<=\w)-",
    r"[- ]?(?:receptors?|R\b|R[αa]\b|levels?|product|secret|express|induc|gene|mRNA|release|signal|concentration"
    r"|plasmid|transfect|transduc|deficien|pathway|antagonist|inhibitor|blocker|dependent|vaccine)"
    r"|(?:,|/| and| or|, and) ?(?:IL|interleukin|TNF|IFN[- ]?(?:γ|gamma))\b",
)

# Of a kind, or of one name. Each was met in a record: immunotherapy of allergies, a virus and a protein that are
# named for a tumour, leukemia as what a graft is for, the proteins that inhibit kinases, hormones that are replaced,
# the next members of the family of VEGF.
_OTHER_SENSES = {
    "condition": _beside(
        r"\bgraft[- ](?:versus|vs\.?)[- ]|\bdeleted in |\b(?:herpes)?virus(?:es)?, ",
        r"(?:[- ]associated)?[ -](?:herpes)?virus\b|[ -]binding protein|[ -]proteins?\b"
        r"|(?:['’]s)?[- ](?:resistan(?:ce|t) proteins?|susceptibility proteins?|differentiation[- ]associated"
        r"|inhibitory factor)|(?:['’]s)? \([A-Z0-9]{2,5}\)[ -]gene\b",
    ),
    "mechanism": _beside(after=r"[- ]binding globulin"),
    "immunotherapy": _beside(
        r"\b(?:allerg\w*|venom|pollen|peanut|milk|egg|mite|food|grass|anti-?IgE)[- ](?:[\w-]+[- ])?"
        r"|\b(?:oral|sublingual|epicutaneous|intralymphatic)[- ](?:(?:allergen|egg|food|milk|nut|peanut|wheat)[- ])?"
        r"|(?<!-)(?<!antigen )(?<!tumor )(?<!tumour )(?<!cancer )(?<!patient )\bspecific ",
        r"(?:s|es)?\s*\((?:OIT|SLIT|SCIT|AIT|EPIT)\)|.{0,60}\b(?:pollen|allergen|venom|mite)s?\b",
    ),
    "cyclin-dependent kinase inhibitor": _beside(after=r"s?[ ,]+p\d\d"),
    "CAG": _beside(after=r"[- ]repeats?\b"),
    "DR5": _beside(r"\bHLA[- ]"),
    "GBM": _beside(r"\banti-"),
    "IL-2": _CYTOKINE,
    "interleukin-2": _CYTOKINE,
    "PCV": _beside(r"(?:valent|pneumococcal)[- ]"),
    "VAC": _beside(after=r" (?:therapy|dressings?)\b.{0,20}\bwounds?\b"),
    "VEGF": _beside(after=r"[- ]?[B-E]\b"),
    "glucocorticoid": _beside(after=r"[- ](?:induced|inducible|regulated)\b.{0,20}kinase"),
    "hormone therapy": _beside(
        r"\b(?:growth|thyroid|parathyroid|menopausal|gender[- ]affirming|replacement)[- ]", r" replacement"
    ),
}

# Lists of diseases have benign tumours under the name that they have cancers under: "Benign Breast Neoplasms".
_BENIGN = re.compile(r"\b(?:benign|non-?malignant|non-?cancerous)(?:,| tumou?rs? of(?: the)?)?\s+$", re.IGNORECASE)
_EITHER_KIND = re.compile(r"(?:neoplasm|tumou?r)s?$", re.IGNORECASE)


def has_other_sense(text: str, mention: Mention, known: Known, vocabulary: Vocabulary) -> bool:
    """Whether a name in a text means something else there: by the words beside it, or by what the record says."""
    # In a text it is what blood is taken for, what a vaccine is made of or what is measured: 102 of 107 records.
    if mention.match.concept.iri == _DNA:
        return True
    before = text[max(0, mention.start - _BESIDE) : mention.start]
    if (
        mention.match.concept.label.endswith("cancer")
        and _EITHER_KIND.search(mention.match.name)
        and _BENIGN.search(before)
    ):
        return True
    for beside in (_OTHER_SENSES.get(mention.match.concept.kind), _OTHER_SENSES.get(mention.match.name)):
        if not beside:
            continue
        if beside.before and beside.before.search(before):
            return True
        if beside.after and beside.after.match(text[mention.end : mention.end + _BESIDE]):
            return True
    return has_other_sense_in_record(mention.match, known, vocabulary)


def has_other_sense_in_record(match: Match, known: Known, vocabulary: Vocabulary) -> bool:
    """Whether a record uses a name for something else: an acronym spelt out otherwise, or a name out of place."""
    return not is_in_place(match, known, vocabulary) or is_explained_otherwise(match, known, vocabulary)
