"""The graph as Python programs use it: names of things, arguments, rows, SPARQL and descriptions."""

from __future__ import annotations

import builtins
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import QueryError, StoreError
from kg.model import predicates as p
from kg.query.answers import Iri, Rows, value
from kg.query.binding import literal
from kg.query.catalogue import catalogue, parse
from kg.query.graph import Graph, open_graph
from kg.query.names import resolve
from kg.query.run import run
from kg.rdf.terms import XSD
from tests import query_graph as small
from tests.query_vocabulary import d, m


@pytest.fixture(scope="module")
def graph() -> Graph:
    """The least graph on which a query can be wrong."""
    return Graph(small.local())


@pytest.mark.parametrize(
    "name",
    [
        "IAP antagonist",
        "IAP inhibitor",
        "SMAC mimetic",
        "smac mimetics",
        "Iap-Antagonist",
        "IAP\u2011antagonist",
        "  IAP   antagonist ",
        "mechanism:iap-antagonist",
        "https://w3id.org/trialgraph/mechanism/iap-antagonist",
        "<https://w3id.org/trialgraph/mechanism/iap-antagonist>",
    ],
)
def test_a_mechanism_is_found_by_whatever_people_call_it(graph: Graph, name: str):
    assert resolve(graph._answering, "mechanism", name, "test") == m("iap-antagonist")


@pytest.mark.parametrize(
    ("kind", "name", "iri"),
    [
        ("trial", "NCT00000001", small.IN),
        ("trial", "nct00000001", small.IN),
        ("trial", "In", small.IN),
        ("trial", "trial:NCT00000001", small.IN),
        ("publication", "1", small.ARTICLE),
        ("publication", "A trial", small.ARTICLE),
        ("document", "NCT00000001", small.PAGE_IN),
        ("person", "si shi", small.SI),
        ("organisation", "Solo Inc", small.SOLO),
        ("thing", "NCT00000001", small.IN),
        ("thing", "venetoclax", d("venetoclax")),
        ("thing", small.PAGE_IN, small.PAGE_IN),
    ],
)
def test_things_of_other_kinds_are_found(graph: Graph, kind: str, name: str, iri: str):
    assert resolve(graph._answering, kind, name, "test") == iri


def test_an_address_of_elsewhere_finds_what_equals_it():
    store = small.store()
    mesh = "http://id.nlm.nih.gov/mesh/C579720"
    store.add(ox.Quad(ox.NamedNode(d("venetoclax")), ox.NamedNode(p.EXACT_MATCH), ox.NamedNode(mesh)))
    graph = Graph(small.Local(small.InMemory(store)))
    for written in (mesh, "MESH:C579720"):
        assert [row.trial for row in graph.trials_by_drug(written)] == [small.IN]


def test_a_preferred_name_wins_over_another_name():
    store = small.store()
    store.add(ox.Quad(ox.NamedNode(d("cytarabine")), ox.NamedNode(p.ALT_LABEL), ox.Literal("venetoclax")))
    assert resolve(small.Local(small.InMemory(store)), "drug", "venetoclax", "test") == d("venetoclax")


def test_a_name_of_several_is_an_error_that_lists_them():
    store = small.store()
    for drug in ("cytarabine", "venetoclax"):
        store.add(ox.Quad(ox.NamedNode(d(drug)), ox.NamedNode(p.ALT_LABEL), ox.Literal("VC")))
    says = f"trials_by_drug: 2 of kind drug are called 'vc', give one address: <{d('cytarabine')}>, <{d('venetoclax')}>"
    with pytest.raises(QueryError, match=says):
        Graph(small.Local(small.InMemory(store))).trials_by_drug("vc")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            {"mechanism": "BCL2 inhibtor"},
            "trials_by_mechanism: no mechanism is called 'BCL2 inhibtor'; nearest: BCL-2 inhib",
        ),
        ({"mechanism": "SMAC mimic"}, "nearest: IAP antagonist"),
        ({"mechanism": "qqq"}, "no mechanism is called 'qqq'; nothing like it is known"),
        ({"mechanism": "!!"}, "no mechanism is called '!!'; nothing like it is known"),
        ({"mechanism": "drug:venetoclax"}, "no mechanism is called 'drug:venetoclax'"),
        ({}, "trials_by_mechanism: mechanism is missing; for example mechanism:bcl-2-inhibitor"),
        ({"mechanism": None}, "mechanism is missing"),
        ({"mechanism": []}, "mechanism takes one value or several, got 0"),
        ({"mechanism": 3}, "mechanism takes mechanism, got 3"),
        ({"mechanism": "\ud800"}, "mechanism takes mechanism, got"),
        ({"mechanism": "BCL-2 inhibitor", "least": 3}, r"trials_by_mechanism takes \['mechanism'\], not 'least'"),
    ],
)
def test_a_wrong_argument_is_one_line_that_says_what_was_wanted(graph: Graph, arguments: dict[str, object], says: str):
    with pytest.raises(QueryError, match=says) as caught:
        graph.run("trials_by_mechanism", **arguments)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("most", "says"),
    [
        ("many", r"small_trials: most takes integer, got 'many' \(invalid literal for int\(\) with base 10: 'many'\)"),
        (True, r"most takes integer, got True \(a truth value\)"),
        ([1, 2], "small_trials: most takes one value, got 2"),
        (1.5, "most takes integer, got 1.5"),
    ],
)
def test_a_number_is_a_number(graph: Graph, most: object, says: str):
    with pytest.raises(QueryError, match=says):
        graph.run("small_trials", most=most)


