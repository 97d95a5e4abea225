"""What the code generators need to know of the schema, as plain values: no LinkML beyond this point."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SlotSpec:
    """One slot of one class.

    :ivar name: in snake case; the record field has the same name.
    :ivar predicate: full IRI.
    :ivar kind: ``string integer decimal boolean date datetime year partial_date iri term`` or ``enum:NAME``.
    """

    name: str
    predicate: str
    kind: str
    multivalued: bool
    required: bool
    description: str


@dataclass(frozen=True, slots=True)
class ClassSpec:
    """One class that has records of its own.

    :ivar types: full IRIs of every ``rdf:type`` that its records have, its own first.
    :ivar area: name of the schema file it stands in.
    """

    name: str
    area: str
    types: tuple[str, ...]
    slots: tuple[SlotSpec, ...]
    description: str


@dataclass(frozen=True, slots=True)
class EnumSpec:
    """One enumeration.

    :ivar values: of each value its token, full IRI and label.
    """

    name: str
    values: tuple[tuple[str, str, str], ...]
    description: str


@dataclass(frozen=True, slots=True)
class Description:
    """The whole schema.

    :ivar prefixes: of the root schema, in its order.
    """

    version: str
    prefixes: dict[str, str]
    classes: tuple[ClassSpec, ...]
    enums: tuple[EnumSpec, ...]
