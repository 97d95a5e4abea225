"""``kg remove``: documents out of the graph."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from kg.commands import options

HELP = "take documents out of the graph"
DESCRIPTION = "Take documents out of the graph, with everything that nobody else says, and publish it."
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
    from kg.store.building import remove

    report = remove(arguments.store, arguments.documents, recipe_of(arguments.store))
    print(f"removed {report.removed}, published snapshot {report.snapshot} in {arguments.store}", file=sys.stderr)
    return 0