@pytest.mark.parametrize(
    ("kind", "written", "term"),
    [
        ("date", "2019", f'"2019"^^<{XSD}gYear>'),
        ("date", "2020-02-29", f'"2020-02-29"^^<{XSD}date>'),
        ("decimal", "1e2", f'"100"^^<{XSD}decimal>'),
        ("decimal", Decimal("0.50"), f'"0.50"^^<{XSD}decimal>'),
        ("boolean", "true", f'"true"^^<{XSD}boolean>'),
        ("iri", "tg:phase", f"<{p.PHASE}>"),
        ("string", 'a"b', '"a\\"b"'),
        ("string", " a  b\n", '"a  b"'),
        ("date", " 2019-05 ", f'"2019-05"^^<{XSD}gYearMonth>'),
        ("integer", 2**63 - 1, f'"9223372036854775807"^^<{XSD}integer>'),
    ],
)
def test_values_become_typed_terms(kind: str, written: object, term: str):
    assert literal(kind, written) == term


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("date", "2019-02-29"),
        ("date", "2019-13"),
        ("date", "0000"),
        ("date", "May 2019"),
        ("date", "2019-01-01T00:00:00"),
        ("decimal", "NaN"),
        ("decimal", "x"),
        ("boolean", "yes"),
        ("iri", "phase"),
        ("iri", "http://a.example/> ?s ?p ?o"),
        ("string", 3),
        ("integer", 2**63),
        ("integer", str(-(2**63))),
    ],
)
def test_what_is_not_of_the_kind_is_refused(kind: str, written: object):
    with pytest.raises((ValueError, ArithmeticError)):
        literal(kind, written)


def test_rows_are_typed_and_go_where_they_are_wanted(graph: Graph):
    rows = graph.small_trials(most=151)
    assert [(row.trial, row.enrolment) for row in rows] == [(small.IN, 40), (small.OUT, 150)]
    assert rows.to_dicts()[1] == {"trial": small.OUT, "title": "Out", "enrolment": 150, "counted": None}
    assert rows[0].counted == "Estimated"
    assert len(rows[1:]) == 1
    assert rows.to_pandas()["enrolment"].sum() == 190
    assert str(rows.to_pandas()["counted"].dtype) in ("string", "str")
    assert rows.to_polars()["enrolment"].to_list() == [40, 150]
    with pytest.raises(AttributeError):
        rows[0].enrolment = 3  # type: ignore[misc]


def test_no_rows_keep_their_columns_and_types(graph: Graph):
    rows = graph.small_trials(most=0)
    assert list(rows.to_pandas().columns) == ["trial", "title", "enrolment", "counted"]
    assert str(rows.to_pandas()["enrolment"].dtype) == "Int64"
    assert str(rows.to_polars().schema["enrolment"]) == "Int64"


def test_decimals_and_mixed_values_fit_into_frames(graph: Graph):
    assert graph.trial_publications().to_polars()["confidence"].to_list() == [0.95, 0.95]
    assert graph.trial_publications().to_pandas()["confidence"].to_list() == [0.95, 0.95]
    said = graph.who_says_so("NCT00000001")
    assert "40" in said.to_polars()["object"].to_list()
    assert 40 in said.to_pandas()["object"].to_list()


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_without_the_extra_the_error_names_it(graph: Graph, library: str, monkeypatch: pytest.MonkeyPatch):
    real = builtins.__import__

    def absent(name: str, *rest: object, **more: object) -> object:
        if name == library:
            raise ImportError(name)
        return real(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", absent)
    with pytest.raises(ImportError, match=rf"to_{library} needs {library}: pip install trialgraph\[{library}\]"):
        getattr(graph.small_trials(), f"to_{library}")()


def test_sparql_answers_by_the_form_of_the_question(graph: Graph):
    select = graph.sparql(f"SELECT ?n WHERE {{ <{small.IN}> <{p.ENROLMENT}> ?n }}")
    assert isinstance(select, Rows)
    assert select.to_dicts() == [{"n": 40}]
    assert graph.sparql(f"ASK {{ <{small.IN}> ?p 40 }}") is True
    made = graph.sparql(f"CONSTRUCT {{ ?s ?p 40 }} WHERE {{ ?s ?p 40 FILTER (?s = <{small.IN}>) }}")
    assert isinstance(made, rdflib.Graph)
    assert set(made) == {(rdflib.URIRef(small.IN), rdflib.URIRef(p.ENROLMENT), rdflib.Literal(40))}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("SELECT ?x WHERE {\n ?x ?y }", r"not a SPARQL query: line 2, column 9"),
        ("SELECT ?x WHERE { ?x a no:thing }", r"line 1, column \d+: a prefix that the query declares"),
        ("INSERT DATA { <a:a> <a:a> <a:a> }", r"line 1, column 1"),
    ],
)
def test_bad_sparql_is_one_line_with_its_place(graph: Graph, text: str, says: str):
    with pytest.raises(QueryError, match=says) as caught:
        graph.sparql(text)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 250


