"""Numbers, titles and texts of a study."""

from __future__ import annotations

from typing import Any

from kg.loaders.ctgov.draft import Draft
from kg.loaders.ctgov.study import DescriptionModule, IdentificationModule, IdInfo, SeeAlsoLink
from kg.loaders.registry.numbers import number_of
from kg.model import TrialIdentifier, WebLink
from kg.rdf.iris import clinical_trials, clinical_trials_page, under, web

REGISTRY = "ClinicalTrials.gov"
# Kinds of further number: ours, and who issues numbers of the kind where the record does not say.
KINDS = {
    "NIH": ("GRANT", "U.S. National Institutes of Health"),
    "FDA": ("GRANT", "U.S. Food and Drug Administration"),
    "VA": ("GRANT", "U.S. Department of Veterans Affairs"),
    "CDC": ("GRANT", "U.S. Centers for Disease Control and Prevention"),
    "SAMHSA": ("GRANT", "U.S. Substance Abuse and Mental Health Services Administration"),
    "AHRQ": ("GRANT", "U.S. Agency for Healthcare Research and Quality"),
    "OTHER_GRANT": ("GRANT", None),
    "EUDRACT_NUMBER": ("REGISTRY", "EudraCT"),
    "CTIS": ("REGISTRY", "CTIS"),
    "REGISTRY": ("REGISTRY", None),
    "OTHER": ("SECONDARY", None),
}


def identifiers(draft: Draft, module: IdentificationModule) -> tuple[str, ...]:
    """The number in the registry, the organisation's own, further ones, and former numbers of the same record."""
    found = [_identifier(draft, 1, draft.key, "REGISTRY", REGISTRY)]
    own, organization = module.org_study_id_info, module.organization
    if own and own.id:
        issuer = draft.name(organization.full_name) if organization else None
        if own.type and own.type not in KINDS:
            draft.not_understood("Organization ID Type", own.type)
        kind = KINDS.get(own.type or "", ("ORGANISATION", None))
        kind = kind if kind[0] == "GRANT" else ("ORGANISATION", None)
        found.append(_identifier(draft, 2, own.id, kind[0], kind[1] or issuer, own.link))
    for info in module.secondary_id_infos:
        if info.id:
            found.append(_secondary(draft, len(found) + 1, info))
    for alias in dict.fromkeys(module.nct_id_aliases):
        if alias and alias != draft.key:
            found.append(_identifier(draft, len(found) + 1, alias, "ALIAS", REGISTRY))
    return tuple(found)


def _secondary(draft: Draft, number: int, info: IdInfo) -> str:
    """A further number; one of no kind whose form tells a registry is that registry's, whoever is said to issue it."""
    if info.type in (None, "", "OTHER") and (found := number_of(info.id or "")).registry:
        return _identifier(draft, number, found.value, "REGISTRY", found.registry, info.link)
    kind, issuer = KINDS.get(info.type or "OTHER", ("SECONDARY", None))
    if info.type and info.type not in KINDS:
        draft.not_understood("Secondary ID Type", info.type)
    return _identifier(draft, number, info.id or "", kind, draft.name(info.domain) or issuer, info.link)


def _identifier(draft: Draft, number: int, value: str, kind: str, issuer: str | None, link: str | None = None) -> str:
    iri = under(draft.record, "identifier", number)
    address = web(link) if link else None
    if link and not address:
        draft.not_understood("Link of an ID", link, iri)
    links = (address,) if address else ()
    draft.records.append(TrialIdentifier(iri=iri, id_value=value, id_type=kind, id_issuer=issuer, id_link=links))
    return iri


def titles(draft: Draft, module: IdentificationModule, described: DescriptionModule | None) -> dict[str, Any]:
    """Slots of the trial that name and describe it; titles and summary are told."""
    brief, official = draft.name(module.brief_title), draft.name(module.official_title)
    summary = draft.text(described.brief_summary) if described else None
    draft.tell("title", brief)
    draft.tell("official title", official)
    draft.tell("summary", summary)
    return {
        "label": brief or official,
        "registry_id": (draft.key,),
        "same_as": (clinical_trials(draft.key),),
        "brief_title": brief,
        "official_title": official,
        "acronym": draft.name(module.acronym),
        "brief_summary": summary,
        "detailed_description": draft.text(described.detailed_description) if described else None,
    }


def links(draft: Draft, listed: tuple[SeeAlsoLink, ...]) -> dict[str, Any]:
    """The page of the record and the pages that it points to, these with their names too."""
    addresses, named = [clinical_trials_page(draft.key)], list[str]()
    for link in listed:
        address = web(link.url) if link.url else None
        label = draft.name(link.label)
        if address:
            addresses.append(address)
        elif link.url:
            draft.not_understood("See Also Link", link.url)
        if label:
            named.append(under(draft.record, "link", len(named) + 1))
            draft.records.append(WebLink(iri=named[-1], label=label, url=(address,) if address else ()))
    return {"url": tuple(dict.fromkeys(addresses)), "web_link": tuple(named)}
