"""``kg optimize``: the files of a graph put together."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from kg.commands import options
from kg.commands.interruption import ended_at_once

HELP = "put the files of a graph together, so that it answers sooner"
DESCRIPTION = (
    "Put the files together that builds left, and publish the same graph as a new snapshot. After a large build this\n"
    "takes about a quarter of its time and room for a second copy of the graph; queries then take about a third of\n"
    "theirs. Worth it before many will ask, and no more after a build that changed little."
)
EXAMPLE = "kg optimize --store graph"


def configure(parser: ArgumentParser) -> None:
    """Of which graph."""
    options.add_store(parser)


def run(arguments: Namespace) -> int:
    """Optimize, and say what was published."""
    from kg.store.optimizing import optimize

    with ended_at_once():
        snapshot = optimize(arguments.store)
    print(f"published snapshot {snapshot} in {arguments.store}", file=sys.stderr)
    return 0
