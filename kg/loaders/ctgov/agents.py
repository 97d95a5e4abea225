"""Organisations and people of a study, and the places where it takes place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kg.extract.officials import PersonName, affiliations, person
from kg.extract.words import Words
from kg.loaders.ctgov.draft import Draft
from kg.loaders.ctgov.study import (
    ContactOfStudy,
    ContactsLocationsModule,
    Location,
    Official,
    ResponsibleParty,
    SponsorCollaboratorsModule,
    SponsorOfStudy,
)
from kg.model import Affiliation, Contact, InvestigatorRole, Site, SponsorRole

# Roles among the contacts of a site that are offices of the trial.
OFFICES = {"PRINCIPAL_INVESTIGATOR", "SUB_INVESTIGATOR", "STUDY_CHAIR", "STUDY_DIRECTOR"}


class Agents:
    """Numbers the nodes of people and organisations while a study is read.

    :ivar investigator_role: IRIs of the officials so far; so for the other slots of the trial.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.sponsor_role: list[str] = []
        self.investigator_role: list[str] = []
        self.contact: list[str] = []
        self.site: list[str] = []
        self.responsible_party: str | None = None

    def slots(self) -> dict[str, Any]:
        """Slots of the trial that name the nodes."""
        return {
            "sponsor_role": tuple(self.sponsor_role),
            "investigator_role": tuple(self.investigator_role),
            "contact": tuple(self.contact),
            "site": tuple(self.site),
            "responsible_party": self.responsible_party,
        }

    def sponsors(self, module: SponsorCollaboratorsModule) -> None:
        """Sponsor, collaborators, and the responsible party where it is somebody else."""
        if module.lead_sponsor:
            self._sponsor("LEAD", module.lead_sponsor)
        for one in module.collaborators:
            self._sponsor("COLLABORATOR", one)
        if module.responsible_party:
            self._responsible(module.responsible_party)

    def _sponsor(self, kind: str, one: SponsorOfStudy) -> None:
        name = self.draft.text(one.name)
        if not name:
            return
        iri = f"{self.draft.record}/sponsor/{len(self.sponsor_role) + 1}"
        self.sponsor_role.append(iri)
        of_kind = self.draft.token("SponsorClass", "Sponsor Class", one.class_, iri)
        self.draft.records.append(SponsorRole(iri=iri, label=name, sponsor_type=kind, sponsor_class=of_kind))

    def _responsible(self, party: ResponsibleParty) -> None:
        """A person as an official; older records name person and organisation, or either, without saying which."""
        self.responsible_party = self.draft.token("ResponsibleParty", "Responsible Party", party.type)
        name = party.investigator_full_name or party.old_name_title
        place = party.investigator_affiliation or party.old_organization
        if name:
            self._investigator("RESPONSIBLE_PARTY", name, place, title=party.investigator_title)
        elif party.old_organization:
            self._sponsor("RESPONSIBLE_PARTY", SponsorOfStudy(name=party.old_organization))

    def officials(self, listed: Sequence[Official]) -> None:
        """Officials of the trial as a whole."""
        for one in listed:
            if one.name and one.name.strip():
                kind = self.draft.token("InvestigatorType", "Official Role", one.role)
                self._investigator(kind, one.name, one.affiliation)

    def _investigator(self, kind: str | None, written: str, place: str | None, *, title: str | None = None) -> None:
        text, draft = self.draft.text(written) or "", self.draft
        name = person(Words.at(text, 0, len(text)))
        if not name.name.text:
            return
        iri = f"{draft.record}/investigator/{len(self.investigator_role) + 1}"
        self.investigator_role.append(iri)
        where = [found.text for found in name.affiliations] + _places(draft.text(place))
        nodes = tuple(f"{iri}/affiliation/{number}" for number in range(1, len(where) + 1))
        slots = _name_slots(name)
        slots["degree"] = slots["degree"] or draft.text(title)
        position = len(self.investigator_role)
        draft.records.append(
            InvestigatorRole(iri=iri, position=position, investigator_type=kind, affiliation=nodes, **slots)
        )
        for number, (node, words) in enumerate(zip(nodes, where, strict=True), 1):
            draft.records.append(Affiliation(iri=node, text=words, position=number))

    def places(self, module: ContactsLocationsModule) -> None:
        """Whom to ask, and the sites with those who work there."""
        for at, one in enumerate(module.central_contacts):
            self._contact(self.draft.record, self.contact, one, "central backup" if at else "central")
        for location in module.locations:
            self._site(location)

    def _contact(self, parent: str, kept: list[str], one: ContactOfStudy, kind: str) -> None:
        """A contact; one without a name is nothing unless addresses are kept."""
        draft = self.draft
        text = draft.text(one.name)
        name = person(Words.at(text, 0, len(text))) if text and any(c.isalpha() for c in text) else None
        slots: dict[str, Any] = {}
        if name and name.name.text:
            slots = _name_slots(name)
        elif not draft.contacts:
            return
        if draft.contacts:
            phone = f"{one.phone} ext. {one.phone_ext}" if one.phone and one.phone_ext else one.phone
            slots |= {"email": (one.email,) if one.email else (), "telephone": (phone,) if phone else ()}
        kept.append(f"{parent}/contact/{len(kept) + 1}")
        draft.records.append(Contact(iri=kept[-1], contact_type=kind, position=len(kept), **slots))

    def _site(self, one: Location) -> None:
        draft = self.draft
        iri = f"{draft.record}/site/{len(self.site) + 1}"
        self.site.append(iri)
        facility = draft.text(one.facility)
        kept: list[str] = []
        for who in one.contacts:
            if who.role in OFFICES:
                if who.name and who.name.strip():
                    self._investigator(draft.token("InvestigatorType", "Site Role", who.role), who.name, facility)
            else:
                self._contact(iri, kept, who, "backup" if kept else "site")
        latitude, longitude = _coordinates(draft, one)
        draft.records.append(
            Site(
                iri=iri,
                label=facility,
                position=len(self.site),
                city=one.city or None,
                region=one.state or None,
                country=one.country or None,
                postal_code=one.zip or None,
                site_status=draft.token("OverallStatus", "Site Status", one.status, iri),
                latitude=latitude,
                longitude=longitude,
                contact=tuple(kept),
            )
        )


def _coordinates(draft: Draft, one: Location) -> tuple[Any, Any]:
    """Latitude and longitude; none where either is off the globe."""
    point = one.geo_point
    if point is None or point.lat is None or point.lon is None:
        return None, None
    # Not a number compares with nothing, so it is off the globe as well.
    if -90 <= float(point.lat) <= 90 and -180 <= float(point.lon) <= 180:
        return point.lat, point.lon
    draft.not_understood("Geographic Point", f"{point.lat}, {point.lon}")
    return None, None


def _places(text: str | None) -> list[str]:
    return [found.text for found in affiliations(Words.at(text, 0, len(text)))] if text else []


def _name_slots(name: PersonName) -> dict[str, Any]:
    return {
        "label": name.name.text,
        "given_name": name.given.text if name.given else None,
        "family_name": name.family.text if name.family else None,
        "name_suffix": name.suffix.text if name.suffix else None,
        "degree": name.degree.text if name.degree else None,
    }
