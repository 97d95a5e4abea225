"""Every canned query on a large graph, against its budget of time.

``python -m tests.bench.queries STORE [NAME…]`` asks each with what its file gives as an example, without the
parameters that may be left out, and prints a line a query as soon as it is answered: seconds of the processor, seconds
of the clock, rows. Each query has a process of its own, which is ended after :data:`PATIENCE` seconds.
"""

from __future__ import annotations

import multiprocessing
import sys
from multiprocessing.connection import Connection
from time import perf_counter, process_time

from kg.query.answers import table
from kg.query.catalogue import CannedQuery, catalogue
from kg.query.local import Local
from kg.store import open_snapshot

ROUNDS = 3
PATIENCE = 25


def measure(store: str, query: CannedQuery, answer: Connection) -> None:
    """Send the least seconds of processor and clock of a few rounds, and how many rows there are."""
    with open_snapshot(store) as snapshot:
        graph = Local(snapshot)
        found = []
        for _ in range(ROUNDS):
            clock, processor = perf_counter(), process_time()
            rows = len(table(graph, query.text).rows)
            found.append((process_time() - processor, perf_counter() - clock, rows))
            if found[-1][0] > query.seconds:
                break
    answer.send(min(found))


def line(store: str, query: CannedQuery) -> str:
    """What is printed of a query."""
    receiving, sending = multiprocessing.Pipe(duplex=False)
    asked = multiprocessing.Process(target=measure, args=(store, query, sending))
    asked.start()
    sending.close()
    if not receiving.poll(PATIENCE):
        asked.kill()
        asked.join()
        return f"{query.name:30} more than {PATIENCE} s  LATE"
    processor, clock, rows = receiving.recv()
    asked.join()
    late = "  LATE" if processor > query.seconds else ""
    times = f"{processor:8.3f} s of {query.seconds:g} s, {clock:8.3f} s by the clock"
    return f"{query.name:30} {times}  {rows:7d} rows{late}"


def main() -> None:
    """Print one line a query."""
    store, *wanted = sys.argv[1:]
    for name, query in catalogue().items():
        if not wanted or name in wanted:
            print(line(store, query), flush=True)


if __name__ == "__main__":
    main()
