"""From a trial of the portal to everything that it says.

Codes: ``trialPhase``, ``ageRangeCategory`` and ``mpRoleInTrial`` are those of the portal's own
filters and pages, https://euclinicaltrials.eu/ctis-public/search.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, TypeVar

from kg.loaders.ctis import course
from kg.loaders.ctis.design import arms, design, epochs
from kg.loaders.ctis.layout import Criterion, EndPoint, PartTwo, Product, Retrieved, SecondaryObjective, Sponsor
from kg.loaders.ctis.places import Layout
from kg.loaders.registry import agents, parts
from kg.loaders.registry.draft import Draft
from kg.loaders.registry.words import given, phase_tokens, sex, sex_of

REGISTRY = "CTIS"
PHASES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("1", "2", "3"), ("PHASE1",)),
    **{"4": ("PHASE2",), "5": ("PHASE3",), "6": ("PHASE4",)},
    **dict.fromkeys(("7", "8", "9"), ("PHASE1", "PHASE2")),
    **{"10": ("PHASE2", "PHASE3"), "11": ("PHASE3", "PHASE4")},
}
# "In utero", 1, is none of ours.
AGE_GROUPS = {"2": "CHILD", "3": "ADULT", "4": "OLDER_ADULT"}
# As the list of search results has them.
LISTED_AGES = {"0-17 years": "CHILD", "18-64 years": "ADULT", "65+ years": "OLDER_ADULT"}
# "Auxiliary", 4, may be a background treatment, a rescue medicine or a challenge agent: no one of our roles.
ROLES = {"1": "INVESTIGATIONAL", "2": "COMPARATOR", "3": "COMPARATOR"}
SPONSOR_CLASSES = {
    "pharmaceutical company": "INDUSTRY",
    "hospital/clinic/other health care facility": "OTHER",
    "educational institution": "OTHER",
}
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_DOCUMENT = "https://euclinicaltrials.eu/ctis-public-api/documents/{}/{}/download"
Numbered = TypeVar("Numbered", Criterion, EndPoint, SecondaryObjective)
_READ_DOCUMENTS = re.compile(r"protocol|informed consent|statistical analysis", re.IGNORECASE)


def trial_slots(draft: Draft, trial: Retrieved, layout: Layout) -> dict[str, Any]:
    """Slots of the trial that are values."""
    titles, objective = layout.details.clinical_trial_identifiers, layout.information.trial_objective
    listed = (
        [objective.main_objective, *(o.secondary_objective for o in in_order(objective.secondary_objectives))]
        if objective
        else []
    )
    return {
        "brief_title": draft.text(titles.public_title) if titles else None,
        "official_title": draft.text(titles.full_title) if titles else None,
        "acronym": draft.text(titles.short_title) if titles and is_acronym(titles.short_title) else None,
        "objective": draft.texts(listed),
        "study_type": "INTERVENTIONAL",
        "phase": _phase(trial, layout),
        "recruitment_country": draft.texts(
            [
                *(state.msc_name or state.country_name for state in layout.states),
                *(part.msc_info.country_name for part in layout.two if part.msc_info),
                *(country.name for country in layout.one.row_countries_info),
            ]
        ),
        "keyword": draft.texts(area.name for area in layout.one.therapeutic_areas),
        **course.status(draft, trial),
        **course.dates(trial, layout),
        **design(draft, layout),
        **_people(trial, layout),
    }


def _phase(trial: Retrieved, layout: Layout) -> tuple[str, ...]:
    category = layout.information.trial_category
    code = str(category.trial_phase) if category else ""
    return PHASES.get(code) or phase_tokens(trial.trial_phase)


def _people(trial: Retrieved, layout: Layout) -> dict[str, Any]:
    """Planned number in all countries, age groups, and whether healthy people take part."""
    counts = [part.recruitment_subject_count for part in layout.two]
    known = [count for count in counts if count is not None]
    total = sum(known) + (layout.one.row_subject_count or 0) if known and len(known) == len(counts) else None
    population = layout.information.population_of_trial_subjects
    groups = [(group.name or "").casefold() for group in population.clinical_trial_groups] if population else []
    listed = population.age_ranges if population else ()
    ages = [AGE_GROUPS.get(str(age.age_range_category or age.age_range_category_code)) for age in listed]
    if not ages:
        ages = [LISTED_AGES.get(words.strip()) for words in (trial.age_group or "").split(",")]
    return {
        "enrolment": total if total is None or total >= 0 else None,
        "enrolment_type": "ESTIMATED" if total is not None and total >= 0 else None,
        "age_group": tuple(sorted({age for age in ages if age})),
        "healthy_volunteers": any("healthy" in group for group in groups) if any(groups) else None,
    }


def trial_parts(draft: Draft, trial: Retrieved, layout: Layout) -> None:
    """Numbers, conditions, products, end points, eligibility, sponsors, sites and documents."""
    _numbers(draft, trial, layout)
    repeated = layout.information.medical_condition
    named = layout.one.medical_conditions or (repeated.part_i_medical_conditions if repeated else ())
    coded = repeated.meddra_condition_terms if repeated else ()
    names = draft.texts(one.medical_condition for one in named) or draft.texts(one.term_name for one in coded)
    parts.conditions(draft, names)
    epochs(draft, layout)
    arms(draft, layout)
    for product in layout.one.products:
        _product(draft, product)
    if points := layout.information.end_point:
        for kind, listed in {"PRIMARY": points.primary_end_points, "SECONDARY": points.secondary_end_points}.items():
            for one in in_order(listed):
                parts.outcome(draft, kind, one.end_point)
    _eligibility(draft, trial, layout)
    for sponsor in sorted(layout.one.sponsors, key=lambda one: not one.primary):
        _sponsor(draft, sponsor)
    for support in layout.information.source_of_monetary_support:
        agents.sponsor(draft, "FUNDER", support.organisation_name)
    for part in layout.two:
        _sites(draft, part, course.site_status(part.msc_info, layout.states))
    for document in trial.documents:
        if _READ_DOCUMENTS.search(document.document_type_label or ""):
            uuid = (document.uuid or "").lower()
            url = _DOCUMENT.format(trial.ct_number, uuid) if _UUID.fullmatch(uuid) else None
            parts.document(draft, document.title, kind=document.document_type_label, url=url)


def in_order(listed: Iterable[Numbered]) -> list[Numbered]:
    """Entries by their numbers, which the portal sorts as texts: 1, 10, 2."""
    return sorted(listed, key=lambda one: one.number or 0)


def _numbers(draft: Draft, trial: Retrieved, layout: Layout) -> None:
    found = parts.Identifiers(draft)
    found.own(trial.ct_number or "", REGISTRY)
    found.add(layout.eudra_ct, issuer="EudraCT")
    titles = layout.details.clinical_trial_identifiers
    others = titles.secondary_identifying_numbers if titles else None
    if others:
        for one, issuer in (
            (others.nct_number, "ClinicalTrials.gov"),
            (others.isrctn_number, "ISRCTN"),
            (others.who_universal_trial_number, "WHO"),
        ):
            found.add(one.number if one else None, issuer=issuer)
        for other in others.additional_registries:
            for number in (other.number or "").split(";"):
                found.add(number, issuer=given(other.other_registry_name))
    plans = layout.details.scientific_advice_and_pip
    for plan in plans.paediatric_investigation_plan if plans else ():
        found.add(plan.paediatric_investigation_number, issuer="EMA")
    if titles and not is_acronym(titles.short_title):
        names = [one.organisation.name for one in layout.one.sponsors if one.primary and one.organisation]
        found.add(titles.short_title, issuer=names[0] if names else None, kind="ORGANISATION")


def is_acronym(short_title: str | None) -> bool:
    """Whether a short title is a name such as FUNGEMAX, not the number of the protocol or a sentence."""
    words = (short_title or "").split()
    letters = "".join(words)
    return len(words) < 4 and sum(c.isupper() for c in letters) > 1 and not any(c.isdigit() for c in letters)


def _product(draft: Draft, product: Product) -> None:
    """A product under its name, with its active substances and the sponsor's code as other names."""
    entry = product.product_dictionary_info
    substances = given(product.json_active_substance_names) or (given(entry.active_substance_name) if entry else None)
    if not substances and entry:
        substances = ", ".join(draft.texts(one.act_subst_name for one in entry.product_substances))
    names = [
        product.product_name,
        product.name_display if not given(product.product_name) else None,
        entry.prod_name if entry else None,
        substances,
        entry.active_substance_other_descriptive_name if entry else None,
        entry.sponsor_product_code if entry else None,
        product.product_other_name,
    ]
    role = ROLES.get(str(product.mp_role_in_trial))
    description = "; ".join(
        words for one in (product.pharmaceutical_form_display, *product.routes) if (words := given(one))
    )
    if draft.times("product", *names, role, description):
        return
    origins = {(one.substance_origin or "").casefold() for one in entry.product_substances} if entry else set()
    chemical = product.all_substances_chemicals or origins == {"chemical"} or str(product.mp_role_in_trial) == "3"
    biological = any(origin.startswith("biolog") for origin in origins)
    kind = "BIOLOGICAL" if biological else "DRUG" if chemical else None
    parts.intervention(draft, None, kind=kind, role=role, description=description, other_names=names)
    for device in product.devices:
        if not draft.times("device", device.trade_name, device.description):
            parts.intervention(draft, device.trade_name, kind="DEVICE", description=device.description)


