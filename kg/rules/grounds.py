"""What a record must speak of for a short or general name to mean there what it means in oncology.

MCL is a ligament of the knee too, GBM a membrane of the kidney, NPC a disease of lipids, MET metformin; allergies are
treated by immunotherapy, and the menopause by hormone therapy. Of 482 pairs of an acronym and a record in the corpus
these grounds take away four, all of something else.
"""

from __future__ import annotations

import re

from kg.rules.conclusions import Known
from kg.vocab import Match, Vocabulary
from kg.vocab.names import is_acronym, key_of
from kg.vocab.tables import Concept

_CANCER = re.compile(
    r"\b(?:cancer|carcino|tumou?r(?! necrosis)|neoplas|malignan|oncolog|metasta|adenoma|gliom|melanom|mesotheliom"
    r"|leuka?emi|lymphoma|sarcom|myelom(?!ening)|myelodysplas|myeloproliferat|chemotherap|nsclc\b|hnscc\b|dlbcl\b)"
    r"|(?:lymphoma|sarcoma|carcinoma|blastoma)",
    re.IGNORECASE,
)
# Ways of acting that treat tumours alone, or nearly: the mechanisms and all that are narrower.
_OF_TUMOURS = frozenset(
    (
        "apoptosis-modulator",
        "car-t-cell-therapy",
        "cell-depleting-antibody",
        "cytotoxic-chemotherapy",
        "dna-damage-response-inhibitor",
        "epigenetic-modulator",
        "immune-checkpoint-blockade",
        "kinase-inhibitor",
        "kras-inhibitor",
        "proteasome-inhibitor",
        "t-cell-engager",
    )
)
# Too common to tell what a record is about.
_COMMON_WORDS = (
    "acute adult cells central chronic disease large nervous primary small stem stromal syndrome system tumor versus"
)
_COMMON = frozenset(_COMMON_WORDS.split())
# Diseases that lie under no tumour: catheters, dressings and vaccines are given in them too.
_NO_TUMOURS = frozenset(
    (
        "aplastic-anemia",
        "febrile-neutropenia",
        "graft-versus-host-disease",
        "hemophagocytic-lymphohistiocytosis",
        "immune-thrombocytopenia",
        "neutropenia",
    )
)
_GENERAL = frozenset(("hormone-therapy", "immunotherapy"))


def is_in_place(match: Match, known: Known, vocabulary: Vocabulary) -> bool:
    """Whether a record gives ground for what a name means, where the name is such that it needs one.

    Acronyms of conditions and of regimens, those of targets that have three letters and no digit, and the general
    names of therapies need it.
    """
    concept, name = match.concept, match.name
    if concept.kind == "mechanism":
        return concept.key not in _GENERAL or speaks_of_cancer(known)
    if concept.kind not in ("condition", "regimen", "target") or not name.isalpha() or not is_acronym(name):
        return True
    if concept.kind == "target":
        return len(name) > 3 or (speaks_of_cancer(known) and not is_drug_cut_short(name, known, vocabulary))
    if concept.kind == "regimen":
        return known.once("ground", concept.iri, lambda: has_ground_of_regimen(concept, known, vocabulary))
    return speaks_of_cancer(known) or known.once(
        "ground", concept.iri, lambda: has_own_words(concept, known) or names_therapy_of_tumours(known, vocabulary)
    )


def speaks_of_cancer(known: Known) -> bool:
    """Whether a record has a word of tumours or their treatment."""
    return known.once("ground", "cancer", lambda: any(_CANCER.search(text) for text in known.texts()))


def has_own_words(concept: Concept, known: Known) -> bool:
    """Whether a record has a word of the concept's longer names, such as graft for GVHD."""
    own = {
        word
        for name in (concept.label, *concept.alt_labels)
        if not is_acronym(name)
        for word in key_of(name)
        if len(word) > 4 and word not in _COMMON
    }
    return any(not own.isdisjoint(key_of(text)) for text in known.texts())


def names_therapy_of_tumours(known: Known, vocabulary: Vocabulary) -> bool:
    """Whether a record names a drug or mechanism that is given for tumours."""
    return any(
        not _OF_TUMOURS.isdisjoint(lineage)
        for text in known.texts()
        for mention in vocabulary.names.mentions(text, ("drug", "mechanism"))
        for lineage in vocabulary.lineages[mention.match.concept.iri]
    )


def has_ground_of_regimen(concept: Concept, known: Known, vocabulary: Vocabulary) -> bool:
    """Whether a record names a tumour of the vocabulary, or a drug that a regimen consists of.

    PCV is a vaccine and a number of cells as well as chemotherapy, VAC a dressing, CAG a look at arteries.
    """
    parts = set(concept.related)
    return any(
        mention.match.concept.key in parts
        or (mention.match.concept.kind == "condition" and mention.match.concept.key not in _NO_TUMOURS)
        for text in known.texts()
        for mention in vocabulary.names.mentions(text, ("condition", "drug"))
    )


def is_drug_cut_short(name: str, known: Known, vocabulary: Vocabulary) -> bool:
    """Whether an acronym is the beginning of a drug that the record names: MET where it names metformin."""

    def answer() -> bool:
        return any(
            mention.match.name.upper().startswith(name)
            for text in known.texts()
            for mention in vocabulary.names.mentions(text, ("drug",))
        )

    return known.once("cut short", name, answer)
