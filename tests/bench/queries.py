"""Every canned query on a large graph, against its budget of time.

``python -m tests.bench.queries STORE [NAME…]`` asks each with what its file gives as an example, without the
parameters that may be left out, and prints seconds and rows, the slowest first; the best of three rounds.
"""

from __future__ import annotations

import sys
from time import perf_counter

from kg.query.answers import table
from kg.query.catalogue import CannedQuery, catalogue
from kg.query.local import Local
from kg.store import open_snapshot

ROUNDS = 3


def seconds(graph: Local, query: CannedQuery) -> tuple[float, int]:
    """The least time of an answer, and how many rows it has."""
    best, rows = float("inf"), 0
    for _ in range(ROUNDS):
        start = perf_counter()
        rows = len(table(graph, query.text).rows)
        best = min(best, perf_counter() - start)
        if best > 5 * query.seconds:
            break
    return best, rows


def main() -> None:
    """Print one line a query."""
    store, *wanted = sys.argv[1:]
    with open_snapshot(store) as snapshot:
        graph = Local(snapshot)
        asked = [query for name, query in catalogue().items() if not wanted or name in wanted]
        found = sorted(((*seconds(graph, query), query) for query in asked), key=lambda one: -one[0])
    for took, rows, query in found:
        late = "  LATE" if took > query.seconds else ""
        print(f"{query.name:30} {took:8.3f} s of {query.seconds:g} s  {rows:7d} rows{late}")


if __name__ == "__main__":
    main()
