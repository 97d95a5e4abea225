"""Python text of the records and their straight-line N-Quads writers (``kg/model``)."""

from __future__ import annotations

import textwrap

from description import ClassSpec, Description, EnumSpec, SlotSpec

HEADER = '"""{title}\n\nGenerated from schema/*.yaml by schema/generate.py; do not edit."""\n\n'
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
XSD = "http://www.w3.org/2001/XMLSchema#"
PYTHON_TYPE = {"integer": "int", "decimal": "Decimal", "boolean": "bool"}
# What stands after the predicate for a value v of each kind, inside an f-string in single quotes.
TERM = {
    "string": '"{{{v}}}"',
    "integer": '"{{{v}}}"^^<' + XSD + "integer>",
    "decimal": '"{{decimal({v})}}"^^<' + XSD + "decimal>",
    "boolean": '"{{"true" if {v} else "false"}}"^^<' + XSD + "boolean>",
    "date": '"{{{v}}}"^^<' + XSD + "date>",
    "datetime": '"{{{v}}}"^^<' + XSD + "dateTime>",
    "year": '"{{{v}}}"^^<' + XSD + "gYear>",
    "partial_date": "{{partial_date({v})}}",
    "iri": "<{{{v}}}>",
    "term": "{{{v}}}",
}
# What the writers take from kg.rdf.terms, by the kind that needs it.
FROM_TERMS = {"decimal": "decimal", "string": "escaped", "partial_date": "partial_date"}
# Looked for in place, since a call takes as long as all four.
ESCAPE = """if '"' in {v} or '\\\\' in {v} or '\\n' in {v} or '\\r' in {v}:"""


def constant(name: str) -> str:
    """``DateType`` to ``DATE_TYPE``, ``start_date`` to ``START_DATE``."""
    return "".join(
        "_" + c if c.isupper() and i and not name[i - 1].isupper() else c for i, c in enumerate(name)
    ).upper()


def wrapped(text: str, indent: str) -> str:
    """Prose in lines of at most 110 characters."""
    return textwrap.fill(" ".join(text.split()), 110, initial_indent=indent, subsequent_indent=indent)


def value_type(slot: SlotSpec) -> str:
    """Annotation of the record field."""
    plain = PYTHON_TYPE.get(slot.kind, "str")
    if slot.multivalued:
        return f"tuple[{plain}, ...] = ()"
    return plain if slot.required else f"{plain} | None = None"


def written(slot: SlotSpec) -> str:
    """Predicate and object of one statement of the slot, as an expression of its value."""
    value = f"{slot.name}_"
    term = TERM[slot.kind].format(v=value) if slot.kind in TERM else f"<{{{constant(slot.kind[5:])}[{value}]}}>"
    return f"f' <{slot.predicate}> {term}'"


def slot_lines(slot: SlotSpec) -> list[str]:
    """The lines of ``nquads`` for one slot."""
    value, taken = f"{slot.name}_", f"self.{slot.name}"
    escape = [ESCAPE.format(v=value), f"    {value} = escaped({value})"] if slot.kind == "string" else []
    inner = [*escape, f"say({written(slot)})"]
    if slot.multivalued and not escape:
        lines = [f"if {taken}:", f"    said += [{written(slot)} for {value} in {taken}]"]
    elif slot.multivalued:
        lines = [f"for {value} in {taken}:", *(f"    {line}" for line in inner)]
    elif slot.required:
        lines = [f"{value} = {taken}", *inner]
    else:
        lines = [f"if ({value} := {taken}) is not None:", *(f"    {line}" for line in inner)]
    return [f"        {line}" for line in lines]


def class_text(spec: ClassSpec) -> str:
    """One record class with its writer."""
    slots = [s for s in spec.slots if s.name != "iri"]
    doc = [
        f'    """{wrapped(spec.description, "    ").strip()}',
        "",
        "    :ivar iri: The address that names this thing.",
    ]
    doc += [wrapped(f":ivar {s.name}: {s.description}", "    ") for s in slots]
    fields = [f"    {s.name}: {value_type(s)}" for s in slots]
    types = ", ".join(f"' <{RDF_TYPE}> <{iri}>'" for iri in spec.types)
    body = [line for slot in slots for line in slot_lines(slot)]
    return "\n".join(
        [
            f"class {spec.name}(Struct, frozen=True, kw_only=True, gc=False):",
            *doc,
            '    """',
            "",
            "    iri: str",
            *fields,
            "",
            "    def nquads(self, graph: str) -> str:",
            '        """Every statement of this record, one N-Quads line each.',
            "",
            "        :param graph: IRI of the named graph.",
            '        """',
            f"        said = [{types}]",
            *(["        say = said.append"] if any("say(" in line for line in body) else []),
            *body,
            "        between = f' <{graph}> .\\n<{self.iri}>'",
            "        return f'<{self.iri}>{between.join(said)} <{graph}> .\\n'",
            "",
        ]
    )


