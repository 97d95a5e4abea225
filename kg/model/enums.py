"""Enumerations: token to IRI, and the label of every IRI.

Generated from schema/*.yaml by schema/generate.py; do not edit."""

from __future__ import annotations

# What is done to a target.
ACTION_TYPE: dict[str, str] = {
    'INHIBITOR': 'https://w3id.org/trialgraph/schema/ActionType-INHIBITOR',
    'ANTAGONIST': 'https://w3id.org/trialgraph/schema/ActionType-ANTAGONIST',
    'AGONIST': 'https://w3id.org/trialgraph/schema/ActionType-AGONIST',
    'BLOCKER': 'https://w3id.org/trialgraph/schema/ActionType-BLOCKER',
    'DEGRADER': 'https://w3id.org/trialgraph/schema/ActionType-DEGRADER',
    'BINDER': 'https://w3id.org/trialgraph/schema/ActionType-BINDER',
    'MODULATOR': 'https://w3id.org/trialgraph/schema/ActionType-MODULATOR',
    'ACTIVATOR': 'https://w3id.org/trialgraph/schema/ActionType-ACTIVATOR',
    'CYTOTOXIC': 'https://w3id.org/trialgraph/schema/ActionType-CYTOTOXIC',
    'DEPLETER': 'https://w3id.org/trialgraph/schema/ActionType-DEPLETER',
    'STIMULANT': 'https://w3id.org/trialgraph/schema/ActionType-STIMULANT',
    'OTHER': 'https://w3id.org/trialgraph/schema/ActionType-OTHER',
}

# Age groups of ClinicalTrials.gov.
AGE_GROUP: dict[str, str] = {
    'CHILD': 'https://w3id.org/trialgraph/schema/AgeGroup-CHILD',
    'ADULT': 'https://w3id.org/trialgraph/schema/AgeGroup-ADULT',
    'OLDER_ADULT': 'https://w3id.org/trialgraph/schema/AgeGroup-OLDER_ADULT',
}

# Ways to assign participants to arms.
ALLOCATION: dict[str, str] = {
    'RANDOMIZED': 'https://w3id.org/trialgraph/schema/Allocation-RANDOMIZED',
    'NON_RANDOMIZED': 'https://w3id.org/trialgraph/schema/Allocation-NON_RANDOMIZED',
    'NA': 'https://w3id.org/trialgraph/schema/Allocation-NA',
}

# Roles of an arm in the comparison.
ARM_TYPE: dict[str, str] = {
    'EXPERIMENTAL': 'https://w3id.org/trialgraph/schema/ArmType-EXPERIMENTAL',
    'ACTIVE_COMPARATOR': 'https://w3id.org/trialgraph/schema/ArmType-ACTIVE_COMPARATOR',
    'PLACEBO_COMPARATOR': 'https://w3id.org/trialgraph/schema/ArmType-PLACEBO_COMPARATOR',
    'SHAM_COMPARATOR': 'https://w3id.org/trialgraph/schema/ArmType-SHAM_COMPARATOR',
    'NO_INTERVENTION': 'https://w3id.org/trialgraph/schema/ArmType-NO_INTERVENTION',
    'OTHER': 'https://w3id.org/trialgraph/schema/ArmType-OTHER',
}

# How a statement rests on its document.
BASIS: dict[str, str] = {
    'STATED': 'https://w3id.org/trialgraph/schema/Basis-STATED',
    'DERIVED': 'https://w3id.org/trialgraph/schema/Basis-DERIVED',
    'INFERRED': 'https://w3id.org/trialgraph/schema/Basis-INFERRED',
}

# Kinds of contribution to a publication.
CONTRIBUTION: dict[str, str] = {
    'AUTHOR': 'https://w3id.org/trialgraph/schema/Contribution-AUTHOR',
    'FIRST_AUTHOR': 'https://w3id.org/trialgraph/schema/Contribution-FIRST_AUTHOR',
    'LAST_AUTHOR': 'https://w3id.org/trialgraph/schema/Contribution-LAST_AUTHOR',
    'CORRESPONDING_AUTHOR': 'https://w3id.org/trialgraph/schema/Contribution-CORRESPONDING_AUTHOR',
    'EDITOR': 'https://w3id.org/trialgraph/schema/Contribution-EDITOR',
    'INVESTIGATOR': 'https://w3id.org/trialgraph/schema/Contribution-INVESTIGATOR',
    'SUBJECT': 'https://w3id.org/trialgraph/schema/Contribution-SUBJECT',
}

# How two articles are related.
CORRECTION_KIND: dict[str, str] = {
    'COMMENT_IN': 'https://w3id.org/trialgraph/schema/CorrectionKind-COMMENT_IN',
    'COMMENT_ON': 'https://w3id.org/trialgraph/schema/CorrectionKind-COMMENT_ON',
    'CORRECTED_AND_REPUBLISHED_IN': 'https://w3id.org/trialgraph/schema/CorrectionKind-CORRECTED_AND_REPUBLISHED_IN',
    'CORRECTED_AND_REPUBLISHED_FROM': 'https://w3id.org/trialgraph/schema/CorrectionKind-CORRECTED_AND_REPUBLISHED_FROM',
    'DATASET_DESCRIBED_IN': 'https://w3id.org/trialgraph/schema/CorrectionKind-DATASET_DESCRIBED_IN',
    'ASSOCIATED_DATASET': 'https://w3id.org/trialgraph/schema/CorrectionKind-ASSOCIATED_DATASET',
    'ASSOCIATED_PUBLICATION': 'https://w3id.org/trialgraph/schema/CorrectionKind-ASSOCIATED_PUBLICATION',
    'ERRATUM_IN': 'https://w3id.org/trialgraph/schema/CorrectionKind-ERRATUM_IN',
    'ERRATUM_FOR': 'https://w3id.org/trialgraph/schema/CorrectionKind-ERRATUM_FOR',
    'EXPRESSION_OF_CONCERN_IN': 'https://w3id.org/trialgraph/schema/CorrectionKind-EXPRESSION_OF_CONCERN_IN',
    'EXPRESSION_OF_CONCERN_FOR': 'https://w3id.org/trialgraph/schema/CorrectionKind-EXPRESSION_OF_CONCERN_FOR',
    'ORIGINAL_REPORT_IN': 'https://w3id.org/trialgraph/schema/CorrectionKind-ORIGINAL_REPORT_IN',
    'PARTIAL_RETRACTION_IN': 'https://w3id.org/trialgraph/schema/CorrectionKind-PARTIAL_RETRACTION_IN',
    'PARTIAL_RETRACTION_OF': 'https://w3id.org/trialgraph/schema/CorrectionKind-PARTIAL_RETRACTION_OF',
    'REPRINT_IN': 'https://w3id.org/trialgraph/schema/CorrectionKind-REPRINT_IN',
    'REPRINT_OF': 'https://w3id.org/trialgraph/schema/CorrectionKind-REPRINT_OF',
    'REPUBLISHED_IN': 'https://w3id.org/trialgraph/schema/CorrectionKind-REPUBLISHED_IN',
    'REPUBLISHED_FROM': 'https://w3id.org/trialgraph/schema/CorrectionKind-REPUBLISHED_FROM',
    'RETRACTED_AND_REPUBLISHED_IN': 'https://w3id.org/trialgraph/schema/CorrectionKind-RETRACTED_AND_REPUBLISHED_IN',
    'RETRACTED_AND_REPUBLISHED_FROM': 'https://w3id.org/trialgraph/schema/CorrectionKind-RETRACTED_AND_REPUBLISHED_FROM',
    'RETRACTION_IN': 'https://w3id.org/trialgraph/schema/CorrectionKind-RETRACTION_IN',
    'RETRACTION_OF': 'https://w3id.org/trialgraph/schema/CorrectionKind-RETRACTION_OF',
    'SUMMARY_FOR_PATIENTS_IN': 'https://w3id.org/trialgraph/schema/CorrectionKind-SUMMARY_FOR_PATIENTS_IN',
    'UPDATE_IN': 'https://w3id.org/trialgraph/schema/CorrectionKind-UPDATE_IN',
    'UPDATE_OF': 'https://w3id.org/trialgraph/schema/CorrectionKind-UPDATE_OF',
    'CITES': 'https://w3id.org/trialgraph/schema/CorrectionKind-CITES',
    'OTHER': 'https://w3id.org/trialgraph/schema/CorrectionKind-OTHER',
}

