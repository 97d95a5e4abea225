"""What the registry adds to a study: MeSH terms, countries that left, results not posted, notices of violations."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any

from kg.loaders.ctgov.draft import Draft
from kg.loaders.ctgov.study import (
    AnnotationModule,
    DerivedSection,
    MeshOfStudy,
    MiscInfoModule,
    SubmissionInfo,
    UnpostedAnnotation,
)
from kg.model import ComplianceEvent, ResultsSubmission
from kg.rdf.iris import expand

# The first numbers of MeSH with nine digits; smaller ones have six, and older records of the registry pad these.
_FIRST_OF_NINE = {"D": 66388, "C": 588423}

# What happens to results that were sent, and where a submission keeps its day.
_EVENTS = {"RELEASE": "release_date", "UNRELEASE": "unrelease_date", "RESET": "reset_date"}


def added(draft: Draft, section: DerivedSection) -> dict[str, Any]:
    """MeSH terms of conditions and interventions, told as well, and what the registry keeps of earlier versions."""
    modules = [one for one in (section.condition_browse_module, section.intervention_browse_module) if one]
    meshes = [mesh for module in modules for mesh in module.meshes]
    terms = draft.names(mesh.term for mesh in meshes if mesh.term)
    for one in terms:
        draft.tell("mesh term", one)
    for mesh in meshes:
        if mesh.id and not descriptor(mesh):
            draft.not_understood("MeSH ID", mesh.id)
    above = draft.names(mesh.term for module in modules for mesh in module.ancestors if mesh.term)
    return {
        "mesh_term": tuple(dict.fromkeys(chain(terms, above))),
        "mesh_descriptor": tuple(dict.fromkeys(iri for mesh in meshes if (iri := descriptor(mesh)))),
        **(_earlier(draft, section.misc_info_module) if section.misc_info_module else {}),
    }


def descriptor(mesh: MeshOfStudy) -> str | None:
    """Address of a MeSH descriptor or supplementary concept.

    >>> descriptor(MeshOfStudy("D000009369")), descriptor(MeshOfStudy("D000069444"))
    ('http://id.nlm.nih.gov/mesh/D009369', 'http://id.nlm.nih.gov/mesh/D000069444')
    """
    kind, number = (mesh.id or "")[:1], (mesh.id or "")[1:]
    if kind not in _FIRST_OF_NINE or not number.isascii() or not number.isdigit() or len(number) not in (6, 9):
        return None
    if len(number) == 9 and int(number) < _FIRST_OF_NINE[kind]:
        number = number[3:]
    return expand(f"MESH:{kind}{number}")


def _earlier(draft: Draft, module: MiscInfoModule) -> dict[str, Any]:
    tracking = module.submission_tracking
    return {
        "removed_country": draft.names(module.removed_countries),
        "results_submission": _submissions(draft, tracking.submission_infos) if tracking else (),
    }


def unposted(draft: Draft, annotation: UnpostedAnnotation) -> tuple[str, ...]:
    """Results that were sent and are not posted, as records tell them that do not track submissions."""
    for one in annotation.unposted_events:
        if one.type not in _EVENTS and (words := one.type or one.date):
            draft.not_understood("Unposted Event", words)
    return _submissions(draft, sendings((one.type, one.date) for one in annotation.unposted_events))


def sendings(events: Iterable[tuple[str | None, str | None]]) -> tuple[SubmissionInfo, ...]:
    """Each sending of results with when it was cancelled or returned, from what happened one after the other.

    :param events: RELEASE, UNRELEASE or RESET with its day; what is none of them is passed over.

    >>> [one.reset_date for one in sendings([("RELEASE", "2031-04-01"), ("RESET", "2031-04-20")])]
    ['2031-04-20']
    """
    found: list[SubmissionInfo] = []
    for kind, day in events:
        if kind in _EVENTS:
            if kind == "RELEASE" or not found:
                found.append(SubmissionInfo())
            setattr(found[-1], _EVENTS[kind], day)
    return tuple(found)


def _submissions(draft: Draft, listed: Iterable[SubmissionInfo]) -> tuple[str, ...]:
    found = []
    for number, one in enumerate(listed, 1):
        found.append(f"{draft.record}/results-submission/{number}")
        draft.records.append(
            ResultsSubmission(
                iri=found[-1],
                position=number,
                results_sent=_day(draft, "Results Submitted", one.release_date),
                results_cancelled=_day(draft, "Results Submission Cancelled", one.unrelease_date),
                results_returned=_day(draft, "Results Returned", one.reset_date),
            )
        )
    return tuple(found)


def _day(draft: Draft, label: str, written: str | None) -> str | None:
    """A day of a submission; a cancellation before May 2018 has none."""
    return None if written == "Unknown" else draft.date(label, written)


def notices(draft: Draft, module: AnnotationModule) -> tuple[str, ...]:
    """Notices of the U.S. FDA on a violation, its correction or a penalty."""
    found = []
    listed = module.violation_annotation.violation_events if module.violation_annotation else ()
    for number, one in enumerate(listed, 1):
        found.append(f"{draft.record}/compliance/{number}")
        draft.records.append(
            ComplianceEvent(
                iri=found[-1],
                position=number,
                label=one.type or None,
                description=draft.text(one.description),
                notice_issued=draft.date("Violation Issued", one.issued_date),
                notice_posted=draft.date("Violation Posted", one.posted_date),
                notice_created=draft.date("Violation Created", one.creation_date),
                record_released=draft.date("Violation Released", one.release_date),
            )
        )
    return tuple(found)
