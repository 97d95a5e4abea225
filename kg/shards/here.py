"""Shards written on this machine: converted by any engine, held and sorted on disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path

from kg.archives import Found
from kg.document import Document
from kg.engines import Engine
from kg.engines.workers.pool import Task, ordered
from kg.errors import DocumentError, KgError
from kg.shards import conclusions
from kg.shards.copies import Copies
from kg.shards.folder import Met, shared_text
from kg.shards.lines import ENDINGS, SOURCES, STATEMENTS, about, file_name, of_text
from kg.shards.sorting import Buckets, Written, sort
from kg.store.recipe import Recipe

# Less is sorted faster than processes start.
LITTLE_BYTES = 50_000_000
Paths = tuple[Path, Path]


def write(
    out: Path, work: Path, found: Iterable[Found], recipe: Recipe, number: int, run: Engine, workers: int
) -> tuple[Met, list[Written]]:
    """Write the files of the shards.

    :param out: folder in which they come to stand.
    :param work: folder for what is in between: about three times what the shards hold.
    :param run: what converts.
    :param workers: how many processes sort.
    :returns: what was met, and each file; no file when nothing could be read.
    """
    met = Met()
    with closing(Copies(work)) as copies:
        for converted in run(documents(found, met), recipe.contacts):
            met.rejected.extend(converted.rejected)
            for document in converted.documents:
                copies.offer(document)
        met.by_format, met.withdrawn = copies.by_format(), copies.withdrawn()
        if met.found == len(met.rejected):
            return met, []
        with closing(Buckets(work, number)) as buckets:
            fill(buckets, copies.texts(), recipe)
    pairs = [
        (work / name, out / name) for kind in ENDINGS for name in (file_name(kind, s, number) for s in range(number))
    ]
    return met, list(all_sorted(pairs, workers))


def documents(found: Iterable[Found], met: Met) -> Iterator[tuple[str, Document]]:
    """The documents among what was found; the rest is noted."""
    for one in found:
        met.found += 1
        if isinstance(one, DocumentError):
            met.rejected.append(one)
        else:
            yield one


def fill(buckets: Buckets, texts: Iterable[str], recipe: Recipe) -> None:
    """Put everything in its bucket, the conclusions from all documents together last."""
    for text in chain([shared_text(recipe)], texts):
        _put(buckets, text, recipe)
    for text in conclusions.concluded(recipe, lambda known: needed(buckets, known)):
        _put(buckets, text, recipe)


def _put(buckets: Buckets, nquads: str, recipe: Recipe) -> None:
    for kind, text in zip((STATEMENTS, SOURCES), of_text(nquads, recipe.rejected_graphs), strict=True):
        buckets.add(kind, text)


def needed(buckets: Buckets, known: frozenset[str]) -> Iterator[str]:
    """Statements of the knowledge graph with one of some properties."""
    wanted = about(known)
    for text in buckets.texts(STATEMENTS) if known else ():
        yield from wanted.findall(text)


def all_sorted(pairs: list[Paths], workers: int) -> Iterator[Written]:
    """Sort files, in worker processes where it is worth it, in order."""
    if workers == 1 or sum(source.stat().st_size for source, _ in pairs) < LITTLE_BYTES:
        yield from (sort(*pair) for pair in pairs)
        return
    yield from ordered(Task(_sorted, _lost), ((source, (target,)) for source, target in pairs), workers)


def _sorted(source: Path, targets: tuple[Path, ...]) -> Written:
    return sort(source, *targets)


def _lost(source: Path, _: Path) -> Written:
    raise KgError(f"{source.name}: wanted to sort it, found the process killed twice")
