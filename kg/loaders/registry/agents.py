"""Organisations, people and places of a registry record, each with its number in the record."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.extract.officials import person
from kg.extract.words import Words
from kg.loaders.registry.draft import Draft
from kg.loaders.registry.words import given
from kg.model import Affiliation, Contact, InvestigatorRole, Site, SponsorRole
from kg.rdf import iris
from kg.rdf.iris import under

_ORCID = re.compile(r"(?:https?://orcid\.org/)?((?:\d{4}-){3}\d{3}[\dX])/?")


def sponsor(
    draft: Draft,
    kind: str,
    name: str | None,
    *,
    sponsor_class: str | None = None,
    numbers: Iterable[str | None] = (),
) -> None:
    """An organisation in one part; the same name in the same part once.

    :param kind: token of the enumeration SponsorType.
    :param sponsor_class: token of the enumeration SponsorClass.
    :param numbers: by which the source tells the organisation from others.
    """
    label = draft.text(name)
    if label is None or draft.times("sponsor", label, kind):
        return
    draft.records.append(
        SponsorRole(
            iri=draft.child("sponsor"),
            label=label,
            sponsor_type=kind,
            sponsor_class=sponsor_class,
            organisation_id=tuple(dict.fromkeys(number for one in numbers if (number := given(one)))),
        )
    )


def site(
    draft: Draft,
    name: str | None,
    *,
    city: str | None = None,
    region: str | None = None,
    country: str | None = None,
    postal_code: str | None = None,
    status: str | None = None,
) -> None:
    """A place where the trial takes place.

    :param status: token of the enumeration OverallStatus.
    """
    made = Site(
        iri="",
        label=draft.text(name),
        city=given(city),
        region=given(region),
        country=given(country),
        postal_code=given(postal_code),
        site_status=status,
    )
    if made == Site(iri=""):
        return
    fields = {
        slot: getattr(made, slot) for slot in ("label", "city", "region", "country", "postal_code", "site_status")
    }
    draft.records.append(Site(iri=draft.child("site"), position=draft.count("site"), **fields))


class Named:
    """A person or office as a record names them.

    :ivar label: name as one text.
    """

    def __init__(
        self,
        draft: Draft,
        *,
        full: str | None = None,
        given_name: str | None = None,
        family_name: str | None = None,
        title: str | None = None,
    ) -> None:
        self.given_name, self.family_name = draft.text(given_name), draft.text(family_name)
        self.degree = draft.text(title)
        self.label = " ".join(part for part in (self.given_name, self.family_name) if part) or draft.text(full)
        if self.label and not self.family_name:
            found = person(Words.at(self.label, 0, len(self.label)))
            self.given_name = found.given.text if found.given else None
            self.family_name = found.family.text if found.family else None


def investigator(
    draft: Draft,
    named: Named,
    *,
    kind: str,
    affiliations: Iterable[str | None] = (),
    orcid: str | None = None,
    emails: Iterable[str | None] = (),
    telephones: Iterable[str | None] = (),
) -> None:
    """A person with an office in the trial; addresses and numbers only where contacts are asked for.

    :param kind: token of the enumeration InvestigatorType.
    """
    if not named.label:
        return
    iri = draft.child("investigator")
    places = draft.texts(affiliations)
    draft.records.append(
        InvestigatorRole(
            iri=iri,
            label=named.label,
            position=draft.count("investigator"),
            family_name=named.family_name,
            given_name=named.given_name,
            degree=named.degree,
            orcid=orcid_address(orcid),
            email=_reached(draft, emails),
            telephone=_reached(draft, telephones),
            investigator_type=kind,
            affiliation=tuple(under(iri, "affiliation", number) for number in range(1, len(places) + 1)),
        )
    )
    for number, place in enumerate(places, 1):
        draft.records.append(Affiliation(iri=under(iri, "affiliation", number), text=place, position=number))


def contact(
    draft: Draft,
    named: Named,
    *,
    kind: str,
    emails: Iterable[str | None] = (),
    telephones: Iterable[str | None] = (),
    affiliation: str | None = None,
) -> None:
    """Whom to ask about the trial; one without a name is nothing unless addresses are kept."""
    mail, calls = _reached(draft, emails), _reached(draft, telephones)
    if not named.label and not mail and not calls:
        return
    iri, place = draft.child("contact"), draft.text(affiliation)
    draft.records.append(
        Contact(
            iri=iri,
            label=named.label,
            position=draft.count("contact"),
            family_name=named.family_name,
            given_name=named.given_name,
            degree=named.degree,
            contact_type=kind,
            email=mail,
            telephone=calls,
            affiliation=(under(iri, "affiliation", 1),) if place else (),
        )
    )
    if place:
        draft.records.append(Affiliation(iri=under(iri, "affiliation", 1), text=place, position=1))


def _reached(draft: Draft, written: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for words in written if (one := given(words)))) if draft.contacts else ()


def orcid_address(written: str | None) -> str | None:
    """The address of an ORCID iD; None for what is none.

    >>> orcid_address("0000-0002-1825-0097"), orcid_address("n/a")
    ('https://orcid.org/0000-0002-1825-0097', None)
    """
    found = _ORCID.fullmatch((written or "").strip())
    return iris.orcid(found[1]) if found else None
