"""Organisations, people, sites and what they published, from their parts of a trial page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.citations import cited_numbers
from kg.extract.dates import date_of
from kg.extract.officials import PersonName, person, role_and_rest
from kg.extract.other_ids import other_id
from kg.extract.page_lines import Line
from kg.extract.page_sections import Labelled
from kg.extract.page_sites import PersonWords, SiteWords, people, sites
from kg.extract.tokens import token_of
from kg.extract.words import Words
from kg.loaders.page.draft import Draft, Slots, Told
from kg.model import (
    Affiliation,
    Contact,
    InvestigatorRole,
    Publication,
    PublicationLink,
    Site,
    SponsorRole,
    StudyDocument,
    TrialIdentifier,
)
from kg.rdf import iris
from kg.rdf.iris import under, web

SPONSOR_TYPES = {"sponsor": "LEAD", "collaborators": "COLLABORATOR", "responsible party": "RESPONSIBLE_PARTY"}
# What the headings of publications say of them, and of how the registry knows them.
LINK_TYPES = {
    "publications": ("BACKGROUND", "REGISTRY"),
    "results publications": ("RESULT", "REGISTRY"),
    "indexed publications": ("DERIVED", "NLM"),
}
CONTACT_TYPES = {"study contact": "central", "study contact backup": "central backup"}
_NOT_AN_ORGANISATION = {"sponsor", "principal investigator", "sponsor-investigator"}
_DATE_IN_BRACKETS = re.compile(r"[\[(][^\])]*?(?P<date>\d{4}-\d\d(?:-\d\d)?|[A-Z][a-z]+ \d{1,2}, \d{4})[^\])]*[\])]")


class Agents:
    """Numbers the nodes of people and organisations while a page is read.

    :ivar sponsor_role: IRIs of the sponsors and collaborators so far; so for the other slots.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.sponsor_role: list[str] = []
        self.investigator_role: list[str] = []
        self.contact: list[str] = []
        self.site: list[str] = []

    def sponsors(self, updated_by: Words | None) -> None:
        """Sponsor and collaborators as printed; who updated the page is not said to be the sponsor."""
        for found in self.draft.page.all(*SPONSOR_TYPES):
            for line in found.lines:
                if line.text.casefold() not in _NOT_AN_ORGANISATION:
                    self._sponsor(line.words, SPONSOR_TYPES[found.name], found.label.printed)
        if updated_by is not None:
            self._sponsor(updated_by, "UPDATED_BY", updated_by)

    def _sponsor(self, name: Words, kind: str, label: Words) -> None:
        iri = under(self.draft.record, "sponsor", len(self.sponsor_role) + 1)
        self.sponsor_role.append(iri)
        self.draft.say(SponsorRole, iri, {"label": name, "sponsor_type": Told(kind, label)})

    def investigators(self) -> None:
        """Officials of the trial, each with their organisations."""
        for found in self.draft.page.all("investigators"):
            for line in found.lines:
                role, rest = role_and_rest(line.words)
                name = person(rest)
                if name.name.text:
                    self._investigator(role, name, name.affiliations)

    def _investigator(self, role: Words | None, name: PersonName, places: Sequence[Words | Told]) -> None:
        iri = under(self.draft.record, "investigator", len(self.investigator_role) + 1)
        self.investigator_role.append(iri)
        token = token_of("InvestigatorType", role.text) if role else None
        affiliations = [under(iri, "affiliation", number) for number in range(1, len(places) + 1)]
        kind = Told(token, role) if token and role else None
        slots: Slots = {"position": len(self.investigator_role), "investigator_type": kind, "affiliation": affiliations}
        self.draft.say(InvestigatorRole, iri, {**_name_slots(name), **slots})
        for number, (affiliation, place) in enumerate(zip(affiliations, places, strict=True), 1):
            self.draft.say(Affiliation, affiliation, {"text": place, "position": number})

    def contacts(self) -> None:
        """Whom to ask about the trial as a whole."""
        for found in self.draft.page.all(*CONTACT_TYPES):
            for one in people(found.label.printed, found.lines):
                self._contact(self.draft.record, self.contact, one, CONTACT_TYPES[found.name])

    def _contact(self, parent: str, kept: list[str], one: PersonWords, kind: str) -> None:
        """A contact; one without a name is nothing unless addresses are kept."""
        name = person(one.name) if one.name else None
        slots: Slots = {"contact_type": Told(kind, one.role), "position": len(kept) + 1}
        if name and any(c.isalpha() for c in name.name.text):
            slots |= _name_slots(name)
        elif not self.draft.contacts:
            return
        if self.draft.contacts:
            slots |= {"email": list(one.emails), "telephone": list(one.phones)}
        kept.append(under(parent, "contact", len(kept) + 1))
        self.draft.say(Contact, kept[-1], slots)

    def sites(self) -> None:
        """Where the trial takes place; investigators of a site work there."""
        for found in self.draft.page.all("locations"):
            for site in sites(found.lines):
                self._site(site)

    def _site(self, site: SiteWords) -> None:
        iri = under(self.draft.record, "site", len(self.site) + 1)
        self.site.append(iri)
        kept: list[str] = []
        for one in site.people:
            role = one.role.text.casefold()
            if "contact" in role:
                self._contact(iri, kept, one, "backup" if "backup" in role else "site")
            elif one.name:
                places = [Told(site.facility.text, site.facility, "investigator-of-site")] if site.facility else []
                self._investigator(one.role, person(one.name), places)
        status = token_of("OverallStatus", site.status.text) if site.status else None
        slots: Slots = {
            "label": site.facility,
            "position": len(self.site),
            "city": site.city,
            "region": site.region,
            "country": site.country,
            "postal_code": site.postal_code,
            "site_status": Told(status, site.status) if site.status else None,
            "contact": list(kept),
        }
        made = self.draft.say(Site, iri, slots)
        for name, words in site.also.items():
            self.draft.note(made, name, Told(getattr(made, name), words))


