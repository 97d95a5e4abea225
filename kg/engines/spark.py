"""On Apache Spark: documents go out in partitions, what came of them comes back in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from kg.document import Document
from kg.engines.cluster.batches import Sent, documents_of, packed, plain, rescued, unpacked
from kg.engines.cluster.session import Cluster, connected, of_spark
from kg.pipeline import Converted, convert

OPTIONS = ("master",)
# Batches that are sent out together, for each task that runs at once: the last of them leave few tasks idle.
ROUNDS = 4


def run(stream: Iterable[tuple[str, Document]], contacts: bool, master: str | None = None) -> Iterator[Converted]:
    """Convert documents on Spark, in order; those that kill every process they are given to are rejected.

    :param stream: documents with the names of their formats, read in this thread, some batches ahead.
    :param contacts: whether e-mail addresses and telephone numbers are kept.
    :param master: address of the master; None for all cores of this machine.
    :raises KgError: when PySpark or Java is missing, or Spark does not start or breaks off.
    """
    with connected(master) as cluster:
        tasks = plain(stream)
        while some := list(islice(tasks, ROUNDS * cluster.parallelism)):
            yield from map(unpacked, done(cluster, some, contacts))


def done(cluster: Cluster, some: list[Sent], contacts: bool) -> list[bytes]:
    """What came of each batch, packed."""
    sent = cluster.context.parallelize(some, len(some))
    try:
        return sent.mapPartitions(cluster.calling(f"{__name__}.converted", contacts)).collect()
    except Exception as error:
        if not of_spark(error):
            raise
        return rescued(cluster, some, contacts)


def converted(tasks: Iterator[Sent], contacts: bool) -> Iterator[bytes]:
    """On a worker: what came of each batch, packed."""
    for name, documents in map(documents_of, tasks):
        yield packed(convert(documents, name, contacts=contacts))
