"""Organisations and people of a study, and the places where it takes place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from kg.loaders.ctgov.draft import Draft
from kg.loaders.ctgov.printed_names import distinct, named, places_of, titles_of
from kg.loaders.ctgov.study import (
    ContactOfStudy,
    ContactsLocationsModule,
    Location,
    Official,
    ResponsibleParty,
    SponsorCollaboratorsModule,
    SponsorOfStudy,
)
from kg.loaders.ctgov.tokens import plain
from kg.model import Affiliation, Contact, InvestigatorRole, Site, SponsorRole

# Roles among the contacts of a site that are offices of the trial.
OFFICES = {"PRINCIPAL_INVESTIGATOR", "SUB_INVESTIGATOR", "STUDY_CHAIR", "STUDY_DIRECTOR"}

_NUMBERED = re.compile(r"\d$")


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
        """Sponsor and collaborators."""
        if module.lead_sponsor:
            self._sponsor("LEAD", module.lead_sponsor)
        for one in module.collaborators:
            self._sponsor("COLLABORATOR", one)

    def _sponsor(self, kind: str, one: SponsorOfStudy) -> None:
        name = self.draft.name(one.name)
        if not name:
            return
        iri = f"{self.draft.record}/sponsor/{len(self.sponsor_role) + 1}"
        self.sponsor_role.append(iri)
        of_kind = self.draft.token("SponsorClass", "Sponsor Class", one.class_, iri)
        self.draft.records.append(SponsorRole(iri=iri, label=name, sponsor_type=kind, sponsor_class=of_kind))

    def officials(self, listed: Sequence[Official], party: ResponsibleParty | None) -> None:
        """Officials of the trial as a whole, and the responsible party, who is one of them where one has the name."""
        same = _same(listed, party) if party else None
        for one in listed:
            if one.name and one.name.strip():
                kind = self.draft.token("InvestigatorType", "Official Role", one.role)
                titles, places = self._of_party(party, kind) if party and one is same else ([], [])
                self._investigator(kind, one.name, [self.draft.text(one.affiliation), *places], titles)
        if party:
            self._responsible(party, is_official=same is not None)

    def _of_party(self, party: ResponsibleParty, kind: str | None) -> tuple[list[str | None], list[str | None]]:
        """Titles and organisations of the responsible party, who is an official as well.

        :param kind: the office, which is no title.
        """
        text = self.draft.text
        name, title = named(text(_name_of(party)) or ""), party.investigator_title
        titles = [name.degree, None if title and plain(title) == kind else text(title)]
        return titles, [*name.places, text(party.investigator_affiliation or party.old_organization)]

    def _responsible(self, party: ResponsibleParty, *, is_official: bool) -> None:
        """A person as an official, unless an official has the name: then both are one.

        Older records name person and organisation, or either, without saying which.
        """
        self.responsible_party = self.draft.token("ResponsibleParty", "Responsible Party", party.type)
        name = _name_of(party)
        place = party.investigator_affiliation or party.old_organization
        if name:
            if not is_official:
                text = self.draft.text
                self._investigator("RESPONSIBLE_PARTY", name, [text(place)], [text(party.investigator_title)])
        elif party.old_organization:
            self._sponsor("RESPONSIBLE_PARTY", SponsorOfStudy(name=party.old_organization))

    def _investigator(
        self,
        kind: str | None,
        written: str,
        places: Sequence[str | None],
        titles: Sequence[str | None] = (),
        *,
        contact: ContactOfStudy | None = None,
    ) -> None:
        draft = self.draft
        name = named(draft.text(written) or "")
        if not name.label:
            return
        iri = f"{draft.record}/investigator/{len(self.investigator_role) + 1}"
        self.investigator_role.append(iri)
        where = distinct([*name.places, *(one for place in places for one in places_of(place or ""))])
        nodes = tuple(f"{iri}/affiliation/{number}" for number in range(1, len(where) + 1))
        draft.records.append(
            InvestigatorRole(
                iri=iri,
                label=name.label,
                given_name=name.given,
                family_name=name.family,
                name_suffix=name.suffix,
                degree=titles_of([name.degree, *titles]) if titles else name.degree,
                position=len(self.investigator_role),
                investigator_type=kind,
                affiliation=nodes,
                **(_reached(contact) if contact and draft.contacts else {}),
            )
        )
        for number, (node, words) in enumerate(zip(nodes, where, strict=True), 1):
            draft.records.append(Affiliation(iri=node, text=words, position=number))

    def places(self, module: ContactsLocationsModule) -> None:
        """Whom to ask, and the sites with those who work there."""
        for at, one in enumerate(module.central_contacts):
            if one.role in OFFICES:
                self._asked_official(one, module.overall_officials)
            kind = "central backup" if at else "central"
            self.contact += self._asked(self.draft.record, one, kind, at + 1)
        for location in module.locations:
            self._site(location)

    def _asked_official(self, one: ContactOfStudy, listed: Sequence[Official]) -> None:
        """A contact with an office in the trial, unless the officials have it."""
        label = named(one.name or "").label.casefold()
        if label.strip() and not any(
            official.role == one.role and named(official.name or "").label.casefold() == label for official in listed
        ):
            self._investigator(self.draft.token("InvestigatorType", "Contact Role", one.role), one.name or "", [])

    def _asked(self, parent: str, one: ContactOfStudy, kind: str, position: int) -> tuple[str, ...]:
        """Whom to ask, if anything of it is kept; its number is the same with and without addresses."""
        iri, draft = f"{parent}/contact/{position}", self.draft
        found = contact_of(iri, one, draft.text, kind=kind, position=position, contacts=draft.contacts)
        draft.records += found
        return (iri,) if found else ()

    def _site(self, one: Location) -> None:
        draft = self.draft
        iri = f"{draft.record}/site/{len(self.site) + 1}"
        self.site.append(iri)
        facility = draft.text(one.facility)
        asked = 0
        kept: list[str] = []
        for who in one.contacts:
            if who.role in OFFICES:
                if who.name and who.name.strip():
                    office = draft.token("InvestigatorType", "Site Role", who.role)
                    own = [draft.text(who.affiliation)] if who.affiliation else []
                    self._investigator(office, who.name, [*own, facility], contact=who)
            else:
                asked += 1
                kept += self._asked(iri, who, "site" if asked == 1 else "backup", asked)
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


def _name_of(party: ResponsibleParty) -> str | None:
    return party.investigator_full_name or party.old_name_title


def _same(listed: Sequence[Official], party: ResponsibleParty) -> Official | None:
    """The first official with the name of the responsible party."""
    name = _name_of(party)
    label = named(name).label.casefold() if name else ""
    return next((one for one in listed if label and named(one.name or "").label.casefold() == label), None)


def contact_of(
    iri: str,
    one: ContactOfStudy,
    text: Callable[[str | None], str | None],
    *,
    kind: str,
    position: int,
    place: str | None = None,
    contacts: bool,
) -> list[Contact | Affiliation]:
    """Whom to ask, and where that is; nothing where neither a name nor a place is left.

    :param text: gives words as they are kept.
    :param kind: for what, in words.
    :param place: organisation, in words.
    :param contacts: whether addresses and numbers are kept.
    """
    name = named(text(one.name) or "")
    places, degree = name.places, name.degree
    if name.offices:
        # Of sites the number, of officials the office: a contact has no place of its own for either.
        sites = [office for office in name.offices if _NUMBERED.search(office)]
        places = (*places, *sites)
        degree = titles_of([degree, *(office for office in name.offices if office not in sites)])
    places = distinct([*places, place] if place else places)
    where = [
        Affiliation(iri=f"{iri}/affiliation/{number}", text=words, position=number)
        for number, words in enumerate(places, 1)
    ]
    reached = _reached(one) if contacts else {}
    label = name.label if any(map(str.isalpha, name.label)) else None
    if not (label or where or any(reached.values())):
        return []
    asked = Contact(
        iri=iri,
        label=label,
        given_name=name.given,
        family_name=name.family,
        name_suffix=name.suffix,
        degree=degree,
        contact_type=kind,
        position=position,
        **reached,
        affiliation=tuple(affiliation.iri for affiliation in where),
    )
    return [asked, *where]


def _reached(one: ContactOfStudy) -> dict[str, Any]:
    """Slots for address and number, the number with its extension."""
    phone = f"{one.phone} ext. {one.phone_ext}" if one.phone and one.phone_ext else one.phone
    return {"email": (one.email,) if one.email else (), "telephone": (phone,) if phone else ()}


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
