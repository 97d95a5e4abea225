"""Planned outcomes from a table that was flattened to lines when it was copied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.page_lines import Line, cells, folded, joined
from kg.extract.words import Words

_TIME_FRAME = re.compile(r"Time Frame\s*:\s*(?P<frame>.*)", re.IGNORECASE)
_HEADERS = {"outcome measure", "measure description", "time frame"}
# Categories of response are written with a few capital letters: CR, CRi, MLFS, sCR, VGPR.
_CODE = r"[a-z]?[A-Z]{2,5}[a-z]{0,2}"
_COMPOSITE = re.compile(rf"(?:^|[(=:]\s*){_CODE}(?:\s*\+\s*{_CODE})+(?=\s*\)|\s*[.;]?$)")


@dataclass(slots=True)
class OutcomeWords:
    """One outcome; what the table does not give is None or empty."""

    title: Words
    time_frame: Words | None
    description: list[Words]

    @property
    def described(self) -> Words | None:
        """All paragraphs of the description as one."""
        return joined(self.description) if self.description else None


def outcomes_of(text: str, lines: Sequence[Line]) -> list[OutcomeWords]:
    """The outcomes of a table, copied with tabs between its columns or flattened to lines.

    :param text: the page.
    """
    return _of_columns(text, lines) or outcomes(list(cells(text, lines)))


def _of_columns(text: str, lines: Sequence[Line]) -> list[OutcomeWords]:
    """Outcomes of a table with a header and tabs; none where rows repeat their time frame, or some have no title.

    A cell may have several lines, so a line without a tab goes on with the cell above, until a row has all its columns.
    """
    rows = [_cells_of(text, line) for line in lines]
    header = [words.text.casefold() for words in rows[0]] if rows else []
    if len(header) < 2 or not _HEADERS.issuperset(header) or any(_TIME_FRAME.fullmatch(line.text) for line in lines):
        return []
    found: list[dict[str, list[Words]]] = []
    column = len(header) - 1
    for row in rows[1:]:
        for place, words in enumerate(row):
            if not place and column == len(header) - 1:
                found.append({name: [] for name in _HEADERS})
                column = 0
            elif place:
                column = min(column + 1, len(header) - 1)
            if words.text:
                found[-1][header[column]].append(words)
    if column != len(header) - 1 or not all(one["outcome measure"] for one in found):
        return []
    return [
        OutcomeWords(
            joined(one["outcome measure"]),
            joined(one["time frame"]) if one["time frame"] else None,
            one["measure description"],
        )
        for one in found
    ]


def _cells_of(text: str, line: Line) -> list[Words]:
    """The cells of a line, the empty ones too."""
    start, end = line.printed.start, line.printed.end
    while start and text[start - 1] in "\t ":
        start -= 1
    while text[end : end + 1] in ("\t", " "):
        end += 1
    found = []
    for cell in text[start:end].split("\t"):
        found.append(folded(text, start, start + len(cell)))
        start += len(cell) + 1
    return found


def outcomes(lines: Sequence[Line]) -> list[OutcomeWords]:
    """The outcomes of a table in order.

    A row is a title, "Time Frame: X", perhaps a description, and X again. Only this repetition tells where the row
    ends, so that a repeated time frame is never taken for a description.
    """
    rows = [line for line in lines if line.text and (line.key not in _HEADERS)]
    marks = [at for at, line in enumerate(rows) if _TIME_FRAME.fullmatch(line.text)]
    if not marks:
        return list(_without_time_frames(rows))
    found: list[OutcomeWords] = []
    start = 0
    for number, mark in enumerate(marks):
        until = marks[number + 1] if number + 1 < len(marks) else len(rows)
        end, next_start = _end_of_row(rows, mark, until, last=until == len(rows))
        title = rows[start:mark]
        if title:
            found.append(_outcome(title, rows[mark], rows[mark + 1 : end]))
        start = next_start
    return found


def _outcome(title: Sequence[Line], mark: Line, description: Sequence[Line]) -> OutcomeWords:
    match = _TIME_FRAME.fullmatch(mark.text)
    frame = mark.words.part(*match.span("frame")) if match and match["frame"] else None
    return OutcomeWords(joined([line.printed for line in title]), frame, [line.printed for line in description])


def _end_of_row(rows: Sequence[Line], mark: int, until: int, *, last: bool) -> tuple[int, int]:
    """Where the description of a row ends, and where the next row begins."""
    match = _TIME_FRAME.fullmatch(rows[mark].text)
    frame = match["frame"].casefold() if match else ""
    repeated = next((at for at in range(mark + 1, until) if frame and rows[at].text.casefold() == frame), None)
    if repeated is not None:
        return repeated, repeated + 1
    # Not repeated, as in a page cut off: the line above the next time frame is the next title.
    return (until, until) if last or until - mark < 2 else (until - 1, until - 1)


def _without_time_frames(rows: Sequence[Line]) -> Iterator[OutcomeWords]:
    """Outcomes of old records: a blank line parts them; where there are no blank lines each line is a title."""
    gaps = any(line.gap for line in rows[1:])
    at = 0
    while at < len(rows):
        until = at + 1
        while gaps and until < len(rows) and not rows[until].gap:
            until += 1
        yield OutcomeWords(rows[at].printed, None, [line.printed for line in rows[at + 1 : until]])
        at = until


def components(words: Words) -> list[Words]:
    """Categories that make up a composite, where the words say so in letters: ``CR+CRi+MLFS``.

    >>> [part.text for part in components(Words.at("ORR (CR + PR)", 0, 13))]
    ['CR', 'PR']
    """
    found = words.find(_COMPOSITE)
    return list(found.find_all(_CODE)) if found else []
