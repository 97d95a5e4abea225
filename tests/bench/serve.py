"""Requests a second and how long they take: ``kg serve`` beside three other servers, on one graph and in one run.

``python -m tests.bench.serve [STORE] [--servers NAME…] [--seconds S]``. Without a store, one is built of as many rounds
of the synthetic corpus (``tests/bench/corpus.py``) as five minutes of building give. Every server is started by this
program and answers are compared once with those of the embedded store before anything is timed. Rounds go around the
servers, one working at a time; printed is the median round of each, and the least time that all cores worked for one
answer, which says most on a machine that others use. rdflib-endpoint holds its graph in objects of Python, 1.5 KB a
statement, so it comes last, when the others are gone; on a large graph it answers few but lookups, and what it does not
answer keeps it from answering anything else.
"""

from __future__ import annotations

import argparse
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from kg.query.answers import Answering, table
from kg.query.local import Local
from kg.query.remote import Remote
from kg.store import open_snapshot
from tests.bench import corpus, serve_servers, serve_work
from tests.bench.serve_load import Asking, Figures, by_sockets, by_wrk, quickest
from tests.bench.serve_rows import first_and_last
from tests.bench.serve_servers import BIN, Server

ROUNDS = 3
# What has the machine for itself, when the others are gone.
ALONE = ("rdflib",)
BUILDING = 300
# Of heavy queries: how many times as long a round takes as others, and in what part of that it settles before.
LONGER, SETTLING = 24, 1 / 6
STARTS, PAUSE = 5, 1
# Answers a second below which those under way at the end are waited for.
SLOW = 50
# By workload the least that ours may reach of Oxigraph's server, and the wish.
GOALS = {"cached": (1.5, 1.5), "lookups": (0.25, 0.4), "heavy": (0.95, 0.95)}


def largest(folder: Path) -> Path:
    """The graph of as many rounds of the corpus as can be built in five minutes, one at least."""
    times = 1
    while True:
        documents, store = folder / f"documents-{times}", folder / f"graph-{times}"
        corpus.replicate(times, documents)
        begun = time.monotonic()
        subprocess.run([BIN / "kg", "build", documents, "--store", store], check=True, capture_output=True)
        took = time.monotonic() - begun
        print(f"the corpus in {times} rounds was built in {took:.0f} s", flush=True)
        possible = int(times * BUILDING / took)
        if possible <= times:
            return store
        times = possible


