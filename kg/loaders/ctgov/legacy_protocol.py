"""From the legacy XML of ClinicalTrials.gov to a study as the API lays it out.

Schema: https://clinicaltrials.gov/ct2/html/images/info/public.xsd, version of 2019-02-14; elements that its change
history names as retired are read from older copies.
"""

from __future__ import annotations

from collections.abc import Mapping

from kg.loaders.ctgov import legacy_agents as agents
from kg.loaders.ctgov import legacy_design as layout
from kg.loaders.ctgov.derived import sendings
from kg.loaders.ctgov.legacy_results import results
from kg.loaders.ctgov.legacy_values import Element, block, dated, flat, text, texts
from kg.loaders.ctgov.study import (
    BrowseModule,
    ConditionsModule,
    DerivedSection,
    DescriptionModule,
    DocumentSection,
    ExpandedAccessInfo,
    IdentificationModule,
    IdInfo,
    IpdSharingStatementModule,
    LargeDocumentModule,
    MeshOfStudy,
    MiscInfoModule,
    OrganizationOfStudy,
    OutcomesModule,
    OversightModule,
    ProtocolSection,
    StatusModule,
    Study,
    SubmissionTracking,
)
from kg.loaders.ctgov.tokens import info_type, plain, token, yes

# Elements that stand once and hold words only.
_SINGLE = {
    *("brief_title", "acronym", "official_title", "source", "overall_status", "last_known_status", "phase"),
    *("study_type", "study_design", "has_expanded_access", "target_duration", "biospec_retention"),
    *("verification_date", "study_first_submitted", "study_first_submitted_qc", "results_first_submitted"),
    *("results_first_submitted_qc", "disposition_first_submitted", "disposition_first_submitted_qc"),
    *("last_update_submitted", "last_update_submitted_qc", "firstreceived_date", "firstreceived_results_date"),
    *("firstreceived_results_disposition_date", "lastchanged_date"),
}
_PENDING = {"submitted": "RELEASE", "submission_canceled": "UNRELEASE", "returned": "RESET"}
Parts = Mapping[str, list[Element]]


def study(root: Element) -> Study:
    """The study that a ``clinical_study`` holds; one without a number has an empty one."""
    parts, single = _parts(root)
    protocol = ProtocolSection(
        identification_module=_identification(parts, single),
        status_module=_status(parts, single),
        sponsor_collaborators_module=agents.sponsors(parts),
        oversight_module=_oversight(flat(parts["oversight_info"][0])) if "oversight_info" in parts else None,
        description_module=_description(parts),
        conditions_module=_conditions(parts),
        design_module=layout.design(parts, single),
        arms_interventions_module=layout.treatment(parts),
        outcomes_module=_outcomes(parts),
        eligibility_module=layout.eligibility(parts["eligibility"][0]) if "eligibility" in parts else None,
        contacts_locations_module=agents.places(parts),
        references_module=agents.references(parts),
        ipd_sharing_statement_module=_sharing(parts["patient_data"][0]) if "patient_data" in parts else None,
    )
    found = parts.get("clinical_results")
    return Study(
        protocol_section=protocol,
        results_section=results(found[0]) if found else None,
        document_section=_documents(parts),
        derived_section=_derived(parts),
        has_results=bool(found),
    )


def _parts(root: Element) -> tuple[dict[str, list[Element]], dict[str, str]]:
    """The elements of a study by name, and the words of those that stand once and hold nothing else."""
    parts: dict[str, list[Element]] = {}
    single: dict[str, str] = {}
    for child in root:
        tag = child.tag
        if tag in _SINGLE:
            if words := text(child):
                single[tag] = words
        elif tag in parts:
            parts[tag].append(child)
        else:
            parts[tag] = [child]
    return parts, single


def _identification(parts: Parts, single: Mapping[str, str]) -> IdentificationModule:
    numbers: dict[str, list[Element]] = {}
    for part in parts.get("id_info", ()):
        for child in part:
            numbers.setdefault(child.tag, []).append(child)
    own = texts(numbers.get("org_study_id", []))
    source = single.get("source")
    return IdentificationModule(
        nct_id="".join(texts(numbers.get("nct_id", []))),
        nct_id_aliases=texts(numbers.get("nct_alias", [])),
        org_study_id_info=IdInfo(own[0]) if own else None,
        secondary_id_infos=tuple([IdInfo(one) for one in texts(numbers.get("secondary_id", []))]),
        organization=OrganizationOfStudy(source) if source else None,
        brief_title=single.get("brief_title"),
        official_title=single.get("official_title"),
        acronym=single.get("acronym"),
    )


