"""The head of a trial page: titles, number, who updated it, and the summary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.page_labels import HEAD_FURNITURE, HEAD_LABELS
from kg.extract.page_lines import Line, joined
from kg.extract.tokens import token_of
from kg.extract.words import Words

_UPDATED = re.compile(r"(?P<date>(?:\S.*?\b)?\d{4}|\d{4}-\d\d(?:-\d\d)?)\s+updated by\b[\s:]*(?P<by>.*)", re.IGNORECASE)
_NUMBER = r"NCT\d{8}(?!\d)"
# A number is this trial's only where the page says so or where nothing else is said: summaries and titles of
# extension studies name other trials.
_NUMBERED = re.compile(
    rf"(?:clinicaltrials\.gov\s+(?:identifier|id|number)|nct\s+(?:number|id))\s*[:#]?\s*(?P<labelled>{_NUMBER})"
    rf"|(?:https?://\S*/|[\w\s./›»>|:-]{{0,60}}?\b)?(?P<alone>{_NUMBER})\s*",
    re.IGNORECASE,
)
# Copied text may be wrapped; shorter lines before a title are other things, such as the way through the site.
_WRAPPED = 60
# No copy is wrapped to wider lines.
_WIDEST = 160
_AIM = re.compile(r"To [a-z].*[.]$")
_LONGEST_TITLE = 700
_PROSE = re.compile(r"[.?!]\s+[A-Z].*\b(?:is|are|was|were|be|will|has|have|can|may|we|this|these)\b.*[.!]$")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page says; None for what it does not.

    :ivar status: the status, which the registry's own page prints here.
    :ivar numbers: every number that it gives as the trial's.
    :ivar summary: lines of the summary.
    """

    brief_title: Words | None
    official_title: Words | None
    updated: Words | None
    updated_by: Words | None
    status: Words | None
    numbers: tuple[Words, ...]
    summary: list[Line]


def read_head(lines: Sequence[Line]) -> Head:
    """The head of a page from its lines above the first section.

    :returns: the line above "<date> updated by: <organisation>" as brief title and the paragraph below it as official
        title, unless that reads like prose; without such a line the first two paragraphs.
    """
    at, match = next(((n, m) for n, line in enumerate(lines) if (m := _UPDATED.fullmatch(line.text))), (-1, None))
    status = None
    if not match:
        status = next((line.words for line in lines if token_of("OverallStatus", line.text)), None)
        lines = list(_without_furniture(lines, status))
    above = [line for line in lines[: max(at, 0)] if _number(line) is None]
    below = _blocks(lines[at + 1 :])
    brief = _title_above(above) if match else _taken(below)
    official = _taken(below) if _is_title(below) else None
    _without_numbers(below)
    words = lines[at].words if match else None
    summary = [line for block in below for line in block]
    return Head(
        brief_title=brief,
        official_title=official,
        updated=words.part(*match.span("date")) if words and match else None,
        updated_by=words.part(*match.span("by")) if words and match and match["by"] else None,
        status=status,
        numbers=tuple(number for line in lines[: len(lines) - len(summary)] if (number := _number(line))),
        summary=summary,
    )


def _without_furniture(lines: Sequence[Line], status: Words | None) -> Iterator[Line]:
    """Lines of a head but its status, and what the registry's own page prints there besides."""
    is_value = False
    for line in lines:
        label = next((label for label in HEAD_LABELS if line.key.startswith(label)), None)
        if label or is_value or line.words == status or line.key in HEAD_FURNITURE:
            is_value = line.key == label
        else:
            yield line


def _taken(blocks: list[list[Line]]) -> Words | None:
    """The first paragraph that is not a number, taken off."""
    _without_numbers(blocks)
    return joined([line.printed for line in blocks.pop(0)]) if blocks else None


def _without_numbers(blocks: list[list[Line]]) -> None:
    """Take off the paragraphs at the beginning that are numbers of the trial."""
    while blocks and all(_number(line) for line in blocks[0]):
        del blocks[0]


def _number(line: Line) -> Words | None:
    match = _NUMBERED.match(line.text) if "NCT" in line.text.upper() else None
    if not match:
        return None
    if match["labelled"]:
        return line.words.part(*match.span("labelled"))
    return line.words.part(*match.span("alone")) if match.end() == len(line.text) else None


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """Paragraphs: what blank lines part, and each line of a copy that has none, or longer lines than a wrap."""
    blocks: list[list[Line]] = []
    is_wrapped = any(line.gap for line in lines[1:]) and all(len(line.text) <= _WIDEST for line in lines)
    for line in lines:
        if line.gap or not blocks or not is_wrapped or len(blocks[-1][-1].text) < _WRAPPED:
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _title_above(lines: Sequence[Line]) -> Words | None:
    if not lines:
        return None
    first = len(lines) - 1
    while first and not lines[first].gap and len(lines[first - 1].text) >= _WRAPPED:
        first -= 1
    return joined([line.printed for line in lines[first:]])


def _is_title(blocks: list[list[Line]]) -> bool:
    """Whether the first paragraph is a title: not several sentences, and others follow or it does not end like one."""
    _without_numbers(blocks)
    if not blocks:
        return False
    text = " ".join(line.text for line in blocks[0])
    if len(text) > _LONGEST_TITLE or _PROSE.search(text) or _AIM.match(text):
        return False
    return len(blocks) > 1 or not text.endswith(".")
