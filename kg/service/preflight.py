"""A look at a query or an update before the engine sees it.

Oxigraph ends the whole process where brackets or chains of operators are too deep, and calls whatever ``SERVICE`` and
``LOAD`` name, this machine's own ports included, with no switch for it. So such texts never come to it. Its grammar
needs no space behind a keyword (``SERVICEab:c {}`` is ``SERVICE ab:c {}``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from http import HTTPStatus

from kg.service.problems import Problem
from kg.service.readings import Tangled, lower, tokens

LARGEST = 1_000_000
# Where pyoxigraph 0.5.13 ends with SIGSEGV (8 MB of stack), or needs a second (of half a core) to plan for an empty
# store; the last count that did neither. Nesting: 768 for EXISTS and SUM(, 913 for other functions, 1,086 sub-SELECT,
# 2,172 {, 4,344 ( in expressions, 12,288 ( in paths; 1 s: 192 groups with FILTER, 228 [, 80 <<, 43 {|.
DEPTH = 80
# The same of chains. Crash: 2,583 MINUS, AS and items of DESCRIBE, 6,144 + - * and /, 8,688 !, 17,377 | and / in
# paths; 1 s: 67 OPTIONAL, 80 joined groups or GRAPH, 96 VALUES blocks, 160 / in paths, 768 UNION and NOT EXISTS,
# 913 FILTER, 1,086 || and &&, 1,826 BIND, 3,072 HAVING, 7,306 |. No harm up to 1 MB: PREFIX, FROM, rows of VALUES,
# lists of IN and of arguments, INSERT DATA. Joined triple patterns (1 s: 67) are left to the time limit: how many a
# text has cannot be told without a parser. At these limits planning takes at most 0.3 s of a core. None of them is
# less than DEPTH but those that _is_clear looks at by themselves.
MOST = {
    "{": ("joined groups (GRAPH, VALUES, sub-SELECT and others)", 64),
    "OPTIONAL": ("OPTIONAL", 64),
    "UNION": ("UNION, MINUS and EXISTS", 256),
    "filter": ("FILTER", 300),
    "bind": ("BIND", 600),
    "as": ("AS", 800),
    "||": ("||", 360),
    "&&": ("&&", 360),
    "!": ("!", 2_000),
    "+": ("+", 2_000),
    "-": ("-", 2_000),
    "*": ("*", 2_000),
    "/": ("/", 128),
    "|": ("|", 2_000),
    "<<": ("<<", 32),
    "{|": ("{|", 16),
    "(": ("parentheses behind HAVING or GROUP", 1_000),
}
# An update may write to many graphs, one group each.
MOST_UPDATED = 800
# Of < : ? $ together, of which each item of DESCRIBE has one.
MOST_DESCRIBED = 1_600
_CODE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_ALLOWED = re.compile(r'service\s*+(?:silent\s*+)?<([^<>"{}|^`\\\x00-\x20]++)>', re.IGNORECASE)
_FEDERATED = "this endpoint calls no other: SERVICE, and a prefix named so, is refused"
_LOADED = "this endpoint fetches nothing: LOAD, and a prefix named so, is refused"


def refusal(
    sparql: str, *, update: bool = False, services: Collection[str] = (), largest: int = LARGEST
) -> Problem | None:
    """Why a text must not come to the engine; now and then true of a text that would do no harm.

    Most texts are cleared by counts that no way of reading them can exceed (1.3 µs for 100
    characters, 10 µs for 1,000).

    :param services: IRIs that ``SERVICE`` may call, where it stands plainly before one: never through a variable, a
        prefix or an escape.
    :param largest: length of a text, in characters.
    :returns: None for a text that may come to the engine, which may still be no SPARQL.

    >>> refusal('SELECT * { ?s ?p "SERVICE" } # SERVICE') is None
    True
    >>> refusal("ASK { SERVICE ?s { } }").detail
    'this endpoint calls no other: SERVICE, and a prefix named so, is refused: line 1, column 7'
    """
    if len(sparql) > largest:
        return Problem(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            f"wanted at most {largest:,} characters of SPARQL, found {len(sparql):,}",
            more={"most": largest, "found": len(sparql)},
        )
    if _is_clear(sparql, update):
        return None
    found = _refusal(sparql, update, services, placed=True)
    # SPARQL lets a code such as \\u0053 stand for a letter anywhere, and engines differ on where they follow it.
    if found is None and "\\" in sparql and (other := _CODE.sub(_letter, sparql)) != sparql:
        found = _refusal(other, update, services, placed=False)
    return found


def _is_clear(sparql: str, update: bool) -> bool:
    """Whether mere counts tell that no reading of a text comes to a limit."""
    small, count = sparql.lower(), sparql.count
    if "service" in small or "\\u" in small or (update and "load" in small):
        return False
    # Each counted keyword has a bracket behind it, but for DESCRIBE.
    groups = count("{")
    if groups + count("(") + count("[") > DEPTH or groups > MOST["{"][1]:
        return False
    if "<<" in sparql or "{|" in sparql:
        return False
    if len(sparql) <= MOST["/"][1]:
        return True
    return (
        count("/") <= MOST["/"][1]
        and count("|") <= MOST["||"][1]
        and count("&") <= MOST["&&"][1]
        and count("+") + count("-") + count("*") + count("!") <= MOST["+"][1]
        and ("describe" not in small or _items(sparql) <= MOST_DESCRIBED)
    )


def _refusal(sparql: str, update: bool, services: Collection[str], *, placed: bool) -> Problem | None:
    text = lower(sparql)
    counts: Counter[str] = Counter()
    try:
        for sign, at, depth in tokens(text):
            why = _of_call(sign, sparql, at, update, services) or _of_count(sign, text, at, update, counts)
            if not why and depth > DEPTH:
                why = HTTPStatus.BAD_REQUEST, f"wanted brackets at most {DEPTH} deep, found more"
            if why:
                status, detail = why
                if not placed:
                    return Problem(status, f"{detail}, once its codes such as \\u0041 are letters")
                line, column = sparql.count("\n", 0, at) + 1, at - sparql.rfind("\n", 0, at)
                place = {"line": line, "column": column}
                return Problem(status, f"{detail}: line {line}, column {column}", more=place)
    except Tangled:
        return Problem(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "wanted a shorter text, found too many brackets and signs to look at"
        )
    return None


def _of_call(sign: str, sparql: str, at: int, update: bool, services: Collection[str]) -> tuple[HTTPStatus, str] | None:
    if sign == "load" and update:
        return HTTPStatus.FORBIDDEN, _LOADED
    if sign != "service":
        return None
    allowed = _ALLOWED.match(sparql, at) if services else None
    if allowed and allowed[1] in services:
        return None
    if services:
        return HTTPStatus.FORBIDDEN, "wanted SERVICE and directly an IRI that this endpoint may call, found another"
    return HTTPStatus.FORBIDDEN, _FEDERATED


def _of_count(sign: str, text: str, at: int, update: bool, counts: Counter[str]) -> tuple[HTTPStatus, str] | None:
    if sign == "{":
        sign = _group(text, at)
    elif sign == "(" and not (counts["having"] or counts["group"]):
        return None
    elif sign == "describe" and _items(text) > MOST_DESCRIBED:
        return HTTPStatus.BAD_REQUEST, f"wanted at most {MOST_DESCRIBED:,} of < : ? $ beside DESCRIBE, found more"
    counts[sign] += 1
    if sign not in MOST:
        return None
    name, most = MOST[sign]
    most = MOST_UPDATED if update and sign == "{" else most
    if counts[sign] <= most:
        return None
    return HTTPStatus.BAD_REQUEST, f"wanted at most {most:,} {name}, found more"


def _group(text: str, at: int) -> str:
    """What a group is counted as; one behind a comment counts with those that cost most."""
    if text.startswith("{|", at):
        return "{|"
    before = text[max(0, at - 40) : at].rstrip()
    if before.endswith("optional"):
        return "OPTIONAL"
    return "UNION" if before.endswith(("union", "minus", "exists")) else "{"


def _items(text: str) -> int:
    return sum(map(text.count, "<:?$"))


def _letter(code: re.Match[str]) -> str:
    number = int(code[1] or code[2], 16)
    return chr(number) if number < 0x110000 else ""
