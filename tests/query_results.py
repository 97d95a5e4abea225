"""Results of the two trials of the graph that canned queries are tried on: one group a trial, and a pooled one."""

from __future__ import annotations

from decimal import Decimal

from kg.model import (
    AdverseEvent,
    Analysis,
    EventCount,
    FlowCount,
    FlowPeriod,
    Measurement,
    OutcomeResult,
    ParticipantFlow,
    Record,
    ResultGroup,
    ResultsReport,
    Trial,
)
from kg.rdf.iris import under
from tests.query_papers import ARM, IN, OUT, PAGE_IN, PAGE_OUT


def results() -> list[Record]:
    """Results as each record gives them, and the group that the arm seems to be."""
    return [*of(IN, PAGE_IN, "Nausea", 3, "0.5"), *of(OUT, PAGE_OUT, "Rash", 7, "NA"), *pooled()]


def of(trial: str, page: str, event: str, affected: int, value: str) -> list[Record]:
    """One event that two groups had, deaths, one measured outcome with an analysis, one step of the flow."""
    group, total = under(page, "group", 1), under(page, "group", 2)
    kind, deaths, measured = under(page, "event", 1), under(page, "event", 2), under(page, "result", 1)
    flow, period = under(page, "flow", 1), under(page, "period", 1)
    counts = [under(page, "event-count", number) for number in (1, 2, 3)]
    is_number = value.replace(".", "").isdigit()
    return [
        Trial(
            iri=trial,
            adverse_event=(kind, deaths),
            outcome_result=(measured,),
            participant_flow=(flow,),
            result_group=(group, total),
            results_report=(under(page, "results", 1),),
        ),
        ResultsReport(
            iri=under(page, "results", 1),
            disclosure_restricted=is_number,
            disclosure_restriction="OTHER" if is_number else None,
            disclosure_agreement="Ask us." if is_number else None,
        ),
        ResultGroup(iri=group, label=f"{event} group", group_module="EVENTS"),
        ResultGroup(iri=total, label="Total", group_module="EVENTS", overlaps_with=(group,)),
        AdverseEvent(iri=kind, label=event, seriousness="SERIOUS", event_count=(counts[0], counts[1])),
        EventCount(iri=counts[0], of_group=group, affected=affected, at_risk=20),
        EventCount(iri=counts[1], of_group=total, affected=affected + 1, at_risk=40),
        AdverseEvent(iri=deaths, seriousness="DEATHS", event_count=(counts[2],)),
        EventCount(iri=counts[2], of_group=group, affected=0, at_risk=20),
        OutcomeResult(
            iri=measured,
            label=f"Response, {event}",
            outcome_type="PRIMARY",
            unit="proportion",
            measurement=(under(measured, "measurement", 1),),
            analysis=(under(measured, "analysis", 1),),
        ),
        Measurement(
            iri=under(measured, "measurement", 1),
            of_group=group,
            value=Decimal(value) if is_number else None,
            value_text=None if is_number else value,
        ),
        Analysis(
            iri=under(measured, "analysis", 1),
            compared_group=(group, total),
            statistical_method="Log Rank",
            p_value=Decimal("0.04") if is_number else None,
            p_value_text=None if is_number else "<0.001",
        ),
        ParticipantFlow(iri=flow, flow_period=(period,)),
        FlowPeriod(iri=period, label="Overall", position=1, flow_count=(under(period, "count", 1),)),
        FlowCount(iri=under(period, "count", 1), label="STARTED", flow_kind="MILESTONE", of_group=group, count=20),
    ]


def pooled() -> list[Record]:
    """The arm behind the group of the trial that is in."""
    return [ResultGroup(iri=under(PAGE_IN, "group", 1), joined_arm=(ARM,))]
