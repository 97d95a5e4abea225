"""The generated records: LinkML's own RDF writer is the judge of ours, and a strict parser reads every hazard back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache
from types import ModuleType
from typing import Any

import jsonschema
import msgspec
import pyoxigraph as ox
import pytest
from linkml.generators.pythongen import PythonGenerator
from linkml_runtime.dumpers import rdflib_dumper
from linkml_runtime.utils.compile_python import compile_python

from kg.model import Arm, Evidence, Outcome, StudyDocument, Trial
from kg.rdf.prefixes import PREFIXES
from kg.shipped import schema
from tests.records import BASE, GRAPH, ROOT, concrete_classes, every_record, filled, record, schema_view
from tests.test_terms import TEXT_HAZARDS

RDF_TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
XSD = PREFIXES["xsd"]
Statements = frozenset[tuple[object, object, object]]


def statements(text: str, syntax: ox.RdfFormat = ox.RdfFormat.N_QUADS) -> Statements:
    """What a text says, as a strict parser reads it; without the graphs."""
    return frozenset((q.subject, q.predicate, q.object) for q in ox.parse(text.encode(), format=syntax))


# --- LinkML's writer as the judge. Texts need no rewrite: it leaves out xsd:string, which the parser supplies. ---


def slot_predicates(range_name: str) -> set[str]:
    """IRIs of every slot with a range."""
    view = schema_view()
    slots = (s for c in concrete_classes() for s in view.class_induced_slots(c) if s.range == range_name)
    return {view.expand_curie(s.slot_uri) for s in slots}


def second_types(made: Statements, name: str) -> Statements:
    """LinkML writes one type a class; some of ours have a class of another vocabulary beside their own."""
    view = schema_view()
    marks = (view.get_class(ancestor).annotations for ancestor in view.class_ancestors(name))
    others = [ox.NamedNode(view.expand_curie(m["also_type"].value)) for m in marks if "also_type" in m]
    return made | {(ox.NamedNode(BASE + name), RDF_TYPE, other) for other in others}


def precise_dates(made: Statements, _: str) -> Statements:
    """LinkML writes a value of a union of types with the type of the whole; a month is an xsd:gYearMonth."""
    partial = slot_predicates("partial_date")
    month = ox.Literal("2019-07", datatype=ox.NamedNode(XSD + "gYearMonth"))
    return frozenset((s, p, month if p.value in partial else o) for s, p, o in made)


def terms(made: Statements, _: str) -> Statements:
    """LinkML writes the text of a term; what stands in the graph is the term."""
    of_any_type = slot_predicates("any_term")
    five = ox.Literal("5", datatype=ox.NamedNode(XSD + "integer"))
    return frozenset((s, p, five if p.value in of_any_type else o) for s, p, o in made)


REWRITES: tuple[Callable[[Statements, str], Statements], ...] = (second_types, precise_dates, terms)


@cache
def linkml_model() -> ModuleType:
    """LinkML's own Python classes of the schema."""
    made = PythonGenerator(str(ROOT / "schema" / "trialgraph.yaml"), metadata=False).serialize()
    return compile_python(made)


@pytest.mark.parametrize("name", concrete_classes())
def test_writer_says_what_linkml_says(name: str):
    values = {slot: list(value) if isinstance(value, tuple) else value for slot, value in filled(name).items()}
    graph = rdflib_dumper.as_rdf_graph(getattr(linkml_model(), name)(**values), schema_view())
    wanted = statements(graph.serialize(format="nt"), ox.RdfFormat.N_TRIPLES)
    for rewrite in REWRITES:
        wanted = rewrite(wanted, name)
    assert statements(record(name).nquads(GRAPH)) == wanted


@pytest.mark.parametrize("name", concrete_classes())
def test_record_has_the_slots_of_its_class(name: str):
    assert set(type(record(name)).__struct_fields__) == set(filled(name))


@pytest.mark.parametrize("name", concrete_classes())
def test_record_of_required_slots_only_writes_nothing_else(name: str):
    needed = {s.name: s for s in schema_view().class_induced_slots(name) if s.required}
    bare = type(record(name))(**{slot: filled(name)[slot] for slot in needed})
    written = {s[1].value for s in statements(bare.nquads(GRAPH))}
    assert written == {schema_view().expand_curie(s.slot_uri) for n, s in needed.items() if n != "iri"} | {
        RDF_TYPE.value
    }


# --- what the writers may not do ---


@pytest.mark.parametrize("hazard", TEXT_HAZARDS.values(), ids=TEXT_HAZARDS)
def test_text_of_a_record_comes_back(hazard: str):
    written = Trial(iri=BASE + "t", brief_title=f"a{hazard}z").nquads(GRAPH)
    assert ox.Literal(f"a{hazard}z") in {o for _, _, o in statements(written)}


@pytest.mark.parametrize("name", concrete_classes())
def test_every_text_slot_is_escaped(name: str):
    quoted = {
        slot.name: ('"',) if slot.multivalued else '"'
        for slot in schema_view().class_induced_slots(name)
        if slot.range == "string"
    }
    said = statements(record(name, **quoted).nquads(GRAPH))
    assert sum(o == ox.Literal('"') for _, _, o in said) == len(quoted)


def test_writers_never_make_blank_nodes():
    for quad in ox.parse(every_record().encode(), format=ox.RdfFormat.N_QUADS):
        assert not any(isinstance(term, ox.BlankNode) for term in (quad.subject, quad.object, quad.graph_name))


