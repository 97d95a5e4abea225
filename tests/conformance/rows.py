"""Tables and graphs compared: blank nodes are the same when some renaming of them makes all rows the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

import pyoxigraph as ox

XSD = "http://www.w3.org/2001/XMLSchema#"
WHOLE = frozenset(
    XSD + name
    for name in (
        *("integer", "long", "int", "short", "byte", "nonNegativeInteger", "nonPositiveInteger", "positiveInteger"),
        *("negativeInteger", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte"),
    )
)


@dataclass(frozen=True)
class Blank:
    """A blank node under its name in one document."""

    name: str


Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Row: TypeAlias = tuple[Hashable, ...]
Colours: TypeAlias = dict[Blank, int]


def cell(term: Term | None) -> Hashable:
    """A term as a value that compares: numbers by what they are worth, languages without case."""
    if isinstance(term, ox.BlankNode):
        return Blank(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return (term.value, "@", term.language.lower())
        return (worth(term.value, term.datatype.value), "^^", term.datatype.value)
    return None if term is None else str(term)


def worth(text: str, datatype: str) -> str:
    """Of a number, one text for all ways of writing it; other texts as they are.

    >>> worth("01", XSD + "integer"), worth("1e0", XSD + "double"), worth("2.50", XSD + "decimal"), worth("x", "")
    ('1', '1.0', '2.5', 'x')
    """
    try:
        if datatype in WHOLE:
            return str(int(text))
        if datatype in (XSD + "double", XSD + "float"):
            return str(float(text))
        if datatype == XSD + "decimal":
            whole, _, part = text.partition(".")
            return f"{int(whole or '0')}.{part.rstrip('0') or '0'}"
    except ValueError:
        pass
    return text


def same(left: Iterable[Row], right: Iterable[Row], ordered: bool = False) -> bool:
    """Whether two tables have the same rows, each as often, in any order unless it counts.

    >>> same([("a", Blank("x"))], [("a", Blank("y"))]), same([(Blank("x"), Blank("x"))], [(Blank("x"), Blank("y"))])
    (True, False)
    """
    first, second = list(left), list(right)
    if ordered:
        first, second = ([(place, *row) for place, row in enumerate(rows)] for rows in (first, second))
    return len(first) == len(second) and alike(first, second, {}, {})


def alike(left: list[Row], right: list[Row], known: Colours, others: Colours) -> bool:
    """Whether blank nodes can be paired beyond those that share a colour already."""
    first, second = refined(left, known), refined(right, others)
    if coloured(left, first) != coloured(right, second):
        return False
    doubtful = [colour for colour, count in Counter(first.values()).items() if count > 1]
    if not doubtful:
        return True
    colour = min(doubtful)
    one = next(blank for blank, found in first.items() if found == colour)
    fresh = hash(("chosen", len(known)))
    return any(
        alike(left, right, {**known, one: fresh}, {**others, other: fresh})
        for other, found in second.items()
        if found == colour
    )


def refined(rows: list[Row], known: Colours) -> Colours:
    """Colours by the rows that a blank node is in, until looking further tells no more apart."""
    colours = {one: known.get(one, 0) for row in rows for one in row if isinstance(one, Blank)}
    kinds = -1
    while len(set(colours.values())) != kinds:
        kinds = len(set(colours.values()))
        seen: dict[Blank, list[int]] = {blank: [] for blank in colours}
        for row in rows:
            whole = painted(row, colours)
            for place, one in enumerate(row):
                if isinstance(one, Blank):
                    seen[one].append(hash((place, whole)))
        colours = {blank: hash((colours[blank], tuple(sorted(found)))) for blank, found in seen.items()}
    return colours


def coloured(rows: list[Row], colours: Colours) -> Counter[Row]:
    """The rows with colours in place of blank nodes."""
    return Counter(painted(row, colours) for row in rows)


def painted(row: Row, colours: Colours) -> Row:
    """One row with colours in place of blank nodes."""
    return tuple(("blank", colours[one]) if isinstance(one, Blank) else one for one in row)
