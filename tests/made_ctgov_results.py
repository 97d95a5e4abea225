"""The results section of a study of the API as legacy XML, see :mod:`tests.made_ctgov_xml`."""

from __future__ import annotations

from collections.abc import Iterable

from tests.made_ctgov_words import Json, Made

_TYPES = {
    "PRIMARY": "Primary",
    "SECONDARY": "Secondary",
    "OTHER_PRE_SPECIFIED": "Other Pre-specified",
    "POST_HOC": "Post-Hoc",
}
_ANALYSIS = (
    ("non_inferiority_desc", "nonInferiorityComment"),
    ("p_value", "pValue"),
    ("p_value_desc", "pValueComment"),
    ("method", "statisticalMethod"),
    ("method_desc", "statisticalComment"),
    ("param_type", "paramType"),
    ("param_value", "paramValue"),
    ("dispersion_value", "dispersionValue"),
    ("ci_percent", "ciPctValue"),
    ("ci_lower_limit", "ciLowerLimit"),
    ("ci_upper_limit", "ciUpperLimit"),
    ("ci_upper_limit_na_comment", "ciUpperLimitComment"),
    ("estimate_desc", "estimateComment"),
    ("other_analysis_desc", "otherAnalysisDescription"),
    ("groups_desc", "groupDescription"),
)
_SIDES = {"ONE_SIDED": "1-Sided", "TWO_SIDED": "2-Sided"}
_COMPARED = {
    "SUPERIORITY": "Superiority",
    "NON_INFERIORITY": "Non-Inferiority",
    "EQUIVALENCE": "Equivalence",
    "OTHER": "Other",
    "NON_INFERIORITY_OR_EQUIVALENCE": "Non-Inferiority or Equivalence",
    "SUPERIORITY_OR_OTHER": "Superiority or Other",
    "NON_INFERIORITY_OR_EQUIVALENCE_LEGACY": "Non-Inferiority or Equivalence (legacy)",
    "SUPERIORITY_OR_OTHER_LEGACY": "Superiority or Other (legacy)",
}
_EMPLOYED = {
    True: "All Principal Investigators ARE employed by the organization sponsoring the study.",
    False: "Principal Investigators are NOT employed by the organization sponsoring the study.",
}
_RESTRICTED = {
    found: f"There {words} an agreement between Principal Investigators and the Sponsor (or its agents) that restricts "
    "the PI's rights to discuss or publish trial results after the trial is completed."
    for found, words in {True: "IS", False: "is NOT"}.items()
}
_HELD_BACK = (
    "The only disclosure restriction on the PI is that the sponsor can review results communications prior to public "
    "release and can embargo communications regarding trial results for a period that is {}. The sponsor cannot "
    "require changes to the communication and cannot extend the embargo."
)
_RESTRICTIONS = {
    "LTE60": _HELD_BACK.format("less than or equal to 60 days"),
    "GT60": _HELD_BACK.format("more than 60 days but less than or equal to 180 days"),
}
_SPREADS = {"STANDARD_ERROR_OF_MEAN": "Standard Error of the Mean", "STANDARD_DEVIATION": "Standard Deviation"}
_ASSESSMENTS = {
    "SYSTEMATIC_ASSESSMENT": "Systematic Assessment",
    "NON_SYSTEMATIC_ASSESSMENT": "Non-systematic Assessment",
}


def results(made: Made, section: Json) -> None:
    """Put the results section under a study."""
    part = made.part("clinical_results")
    _flow(part, section.get("participantFlowModule"))
    _baseline(part, section.get("baselineCharacteristicsModule"))
    if "outcomeMeasuresModule" in section:
        listed = part.part("outcome_list")
        for one in section["outcomeMeasuresModule"].get("outcomeMeasures", ()):
            _outcome(listed.part("outcome"), one)
    _events(part, section.get("adverseEventsModule"))
    _more(part, section.get("moreInfoModule", {}))


