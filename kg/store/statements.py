"""N-Quads as text: whose graph a line stands in, and how it reads in the default graph.

The converter writes one quad a line and escapes line breaks, so lines can be told apart without a parser: of a build
of 200,000 statements the engine's own loading takes four fifths (tests/bench/load.py).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

import pyoxigraph as ox

from kg.errors import StoreError
from kg.pipeline import ConvertedDocument
from kg.rdf import iris

RULES = iris.rule_set("")
RECORDS = iris.BASE + "record/"
_GRAPH = re.compile(r" <([^<>]*)> \.\n")
_TYPED = re.compile(r'(<[^<>]*> <[^<>]*> )("[^"\\]*"\^\^<[^<>]*>)((?: <[^<>]*>)? \.)')


def lines_of(text: str) -> list[str]:
    """Lines without their ends. Not ``splitlines``, which also cuts at U+2028 and the like within a literal."""
    return text.split("\n")[:-1]


def check(document: ConvertedDocument, graphs: set[str]) -> None:
    """Hold a document to the contract: its own graph and those of rule sets, and nothing about another's parts.

    Counting ends and beginnings of lines takes a fifth of the time of looking at each line.

    :param graphs: of rule sets that were met before; those of this document are added.
    :raises StoreError: for statements that stand elsewhere or concern another record's nodes: they would stay behind
        when the document goes, or go with the other.
    """
    record, stated, inferred = document.record, document.stated, document.inferred
    if stated.count(end(record)) != stated.count("\n"):
        raise StoreError(f"{document.uri}: wanted every statement in graph {record}, found others")
    if not stand_in(inferred, graphs):
        found = set(_GRAPH.findall(inferred))
        if not stand_in(inferred, found) or not all(graph.startswith(RULES) for graph in found):
            raise StoreError(f"{document.uri}: wanted every conclusion in a graph under {RULES}, found others")
        graphs |= found
    text = f"\n{stated}{inferred}"
    if text.count(f"\n<{RECORDS}") != text.count(f"\n<{record}/") + text.count(f"\n<{record}>"):
        raise StoreError(f"{document.uri}: wanted nothing about parts of records but those of {record}, found others")


def end(graph: str) -> str:
    """What a line in a named graph ends in; within a literal no line can end."""
    return f" <{graph}> .\n"


def stand_in(text: str, graphs: Iterable[str]) -> bool:
    """Whether every line stands in one of some graphs."""
    return sum(text.count(end(graph)) for graph in graphs) == text.count("\n")


def derived(document: ConvertedDocument, graphs: Iterable[str], without: frozenset[str]) -> str:
    """The statements of a document that was checked, as they stand in the default graph.

    :param graphs: of all rule sets that it may have conclusions in; ``replace`` is three times as fast as the general
        way of :func:`in_default_graph`.
    :param without: graphs whose statements are left out.
    """
    inferred = in_default_graph(document.inferred, without) if without else document.inferred
    for graph in () if without else graphs:
        inferred = inferred.replace(end(graph), " .\n")
    return document.stated.replace(end(document.record), " .\n") + inferred


def in_default_graph(text: str, without: frozenset[str] = frozenset()) -> str:
    r"""The same statements as they stand in the default graph.

    :param without: graphs whose statements are left out.

    >>> in_default_graph("<urn:s> <urn:p> <urn:o> <urn:g> .\n")
    '<urn:s> <urn:p> <urn:o> .\n'
    """
    if without:
        ends = tuple(f" <{graph}> ." for graph in without)
        text = "".join(f"{line}\n" for line in lines_of(text) if not line.endswith(ends))
    return _GRAPH.sub(" .\n", text)


def parsed(text: str) -> set[ox.Quad]:
    """N-Quads as the engine's objects."""
    return set(ox.parse(text, format=ox.RdfFormat.N_QUADS))


def written(quads: Iterable[ox.Quad]) -> str:
    """The engine's objects as N-Quads."""
    return "".join(f"{quad} .\n" for quad in quads)


def is_own(record: str, line: str) -> bool:
    """Whether a line is about the record's own node or one under it, which no other document speaks of."""
    return line.startswith((f"<{record}/", f"<{record}>"))


def shared_keys(record: str, lines: Iterable[str]) -> set[int]:
    """Keys of the conclusions that another document might draw too: those about nothing of the record's own."""
    return {key(line) for line in lines if not is_own(record, line)}


def key(line: str) -> int:
    """What a conclusion is counted under: 8 bytes of a checksum.

    Among 20 million conclusions the chance that any two share one is 1 in 90,000; then a statement could outlive its
    document.
    """
    return int.from_bytes(blake2b(canonical(line).encode(), digest_size=8).digest(), "little", signed=True)


def canonical(line: str) -> str:
    """A line with its number or date as the engine stores it, which makes one value of ``0.9`` and ``0.90``."""
    typed = _TYPED.fullmatch(line) if '"^^<' in line else None
    return typed[1] + _as_stored(typed[2]) + typed[3] if typed else line


@lru_cache(maxsize=4096)
def _as_stored(literal: str) -> str:
    scratch = ox.Store()
    scratch.load(f"<urn:s> <urn:p> {literal} .\n", ox.RdfFormat.N_TRIPLES)
    return str(next(iter(scratch)).object)


def packed(text: str) -> bytes:
    """Text for keeping; at level 1 this takes 0.05 ms for 55 lines, a hundredth of loading them."""
    return zlib.compress(text.encode(), 1)


def unpacked(data: bytes) -> str:
    """Text that was kept."""
    return zlib.decompress(data).decode()
