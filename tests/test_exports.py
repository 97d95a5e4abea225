"""What leaves the graph comes back from two independent readers as it was, the same bytes every time."""

from __future__ import annotations

import io
import json
import random
import re
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.term import URIRef

from kg import archives, exports, shipped
from kg.commands.recipes import recipe
from kg.errors import QueryError
from kg.exports.statements.blocks import AHEAD
from kg.exports.statements.context import Context
from kg.exports.statements.order import Key, by_graph, by_subject, in_order, natural
from kg.model import Arm, Evidence, RegistryRecord, Trial
from kg.rdf.iris import BASE, entity, record, trial, under
from kg.rdf.prefixes import PREFIXES
from kg.store import Snapshot, open_snapshot
from kg.store.building import build

XSD = PREFIXES["xsd"]
TRIPLES = {"ttl": "turtle", "nt": "nt", "jsonld": "json-ld", "rdfxml": "xml"}
DATASETS = {"nq": "nquads", "trig": "trig"}
READERS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
# What LinkML makes of a schema: kinds that do not fit the values, a term that hides a prefix, contexts within terms.
CONTEXT = {
    "@vocab": PREFIXES["tg"],
    "xsd": XSD,
    "rdfs": PREFIXES["rdfs"],
    "trial": PREFIXES["trial"],
    "record": PREFIXES["record"],
    "drug": {"@type": "xsd:anyURI", "@id": "drug"},
    "MONDO": {"@id": PREFIXES["MONDO"], "@prefix": True},
    "iri": "@id",
    "label": {"@id": "rdfs:label"},
    "enrolment": {"@type": "xsd:integer"},
    "start_date": {"@type": "xsd:date", "@id": "startDate"},
    "arm": {"@type": "@id", "@id": "arm"},
    "phase": {"@context": {"meaning": "@id"}, "@id": "phase", "@type": "@vocab"},
    "Trial": {"@id": "Trial"},
}


class Graph:
    """A store in memory that is asked as a snapshot is."""

    def __init__(self, *texts: str) -> None:
        store = ox.Store()
        for text in texts:
            store.load(text.encode(), ox.RdfFormat.N_QUADS)
        self.store = store
        self.quads = store.quads_for_pattern


def written(asked: Graph, name: str, **what: str) -> bytes:
    out = io.BytesIO()
    exports.export(asked, name, out, **what)
    return out.getvalue()


@pytest.fixture(autouse=True)
def as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """RDFLib would write 05 as 5; a judge must not mend what it judges."""
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)


