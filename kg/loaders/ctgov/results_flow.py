"""How participants went through a study: groups, periods, milestones and reasons for dropping out.

Reasons that nobody dropped out for are facts and are kept: half of the counts of reasons in 78 records, 4 a record.
"""

from __future__ import annotations

from kg.loaders.ctgov.results_groups import Groups, Ids, Sheet
from kg.loaders.ctgov.results_numbers import count, plain
from kg.loaders.ctgov.study_results import Achievement, ParticipantFlowModule, Period
from kg.model import FlowCount, FlowPeriod, ParticipantFlow
from kg.rdf.iris import under


def flow(sheet: Sheet, module: ParticipantFlowModule) -> tuple[str, ...]:
    """The participant flow.

    :returns: its IRI; none where it says nothing.
    """
    groups = Groups(sheet, "FLOW")
    ids = groups.listed(module.groups)
    iri = under(sheet.record, "flow", 1)
    made = ParticipantFlow(
        iri=iri,
        recruitment_details=sheet.text(module.recruitment_details),
        pre_assignment_details=sheet.text(module.pre_assignment_details),
        flow_unit=plain(module.type_units_analyzed),
        flow_period=tuple(
            [_period(sheet, groups, ids, under(iri, "period", n), n, one) for n, one in enumerate(module.periods, 1)]
        ),
    )
    groups.close()
    if made == ParticipantFlow(iri=iri) and not ids:
        return ()
    sheet.records.append(made)
    return (iri,)


def _period(sheet: Sheet, groups: Groups, ids: Ids, iri: str, position: int, period: Period) -> str:
    counts: list[str] = []
    for milestone in period.milestones:
        step = ("MILESTONE", plain(milestone.type), sheet.text(milestone.comment))
        for one in milestone.achievements:
            counts.append(_count(sheet, under(iri, "count", len(counts) + 1), step, groups.of(ids, one.group_id), one))
    for reason in period.drop_withdraws:
        step = ("DROP_WITHDRAW", plain(reason.type), sheet.text(reason.comment))
        for one in reason.reasons:
            counts.append(_count(sheet, under(iri, "count", len(counts) + 1), step, groups.of(ids, one.group_id), one))
    label = sheet.text(period.title)
    sheet.records.append(FlowPeriod(iri=iri, label=label, position=position, flow_count=tuple(counts)))
    return iri


def _count(
    sheet: Sheet, iri: str, step: tuple[str, str | None, str | None], group: str | None, counted: Achievement
) -> str:
    number, words = count(counted.num_subjects)
    units, units_words = count(counted.num_units)
    sheet.records.append(
        FlowCount(
            iri=iri,
            label=step[1],
            flow_kind=step[0],
            of_group=group,
            count=number,
            count_text=words,
            unit_count=units,
            unit_count_text=units_words,
            step_comment=step[2],
            comment=sheet.text(counted.comment),
        )
    )
    return iri
