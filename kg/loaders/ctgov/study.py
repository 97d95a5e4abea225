"""A study as ClinicalTrials.gov API v2 lays it out: the parts that are read, whatever format they came in.

Field reference: https://clinicaltrials.gov/data-api/about-api/study-data-structure. Names are those of the API in
snake case. Tokens are those of the API; loaders of older formats turn their words into them. Results are in
:mod:`kg.loaders.ctgov.study_results`.
"""

from __future__ import annotations

from decimal import Decimal

import msgspec

from kg.loaders.ctgov.study_results import ResultsSection


class Part(msgspec.Struct, rename="camel", gc=False):
    """A JSON object of a study; absent values are None or empty, and names that are not here are passed over."""


class DateStruct(Part):
    date: str | None = None
    type: str | None = None


class OrganizationOfStudy(Part):
    full_name: str | None = None
    class_: str | None = msgspec.field(default=None, name="class")


class IdInfo(Part):
    id: str | None = None
    type: str | None = None
    domain: str | None = None
    link: str | None = None


class IdentificationModule(Part):
    nct_id: str
    nct_id_aliases: tuple[str, ...] = ()
    org_study_id_info: IdInfo | None = None
    secondary_id_infos: tuple[IdInfo, ...] = ()
    organization: OrganizationOfStudy | None = None
    brief_title: str | None = None
    official_title: str | None = None
    acronym: str | None = None


class ExpandedAccessInfo(Part):
    has_expanded_access: bool | None = None
    nct_id: str | None = None
    status_for_nct_id: str | None = None


class StatusModule(Part):
    status_verified_date: str | None = None
    overall_status: str | None = None
    last_known_status: str | None = None
    delayed_posting: bool | None = None
    why_stopped: str | None = None
    expanded_access_info: ExpandedAccessInfo | None = None
    start_date_struct: DateStruct | None = None
    primary_completion_date_struct: DateStruct | None = None
    completion_date_struct: DateStruct | None = None
    study_first_submit_date: str | None = None
    study_first_submit_qc_date: str | None = None
    study_first_post_date_struct: DateStruct | None = None
    results_waived: bool | None = None
    results_first_submit_date: str | None = None
    results_first_submit_qc_date: str | None = None
    results_first_post_date_struct: DateStruct | None = None
    disp_first_submit_date: str | None = None
    disp_first_submit_qc_date: str | None = None
    disp_first_post_date_struct: DateStruct | None = None
    last_update_submit_date: str | None = None
    # Only the legacy XML has it.
    last_update_submit_qc_date: str | None = None
    last_update_post_date_struct: DateStruct | None = None


class ResponsibleParty(Part):
    type: str | None = None
    investigator_full_name: str | None = None
    investigator_title: str | None = None
    investigator_affiliation: str | None = None
    old_name_title: str | None = None
    old_organization: str | None = None


class SponsorOfStudy(Part):
    name: str | None = None
    class_: str | None = msgspec.field(default=None, name="class")


class SponsorCollaboratorsModule(Part):
    responsible_party: ResponsibleParty | None = None
    lead_sponsor: SponsorOfStudy | None = None
    collaborators: tuple[SponsorOfStudy, ...] = ()


class OversightModule(Part):
    oversight_has_dmc: bool | None = None
    is_fda_regulated_drug: bool | None = None
    is_fda_regulated_device: bool | None = None
    is_unapproved_device: bool | None = None
    is_ppsd: bool | None = None
    is_us_export: bool | None = None
    fdaaa801_violation: bool | None = None


class DescriptionModule(Part):
    brief_summary: str | None = None
    detailed_description: str | None = None


class ConditionsModule(Part):
    conditions: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()


class ExpandedAccessTypes(Part):
    individual: bool | None = None
    intermediate: bool | None = None
    treatment: bool | None = None


class MaskingInfo(Part):
    masking: str | None = None
    masking_description: str | None = None
    who_masked: tuple[str, ...] = ()


class DesignInfo(Part):
    allocation: str | None = None
    intervention_model: str | None = None
    intervention_model_description: str | None = None
    primary_purpose: str | None = None
    observational_model: str | None = None
    time_perspective: str | None = None
    masking_info: MaskingInfo | None = None


class BioSpec(Part):
    retention: str | None = None
    description: str | None = None


class EnrollmentInfo(Part):
    count: int | None = None
    type: str | None = None


class DesignModule(Part):
    study_type: str | None = None
    n_ptrs_to_this_exp_acc_nct_id: int | None = None
    expanded_access_types: ExpandedAccessTypes | None = None
    patient_registry: bool | None = None
    target_duration: str | None = None
    phases: tuple[str, ...] = ()
    design_info: DesignInfo | None = None
    bio_spec: BioSpec | None = None
    enrollment_info: EnrollmentInfo | None = None


class ArmGroup(Part):
    label: str | None = None
    type: str | None = None
    description: str | None = None
    intervention_names: tuple[str, ...] = ()


class InterventionOfStudy(Part):
    type: str | None = None
    name: str | None = None
    description: str | None = None
    arm_group_labels: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()


class ArmsInterventionsModule(Part):
    arm_groups: tuple[ArmGroup, ...] = ()
    interventions: tuple[InterventionOfStudy, ...] = ()


class OutcomeOfStudy(Part):
    measure: str | None = None
    description: str | None = None
    time_frame: str | None = None