@pytest.fixture(autouse=True)
def context(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """A context with every difficulty, in place of the one of the schema."""
    if "schema_context" not in request.fixturenames:
        (tmp_path / "context.jsonld").write_text(json.dumps({"@context": CONTEXT}))
        monkeypatch.setattr(shipped, "schema", lambda: tmp_path)


@pytest.fixture
def schema_context() -> None:
    """Leave the context as the schema makes it."""


Said = set[tuple[str, ...]]
Judge = Callable[[bytes, str], Said]


def term(value: object) -> str:
    """A term of either reader in one writing."""
    if isinstance(value, rdflib.Literal):
        if value.language:
            return str(ox.Literal(str(value), language=value.language))
        return str(ox.Literal(str(value), datatype=ox.NamedNode(str(value.datatype or XSD + "string"))))
    return f"<{value}>" if isinstance(value, URIRef) else f"_:{value}"


def as_read_by_oxigraph(body: bytes, name: str) -> Said:
    read = ox.parse(body, format=READERS[name])
    return {(str(q.subject), str(q.predicate), str(q.object), str(q.graph_name).replace("DEFAULT", "")) for q in read}


def as_read_by_rdflib(body: bytes, name: str) -> Said:
    dataset = rdflib.Dataset()
    into = dataset if name in DATASETS else dataset.default_graph
    into.parse(data=body, format=(TRIPLES | DATASETS)[name])
    return {
        (term(s), term(p), term(o), "" if g is None or "default" in str(g) else term(g))
        for s, p, o, g in dataset.quads((None, None, None, None))
    }


def held(quads: Iterable[ox.Quad]) -> Said:
    return {(str(q.subject), str(q.predicate), str(q.object), str(q.graph_name).replace("DEFAULT", "")) for q in quads}


JUDGES = pytest.mark.parametrize("judge", [as_read_by_oxigraph, as_read_by_rdflib], ids=["oxigraph", "rdflib"])
ALL = pytest.mark.parametrize("name", exports.names())

T = trial("NCT1")
R = record("ctgov", "NCT1")
LITERALS = [
    '""',
    '"\\""',
    '"ends in \\""',
    '"three \\"\\"\\" quotes"',
    '"\\\\"',
    '"ends in \\\\"',
    '"a\\nb"',
    '"a\\n"',
    '"\\n\\nb\\""',
    '"a \\\\n b\\n"',
    '"a\\rb"',
    '"a\\r\\nb"',
    '"a\\tb"',
    '"\'"',
    '" spaces "',
    '"<b>&amp;]]>"',
    '"{ } % @ # ; . ,"',
    '"\u00b5 \u2028 \u4e2d \U0001f489"',
    '"e\u0301"',
    '"\u00a0"',
    '"colour"@en-gb',
    '"a\\nb"@zh',
    f'"5"^^<{XSD}integer>',
    f'"-5"^^<{XSD}integer>',
    f'"99999999999999999999"^^<{XSD}integer>',
    f'"0.5"^^<{XSD}decimal>',
    f'"5"^^<{XSD}decimal>',
    f'"-0.001"^^<{XSD}decimal>',
    f'"1.0E3"^^<{XSD}double>',
    f'"true"^^<{XSD}boolean>',
    f'"2019-07"^^<{XSD}gYearMonth>',
    f'"2019"^^<{XSD}gYear>',
    f'"2019-07-01"^^<{XSD}date>',
    f'"not a date"^^<{XSD}date>',
    f'"not a number"^^<{XSD}integer>',
    '"x"^^<http://example.org/type(1)>',
]


@ALL
@JUDGES
@pytest.mark.parametrize("hazard", LITERALS, ids=ascii)
@pytest.mark.parametrize("slot", ["briefTitle", "enrolment", "drug", "arm", "startDate", "phase"])
def test_a_literal_comes_back_whatever_term_it_stands_under(hazard: str, slot: str, judge: Judge, name: str):
    graph = Graph(f"<{T}> <{PREFIXES['tg']}{slot}> {hazard} .\n")
    assert judge(written(graph, name), name) == held(graph.store)


SLOTS = ("arm", "phase", "enrolment", "notInTheContext")
LOCALS = [
    "",
    "a",
    "a.b",
    "a.",
    ".a",
    "a..b",
    "-a",
    "_a",
    "1",
    "1a",
    "a/b",
    "a//b",
    "a/../b",
    "a/./b",
    "a%2Fb",
    "%20a",
    "a(b)",
    "a:b",
    ":",
    "a,b;c",
    "a#b",
    "a?b",
    "a'b",
    "a&b",
    "a@b",
    "a~b!c$d*e+f=g",
    "\u00e9t\u00e9",
    "\u8054\u5408",
    "\u00b5",
    "\u00b2",
    "\u00b7a",
    "a\u00b7",
    "a\u0301",
    "\U0001f489",
]


@ALL
@JUDGES
@pytest.mark.parametrize("local", LOCALS, ids=ascii)
@pytest.mark.parametrize("space", ["trial", "record", "MONDO", "CHEMBL.COMPOUND", "drug"])
def test_an_address_comes_back_whatever_its_local_name(local: str, space: str, judge: Judge, name: str):
    said = (f"<{PREFIXES[space]}{local}> <{PREFIXES['tg']}{slot}> <{PREFIXES[space]}{local}/> .\n" for slot in SLOTS)
    graph = Graph("".join(said))
    assert judge(written(graph, name), name) == held(graph.store)


@ALL
@JUDGES
@pytest.mark.parametrize(
    "iri", [BASE, BASE + "vocabulary", "urn:a:b", "mailto:a@b.org", "http://[::1]/a", BASE + "drug:x/y"]
)
def test_an_address_of_any_scheme_comes_back(iri: str, judge: Judge, name: str):
    graph = Graph(f"<{iri}> <{PREFIXES['tg']}arm> <{iri}> .\n")
    assert judge(written(graph, name), name) == held(graph.store)


@ALL
@JUDGES
@pytest.mark.parametrize(
    "predicate", ["http://a.org/b#c", "http://a.org/b/c-d.e", "urn:x:y", PREFIXES["skos"] + "exactMatch"]
)
def test_a_predicate_of_any_namespace_comes_back(predicate: str, judge: Judge, name: str):
    graph = Graph(f'<{T}> <{predicate}> "a" .\n')
    assert judge(written(graph, name), name) == held(graph.store)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
@settings(max_examples=150, deadline=None)
def test_any_text_comes_back_from_turtle(value: str):
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode(T), ox.NamedNode(PREFIXES["rdfs"] + "label"), ox.Literal(value)))
    graph = Graph()
    graph.quads = store.quads_for_pattern
    for name in ("ttl", "trig", "nt", "nq"):
        assert as_read_by_oxigraph(written(graph, name), name) == held(store)


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


