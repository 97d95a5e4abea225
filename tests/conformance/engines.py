"""The two that are asked the same: pyoxigraph alone in this process, and a server through HTTP."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import urlencode

import pyoxigraph as ox

from tests.conformance.cases import Case, Graphs
from tests.conformance.exchanges import quads
from tests.conformance.judging import inserted
from tests.conformance.results import GRAPHS, TABLES, TRIPLES, TSV, TURTLE, Found, Table, read
from tests.conformance.rows import cell
from tests.conformance.sending import QUERY, SPARQL, STORE, UPDATE, Reply, Request, Server
from tests.conformance.suites import Suites

# Graphs that are parts of default graphs have this before the address of their file.
PART = "urn:x-default:"
STATE = ("graph", "subject", "predicate", "object")
EVERYTHING = "SELECT ?graph ?subject ?predicate ?object { GRAPH ?graph { ?subject ?predicate ?object } }"
# Bytes of an update that fills the store; servers bound them.
LARGEST = 400_000


@dataclass(frozen=True)
class Outcome:
    """What came of a test.

    :ivar kind: ``answered``, ``refused`` for its syntax, or ``failed``.
    :ivar found: the answer, or the graphs after an update.
    :ivar words: for people.
    :ivar status: of HTTP; None where nothing was sent.
    """

    kind: str
    found: Found | None = None
    words: str = field(default="", compare=False)
    status: int | None = field(default=None, compare=False)


class Engine(Protocol):
    """Who can be given tests."""

    def outcomes(self, tests: list[Case]) -> list[Outcome]:
        """What comes of each."""


def dataset(suites: Suites, graphs: Graphs) -> list[ox.Quad]:
    """The quads of a dataset, each file with blank nodes of its own."""
    default = [quad for file in graphs.default for quad in quads(suites, file, ox.DefaultGraph())]
    return default + [quad for name, file in graphs.named for quad in quads(suites, file, ox.NamedNode(name))]


def state(found: Iterable[ox.Quad]) -> Table:
    """All graphs as one table."""
    rows = {(graph_cell(one), *(cell(term) for term in one.triple)) for one in found}
    return Table(STATE, tuple(rows))


def graph_cell(quad: ox.Quad) -> str:
    """The name of a quad's graph; empty for the default graph."""
    return "" if isinstance(quad.graph_name, ox.DefaultGraph) else str(quad.graph_name)


def written(results: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, accept: str) -> Found:
    """Results in a format that fits them, read back, since formats do not tell everything."""
    if isinstance(results, ox.QueryTriples):
        kind = accept if accept in GRAPHS else TURTLE
        return read(results.serialize(format=GRAPHS[kind]) or b"", kind)
    return read(results.serialize(format=TABLES.get(accept, ox.QueryResultsFormat.CSV)) or b"", accept)


@dataclass(frozen=True)
class Alone:
    """pyoxigraph, a store for each test."""

    suites: Suites

    def outcomes(self, tests: list[Case]) -> list[Outcome]:
        """What comes of each."""
        return [self.outcome(test) for test in tests]

    def outcome(self, test: Case) -> Outcome:
        """What comes of one."""
        store = ox.Store()
        store.extend(dataset(self.suites, test.before))
        try:
            if test.updates:
                store.update(test.text, base_iri=test.base)
                return Outcome("answered", state(store))
            results = store.query(test.text, base_iri=test.base)
            return Outcome("answered", written(results, test.accept) if test.wanted is not None else None)
        except SyntaxError as error:
            return Outcome("refused", words=str(error))
        except (OSError, RuntimeError, ValueError) as error:
            return Outcome("failed", words=str(error))