# Whether a date has happened or is foreseen.
DATE_TYPE: dict[str, str] = {
    'ACTUAL': 'https://w3id.org/trialgraph/schema/DateType-ACTUAL',
    'ESTIMATED': 'https://w3id.org/trialgraph/schema/DateType-ESTIMATED',
}

# Features of a design that titles and summaries name.
DESIGN_FEATURE: dict[str, str] = {
    'PROSPECTIVE': 'https://w3id.org/trialgraph/schema/DesignFeature-PROSPECTIVE',
    'RETROSPECTIVE': 'https://w3id.org/trialgraph/schema/DesignFeature-RETROSPECTIVE',
    'MULTICENTRE': 'https://w3id.org/trialgraph/schema/DesignFeature-MULTICENTRE',
    'SINGLE_CENTRE': 'https://w3id.org/trialgraph/schema/DesignFeature-SINGLE_CENTRE',
}

# What may be disclosed.
DISCLOSURE_KIND: dict[str, str] = {
    'NONE_DECLARED': 'https://w3id.org/trialgraph/schema/DisclosureKind-NONE_DECLARED',
    'EMPLOYMENT': 'https://w3id.org/trialgraph/schema/DisclosureKind-EMPLOYMENT',
    'STOCK': 'https://w3id.org/trialgraph/schema/DisclosureKind-STOCK',
    'LEADERSHIP': 'https://w3id.org/trialgraph/schema/DisclosureKind-LEADERSHIP',
    'INVENTOR': 'https://w3id.org/trialgraph/schema/DisclosureKind-INVENTOR',
    'FUNDING': 'https://w3id.org/trialgraph/schema/DisclosureKind-FUNDING',
    'OTHER': 'https://w3id.org/trialgraph/schema/DisclosureKind-OTHER',
}

# Restrictions of what investigators may say of the results. In the first two the sponsor may see it before and hold it back so long, and can neither ask for changes nor for longer.
DISCLOSURE_RESTRICTION: dict[str, str] = {
    'LTE60': 'https://w3id.org/trialgraph/schema/DisclosureRestriction-LTE60',
    'GT60': 'https://w3id.org/trialgraph/schema/DisclosureRestriction-GT60',
    'OTHER': 'https://w3id.org/trialgraph/schema/DisclosureRestriction-OTHER',
}

# What a drug is made of.
DRUG_KIND: dict[str, str] = {
    'SMALL_MOLECULE': 'https://w3id.org/trialgraph/schema/DrugKind-SMALL_MOLECULE',
    'ANTIBODY': 'https://w3id.org/trialgraph/schema/DrugKind-ANTIBODY',
    'ANTIBODY_DRUG_CONJUGATE': 'https://w3id.org/trialgraph/schema/DrugKind-ANTIBODY_DRUG_CONJUGATE',
    'BISPECIFIC_ANTIBODY': 'https://w3id.org/trialgraph/schema/DrugKind-BISPECIFIC_ANTIBODY',
    'CELL_THERAPY': 'https://w3id.org/trialgraph/schema/DrugKind-CELL_THERAPY',
    'PROTEIN': 'https://w3id.org/trialgraph/schema/DrugKind-PROTEIN',
    'PEPTIDE': 'https://w3id.org/trialgraph/schema/DrugKind-PEPTIDE',
    'VACCINE': 'https://w3id.org/trialgraph/schema/DrugKind-VACCINE',
    'GENE_THERAPY': 'https://w3id.org/trialgraph/schema/DrugKind-GENE_THERAPY',
    'OTHER': 'https://w3id.org/trialgraph/schema/DrugKind-OTHER',
}

# What a count of the participant flow is of.
FLOW_KIND: dict[str, str] = {
    'MILESTONE': 'https://w3id.org/trialgraph/schema/FlowKind-MILESTONE',
    'DROP_WITHDRAW': 'https://w3id.org/trialgraph/schema/FlowKind-DROP_WITHDRAW',
}

# Kinds of trial identifier.
IDENTIFIER_TYPE: dict[str, str] = {
    'REGISTRY': 'https://w3id.org/trialgraph/schema/IdentifierType-REGISTRY',
    'ORGANISATION': 'https://w3id.org/trialgraph/schema/IdentifierType-ORGANISATION',
    'SECONDARY': 'https://w3id.org/trialgraph/schema/IdentifierType-SECONDARY',
    'ALIAS': 'https://w3id.org/trialgraph/schema/IdentifierType-ALIAS',
    'GRANT': 'https://w3id.org/trialgraph/schema/IdentifierType-GRANT',
    'TITLE': 'https://w3id.org/trialgraph/schema/IdentifierType-TITLE',
}

# Layouts of arms.
INTERVENTION_MODEL: dict[str, str] = {
    'SINGLE_GROUP': 'https://w3id.org/trialgraph/schema/InterventionModel-SINGLE_GROUP',
    'PARALLEL': 'https://w3id.org/trialgraph/schema/InterventionModel-PARALLEL',
    'CROSSOVER': 'https://w3id.org/trialgraph/schema/InterventionModel-CROSSOVER',
    'FACTORIAL': 'https://w3id.org/trialgraph/schema/InterventionModel-FACTORIAL',
    'SEQUENTIAL': 'https://w3id.org/trialgraph/schema/InterventionModel-SEQUENTIAL',
}

# What an intervention is for in an arm.
INTERVENTION_ROLE: dict[str, str] = {
    'INVESTIGATIONAL': 'https://w3id.org/trialgraph/schema/InterventionRole-INVESTIGATIONAL',
    'COMPARATOR': 'https://w3id.org/trialgraph/schema/InterventionRole-COMPARATOR',
    'BACKGROUND': 'https://w3id.org/trialgraph/schema/InterventionRole-BACKGROUND',
    'SUPPORTIVE': 'https://w3id.org/trialgraph/schema/InterventionRole-SUPPORTIVE',
}

# Kinds of intervention of ClinicalTrials.gov.
INTERVENTION_TYPE: dict[str, str] = {
    'DRUG': 'https://w3id.org/trialgraph/schema/InterventionType-DRUG',
    'BIOLOGICAL': 'https://w3id.org/trialgraph/schema/InterventionType-BIOLOGICAL',
    'COMBINATION_PRODUCT': 'https://w3id.org/trialgraph/schema/InterventionType-COMBINATION_PRODUCT',
    'DEVICE': 'https://w3id.org/trialgraph/schema/InterventionType-DEVICE',
    'PROCEDURE': 'https://w3id.org/trialgraph/schema/InterventionType-PROCEDURE',
    'RADIATION': 'https://w3id.org/trialgraph/schema/InterventionType-RADIATION',
    'BEHAVIORAL': 'https://w3id.org/trialgraph/schema/InterventionType-BEHAVIORAL',
    'GENETIC': 'https://w3id.org/trialgraph/schema/InterventionType-GENETIC',
    'DIETARY_SUPPLEMENT': 'https://w3id.org/trialgraph/schema/InterventionType-DIETARY_SUPPLEMENT',
    'DIAGNOSTIC_TEST': 'https://w3id.org/trialgraph/schema/InterventionType-DIAGNOSTIC_TEST',
    'OTHER': 'https://w3id.org/trialgraph/schema/InterventionType-OTHER',
}

