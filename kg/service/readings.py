"""The tokens of a SPARQL text in every way that it can be read, in time linear in its length.

What ``<`` begins depends on where it stands: in ``FILTER(?a<3)SERVICE#>`` it is a comparison or an address, and only
a parser knows which. So both are followed, and every place where some reading begins a token is visited once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import heappop, heappush, heappushpop

# A text is given up beyond these, so that none costs more than 0.2 s: 25,000 rows in parentheses have 100,000 tokens;
# an address without // that has brackets, commas or "#" can be read two ways.
MOST_TOKENS = 100_000
MOST_EITHER = 20_000
MOST_PASSES = 4


def all_of(part: str) -> str:
    """Pattern of as many parts as there are, of which none is left again: ``(?:part)*+``, to be read as verbose.

    Python before 3.11.5, which Debian 12 has, matches that one wrongly. A hundred at a time, since each is remembered
    until its group ends: 2 MB for a million, and 130 in one group.

    >>> re.match(all_of("a | bb") + "b", "abbb", re.VERBOSE), re.match(all_of("a | b") + "b", "ab", re.VERBOSE)
    (<re.Match object; span=(0, 4), match='abbb'>, None)
    """
    return f"(?> (?: (?> (?: {part} ){{1,100}} ) )* )"


_ADDRESS = all_of(r"""[^<>"{}|^`\\\x00-\x20] | \\u""")
_LONG = {quote: all_of(rf"[^{quote}\\]++ | \\. | {quote}(?!{quote}{quote})") for quote in "\"'"}
_SHORT = {quote: all_of(rf"[^{quote}\\\n\r]++ | \\.") for quote in "\"'"}
# In any of its four quotes, the long ones first.
STRING = " | ".join(
    (
        *(f"{quote * 3} {inner} {quote * 3}" for quote, inner in _LONG.items()),
        *(f"{q} {s} {q}" for q, s in _SHORT.items()),
    )
)
_NAME, _TAG = all_of(r"[\w:%-] | \\."), all_of("- [a-z0-9]++")
# Letters count, not words: the engine takes trueSERVICE and 1SERVICE for two tokens each.
_WORDS = "service | load | filter | bind | as | having | group | describe"
# In the order of what hides what; a "\" keeps the next character in a name. No part can be left again once it has
# matched, so that a failure costs one pass. An address with :// cannot be a comparison (a prefixed name
# has no // in it), and of one with nothing but these characters the comparison ends in an error at its ">".
_PLAIN = rf"""
        [^"'<>\#\\:?$@(){{}}\[\]!+\-*/|&slfbahgd]++
      | (?! {_WORDS} ) [slfbahgd]
      | {STRING}
      | < [a-z][a-z0-9+.-]*+ :// {_ADDRESS} >
      | < [\w.~:/?%@$*+;=!-]{{0,300}}+ >
      | \\ .
      | [?$] \w*+
      | : {_NAME}
      | @ [a-z]*+ {_TAG}
      | != | >(?!>)
"""
_PIECE = re.compile(
    rf"""
    (?P<plain> (?: {_PLAIN} ) {all_of(_PLAIN)} )
    | (?P<either> < {_ADDRESS} > )
    | (?P<open> [(\[{{] | << )
    | (?P<close> [)\]}}] | >> )
    | (?P<token> {_WORDS} | \|\| | && | [!+\-*/|] )
    | (?P<comment> \# )
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
_LINE_END = re.compile(r"[\n\r]|\Z")


class Tangled(Exception):
    """A text has more tokens than are looked at."""


def lower(text: str) -> str:
    """The text with small letters, each where it was; only those of ASCII can be in a keyword."""
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


def tokens(text: str) -> Iterator[tuple[str, int, int]]:
    """Brackets that open, operators and some keywords of all readings, in the order of their places.

    :param text: in small letters.
    :returns: token, its place, and how many brackets are open behind it in the reading that has most.
    :raises Tangled: when there are far too many.

    >>> list(tokens("filter(?a<3)||'||'"))
    [('filter', 0, 0), ('(', 6, 1), ('||', 12, 0)]
    """
    waiting: list[tuple[int, int]] = []
    at, closed, last, line_end = 0, 0, -1, 0
    length, steps, either = MOST_PASSES * len(text) + 1, MOST_TOKENS, MOST_EITHER
    while True:
        # Of several ways to one place the one with most open brackets comes first.
        piece = _PIECE.match(text, at) if at != last else None
        if piece is None:
            if not waiting:
                return
            at, closed = heappop(waiting)
            continue
        kind, end, last = piece.lastgroup, piece.end(), at
        if kind == "open":
            closed -= 1
            if end - at == 2:
                heappush(waiting, (at + 1, closed + 1))
            yield piece[0], at, -closed
        elif kind == "close":
            closed = min(closed + 1, 0)
        elif kind == "token":
            yield piece[0], at, -closed
        elif kind == "either":
            heappush(waiting, (at + 1, closed))
            either -= 1
        elif kind == "comment":
            # Readings that come to several # of one line look for its end once.
            if line_end <= at:
                line_end = _line_end(text, at)
                length -= line_end - at
            end = line_end
        length -= piece.end() - at
        steps -= 1
        if length < 0 or steps < 0 or either < 0:
            raise Tangled
        at, closed = heappushpop(waiting, (end, closed))


def _line_end(text: str, at: int) -> int:
    found = _LINE_END.search(text, at)
    return found.start() if found else len(text)
