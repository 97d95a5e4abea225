"""The schema itself, and that everything made from it is as it would be made now."""

from __future__ import annotations

import doctest
import json
import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
import yaml
from linkml.linter.linter import Linter
from linkml_runtime.utils.schemaview import SchemaView

from kg.model import enums
from kg.model.slots import CLASSES, SLOTS
from kg.rdf.iris import BASE
from kg.rdf.prefixes import PREFIXES, SCHEMA_VERSION
from kg.shipped import schema
from tests.records import ROOT, concrete_classes, schema_view

SCHEMA = ROOT / "schema"
FILES = sorted(SCHEMA.glob("[a-z]*.yaml"))
DESIGN = ROOT.parent / "shared" / "design" / "model.md"
# Codes that the design names without a tick, looked up since: in cto.owl 1.0.0 it is "outcome measurement datum".
LOOKED_UP = {"CTO": {"0000104"}}
GENERATED_PARTS = ("schema", "kg/model", "kg/rdf")
RDFS = PREFIXES["rdfs"]


# --- as its authors wrote it ---


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_linter_of_linkml_finds_nothing(path: Path):
    config = yaml.safe_load((SCHEMA / ".linkmllint.yaml").read_text(encoding="utf-8"))
    assert config["extends"] == "recommended"
    assert [problem.message for problem in Linter(config).lint(str(path))] == []


def test_rule_of_the_linter_that_is_off_has_its_reason_beside_it():
    lines = (SCHEMA / ".linkmllint.yaml").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if "level: disabled" in line:
            assert "#" in lines[number - 1]


def described() -> dict[str, tuple[str, str]]:
    """Of everything in the schema what it is called and how it is described."""
    view = schema_view()
    found = {f"class {c.name}": (c.name, c.description) for c in view.all_classes().values()}
    for name in view.all_classes():
        for slot in view.class_induced_slots(name):
            found[f"{name}.{slot.name}"] = (slot.name, slot.description)
    for enum in view.all_enums().values():
        found[f"enumeration {enum.name}"] = (enum.name, enum.description)
        for token, value in enum.permissible_values.items():
            found[f"{enum.name}.{token}"] = (f"{token} {value.title}", value.description)
    for schema_file in view.schema_map.values():
        if schema_file.name != "types" or schema_file.id.startswith(BASE):
            found[f"file {schema_file.name}"] = (schema_file.name, schema_file.description)
    return found


