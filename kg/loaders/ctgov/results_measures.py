"""Baseline characteristics and outcome measures: denominators, measurements and analyses.

Denominators of a class stand with its measurements where they differ from those of the measure, and those of a baseline
measure where they differ from those of its groups; a group that a class counts and does not measure has a measurement
without a value.
"""

from __future__ import annotations

from kg.loaders.ctgov.draft import day_of
from kg.loaders.ctgov.results_analyses import analysis
from kg.loaders.ctgov.results_groups import Groups, Ids, Sheet
from kg.loaders.ctgov.results_numbers import decimal, plain, words_of
from kg.loaders.ctgov.study_results import (
    BaselineCharacteristicsModule,
    BaselineMeasureOfStudy,
    Denom,
    MeasureClass,
    MeasurementOfGroup,
    OutcomeMeasure,
    OutcomeMeasuresModule,
)
from kg.model import BaselineMeasure, Measurement, OutcomeResult
from kg.rdf.iris import under

Counted = dict[str | None, tuple[str, ...]]
# Words of other formats for the ranks of the API.
_RANKS = {
    "PRIMARY": "PRIMARY",
    "SECONDARY": "SECONDARY",
    "OTHER_PRE_SPECIFIED": "OTHER",
    "OTHER": "OTHER",
    "POST_HOC": "POST_HOC",
}


def baseline(sheet: Sheet, module: BaselineCharacteristicsModule) -> tuple[str, ...]:
    """Characteristics of the participants at the start, in order."""
    groups = Groups(sheet, "BASELINE")
    ids = groups.listed(module.groups)
    overall = sheet.denominators(module.denoms, groups, ids)
    found = []
    for position, one in enumerate(module.measures, 1):
        found.append(under(sheet.record, "baseline", position))
        _baseline_measure(sheet, groups, ids, overall, found[-1], position, one)
    groups.close(overall)
    return tuple(found)


def _baseline_measure(
    sheet: Sheet,
    groups: Groups,
    ids: Ids,
    overall: Counted,
    iri: str,
    position: int,
    measure: BaselineMeasureOfStudy,
) -> None:
    own = sheet.denominators(measure.denoms, groups, ids) if measure.denoms else {}
    measured = _Rows(sheet, groups, ids, overall | own, iri)
    for one in measure.classes:
        measured.read(one)
    sheet.records.append(
        BaselineMeasure(
            iri=iri,
            label=sheet.text(measure.title),
            position=position,
            description=sheet.text(measure.description),
            population_description=sheet.text(measure.population_description),
            parameter_type=words_of(measure.param_type),
            dispersion_type=words_of(measure.dispersion_type),
            unit=plain(measure.unit_of_measure),
            denominator=_different(own, overall),
            denominator_units=_selected(measure.denom_units_selected, measure.denoms),
            measurement=tuple(measured.found),
        )
    )


def outcome_results(sheet: Sheet, module: OutcomeMeasuresModule) -> tuple[str, ...]:
    """Measured outcomes, in order."""
    groups = Groups(sheet, "OUTCOME")
    found = []
    for position, one in enumerate(module.outcome_measures, 1):
        found.append(under(sheet.record, "outcome-result", position))
        _outcome_result(sheet, groups, found[-1], position, one)
    groups.close()
    return tuple(found)


def _outcome_result(sheet: Sheet, groups: Groups, iri: str, position: int, outcome: OutcomeMeasure) -> None:
    ids = groups.listed(outcome.groups)
    counted = sheet.denominators(outcome.denoms, groups, ids)
    measured = _Rows(sheet, groups, ids, counted, iri)
    for one in outcome.classes:
        measured.read(one)
    status, rank = outcome.reporting_status, _RANKS.get(outcome.type or "")
    posting = day_of(outcome.anticipated_posting_date or "")
    if not rank:
        sheet.leave("Outcome Measure Type", outcome.type or "", iri)
    if not posting:
        sheet.leave("Anticipated Posting Date", outcome.anticipated_posting_date or "", iri)
    sheet.records.append(
        OutcomeResult(
            iri=iri,
            label=sheet.text(outcome.title),
            outcome_type=rank,
            position=position,
            description=sheet.text(outcome.description),
            time_frame=sheet.text(outcome.time_frame),
            population_description=sheet.text(outcome.population_description),
            reporting_status=None if status == "POSTED" and measured.found else words_of(status),
            anticipated_posting=posting,
            parameter_type=words_of(outcome.param_type),
            dispersion_type=words_of(outcome.dispersion_type),
            unit=plain(outcome.unit_of_measure),
            denominator=tuple([iri for iris in counted.values() for iri in iris]),
            denominator_units=_selected(outcome.denom_units_selected or outcome.type_units_analyzed, outcome.denoms),
            measurement=tuple(measured.found),
            analysis=tuple(
                [
                    analysis(sheet, groups, ids, under(iri, "analysis", number), one)
                    for number, one in enumerate(outcome.analyses, 1)
                ]
            ),
            result_group=tuple([one for one in ids.values() if one not in counted and one not in measured.groups]),
        )
    )


def _different(own: Counted, overall: Counted) -> tuple[str, ...]:
    return tuple([iri for group, iris in own.items() if overall.get(group) != iris for iri in iris])


def _selected(units: str | None, denoms: tuple[Denom, ...]) -> str | None:
    """The units that values are out of, where there are several or none to choose from."""
    return plain(units) if len(denoms) != 1 or denoms[0].units != units else None


class _Rows:
    """Reads the classes of one measure.

    :ivar found: IRIs of its measurements.
    :ivar groups: those that were measured.
    """

    def __init__(self, sheet: Sheet, groups: Groups, ids: Ids, counted: Counted, measure: str) -> None:
        self.found: list[str] = []
        self.groups: set[str | None] = set()
        self._sheet = sheet
        self._of = groups
        self._ids = ids
        self._counted = counted
        self._measure = measure

    def read(self, part: MeasureClass) -> None:
        """The measurements of one class."""
        title, out_of = plain(part.title), {}
        if part.denoms:
            counted = self._sheet.denominators(part.denoms, self._of, self._ids)
            out_of = {group: iris for group, iris in counted.items() if self._counted.get(group) != iris}
        rest = dict(out_of)
        for category in part.categories:
            heading = plain(category.title)
            for one in category.measurements:
                group = self._of.of(self._ids, one.group_id)
                rest.pop(group, None)
                self._add(title, heading, group, one, out_of.get(group, ()))
        for group, iris in rest.items():
            self._add(title, None, group, MeasurementOfGroup(), iris)

    def _add(
        self,
        title: str | None,
        heading: str | None,
        group: str | None,
        measured: MeasurementOfGroup,
        out_of: tuple[str, ...],
    ) -> None:
        iri = under(self._measure, "measurement", len(self.found) + 1)
        value, value_text = decimal(measured.value)
        spread, spread_text = decimal(measured.spread)
        lower, lower_text = decimal(measured.lower_limit)
        upper, upper_text = decimal(measured.upper_limit)
        self._sheet.records.append(
            Measurement(
                iri=iri,
                of_group=group,
                class_title=title,
                category_title=heading,
                value=value,
                value_text=value_text,
                spread=spread,
                spread_text=spread_text,
                lower_limit=lower,
                lower_limit_text=lower_text,
                upper_limit=upper,
                upper_limit_text=upper_text,
                comment=self._sheet.text(measured.comment),
                denominator=out_of,
            )
        )
        self.found.append(iri)
        self.groups.add(group)
