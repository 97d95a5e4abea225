"""Records of the subject area ``publication`` and their N-Quads writers.

Generated from schema/*.yaml by schema/generate.py; do not edit."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from kg.model.enums import CORRECTION_KIND, DISCLOSURE_KIND, LINK_SOURCE, LINK_TYPE
from kg.rdf.terms import decimal, escaped, partial_date


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/AbstractSection>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        if (position_ := self.position) is not None:
            say(f' <http://schema.org/position> "{position_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        if (section_category_ := self.section_category) is not None:
            if '"' in section_category_ or '\\' in section_category_ or '\n' in section_category_ or '\r' in section_category_:
                section_category_ = escaped(section_category_)
            say(f' <https://w3id.org/trialgraph/schema/sectionCategory> "{section_category_}"')
        text_ = self.text
        if '"' in text_ or '\\' in text_ or '\n' in text_ or '\r' in text_:
            text_ = escaped(text_)
        say(f' <https://w3id.org/trialgraph/schema/text> "{text_}"')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Correction>']
        say = said.append
        if (correction_kind_ := self.correction_kind) is not None:
            say(f' <https://w3id.org/trialgraph/schema/correctionKind> <{CORRECTION_KIND[correction_kind_]}>')
        if (text_ := self.text) is not None:
            if '"' in text_ or '\\' in text_ or '\n' in text_ or '\r' in text_:
                text_ = escaped(text_)
            say(f' <https://w3id.org/trialgraph/schema/text> "{text_}"')
        if (related_publication_ := self.related_publication) is not None:
            say(f' <https://w3id.org/trialgraph/schema/relatedPublication> <{related_publication_}>')
        if (note_ := self.note) is not None:
            if '"' in note_ or '\\' in note_ or '\n' in note_ or '\r' in note_:
                note_ = escaped(note_)
            say(f' <https://w3id.org/trialgraph/schema/note> "{note_}"')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/DatabankReference>']
        say = said.append
        if (databank_ := self.databank) is not None:
            if '"' in databank_ or '\\' in databank_ or '\n' in databank_ or '\r' in databank_:
                databank_ = escaped(databank_)
            say(f' <https://w3id.org/trialgraph/schema/databank> "{databank_}"')
        if (accession_ := self.accession) is not None:
            if '"' in accession_ or '\\' in accession_ or '\n' in accession_ or '\r' in accession_:
                accession_ = escaped(accession_)
            say(f' <https://w3id.org/trialgraph/schema/accession> "{accession_}"')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Disclosure>']
        say = said.append
        disclosure_kind_ = self.disclosure_kind
        say(f' <https://w3id.org/trialgraph/schema/disclosureKind> <{DISCLOSURE_KIND[disclosure_kind_]}>')
        if self.discloser:
            said += [f' <https://w3id.org/trialgraph/schema/discloser> <{discloser_}>' for discloser_ in self.discloser]
        for disclosed_organisation_ in self.disclosed_organisation:
            if '"' in disclosed_organisation_ or '\\' in disclosed_organisation_ or '\n' in disclosed_organisation_ or '\r' in disclosed_organisation_:
                disclosed_organisation_ = escaped(disclosed_organisation_)
            say(f' <https://w3id.org/trialgraph/schema/disclosedOrganisation> "{disclosed_organisation_}"')
        if (disclosed_patent_ := self.disclosed_patent) is not None:
            say(f' <https://w3id.org/trialgraph/schema/disclosedPatent> <{disclosed_patent_}>')
        if (text_ := self.text) is not None:
            if '"' in text_ or '\\' in text_ or '\n' in text_ or '\r' in text_:
                text_ = escaped(text_)
            say(f' <https://w3id.org/trialgraph/schema/text> "{text_}"')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Grant>']
        say = said.append
        if (grant_id_ := self.grant_id) is not None:
            if '"' in grant_id_ or '\\' in grant_id_ or '\n' in grant_id_ or '\r' in grant_id_:
                grant_id_ = escaped(grant_id_)
            say(f' <https://w3id.org/trialgraph/schema/grantId> "{grant_id_}"')
        if (grant_acronym_ := self.grant_acronym) is not None:
            if '"' in grant_acronym_ or '\\' in grant_acronym_ or '\n' in grant_acronym_ or '\r' in grant_acronym_:
                grant_acronym_ = escaped(grant_acronym_)
            say(f' <https://w3id.org/trialgraph/schema/grantAcronym> "{grant_acronym_}"')
        if (grant_agency_ := self.grant_agency) is not None:
            if '"' in grant_agency_ or '\\' in grant_agency_ or '\n' in grant_agency_ or '\r' in grant_agency_:
                grant_agency_ = escaped(grant_agency_)
            say(f' <https://w3id.org/trialgraph/schema/grantAgency> "{grant_agency_}"')
        if (grant_country_ := self.grant_country) is not None:
            if '"' in grant_country_ or '\\' in grant_country_ or '\n' in grant_country_ or '\r' in grant_country_:
                grant_country_ = escaped(grant_country_)
            say(f' <https://w3id.org/trialgraph/schema/grantCountry> "{grant_country_}"')
        if (text_ := self.text) is not None:
            if '"' in text_ or '\\' in text_ or '\n' in text_ or '\r' in text_:
                text_ = escaped(text_)
            say(f' <https://w3id.org/trialgraph/schema/text> "{text_}"')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Journal>', ' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/Periodical>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        if (nlm_id_ := self.nlm_id) is not None:
            if '"' in nlm_id_ or '\\' in nlm_id_ or '\n' in nlm_id_ or '\r' in nlm_id_:
                nlm_id_ = escaped(nlm_id_)
            say(f' <https://w3id.org/trialgraph/schema/nlmId> "{nlm_id_}"')
        if (medline_abbreviation_ := self.medline_abbreviation) is not None:
            if '"' in medline_abbreviation_ or '\\' in medline_abbreviation_ or '\n' in medline_abbreviation_ or '\r' in medline_abbreviation_:
                medline_abbreviation_ = escaped(medline_abbreviation_)
            say(f' <https://w3id.org/trialgraph/schema/medlineAbbreviation> "{medline_abbreviation_}"')
        if (issn_print_ := self.issn_print) is not None:
            if '"' in issn_print_ or '\\' in issn_print_ or '\n' in issn_print_ or '\r' in issn_print_:
                issn_print_ = escaped(issn_print_)
            say(f' <https://w3id.org/trialgraph/schema/issnPrint> "{issn_print_}"')
        if (issn_electronic_ := self.issn_electronic) is not None:
            if '"' in issn_electronic_ or '\\' in issn_electronic_ or '\n' in issn_electronic_ or '\r' in issn_electronic_:
                issn_electronic_ = escaped(issn_electronic_)
            say(f' <https://w3id.org/trialgraph/schema/issnElectronic> "{issn_electronic_}"')
        if (issn_linking_ := self.issn_linking) is not None:
            if '"' in issn_linking_ or '\\' in issn_linking_ or '\n' in issn_linking_ or '\r' in issn_linking_:
                issn_linking_ = escaped(issn_linking_)
            say(f' <https://w3id.org/trialgraph/schema/issnLinking> "{issn_linking_}"')
        if (place_of_publication_ := self.place_of_publication) is not None:
            if '"' in place_of_publication_ or '\\' in place_of_publication_ or '\n' in place_of_publication_ or '\r' in place_of_publication_:
                place_of_publication_ = escaped(place_of_publication_)
            say(f' <https://w3id.org/trialgraph/schema/placeOfPublication> "{place_of_publication_}"')
        if (iso_abbreviation_ := self.iso_abbreviation) is not None:
            if '"' in iso_abbreviation_ or '\\' in iso_abbreviation_ or '\n' in iso_abbreviation_ or '\r' in iso_abbreviation_:
                iso_abbreviation_ = escaped(iso_abbreviation_)
            say(f' <https://w3id.org/trialgraph/schema/isoAbbreviation> "{iso_abbreviation_}"')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/MeshHeading>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        if self.descriptor:
            said += [f' <http://purl.org/spar/fabio/hasSubjectTerm> <{descriptor_}>' for descriptor_ in self.descriptor]
        for qualifier_ in self.qualifier:
            if '"' in qualifier_ or '\\' in qualifier_ or '\n' in qualifier_ or '\r' in qualifier_:
                qualifier_ = escaped(qualifier_)
            say(f' <https://w3id.org/trialgraph/schema/qualifier> "{qualifier_}"')
        if (major_topic_ := self.major_topic) is not None:
            say(f' <https://w3id.org/trialgraph/schema/majorTopic> "{"true" if major_topic_ else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>')
        for major_qualifier_ in self.major_qualifier:
            if '"' in major_qualifier_ or '\\' in major_qualifier_ or '\n' in major_qualifier_ or '\r' in major_qualifier_:
                major_qualifier_ = escaped(major_qualifier_)
            say(f' <https://w3id.org/trialgraph/schema/majorQualifier> "{major_qualifier_}"')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/OtherAbstract>']
        say = said.append
        text_ = self.text
        if '"' in text_ or '\\' in text_ or '\n' in text_ or '\r' in text_:
            text_ = escaped(text_)
        say(f' <https://w3id.org/trialgraph/schema/text> "{text_}"')
        for language_ in self.language:
            if '"' in language_ or '\\' in language_ or '\n' in language_ or '\r' in language_:
                language_ = escaped(language_)
            say(f' <http://purl.org/dc/terms/language> "{language_}"')
        if (abstract_type_ := self.abstract_type) is not None:
            if '"' in abstract_type_ or '\\' in abstract_type_ or '\n' in abstract_type_ or '\r' in abstract_type_:
                abstract_type_ = escaped(abstract_type_)
            say(f' <https://w3id.org/trialgraph/schema/abstractType> "{abstract_type_}"')
        if (rights_ := self.rights) is not None:
            if '"' in rights_ or '\\' in rights_ or '\n' in rights_ or '\r' in rights_:
                rights_ = escaped(rights_)
            say(f' <http://purl.org/dc/terms/rights> "{rights_}"')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Patent>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        patent_number_ = self.patent_number
        if '"' in patent_number_ or '\\' in patent_number_ or '\n' in patent_number_ or '\r' in patent_number_:
            patent_number_ = escaped(patent_number_)
        say(f' <https://w3id.org/trialgraph/schema/patentNumber> "{patent_number_}"')
        if (patent_office_ := self.patent_office) is not None:
            if '"' in patent_office_ or '\\' in patent_office_ or '\n' in patent_office_ or '\r' in patent_office_:
                patent_office_ = escaped(patent_office_)
            say(f' <https://w3id.org/trialgraph/schema/patentOffice> "{patent_office_}"')
        if (patent_kind_ := self.patent_kind) is not None:
            if '"' in patent_kind_ or '\\' in patent_kind_ or '\n' in patent_kind_ or '\r' in patent_kind_:
                patent_kind_ = escaped(patent_kind_)
            say(f' <https://w3id.org/trialgraph/schema/patentKind> "{patent_kind_}"')
        if (title_ := self.title) is not None:
            if '"' in title_ or '\\' in title_ or '\n' in title_ or '\r' in title_:
                title_ = escaped(title_)
            say(f' <http://purl.org/dc/terms/title> "{title_}"')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Publication>', ' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/ScholarlyArticle>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        if (pmid_ := self.pmid) is not None:
            if '"' in pmid_ or '\\' in pmid_ or '\n' in pmid_ or '\r' in pmid_:
                pmid_ = escaped(pmid_)
            say(f' <http://purl.org/ontology/bibo/pmid> "{pmid_}"')
        if (pmc_id_ := self.pmc_id) is not None:
            if '"' in pmc_id_ or '\\' in pmc_id_ or '\n' in pmc_id_ or '\r' in pmc_id_:
                pmc_id_ = escaped(pmc_id_)
            say(f' <https://w3id.org/trialgraph/schema/pmcId> "{pmc_id_}"')
        for doi_ in self.doi:
            if '"' in doi_ or '\\' in doi_ or '\n' in doi_ or '\r' in doi_:
                doi_ = escaped(doi_)
            say(f' <http://purl.org/ontology/bibo/doi> "{doi_}"')
        for publisher_item_id_ in self.publisher_item_id:
            if '"' in publisher_item_id_ or '\\' in publisher_item_id_ or '\n' in publisher_item_id_ or '\r' in publisher_item_id_:
                publisher_item_id_ = escaped(publisher_item_id_)
            say(f' <https://w3id.org/trialgraph/schema/publisherItemId> "{publisher_item_id_}"')
        for other_id_ in self.other_id:
            if '"' in other_id_ or '\\' in other_id_ or '\n' in other_id_ or '\r' in other_id_:
                other_id_ = escaped(other_id_)
            say(f' <https://w3id.org/trialgraph/schema/otherId> "{other_id_}"')
        if self.same_as:
            said += [f' <http://schema.org/sameAs> <{same_as_}>' for same_as_ in self.same_as]
        if (title_ := self.title) is not None:
            if '"' in title_ or '\\' in title_ or '\n' in title_ or '\r' in title_:
                title_ = escaped(title_)
            say(f' <http://purl.org/dc/terms/title> "{title_}"')
        if (vernacular_title_ := self.vernacular_title) is not None:
            if '"' in vernacular_title_ or '\\' in vernacular_title_ or '\n' in vernacular_title_ or '\r' in vernacular_title_:
                vernacular_title_ = escaped(vernacular_title_)
            say(f' <https://w3id.org/trialgraph/schema/vernacularTitle> "{vernacular_title_}"')
        if (book_title_ := self.book_title) is not None:
            if '"' in book_title_ or '\\' in book_title_ or '\n' in book_title_ or '\r' in book_title_:
                book_title_ = escaped(book_title_)
            say(f' <https://w3id.org/trialgraph/schema/bookTitle> "{book_title_}"')
        if (collection_title_ := self.collection_title) is not None:
            if '"' in collection_title_ or '\\' in collection_title_ or '\n' in collection_title_ or '\r' in collection_title_:
                collection_title_ = escaped(collection_title_)
            say(f' <https://w3id.org/trialgraph/schema/collectionTitle> "{collection_title_}"')
        if (volume_title_ := self.volume_title) is not None:
            if '"' in volume_title_ or '\\' in volume_title_ or '\n' in volume_title_ or '\r' in volume_title_:
                volume_title_ = escaped(volume_title_)
            say(f' <https://w3id.org/trialgraph/schema/volumeTitle> "{volume_title_}"')
        if (edition_ := self.edition) is not None:
            if '"' in edition_ or '\\' in edition_ or '\n' in edition_ or '\r' in edition_:
                edition_ = escaped(edition_)
            say(f' <http://purl.org/ontology/bibo/edition> "{edition_}"')
        for isbn_ in self.isbn:
            if '"' in isbn_ or '\\' in isbn_ or '\n' in isbn_ or '\r' in isbn_:
                isbn_ = escaped(isbn_)
            say(f' <http://purl.org/ontology/bibo/isbn> "{isbn_}"')
        if (report_number_ := self.report_number) is not None:
            if '"' in report_number_ or '\\' in report_number_ or '\n' in report_number_ or '\r' in report_number_:
                report_number_ = escaped(report_number_)
            say(f' <https://w3id.org/trialgraph/schema/reportNumber> "{report_number_}"')
        for location_label_ in self.location_label:
            if '"' in location_label_ or '\\' in location_label_ or '\n' in location_label_ or '\r' in location_label_:
                location_label_ = escaped(location_label_)
            say(f' <https://w3id.org/trialgraph/schema/locationLabel> "{location_label_}"')
        for section_title_ in self.section_title:
            if '"' in section_title_ or '\\' in section_title_ or '\n' in section_title_ or '\r' in section_title_:
                section_title_ = escaped(section_title_)
            say(f' <https://w3id.org/trialgraph/schema/sectionTitle> "{section_title_}"')
        for abstract_ in self.abstract:
            if '"' in abstract_ or '\\' in abstract_ or '\n' in abstract_ or '\r' in abstract_:
                abstract_ = escaped(abstract_)
            say(f' <http://purl.org/dc/terms/abstract> "{abstract_}"')
        if self.abstract_section:
            said += [f' <https://w3id.org/trialgraph/schema/abstractSection> <{abstract_section_}>' for abstract_section_ in self.abstract_section]
        if self.other_abstract:
            said += [f' <https://w3id.org/trialgraph/schema/otherAbstract> <{other_abstract_}>' for other_abstract_ in self.other_abstract]
        if (abstract_copyright_ := self.abstract_copyright) is not None:
            if '"' in abstract_copyright_ or '\\' in abstract_copyright_ or '\n' in abstract_copyright_ or '\r' in abstract_copyright_:
                abstract_copyright_ = escaped(abstract_copyright_)
            say(f' <http://purl.org/dc/terms/rights> "{abstract_copyright_}"')
        if (copyright_year_ := self.copyright_year) is not None:
            say(f' <https://w3id.org/trialgraph/schema/copyrightYear> "{copyright_year_}"^^<http://www.w3.org/2001/XMLSchema#gYear>')
        for publisher_name_ in self.publisher_name:
            if '"' in publisher_name_ or '\\' in publisher_name_ or '\n' in publisher_name_ or '\r' in publisher_name_:
                publisher_name_ = escaped(publisher_name_)
            say(f' <https://w3id.org/trialgraph/schema/publisherName> "{publisher_name_}"')
        if (publisher_location_ := self.publisher_location) is not None:
            if '"' in publisher_location_ or '\\' in publisher_location_ or '\n' in publisher_location_ or '\r' in publisher_location_:
                publisher_location_ = escaped(publisher_location_)
            say(f' <https://w3id.org/trialgraph/schema/publisherLocation> "{publisher_location_}"')
        if (publication_date_ := self.publication_date) is not None:
            say(f' <http://purl.org/dc/terms/issued> {partial_date(publication_date_)}')
        if (publication_date_text_ := self.publication_date_text) is not None:
            if '"' in publication_date_text_ or '\\' in publication_date_text_ or '\n' in publication_date_text_ or '\r' in publication_date_text_:
                publication_date_text_ = escaped(publication_date_text_)
            say(f' <https://w3id.org/trialgraph/schema/publicationDateText> "{publication_date_text_}"')
        if (electronic_date_ := self.electronic_date) is not None:
            say(f' <https://w3id.org/trialgraph/schema/electronicDate> {partial_date(electronic_date_)}')
        if (beginning_date_ := self.beginning_date) is not None:
            say(f' <https://w3id.org/trialgraph/schema/beginningDate> {partial_date(beginning_date_)}')
        if (ending_date_ := self.ending_date) is not None:
            say(f' <https://w3id.org/trialgraph/schema/endingDate> {partial_date(ending_date_)}')
        if (publication_status_ := self.publication_status) is not None:
            if '"' in publication_status_ or '\\' in publication_status_ or '\n' in publication_status_ or '\r' in publication_status_:
                publication_status_ = escaped(publication_status_)
            say(f' <https://w3id.org/trialgraph/schema/publicationStatus> "{publication_status_}"')
        if self.history:
            said += [f' <https://w3id.org/trialgraph/schema/history> <{history_}>' for history_ in self.history]
        for publication_type_ in self.publication_type:
            if '"' in publication_type_ or '\\' in publication_type_ or '\n' in publication_type_ or '\r' in publication_type_:
                publication_type_ = escaped(publication_type_)
            say(f' <https://w3id.org/trialgraph/schema/publicationType> "{publication_type_}"')
        if self.publication_type_concept:
            said += [f' <https://w3id.org/trialgraph/schema/publicationTypeConcept> <{publication_type_concept_}>' for publication_type_concept_ in self.publication_type_concept]
        for language_ in self.language:
            if '"' in language_ or '\\' in language_ or '\n' in language_ or '\r' in language_:
                language_ = escaped(language_)
            say(f' <http://purl.org/dc/terms/language> "{language_}"')
        if (journal_ := self.journal) is not None:
            say(f' <https://w3id.org/trialgraph/schema/journal> <{journal_}>')
        if (volume_ := self.volume) is not None:
            if '"' in volume_ or '\\' in volume_ or '\n' in volume_ or '\r' in volume_:
                volume_ = escaped(volume_)
            say(f' <http://purl.org/ontology/bibo/volume> "{volume_}"')
        if (issue_ := self.issue) is not None:
            if '"' in issue_ or '\\' in issue_ or '\n' in issue_ or '\r' in issue_:
                issue_ = escaped(issue_)
            say(f' <http://purl.org/ontology/bibo/issue> "{issue_}"')
        if (pages_ := self.pages) is not None:
            if '"' in pages_ or '\\' in pages_ or '\n' in pages_ or '\r' in pages_:
                pages_ = escaped(pages_)
            say(f' <http://purl.org/ontology/bibo/pages> "{pages_}"')
        if (article_number_ := self.article_number) is not None:
            if '"' in article_number_ or '\\' in article_number_ or '\n' in article_number_ or '\r' in article_number_:
                article_number_ = escaped(article_number_)
            say(f' <https://w3id.org/trialgraph/schema/articleNumber> "{article_number_}"')
        if (citation_ := self.citation) is not None:
            if '"' in citation_ or '\\' in citation_ or '\n' in citation_ or '\r' in citation_:
                citation_ = escaped(citation_)
            say(f' <http://purl.org/dc/terms/bibliographicCitation> "{citation_}"')
        if (reference_count_ := self.reference_count) is not None:
            say(f' <https://w3id.org/trialgraph/schema/referenceCount> "{reference_count_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        for keyword_ in self.keyword:
            if '"' in keyword_ or '\\' in keyword_ or '\n' in keyword_ or '\r' in keyword_:
                keyword_ = escaped(keyword_)
            say(f' <http://schema.org/keywords> "{keyword_}"')
        for keyword_owner_ in self.keyword_owner:
            if '"' in keyword_owner_ or '\\' in keyword_owner_ or '\n' in keyword_owner_ or '\r' in keyword_owner_:
                keyword_owner_ = escaped(keyword_owner_)
            say(f' <https://w3id.org/trialgraph/schema/keywordOwner> "{keyword_owner_}"')
        if self.mesh_heading:
            said += [f' <https://w3id.org/trialgraph/schema/meshHeading> <{mesh_heading_}>' for mesh_heading_ in self.mesh_heading]
        if self.substance:
            said += [f' <https://w3id.org/trialgraph/schema/substance> <{substance_}>' for substance_ in self.substance]
        for gene_symbol_ in self.gene_symbol:
            if '"' in gene_symbol_ or '\\' in gene_symbol_ or '\n' in gene_symbol_ or '\r' in gene_symbol_:
                gene_symbol_ = escaped(gene_symbol_)
            say(f' <https://w3id.org/trialgraph/schema/geneSymbol> "{gene_symbol_}"')
        for space_flight_mission_ in self.space_flight_mission:
            if '"' in space_flight_mission_ or '\\' in space_flight_mission_ or '\n' in space_flight_mission_ or '\r' in space_flight_mission_:
                space_flight_mission_ = escaped(space_flight_mission_)
            say(f' <https://w3id.org/trialgraph/schema/spaceFlightMission> "{space_flight_mission_}"')
        for general_note_ in self.general_note:
            if '"' in general_note_ or '\\' in general_note_ or '\n' in general_note_ or '\r' in general_note_:
                general_note_ = escaped(general_note_)
            say(f' <https://w3id.org/trialgraph/schema/generalNote> "{general_note_}"')
        if self.authorship:
            said += [f' <https://w3id.org/trialgraph/schema/authorship> <{authorship_}>' for authorship_ in self.authorship]
        if (author_list_complete_ := self.author_list_complete) is not None:
            say(f' <https://w3id.org/trialgraph/schema/authorListComplete> "{"true" if author_list_complete_ else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>')
        if self.grant:
            said += [f' <https://w3id.org/trialgraph/schema/grant> <{grant_}>' for grant_ in self.grant]
        if self.databank_reference:
            said += [f' <https://w3id.org/trialgraph/schema/databankReference> <{databank_reference_}>' for databank_reference_ in self.databank_reference]
        if self.correction:
            said += [f' <https://w3id.org/trialgraph/schema/correction> <{correction_}>' for correction_ in self.correction]
        if self.cites:
            said += [f' <http://purl.org/spar/cito/cites> <{cites_}>' for cites_ in self.cites]
        if (competing_interest_text_ := self.competing_interest_text) is not None:
            if '"' in competing_interest_text_ or '\\' in competing_interest_text_ or '\n' in competing_interest_text_ or '\r' in competing_interest_text_:
                competing_interest_text_ = escaped(competing_interest_text_)
            say(f' <https://w3id.org/trialgraph/schema/competingInterestText> "{competing_interest_text_}"')
        if self.disclosure:
            said += [f' <https://w3id.org/trialgraph/schema/disclosure> <{disclosure_}>' for disclosure_ in self.disclosure]
        if self.patent:
            said += [f' <https://w3id.org/trialgraph/schema/patent> <{patent_}>' for patent_ in self.patent]
        if self.reports_trial:
            said += [f' <https://w3id.org/trialgraph/schema/reportsTrial> <{reports_trial_}>' for reports_trial_ in self.reports_trial]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/PublicationEvent>']
        say = said.append
        event_name_ = self.event_name
        if '"' in event_name_ or '\\' in event_name_ or '\n' in event_name_ or '\r' in event_name_:
            event_name_ = escaped(event_name_)
        say(f' <https://w3id.org/trialgraph/schema/eventName> "{event_name_}"')
        if (event_date_ := self.event_date) is not None:
            say(f' <https://w3id.org/trialgraph/schema/eventDate> {partial_date(event_date_)}')
        if (event_time_ := self.event_time) is not None:
            say(f' <https://w3id.org/trialgraph/schema/eventTime> "{event_time_}"^^<http://www.w3.org/2001/XMLSchema#dateTime>')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/PublicationLink>']
        say = said.append
        linked_trial_ = self.linked_trial
        say(f' <https://w3id.org/trialgraph/schema/linkedTrial> <{linked_trial_}>')
        linked_publication_ = self.linked_publication
        say(f' <https://w3id.org/trialgraph/schema/linkedPublication> <{linked_publication_}>')
        link_type_ = self.link_type
        say(f' <https://w3id.org/trialgraph/schema/linkType> <{LINK_TYPE[link_type_]}>')
        link_source_ = self.link_source
        say(f' <https://w3id.org/trialgraph/schema/linkSource> <{LINK_SOURCE[link_source_]}>')
        if (citation_text_ := self.citation_text) is not None:
            if '"' in citation_text_ or '\\' in citation_text_ or '\n' in citation_text_ or '\r' in citation_text_:
                citation_text_ = escaped(citation_text_)
            say(f' <https://w3id.org/trialgraph/schema/citationText> "{citation_text_}"')
        if (confidence_ := self.confidence) is not None:
            say(f' <https://w3id.org/trialgraph/schema/confidence> "{decimal(confidence_)}"^^<http://www.w3.org/2001/XMLSchema#decimal>')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/PublicationRecord>', ' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/prov#Entity>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        if (record_owner_ := self.record_owner) is not None:
            if '"' in record_owner_ or '\\' in record_owner_ or '\n' in record_owner_ or '\r' in record_owner_:
                record_owner_ = escaped(record_owner_)
            say(f' <https://w3id.org/trialgraph/schema/recordOwner> "{record_owner_}"')
        if (record_status_ := self.record_status) is not None:
            if '"' in record_status_ or '\\' in record_status_ or '\n' in record_status_ or '\r' in record_status_:
                record_status_ = escaped(record_status_)
            say(f' <https://w3id.org/trialgraph/schema/recordStatus> "{record_status_}"')
        for subset_ in self.subset:
            if '"' in subset_ or '\\' in subset_ or '\n' in subset_ or '\r' in subset_:
                subset_ = escaped(subset_)
            say(f' <https://w3id.org/trialgraph/schema/subset> "{subset_}"')
        if (last_revised_ := self.last_revised) is not None:
            say(f' <https://w3id.org/trialgraph/schema/lastRevised> {partial_date(last_revised_)}')
        if (date_created_ := self.date_created) is not None:
            say(f' <https://w3id.org/trialgraph/schema/dateCreated> {partial_date(date_created_)}')
        if (date_completed_ := self.date_completed) is not None:
            say(f' <https://w3id.org/trialgraph/schema/dateCompleted> {partial_date(date_completed_)}')
        if (entrez_created_ := self.entrez_created) is not None:
            say(f' <https://w3id.org/trialgraph/schema/entrezCreated> "{entrez_created_}"^^<http://www.w3.org/2001/XMLSchema#dateTime>')
        if (entrez_date_ := self.entrez_date) is not None:
            say(f' <https://w3id.org/trialgraph/schema/entrezDate> "{entrez_date_}"^^<http://www.w3.org/2001/XMLSchema#dateTime>')
        if (mhda_ := self.mhda) is not None:
            say(f' <https://w3id.org/trialgraph/schema/mhda> "{mhda_}"^^<http://www.w3.org/2001/XMLSchema#dateTime>')
        if (mesh_indexed_ := self.mesh_indexed) is not None:
            say(f' <https://w3id.org/trialgraph/schema/meshIndexed> "{mesh_indexed_}"^^<http://www.w3.org/2001/XMLSchema#dateTime>')
        if (indexing_method_ := self.indexing_method) is not None:
            if '"' in indexing_method_ or '\\' in indexing_method_ or '\n' in indexing_method_ or '\r' in indexing_method_:
                indexing_method_ = escaped(indexing_method_)
            say(f' <https://w3id.org/trialgraph/schema/indexingMethod> "{indexing_method_}"')
        if (article_version_ := self.article_version) is not None:
            say(f' <https://w3id.org/trialgraph/schema/articleVersion> "{article_version_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Substance>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        if (registry_number_ := self.registry_number) is not None:
            if '"' in registry_number_ or '\\' in registry_number_ or '\n' in registry_number_ or '\r' in registry_number_:
                registry_number_ = escaped(registry_number_)
            say(f' <https://w3id.org/trialgraph/schema/registryNumber> "{registry_number_}"')
        if self.substance_concept:
            said += [f' <http://purl.org/spar/fabio/hasSubjectTerm> <{substance_concept_}>' for substance_concept_ in self.substance_concept]
        if (supplementary_type_ := self.supplementary_type) is not None:
            if '"' in supplementary_type_ or '\\' in supplementary_type_ or '\n' in supplementary_type_ or '\r' in supplementary_type_:
                supplementary_type_ = escaped(supplementary_type_)
            say(f' <https://w3id.org/trialgraph/schema/supplementaryType> "{supplementary_type_}"')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'
