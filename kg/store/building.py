"""Building: documents in, a published snapshot out, or nothing at all."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from kg.archives import Finished, Found, Known, Skipped
from kg.document import WITHDRAWN, Document
from kg.engines import Engine, serial
from kg.errors import BuildRefused, StoreError
from kg.rdf import iris
from kg.store import damage, layout, publishing
from kg.store.lock import locked
from kg.store.manifest import input_lines, line, manifest, met, reject_lines
from kg.store.owner import refuse_written
from kg.store.publishing import Begun
from kg.store.recipe import Recipe
from kg.store.report import BuildReport, Tally
from kg.store.work import Work

_COUNTS = """
SELECT count(*) FILTER (WHERE version <> :withdrawn AND found AND loaded = :build),
    count(*) FILTER (WHERE version <> :withdrawn AND found AND loaded < :build),
    count(*) FILTER (WHERE version = :withdrawn AND found),
    count(*) FILTER (WHERE version <> :withdrawn AND fingerprint <> :fingerprint)
FROM (
    SELECT d.version, d.loaded, d.fingerprint, d.seen = :run OR coalesce(m.seen = :run, 0) AS found
    FROM document d LEFT JOIN member m ON m.id = d.member WHERE d.current
)
"""
MOST_FIRST_REJECTS = 20

# What is met, or a function from what is known of members of archives to what is met but for those.
Stream = Iterable[Found | Skipped | Finished]
Source = Stream | Callable[[Known], Stream]


def build(
    folder: Path | str,
    source: Source,
    recipe: Recipe,
    *,
    run: Engine = serial.run,
    expect: Mapping[str, int] | None = None,
    strict: bool = False,
    some: bool = False,
    anew: bool = False,
    inputs: Sequence[str] | None = None,
) -> BuildReport:
    """Bring the graph in a folder up to date with some documents, and publish it as a new snapshot.

    Documents that are in the graph and not among these stay. Where the graph would be the same, nothing is published.
    The result does not depend on the order of the documents, on how many builds they came in, nor on how often a build
    was killed on the way.

    :param folder: made when it does not exist.
    :param source: as :func:`kg.archives.documents` gives it, read once; or that function but for its paths, which is
        asked again when a killed build turns out to have read something else.
    :param run: an engine, which converts.
    :param expect: by name of a format, how many documents of it must at least be readable.
    :param strict: whether one rejected document stops the build.
    :param some: whether at least one document must be readable; without, the recipe alone may change the graph.
    :param anew: forget what is in the graph and start with nothing; readers keep the old one until the new is whole.
    :param inputs: what the source reads, such as paths: a build that was killed while it read the same, with the same
        recipe, is gone on with. None for one that is never gone on with; so is one with a source that is no function.
    :raises BuildRefused: when there are fewer documents than expected, or rejected ones in a strict build.
    :raises StoreError: when another build runs, or the graph cannot be read, written or brought up to date.
    """

    def load(work: Work, tally: Tally) -> None:
        stream = source(work.members.known) if callable(source) else source
        for converted in run(unknown(stream, work, tally), recipe.contacts):
            for error in converted.rejected:
                work.members.reject(error, converting=True)
            for document in converted.documents:
                work.offer(document)
                work.members.converted(document.uri, document.format)
        work.finish()

    def check(report: BuildReport) -> None:
        hold_to(report, expect or {}, strict=strict, some=some)

    of = {"inputs": list(inputs), **recipe.identity()} if inputs is not None and callable(source) else None
    return _changed(Path(folder), recipe, load, check, anew=anew, of=of)


def remove(folder: Path | str, keys: Sequence[str], recipe: Recipe) -> BuildReport:
    """Take documents out of the graph in a folder, and publish it as a new snapshot.

    Nothing of them is left in the files of that snapshot; older ones that are still kept hold them as before.

    :param keys: IRIs of their records, or what follows ``…/record/`` in them, such as ``ctgov/NCT04643405``.
    :param recipe: as the graph was built with.
    :raises StoreError: when one is not in the graph (then all stay), or as for :func:`build`.
    """
    folder = Path(folder)
    layout.existing_id(folder)

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


def unknown(stream: Stream, work: Work, tally: Tally) -> Iterator[tuple[str, Document]]:
    """The documents that must be converted; those known already and those that are none are noted."""
    for found in stream:
        if isinstance(found, tuple):
            tally.found += 1
            name, document = found
            if work.meet(name, document):
                work.members.met(name)
            else:
                work.members.given(document)
                yield name, document
        elif isinstance(found, Finished):
            work.members.finished(found)
        elif isinstance(found, Skipped):
            tally.found += found.count
            work.members.skipped(found.uri)
        else:
            tally.found += 1
            work.members.reject(found, converting=False)


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
        missed.insert(0, f"wanted documents, found none that can be read ({report.rejected} rejected)")
    if strict and report.rejected:
        missed.append(f"wanted no rejects, found {report.rejected}, the first {report.first_rejects[0]}")
    if missed:
        raise BuildRefused(f"nothing published: {'; '.join(missed)}", report)


def _changed(
    folder: Path,
    recipe: Recipe,
    change: Callable[[Work, Tally], None],
    check: Callable[[BuildReport], None] | None = None,
    *,
    anew: bool = False,
    of: Mapping[str, Any] | None = None,
) -> BuildReport:
    """Change a copy of the graph; publish it when it came out different and passes a check."""
    refuse_written(folder)
    with locked(folder):
        refuse_written(folder)
        keep = False
        try:
            begun = publishing.start(folder, anew=anew, of=of)
            try:
                report = _one_run(folder, begun, recipe, change, check)
            except CannotGoOn:
                begun = publishing.start(folder, anew=anew)
                report = _one_run(folder, begun, recipe, change, check)
            publishing.remove_old(folder)
        except KeyboardInterrupt:
            # As when the process is killed: the next build goes on from here.
            keep = True
            raise
        except (OSError, RuntimeError, sqlite3.Error) as error:
            if damage.met(error):
                raise damage.refusal(folder, error) from error
            if isinstance(error, RuntimeError):
                raise
            raise StoreError(f"{folder}: wanted to write the graph, found {error}") from error
        finally:
            if not keep:
                shutil.rmtree(layout.work_folder(folder), ignore_errors=True)
    return report


class CannotGoOn(Exception):
    """What a killed build left cannot be read, or comes of documents that are not among those found now."""


def _one_run(
    folder: Path,
    begun: Begun,
    recipe: Recipe,
    change: Callable[[Work, Tally], None],
    check: Callable[[BuildReport], None] | None,
) -> BuildReport:
    tally = Tally()
    new = None
    with closing(_opened(begun, recipe)) as work:
        work.settle()
        change(work, tally)
        if begun.resumed and work.strangers():
            raise CannotGoOn
        report = reported(work, tally, layout.current_id(folder), resumed=begun.resumed)
        if check:
            check(report)
        new = written(folder, work, report) if report.published else None
        if not new and report.snapshot:
            for name, lines in ((layout.REJECTS, reject_lines(work)), (layout.LAST, [line(met(work, report))])):
                with (begun.folder / name).open("w", encoding="utf-8") as file:
                    file.writelines(lines)
        if new or work.noted:
            work.close(finished=True)
    catalogue = begun.folder / layout.CATALOGUE
    if new:
        publishing.put_in(catalogue, new)
        publishing.switch(folder, new)
    elif report.snapshot:
        published = layout.snapshot_folder(folder, report.snapshot)
        if work.noted:
            # What was read and is not in the graph need not be read again. Only builds look into it, one at a time.
            os.replace(catalogue, published / layout.CATALOGUE)
        for name in (layout.REJECTS, layout.LAST):
            os.replace(begun.folder / name, published / name)
    return report


def _opened(begun: Begun, recipe: Recipe) -> Work:
    try:
        return Work(begun.folder, recipe, begun.number, fresh=begun.fresh, resumed=begun.resumed)
    except (OSError, sqlite3.Error, StoreError) as error:
        if begun.resumed:
            raise CannotGoOn from error
        raise


def reported(work: Work, tally: Tally, current: str | None, *, resumed: bool) -> BuildReport:
    """What a build did, from what it met and what its catalogue says now.

    :param current: id of the snapshot that it started from.
    """
    named = {"build": work.build, "run": work.run, "fingerprint": work.recipe.fingerprint, "withdrawn": WITHDRAWN}
    ((loaded, unchanged, withdrawn, stale),) = work.catalogue.db.execute(_COUNTS, named).fetchall()
    rejected = work.members.rejected
    return BuildReport(
        snapshot=f"{work.build:04d}" if work.changed else current,
        published=work.changed,
        resumed=resumed,
        found=tally.found,
        loaded=loaded,
        unchanged=unchanged,
        superseded=tally.found - loaded - unchanged - withdrawn - rejected,
        withdrawn=withdrawn,
        rejected=rejected,
        causes=work.members.causes(),
        first_rejects=tuple(error for error, _ in work.members.rejects(MOST_FIRST_REJECTS)),
        removed=tally.removed,
        stale=stale,
        read=dict(work.members.read),
    )


def written(folder: Path, work: Work, report: BuildReport) -> Path:
    """The folder of a new snapshot, complete but for its catalogue, which is still in use."""
    lines = {layout.INPUTS: input_lines(work), layout.REJECTS: reject_lines(work)}
    new = publishing.write(folder, f"{work.build:04d}", manifest(work, report), lines)
    work.members.forget_others()
    work.graph.backup(new / layout.GRAPH)
    return new
