"""Records of the subject area ``intervention`` and their N-Quads writers.

Generated from schema/*.yaml by schema/generate.py; do not edit."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from kg.model.enums import ARM_TYPE, DRUG_KIND, INTERVENTION_ROLE, INTERVENTION_TYPE, SOURCE_KIND
from kg.rdf.terms import decimal, escaped


class Arm(Struct, frozen=True, kw_only=True, gc=False):
    """A group of participants planned to receive the same treatment, as one record gives it.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar arm_type: Role of the arm in the comparison.
    :ivar description: What this is in words.
    :ivar arm_intervention: One intervention as it is given in this arm.
    :ivar tests_drug: Drug that an arm gives, or that an arm of the trial other than a comparator gives,
    background included and what only supports chemotherapy left out of the trial's; of a trial with none but
    comparators an active one; tg:role tells which is which (inferred, with evidence).
    :ivar tests_mechanism: Mechanism of a drug or drug class that an arm gives, or that an arm of the trial
    other than a comparator gives, background included and what only supports chemotherapy left out of the
    trial's; of a trial with none but comparators an active one (inferred, with evidence).
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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Arm>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        if (arm_type_ := self.arm_type) is not None:
            say(f' <https://w3id.org/trialgraph/schema/armType> <{ARM_TYPE[arm_type_]}>')
        if (description_ := self.description) is not None:
            if '"' in description_ or '\\' in description_ or '\n' in description_ or '\r' in description_:
                description_ = escaped(description_)
            say(f' <http://purl.org/dc/terms/description> "{description_}"')
        if self.arm_intervention:
            said += [f' <https://w3id.org/trialgraph/schema/armIntervention> <{arm_intervention_}>' for arm_intervention_ in self.arm_intervention]
        if self.tests_drug:
            said += [f' <https://w3id.org/trialgraph/schema/testsDrug> <{tests_drug_}>' for tests_drug_ in self.tests_drug]
        if self.tests_mechanism:
            said += [f' <https://w3id.org/trialgraph/schema/testsMechanism> <{tests_mechanism_}>' for tests_mechanism_ in self.tests_mechanism]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/ArmIntervention>']
        say = said.append
        of_intervention_ = self.of_intervention
        say(f' <https://w3id.org/trialgraph/schema/ofIntervention> <{of_intervention_}>')
        if self.role:
            said += [f' <https://w3id.org/trialgraph/schema/role> <{INTERVENTION_ROLE[role_]}>' for role_ in self.role]
        if self.regimen_name:
            said += [f' <https://w3id.org/trialgraph/schema/regimenName> <{regimen_name_}>' for regimen_name_ in self.regimen_name]
        if self.dose_schedule:
            said += [f' <https://w3id.org/trialgraph/schema/doseSchedule> <{dose_schedule_}>' for dose_schedule_ in self.dose_schedule]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/DecisionRule>']
        say = said.append
        if (position_ := self.position) is not None:
            say(f' <http://schema.org/position> "{position_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        if (condition_text_ := self.condition_text) is not None:
            if '"' in condition_text_ or '\\' in condition_text_ or '\n' in condition_text_ or '\r' in condition_text_:
                condition_text_ = escaped(condition_text_)
            say(f' <https://w3id.org/trialgraph/schema/conditionText> "{condition_text_}"')
        if (action_text_ := self.action_text) is not None:
            if '"' in action_text_ or '\\' in action_text_ or '\n' in action_text_ or '\r' in action_text_:
                action_text_ = escaped(action_text_)
            say(f' <https://w3id.org/trialgraph/schema/actionText> "{action_text_}"')
        if (text_ := self.text) is not None:
            if '"' in text_ or '\\' in text_ or '\n' in text_ or '\r' in text_:
                text_ = escaped(text_)
            say(f' <https://w3id.org/trialgraph/schema/text> "{text_}"')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/DoseSchedule>']
        say = said.append
        if self.dose_value:
            said += [f' <https://w3id.org/trialgraph/schema/doseValue> "{decimal(dose_value_)}"^^<http://www.w3.org/2001/XMLSchema#decimal>' for dose_value_ in self.dose_value]
        if (dose_unit_ := self.dose_unit) is not None:
            if '"' in dose_unit_ or '\\' in dose_unit_ or '\n' in dose_unit_ or '\r' in dose_unit_:
                dose_unit_ = escaped(dose_unit_)
            say(f' <https://w3id.org/trialgraph/schema/doseUnit> "{dose_unit_}"')
        if (dose_text_ := self.dose_text) is not None:
            if '"' in dose_text_ or '\\' in dose_text_ or '\n' in dose_text_ or '\r' in dose_text_:
                dose_text_ = escaped(dose_text_)
            say(f' <https://w3id.org/trialgraph/schema/doseText> "{dose_text_}"')
        if (route_ := self.route) is not None:
            if '"' in route_ or '\\' in route_ or '\n' in route_ or '\r' in route_:
                route_ = escaped(route_)
            say(f' <https://w3id.org/trialgraph/schema/route> "{route_}"')
        if self.day_of_cycle:
            said += [f' <https://w3id.org/trialgraph/schema/dayOfCycle> "{day_of_cycle_}"^^<http://www.w3.org/2001/XMLSchema#integer>' for day_of_cycle_ in self.day_of_cycle]
        if (cycle_length_days_ := self.cycle_length_days) is not None:
            say(f' <https://w3id.org/trialgraph/schema/cycleLengthDays> "{cycle_length_days_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        if (minimum_cycles_ := self.minimum_cycles) is not None:
            say(f' <https://w3id.org/trialgraph/schema/minimumCycles> "{minimum_cycles_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        if (maximum_cycles_ := self.maximum_cycles) is not None:
            say(f' <https://w3id.org/trialgraph/schema/maximumCycles> "{maximum_cycles_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        if (frequency_text_ := self.frequency_text) is not None:
            if '"' in frequency_text_ or '\\' in frequency_text_ or '\n' in frequency_text_ or '\r' in frequency_text_:
                frequency_text_ = escaped(frequency_text_)
            say(f' <https://w3id.org/trialgraph/schema/frequencyText> "{frequency_text_}"')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Drug>', ' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/Drug>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        if (drug_kind_ := self.drug_kind) is not None:
            say(f' <https://w3id.org/trialgraph/schema/drugKind> <{DRUG_KIND[drug_kind_]}>')
        for alt_label_ in self.alt_label:
            if '"' in alt_label_ or '\\' in alt_label_ or '\n' in alt_label_ or '\r' in alt_label_:
                alt_label_ = escaped(alt_label_)
            say(f' <http://www.w3.org/2004/02/skos/core#altLabel> "{alt_label_}"')
        if self.has_mechanism:
            said += [f' <https://w3id.org/trialgraph/schema/hasMechanism> <{has_mechanism_}>' for has_mechanism_ in self.has_mechanism]
        if self.exact_match:
            said += [f' <http://www.w3.org/2004/02/skos/core#exactMatch> <{exact_match_}>' for exact_match_ in self.exact_match]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/DrugMechanism>']
        say = said.append
        drug_ = self.drug
        say(f' <https://w3id.org/trialgraph/schema/drug> <{drug_}>')
        mechanism_ = self.mechanism
        say(f' <https://w3id.org/trialgraph/schema/mechanism> <{mechanism_}>')
        if (source_kind_ := self.source_kind) is not None:
            say(f' <https://w3id.org/trialgraph/schema/sourceKind> <{SOURCE_KIND[source_kind_]}>')
        for cited_source_ in self.cited_source:
            if '"' in cited_source_ or '\\' in cited_source_ or '\n' in cited_source_ or '\r' in cited_source_:
                cited_source_ = escaped(cited_source_)
            say(f' <http://purl.org/dc/terms/source> "{cited_source_}"')
        if (quote_ := self.quote) is not None:
            if '"' in quote_ or '\\' in quote_ or '\n' in quote_ or '\r' in quote_:
                quote_ = escaped(quote_)
            say(f' <https://w3id.org/trialgraph/schema/quote> "{quote_}"')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Epoch>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        if (position_ := self.position) is not None:
            say(f' <http://schema.org/position> "{position_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        if (description_ := self.description) is not None:
            if '"' in description_ or '\\' in description_ or '\n' in description_ or '\r' in description_:
                description_ = escaped(description_)
            say(f' <http://purl.org/dc/terms/description> "{description_}"')
        if self.decision_rule:
            said += [f' <https://w3id.org/trialgraph/schema/decisionRule> <{decision_rule_}>' for decision_rule_ in self.decision_rule]
        for assessment_ in self.assessment:
            if '"' in assessment_ or '\\' in assessment_ or '\n' in assessment_ or '\r' in assessment_:
                assessment_ = escaped(assessment_)
            say(f' <https://w3id.org/trialgraph/schema/assessment> "{assessment_}"')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Intervention>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        if (intervention_type_ := self.intervention_type) is not None:
            say(f' <https://w3id.org/trialgraph/schema/interventionType> <{INTERVENTION_TYPE[intervention_type_]}>')
        if self.role:
            said += [f' <https://w3id.org/trialgraph/schema/role> <{INTERVENTION_ROLE[role_]}>' for role_ in self.role]
        if (description_ := self.description) is not None:
            if '"' in description_ or '\\' in description_ or '\n' in description_ or '\r' in description_:
                description_ = escaped(description_)
            say(f' <http://purl.org/dc/terms/description> "{description_}"')
        for other_name_ in self.other_name:
            if '"' in other_name_ or '\\' in other_name_ or '\n' in other_name_ or '\r' in other_name_:
                other_name_ = escaped(other_name_)
            say(f' <https://w3id.org/trialgraph/schema/otherName> "{other_name_}"')
        if self.component:
            said += [f' <https://w3id.org/trialgraph/schema/component> <{component_}>' for component_ in self.component]
        if self.denotes:
            said += [f' <https://w3id.org/trialgraph/schema/denotes> <{denotes_}>' for denotes_ in self.denotes]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/InterventionComponent>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        for other_name_ in self.other_name:
            if '"' in other_name_ or '\\' in other_name_ or '\n' in other_name_ or '\r' in other_name_:
                other_name_ = escaped(other_name_)
            say(f' <https://w3id.org/trialgraph/schema/otherName> "{other_name_}"')
        if self.denotes:
            said += [f' <https://w3id.org/trialgraph/schema/denotes> <{denotes_}>' for denotes_ in self.denotes]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Regimen>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        for alt_label_ in self.alt_label:
            if '"' in alt_label_ or '\\' in alt_label_ or '\n' in alt_label_ or '\r' in alt_label_:
                alt_label_ = escaped(alt_label_)
            say(f' <http://www.w3.org/2004/02/skos/core#altLabel> "{alt_label_}"')
        if self.regimen_component:
            said += [f' <https://w3id.org/trialgraph/schema/regimenComponent> <{regimen_component_}>' for regimen_component_ in self.regimen_component]
        for cited_source_ in self.cited_source:
            if '"' in cited_source_ or '\\' in cited_source_ or '\n' in cited_source_ or '\r' in cited_source_:
                cited_source_ = escaped(cited_source_)
            say(f' <http://purl.org/dc/terms/source> "{cited_source_}"')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/RegimenMention>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        if self.regimen_component:
            said += [f' <https://w3id.org/trialgraph/schema/regimenComponent> <{regimen_component_}>' for regimen_component_ in self.regimen_component]
        if self.denotes:
            said += [f' <https://w3id.org/trialgraph/schema/denotes> <{denotes_}>' for denotes_ in self.denotes]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'
