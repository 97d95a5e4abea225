"""What attackers send: queries without an end, bombs of memory, nesting, and calls of other services in disguise."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

from kg.document import Document
from kg.model import Trial
from kg.pipeline import Converted, ConvertedDocument
from kg.rdf.iris import record, trial
from kg.service.asking import Asked, Operation
from kg.store.building import build
from kg.store.recipe import Recipe, fingerprint

# Trials of a numbered graph: enough that all with all with all are more than anyone can count.
TRIALS = 400
RECORD = record("ctgov", "NCT00000000")
NUMBER = "SELECT DISTINCT ?n { ?t <https://w3id.org/trialgraph/schema/enrolment> ?n }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
# Rows without an end, the first ones at once.
STREAM = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
SORTED = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?f ?c"
NESTED = "SELECT * " + "{" * 5000 + "}" * 5000
_STEPS = "abcdefgh"


def bomb(function: str = "REPLACE") -> str:
    """A text that becomes longer with each step, until there is no memory left."""
    grow = {"REPLACE": 'REPLACE(?{0}, "a", ?{0})', "CONCAT": "CONCAT(?{0}, ?{0}, ?{0}, ?{0}, ?{0}, ?{0}, ?{0}, ?{0})"}
    begin = "a" * 100
    steps = (f"BIND({grow[function].format(one)} AS ?{after})" for one, after in pairwise(_STEPS))
    return f'SELECT (STRLEN(?h) AS ?n) {{ BIND("{begin}" AS ?a) {" ".join(steps)} }}'


def numbered(number: int) -> str:
    """Statements of trials that all enrolled as many as the number says: an answer tells which graph gave it."""
    made = []
    for n in range(TRIALS):
        known = f"NCT{n:08d}"
        one = Trial(iri=trial(known), label=f"Trial {n}", enrolment=number, registry_id=(known,))
        made.append(one.nquads(RECORD))
    return "".join(made)


def publish(folder: Path, number: int) -> None:
    """Publish the graph of a number as the next snapshot."""

    def convert(stream: Iterable[tuple[str, Document]], contacts: bool) -> Iterator[Converted]:
        del contacts
        for name, document in stream:
            sha, stated = document.sha256, numbered(number).encode()
            one = ConvertedDocument(document.uri, name, RECORD, f"{number:06d}", 1, sha, stated, b"")
            yield Converted((one,), ())

    recipe = Recipe(vocabulary="", ontology="", fingerprint=fingerprint(str(number), contacts=False))
    build(folder, iter([("handmade", Document("one.json", str(number).encode()))]), recipe, run=convert)


class Canary:
    """A server on this machine that nobody may call.

    :ivar hits: how many connections came.
    """

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self.hits = 0
        threading.Thread(target=self._take, daemon=True).start()

    def _take(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.hits += 1
            connection.close()

    def close(self) -> None:
        """Listen no more."""
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


@contextmanager
def canary() -> Iterator[Canary]:
    """A server that nobody may call."""
    one = Canary()
    yield one
    one.close()


def descendants(process: int) -> dict[int, str]:
    """Number and name of each process that one started, and those that they started; none that have ended."""
    parents: dict[int, tuple[int, str]] = {}
    for path in Path("/proc").iterdir():
        if path.name.isdigit():
            try:
                said = (path / "stat").read_text()
            except OSError:
                continue
            state, parent = said.rpartition(")")[2].split()[:2]
            if state not in "ZX":
                parents[int(path.name)] = int(parent), said.partition("(")[2].rpartition(")")[0]
    found: dict[int, str] = {}
    new = [process]
    while new:
        one = new.pop()
        children = {pid: name for pid, (parent, name) in parents.items() if parent == one}
        found |= children
        new += children
    return found


def resident(processes: Iterable[int]) -> int:
    """Bytes of several processes that are in memory and theirs alone; shared pages of forks count nowhere."""
    total = 0
    for pid in processes:
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Private")) * 1024
    return total


def asked(query: str, accept: str = "application/json") -> Asked:
    """A query as the pool is asked it."""
    return Asked("query", accept=accept, operation=Operation(query))


def value(body: bytes) -> str:
    """The one value of an answer."""
    (row,) = json.loads(body)["results"]["bindings"]
    return str(row["n"]["value"])