def _more(part: Made, module: Json) -> None:
    agreed, who = module.get("certainAgreement"), module.get("pointOfContact")
    if agreed:
        listed, kind = part.part("certain_agreements"), agreed.get("restrictionType", "")
        listed.text("pi_employee", _EMPLOYED.get(agreed.get("piSponsorEmployee")))
        words = (
            _RESTRICTIONS.get(kind) or agreed.get("otherDetails") or _RESTRICTED.get(agreed.get("restrictiveAgreement"))
        )
        listed.text("restrictive_agreement", words)
    if who:
        listed = part.part("point_of_contact")
        for name, key in (("name_or_title", "title"), ("organization", "organization")):
            listed.text(name, who.get(key))
        for name in ("phone", "email"):
            listed.text(name, who.get(name))
    part.text("limitations_and_caveats", module.get("limitationsAndCaveats", {}).get("description"))


def _number(group: str) -> str:
    """``FG000`` as ``P1``, ``BG001`` as ``B2``."""
    return f"{'P' if group[0] == 'F' else group[0]}{int(group[2:]) + 1}"


def _groups(part: Made, listed: Iterable[Json]) -> None:
    groups = part.part("group_list")
    for one in listed:
        group = groups.part("group")
        group.element.set("group_id", _number(one["id"]))
        group.text("title", one.get("title"))
        group.text("description", one.get("description"))


def _row(part: Made, tag: str, group: str, words: str | None, **attributes: object) -> None:
    row = part.part(tag)
    row.element.set("group_id", _number(group))
    for name, value in attributes.items():
        if value is not None:
            row.element.set(name, str(value))
    if words:
        row.element.text = part.shown(words)


def _flow(made: Made, module: Json | None) -> None:
    if module is None:
        return
    part = made.part("participant_flow")
    part.text("recruitment_details", module.get("recruitmentDetails"))
    part.text("pre_assignment_details", module.get("preAssignmentDetails"))
    _groups(part, module.get("groups", ()))
    periods = part.part("period_list")
    for one in module.get("periods", ()):
        period = periods.part("period")
        period.text("title", one.get("title"))
        for tag, name, counts in (
            ("milestone", "milestones", "achievements"),
            ("drop_withdraw_reason", "dropWithdraws", "reasons"),
        ):
            listed = period.part(f"{tag}_list")
            for row in one.get(name, ()):
                inner = listed.part(tag)
                inner.text("title", row.get("type"))
                people = inner.part("participants_list")
                for count in row.get(counts, ()):
                    _row(people, "participants", count["groupId"], count.get("comment"), count=count.get("numSubjects"))


def _denoms(part: Made, listed: Iterable[Json], scope: str) -> None:
    if listed:
        made = part.part("analyzed_list")
        for one in listed:
            analyzed = made.part("analyzed")
            analyzed.text("units", one.get("units"))
            analyzed.text("scope", scope)
            counts = analyzed.part("count_list")
            for count in one.get("counts", ()):
                _row(counts, "count", count["groupId"], None, value=count.get("value"))


def _baseline(made: Made, module: Json | None) -> None:
    if module is None:
        return
    part = made.part("baseline")
    part.text("population", module.get("populationDescription"))
    _groups(part, module.get("groups", ()))
    _denoms(part, module.get("denoms", ()), "Overall")
    listed = part.part("measure_list")
    for one in module.get("measures", ()):
        _measure(listed.part("measure"), one, one.get("populationDescription"))


def _measure(part: Made, one: Json, population: str | None) -> None:
    part.text("title", one.get("title"))
    part.text("description", one.get("description"))
    part.text("population", population)
    part.text("units", one.get("unitOfMeasure"))
    part.text("param", (one.get("paramType") or "").replace("_", " ").title().replace(" Of ", " of "))
    spread = one.get("dispersionType") or ""
    spread = "Inter-Quartile Range" if spread == "INTER_QUARTILE_RANGE" else spread
    part.text("dispersion", spread.replace("_", " ").title() if spread.isupper() else spread)
    part.text("units_analyzed", one.get("denomUnitsSelected"))
    _denoms(part, one.get("denoms", ()), "Measure")
    listed = part.part("class_list")
    for row in one.get("classes", ()):
        made = listed.part("class")
        made.text("title", row.get("title"))
        _denoms(made, row.get("denoms", ()), "Class")
        categories = made.part("category_list")
        for category in row.get("categories", ()):
            inner = categories.part("category")
            inner.text("title", category.get("title"))
            values = inner.part("measurement_list")
            for value in category.get("measurements", ()):
                _row(
                    values,
                    "measurement",
                    value["groupId"],
                    value.get("comment"),
                    value=value.get("value"),
                    spread=value.get("spread"),
                    lower_limit=value.get("lowerLimit"),
                    upper_limit=value.get("upperLimit"),
                )