# Offices in a trial.
INVESTIGATOR_TYPE: dict[str, str] = {
    'PRINCIPAL_INVESTIGATOR': 'https://w3id.org/trialgraph/schema/InvestigatorType-PRINCIPAL_INVESTIGATOR',
    'SUB_INVESTIGATOR': 'https://w3id.org/trialgraph/schema/InvestigatorType-SUB_INVESTIGATOR',
    'STUDY_CHAIR': 'https://w3id.org/trialgraph/schema/InvestigatorType-STUDY_CHAIR',
    'STUDY_DIRECTOR': 'https://w3id.org/trialgraph/schema/InvestigatorType-STUDY_DIRECTOR',
    'RESPONSIBLE_PARTY': 'https://w3id.org/trialgraph/schema/InvestigatorType-RESPONSIBLE_PARTY',
    'OTHER': 'https://w3id.org/trialgraph/schema/InvestigatorType-OTHER',
}

# Answers to whether individual participant data will be shared.
IPD_PLAN: dict[str, str] = {
    'YES': 'https://w3id.org/trialgraph/schema/IpdPlan-YES',
    'NO': 'https://w3id.org/trialgraph/schema/IpdPlan-NO',
    'UNDECIDED': 'https://w3id.org/trialgraph/schema/IpdPlan-UNDECIDED',
}

# Kinds of difficulty.
ISSUE_KIND: dict[str, str] = {
    'CONFLICT': 'https://w3id.org/trialgraph/schema/IssueKind-CONFLICT',
    'UNUSUAL': 'https://w3id.org/trialgraph/schema/IssueKind-UNUSUAL',
    'NOT_UNDERSTOOD': 'https://w3id.org/trialgraph/schema/IssueKind-NOT_UNDERSTOOD',
}

# How a link is known.
LINK_SOURCE: dict[str, str] = {
    'REGISTRY': 'https://w3id.org/trialgraph/schema/LinkSource-REGISTRY',
    'NLM': 'https://w3id.org/trialgraph/schema/LinkSource-NLM',
    'PUBMED_DATABANK': 'https://w3id.org/trialgraph/schema/LinkSource-PUBMED_DATABANK',
    'TEXT': 'https://w3id.org/trialgraph/schema/LinkSource-TEXT',
}

# What a publication is to a trial.
LINK_TYPE: dict[str, str] = {
    'RESULT': 'https://w3id.org/trialgraph/schema/LinkType-RESULT',
    'BACKGROUND': 'https://w3id.org/trialgraph/schema/LinkType-BACKGROUND',
    'DERIVED': 'https://w3id.org/trialgraph/schema/LinkType-DERIVED',
    'MENTION': 'https://w3id.org/trialgraph/schema/LinkType-MENTION',
}

# Who may be masked.
MASKED_PARTY: dict[str, str] = {
    'PARTICIPANT': 'https://w3id.org/trialgraph/schema/MaskedParty-PARTICIPANT',
    'CARE_PROVIDER': 'https://w3id.org/trialgraph/schema/MaskedParty-CARE_PROVIDER',
    'INVESTIGATOR': 'https://w3id.org/trialgraph/schema/MaskedParty-INVESTIGATOR',
    'OUTCOMES_ASSESSOR': 'https://w3id.org/trialgraph/schema/MaskedParty-OUTCOMES_ASSESSOR',
}

# How many parties do not know the assignment.
MASKING: dict[str, str] = {
    'NONE': 'https://w3id.org/trialgraph/schema/Masking-NONE',
    'SINGLE': 'https://w3id.org/trialgraph/schema/Masking-SINGLE',
    'DOUBLE': 'https://w3id.org/trialgraph/schema/Masking-DOUBLE',
    'TRIPLE': 'https://w3id.org/trialgraph/schema/Masking-TRIPLE',
    'QUADRUPLE': 'https://w3id.org/trialgraph/schema/Masking-QUADRUPLE',
}

# How words matched a name of the vocabulary.
MATCH_KIND: dict[str, str] = {
    'LABEL': 'https://w3id.org/trialgraph/schema/MatchKind-LABEL',
    'SYNONYM': 'https://w3id.org/trialgraph/schema/MatchKind-SYNONYM',
    'TYPO': 'https://w3id.org/trialgraph/schema/MatchKind-TYPO',
    'IDENTIFIER': 'https://w3id.org/trialgraph/schema/MatchKind-IDENTIFIER',
    'NAME_AND_PLACE': 'https://w3id.org/trialgraph/schema/MatchKind-NAME_AND_PLACE',
    'MENTION': 'https://w3id.org/trialgraph/schema/MatchKind-MENTION',
}

# Layouts of observational studies.
OBSERVATIONAL_MODEL: dict[str, str] = {
    'COHORT': 'https://w3id.org/trialgraph/schema/ObservationalModel-COHORT',
    'CASE_CONTROL': 'https://w3id.org/trialgraph/schema/ObservationalModel-CASE_CONTROL',
    'CASE_ONLY': 'https://w3id.org/trialgraph/schema/ObservationalModel-CASE_ONLY',
    'CASE_CROSSOVER': 'https://w3id.org/trialgraph/schema/ObservationalModel-CASE_CROSSOVER',
    'ECOLOGIC_OR_COMMUNITY': 'https://w3id.org/trialgraph/schema/ObservationalModel-ECOLOGIC_OR_COMMUNITY',
    'FAMILY_BASED': 'https://w3id.org/trialgraph/schema/ObservationalModel-FAMILY_BASED',
    'DEFINED_POPULATION': 'https://w3id.org/trialgraph/schema/ObservationalModel-DEFINED_POPULATION',
    'NATURAL_HISTORY': 'https://w3id.org/trialgraph/schema/ObservationalModel-NATURAL_HISTORY',
    'OTHER': 'https://w3id.org/trialgraph/schema/ObservationalModel-OTHER',
}

# Comparisons.
OPERATOR: dict[str, str] = {
    'EQUAL': 'https://w3id.org/trialgraph/schema/Operator-EQUAL',
    'AT_LEAST': 'https://w3id.org/trialgraph/schema/Operator-AT_LEAST',
    'AT_MOST': 'https://w3id.org/trialgraph/schema/Operator-AT_MOST',
    'MORE_THAN': 'https://w3id.org/trialgraph/schema/Operator-MORE_THAN',
    'LESS_THAN': 'https://w3id.org/trialgraph/schema/Operator-LESS_THAN',
    'BETWEEN': 'https://w3id.org/trialgraph/schema/Operator-BETWEEN',
    'PRESENT': 'https://w3id.org/trialgraph/schema/Operator-PRESENT',
    'ABSENT': 'https://w3id.org/trialgraph/schema/Operator-ABSENT',
}

# Ranks of an outcome.
OUTCOME_TYPE: dict[str, str] = {
    'PRIMARY': 'http://purl.obolibrary.org/obo/NCIT_C98772',
    'SECONDARY': 'http://purl.obolibrary.org/obo/NCIT_C98781',
    'OTHER': 'https://w3id.org/trialgraph/schema/OutcomeType-OTHER',
    'POST_HOC': 'https://w3id.org/trialgraph/schema/OutcomeType-POST_HOC',
}

