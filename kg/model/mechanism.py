"""Records of the subject area ``mechanism`` and their N-Quads writers.

Generated from schema/*.yaml by schema/generate.py; do not edit."""

from __future__ import annotations

from msgspec import Struct

from kg.model.enums import ACTION_TYPE, TARGET_KIND
from kg.rdf.terms import escaped


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Mechanism>', ' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/2004/02/skos/core#Concept>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        for alt_label_ in self.alt_label:
            if '"' in alt_label_ or '\\' in alt_label_ or '\n' in alt_label_ or '\r' in alt_label_:
                alt_label_ = escaped(alt_label_)
            say(f' <http://www.w3.org/2004/02/skos/core#altLabel> "{alt_label_}"')
        if self.broader:
            said += [f' <http://www.w3.org/2004/02/skos/core#broader> <{broader_}>' for broader_ in self.broader]
        if (definition_ := self.definition) is not None:
            if '"' in definition_ or '\\' in definition_ or '\n' in definition_ or '\r' in definition_:
                definition_ = escaped(definition_)
            say(f' <http://www.w3.org/2004/02/skos/core#definition> "{definition_}"')
        if (action_type_ := self.action_type) is not None:
            say(f' <https://w3id.org/trialgraph/schema/actionType> <{ACTION_TYPE[action_type_]}>')
        if self.has_target:
            said += [f' <https://w3id.org/trialgraph/schema/hasTarget> <{has_target_}>' for has_target_ in self.has_target]
        if self.exact_match:
            said += [f' <http://www.w3.org/2004/02/skos/core#exactMatch> <{exact_match_}>' for exact_match_ in self.exact_match]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Target>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        if (target_kind_ := self.target_kind) is not None:
            say(f' <https://w3id.org/trialgraph/schema/targetKind> <{TARGET_KIND[target_kind_]}>')
        for alt_label_ in self.alt_label:
            if '"' in alt_label_ or '\\' in alt_label_ or '\n' in alt_label_ or '\r' in alt_label_:
                alt_label_ = escaped(alt_label_)
            say(f' <http://www.w3.org/2004/02/skos/core#altLabel> "{alt_label_}"')
        if self.has_member:
            said += [f' <https://w3id.org/trialgraph/schema/hasMember> <{has_member_}>' for has_member_ in self.has_member]
        if self.exact_match:
            said += [f' <http://www.w3.org/2004/02/skos/core#exactMatch> <{exact_match_}>' for exact_match_ in self.exact_match]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'
