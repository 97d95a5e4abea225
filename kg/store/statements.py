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

from kg.rdf import iris

RULES = iris.rule_set("")
RECORDS = iris.BASE + "record/"
_GRAPH = re.compile(r" <([^<>]*)> \.\n")
_TYPED = re.compile(r'(<[^<>]*> <[^<>]*> )("[^"\\]*"\^\^<[^<>]*>)((?: <[^<>]*>)? \.)')


def lines_of(text: str) -> list[str]:
    """Lines without their ends. Not ``splitlines``, which also cuts at U+2028 and the like within a literal."""
    return text.split("\n")[:-1]


def byte_lines(nquads: bytes) -> list[bytes]:
    """The same of bytes."""
    return nquads.split(b"\n")[:-1]


def end(graph: str) -> str:
    """What a line in a named graph ends in; within a literal no line can end."""
    return f" <{graph}> .\n"


def stand_in(text: str, graphs: Iterable[str]) -> bool:
    """Whether every line stands in one of some graphs."""
    return sum(text.count(end(graph)) for graph in graphs) == text.count("\n")


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


def parsed(nquads: bytes) -> set[ox.Quad]:
    """N-Quads as the engine's objects."""
    return set(ox.parse(nquads, format=ox.RdfFormat.N_QUADS))


def written(quads: Iterable[ox.Quad]) -> str:
    """The engine's objects as N-Quads."""
    return "".join(f"{quad} .\n" for quad in quads)


def is_own(record: str, line: str) -> bool:
    """Whether a line is about the record's own node or one under it, which no other document speaks of."""
    return line.encode().startswith(own_beginnings(record))


def own_beginnings(record: str) -> tuple[bytes, bytes]:
    """How a line begins that is about the record's own node or one under it."""
    return f"<{record}/".encode(), f"<{record}>".encode()


def shared_keys(record: str, lines: Iterable[bytes]) -> set[int]:
    """Keys of the conclusions that another document might draw too: those about nothing of the record's own."""
    own = own_beginnings(record)
    return {key(line) for line in lines if not line.startswith(own)}


def key(line: bytes) -> int:
    """What a conclusion is counted under: 8 bytes of a checksum.

    Among 20 million conclusions the chance that any two share one is 1 in 90,000; then a statement could outlive its
    document.
    """
    stored = canonical(line.decode()).encode() if b'"^^<' in line else line
    return int.from_bytes(blake2b(stored, digest_size=8).digest(), "little", signed=True)


def canonical(line: str) -> str:
    """A line with its number or date as the engine stores it, which makes one value of ``0.9`` and ``0.90``."""
    typed = _TYPED.fullmatch(line) if '"^^<' in line else None
    return typed[1] + _as_stored(typed[2]) + typed[3] if typed else line


@lru_cache(maxsize=4096)
def _as_stored(literal: str) -> str:
    scratch = ox.Store()
    scratch.load(f"<urn:s> <urn:p> {literal} .\n", ox.RdfFormat.N_TRIPLES)
    return str(next(iter(scratch)).object)


def packed(nquads: bytes) -> bytes:
    """Lines for keeping; at level 1 this takes 0.05 ms for 55 lines, a hundredth of loading them."""
    return zlib.compress(nquads, 1)


def unpacked(data: bytes) -> bytes:
    """Lines that were kept."""
    return zlib.decompress(data)
