"""``kg remove``: documents out of the graph."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from kg.commands import options

HELP = "take documents out of the graph"
DESCRIPTION = (
    "Take documents out of the graph, with everything that nobody else says, and publish it. The files of the new\n"
    "snapshot hold nothing of them; older snapshots keep it until they are removed: the third build from now on does\n"
    "so, or anyone who deletes their folders in snapshots/. The whole graph is written again for it."
)
EXAMPLE = "kg remove pubmed/40975066"


def configure(parser: ArgumentParser) -> None:
    """Which documents, of which graph."""
    parser.add_argument(
        "documents", metavar="DOCUMENT", nargs="+", help="registry and number, such as pubmed/40975066, or the address"
    )
    options.add_store(parser)


def run(arguments: Namespace) -> int:
    """Remove, and say what is left."""
    from kg.commands.recipes import recipe_of
    from kg.rdf.iris import address
    from kg.store.building import remove
    from kg.store.layout import kept_ids

    keys = [address(key) or key for key in arguments.documents]
    report = remove(arguments.store, keys, recipe_of(arguments.store))
    print(f"removed {report.removed}, published snapshot {report.snapshot} in {arguments.store}", file=sys.stderr)
    if len(kept_ids(Path(arguments.store))) > 1:
        print(f"older snapshots in {arguments.store}/snapshots keep it until they are removed", file=sys.stderr)
    return 0
