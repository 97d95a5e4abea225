"""What follows from several documents together: one rule set a module, recomputed from the whole graph by every build.

A rule set is a module here with ``TITLE`` and ``conclude(query) -> N-Quads`` in the graph of the rule set.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kg.link import stated_in_publication

RULE_SETS = {"stated-in-publication": stated_in_publication}

# SPARQL SELECT text to solutions; a variable's term has its lexical form in ``.value``.
Query = Callable[[str], Any]


def conclude(query: Query) -> str:
    """N-Quads of every rule set over the knowledge graph as it stands."""
    return "".join(module.conclude(query) for module in RULE_SETS.values())