@dataclass(frozen=True)
class Served:
    """A server; queries are asked in groups whose graphs fit into one store, updates each over graphs of its own."""

    suites: Suites
    server: Server

    def outcomes(self, tests: list[Case]) -> list[Outcome]:
        """What comes of each."""
        found: dict[int, Outcome] = {}
        waiting: dict[int, Case] = {}
        held: dict[str, str] = {}
        for place, test in enumerate(tests):
            if test.updates:
                continue
            wanted = graphs_of(test)
            if any(held.get(name, file) != file for name, file in wanted.items()):
                found |= self.queries(waiting, held)
                waiting, held = {}, {}
            waiting[place] = test
            held |= wanted
        found |= self.queries(waiting, held)
        found |= {place: self.update(test) for place, test in enumerate(tests) if test.updates}
        return [found[place] for place in range(len(tests))]

    def queries(self, tests: dict[int, Case], held: dict[str, str]) -> dict[int, Outcome]:
        """What comes of queries over graphs that are put there first."""
        self.fill([quads(self.suites, file, ox.NamedNode(name)) for name, file in held.items()])
        return {place: self.query(test) for place, test in tests.items()}

    def fill(self, files: list[list[ox.Quad]]) -> None:
        """Hold these and nothing else.

        :raises ConnectionError: when the server does not let them be put there.
        """
        texts = ["DROP ALL"]
        for file in files:
            part = inserted(file)
            if len(texts[-1]) + len(part) > LARGEST:
                texts.append(part)
            else:
                texts[-1] += " ;\n" + part
        for text in texts:
            reply = self.server.change(text)
            if reply.status >= 300:
                raise ConnectionError(f"graphs by SPARQL Update: wanted 2xx, found {reply}")

    def query(self, test: Case) -> Outcome:
        """What comes of a query, over the graphs that are its dataset."""
        default = [("default-graph-uri", PART + file) for file in test.before.default or ("none",)]
        named = [("named-graph-uri", name) for name, _ in test.before.named]
        target = SPARQL if test.chooses else f"{SPARQL}?{urlencode(default + named)}"
        accept = test.accept if test.wanted is not None else "*/*"
        return self.ask(target, QUERY, test, accept)

    def update(self, test: Case) -> Outcome:
        """What comes of an update, read back."""
        self.fill([dataset(self.suites, test.before)])
        done = self.ask(SPARQL, UPDATE, test, "*/*")
        if done.kind != "answered" or test.wanted is None:
            return done
        everything = f"{SPARQL}?{urlencode({'query': EVERYTHING})}"
        named = self.server.send(Request("GET", everything, {"accept": TSV}))
        default = self.server.send(Request("GET", f"{STORE}?default", {"accept": TRIPLES}))
        if named.status != 200 or default.status not in (200, 404):
            return Outcome("failed", words=f"{named} {default}")
        rows = table_rows(named.body, TSV)
        if default.status == 200:
            rows += [("", *row) for row in table_rows(default.body, TRIPLES)]
        return Outcome("answered", Table(STATE, tuple(rows)))

    def sent(self, target: str, media_type: str, test: Case, accept: str = "*/*") -> Reply:
        """The reply to a text with the address of its file as base."""
        body = f"BASE <{test.base}>\n{test.text}".encode()
        return self.server.send(Request("POST", target, {"content-type": media_type, "accept": accept}, body))

    def ask(self, target: str, media_type: str, test: Case, accept: str) -> Outcome:
        """What comes of a text."""
        reply = self.sent(target, media_type, test, accept)
        if reply.status >= 300:
            return Outcome("refused" if reply.status == 400 else "failed", None, str(reply), reply.status)
        if test.updates or test.wanted is None:
            return Outcome("answered")
        return Outcome("answered", read(reply.body, reply.media_type), str(reply))


def table_rows(body: bytes, media_type: str) -> list[tuple[object, ...]]:
    """The rows of an answer that is a table."""
    found = read(body, media_type)
    return list(found.rows) if isinstance(found, Table) else []


def graphs_of(test: Case) -> dict[str, str]:
    """Name and file of every graph that a test needs on a server."""
    return {PART + file: file for file in test.before.default} | dict(test.before.named)
