"""On Apache Spark: documents go out in partitions, what came of them comes back in order."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable, Iterator
from itertools import islice

from kg.document import Document
from kg.engines import batches
from kg.engines.cluster.session import connected
from kg.pipeline import Converted, convert

OPTIONS = ("master",)
# Batches that are sent out together, for each task that runs at once: the last of them leave few tasks idle.
ROUNDS = 4
# A batch as it travels: its format, and address, bytes and place in the file of each document.
Sent = tuple[str, list[tuple[str, bytes, int | None]]]


def run(stream: Iterable[tuple[str, Document]], contacts: bool, master: str | None = None) -> Iterator[Converted]:
    """Convert documents on Spark, in order.

    :param stream: documents with the names of their formats, read in this thread, some batches ahead.
    :param contacts: whether e-mail addresses and telephone numbers are kept.
    :param master: address of the master; None for all cores of this machine.
    :raises KgError: when PySpark or Java is missing, or Spark does not start or breaks off.
    """
    with connected(master) as cluster:
        tasks = plain(stream)
        while some := list(islice(tasks, ROUNDS * cluster.parallelism)):
            sent = cluster.context.parallelize(some, len(some))
            done = sent.mapPartitions(cluster.calling(f"{__name__}.converted", contacts))
            for packed in done.collect():
                # What our own workers made of our own documents.
                yield pickle.loads(zlib.decompress(packed))  # noqa: S301


def plain(stream: Iterable[tuple[str, Document]]) -> Iterator[Sent]:
    """Documents in batches, without our own classes, which a worker does not know before it has our code."""
    for name, documents in batches(stream):
        yield name, [(d.uri, d.body, d.offset) for d in documents]


def documents_of(sent: Sent) -> tuple[str, list[Document]]:
    """A batch as it was before it travelled."""
    name, documents = sent
    return name, [Document(*one) for one in documents]


def converted(tasks: Iterator[Sent], contacts: bool) -> Iterator[bytes]:
    """On a worker: what came of each batch, packed, since N-Quads shrink to a tenth."""
    for name, documents in map(documents_of, tasks):
        yield zlib.compress(pickle.dumps(convert(documents, name, contacts=contacts)), 1)
