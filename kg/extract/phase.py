"""Phases that a title or summary names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.words import Words

_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_NUMBER = r"(?:[1-4]|iv|iii|ii|i)"
_PHASE = re.compile(
    rf"\b(?P<early>early[\s-]+)?phases?[\s-]+(?P<first>{_NUMBER})(?P<part>[ab])?"
    rf"(?:\s*(?:/|-|–|and|to|or)\s*(?:phase\s*)?(?P<second>{_NUMBER})[ab]?)?\b",
    re.IGNORECASE,
)

# A phase of another trial, or of this one at another time.
_ELSEWHERE = re.compile(
    r"\b(?:earlier|previous|prior|planned|subsequent|future|ongoing|separate|another|other|completed"
    r"|following|next|further)\s+$",
    re.IGNORECASE,
)


def phases(words: Words) -> Iterator[tuple[tuple[str, ...], Words]]:
    """Tokens of the enumeration Phase for each place that names a phase, with the words.

    ``1b`` is phase 1, ``1/2`` both; an earlier or planned phase is left out. "Phase 1" of a cycle is not told
    apart here.

    >>> [found for found, _ in phases(Words.at("A phase Ib/II trial", 0, 19))]
    [('PHASE1', 'PHASE2')]
    """
    for match in _PHASE.finditer(words.text):
        if _ELSEWHERE.search(words.text, max(0, match.start() - 30), match.start()):
            continue
        numbers = [_ROMAN.get(n.lower(), n) for n in (match["first"], match["second"]) if n]
        tokens = tuple(f"PHASE{number}" for number in dict.fromkeys(numbers))
        if match["early"]:
            tokens = ("EARLY_PHASE1",) if tokens == ("PHASE1",) else tokens
        yield tokens, words.part(*match.span())
