"""``kg build``: documents into the graph."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING

from kg.commands import options

if TYPE_CHECKING:
    from kg.store.report import BuildReport

HELP = "read documents into the graph and publish it"
DESCRIPTION = (
    "Read documents into the graph and publish it as a new snapshot. Documents that are in it already are not read\n"
    "again; a newer copy of a record replaces the older. What cannot be read is reported and stops nothing, unless\n"
    "there is nothing else. In folders, hidden files, graphs and files called README or LICENSE are not read."
)
EXAMPLE = "kg build data/documents --store graph"


def configure(parser: ArgumentParser) -> None:
    """What to read, into which graph, and what must hold."""
    options.add_paths(parser, "what to read")
    options.add_store(parser)
    options.add_engine(parser)
    options.add_contacts(parser)
    parser.add_argument(
        "--no-source-graphs",
        action="store_true",
        help="keep only the knowledge graph: smaller, but who says what is lost and it cannot be brought up to date",
    )
    options.add_without(parser)
    parser.add_argument("--strict", action="store_true", help="publish nothing if any document is rejected")
    parser.add_argument(
        "--expect",
        metavar="FORMAT=N",
        action="append",
        default=[],
        type=least,
        help="publish nothing if fewer than N documents of a format can be read",
    )
    parser.add_argument("--anew", action="store_true", help="start with an empty graph; readers keep the old till then")


def least(written: str) -> tuple[str, int]:
    """``medline=10`` as a format and a number."""
    name, _, number = written.partition("=")
    if not name or not number.isdecimal():
        raise ArgumentTypeError(f"wanted FORMAT=N such as medline=10, found {written!r}")
    return name, int(number)


def run(arguments: Namespace) -> int:
    """Build, and say what came of it; the exit code is 1 when the build was refused."""
    from kg import archives, engines
    from kg.commands.progress import shown
    from kg.commands.recipes import recipe
    from kg.errors import BuildRefused
    from kg.store.building import build
    from kg.store.report import BuildReport

    check_expected(arguments.expect)
    engine = engines.load(arguments.engine, workers=arguments.workers, master=arguments.master)
    # Says at once which path is wrong.
    archives.documents(arguments.paths)
    made_with = recipe(
        contacts=arguments.with_contacts,
        source_graphs=not arguments.no_source_graphs,
        without=arguments.without,
    )
    try:
        report = build(
            arguments.store,
            lambda known: shown(archives.documents(arguments.paths, known), arguments.paths),
            made_with,
            run=engine,
            expect=dict(arguments.expect),
            strict=arguments.strict,
            some=True,
            anew=arguments.anew,
            inputs=None if "-" in arguments.paths else [os.path.abspath(path) for path in arguments.paths],
        )
    except KeyboardInterrupt:
        print("kg build: stopped, nothing published; the same command goes on from here", file=sys.stderr)
        return 130
    except BuildRefused as error:
        if isinstance(error.report, BuildReport) and not error.report.read:
            tell_rejects(error.report)
        print(f"kg build: {error}", file=sys.stderr)
        return 1
    tell(report, arguments.store)
    return 0


def check_expected(expected: list[tuple[str, int]]) -> None:
    """Hold ``--expect`` to the formats there are.

    :raises KgError: for another one.
    """
    from kg import loaders
    from kg.errors import KgError

    for name, _ in expected:
        if name not in loaders.names():
            raise KgError(f"--expect: no format {name!r}; known are {', '.join(loaders.names())}")


def tell_rejects(report: BuildReport, rest: str = "") -> None:
    """The first rejects, each in a line.

    :param rest: where to find the others.
    """
    for error in report.first_rejects:
        print(f"rejected {' '.join(str(error).split())}", file=sys.stderr)
    more = report.rejected - len(report.first_rejects)
    if more > 0:
        print(f"rejected {more} more{rest}", file=sys.stderr)


def tell(report: BuildReport, store: str) -> None:
    """What was found and became of it, each reject in a line."""
    from kg.store import open_snapshot

    if report.resumed:
        print("went on from where a build that was stopped had come to", file=sys.stderr)
    tell_rejects(report, f"; kg report --store {store} lists all")
    print(
        f"found {report.found} = loaded {report.loaded} + unchanged {report.unchanged}"
        f" + superseded {report.superseded} + withdrawn {report.withdrawn} + rejected {report.rejected}",
        file=sys.stderr,
    )
    if report.stale:
        print(f"{report.stale} documents were read in another way; name them again to bring them up", file=sys.stderr)
    what = f"published snapshot {report.snapshot}" if report.published else f"nothing changed since {report.snapshot}"
    with open_snapshot(store) as snapshot:
        print(f"{what} in {store}: {snapshot.manifest['quads']['total']:,} quads", file=sys.stderr)
