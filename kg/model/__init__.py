"""The model: frozen records that hold their IRI and write themselves.

Generated from schema/*.yaml by schema/generate.py; do not edit."""

from __future__ import annotations

from kg.model.agent import (
    Affiliation,
    Authorship,
    Contact,
    InvestigatorRole,
    Organisation,
    Person,
    Site,
    SponsorRole,
)
from kg.model.eligibility import (
    CodedCriterion,
    Eligibility,
    EligibilityItem,
)
from kg.model.intervention import (
    Arm,
    ArmIntervention,
    DecisionRule,
    DoseSchedule,
    Drug,
    DrugMechanism,
    Epoch,
    Intervention,
    InterventionComponent,
    Regimen,
    RegimenMention,
)
from kg.model.mechanism import (
    Mechanism,
    Target,
)
from kg.model.outcome import (
    AdverseEvent,
    Analysis,
    BaselineMeasure,
    Denominator,
    EventCount,
    FlowCount,
    FlowPeriod,
    Measurement,
    Outcome,
    OutcomeResult,
    ParticipantFlow,
    ResultGroup,
    ResultsReport,
)
from kg.model.provenance import (
    Evidence,
    Issue,
    Mapping,
    Observation,
    RegistryRecord,
    RuleSet,
)
from kg.model.publication import (
    AbstractSection,
    Correction,
    DatabankReference,
    Disclosure,
    Grant,
    Journal,
    MeshHeading,
    OtherAbstract,
    Patent,
    Publication,
    PublicationEvent,
    PublicationLink,
    PublicationRecord,
    Substance,
)
from kg.model.trial import (
    AvailableData,
    ComplianceEvent,
    Condition,
    ConditionName,
    IpdSharing,
    ResultsSubmission,
    StudyDocument,
    Trial,
    TrialIdentifier,
    WebLink,
)

Record = (
    AbstractSection
    | AdverseEvent
    | Affiliation
    | Analysis
    | Arm
    | ArmIntervention
    | Authorship
    | AvailableData
    | BaselineMeasure
    | CodedCriterion
    | ComplianceEvent
    | Condition
    | ConditionName
    | Contact
    | Correction
    | DatabankReference
    | DecisionRule
    | Denominator
    | Disclosure
    | DoseSchedule
    | Drug
    | DrugMechanism
    | Eligibility
    | EligibilityItem
    | Epoch
    | EventCount
    | Evidence
    | FlowCount
    | FlowPeriod
    | Grant
    | Intervention
    | InterventionComponent
    | InvestigatorRole
    | IpdSharing
    | Issue
    | Journal
    | Mapping
    | Measurement
    | Mechanism
    | MeshHeading
    | Observation
    | Organisation
    | OtherAbstract
    | Outcome
    | OutcomeResult
    | ParticipantFlow
    | Patent
    | Person
    | Publication
    | PublicationEvent
    | PublicationLink
    | PublicationRecord
    | Regimen
    | RegimenMention
    | RegistryRecord
    | ResultGroup
    | ResultsReport
    | ResultsSubmission
    | RuleSet
    | Site
    | SponsorRole
    | StudyDocument
    | Substance
    | Target
    | Trial
    | TrialIdentifier
    | WebLink
)

__all__ = [
    'AbstractSection',
    'AdverseEvent',
    'Affiliation',
    'Analysis',
    'Arm',
    'ArmIntervention',
    'Authorship',
    'AvailableData',
    'BaselineMeasure',
    'CodedCriterion',
    'ComplianceEvent',
    'Condition',
    'ConditionName',
    'Contact',
    'Correction',
    'DatabankReference',
    'DecisionRule',
    'Denominator',
    'Disclosure',
    'DoseSchedule',
    'Drug',
    'DrugMechanism',
    'Eligibility',
    'EligibilityItem',
    'Epoch',
    'EventCount',
    'Evidence',
    'FlowCount',
    'FlowPeriod',
    'Grant',
    'Intervention',
    'InterventionComponent',
    'InvestigatorRole',
    'IpdSharing',
    'Issue',
    'Journal',
    'Mapping',
    'Measurement',
    'Mechanism',
    'MeshHeading',
    'Observation',
    'Organisation',
    'OtherAbstract',
    'Outcome',
    'OutcomeResult',
    'ParticipantFlow',
    'Patent',
    'Person',
    'Publication',
    'PublicationEvent',
    'PublicationLink',
    'PublicationRecord',
    'Record',
    'Regimen',
    'RegimenMention',
    'RegistryRecord',
    'ResultGroup',
    'ResultsReport',
    'ResultsSubmission',
    'RuleSet',
    'Site',
    'SponsorRole',
    'StudyDocument',
    'Substance',
    'Target',
    'Trial',
    'TrialIdentifier',
    'WebLink',
]
