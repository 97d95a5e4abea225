"""``kg validate``: each document of the graph against the shapes of the schema."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg.commands import options
from kg.commands.output import write

if TYPE_CHECKING:
    from kg.store import Snapshot

HELP = "check every document of the graph against the shapes of the schema"
DESCRIPTION = (
    "Check what each document says, by itself, against the SHACL shapes. The exit code is 1 when any is not kept."
)
EXAMPLE = "kg validate --store graph --format csv"


def configure(parser: ArgumentParser) -> None:
    """Which graph, and the form of the findings."""
    options.add_store(parser)
    options.add_workers(parser)
    options.add_answer_format(parser)


def run(arguments: Namespace) -> int:
    """Print a row a finding; a count by shape goes to standard error."""
    from kg.errors import KgError
    from kg.store import open_snapshot
    from kg.validation import counted, validate

    rows: list[tuple[object, ...]] = []
    count: Counter[tuple[str, str]] = Counter()
    checked = 0
    with open_snapshot(arguments.store) as snapshot:
        if not snapshot.manifest.get("made_with", {}).get("source_graphs"):
            # Nothing would be found in nothing.
            wanted = "wanted a graph with what each document says, found one"
            raise KgError(f"{arguments.store}: {wanted} built without source graphs or not from documents")
        found = validate(statements(snapshot, records(snapshot)), workers=arguments.workers)
        for record, findings in zip(records(snapshot), found, strict=True):
            checked += 1
            count.update(counted(findings))
            rows.extend((record, f.focus, f.path, f.shape, f.constraint, f.message, f.value) for f in findings)
    if rows:
        write(("document", "thing", "property", "shape", "constraint", "message", "value"), rows, arguments.format)
        by_shape = sorted((-times, *shape) for shape, times in count.items())
        write(("shape", "constraint", "findings"), [(s, c, -n) for n, s, c in by_shape], "table", sys.stderr)
    print(f"{checked} documents, {len(rows)} findings", file=sys.stderr)
    return 1 if rows else 0


def records(snapshot: Snapshot) -> Iterator[str]:
    """IRI of each document, sorted."""
    return (document["record"] for document in snapshot.inputs())


def statements(snapshot: Snapshot, records: Iterable[str]) -> Iterator[str]:
    """What each document says, as N-Quads."""
    from pyoxigraph import NamedNode, RdfFormat, serialize

    for record in records:
        yield (serialize(snapshot.quads(graph=NamedNode(record)), format=RdfFormat.N_QUADS) or b"").decode()
