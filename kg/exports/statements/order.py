"""Statements in order, on disk, so that memory does not grow with the graph."""

from __future__ import annotations

import heapq
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from functools import lru_cache
from itertools import islice
from tempfile import TemporaryFile
from typing import IO

Key = Callable[[bytes], bytes]

# 200,000 lines are about 60 MB; sorting them takes 0.1 s by bytes and 0.7 s with a key.
RUN = 200_000
# Runs merged at once, well under the 256 files that a process may open on some systems.
WIDTH = 100
# Stands in no N-Quads line and sorts before everything that may follow in an IRI, so that parents precede children.
_AFTER_KEY = b"\0"
_NUMBER = re.compile(rb"[0-9]+")
# Only a graph is an IRI behind a space at the end: an object stands first in the rest of its line, a type behind ^^.
_GRAPH = re.compile(rb" <([^<>\"]*)> \.\n\Z")


def natural(text: bytes) -> bytes:
    """A text in which numbers compare by value: each behind a digit, or what follows digits, that tells its length.

    >>> sorted([b"arm/10", b"arm/9", b"arm"], key=natural)
    [b'arm', b'arm/9', b'arm/10']
    """
    return _NUMBER.sub(lambda digits: b"%c%s" % (48 + min(len(digits[0]), 200), digits[0]), text)


# What is said of a thing comes together from the store. Objects are not kept: they may be long.
_natural_iri = lru_cache(maxsize=256)(natural)


def by_subject(line: bytes) -> bytes:
    """Key of a triple: its subject, for people."""
    return _natural_iri(line.partition(b" ")[0].strip(b"<>"))


def by_graph(line: bytes) -> bytes:
    """Key of a quad: its graph, the default graph first, then its subject."""
    subject, _, rest = line.split(b" ", 2)
    graph = _GRAPH.search(rest)
    name = _natural_iri(graph[1]) if graph else b""
    return name + b"\1" + _natural_iri(subject.strip(b"<>"))


def in_order(lines: Iterable[bytes], key: Key | None, *, run: int = RUN, width: int = WIDTH) -> Iterator[bytes]:
    """Lines sorted by a key and then by their bytes.

    :param lines: each ends in a newline and holds no other, nor a NUL.
    :param key: may hold neither newline nor NUL; None for the bytes alone.
    :param run: lines that are held in memory at once.
    :param width: runs that are merged at once.
    """
    source = iter(lines) if key is None else (key(line) + _AFTER_KEY + line for line in lines)
    held = sorted(islice(source, run))
    with ExitStack() as files:
        merged: Iterable[bytes] = held
        if len(held) == run:
            merged = heapq.merge(*_runs(held, source, run, width, files))
        for line in merged:
            yield line if key is None else line.partition(_AFTER_KEY)[2]


def _runs(held: list[bytes], source: Iterator[bytes], run: int, width: int, files: ExitStack) -> list[IO[bytes]]:
    """All lines as sorted files, fewer than ``width``."""
    runs: list[IO[bytes]] = []
    while held:
        runs.append(_written(held, files))
        if len(runs) == width:
            one = _written(heapq.merge(*runs), files)
            for file in runs:
                file.close()
            runs = [one]
        held = sorted(islice(source, run))
    return runs


def _written(lines: Iterable[bytes], files: ExitStack) -> IO[bytes]:
    file = files.enter_context(TemporaryFile())  # noqa: SIM115 (the stack closes it)
    file.writelines(lines)
    file.seek(0)
    return file
