"""The reference pages of the schema as Markdown: an index, one page a subject area, and the prefixes."""

from __future__ import annotations

from collections.abc import Iterable

from description import AreaSpec, ClassSpec, Description, EnumSpec, SlotSpec

MARK = "<!-- Generated from schema/*.yaml by schema/generate.py; do not edit. -->\n\n"
DATATYPES = {
    "string": "`xsd:string`",
    "integer": "`xsd:integer`",
    "decimal": "`xsd:decimal`",
    "boolean": "`xsd:boolean`",
    "date": "`xsd:date`",
    "datetime": "`xsd:dateTime`",
    "year": "`xsd:gYear`",
    "partial_date": "`xsd:date`, `xsd:gYearMonth` or `xsd:gYear`",
    "iri": "any IRI",
    "term": "any IRI or literal",
}
FILES = (
    ("[context.jsonld](../context.jsonld)", "JSON-LD context: read a record as JSON as the statements it stands for"),
    ("[trialgraph.schema.json](../trialgraph.schema.json)", "JSON Schema of records as JSON"),
    ("[shapes.ttl](../shapes.ttl)", "SHACL shapes: what every node of a class has to have, and may have"),
    (
        "[ontology.ttl](../ontology.ttl)",
        "labels and descriptions of classes, properties and values, as the store holds them",
    ),
)
NAMES = """Everything has an address of its own; there are no blank nodes. Things that several documents speak of are
named under a prefix of their kind (below). What one document states is named under its record by the source's own key
or by position, such as `https://w3id.org/trialgraph/record/ctgov/NCT04643405/arm/1`, so that two records of one trial
never share an arm. What such a node means is said by `tg:denotes`.

How many values a slot has is of one document. A thing that several documents speak of, such as a trial in two
registries, may have a value of each, though each gives one: two titles, or two numbers of participants. The graph that
a statement stands in tells whose it is.
"""


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table; a bar within a cell is escaped."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


class Links:
    """Where each class and enumeration is described."""

    def __init__(self, description: Description) -> None:
        self._pages = {spec.name: spec.area for spec in (*description.classes, *description.enums)}

    def to(self, name: str) -> str:
        """A link to a class or enumeration by its name."""
        return f"[{name}]({self._pages[name]}.md#{name.lower()})"


def how_many(slot: SlotSpec) -> str:
    """Least and greatest number of values."""
    least, most = ("1" if slot.required else "0"), ("*" if slot.multivalued else "1")
    return least if least == most else f"{least}..{most}"


def values_of(slot: SlotSpec, links: Links) -> str:
    """What values are, with their limits."""
    if slot.target:
        text = links.to(slot.target)
    elif slot.kind.startswith("enum:"):
        text = links.to(slot.kind[5:])
    else:
        text = DATATYPES[slot.kind]
    if slot.minimum is not None and slot.maximum is not None:
        text += f", {slot.minimum} to {slot.maximum}"
    elif slot.minimum is not None:
        text += f", at least {slot.minimum}"
    return text + (f", matching `{slot.pattern}`" if slot.pattern else "")


def class_section(spec: ClassSpec, description: Description, links: Links) -> str:
    """One class with its slots."""
    facts = [f"Type `{description.compact(spec.types[0])}`"]
    facts += [f"also `{description.compact(iri)}`" for iri in spec.types[1:]]
    if spec.prefix:
        facts.append(f"named under `{spec.prefix}:`")
    if spec.mappings:
        facts.append("elsewhere " + ", ".join(f"`{curie}`" for curie in spec.mappings))
    rows = (
        (s.name, f"`{description.compact(s.predicate)}`", values_of(s, links), how_many(s), s.description)
        for s in spec.slots
        if s.name != "iri"
    )
    slots = table(("slot", "property", "values", "how many", "meaning"), rows)
    return f"### {spec.name}\n\n{spec.description}\n\n{'; '.join(facts)}.\n\n{slots}\n"


def enum_section(spec: EnumSpec, description: Description) -> str:
    """One enumeration with its values."""
    rows = ((f"`{v.token}`", v.label, f"`{description.compact(v.iri)}`", v.description) for v in spec.values)
    values = table(("token", "label", "IRI", "meaning"), rows)
    return f"### {spec.name}\n\n{spec.description}\n\n{values}\n"


def area_page(area: AreaSpec, description: Description, links: Links) -> str:
    """One subject area: its classes, then its enumerations."""
    classes = [class_section(c, description, links) for c in description.classes if c.area == area.name]
    enums = [enum_section(e, description) for e in description.enums if e.area == area.name]
    parts = [MARK, f"# {area.title}\n\n{area.description}\n\n[All subject areas](index.md)\n\n"]
    parts += ["## Classes\n\n", *classes] if classes else []
    parts += ["## Enumerations\n\n", *enums] if enums else []
    return "".join(parts).rstrip("\n") + "\n"


def index_page(description: Description, links: Links) -> str:
    """Subject areas with what is in them, names of things, prefixes."""
    rows = (
        (
            f"[{area.title}]({area.name}.md)",
            area.description,
            ", ".join(links.to(c.name) for c in description.classes if c.area == area.name),
            ", ".join(links.to(e.name) for e in description.enums if e.area == area.name),
        )
        for area in description.areas
    )
    named = ((f"`{c.prefix}:`", links.to(c.name), c.description) for c in description.classes if c.prefix)
    prefixes = ((f"`{prefix}:`", iri) for prefix, iri in description.prefixes.items())
    return (
        f"{MARK}# The schema of {description.title}\n\n{description.description} Version {description.version}.\n\n"
        + table(("subject area", "what it is about", "classes", "enumerations"), rows)
        + "\n## Other forms of it\n\n"
        + table(("file", "use"), FILES)
        + f"\n## Names of things\n\n{NAMES}\n"
        + table(("prefix", "class", "meaning"), sorted(named))
        + "\n## Prefixes\n\n"
        + table(("prefix", "stands for"), prefixes)
    )


def pages(description: Description) -> dict[str, str]:
    """Text of every page by file name."""
    links = Links(description)
    texts = {f"{area.name}.md": area_page(area, description, links) for area in description.areas}
    return texts | {"index.md": index_page(description, links)}