# The recruitment status tokens of ClinicalTrials.gov API v2.
OVERALL_STATUS: dict[str, str] = {
    'ACTIVE_NOT_RECRUITING': 'https://w3id.org/trialgraph/schema/OverallStatus-ACTIVE_NOT_RECRUITING',
    'COMPLETED': 'https://w3id.org/trialgraph/schema/OverallStatus-COMPLETED',
    'ENROLLING_BY_INVITATION': 'https://w3id.org/trialgraph/schema/OverallStatus-ENROLLING_BY_INVITATION',
    'NOT_YET_RECRUITING': 'https://w3id.org/trialgraph/schema/OverallStatus-NOT_YET_RECRUITING',
    'RECRUITING': 'https://w3id.org/trialgraph/schema/OverallStatus-RECRUITING',
    'SUSPENDED': 'https://w3id.org/trialgraph/schema/OverallStatus-SUSPENDED',
    'TERMINATED': 'https://w3id.org/trialgraph/schema/OverallStatus-TERMINATED',
    'WITHDRAWN': 'https://w3id.org/trialgraph/schema/OverallStatus-WITHDRAWN',
    'AVAILABLE': 'https://w3id.org/trialgraph/schema/OverallStatus-AVAILABLE',
    'NO_LONGER_AVAILABLE': 'https://w3id.org/trialgraph/schema/OverallStatus-NO_LONGER_AVAILABLE',
    'TEMPORARILY_NOT_AVAILABLE': 'https://w3id.org/trialgraph/schema/OverallStatus-TEMPORARILY_NOT_AVAILABLE',
    'APPROVED_FOR_MARKETING': 'https://w3id.org/trialgraph/schema/OverallStatus-APPROVED_FOR_MARKETING',
    'WITHHELD': 'https://w3id.org/trialgraph/schema/OverallStatus-WITHHELD',
    'UNKNOWN': 'https://w3id.org/trialgraph/schema/OverallStatus-UNKNOWN',
}

# Phases of drug development.
PHASE: dict[str, str] = {
    'EARLY_PHASE1': 'https://w3id.org/trialgraph/schema/Phase-EARLY_PHASE1',
    'PHASE1': 'http://purl.obolibrary.org/obo/NCIT_C15600',
    'PHASE2': 'http://purl.obolibrary.org/obo/NCIT_C15601',
    'PHASE3': 'http://purl.obolibrary.org/obo/NCIT_C15602',
    'PHASE4': 'http://purl.obolibrary.org/obo/NCIT_C15603',
    'NA': 'https://w3id.org/trialgraph/schema/Phase-NA',
}

# Whether those who meet a criterion are in or out.
POLARITY: dict[str, str] = {
    'INCLUSION': 'http://purl.obolibrary.org/obo/OBI_0500027',
    'EXCLUSION': 'http://purl.obolibrary.org/obo/OBI_0500028',
}

# Main reasons for a trial.
PRIMARY_PURPOSE: dict[str, str] = {
    'TREATMENT': 'https://w3id.org/trialgraph/schema/PrimaryPurpose-TREATMENT',
    'PREVENTION': 'https://w3id.org/trialgraph/schema/PrimaryPurpose-PREVENTION',
    'DIAGNOSTIC': 'https://w3id.org/trialgraph/schema/PrimaryPurpose-DIAGNOSTIC',
    'ECT': 'https://w3id.org/trialgraph/schema/PrimaryPurpose-ECT',
    'SUPPORTIVE_CARE': 'https://w3id.org/trialgraph/schema/PrimaryPurpose-SUPPORTIVE_CARE',
    'SCREENING': 'https://w3id.org/trialgraph/schema/PrimaryPurpose-SCREENING',
    'HEALTH_SERVICES_RESEARCH': 'https://w3id.org/trialgraph/schema/PrimaryPurpose-HEALTH_SERVICES_RESEARCH',
    'BASIC_SCIENCE': 'https://w3id.org/trialgraph/schema/PrimaryPurpose-BASIC_SCIENCE',
    'DEVICE_FEASIBILITY': 'https://w3id.org/trialgraph/schema/PrimaryPurpose-DEVICE_FEASIBILITY',
    'OTHER': 'https://w3id.org/trialgraph/schema/PrimaryPurpose-OTHER',
}

# Who answers for a record.
RESPONSIBLE_PARTY: dict[str, str] = {
    'SPONSOR': 'https://w3id.org/trialgraph/schema/ResponsibleParty-SPONSOR',
    'PRINCIPAL_INVESTIGATOR': 'https://w3id.org/trialgraph/schema/ResponsibleParty-PRINCIPAL_INVESTIGATOR',
    'SPONSOR_INVESTIGATOR': 'https://w3id.org/trialgraph/schema/ResponsibleParty-SPONSOR_INVESTIGATOR',
}

# Modules of a results section.
RESULT_MODULE: dict[str, str] = {
    'FLOW': 'https://w3id.org/trialgraph/schema/ResultModule-FLOW',
    'BASELINE': 'https://w3id.org/trialgraph/schema/ResultModule-BASELINE',
    'OUTCOME': 'https://w3id.org/trialgraph/schema/ResultModule-OUTCOME',
    'EVENTS': 'https://w3id.org/trialgraph/schema/ResultModule-EVENTS',
}

# How participants are drawn from a population.
SAMPLING_METHOD: dict[str, str] = {
    'PROBABILITY_SAMPLE': 'https://w3id.org/trialgraph/schema/SamplingMethod-PROBABILITY_SAMPLE',
    'NON_PROBABILITY_SAMPLE': 'https://w3id.org/trialgraph/schema/SamplingMethod-NON_PROBABILITY_SAMPLE',
}

# Whether an event is serious, or a total of all causes.
SERIOUSNESS: dict[str, str] = {
    'SERIOUS': 'https://w3id.org/trialgraph/schema/Seriousness-SERIOUS',
    'OTHER': 'https://w3id.org/trialgraph/schema/Seriousness-OTHER',
    'DEATHS': 'https://w3id.org/trialgraph/schema/Seriousness-DEATHS',
    'SERIOUS_TOTAL': 'https://w3id.org/trialgraph/schema/Seriousness-SERIOUS_TOTAL',
    'OTHER_TOTAL': 'https://w3id.org/trialgraph/schema/Seriousness-OTHER_TOTAL',
}

# Sexes that may take part.
SEX: dict[str, str] = {
    'ALL': 'https://w3id.org/trialgraph/schema/Sex-ALL',
    'FEMALE': 'https://w3id.org/trialgraph/schema/Sex-FEMALE',
    'MALE': 'https://w3id.org/trialgraph/schema/Sex-MALE',
}

# Kinds of source for the relation of a drug to its mechanism.
SOURCE_KIND: dict[str, str] = {
    'REGISTRY_TEXT': 'https://w3id.org/trialgraph/schema/SourceKind-REGISTRY_TEXT',
    'LABEL': 'https://w3id.org/trialgraph/schema/SourceKind-LABEL',
    'PUBLICATION': 'https://w3id.org/trialgraph/schema/SourceKind-PUBLICATION',
    'PUBLIC_TABLE': 'https://w3id.org/trialgraph/schema/SourceKind-PUBLIC_TABLE',
}

# Kinds of sponsor of ClinicalTrials.gov.
SPONSOR_CLASS: dict[str, str] = {
    'NIH': 'https://w3id.org/trialgraph/schema/SponsorClass-NIH',
    'FED': 'https://w3id.org/trialgraph/schema/SponsorClass-FED',
    'OTHER_GOV': 'https://w3id.org/trialgraph/schema/SponsorClass-OTHER_GOV',
    'INDIV': 'https://w3id.org/trialgraph/schema/SponsorClass-INDIV',
    'INDUSTRY': 'https://w3id.org/trialgraph/schema/SponsorClass-INDUSTRY',
    'NETWORK': 'https://w3id.org/trialgraph/schema/SponsorClass-NETWORK',
    'AMBIG': 'https://w3id.org/trialgraph/schema/SponsorClass-AMBIG',
    'OTHER': 'https://w3id.org/trialgraph/schema/SponsorClass-OTHER',
    'UNKNOWN': 'https://w3id.org/trialgraph/schema/SponsorClass-UNKNOWN',
}

