"""Pages of ClinicalTrials.gov trials, as the registry or a mirror of it shows them, copied as plain text.

Layout: https://clinicaltrials.gov/study-basics/how-to-read-study-record. What the paragraphs of a description say of
doses and decisions is read by rules, not here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.document import Document, Format, Reading
from kg.errors import DocumentError, Unreadable
from kg.extract.acronyms import acronym_of
from kg.extract.dates import date_of
from kg.extract.design_features import features_of_summary, features_of_title
from kg.extract.page_head import Head, read_head
from kg.extract.page_lines import joined, page_lines, paragraphs, with_bullets
from kg.extract.page_sections import Page, take_apart
from kg.extract.tokens import token_of
from kg.extract.words import Words
from kg.loaders.page import agents, study
from kg.loaders.page.checks import check
from kg.loaders.page.draft import Draft, Given, Slots, Told
from kg.loaders.page.values import OF_RECORD, OF_TRIAL, read_labels
from kg.loaders.splitting.whole import whole
from kg.model import RegistryRecord, Trial
from kg.rdf import iris

REGISTRY = "ClinicalTrials.gov"
SORTED_DATES = ("start_date", "primary_completion_date", "completion_date")
# In one line each: across lines, a file of blank lines took half a minute to look at.
_OVERVIEW = re.compile(rb"(?im)^[ \t\r\f\v#*]*+study overview[ \t:*]*\r?$")
_OTHER_HEADING = re.compile(
    rb"(?im)^[ \t\r\f\v#*]*+(?:participation criteria|contacts and locations|study plan|study record dates|"
    rb"study type|collaborators and investigators|ages eligible for study|"
    rb"enrol?lment \((?:actual|estimated|anticipated)\))[ \t:*]*\r?$"
)
_MARKUP = re.compile(rb"\s*(?:<|[\[{]|PMID\s*-)")
_STATEMENT = re.compile(r".*?\b(?P<registry>clinicaltrials\.gov)\b.*?(?:\.(?=\s)|$)", re.IGNORECASE)
_SUBMISSIONS = re.compile(r"\bsubmissions to (?P<registry>ClinicalTrials\.gov)\b")
_RELATED = re.compile(r"clinical trials on\s+(?P<term>\S.*)", re.IGNORECASE)
_WHY = re.compile(r"\((?P<why>[^()]{4,})\)\s*$")
_STOPPED = {"TERMINATED", "WITHDRAWN", "SUSPENDED"}


def detect(head: bytes) -> bool:
    """Whether the first bytes are a page's text: the heading "Study Overview" and another, each alone on its line."""
    head = head.removeprefix(b"\xef\xbb\xbf").replace(b"\xc2\xa0", b" ")
    return not _MARKUP.match(head) and bool(_OVERVIEW.search(head)) and bool(_OTHER_HEADING.search(head))


def read(document: Document, contacts: bool) -> Reading:
    """One page to records.

    :raises Unreadable: when no section of such a page is found.
    :raises DocumentError: when the page has no title, without which the trial cannot be named.
    """
    text = document.text(contacts=contacts)
    page = take_apart(list(with_bullets(text, page_lines(text))))
    if not page.labels:
        wanted = "wanted a section such as Study Overview with its labels, found none"
        raise Unreadable(document.uri, "not a trial page", wanted)
    head = read_head(page.head)
    brief, official, numbers = _names(page, head)
    title = official or brief
    if title is None:
        found = f"wanted a title above Study Overview, found {len(page.head)} other lines"
        raise DocumentError(document.uri, "trial page without a title", found)
    key = numbers[0].text.upper() if numbers else iris.title_key(title.text)
    trial = iris.trial(key) if numbers else iris.entity("trial", key)
    draft = Draft(text, page, iris.record("ctgov", key), trial, contacts=contacts)
    slots: Slots = {**_titles(draft, head, brief, official), **_of_trial(draft, head)}
    slots["identifier"] = agents.identifiers(draft, numbers, Told(key, title, "key-of-title"))
    record = {**_of_record(draft, head, numbers), "record_id": Told(key, numbers[0]) if numbers else key}
    if numbers:
        slots["registry_id"] = [Told(key, number) for number in numbers if number.text.upper() == key]
        slots["same_as"] = [iris.clinical_trials(key)]
    page_address: list[Given] = [iris.clinical_trials_page(key)] if numbers else []
    slots["url"] = [*page_address, *agents.links(draft)]
    check(draft, slots, record)
    for number in numbers:
        if number.text.upper() != key:
            draft.difficulty("CONFLICT", "Another number of this trial", Told(number.text, number), (trial,))
    made = draft.say(Trial, trial, slots)
    return _reading(draft, document, record, str(made.label))


def _reading(draft: Draft, document: Document, record: Slots, label: str) -> Reading:
    version = _version(record)
    draft.say(
        RegistryRecord,
        draft.record,
        {
            **record,
            "label": label,
            "describes": [draft.trial],
            "format": "trial_page",
            "file_name": document.file_name,
            "byte_size": len(document.body),
            "sha256": document.sha256,
            "record_version": version or None,
        },
    )
    return Reading(draft.record, version, draft.all_records, tuple(draft.passages))


