"""Ways of spreading ``convert`` over workers; one a module, found by listing this folder.

An engine is a module here with ``run(stream, contacts)``; every one gives what ``serial`` gives, in the same order.
It reads the stream in the calling thread, since that looks into the catalogue of the store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

from kg.document import Document
from kg.errors import KgError
from kg.pipeline import Converted

# Documents with the names of their formats, and whether contacts are kept, to what came of them.
Engine = Callable[[Iterable[tuple[str, Document]], bool], Iterator[Converted]]

# Enough that the cost of handing a batch over vanishes, little enough that a few are held at a time.
BATCH_DOCUMENTS = 200
BATCH_BYTES = 4_000_000


@cache
def names() -> tuple[str, ...]:
    """Names of all engines, sorted."""
    return tuple(sorted(p.stem for p in Path(__file__).parent.glob("*.py") if p.stem != "__init__"))


def load(name: str) -> Engine:
    """An engine by its name.

    :raises KgError: for a name that is not a module here.
    """
    if name not in names():
        raise KgError(f"no engine {name!r}; known are {', '.join(names())}")
    run: Engine = import_module(f"kg.engines.{name}").run
    return run


def batches(stream: Iterable[tuple[str, Document]]) -> Iterator[tuple[str, tuple[Document, ...]]]:
    """Neighbours of one format together, in order, up to 200 documents or about 4 MB of them.

    :returns: name of the format and documents of each batch, none empty.
    """
    batch: list[Document] = []
    held, size = "", 0
    for name, document in stream:
        if batch and (name != held or len(batch) == BATCH_DOCUMENTS or size + len(document.body) > BATCH_BYTES):
            yield held, tuple(batch)
            batch, size = [], 0
        held, size = name, size + len(document.body)
        batch.append(document)
    if batch:
        yield held, tuple(batch)
