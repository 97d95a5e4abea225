"""Records of the subject area ``trial`` and their N-Quads writers.

Generated from schema/*.yaml by schema/generate.py; do not edit."""

from __future__ import annotations

from msgspec import Struct

from kg.model.enums import AGE_GROUP, ALLOCATION, DATE_TYPE, DESIGN_FEATURE, IDENTIFIER_TYPE, INTERVENTION_MODEL, IPD_PLAN, MASKED_PARTY, MASKING, OBSERVATIONAL_MODEL, OVERALL_STATUS, PHASE, PRIMARY_PURPOSE, RESPONSIBLE_PARTY, STUDY_TYPE, TIME_PERSPECTIVE
from kg.rdf.terms import partial_date, text


class AvailableData(Struct, frozen=True, kw_only=True, gc=False):
    """Data or a document of the trial that can be had elsewhere, labelled by its kind as written.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar data_id: Identifier under which the place lists it.
    :ivar url: Web page for people.
    :ivar comment: A remark of the source.
    """

    iri: str
    label: str | None = None
    data_id: str | None = None
    url: tuple[str, ...] = ()
    comment: str | None = None

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/AvailableData>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        if self.data_id is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/dataId> {text(self.data_id)}{g}'
        for url_ in self.url:
            out += f'{s} <http://schema.org/url> <{url_}>{g}'
        if self.comment is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#comment> {text(self.comment)}{g}'
        return out


class ComplianceEvent(Struct, frozen=True, kw_only=True, gc=False):
    """A notice of the U.S. FDA on the duties of the responsible party (FDAAA 801), labelled by its kind as the
    registry gives it.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar position: Place in the order of the source; the first is 1.
    :ivar description: What this is in words.
    :ivar notice_issued: Day the FDA issued the notice.
    :ivar notice_posted: Day the registry posted the notice.
    :ivar notice_created: Day the notice was entered.
    :ivar record_released: Day the record was released that the notice is about.
    """

    iri: str
    label: str | None = None
    position: int | None = None
    description: str | None = None
    notice_issued: str | None = None
    notice_posted: str | None = None
    notice_created: str | None = None
    record_released: str | None = None

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/ComplianceEvent>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        if self.position is not None:
            out += f'{s} <http://schema.org/position> "{self.position}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.description is not None:
            out += f'{s} <http://purl.org/dc/terms/description> {text(self.description)}{g}'
        if self.notice_issued is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/noticeIssued> {partial_date(self.notice_issued)}{g}'
        if self.notice_posted is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/noticePosted> {partial_date(self.notice_posted)}{g}'
        if self.notice_created is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/noticeCreated> {partial_date(self.notice_created)}{g}'
        if self.record_released is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/recordReleased> {partial_date(self.record_released)}{g}'
        return out


