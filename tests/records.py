"""One record of every class with every slot filled, made from the schema and from nothing that is generated."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from linkml_runtime.linkml_model.meta import SlotDefinition
from linkml_runtime.utils.schemaview import SchemaView

import kg.model

ROOT = Path(__file__).resolve().parents[1]
BASE = "https://example.org/"
GRAPH = BASE + "graph"

# A value for every slot whose schema asks for more than its range does.
MATCHING = {
    "doi": "10.1038/s41586-020-2649-2",
    "issn_electronic": "1476-4687",
    "issn_linking": "0028-0836",
    "issn_print": "0028-083X",
    "language": "eng",
    "orcid": "https://orcid.org/0000-0002-1825-0097",
    "patent_kind": "A1",
    "patent_office": "WO",
    "pmc_id": "PMC7759461",
    "pmid": "32939066",
    "sha256": "0f" * 32,
}
BY_RANGE: dict[str, Any] = {
    "boolean": True,
    "date": "2019-07-01",
    "datetime": "2019-07-01T13:45:00",
    "year": "2019",
    "partial_date": "2019-07",
    "any_term": '"5"^^<http://www.w3.org/2001/XMLSchema#integer>',
}


@cache
def schema_view() -> SchemaView:
    """The schema as its authors wrote it."""
    return SchemaView(str(ROOT / "schema" / "trialgraph.yaml"))


def concrete_classes() -> list[str]:
    """Names of every class that has records."""
    return sorted(c.name for c in schema_view().all_classes().values() if not c.abstract)


def _numbers(slot: SlotDefinition) -> tuple[Any, Any]:
    least = 1 if slot.minimum_value is None else int(slot.minimum_value)
    return (Decimal(least), Decimal(least) + Decimal("0.25")) if slot.range == "decimal" else (least, least + 1)


def two_values(slot: SlotDefinition) -> tuple[Any, Any]:
    """Two values that the slot allows, the same two when it allows no others."""
    view = schema_view()
    if slot.pattern:
        assert re.fullmatch(slot.pattern.strip("^$"), MATCHING[slot.name]), f"no example for the pattern of {slot.name}"
        return (MATCHING[slot.name],) * 2
    if slot.range in view.all_classes():
        return BASE + slot.range, BASE + slot.range
    if slot.range in view.all_enums():
        tokens = list(view.get_enum(slot.range).permissible_values)
        return tokens[0], tokens[-1]
    if slot.range in ("integer", "decimal"):
        return _numbers(slot)
    if slot.range == "uriorcurie":
        return f"{BASE}{slot.name}/1", f"{BASE}{slot.name}/2"
    if slot.range == "string":
        return f"{slot.name} µ", f"second {slot.name}"
    return (BY_RANGE[slot.range],) * 2


def filled(name: str) -> dict[str, Any]:
    """Every slot of a class with one value, or with two where it takes several."""
    values: dict[str, Any] = {"iri": BASE + name}
    for slot in schema_view().class_induced_slots(name):
        if slot.name != "iri":
            pair = two_values(slot)
            values[slot.name] = tuple(dict.fromkeys(pair)) if slot.multivalued else pair[0]
    return values


def record(name: str, **changed: object) -> kg.model.Record:
    """The filled record of a class, with some slots given anew."""
    return getattr(kg.model, name)(**filled(name) | changed)


def every_record() -> str:
    """N-Quads of the filled record of every class; together they hold everything that they refer to."""
    return "".join(record(name).nquads(GRAPH) for name in concrete_classes())
