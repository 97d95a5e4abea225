"""Make everything that follows from the LinkML schema: the one module that imports linkml.

``python schema/generate.py`` writes ``kg/model/``, ``kg/rdf/prefixes.py`` and ``schema/generated/``; with ``--check``
it writes nothing and fails on a file that differs, is missing, or should not be there.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import json_forms
import ontology
import python_model
import reference_pages
import shapes
from description import AreaSpec, ClassSpec, Description, EnumSpec, SlotSpec, ValueSpec, spoken
from linkml.generators.jsonldcontextgen import ContextGenerator
from linkml.generators.jsonschemagen import JsonSchemaGenerator
from linkml.generators.owlgen import OwlSchemaGenerator
from linkml.generators.shaclgen import ShaclGenerator
from linkml_runtime.linkml_model.meta import ClassDefinition, EnumDefinition, SlotDefinition
from linkml_runtime.utils.schemaview import SchemaView
from rdflib import OWL, Graph
from turtle_text import Turtle

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = ROOT / "schema" / "trialgraph.yaml"
GENERATED = ROOT / "schema" / "generated"
# LinkML type to our kind of value; every class range and every URI is an IRI.
KINDS = {"uriorcurie": "iri", "uri": "iri", "any_term": "term", "year_month": "partial_date"}


def slot_spec(view: SchemaView, slot: SlotDefinition) -> SlotSpec:
    """One induced slot as plain values."""
    if slot.range in view.all_enums():
        kind = f"enum:{slot.range}"
    elif slot.range in view.all_classes():
        kind = "iri"
    else:
        kind = KINDS.get(slot.range, slot.range)
    return SlotSpec(
        name=slot.name,
        label=slot.title or spoken(slot.name),
        predicate=view.expand_curie(slot.slot_uri),
        kind=kind,
        target=slot.range if slot.range in view.all_classes() else None,
        multivalued=bool(slot.multivalued),
        required=bool(slot.required),
        pattern=slot.pattern,
        minimum=slot.minimum_value,
        maximum=slot.maximum_value,
        description=" ".join(slot.description.split()),
    )


def class_spec(view: SchemaView, definition: ClassDefinition) -> ClassSpec:
    """One concrete class as plain values."""
    also = definition.annotations["also_type"].value if "also_type" in definition.annotations else None
    inherited = view.class_ancestors(definition.name)[1:]
    for parent in inherited:
        marks = view.get_class(parent).annotations
        also = also or (marks["also_type"].value if "also_type" in marks else None)
    types = [view.expand_curie(uri) for uri in (definition.class_uri, also) if uri]
    slots = sorted(view.class_induced_slots(definition.name), key=lambda s: (s.name != "iri", s.name != "label"))
    return ClassSpec(
        name=definition.name,
        label=definition.title or spoken(definition.name).capitalize(),
        area=view.in_schema(definition.name),
        types=tuple(types),
        slots=tuple(slot_spec(view, slot) for slot in slots),
        mappings=(*definition.exact_mappings, *definition.close_mappings),
        prefix=definition.id_prefixes[0] if definition.id_prefixes else None,
        description=" ".join(definition.description.split()),
    )


def enum_spec(view: SchemaView, definition: EnumDefinition) -> EnumSpec:
    """One enumeration as plain values."""
    values = (
        ValueSpec(v.text, view.expand_curie(v.meaning), v.title or v.text, v.description or v.title or v.text)
        for v in definition.permissible_values.values()
    )
    return EnumSpec(
        name=definition.name,
        label=definition.title or spoken(definition.name).capitalize(),
        area=view.in_schema(definition.name),
        values=tuple(values),
        description=definition.description,
    )


def areas(view: SchemaView) -> tuple[AreaSpec, ...]:
    """Subject areas in the order in which the root schema imports them, what all share last."""
    names = [*view.schema.imports, "types"]
    schemas = (view.schema_map[name] for name in names)
    return tuple(AreaSpec(name, s.title, s.description) for name, s in zip(names, schemas, strict=True))


def describe(view: SchemaView) -> Description:
    """The whole schema as plain values, in an order that does not depend on how files were read."""
    classes = sorted(view.all_classes().values(), key=lambda c: c.name)
    abstract = tuple((c.name, view.expand_curie(c.class_uri), c.description) for c in classes if c.abstract)
    return Description(
        iri=view.schema.id,
        version=view.schema.version,
        title=view.schema.title,
        description=view.schema.description,
        prefixes={p.prefix_prefix: p.prefix_reference for p in view.schema.prefixes.values()},
        areas=areas(view),
        classes=tuple(class_spec(view, c) for c in classes if not c.abstract),
        abstract=abstract,
        enums=tuple(enum_spec(view, e) for e in sorted(view.all_enums().values(), key=lambda e: e.name)),
    )


def owl_generator() -> OwlSchemaGenerator:
    """LinkML's ontology with no axiom that says nothing, our own names, and values as things and not as classes."""
    return OwlSchemaGenerator(
        str(SCHEMA),
        metaclasses=False,
        type_objects=False,
        use_native_uris=False,
        xsd_anyuri_as_iri=True,
        default_permissible_value_type=OWL.NamedIndividual,
        skip_vacuous_min_zero_cardinality_axioms=True,
        skip_vacuous_local_range_axioms=True,
        consolidate_cardinality_axioms=True,
        skip_abstract_class_as_unionof_subclasses=True,
    )


