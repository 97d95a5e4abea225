"""Building: documents in, a published snapshot out, or nothing at all."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from kg.archives import Found
from kg.document import Document
from kg.engines import Engine, serial
from kg.errors import BuildRefused, DocumentError, StoreError
from kg.rdf import iris
from kg.store import layout, publishing
from kg.store.lock import locked
from kg.store.manifest import input_lines, manifest, reject_lines
from kg.store.recipe import Recipe
from kg.store.report import BuildReport, Tally
from kg.store.work import Work

_COUNTS = """
SELECT count(*) FILTER (WHERE loaded = ?), count(*) FILTER (WHERE seen = ? AND loaded < ?),
    count(*) FILTER (WHERE fingerprint <> ?)
FROM document WHERE current
"""


def build(
    folder: Path | str,
    stream: Iterable[Found],
    recipe: Recipe,
    *,
    run: Engine = serial.run,
    expect: Mapping[str, int] | None = None,
    strict: bool = False,
    some: bool = False,
    anew: bool = False,
) -> BuildReport:
    """Bring the graph in a folder up to date with some documents, and publish it as a new snapshot.

    Documents that are in the graph and not among these stay. Where the graph would be the same, nothing is published.
    The result does not depend on the order of the documents, nor on how many builds they came in.

    :param folder: made when it does not exist.
    :param stream: as :func:`kg.archives.documents` gives it, read once.
    :param run: an engine, which converts.
    :param expect: by name of a format, how many documents of it must at least be readable.
    :param strict: whether one rejected document stops the build.
    :param some: whether at least one document must be readable; without, the recipe alone may change the graph.
    :param anew: forget what is in the graph and start with nothing; readers keep the old one until the new is whole.
    :raises BuildRefused: when there are fewer documents than expected, or rejected ones in a strict build.
    :raises StoreError: when another build runs, or the graph cannot be read, written or brought up to date.
    """

    def load(work: Work, tally: Tally) -> None:
        for converted in run(unknown(stream, work, tally), recipe.contacts):
            tally.rejected.extend(converted.rejected)
            for document in converted.documents:
                tally.read[document.format] += 1
                work.offer(document)
        work.finish()

    def check(report: BuildReport) -> None:
        hold_to(report, expect or {}, strict=strict, some=some)

    return _changed(Path(folder), recipe, load, check, anew=anew)


def remove(folder: Path | str, keys: Sequence[str], recipe: Recipe) -> BuildReport:
    """Take documents out of the graph in a folder, and publish it as a new snapshot.

    Nothing of them is left in the files of that snapshot; older ones that are still kept hold them as before.

    :param keys: IRIs of their records, or what follows ``…/record/`` in them, such as ``ctgov/NCT04643405``.
    :param recipe: as the graph was built with.
    :raises StoreError: when one is not in the graph (then all stay), or as for :func:`build`.
    """
    folder = Path(folder)
    if layout.current_id(folder) is None:
        raise StoreError(f"no graph at {folder}; make one with kg build PATH… --store {folder}")

    def take_out(work: Work, tally: Tally) -> None:
        for record in dict.fromkeys(record_of(key) for key in keys):
            work.remove(record)
            tally.removed += 1
        work.finish()
        work.purge()

    return _changed(folder, recipe, take_out)


def record_of(key: str) -> str:
    """IRI of a record from itself or from its registry and number.

    >>> record_of("pubmed/40975066")
    'https://w3id.org/trialgraph/record/pubmed/40975066'

    :raises StoreError: for what is neither.
    """
    registry, slash, number = key.removeprefix(iris.BASE + "record/").partition("/")
    if not slash or not number or ":" in registry:
        raise StoreError(f"wanted a registry and a number such as ctgov/NCT04643405, found {key!r}")
    return iris.record(registry, number)


def unknown(stream: Iterable[Found], work: Work, tally: Tally) -> Iterator[tuple[str, Document]]:
    """The documents that must be converted; those known already and those that are none are noted."""
    for found in stream:
        tally.found += 1
        if isinstance(found, DocumentError):
            tally.rejected.append(found)
            continue
        name, document = found
        if work.meet(name, document):
            tally.read[name] += 1
        else:
            yield name, document


def hold_to(report: BuildReport, expect: Mapping[str, int], *, strict: bool, some: bool = False) -> None:
    """Refuse a build that met fewer documents, or more unreadable ones, than was asked for.

    :raises BuildRefused: naming every count that is missed.
    """
    missed = [
        f"wanted at least {least} {name}, found {report.read.get(name, 0)}"
        for name, least in sorted(expect.items())
        if report.read.get(name, 0) < least
    ]
    if some and not report.read:
        missed.insert(0, f"wanted documents, found none that can be read ({len(report.rejected)} rejected)")
    if strict and report.rejected:
        missed.append(f"wanted no rejects, found {len(report.rejected)}, the first {report.rejected[0]}")
    if missed:
        raise BuildRefused(f"nothing published: {'; '.join(missed)}", report)


def _changed(
    folder: Path,
    recipe: Recipe,
    change: Callable[[Work, Tally], None],
    check: Callable[[BuildReport], None] | None = None,
    *,
    anew: bool = False,
) -> BuildReport:
    """Change a copy of the graph; publish it when it came out different and passes a check."""
    tally = Tally()
    with locked(folder):
        try:
            place, number = publishing.start(folder, anew=anew)
            with closing(Work(place, recipe, number)) as work:
                work.settle()
                change(work, tally)
                report = reported(work, tally, layout.current_id(folder))
                if check:
                    check(report)
                new = written(folder, work, report) if report.published else None
            if new:
                os.replace(place / layout.CATALOGUE, new / layout.CATALOGUE)
                publishing.switch(folder, new)
            publishing.remove_old(folder)
        except (OSError, sqlite3.OperationalError) as error:
            raise StoreError(f"{folder}: wanted to write the graph, found {error}") from error
        finally:
            shutil.rmtree(layout.work_folder(folder), ignore_errors=True)
    return report


def reported(work: Work, tally: Tally, current: str | None) -> BuildReport:
    """What a build did, from what it met and what its catalogue says now.

    :param current: id of the snapshot that it started from.
    """
    build, fingerprint = work.build, work.recipe.fingerprint
    ((loaded, unchanged, stale),) = work.catalogue.rows(_COUNTS, build, build, build, fingerprint)
    return BuildReport(
        snapshot=f"{work.build:04d}" if work.changed else current,
        published=work.changed,
        found=tally.found,
        loaded=loaded,
        unchanged=unchanged,
        superseded=tally.found - loaded - unchanged - len(tally.rejected),
        rejected=tally.rejects(),
        removed=tally.removed,
        stale=stale,
        read=dict(tally.read),
    )


def written(folder: Path, work: Work, report: BuildReport) -> Path:
    """The folder of a new snapshot, complete but for its catalogue, which is still in use."""
    lines = {layout.INPUTS: input_lines(work), layout.REJECTS: reject_lines(report)}
    new = publishing.write(folder, f"{work.build:04d}", manifest(work, report), lines)
    work.graph.backup(new / layout.GRAPH)
    return new
