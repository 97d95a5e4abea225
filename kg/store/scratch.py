"""A graph for questions that need only some statements, gone when they are answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyoxigraph as ox

# Loaded in one go: enough for the engine's fast way, little in memory.
_CHARACTERS = 16_000_000


@contextmanager
def scratch_graph(texts: Iterable[str]) -> Iterator[Callable[[str], Any]]:
    """What answers SPARQL over some statements, which are held on disk.

    :param texts: N-Triples, read once.
    """
    # What is left when an answer outlives its graph is nothing to stop for: it lies where temporary files do.
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        opened = [ox.Store(str(Path(folder) / "graph"))]
        held: list[str] = []
        size = 0
        for text in texts:
            held.append(text)
            size += len(text)
            if size > _CHARACTERS:
                opened[0].bulk_load("".join(held), ox.RdfFormat.N_TRIPLES)
                held, size = [], 0
        opened[0].load("".join(held), ox.RdfFormat.N_TRIPLES)
        yield lambda sparql: opened[0].query(sparql)
        # Through the list, so that whoever keeps the function does not keep the store open.
        opened.clear()
