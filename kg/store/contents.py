"""Statements on their way into one graph, in the bytes that somebody sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias

import pyoxigraph as ox

# Bytes up to which they are read before anything is written: 40 ms, 20 MB. Longer ones come in batches.
READ_AHEAD = 2_000_000
# Statements at a time: 500,000 take 190 MB of virtual memory so, and 560 MB all at once, in little more time.
BATCH = 50_000
Name: TypeAlias = ox.NamedNode | ox.DefaultGraph


@dataclass(frozen=True, slots=True)
class Content:
    """Statements as they were sent.

    :ivar name: for messages; empty where there is but one.
    :ivar format: of triples, not of quads.
    :ivar base: what relative addresses in it are relative to.
    """

    body: bytes
    format: ox.RdfFormat
    base: str | None
    name: str = ""


class NotReadable(ValueError):
    """A content that is not of its format.

    :ivar content: which.
    :ivar line: where; None where the engine does not say.
    :ivar column: in letters, from 1; None likewise.
    """

    def __init__(self, content: Content, error: SyntaxError) -> None:
        super().__init__(error.msg)
        self.content = content
        self.line = error.lineno
        self.column = error.offset


def read(name: Name, contents: Sequence[Content]) -> set[ox.Quad] | None:
    """The statements of contents, in a graph; None of contents that are longer than :data:`READ_AHEAD`.

    Blank nodes of one content are none of another's, nor of any store's.

    :raises NotReadable: for what is not of its format.
    """
    if sum(len(content.body) for content in contents) > READ_AHEAD:
        return None
    quads: set[ox.Quad] = set()
    for content in contents:
        try:
            quads.update(_quads(name, content))
        except SyntaxError as error:
            raise NotReadable(content, error) from error
    return quads


def exists(store: ox.Store, name: Name) -> bool:
    """Whether a graph is there, be it empty; the default graph always is."""
    return isinstance(name, ox.DefaultGraph) or store.contains_named_graph(name)


def same(store: ox.Store, name: Name, quads: set[ox.Quad]) -> bool:
    """Whether a graph has just these statements; with a blank node among them it never has."""
    there = store.quads_for_pattern(None, None, None, name)
    return len(list(islice(there, len(quads) + 1))) == len(quads) and all(quad in store for quad in quads)


def load(store: ox.Store, name: Name, contents: Sequence[Content], quads: set[ox.Quad] | None) -> None:
    """Add contents to a graph.

    :param quads: what :func:`read` gave.
    :raises NotReadable: for what is not of its format; what was read up to there is then in the store.
    """
    if quads is not None:
        store.extend(quads)
        return
    for content in contents:
        found = _quads(name, content)
        try:
            while batch := list(islice(found, BATCH)):
                store.bulk_extend(batch)
        except SyntaxError as error:
            raise NotReadable(content, error) from error


def _quads(name: Name, content: Content) -> Iterator[ox.Quad]:
    triples = ox.parse(content.body, content.format, base_iri=content.base, rename_blank_nodes=True)
    return (ox.Quad(triple.subject, triple.predicate, triple.object, name) for triple in triples)