def _name_slots(name: PersonName) -> Slots:
    return {
        "label": name.name,
        "given_name": name.given,
        "family_name": name.family,
        "name_suffix": name.suffix,
        "degree": name.degree,
    }


def identifiers(draft: Draft, numbers: Sequence[Words], title_key: Told | None) -> list[str]:
    """The trial's number in the registry or, where the page gives none, the key made from its title; other numbers."""
    found: list[str] = []

    def add(slots: Slots) -> None:
        found.append(under(draft.record, "identifier", len(found) + 1))
        draft.say(TrialIdentifier, found[-1], slots)

    if numbers:
        told = [Told(number.text.upper(), number) for number in numbers[:1]]
        add({"id_value": told[0], "id_type": Told("REGISTRY", numbers[0]), "id_issuer": "ClinicalTrials.gov"})
    elif title_key:
        add({"id_value": title_key, "id_type": Told("TITLE", title_key.words, title_key.rule)})
    for label in draft.page.all("other ids"):
        for line in label.lines:
            number, issuer, kind = other_id(line.words)
            add({"id_value": number, "id_issuer": issuer, "id_type": Told(kind, issuer or label.label.printed)})
    return found


def publications(draft: Draft) -> None:
    """Publications that the page lists, each linked with the trial as their heading says."""
    count = 0
    known: set[str] = set()
    for found in draft.page.all(*LINK_TYPES):
        for line in found.lines:
            count += 1
            known.add(_publication(draft, count, line.words, found, known))


def _publication(draft: Draft, number: int, citation: Words, found: Labelled, known: set[str]) -> str:
    """One publication and its link with the trial; its IRI."""
    kinds, heading = LINK_TYPES[found.name], found.label.printed
    pmid, doi = cited_numbers(citation)
    if pmid or doi:
        iri = iris.publication(pmid=pmid.text if pmid else None, doi=doi.text if doi else None)
    else:
        iri = under(draft.record, "publication", number)
    numbers: Slots = {"pmid": pmid, "doi": [Told(doi.text.lower(), doi)] if doi else None}
    if iri not in known:
        draft.say(Publication, iri, {"label": None if pmid or doi else citation, **numbers})
    link: Slots = {
        "linked_trial": draft.trial,
        "linked_publication": iri,
        "link_type": Told(kinds[0], heading),
        "link_source": Told(kinds[1], heading),
        "citation_text": citation,
    }
    draft.say(PublicationLink, under(draft.record, "publication-link", number), link)
    return iri


def links(draft: Draft) -> list[Told]:
    """Web addresses under "Helpful Links"."""
    found: list[Told] = []
    for label in draft.page.all("links"):
        for line in label.lines:
            words = line.words.find(r"https?://\S+")
            address = web(words.text) if words else None
            if words and address:
                found.append(Told(address, words))
            else:
                draft.difficulty("NOT_UNDERSTOOD", label.label.text, Told(line.text, line.words), (draft.trial,))
    return found


def documents(draft: Draft) -> list[str]:
    """Documents that the registry holds, by what their names say they contain."""
    found: list[str] = []
    for label in draft.page.all("documents"):
        for line in label.lines:
            found.append(under(draft.record, "document", len(found) + 1))
            draft.say(StudyDocument, found[-1], _document_slots(line))
    return found


def _document_slots(line: Line) -> Slots:
    def contains(pattern: str) -> Told | None:
        words = line.words.find(re.compile(pattern, re.IGNORECASE))
        return Told(True, words) if words else None

    date = line.words.find(_DATE_IN_BRACKETS, "date")
    return {
        "label": line.words,
        "has_protocol": contains(r"\bprotocol\b"),
        "has_sap": contains(r"\bstatistical analysis plan\b|\bSAP\b"),
        "has_icf": contains(r"\binformed consent\b|\bICF\b"),
        "document_date": Told(date_of(date.text), date) if date else None,
    }
