"""Every value and every address comes back from two independent readers as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import exports, shipped
from kg.errors import QueryError
from kg.exports.statements.blocks import AHEAD
from kg.exports.statements.context import Context
from kg.exports.statements.order import in_order
from kg.rdf.iris import BASE, trial, under
from kg.rdf.prefixes import PREFIXES
from tests.rdf_judges import ALL, CONTEXT, JUDGES, XSD, Graph, Judge, R, T, as_read_by_oxigraph, held, written


@pytest.fixture(autouse=True)
def context(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A context with every difficulty, in place of the one of the schema."""
    (tmp_path / "context.jsonld").write_text(json.dumps({"@context": CONTEXT}))
    monkeypatch.setattr(shipped, "schema", lambda: tmp_path)


# One slot for each way in which the context may type a term, and one that it does not have.
SLOTS = ("briefTitle", "enrolment", "startDate", "drug", "arm", "phase", "notInTheContext")
# Namespaces: plain, with slashes within, ending in no delimiter, with a dot in the prefix, hidden by a term.
SPACES = ("trial", "record", "MONDO", "CHEMBL.COMPOUND", "drug")
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
def test_a_literal_comes_back_whatever_term_it_stands_under(hazard: str, judge: Judge, name: str):
    graph = Graph(*(f"<{T}> <{PREFIXES['tg']}{slot}> {hazard} .\n" for slot in SLOTS))
    assert judge(written(graph, name), name) == held(graph.store)


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
    ":",
    "\u00e9t\u00e9",
    "\u8054\u5408",
    "\u00b5",
    "\u00b2",
    "\u00b7a",
    "a\u00b7",
    "a\u0301",
    "\U0001f489",
    *(f"a{sign}b" for sign in "~!$*+=,;&@#?:()'"),
    *(f"a{sign}" for sign in "~!$*+=,;&@#?:()'"),
]


@ALL
@JUDGES
@pytest.mark.parametrize("local", LOCALS, ids=ascii)
def test_an_address_comes_back_whatever_its_local_name(local: str, judge: Judge, name: str):
    iris = [PREFIXES[space] + local for space in SPACES]
    graph = Graph(*(f"<{iri}> <{PREFIXES['tg']}{slot}> <{iri}/> .\n" for iri in iris for slot in SLOTS))
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
@JUDGES
def test_a_blank_node_of_a_constructed_answer_stays_one_node(judge: Judge, name: str) -> None:
    lines = [f"_:1a <{PREFIXES['tg']}arm> _:1a .\n".encode(), f'_:1a <{PREFIXES["rdfs"]}label> "a" .\n'.encode()]
    output = exports.load(name)
    read = judge(b"".join(output.write(in_order(lines, output.key))), name)
    (node,) = {s for s, *_ in read}
    assert {(p, o) for _, p, o, _ in read} == {(f"<{PREFIXES['tg']}arm>", node), (f"<{PREFIXES['rdfs']}label>", '"a"')}


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


def test_a_small_jsonld_holds_only_the_context_that_it_needs() -> None:
    tg, arm = PREFIXES["tg"], under(R, "arm", 1)
    said = f'<{T}> a <{tg}Trial> ; <{tg}arm> <{arm}> ; <{PREFIXES["rdfs"]}label> "One" .'
    store = ox.Store()
    store.load(said.encode(), ox.RdfFormat.TURTLE)
    document = json.loads(written(Graph(*(f"{quad} .\n" for quad in store)), "jsonld"))
    assert set(document["@context"]) == {"@vocab", "Trial", "arm", "label", "rdfs", "record", "trial"}
    (node,) = document["@graph"]
    assert node == {"@id": "trial:NCT1", "@type": "Trial", "arm": "record:ctgov/NCT1/arm/1", "label": "One"}
