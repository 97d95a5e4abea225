"""Make everything that follows from the LinkML schema: the one module that imports linkml.

``python schema/generate.py`` writes ``kg/model/`` and ``schema/generated/``; with ``--check`` it writes nothing and
fails on a file that differs, is missing, or should not be there.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import python_model
from description import ClassSpec, Description, EnumSpec, SlotSpec
from linkml_runtime.linkml_model.meta import ClassDefinition, EnumDefinition, SlotDefinition
from linkml_runtime.utils.schemaview import SchemaView

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = ROOT / "schema" / "trialgraph.yaml"
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
        predicate=view.expand_curie(slot.slot_uri),
        kind=kind,
        multivalued=bool(slot.multivalued),
        required=bool(slot.required),
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
        area=view.in_schema(definition.name),
        types=tuple(types),
        slots=tuple(slot_spec(view, slot) for slot in slots),
        description=definition.description,
    )


def enum_spec(view: SchemaView, definition: EnumDefinition) -> EnumSpec:
    """One enumeration as plain values."""
    values = definition.permissible_values.values()
    rows = tuple((v.text, view.expand_curie(v.meaning), v.title or v.text) for v in values)
    return EnumSpec(name=definition.name, values=rows, description=definition.description)


def describe(view: SchemaView) -> Description:
    """The whole schema as plain values, in an order that does not depend on how files were read."""
    classes = sorted((c for c in view.all_classes().values() if not c.abstract), key=lambda c: c.name)
    return Description(
        version=view.schema.version,
        prefixes={p.prefix_prefix: p.prefix_reference for p in view.schema.prefixes.values()},
        classes=tuple(class_spec(view, c) for c in classes),
        enums=tuple(enum_spec(view, e) for e in sorted(view.all_enums().values(), key=lambda e: e.name)),
    )


def outputs() -> dict[Path, str]:
    """Text of every generated file by its path."""
    view = SchemaView(str(SCHEMA))
    description = describe(view)
    texts = {ROOT / "kg" / "model" / name: text for name, text in python_model.modules(description).items()}
    texts[ROOT / "kg" / "rdf" / "prefixes.py"] = python_model.prefixes_module(description)
    return texts


def differences(wanted: dict[Path, str]) -> list[str]:
    """What of the files on disk is stale, missing or stray, one line each."""
    found = [
        f"{path.relative_to(ROOT)}: {'differs' if path.exists() else 'missing'}"
        for path, text in wanted.items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    folders = (ROOT / "kg" / "model", ROOT / "schema" / "generated")
    present = (p for folder in folders for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    return found + [f"{path.relative_to(ROOT)}: stray" for path in present if path not in wanted]


def main(argv: list[str]) -> int:
    """Write or check; the exit code is 1 when a check finds a difference."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail on drift or a stray file")
    checking = parser.parse_args(argv).check
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
