"""Records of the subject area ``outcome`` and their N-Quads writers.

Generated from schema/*.yaml by schema/generate.py; do not edit."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from kg.model.enums import DISCLOSURE_RESTRICTION, FLOW_KIND, OUTCOME_TYPE, RESULT_MODULE, SERIOUSNESS
from kg.rdf.terms import decimal, escaped, partial_date


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/AdverseEvent>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        if (organ_system_ := self.organ_system) is not None:
            if '"' in organ_system_ or '\\' in organ_system_ or '\n' in organ_system_ or '\r' in organ_system_:
                organ_system_ = escaped(organ_system_)
            say(f' <https://w3id.org/trialgraph/schema/organSystem> "{organ_system_}"')
        if (seriousness_ := self.seriousness) is not None:
            say(f' <https://w3id.org/trialgraph/schema/seriousness> <{SERIOUSNESS[seriousness_]}>')
        if (source_vocabulary_ := self.source_vocabulary) is not None:
            if '"' in source_vocabulary_ or '\\' in source_vocabulary_ or '\n' in source_vocabulary_ or '\r' in source_vocabulary_:
                source_vocabulary_ = escaped(source_vocabulary_)
            say(f' <https://w3id.org/trialgraph/schema/sourceVocabulary> "{source_vocabulary_}"')
        if (assessment_type_ := self.assessment_type) is not None:
            if '"' in assessment_type_ or '\\' in assessment_type_ or '\n' in assessment_type_ or '\r' in assessment_type_:
                assessment_type_ = escaped(assessment_type_)
            say(f' <https://w3id.org/trialgraph/schema/assessmentType> "{assessment_type_}"')
        if (event_notes_ := self.event_notes) is not None:
            if '"' in event_notes_ or '\\' in event_notes_ or '\n' in event_notes_ or '\r' in event_notes_:
                event_notes_ = escaped(event_notes_)
            say(f' <https://w3id.org/trialgraph/schema/eventNotes> "{event_notes_}"')
        if self.event_count:
            said += [f' <https://w3id.org/trialgraph/schema/eventCount> <{event_count_}>' for event_count_ in self.event_count]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Analysis>']
        say = said.append
        if self.compared_group:
            said += [f' <https://w3id.org/trialgraph/schema/comparedGroup> <{compared_group_}>' for compared_group_ in self.compared_group]
        if (description_ := self.description) is not None:
            if '"' in description_ or '\\' in description_ or '\n' in description_ or '\r' in description_:
                description_ = escaped(description_)
            say(f' <http://purl.org/dc/terms/description> "{description_}"')
        if (test_type_ := self.test_type) is not None:
            if '"' in test_type_ or '\\' in test_type_ or '\n' in test_type_ or '\r' in test_type_:
                test_type_ = escaped(test_type_)
            say(f' <https://w3id.org/trialgraph/schema/testType> "{test_type_}"')
        if (tested_non_inferiority_ := self.tested_non_inferiority) is not None:
            say(f' <https://w3id.org/trialgraph/schema/testedNonInferiority> "{"true" if tested_non_inferiority_ else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>')
        if (non_inferiority_comment_ := self.non_inferiority_comment) is not None:
            if '"' in non_inferiority_comment_ or '\\' in non_inferiority_comment_ or '\n' in non_inferiority_comment_ or '\r' in non_inferiority_comment_:
                non_inferiority_comment_ = escaped(non_inferiority_comment_)
            say(f' <https://w3id.org/trialgraph/schema/nonInferiorityComment> "{non_inferiority_comment_}"')
        if (p_value_ := self.p_value) is not None:
            say(f' <https://w3id.org/trialgraph/schema/pValue> "{decimal(p_value_)}"^^<http://www.w3.org/2001/XMLSchema#decimal>')
        if (p_value_text_ := self.p_value_text) is not None:
            if '"' in p_value_text_ or '\\' in p_value_text_ or '\n' in p_value_text_ or '\r' in p_value_text_:
                p_value_text_ = escaped(p_value_text_)
            say(f' <https://w3id.org/trialgraph/schema/pValueText> "{p_value_text_}"')
        if (p_value_comment_ := self.p_value_comment) is not None:
            if '"' in p_value_comment_ or '\\' in p_value_comment_ or '\n' in p_value_comment_ or '\r' in p_value_comment_:
                p_value_comment_ = escaped(p_value_comment_)
            say(f' <https://w3id.org/trialgraph/schema/pValueComment> "{p_value_comment_}"')
        if (statistical_method_ := self.statistical_method) is not None:
            if '"' in statistical_method_ or '\\' in statistical_method_ or '\n' in statistical_method_ or '\r' in statistical_method_:
                statistical_method_ = escaped(statistical_method_)
            say(f' <https://w3id.org/trialgraph/schema/statisticalMethod> "{statistical_method_}"')
        if (statistical_comment_ := self.statistical_comment) is not None:
            if '"' in statistical_comment_ or '\\' in statistical_comment_ or '\n' in statistical_comment_ or '\r' in statistical_comment_:
                statistical_comment_ = escaped(statistical_comment_)
            say(f' <https://w3id.org/trialgraph/schema/statisticalComment> "{statistical_comment_}"')
        if (parameter_type_ := self.parameter_type) is not None:
            if '"' in parameter_type_ or '\\' in parameter_type_ or '\n' in parameter_type_ or '\r' in parameter_type_:
                parameter_type_ = escaped(parameter_type_)
            say(f' <https://w3id.org/trialgraph/schema/parameterType> "{parameter_type_}"')
        if (value_ := self.value) is not None:
            say(f' <https://w3id.org/trialgraph/schema/value> "{decimal(value_)}"^^<http://www.w3.org/2001/XMLSchema#decimal>')
        if (value_text_ := self.value_text) is not None:
            if '"' in value_text_ or '\\' in value_text_ or '\n' in value_text_ or '\r' in value_text_:
                value_text_ = escaped(value_text_)
            say(f' <https://w3id.org/trialgraph/schema/valueText> "{value_text_}"')
        if (dispersion_type_ := self.dispersion_type) is not None:
            if '"' in dispersion_type_ or '\\' in dispersion_type_ or '\n' in dispersion_type_ or '\r' in dispersion_type_:
                dispersion_type_ = escaped(dispersion_type_)
            say(f' <https://w3id.org/trialgraph/schema/dispersionType> "{dispersion_type_}"')
        if (spread_ := self.spread) is not None:
            say(f' <https://w3id.org/trialgraph/schema/spread> "{decimal(spread_)}"^^<http://www.w3.org/2001/XMLSchema#decimal>')
        if (spread_text_ := self.spread_text) is not None:
            if '"' in spread_text_ or '\\' in spread_text_ or '\n' in spread_text_ or '\r' in spread_text_:
                spread_text_ = escaped(spread_text_)
            say(f' <https://w3id.org/trialgraph/schema/spreadText> "{spread_text_}"')
        if (confidence_level_ := self.confidence_level) is not None:
            say(f' <https://w3id.org/trialgraph/schema/confidenceLevel> "{decimal(confidence_level_)}"^^<http://www.w3.org/2001/XMLSchema#decimal>')
        if (confidence_level_text_ := self.confidence_level_text) is not None:
            if '"' in confidence_level_text_ or '\\' in confidence_level_text_ or '\n' in confidence_level_text_ or '\r' in confidence_level_text_:
                confidence_level_text_ = escaped(confidence_level_text_)
            say(f' <https://w3id.org/trialgraph/schema/confidenceLevelText> "{confidence_level_text_}"')
        if (sidedness_ := self.sidedness) is not None:
            if '"' in sidedness_ or '\\' in sidedness_ or '\n' in sidedness_ or '\r' in sidedness_:
                sidedness_ = escaped(sidedness_)
            say(f' <https://w3id.org/trialgraph/schema/sidedness> "{sidedness_}"')
        if (lower_limit_ := self.lower_limit) is not None:
            say(f' <https://w3id.org/trialgraph/schema/lowerLimit> "{decimal(lower_limit_)}"^^<http://www.w3.org/2001/XMLSchema#decimal>')
        if (lower_limit_text_ := self.lower_limit_text) is not None:
            if '"' in lower_limit_text_ or '\\' in lower_limit_text_ or '\n' in lower_limit_text_ or '\r' in lower_limit_text_:
                lower_limit_text_ = escaped(lower_limit_text_)
            say(f' <https://w3id.org/trialgraph/schema/lowerLimitText> "{lower_limit_text_}"')
        if (upper_limit_ := self.upper_limit) is not None:
            say(f' <https://w3id.org/trialgraph/schema/upperLimit> "{decimal(upper_limit_)}"^^<http://www.w3.org/2001/XMLSchema#decimal>')
        if (upper_limit_text_ := self.upper_limit_text) is not None:
            if '"' in upper_limit_text_ or '\\' in upper_limit_text_ or '\n' in upper_limit_text_ or '\r' in upper_limit_text_:
                upper_limit_text_ = escaped(upper_limit_text_)
            say(f' <https://w3id.org/trialgraph/schema/upperLimitText> "{upper_limit_text_}"')
        if (lower_limit_comment_ := self.lower_limit_comment) is not None:
            if '"' in lower_limit_comment_ or '\\' in lower_limit_comment_ or '\n' in lower_limit_comment_ or '\r' in lower_limit_comment_:
                lower_limit_comment_ = escaped(lower_limit_comment_)
            say(f' <https://w3id.org/trialgraph/schema/lowerLimitComment> "{lower_limit_comment_}"')
        if (upper_limit_comment_ := self.upper_limit_comment) is not None:
            if '"' in upper_limit_comment_ or '\\' in upper_limit_comment_ or '\n' in upper_limit_comment_ or '\r' in upper_limit_comment_:
                upper_limit_comment_ = escaped(upper_limit_comment_)
            say(f' <https://w3id.org/trialgraph/schema/upperLimitComment> "{upper_limit_comment_}"')
        if (estimate_comment_ := self.estimate_comment) is not None:
            if '"' in estimate_comment_ or '\\' in estimate_comment_ or '\n' in estimate_comment_ or '\r' in estimate_comment_:
                estimate_comment_ = escaped(estimate_comment_)
            say(f' <https://w3id.org/trialgraph/schema/estimateComment> "{estimate_comment_}"')
        if (other_analysis_ := self.other_analysis) is not None:
            if '"' in other_analysis_ or '\\' in other_analysis_ or '\n' in other_analysis_ or '\r' in other_analysis_:
                other_analysis_ = escaped(other_analysis_)
            say(f' <https://w3id.org/trialgraph/schema/otherAnalysis> "{other_analysis_}"')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/BaselineMeasure>']
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
        if (population_description_ := self.population_description) is not None:
            if '"' in population_description_ or '\\' in population_description_ or '\n' in population_description_ or '\r' in population_description_:
                population_description_ = escaped(population_description_)
            say(f' <https://w3id.org/trialgraph/schema/populationDescription> "{population_description_}"')
        if (parameter_type_ := self.parameter_type) is not None:
            if '"' in parameter_type_ or '\\' in parameter_type_ or '\n' in parameter_type_ or '\r' in parameter_type_:
                parameter_type_ = escaped(parameter_type_)
            say(f' <https://w3id.org/trialgraph/schema/parameterType> "{parameter_type_}"')
        if (dispersion_type_ := self.dispersion_type) is not None:
            if '"' in dispersion_type_ or '\\' in dispersion_type_ or '\n' in dispersion_type_ or '\r' in dispersion_type_:
                dispersion_type_ = escaped(dispersion_type_)
            say(f' <https://w3id.org/trialgraph/schema/dispersionType> "{dispersion_type_}"')
        if (unit_ := self.unit) is not None:
            if '"' in unit_ or '\\' in unit_ or '\n' in unit_ or '\r' in unit_:
                unit_ = escaped(unit_)
            say(f' <https://w3id.org/trialgraph/schema/unit> "{unit_}"')
        if self.denominator:
            said += [f' <https://w3id.org/trialgraph/schema/denominator> <{denominator_}>' for denominator_ in self.denominator]
        if (denominator_units_ := self.denominator_units) is not None:
            if '"' in denominator_units_ or '\\' in denominator_units_ or '\n' in denominator_units_ or '\r' in denominator_units_:
                denominator_units_ = escaped(denominator_units_)
            say(f' <https://w3id.org/trialgraph/schema/denominatorUnits> "{denominator_units_}"')
        if self.measurement:
            said += [f' <https://w3id.org/trialgraph/schema/measurement> <{measurement_}>' for measurement_ in self.measurement]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Denominator>']
        say = said.append
        if (of_group_ := self.of_group) is not None:
            say(f' <https://w3id.org/trialgraph/schema/ofGroup> <{of_group_}>')
        if (denominator_units_ := self.denominator_units) is not None:
            if '"' in denominator_units_ or '\\' in denominator_units_ or '\n' in denominator_units_ or '\r' in denominator_units_:
                denominator_units_ = escaped(denominator_units_)
            say(f' <https://w3id.org/trialgraph/schema/denominatorUnits> "{denominator_units_}"')
        if (denominator_count_ := self.denominator_count) is not None:
            say(f' <https://w3id.org/trialgraph/schema/denominatorCount> "{denominator_count_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        if (count_text_ := self.count_text) is not None:
            if '"' in count_text_ or '\\' in count_text_ or '\n' in count_text_ or '\r' in count_text_:
                count_text_ = escaped(count_text_)
            say(f' <https://w3id.org/trialgraph/schema/countText> "{count_text_}"')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/EventCount>']
        say = said.append
        if (of_group_ := self.of_group) is not None:
            say(f' <https://w3id.org/trialgraph/schema/ofGroup> <{of_group_}>')
        if (affected_ := self.affected) is not None:
            say(f' <https://w3id.org/trialgraph/schema/affected> "{affected_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        if (at_risk_ := self.at_risk) is not None:
            say(f' <https://w3id.org/trialgraph/schema/atRisk> "{at_risk_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        if (events_ := self.events) is not None:
            say(f' <https://w3id.org/trialgraph/schema/events> "{events_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        if (count_text_ := self.count_text) is not None:
            if '"' in count_text_ or '\\' in count_text_ or '\n' in count_text_ or '\r' in count_text_:
                count_text_ = escaped(count_text_)
            say(f' <https://w3id.org/trialgraph/schema/countText> "{count_text_}"')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/FlowCount>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        if (flow_kind_ := self.flow_kind) is not None:
            say(f' <https://w3id.org/trialgraph/schema/flowKind> <{FLOW_KIND[flow_kind_]}>')
        if (of_group_ := self.of_group) is not None:
            say(f' <https://w3id.org/trialgraph/schema/ofGroup> <{of_group_}>')
        if (count_ := self.count) is not None:
            say(f' <https://w3id.org/trialgraph/schema/count> "{count_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        if (count_text_ := self.count_text) is not None:
            if '"' in count_text_ or '\\' in count_text_ or '\n' in count_text_ or '\r' in count_text_:
                count_text_ = escaped(count_text_)
            say(f' <https://w3id.org/trialgraph/schema/countText> "{count_text_}"')
        if (unit_count_ := self.unit_count) is not None:
            say(f' <https://w3id.org/trialgraph/schema/unitCount> "{unit_count_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        if (unit_count_text_ := self.unit_count_text) is not None:
            if '"' in unit_count_text_ or '\\' in unit_count_text_ or '\n' in unit_count_text_ or '\r' in unit_count_text_:
                unit_count_text_ = escaped(unit_count_text_)
            say(f' <https://w3id.org/trialgraph/schema/unitCountText> "{unit_count_text_}"')
        if (step_comment_ := self.step_comment) is not None:
            if '"' in step_comment_ or '\\' in step_comment_ or '\n' in step_comment_ or '\r' in step_comment_:
                step_comment_ = escaped(step_comment_)
            say(f' <https://w3id.org/trialgraph/schema/stepComment> "{step_comment_}"')
        if (comment_ := self.comment) is not None:
            if '"' in comment_ or '\\' in comment_ or '\n' in comment_ or '\r' in comment_:
                comment_ = escaped(comment_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#comment> "{comment_}"')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/FlowPeriod>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        if (position_ := self.position) is not None:
            say(f' <http://schema.org/position> "{position_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        if self.flow_count:
            said += [f' <https://w3id.org/trialgraph/schema/flowCount> <{flow_count_}>' for flow_count_ in self.flow_count]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Measurement>']
        say = said.append
        if (of_group_ := self.of_group) is not None:
            say(f' <https://w3id.org/trialgraph/schema/ofGroup> <{of_group_}>')
        if (class_title_ := self.class_title) is not None:
            if '"' in class_title_ or '\\' in class_title_ or '\n' in class_title_ or '\r' in class_title_:
                class_title_ = escaped(class_title_)
            say(f' <https://w3id.org/trialgraph/schema/classTitle> "{class_title_}"')
        if (category_title_ := self.category_title) is not None:
            if '"' in category_title_ or '\\' in category_title_ or '\n' in category_title_ or '\r' in category_title_:
                category_title_ = escaped(category_title_)
            say(f' <https://w3id.org/trialgraph/schema/categoryTitle> "{category_title_}"')
        if (value_ := self.value) is not None:
            say(f' <https://w3id.org/trialgraph/schema/value> "{decimal(value_)}"^^<http://www.w3.org/2001/XMLSchema#decimal>')
        if (value_text_ := self.value_text) is not None:
            if '"' in value_text_ or '\\' in value_text_ or '\n' in value_text_ or '\r' in value_text_:
                value_text_ = escaped(value_text_)
            say(f' <https://w3id.org/trialgraph/schema/valueText> "{value_text_}"')
        if (spread_ := self.spread) is not None:
            say(f' <https://w3id.org/trialgraph/schema/spread> "{decimal(spread_)}"^^<http://www.w3.org/2001/XMLSchema#decimal>')
        if (spread_text_ := self.spread_text) is not None:
            if '"' in spread_text_ or '\\' in spread_text_ or '\n' in spread_text_ or '\r' in spread_text_:
                spread_text_ = escaped(spread_text_)
            say(f' <https://w3id.org/trialgraph/schema/spreadText> "{spread_text_}"')
        if (lower_limit_ := self.lower_limit) is not None:
            say(f' <https://w3id.org/trialgraph/schema/lowerLimit> "{decimal(lower_limit_)}"^^<http://www.w3.org/2001/XMLSchema#decimal>')
        if (lower_limit_text_ := self.lower_limit_text) is not None:
            if '"' in lower_limit_text_ or '\\' in lower_limit_text_ or '\n' in lower_limit_text_ or '\r' in lower_limit_text_:
                lower_limit_text_ = escaped(lower_limit_text_)
            say(f' <https://w3id.org/trialgraph/schema/lowerLimitText> "{lower_limit_text_}"')
        if (upper_limit_ := self.upper_limit) is not None:
            say(f' <https://w3id.org/trialgraph/schema/upperLimit> "{decimal(upper_limit_)}"^^<http://www.w3.org/2001/XMLSchema#decimal>')
        if (upper_limit_text_ := self.upper_limit_text) is not None:
            if '"' in upper_limit_text_ or '\\' in upper_limit_text_ or '\n' in upper_limit_text_ or '\r' in upper_limit_text_:
                upper_limit_text_ = escaped(upper_limit_text_)
            say(f' <https://w3id.org/trialgraph/schema/upperLimitText> "{upper_limit_text_}"')
        if (comment_ := self.comment) is not None:
            if '"' in comment_ or '\\' in comment_ or '\n' in comment_ or '\r' in comment_:
                comment_ = escaped(comment_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#comment> "{comment_}"')
        if self.denominator:
            said += [f' <https://w3id.org/trialgraph/schema/denominator> <{denominator_}>' for denominator_ in self.denominator]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Outcome>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        outcome_type_ = self.outcome_type
        say(f' <https://w3id.org/trialgraph/schema/outcomeType> <{OUTCOME_TYPE[outcome_type_]}>')
        if (position_ := self.position) is not None:
            say(f' <http://schema.org/position> "{position_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        if (description_ := self.description) is not None:
            if '"' in description_ or '\\' in description_ or '\n' in description_ or '\r' in description_:
                description_ = escaped(description_)
            say(f' <http://purl.org/dc/terms/description> "{description_}"')
        if (time_frame_ := self.time_frame) is not None:
            if '"' in time_frame_ or '\\' in time_frame_ or '\n' in time_frame_ or '\r' in time_frame_:
                time_frame_ = escaped(time_frame_)
            say(f' <https://w3id.org/trialgraph/schema/timeFrame> "{time_frame_}"')
        for outcome_component_ in self.outcome_component:
            if '"' in outcome_component_ or '\\' in outcome_component_ or '\n' in outcome_component_ or '\r' in outcome_component_:
                outcome_component_ = escaped(outcome_component_)
            say(f' <https://w3id.org/trialgraph/schema/outcomeComponent> "{outcome_component_}"')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/OutcomeResult>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        if (outcome_type_ := self.outcome_type) is not None:
            say(f' <https://w3id.org/trialgraph/schema/outcomeType> <{OUTCOME_TYPE[outcome_type_]}>')
        if (position_ := self.position) is not None:
            say(f' <http://schema.org/position> "{position_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        if (description_ := self.description) is not None:
            if '"' in description_ or '\\' in description_ or '\n' in description_ or '\r' in description_:
                description_ = escaped(description_)
            say(f' <http://purl.org/dc/terms/description> "{description_}"')
        if (time_frame_ := self.time_frame) is not None:
            if '"' in time_frame_ or '\\' in time_frame_ or '\n' in time_frame_ or '\r' in time_frame_:
                time_frame_ = escaped(time_frame_)
            say(f' <https://w3id.org/trialgraph/schema/timeFrame> "{time_frame_}"')
        if (population_description_ := self.population_description) is not None:
            if '"' in population_description_ or '\\' in population_description_ or '\n' in population_description_ or '\r' in population_description_:
                population_description_ = escaped(population_description_)
            say(f' <https://w3id.org/trialgraph/schema/populationDescription> "{population_description_}"')
        if (reporting_status_ := self.reporting_status) is not None:
            if '"' in reporting_status_ or '\\' in reporting_status_ or '\n' in reporting_status_ or '\r' in reporting_status_:
                reporting_status_ = escaped(reporting_status_)
            say(f' <https://w3id.org/trialgraph/schema/reportingStatus> "{reporting_status_}"')
        if (anticipated_posting_ := self.anticipated_posting) is not None:
            say(f' <https://w3id.org/trialgraph/schema/anticipatedPosting> {partial_date(anticipated_posting_)}')
        if (parameter_type_ := self.parameter_type) is not None:
            if '"' in parameter_type_ or '\\' in parameter_type_ or '\n' in parameter_type_ or '\r' in parameter_type_:
                parameter_type_ = escaped(parameter_type_)
            say(f' <https://w3id.org/trialgraph/schema/parameterType> "{parameter_type_}"')
        if (dispersion_type_ := self.dispersion_type) is not None:
            if '"' in dispersion_type_ or '\\' in dispersion_type_ or '\n' in dispersion_type_ or '\r' in dispersion_type_:
                dispersion_type_ = escaped(dispersion_type_)
            say(f' <https://w3id.org/trialgraph/schema/dispersionType> "{dispersion_type_}"')
        if (unit_ := self.unit) is not None:
            if '"' in unit_ or '\\' in unit_ or '\n' in unit_ or '\r' in unit_:
                unit_ = escaped(unit_)
            say(f' <https://w3id.org/trialgraph/schema/unit> "{unit_}"')
        if self.denominator:
            said += [f' <https://w3id.org/trialgraph/schema/denominator> <{denominator_}>' for denominator_ in self.denominator]
        if (denominator_units_ := self.denominator_units) is not None:
            if '"' in denominator_units_ or '\\' in denominator_units_ or '\n' in denominator_units_ or '\r' in denominator_units_:
                denominator_units_ = escaped(denominator_units_)
            say(f' <https://w3id.org/trialgraph/schema/denominatorUnits> "{denominator_units_}"')
        if self.measurement:
            said += [f' <https://w3id.org/trialgraph/schema/measurement> <{measurement_}>' for measurement_ in self.measurement]
        if self.analysis:
            said += [f' <https://w3id.org/trialgraph/schema/analysis> <{analysis_}>' for analysis_ in self.analysis]
        if self.result_group:
            said += [f' <https://w3id.org/trialgraph/schema/resultGroup> <{result_group_}>' for result_group_ in self.result_group]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/ParticipantFlow>']
        say = said.append
        if (recruitment_details_ := self.recruitment_details) is not None:
            if '"' in recruitment_details_ or '\\' in recruitment_details_ or '\n' in recruitment_details_ or '\r' in recruitment_details_:
                recruitment_details_ = escaped(recruitment_details_)
            say(f' <https://w3id.org/trialgraph/schema/recruitmentDetails> "{recruitment_details_}"')
        if (pre_assignment_details_ := self.pre_assignment_details) is not None:
            if '"' in pre_assignment_details_ or '\\' in pre_assignment_details_ or '\n' in pre_assignment_details_ or '\r' in pre_assignment_details_:
                pre_assignment_details_ = escaped(pre_assignment_details_)
            say(f' <https://w3id.org/trialgraph/schema/preAssignmentDetails> "{pre_assignment_details_}"')
        if (flow_unit_ := self.flow_unit) is not None:
            if '"' in flow_unit_ or '\\' in flow_unit_ or '\n' in flow_unit_ or '\r' in flow_unit_:
                flow_unit_ = escaped(flow_unit_)
            say(f' <https://w3id.org/trialgraph/schema/flowUnit> "{flow_unit_}"')
        if self.flow_period:
            said += [f' <https://w3id.org/trialgraph/schema/flowPeriod> <{flow_period_}>' for flow_period_ in self.flow_period]
        if self.result_group:
            said += [f' <https://w3id.org/trialgraph/schema/resultGroup> <{result_group_}>' for result_group_ in self.result_group]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/ResultGroup>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        if (group_code_ := self.group_code) is not None:
            if '"' in group_code_ or '\\' in group_code_ or '\n' in group_code_ or '\r' in group_code_:
                group_code_ = escaped(group_code_)
            say(f' <https://w3id.org/trialgraph/schema/groupCode> "{group_code_}"')
        if (description_ := self.description) is not None:
            if '"' in description_ or '\\' in description_ or '\n' in description_ or '\r' in description_:
                description_ = escaped(description_)
            say(f' <http://purl.org/dc/terms/description> "{description_}"')
        if (group_module_ := self.group_module) is not None:
            say(f' <https://w3id.org/trialgraph/schema/groupModule> <{RESULT_MODULE[group_module_]}>')
        if self.overlaps_with:
            said += [f' <https://w3id.org/trialgraph/schema/overlapsWith> <{overlaps_with_}>' for overlaps_with_ in self.overlaps_with]
        if self.denominator:
            said += [f' <https://w3id.org/trialgraph/schema/denominator> <{denominator_}>' for denominator_ in self.denominator]
        if self.joined_arm:
            said += [f' <https://w3id.org/trialgraph/schema/joinedArm> <{joined_arm_}>' for joined_arm_ in self.joined_arm]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
    :ivar investigators_employed: Whether all principal investigators are employed by the sponsor.
    :ivar disclosure_restricted: Whether an agreement with the sponsor restricts what principal investigators
    may say or publish of the results once the trial is over.
    :ivar disclosure_restriction: What kind of restriction that is.
    :ivar disclosure_agreement: The restriction in the words of the sponsor.
    :ivar contact: A person or office to ask about the trial.
    """

    iri: str
    baseline_population: str | None = None
    event_time_frame: str | None = None
    event_description: str | None = None
    frequency_threshold: Decimal | None = None
    frequency_threshold_text: str | None = None
    mortality_comment: str | None = None
    limitations: str | None = None
    investigators_employed: bool | None = None
    disclosure_restricted: bool | None = None
    disclosure_restriction: str | None = None
    disclosure_agreement: str | None = None
    contact: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/ResultsReport>']
        say = said.append
        if (baseline_population_ := self.baseline_population) is not None:
            if '"' in baseline_population_ or '\\' in baseline_population_ or '\n' in baseline_population_ or '\r' in baseline_population_:
                baseline_population_ = escaped(baseline_population_)
            say(f' <https://w3id.org/trialgraph/schema/baselinePopulation> "{baseline_population_}"')
        if (event_time_frame_ := self.event_time_frame) is not None:
            if '"' in event_time_frame_ or '\\' in event_time_frame_ or '\n' in event_time_frame_ or '\r' in event_time_frame_:
                event_time_frame_ = escaped(event_time_frame_)
            say(f' <https://w3id.org/trialgraph/schema/eventTimeFrame> "{event_time_frame_}"')
        if (event_description_ := self.event_description) is not None:
            if '"' in event_description_ or '\\' in event_description_ or '\n' in event_description_ or '\r' in event_description_:
                event_description_ = escaped(event_description_)
            say(f' <https://w3id.org/trialgraph/schema/eventDescription> "{event_description_}"')
        if (frequency_threshold_ := self.frequency_threshold) is not None:
            say(f' <https://w3id.org/trialgraph/schema/frequencyThreshold> "{decimal(frequency_threshold_)}"^^<http://www.w3.org/2001/XMLSchema#decimal>')
        if (frequency_threshold_text_ := self.frequency_threshold_text) is not None:
            if '"' in frequency_threshold_text_ or '\\' in frequency_threshold_text_ or '\n' in frequency_threshold_text_ or '\r' in frequency_threshold_text_:
                frequency_threshold_text_ = escaped(frequency_threshold_text_)
            say(f' <https://w3id.org/trialgraph/schema/frequencyThresholdText> "{frequency_threshold_text_}"')
        if (mortality_comment_ := self.mortality_comment) is not None:
            if '"' in mortality_comment_ or '\\' in mortality_comment_ or '\n' in mortality_comment_ or '\r' in mortality_comment_:
                mortality_comment_ = escaped(mortality_comment_)
            say(f' <https://w3id.org/trialgraph/schema/mortalityComment> "{mortality_comment_}"')
        if (limitations_ := self.limitations) is not None:
            if '"' in limitations_ or '\\' in limitations_ or '\n' in limitations_ or '\r' in limitations_:
                limitations_ = escaped(limitations_)
            say(f' <https://w3id.org/trialgraph/schema/limitations> "{limitations_}"')
        if (investigators_employed_ := self.investigators_employed) is not None:
            say(f' <https://w3id.org/trialgraph/schema/investigatorsEmployed> "{"true" if investigators_employed_ else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>')
        if (disclosure_restricted_ := self.disclosure_restricted) is not None:
            say(f' <https://w3id.org/trialgraph/schema/disclosureRestricted> "{"true" if disclosure_restricted_ else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>')
        if (disclosure_restriction_ := self.disclosure_restriction) is not None:
            say(f' <https://w3id.org/trialgraph/schema/disclosureRestriction> <{DISCLOSURE_RESTRICTION[disclosure_restriction_]}>')
        if (disclosure_agreement_ := self.disclosure_agreement) is not None:
            if '"' in disclosure_agreement_ or '\\' in disclosure_agreement_ or '\n' in disclosure_agreement_ or '\r' in disclosure_agreement_:
                disclosure_agreement_ = escaped(disclosure_agreement_)
            say(f' <https://w3id.org/trialgraph/schema/disclosureAgreement> "{disclosure_agreement_}"')
        if self.contact:
            said += [f' <https://w3id.org/trialgraph/schema/contact> <{contact_}>' for contact_ in self.contact]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'
