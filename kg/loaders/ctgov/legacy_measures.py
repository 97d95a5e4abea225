"""Measures of the results in the legacy XML, of baseline and of outcomes, as the API lays them out.

Until December 2016 a measure had categories without classes, and one measure counted the participants. Words for kinds
of value stay words, as they do in older answers of the API.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.loaders.ctgov.legacy_groups import Ids
from kg.loaders.ctgov.legacy_values import Element, flat, text
from kg.loaders.ctgov.study_results import (
    BaselineMeasureOfStudy,
    Category,
    Denom,
    GroupCount,
    MeasureClass,
    MeasurementOfGroup,
)

# What the title of the measure begins with that older records count participants, or other units, with.
_NUMBER_OF = "Number of "
# A longer one is a measure: Number of Participants With Pain.
_LONGEST = 24
# Measures whose categories exclude each other; those of all others became classes in 2016.
_EXCLUSIVE = ("Age, Categorical", "Gender", "Sex: Female, Male", "Ethnicity (NIH/OMB)", "Race (NIH/OMB)")


def measured(
    listed: Sequence[Element], ids: Ids, *, analysed: bool = False
) -> tuple[tuple[Denom, ...], tuple[BaselineMeasureOfStudy, ...]]:
    """Measures in order, and of older records the denominators, which these list as the first of their measures.

    :param ids: of the groups they are of.
    :param analysed: whether how many were analysed stands elsewhere, so that every measure is one.
    """
    found = [_measure(one, ids) for one in listed]
    if analysed or len(found) < 2 or not _counts(listed[0], found[0]):
        return (), tuple(found)
    return (_counted(found[0]),), tuple(found[1:])


def _counts(element: Element, measure: BaselineMeasureOfStudy) -> bool:
    """Whether a measure only says how many were analysed; newer ones have denominators or classes."""
    title = measure.title
    if title is None or not title.startswith(_NUMBER_OF) or len(title) >= _LONGEST or measure.denoms:
        return False
    return measure.param_type == "Number" and not measure.dispersion_type and element.find("class_list") is None


def _counted(measure: BaselineMeasureOfStudy) -> Denom:
    """The measure that counts participants or units, as the denominators of the others."""
    units = (measure.title or "").removeprefix(_NUMBER_OF)
    counts = [
        GroupCount(one.group_id, one.value)
        for part in measure.classes
        for category in part.categories
        for one in category.measurements
    ]
    return Denom(units, tuple(counts))


def _measure(element: Element, ids: Ids) -> BaselineMeasureOfStudy:
    """A measure, of baseline or of an outcome."""
    found, parts = flat(element), {child.tag: child for child in element}
    title = found.get("title")
    if "class_list" in parts:
        classes = tuple([_class(one, ids) for one in parts["class_list"]])
    else:
        classes = _classes_of_categories(title, [_category(one, ids) for one in parts.get("category_list", ())])
    return BaselineMeasureOfStudy(
        title=title,
        description=found.get("description"),
        population_description=found.get("population"),
        param_type=found.get("param"),
        dispersion_type=found.get("dispersion"),
        unit_of_measure=found.get("units"),
        denom_units_selected=found.get("units_analyzed"),
        denoms=denoms_of(parts.get("analyzed_list"), ids),
        classes=classes,
    )


def _class(element: Element, ids: Ids) -> MeasureClass:
    found = MeasureClass()
    for child in element:
        tag = child.tag
        if tag == "title":
            found.title = text(child)
        elif tag == "analyzed_list":
            found.denoms = denoms_of(child, ids)
        elif tag == "category_list":
            found.categories = tuple([_category(one, ids) for one in child])
    return found


def _classes_of_categories(title: str | None, categories: list[Category]) -> tuple[MeasureClass, ...]:
    """Categories of older records: one class of all where they exclude each other, else a class of each."""
    if not categories:
        return ()
    if not any(one.title for one in categories) or (title or "").startswith(_EXCLUSIVE):
        return (MeasureClass(categories=tuple(categories)),)
    return tuple([MeasureClass(one.title, (), (Category(None, one.measurements),)) for one in categories])


def _category(element: Element, ids: Ids) -> Category:
    found = Category()
    for child in element:
        tag = child.tag
        if tag == "measurement_list":
            found.measurements = tuple([_measurement(one, ids) for one in child])
        elif tag in ("title", "sub_title"):
            found.title = text(child)
    return found


def _measurement(element: Element, ids: Ids) -> MeasurementOfGroup:
    group = element.get("group_id")
    return MeasurementOfGroup(
        ids.get(group, group),
        element.get("value"),
        element.get("spread"),
        element.get("lower_limit"),
        element.get("upper_limit"),
        text(element) if element.text else None,
    )


def denoms_of(element: Element | None, ids: Ids) -> tuple[Denom, ...]:
    """How many were analysed of each group, for each kind of unit.

    :param element: their list; None for none.
    """
    found = []
    for one in element if element is not None else ():
        units, counts = None, []
        for child in one:
            if child.tag == "units":
                units = text(child)
            elif child.tag == "count_list":
                for count in child:
                    group = count.get("group_id")
                    counts.append(GroupCount(ids.get(group, group), count.get("value")))
        found.append(Denom(units, tuple(counts)))
    return tuple(found)
