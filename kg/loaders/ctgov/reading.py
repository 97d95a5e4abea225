"""From a study of ClinicalTrials.gov, whatever format it came in, to everything its record says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kg.document import Document, Reading
from kg.errors import DocumentError
from kg.loaders.ctgov import design, identity, references, therapy
from kg.loaders.ctgov.agents import Agents
from kg.loaders.ctgov.checks import check, design_features
from kg.loaders.ctgov.derived import added, notices, unposted
from kg.loaders.ctgov.draft import Draft, day_of
from kg.loaders.ctgov.eligibility import eligibility
from kg.loaders.ctgov.outcomes import planned_outcomes
from kg.loaders.ctgov.results import results
from kg.loaders.ctgov.study import ProtocolSection, StatusModule, Study
from kg.model import Arm, RegistryRecord, Trial
from kg.rdf import iris


def reading(
    study: Study, document: Document, format_name: str, *, contacts: bool, unread: Sequence[tuple[str, str]] = ()
) -> Reading:
    """One study to records.

    :param document: what the study was read from; for its address, name, size and checksum.
    :param format_name: name of the loader.
    :param contacts: whether telephone numbers and e-mail addresses are kept.
    :param unread: place and words of values that could not be read, which are told as difficulties.
    :raises DocumentError: when the study has no number of the registry.
    """
    protocol = study.protocol_section
    key = protocol.identification_module.nct_id
    if not design.is_number(key):
        found = f"wanted NCT and 8 digits as number of the study, found {key[:40]!r}"
        raise DocumentError(document.uri, "study without a registry number", found)
    draft = Draft(key, iris.record("ctgov", key), iris.trial(key), contacts=contacts)
    slots = _of_protocol(draft, protocol)
    arms: tuple[Arm, ...] = slots.pop("arms")
    slots["arm"] = tuple(arm.iri for arm in arms)
    if study.results_section:
        posted = results(
            study.results_section, draft.record, draft.text, told=draft.not_understood, contacts=draft.contacts
        )
        draft.records += posted.records
        slots |= posted.trial_slots
    slots |= _of_other_sections(draft, study)
    features = design_features(draft)
    slots["design_feature"] = tuple(dict.fromkeys(token for token, _, _ in features))
    trial = Trial(iri=draft.trial, **slots)
    draft.records.append(trial)
    for token, words, named in features:
        draft.note(trial, "design_feature", token, words, named.start, named.end, "feature-named")
    record = _record(draft, document, format_name, trial, protocol.status_module)
    check(draft, trial, record)
    for place, value in unread:
        draft.not_understood(place, value)
    draft.records.append(record)
    return Reading(draft.record, record.record_version or "", tuple(draft.records), tuple(draft.passages))


def _record(
    draft: Draft, document: Document, format_name: str, trial: Trial, status: StatusModule | None
) -> RegistryRecord:
    return RegistryRecord(
        iri=draft.record,
        label=trial.label,
        record_id=draft.key,
        source_registry=identity.REGISTRY,
        describes=(draft.trial,),
        format=format_name,
        file_name=document.file_name,
        byte_size=len(document.body),
        sha256=document.sha256,
        record_version=version_of(status) or None,
        **(design.dates_of_record(draft, status) if status else {}),
    )


def version_of(status: StatusModule | None) -> str:
    """The day of the last update posted, else submitted; empty where neither is given."""
    posted = status.last_update_post_date_struct if status else None
    for written in (posted.date if posted else None, status.last_update_submit_date if status else None):
        found = day_of(written) if written else None
        if found:
            return found
    return ""


def _of_protocol(draft: Draft, protocol: ProtocolSection) -> dict[str, Any]:
    """Slots of the trial from the protocol section; under ``arms`` the arms themselves."""
    ident, pointed = protocol.identification_module, protocol.references_module
    slots = identity.titles(draft, ident, protocol.description_module)
    slots["identifier"] = identity.identifiers(draft, ident)
    slots |= identity.links(draft, pointed.see_also_links if pointed else ())
    if protocol.status_module:
        slots |= design.status(draft, protocol.status_module)
    if protocol.design_module:
        slots |= design.design(draft, protocol.design_module)
    if protocol.oversight_module:
        slots |= design.oversight(protocol.oversight_module)
    slots |= _of_agents(draft, protocol)
    slots |= _of_treatment(draft, protocol)
    if protocol.ipd_sharing_statement_module:
        slots["ipd_sharing"] = references.sharing(draft, protocol.ipd_sharing_statement_module)
    if pointed:
        references.References(draft).publications(pointed.references)
        slots["available_data"] = references.available_data(draft, pointed.avail_ipds)
    return slots


def _of_agents(draft: Draft, protocol: ProtocolSection) -> dict[str, Any]:
    by, sponsors, places = Agents(draft), protocol.sponsor_collaborators_module, protocol.contacts_locations_module
    if sponsors:
        by.sponsors(sponsors)
    by.officials(places.overall_officials if places else (), sponsors.responsible_party if sponsors else None)
    if places:
        by.places(places)
    return by.slots()


def _of_treatment(draft: Draft, protocol: ProtocolSection) -> dict[str, Any]:
    """Slots for what is studied, in whom, with what, and what is measured."""
    slots: dict[str, Any] = {"arms": ()}
    if protocol.conditions_module:
        slots["condition_name"] = therapy.conditions(draft, protocol.conditions_module)
        slots["keyword"] = therapy.keywords(draft, protocol.conditions_module)
    if protocol.arms_interventions_module:
        listed = therapy.interventions(draft, protocol.arms_interventions_module)
        slots["intervention"] = listed
        slots["arms"] = therapy.arms(draft, protocol.arms_interventions_module, listed)
    if protocol.outcomes_module:
        slots["outcome"] = planned_outcomes(draft, protocol.outcomes_module)
    who = protocol.eligibility_module
    if who:
        slots["eligibility"] = eligibility(draft, who)
        slots["age_group"] = draft.tokens("AgeGroup", "Ages", who.std_ages)
        slots["healthy_volunteers"] = who.healthy_volunteers
    return slots


def _of_other_sections(draft: Draft, study: Study) -> dict[str, Any]:
    """Slots from documents, annotations and what the registry adds."""
    slots: dict[str, Any] = {}
    if study.document_section and study.document_section.large_document_module:
        slots |= references.documents(draft, study.document_section.large_document_module)
    annotated = study.annotation_section.annotation_module if study.annotation_section else None
    if annotated:
        slots["compliance_event"] = notices(draft, annotated)
    if study.derived_section:
        slots |= added(draft, study.derived_section)
    if annotated and annotated.unposted_annotation and not slots.get("results_submission"):
        slots["results_submission"] = unposted(draft, annotated.unposted_annotation)
    return slots
