"""What a plan to share data of participants names: kinds of data and ways to have them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.words import Words

_CONTENT = re.compile(
    r"\b(?:shared|available|provided|following|participant|patient|individual)\b[^.:;]{0,40}?\bdata\b[^.:;]{0,30}?"
    r"\b(?:includ(?:e|es|ing)|compris(?:e|es|ing)|consists? of)\s*:?\s+"
    r"(?P<list>[^.;:]+?,[^.;:]+|[^.;:]+?\s+and\s+[^.;:]+)(?=[.;]|$)",
    re.IGNORECASE,
)
_CHANNELS = re.compile(r"\b(?:channels?|ways|methods?|routes?|means)\s*:\s*(?=\(?1[.)])", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:^|\s)\(?(?P<number>\d)[.)]\s*(?=[A-Z])")
_SENTENCE_END = re.compile(r"(?<!\s\d)[.;](?=\s+[A-Z0-9(-])|[.;]\s*$")


def kinds_of_data(words: Words) -> list[Words]:
    """The kinds in a sentence such as "The shared data include a, b and c".

    >>> text = "The shared data include baseline characteristics, efficacy results and safety data."
    >>> [kind.text for kind in kinds_of_data(Words.at(text, 0, len(text)))]
    ['baseline characteristics', 'efficacy results', 'safety data']
    """
    found = words.find(_CONTENT, "list")
    return found.split(r",\s*(?:and\s+)?|\s+and\s+") if found else []


def channels(words: Words) -> list[Words]:
    """The numbered ways after a word for ways and a colon, each up to the end of its sentence.

    >>> text = "provided through the following channels: 1. Database: upload. 2. On request: ask. Conditions apply."
    >>> [channel.text for channel in channels(Words.at(text, 0, len(text)))]
    ['Database: upload', 'On request: ask']
    """
    start = _CHANNELS.search(words.text)
    return list(_items(words.part(start.end(), len(words.text)))) if start else []


def _items(words: Words) -> Iterator[Words]:
    """The items of a list numbered from 1 within a text."""
    marks: list[re.Match[str]] = []
    for match in _NUMBERED.finditer(words.text):
        if int(match["number"]) == len(marks) + 1:
            marks.append(match)
    for number, mark in enumerate(marks):
        until = marks[number + 1].start() if number + 1 < len(marks) else len(words.text)
        item = words.part(mark.end(), until).strip()
        end = _SENTENCE_END.search(item.text)
        yield item.part(0, end.start()) if end else item
