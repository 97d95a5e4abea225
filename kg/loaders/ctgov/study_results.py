"""The results section of a study as ClinicalTrials.gov API v2 lays it out, whatever format it came in.

Field reference: https://clinicaltrials.gov/data-api/about-api/study-data-structure#ResultsSection. Numbers of outcome
and baseline measurements are text in the API, since they hold words such as ``NA`` and ``<1``; those of events are not.
Either is kept in whatever form it comes: a text where a number is due must not cost the study.
"""

from __future__ import annotations

import msgspec

Number = str | int | float | None


class Part(msgspec.Struct, rename="camel", gc=False):
    """A JSON object of a results section; absent values are None or empty."""


class Group(Part):
    id: str | None = None
    title: str | None = None
    description: str | None = None


class Achievement(Part):
    group_id: str | None = None
    comment: str | None = None
    num_subjects: Number = None
    num_units: Number = None


class Milestone(Part):
    type: str | None = None
    comment: str | None = None
    achievements: tuple[Achievement, ...] = ()


class DropWithdraw(Part):
    type: str | None = None
    comment: str | None = None
    reasons: tuple[Achievement, ...] = ()


class Period(Part):
    title: str | None = None
    milestones: tuple[Milestone, ...] = ()
    drop_withdraws: tuple[DropWithdraw, ...] = ()


class ParticipantFlowModule(Part):
    pre_assignment_details: str | None = None
    recruitment_details: str | None = None
    type_units_analyzed: str | None = None
    groups: tuple[Group, ...] = ()
    periods: tuple[Period, ...] = ()


class GroupCount(Part):
    group_id: str | None = None
    value: Number = None


class Denom(Part):
    units: str | None = None
    counts: tuple[GroupCount, ...] = ()


class MeasurementOfGroup(Part):
    group_id: str | None = None
    value: Number = None
    spread: Number = None
    lower_limit: Number = None
    upper_limit: Number = None
    comment: str | None = None


class Category(Part):
    title: str | None = None
    measurements: tuple[MeasurementOfGroup, ...] = ()


class MeasureClass(Part):
    title: str | None = None
    denoms: tuple[Denom, ...] = ()
    categories: tuple[Category, ...] = ()


class BaselineMeasureOfStudy(Part):
    title: str | None = None
    description: str | None = None
    population_description: str | None = None
    param_type: str | None = None
    dispersion_type: str | None = None
    unit_of_measure: str | None = None
    calculate_pct: bool | None = None
    denom_units_selected: str | None = None
    denoms: tuple[Denom, ...] = ()
    classes: tuple[MeasureClass, ...] = ()


class BaselineCharacteristicsModule(Part):
    population_description: str | None = None
    type_units_analyzed: str | None = None
    groups: tuple[Group, ...] = ()
    denoms: tuple[Denom, ...] = ()
    measures: tuple[BaselineMeasureOfStudy, ...] = ()


class AnalysisOfStudy(Part):
    group_ids: tuple[str, ...] = ()
    param_type: str | None = None
    param_value: Number = None
    dispersion_type: str | None = None
    dispersion_value: Number = None
    statistical_method: str | None = None
    statistical_comment: str | None = None
    p_value: Number = None
    p_value_comment: str | None = None
    ci_num_sides: str | None = None
    ci_pct_value: Number = None
    ci_lower_limit: Number = None
    ci_upper_limit: Number = None
    ci_lower_limit_comment: str | None = None
    ci_upper_limit_comment: str | None = None
    estimate_comment: str | None = None
    tested_non_inferiority: bool | None = None
    non_inferiority_type: str | None = None
    non_inferiority_comment: str | None = None
    other_analysis_description: str | None = None
    group_description: str | None = None


class OutcomeMeasure(Part):
    type: str | None = None
    title: str | None = None
    description: str | None = None
    population_description: str | None = None
    reporting_status: str | None = None
    anticipated_posting_date: str | None = None
    param_type: str | None = None
    dispersion_type: str | None = None
    unit_of_measure: str | None = None
    calculate_pct: bool | None = None
    time_frame: str | None = None
    type_units_analyzed: str | None = None
    denom_units_selected: str | None = None
    groups: tuple[Group, ...] = ()
    denoms: tuple[Denom, ...] = ()
    classes: tuple[MeasureClass, ...] = ()
    analyses: tuple[AnalysisOfStudy, ...] = ()


class OutcomeMeasuresModule(Part):
    outcome_measures: tuple[OutcomeMeasure, ...] = ()


class EventGroup(Part):
    id: str | None = None
    title: str | None = None
    description: str | None = None
    deaths_num_affected: Number = None
    deaths_num_at_risk: Number = None
    serious_num_affected: Number = None
    serious_num_at_risk: Number = None
    other_num_affected: Number = None
    other_num_at_risk: Number = None


class EventStats(Part):
    group_id: str | None = None
    num_events: Number = None
    num_affected: Number = None
    num_at_risk: Number = None


class EventOfStudy(Part):
    term: str | None = None
    organ_system: str | None = None
    source_vocabulary: str | None = None
    assessment_type: str | None = None
    notes: str | None = None
    stats: tuple[EventStats, ...] = ()


class AdverseEventsModule(Part):
    frequency_threshold: Number = None
    time_frame: str | None = None
    description: str | None = None
    all_cause_mortality_comment: str | None = None
    event_groups: tuple[EventGroup, ...] = ()
    serious_events: tuple[EventOfStudy, ...] = ()
    other_events: tuple[EventOfStudy, ...] = ()


class LimitationsAndCaveats(Part):
    description: str | None = None


class CertainAgreement(Part):
    pi_sponsor_employee: bool | None = None
    restrictive_agreement: bool | None = None
    restriction_type: str | None = None
    other_details: str | None = None


class PointOfContact(Part):
    title: str | None = None
    organization: str | None = None
    email: str | None = None
    phone: str | None = None
    phone_ext: str | None = None


class MoreInfoModule(Part):
    limitations_and_caveats: LimitationsAndCaveats | None = None
    certain_agreement: CertainAgreement | None = None
    point_of_contact: PointOfContact | None = None


class ResultsSection(Part):
    participant_flow_module: ParticipantFlowModule | None = None
    baseline_characteristics_module: BaselineCharacteristicsModule | None = None
    outcome_measures_module: OutcomeMeasuresModule | None = None
    adverse_events_module: AdverseEventsModule | None = None
    more_info_module: MoreInfoModule | None = None