@pytest.mark.parametrize(
    ("lexical", "datatype", "expected"),
    [
        ("7", "nonNegativeInteger", 7),
        ("1.50", "decimal", Decimal("1.50")),
        ("1.5e0", "double", 1.5),
        ("false", "boolean", False),
        ("2019-07", "gYearMonth", "2019-07"),
        ("seven", "integer", "seven"),
        ("maybe", "boolean", "maybe"),
    ],
)
def test_literals_become_values_and_bad_ones_stay_words(lexical: str, datatype: str, expected: object):
    found = value(lexical, XSD + datatype)
    assert (found, type(found)) == (expected, type(expected))


def test_a_description_holds_every_statement_with_its_sources_and_words(graph: Graph):
    found = graph.describe("NCT00000001")
    assert found.iri == small.IN
    (enrolment,) = [one for one in found.outgoing if one.predicate == p.ENROLMENT]
    assert (enrolment.object, enrolment.graphs) == (40, (small.PAGE_IN,))
    (ground,) = enrolment.grounds
    assert (ground.document, ground.basis, ground.quote, ground.start) == (small.PAGE_IN, "STATED", "Enrollment 40", 7)
    (tested,) = [one for one in found.outgoing if one.object == m("bcl-2-inhibitor")]
    assert (tested.label, tested.graphs, tested.grounds[0].rule) == (
        "BCL-2 inhibitor",
        (small.RULES,),
        "mechanism-of-drug",
    )
    assert tested.grounds[0].confidence == Decimal("0.9")
    assert {one.predicate for one in found.incoming} == {p.DESCRIBES, p.ISSUE_ABOUT}
    assert all(isinstance(one.object, Iri) for one in found.incoming)
    both = f"SELECT (COUNT(*) AS ?n) WHERE {{ {{ <{small.IN}> ?p ?o }} UNION {{ ?s ?p <{small.IN}> }} }}"
    spoken_of = f"SELECT (COUNT(*) AS ?n) WHERE {{ ?e <{p.SUBJECT}>|<{p.OBJECT}> <{small.IN}> }}"
    every, apart = (graph.sparql(text).to_dicts()[0]["n"] for text in (both, spoken_of))
    assert len(found.outgoing) + len(found.incoming) == every - apart


def test_an_unknown_address_has_an_empty_description(graph: Graph):
    assert graph.describe("urn:nothing:here").outgoing == ()
    with pytest.raises(QueryError, match="describe: nothing is called 'nobody', and it is no address"):
        graph.describe("nobody")


def test_rdflib_gets_each_statement_once(graph: Graph):
    whole = graph.to_rdflib()
    assert len(whole) == graph.sparql("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").to_dicts()[0]["n"]
    about = graph.to_rdflib("drug:venetoclax")
    drug = rdflib.URIRef(d("venetoclax"))
    assert all(drug in (s, o) for s, _, o in about)
    assert (drug, rdflib.RDFS.label, rdflib.Literal("venetoclax")) in about
    assert (rdflib.URIRef(small.IN), rdflib.URIRef(p.TESTS_DRUG), drug) in about


def test_a_whole_number_in_a_column_of_decimals_is_a_decimal(graph: Graph):
    header = "#+ summary: Half of what?\n#+ columns:\n#+   half:\n#+     type: decimal\n"
    query = parse("halves", "topic", header + "SELECT (2 AS ?half) WHERE {} ORDER BY ?half")
    (row,) = run(graph._answering, query, {})
    assert (row["half"], type(row["half"])) == (2, Decimal)


def test_questions_are_listed(graph: Graph):
    assert set(graph.questions()) == set(catalogue())
    with pytest.raises(
        QueryError, match="no canned query is called 'trial_by_mechanism'; nearest: trials_by_mechanism"
    ):
        graph.run("trial_by_mechanism")


def test_a_folder_without_a_graph_is_a_store_error(tmp_path: Path):
    with pytest.raises(StoreError, match="no graph at"):
        open_graph(tmp_path)
    with pytest.raises(TypeError, match="a folder or an endpoint, one of the two"):
        open_graph()


def test_the_package_is_light_until_a_graph_is_opened():
    heavy = "'pyoxigraph', 'rdflib', 'pandas', 'yaml'"
    code = f"import sys, kg; print([m for m in ({heavy}) if m in sys.modules]);"
    code += "kg.open_graph; print('yaml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[]", "True"]
