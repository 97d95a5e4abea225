"""What an index says of an article in one line: headings, substances, grants."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.words import Words

_SUBSTANCE = re.compile(r"(?P<number>EC [\d.\-n]+|[^\s(]+) \((?P<name>.+)\)")
# NLM writes the institute as two letters (CA, MD), others as letters and an underscore (MRC_, WT_).
_INSTITUTE = re.compile(r"[A-Z]{2}|[A-Za-z]{1,4}_|ImNIH")


@dataclass(frozen=True, slots=True)
class Heading:
    """A MeSH heading.

    :ivar name: the descriptor's name.
    :ivar qualifiers: names of its qualifiers.
    :ivar major: those of the qualifiers that are a main topic.
    :ivar is_major: whether the descriptor or a qualifier is one.
    """

    name: Words
    qualifiers: tuple[Words, ...]
    major: tuple[Words, ...]
    is_major: bool


def heading(words: Words) -> Heading:
    """A heading as ``Descriptor/qualifier/*qualifier``; the star marks main topics.

    >>> found = heading(Words.at("Pancreatic Neoplasms/*drug therapy/genetics", 0, 43))
    >>> found.name.text, [q.text for q in found.qualifiers], [q.text for q in found.major], found.is_major
    ('Pancreatic Neoplasms', ['drug therapy', 'genetics'], ['drug therapy'], True)
    """
    name, *qualifiers = words.split("/") or [words]
    major = tuple(part.strip("*") for part in qualifiers if part.text.startswith("*"))
    plain = tuple(part.strip("*") for part in qualifiers)
    return Heading(name.strip("*"), plain, major, bool(major) or name.text.startswith("*"))


def substance_of(words: Words) -> tuple[Words | None, Words]:
    """Registry number and name of a substance printed as ``number (name)``; without a number the name alone.

    >>> number, name = substance_of(Words.at("0 (Poly(A))", 0, 11))
    >>> number.text, name.text
    ('0', 'Poly(A)')
    """
    found = _SUBSTANCE.fullmatch(words.text)
    if not found:
        return None, words
    return words.part(*found.span("number")), words.part(*found.span("name"))


@dataclass(frozen=True, slots=True)
class Money:
    """A grant; each part may be missing."""

    number: Words | None
    acronym: Words | None
    agency: Words | None
    country: Words | None


def money(words: Words) -> Money:
    """A grant as ``number/institute/agency/country``: numbers hold strokes, and the institute may be left out.

    >>> found = money(Words.at("MR/R015600/1/MRC_/Medical Research Council/United Kingdom", 0, 57))
    >>> found.number.text, found.acronym.text, found.agency.text
    ('MR/R015600/1', 'MRC_', 'Medical Research Council')
    >>> money(Words.at("KU Leuven/", 0, 10)).agency.text
    'KU Leuven'
    """
    cuts = [place for place, letter in enumerate(words.text) if letter == "/"]
    if not cuts:
        return Money(words, None, None, None)
    country = _between(words, cuts[-1] + 1, len(words.text))
    if len(cuts) == 1:
        return Money(None, None, _between(words, 0, cuts[0]), country)
    agency, end, acronym = _between(words, cuts[-2] + 1, cuts[-1]), cuts[-2], None
    start = cuts[-3] + 1 if len(cuts) > 2 else 0
    if start and _INSTITUTE.fullmatch(words.text[start:end]):
        acronym, end = words.part(start, end), start - 1
    return Money(_between(words, 0, end), acronym, agency, country)


def _between(words: Words, start: int, end: int) -> Words | None:
    part = words.part(start, end).strip()
    return part if part.text else None