def _outcome(part: Made, one: Json) -> None:
    part.text("type", _TYPES.get(one.get("type", "")))
    part.text("title", one.get("title"))
    part.text("description", one.get("description"))
    part.text("time_frame", one.get("timeFrame"))
    year, _, month = one.get("anticipatedPostingDate", "").partition("-")
    part.text("posting_date", f"{month}/{year}" if month else year)
    part.text("population", one.get("populationDescription"))
    if one.get("reportingStatus") == "NOT_POSTED":
        return
    _groups(part, one.get("groups", ()))
    _measure(part.part("measure"), one, one.get("populationDescription"))
    analyses = part.part("analysis_list")
    for row in one.get("analyses", ()):
        made = analyses.part("analysis")
        groups = made.part("group_id_list")
        for group in row.get("groupIds", ()):
            groups.text("group_id", _number(group))
        made.text("non_inferiority_type", _COMPARED.get(row.get("nonInferiorityType", "")))
        made.text("ci_n_sides", _SIDES.get(row.get("ciNumSides", "")))
        made.text("dispersion_type", _SPREADS.get(row.get("dispersionType", "")))
        for tag, name in _ANALYSIS:
            made.text(tag, row.get(name))


def _events(made: Made, module: Json | None) -> None:
    if module is None:
        return
    part = made.part("reported_events")
    part.text("time_frame", module.get("timeFrame"))
    part.text("desc", module.get("description"))
    _groups(part, module.get("eventGroups", ()))
    for kind, totals in (
        ("serious", (("deaths", "Total, all-cause mortality"), ("serious", "Total, serious adverse events"))),
        ("other", (("other", "Total, other adverse events"),)),
    ):
        listed = part.part(f"{kind}_events")
        if kind == "other":
            listed.text("frequency_threshold", module.get("frequencyThreshold"))
        events = module.get(f"{kind}Events", ())
        # A default counts for all events without a word of their own.
        named = [one["sourceVocabulary"] for one in events if one.get("sourceVocabulary")]
        vocabulary = named[0] if named and len(named) == len(events) else None
        listed.text("default_vocab", vocabulary)
        categories = listed.part("category_list")
        _totals(categories, module.get("eventGroups", ()), totals)
        for one in events:
            category = categories.part("category")
            category.text("title", one.get("organSystem"))
            _event(category.part("event_list").part("event"), one, vocabulary)


def _totals(categories: Made, groups: Iterable[Json], totals: Iterable[tuple[str, str]]) -> None:
    category = categories.part("category")
    category.text("title", "Total")
    listed = category.part("event_list")
    for name, title in totals:
        event = listed.part("event")
        event.text("sub_title", title)
        for group in groups:
            affected, risk = group.get(f"{name}NumAffected"), group.get(f"{name}NumAtRisk")
            _row(event, "counts", group["id"], None, subjects_affected=affected, subjects_at_risk=risk)


def _event(event: Made, one: Json, default: str | None) -> None:
    vocabulary = one.get("sourceVocabulary")
    event.text("sub_title", one.get("term"), **({"vocab": vocabulary} if vocabulary != default else {}))
    event.text("assessment", _ASSESSMENTS.get(one.get("assessmentType", "")))
    event.text("description", one.get("notes"))
    for row in one.get("stats", ()):
        _row(
            event,
            "counts",
            row["groupId"],
            None,
            events=row.get("numEvents"),
            subjects_affected=row.get("numAffected"),
            subjects_at_risk=row.get("numAtRisk"),
        )
