"""Status, dates, design and oversight of a study: slots of the trial and of the registry's record."""

from __future__ import annotations

from typing import Any

from kg.loaders.ctgov.draft import Draft
from kg.loaders.ctgov.study import (
    DesignInfo,
    DesignModule,
    ExpandedAccessInfo,
    ExpandedAccessTypes,
    OversightModule,
    StatusModule,
)
from kg.model.enums import OVERALL_STATUS
from kg.rdf.iris import trial

_BIOSPECIMENS = {
    "NONE_RETAINED": "None Retained",
    "SAMPLES_WITH_DNA": "Samples With DNA",
    "SAMPLES_WITHOUT_DNA": "Samples Without DNA",
}


def status(draft: Draft, module: StatusModule) -> dict[str, Any]:
    """Slots of the trial: its status, and its dates with those that they are sorted by."""
    start, start_type = draft.dated("Study Start", module.start_date_struct)
    primary, primary_type = draft.dated("Primary Completion", module.primary_completion_date_struct)
    completion, completion_type = draft.dated("Study Completion", module.completion_date_struct)
    return {
        "overall_status": draft.token("OverallStatus", "Overall Status", module.overall_status),
        "status_text": None if module.overall_status in OVERALL_STATUS else draft.text(module.overall_status),
        "last_known_status": draft.token("OverallStatus", "Last Known Status", module.last_known_status),
        "why_stopped": draft.text(module.why_stopped),
        "posting_delayed": module.delayed_posting,
        "start_date": start,
        "start_date_type": start_type,
        "start_date_sort": start and (start + "-01-01")[:10],
        "primary_completion_date": primary,
        "primary_completion_date_type": primary_type,
        "primary_completion_date_sort": primary and (primary + "-01-01")[:10],
        "completion_date": completion,
        "completion_date_type": completion_type,
        "completion_date_sort": completion and (completion + "-01-01")[:10],
        **(expanded_access(draft, module.expanded_access_info) if module.expanded_access_info else {}),
    }


def expanded_access(draft: Draft, info: ExpandedAccessInfo) -> dict[str, Any]:
    """Whether the product can be had outside the trial, and the record of that."""
    number = info.nct_id
    if number and not is_number(number):
        draft.not_understood("Expanded Access NCT ID", number)
        number = None
    return {
        "has_expanded_access": info.has_expanded_access,
        "expanded_access_record": (trial(number),) if number else (),
        "expanded_access_status": draft.token("OverallStatus", "Expanded Access Status", info.status_for_nct_id),
    }


def is_number(key: str) -> bool:
    """Whether a text is a number of the registry: NCT and eight digits."""
    return len(key) == 11 and key[:3] == "NCT" and key[3:].isascii() and key[3:].isdigit()


def dates_of_record(draft: Draft, module: StatusModule) -> dict[str, Any]:
    """Slots of the registry's record: when it was submitted, checked, posted and verified."""
    first, first_type = draft.dated("First Posted", module.study_first_post_date_struct)
    results, results_type = draft.dated("Results First Posted", module.results_first_post_date_struct)
    certified, certified_type = draft.dated("Certification First Posted", module.disp_first_post_date_struct)
    last, last_type = draft.dated("Last Update Posted", module.last_update_post_date_struct)
    verified = draft.date("Record Verification Date", module.status_verified_date)
    return {
        "first_submitted": draft.date("First Submitted", module.study_first_submit_date),
        "first_submitted_qc": draft.date("First Submitted QC", module.study_first_submit_qc_date),
        "first_posted": first,
        "first_posted_type": first_type,
        "results_first_submitted": draft.date("Results First Submitted", module.results_first_submit_date),
        "results_first_submitted_qc": draft.date("Results First Submitted QC", module.results_first_submit_qc_date),
        "results_first_posted": results,
        "results_first_posted_type": results_type,
        "results_waived": module.results_waived,
        "disposition_first_submitted": draft.date("Certification First Submitted", module.disp_first_submit_date),
        "disposition_first_submitted_qc": draft.date(
            "Certification First Submitted QC", module.disp_first_submit_qc_date
        ),
        "disposition_first_posted": certified,
        "disposition_first_posted_type": certified_type,
        "last_update_submitted": draft.date("Last Update Submitted", module.last_update_submit_date),
        "last_update_submitted_qc": draft.date("Last Update Submitted QC", module.last_update_submit_qc_date),
        "last_update_posted": last,
        "last_update_posted_type": last_type,
        # The registry keeps the month, and some copies add the first day of it.
        "last_verified": verified and verified[:7],
    }


def design(draft: Draft, module: DesignModule) -> dict[str, Any]:
    """Slots of the trial: what kind of study it is, how it is laid out and how many take part."""
    enrolled, kept = module.enrollment_info, module.bio_spec
    count = enrolled.count if enrolled else None
    if count is not None and count < 0:
        draft.not_understood("Enrollment", count)
        count = None
    return {
        "study_type": draft.token("StudyType", "Study Type", module.study_type),
        "phase": draft.tokens("Phase", "Phase", module.phases),
        "enrolment": count,
        "enrolment_type": draft.token("DateType", "Enrollment Type", enrolled.type) if enrolled else None,
        "patient_registry": module.patient_registry,
        "target_duration": draft.text(module.target_duration),
        "biospecimen_retention": _BIOSPECIMENS.get(kept.retention or "", kept.retention) if kept else None,
        "biospecimen_description": draft.text(kept.description) if kept else None,
        "expanded_access_type": _access_types(module.expanded_access_types) if module.expanded_access_types else (),
        **(_layout(draft, module.design_info) if module.design_info else {}),
    }


def _layout(draft: Draft, info: DesignInfo) -> dict[str, Any]:
    masking = info.masking_info
    return {
        "allocation": draft.token("Allocation", "Allocation", info.allocation),
        "intervention_model": draft.token("InterventionModel", "Intervention Model", info.intervention_model),
        "intervention_model_description": draft.text(info.intervention_model_description),
        "primary_purpose": draft.token("PrimaryPurpose", "Primary Purpose", info.primary_purpose),
        "observational_model": draft.token("ObservationalModel", "Observational Model", info.observational_model),
        "time_perspective": draft.token("TimePerspective", "Time Perspective", info.time_perspective),
        "masking": draft.token("Masking", "Masking", masking.masking) if masking else None,
        "masking_description": draft.text(masking.masking_description) if masking else None,
        "who_masked": draft.tokens("MaskedParty", "Who is Masked", masking.who_masked) if masking else (),
    }


def _access_types(types: ExpandedAccessTypes) -> tuple[str, ...]:
    given = {"individual": types.individual, "intermediate": types.intermediate, "treatment": types.treatment}
    return tuple(name for name, is_so in given.items() if is_so)


def oversight(module: OversightModule) -> dict[str, Any]:
    """Slots of the trial: who watches it and which U.S. rules it falls under."""
    return {
        "data_monitoring_committee": module.oversight_has_dmc,
        "fda_regulated_drug": module.is_fda_regulated_drug,
        "fda_regulated_device": module.is_fda_regulated_device,
        "unapproved_device": module.is_unapproved_device,
        "pediatric_postmarket_surveillance": module.is_ppsd,
        "exported_from_us": module.is_us_export,
        "fdaaa_violation": module.fdaaa801_violation,
    }
