"""What a document says, its lines taken apart once: held to their contract, counted, and for the default graph.

All on bytes, and each text read as few times as can be, since one thread does this for every document of a build: for
800 lines, many with letters beyond ASCII, it took 1.8 times as long when each of these read the texts anew.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from kg.errors import StoreError
from kg.pipeline import ConvertedDocument
from kg.store.statements import RECORDS, RULES, byte_lines, end, own_beginnings, shared_keys

_IN_RULES = re.compile(rb"%s[^<>\s]+> \." % re.escape(RULES.encode()))


class _Apart(NamedTuple):
    """The lines of a document, without their ends.

    :ivar statements: what it says, without the graph.
    :ivar conclusions: what follows from it.
    :ivar concluded: the same: the statement, what parts it from its graph, and that with what ends the line.
    """

    statements: list[bytes]
    conclusions: list[bytes]
    concluded: list[tuple[bytes, bytes, bytes]]


@dataclass(frozen=True, slots=True)
class Said:
    """What the store wants to know of a document.

    :ivar stated: how many different statements it makes.
    :ivar inferred: how many different conclusions follow from it.
    :ivar default: all of them as they stand in the default graph, as N-Triples.
    :ivar shared: keys of the conclusions that other documents might draw too.
    """

    stated: int
    inferred: int
    default: bytes
    shared: set[int]


def said(document: ConvertedDocument, without: Collection[str] = ()) -> Said:
    """Look at every line of a document.

    :param without: graphs whose statements do not stand in the default graph.
    :raises StoreError: as :func:`check`.
    """
    found = _apart(document)
    left_out = {end(graph)[2:-1].encode() for graph in without}
    accepted = [statement for statement, _, graph in found.concluded if graph not in left_out]
    return Said(
        stated=len(set(found.statements)),
        inferred=len(set(found.conclusions)),
        default=b" .\n".join([*found.statements, *accepted, b""]),
        shared=shared_keys(document.record, found.conclusions),
    )


def check(document: ConvertedDocument) -> None:
    """Hold a document to the contract: its own graph and those of rule sets, and nothing about another's parts.

    :raises StoreError: for statements that stand elsewhere or concern another record's nodes: they would stay behind
        when the document goes, or go with the other.
    """
    _apart(document)


def _apart(document: ConvertedDocument) -> _Apart:
    """The lines of a document that keeps the contract of :func:`check`."""
    record = document.record
    statements = document.stated.split(end(record).encode())
    # Within a literal no line can end.
    if statements.pop() or len(statements) != document.stated.count(b"\n"):
        raise StoreError(f"{document.uri}: wanted every statement in graph {record}, found others")
    conclusions = byte_lines(document.inferred)
    concluded = [line.rpartition(b" <") for line in conclusions]
    if not all(_IN_RULES.fullmatch(graph) for graph in {graph for _, _, graph in concluded}):
        raise StoreError(f"{document.uri}: wanted every conclusion in a graph under {RULES}, found others")
    # Its own first: most of what it says is about these.
    parts, own = b"<" + RECORDS.encode(), own_beginnings(record)
    others = [one for one in statements if not one.startswith(own) and one.startswith(parts)]
    others += [one for one, _, _ in concluded if not one.startswith(own) and one.startswith(parts)]
    if others:
        raise StoreError(f"{document.uri}: wanted nothing about parts of records but those of {record}, found others")
    return _Apart(statements, conclusions, concluded)
