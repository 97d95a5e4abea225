"""What a results section says of itself as a whole: its limits, who may publish, whom to ask."""

from __future__ import annotations

from typing import Any

from kg.loaders.ctgov.agents import contact_of
from kg.loaders.ctgov.results_groups import Sheet
from kg.loaders.ctgov.results_numbers import within
from kg.loaders.ctgov.study import ContactOfStudy
from kg.loaders.ctgov.study_results import CertainAgreement, MoreInfoModule, PointOfContact, ResultsSection
from kg.model import ResultsReport
from kg.model.enums import DISCLOSURE_RESTRICTION
from kg.rdf.iris import under


def report(sheet: Sheet, section: ResultsSection, *, contacts: bool) -> tuple[str, ...]:
    """What is said of the results as a whole, if anything.

    :param contacts: whether addresses and numbers of whom to ask are kept.
    """
    start, events = section.baseline_characteristics_module, section.adverse_events_module
    more = section.more_info_module or MoreInfoModule()
    caveats = more.limitations_and_caveats
    threshold, words = within(events.frequency_threshold if events else None, 100)
    iri = under(sheet.record, "results", 1)
    found = ResultsReport(
        iri=iri,
        baseline_population=sheet.text(start.population_description) if start else None,
        event_time_frame=sheet.text(events.time_frame) if events else None,
        event_description=sheet.text(events.description) if events else None,
        frequency_threshold=threshold,
        frequency_threshold_text=words,
        mortality_comment=sheet.text(events.all_cause_mortality_comment) if events else None,
        limitations=sheet.text(caveats.description) if caveats else None,
        contact=_asked(sheet, iri, more.point_of_contact, contacts) if more.point_of_contact else (),
        **(_agreed(sheet, more.certain_agreement) if more.certain_agreement else {}),
    )
    if found == ResultsReport(iri=iri):
        return ()
    sheet.records.append(found)
    return (iri,)


def _agreed(sheet: Sheet, agreement: CertainAgreement) -> dict[str, Any]:
    """Slots for what principal investigators may say; a kind of restriction that is not known stays words."""
    kind, words = agreement.restriction_type, sheet.text(agreement.other_details)
    if kind and kind not in DISCLOSURE_RESTRICTION:
        kind, words = None, "\n".join(filter(None, (sheet.text(kind), words)))
    return {
        "investigators_employed": agreement.pi_sponsor_employee,
        "disclosure_restricted": agreement.restrictive_agreement,
        "disclosure_restriction": kind or None,
        "disclosure_agreement": words or None,
    }


def _asked(sheet: Sheet, parent: str, who: PointOfContact, contacts: bool) -> tuple[str, ...]:
    """Whom to ask about the results, with the organisation."""
    iri = under(parent, "contact", 1)
    asked = ContactOfStudy(name=who.title, phone=who.phone, phone_ext=who.phone_ext, email=who.email)
    place = sheet.text(who.organization)
    found = contact_of(iri, asked, sheet.text, kind="results", position=1, place=place, contacts=contacts)
    sheet.records += found
    return (iri,) if found else ()
