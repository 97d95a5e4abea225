"""Numbers of records as people have them: in any case, with a prefix, in an address, several in one word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.errors import KgError

_BETWEEN = re.compile(r"[\s,;]+")


def numbers(words: Sequence[str], form: re.Pattern[str], example: str) -> set[str]:
    """The numbers in some words, as the first group of their form gives them.

    >>> sorted(numbers(["PMID:1,2"], re.compile(r"(?:PMID:)?([0-9]+)"), "40975066"))
    ['1', '2']

    :raises KgError: for a word that is none, and where there is none at all: services give something for that, too.
    """
    pieces = [piece for word in words for piece in _BETWEEN.split(word) if piece]
    found = [form.fullmatch(piece) for piece in pieces] or [None]
    for piece, one in zip(pieces or [""], found, strict=True):
        if one is None:
            raise KgError(f"fetch: wanted numbers such as {example}, found {piece!r}")
    return {one[1] for one in found if one}


def chunks(ids: Sequence[str], most: int) -> Iterator[Sequence[str]]:
    """Numbers, as many at a time as one request may ask for."""
    return (ids[at : at + most] for at in range(0, len(ids), most))
