"""Records of the subject area ``provenance`` and their N-Quads writers.

Generated from schema/*.yaml by schema/generate.py; do not edit."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from kg.model.enums import BASIS, DATE_TYPE, ISSUE_KIND, MATCH_KIND
from kg.rdf.terms import decimal, escaped, partial_date


class Evidence(Struct, frozen=True, kw_only=True, gc=False):
    """Why one statement is in the graph: the statement (rdf:subject, rdf:predicate, rdf:object), the words it
    rests on with their place in the document, and, where it was concluded, the rule and its confidence.

    :ivar iri: The address that names this thing.
    :ivar subject: Subject of the statement.
    :ivar predicate: Predicate of the statement.
    :ivar object: Object of the statement.
    :ivar exact: The words of the document, with its line breaks folded to single spaces.
    :ivar prefix: Up to 32 characters before the words.
    :ivar suffix: Up to 32 characters after the words.
    :ivar start: Place of the first character, counted from 0 in the document's decoded text (byte order mark
    not counted).
    :ivar end: Place after the last character.
    :ivar derived_from: The record or table that the statement rests on.
    :ivar basis: Whether the statement is stated in the words, derived from them, or inferred with outside
    knowledge.
    :ivar rule: Name of the rule that made the statement.
    :ivar matched: The vocabulary label or key that the words matched.
    :ivar match_kind: How the words matched the vocabulary.
    :ivar confidence: How far the rule is to be trusted from 0 to 1; absent for what is plainly stated.
    """

    iri: str
    subject: str
    predicate: str
    object: str
    exact: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    start: int | None = None
    end: int | None = None
    derived_from: str | None = None
    basis: str
    rule: str | None = None
    matched: str | None = None
    match_kind: str | None = None
    confidence: Decimal | None = None

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Evidence>', ' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/oa#TextQuoteSelector>']
        say = said.append
        subject_ = self.subject
        say(f' <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> <{subject_}>')
        predicate_ = self.predicate
        say(f' <http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate> <{predicate_}>')
        object_ = self.object
        say(f' <http://www.w3.org/1999/02/22-rdf-syntax-ns#object> {object_}')
        if (exact_ := self.exact) is not None:
            if '"' in exact_ or '\\' in exact_ or '\n' in exact_ or '\r' in exact_:
                exact_ = escaped(exact_)
            say(f' <http://www.w3.org/ns/oa#exact> "{exact_}"')
        if (prefix_ := self.prefix) is not None:
            if '"' in prefix_ or '\\' in prefix_ or '\n' in prefix_ or '\r' in prefix_:
                prefix_ = escaped(prefix_)
            say(f' <http://www.w3.org/ns/oa#prefix> "{prefix_}"')
        if (suffix_ := self.suffix) is not None:
            if '"' in suffix_ or '\\' in suffix_ or '\n' in suffix_ or '\r' in suffix_:
                suffix_ = escaped(suffix_)
            say(f' <http://www.w3.org/ns/oa#suffix> "{suffix_}"')
        if (start_ := self.start) is not None:
            say(f' <http://www.w3.org/ns/oa#start> "{start_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        if (end_ := self.end) is not None:
            say(f' <http://www.w3.org/ns/oa#end> "{end_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        if (derived_from_ := self.derived_from) is not None:
            say(f' <http://www.w3.org/ns/prov#wasDerivedFrom> <{derived_from_}>')
        basis_ = self.basis
        say(f' <https://w3id.org/trialgraph/schema/basis> <{BASIS[basis_]}>')
        if (rule_ := self.rule) is not None:
            if '"' in rule_ or '\\' in rule_ or '\n' in rule_ or '\r' in rule_:
                rule_ = escaped(rule_)
            say(f' <https://w3id.org/trialgraph/schema/rule> "{rule_}"')
        if (matched_ := self.matched) is not None:
            if '"' in matched_ or '\\' in matched_ or '\n' in matched_ or '\r' in matched_:
                matched_ = escaped(matched_)
            say(f' <https://w3id.org/trialgraph/schema/matched> "{matched_}"')
        if (match_kind_ := self.match_kind) is not None:
            say(f' <https://w3id.org/trialgraph/schema/matchKind> <{MATCH_KIND[match_kind_]}>')
        if (confidence_ := self.confidence) is not None:
            say(f' <https://w3id.org/trialgraph/schema/confidence> "{decimal(confidence_)}"^^<http://www.w3.org/2001/XMLSchema#decimal>')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


class Issue(Struct, frozen=True, kw_only=True, gc=False):
    """Something in a document that contradicts itself or needs a second look; every reading is kept.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar issue_kind: What kind of difficulty it is.
    :ivar issue_about: The things it concerns.
    :ivar description: What this is in words.
    """

    iri: str
    label: str | None = None
    issue_kind: str
    issue_about: tuple[str, ...] = ()
    description: str | None = None

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Issue>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        issue_kind_ = self.issue_kind
        say(f' <https://w3id.org/trialgraph/schema/issueKind> <{ISSUE_KIND[issue_kind_]}>')
        if self.issue_about:
            said += [f' <https://w3id.org/trialgraph/schema/issueAbout> <{issue_about_}>' for issue_about_ in self.issue_about]
        if (description_ := self.description) is not None:
            if '"' in description_ or '\\' in description_ or '\n' in description_ or '\r' in description_:
                description_ = escaped(description_)
            say(f' <http://purl.org/dc/terms/description> "{description_}"')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


class Mapping(Struct, frozen=True, kw_only=True, gc=False):
    """A claim that one of our concepts and one of another vocabulary are the same or close.

    :ivar iri: The address that names this thing.
    :ivar mapping_subject: Our concept.
    :ivar mapping_predicate: How the two are related (skos:exactMatch or skos:closeMatch).
    :ivar mapping_object: The other vocabulary's concept.
    :ivar mapping_justification: How the claim was arrived at.
    :ivar confidence: How far the claim is to be trusted from 0 to 1.
    """

    iri: str
    mapping_subject: str
    mapping_predicate: str
    mapping_object: str
    mapping_justification: str | None = None
    confidence: Decimal | None = None

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Mapping>']
        say = said.append
        mapping_subject_ = self.mapping_subject
        say(f' <https://w3id.org/sssom/subject_id> <{mapping_subject_}>')
        mapping_predicate_ = self.mapping_predicate
        say(f' <https://w3id.org/sssom/predicate_id> <{mapping_predicate_}>')
        mapping_object_ = self.mapping_object
        say(f' <https://w3id.org/sssom/object_id> <{mapping_object_}>')
        if (mapping_justification_ := self.mapping_justification) is not None:
            if '"' in mapping_justification_ or '\\' in mapping_justification_ or '\n' in mapping_justification_ or '\r' in mapping_justification_:
                mapping_justification_ = escaped(mapping_justification_)
            say(f' <https://w3id.org/sssom/mapping_justification> "{mapping_justification_}"')
        if (confidence_ := self.confidence) is not None:
            say(f' <https://w3id.org/trialgraph/schema/confidence> "{decimal(confidence_)}"^^<http://www.w3.org/2001/XMLSchema#decimal>')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


class Observation(Struct, frozen=True, kw_only=True, gc=False):
    """A fact about a trial read from the words of a document. It stays with the document and never overwrites
    what a registry states.

    :ivar iri: The address that names this thing.
    :ivar observed_of: The trial or arm that the words are about.
    :ivar observed_property: The property that the words give a value of, such as tg:phase.
    :ivar observed_value: What the words say: a literal, or the IRI of an enumeration value or a concept.
    :ivar text: The words as written.
    """

    iri: str
    observed_of: str
    observed_property: str
    observed_value: str
    text: str | None = None

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Observation>']
        say = said.append
        observed_of_ = self.observed_of
        say(f' <https://w3id.org/trialgraph/schema/observedOf> <{observed_of_}>')
        observed_property_ = self.observed_property
        say(f' <https://w3id.org/trialgraph/schema/observedProperty> <{observed_property_}>')
        observed_value_ = self.observed_value
        say(f' <https://w3id.org/trialgraph/schema/observedValue> {observed_value_}')
        if (text_ := self.text) is not None:
            if '"' in text_ or '\\' in text_ or '\n' in text_ or '\r' in text_:
                text_ = escaped(text_)
            say(f' <https://w3id.org/trialgraph/schema/text> "{text_}"')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


class RegistryRecord(Struct, frozen=True, kw_only=True, gc=False):
    """A trial registry's record of one trial: the document, not the trial.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar page_updated: Date of the update that the head of a trial page prints.
    :ivar updated_by: Organisation that the head of a trial page names as having made the update.
    :ivar first_submitted: Day the record was first submitted to the registry.
    :ivar first_submitted_qc: Day the first submission met the registry's quality control.
    :ivar first_posted: Day the record was first public.
    :ivar first_posted_type: Whether the day of first posting is actual or estimated.
    :ivar results_first_submitted: Day results were first submitted.
    :ivar results_first_submitted_qc: Day submitted results met quality control.
    :ivar results_first_posted: Day results were first public.
    :ivar results_first_posted_type: Whether the day of first posting of results is actual or estimated.
    :ivar disposition_first_submitted: Day a certificate or request to delay results was first submitted.
    :ivar disposition_first_submitted_qc: Day that certificate or request met quality control.
    :ivar disposition_first_posted: Day that certificate or request was first public.
    :ivar disposition_first_posted_type: Whether that day is actual or estimated.
    :ivar last_update_submitted: Day the newest update was submitted.
    :ivar last_update_submitted_qc: Day the newest update met quality control.
    :ivar last_update_posted: Day the newest update was public.
    :ivar last_update_posted_type: Whether the day of the newest posting is actual or estimated.
    :ivar last_verified: Month in which the record was last confirmed to be right; ClinicalTrials.gov keeps
    month precision.
    :ivar results_waived: True where the registry says that results need not be submitted.
    :ivar record_id: The key of the document in its source, such as a PMID or an NCT number.
    :ivar source_registry: Name of the registry or database that published the document, such as
    ClinicalTrials.gov or PubMed.
    :ivar describes: The trial or publication that the document is the record of.
    :ivar format: Name of the loader that read the document.
    :ivar file_name: Name of the file the document came in, without its folder.
    :ivar byte_size: Length of the document in bytes.
    :ivar sha256: SHA-256 checksum of the document's bytes in hexadecimal.
    :ivar source_statement: What the document itself says of where it comes from.
    :ivar rights: Copyright or rights statement as the source gives it.
    :ivar license_iri: Licence of the document where its source names one.
    :ivar record_version: Version or revision date that tells this copy of the document from others of the
    same record.
    :ivar mentions: A drug, mechanism, target or condition that the words of the document name. Found by a
    rule, with evidence.
    """

    iri: str
    label: str | None = None
    page_updated: str | None = None
    updated_by: str | None = None
    first_submitted: str | None = None
    first_submitted_qc: str | None = None
    first_posted: str | None = None
    first_posted_type: str | None = None
    results_first_submitted: str | None = None
    results_first_submitted_qc: str | None = None
    results_first_posted: str | None = None
    results_first_posted_type: str | None = None
    disposition_first_submitted: str | None = None
    disposition_first_submitted_qc: str | None = None
    disposition_first_posted: str | None = None
    disposition_first_posted_type: str | None = None
    last_update_submitted: str | None = None
    last_update_submitted_qc: str | None = None
    last_update_posted: str | None = None
    last_update_posted_type: str | None = None
    last_verified: str | None = None
    results_waived: bool | None = None
    record_id: str
    source_registry: str | None = None
    describes: tuple[str, ...] = ()
    format: str | None = None
    file_name: str | None = None
    byte_size: int | None = None
    sha256: str | None = None
    source_statement: str | None = None
    rights: str | None = None
    license_iri: str | None = None
    record_version: str | None = None
    mentions: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/RegistryRecord>', ' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/prov#Entity>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        if (page_updated_ := self.page_updated) is not None:
            say(f' <https://w3id.org/trialgraph/schema/pageUpdated> {partial_date(page_updated_)}')
        if (updated_by_ := self.updated_by) is not None:
            if '"' in updated_by_ or '\\' in updated_by_ or '\n' in updated_by_ or '\r' in updated_by_:
                updated_by_ = escaped(updated_by_)
            say(f' <https://w3id.org/trialgraph/schema/updatedBy> "{updated_by_}"')
        if (first_submitted_ := self.first_submitted) is not None:
            say(f' <https://w3id.org/trialgraph/schema/firstSubmitted> {partial_date(first_submitted_)}')
        if (first_submitted_qc_ := self.first_submitted_qc) is not None:
            say(f' <https://w3id.org/trialgraph/schema/firstSubmittedQc> {partial_date(first_submitted_qc_)}')
        if (first_posted_ := self.first_posted) is not None:
            say(f' <https://w3id.org/trialgraph/schema/firstPosted> {partial_date(first_posted_)}')
        if (first_posted_type_ := self.first_posted_type) is not None:
            say(f' <https://w3id.org/trialgraph/schema/firstPostedType> <{DATE_TYPE[first_posted_type_]}>')
        if (results_first_submitted_ := self.results_first_submitted) is not None:
            say(f' <https://w3id.org/trialgraph/schema/resultsFirstSubmitted> {partial_date(results_first_submitted_)}')
        if (results_first_submitted_qc_ := self.results_first_submitted_qc) is not None:
            say(f' <https://w3id.org/trialgraph/schema/resultsFirstSubmittedQc> {partial_date(results_first_submitted_qc_)}')
        if (results_first_posted_ := self.results_first_posted) is not None:
            say(f' <https://w3id.org/trialgraph/schema/resultsFirstPosted> {partial_date(results_first_posted_)}')
        if (results_first_posted_type_ := self.results_first_posted_type) is not None:
            say(f' <https://w3id.org/trialgraph/schema/resultsFirstPostedType> <{DATE_TYPE[results_first_posted_type_]}>')
        if (disposition_first_submitted_ := self.disposition_first_submitted) is not None:
            say(f' <https://w3id.org/trialgraph/schema/dispositionFirstSubmitted> {partial_date(disposition_first_submitted_)}')
        if (disposition_first_submitted_qc_ := self.disposition_first_submitted_qc) is not None:
            say(f' <https://w3id.org/trialgraph/schema/dispositionFirstSubmittedQc> {partial_date(disposition_first_submitted_qc_)}')
        if (disposition_first_posted_ := self.disposition_first_posted) is not None:
            say(f' <https://w3id.org/trialgraph/schema/dispositionFirstPosted> {partial_date(disposition_first_posted_)}')
        if (disposition_first_posted_type_ := self.disposition_first_posted_type) is not None:
            say(f' <https://w3id.org/trialgraph/schema/dispositionFirstPostedType> <{DATE_TYPE[disposition_first_posted_type_]}>')
        if (last_update_submitted_ := self.last_update_submitted) is not None:
            say(f' <https://w3id.org/trialgraph/schema/lastUpdateSubmitted> {partial_date(last_update_submitted_)}')
        if (last_update_submitted_qc_ := self.last_update_submitted_qc) is not None:
            say(f' <https://w3id.org/trialgraph/schema/lastUpdateSubmittedQc> {partial_date(last_update_submitted_qc_)}')
        if (last_update_posted_ := self.last_update_posted) is not None:
            say(f' <https://w3id.org/trialgraph/schema/lastUpdatePosted> {partial_date(last_update_posted_)}')
        if (last_update_posted_type_ := self.last_update_posted_type) is not None:
            say(f' <https://w3id.org/trialgraph/schema/lastUpdatePostedType> <{DATE_TYPE[last_update_posted_type_]}>')
        if (last_verified_ := self.last_verified) is not None:
            say(f' <https://w3id.org/trialgraph/schema/lastVerified> {partial_date(last_verified_)}')
        if (results_waived_ := self.results_waived) is not None:
            say(f' <https://w3id.org/trialgraph/schema/resultsWaived> "{"true" if results_waived_ else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>')
        record_id_ = self.record_id
        if '"' in record_id_ or '\\' in record_id_ or '\n' in record_id_ or '\r' in record_id_:
            record_id_ = escaped(record_id_)
        say(f' <http://purl.org/dc/terms/identifier> "{record_id_}"')
        if (source_registry_ := self.source_registry) is not None:
            if '"' in source_registry_ or '\\' in source_registry_ or '\n' in source_registry_ or '\r' in source_registry_:
                source_registry_ = escaped(source_registry_)
            say(f' <https://w3id.org/trialgraph/schema/sourceRegistry> "{source_registry_}"')
        if self.describes:
            said += [f' <https://w3id.org/trialgraph/schema/describes> <{describes_}>' for describes_ in self.describes]
        if (format_ := self.format) is not None:
            if '"' in format_ or '\\' in format_ or '\n' in format_ or '\r' in format_:
                format_ = escaped(format_)
            say(f' <https://w3id.org/trialgraph/schema/format> "{format_}"')
        if (file_name_ := self.file_name) is not None:
            if '"' in file_name_ or '\\' in file_name_ or '\n' in file_name_ or '\r' in file_name_:
                file_name_ = escaped(file_name_)
            say(f' <https://w3id.org/trialgraph/schema/fileName> "{file_name_}"')
        if (byte_size_ := self.byte_size) is not None:
            say(f' <https://w3id.org/trialgraph/schema/byteSize> "{byte_size_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        if (sha256_ := self.sha256) is not None:
            if '"' in sha256_ or '\\' in sha256_ or '\n' in sha256_ or '\r' in sha256_:
                sha256_ = escaped(sha256_)
            say(f' <https://w3id.org/trialgraph/schema/sha256> "{sha256_}"')
        if (source_statement_ := self.source_statement) is not None:
            if '"' in source_statement_ or '\\' in source_statement_ or '\n' in source_statement_ or '\r' in source_statement_:
                source_statement_ = escaped(source_statement_)
            say(f' <https://w3id.org/trialgraph/schema/sourceStatement> "{source_statement_}"')
        if (rights_ := self.rights) is not None:
            if '"' in rights_ or '\\' in rights_ or '\n' in rights_ or '\r' in rights_:
                rights_ = escaped(rights_)
            say(f' <http://purl.org/dc/terms/rights> "{rights_}"')
        if (license_iri_ := self.license_iri) is not None:
            say(f' <http://purl.org/dc/terms/license> <{license_iri_}>')
        if (record_version_ := self.record_version) is not None:
            if '"' in record_version_ or '\\' in record_version_ or '\n' in record_version_ or '\r' in record_version_:
                record_version_ = escaped(record_version_)
            say(f' <http://purl.org/pav/version> "{record_version_}"')
        if self.mentions:
            said += [f' <https://w3id.org/trialgraph/schema/mentions> <{mentions_}>' for mentions_ in self.mentions]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


class RuleSet(Struct, frozen=True, kw_only=True, gc=False):
    """A set of rules that conclude statements. Its IRI is also the name of the graph that holds them.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar description: What this is in words.
    :ivar accepted: True where the conclusions also stand in the knowledge graph.
    """

    iri: str
    label: str | None = None
    description: str | None = None
    accepted: bool | None = None

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/RuleSet>', ' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/prov#Activity>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        if (description_ := self.description) is not None:
            if '"' in description_ or '\\' in description_ or '\n' in description_ or '\r' in description_:
                description_ = escaped(description_)
            say(f' <http://purl.org/dc/terms/description> "{description_}"')
        if (accepted_ := self.accepted) is not None:
            say(f' <https://w3id.org/trialgraph/schema/accepted> "{"true" if accepted_ else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'
