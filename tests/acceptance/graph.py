"""The graph of the two shipped documents, built in this process and held in memory."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

import pyoxigraph as ox

from kg import link, vocab
from kg.document import Document
from kg.pipeline import convert
from kg.rdf import iris
from kg.rdf.prefixes import PREFIXES
from tests.acceptance.questions import HERE

DOCUMENTS = HERE.parents[1] / "data" / "documents"
FILES = {"A": ("pubmed-40975066.nbib", "medline"), "B": ("pd1-ven-cag.txt", "trial_page")}
OFFICIAL_TITLE = slice(138, 348)
HEADER = "".join(f"PREFIX {name}: <{address}>\n" for name, address in PREFIXES.items() if "." not in name)

Key = tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the graph gives as the reason of one statement.

    :ivar basis: token of the enumeration Basis.
    """

    record: str
    exact: str
    start: int
    end: int
    basis: str
    rule: str


@dataclass(frozen=True, slots=True)
class Graph:
    """The default graph is the union of all, each statement once, as a build makes it.

    :ivar texts: decoded text of each document by its letter.
    :ivar things: of each document what ``?record``, ``?publication`` and ``?trial`` stand for.
    :ivar evidence: of each statement its reasons.
    """

    store: ox.Store
    texts: dict[str, str]
    things: dict[str, dict[str, str]]
    evidence: dict[Key, list[Evidence]]

    def rows(self, variables: str, pattern: str, doc: str) -> ox.QuerySolutions:
        """Solutions of a graph pattern; ``?record``, ``?publication`` and ``?trial`` stand for those of a document."""
        found = self.ask(f"SELECT DISTINCT {variables} WHERE {{ {pattern} }}", doc)
        assert isinstance(found, ox.QuerySolutions)
        return found

    def has(self, pattern: str, doc: str) -> bool:
        """Whether a graph pattern has a solution."""
        return bool(self.ask(f"ASK {{ {pattern} }}", doc))

    def ask(self, query: str, doc: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """The answer to a query.

        ``within(?x)`` asks whether a thing is the record or a child of it. The three names are put in as addresses,
        since a variable bound outside is unknown to filters within a group.
        """
        query = re.sub(r"within\((\?\w+)\)", r"STRSTARTS(STR(\1), STR(?record))", query)
        query = re.sub(r"\?(record|publication|trial)\b", lambda name: f"<{self.things[doc][name[1]]}>", query)
        try:
            return self.store.query(HEADER + query)
        except SyntaxError as error:
            raise ValueError(f"{error} in {query}") from error


def build() -> Graph:
    """The graph with contacts, as ``kg build --contacts`` makes it."""
    documents = {doc: Document(file, (DOCUMENTS / file).read_bytes()) for doc, (file, _) in FILES.items()}
    texts = {doc: document.text(contacts=True) for doc, document in documents.items()}
    store = ox.Store()
    for doc, document in documents.items():
        converted = convert([document], FILES[doc][1], contacts=True)
        if converted.rejected:
            raise converted.rejected[0]
        add(store, converted.nquads.decode())
    add(store, vocab.nquads())
    add(store, "".join(link.conclude(store.query)))
    return Graph(store, texts, things(texts["B"]), evidence_in(store))


def add(store: ox.Store, nquads: str) -> None:
    """Each quad in its own graph and in the default graph."""
    quads = list(ox.parse(nquads, format=ox.RdfFormat.N_QUADS))
    store.extend(quads)
    store.extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads)


def things(page: str) -> dict[str, dict[str, str]]:
    """Addresses of what the two documents are about."""
    key = iris.title_key(page[OFFICIAL_TITLE])
    return {
        "A": {
            "record": iris.record("pubmed", "40975066"),
            "publication": iris.publication(pmid="40975066"),
            "trial": iris.trial("NCT04643405"),
        },
        "B": {"record": iris.record("ctgov", key), "trial": iris.trial(key)},
    }


def evidence_in(store: ox.Store) -> dict[Key, list[Evidence]]:
    """Every piece of evidence, by the statement it is of."""
    rows = store.query(
        HEADER
        + """SELECT ?s ?p ?o ?record ?exact ?start ?end ?basis ?rule WHERE {
          ?e a tg:Evidence ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; tg:basis ?basis .
          OPTIONAL { ?e prov:wasDerivedFrom ?record } OPTIONAL { ?e tg:rule ?rule }
          OPTIONAL { ?e oa:exact ?exact ; oa:start ?start ; oa:end ?end } }"""
    )
    assert isinstance(rows, ox.QuerySolutions)
    found: dict[Key, list[Evidence]] = defaultdict(list)
    for row in rows:
        text = {name: row[name].value if row[name] is not None else "" for name in ("record", "exact", "rule")}
        start, end = (int(row[name].value) if row[name] is not None else -1 for name in ("start", "end"))
        basis = row["basis"].value.rpartition("-")[2]
        found[row["s"], row["p"], row["o"]].append(Evidence(start=start, end=end, basis=basis, **text))
    return found
