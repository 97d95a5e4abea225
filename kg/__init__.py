"""trialgraph: a knowledge graph of clinical trials, built from documents and questioned with SPARQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.query.graph import Graph, open_graph

__all__ = ["Graph", "open_graph"]


def __getattr__(name: str) -> object:
    # Workers that convert documents import this package by the thousand and never ask a graph anything.
    if name in __all__:
        from kg.query import graph

        return getattr(graph, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
