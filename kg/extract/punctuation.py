"""Full stops that end a sentence, told from those that belong to the last word."""

from __future__ import annotations

import re

from kg.extract.words import Words

# Inc., Co., Ltd., B.V., U.K. and the like.
_SHORT = "Inc|Incorp|Ltd|Ltda|Co|Corp|Pvt|Pty|Bros|Cie|Dept|Univ|Hosp|Jr|Sr|St|No|al"
_ABBREVIATED = re.compile(rf"(?:\b(?:{_SHORT})|(?:^|[^\w])\w(?:\. ?\w)+)\.$")
_LONGEST = 16
# One of these, or a full stop two or three characters before the last, is in every abbreviation; looking for them is a
# tenth of the cost of the expression.
_ENDS = tuple(f"{end}." for end in _SHORT.split("|"))
_SENTENCE_END = re.compile(r"\.(?=\s+[\"“(©]?[A-Z0-9©])")


def without_full_stop(words: Words) -> Words:
    """The words without white space and final punctuation; a full stop of an abbreviation stays.

    >>> [without_full_stop(Words.at(t, 0, len(t))).text for t in ("Suzhou, China.", "Elsevier Inc.", "Elsevier B.V.")]
    ['Suzhou, China', 'Elsevier Inc.', 'Elsevier B.V.']
    """
    text = words.text.rstrip(" \t,;:")
    if text.endswith(".") and not _is_abbreviated(text):
        text = text.rstrip(" \t,;:.")
    start = len(text) - len(text.lstrip(" \t,;:"))
    return words if (start, len(text)) == (0, len(words.text)) else words.part(start, max(start, len(text)))


def _is_abbreviated(text: str) -> bool:
    may_be = "." in text[-4:-1] or text.endswith(_ENDS)
    return may_be and bool(_ABBREVIATED.search(text[-_LONGEST:]))


def first_sentence(words: Words) -> Words:
    """The words up to the first full stop that is not of an abbreviation and has a new sentence after it."""
    for stop in _SENTENCE_END.finditer(words.text):
        if not _ABBREVIATED.search(words.text[max(0, stop.end() - _LONGEST) : stop.end()]):
            return words.part(0, stop.end())
    return words
