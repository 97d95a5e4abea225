"""``kg validate``: each document of the graph against the shapes of the schema."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.commands import options
from kg.commands.output import write

if TYPE_CHECKING:
    from kg.store import Snapshot
    from kg.validation import Finding

HELP = "check every document of the graph against the shapes of the schema"
DESCRIPTION = (
    "Check what each document says, by itself, against the SHACL shapes. The exit code is 1 when any is not kept."
)
EXAMPLE = "kg validate --store graph --format csv"


def configure(parser: ArgumentParser) -> None:
    """Which graph, and the form of the findings."""
    options.add_store(parser)
    options.add_answer_format(parser)


def run(arguments: Namespace) -> int:
    """Print a row a finding; a count by shape goes to standard error."""
    from kg.store import open_snapshot
    from kg.validation import counted, validate

    rows: list[tuple[object, ...]] = []
    every: list[Finding] = []
    with open_snapshot(arguments.store) as snapshot:
        records = [document["record"] for document in snapshot.inputs()]
        for record, found in zip(records, validate(statements(snapshot, records)), strict=True):
            every.extend(found)
            rows.extend((record, f.focus, f.path, f.shape, f.constraint, f.message, f.value) for f in found)
    if rows:
        write(("document", "thing", "property", "shape", "constraint", "message", "value"), rows, arguments.format)
    for (shape, constraint), number in counted(every).most_common():
        print(f"{number} x {shape} {constraint}", file=sys.stderr)
    print(f"{len(records)} documents, {len(rows)} findings", file=sys.stderr)
    return 1 if rows else 0


def statements(snapshot: Snapshot, records: list[str]) -> Iterator[str]:
    """What each document says, as N-Quads."""
    from pyoxigraph import NamedNode, RdfFormat, serialize

    for record in records:
        yield (serialize(snapshot.quads(graph=NamedNode(record)), format=RdfFormat.N_QUADS) or b"").decode()
