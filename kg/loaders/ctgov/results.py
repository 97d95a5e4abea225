"""The results section of a study of ClinicalTrials.gov to records.

Field reference: https://clinicaltrials.gov/data-api/about-api/study-data-structure#ResultsSection

Nothing is said twice: numbers are written as numbers where that gives the words back, groups and denominators of
outcomes that repeat them are one node, and so are equal counts of events.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kg.loaders.ctgov.results_events import adverse_events
from kg.loaders.ctgov.results_flow import flow
from kg.loaders.ctgov.results_groups import Sheet
from kg.loaders.ctgov.results_measures import baseline, outcome_results
from kg.loaders.ctgov.results_report import report
from kg.loaders.ctgov.study_results import ResultsSection
from kg.model import Record


@dataclass(frozen=True, slots=True)
class Results:
    """What a results section says.

    :ivar records: everything it says; what others point to stands before them.
    :ivar trial_slots: by name the slots of the trial that point to it: ``participant_flow``, ``baseline``,
        ``outcome_result``, ``adverse_event``, ``results_report`` and ``result_group`` with the groups of all modules.
    """

    records: list[Record]
    trial_slots: dict[str, tuple[str, ...]]


def results(
    section: ResultsSection,
    record: str,
    text: Callable[[str | None], str | None],
    *,
    told: Callable[[str, object, str], None] | None = None,
    contacts: bool = False,
) -> Results:
    """Everything a results section says.

    :param record: IRI of the record that states it; what is made is named under it.
    :param text: from words in the notation of Markdown, as the API has them, to plain ones without what is not to be
        kept, such as addresses; None for no words.
    :param told: what to do with a value that cannot be read: what the source calls it, its words, and the thing that
        it is of.
    :param contacts: whether addresses and numbers of whom to ask are kept.
    """
    sheet, slots = Sheet(record, text, told), {}
    if section.participant_flow_module:
        slots["participant_flow"] = flow(sheet, section.participant_flow_module)
    if section.baseline_characteristics_module:
        slots["baseline"] = baseline(sheet, section.baseline_characteristics_module)
    if section.outcome_measures_module:
        slots["outcome_result"] = outcome_results(sheet, section.outcome_measures_module)
    if section.adverse_events_module:
        slots["adverse_event"] = adverse_events(sheet, section.adverse_events_module)
    slots["results_report"] = report(sheet, section, contacts=contacts)
    slots["result_group"] = tuple(sheet.groups)
    return Results(sheet.records, slots)