@pytest.mark.parametrize("code", ["0000", "000B", "FFFE"])
def test_rdfxml_says_which_character_it_cannot_write(code: str):
    graph = Graph(f'<{T}> <{PREFIXES["rdfs"]}label> "a\\u{code}b" .\n')
    with pytest.raises(QueryError, match=rf"rdfxml cannot write U\+{code} in <.*label> of <.*NCT1>"):
        written(graph, "rdfxml")


@pytest.mark.parametrize("name", ["nt", "nq", "ttl", "trig", "jsonld"])
@pytest.mark.parametrize("character", ["\\u0000", "\\u0001", "\\u000B", "\\u007F", "\\uFFFE"])
def test_every_other_output_writes_control_characters(character: str, name: str):
    graph = Graph(f'<{T}> <{PREFIXES["rdfs"]}label> "a{character}b\\nc" .\n')
    assert as_read_by_oxigraph(written(graph, name), name) == held(graph.store)


def test_rdfxml_says_which_predicate_it_cannot_write():
    with pytest.raises(QueryError, match=r"rdfxml cannot write the predicate <http://a.org/1>"):
        written(Graph(f'<{T}> <http://a.org/1> "a" .\n'), "rdfxml")


def test_jsonld_says_which_address_its_prefixes_hide():
    with pytest.raises(QueryError, match="jsonld cannot write <trial:1>: its context has a prefix 'trial'"):
        written(Graph(f"<{T}> <{PREFIXES['tg']}arm> <trial:1> .\n"), "jsonld")


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


@ALL
@JUDGES
def test_a_blank_node_of_a_constructed_answer_stays_one_node(judge: Judge, name: str) -> None:
    lines = [f"_:1a <{PREFIXES['tg']}arm> _:1a .\n".encode(), f'_:1a <{PREFIXES["rdfs"]}label> "a" .\n'.encode()]
    output = exports.load(name)
    read = judge(b"".join(output.write(in_order(lines, output.key))), name)
    (node,) = {s for s, *_ in read}
    assert {(p, o) for _, p, o, _ in read} == {(f"<{PREFIXES['tg']}arm>", node), (f"<{PREFIXES['rdfs']}label>", '"a"')}


def test_the_tenth_follows_the_ninth_and_parts_follow_the_whole():
    keys = ["r", "r/arm/1", "r/arm/1/x/2", "r/arm/9", "r/arm/10", "r1"]
    assert sorted(set(keys), key=lambda key: natural(key.encode()) + b"\0") == keys


@pytest.mark.parametrize("name", ["ttl", "trig"])
def test_a_prefix_first_needed_late_is_declared_before_it(name: str):
    early = [f'<{trial(f"NCT{n:05d}")}> <{PREFIXES["rdfs"]}label> "a" <urn:g> .\n' for n in range(AHEAD + 1)]
    late = [f'<{PREFIXES["tg"]}z{n}> <{PREFIXES["skos"]}note> "a" <urn:g> .\n' for n in range(2)]
    graph = Graph(
        "".join(early + late).replace("<urn:g> ", "" if name == "ttl" else "<urn:g> ").replace("/schema/", "/zzz/")
    )
    body = written(graph, name)
    assert body.index(b"@prefix skos:") > body.index(b"NCT01999")
    assert as_read_by_oxigraph(body, name) == held(graph.store)