def _status(parts: Parts, single: Mapping[str, str]) -> StatusModule:
    def date(name: str, former: str = "") -> str | None:
        written = single.get(name) or single.get(former)
        return None if written == "Unknown" else written

    def first(name: str) -> Element | None:
        return parts[name][0] if name in parts else None

    status, known, access = single.get("overall_status"), single.get("last_known_status"), "has_expanded_access"
    return StatusModule(
        status_verified_date=date("verification_date"),
        overall_status=status and token("OverallStatus", status),
        last_known_status=known and token("OverallStatus", known),
        why_stopped=block(first("why_stopped")),
        expanded_access_info=ExpandedAccessInfo(yes(single[access])) if access in single else None,
        start_date_struct=dated(first("start_date")),
        primary_completion_date_struct=dated(first("primary_completion_date")),
        completion_date_struct=dated(first("completion_date")),
        study_first_submit_date=date("study_first_submitted", "firstreceived_date"),
        study_first_submit_qc_date=date("study_first_submitted_qc"),
        study_first_post_date_struct=dated(first("study_first_posted")),
        results_first_submit_date=date("results_first_submitted", "firstreceived_results_date"),
        results_first_submit_qc_date=date("results_first_submitted_qc"),
        results_first_post_date_struct=dated(first("results_first_posted")),
        disp_first_submit_date=date("disposition_first_submitted", "firstreceived_results_disposition_date"),
        disp_first_submit_qc_date=date("disposition_first_submitted_qc"),
        disp_first_post_date_struct=dated(first("disposition_first_posted")),
        last_update_submit_date=date("last_update_submitted", "lastchanged_date"),
        last_update_submit_qc_date=date("last_update_submitted_qc"),
        last_update_post_date_struct=dated(first("last_update_posted")),
    )


def _oversight(found: Mapping[str, str]) -> OversightModule:
    return OversightModule(
        oversight_has_dmc=yes(found.get("has_dmc")),
        is_fda_regulated_drug=yes(found.get("is_fda_regulated_drug")),
        is_fda_regulated_device=yes(found.get("is_fda_regulated_device")),
        is_unapproved_device=yes(found.get("is_unapproved_device")),
        is_ppsd=yes(found.get("is_ppsd")),
        is_us_export=yes(found.get("is_us_export")),
    )


def _description(parts: Parts) -> DescriptionModule:
    brief, detailed = parts.get("brief_summary"), parts.get("detailed_description")
    return DescriptionModule(block(brief[0]) if brief else None, block(detailed[0]) if detailed else None)


def _conditions(parts: Parts) -> ConditionsModule:
    return ConditionsModule(texts(parts.get("condition", [])), texts(parts.get("keyword", [])))


def _outcomes(parts: Parts) -> OutcomesModule:
    return OutcomesModule(
        *(
            tuple([layout.outcome(one) for one in parts.get(tag, ())])
            for tag in ("primary_outcome", "secondary_outcome", "other_outcome")
        )
    )


def _sharing(element: Element) -> IpdSharingStatementModule:
    found = flat(element)
    plan = found.get("sharing_ipd")
    kinds = texts([child for child in element if child.tag == "ipd_info_type"])
    return IpdSharingStatementModule(
        plan and plain(plan),
        found.get("ipd_description"),
        tuple([info_type(kind) for kind in kinds]),
        found.get("ipd_time_frame"),
        found.get("ipd_access_criteria"),
        found.get("ipd_url"),
    )


def _documents(parts: Parts) -> DocumentSection | None:
    listed = parts.get("provided_document_section")
    return DocumentSection(LargeDocumentModule(large_docs=agents.documents(listed))) if listed else None


def _derived(parts: Parts) -> DerivedSection:
    countries = texts([one for part in parts.get("removed_countries", ()) for one in part])
    return DerivedSection(
        _browse(parts.get("condition_browse", ())),
        _browse(parts.get("intervention_browse", ())),
        MiscInfoModule(removed_countries=countries, submission_tracking=_pending(parts.get("pending_results", ()))),
    )


def _browse(listed: list[Element] | tuple[()]) -> BrowseModule | None:
    """MeSH terms by name only, those above the terms of the study among them."""
    terms = texts([one for part in listed for one in part])
    return BrowseModule(tuple([MeshOfStudy(term=term) for term in terms])) if terms else None


def _pending(listed: list[Element] | tuple[()]) -> SubmissionTracking | None:
    """Results that wait to be posted: each sending, with when it was cancelled or returned."""
    found = sendings((_PENDING.get(child.tag), (child.text or "").strip()) for part in listed for child in part)
    return SubmissionTracking(submission_infos=found) if found else None
