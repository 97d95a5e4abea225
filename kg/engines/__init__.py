"""Ways of spreading ``convert`` over workers; one a module, found by listing this folder.

An engine is a module here with ``run(stream, contacts)`` and ``OPTIONS``, the names of what else ``run`` takes; every
one gives what ``serial`` gives, in the same order. It reads the stream in the calling thread, since that looks into the
catalogue of the store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from importlib import import_module
from pathlib import Path

from kg.document import Document
from kg.errors import KgError
from kg.pipeline import Converted

# Documents with the names of their formats, and whether contacts are kept, to what came of them.
Engine = Callable[[Iterable[tuple[str, Document]], bool], Iterator[Converted]]

# Handing a batch over costs a millisecond; as N-Quads it is 20 to 80 times its size, and a few are held at a time.
BATCH_DOCUMENTS = 50
BATCH_BYTES = 1_000_000


@cache
def names() -> tuple[str, ...]:
    """Names of all engines, sorted."""
    return tuple(sorted(p.stem for p in Path(__file__).parent.glob("*.py") if p.stem != "__init__"))


def load(name: str, **options: object) -> Engine:
    """An engine by its name.

    :param options: that the engine takes, such as ``workers``; None is as if not given.
    :raises KgError: for a name that is not a module here, or an option that the engine does not take.
    """
    if name not in names():
        raise KgError(f"no engine {name!r}; known are {', '.join(names())}")
    module = import_module(f"kg.engines.{name}")
    given = {option: value for option, value in options.items() if value is not None}
    for option in given:
        if option not in module.OPTIONS:
            takes = ", ".join(f"--{one}" for one in module.OPTIONS) or "no option"
            raise KgError(f"engine {name} takes {takes}, got --{option}")
    return partial(module.run, **given)


def batches(stream: Iterable[tuple[str, Document]]) -> Iterator[tuple[str, tuple[Document, ...]]]:
    """Neighbours of one format together, in order, up to 50 documents or about 1 MB of them.

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