class Condition(Struct, frozen=True, kw_only=True, gc=False):
    """A disease or state of health; a concept of the vocabulary.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar alt_label: Another name.
    :ivar broader: A more general concept.
    :ivar exact_match: The same concept in another vocabulary.
    """

    iri: str
    label: str | None = None
    alt_label: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    exact_match: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Condition>{g}{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/MedicalCondition>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        for alt_label_ in self.alt_label:
            out += f'{s} <http://www.w3.org/2004/02/skos/core#altLabel> {text(alt_label_)}{g}'
        for broader_ in self.broader:
            out += f'{s} <http://www.w3.org/2004/02/skos/core#broader> <{broader_}>{g}'
        for exact_match_ in self.exact_match:
            out += f'{s} <http://www.w3.org/2004/02/skos/core#exactMatch> <{exact_match_}>{g}'
        return out


class ConditionName(Struct, frozen=True, kw_only=True, gc=False):
    """A condition as a record lists it.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar denotes: The thing that a name in a record means (inferred, with evidence).
    """

    iri: str
    label: str | None = None
    denotes: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/ConditionName>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        for denotes_ in self.denotes:
            out += f'{s} <https://w3id.org/trialgraph/schema/denotes> <{denotes_}>{g}'
        return out


class IpdSharing(Struct, frozen=True, kw_only=True, gc=False):
    """Plan to share the data of individual participants (IPD).

    :ivar iri: The address that names this thing.
    :ivar ipd_plan: Whether data will be shared.
    :ivar ipd_description: Which data will be shared and how.
    :ivar ipd_content: One kind of data that will be shared.
    :ivar ipd_channel: One way in which data can be had.
    :ivar ipd_time_frame: From when and how long data can be had.
    :ivar ipd_access_criteria: Who may have the data and for what.
    :ivar ipd_supporting_info: Document that will be shared with the data, such as STUDY_PROTOCOL or SAP.
    :ivar ipd_url: Web page where the plan or the data can be found.
    """

    iri: str
    ipd_plan: str | None = None
    ipd_description: str | None = None
    ipd_content: tuple[str, ...] = ()
    ipd_channel: tuple[str, ...] = ()
    ipd_time_frame: str | None = None
    ipd_access_criteria: str | None = None
    ipd_supporting_info: tuple[str, ...] = ()
    ipd_url: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/IpdSharing>{g}'
        if self.ipd_plan is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/ipdPlan> <{IPD_PLAN[self.ipd_plan]}>{g}'
        if self.ipd_description is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/ipdDescription> {text(self.ipd_description)}{g}'
        for ipd_content_ in self.ipd_content:
            out += f'{s} <https://w3id.org/trialgraph/schema/ipdContent> {text(ipd_content_)}{g}'
        for ipd_channel_ in self.ipd_channel:
            out += f'{s} <https://w3id.org/trialgraph/schema/ipdChannel> {text(ipd_channel_)}{g}'
        if self.ipd_time_frame is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/ipdTimeFrame> {text(self.ipd_time_frame)}{g}'
        if self.ipd_access_criteria is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/ipdAccessCriteria> {text(self.ipd_access_criteria)}{g}'
        for ipd_supporting_info_ in self.ipd_supporting_info:
            out += f'{s} <https://w3id.org/trialgraph/schema/ipdSupportingInfo> {text(ipd_supporting_info_)}{g}'
        for ipd_url_ in self.ipd_url:
            out += f'{s} <http://schema.org/url> <{ipd_url_}>{g}'
        return out


class ResultsSubmission(Struct, frozen=True, kw_only=True, gc=False):
    """One submission of results that the registry has not posted.

    :ivar iri: The address that names this thing.
    :ivar position: Place in the order of the source; the first is 1.
    :ivar results_sent: Day the results were sent to the registry.
    :ivar results_cancelled: Day the sender took them back.
    :ivar results_returned: Day the registry sent them back for correction.
    """

    iri: str
    position: int | None = None
    results_sent: str | None = None
    results_cancelled: str | None = None
    results_returned: str | None = None

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/ResultsSubmission>{g}'
        if self.position is not None:
            out += f'{s} <http://schema.org/position> "{self.position}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.results_sent is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/resultsSent> {partial_date(self.results_sent)}{g}'
        if self.results_cancelled is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/resultsCancelled> {partial_date(self.results_cancelled)}{g}'
        if self.results_returned is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/resultsReturned> {partial_date(self.results_returned)}{g}'
        return out


class StudyDocument(Struct, frozen=True, kw_only=True, gc=False):
    """A document of the trial that the registry holds, such as the protocol, the statistical analysis plan or a
    consent form.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar has_protocol: Whether it contains the protocol.
    :ivar has_sap: Whether it contains the statistical analysis plan.
    :ivar has_icf: Whether it contains the informed consent form.
    :ivar document_date: Day of the version that the registry holds, as its record says.
    :ivar document_file: File name in the registry.
    :ivar document_uploaded: Day it was sent to the registry.
    :ivar byte_size: Length of the document in bytes.
    :ivar url: Web page for people.
    """

    iri: str
    label: str | None = None
    has_protocol: bool | None = None
    has_sap: bool | None = None
    has_icf: bool | None = None
    document_date: str | None = None
    document_file: str | None = None
    document_uploaded: str | None = None
    byte_size: int | None = None
    url: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/StudyDocument>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        if self.has_protocol is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/hasProtocol> "{"true" if self.has_protocol else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>{g}'
        if self.has_sap is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/hasSap> "{"true" if self.has_sap else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>{g}'
        if self.has_icf is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/hasIcf> "{"true" if self.has_icf else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>{g}'
        if self.document_date is not None:
            out += f'{s} <http://purl.org/dc/terms/date> {partial_date(self.document_date)}{g}'
        if self.document_file is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/documentFile> {text(self.document_file)}{g}'
        if self.document_uploaded is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/documentUploaded> {partial_date(self.document_uploaded)}{g}'
        if self.byte_size is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/byteSize> "{self.byte_size}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        for url_ in self.url:
            out += f'{s} <http://schema.org/url> <{url_}>{g}'
        return out


class Trial(Struct, frozen=True, kw_only=True, gc=False):
    """A clinical trial, the activity itself; every registry record and publication of it speaks of this one
    node.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar registry_id: Number of the trial in a registry, such as NCT04643405.
    :ivar identifier: An identifier with its issuer and kind.
    :ivar same_as: Address of the same thing elsewhere.
    :ivar url: Web page for people.
    :ivar brief_title: Short title for the public.
    :ivar official_title: Title of the protocol.
    :ivar acronym: Short name made of letters of the title.
    :ivar brief_summary: Short description for the public.
    :ivar detailed_description: Longer description of the protocol.
    :ivar study_type: Whether the trial intervenes, observes or gives access.
    :ivar phase: Phase or phases of drug development; two values mean a joint phase, N/A is a value and
    differs from none given.
    :ivar overall_status: Recruitment status of the whole trial.
    :ivar status_text: Status as written.
    :ivar last_known_status: Status before the record became out of date.
    :ivar why_stopped: Why the trial was stopped, withdrawn or suspended.
    :ivar start_date: When the first participant was or will be enrolled.
    :ivar start_date_type: Whether the start is actual or estimated.
    :ivar start_date_sort: Start for sorting (derived); a missing day or month is read as the first.
    :ivar primary_completion_date: When the last participant was or will be measured for the primary outcome.
    :ivar primary_completion_date_type: Whether primary completion is actual or estimated.
    :ivar primary_completion_date_sort: Primary completion for sorting (derived).
    :ivar completion_date: When the last participant was or will be measured for any outcome.
    :ivar completion_date_type: Whether completion is actual or estimated.
    :ivar completion_date_sort: Completion for sorting (derived).
    :ivar enrolment: Number of participants.
    :ivar enrolment_type: Whether the number of participants is actual or estimated.
    :ivar primary_purpose: Main reason for the trial.
    :ivar allocation: How participants are assigned to arms; N/A is a value for trials of one arm.
    :ivar intervention_model: How arms are laid out over participants and time.
    :ivar intervention_model_description: The same in words.
    :ivar observational_model: How an observational study chooses and compares its participants.
    :ivar time_perspective: Whether observation looks forward or back.
    :ivar masking: How many parties do not know the assignment.
    :ivar masking_description: The same in words.
    :ivar who_masked: Who does not know the assignment.
    :ivar design_feature: Feature of the design that the words of a record name.
    :ivar target_duration: How long each participant of a patient registry is followed.
    :ivar patient_registry: True for a patient registry.
    :ivar biospecimen_retention: Whether samples are kept and with DNA.
    :ivar biospecimen_description: Which samples are kept.
    :ivar expanded_access_type: Kind of expanded access: individual, intermediate, treatment.
    :ivar has_expanded_access: Whether the product can be had outside the trial.
    :ivar expanded_access_record: Record of the trial's own expanded access, as a trial of its own.
    :ivar expanded_access_status: Whether the product can be had by that expanded access.
    :ivar data_monitoring_committee: Whether an independent committee watches the data.
    :ivar fda_regulated_drug: Whether a drug regulated by the U.S. FDA is studied.
    :ivar fda_regulated_device: Whether a device regulated by the U.S. FDA is studied.
    :ivar unapproved_device: Whether a device not yet approved by the U.S. FDA is studied.
    :ivar exported_from_us: Whether the product is made in and exported from the U.S.
    :ivar pediatric_postmarket_surveillance: Whether the trial is a pediatric postmarket surveillance of a
    device that the U.S. FDA ordered.
    :ivar fdaaa_violation: Whether the registry says that the U.S. law on registration and results (FDAAA 801)
    was violated.
    :ivar compliance_event: A notice of the U.S. FDA on such a violation.
    :ivar posting_delayed: Whether the registration was kept back until the device was approved or cleared.
    :ivar responsible_party: Who answers for the record.
    :ivar objective: What the trial is to find out, as the record states it; the main objective stands before
    the secondary ones.
    :ivar recruitment_country: Country or region in which participants are recruited, as the record lists it;
    of registries that list countries and not, or not only, sites.
    :ivar keyword: Keyword that the source gives.
    :ivar mesh_term: MeSH term that the registry adds to the trial, as written. Ancestors are among them, so
    it is never paired with one condition.
    :ivar mesh_descriptor: Such a MeSH term as a concept, ancestors not among them; never paired with one
    condition.
    :ivar age_group: Age group that may take part.
    :ivar healthy_volunteers: Whether healthy people may take part.
    :ivar condition_name: A condition as the record lists it.
    :ivar arm: An arm of the trial as one record gives it.
    :ivar intervention: An intervention as one record lists it.
    :ivar epoch: A phase of treatment or follow-up.
    :ivar outcome: An outcome that the protocol plans to measure.
    :ivar eligibility: Who may take part.
    :ivar sponsor_role: A sponsor or collaborator as the record names it.
    :ivar investigator_role: An investigator or other official as the record names them.
    :ivar site: A place where the trial takes place.
    :ivar removed_country: Country where the trial once had a site and has none now, as written.
    :ivar contact: A person or office to ask about the trial.
    :ivar ipd_sharing: Plan to share data of individual participants.
    :ivar study_document: A protocol or other document that the registry holds.
    :ivar no_analysis_plan: True where the record says that there is no statistical analysis plan.
    :ivar available_data: Data or documents of the trial that can be had elsewhere.
    :ivar web_link: A web page that the record points to, with its name.
    :ivar results_submission: A submission of results that the registry has not posted.
    :ivar participant_flow: How participants went through the trial.
    :ivar baseline: A characteristic of the participants at the start.
    :ivar outcome_result: A measured outcome.
    :ivar adverse_event: An adverse event with its group and denominators.
    :ivar result_group: A group that results are reported for. Not an arm.
    :ivar results_report: What a record says of its results as a whole.
    :ivar tests_drug: Drug that an arm gives, or that an arm of the trial other than a comparator gives,
    background included; tg:role tells which is which (inferred, with evidence).
    :ivar tests_mechanism: Mechanism of a drug or drug class that an arm gives, or that an arm of the trial
    other than a comparator gives, background included (inferred, with evidence).
    :ivar lead_sponsor: Organisation that leads the trial (inferred, with evidence).
    :ivar collaborator: Organisation that supports the trial (inferred, with evidence).
    :ivar investigator: Person with a role in the trial (inferred, with evidence).
    :ivar studies_condition: Condition that the trial studies (inferred, with evidence).
    """

    iri: str
    label: str | None = None
    registry_id: tuple[str, ...] = ()
    identifier: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    url: tuple[str, ...] = ()
    brief_title: str | None = None
    official_title: str | None = None
    acronym: str | None = None
    brief_summary: str | None = None
    detailed_description: str | None = None
    study_type: str | None = None
    phase: tuple[str, ...] = ()
    overall_status: str | None = None
    status_text: str | None = None
    last_known_status: str | None = None
    why_stopped: str | None = None
    start_date: str | None = None
    start_date_type: str | None = None
    start_date_sort: str | None = None
    primary_completion_date: str | None = None
    primary_completion_date_type: str | None = None
    primary_completion_date_sort: str | None = None
    completion_date: str | None = None
    completion_date_type: str | None = None
    completion_date_sort: str | None = None
    enrolment: int | None = None
    enrolment_type: str | None = None
    primary_purpose: str | None = None
    allocation: str | None = None
    intervention_model: str | None = None
    intervention_model_description: str | None = None
    observational_model: str | None = None
    time_perspective: str | None = None
    masking: str | None = None
    masking_description: str | None = None
    who_masked: tuple[str, ...] = ()
    design_feature: tuple[str, ...] = ()
    target_duration: str | None = None
    patient_registry: bool | None = None
    biospecimen_retention: str | None = None
    biospecimen_description: str | None = None
    expanded_access_type: tuple[str, ...] = ()
    has_expanded_access: bool | None = None
    expanded_access_record: tuple[str, ...] = ()
    expanded_access_status: str | None = None
    data_monitoring_committee: bool | None = None
    fda_regulated_drug: bool | None = None
    fda_regulated_device: bool | None = None
    unapproved_device: bool | None = None
    exported_from_us: bool | None = None
    pediatric_postmarket_surveillance: bool | None = None
    fdaaa_violation: bool | None = None
    compliance_event: tuple[str, ...] = ()
    posting_delayed: bool | None = None
    responsible_party: str | None = None
    objective: tuple[str, ...] = ()
    recruitment_country: tuple[str, ...] = ()
    keyword: tuple[str, ...] = ()
    mesh_term: tuple[str, ...] = ()
    mesh_descriptor: tuple[str, ...] = ()
    age_group: tuple[str, ...] = ()
    healthy_volunteers: bool | None = None
    condition_name: tuple[str, ...] = ()
    arm: tuple[str, ...] = ()
    intervention: tuple[str, ...] = ()
    epoch: tuple[str, ...] = ()
    outcome: tuple[str, ...] = ()
    eligibility: tuple[str, ...] = ()
    sponsor_role: tuple[str, ...] = ()
    investigator_role: tuple[str, ...] = ()
    site: tuple[str, ...] = ()
    removed_country: tuple[str, ...] = ()
    contact: tuple[str, ...] = ()
    ipd_sharing: tuple[str, ...] = ()
    study_document: tuple[str, ...] = ()
    no_analysis_plan: bool | None = None
    available_data: tuple[str, ...] = ()
    web_link: tuple[str, ...] = ()
    results_submission: tuple[str, ...] = ()
    participant_flow: tuple[str, ...] = ()
    baseline: tuple[str, ...] = ()
    outcome_result: tuple[str, ...] = ()
    adverse_event: tuple[str, ...] = ()
    result_group: tuple[str, ...] = ()
    results_report: tuple[str, ...] = ()
    tests_drug: tuple[str, ...] = ()
    tests_mechanism: tuple[str, ...] = ()
    lead_sponsor: tuple[str, ...] = ()
    collaborator: tuple[str, ...] = ()
    investigator: tuple[str, ...] = ()
    studies_condition: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Trial>{g}{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/MedicalTrial>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        for registry_id_ in self.registry_id:
            out += f'{s} <https://w3id.org/trialgraph/schema/registryId> {text(registry_id_)}{g}'
        for identifier_ in self.identifier:
            out += f'{s} <https://w3id.org/trialgraph/schema/identifier> <{identifier_}>{g}'
        for same_as_ in self.same_as:
            out += f'{s} <http://schema.org/sameAs> <{same_as_}>{g}'
        for url_ in self.url:
            out += f'{s} <http://schema.org/url> <{url_}>{g}'
        if self.brief_title is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/briefTitle> {text(self.brief_title)}{g}'
        if self.official_title is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/officialTitle> {text(self.official_title)}{g}'
        if self.acronym is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/acronym> {text(self.acronym)}{g}'
        if self.brief_summary is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/briefSummary> {text(self.brief_summary)}{g}'
        if self.detailed_description is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/detailedDescription> {text(self.detailed_description)}{g}'
        if self.study_type is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/studyType> <{STUDY_TYPE[self.study_type]}>{g}'
        for phase_ in self.phase:
            out += f'{s} <https://w3id.org/trialgraph/schema/phase> <{PHASE[phase_]}>{g}'
        if self.overall_status is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/overallStatus> <{OVERALL_STATUS[self.overall_status]}>{g}'
        if self.status_text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/statusText> {text(self.status_text)}{g}'
        if self.last_known_status is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/lastKnownStatus> <{OVERALL_STATUS[self.last_known_status]}>{g}'
        if self.why_stopped is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/whyStopped> {text(self.why_stopped)}{g}'
        if self.start_date is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/startDate> {partial_date(self.start_date)}{g}'
        if self.start_date_type is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/startDateType> <{DATE_TYPE[self.start_date_type]}>{g}'
        if self.start_date_sort is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/startDateSort> "{self.start_date_sort}"^^<http://www.w3.org/2001/XMLSchema#date>{g}'
        if self.primary_completion_date is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/primaryCompletionDate> {partial_date(self.primary_completion_date)}{g}'
        if self.primary_completion_date_type is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/primaryCompletionDateType> <{DATE_TYPE[self.primary_completion_date_type]}>{g}'
        if self.primary_completion_date_sort is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/primaryCompletionDateSort> "{self.primary_completion_date_sort}"^^<http://www.w3.org/2001/XMLSchema#date>{g}'
        if self.completion_date is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/completionDate> {partial_date(self.completion_date)}{g}'
        if self.completion_date_type is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/completionDateType> <{DATE_TYPE[self.completion_date_type]}>{g}'
        if self.completion_date_sort is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/completionDateSort> "{self.completion_date_sort}"^^<http://www.w3.org/2001/XMLSchema#date>{g}'
        if self.enrolment is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/enrolment> "{self.enrolment}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.enrolment_type is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/enrolmentType> <{DATE_TYPE[self.enrolment_type]}>{g}'
        if self.primary_purpose is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/primaryPurpose> <{PRIMARY_PURPOSE[self.primary_purpose]}>{g}'
        if self.allocation is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/allocation> <{ALLOCATION[self.allocation]}>{g}'
        if self.intervention_model is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/interventionModel> <{INTERVENTION_MODEL[self.intervention_model]}>{g}'
        if self.intervention_model_description is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/interventionModelDescription> {text(self.intervention_model_description)}{g}'
        if self.observational_model is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/observationalModel> <{OBSERVATIONAL_MODEL[self.observational_model]}>{g}'
        if self.time_perspective is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/timePerspective> <{TIME_PERSPECTIVE[self.time_perspective]}>{g}'
        if self.masking is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/masking> <{MASKING[self.masking]}>{g}'
        if self.masking_description is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/maskingDescription> {text(self.masking_description)}{g}'
        for who_masked_ in self.who_masked:
            out += f'{s} <https://w3id.org/trialgraph/schema/whoMasked> <{MASKED_PARTY[who_masked_]}>{g}'
        for design_feature_ in self.design_feature:
            out += f'{s} <https://w3id.org/trialgraph/schema/designFeature> <{DESIGN_FEATURE[design_feature_]}>{g}'
        if self.target_duration is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/targetDuration> {text(self.target_duration)}{g}'
        if self.patient_registry is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/patientRegistry> "{"true" if self.patient_registry else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>{g}'
        if self.biospecimen_retention is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/biospecimenRetention> {text(self.biospecimen_retention)}{g}'
        if self.biospecimen_description is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/biospecimenDescription> {text(self.biospecimen_description)}{g}'
        for expanded_access_type_ in self.expanded_access_type:
            out += f'{s} <https://w3id.org/trialgraph/schema/expandedAccessType> {text(expanded_access_type_)}{g}'
        if self.has_expanded_access is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/hasExpandedAccess> "{"true" if self.has_expanded_access else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>{g}'
        for expanded_access_record_ in self.expanded_access_record:
            out += f'{s} <https://w3id.org/trialgraph/schema/expandedAccessRecord> <{expanded_access_record_}>{g}'
        if self.expanded_access_status is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/expandedAccessStatus> <{OVERALL_STATUS[self.expanded_access_status]}>{g}'
        if self.data_monitoring_committee is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/dataMonitoringCommittee> "{"true" if self.data_monitoring_committee else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>{g}'
        if self.fda_regulated_drug is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/fdaRegulatedDrug> "{"true" if self.fda_regulated_drug else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>{g}'
        if self.fda_regulated_device is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/fdaRegulatedDevice> "{"true" if self.fda_regulated_device else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>{g}'
        if self.unapproved_device is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/unapprovedDevice> "{"true" if self.unapproved_device else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>{g}'
        if self.exported_from_us is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/exportedFromUs> "{"true" if self.exported_from_us else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>{g}'
        if self.pediatric_postmarket_surveillance is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/pediatricPostmarketSurveillance> "{"true" if self.pediatric_postmarket_surveillance else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>{g}'
        if self.fdaaa_violation is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/fdaaaViolation> "{"true" if self.fdaaa_violation else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>{g}'
        for compliance_event_ in self.compliance_event:
            out += f'{s} <https://w3id.org/trialgraph/schema/complianceEvent> <{compliance_event_}>{g}'
        if self.posting_delayed is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/postingDelayed> "{"true" if self.posting_delayed else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>{g}'
        if self.responsible_party is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/responsibleParty> <{RESPONSIBLE_PARTY[self.responsible_party]}>{g}'
        for objective_ in self.objective:
            out += f'{s} <https://w3id.org/trialgraph/schema/objective> {text(objective_)}{g}'
        for recruitment_country_ in self.recruitment_country:
            out += f'{s} <https://w3id.org/trialgraph/schema/recruitmentCountry> {text(recruitment_country_)}{g}'
        for keyword_ in self.keyword:
            out += f'{s} <http://schema.org/keywords> {text(keyword_)}{g}'
        for mesh_term_ in self.mesh_term:
            out += f'{s} <https://w3id.org/trialgraph/schema/meshTerm> {text(mesh_term_)}{g}'
        for mesh_descriptor_ in self.mesh_descriptor:
            out += f'{s} <https://w3id.org/trialgraph/schema/meshDescriptor> <{mesh_descriptor_}>{g}'
        for age_group_ in self.age_group:
            out += f'{s} <https://w3id.org/trialgraph/schema/ageGroup> <{AGE_GROUP[age_group_]}>{g}'
        if self.healthy_volunteers is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/healthyVolunteers> "{"true" if self.healthy_volunteers else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>{g}'
        for condition_name_ in self.condition_name:
            out += f'{s} <https://w3id.org/trialgraph/schema/conditionName> <{condition_name_}>{g}'
        for arm_ in self.arm:
            out += f'{s} <https://w3id.org/trialgraph/schema/arm> <{arm_}>{g}'
        for intervention_ in self.intervention:
            out += f'{s} <https://w3id.org/trialgraph/schema/intervention> <{intervention_}>{g}'
        for epoch_ in self.epoch:
            out += f'{s} <https://w3id.org/trialgraph/schema/epoch> <{epoch_}>{g}'
        for outcome_ in self.outcome:
            out += f'{s} <https://w3id.org/trialgraph/schema/outcome> <{outcome_}>{g}'
        for eligibility_ in self.eligibility:
            out += f'{s} <https://w3id.org/trialgraph/schema/eligibility> <{eligibility_}>{g}'
        for sponsor_role_ in self.sponsor_role:
            out += f'{s} <https://w3id.org/trialgraph/schema/sponsorRole> <{sponsor_role_}>{g}'
        for investigator_role_ in self.investigator_role:
            out += f'{s} <https://w3id.org/trialgraph/schema/investigatorRole> <{investigator_role_}>{g}'
        for site_ in self.site:
            out += f'{s} <https://w3id.org/trialgraph/schema/site> <{site_}>{g}'
        for removed_country_ in self.removed_country:
            out += f'{s} <https://w3id.org/trialgraph/schema/removedCountry> {text(removed_country_)}{g}'
        for contact_ in self.contact:
            out += f'{s} <https://w3id.org/trialgraph/schema/contact> <{contact_}>{g}'
        for ipd_sharing_ in self.ipd_sharing:
            out += f'{s} <https://w3id.org/trialgraph/schema/ipdSharing> <{ipd_sharing_}>{g}'
        for study_document_ in self.study_document:
            out += f'{s} <https://w3id.org/trialgraph/schema/studyDocument> <{study_document_}>{g}'
        if self.no_analysis_plan is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/noAnalysisPlan> "{"true" if self.no_analysis_plan else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>{g}'
        for available_data_ in self.available_data:
            out += f'{s} <https://w3id.org/trialgraph/schema/availableData> <{available_data_}>{g}'
        for web_link_ in self.web_link:
            out += f'{s} <https://w3id.org/trialgraph/schema/webLink> <{web_link_}>{g}'
        for results_submission_ in self.results_submission:
            out += f'{s} <https://w3id.org/trialgraph/schema/resultsSubmission> <{results_submission_}>{g}'
        for participant_flow_ in self.participant_flow:
            out += f'{s} <https://w3id.org/trialgraph/schema/participantFlow> <{participant_flow_}>{g}'
        for baseline_ in self.baseline:
            out += f'{s} <https://w3id.org/trialgraph/schema/baseline> <{baseline_}>{g}'
        for outcome_result_ in self.outcome_result:
            out += f'{s} <https://w3id.org/trialgraph/schema/outcomeResult> <{outcome_result_}>{g}'
        for adverse_event_ in self.adverse_event:
            out += f'{s} <https://w3id.org/trialgraph/schema/adverseEvent> <{adverse_event_}>{g}'
        for result_group_ in self.result_group:
            out += f'{s} <https://w3id.org/trialgraph/schema/resultGroup> <{result_group_}>{g}'
        for results_report_ in self.results_report:
            out += f'{s} <https://w3id.org/trialgraph/schema/resultsReport> <{results_report_}>{g}'
        for tests_drug_ in self.tests_drug:
            out += f'{s} <https://w3id.org/trialgraph/schema/testsDrug> <{tests_drug_}>{g}'
        for tests_mechanism_ in self.tests_mechanism:
            out += f'{s} <https://w3id.org/trialgraph/schema/testsMechanism> <{tests_mechanism_}>{g}'
        for lead_sponsor_ in self.lead_sponsor:
            out += f'{s} <https://w3id.org/trialgraph/schema/leadSponsor> <{lead_sponsor_}>{g}'
        for collaborator_ in self.collaborator:
            out += f'{s} <https://w3id.org/trialgraph/schema/collaborator> <{collaborator_}>{g}'
        for investigator_ in self.investigator:
            out += f'{s} <https://w3id.org/trialgraph/schema/investigator> <{investigator_}>{g}'
        for studies_condition_ in self.studies_condition:
            out += f'{s} <https://w3id.org/trialgraph/schema/studiesCondition> <{studies_condition_}>{g}'
        return out


class TrialIdentifier(Struct, frozen=True, kw_only=True, gc=False):
    """One identifier of a trial as a document gives it.

    :ivar iri: The address that names this thing.
    :ivar id_value: The identifier as written.
    :ivar id_type: What kind of identifier it is.
    :ivar id_issuer: Registry or organisation that issued it.
    :ivar id_link: Web address that the document gives for it.
    """

    iri: str
    id_value: str
    id_type: str | None = None
    id_issuer: str | None = None
    id_link: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/TrialIdentifier>{g}'
        out += f'{s} <http://schema.org/value> {text(self.id_value)}{g}'
        if self.id_type is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/idType> <{IDENTIFIER_TYPE[self.id_type]}>{g}'
        if self.id_issuer is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/idIssuer> {text(self.id_issuer)}{g}'
        for id_link_ in self.id_link:
            out += f'{s} <http://schema.org/url> <{id_link_}>{g}'
        return out


class WebLink(Struct, frozen=True, kw_only=True, gc=False):
    """A web page that the record points to, with the name that the record gives it.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar url: Web page for people.
    """

    iri: str
    label: str | None = None
    url: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/WebLink>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        for url_ in self.url:
            out += f'{s} <http://schema.org/url> <{url_}>{g}'
        return out
