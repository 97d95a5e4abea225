"""Labels that give one slot of one record: which slot, and how their words are read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.ages import age_limits
from kg.extract.dates import date_of
from kg.extract.page_lines import Line
from kg.extract.page_sections import Labelled
from kg.extract.phase import phases
from kg.extract.tokens import token_of, yes_or_no
from kg.extract.words import Words
from kg.loaders.page.draft import Draft, Slots, Told

# Of each label its slot and how it is read: text, lines (one value a line), yes-no, date, or an enumeration.
OF_TRIAL = {
    "acronym": ("acronym", "text"),
    "last known status": ("last_known_status", "OverallStatus"),
    "why stopped": ("why_stopped", "text"),
    "study type": ("study_type", "StudyType"),
    "expanded access": ("has_expanded_access", "availability"),
    "expanded access type": ("expanded_access_type", "lines"),
    "healthy volunteers": ("healthy_volunteers", "yes-no"),
    "monitoring committee": ("data_monitoring_committee", "yes-no"),
    "fda drug": ("fda_regulated_drug", "yes-no"),
    "fda device": ("fda_regulated_device", "yes-no"),
    "unapproved device": ("unapproved_device", "yes-no"),
    "exported": ("exported_from_us", "yes-no"),
    "keywords": ("keyword", "lines"),
    "mesh terms": ("mesh_term", "lines"),
    "phase": ("phase", "phases"),
    "ages": ("age_group", "age groups"),
    "start": ("start_date", "date"),
    "primary completion": ("primary_completion_date", "date"),
    "completion": ("completion_date", "date"),
    "enrolment": ("enrolment", "number"),
}
OF_RECORD = {
    "first submitted": ("first_submitted", "date"),
    "first submitted qc": ("first_submitted_qc", "date"),
    "first posted": ("first_posted", "date"),
    "results first submitted": ("results_first_submitted", "date"),
    "results first submitted qc": ("results_first_submitted_qc", "date"),
    "results first posted": ("results_first_posted", "date"),
    "disposition first submitted": ("disposition_first_submitted", "date"),
    "disposition first submitted qc": ("disposition_first_submitted_qc", "date"),
    "disposition first posted": ("disposition_first_posted", "date"),
    "last update submitted": ("last_update_submitted", "date"),
    "last update submitted qc": ("last_update_submitted_qc", "date"),
    "last update posted": ("last_update_posted", "date"),
    "last verified": ("last_verified", "month"),
}
OF_ELIGIBILITY = {
    "sex": ("sex", "Sex"),
    "gender based": ("gender_based", "yes-no"),
    "gender description": ("gender_description", "text"),
    "sampling method": ("sampling_method", "SamplingMethod"),
    "study population": ("study_population", "text"),
}
OF_SHARING = {
    "ipd plan": ("ipd_plan", "IpdPlan"),
    "ipd description": ("ipd_description", "text"),
    "ipd time frame": ("ipd_time_frame", "text"),
    "ipd access criteria": ("ipd_access_criteria", "text"),
    "ipd supporting info": ("ipd_supporting_info", "lines"),
}
# Labels within the design of a study, where label and value share a line.
OF_DESIGN = {
    "primary purpose": ("primary_purpose", "PrimaryPurpose"),
    "allocation": ("allocation", "Allocation"),
    "interventional model": ("intervention_model", "InterventionModel"),
    "intervention model": ("intervention_model", "InterventionModel"),
    "interventional model description": ("intervention_model_description", "text"),
    "intervention model description": ("intervention_model_description", "text"),
    "masking": ("masking", "Masking"),
    "masking description": ("masking_description", "text"),
    "observational model": ("observational_model", "ObservationalModel"),
    "observational models": ("observational_model", "ObservationalModel"),
    "time perspective": ("time_perspective", "TimePerspective"),
    "time perspectives": ("time_perspective", "TimePerspective"),
    "biospecimen retention": ("biospecimen_retention", "text"),
    "biospecimen description": ("biospecimen_description", "text"),
    "target follow-up duration": ("target_duration", "text"),
    "target duration": ("target_duration", "text"),
    "patient registry": ("patient_registry", "yes-no"),
}
# Slots that say whether the value is actual or estimated.
FLAGS = {
    "enrolment": "enrolment_type",
    **{f"{name}_date": f"{name}_date_type" for name in ("start", "primary_completion", "completion")},
    **{
        f"{name}_posted": f"{name}_posted_type"
        for name in ("first", "results_first", "disposition_first", "last_update")
    },
}
_AGE_GROUP = re.compile(r"\b(?:older[ _]adult|adult|child)\b", re.IGNORECASE)
_NO_PHASE = re.compile(r"(?:phase\s+)?(?:not applicable|n/?a)", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?P<number>\d{1,3}(?:[,\u202f ]\d{3}){1,2}|\d{1,9})(?:\s+(?:participants|patients|subjects|people))?", re.I
)
_AVAILABILITY = {"available": True, "temporarily not available": False, "no longer available": False}


def read_labels(draft: Draft, labels: dict[str, tuple[str, str]]) -> Slots:
    """Slots from every label of a table that the page has; words that cannot be read become difficulties."""
    slots: Slots = {}
    for name, (slot, how) in labels.items():
        found = draft.page.get(name)
        if found is None:
            continue
        told = values(how, found)
        if how in ("phases", "age groups"):
            _report_rest(draft, found, told)
        elif not told:
            draft.not_understood(found)
            continue
        slots[slot] = told if how in ("lines", "phases", "age groups") else told[0]
        if found.flag and slot in FLAGS:
            slots[FLAGS[slot]] = Told(found.flag, found.label.printed)
    return slots


def _report_rest(draft: Draft, found: Labelled, told: Sequence[Told]) -> None:
    """Keep the lines under a label that none of its values was read from."""
    places = [one.words.start for one in told]
    for line in found.lines:
        if not any(line.words.start <= place < line.words.end for place in places):
            draft.difficulty("NOT_UNDERSTOOD", found.label.words, Told(line.text, line.words), (draft.trial,))


def values(how: str, found: Labelled) -> list[Told]:
    """The values under a label; empty for words that cannot be read so.

    :param how: as in the tables of this module.
    """
    words = found.value
    if words is None:
        return []
    if how == "lines":
        return [Told(line.text, line.words) for line in found.lines if line.text]
    if how == "text":
        return [Told(found.text, found.whole or words)]
    if how == "phases":
        return _phases(found.lines)
    if how == "age groups":
        return _age_groups(found.lines)
    if how == "number":
        match = _NUMBER.fullmatch(words.text)
        return [Told(int(re.sub(r"\D", "", match["number"])), words.part(*match.span("number")))] if match else []
    value = _read(how, words.text)
    return [] if value is None else [Told(value, words)]


def _read(how: str, text: str) -> object:
    if how == "yes-no":
        return yes_or_no(text)
    if how == "availability":
        said = yes_or_no(text)
        return _AVAILABILITY.get(text.strip(" .").casefold()) if said is None else said
    if how in ("date", "month"):
        date = date_of(text)
        # The registry keeps the month of verification, and mirrors print the first day of it.
        return date[:7] if date and how == "month" else date
    return token_of(how, text)


def _phases(lines: Sequence[Line]) -> list[Told]:
    found = [Told(token, words) for line in lines for tokens, words in phases(line.words) for token in tokens]
    none = [Told("NA", line.words) for line in lines if _NO_PHASE.fullmatch(line.text)]
    return found or none


def _age_groups(lines: Sequence[Line]) -> list[Told]:
    groups = [words for line in lines for words in line.words.find_all(_AGE_GROUP)]
    found = [Told(token, words) for words in groups if (token := token_of("AgeGroup", words.text))]
    # "18 Years and older" names no group, and is read as limits of age.
    return found or [Told(None, line.words) for line in lines if any(age_limits(line.text))]


def parts_of_line(words: Words) -> tuple[str, Words] | None:
    """Label and value of a line such as ``Allocation: Randomized``; None for other lines."""
    label, colon, rest = words.text.partition(":")
    value = words.part(len(label) + 1, len(words.text)).strip()
    return (label.casefold(), value) if colon and rest.strip() else None
