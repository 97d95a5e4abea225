"""Statistical comparisons of the groups of an outcome."""

from __future__ import annotations

from typing import Any

from kg.loaders.ctgov.results_groups import Groups, Ids, Sheet
from kg.loaders.ctgov.results_numbers import decimal, p_value, plain, within, words_of
from kg.loaders.ctgov.study_results import AnalysisOfStudy
from kg.model import Analysis


def analysis(sheet: Sheet, groups: Groups, ids: Ids, iri: str, written: AnalysisOfStudy) -> str:
    """One analysis.

    :param ids: of the groups of its outcome.
    :returns: its IRI.
    """
    p, p_text = p_value(written.p_value)
    text = sheet.text
    compared = dict.fromkeys([found for one in written.group_ids if (found := groups.of(ids, one))])
    sheet.records.append(
        Analysis(
            iri=iri,
            compared_group=tuple(compared),
            description=text(written.group_description),
            test_type=words_of(written.non_inferiority_type),
            tested_non_inferiority=written.tested_non_inferiority,
            non_inferiority_comment=text(written.non_inferiority_comment),
            p_value=p,
            p_value_text=p_text,
            p_value_comment=text(written.p_value_comment),
            statistical_method=plain(written.statistical_method),
            statistical_comment=text(written.statistical_comment),
            other_analysis=text(written.other_analysis_description),
            **_estimate(sheet, written),
        )
    )
    return iri


def _estimate(sheet: Sheet, written: AnalysisOfStudy) -> dict[str, Any]:
    """Slots of what was estimated, with its spread and interval."""
    value, value_text = decimal(written.param_value)
    spread, spread_text = decimal(written.dispersion_value)
    level, level_text = within(written.ci_pct_value, 100)
    lower, lower_text = decimal(written.ci_lower_limit)
    upper, upper_text = decimal(written.ci_upper_limit)
    return {
        "parameter_type": plain(written.param_type),
        "value": value,
        "value_text": value_text,
        "dispersion_type": words_of(written.dispersion_type),
        "spread": spread,
        "spread_text": spread_text,
        "confidence_level": level,
        "confidence_level_text": level_text,
        "sidedness": words_of(written.ci_num_sides),
        "lower_limit": lower,
        "lower_limit_text": lower_text,
        "lower_limit_comment": sheet.text(written.ci_lower_limit_comment),
        "upper_limit": upper,
        "upper_limit_text": upper_text,
        "upper_limit_comment": sheet.text(written.ci_upper_limit_comment),
        "estimate_comment": sheet.text(written.estimate_comment),
    }
