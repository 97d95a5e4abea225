"""What leaves the graph; one output a module, found by listing this folder.

An output is a module here that ends in ``EXPORT = Export(...)``; adding one touches nothing else. What they share, the
choice of statements, their order and their names, is in :mod:`kg.exports.statements`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import IO

from kg.errors import QueryError
from kg.exports.statements.order import Key, in_order
from kg.exports.statements.selection import Source, chosen


@dataclass(frozen=True, slots=True)
class Export:
    """One output. Each module of this folder ends in ``EXPORT = Export(...)``.

    :ivar name: the module's own name, as in ``kg export --format NAME``; also the ending of files.
    :ivar title: for people.
    :ivar media_type: as registered, for the web.
    :ivar datasets: whether it can say which graph a statement stands in; if not, it writes one graph.
    :ivar key: what statements are put in order by; None for the order of the bytes of their lines.
    :ivar write: statements in order, as N-Quads lines, to chunks of the output.
    """

    name: str
    title: str
    media_type: str
    datasets: bool
    key: Key | None
    write: Callable[[Iterable[bytes]], Iterator[bytes]]


@cache
def names() -> tuple[str, ...]:
    """Names of all outputs, sorted."""
    return tuple(sorted(p.stem for p in Path(__file__).parent.glob("*.py") if p.stem != "__init__"))


@cache
def load(name: str) -> Export:
    """An output by its name.

    :raises QueryError: for a name that is not a module here.
    """
    if name not in names():
        raise QueryError(f"no output is called {name!r}; known are {', '.join(names())}")
    found: Export = import_module(f"kg.exports.{name}").EXPORT
    return found


def export(
    snapshot: Source, format_name: str, out: IO[bytes], *, about: str | None = None, graph: str | None = None
) -> None:
    """Write a snapshot, one of its graphs or one thing.

    Statements are put in order on disk, so memory does not grow with the graph, and two snapshots that say the same
    give the same bytes.

    :param format_name: name of a module of this folder.
    :param out: takes the bytes; whoever opened it closes it. An error may come after bytes were written.
    :param about: IRI of a thing; then only what is said of it and of its parts.
    :param graph: IRI of a named graph; then only what stands in it. With neither, an output that can say which graph a
        statement stands in writes all of them, any other the knowledge graph.
    :raises QueryError: when nothing is said of the thing or in the graph, or the output cannot hold a value.
    """
    for chunk in chunks(snapshot, format_name, about=about, graph=graph):
        out.write(chunk)


def chunks(
    snapshot: Source, format_name: str, *, about: str | None = None, graph: str | None = None
) -> Iterator[bytes]:
    """The bytes that :func:`export` writes, in pieces; same parameters, same errors."""
    output = load(format_name)
    statements = chosen(snapshot, about=about, graph=graph, datasets=output.datasets)
    return output.write(in_order(statements, output.key))
