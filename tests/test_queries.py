"""The laws that every canned query keeps; a new file in ``queries/`` is held to them by lying there."""

from __future__ import annotations

import functools
import itertools
import re
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.plugins.sparql import prepareQuery

from kg import shipped
from kg.cli import main
from kg.errors import QueryError
from kg.model.enums import LABELS
from kg.model.slots import CLASSES, SLOTS
from kg.query import generate
from kg.query.answers import Rows, Table, table
from kg.query.binding import sparql
from kg.query.catalogue import CannedQuery, Parameter, catalogue, parse
from kg.query.graph import Graph, open_graph
from kg.query.local import Local
from kg.query.names import is_kind
from kg.query.run import answer, run
from kg.rdf.prefixes import PREFIXES
from tests import query_graph as small

QUERIES = catalogue()
ROOT = Path(__file__).resolve().parents[1]
TG = PREFIXES["tg"]
# Questions that only a named graph can answer: who says so.
ASKS_GRAPHS = {"who_says_so", "unread_words", "conflicts"}
# Of what the two shipped documents give no answer; each must answer on the small graph.
NOT_IN_SHIPPED = {
    **dict.fromkeys(
        ("adverse_events", "adverse_events_by_mechanism", "comparisons", "event_totals", "measured_outcomes"),
        "neither document has results of a registry",
    ),
    **dict.fromkeys(("participant_flow", "publishing_restrictions"), "nor has either these"),
    "comparators": "neither trial has an arm that is called a comparator",
    "disclosures": "what authors disclose is not read from the words yet",
    "papers_of_several_trials": "the one paper reports one trial",
    "same_trials": "and no trial is listed twice",
    "phase_1_to_phase_3": "neither trial is of phase 3",
    "recruiting_sites": "the one trial with sites has ended recruiting",
    "retracted_papers": "the one paper was not retracted",
    "stopped_trials": "neither trial was stopped",
    "treatment_steps": "phases and decisions of a protocol are not read from the words yet",
    "trials_by_sponsor_class": "a page prints no class of its sponsor",
    "unmapped_names": "every name in the record of the one trial is known",
    "unread_ages": "both documents give ages that can be read, or none",
    "unreported_trials": "neither trial has ended",
    "unread_words": "every word of theirs that is looked at can be read",
}
# What is asked of the small graph where the type of a parameter does not say it.
OF_THE_SMALL_GRAPH = {
    ("names_in_document", "document"): small.PAPER,
    ("trial_sites", "country"): "China",
    ("who_works_for_whom", "organisation"): "union",
    ("facts_in_publications", "trial"): "NCT00000002",
    ("trial_publications", "trial"): "NCT00000002",
    ("stopped_trials", "mechanism"): "SMAC mimetic",
    ("regimens", "part"): "cytarabine",
    ("adverse_events", "event"): "nausea",
    ("adverse_events", "at_least"): 2,
    ("small_trials", "at_least"): 40,
    ("adverse_events_by_mechanism", "event"): "nausea",
    ("measured_outcomes", "outcome"): "response, nausea",
    ("comparators", "drug"): "cytarabine",
    ("phase_1_to_phase_3", "mechanism"): "topoisomerase II inhibitor",
    ("recruiting_sites", "country"): "China",
    ("retracted_papers", "trial"): "NCT00000002",
    ("unreported_trials", "mechanism"): "topoisomerase II inhibitor",
}
# Asked of the trial that is out or of the article on it, since the small graph has no answer about the one that is in.
ABOUT_THE_OTHER = {"names_in_document", "facts_in_publications", "trial_publications", "stopped_trials", "regimens"}
ABOUT_THE_OTHER |= {"papers_of_several_trials", "retracted_papers", "unreported_trials"}
# Units of what is summed up over trials, which grows with them.
SUMMED = {"trials", "participants", "sites"}
BY_TYPE: dict[str, object] = {
    "trial": "NCT00000001",
    "mechanism": "BCL-2 inhibitor",
    "drug": "venetoclax",
    "target": "BCL-2",
    "condition": "leukemia",
    "publication": "1",
    "person": "Si Shi",
    "organisation": "Union Hospital",
    "thing": "NCT00000001",
    "document": small.PAGE_IN,
    "string": "venetoclax",
    "iri": "tg:phase",
    "date": "2026",
    "integer": 100,
}
# A thing of the same kind of which something else, or nothing, is to be told.
ANOTHER: dict[str, object] = {
    "trial": "NCT00000002",
    "mechanism": "MCL-1 inhibitor",
    "drug": "S63845",
    "target": "MCL-1",
    "condition": "pancreatic cancer",
    "publication": "2",
    "person": "Wei Wang",
    "organisation": "Solo Inc.",
    "thing": "NCT00000002",
    "document": small.PAGE_OUT,
}
# As many as give the longest answers.
EVERY: dict[str, object] = {
    "trial": ["NCT00000001", "NCT00000002"],
    "mechanism": ["apoptosis modulator", "PD-1 inhibitor", "antitumor antibiotic", "topoisomerase II inhibitor"],
    "drug": ["venetoclax", "aclarubicin", "cytarabine", "APG-1387"],
    "target": ["BCL-2", "MCL-1", "PD-1"],
    "condition": ["leukemia", "pancreatic cancer"],
    "publication": ["1", "2"],
    "document": [small.PAPER, small.PAGE_IN],
}
# One hazard a case: a string with two hides the loss of either.
HAZARDS = ['"', "'", "\\", "\n", "}", ">", "#", "\\u003E", "\\U0000003E", "\r", "{", "?x", '"""', "\x00", "$1"]

