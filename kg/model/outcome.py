"""Records of the subject area ``outcome`` and their N-Quads writers.

Generated from schema/*.yaml by schema/generate.py; do not edit."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from kg.model.enums import FLOW_KIND, OUTCOME_TYPE, RESULT_MODULE, SERIOUSNESS
from kg.rdf.terms import partial_date, text


class AdverseEvent(Struct, frozen=True, kw_only=True, gc=False):
    """An adverse event as reported for the groups of a trial.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar organ_system: Organ system as written.
    :ivar seriousness: Whether the event is serious.
    :ivar source_vocabulary: Name and version of the vocabulary that the source uses.
    :ivar assessment_type: Whether events were asked for or reported unasked.
    :ivar event_notes: Remark of the source on the event.
    :ivar event_count: The event in one group.
    """

    iri: str
    label: str | None = None
    organ_system: str | None = None
    seriousness: str | None = None
    source_vocabulary: str | None = None
    assessment_type: str | None = None
    event_notes: str | None = None
    event_count: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/AdverseEvent>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        if self.organ_system is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/organSystem> {text(self.organ_system)}{g}'
        if self.seriousness is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/seriousness> <{SERIOUSNESS[self.seriousness]}>{g}'
        if self.source_vocabulary is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/sourceVocabulary> {text(self.source_vocabulary)}{g}'
        if self.assessment_type is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/assessmentType> {text(self.assessment_type)}{g}'
        if self.event_notes is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/eventNotes> {text(self.event_notes)}{g}'
        for event_count_ in self.event_count:
            out += f'{s} <https://w3id.org/trialgraph/schema/eventCount> <{event_count_}>{g}'
        return out


class Analysis(Struct, frozen=True, kw_only=True, gc=False):
    """A statistical comparison of groups.

    :ivar iri: The address that names this thing.
    :ivar compared_group: A group that is compared.
    :ivar description: What this is in words.
    :ivar test_type: Kind of hypothesis, such as superiority.
    :ivar tested_non_inferiority: Whether a test of non-inferiority or equivalence was made; of records before
    2017 that say no more.
    :ivar non_inferiority_comment: Margin and reasoning of a non-inferiority test.
    :ivar p_value: P value as a number.
    :ivar p_value_text: P value as written, where that is no plain number, such as <0.001.
    :ivar p_value_comment: Remark on the p value.
    :ivar statistical_method: Method, such as log rank.
    :ivar statistical_comment: Remark on the method.
    :ivar parameter_type: What is reported, such as Mean or Count of Participants.
    :ivar value: The value as a number.
    :ivar value_text: The value as written, where that is no plain number, such as NA.
    :ivar dispersion_type: How spread is reported, such as Standard Deviation.
    :ivar spread: Spread as one number.
    :ivar spread_text: The same as written, where that is no plain number.
    :ivar confidence_level: Level of the confidence interval in percent.
    :ivar confidence_level_text: The same as written, where that is no plain number.
    :ivar sidedness: Whether the interval has one side or two.
    :ivar lower_limit: Lower end of the interval.
    :ivar lower_limit_text: The same as written, where that is no plain number.
    :ivar upper_limit: Upper end of the interval.
    :ivar upper_limit_text: The same as written, where that is no plain number.
    :ivar lower_limit_comment: Why there is no lower end.
    :ivar upper_limit_comment: Why there is no upper end.
    :ivar estimate_comment: Remark on the estimate.
    :ivar other_analysis: An analysis that is neither a test nor an estimate, in words.
    """

    iri: str
    compared_group: tuple[str, ...] = ()
    description: str | None = None
    test_type: str | None = None
    tested_non_inferiority: bool | None = None
    non_inferiority_comment: str | None = None
    p_value: Decimal | None = None
    p_value_text: str | None = None
    p_value_comment: str | None = None
    statistical_method: str | None = None
    statistical_comment: str | None = None
    parameter_type: str | None = None
    value: Decimal | None = None
    value_text: str | None = None
    dispersion_type: str | None = None
    spread: Decimal | None = None
    spread_text: str | None = None
    confidence_level: Decimal | None = None
    confidence_level_text: str | None = None
    sidedness: str | None = None
    lower_limit: Decimal | None = None
    lower_limit_text: str | None = None
    upper_limit: Decimal | None = None
    upper_limit_text: str | None = None
    lower_limit_comment: str | None = None
    upper_limit_comment: str | None = None
    estimate_comment: str | None = None
    other_analysis: str | None = None

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Analysis>{g}'
        for compared_group_ in self.compared_group:
            out += f'{s} <https://w3id.org/trialgraph/schema/comparedGroup> <{compared_group_}>{g}'
        if self.description is not None:
            out += f'{s} <http://purl.org/dc/terms/description> {text(self.description)}{g}'
        if self.test_type is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/testType> {text(self.test_type)}{g}'
        if self.tested_non_inferiority is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/testedNonInferiority> "{"true" if self.tested_non_inferiority else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>{g}'
        if self.non_inferiority_comment is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/nonInferiorityComment> {text(self.non_inferiority_comment)}{g}'
        if self.p_value is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/pValue> "{self.p_value:f}"^^<http://www.w3.org/2001/XMLSchema#decimal>{g}'
        if self.p_value_text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/pValueText> {text(self.p_value_text)}{g}'
        if self.p_value_comment is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/pValueComment> {text(self.p_value_comment)}{g}'
        if self.statistical_method is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/statisticalMethod> {text(self.statistical_method)}{g}'
        if self.statistical_comment is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/statisticalComment> {text(self.statistical_comment)}{g}'
        if self.parameter_type is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/parameterType> {text(self.parameter_type)}{g}'
        if self.value is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/value> "{self.value:f}"^^<http://www.w3.org/2001/XMLSchema#decimal>{g}'
        if self.value_text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/valueText> {text(self.value_text)}{g}'
        if self.dispersion_type is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/dispersionType> {text(self.dispersion_type)}{g}'
        if self.spread is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/spread> "{self.spread:f}"^^<http://www.w3.org/2001/XMLSchema#decimal>{g}'
        if self.spread_text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/spreadText> {text(self.spread_text)}{g}'
        if self.confidence_level is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/confidenceLevel> "{self.confidence_level:f}"^^<http://www.w3.org/2001/XMLSchema#decimal>{g}'
        if self.confidence_level_text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/confidenceLevelText> {text(self.confidence_level_text)}{g}'
        if self.sidedness is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/sidedness> {text(self.sidedness)}{g}'
        if self.lower_limit is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/lowerLimit> "{self.lower_limit:f}"^^<http://www.w3.org/2001/XMLSchema#decimal>{g}'
        if self.lower_limit_text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/lowerLimitText> {text(self.lower_limit_text)}{g}'
        if self.upper_limit is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/upperLimit> "{self.upper_limit:f}"^^<http://www.w3.org/2001/XMLSchema#decimal>{g}'
        if self.upper_limit_text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/upperLimitText> {text(self.upper_limit_text)}{g}'
        if self.lower_limit_comment is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/lowerLimitComment> {text(self.lower_limit_comment)}{g}'
        if self.upper_limit_comment is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/upperLimitComment> {text(self.upper_limit_comment)}{g}'
        if self.estimate_comment is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/estimateComment> {text(self.estimate_comment)}{g}'
        if self.other_analysis is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/otherAnalysis> {text(self.other_analysis)}{g}'
        return out


class BaselineMeasure(Struct, frozen=True, kw_only=True, gc=False):
    """A characteristic of the participants at the start.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar position: Place in the order of the source; the first is 1.
    :ivar description: What this is in words.
    :ivar population_description: Who was counted.
    :ivar parameter_type: What is reported, such as Mean or Count of Participants.
    :ivar dispersion_type: How spread is reported, such as Standard Deviation.
    :ivar unit: Unit as written.
    :ivar denominator: How many were counted in a group.
    :ivar denominator_units: What is counted, such as Participants.
    :ivar measurement: One value for one group.
    """

    iri: str
    label: str | None = None
    position: int | None = None
    description: str | None = None
    population_description: str | None = None
    parameter_type: str | None = None
    dispersion_type: str | None = None
    unit: str | None = None
    denominator: tuple[str, ...] = ()
    denominator_units: str | None = None
    measurement: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/BaselineMeasure>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        if self.position is not None:
            out += f'{s} <http://schema.org/position> "{self.position}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.description is not None:
            out += f'{s} <http://purl.org/dc/terms/description> {text(self.description)}{g}'
        if self.population_description is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/populationDescription> {text(self.population_description)}{g}'
        if self.parameter_type is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/parameterType> {text(self.parameter_type)}{g}'
        if self.dispersion_type is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/dispersionType> {text(self.dispersion_type)}{g}'
        if self.unit is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/unit> {text(self.unit)}{g}'
        for denominator_ in self.denominator:
            out += f'{s} <https://w3id.org/trialgraph/schema/denominator> <{denominator_}>{g}'
        if self.denominator_units is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/denominatorUnits> {text(self.denominator_units)}{g}'
        for measurement_ in self.measurement:
            out += f'{s} <https://w3id.org/trialgraph/schema/measurement> <{measurement_}>{g}'
        return out


class Denominator(Struct, frozen=True, kw_only=True, gc=False):
    """How many units of one kind a group has. What has the same number of the same group shares one node.

    :ivar iri: The address that names this thing.
    :ivar of_group: The group that the value is of.
    :ivar denominator_units: What is counted, such as Participants.
    :ivar denominator_count: How many.
    :ivar count_text: How many as written.
    """

    iri: str
    of_group: str | None = None
    denominator_units: str | None = None
    denominator_count: int | None = None
    count_text: str | None = None

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Denominator>{g}'
        if self.of_group is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/ofGroup> <{self.of_group}>{g}'
        if self.denominator_units is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/denominatorUnits> {text(self.denominator_units)}{g}'
        if self.denominator_count is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/denominatorCount> "{self.denominator_count}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.count_text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/countText> {text(self.count_text)}{g}'
        return out


class EventCount(Struct, frozen=True, kw_only=True, gc=False):
    """How many of one group had an event. Events with the same numbers in the same group share one node.

    :ivar iri: The address that names this thing.
    :ivar of_group: The group that the value is of.
    :ivar affected: People who had the event.
    :ivar at_risk: People who could have had it.
    :ivar events: Number of events.
    :ivar count_text: How many as written.
    """

    iri: str
    of_group: str | None = None
    affected: int | None = None
    at_risk: int | None = None
    events: int | None = None
    count_text: str | None = None

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/EventCount>{g}'
        if self.of_group is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/ofGroup> <{self.of_group}>{g}'
        if self.affected is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/affected> "{self.affected}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.at_risk is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/atRisk> "{self.at_risk}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.events is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/events> "{self.events}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.count_text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/countText> {text(self.count_text)}{g}'
        return out


class FlowCount(Struct, frozen=True, kw_only=True, gc=False):
    """How many of one group reached a milestone or dropped out for a reason.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar flow_kind: Whether it is a milestone or a reason for dropping out.
    :ivar of_group: The group that the value is of.
    :ivar count: How many.
    :ivar count_text: How many as written.
    :ivar unit_count: How many of the units that are assigned.
    :ivar unit_count_text: The same as written, where that is no whole number.
    :ivar step_comment: A remark on the milestone or the reason in all groups.
    :ivar comment: A remark of the source.
    """

    iri: str
    label: str | None = None
    flow_kind: str | None = None
    of_group: str | None = None
    count: int | None = None
    count_text: str | None = None
    unit_count: int | None = None
    unit_count_text: str | None = None
    step_comment: str | None = None
    comment: str | None = None

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/FlowCount>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        if self.flow_kind is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/flowKind> <{FLOW_KIND[self.flow_kind]}>{g}'
        if self.of_group is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/ofGroup> <{self.of_group}>{g}'
        if self.count is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/count> "{self.count}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.count_text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/countText> {text(self.count_text)}{g}'
        if self.unit_count is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/unitCount> "{self.unit_count}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.unit_count_text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/unitCountText> {text(self.unit_count_text)}{g}'
        if self.step_comment is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/stepComment> {text(self.step_comment)}{g}'
        if self.comment is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#comment> {text(self.comment)}{g}'
        return out


class FlowPeriod(Struct, frozen=True, kw_only=True, gc=False):
    """A period of a trial in the participant flow.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar position: Place in the order of the source; the first is 1.
    :ivar flow_count: A count of the period.
    """

    iri: str
    label: str | None = None
    position: int | None = None
    flow_count: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/FlowPeriod>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        if self.position is not None:
            out += f'{s} <http://schema.org/position> "{self.position}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        for flow_count_ in self.flow_count:
            out += f'{s} <https://w3id.org/trialgraph/schema/flowCount> <{flow_count_}>{g}'
        return out


class Measurement(Struct, frozen=True, kw_only=True, gc=False):
    """One value for one group.

    :ivar iri: The address that names this thing.
    :ivar of_group: The group that the value is of.
    :ivar class_title: Heading above the row, such as a visit.
    :ivar category_title: Name of the row, such as Female.
    :ivar value: The value as a number.
    :ivar value_text: The value as written, where that is no plain number, such as NA.
    :ivar spread: Spread as one number.
    :ivar spread_text: The same as written, where that is no plain number.
    :ivar lower_limit: Lower end of the interval.
    :ivar lower_limit_text: The same as written, where that is no plain number.
    :ivar upper_limit: Upper end of the interval.
    :ivar upper_limit_text: The same as written, where that is no plain number.
    :ivar comment: A remark of the source.
    :ivar denominator: How many were counted in a group.
    """

    iri: str
    of_group: str | None = None
    class_title: str | None = None
    category_title: str | None = None
    value: Decimal | None = None
    value_text: str | None = None
    spread: Decimal | None = None
    spread_text: str | None = None
    lower_limit: Decimal | None = None
    lower_limit_text: str | None = None
    upper_limit: Decimal | None = None
    upper_limit_text: str | None = None
    comment: str | None = None
    denominator: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Measurement>{g}'
        if self.of_group is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/ofGroup> <{self.of_group}>{g}'
        if self.class_title is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/classTitle> {text(self.class_title)}{g}'
        if self.category_title is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/categoryTitle> {text(self.category_title)}{g}'
        if self.value is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/value> "{self.value:f}"^^<http://www.w3.org/2001/XMLSchema#decimal>{g}'
        if self.value_text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/valueText> {text(self.value_text)}{g}'
        if self.spread is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/spread> "{self.spread:f}"^^<http://www.w3.org/2001/XMLSchema#decimal>{g}'
        if self.spread_text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/spreadText> {text(self.spread_text)}{g}'
        if self.lower_limit is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/lowerLimit> "{self.lower_limit:f}"^^<http://www.w3.org/2001/XMLSchema#decimal>{g}'
        if self.lower_limit_text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/lowerLimitText> {text(self.lower_limit_text)}{g}'
        if self.upper_limit is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/upperLimit> "{self.upper_limit:f}"^^<http://www.w3.org/2001/XMLSchema#decimal>{g}'
        if self.upper_limit_text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/upperLimitText> {text(self.upper_limit_text)}{g}'
        if self.comment is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#comment> {text(self.comment)}{g}'
        for denominator_ in self.denominator:
            out += f'{s} <https://w3id.org/trialgraph/schema/denominator> <{denominator_}>{g}'
        return out


class Outcome(Struct, frozen=True, kw_only=True, gc=False):
    """An outcome that a protocol plans to measure.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar outcome_type: Rank of the outcome.
    :ivar position: Place in the order of the source; the first is 1.
    :ivar description: What this is in words.
    :ivar time_frame: When or over how long it is measured.
    :ivar outcome_component: One category of a composite outcome as written.
    """

    iri: str
    label: str | None = None
    outcome_type: str
    position: int | None = None
    description: str | None = None
    time_frame: str | None = None
    outcome_component: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Outcome>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        out += f'{s} <https://w3id.org/trialgraph/schema/outcomeType> <{OUTCOME_TYPE[self.outcome_type]}>{g}'
        if self.position is not None:
            out += f'{s} <http://schema.org/position> "{self.position}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.description is not None:
            out += f'{s} <http://purl.org/dc/terms/description> {text(self.description)}{g}'
        if self.time_frame is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/timeFrame> {text(self.time_frame)}{g}'
        for outcome_component_ in self.outcome_component:
            out += f'{s} <https://w3id.org/trialgraph/schema/outcomeComponent> {text(outcome_component_)}{g}'
        return out


class OutcomeResult(Struct, frozen=True, kw_only=True, gc=False):
    """A measured outcome with its groups and values.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar outcome_type: Rank of the outcome.
    :ivar position: Place in the order of the source; the first is 1.
    :ivar description: What this is in words.
    :ivar time_frame: When or over how long it is measured.
    :ivar population_description: Who was counted.
    :ivar reporting_status: Whether the values are posted, where they are not or none stands there.
    :ivar anticipated_posting: When values are to be posted.
    :ivar parameter_type: What is reported, such as Mean or Count of Participants.
    :ivar dispersion_type: How spread is reported, such as Standard Deviation.
    :ivar unit: Unit as written.
    :ivar denominator: How many were counted in a group.
    :ivar denominator_units: What is counted, such as Participants.
    :ivar measurement: One value for one group.
    :ivar analysis: A statistical comparison.
    :ivar result_group: A group that results are reported for. Not an arm.
    """

    iri: str
    label: str | None = None
    outcome_type: str | None = None
    position: int | None = None
    description: str | None = None
    time_frame: str | None = None
    population_description: str | None = None
    reporting_status: str | None = None
    anticipated_posting: str | None = None
    parameter_type: str | None = None
    dispersion_type: str | None = None
    unit: str | None = None
    denominator: tuple[str, ...] = ()
    denominator_units: str | None = None
    measurement: tuple[str, ...] = ()
    analysis: tuple[str, ...] = ()
    result_group: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/OutcomeResult>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        if self.outcome_type is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/outcomeType> <{OUTCOME_TYPE[self.outcome_type]}>{g}'
        if self.position is not None:
            out += f'{s} <http://schema.org/position> "{self.position}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.description is not None:
            out += f'{s} <http://purl.org/dc/terms/description> {text(self.description)}{g}'
        if self.time_frame is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/timeFrame> {text(self.time_frame)}{g}'
        if self.population_description is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/populationDescription> {text(self.population_description)}{g}'
        if self.reporting_status is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/reportingStatus> {text(self.reporting_status)}{g}'
        if self.anticipated_posting is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/anticipatedPosting> {partial_date(self.anticipated_posting)}{g}'
        if self.parameter_type is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/parameterType> {text(self.parameter_type)}{g}'
        if self.dispersion_type is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/dispersionType> {text(self.dispersion_type)}{g}'
        if self.unit is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/unit> {text(self.unit)}{g}'
        for denominator_ in self.denominator:
            out += f'{s} <https://w3id.org/trialgraph/schema/denominator> <{denominator_}>{g}'
        if self.denominator_units is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/denominatorUnits> {text(self.denominator_units)}{g}'
        for measurement_ in self.measurement:
            out += f'{s} <https://w3id.org/trialgraph/schema/measurement> <{measurement_}>{g}'
        for analysis_ in self.analysis:
            out += f'{s} <https://w3id.org/trialgraph/schema/analysis> <{analysis_}>{g}'
        for result_group_ in self.result_group:
            out += f'{s} <https://w3id.org/trialgraph/schema/resultGroup> <{result_group_}>{g}'
        return out


class ParticipantFlow(Struct, frozen=True, kw_only=True, gc=False):
    """How participants went through a trial.

    :ivar iri: The address that names this thing.
    :ivar recruitment_details: How and where participants were recruited.
    :ivar pre_assignment_details: What happened before assignment.
    :ivar flow_unit: What is assigned if not participants.
    :ivar flow_period: A period of the trial.
    :ivar result_group: A group that results are reported for. Not an arm.
    """

    iri: str
    recruitment_details: str | None = None
    pre_assignment_details: str | None = None
    flow_unit: str | None = None
    flow_period: tuple[str, ...] = ()
    result_group: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/ParticipantFlow>{g}'
        if self.recruitment_details is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/recruitmentDetails> {text(self.recruitment_details)}{g}'
        if self.pre_assignment_details is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/preAssignmentDetails> {text(self.pre_assignment_details)}{g}'
        if self.flow_unit is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/flowUnit> {text(self.flow_unit)}{g}'
        for flow_period_ in self.flow_period:
            out += f'{s} <https://w3id.org/trialgraph/schema/flowPeriod> <{flow_period_}>{g}'
        for result_group_ in self.result_group:
            out += f'{s} <https://w3id.org/trialgraph/schema/resultGroup> <{result_group_}>{g}'
        return out


class ResultGroup(Struct, frozen=True, kw_only=True, gc=False):
    """A group that one module of the results reports on. It is not an arm; a join by title is a link with
    confidence.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar group_code: Code within its module, such as OG000. Outcomes that repeat code, title and description
    share one group.
    :ivar description: What this is in words.
    :ivar group_module: Module of the results that the group belongs to.
    :ivar overlaps_with: A group that counts some of the same people; the two must not be summed. Said of the
    wider of the two, such as Total: groups of which it is not said can be summed.
    :ivar denominator: How many were counted in a group.
    :ivar joined_arm: The arm that the group seems to be (inferred, with evidence).
    """

    iri: str
    label: str | None = None
    group_code: str | None = None
    description: str | None = None
    group_module: str | None = None
    overlaps_with: tuple[str, ...] = ()
    denominator: tuple[str, ...] = ()
    joined_arm: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/ResultGroup>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        if self.group_code is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/groupCode> {text(self.group_code)}{g}'
        if self.description is not None:
            out += f'{s} <http://purl.org/dc/terms/description> {text(self.description)}{g}'
        if self.group_module is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/groupModule> <{RESULT_MODULE[self.group_module]}>{g}'
        for overlaps_with_ in self.overlaps_with:
            out += f'{s} <https://w3id.org/trialgraph/schema/overlapsWith> <{overlaps_with_}>{g}'
        for denominator_ in self.denominator:
            out += f'{s} <https://w3id.org/trialgraph/schema/denominator> <{denominator_}>{g}'
        for joined_arm_ in self.joined_arm:
            out += f'{s} <https://w3id.org/trialgraph/schema/joinedArm> <{joined_arm_}>{g}'
        return out


class ResultsReport(Struct, frozen=True, kw_only=True, gc=False):
    """What the results of one record say of themselves as a whole.

    :ivar iri: The address that names this thing.
    :ivar baseline_population: Whose characteristics at the start are given.
    :ivar event_time_frame: Over how long events were collected.
    :ivar event_description: How events were collected.
    :ivar frequency_threshold: Percent of a group above which events that are not serious are listed.
    :ivar frequency_threshold_text: The same as written, where that is no plain number.
    :ivar mortality_comment: Why deaths of any cause are not given.
    :ivar limitations: Limits of the trial such as too few participants or unreliable data, and caveats.
    """

    iri: str
    baseline_population: str | None = None
    event_time_frame: str | None = None
    event_description: str | None = None
    frequency_threshold: Decimal | None = None
    frequency_threshold_text: str | None = None
    mortality_comment: str | None = None
    limitations: str | None = None

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/ResultsReport>{g}'
        if self.baseline_population is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/baselinePopulation> {text(self.baseline_population)}{g}'
        if self.event_time_frame is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/eventTimeFrame> {text(self.event_time_frame)}{g}'
        if self.event_description is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/eventDescription> {text(self.event_description)}{g}'
        if self.frequency_threshold is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/frequencyThreshold> "{self.frequency_threshold:f}"^^<http://www.w3.org/2001/XMLSchema#decimal>{g}'
        if self.frequency_threshold_text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/frequencyThresholdText> {text(self.frequency_threshold_text)}{g}'
        if self.mortality_comment is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/mortalityComment> {text(self.mortality_comment)}{g}'
        if self.limitations is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/limitations> {text(self.limitations)}{g}'
        return out
