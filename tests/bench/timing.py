"""How long work takes on a shared machine: the least of several rounds is what it needs, the rest is its neighbours."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter


def least(work: Callable[[], object], rounds: int, calls: int = 1) -> float:
    """Seconds of one call in the quickest of several rounds.

    :param calls: how many make a round, for work that is too short to be timed alone.
    """
    found = []
    for _ in range(rounds):
        begun = perf_counter()
        for _ in range(calls):
            work()
        found.append((perf_counter() - begun) / calls)
    return min(found)