class OutcomesModule(Part):
    primary_outcomes: tuple[OutcomeOfStudy, ...] = ()
    secondary_outcomes: tuple[OutcomeOfStudy, ...] = ()
    other_outcomes: tuple[OutcomeOfStudy, ...] = ()


class EligibilityModule(Part):
    eligibility_criteria: str | None = None
    healthy_volunteers: bool | None = None
    sex: str | None = None
    gender_based: bool | None = None
    gender_description: str | None = None
    minimum_age: str | None = None
    maximum_age: str | None = None
    std_ages: tuple[str, ...] = ()
    study_population: str | None = None
    sampling_method: str | None = None


class ContactOfStudy(Part):
    name: str | None = None
    role: str | None = None
    phone: str | None = None
    phone_ext: str | None = None
    email: str | None = None
    # Only the legacy XML has it, of the investigators of a site.
    affiliation: str | None = None


class Official(Part):
    name: str | None = None
    affiliation: str | None = None
    role: str | None = None


class GeoPoint(Part):
    lat: Decimal | None = None
    lon: Decimal | None = None


class Location(Part):
    facility: str | None = None
    status: str | None = None
    city: str | None = None
    state: str | None = None
    zip: str | None = None
    country: str | None = None
    contacts: tuple[ContactOfStudy, ...] = ()
    geo_point: GeoPoint | None = None


class ContactsLocationsModule(Part):
    central_contacts: tuple[ContactOfStudy, ...] = ()
    overall_officials: tuple[Official, ...] = ()
    locations: tuple[Location, ...] = ()


class RetractionOfReference(Part):
    pmid: str | None = None
    source: str | None = None


class Reference(Part):
    pmid: str | None = None
    type: str | None = None
    citation: str | None = None
    retractions: tuple[RetractionOfReference, ...] = ()


class SeeAlsoLink(Part):
    label: str | None = None
    url: str | None = None


class AvailIpd(Part):
    id: str | None = None
    type: str | None = None
    url: str | None = None
    comment: str | None = None


class ReferencesModule(Part):
    references: tuple[Reference, ...] = ()
    see_also_links: tuple[SeeAlsoLink, ...] = ()
    avail_ipds: tuple[AvailIpd, ...] = ()


class IpdSharingStatementModule(Part):
    ipd_sharing: str | None = None
    description: str | None = None
    info_types: tuple[str, ...] = ()
    time_frame: str | None = None
    access_criteria: str | None = None
    url: str | None = None


class ProtocolSection(Part):
    identification_module: IdentificationModule
    status_module: StatusModule | None = None
    sponsor_collaborators_module: SponsorCollaboratorsModule | None = None
    oversight_module: OversightModule | None = None
    description_module: DescriptionModule | None = None
    conditions_module: ConditionsModule | None = None
    design_module: DesignModule | None = None
    arms_interventions_module: ArmsInterventionsModule | None = None
    outcomes_module: OutcomesModule | None = None
    eligibility_module: EligibilityModule | None = None
    contacts_locations_module: ContactsLocationsModule | None = None
    references_module: ReferencesModule | None = None
    ipd_sharing_statement_module: IpdSharingStatementModule | None = None


class LargeDoc(Part):
    type_abbrev: str | None = None
    has_protocol: bool | None = None
    has_sap: bool | None = None
    has_icf: bool | None = None
    label: str | None = None
    date: str | None = None
    upload_date: str | None = None
    filename: str | None = None
    # Only the legacy XML has it.
    url: str | None = None
    size: int | None = None


class LargeDocumentModule(Part):
    no_sap: bool | None = None
    large_docs: tuple[LargeDoc, ...] = ()


class DocumentSection(Part):
    large_document_module: LargeDocumentModule | None = None


class MeshOfStudy(Part):
    id: str | None = None
    term: str | None = None


class BrowseModule(Part):
    meshes: tuple[MeshOfStudy, ...] = ()
    ancestors: tuple[MeshOfStudy, ...] = ()


class SubmissionInfo(Part):
    release_date: str | None = None
    unrelease_date: str | None = None
    reset_date: str | None = None


class SubmissionTracking(Part):
    estimated_results_first_submit_date: str | None = None
    submission_infos: tuple[SubmissionInfo, ...] = ()


class MiscInfoModule(Part):
    version_holder: str | None = None
    removed_countries: tuple[str, ...] = ()
    submission_tracking: SubmissionTracking | None = None


class ViolationEvent(Part):
    type: str | None = None
    description: str | None = None
    creation_date: str | None = None
    issued_date: str | None = None
    release_date: str | None = None
    posted_date: str | None = None


class ViolationAnnotation(Part):
    violation_events: tuple[ViolationEvent, ...] = ()


class UnpostedEvent(Part):
    type: str | None = None
    date: str | None = None


class UnpostedAnnotation(Part):
    unposted_events: tuple[UnpostedEvent, ...] = ()


class AnnotationModule(Part):
    unposted_annotation: UnpostedAnnotation | None = None
    violation_annotation: ViolationAnnotation | None = None


class AnnotationSection(Part):
    annotation_module: AnnotationModule | None = None


class DerivedSection(Part):
    condition_browse_module: BrowseModule | None = None
    intervention_browse_module: BrowseModule | None = None
    misc_info_module: MiscInfoModule | None = None


class Study(Part):
    protocol_section: ProtocolSection
    results_section: ResultsSection | None = None
    document_section: DocumentSection | None = None
    annotation_section: AnnotationSection | None = None
    derived_section: DerivedSection | None = None
    has_results: bool | None = None