each_query = pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
each_parameter = pytest.mark.parametrize(
    ("query", "parameter"),
    [pytest.param(q, p, id=f"{q.name}-{p.name}") for q in QUERIES.values() for p in q.parameters],
)


@functools.cache
def small_graph() -> Local:
    """The graph of one trial in and one out."""
    return small.local()


@pytest.fixture(scope="module")
def shipped_graph(tmp_path_factory: pytest.TempPathFactory) -> Local:
    """The graph of the shipped documents, built as a user builds it."""
    folder = tmp_path_factory.mktemp("shipped") / "graph"
    assert main(["build", str(ROOT / "data" / "documents"), "--store", str(folder)]) == 0
    graph = open_graph(folder)
    return graph._answering


def value_of(query: CannedQuery, parameter: Parameter) -> object:
    """A value that the small graph has an answer for."""
    return OF_THE_SMALL_GRAPH.get((query.name, parameter.name), BY_TYPE[parameter.type])


def must_give(query: CannedQuery) -> dict[str, object]:
    """The arguments that cannot be left out."""
    return {p.name: value_of(query, p) for p in query.parameters if p.required}


def rows_of(query: CannedQuery, graph: Local, **arguments: object) -> list[tuple[object, ...]]:
    """The rows of an answer."""
    return answer(graph, query, arguments).rows


def test_every_file_is_a_query():
    files = [path for path in shipped.queries().rglob("*") if path.is_file()]
    assert sorted(path.stem for path in files) == sorted(QUERIES)
    assert all(path.suffix == ".rq" for path in files)
    assert len(QUERIES) >= 18


@each_query
def test_columns_are_the_variables_in_order(query: CannedQuery):
    columns = [column.name for column in query.columns]
    assert [variable.value for variable in ox.Store().query(query.text).variables] == columns
    assert [str(variable) for variable in prepareQuery(query.text).algebra.PV] == columns


@each_query
def test_everything_is_described(query: CannedQuery):
    assert query.summary.endswith("?")
    assert query.tags
    assert 0 < query.seconds <= 1
    for field in (*query.parameters, *query.columns):
        assert field.description, field.name
        assert field.description.lower() != field.name.replace("_", " ")


@each_query
def test_prefixes_are_ours_and_used(query: CannedQuery):
    declared = dict(re.findall(r"^PREFIX (\w+): <(.*)>$", query.body, re.MULTILINE))
    assert declared == {name: PREFIXES[name] for name in declared}
    for name in declared:
        assert len(re.findall(rf"(?<!\w){name}:", query.body)) > 1, f"{name} is declared and not used"


@each_query
def test_terms_of_ours_are_in_the_model(query: CannedQuery):
    known = {predicate for slots in SLOTS.values() for predicate, _ in slots.values()} | {*CLASSES.values(), *LABELS}
    used = {TG + local for local in re.findall(r"(?<!\w)tg:([\w-]+)", query.body)}
    assert used - known == set()


@each_query
def test_only_questions_of_provenance_look_into_named_graphs(query: CannedQuery):
    assert ("GRAPH " in query.body) == (query.name in ASKS_GRAPHS)


