"""The results section of a study of ClinicalTrials.gov to records.

Field reference: https://clinicaltrials.gov/data-api/about-api/study-data-structure#ResultsSection. Who may be asked and
what investigators agreed to (``pointOfContact``, ``certainAgreement``) are not kept.

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
from kg.loaders.ctgov.results_numbers import within
from kg.loaders.ctgov.study_results import ResultsSection
from kg.model import Record, ResultsReport
from kg.rdf.iris import under


@dataclass(frozen=True, slots=True)
class Results:
    """What a results section says.

    :ivar records: everything it says; what others point to stands before them.
    :ivar trial_slots: by name the slots of the trial that point to it: ``participant_flow``, ``baseline``,
        ``outcome_result``, ``adverse_event``, ``results_report`` and ``result_group`` with the groups of all modules.
    """

    records: list[Record]
    trial_slots: dict[str, tuple[str, ...]]


def results(section: ResultsSection, record: str, text: Callable[[str | None], str | None]) -> Results:
    """Everything a results section says.

    :param record: IRI of the record that states it; what is made is named under it.
    :param text: from words in the notation of Markdown, as the API has them, to plain ones without what is not to be
        kept, such as addresses; None for no words.
    """
    sheet, slots = Sheet(record, text), {}
    if section.participant_flow_module:
        slots["participant_flow"] = flow(sheet, section.participant_flow_module)
    if section.baseline_characteristics_module:
        slots["baseline"] = baseline(sheet, section.baseline_characteristics_module)
    if section.outcome_measures_module:
        slots["outcome_result"] = outcome_results(sheet, section.outcome_measures_module)
    if section.adverse_events_module:
        slots["adverse_event"] = adverse_events(sheet, section.adverse_events_module)
    slots["results_report"] = _report(sheet, section)
    slots["result_group"] = tuple(sheet.groups)
    return Results(sheet.records, slots)


def _report(sheet: Sheet, section: ResultsSection) -> tuple[str, ...]:
    """What is said of the results as a whole, if anything."""
    start, events, more = (
        section.baseline_characteristics_module,
        section.adverse_events_module,
        section.more_info_module,
    )
    caveats = more.limitations_and_caveats if more else None
    threshold, words = within(events.frequency_threshold if events else None, 100)
    iri = under(sheet.record, "results", 1)
    report = ResultsReport(
        iri=iri,
        baseline_population=sheet.text(start.population_description) if start else None,
        event_time_frame=sheet.text(events.time_frame) if events else None,
        event_description=sheet.text(events.description) if events else None,
        frequency_threshold=threshold,
        frequency_threshold_text=words,
        mortality_comment=sheet.text(events.all_cause_mortality_comment) if events else None,
        limitations=sheet.text(caveats.description) if caveats else None,
    )
    if report == ResultsReport(iri=iri):
        return ()
    sheet.records.append(report)
    return (iri,)
