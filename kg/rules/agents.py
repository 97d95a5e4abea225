"""Which organisation and which person a name in a record means, and the nodes of those that need one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from kg.evidence import Quote
from kg.extract.legal_forms import besides_legal_forms
from kg.extract.officials import ORGANISATION, UNIT
from kg.model import Affiliation, Authorship, InvestigatorRole, Organisation, Person, Record, Site, SponsorRole
from kg.model import predicates as P
from kg.rdf.iris import organisation, person_by_orcid, person_of_mention, slug
from kg.rdf.prefixes import PREFIXES
from kg.rules.conclusions import Conclusions, Known
from kg.vocab import Vocabulary

# Names of people with their degree, and what registries print where a site's name is kept back.
_DEGREE = re.compile(r",\s*(?:M\.?D\.?|Ph\.?D\.?|MBBS|DO|PharmD|Prof\.?|Dr\.?|MSc|MPH|RN)\b", re.IGNORECASE)
_ANY_SITE = re.compile(
    r"(?:clinical |investigational |study )*"
    r"(?:research|investigational|investigative|clinical|study|trial|local)\s+(?:study\s+)?"
    r"(?:sites?|institution|facility|cent(?:er|re)|investigator)\b(?! of| for)",
    re.IGNORECASE,
)
# Words of no surname; Chu is one besides a hospital.
_WORKPLACE = re.compile(r"\b(?:universi|hospital|hôpital|hopital|institut|ministry|academy|foundation)", re.IGNORECASE)
# What companies call the sites of their trials, whatever their place: "Lark Investigational Site", "#12 selected site".
_UNNAMED_SITE = re.compile(
    r"\b(?:investigational|investigative|investigator|selected|other|clinical (?:study|trial)|study|trial)\s+sites?\b"
    r"|\badditional information regarding\b",
    re.IGNORECASE,
)
_SITE_OF = re.compile(r"(?P<first>\S++).*\b(?:clinical|research)\s+sites?[\s\d#-]*", re.IGNORECASE)
_COMPANY = re.compile(
    r"\b(?:inc|ltd|llc|gmbh|corp|s\.a|pharma\w*|call cent(?:er|re)|clinical trials?)\b\.?", re.IGNORECASE
)
TITLE = "Organisations and people behind the names in records"


def conclude(known: Known, vocabulary: Vocabulary) -> Conclusions:  # noqa: ARG001  (every rule set has this signature)
    """Organisations of sponsors, sites and plain affiliations; people of investigators and authors."""
    found = Conclusions("agents", known.reading.record)
    places = places_by_name(known)
    people = {slug(one.label) for one in known.all_of(InvestigatorRole) if one.label and is_a_person(one, known)}
    sponsors = {word for one in known.all_of(SponsorRole) for word in slug(one.label or "").split("-")}
    for record in known.all_of(SponsorRole, Site, Affiliation):
        if isinstance(record, SponsorRole) and (record.sponsor_class == "INDIV" or slug(record.label or "") in people):
            continue
        site_of = _SITE_OF.fullmatch(record.label or "") if isinstance(record, Site) else None
        if site_of and slug(site_of["first"]) in sponsors:
            continue
        slot = "text" if isinstance(record, Affiliation) else "label"
        name = getattr(record, slot)
        if name and is_an_organisation(name, words_only=slot == "text"):
            an_organisation(record, name, place_of(record, name, places), known.quote_of(record, slot), found)
    for investigator in known.all_of(InvestigatorRole):
        a_person(investigator, known, found)
    for author in known.all_of(Authorship):
        a_person(author, known, found)
    return found


def place_of(record: Record, name: str, places: Mapping[str, Site]) -> Site | None:
    """The site that gives the place of an organisation, if any.

    A sponsor is the same in every trial, so its organisation is that of its name alone: a site called "Pfizer" in
    Tokyo does not move the company there. Who updated a page that names no sponsor is known by that page alone, and is
    its site where the names are the same.
    """
    if isinstance(record, Site):
        return record
    if isinstance(record, SponsorRole) and record.sponsor_type != "UPDATED_BY":
        return None
    return places.get(slug(name))


def places_by_name(known: Known) -> dict[str, Site]:
    """Of each normalised name the site that has it, where all sites of the name are at one place.

    So an affiliation that gives no place, or who updated a page, is the same organisation as the site of the same name.
    """
    places: dict[str, dict[tuple[str | None, str | None], Site]] = {}
    for site in known.all_of(Site):
        places.setdefault(slug(site.label or ""), {}).setdefault((site.city, site.country), site)
    return {name: next(iter(found.values())) for name, found in places.items() if len(found) == 1}


# Sponsors and sites repeat from record to record.
@lru_cache(maxsize=1 << 14)
def is_an_organisation(name: str, *, words_only: bool) -> bool:
    """Whether a name is of one organisation: not of a person, nor what every record calls its sites.

    :param words_only: for the words of an affiliation, which must besides be nothing but a name of an organisation:
        no list of parts, no address, no department of who knows what.

    >>> [is_an_organisation(name, words_only=True) for name in ("Lark Pharma, Inc.", "Lark Hospital, Wren", "Inc.")]
    [True, False, False]
    """
    if (
        not slug(name)
        or not is_a_name(name)
        or _ANY_SITE.match(name)
        or _UNNAMED_SITE.search(name)
        or ("," in name and _DEGREE.search(name))
    ):
        return False
    if not words_only:
        return True
    before, _, last = name.rpartition(",")
    # As in: Lark Pharmaceuticals, Inc.
    short = before if before and not is_a_name(last) else name
    plain = "," not in short and ";" not in name and not any(c.isdigit() for c in name)
    return plain and bool(ORGANISATION.search(name)) and not UNIT.match(name)


def is_a_name(name: str) -> bool:
    """Whether words name something: not a number alone, nor the legal form of a company.

    >>> [is_a_name(name) for name in ("13", "Inc.", "Co., Ltd.", "S.A.", "Site 13", "3M")]
    [False, False, False, False, True, True]
    """
    return not all(word.isdecimal() for word in besides_legal_forms(name))


def an_organisation(record: Record, name: str, site: Site | None, quote: Quote | None, found: Conclusions) -> None:
    """The organisation of a name, told from its namesakes by its place where the record gives one."""
    place = [part for part in (site.city, site.country) if part] if site else []
    iri = organisation(name, *place)
    found.describe(
        Organisation(
            iri=iri,
            label=name,
            city=site.city if site else None,
            region=site.region if site else None,
            country=site.country if site else None,
        )
    )
    kind = "NAME_AND_PLACE" if place else "LABEL"
    found.conclude(
        record.iri,
        P.DENOTES,
        f"<{iri}>",
        rule="organisation-by-name-and-place" if place else "organisation-by-name",
        quote=quote,
        matched=name,
        match_kind=kind,
        confidence="0.9" if place else "0.8",
    )


def is_a_person(role: InvestigatorRole | Authorship, known: Known) -> bool:
    """Whether a role is that of a person: it has a surname, and its name is no company's nor that of its affiliation.

    Registries print a company as its own official: ``Study Director: Lark Swann, Lark Swann``.
    """
    if not role.family_name or (role.label and _COMPANY.search(role.label)):
        return False
    if not isinstance(role, InvestigatorRole):
        return True
    work = (known.get(iri) for iri in role.affiliation)
    names = {slug(one.text or "") for one in work if isinstance(one, Affiliation)}
    return slug(role.label or "") not in names and not _WORKPLACE.search(role.label or "")


def a_person(role: InvestigatorRole | Authorship, known: Known, found: Conclusions) -> None:
    """The person of a role: known by ORCID, else by this mention alone. Groups and offices are no persons."""
    if not is_a_person(role, known):
        return
    if role.orcid:
        iri, kind, confidence = person_by_orcid(role.orcid.removeprefix(PREFIXES["ORCID"])), "IDENTIFIER", "0.99"
    else:
        iri, kind, confidence = person_of_mention(role.iri), "MENTION", "1.0"
    found.describe(
        Person(
            iri=iri,
            label=role.label,
            family_name=role.family_name,
            given_name=role.given_name,
            same_as=(role.orcid,) if role.orcid else (),
        )
    )
    quote = known.quote_of(role, "label")
    found.conclude(
        role.iri, P.DENOTES, f"<{iri}>", rule="person-of-role", quote=quote, match_kind=kind, confidence=confidence
    )
