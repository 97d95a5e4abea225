"""The shards in a real Virtuoso: every canned query answers there what it answers from the embedded store."""

from __future__ import annotations

import itertools
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.cli import main
from kg.model import predicates as P
from kg.model.slots import CLASSES
from kg.query.answers import Answering, table
from kg.query.binding import sparql
from kg.query.catalogue import CannedQuery, Parameter, catalogue
from kg.query.local import Local
from kg.query.names import NAMING
from kg.query.remote import Remote
from kg.query.run import answer
from kg.rdf import iris
from kg.store import open_snapshot
from tests import query_graph as small
from tests import virtuoso_server
from tests.test_queries import BY_TYPE, EVERY, must_give, value_of

pytestmark = pytest.mark.skipif(bool(virtuoso_server.missing()), reason=virtuoso_server.missing())
ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ROOT / "data" / "documents"
CORPUS = ROOT.parent / "shared" / "corpus"
# Where the statements of the default graph are put.
EVERYTHING = iris.BASE
# Of each archive of the corpus as many members, evenly over it, and no larger.
MEMBERS, MEMBER_BYTES = 30, 300_000
QUERIES = catalogue()
# What documents write at any length, but for what things are asked for by.
LENGTHENED = {P.LABEL, P.TEXT, P.DESCRIPTION, P.CITATION_TEXT, P.MINIMUM_AGE, P.MAXIMUM_AGE, P.COUNTRY, P.EXACT}
KINDS = ("drug", "mechanism", "target", "condition", "regimen", "person", "org", "schema")
NAMED = tuple(f"{iris.BASE}{kind}/" for kind in KINDS)
# Where Virtuoso is wrong and no way to ask was found that both answer alike, with what it does instead.
WRONG: dict[str, str] = {}
# It groups by no longer words; registries take a hundred letters for the name of an event.
GROUPED = "adverse_events_by_mechanism"


@dataclass(frozen=True)
class Both:
    """One graph twice.

    :ivar of: what it was made of.
    :ivar store: folder of the built graph; None for one in memory.
    """

    of: str
    here: Local
    there: Answering
    endpoint: str
    store: Path | None

    def given(self, query: CannedQuery) -> list[dict[str, object]]:
        """Arguments to ask a question with, as few as must be and then one more each."""
        if self.store is None:
            every = {
                p.name: EVERY.get(p.type, value_of(query, p)) for p in query.parameters if p.required and p.multiple
            }
            optional = [{p.name: value_of(query, p)} for p in query.parameters if not p.required]
            optional += [
                {p.name: EVERY[p.type]} for p in query.parameters if not p.required and p.multiple and p.type in EVERY
            ]
            ways = [must_give(query), {**must_give(query), **every}, *({**must_give(query), **one} for one in optional)]
        else:
            needed = [{p.name: v for p, v in zip(must(query), some, strict=True)} for some in self._some(query)]
            optional = [{p.name: v} for p in query.parameters if not p.required for v in self._values(p)[:1]]
            ways = [*needed, *({**needed[0], **one} for one in optional if needed)]
        return [way for place, way in enumerate(ways) if way not in ways[:place]]

    def _some(self, query: CannedQuery) -> list[tuple[object, ...]]:
        return list(itertools.zip_longest(*(self._values(p) for p in must(query)))) or [()]

    def _values(self, parameter: Parameter) -> list[object]:
        """What is most spoken of, of the kind that a parameter takes."""
        if parameter.type not in NAMING:
            return [BY_TYPE[parameter.type] if parameter.type != "thing" else self._values_of("trial")[0]]
        return self._values_of(parameter.type)

    def _values_of(self, kind: str) -> list[object]:
        classes = " ".join(f"<{CLASSES[name]}>" for name in NAMING[kind].classes)
        most = f"""SELECT ?thing (COUNT(?s) AS ?n) {{ VALUES ?class {{ {classes} }} ?thing a ?class . ?s ?p ?thing }}
            GROUP BY ?thing ORDER BY DESC(?n) ?thing LIMIT 3"""
        return [str(thing) for thing, _ in table(self.here, most).rows]


def must(query: CannedQuery) -> list[Parameter]:
    """Parameters that must be given."""
    return [parameter for parameter in query.parameters if parameter.required]


