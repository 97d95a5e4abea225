"""Shards written on Spark: documents go out from the driver, and come back to it as sorted files.

No file system need be shared. Between, each copy of a record is a packed text, and each line is sorted by the worker
that writes its shard.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.archives import Found
from kg.document import WITHDRAWN
from kg.engines.cluster import batches
from kg.engines.cluster.batches import Sent, documents_of, plain, rescued
from kg.engines.cluster.session import Cluster, connected, of_spark
from kg.engines.spark import ROUNDS
from kg.errors import DocumentError
from kg.pipeline import Converted, convert
from kg.shards import conclusions
from kg.shards.copies import Order, order_of
from kg.shards.folder import Met, shared_text
from kg.shards.here import documents
from kg.shards.lines import ENDINGS, about, file_name, of_text, shard_of, split, unique
from kg.shards.sorting import Written
from kg.shards.sorting import write as write_file
from kg.store.recipe import Recipe
from kg.store.said import check
from kg.store.statements import packed, unpacked

if TYPE_CHECKING:
    from pyspark import RDD

# A copy of a record: what decides between copies, its format, and what it says.
Copy = tuple[Order, str, bytes]
KINDS = tuple(ENDINGS)
# Lines of a shard that travel together.
PIECE = 10_000


def write(
    out: Path, found: Iterable[Found], recipe: Recipe, number: int, master: str | None
) -> tuple[Met, list[Written]]:
    """Write the files of the shards; the same as :func:`kg.shards.here.write`.

    :param master: address of the master of Spark; None for all cores of this machine.
    """
    met = Met()
    with connected(master) as cluster:
        copies = converted(cluster, found, recipe, met)
        if met.found == len(met.rejected):
            return met, []
        best = copies.reduceByKey(_better, max(number, cluster.parallelism)).values().persist(_on_disk())
        counts = best.mapPartitions(cluster.calling(f"{__name__}.formats")).reduceByKey(int.__add__).collectAsMap()
        met.withdrawn = counts.pop("", 0)
        met.by_format = dict(sorted(counts.items()))
        rejected = sorted(recipe.rejected_graphs)
        lines = best.mapPartitions(cluster.calling(f"{__name__}.lines_of", number, rejected))
        shared = shared_text(recipe)
        more = chain(
            [shared], conclusions.concluded(recipe, lambda known: needed(cluster, best, recipe, shared, known))
        )
        told = cluster.context.parallelize([packed(text.encode()) for text in more]).mapPartitions(
            cluster.calling(f"{__name__}.lines_of_texts", number, rejected)
        )
        sorted_ = lines.union(told).repartitionAndSortWithinPartitions(2 * number, _place)
        pieces = sorted_.mapPartitions(cluster.calling(f"{__name__}.pieces")).toLocalIterator()
        return met, list(files(out, pieces, number))


def _on_disk() -> Any:  # noqa: ANN401
    from pyspark import StorageLevel

    return StorageLevel.DISK_ONLY


def _plain_functions() -> tuple[Callable[[Copy, Copy], Copy], Callable[[tuple[int, bytes]], int]]:
    # Without a name in a module they travel as code, to workers that do not have this module yet.
    return (lambda one, other: max(one, other)), (lambda key: key[0])


_better, _place = _plain_functions()


def converted(cluster: Cluster, found: Iterable[Found], recipe: Recipe, met: Met) -> RDD[tuple[str, Copy]]:
    """Every copy of each record, on the disks of the workers; what could not be read is noted.

    The driver sends some batches at a time and then forgets them, so its memory does not grow with their number.
    """
    tasks = plain(documents(found, met))
    rounds = []
    while some := list(islice(tasks, ROUNDS * cluster.parallelism)):
        try:
            done, rejected = kept(cluster, some, "converted_by_record", recipe.contacts)
        except Exception as error:
            if not of_spark(error):
                raise
            made = rescued(cluster, some, recipe.contacts)
            done, rejected = kept(cluster, made, "travelled_by_record")
        met.rejected.extend(rejected)
        rounds.append(done.filter(lambda one: bool(one[0])).coalesce(cluster.parallelism))
    return cluster.context.union(rounds) if rounds else cluster.context.emptyRDD()


def kept(
    cluster: Cluster, some: list[Any], function: str, *given: object
) -> tuple[RDD[tuple[str, Any]], list[DocumentError]]:
    """What a function here makes of some batches, on the disks of the workers, and what could not be read."""
    done = cluster.context.parallelize(some, len(some)).mapPartitions(cluster.calling(f"{__name__}.{function}", *given))
    done.persist(_on_disk())
    done.localCheckpoint()
    try:
        return done, [DocumentError(*error) for error in done.filter(lambda one: not one[0]).values().collect()]
    except Exception:
        done.unpersist()
        raise


def converted_by_record(tasks: Iterator[Sent], contacts: bool) -> Iterator[tuple[str, Any]]:
    """On a worker: record and copy of each document; the parts of an error, without a record, for what is none."""
    for name, found in map(documents_of, tasks):
        yield from by_record(convert(found, name, contacts=contacts))


def travelled_by_record(travelled: Iterator[bytes]) -> Iterator[tuple[str, Any]]:
    """On a worker: the same of what was converted already."""
    for one in travelled:
        yield from by_record(batches.unpacked(one))


def by_record(done: Converted) -> Iterator[tuple[str, Any]]:
    """The same of what came of one batch."""
    for document in done.documents:
        check(document)
        yield document.record, (order_of(document), document.format, packed(document.stated + document.inferred))
    for error in done.rejected:
        yield "", (error.uri, error.cause, error.detail)


def formats(copies: Iterator[Copy]) -> Iterator[tuple[str, int]]:
    """On a worker: the format of each document, empty for a record that is withdrawn, and one."""
    for ((version, *_), _), name, _ in copies:
        yield "" if version == WITHDRAWN else name, 1


def lines_of(copies: Iterator[Copy], number: int, rejected: list[str]) -> Iterator[tuple[tuple[int, bytes], None]]:
    """On a worker: every line of some documents, with the place of its file among all."""
    return lines_of_texts((text for _, _, text in copies), number, rejected)


def lines_of_texts(
    texts: Iterable[bytes], number: int, rejected: list[str]
) -> Iterator[tuple[tuple[int, bytes], None]]:
    """On a worker: the same for packed N-Quads."""
    without = frozenset(rejected)
    for text in texts:
        for kind, written in enumerate(of_text(unpacked(text).decode(), without)):
            for line in split(written):
                yield (kind * number + shard_of(line, number), line), None


def needed(cluster: Cluster, best: RDD[Copy], recipe: Recipe, shared: str, known: frozenset[str]) -> Iterator[str]:
    """Statements of the knowledge graph with one of some properties, brought to the driver."""
    if not known:
        return
    yield from about(known).findall(of_text(shared, recipe.rejected_graphs)[0])
    there = cluster.calling(f"{__name__}.needed_of", sorted(known), sorted(recipe.rejected_graphs))
    for text in best.mapPartitions(there).toLocalIterator():
        yield unpacked(text).decode()


def needed_of(copies: Iterator[Copy], known: list[str], rejected: list[str]) -> Iterator[bytes]:
    """On a worker: the same of some documents, packed."""
    wanted, without = about(frozenset(known)), frozenset(rejected)
    for _, _, text in copies:
        yield packed("".join(wanted.findall(of_text(unpacked(text).decode(), without)[0])).encode())


def pieces(items: Iterator[tuple[tuple[int, bytes], None]]) -> Iterator[tuple[int, bytes]]:
    """On a worker: the sorted lines of its files, each once, some thousands together, packed."""
    for place, group in groupby((key for key, _ in items), key=lambda key: key[0]):
        lines = unique(line for _, line in group)
        while some := list(islice(lines, PIECE)):
            yield place, zlib.compress(b"".join(some), 1)


def files(out: Path, packed_pieces: Iterable[tuple[int, bytes]], number: int) -> Iterator[Written]:
    """Write the files from their pieces, which come in order; a file without any is written too."""
    by_place = groupby(packed_pieces, key=lambda piece: piece[0])
    place, group = next(by_place, (-1, iter(())))
    names = [file_name(kind, shard, number) for kind in KINDS for shard in range(number)]
    for own, name in enumerate(names):
        mine = (zlib.decompress(piece) for _, piece in group) if own == place else iter(())
        yield write_file(mine, out / name)
        if own == place:
            place, group = next(by_place, (-1, iter(())))