@pytest.mark.parametrize("name", ["jsonld", "rdfxml"])
def test_a_name_first_needed_late_is_right_too(name: str):
    early = [f'<{trial(f"NCT{n:05d}")}> <{PREFIXES["rdfs"]}label> "a" .\n' for n in range(AHEAD)]
    graph = Graph(
        "".join(early), f'<urn:z> <{PREFIXES["skos"]}note> "5"^^<{XSD}integer> .\n<urn:z> <urn:a:b> <{T}> .\n'
    )
    assert as_read_by_oxigraph(written(graph, name), name) == held(graph.store)


def test_a_small_jsonld_holds_only_the_context_that_it_needs(one_trial: Graph):
    document = json.loads(written(one_trial, "jsonld", about=T))
    assert list(document["@context"]) == ["@vocab", "Trial", "arm", "drug", "label", "rdfs", "record", "trial"] or (
        set(document["@context"]) <= set(CONTEXT) and "enrolment" not in document["@context"]
    )
    (node,) = (node for node in document["@graph"] if node["@id"] == "trial:NCT1")
    assert node["arm"] == "record:ctgov/NCT1/arm/1"
    assert node["label"] == "One"


def test_values_stand_bare_under_terms_of_their_type():
    context = Context(CONTEXT)
    assert context.written(PREFIXES["tg"] + "enrolment", ox.Literal("5", datatype=ox.NamedNode(XSD + "integer"))) == (
        "enrolment",
        5,
    )
    assert context.written(
        PREFIXES["tg"] + "startDate", ox.Literal("2019-07", datatype=ox.NamedNode(XSD + "gYearMonth"))
    ) == (
        "start_date",
        {"@value": "2019-07", "@type": "xsd:gYearMonth"},
    )


def test_of_several_terms_the_one_called_as_the_property_is_used() -> None:
    url = PREFIXES["schema"] + "url"
    context = Context({"a_link": {"@id": url, "@type": "@id"}, "url": {"@id": url, "@type": "@id"}})
    assert context.written(url, ox.NamedNode("http://a.example/")) == ("url", "http://a.example/")


def test_an_address_stands_bare_where_tokens_may_stand_too() -> None:
    context = Context({"phase": {"@id": "urn:phase", "@type": "@vocab"}})
    assert context.written("urn:phase", ox.NamedNode("http://a.example/1")) == ("phase", "http://a.example/1")


def lines_in(count: int) -> Iterator[bytes]:
    for n in range(count):
        number = n * 7919 % count
        yield f'<urn:{number}> <urn:p> "a" <urn:g{number % 3}> .\n'.encode()


@pytest.mark.parametrize("key", [None, by_subject, by_graph])
@pytest.mark.parametrize(("run", "width"), [(1000, 10), (100, 10), (7, 3), (997, 2), (998, 2)])
def test_order_on_disk_is_the_order_in_memory(key: Key | None, run: int, width: int):
    wanted = sorted(lines_in(997), key=lambda line: (key(line) + b"\0" if key else b"", line))
    assert list(in_order(lines_in(997), key, run=run, width=width)) == wanted


def test_the_key_of_a_quad_is_its_graph_and_not_the_type_of_its_object():
    typed = f'<urn:s> <urn:p> "<urn:x> "^^<{XSD}integer> .\n'.encode()
    assert by_graph(typed) == by_graph(b"<urn:s> <urn:p> <urn:o> .\n") == by_graph(b'<urn:s> <urn:p> "a <urn:g> ." .\n')
    assert by_graph(b"<urn:s> <urn:p> <urn:o> <urn:g> .\n").startswith(b"urn:g\1")


def test_memory_does_not_grow_with_the_graph():
    def peak(count: int) -> int:
        tracemalloc.start()
        for _ in in_order(lines_in(count), by_subject, run=2_000):
            pass
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    assert peak(80_000) < 1.5 * peak(20_000)


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
@pytest.mark.usefixtures("schema_context")
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