@dataclass(frozen=True)
class Work:
    """What is asked of one graph.

    :ivar cheap: the canned query that is asked again and again.
    :ivar lookups: queries of which none is asked twice.
    """

    graph: Local
    cheap: str
    lookups: tuple[str, ...]

    @classmethod
    def of(cls, store: Path) -> Work:
        """The work for a graph."""
        graph = Local(open_snapshot(store))
        query = serve_work.cheapest(graph)
        size = table(graph, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows[0][0]
        found = serve_work.lookups(graph)
        print(
            f"{store.name}: {size:,} statements, {len(found):,} trials; cheapest canned query: {query.name}", flush=True
        )
        # Without the header, which is longer than the query.
        return cls(graph, query.body, found)

    def check(self, server: Server) -> None:
        """Compare answers with those of the embedded store, and print which differ."""
        there = Remote(server.endpoint, server.default_graph, timeout_seconds=600)
        asked = {f"lookup {n}": q for n, q in enumerate(self.lookups[:5])}
        if server.name not in ALONE:
            asked |= {"cheapest": self.cheap, **serve_work.HEAVY}
        other = [name for name, query in asked.items() if rows(there, query) != rows(self.graph, query)]
        said = f"answers otherwise than the embedded store: {', '.join(other)}" if other else "the same answers"
        print(f"{server.name}: ready in {server.started:.0f} s, {said}", flush=True)

    def asking(self, workload: str, mark: str) -> Asking:
        """What a workload sends."""
        if workload == "cached":
            return Asking((serve_work.fit(self.cheap),))
        queries = self.lookups if workload == "lookups" else tuple(serve_work.HEAVY.values())
        return Asking(tuple(map(serve_work.fit, queries)), fresh=True, mark=mark)


def rows(graph: Answering, query: str) -> Counter[str]:
    """The rows of an answer, in whatever order."""
    return Counter(map(str, table(graph, query).rows))


def load(server: Server, work: Work, workload: str, mark: str, seconds: float) -> Figures:
    """One round of one workload, after a short one that warms up."""
    asking = work.asking(workload, mark)
    if workload == "heavy":
        # What is still under way is waited for, since Oxigraph's server would go on with it in the next round of ours.
        whole = LONGER * seconds
        return worked(
            server, lambda: by_sockets(server.target, asking, whole, SETTLING * whole, serve_servers.PATIENCE)
        )
    run = quickest()[1]
    warm = by_sockets(server.target, work.asking(workload, f"{mark}w"), min(1, seconds))
    # wrk gives up what is not answered when its time is over.
    chosen = run if warm.rate > SLOW else by_sockets
    found = worked(server, lambda: chosen(server.target, asking, seconds))
    # wrk breaks off what is under way, upon which ours ends the processes that were at it and starts others.
    time.sleep(PAUSE)
    return found


def worked(server: Server, run: Callable[[], Figures]) -> Figures:
    """Figures of a run, with what the server's processes worked in it."""
    before = server.processor()
    found = run()
    return replace(found, processor=(server.processor() - before) / max(1, found.answers))


def median(rounds: list[Figures]) -> Figures:
    """The round in the middle by its rate."""
    return sorted(rounds, key=lambda one: one.rate)[len(rounds) // 2]


def compared(servers: list[Server], work: Work, workload: str, seconds: float) -> None:
    """Print a table of one workload, and how ours does beside Oxigraph's server."""
    rounds: dict[str, list[Figures]] = {server.name: [] for server in servers}
    for turn in range(1 if rounds.keys() <= set(ALONE) else ROUNDS):
        for server in servers:
            rounds[server.name].append(load(server, work, workload, f"{workload}{turn}", seconds))
    heads = ("median/s", "best/s", "p50 ms", "p95 ms", "p99 ms", "failed", "core ms")
    print(f"\n{workload:10}", *(f"{head:>9}" for head in heads))
    for name, found in rounds.items():
        one = median(found)
        times = [1000 * t for t in (one.p50, one.p95, one.p99)]
        best, failed = max(each.rate for each in found), sum(each.failed for each in found)
        core = 1000 * min(each.processor for each in found)
        figures = (f"{one.rate:9.1f}", f"{best:9.1f}", *(f"{t:9.2f}" for t in times), f"{failed:9d}", f"{core:9.3f}")
        print(f"{name:10}", *figures)
    if {"ours", "oxigraph"} <= rounds.keys():
        print(ratio(rounds["ours"], rounds["oxigraph"], *GOALS[workload]), flush=True)


def ratio(ours: list[Figures], theirs: list[Figures], goal: float, wish: float) -> str:
    """How many times the rate of the other server ours has: of medians, and of each pair of rounds."""
    medians = median(ours).rate / median(theirs).rate
    pairs = ", ".join(f"{one.rate / other.rate:.2f}" for one, other in zip(ours, theirs, strict=True))
    said = f"ours : oxigraph {medians:.2f} × (rounds {pairs}); goal {goal} ×" + f", wish {wish} ×" * (wish > goal)
    return f"{said}: {'reached' if medians >= goal else 'MISSED'}"


def long_answers(servers: list[Server]) -> None:
    """Print when the first and the last byte of a million rows are there, least of some rounds."""
    print(f"\n{'1 M rows':10} {'first ms':>10} {'all s':>8} {'lines':>9}")
    for server in servers:
        found = [first_and_last(server.target, serve_work.fit(serve_work.MANY_ROWS)) for _ in range(ROUNDS)]
        # Each with a first byte and an end of its own; an answer may come from a cache from the second time on.
        firsts = ", ".join(f"{1000 * one.first:.0f}" for one in found)
        ends = ", ".join(f"{one.last:.2f}" for one in found)
        print(f"{server.name:10} {firsts:>10} ms {ends:>8} s {found[0].lines:9,}", flush=True)


def starts(store: Path, folder: Path) -> None:
    """Print how long ``kg serve`` and Oxigraph's server take from their start to the first answer."""
    for name in ("ours", "oxigraph"):
        took = []
        for _ in range(STARTS):
            with serve_servers.EVERY[name](store, folder) as server:
                took.append(server.started)
        print(f"{name}: first 200 after {statistics.median(took):.2f} s (least {min(took):.2f}, most {max(took):.2f})")


def generators(server: Server, work: Work, seconds: float) -> None:
    """Print what both generators get of one server, to see that the one that is used is not what is measured."""
    name, _ = quickest()
    found = [f"sockets {by_sockets(server.target, work.asking('cached', ''), seconds).rate:.0f}/s"]
    if name == "wrk":
        found.append(f"wrk {by_wrk(server.target, work.asking('cached', ''), seconds).rate:.0f}/s")
    print(f"load by {name}; of {server.name} the same query: {', '.join(found)}", flush=True)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path, nargs="?")
    parser.add_argument("--servers", nargs="*", choices=serve_servers.EVERY, default=list(serve_servers.EVERY))
    parser.add_argument("--work", nargs="*", choices=[*GOALS, "rows", "start"], default=[*GOALS, "rows", "start"])
    parser.add_argument("--seconds", type=float, default=5, help="of each round (default: 5)")
    given = parser.parse_args()
    # Told to stop, it takes its servers with it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        store = given.store or largest(folder)
        work = Work.of(store)
        if "start" in given.work:
            starts(store, folder)
        for alone in (False, True):
            measured([n for n in given.servers if (n in ALONE) == alone], store, folder, work, given)


def measured(names: list[str], store: Path, folder: Path, work: Work, given: argparse.Namespace) -> None:
    """Start some servers, print how they do, and end them."""
    with ExitStack() as stack:
        servers = []
        for name in names:
            reason = serve_servers.missing(name)
            if reason:
                print(f"{name}: {reason}")
                continue
            servers.append(stack.enter_context(serve_servers.EVERY[name](store, folder)))
            work.check(servers[-1])
        if not servers:
            return
        if servers[0].name in ALONE:
            for workload in ("lookups", "cached"):
                if workload in given.work:
                    compared(servers, work, workload, given.seconds)
            return
        generators(servers[-1 if len(servers) < 2 else 1], work, given.seconds)
        if "rows" in given.work:
            long_answers(servers)
        for workload in GOALS:
            if workload in given.work:
                compared(servers, work, workload, given.seconds)


if __name__ == "__main__":
    main()
