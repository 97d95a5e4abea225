"""In worker processes of this machine, one a core unless told otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from kg.document import Document
from kg.engines import batches
from kg.engines.workers.pool import Batch, Task, number, ordered
from kg.errors import DocumentError
from kg.pipeline import Converted, convert

OPTIONS = ("workers",)
# Name of the format, and whether contacts are kept.
How = tuple[str, bool]


def run(stream: Iterable[tuple[str, Document]], contacts: bool, workers: int | None = None) -> Iterator[Converted]:
    """Convert documents in worker processes, in order; what fits in one batch in this process.

    A batch whose process is killed is tried once more, alone; if that is killed too, the batch is halved until the
    documents are found that do it, which are rejected.

    :param stream: documents with the names of their formats, read in this thread, a few batches ahead.
    :param contacts: whether e-mail addresses and telephone numbers are kept.
    :param workers: how many processes; None for one a core.
    :raises KgError: for less than one worker.
    """
    wanted = number(workers)
    tasks: Iterator[Batch[How, Document]] = (((name, contacts), found) for name, found in batches(stream))
    # One batch is converted in about the time in which a process starts.
    first = list(islice(tasks, 2))
    if len(first) == 2 and wanted > 1:
        yield from ordered(Task(work, killed), chain(first, tasks), wanted)
        return
    for how, documents in chain(first, tasks):
        yield work(how, documents)


def work(how: How, documents: tuple[Document, ...]) -> Converted:
    """What one batch is converted to."""
    format_name, contacts = how
    return convert(documents, format_name, contacts=contacts)


def killed(_: How, document: Document) -> Converted:
    """What becomes of a document that no process survives."""
    cause, size = "the process that read it was killed", len(document.body)
    found = f"wanted a document that can be read in memory, found {size:,} bytes at which the process ended twice"
    return Converted((), (DocumentError(document.uri, cause, found),))
