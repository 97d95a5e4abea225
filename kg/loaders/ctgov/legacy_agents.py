"""Organisations, people, places and publications of a study of the legacy XML.

Schema: https://clinicaltrials.gov/ct2/html/images/info/public.xsd
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.loaders.ctgov.legacy_values import Element, flat, text
from kg.loaders.ctgov.study import (
    AvailIpd,
    ContactOfStudy,
    ContactsLocationsModule,
    LargeDoc,
    Location,
    Official,
    Reference,
    ReferencesModule,
    ResponsibleParty,
    SeeAlsoLink,
    SponsorCollaboratorsModule,
    SponsorOfStudy,
)
from kg.loaders.ctgov.tokens import plain, sponsor_class, token, yes

Parts = Mapping[str, list[Element]]


def sponsors(parts: Parts) -> SponsorCollaboratorsModule | None:
    """Sponsor, collaborators and the responsible party."""
    listed = [(child.tag, _sponsor(flat(child))) for one in parts.get("sponsors", ()) for child in one]
    party = parts.get("responsible_party")
    if not listed and not party:
        return None
    return SponsorCollaboratorsModule(
        _responsible(flat(party[0])) if party else None,
        next((one for tag, one in listed if tag == "lead_sponsor"), None),
        tuple([one for tag, one in listed if tag == "collaborator"]),
    )


def _sponsor(found: Mapping[str, str]) -> SponsorOfStudy:
    kind = found.get("agency_class")
    return SponsorOfStudy(found.get("agency"), kind and sponsor_class(kind))


def _responsible(found: Mapping[str, str]) -> ResponsibleParty:
    """The new style names an investigator, the old one a person with title and an organisation."""
    kind = found.get("responsible_party_type")
    return ResponsibleParty(
        kind and token("ResponsibleParty", kind),
        found.get("investigator_full_name"),
        found.get("investigator_title"),
        found.get("investigator_affiliation"),
        found.get("name_title"),
        found.get("organization"),
    )


def places(parts: Parts) -> ContactsLocationsModule | None:
    """Officials, contacts and sites."""
    whom = [*parts.get("overall_contact", ()), *parts.get("overall_contact_backup", ())]
    officials, sites = parts.get("overall_official", ()), parts.get("location", ())
    if not whom and not officials and not sites:
        return None
    return ContactsLocationsModule(
        tuple([_contact(flat(one), "CONTACT") for one in whom]),
        tuple([_official(flat(one)) for one in officials]),
        tuple([_location(one) for one in sites]),
    )


def _name(found: Mapping[str, str]) -> str | None:
    """A name in the order of the API; newer records have all of it in the last part."""
    first = [found[part] for part in ("first_name", "middle_name", "last_name") if part in found]
    name = " ".join(first)
    return f"{name}, {found['degrees']}" if name and "degrees" in found else name or None


def _contact(found: Mapping[str, str], role: str) -> ContactOfStudy:
    return ContactOfStudy(
        _name(found),
        role,
        found.get("phone"),
        found.get("phone_ext"),
        found.get("email"),
        found.get("affiliation"),
    )


def _official(found: Mapping[str, str]) -> Official:
    role = found.get("role")
    return Official(_name(found), found.get("affiliation"), role and plain(role))


def _location(element: Element) -> Location:
    name, status = None, None
    address: dict[str, str] = {}
    contacts: list[ContactOfStudy] = []
    for child in element:
        if child.tag == "facility":
            name, address = _facility(child)
        elif child.tag == "status":
            status = token("OverallStatus", (child.text or "").strip()) or None
        elif child.tag in ("contact", "contact_backup"):
            contacts.append(_contact(flat(child), "CONTACT"))
        elif child.tag == "investigator":
            found = flat(child)
            contacts.append(_contact(found, plain(found.get("role", ""))))
    return Location(
        name,
        status,
        address.get("city"),
        address.get("state"),
        address.get("zip"),
        address.get("country"),
        tuple(contacts),
    )


def _facility(element: Element) -> tuple[str | None, dict[str, str]]:
    name: str | None = None
    address: dict[str, str] = {}
    for child in element:
        if child.tag == "address":
            address = flat(child)
        elif child.tag == "name":
            name = text(child)
    return name, address


def references(parts: Parts) -> ReferencesModule | None:
    """Publications, links and data that can be had elsewhere."""
    listed = [
        Reference(found.get("PMID"), kind, found.get("citation"))
        for tag, kind in (("reference", "BACKGROUND"), ("results_reference", "RESULT"))
        for one in parts.get(tag, ())
        if (found := flat(one))
    ]
    links = [SeeAlsoLink(found.get("description"), found.get("url")) for found in map(flat, parts.get("link", ()))]
    data = [_data(flat(one)) for part in parts.get("study_docs", ()) for one in part]
    return ReferencesModule(tuple(listed), tuple(links), tuple(data)) if listed or links or data else None


def _data(found: Mapping[str, str]) -> AvailIpd:
    return AvailIpd(found.get("doc_id"), found.get("doc_type"), found.get("doc_url"), found.get("doc_comment"))


def documents(listed: Sequence[Element]) -> tuple[LargeDoc, ...]:
    """Documents that the registry holds; the name of the file is the last part of its address."""
    return tuple([_document(flat(one)) for part in listed for one in part])


def _document(found: Mapping[str, str]) -> LargeDoc:
    return LargeDoc(
        has_protocol=yes(found.get("document_has_protocol")),
        has_sap=yes(found.get("document_has_sap")),
        has_icf=yes(found.get("document_has_icf")),
        label=found.get("document_type"),
        date=found.get("document_date"),
        filename=found.get("document_url", "").rpartition("/")[2] or None,
        url=found.get("document_url"),
    )