@each_query
def test_it_answers(query: CannedQuery, shipped_graph: Local):
    if query.name in NOT_IN_SHIPPED:
        assert not table(shipped_graph, query.text).rows, "take it off the list: it answers"
        assert rows_of(query, small_graph(), **must_give(query))
    else:
        assert table(shipped_graph, query.text).rows


@each_query
def test_it_answers_about_the_small_graph(query: CannedQuery):
    given = {p.name: value_of(query, p) for p in query.parameters}
    assert rows_of(query, small_graph(), **given), given


@each_query
def test_whatever_tells_two_rows_apart_is_in_the_order(query: CannedQuery):
    """Columns or, where rows are grouped, what they are grouped by."""
    grouped, ordered = re.search(r"\n(?:GROUP BY(.*)\n)?ORDER BY([\s\S]*)$", query.text).groups()  # type: ignore[union-attr]
    renamed = dict(re.findall(r"\(\?(\w+) AS \?(\w+)\)", query.body))
    telling = re.findall(r"\?(\w+)", grouped) if grouped else [column.name for column in query.columns]
    assert {renamed.get(name, name) for name in telling} <= set(re.findall(r"\?(\w+)", ordered))


@each_query
def test_the_order_is_total(query: CannedQuery):
    everything = {p.name: EVERY.get(p.type, value_of(query, p)) for p in query.parameters if p.required and p.multiple}
    given = {**must_give(query), **everything}
    answers = [rows_of(query, shuffled(seed), **given) for seed in (None, 1, 2, 3)]
    assert answers.count(answers[0]) == len(answers)
    assert len(set(answers[0])) == len(answers[0])


@each_query
def test_the_order_is_total_on_the_shipped_graph(query: CannedQuery, shipped_graph: Local):
    first, second = (table(graph, query.text).rows for graph in (shipped_graph, turned(shipped_graph)))
    assert first == second
    assert len(set(first)) == len(first)


@functools.cache
def shuffled(seed: int | None) -> Local:
    """The small graph with its statements put in in another order."""
    return small.local(seed)


@functools.cache
def turned(graph: Local) -> Local:
    """The same graph put in in the opposite order."""
    made = ox.Store()
    snapshot = graph._snapshot
    for quad in reversed(list(snapshot.quads())):
        made.add(quad)
    return Local(small.InMemory(made))


@each_query
def test_values_are_of_the_declared_type(query: CannedQuery):
    assert_typed(query, answer(small_graph(), query, must_give(query)))


@each_query
def test_values_of_the_shipped_graph_are_of_the_declared_type(query: CannedQuery, shipped_graph: Local):
    assert_typed(query, table(shipped_graph, query.text))


def assert_typed(query: CannedQuery, found: Table) -> None:
    """Nothing is empty that must not be, and every value is what its column says."""
    python = {"string": str, "date": str, "integer": int, "boolean": bool, "term": object}
    for row, column in itertools.product(found.rows, query.columns):
        value = row[found.columns.index(column.name)]
        if value is None:
            assert column.optional, f"{column.name} is empty in {row}"
        elif column.type == "iri" or is_kind(column.type):
            assert type(value).__name__ == "Iri", f"{column.name} is {value!r}"
        elif column.type == "decimal":
            assert type(value).__name__ in ("Decimal", "int"), f"{column.name} is {value!r}"
        else:
            assert isinstance(value, python[column.type]), f"{column.name} is {value!r}"
            assert column.type != "string" or type(value).__name__ != "Iri", f"{column.name} is an address"


@each_parameter
def test_an_argument_narrows(query: CannedQuery, parameter: Parameter):
    others = {name: value for name, value in must_give(query).items() if name != parameter.name}
    chosen = rows_of(query, small_graph(), **others, **{parameter.name: value_of(query, parameter)})
    # In place of what must be given: anything.
    any_other = re.sub(rf"(VALUES \?{parameter.name}) {{.*?}}", r"\1 { UNDEF }", query.text)
    query = parse(query.name, query.topic, any_other.replace("#+     required: true\n", ""))
    counts = {place for place, column in enumerate(query.columns) if column.unit in SUMMED}
    whole = {without(row, counts) for row in rows_of(query, small_graph(), **others)}
    assert chosen
    # A value that is compared with, such as a day, cannot be left open.
    assert {without(row, counts) for row in chosen} <= whole or not (parameter.optional or is_kind(parameter.type))


