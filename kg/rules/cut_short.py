"""Drugs by the beginnings of their names, as clinics write combinations: ``Carbo/Taxol``, ``Pembro + Lenva``."""

from __future__ import annotations

import re

from kg.rules.cues import parts_given_together
from kg.vocab import Match, Vocabulary

# Ends in a vowel, so that strep, chlor and meth are none.
_BEGINNING = re.compile(r"[a-z]{3,9}[aeio]", re.IGNORECASE)


def cut_short(word: str, vocabulary: Vocabulary) -> Match | None:
    """The one drug whose name a word begins; only good for what stands beside other drugs in an entry."""
    drug = vocabulary.beginnings.get(word.lower()) if _BEGINNING.fullmatch(word) else None
    return Match(drug, drug.label, "SYNONYM") if drug else None


def all_cut_short(label: str, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """Places of the parts of an entry that are given together, if each is the beginning of a drug's name."""
    places = parts_given_together(label, by_sign=False)
    return places if len(places) > 1 and all(cut_short(label[slice(*place)], vocabulary) for place in places) else []
