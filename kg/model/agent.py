"""Records of the subject area ``agent`` and their N-Quads writers.

Generated from schema/*.yaml by schema/generate.py; do not edit."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from kg.model.enums import CONTRIBUTION, INVESTIGATOR_TYPE, OVERALL_STATUS, SPONSOR_CLASS, SPONSOR_TYPE
from kg.rdf.terms import decimal, escaped


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Affiliation>']
        say = said.append
        text_ = self.text
        if '"' in text_ or '\\' in text_ or '\n' in text_ or '\r' in text_:
            text_ = escaped(text_)
        say(f' <https://w3id.org/trialgraph/schema/text> "{text_}"')
        if (position_ := self.position) is not None:
            say(f' <http://schema.org/position> "{position_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        for affiliation_id_ in self.affiliation_id:
            if '"' in affiliation_id_ or '\\' in affiliation_id_ or '\n' in affiliation_id_ or '\r' in affiliation_id_:
                affiliation_id_ = escaped(affiliation_id_)
            say(f' <https://w3id.org/trialgraph/schema/affiliationId> "{affiliation_id_}"')
        if self.denotes:
            said += [f' <https://w3id.org/trialgraph/schema/denotes> <{denotes_}>' for denotes_ in self.denotes]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Authorship>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        if self.contribution:
            said += [f' <https://w3id.org/trialgraph/schema/contribution> <{CONTRIBUTION[contribution_]}>' for contribution_ in self.contribution]
        if (collective_name_ := self.collective_name) is not None:
            if '"' in collective_name_ or '\\' in collective_name_ or '\n' in collective_name_ or '\r' in collective_name_:
                collective_name_ = escaped(collective_name_)
            say(f' <https://w3id.org/trialgraph/schema/collectiveName> "{collective_name_}"')
        if (cited_name_ := self.cited_name) is not None:
            if '"' in cited_name_ or '\\' in cited_name_ or '\n' in cited_name_ or '\r' in cited_name_:
                cited_name_ = escaped(cited_name_)
            say(f' <https://w3id.org/trialgraph/schema/citedName> "{cited_name_}"')
        for identifier_text_ in self.identifier_text:
            if '"' in identifier_text_ or '\\' in identifier_text_ or '\n' in identifier_text_ or '\r' in identifier_text_:
                identifier_text_ = escaped(identifier_text_)
            say(f' <https://w3id.org/trialgraph/schema/identifierText> "{identifier_text_}"')
        if (equal_contribution_ := self.equal_contribution) is not None:
            say(f' <https://w3id.org/trialgraph/schema/equalContribution> "{"true" if equal_contribution_ else "false"}"^^<http://www.w3.org/2001/XMLSchema#boolean>')
        if (position_ := self.position) is not None:
            say(f' <http://schema.org/position> "{position_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        if (family_name_ := self.family_name) is not None:
            if '"' in family_name_ or '\\' in family_name_ or '\n' in family_name_ or '\r' in family_name_:
                family_name_ = escaped(family_name_)
            say(f' <http://xmlns.com/foaf/0.1/familyName> "{family_name_}"')
        if (given_name_ := self.given_name) is not None:
            if '"' in given_name_ or '\\' in given_name_ or '\n' in given_name_ or '\r' in given_name_:
                given_name_ = escaped(given_name_)
            say(f' <http://xmlns.com/foaf/0.1/givenName> "{given_name_}"')
        if (initials_ := self.initials) is not None:
            if '"' in initials_ or '\\' in initials_ or '\n' in initials_ or '\r' in initials_:
                initials_ = escaped(initials_)
            say(f' <https://w3id.org/trialgraph/schema/initials> "{initials_}"')
        if (name_suffix_ := self.name_suffix) is not None:
            if '"' in name_suffix_ or '\\' in name_suffix_ or '\n' in name_suffix_ or '\r' in name_suffix_:
                name_suffix_ = escaped(name_suffix_)
            say(f' <http://schema.org/honorificSuffix> "{name_suffix_}"')
        if (degree_ := self.degree) is not None:
            if '"' in degree_ or '\\' in degree_ or '\n' in degree_ or '\r' in degree_:
                degree_ = escaped(degree_)
            say(f' <https://w3id.org/trialgraph/schema/degree> "{degree_}"')
        if self.affiliation:
            said += [f' <https://w3id.org/trialgraph/schema/affiliation> <{affiliation_}>' for affiliation_ in self.affiliation]
        if (orcid_ := self.orcid) is not None:
            say(f' <https://w3id.org/trialgraph/schema/orcid> <{orcid_}>')
        for email_ in self.email:
            if '"' in email_ or '\\' in email_ or '\n' in email_ or '\r' in email_:
                email_ = escaped(email_)
            say(f' <http://schema.org/email> "{email_}"')
        for telephone_ in self.telephone:
            if '"' in telephone_ or '\\' in telephone_ or '\n' in telephone_ or '\r' in telephone_:
                telephone_ = escaped(telephone_)
            say(f' <http://schema.org/telephone> "{telephone_}"')
        if self.denotes:
            said += [f' <https://w3id.org/trialgraph/schema/denotes> <{denotes_}>' for denotes_ in self.denotes]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Contact>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        if (contact_type_ := self.contact_type) is not None:
            if '"' in contact_type_ or '\\' in contact_type_ or '\n' in contact_type_ or '\r' in contact_type_:
                contact_type_ = escaped(contact_type_)
            say(f' <https://w3id.org/trialgraph/schema/contactType> "{contact_type_}"')
        if (position_ := self.position) is not None:
            say(f' <http://schema.org/position> "{position_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        if (family_name_ := self.family_name) is not None:
            if '"' in family_name_ or '\\' in family_name_ or '\n' in family_name_ or '\r' in family_name_:
                family_name_ = escaped(family_name_)
            say(f' <http://xmlns.com/foaf/0.1/familyName> "{family_name_}"')
        if (given_name_ := self.given_name) is not None:
            if '"' in given_name_ or '\\' in given_name_ or '\n' in given_name_ or '\r' in given_name_:
                given_name_ = escaped(given_name_)
            say(f' <http://xmlns.com/foaf/0.1/givenName> "{given_name_}"')
        if (initials_ := self.initials) is not None:
            if '"' in initials_ or '\\' in initials_ or '\n' in initials_ or '\r' in initials_:
                initials_ = escaped(initials_)
            say(f' <https://w3id.org/trialgraph/schema/initials> "{initials_}"')
        if (name_suffix_ := self.name_suffix) is not None:
            if '"' in name_suffix_ or '\\' in name_suffix_ or '\n' in name_suffix_ or '\r' in name_suffix_:
                name_suffix_ = escaped(name_suffix_)
            say(f' <http://schema.org/honorificSuffix> "{name_suffix_}"')
        if (degree_ := self.degree) is not None:
            if '"' in degree_ or '\\' in degree_ or '\n' in degree_ or '\r' in degree_:
                degree_ = escaped(degree_)
            say(f' <https://w3id.org/trialgraph/schema/degree> "{degree_}"')
        if self.affiliation:
            said += [f' <https://w3id.org/trialgraph/schema/affiliation> <{affiliation_}>' for affiliation_ in self.affiliation]
        if (orcid_ := self.orcid) is not None:
            say(f' <https://w3id.org/trialgraph/schema/orcid> <{orcid_}>')
        for email_ in self.email:
            if '"' in email_ or '\\' in email_ or '\n' in email_ or '\r' in email_:
                email_ = escaped(email_)
            say(f' <http://schema.org/email> "{email_}"')
        for telephone_ in self.telephone:
            if '"' in telephone_ or '\\' in telephone_ or '\n' in telephone_ or '\r' in telephone_:
                telephone_ = escaped(telephone_)
            say(f' <http://schema.org/telephone> "{telephone_}"')
        if self.denotes:
            said += [f' <https://w3id.org/trialgraph/schema/denotes> <{denotes_}>' for denotes_ in self.denotes]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/InvestigatorRole>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        if (investigator_type_ := self.investigator_type) is not None:
            say(f' <https://w3id.org/trialgraph/schema/investigatorType> <{INVESTIGATOR_TYPE[investigator_type_]}>')
        if (position_ := self.position) is not None:
            say(f' <http://schema.org/position> "{position_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        if (family_name_ := self.family_name) is not None:
            if '"' in family_name_ or '\\' in family_name_ or '\n' in family_name_ or '\r' in family_name_:
                family_name_ = escaped(family_name_)
            say(f' <http://xmlns.com/foaf/0.1/familyName> "{family_name_}"')
        if (given_name_ := self.given_name) is not None:
            if '"' in given_name_ or '\\' in given_name_ or '\n' in given_name_ or '\r' in given_name_:
                given_name_ = escaped(given_name_)
            say(f' <http://xmlns.com/foaf/0.1/givenName> "{given_name_}"')
        if (initials_ := self.initials) is not None:
            if '"' in initials_ or '\\' in initials_ or '\n' in initials_ or '\r' in initials_:
                initials_ = escaped(initials_)
            say(f' <https://w3id.org/trialgraph/schema/initials> "{initials_}"')
        if (name_suffix_ := self.name_suffix) is not None:
            if '"' in name_suffix_ or '\\' in name_suffix_ or '\n' in name_suffix_ or '\r' in name_suffix_:
                name_suffix_ = escaped(name_suffix_)
            say(f' <http://schema.org/honorificSuffix> "{name_suffix_}"')
        if (degree_ := self.degree) is not None:
            if '"' in degree_ or '\\' in degree_ or '\n' in degree_ or '\r' in degree_:
                degree_ = escaped(degree_)
            say(f' <https://w3id.org/trialgraph/schema/degree> "{degree_}"')
        if self.affiliation:
            said += [f' <https://w3id.org/trialgraph/schema/affiliation> <{affiliation_}>' for affiliation_ in self.affiliation]
        if (orcid_ := self.orcid) is not None:
            say(f' <https://w3id.org/trialgraph/schema/orcid> <{orcid_}>')
        for email_ in self.email:
            if '"' in email_ or '\\' in email_ or '\n' in email_ or '\r' in email_:
                email_ = escaped(email_)
            say(f' <http://schema.org/email> "{email_}"')
        for telephone_ in self.telephone:
            if '"' in telephone_ or '\\' in telephone_ or '\n' in telephone_ or '\r' in telephone_:
                telephone_ = escaped(telephone_)
            say(f' <http://schema.org/telephone> "{telephone_}"')
        if self.denotes:
            said += [f' <https://w3id.org/trialgraph/schema/denotes> <{denotes_}>' for denotes_ in self.denotes]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Organisation>', ' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/org#Organization>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        for alt_label_ in self.alt_label:
            if '"' in alt_label_ or '\\' in alt_label_ or '\n' in alt_label_ or '\r' in alt_label_:
                alt_label_ = escaped(alt_label_)
            say(f' <http://www.w3.org/2004/02/skos/core#altLabel> "{alt_label_}"')
        if self.same_as:
            said += [f' <http://schema.org/sameAs> <{same_as_}>' for same_as_ in self.same_as]
        if self.part_of:
            said += [f' <http://www.w3.org/ns/org#subOrganizationOf> <{part_of_}>' for part_of_ in self.part_of]
        if (city_ := self.city) is not None:
            if '"' in city_ or '\\' in city_ or '\n' in city_ or '\r' in city_:
                city_ = escaped(city_)
            say(f' <http://schema.org/addressLocality> "{city_}"')
        if (region_ := self.region) is not None:
            if '"' in region_ or '\\' in region_ or '\n' in region_ or '\r' in region_:
                region_ = escaped(region_)
            say(f' <http://schema.org/addressRegion> "{region_}"')
        if (country_ := self.country) is not None:
            if '"' in country_ or '\\' in country_ or '\n' in country_ or '\r' in country_:
                country_ = escaped(country_)
            say(f' <http://schema.org/addressCountry> "{country_}"')
        if (postal_code_ := self.postal_code) is not None:
            if '"' in postal_code_ or '\\' in postal_code_ or '\n' in postal_code_ or '\r' in postal_code_:
                postal_code_ = escaped(postal_code_)
            say(f' <http://schema.org/postalCode> "{postal_code_}"')
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Person>', ' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://xmlns.com/foaf/0.1/Person>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        if (family_name_ := self.family_name) is not None:
            if '"' in family_name_ or '\\' in family_name_ or '\n' in family_name_ or '\r' in family_name_:
                family_name_ = escaped(family_name_)
            say(f' <http://xmlns.com/foaf/0.1/familyName> "{family_name_}"')
        if (given_name_ := self.given_name) is not None:
            if '"' in given_name_ or '\\' in given_name_ or '\n' in given_name_ or '\r' in given_name_:
                given_name_ = escaped(given_name_)
            say(f' <http://xmlns.com/foaf/0.1/givenName> "{given_name_}"')
        if self.same_as:
            said += [f' <http://schema.org/sameAs> <{same_as_}>' for same_as_ in self.same_as]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/Site>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        if (position_ := self.position) is not None:
            say(f' <http://schema.org/position> "{position_}"^^<http://www.w3.org/2001/XMLSchema#integer>')
        if (city_ := self.city) is not None:
            if '"' in city_ or '\\' in city_ or '\n' in city_ or '\r' in city_:
                city_ = escaped(city_)
            say(f' <http://schema.org/addressLocality> "{city_}"')
        if (region_ := self.region) is not None:
            if '"' in region_ or '\\' in region_ or '\n' in region_ or '\r' in region_:
                region_ = escaped(region_)
            say(f' <http://schema.org/addressRegion> "{region_}"')
        if (country_ := self.country) is not None:
            if '"' in country_ or '\\' in country_ or '\n' in country_ or '\r' in country_:
                country_ = escaped(country_)
            say(f' <http://schema.org/addressCountry> "{country_}"')
        if (postal_code_ := self.postal_code) is not None:
            if '"' in postal_code_ or '\\' in postal_code_ or '\n' in postal_code_ or '\r' in postal_code_:
                postal_code_ = escaped(postal_code_)
            say(f' <http://schema.org/postalCode> "{postal_code_}"')
        if (site_status_ := self.site_status) is not None:
            say(f' <https://w3id.org/trialgraph/schema/siteStatus> <{OVERALL_STATUS[site_status_]}>')
        if (latitude_ := self.latitude) is not None:
            say(f' <http://www.w3.org/2003/01/geo/wgs84_pos#lat> "{decimal(latitude_)}"^^<http://www.w3.org/2001/XMLSchema#decimal>')
        if (longitude_ := self.longitude) is not None:
            say(f' <http://www.w3.org/2003/01/geo/wgs84_pos#long> "{decimal(longitude_)}"^^<http://www.w3.org/2001/XMLSchema#decimal>')
        if self.contact:
            said += [f' <https://w3id.org/trialgraph/schema/contact> <{contact_}>' for contact_ in self.contact]
        if self.denotes:
            said += [f' <https://w3id.org/trialgraph/schema/denotes> <{denotes_}>' for denotes_ in self.denotes]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'


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
        said = [' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/schema/SponsorRole>']
        say = said.append
        if (label_ := self.label) is not None:
            if '"' in label_ or '\\' in label_ or '\n' in label_ or '\r' in label_:
                label_ = escaped(label_)
            say(f' <http://www.w3.org/2000/01/rdf-schema#label> "{label_}"')
        if (sponsor_type_ := self.sponsor_type) is not None:
            say(f' <https://w3id.org/trialgraph/schema/sponsorType> <{SPONSOR_TYPE[sponsor_type_]}>')
        if (sponsor_class_ := self.sponsor_class) is not None:
            say(f' <https://w3id.org/trialgraph/schema/sponsorClass> <{SPONSOR_CLASS[sponsor_class_]}>')
        for organisation_id_ in self.organisation_id:
            if '"' in organisation_id_ or '\\' in organisation_id_ or '\n' in organisation_id_ or '\r' in organisation_id_:
                organisation_id_ = escaped(organisation_id_)
            say(f' <https://w3id.org/trialgraph/schema/organisationId> "{organisation_id_}"')
        if (former_name_ := self.former_name) is not None:
            if '"' in former_name_ or '\\' in former_name_ or '\n' in former_name_ or '\r' in former_name_:
                former_name_ = escaped(former_name_)
            say(f' <https://w3id.org/trialgraph/schema/formerName> "{former_name_}"')
        if self.denotes:
            said += [f' <https://w3id.org/trialgraph/schema/denotes> <{denotes_}>' for denotes_ in self.denotes]
        between = f' <{graph}> .\n<{self.iri}>'
        return f'<{self.iri}>{between.join(said)} <{graph}> .\n'
