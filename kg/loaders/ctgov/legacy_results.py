"""The results section of a study of the legacy XML, as the API lays it out.

Schema: https://clinicaltrials.gov/ct2/html/images/info/public.xsd
"""

from __future__ import annotations

from kg.loaders.ctgov.legacy_analyses import analysis
from kg.loaders.ctgov.legacy_events import events
from kg.loaders.ctgov.legacy_groups import Ids, groups_of
from kg.loaders.ctgov.legacy_measures import denoms_of, measured
from kg.loaders.ctgov.legacy_values import Element, flat, text
from kg.loaders.ctgov.study_results import (
    Achievement,
    BaselineCharacteristicsModule,
    BaselineMeasureOfStudy,
    CertainAgreement,
    DropWithdraw,
    LimitationsAndCaveats,
    Milestone,
    MoreInfoModule,
    OutcomeMeasure,
    OutcomeMeasuresModule,
    ParticipantFlowModule,
    Period,
    PointOfContact,
    ResultsSection,
)
from kg.loaders.ctgov.tokens import plain

_EMPLOYED = {
    "All Principal Investigators ARE employed by the organization sponsoring the study.": True,
    "Principal Investigators are NOT employed by the organization sponsoring the study.": False,
}
_AGREEMENT = (
    "an agreement between Principal Investigators and the Sponsor (or its agents) that restricts the PI's rights to "
    "discuss or publish trial results after the trial is completed."
)
_RESTRICTED = {f"There IS {_AGREEMENT}": True, f"There is NOT {_AGREEMENT}": False}
_HELD_BACK = (
    "The only disclosure restriction on the PI is that the sponsor can review results communications prior to public "
    "release and can embargo communications regarding trial results for a period that is "
)
_RESTRICTIONS = {
    "LTE60": f"{_HELD_BACK}less than or equal to 60 days.",
    "GT60": f"{_HELD_BACK}more than 60 days but less than or equal to 180 days.",
}


def results(element: Element) -> ResultsSection:
    """The results section of a study."""
    parts = {child.tag: child for child in element}
    flow, baseline, outcomes = parts.get("participant_flow"), parts.get("baseline"), parts.get("outcome_list")
    reported = parts.get("reported_events")
    return ResultsSection(
        _flow(flow) if flow is not None else None,
        _baseline(baseline) if baseline is not None else None,
        OutcomeMeasuresModule(tuple([_outcome(one) for one in outcomes])) if outcomes is not None else None,
        events(reported) if reported is not None else None,
        _more(parts, flat(element).get("limitations_and_caveats")),
    )


def _more(parts: dict[str, Element], caveats: str | None) -> MoreInfoModule:
    agreement, who = (flat(parts[tag]) if tag in parts else {} for tag in ("certain_agreements", "point_of_contact"))
    return MoreInfoModule(
        LimitationsAndCaveats(caveats) if caveats else None,
        _agreement(agreement.get("pi_employee"), agreement.get("restrictive_agreement")) if agreement else None,
        PointOfContact(who.get("name_or_title"), who.get("organization"), who.get("email"), who.get("phone"))
        if who
        else None,
    )


def _agreement(employed: str | None, restriction: str | None) -> CertainAgreement:
    """What principal investigators agreed to, in sentences of which all but the known ones are the sponsor's own."""
    sentence = _plain(restriction)
    found = CertainAgreement(_EMPLOYED.get(_plain(employed)), _RESTRICTED.get(sentence))
    own = [employed] if employed and found.pi_sponsor_employee is None else []
    if restriction and found.restrictive_agreement is None:
        kind = next((kind for kind, begins in _RESTRICTIONS.items() if sentence.startswith(begins)), "OTHER")
        found.restrictive_agreement, found.restriction_type = True, kind
        own += [restriction] if kind == "OTHER" else []
    found.other_details = "\n".join(own) or None
    return found


def _plain(words: str | None) -> str:
    return " ".join((words or "").split())


def _flow(element: Element) -> ParticipantFlowModule:
    parts, found = {child.tag: child for child in element}, flat(element)
    groups, ids = groups_of(parts.get("group_list"), "FG")
    return ParticipantFlowModule(
        pre_assignment_details=found.get("pre_assignment_details"),
        recruitment_details=found.get("recruitment_details"),
        groups=groups,
        periods=tuple([_period(one, ids) for one in parts.get("period_list", ())]),
    )


def _period(element: Element, ids: Ids) -> Period:
    found = Period()
    for child in element:
        if child.tag == "title":
            found.title = text(child)
        elif child.tag == "milestone_list":
            found.milestones = tuple([Milestone(*_counted(one, ids)) for one in child])
        elif child.tag == "drop_withdraw_reason_list":
            found.drop_withdraws = tuple([DropWithdraw(*_counted(one, ids)) for one in child])
    return found


def _counted(element: Element, ids: Ids) -> tuple[str | None, None, tuple[Achievement, ...]]:
    """A milestone or a reason to leave: what it is, no comment of its own, and how many of each group."""
    title, counts = None, []
    for child in element:
        if child.tag == "title":
            title = text(child)
        elif child.tag == "participants_list":
            for one in child:
                group = one.get("group_id")
                counts.append(Achievement(ids.get(group, group), text(one), one.get("count") or None))
    return title, None, tuple(counts)


def _baseline(element: Element) -> BaselineCharacteristicsModule:
    parts, found = {child.tag: child for child in element}, flat(element)
    groups, ids = groups_of(parts.get("group_list"), "BG")
    denoms = denoms_of(parts.get("analyzed_list"), ids)
    counted, measures = measured(list(parts.get("measure_list", ())), ids, analysed=bool(denoms))
    return BaselineCharacteristicsModule(
        population_description=found.get("population"),
        groups=groups,
        denoms=denoms or counted,
        measures=measures,
    )


def _outcome(element: Element) -> OutcomeMeasure:
    found, parts = flat(element), {child.tag: child for child in element}
    groups, ids = groups_of(parts.get("group_list"), "OG")
    listed = [parts["measure"]] if "measure" in parts else list(parts.get("measure_list", ()))
    counted, measures = measured(listed, ids)
    measure = measures[0] if measures else BaselineMeasureOfStudy()
    day = found.get("posting_date")
    return OutcomeMeasure(
        type=plain(found.get("type", "")) or None,
        title=found.get("title"),
        description=found.get("description"),
        population_description=found.get("population") or measure.population_description,
        reporting_status="POSTED" if measures or groups else "NOT_POSTED",
        anticipated_posting_date=_month(day) if day else None,
        param_type=measure.param_type,
        dispersion_type=measure.dispersion_type,
        unit_of_measure=measure.unit_of_measure,
        time_frame=found.get("time_frame"),
        denom_units_selected=measure.denom_units_selected,
        groups=groups,
        denoms=measure.denoms or counted,
        classes=measure.classes,
        analyses=tuple([analysis(one, ids) for one in parts.get("analysis_list", ())]),
    )


def _month(written: str) -> str:
    """A month and year with a stroke between, as the API has it.

    >>> _month("12/2020"), _month("2025")
    ('2020-12', '2025')
    """
    month, stroke, year = written.partition("/")
    return f"{year}-{month}" if stroke else written
