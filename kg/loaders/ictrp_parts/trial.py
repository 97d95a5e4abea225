"""From a row of ICTRP, by the names of its columns, to everything that it says.

Columns: https://www.who.int/tools/clinical-trials-registry-platform. The platform repeats what
registries tell it: words of one registry mean what they mean there, so tokens are given only where they mean the same
everywhere.
"""

from __future__ import annotations

import re
from typing import Any

from kg.extract.tokens import token_of
from kg.loaders.ictrp_parts.conditions import areas, codes, codes_of_names, condition_names
from kg.loaders.ictrp_parts.days import platform_day
from kg.loaders.ictrp_parts.design import design
from kg.loaders.ictrp_parts.eligibility import age_groups, eligibility
from kg.loaders.ictrp_parts.interventions import interventions
from kg.loaders.ictrp_parts.outcomes import labels_of, outcomes
from kg.loaders.ictrp_parts.row import Row
from kg.loaders.registry import agents, outputs, parts
from kg.loaders.registry.draft import Draft
from kg.loaders.registry.words import given, phase_tokens, whole_number
from kg.rdf.iris import web

_STATUSES = {
    "recruiting",
    "not yet recruiting",
    "completed",
    "terminated",
    "suspended",
    "withdrawn",
    "active, not recruiting",
    "enrolling by invitation",
}
_GRANTS = re.compile(r"Grant Codes?:\s*(.*)", re.IGNORECASE)
_PLAN = re.compile(r"(yes|no|undecided)(?:\s+[-–]\s+|\Z)", re.IGNORECASE)
_GROUP = re.compile(r"[^:;]+:\s*(\d{1,9})\s*")


def trial_slots(draft: Draft, row: Row) -> dict[str, Any]:
    """Slots of the trial that are values."""
    link = web(row.get("web_address") or "")
    start, ended = platform_day(row.get("date_enrollement")), platform_day(row.get("results_date_completed"))
    kind = (row.get("type_enrolment") or "").casefold()
    final = whole_number(row.get("results_actual_enrollment"))
    size = final if final is not None else _size(row)
    words = row.get("recruitment_status")
    known = words is not None and words.casefold() in _STATUSES and not row.of_one_country
    slots: dict[str, Any] = {
        "url": (link,) if link else (),
        "brief_title": draft.text(row.get("public_title")),
        "official_title": draft.text(row.get("scientific_title")),
        "acronym": draft.text(row.get("acronym")),
        "study_type": _study_type(row.get("study_type")),
        "patient_registry": True if "[patient registry]" in (row.get("study_type") or "").casefold() else None,
        "phase": phase_tokens(row.written("phase")),
        "status_text": draft.text(words),
        "overall_status": token_of("OverallStatus", words) if words and known else None,
        "start_date": start,
        "start_date_type": token_of("DateType", kind) if start and kind else None,
        "completion_date": ended,
        "enrolment": size,
        "enrolment_type": None if size is None else "ESTIMATED" if final is None else "ACTUAL",
        "age_group": age_groups(row),
        "recruitment_country": draft.texts(row.listed("countries")),
        "objective": draft.texts(map(labels_of(row, "primary_outcome").get, ("main objective", "secondary objective"))),
        "keyword": draft.texts(areas(row)),
        "condition_code": codes(row),
    }
    return {**slots, **design(draft, row)}


def _size(row: Row) -> int | None:
    """How many people are wanted; the Chinese registry lists each of its groups with its number."""
    written = row.get("target_size")
    groups = [_GROUP.fullmatch(part) for part in (written or "").split(";") if part.strip()]
    if row.number.registry == "ChiCTR" and groups and all(groups):
        return whole_number(sum(int(group[1]) for group in filter(None, groups)))
    return whole_number(written)


def _study_type(written: str | None) -> str | None:
    words = (written or "").casefold()
    for beginning, token in {"intervention": "INTERVENTIONAL", "observation": "OBSERVATIONAL"}.items():
        if words.startswith(beginning):
            return token
    return "EXPANDED_ACCESS" if words == "expanded access" else None


def trial_parts(draft: Draft, row: Row) -> None:
    """Numbers, conditions, interventions, outcomes, eligibility, sponsors, contacts and sharing."""
    _numbers(draft, row)
    parts.conditions(draft, condition_names(row), codes_of_names(row))
    interventions(draft, row)
    outcomes(draft, row)
    eligibility(draft, row)
    _sponsors(draft, row)
    _contacts(draft, row, "contact", "public")
    _contacts(draft, row, "scientific", "scientific")
    _sharing(draft, row)
    _outputs(draft, row)


def _sponsors(draft: Draft, row: Row) -> None:
    """Sponsors, and who pays with the numbers of grants."""
    agents.sponsor(draft, "LEAD", row.get("primary_sponsor"))
    for name in row.listed("secondary_sponsor"):
        agents.sponsor(draft, "COLLABORATOR", name)
    grants = parts.Identifiers(draft)
    for name in row.listed("source_support"):
        if codes := _GRANTS.fullmatch(name):
            for code in codes[1].split(","):
                grants.add(code, kind="GRANT")
        elif not name.casefold().startswith("please refer to"):
            agents.sponsor(draft, "FUNDER", name)


def _sharing(draft: Draft, row: Row) -> None:
    """The plan to share data of participants; ClinicalTrials.gov's says in words what its first word says."""
    words = row.get("results_ipd_plan") or ""
    plan = _PLAN.match(words)
    described = row.get("results_ipd_description") or (words[plan.end() :] if plan else None)
    parts.sharing(draft, plan[1].upper() if plan else None, description=described)


def _outputs(draft: Draft, row: Row) -> None:
    """Results and the protocol: publications, else the pages at their addresses."""
    for name, kind in {"results_url_link": "Results", "results_url_protocol": "Protocol"}.items():
        for address in re.split(r"[;\s]+", row.get(name) or ""):
            outputs.output(draft, kind, address)
    outputs.listed_outputs(draft, row.get("results_summary"))


def _numbers(draft: Draft, row: Row) -> None:
    found = parts.Identifiers(draft)
    found.own(row.number.value, row.number.registry or row.get("source_register") or "ICTRP")
    for name in ("secondary_id", "bridging_flag", "childs"):
        for written in row.listed(name):
            found.add(written)


def _contacts(draft: Draft, row: Row, name: str, kind: str) -> None:
    """People whose names, addresses and places stand in columns of their own, each in the same order."""
    columns = [
        (row.get(f"{name}_{part}") or "").split(";")
        for part in ("firstname", "lastname", "email", "tel", "affiliation")
    ]
    for number in range(min(20, max(len(column) for column in columns))):
        first, last, mail, call, place = (given(column[number]) if number < len(column) else None for column in columns)
        both = first and last
        named = agents.Named(
            draft, full=first or last, given_name=first if both else None, family_name=last if both else None
        )
        agents.contact(draft, named, kind=kind, emails=[mail], telephones=[call], affiliation=place)