# Parts that organisations play in a trial.
SPONSOR_TYPE: dict[str, str] = {
    'LEAD': 'https://w3id.org/trialgraph/schema/SponsorType-LEAD',
    'COLLABORATOR': 'https://w3id.org/trialgraph/schema/SponsorType-COLLABORATOR',
    'FUNDER': 'https://w3id.org/trialgraph/schema/SponsorType-FUNDER',
    'RESPONSIBLE_PARTY': 'https://w3id.org/trialgraph/schema/SponsorType-RESPONSIBLE_PARTY',
    'UPDATED_BY': 'https://w3id.org/trialgraph/schema/SponsorType-UPDATED_BY',
}

# Kinds of study.
STUDY_TYPE: dict[str, str] = {
    'INTERVENTIONAL': 'http://purl.obolibrary.org/obo/NCIT_C98388',
    'OBSERVATIONAL': 'http://purl.obolibrary.org/obo/NCIT_C16084',
    'EXPANDED_ACCESS': 'http://purl.obolibrary.org/obo/NCIT_C98722',
}

# What a target is made of.
TARGET_KIND: dict[str, str] = {
    'PROTEIN': 'https://w3id.org/trialgraph/schema/TargetKind-PROTEIN',
    'PROTEIN_FAMILY': 'https://w3id.org/trialgraph/schema/TargetKind-PROTEIN_FAMILY',
    'PROTEIN_COMPLEX': 'https://w3id.org/trialgraph/schema/TargetKind-PROTEIN_COMPLEX',
    'NUCLEIC_ACID': 'https://w3id.org/trialgraph/schema/TargetKind-NUCLEIC_ACID',
    'CELL': 'https://w3id.org/trialgraph/schema/TargetKind-CELL',
    'OTHER': 'https://w3id.org/trialgraph/schema/TargetKind-OTHER',
}

# Directions of observation.
TIME_PERSPECTIVE: dict[str, str] = {
    'PROSPECTIVE': 'https://w3id.org/trialgraph/schema/TimePerspective-PROSPECTIVE',
    'RETROSPECTIVE': 'https://w3id.org/trialgraph/schema/TimePerspective-RETROSPECTIVE',
    'CROSS_SECTIONAL': 'https://w3id.org/trialgraph/schema/TimePerspective-CROSS_SECTIONAL',
    'OTHER': 'https://w3id.org/trialgraph/schema/TimePerspective-OTHER',
}

ENUMS: dict[str, dict[str, str]] = {
    'ActionType': ACTION_TYPE,
    'AgeGroup': AGE_GROUP,
    'Allocation': ALLOCATION,
    'ArmType': ARM_TYPE,
    'Basis': BASIS,
    'Contribution': CONTRIBUTION,
    'CorrectionKind': CORRECTION_KIND,
    'DateType': DATE_TYPE,
    'DesignFeature': DESIGN_FEATURE,
    'DisclosureKind': DISCLOSURE_KIND,
    'DisclosureRestriction': DISCLOSURE_RESTRICTION,
    'DrugKind': DRUG_KIND,
    'FlowKind': FLOW_KIND,
    'IdentifierType': IDENTIFIER_TYPE,
    'InterventionModel': INTERVENTION_MODEL,
    'InterventionRole': INTERVENTION_ROLE,
    'InterventionType': INTERVENTION_TYPE,
    'InvestigatorType': INVESTIGATOR_TYPE,
    'IpdPlan': IPD_PLAN,
    'IssueKind': ISSUE_KIND,
    'LinkSource': LINK_SOURCE,
    'LinkType': LINK_TYPE,
    'MaskedParty': MASKED_PARTY,
    'Masking': MASKING,
    'MatchKind': MATCH_KIND,
    'ObservationalModel': OBSERVATIONAL_MODEL,
    'Operator': OPERATOR,
    'OutcomeType': OUTCOME_TYPE,
    'OverallStatus': OVERALL_STATUS,
    'Phase': PHASE,
    'Polarity': POLARITY,
    'PrimaryPurpose': PRIMARY_PURPOSE,
    'ResponsibleParty': RESPONSIBLE_PARTY,
    'ResultModule': RESULT_MODULE,
    'SamplingMethod': SAMPLING_METHOD,
    'Seriousness': SERIOUSNESS,
    'Sex': SEX,
    'SourceKind': SOURCE_KIND,
    'SponsorClass': SPONSOR_CLASS,
    'SponsorType': SPONSOR_TYPE,
    'StudyType': STUDY_TYPE,
    'TargetKind': TARGET_KIND,
    'TimePerspective': TIME_PERSPECTIVE,
}

