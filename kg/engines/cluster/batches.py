"""Batches of documents as they travel to workers of Spark and back, and those again that killed one.

Spark gives up a job when a process of its own was killed; with it would go everything that was converted so far.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable, Iterator
from itertools import chain

from kg.document import Document
from kg.engines import batches
from kg.engines.cluster.session import Cluster
from kg.engines.processes import killed, work
from kg.engines.workers.pool import Task, ordered
from kg.engines.workers.process import Worker, WorkerDied
from kg.pipeline import Converted

# A batch: its format, and address, bytes and place in the file of each document.
Sent = tuple[str, list[tuple[str, bytes, int | None]]]


def plain(stream: Iterable[tuple[str, Document]]) -> Iterator[Sent]:
    """Documents in batches, without our own classes, which a worker does not know before it has our code."""
    for name, documents in batches(stream):
        yield name, [(d.uri, d.body, d.offset) for d in documents]


def documents_of(sent: Sent) -> tuple[str, tuple[Document, ...]]:
    """A batch as it was before it travelled."""
    name, documents = sent
    return name, tuple(Document(*one) for one in documents)


def packed(converted: Converted) -> bytes:
    """What came of a batch, as it travels: N-Quads shrink to a tenth."""
    return zlib.compress(pickle.dumps(converted), 1)


def unpacked(travelled: bytes) -> Converted:
    """The same as it was before."""
    found: Converted = pickle.loads(zlib.decompress(travelled))  # noqa: S301  (from our own workers)
    return found


def rescued(cluster: Cluster, some: list[Sent], contacts: bool) -> list[bytes]:
    """What came of batches with which Spark broke off, packed, in order, as the engine ``processes`` has it.

    Each batch is given to a process that may die. Those whose process was killed follow one after the other, whole
    and in halves, until the documents are found that do it, which are rejected.
    """
    sent = cluster.context.parallelize(some, len(some))
    made = sent.mapPartitions(cluster.calling(f"{__name__}.apart", contacts)).collect()
    left = [batch for batch, one in zip(some, made, strict=True) if one is None]
    again = iter(())
    if left:
        sent = cluster.context.parallelize(left, 1)
        again = iter(sent.mapPartitions(cluster.calling(f"{__name__}.halved", contacts)).collect())
    return [next(again) if one is None else one for one in made]


def apart(tasks: Iterator[Sent], contacts: bool) -> Iterator[bytes | None]:
    """On a worker: what came of each batch in a process of its own; None where that was killed."""
    for name, documents in map(documents_of, tasks):
        worker = Worker(work)
        try:
            yield packed(worker.call((name, contacts), documents))
        except WorkerDied:
            yield None
        finally:
            worker.end()


def halved(tasks: Iterator[Sent], contacts: bool) -> Iterator[bytes]:
    """On a worker: what came of each batch, but for the documents that kill every process."""
    for name, documents in map(documents_of, tasks):
        parts = list(ordered(Task(work, killed), [((name, contacts), documents)], 1))
        yield packed(
            Converted(
                tuple(chain.from_iterable(part.documents for part in parts)),
                tuple(chain.from_iterable(part.rejected for part in parts)),
            )
        )
