"""Records of the subject area ``provenance`` and their N-Quads writers.

Generated from schema/*.yaml by schema/generate.py; do not edit."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from kg.model.enums import BASIS, DATE_TYPE, ISSUE_KIND, MATCH_KIND
from kg.rdf.terms import partial_date, text


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
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Evidence>{g}{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/oa#TextQuoteSelector>{g}'
        out += f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> <{self.subject}>{g}'
        out += f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate> <{self.predicate}>{g}'
        out += f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#object> {self.object}{g}'
        if self.exact is not None:
            out += f'{s} <http://www.w3.org/ns/oa#exact> {text(self.exact)}{g}'
        if self.prefix is not None:
            out += f'{s} <http://www.w3.org/ns/oa#prefix> {text(self.prefix)}{g}'
        if self.suffix is not None:
            out += f'{s} <http://www.w3.org/ns/oa#suffix> {text(self.suffix)}{g}'
        if self.start is not None:
            out += f'{s} <http://www.w3.org/ns/oa#start> "{self.start}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.end is not None:
            out += f'{s} <http://www.w3.org/ns/oa#end> "{self.end}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.derived_from is not None:
            out += f'{s} <http://www.w3.org/ns/prov#wasDerivedFrom> <{self.derived_from}>{g}'
        out += f'{s} <https://w3id.org/trialgraph/schema/basis> <{BASIS[self.basis]}>{g}'
        if self.rule is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/rule> {text(self.rule)}{g}'
        if self.matched is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/matched> {text(self.matched)}{g}'
        if self.match_kind is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/matchKind> <{MATCH_KIND[self.match_kind]}>{g}'
        if self.confidence is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/confidence> "{self.confidence:f}"^^<http://www.w3.org/2001/XMLSchema#decimal>{g}'
        return out


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
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Issue>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        out += f'{s} <https://w3id.org/trialgraph/schema/issueKind> <{ISSUE_KIND[self.issue_kind]}>{g}'
        for issue_about_ in self.issue_about:
            out += f'{s} <https://w3id.org/trialgraph/schema/issueAbout> <{issue_about_}>{g}'
        if self.description is not None:
            out += f'{s} <http://purl.org/dc/terms/description> {text(self.description)}{g}'
        return out


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
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Mapping>{g}'
        out += f'{s} <https://w3id.org/sssom/subject_id> <{self.mapping_subject}>{g}'
        out += f'{s} <https://w3id.org/sssom/predicate_id> <{self.mapping_predicate}>{g}'
        out += f'{s} <https://w3id.org/sssom/object_id> <{self.mapping_object}>{g}'
        if self.mapping_justification is not None:
            out += f'{s} <https://w3id.org/sssom/mapping_justification> {text(self.mapping_justification)}{g}'
        if self.confidence is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/confidence> "{self.confidence:f}"^^<http://www.w3.org/2001/XMLSchema#decimal>{g}'
        return out


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
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Observation>{g}'
        out += f'{s} <https://w3id.org/trialgraph/schema/observedOf> <{self.observed_of}>{g}'
        out += f'{s} <https://w3id.org/trialgraph/schema/observedProperty> <{self.observed_property}>{g}'
        out += f'{s} <https://w3id.org/trialgraph/schema/observedValue> {self.observed_value}{g}'
        if self.text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/text> {text(self.text)}{g}'
        return out


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
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/RegistryRecord>{g}{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/prov#Entity>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        if self.page_updated is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/pageUpdated> {partial_date(self.page_updated)}{g}'
        if self.updated_by is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/updatedBy> {text(self.updated_by)}{g}'
        if self.first_submitted is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/firstSubmitted> {partial_date(self.first_submitted)}{g}'
        if self.first_submitted_qc is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/firstSubmittedQc> {partial_date(self.first_submitted_qc)}{g}'
        if self.first_posted is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/firstPosted> {partial_date(self.first_posted)}{g}'
        if self.first_posted_type is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/firstPostedType> <{DATE_TYPE[self.first_posted_type]}>{g}'
        if self.results_first_submitted is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/resultsFirstSubmitted> {partial_date(self.results_first_submitted)}{g}'
        if self.results_first_submitted_qc is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/resultsFirstSubmittedQc> {partial_date(self.results_first_submitted_qc)}{g}'
        if self.results_first_posted is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/resultsFirstPosted> {partial_date(self.results_first_posted)}{g}'
        if self.results_first_posted_type is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/resultsFirstPostedType> <{DATE_TYPE[self.results_first_posted_type]}>{g}'
        if self.disposition_first_submitted is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/dispositionFirstSubmitted> {partial_date(self.disposition_first_submitted)}{g}'
        if self.disposition_first_submitted_qc is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/dispositionFirstSubmittedQc> {partial_date(self.disposition_first_submitted_qc)}{g}'
        if self.disposition_first_posted is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/dispositionFirstPosted> {partial_date(self.disposition_first_posted)}{g}'
        if self.disposition_first_posted_type is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/dispositionFirstPostedType> <{DATE_TYPE[self.disposition_first_posted_type]}>{g}'
        if self.last_update_submitted is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/lastUpdateSubmitted> {partial_date(self.last_update_submitted)}{g}'
        if self.last_update_submitted_qc is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/lastUpdateSubmittedQc> {partial_date(self.last_update_submitted_qc)}{g}'
        if self.last_update_posted is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/lastUpdatePosted> {partial_date(self.last_update_posted)}{g}'
        if self.last_update_posted_type is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/lastUpdatePostedType> <{DATE_TYPE[self.last_update_posted_type]}>{g}'
        if self.last_verified is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/lastVerified> {partial_date(self.last_verified)}{g}'
        if self.results_waived is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/resultsWaived> "{"true" if self.results_waived else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>{g}'
        out += f'{s} <http://purl.org/dc/terms/identifier> {text(self.record_id)}{g}'
        if self.source_registry is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/sourceRegistry> {text(self.source_registry)}{g}'
        for describes_ in self.describes:
            out += f'{s} <https://w3id.org/trialgraph/schema/describes> <{describes_}>{g}'
        if self.format is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/format> {text(self.format)}{g}'
        if self.file_name is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/fileName> {text(self.file_name)}{g}'
        if self.byte_size is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/byteSize> "{self.byte_size}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.sha256 is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/sha256> {text(self.sha256)}{g}'
        if self.source_statement is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/sourceStatement> {text(self.source_statement)}{g}'
        if self.rights is not None:
            out += f'{s} <http://purl.org/dc/terms/rights> {text(self.rights)}{g}'
        if self.license_iri is not None:
            out += f'{s} <http://purl.org/dc/terms/license> <{self.license_iri}>{g}'
        if self.record_version is not None:
            out += f'{s} <http://purl.org/pav/version> {text(self.record_version)}{g}'
        for mentions_ in self.mentions:
            out += f'{s} <https://w3id.org/trialgraph/schema/mentions> <{mentions_}>{g}'
        return out


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
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/RuleSet>{g}{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/prov#Activity>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        if self.description is not None:
            out += f'{s} <http://purl.org/dc/terms/description> {text(self.description)}{g}'
        if self.accepted is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/accepted> "{"true" if self.accepted else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>{g}'
        return out