LABELS: dict[str, str] = {
    'https://w3id.org/trialgraph/schema/ActionType-INHIBITOR': 'Inhibitor',
    'https://w3id.org/trialgraph/schema/ActionType-ANTAGONIST': 'Antagonist',
    'https://w3id.org/trialgraph/schema/ActionType-AGONIST': 'Agonist',
    'https://w3id.org/trialgraph/schema/ActionType-BLOCKER': 'Blocker',
    'https://w3id.org/trialgraph/schema/ActionType-DEGRADER': 'Degrader',
    'https://w3id.org/trialgraph/schema/ActionType-BINDER': 'Binder',
    'https://w3id.org/trialgraph/schema/ActionType-MODULATOR': 'Modulator',
    'https://w3id.org/trialgraph/schema/ActionType-ACTIVATOR': 'Activator',
    'https://w3id.org/trialgraph/schema/ActionType-CYTOTOXIC': 'Cytotoxic',
    'https://w3id.org/trialgraph/schema/ActionType-DEPLETER': 'Depleter',
    'https://w3id.org/trialgraph/schema/ActionType-STIMULANT': 'Stimulant',
    'https://w3id.org/trialgraph/schema/ActionType-OTHER': 'Other',
    'https://w3id.org/trialgraph/schema/AgeGroup-CHILD': 'Child',
    'https://w3id.org/trialgraph/schema/AgeGroup-ADULT': 'Adult',
    'https://w3id.org/trialgraph/schema/AgeGroup-OLDER_ADULT': 'Older adult',
    'https://w3id.org/trialgraph/schema/Allocation-RANDOMIZED': 'Randomized',
    'https://w3id.org/trialgraph/schema/Allocation-NON_RANDOMIZED': 'Non-randomized',
    'https://w3id.org/trialgraph/schema/Allocation-NA': 'Not applicable',
    'https://w3id.org/trialgraph/schema/ArmType-EXPERIMENTAL': 'Experimental',
    'https://w3id.org/trialgraph/schema/ArmType-ACTIVE_COMPARATOR': 'Active comparator',
    'https://w3id.org/trialgraph/schema/ArmType-PLACEBO_COMPARATOR': 'Placebo comparator',
    'https://w3id.org/trialgraph/schema/ArmType-SHAM_COMPARATOR': 'Sham comparator',
    'https://w3id.org/trialgraph/schema/ArmType-NO_INTERVENTION': 'No intervention',
    'https://w3id.org/trialgraph/schema/ArmType-OTHER': 'Other',
    'https://w3id.org/trialgraph/schema/Basis-STATED': 'Stated',
    'https://w3id.org/trialgraph/schema/Basis-DERIVED': 'Derived',
    'https://w3id.org/trialgraph/schema/Basis-INFERRED': 'Inferred',
    'https://w3id.org/trialgraph/schema/Contribution-AUTHOR': 'Author',
    'https://w3id.org/trialgraph/schema/Contribution-FIRST_AUTHOR': 'First author',
    'https://w3id.org/trialgraph/schema/Contribution-LAST_AUTHOR': 'Last author',
    'https://w3id.org/trialgraph/schema/Contribution-CORRESPONDING_AUTHOR': 'Corresponding author',
    'https://w3id.org/trialgraph/schema/Contribution-EDITOR': 'Editor',
    'https://w3id.org/trialgraph/schema/Contribution-INVESTIGATOR': 'Investigator',
    'https://w3id.org/trialgraph/schema/Contribution-SUBJECT': 'Subject',
    'https://w3id.org/trialgraph/schema/CorrectionKind-COMMENT_IN': 'Comment in',
    'https://w3id.org/trialgraph/schema/CorrectionKind-COMMENT_ON': 'Comment on',
    'https://w3id.org/trialgraph/schema/CorrectionKind-CORRECTED_AND_REPUBLISHED_IN': 'Corrected and republished in',
    'https://w3id.org/trialgraph/schema/CorrectionKind-CORRECTED_AND_REPUBLISHED_FROM': 'Corrected and republished from',
    'https://w3id.org/trialgraph/schema/CorrectionKind-DATASET_DESCRIBED_IN': 'Dataset described in',
    'https://w3id.org/trialgraph/schema/CorrectionKind-ASSOCIATED_DATASET': 'Associated dataset',
    'https://w3id.org/trialgraph/schema/CorrectionKind-ASSOCIATED_PUBLICATION': 'Associated publication',
    'https://w3id.org/trialgraph/schema/CorrectionKind-ERRATUM_IN': 'Erratum in',
    'https://w3id.org/trialgraph/schema/CorrectionKind-ERRATUM_FOR': 'Erratum for',
    'https://w3id.org/trialgraph/schema/CorrectionKind-EXPRESSION_OF_CONCERN_IN': 'Expression of concern in',
    'https://w3id.org/trialgraph/schema/CorrectionKind-EXPRESSION_OF_CONCERN_FOR': 'Expression of concern for',
    'https://w3id.org/trialgraph/schema/CorrectionKind-ORIGINAL_REPORT_IN': 'Original report in',
    'https://w3id.org/trialgraph/schema/CorrectionKind-PARTIAL_RETRACTION_IN': 'Partial retraction in',
    'https://w3id.org/trialgraph/schema/CorrectionKind-PARTIAL_RETRACTION_OF': 'Partial retraction of',
    'https://w3id.org/trialgraph/schema/CorrectionKind-REPRINT_IN': 'Reprint in',
    'https://w3id.org/trialgraph/schema/CorrectionKind-REPRINT_OF': 'Reprint of',
    'https://w3id.org/trialgraph/schema/CorrectionKind-REPUBLISHED_IN': 'Republished in',
    'https://w3id.org/trialgraph/schema/CorrectionKind-REPUBLISHED_FROM': 'Republished from',
    'https://w3id.org/trialgraph/schema/CorrectionKind-RETRACTED_AND_REPUBLISHED_IN': 'Retracted and republished in',
    'https://w3id.org/trialgraph/schema/CorrectionKind-RETRACTED_AND_REPUBLISHED_FROM': 'Retracted and republished from',
    'https://w3id.org/trialgraph/schema/CorrectionKind-RETRACTION_IN': 'Retraction in',
    'https://w3id.org/trialgraph/schema/CorrectionKind-RETRACTION_OF': 'Retraction of',
    'https://w3id.org/trialgraph/schema/CorrectionKind-SUMMARY_FOR_PATIENTS_IN': 'Summary for patients in',
    'https://w3id.org/trialgraph/schema/CorrectionKind-UPDATE_IN': 'Update in',
    'https://w3id.org/trialgraph/schema/CorrectionKind-UPDATE_OF': 'Update of',
    'https://w3id.org/trialgraph/schema/CorrectionKind-CITES': 'Cites',
    'https://w3id.org/trialgraph/schema/CorrectionKind-OTHER': 'Other',
    'https://w3id.org/trialgraph/schema/DateType-ACTUAL': 'Actual',
    'https://w3id.org/trialgraph/schema/DateType-ESTIMATED': 'Estimated',
    'https://w3id.org/trialgraph/schema/DesignFeature-PROSPECTIVE': 'Prospective',
    'https://w3id.org/trialgraph/schema/DesignFeature-RETROSPECTIVE': 'Retrospective',
    'https://w3id.org/trialgraph/schema/DesignFeature-MULTICENTRE': 'Multicentre',
    'https://w3id.org/trialgraph/schema/DesignFeature-SINGLE_CENTRE': 'Single-centre',
    'https://w3id.org/trialgraph/schema/DisclosureKind-NONE_DECLARED': 'No competing interests declared',
    'https://w3id.org/trialgraph/schema/DisclosureKind-EMPLOYMENT': 'Employment',
    'https://w3id.org/trialgraph/schema/DisclosureKind-STOCK': 'Stock',
    'https://w3id.org/trialgraph/schema/DisclosureKind-LEADERSHIP': 'Leadership',
    'https://w3id.org/trialgraph/schema/DisclosureKind-INVENTOR': 'Inventor on a patent',
    'https://w3id.org/trialgraph/schema/DisclosureKind-FUNDING': 'Funding or fees',
    'https://w3id.org/trialgraph/schema/DisclosureKind-OTHER': 'Other',
    'https://w3id.org/trialgraph/schema/DisclosureRestriction-LTE60': 'At most 60 days',
    'https://w3id.org/trialgraph/schema/DisclosureRestriction-GT60': '61 to 180 days',
    'https://w3id.org/trialgraph/schema/DisclosureRestriction-OTHER': 'Other',
    'https://w3id.org/trialgraph/schema/DrugKind-SMALL_MOLECULE': 'Small molecule',
    'https://w3id.org/trialgraph/schema/DrugKind-ANTIBODY': 'Antibody',
    'https://w3id.org/trialgraph/schema/DrugKind-ANTIBODY_DRUG_CONJUGATE': 'Antibody-drug conjugate',
    'https://w3id.org/trialgraph/schema/DrugKind-BISPECIFIC_ANTIBODY': 'Bispecific antibody',
    'https://w3id.org/trialgraph/schema/DrugKind-CELL_THERAPY': 'Cell therapy',
    'https://w3id.org/trialgraph/schema/DrugKind-PROTEIN': 'Protein',
    'https://w3id.org/trialgraph/schema/DrugKind-PEPTIDE': 'Peptide',
    'https://w3id.org/trialgraph/schema/DrugKind-VACCINE': 'Vaccine',
    'https://w3id.org/trialgraph/schema/DrugKind-GENE_THERAPY': 'Gene therapy',
    'https://w3id.org/trialgraph/schema/DrugKind-OTHER': 'Other',
    'https://w3id.org/trialgraph/schema/FlowKind-MILESTONE': 'Milestone',
    'https://w3id.org/trialgraph/schema/FlowKind-DROP_WITHDRAW': 'Reason for dropping out',
    'https://w3id.org/trialgraph/schema/IdentifierType-REGISTRY': 'Registry number',
    'https://w3id.org/trialgraph/schema/IdentifierType-ORGANISATION': "Organisation's own number",
    'https://w3id.org/trialgraph/schema/IdentifierType-SECONDARY': 'Secondary number',
    'https://w3id.org/trialgraph/schema/IdentifierType-ALIAS': 'Former number of the same trial',
    'https://w3id.org/trialgraph/schema/IdentifierType-GRANT': 'Grant or contract',
    'https://w3id.org/trialgraph/schema/IdentifierType-TITLE': 'Key made from the official title',
    'https://w3id.org/trialgraph/schema/InterventionModel-SINGLE_GROUP': 'Single group assignment',
    'https://w3id.org/trialgraph/schema/InterventionModel-PARALLEL': 'Parallel assignment',
    'https://w3id.org/trialgraph/schema/InterventionModel-CROSSOVER': 'Crossover assignment',
    'https://w3id.org/trialgraph/schema/InterventionModel-FACTORIAL': 'Factorial assignment',
    'https://w3id.org/trialgraph/schema/InterventionModel-SEQUENTIAL': 'Sequential assignment',
    'https://w3id.org/trialgraph/schema/InterventionRole-INVESTIGATIONAL': 'Investigational',
    'https://w3id.org/trialgraph/schema/InterventionRole-COMPARATOR': 'Comparator',
    'https://w3id.org/trialgraph/schema/InterventionRole-BACKGROUND': 'Background',
    'https://w3id.org/trialgraph/schema/InterventionRole-SUPPORTIVE': 'Supportive',
    'https://w3id.org/trialgraph/schema/InterventionType-DRUG': 'Drug',
    'https://w3id.org/trialgraph/schema/InterventionType-BIOLOGICAL': 'Biological',
    'https://w3id.org/trialgraph/schema/InterventionType-COMBINATION_PRODUCT': 'Combination product',
    'https://w3id.org/trialgraph/schema/InterventionType-DEVICE': 'Device',
    'https://w3id.org/trialgraph/schema/InterventionType-PROCEDURE': 'Procedure',
    'https://w3id.org/trialgraph/schema/InterventionType-RADIATION': 'Radiation',
    'https://w3id.org/trialgraph/schema/InterventionType-BEHAVIORAL': 'Behavioral',
    'https://w3id.org/trialgraph/schema/InterventionType-GENETIC': 'Genetic',
    'https://w3id.org/trialgraph/schema/InterventionType-DIETARY_SUPPLEMENT': 'Dietary supplement',
    'https://w3id.org/trialgraph/schema/InterventionType-DIAGNOSTIC_TEST': 'Diagnostic test',
    'https://w3id.org/trialgraph/schema/InterventionType-OTHER': 'Other',
    'https://w3id.org/trialgraph/schema/InvestigatorType-PRINCIPAL_INVESTIGATOR': 'Principal investigator',
    'https://w3id.org/trialgraph/schema/InvestigatorType-SUB_INVESTIGATOR': 'Sub-investigator',
    'https://w3id.org/trialgraph/schema/InvestigatorType-STUDY_CHAIR': 'Study chair',
    'https://w3id.org/trialgraph/schema/InvestigatorType-STUDY_DIRECTOR': 'Study director',
    'https://w3id.org/trialgraph/schema/InvestigatorType-RESPONSIBLE_PARTY': 'Responsible party',
    'https://w3id.org/trialgraph/schema/InvestigatorType-OTHER': 'Other',
    'https://w3id.org/trialgraph/schema/IpdPlan-YES': 'Yes',
    'https://w3id.org/trialgraph/schema/IpdPlan-NO': 'No',
    'https://w3id.org/trialgraph/schema/IpdPlan-UNDECIDED': 'Undecided',
    'https://w3id.org/trialgraph/schema/IssueKind-CONFLICT': 'Conflict',
    'https://w3id.org/trialgraph/schema/IssueKind-UNUSUAL': 'Unusual',
    'https://w3id.org/trialgraph/schema/IssueKind-NOT_UNDERSTOOD': 'Not understood',
    'https://w3id.org/trialgraph/schema/LinkSource-REGISTRY': 'Listed in the registry record',
    'https://w3id.org/trialgraph/schema/LinkSource-NLM': 'Added to the registry record by NLM',
    'https://w3id.org/trialgraph/schema/LinkSource-PUBMED_DATABANK': 'Databank field of the PubMed record',
    'https://w3id.org/trialgraph/schema/LinkSource-TEXT': 'Number in the words',
    'https://w3id.org/trialgraph/schema/LinkType-RESULT': 'Reports results',
    'https://w3id.org/trialgraph/schema/LinkType-BACKGROUND': 'Background',
    'https://w3id.org/trialgraph/schema/LinkType-DERIVED': 'Derived',
    'https://w3id.org/trialgraph/schema/LinkType-MENTION': 'Mention',
    'https://w3id.org/trialgraph/schema/MaskedParty-PARTICIPANT': 'Participant',
    'https://w3id.org/trialgraph/schema/MaskedParty-CARE_PROVIDER': 'Care provider',
    'https://w3id.org/trialgraph/schema/MaskedParty-INVESTIGATOR': 'Investigator',
    'https://w3id.org/trialgraph/schema/MaskedParty-OUTCOMES_ASSESSOR': 'Outcomes assessor',
    'https://w3id.org/trialgraph/schema/Masking-NONE': 'None (open label)',
    'https://w3id.org/trialgraph/schema/Masking-SINGLE': 'Single',
    'https://w3id.org/trialgraph/schema/Masking-DOUBLE': 'Double',
    'https://w3id.org/trialgraph/schema/Masking-TRIPLE': 'Triple',
    'https://w3id.org/trialgraph/schema/Masking-QUADRUPLE': 'Quadruple',
    'https://w3id.org/trialgraph/schema/MatchKind-LABEL': 'Preferred label',
    'https://w3id.org/trialgraph/schema/MatchKind-SYNONYM': 'Synonym',
    'https://w3id.org/trialgraph/schema/MatchKind-TYPO': 'Misspelling',
    'https://w3id.org/trialgraph/schema/MatchKind-IDENTIFIER': 'Identifier',
    'https://w3id.org/trialgraph/schema/MatchKind-NAME_AND_PLACE': 'Name and place',
    'https://w3id.org/trialgraph/schema/MatchKind-MENTION': 'Own mention',
    'https://w3id.org/trialgraph/schema/ObservationalModel-COHORT': 'Cohort',
    'https://w3id.org/trialgraph/schema/ObservationalModel-CASE_CONTROL': 'Case-control',
    'https://w3id.org/trialgraph/schema/ObservationalModel-CASE_ONLY': 'Case-only',
    'https://w3id.org/trialgraph/schema/ObservationalModel-CASE_CROSSOVER': 'Case-crossover',
    'https://w3id.org/trialgraph/schema/ObservationalModel-ECOLOGIC_OR_COMMUNITY': 'Ecologic or community',
    'https://w3id.org/trialgraph/schema/ObservationalModel-FAMILY_BASED': 'Family-based',
    'https://w3id.org/trialgraph/schema/ObservationalModel-DEFINED_POPULATION': 'Defined population',
    'https://w3id.org/trialgraph/schema/ObservationalModel-NATURAL_HISTORY': 'Natural history',
    'https://w3id.org/trialgraph/schema/ObservationalModel-OTHER': 'Other',
    'https://w3id.org/trialgraph/schema/Operator-EQUAL': '=',
    'https://w3id.org/trialgraph/schema/Operator-AT_LEAST': '≥',
    'https://w3id.org/trialgraph/schema/Operator-AT_MOST': '≤',
    'https://w3id.org/trialgraph/schema/Operator-MORE_THAN': '>',
    'https://w3id.org/trialgraph/schema/Operator-LESS_THAN': '<',
    'https://w3id.org/trialgraph/schema/Operator-BETWEEN': 'between',
    'https://w3id.org/trialgraph/schema/Operator-PRESENT': 'present',
    'https://w3id.org/trialgraph/schema/Operator-ABSENT': 'absent',
    'http://purl.obolibrary.org/obo/NCIT_C98772': 'Primary',
    'http://purl.obolibrary.org/obo/NCIT_C98781': 'Secondary',
    'https://w3id.org/trialgraph/schema/OutcomeType-OTHER': 'Other pre-specified',
    'https://w3id.org/trialgraph/schema/OutcomeType-POST_HOC': 'Post hoc',
    'https://w3id.org/trialgraph/schema/OverallStatus-ACTIVE_NOT_RECRUITING': 'Active, not recruiting',
    'https://w3id.org/trialgraph/schema/OverallStatus-COMPLETED': 'Completed',
    'https://w3id.org/trialgraph/schema/OverallStatus-ENROLLING_BY_INVITATION': 'Enrolling by invitation',
    'https://w3id.org/trialgraph/schema/OverallStatus-NOT_YET_RECRUITING': 'Not yet recruiting',
    'https://w3id.org/trialgraph/schema/OverallStatus-RECRUITING': 'Recruiting',
    'https://w3id.org/trialgraph/schema/OverallStatus-SUSPENDED': 'Suspended',
    'https://w3id.org/trialgraph/schema/OverallStatus-TERMINATED': 'Terminated',
    'https://w3id.org/trialgraph/schema/OverallStatus-WITHDRAWN': 'Withdrawn',
    'https://w3id.org/trialgraph/schema/OverallStatus-AVAILABLE': 'Available',
    'https://w3id.org/trialgraph/schema/OverallStatus-NO_LONGER_AVAILABLE': 'No longer available',
    'https://w3id.org/trialgraph/schema/OverallStatus-TEMPORARILY_NOT_AVAILABLE': 'Temporarily not available',
    'https://w3id.org/trialgraph/schema/OverallStatus-APPROVED_FOR_MARKETING': 'Approved for marketing',
    'https://w3id.org/trialgraph/schema/OverallStatus-WITHHELD': 'Withheld',
    'https://w3id.org/trialgraph/schema/OverallStatus-UNKNOWN': 'Unknown status',
    'https://w3id.org/trialgraph/schema/Phase-EARLY_PHASE1': 'Early phase 1',
    'http://purl.obolibrary.org/obo/NCIT_C15600': 'Phase 1',
    'http://purl.obolibrary.org/obo/NCIT_C15601': 'Phase 2',
    'http://purl.obolibrary.org/obo/NCIT_C15602': 'Phase 3',
    'http://purl.obolibrary.org/obo/NCIT_C15603': 'Phase 4',
    'https://w3id.org/trialgraph/schema/Phase-NA': 'Not applicable',
    'http://purl.obolibrary.org/obo/OBI_0500027': 'Inclusion',
    'http://purl.obolibrary.org/obo/OBI_0500028': 'Exclusion',
    'https://w3id.org/trialgraph/schema/PrimaryPurpose-TREATMENT': 'Treatment',
    'https://w3id.org/trialgraph/schema/PrimaryPurpose-PREVENTION': 'Prevention',
    'https://w3id.org/trialgraph/schema/PrimaryPurpose-DIAGNOSTIC': 'Diagnostic',
    'https://w3id.org/trialgraph/schema/PrimaryPurpose-ECT': 'Educational/counseling/training',
    'https://w3id.org/trialgraph/schema/PrimaryPurpose-SUPPORTIVE_CARE': 'Supportive care',
    'https://w3id.org/trialgraph/schema/PrimaryPurpose-SCREENING': 'Screening',
    'https://w3id.org/trialgraph/schema/PrimaryPurpose-HEALTH_SERVICES_RESEARCH': 'Health services research',
    'https://w3id.org/trialgraph/schema/PrimaryPurpose-BASIC_SCIENCE': 'Basic science',
    'https://w3id.org/trialgraph/schema/PrimaryPurpose-DEVICE_FEASIBILITY': 'Device feasibility',
    'https://w3id.org/trialgraph/schema/PrimaryPurpose-OTHER': 'Other',
    'https://w3id.org/trialgraph/schema/ResponsibleParty-SPONSOR': 'Sponsor',
    'https://w3id.org/trialgraph/schema/ResponsibleParty-PRINCIPAL_INVESTIGATOR': 'Principal investigator',
    'https://w3id.org/trialgraph/schema/ResponsibleParty-SPONSOR_INVESTIGATOR': 'Sponsor-investigator',
    'https://w3id.org/trialgraph/schema/ResultModule-FLOW': 'Participant flow',
    'https://w3id.org/trialgraph/schema/ResultModule-BASELINE': 'Baseline characteristics',
    'https://w3id.org/trialgraph/schema/ResultModule-OUTCOME': 'Outcome measures',
    'https://w3id.org/trialgraph/schema/ResultModule-EVENTS': 'Adverse events',
    'https://w3id.org/trialgraph/schema/SamplingMethod-PROBABILITY_SAMPLE': 'Probability sample',
    'https://w3id.org/trialgraph/schema/SamplingMethod-NON_PROBABILITY_SAMPLE': 'Non-probability sample',
    'https://w3id.org/trialgraph/schema/Seriousness-SERIOUS': 'Serious',
    'https://w3id.org/trialgraph/schema/Seriousness-OTHER': 'Not serious',
    'https://w3id.org/trialgraph/schema/Seriousness-DEATHS': 'All-cause mortality',
    'https://w3id.org/trialgraph/schema/Seriousness-SERIOUS_TOTAL': 'Any serious event',
    'https://w3id.org/trialgraph/schema/Seriousness-OTHER_TOTAL': 'Any other event',
    'https://w3id.org/trialgraph/schema/Sex-ALL': 'All',
    'https://w3id.org/trialgraph/schema/Sex-FEMALE': 'Female',
    'https://w3id.org/trialgraph/schema/Sex-MALE': 'Male',
    'https://w3id.org/trialgraph/schema/SourceKind-REGISTRY_TEXT': 'Registry text',
    'https://w3id.org/trialgraph/schema/SourceKind-LABEL': 'Drug label',
    'https://w3id.org/trialgraph/schema/SourceKind-PUBLICATION': 'Publication',
    'https://w3id.org/trialgraph/schema/SourceKind-PUBLIC_TABLE': 'Public table',
    'https://w3id.org/trialgraph/schema/SponsorClass-NIH': 'U.S. National Institutes of Health',
    'https://w3id.org/trialgraph/schema/SponsorClass-FED': 'Other U.S. federal agency',
    'https://w3id.org/trialgraph/schema/SponsorClass-OTHER_GOV': 'Other government',
    'https://w3id.org/trialgraph/schema/SponsorClass-INDIV': 'Individual',
    'https://w3id.org/trialgraph/schema/SponsorClass-INDUSTRY': 'Industry',
    'https://w3id.org/trialgraph/schema/SponsorClass-NETWORK': 'Network',
    'https://w3id.org/trialgraph/schema/SponsorClass-AMBIG': 'Ambiguous',
    'https://w3id.org/trialgraph/schema/SponsorClass-OTHER': 'Other',
    'https://w3id.org/trialgraph/schema/SponsorClass-UNKNOWN': 'Unknown',
    'https://w3id.org/trialgraph/schema/SponsorType-LEAD': 'Lead sponsor',
    'https://w3id.org/trialgraph/schema/SponsorType-COLLABORATOR': 'Collaborator',
    'https://w3id.org/trialgraph/schema/SponsorType-FUNDER': 'Funder',
    'https://w3id.org/trialgraph/schema/SponsorType-RESPONSIBLE_PARTY': 'Responsible party',
    'https://w3id.org/trialgraph/schema/SponsorType-UPDATED_BY': 'Updated by',
    'http://purl.obolibrary.org/obo/NCIT_C98388': 'Interventional',
    'http://purl.obolibrary.org/obo/NCIT_C16084': 'Observational',
    'http://purl.obolibrary.org/obo/NCIT_C98722': 'Expanded access',
    'https://w3id.org/trialgraph/schema/TargetKind-PROTEIN': 'Protein',
    'https://w3id.org/trialgraph/schema/TargetKind-PROTEIN_FAMILY': 'Protein family',
    'https://w3id.org/trialgraph/schema/TargetKind-PROTEIN_COMPLEX': 'Protein complex',
    'https://w3id.org/trialgraph/schema/TargetKind-NUCLEIC_ACID': 'Nucleic acid',
    'https://w3id.org/trialgraph/schema/TargetKind-CELL': 'Cell',
    'https://w3id.org/trialgraph/schema/TargetKind-OTHER': 'Other',
    'https://w3id.org/trialgraph/schema/TimePerspective-PROSPECTIVE': 'Prospective',
    'https://w3id.org/trialgraph/schema/TimePerspective-RETROSPECTIVE': 'Retrospective',
    'https://w3id.org/trialgraph/schema/TimePerspective-CROSS_SECTIONAL': 'Cross-sectional',
    'https://w3id.org/trialgraph/schema/TimePerspective-OTHER': 'Other',
}
