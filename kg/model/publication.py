"""Records of the subject area ``publication`` and their N-Quads writers.

Generated from schema/*.yaml by schema/generate.py; do not edit."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from kg.model.enums import CORRECTION_KIND, DISCLOSURE_KIND, LINK_SOURCE, LINK_TYPE
from kg.rdf.terms import partial_date, text


class AbstractSection(Struct, frozen=True, kw_only=True, gc=False):
    """A labelled part of a structured abstract.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar position: Place in the order of the source; the first is 1.
    :ivar section_category: NLM's category of the label, such as METHODS.
    :ivar text: The words as written.
    """

    iri: str
    label: str | None = None
    position: int | None = None
    section_category: str | None = None
    text: str

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/AbstractSection>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        if self.position is not None:
            out += f'{s} <http://schema.org/position> "{self.position}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.section_category is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/sectionCategory> {text(self.section_category)}{g}'
        out += f'{s} <https://w3id.org/trialgraph/schema/text> {text(self.text)}{g}'
        return out


class Correction(Struct, frozen=True, kw_only=True, gc=False):
    """A comment, correction, retraction or other article that this one is related with.

    :ivar iri: The address that names this thing.
    :ivar correction_kind: How the two are related.
    :ivar text: The words as written.
    :ivar related_publication: The other article.
    :ivar note: Remark of the source.
    """

    iri: str
    correction_kind: str | None = None
    text: str | None = None
    related_publication: str | None = None
    note: str | None = None

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Correction>{g}'
        if self.correction_kind is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/correctionKind> <{CORRECTION_KIND[self.correction_kind]}>{g}'
        if self.text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/text> {text(self.text)}{g}'
        if self.related_publication is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/relatedPublication> <{self.related_publication}>{g}'
        if self.note is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/note> {text(self.note)}{g}'
        return out


class DatabankReference(Struct, frozen=True, kw_only=True, gc=False):
    """A number in a registry or databank that a record of a publication gives.

    :ivar iri: The address that names this thing.
    :ivar databank: Name of the databank, such as ClinicalTrials.gov.
    :ivar accession: Number in the databank.
    """

    iri: str
    databank: str | None = None
    accession: str | None = None

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/DatabankReference>{g}'
        if self.databank is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/databank> {text(self.databank)}{g}'
        if self.accession is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/accession> {text(self.accession)}{g}'
        return out


class Disclosure(Struct, frozen=True, kw_only=True, gc=False):
    """What an author discloses. Employment is not sponsorship, and no statement is not the statement of none.

    :ivar iri: The address that names this thing.
    :ivar disclosure_kind: What is disclosed.
    :ivar discloser: The author as this publication has them.
    :ivar disclosed_organisation: Name of the organisation; several are alternatives where the words say or.
    :ivar disclosed_patent: The patent or application that the author is named on.
    :ivar text: The words as written.
    """

    iri: str
    disclosure_kind: str
    discloser: tuple[str, ...] = ()
    disclosed_organisation: tuple[str, ...] = ()
    disclosed_patent: str | None = None
    text: str | None = None

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Disclosure>{g}'
        out += f'{s} <https://w3id.org/trialgraph/schema/disclosureKind> <{DISCLOSURE_KIND[self.disclosure_kind]}>{g}'
        for discloser_ in self.discloser:
            out += f'{s} <https://w3id.org/trialgraph/schema/discloser> <{discloser_}>{g}'
        for disclosed_organisation_ in self.disclosed_organisation:
            out += f'{s} <https://w3id.org/trialgraph/schema/disclosedOrganisation> {text(disclosed_organisation_)}{g}'
        if self.disclosed_patent is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/disclosedPatent> <{self.disclosed_patent}>{g}'
        if self.text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/text> {text(self.text)}{g}'
        return out


class Grant(Struct, frozen=True, kw_only=True, gc=False):
    """Money that the work of a publication was done with.

    :ivar iri: The address that names this thing.
    :ivar grant_id: Number of the grant.
    :ivar grant_acronym: Short name of the institute.
    :ivar grant_agency: Agency that gave it.
    :ivar grant_country: Country of the agency.
    :ivar text: The words as written.
    """

    iri: str
    grant_id: str | None = None
    grant_acronym: str | None = None
    grant_agency: str | None = None
    grant_country: str | None = None
    text: str | None = None

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Grant>{g}'
        if self.grant_id is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/grantId> {text(self.grant_id)}{g}'
        if self.grant_acronym is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/grantAcronym> {text(self.grant_acronym)}{g}'
        if self.grant_agency is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/grantAgency> {text(self.grant_agency)}{g}'
        if self.grant_country is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/grantCountry> {text(self.grant_country)}{g}'
        if self.text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/text> {text(self.text)}{g}'
        return out


class Journal(Struct, frozen=True, kw_only=True, gc=False):
    """A journal or other serial.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar nlm_id: Number of the journal in the NLM catalogue.
    :ivar medline_abbreviation: Abbreviated title.
    :ivar issn_print: ISSN of the print edition.
    :ivar issn_electronic: ISSN of the electronic edition.
    :ivar issn_linking: ISSN that links the editions.
    :ivar place_of_publication: Country of the journal; says nothing of trials or authors.
    :ivar iso_abbreviation: Title abbreviated by the rules of the ISSN centre.
    """

    iri: str
    label: str | None = None
    nlm_id: str | None = None
    medline_abbreviation: str | None = None
    issn_print: str | None = None
    issn_electronic: str | None = None
    issn_linking: str | None = None
    place_of_publication: str | None = None
    iso_abbreviation: str | None = None

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Journal>{g}{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/Periodical>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        if self.nlm_id is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/nlmId> {text(self.nlm_id)}{g}'
        if self.medline_abbreviation is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/medlineAbbreviation> {text(self.medline_abbreviation)}{g}'
        if self.issn_print is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/issnPrint> {text(self.issn_print)}{g}'
        if self.issn_electronic is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/issnElectronic> {text(self.issn_electronic)}{g}'
        if self.issn_linking is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/issnLinking> {text(self.issn_linking)}{g}'
        if self.place_of_publication is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/placeOfPublication> {text(self.place_of_publication)}{g}'
        if self.iso_abbreviation is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/isoAbbreviation> {text(self.iso_abbreviation)}{g}'
        return out


class MeshHeading(Struct, frozen=True, kw_only=True, gc=False):
    """A MeSH heading of an article with its qualifiers. It is about the article, and never paired with one
    condition of a trial.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar descriptor: The MeSH descriptor or substance that is indexed.
    :ivar qualifier: Qualifier that narrows the heading.
    :ivar major_topic: True where the heading or a qualifier of it is a main topic.
    :ivar major_qualifier: Qualifier that is a main topic.
    """

    iri: str
    label: str | None = None
    descriptor: tuple[str, ...] = ()
    qualifier: tuple[str, ...] = ()
    major_topic: bool | None = None
    major_qualifier: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/MeshHeading>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        for descriptor_ in self.descriptor:
            out += f'{s} <http://purl.org/spar/fabio/hasSubjectTerm> <{descriptor_}>{g}'
        for qualifier_ in self.qualifier:
            out += f'{s} <https://w3id.org/trialgraph/schema/qualifier> {text(qualifier_)}{g}'
        if self.major_topic is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/majorTopic> "{"true" if self.major_topic else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>{g}'
        for major_qualifier_ in self.major_qualifier:
            out += f'{s} <https://w3id.org/trialgraph/schema/majorQualifier> {text(major_qualifier_)}{g}'
        return out


class OtherAbstract(Struct, frozen=True, kw_only=True, gc=False):
    """An abstract in another language or by another hand than the main one.

    :ivar iri: The address that names this thing.
    :ivar text: The words as written.
    :ivar language: Language of the abstract as a three-letter code.
    :ivar abstract_type: Who wrote it or for whom, such as Publisher or plain-language-summary.
    :ivar rights: Copyright or rights statement as the source gives it.
    """

    iri: str
    text: str
    language: tuple[str, ...] = ()
    abstract_type: str | None = None
    rights: str | None = None

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/OtherAbstract>{g}'
        out += f'{s} <https://w3id.org/trialgraph/schema/text> {text(self.text)}{g}'
        for language_ in self.language:
            out += f'{s} <http://purl.org/dc/terms/language> {text(language_)}{g}'
        if self.abstract_type is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/abstractType> {text(self.abstract_type)}{g}'
        if self.rights is not None:
            out += f'{s} <http://purl.org/dc/terms/rights> {text(self.rights)}{g}'
        return out


class Patent(Struct, frozen=True, kw_only=True, gc=False):
    """A patent or patent application.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar patent_number: Number with office and kind code, such as WO2021110011A1.
    :ivar patent_office: Office by its two letters, such as WO.
    :ivar patent_kind: Kind code, such as A1; A means an application.
    :ivar title: Name of the invention as the document gives it.
    """

    iri: str
    label: str | None = None
    patent_number: str
    patent_office: str | None = None
    patent_kind: str | None = None
    title: str | None = None

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Patent>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        out += f'{s} <https://w3id.org/trialgraph/schema/patentNumber> {text(self.patent_number)}{g}'
        if self.patent_office is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/patentOffice> {text(self.patent_office)}{g}'
        if self.patent_kind is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/patentKind> {text(self.patent_kind)}{g}'
        if self.title is not None:
            out += f'{s} <http://purl.org/dc/terms/title> {text(self.title)}{g}'
        return out


class Publication(Struct, frozen=True, kw_only=True, gc=False):
    """A published article or book chapter; every record of it speaks of this one node.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar pmid: PubMed number.
    :ivar pmc_id: PubMed Central number.
    :ivar doi: Digital object identifier in lower case.
    :ivar publisher_item_id: The publisher's own item number (PII).
    :ivar other_id: Another identifier with its kind in brackets as written.
    :ivar same_as: Address of the same thing elsewhere.
    :ivar title: Title of the article.
    :ivar vernacular_title: Title in the language of the article.
    :ivar book_title: Title of the book that a chapter is in.
    :ivar collection_title: Title of the collection that a book is in.
    :ivar volume_title: Title of the volume of a book of several.
    :ivar edition: Edition of the book.
    :ivar isbn: International standard book number.
    :ivar report_number: Number of a technical report.
    :ivar location_label: Place of a chapter within its book as printed, such as Chapter 3.
    :ivar section_title: Title of a section of a book or chapter.
    :ivar abstract: Abstract as written.
    :ivar abstract_section: A labelled part of a structured abstract.
    :ivar other_abstract: An abstract in another language or by another hand, which is also among the
    abstracts.
    :ivar abstract_copyright: Copyright or rights statement as the source gives it.
    :ivar copyright_year: Year of the copyright statement.
    :ivar publisher_name: Publisher as named in the record.
    :ivar publisher_location: Place of the publisher of a book; says nothing of trials or authors.
    :ivar publication_date: Date of publication with the precision that the source gives.
    :ivar publication_date_text: Date of publication as written.
    :ivar electronic_date: Day of electronic publication.
    :ivar beginning_date: When a book that appears bit by bit began.
    :ivar ending_date: When a book that appears bit by bit ended.
    :ivar publication_status: How it has appeared, such as ppublish or aheadofprint.
    :ivar history: A step on the way to publication.
    :ivar publication_type: Type as the database gives it, such as Journal Article.
    :ivar publication_type_concept: MeSH descriptor of a type of the publication; what it is and not what it
    is about.
    :ivar language: Language of the article as a three-letter code.
    :ivar journal: The journal it appeared in.
    :ivar volume: Volume of the journal as printed.
    :ivar issue: Number within the volume as printed; supplements are named here.
    :ivar pages: First and last page as the source prints them, such as 1234-40.
    :ivar article_number: Number of the article where it has no pages.
    :ivar citation: How it is cited.
    :ivar reference_count: Number of references.
    :ivar keyword: Keyword that the source gives.
    :ivar keyword_owner: Who gave the keywords; NOTNLM means the author.
    :ivar mesh_heading: A MeSH heading of the article.
    :ivar substance: A substance that the database indexes.
    :ivar gene_symbol: Gene symbol as the database indexes it.
    :ivar space_flight_mission: Name of the mission in space that the data come from (SFM).
    :ivar general_note: Note of the database.
    :ivar authorship: An author or other contributor.
    :ivar author_list_complete: False where the database lists only some of the authors.
    :ivar grant: Money that the work was done with.
    :ivar databank_reference: A number in a registry or databank, such as a trial's.
    :ivar correction: A comment, correction, retraction or other related article.
    :ivar cites: A publication among the references by its PubMed number; references without one are not told.
    :ivar competing_interest_text: Statement of competing interests as written.
    :ivar disclosure: What an author discloses.
    :ivar patent: A patent or application that the article names.
    :ivar reports_trial: Trial that the record of the publication gives as its trial.
    """

    iri: str
    label: str | None = None
    pmid: str | None = None
    pmc_id: str | None = None
    doi: tuple[str, ...] = ()
    publisher_item_id: tuple[str, ...] = ()
    other_id: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    title: str | None = None
    vernacular_title: str | None = None
    book_title: str | None = None
    collection_title: str | None = None
    volume_title: str | None = None
    edition: str | None = None
    isbn: tuple[str, ...] = ()
    report_number: str | None = None
    location_label: tuple[str, ...] = ()
    section_title: tuple[str, ...] = ()
    abstract: tuple[str, ...] = ()
    abstract_section: tuple[str, ...] = ()
    other_abstract: tuple[str, ...] = ()
    abstract_copyright: str | None = None
    copyright_year: str | None = None
    publisher_name: tuple[str, ...] = ()
    publisher_location: str | None = None
    publication_date: str | None = None
    publication_date_text: str | None = None
    electronic_date: str | None = None
    beginning_date: str | None = None
    ending_date: str | None = None
    publication_status: str | None = None
    history: tuple[str, ...] = ()
    publication_type: tuple[str, ...] = ()
    publication_type_concept: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    journal: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    article_number: str | None = None
    citation: str | None = None
    reference_count: int | None = None
    keyword: tuple[str, ...] = ()
    keyword_owner: tuple[str, ...] = ()
    mesh_heading: tuple[str, ...] = ()
    substance: tuple[str, ...] = ()
    gene_symbol: tuple[str, ...] = ()
    space_flight_mission: tuple[str, ...] = ()
    general_note: tuple[str, ...] = ()
    authorship: tuple[str, ...] = ()
    author_list_complete: bool | None = None
    grant: tuple[str, ...] = ()
    databank_reference: tuple[str, ...] = ()
    correction: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    competing_interest_text: str | None = None
    disclosure: tuple[str, ...] = ()
    patent: tuple[str, ...] = ()
    reports_trial: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Publication>{g}{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/ScholarlyArticle>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        if self.pmid is not None:
            out += f'{s} <http://purl.org/ontology/bibo/pmid> {text(self.pmid)}{g}'
        if self.pmc_id is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/pmcId> {text(self.pmc_id)}{g}'
        for doi_ in self.doi:
            out += f'{s} <http://purl.org/ontology/bibo/doi> {text(doi_)}{g}'
        for publisher_item_id_ in self.publisher_item_id:
            out += f'{s} <https://w3id.org/trialgraph/schema/publisherItemId> {text(publisher_item_id_)}{g}'
        for other_id_ in self.other_id:
            out += f'{s} <https://w3id.org/trialgraph/schema/otherId> {text(other_id_)}{g}'
        for same_as_ in self.same_as:
            out += f'{s} <http://schema.org/sameAs> <{same_as_}>{g}'
        if self.title is not None:
            out += f'{s} <http://purl.org/dc/terms/title> {text(self.title)}{g}'
        if self.vernacular_title is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/vernacularTitle> {text(self.vernacular_title)}{g}'
        if self.book_title is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/bookTitle> {text(self.book_title)}{g}'
        if self.collection_title is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/collectionTitle> {text(self.collection_title)}{g}'
        if self.volume_title is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/volumeTitle> {text(self.volume_title)}{g}'
        if self.edition is not None:
            out += f'{s} <http://purl.org/ontology/bibo/edition> {text(self.edition)}{g}'
        for isbn_ in self.isbn:
            out += f'{s} <http://purl.org/ontology/bibo/isbn> {text(isbn_)}{g}'
        if self.report_number is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/reportNumber> {text(self.report_number)}{g}'
        for location_label_ in self.location_label:
            out += f'{s} <https://w3id.org/trialgraph/schema/locationLabel> {text(location_label_)}{g}'
        for section_title_ in self.section_title:
            out += f'{s} <https://w3id.org/trialgraph/schema/sectionTitle> {text(section_title_)}{g}'
        for abstract_ in self.abstract:
            out += f'{s} <http://purl.org/dc/terms/abstract> {text(abstract_)}{g}'
        for abstract_section_ in self.abstract_section:
            out += f'{s} <https://w3id.org/trialgraph/schema/abstractSection> <{abstract_section_}>{g}'
        for other_abstract_ in self.other_abstract:
            out += f'{s} <https://w3id.org/trialgraph/schema/otherAbstract> <{other_abstract_}>{g}'
        if self.abstract_copyright is not None:
            out += f'{s} <http://purl.org/dc/terms/rights> {text(self.abstract_copyright)}{g}'
        if self.copyright_year is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/copyrightYear> "{self.copyright_year}"^^<http://www.w3.org/2001/XMLSchema#gYear>{g}'
        for publisher_name_ in self.publisher_name:
            out += f'{s} <https://w3id.org/trialgraph/schema/publisherName> {text(publisher_name_)}{g}'
        if self.publisher_location is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/publisherLocation> {text(self.publisher_location)}{g}'
        if self.publication_date is not None:
            out += f'{s} <http://purl.org/dc/terms/issued> {partial_date(self.publication_date)}{g}'
        if self.publication_date_text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/publicationDateText> {text(self.publication_date_text)}{g}'
        if self.electronic_date is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/electronicDate> {partial_date(self.electronic_date)}{g}'
        if self.beginning_date is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/beginningDate> {partial_date(self.beginning_date)}{g}'
        if self.ending_date is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/endingDate> {partial_date(self.ending_date)}{g}'
        if self.publication_status is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/publicationStatus> {text(self.publication_status)}{g}'
        for history_ in self.history:
            out += f'{s} <https://w3id.org/trialgraph/schema/history> <{history_}>{g}'
        for publication_type_ in self.publication_type:
            out += f'{s} <https://w3id.org/trialgraph/schema/publicationType> {text(publication_type_)}{g}'
        for publication_type_concept_ in self.publication_type_concept:
            out += f'{s} <https://w3id.org/trialgraph/schema/publicationTypeConcept> <{publication_type_concept_}>{g}'
        for language_ in self.language:
            out += f'{s} <http://purl.org/dc/terms/language> {text(language_)}{g}'
        if self.journal is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/journal> <{self.journal}>{g}'
        if self.volume is not None:
            out += f'{s} <http://purl.org/ontology/bibo/volume> {text(self.volume)}{g}'
        if self.issue is not None:
            out += f'{s} <http://purl.org/ontology/bibo/issue> {text(self.issue)}{g}'
        if self.pages is not None:
            out += f'{s} <http://purl.org/ontology/bibo/pages> {text(self.pages)}{g}'
        if self.article_number is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/articleNumber> {text(self.article_number)}{g}'
        if self.citation is not None:
            out += f'{s} <http://purl.org/dc/terms/bibliographicCitation> {text(self.citation)}{g}'
        if self.reference_count is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/referenceCount> "{self.reference_count}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        for keyword_ in self.keyword:
            out += f'{s} <http://schema.org/keywords> {text(keyword_)}{g}'
        for keyword_owner_ in self.keyword_owner:
            out += f'{s} <https://w3id.org/trialgraph/schema/keywordOwner> {text(keyword_owner_)}{g}'
        for mesh_heading_ in self.mesh_heading:
            out += f'{s} <https://w3id.org/trialgraph/schema/meshHeading> <{mesh_heading_}>{g}'
        for substance_ in self.substance:
            out += f'{s} <https://w3id.org/trialgraph/schema/substance> <{substance_}>{g}'
        for gene_symbol_ in self.gene_symbol:
            out += f'{s} <https://w3id.org/trialgraph/schema/geneSymbol> {text(gene_symbol_)}{g}'
        for space_flight_mission_ in self.space_flight_mission:
            out += f'{s} <https://w3id.org/trialgraph/schema/spaceFlightMission> {text(space_flight_mission_)}{g}'
        for general_note_ in self.general_note:
            out += f'{s} <https://w3id.org/trialgraph/schema/generalNote> {text(general_note_)}{g}'
        for authorship_ in self.authorship:
            out += f'{s} <https://w3id.org/trialgraph/schema/authorship> <{authorship_}>{g}'
        if self.author_list_complete is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/authorListComplete> "{"true" if self.author_list_complete else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>{g}'
        for grant_ in self.grant:
            out += f'{s} <https://w3id.org/trialgraph/schema/grant> <{grant_}>{g}'
        for databank_reference_ in self.databank_reference:
            out += f'{s} <https://w3id.org/trialgraph/schema/databankReference> <{databank_reference_}>{g}'
        for correction_ in self.correction:
            out += f'{s} <https://w3id.org/trialgraph/schema/correction> <{correction_}>{g}'
        for cites_ in self.cites:
            out += f'{s} <http://purl.org/spar/cito/cites> <{cites_}>{g}'
        if self.competing_interest_text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/competingInterestText> {text(self.competing_interest_text)}{g}'
        for disclosure_ in self.disclosure:
            out += f'{s} <https://w3id.org/trialgraph/schema/disclosure> <{disclosure_}>{g}'
        for patent_ in self.patent:
            out += f'{s} <https://w3id.org/trialgraph/schema/patent> <{patent_}>{g}'
        for reports_trial_ in self.reports_trial:
            out += f'{s} <https://w3id.org/trialgraph/schema/reportsTrial> <{reports_trial_}>{g}'
        return out


class PublicationEvent(Struct, frozen=True, kw_only=True, gc=False):
    """A step on the way to publication, such as received or accepted.

    :ivar iri: The address that names this thing.
    :ivar event_name: Name of the step as the database gives it.
    :ivar event_date: Day of the step.
    :ivar event_time: Time of the step where one is given other than midnight.
    """

    iri: str
    event_name: str
    event_date: str | None = None
    event_time: str | None = None

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/PublicationEvent>{g}'
        out += f'{s} <https://w3id.org/trialgraph/schema/eventName> {text(self.event_name)}{g}'
        if self.event_date is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/eventDate> {partial_date(self.event_date)}{g}'
        if self.event_time is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/eventTime> "{self.event_time}"^^<http://www.w3.org/2001/XMLSchema#dateTime>{g}'
        return out


class PublicationLink(Struct, frozen=True, kw_only=True, gc=False):
    """A link of a trial and a publication: of which type, and how it is known.

    :ivar iri: The address that names this thing.
    :ivar linked_trial: What the publication is about, or names.
    :ivar linked_publication: What reports on the trial, or names it.
    :ivar link_type: What the publication is to the trial.
    :ivar link_source: How the link is known.
    :ivar citation_text: The citation as the registry prints it.
    :ivar confidence: How far the link is to be trusted from 0 to 1.
    """

    iri: str
    linked_trial: str
    linked_publication: str
    link_type: str
    link_source: str
    citation_text: str | None = None
    confidence: Decimal | None = None

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/PublicationLink>{g}'
        out += f'{s} <https://w3id.org/trialgraph/schema/linkedTrial> <{self.linked_trial}>{g}'
        out += f'{s} <https://w3id.org/trialgraph/schema/linkedPublication> <{self.linked_publication}>{g}'
        out += f'{s} <https://w3id.org/trialgraph/schema/linkType> <{LINK_TYPE[self.link_type]}>{g}'
        out += f'{s} <https://w3id.org/trialgraph/schema/linkSource> <{LINK_SOURCE[self.link_source]}>{g}'
        if self.citation_text is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/citationText> {text(self.citation_text)}{g}'
        if self.confidence is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/confidence> "{self.confidence:f}"^^<http://www.w3.org/2001/XMLSchema#decimal>{g}'
        return out


class PublicationRecord(Struct, frozen=True, kw_only=True, gc=False):
    """A bibliographic database's record of one publication: the document, not the article.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar record_owner: Organisation that made the record, such as NLM.
    :ivar record_status: Stage of the record, such as MEDLINE or Publisher.
    :ivar subset: Subset of the database, such as IM.
    :ivar last_revised: Day the record was last changed.
    :ivar date_created: Day the record was made.
    :ivar date_completed: Day the work on the record was finished.
    :ivar entrez_created: When the record was made in the database (CRDT).
    :ivar entrez_date: When the citation was added to PubMed (EDAT).
    :ivar mhda: The field MHDA as printed. It is the time of indexing only where it differs from EDAT.
    :ivar mesh_indexed: When MeSH headings were added (derived from MHDA where it differs from EDAT).
    :ivar indexing_method: How MeSH headings were given, such as Automated; people gave them where nothing is
    said.
    :ivar article_version: Version of the article that the database gives where there are several under one
    number, told only from the second on.
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
    record_owner: str | None = None
    record_status: str | None = None
    subset: tuple[str, ...] = ()
    last_revised: str | None = None
    date_created: str | None = None
    date_completed: str | None = None
    entrez_created: str | None = None
    entrez_date: str | None = None
    mhda: str | None = None
    mesh_indexed: str | None = None
    indexing_method: str | None = None
    article_version: int | None = None
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
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/PublicationRecord>{g}{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/prov#Entity>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        if self.record_owner is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/recordOwner> {text(self.record_owner)}{g}'
        if self.record_status is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/recordStatus> {text(self.record_status)}{g}'
        for subset_ in self.subset:
            out += f'{s} <https://w3id.org/trialgraph/schema/subset> {text(subset_)}{g}'
        if self.last_revised is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/lastRevised> {partial_date(self.last_revised)}{g}'
        if self.date_created is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/dateCreated> {partial_date(self.date_created)}{g}'
        if self.date_completed is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/dateCompleted> {partial_date(self.date_completed)}{g}'
        if self.entrez_created is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/entrezCreated> "{self.entrez_created}"^^<http://www.w3.org/2001/XMLSchema#dateTime>{g}'
        if self.entrez_date is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/entrezDate> "{self.entrez_date}"^^<http://www.w3.org/2001/XMLSchema#dateTime>{g}'
        if self.mhda is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/mhda> "{self.mhda}"^^<http://www.w3.org/2001/XMLSchema#dateTime>{g}'
        if self.mesh_indexed is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/meshIndexed> "{self.mesh_indexed}"^^<http://www.w3.org/2001/XMLSchema#dateTime>{g}'
        if self.indexing_method is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/indexingMethod> {text(self.indexing_method)}{g}'
        if self.article_version is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/articleVersion> "{self.article_version}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
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


class Substance(Struct, frozen=True, kw_only=True, gc=False):
    """A substance that the database indexes for an article.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar registry_number: UNII, CAS or EC number; 0 where there is none.
    :ivar substance_concept: The MeSH descriptor or substance that is indexed.
    :ivar supplementary_type: Of a supplementary concept its kind, such as Disease, Protocol or Organism.
    """

    iri: str
    label: str | None = None
    registry_number: str | None = None
    substance_concept: tuple[str, ...] = ()
    supplementary_type: str | None = None

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Substance>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        if self.registry_number is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/registryNumber> {text(self.registry_number)}{g}'
        for substance_concept_ in self.substance_concept:
            out += f'{s} <http://purl.org/spar/fabio/hasSubjectTerm> <{substance_concept_}>{g}'
        if self.supplementary_type is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/supplementaryType> {text(self.supplementary_type)}{g}'
        return out