def _eligibility(draft: Draft, trial: Retrieved, layout: Layout) -> None:
    listed, population = layout.information.eligibility_criteria, layout.information.population_of_trial_subjects
    parts.eligibility(
        draft,
        inclusion=_listed(listed.principal_inclusion_criteria, "principal_inclusion_criteria") if listed else None,
        exclusion=_listed(listed.principal_exclusion_criteria, "principal_exclusion_criteria") if listed else None,
        sex=(sex_of(female=population.is_female_subjects, male=population.is_male_subjects) if population else None)
        or sex(trial.gender),
    )


def _listed(criteria: Iterable[Criterion], name: str) -> str:
    """Criteria one below the other; numbered where there are several and they bring no numbers of their own."""
    told = [(one.number, found) for one in in_order(criteria) if (found := given(getattr(one, name)))]
    plain = len(told) > 1 and not any(words[:1].isdigit() for _, words in told)
    # Their own numbers where each has another one, else the next.
    known = len({number for number, _ in told} - {None}) == len(told)
    return "\n".join(
        f"{number if known else place}. {words}" if plain else words for place, (number, words) in enumerate(told, 1)
    )


def _sponsor(draft: Draft, sponsor: Sponsor) -> None:
    """A sponsor; of several the primary one leads, the others share its duties."""
    contacts = (*sponsor.public_contacts, *sponsor.scientific_contacts)
    organisation = sponsor.organisation or next((one.organisation for one in contacts if one.organisation), None)
    if organisation:
        agents.sponsor(
            draft,
            "LEAD" if sponsor.primary else "COLLABORATOR",
            organisation.name,
            sponsor_class=SPONSOR_CLASSES.get((organisation.type or "").casefold())
            or ("INDUSTRY" if organisation.commercial else None),
            numbers=[organisation.business_key],
        )
    for kind, listed in {"public": sponsor.public_contacts, "scientific": sponsor.scientific_contacts}.items():
        for one in listed:
            named = agents.Named(draft, full=one.functional_name)
            mail, call = [one.functional_email_address], [one.telephone]
            place = one.organisation.name if one.organisation else None
            agents.contact(draft, named, kind=kind, emails=mail, telephones=call, affiliation=place)


def _sites(draft: Draft, part: PartTwo, status: str | None) -> None:
    """The sites of a member state, each with its investigator.

    :param status: token of the trial's status in that state.
    """
    state = part.msc_info.country_name if part.msc_info else None
    for site in part.trial_sites:
        info = site.organisation_address_info
        name = info.organisation.name if info and info.organisation else None
        address = info.address if info else None
        agents.site(
            draft,
            name,
            city=address.city if address else None,
            country=(address.country_name if address else None) or state,
            postal_code=address.postcode if address else None,
            status=status,
        )
        person = site.person_info
        if person:
            agents.investigator(
                draft,
                agents.Named(draft, given_name=person.first_name, family_name=person.last_name),
                kind="PRINCIPAL_INVESTIGATOR",
                affiliations=[name],
                emails=[person.email],
                telephones=[person.telephone],
            )
