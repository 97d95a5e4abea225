"""Statistical analyses of an outcome in the legacy XML, as the API lays them out."""

from __future__ import annotations

from collections.abc import Mapping

from kg.loaders.ctgov.legacy_values import Element, flat
from kg.loaders.ctgov.study_results import AnalysisOfStudy
from kg.loaders.ctgov.tokens import plain, yes

_SIDES = {"1-Sided": "ONE_SIDED", "2-Sided": "TWO_SIDED"}
_DISPERSIONS = {"STANDARD_ERROR_OF_THE_MEAN": "STANDARD_ERROR_OF_MEAN"}


def analysis(element: Element, ids: Mapping[str | None, str]) -> AnalysisOfStudy:
    """One analysis.

    :param ids: of the groups of its outcome, as the API numbers them.
    """
    found, groups = flat(element), []
    for child in element:
        if child.tag == "group_id_list":
            groups = [ids.get(one.text, one.text or "") for one in child]
    kind, tested = _compared(found)
    spread, sides = found.get("dispersion_type"), found.get("ci_n_sides")
    return AnalysisOfStudy(
        group_ids=tuple(groups),
        param_type=found.get("param_type"),
        param_value=found.get("param_value"),
        dispersion_type=spread and _DISPERSIONS.get(plain(spread), plain(spread)),
        dispersion_value=found.get("dispersion_value"),
        statistical_method=found.get("method"),
        statistical_comment=found.get("method_desc"),
        p_value=found.get("p_value"),
        p_value_comment=found.get("p_value_desc"),
        ci_num_sides=sides and _SIDES.get(sides, sides),
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
    kind = plain(written) if written and yes(written) is None else None
    return kind, tested
