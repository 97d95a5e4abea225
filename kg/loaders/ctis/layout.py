"""A trial as the public portal of CTIS gives it: the parts that are read, under the portal's own names in snake case.

Portal: https://euclinicaltrials.eu/ctis-public-api/retrieve/{number}. Until June 2024 what is now under
``authorizedApplication`` stood at the top; both layouts are here. Copies that were merged with the portal's list of
search results have its fields too, such as ``trialPhase`` and ``lastUpdated``.
"""

from __future__ import annotations

import msgspec


class Part(msgspec.Struct, rename="camel", gc=False):
    """A JSON object; absent values are None or empty, and names that are not here are passed over."""


class Numbered(Part):
    number: str | None = None
    other_registry_name: str | None = None


class SecondaryNumbers(Part):
    nct_number: Numbered | None = None
    isrctn_number: Numbered | None = None
    who_universal_trial_number: Numbered | None = None
    additional_registries: tuple[Numbered, ...] = ()


class Identifiers(Part):
    full_title: str | None = None
    public_title: str | None = None
    short_title: str | None = None
    secondary_identifying_numbers: SecondaryNumbers | None = None


class TrialCategory(Part):
    trial_phase: str | int | None = None


class SecondaryObjective(Part):
    number: int | None = None
    secondary_objective: str | None = None


class TrialObjective(Part):
    main_objective: str | None = None
    secondary_objectives: tuple[SecondaryObjective, ...] = ()


class Criterion(Part):
    number: int | None = None
    principal_inclusion_criteria: str | None = None
    principal_exclusion_criteria: str | None = None


class EligibilityCriteria(Part):
    principal_inclusion_criteria: tuple[Criterion, ...] = ()
    principal_exclusion_criteria: tuple[Criterion, ...] = ()


class EndPoint(Part):
    number: int | None = None
    end_point: str | None = None


class EndPoints(Part):
    primary_end_points: tuple[EndPoint, ...] = ()
    secondary_end_points: tuple[EndPoint, ...] = ()


class TrialDuration(Part):
    estimated_recruitment_start_date: str | None = None
    estimated_end_date: str | None = None
    estimated_global_end_date: str | None = None


class Support(Part):
    organisation_name: str | None = None


class AgeRange(Part):
    age_range_category: str | int | None = None
    age_range_category_code: str | int | None = None


class TrialGroup(Part):
    name: str | None = None


class Population(Part):
    age_ranges: tuple[AgeRange, ...] = ()
    clinical_trial_groups: tuple[TrialGroup, ...] = ()
    is_female_subjects: bool | None = None
    is_male_subjects: bool | None = None


class MedicalCondition(Part):
    medical_condition: str | None = None


class CodedTerm(Part):
    term_name: str | None = None


class MedicalConditions(Part):
    meddra_condition_terms: tuple[CodedTerm, ...] = ()
    part_i_medical_conditions: tuple[MedicalCondition, ...] = msgspec.field(default=(), name="partIMedicalConditions")


class TrialInformation(Part):
    medical_condition: MedicalConditions | None = None
    trial_category: TrialCategory | None = None
    trial_objective: TrialObjective | None = None
    eligibility_criteria: EligibilityCriteria | None = None
    end_point: EndPoints | None = None
    trial_duration: TrialDuration | None = None
    source_of_monetary_support: tuple[Support, ...] = ()
    population_of_trial_subjects: Population | None = None


class Named(Part):
    name: str | None = None


class ArmDetails(Part):
    title: str | None = None
    description: str | None = None


class Period(Part):
    title: str | None = None
    description: str | None = None
    allocation_method: str | int | None = None
    blinding_details: str | None = None
    blinded_roles: tuple[Named, ...] = ()
    arm_details: tuple[ArmDetails, ...] = ()


class StudyDesign(Part):
    period_details: tuple[Period, ...] = ()


class ProtocolInformation(Part):
    study_design: StudyDesign | None = None


class PaediatricPlan(Part):
    paediatric_investigation_number: str | None = None


class AdviceAndPlans(Part):
    paediatric_investigation_plan: tuple[PaediatricPlan, ...] = ()


class TrialDetails(Part):
    clinical_trial_identifiers: Identifiers | None = None
    trial_information: TrialInformation | None = None
    protocol_information: ProtocolInformation | None = None
    scientific_advice_and_pip: AdviceAndPlans | None = None


class Organisation(Part):
    name: str | None = None
    type: str | None = None
    business_key: str | None = None
    commercial: bool | None = None


class SponsorContact(Part):
    organisation: Organisation | None = None
    functional_name: str | None = None
    functional_email_address: str | None = None
    telephone: str | None = None


class Sponsor(Part):
    primary: bool | None = None
    organisation: Organisation | None = None
    public_contacts: tuple[SponsorContact, ...] = ()
    scientific_contacts: tuple[SponsorContact, ...] = ()


class Substance(Part):
    act_subst_name: str | None = None
    substance_origin: str | None = None


