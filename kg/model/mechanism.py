"""Records of the subject area ``mechanism`` and their N-Quads writers.

Generated from schema/*.yaml by schema/generate.py; do not edit."""

from __future__ import annotations

from msgspec import Struct

from kg.model.enums import ACTION_TYPE, TARGET_KIND
from kg.rdf.terms import text


class Mechanism(Struct, frozen=True, kw_only=True, gc=False):
    """A mechanism of action, such as IAP antagonist: what is done to which target. A concept with broader ones
    above it.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar alt_label: Another name.
    :ivar broader: A more general concept.
    :ivar definition: What the concept means in one sentence.
    :ivar action_type: What is done to the target.
    :ivar has_target: What is acted on.
    :ivar exact_match: The same concept in another vocabulary.
    """

    iri: str
    label: str | None = None
    alt_label: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    definition: str | None = None
    action_type: str | None = None
    has_target: tuple[str, ...] = ()
    exact_match: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Mechanism>{g}{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/2004/02/skos/core#Concept>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        for alt_label_ in self.alt_label:
            out += f'{s} <http://www.w3.org/2004/02/skos/core#altLabel> {text(alt_label_)}{g}'
        for broader_ in self.broader:
            out += f'{s} <http://www.w3.org/2004/02/skos/core#broader> <{broader_}>{g}'
        if self.definition is not None:
            out += f'{s} <http://www.w3.org/2004/02/skos/core#definition> {text(self.definition)}{g}'
        if self.action_type is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/actionType> <{ACTION_TYPE[self.action_type]}>{g}'
        for has_target_ in self.has_target:
            out += f'{s} <https://w3id.org/trialgraph/schema/hasTarget> <{has_target_}>{g}'
        for exact_match_ in self.exact_match:
            out += f'{s} <http://www.w3.org/2004/02/skos/core#exactMatch> <{exact_match_}>{g}'
        return out


class Target(Struct, frozen=True, kw_only=True, gc=False):
    """What a mechanism acts on: a protein, a family, a complex or something else.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar target_kind: What kind of thing the target is.
    :ivar alt_label: Another name.
    :ivar has_member: A member of the family or part of the complex.
    :ivar exact_match: The same concept in another vocabulary.
    """

    iri: str
    label: str | None = None
    target_kind: str | None = None
    alt_label: tuple[str, ...] = ()
    has_member: tuple[str, ...] = ()
    exact_match: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Target>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        if self.target_kind is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/targetKind> <{TARGET_KIND[self.target_kind]}>{g}'
        for alt_label_ in self.alt_label:
            out += f'{s} <http://www.w3.org/2004/02/skos/core#altLabel> {text(alt_label_)}{g}'
        for has_member_ in self.has_member:
            out += f'{s} <https://w3id.org/trialgraph/schema/hasMember> <{has_member_}>{g}'
        for exact_match_ in self.exact_match:
            out += f'{s} <http://www.w3.org/2004/02/skos/core#exactMatch> <{exact_match_}>{g}'
        return out
