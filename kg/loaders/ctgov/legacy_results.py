"""The results section of a study of the legacy XML, as the API lays it out.

Schema: https://clinicaltrials.gov/ct2/html/images/info/public.xsd. Until December 2016 an outcome had several measures,
of which one was the number of participants, and a measure had categories without classes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.loaders.ctgov.legacy_analyses import analysis
from kg.loaders.ctgov.legacy_events import events
from kg.loaders.ctgov.legacy_groups import groups_of
from kg.loaders.ctgov.legacy_values import Element, escaped, flat
from kg.loaders.ctgov.study_results import (
    Achievement,
    BaselineCharacteristicsModule,
    BaselineMeasureOfStudy,
    Category,
    Denom,
    DropWithdraw,
    GroupCount,
    LimitationsAndCaveats,
    MeasureClass,
    MeasurementOfGroup,
    Milestone,
    MoreInfoModule,
    OutcomeMeasure,
    OutcomeMeasuresModule,
    ParticipantFlowModule,
    Period,
    ResultsSection,
)
from kg.loaders.ctgov.tokens import plain

# The measure that older records count participants, or other units, with.
_NUMBER_OF = "Number of "
# Measures whose categories exclude each other; those of all others became classes in 2016.
_EXCLUSIVE = ("Age, Categorical", "Age, Customized", "Gender", "Sex", "Ethnicity", "Race")
_OUTCOME_TYPES = {"OTHER_PRESPECIFIED": "OTHER_PRE_SPECIFIED", "POSTHOC": "POST_HOC"}
Ids = Mapping[str | None, str]


def results(element: Element) -> ResultsSection:
    """The results section of a study."""
    parts = {child.tag: child for child in element}
    flow, baseline, measured = parts.get("participant_flow"), parts.get("baseline"), parts.get("outcome_list")
    reported, caveats = parts.get("reported_events"), flat(element).get("limitations_and_caveats")
    return ResultsSection(
        _flow(flow) if flow is not None else None,
        _baseline(baseline) if baseline is not None else None,
        OutcomeMeasuresModule(tuple([_outcome(one) for one in measured])) if measured is not None else None,
        events(reported) if reported is not None else None,
        MoreInfoModule(LimitationsAndCaveats(caveats)) if caveats else None,
    )


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
    title, milestones, reasons = None, [], []
    for child in element:
        if child.tag == "title":
            title = child.text
        elif child.tag == "milestone_list":
            milestones = [Milestone(*_counted(one, ids)) for one in child]
        elif child.tag == "drop_withdraw_reason_list":
            reasons = [DropWithdraw(*_counted(one, ids)) for one in child]
    return Period(title, tuple(milestones), tuple(reasons))


def _counted(element: Element, ids: Ids) -> tuple[str | None, None, tuple[Achievement, ...]]:
    """A milestone or a reason to leave: what it is, no comment of its own, and how many of each group."""
    title, counts = None, []
    for child in element:
        if child.tag == "title":
            title = child.text
        elif child.tag == "participants_list":
            for one in child:
                group = one.get("group_id")
                counts.append(Achievement(ids.get(group, group), _comment(one), one.get("count") or None))
    return title, None, tuple(counts)


def _comment(element: Element) -> str | None:
    written = (element.text or "").strip()
    return escaped(written) if "\\" in written else written or None


def _baseline(element: Element) -> BaselineCharacteristicsModule:
    parts, found = {child.tag: child for child in element}, flat(element)
    groups, ids = groups_of(parts.get("group_list"), "BG")
    denoms = _denoms(parts.get("analyzed_list"), ids)
    measures = []
    for one in parts.get("measure_list", ()):
        measure = _measure(one, ids)
        if measure.title and measure.title.startswith(_NUMBER_OF) and not denoms and not measures:
            denoms = (_counting(measure),)
        else:
            measures.append(measure)
    return BaselineCharacteristicsModule(
        population_description=found.get("population"), groups=groups, denoms=denoms, measures=tuple(measures)
    )


def _counting(measure: BaselineMeasureOfStudy) -> Denom:
    """The measure that counts participants or units, as the denominators of the others."""
    units = (measure.title or "").removeprefix(_NUMBER_OF)
    counts = [
        GroupCount(one.group_id, one.value)
        for part in measure.classes
        for category in part.categories
        for one in category.measurements
    ]
    return Denom(units, tuple(counts))


def _denoms(element: Element | None, ids: Ids) -> tuple[Denom, ...]:
    found = []
    for one in element if element is not None else ():
        units, counts = None, []
        for child in one:
            if child.tag == "units":
                units = child.text
            elif child.tag == "count_list":
                for count in child:
                    group = count.get("group_id")
                    counts.append(GroupCount(ids.get(group, group), count.get("value")))
        found.append(Denom(units, tuple(counts)))
    return tuple(found)


def _measure(element: Element, ids: Ids) -> BaselineMeasureOfStudy:
    """A measure, of baseline or of an outcome; the kinds of value are those of baseline."""
    found, parts = flat(element), {child.tag: child for child in element}
    title, param, dispersion = found.get("title"), found.get("param"), found.get("dispersion")
    if "class_list" in parts:
        classes = tuple([_class(one, ids) for one in parts["class_list"]])
    else:
        classes = _classes_of_categories(title, [_category(one, ids) for one in parts.get("category_list", ())])
    return BaselineMeasureOfStudy(
        title=title,
        description=found.get("description"),
        population_description=found.get("population"),
        param_type=param and plain(param),
        dispersion_type=dispersion,
        unit_of_measure=found.get("units"),
        denom_units_selected=found.get("units_analyzed"),
        denoms=_denoms(parts.get("analyzed_list"), ids),
        classes=classes,
    )


def _class(element: Element, ids: Ids) -> MeasureClass:
    title, denoms, categories = None, (), ()
    for child in element:
        if child.tag == "title":
            title = child.text
        elif child.tag == "analyzed_list":
            denoms = _denoms(child, ids)
        elif child.tag == "category_list":
            categories = tuple([_category(one, ids) for one in child])
    return MeasureClass(title, denoms, categories)


def _classes_of_categories(title: str | None, categories: list[Category]) -> tuple[MeasureClass, ...]:
    """Categories of older records: one class of all where they exclude each other, else a class of each."""
    if not categories:
        return ()
    if not any(one.title for one in categories) or (title or "").startswith(_EXCLUSIVE):
        return (MeasureClass(categories=tuple(categories)),)
    return tuple([MeasureClass(one.title, (), (Category(None, one.measurements),)) for one in categories])


def _category(element: Element, ids: Ids) -> Category:
    title: str | None = None
    measured: list[MeasurementOfGroup] = []
    for child in element:
        if child.tag in ("title", "sub_title"):
            title = child.text
        elif child.tag == "measurement_list":
            measured = [_measurement(one, ids) for one in child]
    return Category(title, tuple(measured))


def _measurement(element: Element, ids: Ids) -> MeasurementOfGroup:
    given: Mapping[str, str] = dict(element.items())
    group = given.get("group_id")
    return MeasurementOfGroup(
        ids.get(group, group),
        given.get("value"),
        given.get("spread"),
        given.get("lower_limit"),
        given.get("upper_limit"),
        _comment(element),
    )


def _outcome(element: Element) -> OutcomeMeasure:
    found, parts = flat(element), {child.tag: child for child in element}
    groups, ids = groups_of(parts.get("group_list"), "OG")
    denoms, measure = _measured(_measures(parts), ids)
    kind, day = plain(found.get("type", "")), found.get("posting_date")
    posted = measure is not None or bool(groups)
    return OutcomeMeasure(
        type=_OUTCOME_TYPES.get(kind, kind) or None,
        title=found.get("title"),
        description=found.get("description"),
        population_description=found.get("population") or (measure and measure.population_description),
        reporting_status="POSTED" if posted else "NOT_POSTED",
        anticipated_posting_date=_month(day) if day else None,
        param_type=measure and measure.param_type,
        dispersion_type=measure and measure.dispersion_type,
        unit_of_measure=measure and measure.unit_of_measure,
        time_frame=found.get("time_frame"),
        denom_units_selected=measure and measure.denom_units_selected,
        groups=groups,
        denoms=denoms,
        classes=measure.classes if measure else (),
        analyses=tuple([analysis(one, ids) for one in parts.get("analysis_list", ())]),
    )


def _measures(parts: Mapping[str, Element]) -> Iterable[Element]:
    if "measure" in parts:
        return (parts["measure"],)
    return parts.get("measure_list", ())


def _measured(listed: Iterable[Element], ids: Ids) -> tuple[tuple[Denom, ...], BaselineMeasureOfStudy | None]:
    """Denominators and the measure itself, which older records list one after the other."""
    denoms: tuple[Denom, ...] = ()
    found: BaselineMeasureOfStudy | None = None
    for one in listed:
        measure = _measure(one, ids)
        if measure.title and measure.title.startswith(_NUMBER_OF) and not measure.denoms and len(listed) > 1:
            denoms = (*denoms, _counting(measure))
        elif found is None:
            denoms, found = (*denoms, *measure.denoms), measure
    return denoms, found


def _month(written: str) -> str:
    """A month and year with a stroke between, as the API has it.

    >>> _month("12/2020"), _month("2025")
    ('2020-12', '2025')
    """
    month, stroke, year = written.partition("/")
    return f"{year}-{month}" if stroke else written
