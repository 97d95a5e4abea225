"""Lists that stand on one line: items with numbers that rise by one, or with bullets.

Registries and those who copy from them lose ends of lines. Numbers are taken for those of items only as far as they
rise by one in one form, since a sentence has others: grades, stages and references.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.extract.words import Words

_MARK = re.compile(
    r"(?<![^\s;,.:\u3002\uff0c\uff1a\uff1b\u3001])(?<!\d[.,])(?P<open>[(\uff08]?)(?P<number>\d{1,2})"
    r"(?P<close>[.)\u3001\uff09\uff0e])(?!\d)\s*(?=\S)"
)
# Forms of one mark in Western and Chinese letters.
_WESTERN = str.maketrans("\uff08\uff09\uff0e", "().")
_ENDS = ".;,:?!)]\u3002\uff0c\uff1a\uff1b\uff01\uff1f\uff09"
# Words before a number that is none of an item, at the end of a sentence or not.
_COUNTED = re.compile(
    r"(?:[-–/<>=≤≥+~]|\b(?:grades?|stages?|phases?|types?|class|levels?|versions?|days?|weeks?|months?|years?|visits?"
    r"|cycles?|groups?|arms?|cohorts?|parts?|steps?|tables?|figures?|appendix|sections?|criteri(?:on|a)|items?|category"
    r"|scores?|status|ecog|ps|nyha|asa|number|numbers|n[ro]\.|fig\.|vol\."
    r"|than|least|most|of|to|is|was|at|by|from|under|over|above|below|within|x|×))\s*\Z",
    re.IGNORECASE,
)
_ALTERNATIVE = re.compile(r"\d\s*(?:,|or|and|to|&)\s*\Z", re.IGNORECASE)
_LONGEST_COUNTED = 20
_BULLETS = "•●◦○‣▪■□➢✓"
_DASHES = "-–—"


class Item(NamedTuple):
    """One item of a list.

    :ivar mark: its number or bullet as printed.
    :ivar words: what it says.
    :ivar start: where its mark begins in the words of the line.
    """

    mark: Words
    words: Words
    start: int


def numbered_items(words: Words, form: str, number: int) -> list[Item]:
    """The items that follow the first of a line, whose number goes on with it.

    None where the numbers begin anew, as those of a list within an item do.

    :param words: what stands behind the mark of the first item.
    :param form: marks around that number, as :func:`form_of` gives them.
    :param number: that number.

    >>> def numbers(text):
    ...     found = numbered_items(Words.of_value(text), ".", 1)
    ...     return [item.words.text for item in found]
    >>> numbers("Age over 18. 2. ECOG of 1 or 2. Life expectancy 3. Consent")
    ['ECOG of 1 or 2. Life expectancy', 'Consent']
    >>> numbers("Toxicity of grade 2. Fever"), numbers("Any of 1. Fever 2. Pain")
    ([], [])
    """
    text, marks, reached, depth = words.text, list[re.Match[str]](), 0, 0
    for found in _MARK.finditer(text):
        if (found["open"] + found["close"]).translate(_WESTERN) != form:
            continue
        depth += _open_brackets(text, reached, found.start())
        reached = found.start() if found["open"] else found.end()
        # Whose bracket ends that of words, as in: (phase 2)
        closes = depth > 0 and not found["open"]
        depth = max(0, depth - 1 if closes and form == ")" else depth)
        if int(found["number"]) == 1 and not closes:
            return []
        if int(found["number"]) == number + len(marks) + 1 and not closes and _begins(found, form):
            marks.append(found)
    return _items(words, marks)


def form_of(mark: str) -> str:
    """What stands around the number of a mark, in Western letters; empty for a mark that is no number.

    >>> form_of("(1)"), form_of("2."), form_of("3\uff09"), form_of("1.\uff09"), form_of("•")
    ('()', '.', ')', '', '')
    """
    return _taken_apart(mark)[0]


def number_of(mark: Words) -> int | None:
    """The number of a mark; None for a bullet."""
    return _taken_apart(mark.text)[1]


# Most marks are among a few dozen; looking at each anew, a loader took 975 µs a record in place of 915.
@lru_cache(maxsize=1000)
def _taken_apart(mark: str) -> tuple[str, int | None]:
    found = _MARK.match(mark + "a")
    if not found:
        return "", None
    form = (found["open"] + found["close"]).translate(_WESTERN) if found.end() == len(mark) else ""
    return form, int(found["number"])


def first_item(words: Words) -> Item | None:
    """The first item of a line, with its number or its bullet; None for a line that begins with none."""
    text = words.text
    found = _MARK.match(text)
    end = found.end() if found else 1 if text[:1] in _BULLETS + _DASHES and text[1:2] == " " else 0
    return Item(words.stripped(0, end), words.stripped(end, len(text)), 0) if end else None


def bulleted_items(words: Words, bullet: str, *, least: int) -> list[Item]:
    """The items that begin with a bullet within a line.

    A dash stands between words, too: it is a bullet before a capital, where there are two at least.

    :param bullet: that of the first item; empty for any, but no dash.
    :param least: how many there must be.
    """
    text = words.text
    if not bullet:
        bullet = next((letter for letter in text if letter in _BULLETS), "")
    if not bullet or bullet not in text or bullet not in _BULLETS + _DASHES:
        return []
    follows = r"\s+(?=[A-Z≥≤<>])" if bullet in _DASHES else r"\s*(?=[\w(<>≥≤])"
    marks = list(re.finditer(rf"(?:(?<=\s)|\A){re.escape(bullet)}{follows}", text))
    return _items(words, marks) if len(marks) >= max(least, 2 if bullet in _DASHES else 1) else []


def _items(words: Words, marks: list[re.Match[str]]) -> list[Item]:
    ends = [*(mark.start() for mark in marks[1:]), len(words.text)] if marks else []
    return [
        Item(words.stripped(*mark.span()), words.stripped(mark.end(), end), mark.start())
        for mark, end in zip(marks, ends, strict=True)
    ]


def _open_brackets(text: str, start: int, end: int) -> int:
    opened = text.count("(", start, end) + text.count("\uff08", start, end)
    return opened - text.count(")", start, end) - text.count("\uff09", start, end)


def _begins(mark: re.Match[str], form: str) -> bool:
    """Whether a number that goes on with the one before begins an item, by the words around it."""
    text, start = mark.string, mark.start()
    before = text[max(0, start - _LONGEST_COUNTED) : start].rstrip()
    if not before or (form == "()" and not before.endswith(tuple("-–/"))):
        return bool(before)
    if _COUNTED.search(before) or (form == "." and _ALTERNATIVE.search(before)):
        return False
    # A dot ends sentences as well, where a bracket with no other and the Chinese comma end a number only.
    return form != "." or before[-1] in _ENDS or not text[mark.end()].islower()
