"""``kg validate``: each document of the graph against the shapes of the schema."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from itertools import chain, islice
from typing import TYPE_CHECKING

from kg.commands import options
from kg.commands.output import Row, write

if TYPE_CHECKING:
    from kg.store import Snapshot

HELP = "check every document of the graph against the shapes of the schema"
DESCRIPTION = (
    "Check what each document says, by itself, against the SHACL shapes; what rules conclude is not looked at.\n"
    "Findings are written as they are made, all of them, but for a table, which ends with the 1,000th. How often each\n"
    "shape was not kept is told at the end. The exit code is 1 when any was not."
)
COLUMNS = ("document", "thing", "property", "shape", "constraint", "message", "value")
# Rows of a table, whose columns are as wide as the widest: more are looked for by programs.
SHOWN = 1000
EXAMPLE = "kg validate --store graph --format csv"


def configure(parser: ArgumentParser) -> None:
    """Which graph, and the form of the findings."""
    options.add_store(parser)
    options.add_workers(parser)
    options.add_answer_format(parser)


def run(arguments: Namespace) -> int:
    """Print a row a finding; a count by shape goes to standard error."""
    from kg.errors import KgError
    from kg.store import damage, open_snapshot

    met = Met()
    with open_snapshot(arguments.store) as snapshot:
        if not snapshot.manifest.get("made_with", {}).get("source_graphs"):
            # Nothing would be found in nothing.
            wanted = "wanted a graph with what each document says, found one"
            raise KgError(f"{arguments.store}: {wanted} built without source graphs or not from documents")
        rows = met.rows(snapshot, arguments.workers)
        with damage.refused(snapshot.folder), closing(rows):
            if first := next(rows, None):
                all_rows = chain((first,), rows)
                write(COLUMNS, islice(all_rows, SHOWN) if arguments.format == "table" else all_rows, arguments.format)
            # Behind the end of a table the others are counted.
            for _ in rows:
                pass
    found = met.count.total()
    if found:
        by_shape = sorted((-times, *shape) for shape, times in met.count.items())
        write(("shape", "constraint", "findings"), [(s, c, -n) for n, s, c in by_shape], "table", sys.stderr)
    if arguments.format == "table" and found > SHOWN:
        print(f"{found - SHOWN} more findings are in no row; --format csv writes all", file=sys.stderr)
    print(f"{met.checked} documents, {found} findings", file=sys.stderr)
    return 1 if found else 0


class Met:
    """What is kept of findings: how many, by shape.

    :ivar checked: documents so far.
    """

    def __init__(self) -> None:
        self.checked = 0
        self.count: Counter[tuple[str, str]] = Counter()

    def rows(self, snapshot: Snapshot, workers: int | None) -> Generator[Row, None, None]:
        """A row a finding, as each document is checked."""
        from kg.validation import counted, validate

        found = validate(statements(snapshot, records(snapshot)), workers=workers)
        for record, findings in zip(records(snapshot), found, strict=True):
            self.checked += 1
            self.count.update(counted(findings))
            for f in findings:
                yield record, f.focus, f.path, f.shape, f.constraint, f.message, f.value


def records(snapshot: Snapshot) -> Iterator[str]:
    """IRI of each document, sorted."""
    return (document["record"] for document in snapshot.inputs())


def statements(snapshot: Snapshot, records: Iterable[str]) -> Iterator[str]:
    """What each document says, as N-Quads."""
    from pyoxigraph import NamedNode, RdfFormat, serialize

    for record in records:
        yield (serialize(snapshot.quads(graph=NamedNode(record)), format=RdfFormat.N_QUADS) or b"").decode()
