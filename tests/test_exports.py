"""Which statements an export holds, and how they are written: the same bytes every time."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import archives, exports
from kg.commands.recipes import recipe
from kg.errors import QueryError
from kg.model import Arm, Evidence, RegistryRecord, Trial
from kg.rdf.iris import BASE, entity, record, trial, under
from kg.rdf.prefixes import PREFIXES
from kg.store import Snapshot, open_snapshot
from kg.store.building import build
from tests.rdf_judges import ALL, DATASETS, JUDGES, Graph, Judge, R, T, as_read_by_oxigraph, held, written


@pytest.fixture
def one_trial() -> Graph:
    """A trial, its record with two parts, evidence of it, a drug, and another trial: all that a choice could mix up."""
    arm = Arm(iri=under(R, "arm", 1), label="Arm A", tests_drug=(entity("drug", "d"),))
    deep = Arm(iri=under(under(R, "arm", 1), "part", 2), label="Part of a part")
    said = [
        RegistryRecord(iri=R, record_id="NCT1", source_registry="ctgov", describes=(T,)),
        Trial(iri=T, label="One", arm=(arm.iri,), tests_drug=(entity("drug", "d"),)),
        arm,
        deep,
    ]
    text = "".join(one.nquads(R) for one in said)
    text += f"<{arm.iri}> <{PREFIXES['tg']}armIntervention> <{deep.iri}> <{R}> .\n"
    text += Evidence(
        iri=under(R, "evidence", 1),
        subject=T,
        predicate=PREFIXES["rdfs"] + "label",
        object='"One"',
        exact="One",
        derived_from=R,
        basis="STATED",
    ).nquads(R)
    other = record("ctgov", "NCT11")
    text += Trial(iri=trial("NCT11"), label="Eleven").nquads(other)
    text += f'<{entity("drug", "d")}> <{PREFIXES["rdfs"]}label> "D" <{BASE}vocabulary> .\n'
    merged = re.sub(r" <[^<>]*> \.$", " .", text, flags=re.MULTILINE)
    return Graph(text, merged)


def subjects(body: bytes, name: str) -> set[str]:
    return {s.strip("<>").removeprefix(BASE) for s, *_ in as_read_by_oxigraph(body, name)}


@ALL
def test_the_whole_is_all_graphs_where_they_can_be_told_and_the_knowledge_graph_elsewhere(one_trial: Graph, name: str):
    everything = one_trial.store if name in DATASETS else one_trial.quads(None, None, None, ox.DefaultGraph())
    assert as_read_by_oxigraph(written(one_trial, name), name) == held(everything)


@ALL
def test_one_graph_is_what_stands_in_it(one_trial: Graph, name: str):
    read = as_read_by_oxigraph(written(one_trial, name, graph=R), name)
    assert {s[:3] for s in read} == {s[:3] for s in held(one_trial.quads(None, None, None, ox.NamedNode(R)))}
    assert {s[3] for s in read} == ({f"<{R}>"} if name in DATASETS else {""})


@ALL
def test_a_trial_comes_with_its_parts_and_not_with_drugs_evidence_or_other_trials(one_trial: Graph, name: str):
    body = written(one_trial, name, about=T)
    assert subjects(body, name) == {"trial/NCT1", "record/ctgov/NCT1/arm/1", "record/ctgov/NCT1/arm/1/part/2"}


@ALL
def test_a_record_comes_with_all_that_stands_under_it(one_trial: Graph, name: str):
    parts = {"", "/arm/1", "/arm/1/part/2", "/evidence/1"}
    assert subjects(written(one_trial, name, about=R), name) == {"record/ctgov/NCT1" + part for part in parts}


def test_of_a_thing_the_graphs_are_told_where_they_can_be(one_trial: Graph):
    graphs = {g for *_, g in as_read_by_oxigraph(written(one_trial, "nq", about=T), "nq")}
    assert graphs == {"", f"<{R}>"}


def test_a_thing_that_nothing_is_said_of_is_an_error_not_an_empty_file(one_trial: Graph):
    with pytest.raises(QueryError, match=r"nothing is said of <https://w3id.org/trialgraph/trial/NCT2>"):
        written(one_trial, "ttl", about=trial("NCT2"))


def test_a_graph_that_is_not_there_is_an_error_not_an_empty_file(one_trial: Graph):
    with pytest.raises(QueryError, match="no statement stands in the graph <urn:none>"):
        written(one_trial, "nq", graph="urn:none")


def test_words_that_are_no_address_are_told_as_such(one_trial: Graph):
    with pytest.raises(QueryError, match="wanted an IRI, found 'NCT1'"):
        written(one_trial, "ttl", about="NCT1")


def test_an_unknown_output_is_answered_with_the_known_ones(one_trial: Graph):
    with pytest.raises(QueryError, match="no output is called 'csv'; known are jsonld, nq, nt, rdfxml, trig, ttl"):
        written(one_trial, "csv")


@ALL
def test_the_order_of_loading_does_not_change_a_byte(one_trial: Graph, name: str):
    lines = [f"{quad} .\n" for quad in one_trial.store]
    random.Random(7).shuffle(lines)  # noqa: S311
    assert written(Graph(*lines), name) == written(one_trial, name)


@pytest.mark.parametrize("name", ["nt", "nq"])
def test_lines_are_in_the_order_of_their_bytes(one_trial: Graph, name: str):
    lines = written(one_trial, name).splitlines()
    assert lines == sorted(lines)
    assert len(set(lines)) == len(lines) > 10


def test_turtle_is_written_as_people_write_it(one_trial: Graph):
    assert (
        written(one_trial, "ttl", about=T).decode()
        == """\
