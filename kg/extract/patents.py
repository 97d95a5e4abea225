"""Patents and applications that words name by their publication number.

Offices and kind codes: WIPO standards ST.3 and ST.16.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.words import Words

_OFFICE = "WO|EP|US|CN|JP|KR|CA|AU|GB|DE|FR|ES|IT|NL|SE|CH|DK|FI|NO|TW|IN|IL|RU|BR|MX|SG|HK|NZ|ZA"
_SERIAL = r"(?:19|20)\d\d[/ ]?\d{5,7}|\d{1,3}(?:,\d{3}){2}|\d{6,12}"
_NUMBER = re.compile(
    rf"\b(?P<office>{_OFFICE})(?P<said> [Pp]atents?(?: [Aa]pplications?)?(?: [Nn]o\.?| [Nn]umber)? )?[ -]?"
    rf"(?P<serial>{_SERIAL})(?:[ -]?(?P<kind>[ABCUY]\d?))?\b(?![\d/-])"
)
# A quotation mark that is not closed soon opens no title.
_TITLE = re.compile(r"\s*[(,:]?\s*(?:titled|entitled)?\s*(?:“(?P<curly>[^”]{1,1000})”|\"(?P<plain>[^\"]{1,1000})\")")
_SAID = re.compile(r"patents?\b[^.;]{0,25}$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;](?=\s|$)")
_NEAR = 40


@dataclass(frozen=True, slots=True)
class PatentNumber:
    """A patent or application.

    :ivar number: office, serial number and kind code without spaces and punctuation.
    :ivar office: two letters; ``WO`` for the international one.
    :ivar kind: such as A1, an application, or B2, a patent; None where it is not printed.
    :ivar title: quoted words that follow.
    :ivar sentence: from the number to the end of its sentence.
    """

    number: str
    office: str
    kind: str | None
    words: Words
    title: Words | None
    sentence: Words


def patent_numbers(words: Words) -> Iterator[PatentNumber]:
    """Every number with a kind code, and those without one that the word patent stands before.

    Grants look alike: ``CA183081`` is one of the National Cancer Institute.

    >>> text = "on patent application WO2021110011A1 (“Combination of inhibitors”), and grant CA183081"
    >>> [(p.number, p.kind, p.title.text) for p in patent_numbers(Words.at(text, 0, len(text)))]
    [('WO2021110011A1', 'A1', 'Combination of inhibitors')]
    """
    # Many numbers may stand in one sentence, whose end is looked for once.
    ends = -1
    for found in _NUMBER.finditer(words.text):
        before = words.text[max(0, found.start() - _NEAR) : found.start()]
        if not (found["kind"] or found["said"] or _SAID.search(before)):
            continue
        title = _TITLE.match(words.text, found.end())
        if ends < found.end():
            end = _SENTENCE_END.search(words.text, found.end())
            ends = end.start() if end else len(words.text)
        yield PatentNumber(
            found["office"] + re.sub(r"\W", "", found["serial"]) + (found["kind"] or ""),
            found["office"],
            found["kind"],
            words.part(*found.span()),
            words.part(*title.span(title.lastgroup or 0)) if title else None,
            words.part(found.start(), ends),
        )
