"""Names of people and offices as records of ClinicalTrials.gov print them, taken apart; each is taken apart once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.extract.legal_forms import is_legal_form
from kg.extract.officials import ORGANISATION, UNIT, affiliations, person
from kg.extract.words import Words

_FORMS_OF_ADDRESS = {"dr", "mr", "mrs", "ms"}


class Named(NamedTuple):
    """A person or office as printed.

    :ivar label: without titles and degrees; empty for none, all words where they are no person's.
    :ivar places: organisations that the same line names.
    :ivar offices: offices of a trial and numbers of its sites that it names.
    """

    label: str
    given: str | None
    family: str | None
    suffix: str | None
    degree: str | None
    places: tuple[str, ...]
    offices: tuple[str, ...] = ()


# Names of offices and of organisations stand in many records, and one takes 20 µs to take apart.
@lru_cache(maxsize=8192)
def named(text: str) -> Named:
    """A name taken apart; what follows it and is neither degree nor organisation is a title.

    >>> named("Ada van Lark, MD, PhD")[:5]
    ('Ada van Lark', 'Ada', 'van Lark', None, 'MD, PhD')
    >>> named("Ada Lark, MD, Head of Birds").degree, named("Director, Clinical Operations").label
    ('MD, Head of Birds', 'Director, Clinical Operations')
    """
    name = person(Words.at(text, 0, len(text)))
    given, family, suffix, degree = (
        part.text if part else None for part in (name.given, name.family, name.suffix, name.degree)
    )
    places, offices = (tuple(part.text for part in parts) for parts in (name.affiliations, name.offices))
    if not places or (_is_organisation(places[0]) and not is_legal_form(places[0].split()[0])):
        return Named(name.name.text, given, family, suffix, degree, places, offices)
    if family:
        return Named(name.name.text, given, family, suffix, ", ".join(filter(None, (degree, *places))), (), offices)
    # An office, a company with its legal form, or a name that cannot be told from what follows it.
    return Named(text.strip(), None, None, None, None, ())


def _is_organisation(words: str) -> bool:
    return bool(ORGANISATION.search(words) or UNIT.match(words))


@lru_cache(maxsize=8192)
def places_of(text: str) -> tuple[str, ...]:
    """Organisations of an affiliation, one for each; none for no words.

    >>> places_of("Lark Hospital, Wren University")
    ('Lark Hospital', 'Wren University')
    """
    return tuple(found.text for found in affiliations(Words.at(text, 0, len(text)))) if text else ()


def titles_of(written: Iterable[str | None]) -> str | None:
    """Degrees and titles as one text, each once; one that another begins with is part of it.

    Forms of address add nothing to them.

    >>> titles_of(["MD", "M.D., PhD", None, "Professor of Haematology", "Prof."])
    'M.D., PhD, Professor of Haematology'
    """
    kept: dict[str, str] = {}
    for words in written:
        letters = _letters(words) if words else ""
        if letters and not (kept and letters in _FORMS_OF_ADDRESS) and not any(k.startswith(letters) for k in kept):
            kept = {one: title for one, title in kept.items() if not letters.startswith(one)} | {letters: words or ""}
    return ", ".join(kept.values()) or None


def distinct(places: Sequence[str]) -> tuple[str, ...]:
    """Organisations in order, those that differ by no letter once.

    >>> distinct(["Lark Hospital", "LARK Hospital.", "Wren University"])
    ('Lark Hospital', 'Wren University')
    """
    if len(places) < 2:
        return tuple(places)
    found: dict[str, str] = {}
    for place in places:
        found.setdefault(_letters(place) or place, place)
    return tuple(found.values())


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))
