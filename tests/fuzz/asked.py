"""Requests of a mixed load, each with what pyoxigraph itself says of the same state of the graph."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import quote, urlencode

import pyoxigraph as ox

from kg.query.binding import sparql
from kg.query.catalogue import CannedQuery, catalogue
from kg.query.local import Local
from kg.rdf.iris import BASE
from kg.store import Snapshot

TABLES = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    "text/csv": ox.QueryResultsFormat.CSV,
}
SYNTAXES = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "rdf": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}
PREFIX = "PREFIX tg: <https://w3id.org/trialgraph/schema/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
PLAIN = [
    "SELECT DISTINCT ?n { ?t tg:enrolment ?n }",
    "SELECT ?t ?n { ?t tg:enrolment ?n ; rdfs:label ?l } ORDER BY ?t LIMIT 7",
    "SELECT (COUNT(*) AS ?c) (SUM(?n) AS ?s) { ?t tg:enrolment ?n }",
    "SELECT ?class (COUNT(*) AS ?c) { ?s a ?class } GROUP BY ?class",
    "SELECT ?t ?l { ?t a tg:Trial OPTIONAL { ?t tg:briefTitle ?l } }",
    "SELECT ?g (COUNT(*) AS ?c) { GRAPH ?g { ?s tg:enrolment ?n } } GROUP BY ?g",
    "ASK { ?t tg:enrolment @ }",
    "ASK { ?t tg:enrolment ?n FILTER(?n > @) }",
    "CONSTRUCT { ?t tg:enrolment ?n } WHERE { ?t tg:enrolment ?n }",
    "SELECT ?p (COUNT(*) AS ?c) { ?s ?p ?o FILTER(STRLEN(STR(?s)) > @) } GROUP BY ?p",
    "SELECT ?s ?o { ?s rdfs:label ?o } ORDER BY DESC(?o) ?s LIMIT @",
    "SELECT ?s ?o { ?s rdfs:label ?o } ORDER BY ?s ?o OFFSET @ LIMIT 1000",
    "SELECT ?t ?n { VALUES ?n { @ 1 2 3 } ?t tg:enrolment ?n }",
]
Judge = Callable[[Snapshot, bytes], str]


@dataclass(frozen=True, slots=True)
class Ask:
    """A request.

    :ivar kind: of request, for the figures.
    :ivar judge: given a state and the answer, what is wrong with it; empty for nothing.
    """

    kind: str
    path: str
    accept: str
    judge: Judge
    body: bytes | None = None


def plain(chance: random.Random) -> Ask:
    """A query, some of them never asked before."""
    text = PREFIX + chance.choice(PLAIN).replace("@", str(chance.randrange(120)))
    if chance.random() < 0.3:
        text += f" # {chance.random()}"
    accept = "text/turtle" if "CONSTRUCT" in text else chance.choice(list(TABLES))

    def judge(state: Snapshot, body: bytes) -> str:
        return compared(state.query(text), body, accept, ordered="ORDER BY" in text)

    if chance.random() < 0.5:
        return Ask("sparql", "/sparql?" + urlencode({"query": text}), accept, judge)
    return Ask("sparql", "/sparql", accept, judge, urlencode({"query": text}).encode())


def compared(wanted: object, body: bytes, accept: str, *, ordered: bool) -> str:
    """What is wrong with an answer to a query."""
    if isinstance(wanted, ox.QueryTriples):
        found = {one.triple for one in ox.parse(body, format=ox.RdfFormat.TURTLE)}
        return "" if found == set(wanted) else f"{len(found)} triples, others than wanted"
    if accept == "text/csv":
        if isinstance(wanted, ox.QueryBoolean):
            return "" if body.decode().strip() == str(bool(wanted)).lower() else "the other truth value"
        assert isinstance(wanted, ox.QuerySolutions)
        rows = [tuple(row) for row in csv.reader(io.StringIO(body.decode(), newline=""))][1:]
        return lists(rows, [tuple(_plain(term) for term in row) for row in wanted], ordered=ordered)
    read = ox.parse_query_results(body, format=TABLES[accept])
    if isinstance(wanted, ox.QueryBoolean):
        return "" if isinstance(read, ox.QueryBoolean) and bool(read) == bool(wanted) else "the other truth value"
    assert isinstance(wanted, ox.QuerySolutions)
    assert isinstance(read, ox.QuerySolutions)
    return lists([tuple(row) for row in read], [tuple(row) for row in wanted], ordered=ordered)


def _plain(term: object) -> str:
    return "" if term is None else str(getattr(term, "value", term))


def lists(found: Iterable[object], wanted: Iterable[object], *, ordered: bool) -> str:
    """How two lists of rows differ; empty for not at all."""
    left, right = list(found), list(wanted)
    if not ordered:
        left.sort(key=str)
        right.sort(key=str)
    if left == right:
        return ""
    at = next((at for at, (one, other) in enumerate(zip(left, right, strict=False)) if one != other), None)
    if at is None:
        return f"{len(left)} rows, wanted {len(right)}"
    return f"row {at} is {left[at]}, wanted {right[at]}"


class Canned:
    """Questions with arguments that the graph has something on.

    :ivar graphs: names of its graphs.
    """

    def __init__(self, state: Snapshot) -> None:
        self.graphs = sorted(state.graphs())
        self._known: dict[str, list[str]] = {}
        self._queries = sorted(catalogue().values(), key=lambda query: query.name)
        things = state.query(PREFIX + "SELECT ?s ?l { ?s a ?c ; rdfs:label ?l } ORDER BY ?s")
        assert isinstance(things, ox.QuerySolutions)
        for row in things:
            iri = str(row["s"].value)
            if iri.startswith(BASE):
                kind = iri.removeprefix(BASE).partition("/")[0]
                self._known.setdefault("organisation" if kind == "org" else kind, []).append(iri)

    def things(self, chance: random.Random) -> str:
        """An entity of ours, whose kinds are all alike likely."""
        return chance.choice(self._known[chance.choice(sorted(self._known))])

    def ask(self, chance: random.Random) -> Ask:
        """A question as a file."""
        query = chance.choice(self._queries)
        arguments = self._arguments(query, chance)
        ending = chance.choice(["json", "csv", "tsv"])
        fields = urlencode(arguments) if arguments else "submit="
        accept = {"json": "application/sparql-results+json", "csv": "text/csv", "tsv": "text/tab-separated-values"}

        def judge(state: Snapshot, body: bytes) -> str:
            text = sparql(Local(state), query, arguments)
            return compared(state.query(text), body, accept[ending], ordered=True)

        return Ask("canned", f"/query/{query.name}.{ending}?{fields}", "*/*", judge)

    def _arguments(self, query: CannedQuery, chance: random.Random) -> dict[str, str]:
        found = {}
        for parameter in query.parameters:
            things = self._known.get(parameter.type)
            if things and (parameter.required or chance.random() < 0.5):
                found[parameter.name] = chance.choice(things)
            elif parameter.type == "integer" and chance.random() < 0.7:
                found[parameter.name] = str(chance.randrange(300))
            elif parameter.required:
                found[parameter.name] = parameter.example.strip('"').partition('"')[0]
        return found


def thing(canned: Canned, chance: random.Random) -> Ask:
    """A description of an entity in any syntax."""
    iri = canned.things(chance)
    path = "/" + quote(iri.removeprefix(BASE), safe="/%")
    ending = chance.choice([*SYNTAXES, "html"])

    def judge(state: Snapshot, body: bytes) -> str:
        wanted = {(quad.predicate, quad.object) for quad in state.quads(ox.NamedNode(iri), graph=ox.DefaultGraph())}
        if ending == "html":
            return _page(body, {str(value.value) for kind, value in wanted if kind.value.endswith("/enrolment")})
        return _described(state, iri, list(ox.parse(body, format=SYNTAXES[ending], base_iri=iri)), wanted)

    return Ask("thing", f"{path}.{ending}", "*/*", judge)


def _described(state: Snapshot, iri: str, found: list[ox.Quad], wanted: set[tuple[object, object]]) -> str:
    own = {(quad.predicate, quad.object) for quad in found if quad.subject == ox.NamedNode(iri)}
    if missing := wanted - own:
        return f"{len(missing)} statements are missing, such as {next(iter(missing))}"
    for quad in found:
        if "hydra" not in quad.predicate.value and not next(
            iter(state.quads(quad.subject, quad.predicate, quad.object, ox.DefaultGraph())), None
        ):
            return f"says what the graph does not: {quad}"
    return ""


class _Text(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.ended = False
        self.feed(page)

    def handle_data(self, data: str) -> None:
        """Keep it."""
        self.text += data

    def handle_endtag(self, tag: str) -> None:
        """Note the last."""
        self.ended = tag == "html"


def _page(body: bytes, values: set[str]) -> str:
    page = _Text(body.decode())
    if not body.rstrip().endswith(b"</html>") and not page.ended:
        return "a page without an end"
    missing = [value for value in values if value not in page.text]
    return f"a page without {missing}" if missing else ""


def graph(canned: Canned, chance: random.Random) -> Ask:
    """One whole graph."""
    name = chance.choice(canned.graphs)

    def judge(state: Snapshot, body: bytes) -> str:
        wanted = {quad.triple for quad in state.quads(graph=ox.NamedNode(name))}
        found = {quad.triple for quad in ox.parse(body, format=ox.RdfFormat.N_TRIPLES)}
        return "" if wanted == found else f"{len(found)} statements, wanted {len(wanted)}"

    return Ask("graph", "/gsp?" + urlencode({"graph": name}), "application/n-triples", judge)