def _names(page: Page, head: Head) -> tuple[Words | None, Words | None, list[Words]]:
    """Brief title, official title and numbers, from the head or from labels of the overview."""
    brief, official, number = (page.get(name) for name in ("brief title", "official title", "number"))
    numbers = [found for label in (number,) if label and label.value and (found := label.value.find(r"(?i)NCT\d{8}\b"))]
    return (
        brief.value if brief else head.brief_title,
        official.value if official else head.official_title,
        [*head.numbers, *numbers],
    )


def _titles(draft: Draft, head: Head, brief: Words | None, official: Words | None) -> Slots:
    """Titles, acronym, summary and description, each also for names of the vocabulary to be looked for."""
    summary, description = draft.page.get("brief summary"), draft.page.get("description")
    summary_lines = summary.lines if summary else head.summary
    summarised = joined([line.printed for line in summary_lines]) if summary_lines else None
    described = description.whole if description else None
    for field, words in {"title": brief, "official title": official, "summary": summarised}.items():
        draft.tell(field, words)
    for line in description.lines if description else ():
        draft.tell("description", line.words)
    return {
        "label": brief or official,
        "brief_title": brief,
        "official_title": official,
        "acronym": acronym_of(brief) if brief else None,
        "brief_summary": Told(paragraphs(summary_lines), summarised) if summarised else None,
        "detailed_description": Told(description.text, described) if description and described else None,
    }


def _of_trial(draft: Draft, head: Head) -> Slots:
    """Slots of the trial from every section of the page."""
    slots = {**read_labels(draft, OF_TRIAL), **_status(draft, head), **study.design(draft)}
    for name in SORTED_DATES:
        told = slots.get(name)
        if isinstance(told, Told):
            slots[f"{name}_sort"] = Told((str(told.value) + "-01-01")[:10], told.words, "sort-date")
    by = agents.Agents(draft)
    by.sponsors(head.updated_by)
    by.investigators()
    by.contacts()
    by.sites()
    slots |= study.treatment(draft)
    slots |= {
        "condition_name": list(study.conditions(draft)),
        "outcome": list(study.planned_outcomes(draft)),
        "eligibility": list(study.eligibility(draft)),
        "ipd_sharing": list(study.sharing(draft)),
        "study_document": list(agents.documents(draft)),
        "sponsor_role": list(by.sponsor_role),
        "investigator_role": list(by.investigator_role),
        "contact": list(by.contact),
        "site": list(by.site),
        "design_feature": [Told(token, words) for token, words in _features(draft)],
    }
    agents.publications(draft)
    for name, field in {"keywords": "keyword", "mesh terms": "mesh term"}.items():
        for found in draft.page.all(name):
            for line in found.lines:
                draft.tell(field, line.words)
    for unknown in draft.page.unknown:
        draft.not_understood(unknown)
    return slots


def _status(draft: Draft, head: Head) -> Slots:
    """The status as token and as written, with the reason where it stands in parentheses."""
    found = draft.page.get("status")
    if found is None or found.value is None:
        status = head.status
        return (
            {"overall_status": Told(token_of("OverallStatus", status.text), status), "status_text": status}
            if status
            else {}
        )
    token = token_of("OverallStatus", found.value.text)
    if token is None:
        draft.not_understood(found)
    why = found.value.find(_WHY, "why") if token in _STOPPED else None
    slots: Slots = {"overall_status": Told(token, found.value), "status_text": found.value}
    return {**slots, "why_stopped": why} if why else slots


def _features(draft: Draft) -> Iterator[tuple[str, Words]]:
    """Features of the design that titles and summary name, each place of them."""
    for passage in draft.passages:
        if passage.field in ("title", "official title"):
            yield from features_of_title(passage.words)
        elif passage.field == "summary":
            yield from features_of_summary(passage.words)


def _of_record(draft: Draft, head: Head, numbers: list[Words]) -> Slots:
    """Slots of the registry's record: its dates, and where the page says that it comes from."""
    updated = date_of(head.updated.text) if head.updated else None
    slots: Slots = {
        **read_labels(draft, OF_RECORD),
        "page_updated": Told(updated, head.updated) if updated and head.updated else None,
        "updated_by": head.updated_by,
    }
    for line in draft.page.foot:
        related = line.words.find(_RELATED, "term")
        statement = line.words.find(_STATEMENT)
        if related:
            draft.tell("related term", related)
        elif statement and "source_statement" not in slots:
            registry = line.words.find(_STATEMENT, "registry")
            slots["source_statement"] = statement
            slots["source_registry"] = Told(REGISTRY, registry or statement)
    if "source_registry" not in slots:
        slots["source_registry"] = _registry(draft, numbers)
    return slots


def _registry(draft: Draft, numbers: list[Words]) -> Told | None:
    """The registry where no statement below the page names it: by the words above the dates, else by the number."""
    submissions = _SUBMISSIONS.search(draft.text)
    if submissions:
        return Told(REGISTRY, Words.at(draft.text, *submissions.span("registry")))
    return Told(REGISTRY, numbers[0], "registry-of-number") if numbers else None


def _version(record: Slots) -> str:
    """The day of the last update posted, else submitted, else the one that the head of the page prints."""
    for name in ("last_update_posted", "last_update_submitted_qc", "last_update_submitted", "page_updated"):
        told = record.get(name)
        if isinstance(told, Told):
            return str(told.value)
    return ""


FORMAT = Format("trial_page", "Text of a ClinicalTrials.gov trial page", 3, detect, whole, read)
