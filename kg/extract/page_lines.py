"""Lines of a page copied as plain text, each with its bullet, its indentation and the blank line before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kg.extract.words import Words

BULLETS = "•●◦○‣▪■□∙·⁃➢✓*-–—"
# Those that are no sign of anything else, and so a bullet wherever a line begins with them.
ONLY_BULLETS = "•●◦○‣▪■□∙·⁃➢✓"
# A copied "o" is the bullet of a nested list in some browsers and word processors.
_ALONE = BULLETS + "o"
# White space, and what a copied text has in its stead.
_BLANK = " \t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2000\u2001\u2002\u2003\u2009\u200a\u202f\u3000\ufeff\u200b\u2060"
_WORD = re.compile(r"\S+")
_CELL = re.compile(r"[^\t]+")
# As some print .5.
_DECIMAL = re.compile(r"[·∙]\d")
_MARKS = "#*_ :"
_LONGEST_LABEL = 120


class Line(NamedTuple):
    """One line that is not blank.

    :ivar words: what it says, without its bullet; runs of white space folded.
    :ivar printed: the same with its bullet.
    :ivar indent: columns before the bullet or the first letter; a tab counts four.
    :ivar bullet: its bullet; empty for none.
    :ivar gap: whether a blank line or the start of the page stands before it.
    :ivar key: what it says as a label is looked up: lower case, no colon at the end; empty for a line with a bullet
        and for one that is too long for a label.
    :ivar cell: column of a table that was copied with tabs; 0 for the first and for every other line.
    :ivar tab: how many letters stand before the first tab within it; 0 for a line without.
    """

    words: Words
    printed: Words
    indent: int
    bullet: str
    gap: bool
    key: str
    cell: int = 0
    tab: int = 0

    @property
    def text(self) -> str:
        """What it says, without its bullet."""
        return self.words.text


def label_key(text: str) -> str:
    """A label as it is looked up; marks of Markdown are left out.

    >>> label_key("## Study Record Dates"), label_key("Sponsor :")
    ('study record dates', 'sponsor')
    """
    return text.strip(_MARKS).casefold()


def page_lines(text: str) -> list[Line]:
    r"""The lines of a text that are not blank, whichever way its lines end.

    >>> [(line.text, line.bullet, line.indent, line.gap) for line in page_lines("Phase\r\n\r\n  • Phase  3\r\n")]
    [('Phase', '', 0, True), ('Phase 3', '•', 2, True)]
    """
    found: list[Line] = []
    start, gap = 0, True
    # The same length as the text, so that places stay.
    for raw in text.replace("\r\n", " \n").replace("\r", "\n").split("\n"):
        body = raw.strip(_BLANK).strip()
        if body:
            before = raw[: raw.index(body[0])]
            indent = len(before) + 3 * before.count("\t")
            found.append(_line(text, start + len(before), start + len(before) + len(body), indent, gap))
        gap = not body
        start += len(raw) + 1
    return found


def _line(text: str, start: int, end: int, indent: int, gap: bool) -> Line:
    printed = folded(text, start, end)
    if printed.text[1:2] == " " and printed.text[0] in _ALONE:
        return Line(printed.part(2, len(printed.text)), printed, indent, printed.text[0], gap, "")
    key = label_key(printed.text) if end - start <= _LONGEST_LABEL else ""
    # A line without white space but plain blanks is one run.
    before, tab, _ = text[start:end].partition("\t") if len(printed.runs) > 1 else ("", "", "")
    return Line(printed, printed, indent, "", gap, key, tab=len(" ".join(before.split())) if tab else 0)


def with_bullets(text: str, lines: Iterable[Line]) -> Iterator[Line]:
    r"""The lines of a page whose bullets some browsers copied onto lines of their own, or right before the words.

    >>> text = "•\nPhase 3\n•Drug"
    >>> [(line.text, line.printed.text, line.bullet) for line in with_bullets(text, page_lines(text))]
    [('Phase 3', '• Phase 3', '•'), ('Drug', '•Drug', '•')]
    """
    alone: Line | None = None
    for line in lines:
        first = line.text[:1]
        if line.bullet or not first or first not in ONLY_BULLETS or _DECIMAL.match(line.text):
            yield _with_bullet(text, alone, line) if alone and not line.bullet else line
            alone = None
        elif len(line.text) == 1:
            alone = line
        else:
            yield line._replace(words=line.printed.part(1, len(line.text)), bullet=first, key="", tab=0)
            alone = None


def _with_bullet(text: str, bullet: Line, line: Line) -> Line:
    words = _WORD.finditer(text, line.printed.start, line.printed.end)
    spans = [(bullet.printed.start, bullet.printed.end), *(match.span() for match in words)]
    printed = Words.joined(text, spans)
    return Line(printed.part(2, len(printed.text)), printed, bullet.indent, bullet.text, bullet.gap, "")


def folded(text: str, start: int, end: int) -> Words:
    """A stretch of a document with runs of white space folded."""
    body = text[start:end]
    # Every white space but the plain space counts as not printable.
    if "  " not in body and body.isprintable():
        return Words(body, ((0, start),))
    return Words.joined(text, (match.span() for match in _WORD.finditer(text, start, end)))


def cells(text: str, lines: Iterable[Line]) -> Iterator[Line]:
    """Lines of a table; one that was copied with tabs between its cells gives a line for each cell.

    :param text: the page.
    """
    for line in lines:
        # What stands between a bullet and its words parts no cells.
        start, end = line.words.start, line.printed.end
        if "\t" not in text[start:end]:
            yield line
            continue
        for cell, match in enumerate(_CELL.finditer(text, start, end)):
            body = match.group()
            if body.strip():
                inner = match.start() + len(body) - len(body.lstrip())
                inner = inner if cell else line.printed.start
                gap = line.gap and match.start() == start
                yield _line(text, inner, match.start() + len(body.rstrip()), line.indent, gap)._replace(cell=cell)


def joined(parts: Sequence[Words], separator: str = " ") -> Words:
    """Several stretches of a document as one, each knowing its place.

    :param separator: what stands between them in the text; they may stand farther apart in the document.
    """
    if len(parts) == 1:
        return parts[0]
    texts: list[str] = []
    runs: list[tuple[int, int]] = []
    length = 0
    for part in parts:
        runs.extend((at + length, place) for at, place in part.runs)
        texts.append(part.text)
        length += len(part.text) + len(separator)
    return Words(separator.join(texts), tuple(runs) or ((0, 0),))


def pieces(words: Words, text: str) -> list[Words]:
    r"""Words cut where other words stand between them in the document, as a header of a table may.

    >>> apart = joined([Words.at("a\nHEADER\nb", 0, 1), Words.at("a\nHEADER\nb", 9, 10)])
    >>> [piece.text for piece in pieces(apart, "a\nHEADER\nb")]
    ['a', 'b']
    """
    found: list[Words] = []
    start = 0
    for (at, place), (after, next_place) in pairwise(words.runs):
        end = place + len(words.text[at:after].rstrip())
        if next_place < end or text[end:next_place].strip(_BLANK + "\r\n"):
            found.append(words.part(start, after).strip())
            start = after
    found.append(words.part(start, len(words.text)) if start else words)
    return [piece for piece in found if piece.text]


def paragraphs(lines: Sequence[Line]) -> str:
    """Lines as one text that keeps their bullets, breaks, blank lines and indentation."""
    if not lines:
        return ""
    margin = min(line.indent for line in lines)
    parts = []
    for number, line in enumerate(lines):
        parts.append("" if not number else "\n\n" if line.gap else "\n")
        parts.append(" " * (line.indent - margin) + line.printed.text)
    return "".join(parts)


def part_of(line: Line, start: int, end: int | None = None) -> Line:
    """The line with only some of its words, as what follows the label on the same line."""
    words = line.words.part(start, len(line.text) if end is None else end).strip()
    return line._replace(words=words, printed=words, key=label_key(words.text))