def words(text: str) -> set[str]:
    """The words of a name or description, in one form; those that say nothing left out."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", text).lower()
    return {word.rstrip("s") for word in re.findall(r"[a-z0-9]+", spaced)} - {"a", "an", "the", "of", "or", "in", "i"}


@pytest.mark.parametrize(("name", "description"), described().values(), ids=described())
def test_description_says_more_than_the_name(name: str, description: str | None):
    assert description, "has no description"
    assert not words(description) <= words(name), f"{description!r} only repeats the name"
    assert description.strip().endswith((".", ")")), "is no sentence"


def test_every_value_of_an_enumeration_has_an_iri_of_its_own():
    values = [v for enum in schema_view().all_enums().values() for v in enum.permissible_values.values()]
    meanings = [schema_view().expand_curie(value.meaning) for value in values]
    assert all(value.meaning and value.title for value in values)
    assert len(meanings) == len(set(meanings))


def test_slots_of_one_name_are_one_property_with_one_kind_of_value():
    seen: dict[str, set[tuple[str, str, bool]]] = {}
    for name in concrete_classes():
        for slot in schema_view().class_induced_slots(name):
            seen.setdefault(slot.name, set()).add((slot.slot_uri, slot.range, bool(slot.multivalued)))
    assert {name: uses for name, uses in seen.items() if len(uses) > 1} == {}


def test_property_of_several_slots_has_one_kind_of_value():
    kinds: dict[str, set[str]] = {}
    for slots in SLOTS.values():
        for predicate, kind in slots.values():
            kinds.setdefault(predicate, set()).add(kind)
    assert {predicate: found for predicate, found in kinds.items() if len(found) > 1} == {}


@pytest.mark.skipif(not DESIGN.exists(), reason="../shared/design is not here")
@pytest.mark.parametrize("prefix", ["NCIT", "OBI", "SIO", "CTO"])
def test_codes_are_those_that_were_looked_up(prefix: str):
    used = {code for path in FILES for code in re.findall(rf"\b{prefix}:([A-Z]?[0-9]+)\b", path.read_text("utf-8"))}
    assert used
    ticked = " ".join(line.split("✓", 1)[1] for line in DESIGN.read_text("utf-8").splitlines() if "✓" in line)
    assert used <= set(re.findall(r"(?<![0-9A-Za-z])C?[0-9]{5,}", ticked.replace("_", " "))) | LOOKED_UP.get(
        prefix, set()
    )


# --- prefixes: LinkML's own maps send seven of these elsewhere ---


@pytest.mark.parametrize("prefix", PREFIXES)
def test_prefix_is_declared_alike_in_every_file(prefix: str):
    declared = {
        view.prefixes[prefix].prefix_reference
        for view in schema_view().schema_map.values()
        if prefix in view.prefixes and view.id.startswith(BASE)
    }
    assert declared == {PREFIXES[prefix]}
    assert schema_view().expand_curie(f"{prefix}:x") == PREFIXES[prefix] + "x"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_declares_every_prefix_that_it_uses(path: Path):
    view = SchemaView(str(path), merge_imports=False)
    slots = [slot for spec in view.schema.classes.values() for slot in spec.attributes.values()]
    values = [value for enum in view.schema.enums.values() for value in enum.permissible_values.values()]
    things = (*view.schema.classes.values(), *view.schema.enums.values(), *slots)
    curies = [spec.class_uri for spec in view.schema.classes.values()] + [slot.slot_uri for slot in slots]
    curies += [value.meaning for value in values]
    curies += [mark.value for spec in view.schema.classes.values() for mark in spec.annotations.values()]
    curies += [curie for thing in things for curie in (*thing.exact_mappings, *thing.close_mappings)]
    assert {curie.split(":")[0] for curie in curies} <= set(view.schema.prefixes)


@pytest.mark.parametrize(
    ("curie", "address"),
    [
        ("schema:name", "http://schema.org/name"),
        ("MESH:D015470", "http://id.nlm.nih.gov/mesh/D015470"),
        ("PMID:40975066", "http://rdf.ncbi.nlm.nih.gov/pubmed/40975066"),
        ("DOI:10.1/x", "https://doi.org/10.1/x"),
        ("ORCID:0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097"),
        ("ROR:05n894m26", "https://ror.org/05n894m26"),
        ("UNIPROT:Q07817", "http://purl.uniprot.org/uniprot/Q07817"),
        ("HGNC:990", "http://identifiers.org/hgnc/990"),
        ("NCT:NCT04643405", "http://identifiers.org/clinicaltrials/NCT04643405"),
        ("NCIT:C15600", "http://purl.obolibrary.org/obo/NCIT_C15600"),
        ("CHEMBL.COMPOUND:CHEMBL3137309", "http://rdf.ebi.ac.uk/resource/chembl/molecule/CHEMBL3137309"),
        ("w3org:Organization", "http://www.w3.org/ns/org#Organization"),
    ],
)
def test_name_elsewhere_is_what_its_owner_publishes(curie: str, address: str):
    prefix, local = curie.split(":", 1)
    assert PREFIXES[prefix] + local == address


def produced() -> list[Path]:
    """Every hand-written or generated file that may name schema.org."""
    return sorted(p for part in ("schema", "kg") for p in (ROOT / part).rglob("*") if p.suffix in TEXT and p.is_file())


TEXT = {".py", ".yaml", ".ttl", ".jsonld", ".json", ".md"}


def test_schema_org_has_one_form():
    wrong = "https://" + "schema.org"
    # The convention of examples for endpoints has the other form.
    found = {path.relative_to(ROOT).as_posix() for path in produced() if wrong in path.read_text(encoding="utf-8")}
    assert found == {"kg/service/describing/examples.py"}


# --- what is made from it ---


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The schema and what is made from it, to be spoilt."""
    for part in GENERATED_PARTS:
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def generate(root: Path, *arguments: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
    """Run the generator of a copy."""
    command = [sys.executable, str(root / "schema" / "generate.py"), *arguments]
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


# LinkML before 1.12 wrote sets in the order of their hashes, so that two runs differed.
@pytest.mark.parametrize("seed", ["1", "2"])
def test_generated_files_are_fresh_under_every_seed(seed: str):
    done = generate(ROOT, "--check", seed=seed)
    assert (done.returncode, done.stderr) == (0, "")


def test_check_finds_what_differs_is_missing_or_stray_and_writes_nothing(copy: Path):
    area = copy / "schema" / "mechanism.yaml"
    area.write_text(area.read_text("utf-8").replace("tg:hasMember", "tg:hasPart"), encoding="utf-8")
    with (copy / "kg" / "rdf" / "prefixes.py").open("a", encoding="utf-8") as file:
        file.write("# by hand\n")
    (copy / "schema" / "generated" / "docs" / "trial.md").unlink()
    (copy / "kg" / "model" / "old.py").write_text("", encoding="utf-8")
    (copy / "schema" / "generated" / "docs" / "old.md").write_text("", encoding="utf-8")
    done = generate(copy, "--check")
    assert done.returncode == 1
    # Files of which nothing is said here came out the same in this other place.
    assert sorted(done.stderr.splitlines()) == [
        "kg/model/mechanism.py: differs",
        "kg/model/old.py: stray",
        "kg/model/predicates.py: differs",
        "kg/model/slots.py: differs",
        "kg/rdf/prefixes.py: differs",
        "schema/generated/context.jsonld: differs",
        "schema/generated/docs/mechanism.md: differs",
        "schema/generated/docs/old.md: stray",
        "schema/generated/docs/trial.md: missing",
        "schema/generated/ontology.ttl: differs",
        "schema/generated/shapes.ttl: differs",
    ]
    assert not (copy / "schema" / "generated" / "docs" / "trial.md").exists()


@pytest.mark.parametrize("path", sorted(p for p in schema().rglob("*") if p.is_file()), ids=lambda path: path.name)
def test_generated_file_names_no_day_and_no_place_of_this_machine(path: Path):
    text = path.read_text(encoding="utf-8")
    assert str(ROOT) not in text
    assert not re.search(r"20[2-9][0-9]-[01][0-9]-[0-3][0-9]|/(?:home|tmp|root|work|usr)/", text)


def test_examples_of_the_generator_run():
    sys.path.insert(0, str(SCHEMA))
    try:
        import description
    finally:
        sys.path.remove(str(SCHEMA))
    assert doctest.testmod(description) == doctest.TestResults(failed=0, attempted=1)


# --- the ontology, as the store loads it ---


@cache
def ontology() -> list[ox.Triple]:
    """Every statement of the ontology."""
    text = (schema() / "ontology.ttl").read_bytes()
    return [ox.Triple(q.subject, q.predicate, q.object) for q in ox.parse(text, format=ox.RdfFormat.TURTLE)]


def said(predicate: str) -> dict[str, list[str]]:
    """Values of one property by subject."""
    found: dict[str, list[str]] = {}
    for triple in ontology():
        if triple.predicate.value == predicate:
            found.setdefault(triple.subject.value, []).append(triple.object.value)
    return found


def every_term() -> set[str]:
    """IRIs of every class, property and value of the model."""
    properties = {predicate for slots in SLOTS.values() for predicate, _ in slots.values()}
    return properties | set(CLASSES.values()) | set(enums.LABELS)


def test_ontology_has_no_blank_node():
    assert not [t for t in ontology() if ox.BlankNode in (type(t.subject), type(t.object))]


@pytest.mark.parametrize("predicate", ["label", "comment"])
def test_ontology_says_one_thing_of_every_class_property_and_value(predicate: str):
    told = said(RDFS + predicate)
    assert {iri: told.get(iri) for iri in every_term() if len(told.get(iri, ())) != 1} == {}
    assert all(value == value.strip() and value for values in told.values() for value in values)


def test_ontology_labels_values_as_the_records_do():
    labels = said(RDFS + "label")
    assert {iri: labels[iri] for iri in enums.LABELS} == {iri: [label] for iri, label in enums.LABELS.items()}


def test_ontology_labels_are_words_and_not_tokens():
    wrong = [label for labels in said(RDFS + "label").values() for label in labels if "_" in label]
    assert wrong == []


def test_ontology_gives_every_property_the_classes_that_have_it():
    told = said(PREFIXES["schema"] + "domainIncludes")
    wanted: dict[str, set[str]] = {}
    for name, slots in SLOTS.items():
        for predicate, _ in slots.values():
            wanted.setdefault(predicate, set()).add(CLASSES[name])
    assert {iri: set(classes) for iri, classes in told.items()} == wanted


def test_class_with_a_second_type_is_a_subclass_of_it():
    told = said(RDFS + "subClassOf")
    assert PREFIXES["schema"] + "MedicalTrial" in told[CLASSES["Trial"]]
    assert PREFIXES["prov"] + "Entity" in told[CLASSES["RegistryRecord"]]


def test_ontology_carries_the_version_of_the_schema():
    assert said(PREFIXES["pav"] + "version") == {BASE + "schema": [SCHEMA_VERSION]}


# --- the reference pages ---


def pages() -> dict[str, str]:
    """Text of every reference page by name."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((schema() / "docs").glob("*.md"))}


def test_every_class_and_enumeration_has_one_section():
    headings = [line[4:] for text in pages().values() for line in text.splitlines() if line.startswith("### ")]
    assert sorted(headings) == sorted([*CLASSES, *enums.ENUMS])


def test_every_slot_is_in_the_pages():
    rows = {tuple(c.strip() for c in line.split(" | ")[:2]) for text in pages().values() for line in text.splitlines()}
    for slots in SLOTS.values():
        for slot, (predicate, _) in slots.items():
            prefix = max((p for p in PREFIXES if predicate.startswith(PREFIXES[p])), key=lambda p: len(PREFIXES[p]))
            assert (f"| {slot}", f"`{prefix}:{predicate.removeprefix(PREFIXES[prefix])}`") in rows


def test_every_link_of_the_pages_leads_somewhere():
    known = pages()
    for name, text in known.items():
        for target in re.findall(r"\]\(([^)]+)\)", text):
            page, _, anchor = target.partition("#")
            assert (schema() / "docs" / page).exists(), f"{name}: {target}"
            assert not anchor or f"\n### {anchor}\n" in known[page].lower(), f"{name}: {target}"


def test_json_schema_carries_no_abstract_class():
    made = json.loads((schema() / "trialgraph.schema.json").read_text(encoding="utf-8"))
    assert set(made["$defs"]) == set(CLASSES) | set(enums.ENUMS)


def test_root_schema_takes_in_every_file():
    assert {path.stem for path in FILES} <= {Path(name).stem for name in schema_view().imports_closure()}