def sample(folder: Path) -> Path:
    """Some members of every archive of the corpus."""
    for archive in sorted(CORPUS.glob("*.zip")):
        with zipfile.ZipFile(archive) as opened:
            members = [i for i in opened.infolist() if not i.is_dir() and i.file_size < MEMBER_BYTES]
            for member in members[:: max(1, len(members) // MEMBERS)]:
                opened.extract(member, folder / archive.stem)
    return folder


def of_documents(folder: Path, documents: Path) -> Path:
    """A graph of some documents and its shards."""
    assert main(["build", str(documents), "--store", str(folder / "graph")]) == 0
    assert main(["convert", str(documents), "--shards", "2", "-o", str(folder / "shards")]) == 0
    return folder / "graph"


def long_words() -> ox.Store:
    """The small graph with words of documents that are longer than Virtuoso lets the key of an order be."""
    made = ox.Store()
    for quad in small.store():
        said = quad.object
        about = quad.subject.value
        if quad.predicate.value in LENGTHENED and about.startswith(iris.BASE) and not about.startswith(NAMED):
            said = ox.Literal(f"{said.value} {'x' * 2_500} {said.value}")
        made.add(ox.Quad(quad.subject, quad.predicate, said, quad.graph_name))
    return made


def of_small_graph(folder: Path, store: ox.Store) -> None:
    """The small graph of the query tests as one shard."""
    folder.mkdir()
    store.dump(str(folder / "statements-0.nt"), ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    named = [quad for quad in store if quad.graph_name != ox.DefaultGraph()]
    (folder / "sources-0.nq").write_bytes(ox.serialize(named, format=ox.RdfFormat.N_QUADS) or b"")


SMALL = {"small graph": small.store, "long words": long_words}


@pytest.fixture(scope="module", params=["shipped documents", "small graph", "long words", "corpus"])
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    """The same graph in the embedded store and in Virtuoso."""
    if request.param == "corpus" and not CORPUS.exists():
        pytest.skip("shared/corpus is not beside this repository")
    folder = tmp_path_factory.mktemp("virtuoso")
    store, made = None, None
    if request.param in SMALL:
        made = SMALL[request.param]()
        of_small_graph(folder / "shards", made)
    else:
        store = of_documents(folder, SHIPPED if request.param == "shipped documents" else sample(folder / "documents"))
    (folder / "server").mkdir()
    with virtuoso_server.running(folder / "server", folder) as server:
        server.load(folder / "shards", EVERYTHING)
        here = Local(open_snapshot(store)) if store else Local(small.InMemory(made))
        yield Both(request.param, here, Remote(server.endpoint, EVERYTHING), server.endpoint, store)
        here.close()


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_query_answers_the_same(both: Both, query: CannedQuery):
    if query.name in WRONG:
        pytest.skip(WRONG[query.name])
    if both.of == "long words" and query.name == GROUPED:
        pytest.skip("Virtuoso groups by no words as long")
    for given in both.given(query):
        assert answer(both.there, query, given).rows == answer(both.here, query, given).rows, given


def test_all_statements_are_there(both: Both):
    counted = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    assert table(both.there, counted).rows == table(both.here, counted).rows
    graphs = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"
    held = {g: n for g, n in table(both.there, graphs).rows if str(g).startswith(iris.BASE) and g != EVERYTHING}
    assert held == {g: n for g, n in table(both.here, graphs).rows if str(g).startswith(iris.BASE)}


@pytest.mark.parametrize(
    "words",
    [
        ["query", "trials_by_mechanism", "--mechanism", "bcl2 Inhibitors"],
        ["query", "trials_by_target", "--target", "BCL-2"],
        ["query", "drug_mechanism_sources", "--drug", "ABT-199"],
        ["query", "who_says_so", "--subject", "NCT04643405"],
        ["query", "documents"],
        ["sparql", "SELECT ?type (COUNT(?s) AS ?n) WHERE { ?s a ?type } GROUP BY ?type ORDER BY DESC(?n) ?type"],
        ["sparql", "ASK { ?s ?p ?o }"],
    ],
    ids=lambda words: " ".join(words[:2]),
)
def test_command_answers_the_same_through_the_endpoint(
    both: Both, words: list[str], capsys: pytest.CaptureFixture[str]
):
    if both.of != "shipped documents":
        pytest.skip("names of things in the shipped documents")
    said = []
    for where in (["--store", str(both.store)], ["--endpoint", both.endpoint, "--default-graph", EVERYTHING]):
        assert main([*words, *where, "--format", "json"]) == 0
        said.append(capsys.readouterr().out)
    assert json.loads(said[0])
    assert said[0] == said[1]


def test_name_that_nothing_bears_is_refused_alike(both: Both, capsys: pytest.CaptureFixture[str]):
    for mistake in ("BCL-2 inhibitro", "no such thing at all"):
        query = QUERIES["trials_by_mechanism"]
        words = []
        for graph in (both.here, both.there):
            with pytest.raises(Exception, match="no mechanism is called") as caught:
                sparql(graph, query, {"mechanism": mistake})
            words.append(str(caught.value))
        assert words[0] == words[1]
    assert not capsys.readouterr().out
