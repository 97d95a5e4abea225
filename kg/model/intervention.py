"""Records of the subject area ``intervention`` and their N-Quads writers.

Generated from schema/*.yaml by schema/generate.py; do not edit."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from kg.model.enums import ARM_TYPE, DRUG_KIND, INTERVENTION_ROLE, INTERVENTION_TYPE, SOURCE_KIND
from kg.rdf.terms import text


class Arm(Struct, frozen=True, kw_only=True, gc=False):
    """A group of participants planned to receive the same treatment, as one record gives it.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar arm_type: Role of the arm in the comparison.
    :ivar description: What this is in words.
    :ivar arm_intervention: One intervention as it is given in this arm.
    :ivar tests_drug: Drug that an arm gives, or that an arm of the trial other than a comparator gives,
    background included; tg:role tells which is which (inferred, with evidence).
    :ivar tests_mechanism: Mechanism of a drug or drug class that an arm gives, or that an arm of the trial
    other than a comparator gives, background included (inferred, with evidence).
    """

    iri: str
    label: str | None = None
    arm_type: str | None = None
    description: str | None = None
    arm_intervention: tuple[str, ...] = ()
    tests_drug: tuple[str, ...] = ()
    tests_mechanism: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Arm>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        if self.arm_type is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/armType> <{ARM_TYPE[self.arm_type]}>{g}'
        if self.description is not None:
            out += f'{s} <http://purl.org/dc/terms/description> {text(self.description)}{g}'
        for arm_intervention_ in self.arm_intervention:
            out += f'{s} <https://w3id.org/trialgraph/schema/armIntervention> <{arm_intervention_}>{g}'
        for tests_drug_ in self.tests_drug:
            out += f'{s} <https://w3id.org/trialgraph/schema/testsDrug> <{tests_drug_}>{g}'
        for tests_mechanism_ in self.tests_mechanism:
            out += f'{s} <https://w3id.org/trialgraph/schema/testsMechanism> <{tests_mechanism_}>{g}'
        return out


class ArmIntervention(Struct, frozen=True, kw_only=True, gc=False):
    """An intervention, or a component of one, as it is given in one arm: its role, regimen and dose there.

    :ivar iri: The address that names this thing.
    :ivar of_intervention: The intervention or component that is given.
    :ivar role: What the intervention is for: in its arm, or in the trial where a record states it of the
    trial as a whole.
    :ivar regimen_name: The regimen it is given as part of.
    :ivar dose_schedule: How much, by which way, on which days.
    """

    iri: str
    of_intervention: str
    role: tuple[str, ...] = ()
    regimen_name: tuple[str, ...] = ()
    dose_schedule: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/ArmIntervention>{g}'
        out += f'{s} <https://w3id.org/trialgraph/schema/ofIntervention> <{self.of_intervention}>{g}'
        for role_ in self.role:
            out += f'{s} <https://w3id.org/trialgraph/schema/role> <{INTERVENTION_ROLE[role_]}>{g}'
        for regimen_name_ in self.regimen_name:
            out += f'{s} <https://w3id.org/trialgraph/schema/regimenName> <{regimen_name_}>{g}'
        for dose_schedule_ in self.dose_schedule:
            out += f'{s} <https://w3id.org/trialgraph/schema/doseSchedule> <{dose_schedule_}>{g}'
        return out


class DecisionRule(Struct, frozen=True, kw_only=True, gc=False):
    """A step of a protocol that depends on how the participant responds.

    :ivar iri: The address that names this thing.
    :ivar position: Place in the order of the source; the first is 1.
    :ivar condition_text: When the step applies.
    :ivar action_text: What is then done.
    :ivar text: The words as written.
    """

    iri: str
    position: int | None = None
    condition_text: str | None = None
    action_text: str | None = None
    text: str | None = None

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/DecisionRule>{g}'
        if self.position is not None:
            out += f'{s} <http://schema.org/position> "{self.position}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.condition_text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/conditionText> {text(self.condition_text)}{g}'
        if self.action_text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/actionText> {text(self.action_text)}{g}'
        if self.text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/text> {text(self.text)}{g}'
        return out


class DoseSchedule(Struct, frozen=True, kw_only=True, gc=False):
    """A dose with its route and days.

    :ivar iri: The address that names this thing.
    :ivar dose_value: Amount of one administration, in the unit given beside it; several are dose levels.
    :ivar dose_unit: Unit of the amount as a UCUM code, such as mg or mg/m2.
    :ivar dose_text: The dose as written.
    :ivar route: Way of administration, such as intravenous infusion.
    :ivar day_of_cycle: Day of the cycle on which it is given; the first day is 1.
    :ivar cycle_length_days: How many days a cycle of treatment lasts.
    :ivar minimum_cycles: Least number of cycles.
    :ivar maximum_cycles: Greatest number of cycles.
    :ivar frequency_text: How often it is given as written.
    """

    iri: str
    dose_value: tuple[Decimal, ...] = ()
    dose_unit: str | None = None
    dose_text: str | None = None
    route: str | None = None
    day_of_cycle: tuple[int, ...] = ()
    cycle_length_days: int | None = None
    minimum_cycles: int | None = None
    maximum_cycles: int | None = None
    frequency_text: str | None = None

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/DoseSchedule>{g}'
        for dose_value_ in self.dose_value:
            out += f'{s} <https://w3id.org/trialgraph/schema/doseValue> "{dose_value_:f}"^^<http://www.w3.org/2001/XMLSchema#decimal>{g}'
        if self.dose_unit is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/doseUnit> {text(self.dose_unit)}{g}'
        if self.dose_text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/doseText> {text(self.dose_text)}{g}'
        if self.route is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/route> {text(self.route)}{g}'
        for day_of_cycle_ in self.day_of_cycle:
            out += f'{s} <https://w3id.org/trialgraph/schema/dayOfCycle> "{day_of_cycle_}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.cycle_length_days is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/cycleLengthDays> "{self.cycle_length_days}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.minimum_cycles is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/minimumCycles> "{self.minimum_cycles}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.maximum_cycles is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/maximumCycles> "{self.maximum_cycles}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.frequency_text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/frequencyText> {text(self.frequency_text)}{g}'
        return out


class Drug(Struct, frozen=True, kw_only=True, gc=False):
    """A substance that is given; a concept of the vocabulary.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar drug_kind: What the drug is made of.
    :ivar alt_label: Another name.
    :ivar has_mechanism: How the drug works.
    :ivar exact_match: The same concept in another vocabulary.
    """

    iri: str
    label: str | None = None
    drug_kind: str | None = None
    alt_label: tuple[str, ...] = ()
    has_mechanism: tuple[str, ...] = ()
    exact_match: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Drug>{g}{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/Drug>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        if self.drug_kind is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/drugKind> <{DRUG_KIND[self.drug_kind]}>{g}'
        for alt_label_ in self.alt_label:
            out += f'{s} <http://www.w3.org/2004/02/skos/core#altLabel> {text(alt_label_)}{g}'
        for has_mechanism_ in self.has_mechanism:
            out += f'{s} <https://w3id.org/trialgraph/schema/hasMechanism> <{has_mechanism_}>{g}'
        for exact_match_ in self.exact_match:
            out += f'{s} <http://www.w3.org/2004/02/skos/core#exactMatch> <{exact_match_}>{g}'
        return out


class DrugMechanism(Struct, frozen=True, kw_only=True, gc=False):
    """The claim that a drug works by a mechanism, with what it rests on.

    :ivar iri: The address that names this thing.
    :ivar drug: What works by the mechanism, as a concept of the vocabulary.
    :ivar mechanism: How the drug works, as a concept of the vocabulary.
    :ivar source_kind: What kind of source it is.
    :ivar cited_source: What the entry rests on.
    :ivar quote: The words or row of the source.
    """

    iri: str
    drug: str
    mechanism: str
    source_kind: str | None = None
    cited_source: tuple[str, ...] = ()
    quote: str | None = None

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/DrugMechanism>{g}'
        out += f'{s} <https://w3id.org/trialgraph/schema/drug> <{self.drug}>{g}'
        out += f'{s} <https://w3id.org/trialgraph/schema/mechanism> <{self.mechanism}>{g}'
        if self.source_kind is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/sourceKind> <{SOURCE_KIND[self.source_kind]}>{g}'
        for cited_source_ in self.cited_source:
            out += f'{s} <http://purl.org/dc/terms/source> {text(cited_source_)}{g}'
        if self.quote is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/quote> {text(self.quote)}{g}'
        return out


class Epoch(Struct, frozen=True, kw_only=True, gc=False):
    """A phase of the protocol, such as screening, induction, maintenance or follow-up.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar position: Place in the order of the source; the first is 1.
    :ivar description: What this is in words.
    :ivar decision_rule: What is done next and on which condition.
    :ivar assessment: An examination that is done in this phase.
    """

    iri: str
    label: str | None = None
    position: int | None = None
    description: str | None = None
    decision_rule: tuple[str, ...] = ()
    assessment: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Epoch>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        if self.position is not None:
            out += f'{s} <http://schema.org/position> "{self.position}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.description is not None:
            out += f'{s} <http://purl.org/dc/terms/description> {text(self.description)}{g}'
        for decision_rule_ in self.decision_rule:
            out += f'{s} <https://w3id.org/trialgraph/schema/decisionRule> <{decision_rule_}>{g}'
        for assessment_ in self.assessment:
            out += f'{s} <https://w3id.org/trialgraph/schema/assessment> {text(assessment_)}{g}'
        return out


class Intervention(Struct, frozen=True, kw_only=True, gc=False):
    """An intervention as a record lists it. What it means is said by tg:denotes.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar intervention_type: Kind of intervention.
    :ivar role: What the intervention is for: in its arm, or in the trial where a record states it of the
    trial as a whole.
    :ivar description: What this is in words.
    :ivar other_name: A name that the record lists under other names; often a component and not a synonym.
    :ivar component: One of several things that the entry names together.
    :ivar denotes: The thing that a name in a record means (inferred, with evidence).
    """

    iri: str
    label: str | None = None
    intervention_type: str | None = None
    role: tuple[str, ...] = ()
    description: str | None = None
    other_name: tuple[str, ...] = ()
    component: tuple[str, ...] = ()
    denotes: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Intervention>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        if self.intervention_type is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/interventionType> <{INTERVENTION_TYPE[self.intervention_type]}>{g}'
        for role_ in self.role:
            out += f'{s} <https://w3id.org/trialgraph/schema/role> <{INTERVENTION_ROLE[role_]}>{g}'
        if self.description is not None:
            out += f'{s} <http://purl.org/dc/terms/description> {text(self.description)}{g}'
        for other_name_ in self.other_name:
            out += f'{s} <https://w3id.org/trialgraph/schema/otherName> {text(other_name_)}{g}'
        for component_ in self.component:
            out += f'{s} <https://w3id.org/trialgraph/schema/component> <{component_}>{g}'
        for denotes_ in self.denotes:
            out += f'{s} <https://w3id.org/trialgraph/schema/denotes> <{denotes_}>{g}'
        return out


class InterventionComponent(Struct, frozen=True, kw_only=True, gc=False):
    """One drug or drug class of an entry that names several.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar other_name: A name that the record lists under other names.
    :ivar denotes: The thing that a name in a record means (inferred, with evidence).
    """

    iri: str
    label: str | None = None
    other_name: tuple[str, ...] = ()
    denotes: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/InterventionComponent>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        for other_name_ in self.other_name:
            out += f'{s} <https://w3id.org/trialgraph/schema/otherName> {text(other_name_)}{g}'
        for denotes_ in self.denotes:
            out += f'{s} <https://w3id.org/trialgraph/schema/denotes> <{denotes_}>{g}'
        return out


class Regimen(Struct, frozen=True, kw_only=True, gc=False):
    """A named combination of drugs; a concept of the vocabulary.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar alt_label: Another name.
    :ivar regimen_component: A drug or mechanism that belongs to the regimen.
    :ivar cited_source: What the entry rests on.
    """

    iri: str
    label: str | None = None
    alt_label: tuple[str, ...] = ()
    regimen_component: tuple[str, ...] = ()
    cited_source: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Regimen>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        for alt_label_ in self.alt_label:
            out += f'{s} <http://www.w3.org/2004/02/skos/core#altLabel> {text(alt_label_)}{g}'
        for regimen_component_ in self.regimen_component:
            out += f'{s} <https://w3id.org/trialgraph/schema/regimenComponent> <{regimen_component_}>{g}'
        for cited_source_ in self.cited_source:
            out += f'{s} <http://purl.org/dc/terms/source> {text(cited_source_)}{g}'
        return out


class RegimenMention(Struct, frozen=True, kw_only=True, gc=False):
    """A regimen as a document names or defines it, such as CAG (cytarabine, aclarubicin, G-CSF).

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar regimen_component: A drug or mechanism that belongs to the regimen.
    :ivar denotes: The thing that a name in a record means (inferred, with evidence).
    """

    iri: str
    label: str | None = None
    regimen_component: tuple[str, ...] = ()
    denotes: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/RegimenMention>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        for regimen_component_ in self.regimen_component:
            out += f'{s} <https://w3id.org/trialgraph/schema/regimenComponent> <{regimen_component_}>{g}'
        for denotes_ in self.denotes:
            out += f'{s} <https://w3id.org/trialgraph/schema/denotes> <{denotes_}>{g}'
        return out
