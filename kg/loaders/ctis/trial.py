"""From a trial of the portal to everything that it says.

Codes: ``trialPhase``, ``ageRangeCategory``, ``mpRoleInTrial`` and ``ctPublicStatusCode`` are those of the portal's own
filters and pages, https://euclinicaltrials.eu/ctis-public/search.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from kg.loaders.ctis.layout import Criterion, PartOne, PartTwo, Product, Retrieved, Sponsor, TrialDetails
from kg.loaders.ctis.layout import TrialInformation as Information
from kg.loaders.registry import agents, parts
from kg.loaders.registry.draft import Draft
from kg.loaders.registry.words import day, given, phase_tokens, sex_of

REGISTRY = "CTIS"
PHASES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("1", "2", "3"), ("PHASE1",)),
    **{"4": ("PHASE2",), "5": ("PHASE3",), "6": ("PHASE4",)},
    **dict.fromkeys(("7", "8", "9"), ("PHASE1", "PHASE2")),
    **{"10": ("PHASE2", "PHASE3"), "11": ("PHASE3", "PHASE4")},
}
# "In utero", 1, is none of ours.
AGE_GROUPS = {"2": "CHILD", "3": "ADULT", "4": "OLDER_ADULT"}
# "Auxiliary", 4, may be a background treatment, a rescue medicine or a challenge agent: no one of our roles.
ROLES = {"1": "INVESTIGATIONAL", "2": "COMPARATOR", "3": "COMPARATOR"}
# Words and token of the public status; an ended trial may have ended early, so that word has no token.
STATUSES: dict[int, tuple[str, str | None]] = {
    1: ("Under evaluation", None),
    2: ("Authorised, recruitment pending", "NOT_YET_RECRUITING"),
    3: ("Authorised, recruiting", "RECRUITING"),
    4: ("Ongoing, recruiting", "RECRUITING"),
    5: ("Ongoing, recruitment ended", "ACTIVE_NOT_RECRUITING"),
    6: ("Temporarily halted", "SUSPENDED"),
    7: ("Suspended", "SUSPENDED"),
    8: ("Ended", None),
    9: ("Expired", None),
    10: ("Revoked", None),
    11: ("Not authorised", None),
    12: ("Cancelled", None),
}
SPONSOR_CLASSES = {
    "pharmaceutical company": "INDUSTRY",
    "hospital/clinic/other health care facility": "OTHER",
    "educational institution": "OTHER",
}
_READ_DOCUMENTS = re.compile(r"protocol|informed consent|statistical analysis", re.IGNORECASE)


class Layout:
    """The parts of a trial from wherever they stand in either layout.

    :ivar one: what holds for all member states.
    :ivar two: what each member state adds.
    """

    def __init__(self, trial: Retrieved) -> None:
        application = trial.authorized_application
        self.one = (application.authorized_part_i if application else trial.authorized_part_i) or PartOne()
        self.two = application.authorized_parts_ii if application else trial.authorized_parts_ii
        self.states = application.member_states_concerned if application else trial.member_states_concerned
        eudra_ct = application.eudra_ct if application else trial.eudra_ct_info
        self.eudra_ct = eudra_ct.eudra_ct_code if eudra_ct else None
        submitted = application.application_info if application else ()
        first = [one.submission_date for one in submitted if one.type == "INITIAL"]
        self.submitted = min((found for one in [*first, trial.submission_date] if (found := day(one))), default=None)
        self.details = self.one.trial_details or TrialDetails()
        self.information = self.details.trial_information or Information()


def trial_slots(draft: Draft, trial: Retrieved, layout: Layout) -> dict[str, Any]:
    """Slots of the trial that are values."""
    titles, objective = layout.details.clinical_trial_identifiers, layout.information.trial_objective
    listed = (
        [objective.main_objective, *(o.secondary_objective for o in objective.secondary_objectives)]
        if objective
        else []
    )
    return {
        "brief_title": draft.text(titles.public_title) if titles else None,
        "official_title": draft.text(titles.full_title) if titles else None,
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
        **_status(trial),
        **_dates(trial, layout),
        **_people(layout),
    }


def _phase(trial: Retrieved, layout: Layout) -> tuple[str, ...]:
    category = layout.information.trial_category
    code = str(category.trial_phase) if category else ""
    return PHASES.get(code) or phase_tokens(trial.trial_phase)


def _status(trial: Retrieved) -> dict[str, str | None]:
    code = trial.ct_status if isinstance(trial.ct_status, int) else trial.ct_public_status_code
    if code in STATUSES:
        words, token = STATUSES[code]
        return {"status_text": words, "overall_status": token}
    words = str(trial.ct_status or "")
    token = "NOT_YET_RECRUITING" if words.casefold() == "authorised, not started" else None
    return {"status_text": given(words), "overall_status": token}


def _dates(trial: Retrieved, layout: Layout) -> dict[str, str | None]:
    """The first recruitment in any member state, else the planned one; the end likewise.

    The active period is the latest one: where recruitment was opened again it did not begin the trial.
    """
    states = [part.msc_info for part in layout.two if part.msc_info]
    periods = [
        one for state in states for one in (state.active_trial_recruitment_period, *state.trial_recruitment_period)
    ]
    began = min((found for one in periods if one and (found := day(one.recruitment_start_date))), default=None)
    duration = layout.information.trial_duration
    planned = day(duration.estimated_recruitment_start_date) if duration else None
    ends = (duration.estimated_global_end_date or duration.estimated_end_date) if duration else None
    ended = day(trial.end_date_eu, day_first=True)
    start, completion = began or planned, ended or day(ends)
    return {
        "start_date": start,
        "start_date_type": ("ACTUAL" if began else "ESTIMATED") if start else None,
        "completion_date": completion,
        "completion_date_type": ("ACTUAL" if ended else "ESTIMATED") if completion else None,
    }


def _people(layout: Layout) -> dict[str, Any]:
    """Planned number in all countries, age groups, and whether healthy people take part."""
    counts = [part.recruitment_subject_count for part in layout.two]
    known = [count for count in counts if count is not None]
    total = sum(known) + (layout.one.row_subject_count or 0) if known and len(known) == len(counts) else None
    population = layout.information.population_of_trial_subjects
    groups = [(group.name or "").casefold() for group in population.clinical_trial_groups] if population else []
    ages = [AGE_GROUPS.get(str(age.age_range_category)) for age in population.age_ranges] if population else []
    return {
        "enrolment": total if total is None or total >= 0 else None,
        "enrolment_type": "ESTIMATED" if total is not None and total >= 0 else None,
        "age_group": tuple(sorted({age for age in ages if age})),
        "healthy_volunteers": any("healthy" in group for group in groups) if any(groups) else None,
    }


def trial_parts(draft: Draft, trial: Retrieved, layout: Layout) -> None:
    """Numbers, conditions, products, end points, eligibility, sponsors, sites and documents."""
    _numbers(draft, trial, layout)
    parts.conditions(draft, (one.medical_condition for one in layout.one.medical_conditions))
    for product in layout.one.products:
        _product(draft, product)
    if points := layout.information.end_point:
        for kind, listed in {"PRIMARY": points.primary_end_points, "SECONDARY": points.secondary_end_points}.items():
            for one in listed:
                parts.outcome(draft, kind, one.end_point)
    _eligibility(draft, layout)
    for sponsor in sorted(layout.one.sponsors, key=lambda one: not one.primary):
        _sponsor(draft, sponsor)
    for support in layout.information.source_of_monetary_support:
        agents.sponsor(draft, "FUNDER", support.organisation_name)
    for part in layout.two:
        _sites(draft, part)
    for document in trial.documents:
        if _READ_DOCUMENTS.search(document.document_type_label or ""):
            parts.document(draft, document.title, kind=document.document_type_label)


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
            found.add(other.number, issuer=given(other.other_registry_name))
    if titles:
        names = [one.organisation.name for one in layout.one.sponsors if one.primary and one.organisation]
        found.add(titles.short_title, issuer=names[0] if names else None, kind="ORGANISATION")


def _product(draft: Draft, product: Product) -> None:
    """A product under its name, with its active substances and the sponsor's code as other names."""
    entry = product.product_dictionary_info
    substances = given(product.json_active_substance_names) or (given(entry.active_substance_name) if entry else None)
    names = [
        product.product_name,
        entry.prod_name if entry else None,
        substances,
        entry.active_substance_other_descriptive_name if entry else None,
        entry.sponsor_product_code if entry else None,
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


def _eligibility(draft: Draft, layout: Layout) -> None:
    listed, population = layout.information.eligibility_criteria, layout.information.population_of_trial_subjects
    parts.eligibility(
        draft,
        inclusion=_listed(listed.principal_inclusion_criteria, "principal_inclusion_criteria") if listed else None,
        exclusion=_listed(listed.principal_exclusion_criteria, "principal_exclusion_criteria") if listed else None,
        sex=sex_of(female=population.is_female_subjects, male=population.is_male_subjects) if population else None,
    )


def _listed(criteria: Iterable[Criterion], name: str) -> str:
    """Criteria one below the other; numbered where there are several and they bring no numbers of their own."""
    words = [found for one in criteria if (found := given(getattr(one, name)))]
    plain = len(words) > 1 and not any(one[:1].isdigit() for one in words)
    return "\n".join(f"{number}. {one}" if plain else one for number, one in enumerate(words, 1))


def _sponsor(draft: Draft, sponsor: Sponsor) -> None:
    """A sponsor; of several the primary one leads, the others share its duties."""
    organisation = sponsor.organisation
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
            agents.contact(draft, named, kind=kind, emails=mail, telephones=call)


def _sites(draft: Draft, part: PartTwo) -> None:
    """The sites of a member state, each with its investigator."""
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