def test_every_statement_stands_in_the_graph_that_was_asked_for():
    quads = list(ox.parse(every_record().encode(), format=ox.RdfFormat.N_QUADS))
    assert {quad.graph_name for quad in quads} == {ox.NamedNode(GRAPH)}
    assert len(quads) == len(set(quads)) == every_record().count("\n")


def test_decimal_of_a_record_has_no_exponent():
    written = record("Evidence", confidence=Decimal("1E-7")).nquads(GRAPH)
    assert '"0.0000001"^^<http://www.w3.org/2001/XMLSchema#decimal>' in written


@pytest.mark.parametrize(("date", "datatype"), [("2019", "gYear"), ("2019-07", "gYearMonth"), ("2019-07-01", "date")])
def test_date_of_a_record_has_the_type_of_its_precision(date: str, datatype: str):
    written = StudyDocument(iri=BASE + "d", document_date=date).nquads(GRAPH)
    assert ox.Literal(date, datatype=ox.NamedNode(XSD + datatype)) in {o for _, _, o in statements(written)}


@pytest.mark.parametrize(
    ("made", "token"),
    [
        (lambda: Trial(iri=BASE, phase=("PHASE1", "PHASE 2")), "PHASE 2"),
        (lambda: Arm(iri=BASE, arm_type="Experimental"), "Experimental"),
        (lambda: Outcome(iri=BASE, outcome_type=""), ""),
    ],
    ids=["one of several", "one", "required"],
)
def test_unknown_token_is_refused(made: Callable[[], Trial | Arm | Outcome], token: str):
    with pytest.raises(KeyError, match=repr(token)):
        made().nquads(GRAPH)


def test_required_value_cannot_be_left_out():
    with pytest.raises(TypeError, match="basis"):
        Evidence(iri=BASE, subject=BASE, predicate=BASE, object="<urn:o>")


def test_record_cannot_be_changed():
    with pytest.raises(AttributeError, match="immutable"):
        record("Trial").brief_title = "another"


# --- records as JSON ---


def as_json(name: str) -> dict[str, Any]:
    """The filled record of a class as JSON."""
    return json.loads(msgspec.json.encode(record(name)))


def typed_values(value: object, datatype: str, lexical: str) -> object:
    """A value whose type the context cannot know, with its type."""
    one = {"@value": lexical, "@type": XSD + datatype}
    return [one] * len(value) if isinstance(value, list) else one


@pytest.mark.parametrize("name", concrete_classes())
def test_json_with_the_context_says_what_the_record_writes(name: str):
    body = as_json(name) | {"@type": name}
    for slot in schema_view().class_induced_slots(name):
        if slot.range == "partial_date":
            body[slot.name] = typed_values(body[slot.name], "gYearMonth", "2019-07")
        elif slot.range == "any_term":
            body[slot.name] = typed_values(body[slot.name], "integer", "5")
    context = json.loads((schema() / "context.jsonld").read_text(encoding="utf-8"))
    said = statements(json.dumps(context | body), ox.RdfFormat.JSON_LD)
    # The second type of a record is in the ontology, where its class is a subclass of it.
    assert second_types(said, name) == statements(record(name).nquads(GRAPH))


def test_misspelt_key_becomes_no_property():
    context = json.loads((schema() / "context.jsonld").read_text(encoding="utf-8"))
    said = statements(json.dumps(context | {"iri": BASE, "@type": "Trial", "breif_title": "x"}), ox.RdfFormat.JSON_LD)
    assert {p for _, p, _ in said} == {RDF_TYPE}


def test_bare_month_of_json_is_not_taken_for_a_day():
    context = json.loads((schema() / "context.jsonld").read_text(encoding="utf-8"))
    said = statements(json.dumps(context | {"iri": BASE, "start_date": "2019-07"}), ox.RdfFormat.JSON_LD)
    assert {o for _, _, o in said} == {ox.Literal("2019-07")}


@cache
def json_validator() -> jsonschema.Draft201909Validator:
    """The JSON Schema of records."""
    read = json.loads((schema() / "trialgraph.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft201909Validator.check_schema(read)
    return jsonschema.Draft201909Validator(read)


def problems(body: object, name: str) -> list[str]:
    """What the schema of one class finds wrong."""
    found: Iterable[jsonschema.ValidationError] = (
        json_validator()
        .evolve(schema=json_validator().schema | {"anyOf": [{"$ref": f"#/$defs/{name}"}]})
        .iter_errors(body)
    )
    return [error.message for error in found]


@pytest.mark.parametrize("name", concrete_classes())
def test_json_of_a_record_keeps_to_the_json_schema(name: str):
    assert problems(as_json(name), name) == []
    assert json_validator().is_valid(as_json(name))


@pytest.mark.parametrize(
    "fault",
    [
        {"basis": "SAID"},
        {"basis": None},
        {"start": -1},
        {"confidence": "high"},
        {"exact": ["a", "b"]},
        {"colour": "red"},
        {"iri": 5},
    ],
    ids=str,
)
def test_json_schema_refuses(fault: dict[str, object]):
    assert problems(as_json("Evidence") | fault, "Evidence")


def test_json_schema_refuses_what_is_no_record():
    assert not json_validator().is_valid({"iri": BASE, "colour": "red"})