@base <https://w3id.org/trialgraph/> .
@prefix drug: <https://w3id.org/trialgraph/drug/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <http://schema.org/> .
@prefix tg: <https://w3id.org/trialgraph/schema/> .
@prefix trial: <https://w3id.org/trialgraph/trial/> .

<record/ctgov/NCT1/arm/1> a tg:Arm ;
    rdfs:label "Arm A" ;
    tg:armIntervention <record/ctgov/NCT1/arm/1/part/2> ;
    tg:testsDrug drug:d .

<record/ctgov/NCT1/arm/1/part/2> a tg:Arm ;
    rdfs:label "Part of a part" .

trial:NCT1 a schema:MedicalTrial , tg:Trial ;
    rdfs:label "One" ;
    tg:arm <record/ctgov/NCT1/arm/1> ;
    tg:testsDrug drug:d .
"""
    )


def test_trig_names_its_graphs_and_indents_them(one_trial: Graph):
    text = written(one_trial, "trig").decode()
    assert (
        "\n}\n\n<record/ctgov/NCT11> {\n    trial:NCT11 a schema:MedicalTrial , tg:Trial ;\n        rdfs:label" in text
    )
    assert text.count("{") == text.count("}") == 3


def test_every_output_ends_in_a_newline_and_names_itself(one_trial: Graph):
    for name in exports.names():
        assert exports.load(name).name == name
        assert written(one_trial, name).endswith(b"\n")


@pytest.fixture(scope="module")
def shipped_graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    """What `kg build data/documents` makes."""
    folder = tmp_path_factory.mktemp("graph")
    documents = Path(__file__).resolve().parents[1] / "data" / "documents"
    build(folder, archives.documents([str(documents)]), recipe())
    with open_snapshot(folder) as snapshot:
        yield snapshot


@ALL
@JUDGES
def test_the_shipped_graph_comes_back_whole(shipped_graph: Snapshot, judge: Judge, name: str) -> None:
    everything = shipped_graph.quads(None, None, None, None if name in DATASETS else ox.DefaultGraph())
    assert judge(b"".join(exports.chunks(shipped_graph, name)), name) == held(everything)


def test_the_parts_of_a_record_are_all_that_stands_under_it(shipped_graph: Snapshot) -> None:
    for document in shipped_graph.inputs():
        home = document["record"]
        graph = shipped_graph.quads(None, None, None, ox.DefaultGraph())
        wanted = {str(q.subject) for q in graph if str(q.subject).startswith((f"<{home}>", f"<{home}/"))}
        found = as_read_by_oxigraph(b"".join(exports.chunks(shipped_graph, "nt", about=home)), "nt")
        assert {s for s, *_ in found} == wanted