def rewritten(made: Graph, rewrites: Iterable[Callable[[Graph, Description], None]], description: Description) -> str:
    """Turtle of what LinkML made after every rewrite."""
    graph = Graph()
    # A copy, so that the prefixes which LinkML bound do not come along.
    for statement in made:
        graph.add(statement)
    for rewrite in rewrites:
        rewrite(graph, description)
    return Turtle(graph, description).text()


def schema_files(description: Description) -> dict[str, str]:
    """Text of every file of ``schema/generated`` by its path there."""
    made_context = ContextGenerator(str(SCHEMA), xsd_anyuri_as_iri=True).serialize()
    files = {
        "shapes.ttl": rewritten(ShaclGenerator(str(SCHEMA)).as_graph(), shapes.REWRITES, description),
        "ontology.ttl": rewritten(owl_generator().as_graph(), ontology.REWRITES, description),
        "context.jsonld": json_forms.context(made_context, description),
        "trialgraph.schema.json": json_forms.json_schema(JsonSchemaGenerator(str(SCHEMA)).serialize(), description),
    }
    return files | {f"docs/{name}": text for name, text in reference_pages.pages(description).items()}


def outputs() -> dict[Path, str]:
    """Text of every generated file by its path."""
    description = describe(SchemaView(str(SCHEMA)))
    texts = {ROOT / "kg" / "model" / name: text for name, text in python_model.modules(description).items()}
    texts[ROOT / "kg" / "rdf" / "prefixes.py"] = python_model.prefixes_module(description)
    return texts | {GENERATED / name: text for name, text in schema_files(description).items()}


def differences(wanted: dict[Path, str]) -> list[str]:
    """What of the files on disk is stale, missing or stray, one line each."""
    found = [
        f"{path.relative_to(ROOT)}: {'differs' if path.exists() else 'missing'}"
        for path, text in wanted.items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    folders = (ROOT / "kg" / "model", GENERATED)
    present = (p for folder in folders for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    return found + [f"{path.relative_to(ROOT)}: stray" for path in sorted(present) if path not in wanted]


def main(argv: list[str]) -> int:
    """Write or check; the exit code is 1 when a check finds a difference."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail on drift or a stray file")
    checking = parser.parse_args(argv).check
    # LinkML warns of every slot that two classes have; that they agree is tested.
    logging.disable(logging.WARNING)
    wanted = outputs()
    if not checking:
        for path, text in wanted.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    wrong = differences(wanted)
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
