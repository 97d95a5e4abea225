"""Statistical analyses of an outcome in the legacy XML, as the API lays them out."""

from __future__ import annotations

from collections.abc import Mapping

from kg.loaders.ctgov.legacy_groups import Ids
from kg.loaders.ctgov.legacy_values import Element, flat
from kg.loaders.ctgov.study_results import AnalysisOfStudy
from kg.loaders.ctgov.tokens import yes


def analysis(element: Element, ids: Ids) -> AnalysisOfStudy:
    """One analysis.

    :param ids: of the groups of its outcome, as the API numbers them.
    """
    found, groups = flat(element), []
    for child in element:
        if child.tag == "group_id_list":
            groups = [ids.get(one.text, one.text or "") for one in child]
    kind, tested = _compared(found)
    return AnalysisOfStudy(
        group_ids=tuple(groups),
        param_type=found.get("param_type"),
        param_value=found.get("param_value"),
        dispersion_type=found.get("dispersion_type"),
        dispersion_value=found.get("dispersion_value"),
        statistical_method=found.get("method"),
        statistical_comment=found.get("method_desc"),
        p_value=found.get("p_value"),
        p_value_comment=found.get("p_value_desc"),
        ci_num_sides=found.get("ci_n_sides"),
        ci_pct_value=found.get("ci_percent"),
        ci_lower_limit=found.get("ci_lower_limit"),
        ci_upper_limit=found.get("ci_upper_limit"),
        ci_lower_limit_comment=found.get("ci_lower_limit_na_comment"),
        ci_upper_limit_comment=found.get("ci_upper_limit_na_comment"),
        estimate_comment=found.get("estimate_desc"),
        tested_non_inferiority=tested,
        non_inferiority_type=kind,
        non_inferiority_comment=found.get("non_inferiority_desc"),
        other_analysis_description=found.get("other_analysis_desc"),
        group_description=found.get("groups_desc"),
    )


def _compared(found: Mapping[str, str]) -> tuple[str | None, bool | None]:
    """Which hypothesis was tested, and whether non-inferiority was, which is all that records before 2017 say.

    The element of the first was filled with the words of the second for some time.
    """
    written = found.get("non_inferiority_type")
    tested = yes(found.get("non_inferiority")) if "non_inferiority" in found else yes(written)
    kind = None if yes(written) is not None else written
    return kind, tested
