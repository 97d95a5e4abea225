"""What follows from several documents together: one rule set a module, recomputed from the whole graph by every build.

A rule set is a module here with ``TITLE`` and ``conclude(query)``, which gives N-Quads in the graph of the rule set, in
pieces of whole lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from kg.link import stated_in_publication

RULE_SETS = {"stated-in-publication": stated_in_publication}

# SPARQL SELECT text to solutions; a variable's term has its lexical form in ``.value``.
Query = Callable[[str], Any]


def conclude(query: Query) -> Iterator[str]:
    """N-Quads of every rule set over the knowledge graph as it stands, in pieces of whole lines."""
    for module in RULE_SETS.values():
        yield from module.conclude(query)
