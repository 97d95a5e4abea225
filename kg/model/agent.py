"""Records of the subject area ``agent`` and their N-Quads writers.

Generated from schema/*.yaml by schema/generate.py; do not edit."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from kg.model.enums import CONTRIBUTION, INVESTIGATOR_TYPE, OVERALL_STATUS, SPONSOR_CLASS, SPONSOR_TYPE
from kg.rdf.terms import text


class Affiliation(Struct, frozen=True, kw_only=True, gc=False):
    """Where a person works, as one document says it.

    :ivar iri: The address that names this thing.
    :ivar text: The words as written.
    :ivar position: Place in the order of the source; the first is 1.
    :ivar affiliation_id: Identifier of the organisation that the source gives, such as a ROR address.
    :ivar denotes: The thing that a name in a record means (inferred, with evidence).
    """

    iri: str
    text: str
    position: int | None = None
    affiliation_id: tuple[str, ...] = ()
    denotes: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Affiliation>{g}'
        out += f'{s} <https://w3id.org/trialgraph/schema/text> {text(self.text)}{g}'
        if self.position is not None:
            out += f'{s} <http://schema.org/position> "{self.position}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        for affiliation_id_ in self.affiliation_id:
            out += f'{s} <https://w3id.org/trialgraph/schema/affiliationId> {text(affiliation_id_)}{g}'
        for denotes_ in self.denotes:
            out += f'{s} <https://w3id.org/trialgraph/schema/denotes> <{denotes_}>{g}'
        return out


class Authorship(Struct, frozen=True, kw_only=True, gc=False):
    """A person or group as author, editor or contributor of a publication.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar contribution: What kind of contribution it is.
    :ivar collective_name: Name of a group that is an author.
    :ivar cited_name: Name as it is cited, such as Shi S.
    :ivar identifier_text: Identifier of the author as printed.
    :ivar equal_contribution: True where the source says that authors contributed equally.
    :ivar position: Place in the order of the source; the first is 1.
    :ivar family_name: Surname as the source or the vocabulary gives it.
    :ivar given_name: First and further names as the source or the vocabulary gives them.
    :ivar initials: Initials of the given names as the source prints them.
    :ivar name_suffix: What follows the name, such as Jr or 3rd.
    :ivar degree: Degree or title as printed, such as MD.
    :ivar affiliation: Where the person works as of this document.
    :ivar orcid: The person's ORCID address.
    :ivar email: Electronic address; only loaded when contacts are asked for.
    :ivar telephone: Telephone number; only loaded when contacts are asked for.
    :ivar denotes: The thing that a name in a record means (inferred, with evidence).
    """

    iri: str
    label: str | None = None
    contribution: tuple[str, ...] = ()
    collective_name: str | None = None
    cited_name: str | None = None
    identifier_text: tuple[str, ...] = ()
    equal_contribution: bool | None = None
    position: int | None = None
    family_name: str | None = None
    given_name: str | None = None
    initials: str | None = None
    name_suffix: str | None = None
    degree: str | None = None
    affiliation: tuple[str, ...] = ()
    orcid: str | None = None
    email: tuple[str, ...] = ()
    telephone: tuple[str, ...] = ()
    denotes: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Authorship>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        for contribution_ in self.contribution:
            out += f'{s} <https://w3id.org/trialgraph/schema/contribution> <{CONTRIBUTION[contribution_]}>{g}'
        if self.collective_name is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/collectiveName> {text(self.collective_name)}{g}'
        if self.cited_name is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/citedName> {text(self.cited_name)}{g}'
        for identifier_text_ in self.identifier_text:
            out += f'{s} <https://w3id.org/trialgraph/schema/identifierText> {text(identifier_text_)}{g}'
        if self.equal_contribution is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/equalContribution> "{"true" if self.equal_contribution else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>{g}'
        if self.position is not None:
            out += f'{s} <http://schema.org/position> "{self.position}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.family_name is not None:
            out += f'{s} <http://xmlns.com/foaf/0.1/familyName> {text(self.family_name)}{g}'
        if self.given_name is not None:
            out += f'{s} <http://xmlns.com/foaf/0.1/givenName> {text(self.given_name)}{g}'
        if self.initials is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/initials> {text(self.initials)}{g}'
        if self.name_suffix is not None:
            out += f'{s} <http://schema.org/honorificSuffix> {text(self.name_suffix)}{g}'
        if self.degree is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/degree> {text(self.degree)}{g}'
        for affiliation_ in self.affiliation:
            out += f'{s} <https://w3id.org/trialgraph/schema/affiliation> <{affiliation_}>{g}'
        if self.orcid is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/orcid> <{self.orcid}>{g}'
        for email_ in self.email:
            out += f'{s} <http://schema.org/email> {text(email_)}{g}'
        for telephone_ in self.telephone:
            out += f'{s} <http://schema.org/telephone> {text(telephone_)}{g}'
        for denotes_ in self.denotes:
            out += f'{s} <https://w3id.org/trialgraph/schema/denotes> <{denotes_}>{g}'
        return out


class Contact(Struct, frozen=True, kw_only=True, gc=False):
    """A person or office to ask about a trial; address and number are only loaded when contacts are asked for.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar contact_type: What kind of contact it is, such as central or backup.
    :ivar position: Place in the order of the source; the first is 1.
    :ivar family_name: Surname as the source or the vocabulary gives it.
    :ivar given_name: First and further names as the source or the vocabulary gives them.
    :ivar initials: Initials of the given names as the source prints them.
    :ivar name_suffix: What follows the name, such as Jr or 3rd.
    :ivar degree: Degree or title as printed, such as MD.
    :ivar affiliation: Where the person works as of this document.
    :ivar orcid: The person's ORCID address.
    :ivar email: Electronic address; only loaded when contacts are asked for.
    :ivar telephone: Telephone number; only loaded when contacts are asked for.
    :ivar denotes: The thing that a name in a record means (inferred, with evidence).
    """

    iri: str
    label: str | None = None
    contact_type: str | None = None
    position: int | None = None
    family_name: str | None = None
    given_name: str | None = None
    initials: str | None = None
    name_suffix: str | None = None
    degree: str | None = None
    affiliation: tuple[str, ...] = ()
    orcid: str | None = None
    email: tuple[str, ...] = ()
    telephone: tuple[str, ...] = ()
    denotes: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Contact>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        if self.contact_type is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/contactType> {text(self.contact_type)}{g}'
        if self.position is not None:
            out += f'{s} <http://schema.org/position> "{self.position}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.family_name is not None:
            out += f'{s} <http://xmlns.com/foaf/0.1/familyName> {text(self.family_name)}{g}'
        if self.given_name is not None:
            out += f'{s} <http://xmlns.com/foaf/0.1/givenName> {text(self.given_name)}{g}'
        if self.initials is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/initials> {text(self.initials)}{g}'
        if self.name_suffix is not None:
            out += f'{s} <http://schema.org/honorificSuffix> {text(self.name_suffix)}{g}'
        if self.degree is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/degree> {text(self.degree)}{g}'
        for affiliation_ in self.affiliation:
            out += f'{s} <https://w3id.org/trialgraph/schema/affiliation> <{affiliation_}>{g}'
        if self.orcid is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/orcid> <{self.orcid}>{g}'
        for email_ in self.email:
            out += f'{s} <http://schema.org/email> {text(email_)}{g}'
        for telephone_ in self.telephone:
            out += f'{s} <http://schema.org/telephone> {text(telephone_)}{g}'
        for denotes_ in self.denotes:
            out += f'{s} <https://w3id.org/trialgraph/schema/denotes> <{denotes_}>{g}'
        return out


class InvestigatorRole(Struct, frozen=True, kw_only=True, gc=False):
    """A person as investigator or other official of a trial.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar investigator_type: Which office the person holds.
    :ivar position: Place in the order of the source; the first is 1.
    :ivar family_name: Surname as the source or the vocabulary gives it.
    :ivar given_name: First and further names as the source or the vocabulary gives them.
    :ivar initials: Initials of the given names as the source prints them.
    :ivar name_suffix: What follows the name, such as Jr or 3rd.
    :ivar degree: Degree or title as printed, such as MD.
    :ivar affiliation: Where the person works as of this document.
    :ivar orcid: The person's ORCID address.
    :ivar email: Electronic address; only loaded when contacts are asked for.
    :ivar telephone: Telephone number; only loaded when contacts are asked for.
    :ivar denotes: The thing that a name in a record means (inferred, with evidence).
    """

    iri: str
    label: str | None = None
    investigator_type: str | None = None
    position: int | None = None
    family_name: str | None = None
    given_name: str | None = None
    initials: str | None = None
    name_suffix: str | None = None
    degree: str | None = None
    affiliation: tuple[str, ...] = ()
    orcid: str | None = None
    email: tuple[str, ...] = ()
    telephone: tuple[str, ...] = ()
    denotes: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/InvestigatorRole>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        if self.investigator_type is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/investigatorType> <{INVESTIGATOR_TYPE[self.investigator_type]}>{g}'
        if self.position is not None:
            out += f'{s} <http://schema.org/position> "{self.position}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.family_name is not None:
            out += f'{s} <http://xmlns.com/foaf/0.1/familyName> {text(self.family_name)}{g}'
        if self.given_name is not None:
            out += f'{s} <http://xmlns.com/foaf/0.1/givenName> {text(self.given_name)}{g}'
        if self.initials is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/initials> {text(self.initials)}{g}'
        if self.name_suffix is not None:
            out += f'{s} <http://schema.org/honorificSuffix> {text(self.name_suffix)}{g}'
        if self.degree is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/degree> {text(self.degree)}{g}'
        for affiliation_ in self.affiliation:
            out += f'{s} <https://w3id.org/trialgraph/schema/affiliation> <{affiliation_}>{g}'
        if self.orcid is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/orcid> <{self.orcid}>{g}'
        for email_ in self.email:
            out += f'{s} <http://schema.org/email> {text(email_)}{g}'
        for telephone_ in self.telephone:
            out += f'{s} <http://schema.org/telephone> {text(telephone_)}{g}'
        for denotes_ in self.denotes:
            out += f'{s} <https://w3id.org/trialgraph/schema/denotes> <{denotes_}>{g}'
        return out


class Organisation(Struct, frozen=True, kw_only=True, gc=False):
    """A company, university, hospital, agency or part of one.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar alt_label: Another name.
    :ivar same_as: Address of the same thing elsewhere.
    :ivar part_of: The organisation that it belongs to.
    :ivar city: City or town.
    :ivar region: State, province or region.
    :ivar country: Country as written.
    :ivar postal_code: Code that the post uses for the place, as written.
    """

    iri: str
    label: str | None = None
    alt_label: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    city: str | None = None
    region: str | None = None
    country: str | None = None
    postal_code: str | None = None

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Organisation>{g}{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/org#Organization>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        for alt_label_ in self.alt_label:
            out += f'{s} <http://www.w3.org/2004/02/skos/core#altLabel> {text(alt_label_)}{g}'
        for same_as_ in self.same_as:
            out += f'{s} <http://schema.org/sameAs> <{same_as_}>{g}'
        for part_of_ in self.part_of:
            out += f'{s} <http://www.w3.org/ns/org#subOrganizationOf> <{part_of_}>{g}'
        if self.city is not None:
            out += f'{s} <http://schema.org/addressLocality> {text(self.city)}{g}'
        if self.region is not None:
            out += f'{s} <http://schema.org/addressRegion> {text(self.region)}{g}'
        if self.country is not None:
            out += f'{s} <http://schema.org/addressCountry> {text(self.country)}{g}'
        if self.postal_code is not None:
            out += f'{s} <http://schema.org/postalCode> {text(self.postal_code)}{g}'
        return out


class Person(Struct, frozen=True, kw_only=True, gc=False):
    """A person. One made from a single mention is not claimed to be different from others of the same name.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar family_name: Surname as the source or the vocabulary gives it.
    :ivar given_name: First and further names as the source or the vocabulary gives them.
    :ivar same_as: Address of the same thing elsewhere.
    """

    iri: str
    label: str | None = None
    family_name: str | None = None
    given_name: str | None = None
    same_as: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Person>{g}{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://xmlns.com/foaf/0.1/Person>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        if self.family_name is not None:
            out += f'{s} <http://xmlns.com/foaf/0.1/familyName> {text(self.family_name)}{g}'
        if self.given_name is not None:
            out += f'{s} <http://xmlns.com/foaf/0.1/givenName> {text(self.given_name)}{g}'
        for same_as_ in self.same_as:
            out += f'{s} <http://schema.org/sameAs> <{same_as_}>{g}'
        return out


class Site(Struct, frozen=True, kw_only=True, gc=False):
    """A place where a trial recruits or treats, as one record lists it. Its recruitment status belongs to this
    pair of trial and place.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar position: Place in the order of the source; the first is 1.
    :ivar city: City or town.
    :ivar region: State, province or region.
    :ivar country: Country as written.
    :ivar postal_code: Code that the post uses for the place, as written.
    :ivar site_status: Recruitment status at this place.
    :ivar latitude: Latitude in degrees.
    :ivar longitude: Longitude in degrees.
    :ivar contact: A person or office to ask about the trial.
    :ivar denotes: The thing that a name in a record means (inferred, with evidence).
    """

    iri: str
    label: str | None = None
    position: int | None = None
    city: str | None = None
    region: str | None = None
    country: str | None = None
    postal_code: str | None = None
    site_status: str | None = None
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    contact: tuple[str, ...] = ()
    denotes: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Site>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        if self.position is not None:
            out += f'{s} <http://schema.org/position> "{self.position}"^^<http://www.w3.org/2001/XMLSchema#integer>{g}'
        if self.city is not None:
            out += f'{s} <http://schema.org/addressLocality> {text(self.city)}{g}'
        if self.region is not None:
            out += f'{s} <http://schema.org/addressRegion> {text(self.region)}{g}'
        if self.country is not None:
            out += f'{s} <http://schema.org/addressCountry> {text(self.country)}{g}'
        if self.postal_code is not None:
            out += f'{s} <http://schema.org/postalCode> {text(self.postal_code)}{g}'
        if self.site_status is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/siteStatus> <{OVERALL_STATUS[self.site_status]}>{g}'
        if self.latitude is not None:
            out += f'{s} <http://www.w3.org/2003/01/geo/wgs84_pos#lat> "{self.latitude:f}"^^<http://www.w3.org/2001/XMLSchema#decimal>{g}'
        if self.longitude is not None:
            out += f'{s} <http://www.w3.org/2003/01/geo/wgs84_pos#long> "{self.longitude:f}"^^<http://www.w3.org/2001/XMLSchema#decimal>{g}'
        for contact_ in self.contact:
            out += f'{s} <https://w3id.org/trialgraph/schema/contact> <{contact_}>{g}'
        for denotes_ in self.denotes:
            out += f'{s} <https://w3id.org/trialgraph/schema/denotes> <{denotes_}>{g}'
        return out


class SponsorRole(Struct, frozen=True, kw_only=True, gc=False):
    """An organisation or person as sponsor, collaborator or responsible party of a trial, as the record names
    it.

    :ivar iri: The address that names this thing.
    :ivar label: The name for people, as the source or the vocabulary writes it.
    :ivar sponsor_type: Which part it plays.
    :ivar sponsor_class: What kind of organisation it is.
    :ivar organisation_id: Number or address by which the source tells the organisation from others, such as a
    ROR address or an EMA organisation number.
    :ivar former_name: Earlier name of the organisation that the record gives.
    :ivar denotes: The thing that a name in a record means (inferred, with evidence).
    """

    iri: str
    label: str | None = None
    sponsor_type: str | None = None
    sponsor_class: str | None = None
    organisation_id: tuple[str, ...] = ()
    former_name: str | None = None
    denotes: tuple[str, ...] = ()

    def nquads(self, graph: str) -> str:
        """Every statement of this record, one N-Quads line each.

        :param graph: IRI of the named graph.
        """
        s = f'<{self.iri}>'
        g = f' <{graph}> .\n'
        out = f'{s} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/SponsorRole>{g}'
        if self.label is not None:
            out += f'{s} <http://www.w3.org/2000/01/rdf-schema#label> {text(self.label)}{g}'
        if self.sponsor_type is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/sponsorType> <{SPONSOR_TYPE[self.sponsor_type]}>{g}'
        if self.sponsor_class is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/sponsorClass> <{SPONSOR_CLASS[self.sponsor_class]}>{g}'
        for organisation_id_ in self.organisation_id:
            out += f'{s} <https://w3id.org/trialgraph/schema/organisationId> {text(organisation_id_)}{g}'
        if self.former_name is not None:
            out += f'{s} <https://w3id.org/trialgraph/schema/formerName> {text(self.former_name)}{g}'
        for denotes_ in self.denotes:
            out += f'{s} <https://w3id.org/trialgraph/schema/denotes> <{denotes_}>{g}'
        return out
