"""What the generators need to know of the schema, as plain values: no LinkML beyond this point."""

from __future__ import annotations

import re
from dataclasses import dataclass


def spoken(name: str) -> str:
    """A name of the schema as words for people.

    >>> spoken("IpdSharing"), spoken("start_date"), spoken("hasSubjectTerm")
    ('ipd sharing', 'start date', 'has subject term')
    """
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|_", " ", name).lower()


@dataclass(frozen=True, slots=True)
class SlotSpec:
    """One slot of one class.

    :ivar name: in snake case; the record field has the same name.
    :ivar label: for people, in lower case but for abbreviations.
    :ivar predicate: full IRI.
    :ivar kind: ``string integer decimal boolean date datetime year partial_date iri term`` or ``enum:NAME``.
    :ivar target: name of the class that values are records of; None for an IRI of anything and for literals.
    :ivar pattern: regular expression that every value matches.
    """

    name: str
    label: str
    predicate: str
    kind: str
    target: str | None
    multivalued: bool
    required: bool
    pattern: str | None
    minimum: int | None
    maximum: int | None
    description: str


@dataclass(frozen=True, slots=True)
class ClassSpec:
    """One class that has records of its own.

    :ivar area: name of the schema file it stands in.
    :ivar types: full IRIs of every ``rdf:type`` that its records have, its own first.
    :ivar mappings: compact names of classes elsewhere that mean the same or nearly so.
    :ivar prefix: prefix that its records are named under, where they are not named under the record that states them.
    """

    name: str
    label: str
    area: str
    types: tuple[str, ...]
    slots: tuple[SlotSpec, ...]
    mappings: tuple[str, ...]
    prefix: str | None
    description: str


@dataclass(frozen=True, slots=True)
class ValueSpec:
    """One value of an enumeration.

    :ivar token: as records hold it.
    :ivar iri: as the graph holds it.
    """

    token: str
    iri: str
    label: str
    description: str


@dataclass(frozen=True, slots=True)
class EnumSpec:
    """One enumeration.

    :ivar area: name of the schema file it stands in.
    """

    name: str
    label: str
    area: str
    values: tuple[ValueSpec, ...]
    description: str


@dataclass(frozen=True, slots=True)
class AreaSpec:
    """One subject area: one schema file."""

    name: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Description:
    """The whole schema.

    :ivar iri: of the ontology.
    :ivar prefixes: of the root schema, in its order.
    :ivar abstract: of each class that has no records of its own its name, full IRI and description.
    """

    iri: str
    version: str
    title: str
    description: str
    prefixes: dict[str, str]
    areas: tuple[AreaSpec, ...]
    classes: tuple[ClassSpec, ...]
    abstract: tuple[tuple[str, str, str], ...]
    enums: tuple[EnumSpec, ...]

    def compact(self, iri: str) -> str:
        """An address with one of our prefixes, or the address itself in pointed brackets.

        The longest namespace wins: ``record:`` is within none, but ``tg:`` and ``trial:`` share their beginning.
        """
        fitting = [(len(space), prefix) for prefix, space in self.prefixes.items() if iri.startswith(space)]
        if not fitting:
            return f"<{iri}>"
        length, prefix = max(fitting)
        return f"{prefix}:{iri[length:]}"

    def expand(self, curie: str) -> str:
        """A compact name in full.

        :raises KeyError: for a prefix that is not declared.
        """
        prefix, local = curie.split(":", 1)
        return self.prefixes[prefix] + local

    @property
    def slots(self) -> dict[str, list[tuple[ClassSpec, SlotSpec]]]:
        """Every slot but the identifier with its class, by predicate in order."""
        found: dict[str, list[tuple[ClassSpec, SlotSpec]]] = {}
        for spec in self.classes:
            for slot in spec.slots:
                if slot.name != "iri":
                    found.setdefault(slot.predicate, []).append((spec, slot))
        return dict(sorted(found.items()))
