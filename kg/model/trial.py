"""Records of the subject area ``trial`` and their N-Quads writers.

Generated from schema/*.yaml by schema/generate.py; do not edit."""

from __future__ import annotations

from msgspec import Struct

from kg.model.enums import AGE_GROUP, ALLOCATION, DATE_TYPE, DESIGN_FEATURE, IDENTIFIER_TYPE, INTERVENTION_MODEL, IPD_PLAN, MASKED_PARTY, MASKING, OBSERVATIONAL_MODEL, OVERALL_STATUS, PHASE, PRIMARY_PURPOSE, RESPONSIBLE_PARTY, STUDY_TYPE, TIME_PERSPECTIVE
from kg.rdf.terms import escaped, partial_date


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/AvailableData>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        if (data_id_ := self.data_id) is not None:
            if '"' in data_id_ or '\\' in data_id_ or '\n' in data_id_ or '\r' in data_id_:
                data_id_ = escaped(data_id_)
            say(f' <https://w3id.org/trialgraph/schema/dataId> "{data_id_}"')
        if self.url:
            said += [f' <http://schema.org/url> <{url_}>' for url_ in self.url]
        if (comment_ := self.comment) is not None:
            if '"' in comment_ or '\\' in comment_ or '\n' in comment_ or '\r' in comment_:
                comment_ = escaped(comment_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#comment> "{comment_}"')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/ComplianceEvent>']
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
        if (notice_issued_ := self.notice_issued) is not None:
            say(f' <https://w3id.org/trialgraph/schema/noticeIssued> {partial_date(notice_issued_)}')
        if (notice_posted_ := self.notice_posted) is not None:
            say(f' <https://w3id.org/trialgraph/schema/noticePosted> {partial_date(notice_posted_)}')
        if (notice_created_ := self.notice_created) is not None:
            say(f' <https://w3id.org/trialgraph/schema/noticeCreated> {partial_date(notice_created_)}')
        if (record_released_ := self.record_released) is not None:
            say(f' <https://w3id.org/trialgraph/schema/recordReleased> {partial_date(record_released_)}')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Condition>', ' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/MedicalCondition>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        for alt_label_ in self.alt_label:
            if '"' in alt_label_ or '\\' in alt_label_ or '\n' in alt_label_ or '\r' in alt_label_:
                alt_label_ = escaped(alt_label_)
            say(f' <http://www.w3.org/2004/02/skos/core#altLabel> "{alt_label_}"')
        if self.broader:
            said += [f' <http://www.w3.org/2004/02/skos/core#broader> <{broader_}>' for broader_ in self.broader]
        if self.exact_match:
            said += [f' <http://www.w3.org/2004/02/skos/core#exactMatch> <{exact_match_}>' for exact_match_ in self.exact_match]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


class ConditionName(Struct, frozen=True, kw_only=True, gc=False):
    """A condition as a record lists it.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar condition_code: Code in a classification of diseases, such as the ICD, as the record gives it; of
    the condition it stands beside, else of the trial.
    :ivar denotes: The thing that a name in a record means (inferred, with evidence).
    """

    iri: str
    label: str | None = None
    condition_code: tuple[str, ...] = ()
    denotes: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/ConditionName>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        for condition_code_ in self.condition_code:
            if '"' in condition_code_ or '\\' in condition_code_ or '\n' in condition_code_ or '\r' in condition_code_:
                condition_code_ = escaped(condition_code_)
            say(f' <https://w3id.org/trialgraph/schema/conditionCode> "{condition_code_}"')
        if self.denotes:
            said += [f' <https://w3id.org/trialgraph/schema/denotes> <{denotes_}>' for denotes_ in self.denotes]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/IpdSharing>']
        say = said.append
        if (ipd_plan_ := self.ipd_plan) is not None:
            say(f' <https://w3id.org/trialgraph/schema/ipdPlan> <{IPD_PLAN[ipd_plan_]}>')
        if (ipd_description_ := self.ipd_description) is not None:
            if '"' in ipd_description_ or '\\' in ipd_description_ or '\n' in ipd_description_ or '\r' in ipd_description_:
                ipd_description_ = escaped(ipd_description_)
            say(f' <https://w3id.org/trialgraph/schema/ipdDescription> "{ipd_description_}"')
        for ipd_content_ in self.ipd_content:
            if '"' in ipd_content_ or '\\' in ipd_content_ or '\n' in ipd_content_ or '\r' in ipd_content_:
                ipd_content_ = escaped(ipd_content_)
            say(f' <https://w3id.org/trialgraph/schema/ipdContent> "{ipd_content_}"')
        for ipd_channel_ in self.ipd_channel:
            if '"' in ipd_channel_ or '\\' in ipd_channel_ or '\n' in ipd_channel_ or '\r' in ipd_channel_:
                ipd_channel_ = escaped(ipd_channel_)
            say(f' <https://w3id.org/trialgraph/schema/ipdChannel> "{ipd_channel_}"')
        if (ipd_time_frame_ := self.ipd_time_frame) is not None:
            if '"' in ipd_time_frame_ or '\\' in ipd_time_frame_ or '\n' in ipd_time_frame_ or '\r' in ipd_time_frame_:
                ipd_time_frame_ = escaped(ipd_time_frame_)
            say(f' <https://w3id.org/trialgraph/schema/ipdTimeFrame> "{ipd_time_frame_}"')
        if (ipd_access_criteria_ := self.ipd_access_criteria) is not None:
            if '"' in ipd_access_criteria_ or '\\' in ipd_access_criteria_ or '\n' in ipd_access_criteria_ or '\r' in ipd_access_criteria_:
                ipd_access_criteria_ = escaped(ipd_access_criteria_)
            say(f' <https://w3id.org/trialgraph/schema/ipdAccessCriteria> "{ipd_access_criteria_}"')
        for ipd_supporting_info_ in self.ipd_supporting_info:
            if '"' in ipd_supporting_info_ or '\\' in ipd_supporting_info_ or '\n' in ipd_supporting_info_ or '\r' in ipd_supporting_info_:
                ipd_supporting_info_ = escaped(ipd_supporting_info_)
            say(f' <https://w3id.org/trialgraph/schema/ipdSupportingInfo> "{ipd_supporting_info_}"')
        if self.ipd_url:
            said += [f' <http://schema.org/url> <{ipd_url_}>' for ipd_url_ in self.ipd_url]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/ResultsSubmission>']
        say = said.append
        if (position_ := self.position) is not None:
            say(f' <http://schema.org/position> "{position_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        if (results_sent_ := self.results_sent) is not None:
            say(f' <https://w3id.org/trialgraph/schema/resultsSent> {partial_date(results_sent_)}')
        if (results_cancelled_ := self.results_cancelled) is not None:
            say(f' <https://w3id.org/trialgraph/schema/resultsCancelled> {partial_date(results_cancelled_)}')
        if (results_returned_ := self.results_returned) is not None:
            say(f' <https://w3id.org/trialgraph/schema/resultsReturned> {partial_date(results_returned_)}')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/StudyDocument>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        if (has_protocol_ := self.has_protocol) is not None:
            say(f' <https://w3id.org/trialgraph/schema/hasProtocol> "{"true" if has_protocol_ else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>')
        if (has_sap_ := self.has_sap) is not None:
            say(f' <https://w3id.org/trialgraph/schema/hasSap> "{"true" if has_sap_ else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>')
        if (has_icf_ := self.has_icf) is not None:
            say(f' <https://w3id.org/trialgraph/schema/hasIcf> "{"true" if has_icf_ else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>')
        if (document_date_ := self.document_date) is not None:
            say(f' <http://purl.org/dc/terms/date> {partial_date(document_date_)}')
        if (document_file_ := self.document_file) is not None:
            if '"' in document_file_ or '\\' in document_file_ or '\n' in document_file_ or '\r' in document_file_:
                document_file_ = escaped(document_file_)
            say(f' <https://w3id.org/trialgraph/schema/documentFile> "{document_file_}"')
        if (document_uploaded_ := self.document_uploaded) is not None:
            say(f' <https://w3id.org/trialgraph/schema/documentUploaded> {partial_date(document_uploaded_)}')
        if (byte_size_ := self.byte_size) is not None:
            say(f' <https://w3id.org/trialgraph/schema/byteSize> "{byte_size_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        if self.url:
            said += [f' <http://schema.org/url> <{url_}>' for url_ in self.url]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
    :ivar condition_code: Code in a classification of diseases, such as the ICD, as the record gives it; of
    the condition it stands beside, else of the trial.
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
    background included and what only supports chemotherapy left out of the trial's; of a trial with none but
    comparators an active one; tg:role tells which is which (inferred, with evidence).
    :ivar tests_mechanism: Mechanism of a drug or drug class that an arm gives, or that an arm of the trial
    other than a comparator gives, background included and what only supports chemotherapy left out of the
    trial's; of a trial with none but comparators an active one (inferred, with evidence).
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
    condition_code: tuple[str, ...] = ()
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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Trial>', ' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/MedicalTrial>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        for registry_id_ in self.registry_id:
            if '"' in registry_id_ or '\\' in registry_id_ or '\n' in registry_id_ or '\r' in registry_id_:
                registry_id_ = escaped(registry_id_)
            say(f' <https://w3id.org/trialgraph/schema/registryId> "{registry_id_}"')
        if self.identifier:
            said += [f' <https://w3id.org/trialgraph/schema/identifier> <{identifier_}>' for identifier_ in self.identifier]
        if self.same_as:
            said += [f' <http://schema.org/sameAs> <{same_as_}>' for same_as_ in self.same_as]
        if self.url:
            said += [f' <http://schema.org/url> <{url_}>' for url_ in self.url]
        if (brief_title_ := self.brief_title) is not None:
            if '"' in brief_title_ or '\\' in brief_title_ or '\n' in brief_title_ or '\r' in brief_title_:
                brief_title_ = escaped(brief_title_)
            say(f' <https://w3id.org/trialgraph/schema/briefTitle> "{brief_title_}"')
        if (official_title_ := self.official_title) is not None:
            if '"' in official_title_ or '\\' in official_title_ or '\n' in official_title_ or '\r' in official_title_:
                official_title_ = escaped(official_title_)
            say(f' <https://w3id.org/trialgraph/schema/officialTitle> "{official_title_}"')
        if (acronym_ := self.acronym) is not None:
            if '"' in acronym_ or '\\' in acronym_ or '\n' in acronym_ or '\r' in acronym_:
                acronym_ = escaped(acronym_)
            say(f' <https://w3id.org/trialgraph/schema/acronym> "{acronym_}"')
        if (brief_summary_ := self.brief_summary) is not None:
            if '"' in brief_summary_ or '\\' in brief_summary_ or '\n' in brief_summary_ or '\r' in brief_summary_:
                brief_summary_ = escaped(brief_summary_)
            say(f' <https://w3id.org/trialgraph/schema/briefSummary> "{brief_summary_}"')
        if (detailed_description_ := self.detailed_description) is not None:
            if '"' in detailed_description_ or '\\' in detailed_description_ or '\n' in detailed_description_ or '\r' in detailed_description_:
                detailed_description_ = escaped(detailed_description_)
            say(f' <https://w3id.org/trialgraph/schema/detailedDescription> "{detailed_description_}"')
        if (study_type_ := self.study_type) is not None:
            say(f' <https://w3id.org/trialgraph/schema/studyType> <{STUDY_TYPE[study_type_]}>')
        if self.phase:
            said += [f' <https://w3id.org/trialgraph/schema/phase> <{PHASE[phase_]}>' for phase_ in self.phase]
        if (overall_status_ := self.overall_status) is not None:
            say(f' <https://w3id.org/trialgraph/schema/overallStatus> <{OVERALL_STATUS[overall_status_]}>')
        if (status_text_ := self.status_text) is not None:
            if '"' in status_text_ or '\\' in status_text_ or '\n' in status_text_ or '\r' in status_text_:
                status_text_ = escaped(status_text_)
            say(f' <https://w3id.org/trialgraph/schema/statusText> "{status_text_}"')
        if (last_known_status_ := self.last_known_status) is not None:
            say(f' <https://w3id.org/trialgraph/schema/lastKnownStatus> <{OVERALL_STATUS[last_known_status_]}>')
        if (why_stopped_ := self.why_stopped) is not None:
            if '"' in why_stopped_ or '\\' in why_stopped_ or '\n' in why_stopped_ or '\r' in why_stopped_:
                why_stopped_ = escaped(why_stopped_)
            say(f' <https://w3id.org/trialgraph/schema/whyStopped> "{why_stopped_}"')
        if (start_date_ := self.start_date) is not None:
            say(f' <https://w3id.org/trialgraph/schema/startDate> {partial_date(start_date_)}')
        if (start_date_type_ := self.start_date_type) is not None:
            say(f' <https://w3id.org/trialgraph/schema/startDateType> <{DATE_TYPE[start_date_type_]}>')
        if (start_date_sort_ := self.start_date_sort) is not None:
            say(f' <https://w3id.org/trialgraph/schema/startDateSort> "{start_date_sort_}"^^<http://www.w3.org/2001/XMLSchema#date>')
        if (primary_completion_date_ := self.primary_completion_date) is not None:
            say(f' <https://w3id.org/trialgraph/schema/primaryCompletionDate> {partial_date(primary_completion_date_)}')
        if (primary_completion_date_type_ := self.primary_completion_date_type) is not None:
            say(f' <https://w3id.org/trialgraph/schema/primaryCompletionDateType> <{DATE_TYPE[primary_completion_date_type_]}>')
        if (primary_completion_date_sort_ := self.primary_completion_date_sort) is not None:
            say(f' <https://w3id.org/trialgraph/schema/primaryCompletionDateSort> "{primary_completion_date_sort_}"^^<http://www.w3.org/2001/XMLSchema#date>')
        if (completion_date_ := self.completion_date) is not None:
            say(f' <https://w3id.org/trialgraph/schema/completionDate> {partial_date(completion_date_)}')
        if (completion_date_type_ := self.completion_date_type) is not None:
            say(f' <https://w3id.org/trialgraph/schema/completionDateType> <{DATE_TYPE[completion_date_type_]}>')
        if (completion_date_sort_ := self.completion_date_sort) is not None:
            say(f' <https://w3id.org/trialgraph/schema/completionDateSort> "{completion_date_sort_}"^^<http://www.w3.org/2001/XMLSchema#date>')
        if (enrolment_ := self.enrolment) is not None:
            say(f' <https://w3id.org/trialgraph/schema/enrolment> "{enrolment_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        if (enrolment_type_ := self.enrolment_type) is not None:
            say(f' <https://w3id.org/trialgraph/schema/enrolmentType> <{DATE_TYPE[enrolment_type_]}>')
        if (primary_purpose_ := self.primary_purpose) is not None:
            say(f' <https://w3id.org/trialgraph/schema/primaryPurpose> <{PRIMARY_PURPOSE[primary_purpose_]}>')
        if (allocation_ := self.allocation) is not None:
            say(f' <https://w3id.org/trialgraph/schema/allocation> <{ALLOCATION[allocation_]}>')
        if (intervention_model_ := self.intervention_model) is not None:
            say(f' <https://w3id.org/trialgraph/schema/interventionModel> <{INTERVENTION_MODEL[intervention_model_]}>')
        if (intervention_model_description_ := self.intervention_model_description) is not None:
            if '"' in intervention_model_description_ or '\\' in intervention_model_description_ or '\n' in intervention_model_description_ or '\r' in intervention_model_description_:
                intervention_model_description_ = escaped(intervention_model_description_)
            say(f' <https://w3id.org/trialgraph/schema/interventionModelDescription> "{intervention_model_description_}"')
        if (observational_model_ := self.observational_model) is not None:
            say(f' <https://w3id.org/trialgraph/schema/observationalModel> <{OBSERVATIONAL_MODEL[observational_model_]}>')
        if (time_perspective_ := self.time_perspective) is not None:
            say(f' <https://w3id.org/trialgraph/schema/timePerspective> <{TIME_PERSPECTIVE[time_perspective_]}>')
        if (masking_ := self.masking) is not None:
            say(f' <https://w3id.org/trialgraph/schema/masking> <{MASKING[masking_]}>')
        if (masking_description_ := self.masking_description) is not None:
            if '"' in masking_description_ or '\\' in masking_description_ or '\n' in masking_description_ or '\r' in masking_description_:
                masking_description_ = escaped(masking_description_)
            say(f' <https://w3id.org/trialgraph/schema/maskingDescription> "{masking_description_}"')
        if self.who_masked:
            said += [f' <https://w3id.org/trialgraph/schema/whoMasked> <{MASKED_PARTY[who_masked_]}>' for who_masked_ in self.who_masked]
        if self.design_feature:
            said += [f' <https://w3id.org/trialgraph/schema/designFeature> <{DESIGN_FEATURE[design_feature_]}>' for design_feature_ in self.design_feature]
        if (target_duration_ := self.target_duration) is not None:
            if '"' in target_duration_ or '\\' in target_duration_ or '\n' in target_duration_ or '\r' in target_duration_:
                target_duration_ = escaped(target_duration_)
            say(f' <https://w3id.org/trialgraph/schema/targetDuration> "{target_duration_}"')
        if (patient_registry_ := self.patient_registry) is not None:
            say(f' <https://w3id.org/trialgraph/schema/patientRegistry> "{"true" if patient_registry_ else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>')
        if (biospecimen_retention_ := self.biospecimen_retention) is not None:
            if '"' in biospecimen_retention_ or '\\' in biospecimen_retention_ or '\n' in biospecimen_retention_ or '\r' in biospecimen_retention_:
                biospecimen_retention_ = escaped(biospecimen_retention_)
            say(f' <https://w3id.org/trialgraph/schema/biospecimenRetention> "{biospecimen_retention_}"')
        if (biospecimen_description_ := self.biospecimen_description) is not None:
            if '"' in biospecimen_description_ or '\\' in biospecimen_description_ or '\n' in biospecimen_description_ or '\r' in biospecimen_description_:
                biospecimen_description_ = escaped(biospecimen_description_)
            say(f' <https://w3id.org/trialgraph/schema/biospecimenDescription> "{biospecimen_description_}"')
        for expanded_access_type_ in self.expanded_access_type:
            if '"' in expanded_access_type_ or '\\' in expanded_access_type_ or '\n' in expanded_access_type_ or '\r' in expanded_access_type_:
                expanded_access_type_ = escaped(expanded_access_type_)
            say(f' <https://w3id.org/trialgraph/schema/expandedAccessType> "{expanded_access_type_}"')
        if (has_expanded_access_ := self.has_expanded_access) is not None:
            say(f' <https://w3id.org/trialgraph/schema/hasExpandedAccess> "{"true" if has_expanded_access_ else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>')
        if self.expanded_access_record:
            said += [f' <https://w3id.org/trialgraph/schema/expandedAccessRecord> <{expanded_access_record_}>' for expanded_access_record_ in self.expanded_access_record]
        if (expanded_access_status_ := self.expanded_access_status) is not None:
            say(f' <https://w3id.org/trialgraph/schema/expandedAccessStatus> <{OVERALL_STATUS[expanded_access_status_]}>')
        if (data_monitoring_committee_ := self.data_monitoring_committee) is not None:
            say(f' <https://w3id.org/trialgraph/schema/dataMonitoringCommittee> "{"true" if data_monitoring_committee_ else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>')
        if (fda_regulated_drug_ := self.fda_regulated_drug) is not None:
            say(f' <https://w3id.org/trialgraph/schema/fdaRegulatedDrug> "{"true" if fda_regulated_drug_ else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>')
        if (fda_regulated_device_ := self.fda_regulated_device) is not None:
            say(f' <https://w3id.org/trialgraph/schema/fdaRegulatedDevice> "{"true" if fda_regulated_device_ else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>')
        if (unapproved_device_ := self.unapproved_device) is not None:
            say(f' <https://w3id.org/trialgraph/schema/unapprovedDevice> "{"true" if unapproved_device_ else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>')
        if (exported_from_us_ := self.exported_from_us) is not None:
            say(f' <https://w3id.org/trialgraph/schema/exportedFromUs> "{"true" if exported_from_us_ else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>')
        if (pediatric_postmarket_surveillance_ := self.pediatric_postmarket_surveillance) is not None:
            say(f' <https://w3id.org/trialgraph/schema/pediatricPostmarketSurveillance> "{"true" if pediatric_postmarket_surveillance_ else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>')
        if (fdaaa_violation_ := self.fdaaa_violation) is not None:
            say(f' <https://w3id.org/trialgraph/schema/fdaaaViolation> "{"true" if fdaaa_violation_ else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>')
        if self.compliance_event:
            said += [f' <https://w3id.org/trialgraph/schema/complianceEvent> <{compliance_event_}>' for compliance_event_ in self.compliance_event]
        if (posting_delayed_ := self.posting_delayed) is not None:
            say(f' <https://w3id.org/trialgraph/schema/postingDelayed> "{"true" if posting_delayed_ else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>')
        if (responsible_party_ := self.responsible_party) is not None:
            say(f' <https://w3id.org/trialgraph/schema/responsibleParty> <{RESPONSIBLE_PARTY[responsible_party_]}>')
        for objective_ in self.objective:
            if '"' in objective_ or '\\' in objective_ or '\n' in objective_ or '\r' in objective_:
                objective_ = escaped(objective_)
            say(f' <https://w3id.org/trialgraph/schema/objective> "{objective_}"')
        for recruitment_country_ in self.recruitment_country:
            if '"' in recruitment_country_ or '\\' in recruitment_country_ or '\n' in recruitment_country_ or '\r' in recruitment_country_:
                recruitment_country_ = escaped(recruitment_country_)
            say(f' <https://w3id.org/trialgraph/schema/recruitmentCountry> "{recruitment_country_}"')
        for keyword_ in self.keyword:
            if '"' in keyword_ or '\\' in keyword_ or '\n' in keyword_ or '\r' in keyword_:
                keyword_ = escaped(keyword_)
            say(f' <http://schema.org/keywords> "{keyword_}"')
        for mesh_term_ in self.mesh_term:
            if '"' in mesh_term_ or '\\' in mesh_term_ or '\n' in mesh_term_ or '\r' in mesh_term_:
                mesh_term_ = escaped(mesh_term_)
            say(f' <https://w3id.org/trialgraph/schema/meshTerm> "{mesh_term_}"')
        if self.mesh_descriptor:
            said += [f' <https://w3id.org/trialgraph/schema/meshDescriptor> <{mesh_descriptor_}>' for mesh_descriptor_ in self.mesh_descriptor]
        if self.age_group:
            said += [f' <https://w3id.org/trialgraph/schema/ageGroup> <{AGE_GROUP[age_group_]}>' for age_group_ in self.age_group]
        if (healthy_volunteers_ := self.healthy_volunteers) is not None:
            say(f' <https://w3id.org/trialgraph/schema/healthyVolunteers> "{"true" if healthy_volunteers_ else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>')
        if self.condition_name:
            said += [f' <https://w3id.org/trialgraph/schema/conditionName> <{condition_name_}>' for condition_name_ in self.condition_name]
        for condition_code_ in self.condition_code:
            if '"' in condition_code_ or '\\' in condition_code_ or '\n' in condition_code_ or '\r' in condition_code_:
                condition_code_ = escaped(condition_code_)
            say(f' <https://w3id.org/trialgraph/schema/conditionCode> "{condition_code_}"')
        if self.arm:
            said += [f' <https://w3id.org/trialgraph/schema/arm> <{arm_}>' for arm_ in self.arm]
        if self.intervention:
            said += [f' <https://w3id.org/trialgraph/schema/intervention> <{intervention_}>' for intervention_ in self.intervention]
        if self.epoch:
            said += [f' <https://w3id.org/trialgraph/schema/epoch> <{epoch_}>' for epoch_ in self.epoch]
        if self.outcome:
            said += [f' <https://w3id.org/trialgraph/schema/outcome> <{outcome_}>' for outcome_ in self.outcome]
        if self.eligibility:
            said += [f' <https://w3id.org/trialgraph/schema/eligibility> <{eligibility_}>' for eligibility_ in self.eligibility]
        if self.sponsor_role:
            said += [f' <https://w3id.org/trialgraph/schema/sponsorRole> <{sponsor_role_}>' for sponsor_role_ in self.sponsor_role]
        if self.investigator_role:
            said += [f' <https://w3id.org/trialgraph/schema/investigatorRole> <{investigator_role_}>' for investigator_role_ in self.investigator_role]
        if self.site:
            said += [f' <https://w3id.org/trialgraph/schema/site> <{site_}>' for site_ in self.site]
        for removed_country_ in self.removed_country:
            if '"' in removed_country_ or '\\' in removed_country_ or '\n' in removed_country_ or '\r' in removed_country_:
                removed_country_ = escaped(removed_country_)
            say(f' <https://w3id.org/trialgraph/schema/removedCountry> "{removed_country_}"')
        if self.contact:
            said += [f' <https://w3id.org/trialgraph/schema/contact> <{contact_}>' for contact_ in self.contact]
        if self.ipd_sharing:
            said += [f' <https://w3id.org/trialgraph/schema/ipdSharing> <{ipd_sharing_}>' for ipd_sharing_ in self.ipd_sharing]
        if self.study_document:
            said += [f' <https://w3id.org/trialgraph/schema/studyDocument> <{study_document_}>' for study_document_ in self.study_document]
        if (no_analysis_plan_ := self.no_analysis_plan) is not None:
            say(f' <https://w3id.org/trialgraph/schema/noAnalysisPlan> "{"true" if no_analysis_plan_ else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>')
        if self.available_data:
            said += [f' <https://w3id.org/trialgraph/schema/availableData> <{available_data_}>' for available_data_ in self.available_data]
        if self.web_link:
            said += [f' <https://w3id.org/trialgraph/schema/webLink> <{web_link_}>' for web_link_ in self.web_link]
        if self.results_submission:
            said += [f' <https://w3id.org/trialgraph/schema/resultsSubmission> <{results_submission_}>' for results_submission_ in self.results_submission]
        if self.participant_flow:
            said += [f' <https://w3id.org/trialgraph/schema/participantFlow> <{participant_flow_}>' for participant_flow_ in self.participant_flow]
        if self.baseline:
            said += [f' <https://w3id.org/trialgraph/schema/baseline> <{baseline_}>' for baseline_ in self.baseline]
        if self.outcome_result:
            said += [f' <https://w3id.org/trialgraph/schema/outcomeResult> <{outcome_result_}>' for outcome_result_ in self.outcome_result]
        if self.adverse_event:
            said += [f' <https://w3id.org/trialgraph/schema/adverseEvent> <{adverse_event_}>' for adverse_event_ in self.adverse_event]
        if self.result_group:
            said += [f' <https://w3id.org/trialgraph/schema/resultGroup> <{result_group_}>' for result_group_ in self.result_group]
        if self.results_report:
            said += [f' <https://w3id.org/trialgraph/schema/resultsReport> <{results_report_}>' for results_report_ in self.results_report]
        if self.tests_drug:
            said += [f' <https://w3id.org/trialgraph/schema/testsDrug> <{tests_drug_}>' for tests_drug_ in self.tests_drug]
        if self.tests_mechanism:
            said += [f' <https://w3id.org/trialgraph/schema/testsMechanism> <{tests_mechanism_}>' for tests_mechanism_ in self.tests_mechanism]
        if self.lead_sponsor:
            said += [f' <https://w3id.org/trialgraph/schema/leadSponsor> <{lead_sponsor_}>' for lead_sponsor_ in self.lead_sponsor]
        if self.collaborator:
            said += [f' <https://w3id.org/trialgraph/schema/collaborator> <{collaborator_}>' for collaborator_ in self.collaborator]
        if self.investigator:
            said += [f' <https://w3id.org/trialgraph/schema/investigator> <{investigator_}>' for investigator_ in self.investigator]
        if self.studies_condition:
            said += [f' <https://w3id.org/trialgraph/schema/studiesCondition> <{studies_condition_}>' for studies_condition_ in self.studies_condition]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/TrialIdentifier>']
        say = said.append
        id_value_ = self.id_value
        if '"' in id_value_ or '\\' in id_value_ or '\n' in id_value_ or '\r' in id_value_:
            id_value_ = escaped(id_value_)
        say(f' <http://schema.org/value> "{id_value_}"')
        if (id_type_ := self.id_type) is not None:
            say(f' <https://w3id.org/trialgraph/schema/idType> <{IDENTIFIER_TYPE[id_type_]}>')
        if (id_issuer_ := self.id_issuer) is not None:
            if '"' in id_issuer_ or '\\' in id_issuer_ or '\n' in id_issuer_ or '\r' in id_issuer_:
                id_issuer_ = escaped(id_issuer_)
            say(f' <https://w3id.org/trialgraph/schema/idIssuer> "{id_issuer_}"')
        if self.id_link:
            said += [f' <http://schema.org/url> <{id_link_}>' for id_link_ in self.id_link]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/WebLink>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        if self.url:
            said += [f' <http://schema.org/url> <{url_}>' for url_ in self.url]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'
