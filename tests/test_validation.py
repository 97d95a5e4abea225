"""The shapes accept what the records write and refuse every fault; each fault is planted alone."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from linkml_runtime.linkml_model.meta import SlotDefinition
from rdflib import RDF, RDFS, SH, Graph, URIRef

from kg import vocab
from kg.errors import KgError
from kg.loaders import load
from kg.pipeline import convert
from kg.rdf.prefixes import PREFIXES
from kg.rdf.terms import text
from kg.rules import RULE_SETS, describe
from kg.validation import FEW, Finding, Shapes, counted, document_graph, findings, shapes_graph, validate
from tests.records import BASE, GRAPH, ROOT, concrete_classes, every_record, filled, record, schema_view

TG = PREFIXES["tg"]
XSD = PREFIXES["xsd"]
EVIDENCE = f"<{BASE}Evidence>"
TRIAL = f"<{BASE}Trial>"
SH_ARM = URIRef(TG + "Arm")


@cache
def shipped_shapes() -> Graph:
    """The shapes that come with the package."""
    return shapes_graph()


@cache
def apart() -> Shapes:
    """The same, taken apart by class."""
    return Shapes(shipped_shapes())


def found(nquads: str) -> set[tuple[str, str]]:
    """Shapes and constraints that were not kept to, without namespaces."""
    return {
        (finding.shape.removeprefix(TG), finding.constraint.removesuffix("ConstraintComponent"))
        for finding in findings(nquads, shipped_shapes())
    }


def quad(subject: str, predicate: str, value: str) -> str:
    """A line about one of the records of :func:`every_record`."""
    prefix, local = predicate.split(":")
    return f"{subject} <{PREFIXES[prefix]}{local}> {value} <{GRAPH}> .\n"


def without(subject: str, predicate: str, value: str = "") -> str:
    """Every record, less the lines of one subject that have a property, and a value where one is given."""
    prefix, local = predicate.split(":")
    beginning = f"{subject} <{PREFIXES[prefix]}{local}> {value}"
    return "".join(line for line in every_record().splitlines(keepends=True) if not line.startswith(beginning))


def typed(lexical: str, datatype: str) -> str:
    """A literal with a type of XML Schema."""
    return f'"{lexical}"^^<{XSD}{datatype}>'


def test_filled_records_of_all_classes_are_accepted():
    assert findings(every_record(), shipped_shapes()) == ()


# Of every fault: the statements with it, the shape and the constraint that find it.
FAULTS: dict[str, tuple[str, str, str]] = {
    "required value missing": (without(EVIDENCE, "tg:basis"), "Evidence-basis", "MinCount"),
    "two values for one": (every_record() + quad(TRIAL, "tg:briefTitle", text("two")), "Trial-brief_title", "MaxCount"),
    "truth as text": (
        without(TRIAL, "tg:patientRegistry") + quad(TRIAL, "tg:patientRegistry", text("true")),
        "Trial-patient_registry",
        "Datatype",
    ),
    "text in a language": (
        without(TRIAL, "tg:briefTitle") + quad(TRIAL, "tg:briefTitle", text("x") + "@en"),
        "Trial-brief_title",
        "Datatype",
    ),
    "double for decimal": (
        without(EVIDENCE, "tg:confidence") + quad(EVIDENCE, "tg:confidence", typed("5E-1", "double")),
        "Evidence-confidence",
        "Datatype",
    ),
    "decimal that is none": (
        without(f"<{BASE}Measurement>", "tg:value")
        + quad(f"<{BASE}Measurement>", "tg:value", typed("high", "decimal")),
        "Measurement-value",
        "Datatype",
    ),
    "confidence above one": (
        without(EVIDENCE, "tg:confidence") + quad(EVIDENCE, "tg:confidence", typed("1.01", "decimal")),
        "Evidence-confidence",
        "MaxInclusive",
    ),
    "confidence below nought": (
        without(EVIDENCE, "tg:confidence") + quad(EVIDENCE, "tg:confidence", typed("-0.1", "decimal")),
        "Evidence-confidence",
        "MinInclusive",
    ),
    "position nought": (
        without(f"<{BASE}Site>", "schema:position") + quad(f"<{BASE}Site>", "schema:position", typed("0", "integer")),
        "Site-position",
        "MinInclusive",
    ),
    "unknown value of an enumeration": (
        every_record() + quad(TRIAL, "tg:phase", f"<{TG}Phase-PHASE9>"),
        "Trial-phase",
        "In",
    ),
    "token for value of an enumeration": (
        every_record() + quad(TRIAL, "tg:phase", text("PHASE1")),
        "Trial-phase",
        "In",
    ),
    "checksum too short": (
        without(f"<{BASE}RegistryRecord>", "tg:sha256") + quad(f"<{BASE}RegistryRecord>", "tg:sha256", text("0f")),
        "RegistryRecord-sha256",
        "Pattern",
    ),
    "DOI in capitals": (
        every_record() + quad(f"<{BASE}Publication>", "bibo:doi", text("10.1/ABC")),
        "Publication-doi",
        "Pattern",
    ),
    "month as a day": (
        without(TRIAL, "tg:startDate") + quad(TRIAL, "tg:startDate", typed("2019-07", "date")),
        "Trial-start_date",
        "Or",
    ),
    "month of one digit": (
        without(TRIAL, "tg:startDate") + quad(TRIAL, "tg:startDate", typed("2019-7", "gYearMonth")),
        "Trial-start_date",
        "Or",
    ),
    "date as text": (
        without(TRIAL, "tg:startDate") + quad(TRIAL, "tg:startDate", text("2019-07-01")),
        "Trial-start_date",
        "Or",
    ),
    "empty text": (without(TRIAL, "tg:acronym") + quad(TRIAL, "tg:acronym", text("")), "Trial-acronym", "MinLength"),
    "text for an IRI": (
        every_record() + quad(TRIAL, "schema:sameAs", text("http://example.org/")),
        "Trial-same_as",
        "NodeKind",
    ),
    "reference to a thing of no class": (
        every_record() + quad(TRIAL, "tg:arm", f"<{BASE}nowhere>"),
        "Trial-arm",
        "Class",
    ),
    "reference to a thing of another class": (every_record() + quad(TRIAL, "tg:arm", TRIAL), "Trial-arm", "Class"),
    "property of another class": (every_record() + quad(TRIAL, "tg:basis", f"<{TG}Basis-STATED>"), "Trial", "Closed"),
    "misspelt property": (every_record() + quad(TRIAL, "tg:breifTitle", text("x")), "Trial", "Closed"),
    "second type missing": (
        without(EVIDENCE, "rdf:type", f"<{PREFIXES['oa']}TextQuoteSelector>"),
        "Evidence-type",
        "HasValue",
    ),
    "blank node": (every_record() + quad("_:b", "rdf:type", f"<{TG}Arm>"), "Arm", "NodeKind"),
}


@pytest.mark.parametrize(("nquads", "shape", "constraint"), FAULTS.values(), ids=FAULTS)
def test_planted_fault_is_found_and_nothing_else(nquads: str, shape: str, constraint: str):
    assert found(nquads) == {(shape, constraint)}


def worded_alike(found: tuple[Finding, ...]) -> list[Finding]:
    """Findings without the lists of allowed values in their words, which come in the order of a set."""
    return [replace(one, message=one.message.partition(" in list")[0]) for one in found]


@pytest.mark.parametrize("nquads", [nquads for nquads, _, _ in FAULTS.values()], ids=FAULTS)
def test_shapes_of_the_classes_that_occur_find_what_all_shapes_find(nquads: str):
    assert worded_alike(findings(nquads, apart())) == worded_alike(findings(nquads, shipped_shapes()))


def test_document_meets_only_the_shapes_of_its_classes():
    arm = record("Arm").nquads(GRAPH)
    needed = apart().needed(document_graph(arm))
    assert list(needed.subjects(RDF.type, SH.NodeShape)) == [SH_ARM]
    assert len(needed) < len(shipped_shapes()) / 10


def test_things_that_may_be_of_more_classes_meet_all_shapes():
    narrower = f"<urn:Narrow> <{RDFS.subClassOf}> <{TG}Arm> <{GRAPH}> .\n"
    assert len(apart().needed(document_graph(narrower))) == len(shipped_shapes())


def test_processes_find_what_one_finds_in_the_same_order():
    texts = [nquads for nquads, _, _ in FAULTS.values()]
    assert len(texts) > 2 * FEW
    one, two = ([worded_alike(found) for found in validate(texts, workers=workers)] for workers in (1, 2))
    assert one == two


def spoilt(name: str, slot: SlotDefinition, number: int) -> Iterator[tuple[str, tuple[str, str]]]:
    """Records of a class, each with one fault in one slot, and what has to be found."""
    view, values = schema_view(), filled(name)
    needed = {s.name: values[s.name] for s in view.class_induced_slots(name) if s.required}
    shape, predicate = f"{name}-{slot.name}", view.expand_curie(slot.slot_uri)

    def told(fault: str) -> tuple[str, str, str]:
        """How a statement of the slot begins, the statements of the slot, and the others of one record."""
        iri = f"{BASE}{number}/{fault}"
        made = type(record(name))(**needed | {"iri": iri, slot.name: values[slot.name]}).nquads(GRAPH)
        beginning, lines = f"<{iri}> <{predicate}> ", made.splitlines(keepends=True)
        own = [line for line in lines if line.startswith(beginning)]
        return beginning, "".join(own), "".join(line for line in lines if line not in own)

    is_iri = told("")[1].startswith(told("")[0] + "<")
    if slot.required:
        yield told("missing")[2], (shape, "MinCount")
    if not slot.multivalued:
        beginning, own, others = told("two")
        yield f"{others}{own}{beginning}{f'<{BASE}b>' if is_iri else text('b')} <{GRAPH}> .\n", (shape, "MaxCount")
    if slot.range != "any_term":
        beginning, _, others = told("kind")
        constraint = "In" if slot.range in view.all_enums() else "NodeKind"
        yield f"{others}{beginning}{text('b') if is_iri else f'<{BASE}b>'} <{GRAPH}> .\n", (shape, constraint)


@pytest.mark.parametrize("name", concrete_classes())
def test_every_slot_has_its_number_and_kind_of_values_checked(name: str):
    slots = [slot for slot in schema_view().class_induced_slots(name) if slot.name != "iri"]
    faults = [fault for number, slot in enumerate(slots) for fault in spoilt(name, slot, number)]
    assert found("".join(nquads for nquads, _ in faults)) >= {wanted for _, wanted in faults}


def test_finding_says_where_what_and_which_value():
    (finding,) = findings(FAULTS["checksum too short"][0], shipped_shapes())
    assert (finding.focus, finding.path, finding.value) == (BASE + "RegistryRecord", TG + "sha256", "0f")
    assert "pattern" in finding.message


def test_findings_come_in_the_same_order_every_time():
    both = FAULTS["empty text"][0] + quad(EVIDENCE, "tg:basis", text("x"))
    assert findings(both, shipped_shapes()) == findings(both, shipped_shapes())
    assert len(findings(both, shipped_shapes())) > 1


def test_findings_are_counted_by_shape_and_constraint():
    thrice = every_record() + "".join(quad(TRIAL, "tg:phase", f"<{TG}Phase-{n}>") for n in "789")
    assert counted(findings(thrice, shipped_shapes())) == {(TG + "Trial-phase", "InConstraintComponent"): 3}


def test_documents_are_checked_by_themselves():
    one = record("Trial", brief_title="one", **_no_children()).nquads(GRAPH + "/1")
    other = record("Trial", brief_title="other", **_no_children()).nquads(GRAPH + "/2")
    assert list(validate([one, other])) == [(), ()]
    assert found(one + other) == {("Trial-brief_title", "MaxCount")}


def _no_children() -> dict[str, tuple[()]]:
    classes = schema_view().all_classes()
    return {s.name: () for s in schema_view().class_induced_slots("Trial") if s.range in classes}


def test_documents_are_asked_for_one_at_a_time():
    asked: list[int] = []

    def documents() -> Iterator[str]:
        for number in range(3):
            asked.append(number)
            yield every_record()

    results = validate(documents())
    next(results)
    assert asked == [0]


def test_other_shapes_can_be_given(tmp_path: Path):
    strict = tmp_path / "strict.ttl"
    strict.write_text(
        f"@prefix sh: <{PREFIXES['sh']}> . @prefix tg: <{TG}> .\n"
        "tg:Named a sh:NodeShape ; sh:targetClass tg:Arm ; sh:property tg:Named-label .\n"
        "tg:Named-label sh:path tg:shortName ; sh:minCount 1 .\n",
        encoding="utf-8",
    )
    ((finding,),) = validate([every_record()], strict)
    assert (finding.focus, finding.shape) == (BASE + "Arm", TG + "Named-label")


def test_ill_typed_value_is_found_and_not_logged(caplog: pytest.LogCaptureFixture):
    assert findings(FAULTS["decimal that is none"][0], shipped_shapes())
    assert caplog.records == []


@pytest.mark.parametrize(("lexical", "datatype"), [("007", "integer"), ("1", "boolean"), ("0.50", "decimal")])
def test_values_are_checked_as_they_are_written(lexical: str, datatype: str):
    read = document_graph(quad(TRIAL, "tg:enrolment", typed(lexical, datatype)))
    assert [str(value) for value in read.objects()] == [lexical]


def test_missing_pyshacl_is_named_with_what_to_install(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "pyshacl", None)
    with pytest.raises(KgError, match=r"pip install trialgraph\[validate\]"):
        list(validate([every_record()]))


def test_shipped_vocabulary_keeps_to_the_shapes():
    assert findings(vocab.nquads(), shipped_shapes()) == ()


def test_descriptions_of_rule_sets_keep_to_the_shapes():
    titles = {name: module.TITLE for name, module in RULE_SETS.items()}
    assert findings(describe(titles), shipped_shapes()) == ()


@pytest.mark.parametrize("contacts", [False, True], ids=["without contacts", "with contacts"])
@pytest.mark.parametrize(
    ("format_name", "file"), [("medline", "pubmed-40975066.nbib"), ("trial_page", "pd1-ven-cag.txt")]
)
def test_shipped_document_keeps_to_the_shapes(format_name: str, file: str, contacts: bool):
    with (ROOT / "data" / "documents" / file).open("rb") as opened:
        converted = convert(load(format_name).split(file, opened), format_name, contacts=contacts)
    assert (len(converted.documents), converted.rejected) == (1, ())
    for document in converted.documents:
        # By itself, and with what was concluded from it; neither may need the other to be whole.
        for nquads in (document.stated, document.inferred, document.stated + document.inferred):
            assert nquads
            assert findings(nquads.decode(), shipped_shapes()) == ()
