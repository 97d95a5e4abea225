"""How LinkML's JSON-LD context and JSON Schema differ from our records as JSON, and the rewrites; each says why.

A record as JSON is what ``msgspec.json.encode`` makes of it: slot names as keys, full addresses, tokens of
enumerations, decimals as text. With the context, and its class as ``@type``, it reads as the statements that the record
writes, but for two kinds of value whose type differs from value to value: a partial date and any term need
``{"@value": …, "@type": …}``.
"""

from __future__ import annotations

import json
from typing import Any

from description import Description, SlotSpec

DECIMAL = r"^[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$"
PARTIAL_DATE = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"


def _slots(description: Description) -> dict[str, SlotSpec]:
    return {slot.name: slot for spec in description.classes for slot in spec.slots}


def _term(linkml: dict[str, Any], slot: SlotSpec, description: Description) -> dict[str, Any]:
    """How one key is read, from what LinkML made of it."""
    # Names in full: LinkML leaves those of our own namespace to @vocab, by which a misspelt key becomes a property.
    term = {"@id": description.compact(slot.predicate)} | ({"@type": linkml["@type"]} if "@type" in linkml else {})
    if slot.kind.startswith("enum:"):
        # LinkML has tokens read as text unless they are the last part of their IRI, and ours are not.
        (enum,) = (e for e in description.enums if e.name == slot.kind[5:])
        return term | {"@type": "@vocab", "@context": {v.token: description.compact(v.iri) for v in enum.values}}
    if slot.kind == "partial_date":
        # LinkML has all of them read as the first type of the union, by which a month becomes a day.
        del term["@type"]
    return term


def context(made: str, description: Description) -> str:
    """The JSON-LD context.

    :param made: LinkML's.
    """
    body = json.loads(made)["@context"]
    slots = _slots(description)
    terms = {name: _term(body[name], slot, description) for name, slot in slots.items() if name != "iri"}
    # Where a prefix and a slot have one name, as drug, the slot has it: records hold addresses in full.
    prefixes = {name: body[name] for name in description.prefixes if name not in slots}
    classes = {spec.name: description.compact(spec.types[0]) for spec in description.classes}
    # Ordered, so that the order in which files were read leaves no trace.
    ordered = {**dict(sorted(prefixes.items())), "iri": "@id", **dict(sorted(terms.items())), **classes}
    return json.dumps({"@context": {"@version": 1.1} | ordered}, indent=2, ensure_ascii=False) + "\n"


def _property(linkml: dict[str, Any], slot: SlotSpec) -> dict[str, Any]:
    """What one key may hold, from what LinkML made of it."""
    one = linkml["items"] if slot.multivalued else linkml
    if slot.kind == "decimal":
        # Decimals are written as text, since a number of JSON is read as a binary fraction by most.
        kinds = ["number", "string"] if slot.multivalued or slot.required else ["number", "string", "null"]
        one |= {"type": kinds, "pattern": DECIMAL}
    elif slot.kind == "partial_date":
        # LinkML asks for a full date where a month or a year is allowed.
        one.pop("format", None)
        one["pattern"] = PARTIAL_DATE
    elif slot.kind == "iri":
        one["format"] = "iri"
    return linkml


def json_schema(made: str, description: Description) -> str:
    """The JSON Schema of records.

    :param made: LinkML's.
    """
    body = json.loads(made)
    for name, _, _ in description.abstract:
        # No record is of an abstract class.
        body["$defs"].pop(name)
    for spec in description.classes:
        properties = body["$defs"][spec.name]["properties"]
        for slot in spec.slots:
            properties[slot.name] = _property(properties[slot.name], slot)
    # LinkML without a root class accepts every object; a document of ours is a record of one of the classes.
    for key in ("type", "additionalProperties"):
        body.pop(key, None)
    body["anyOf"] = [{"$ref": f"#/$defs/{spec.name}"} for spec in description.classes]
    return json.dumps(body, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