class Dictionary(Part):
    prod_name: str | None = None
    active_substance_name: str | None = None
    active_substance_other_descriptive_name: str | None = None
    sponsor_product_code: str | None = None
    product_substances: tuple[Substance, ...] = ()


class Device(Part):
    trade_name: str | None = None
    description: str | None = None


class Product(Part):
    product_name: str | None = None
    product_other_name: str | None = None
    name_display: str | None = None
    json_active_substance_names: str | None = None
    mp_role_in_trial: str | int | None = None
    pharmaceutical_form_display: str | None = None
    routes: tuple[str, ...] = ()
    all_substances_chemicals: bool | None = None
    product_dictionary_info: Dictionary | None = None
    devices: tuple[Device, ...] = ()


class PartOne(Part):
    trial_details: TrialDetails | None = None
    products: tuple[Product, ...] = ()
    medical_conditions: tuple[MedicalCondition, ...] = ()
    therapeutic_areas: tuple[Named, ...] = ()
    sponsors: tuple[Sponsor, ...] = ()
    row_subject_count: int | None = None
    row_countries_info: tuple[Named, ...] = ()


class Address(Part):
    city: str | None = None
    postcode: str | None = None
    country_name: str | None = None


class OrganisationAddress(Part):
    organisation: Organisation | None = None
    address: Address | None = None


class PersonOfSite(Part):
    first_name: str | None = None
    last_name: str | None = None
    email: str | None = None
    telephone: str | None = None


class TrialSite(Part):
    organisation_address_info: OrganisationAddress | None = None
    person_info: PersonOfSite | None = None
    department_name: str | None = None


class RecruitmentPeriod(Part):
    recruitment_start_date: str | None = None


class TrialPeriod(Part):
    trial_start_date: str | None = None


class MemberState(Part):
    msc_name: str | None = None
    country_name: str | None = None
    msc_public_status_code: int | None = None
    active_trial_period: TrialPeriod | None = None
    trial_period: tuple[TrialPeriod, ...] = ()
    active_trial_recruitment_period: RecruitmentPeriod | None = None
    # One entry for each time that recruitment began, was halted or began again.
    trial_recruitment_period: tuple[RecruitmentPeriod, ...] = ()


class PartTwo(Part):
    msc_info: MemberState | None = None
    recruitment_subject_count: int | None = None
    trial_sites: tuple[TrialSite, ...] = ()


class Application(Part):
    type: str | None = None
    submission_date: str | None = None


class EudraCt(Part):
    eudra_ct_code: str | None = None


class GlobalEnd(Part):
    global_end_date: str | None = None


class AuthorizedApplication(Part):
    authorized_part_i: PartOne | None = None
    authorized_parts_ii: tuple[PartTwo, ...] = msgspec.field(default=(), name="authorizedPartsII")
    application_info: tuple[Application, ...] = ()
    member_states_concerned: tuple[MemberState, ...] = ()
    eudra_ct: EudraCt | None = None
    # An empty list while the trial goes on.
    trial_global_end: GlobalEnd | tuple[GlobalEnd, ...] | None = None


class Event(Part):
    notification_type: str | None = None
    date: str | None = None


class EventsOfState(Part):
    events: tuple[Event, ...] = ()
    early_termination_reason: Named | None = None


class Halt(Part):
    reason_list: tuple[Named, ...] = ()
    sponsor_justification_comment: str | None = None


class Events(Part):
    trial_events: tuple[EventsOfState, ...] = ()
    temporary_halt_list: tuple[Halt, ...] = ()
    trial_global_end_date: str | None = None


class Summary(Part):
    submission_date: str | None = None
    submit_date: str | None = None


class Results(Part):
    summary_results: tuple[Summary, ...] = ()
    layperson_results: tuple[Summary, ...] = msgspec.field(default=(), name="laypersonResults")
    clinical_study_reports: tuple[Summary, ...] = ()


class PublishedDocument(Part):
    uuid: str | None = None
    title: str | None = None
    document_type_label: str | None = None


class Retrieved(Part):
    ct_number: str | None = None
    ct_status: str | int | None = None
    ct_public_status_code: int | None = None
    authorized_application: AuthorizedApplication | None = None
    documents: tuple[PublishedDocument, ...] = ()
    events: Events | None = None
    results: Results | None = None
    decision_date: str | None = None
    publish_date: str | None = None
    start_date_eu: str | None = msgspec.field(default=None, name="startDateEU")
    end_date_eu: str | None = msgspec.field(default=None, name="endDateEU")
    last_updated: str | None = None
    last_publication_update: str | None = None
    trial_phase: str | None = None
    age_group: str | None = None
    gender: str | None = None
    # As it was until June 2024.
    submission_date: str | None = None
    recruitment_start_date: str | None = None
    trial_start_date: str | None = None
    authorized_part_i: PartOne | None = None
    authorized_parts_ii: tuple[PartTwo, ...] = msgspec.field(default=(), name="authorizedPartsII")
    member_states_concerned: tuple[MemberState, ...] = ()
    eudra_ct_info: EudraCt | None = None