def area_module(area: str, classes: list[ClassSpec]) -> str:
    """The module of one subject area."""
    kinds = {slot.kind for spec in classes for slot in spec.slots}
    enums = sorted({constant(kind[5:]) for kind in kinds if kind.startswith("enum:")})
    lines = ["from __future__ import annotations", ""]
    if "decimal" in kinds:
        lines += ["from decimal import Decimal", ""]
    lines += ["from msgspec import Struct", ""]
    if enums:
        lines += ["from kg.model.enums import " + ", ".join(enums)]
    terms = [name for kind, name in FROM_TERMS.items() if kind in kinds]
    if terms:
        lines += ["from kg.rdf.terms import " + ", ".join(terms)]
    head = HEADER.format(title=f"Records of the subject area ``{area}`` and their N-Quads writers.")
    return head + "\n".join(lines) + "\n\n\n" + "\n\n".join(class_text(spec) for spec in classes)


def enums_module(enums: tuple[EnumSpec, ...]) -> str:
    """Tokens of each enumeration with their IRIs, and the label of each IRI."""
    out = (
        HEADER.format(title="Enumerations: token to IRI, and the label of every IRI.")
        + "from __future__ import annotations\n"
    )
    for enum in enums:
        rows = "".join(f"    {value.token!r}: {value.iri!r},\n" for value in enum.values)
        out += f"\n# {enum.description}\n{constant(enum.name)}: dict[str, str] = {{\n{rows}}}\n"
    out += (
        "\nENUMS: dict[str, dict[str, str]] = {\n"
        + "".join(f"    {e.name!r}: {constant(e.name)},\n" for e in enums)
        + "}\n"
    )
    rows = "".join(f"    {value.iri!r}: {value.label!r},\n" for enum in enums for value in enum.values)
    return out + f"\nLABELS: dict[str, str] = {{\n{rows}}}\n"


def predicates_module(classes: tuple[ClassSpec, ...]) -> str:
    """One constant a predicate."""
    known = {slot.name: slot.predicate for spec in classes for slot in spec.slots if slot.name != "iri"}
    out = HEADER.format(title="Every predicate of the model as a constant, so that a misspelt one is an error.")
    out += "from __future__ import annotations\n\nRDF_TYPE = " + repr(RDF_TYPE) + "\n"
    return out + "".join(f"{constant(name)} = {iri!r}\n" for name, iri in sorted(known.items()))


def slots_module(description: Description) -> str:
    """Predicate and kind of every slot by class, for evidence and for readers of the graph."""
    out = HEADER.format(title="Of every class its type, and of every slot its predicate and kind of value.")
    out += "from __future__ import annotations\n\nSLOTS: dict[str, dict[str, tuple[str, str]]] = {\n"
    for spec in description.classes:
        rows = "".join(f"        {s.name!r}: ({s.predicate!r}, {s.kind!r}),\n" for s in spec.slots if s.name != "iri")
        out += f"    {spec.name!r}: {{\n{rows}    }},\n"
    out += "}\n\nCLASSES: dict[str, str] = {\n" + "".join(
        f"    {c.name!r}: {c.types[0]!r},\n" for c in description.classes
    )
    kinds: dict[str, str] = {}
    for slot in (s for c in description.classes for s in c.slots):
        if kinds.setdefault(slot.predicate, slot.kind) != slot.kind:
            raise ValueError(f"{slot.predicate} has values of kind {kinds[slot.predicate]} and of kind {slot.kind}")
    return out + "}\n"


def prefixes_module(description: Description) -> str:
    """Prefixes in the order of the root schema."""
    out = HEADER.format(title="Prefixes of everything we write, and the version of the schema.")
    rows = "".join(f"    {prefix!r}: {iri!r},\n" for prefix, iri in description.prefixes.items())
    version = f"\nSCHEMA_VERSION = {description.version!r}\n"
    return out + f"from __future__ import annotations\n\nPREFIXES: dict[str, str] = {{\n{rows}}}\n" + version


def init_module(description: Description, areas: list[str]) -> str:
    """Everything by its own name from ``kg.model``."""
    lines = ["from __future__ import annotations", ""]
    for area in areas:
        names = sorted(c.name for c in description.classes if c.area == area)
        lines.append(f"from kg.model.{area} import (\n" + "".join(f"    {name},\n" for name in names) + ")")
    names = sorted(c.name for c in description.classes)
    lines.append("\nRecord = (\n    " + "\n    | ".join(names) + "\n)\n")
    lines.append("__all__ = [\n" + "".join(f"    {name!r},\n" for name in sorted([*names, "Record"])) + "]")
    return (
        HEADER.format(title="The model: frozen records that hold their IRI and write themselves.")
        + "\n".join(lines)
        + "\n"
    )


def modules(description: Description) -> dict[str, str]:
    """Text of every module of ``kg/model`` by file name."""
    areas = sorted({spec.area for spec in description.classes})
    texts = {f"{area}.py": area_module(area, [c for c in description.classes if c.area == area]) for area in areas}
    texts["enums.py"] = enums_module(description.enums)
    texts["predicates.py"] = predicates_module(description.classes)
    texts["slots.py"] = slots_module(description)
    texts["__init__.py"] = init_module(description, areas)
    return texts