@each_parameter
def test_another_thing_gives_another_answer(query: CannedQuery, parameter: Parameter):
    if is_kind(parameter.type):
        value = value_of(query, parameter)
        other = "NCT00000001" if value == "NCT00000002" else ANOTHER[parameter.type]
        given = must_give(query)
        first = rows_of(query, small_graph(), **{**given, parameter.name: value})
        assert rows_of(query, small_graph(), **{**given, parameter.name: other}) != first


def without(row: tuple[object, ...], places: set[int]) -> tuple[object, ...]:
    """A row without some of its cells."""
    return tuple(cell for place, cell in enumerate(row) if place not in places)


def rows_or_refusal(query: CannedQuery, parameter: Parameter, value: object) -> list[tuple[object, ...]] | str:
    """The answer with a value for one parameter, or the words of the error."""
    try:
        return rows_of(query, small_graph(), **{**must_give(query), parameter.name: value})
    except QueryError as error:
        return str(error)


@each_parameter
def test_nonsense_finds_nothing(query: CannedQuery, parameter: Parameter):
    never = "0001-01-01" if parameter.name == "before" else "9999"
    number = 10**9 if parameter.name == "at_least" else -1
    nonsense = {"integer": number, "date": never, "iri": "urn:nothing"}.get(parameter.type, "no such thing")
    found = rows_or_refusal(query, parameter, nonsense)
    assert found == [] or (str(found).startswith(f"{query.name}: ") and "no such thing" in found)


@each_parameter
@pytest.mark.parametrize("hazard", HAZARDS, ids=ascii)
def test_an_argument_stays_data(query: CannedQuery, parameter: Parameter, hazard: str):
    for attack in (f"zz{hazard}", f"urn:x{hazard}", f"zz{hazard} }} UNION {{ ?s ?p ?o }} #"):
        found = rows_or_refusal(query, parameter, attack)
        assert found == [] or str(found).startswith(f"{query.name}: "), "the text is another query now"


@pytest.mark.parametrize("hazard", HAZARDS, ids=ascii)
def test_a_name_with_a_hazard_is_found(hazard: str):
    store = small.store()
    name = f"a{hazard}z"
    odd, label = ox.NamedNode("urn:odd"), ox.NamedNode(PREFIXES["rdfs"] + "label")
    store.add(ox.Quad(odd, ox.NamedNode(PREFIXES["rdf"] + "type"), ox.NamedNode(CLASSES["Drug"])))
    store.add(ox.Quad(odd, label, ox.Literal(name)))
    found = run(Local(small.InMemory(store)), QUERIES["things_called"], {"name": name})
    assert [(row["thing"], row["called"]) for row in found] == [("urn:odd", name)]


@pytest.mark.parametrize("hazard", HAZARDS, ids=ascii)
def test_another_engine_reads_the_same_text(hazard: str):
    """Engines differ on which escapes they read before which quotes."""
    graph, odd = rdflib.Graph(), rdflib.URIRef("urn:odd")
    graph.add((odd, rdflib.RDF.type, rdflib.URIRef(CLASSES["Drug"])))
    graph.add((odd, rdflib.RDFS.label, rdflib.Literal(f"a{hazard}z", datatype=rdflib.XSD.string)))
    text = sparql(small_graph(), QUERIES["things_called"], {"name": f"a{hazard}z"})
    assert [row.thing for row in graph.query(text)] == [odd]


@pytest.mark.parametrize("query", [q for q in QUERIES.values() if q.parameters], ids=lambda query: query.name)
def test_nothing_of_the_other_trial_is_said(query: CannedQuery):
    rows = rows_of(query, small_graph(), **{p.name: value_of(query, p) for p in query.parameters})
    other = "NCT00000001" if query.name in ABOUT_THE_OTHER else "NCT00000002"
    assert other not in str(rows)


def test_helpers_are_fresh():
    assert generate.TARGET.read_text(encoding="utf-8") == generate.module(QUERIES.values()), (
        "stale: python -m kg.query.generate"
    )


@each_query
def test_it_has_a_method_that_gives_the_same(query: CannedQuery):
    rows = getattr(Graph(small_graph()), query.name)(**must_give(query))
    assert isinstance(rows, Rows)
    assert rows.to_dicts() == run(small_graph(), query, must_give(query)).to_dicts()
