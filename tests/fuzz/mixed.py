"""A service under everything at once, for as long as is wanted: no wrong answer, no error unasked for, flat memory.

``python -m tests.fuzz.mixed [SECONDS] [SEED]`` asks ``kg serve`` canned queries, descriptions, graphs and SPARQL from
several clients, while new states are published, processes killed, clients vanish and attackers ask. Each answer is
compared with what pyoxigraph says of the state that its ETag names. It ends with one line of figures, and 1 when
anything was wrong.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import linear_regression, median
from time import monotonic, sleep
from urllib.parse import quote

from kg.store import Snapshot, current_id, open_snapshot
from tests.fuzz import asked, states
from tests.fuzz.asked import Ask, Canned
from tests.hostile import ENDLESS, SORTED, STREAM, bomb, resident
from tests.served import Service, Told, serving, wait_until

CLIENTS = 6
# Seconds: from one kill to the next, from one state to the next, for one who vanishes, from one attack to the next.
KILLS, STATES, VANISHES, ATTACKS = 3.0, 3.0, 0.7, 2.0
SETTINGS = {"workers": 3, "timeout": 8, "memory": 256, "cache": 4, "queue": 500, "wait": 60, "per_client": 500}
# Seconds after which everybody gets the newest state; the service itself looks four times a second.
LATE = 10.0
# MB that the process which speaks HTTP may have more in the last fifth of the time than in the second.
GROWTH = 24
HOSTILE = [ENDLESS, SORTED, STREAM, bomb("REPLACE"), bomb("CONCAT")]


class Load:
    """What is done to a service, and what came of it.

    :ivar wrong: what must not be.
    """

    def __init__(self, service: Service, store: Path, seed: int) -> None:
        self.service, self.store, self.seed = service, store, seed
        self.counts: Counter[str] = Counter()
        self.wrong: list[str] = []
        self.times: list[float] = []
        self.stop = threading.Event()
        self.kills: list[float] = []
        self.memory: list[tuple[float, float, float]] = []
        self._open: dict[str, Snapshot] = {}
        self._published: list[tuple[float, str]] = [(0.0, current_id(store) or "")]
        self._lock = threading.Lock()
        self._canned = Canned(self.state(self._published[0][1]))

    def state(self, snapshot: str) -> Snapshot:
        """A state, which stays open, so that nobody removes it."""
        with self._lock:
            if snapshot not in self._open:
                self._open[snapshot] = open_snapshot(self.store, snapshot)
            return self._open[snapshot]

    def fault(self, what: str) -> None:
        """Note what must not be."""
        with self._lock:
            self.wrong.append(what)
        if len(self.wrong) <= 20:
            print(what, file=sys.stderr, flush=True)

    def client(self, number: int) -> None:
        """Ask until the end."""
        chance = random.Random(self.seed * 1000 + number)  # noqa: S311
        while not self.stop.is_set():
            draw = chance.random()
            if draw < 0.4:
                one = self._canned.ask(chance)
            elif draw < 0.7:
                one = asked.plain(chance)
            elif draw < 0.95:
                one = asked.thing(self._canned, chance)
            else:
                one = asked.graph(self._canned, chance)
            self._try(one)

    def _try(self, one: Ask) -> None:
        headers = {"Accept": one.accept}
        if one.body is not None:
            headers["Content_Type"] = "application/x-www-form-urlencoded"
        began = monotonic()
        try:
            told = self.service.ask(one.path, "POST" if one.body else "GET", one.body, seconds=120, **headers)
        except OSError as error:
            self.fault(f"{one.path}: no answer, {error!r}")
            return
        self.times.append(monotonic() - began)
        self.counts[one.kind] += 1
        self._judge(one, told, began)

    def _judge(self, one: Ask, told: Told, began: float) -> None:
        killed = any(when > began - 1 for when in self.kills[-100:])
        if (told.status == 503 and b"was killed" in told.body and killed) or (not told.whole and killed):
            self.counts["lost to kills"] += 1
            return
        named = told.headers.get("etag", "")[1:5]
        if told.status != 200 or not told.whole or not (named.isdigit() or one.body):
            self.fault(f"{one.path} {one.body!r}: {told.status} {told.whole} {named!r} {told.body[:300]!r}")
            return
        oldest = max(int(snapshot) for when, snapshot in self._published if when < began - LATE or not when)
        if named and int(named) < oldest:
            self.fault(f"{one.path}: answered from state {named}, {oldest} was published long before")
        # An answer to a POST names no state, so it is that of any which was the newest meanwhile.
        newest = int(current_id(self.store) or 0)
        known = [named] if named else [f"{number:04d}" for number in range(oldest, newest + 1)]
        found = [one.judge(self.state(snapshot), told.body) for snapshot in known]
        if all(found):
            self.fault(f"{one.path} {one.body!r}: of states {known}: {found[-1][:500]}")

    def publisher(self) -> None:
        """Publish state after state, in processes of their own."""
        number = 2
        while not self.stop.wait(STATES):
            command = [sys.executable, "-m", "tests.fuzz.states", str(self.store), str(number)]
            if subprocess.run(command, check=False).returncode:
                self.fault(f"state {number} could not be published")
            found = current_id(self.store) or ""
            self.state(found)
            with self._lock:
                self._published.append((monotonic(), found))
            self.counts["states"] += 1
            number += 1

    def killer(self) -> None:
        """Kill processes that answer, one after the other."""
        chance = random.Random(self.seed + 1)  # noqa: S311
        while not self.stop.wait(chance.uniform(0.2, 2) * KILLS):
            # The first two are the one that forks and one that Python has beside it.
            workers = sorted(self.service.children)[2:]
            if workers:
                self.kills.append(monotonic())
                try:
                    os.kill(chance.choice(workers), signal.SIGKILL)
                except ProcessLookupError:
                    continue
                self.counts["kills"] += 1

    def vanisher(self) -> None:
        """Ask, and go away."""
        chance = random.Random(self.seed + 2)  # noqa: S311
        while not self.stop.wait(chance.uniform(0, 2) * VANISHES):
            query = chance.choice([ENDLESS, STREAM, "ASK {}"]) + f" # {chance.random()}"
            with self.service.connected() as connection:
                connection.sendall(f"GET /sparql?query={quote(query)} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
                sleep(chance.choice([0, 0.01, 0.2]))
            self.counts["vanished"] += 1

    def attacker(self) -> None:
        """Ask too much, one thing at a time; what comes must say so."""
        chance = random.Random(self.seed + 3)  # noqa: S311
        while not self.stop.wait(chance.uniform(0.2, 2) * ATTACKS):
            told = self.service.query(chance.choice(HOSTILE), seconds=120)
            if told.status not in (503, 504, 507) and told.whole:
                self.fault(f"an attack was answered with {told.status} {told.body[:200]!r}")
            self.counts[f"attacks {told.status if told.whole else 'cut'}"] += 1

    def watcher(self) -> None:
        """Note what memory the service takes: MB of the process that speaks HTTP, and of all others."""
        began = monotonic()
        while not self.stop.wait(0.5):
            front = resident([self.service.process.pid]) / 2**20
            others = resident(self.service.children) / 2**20
            self.memory.append((monotonic() - began, front, others))


def growth(measured: list[float]) -> float:
    """How much more the last fifth is than the second."""
    fifth = max(1, len(measured) // 5)
    return median(measured[-fifth:]) - median(measured[fifth : 2 * fifth] or measured)


def figures(load: Load, seconds: float) -> str:
    """What happened, in one line."""
    times = sorted(load.times) or [0.0]
    kinds = ", ".join(f"{load.counts[kind]} {kind}" for kind in ("canned", "sparql", "thing", "graph"))
    attacks = ", ".join(f"{count} {name}" for name, count in sorted(load.counts.items()) if name.startswith("attacks"))
    at, front, others = zip(*load.memory, strict=True)
    slope = linear_regression(at, front).slope * 60 if len(at) > 1 else 0.0
    return (
        f"seed {load.seed}, {seconds:.0f} s: {len(times)} answers compared ({kinds}), {len(load.wrong)} wrong; "
        f"{load.counts['states']} new states, {load.counts['kills']} kills with {load.counts['lost to kills']} answers "
        f"lost, {load.counts['vanished']} clients vanished, {attacks or 'no attacks'}; "
        f"p50 {times[len(times) // 2] * 1000:.0f} ms, p99 {times[len(times) * 99 // 100] * 1000:.0f} ms; "
        f"HTTP {front[0]:.0f} to {front[-1]:.0f} MB, {slope:+.1f} MB a minute, others {median(others):.0f} MB"
    )


def run(store: Path, seconds: float, seed: int) -> int:
    """Load a service; 1 when anything was wrong."""
    states.publish(store, 1)
    with serving(store, **SETTINGS) as service:
        load = Load(service, store, seed)
        files = service.files
        helpers = (load.publisher, load.killer, load.vanisher, load.attacker, load.watcher)
        with ThreadPoolExecutor(CLIENTS + len(helpers)) as threads:
            work = [threads.submit(load.client, number) for number in range(CLIENTS)]
            work += [threads.submit(helper) for helper in helpers]
            load.stop.wait(seconds)
            # A machine that is busy elsewhere may need longer for the first of each.
            end = monotonic() + 60
            while monotonic() < end and not (load.counts["states"] and load.counts["kills"]):
                sleep(0.1)
            load.stop.set()
        for one in work:
            if error := one.exception():
                load.fault(f"the load itself failed: {error!r}")
        settled(load, files)
        print(figures(load, seconds))
        return int(bool(load.wrong))


def settled(load: Load, files: int) -> None:
    """See that all is as before, once nobody asks any more."""
    service = load.service
    try:
        wait_until(lambda: len(service.children) == int(SETTINGS["workers"]) + 2, "as many processes as before")
        wait_until(lambda: service.files <= files + 2, "as many files as before", 60)
    except AssertionError as error:
        load.fault(f"{error}: {service.children}, {service.files} files, {files} before")
    if (grown := growth([front for _, front, _ in load.memory])) > GROWTH:
        load.fault(f"the process that speaks HTTP has {grown:.0f} MB more at the end")
    if code := service.stop():
        load.fault(f"the service ended with {code}")
    said = "".join(service.said)
    if "Traceback" in said:
        load.fault(f"the service said: {said[-4000:]}")


def main() -> int:
    """Run; 1 when anything was wrong."""
    seconds, seed = (float(sys.argv[1]) if sys.argv[1:] else 300.0), (int(sys.argv[2]) if sys.argv[2:] else 1)
    with tempfile.TemporaryDirectory() as folder:
        return run(Path(folder), seconds, seed)


if __name__ == "__main__":
    sys.exit(main())
