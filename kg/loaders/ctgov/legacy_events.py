"""Reported events of the legacy XML, as the API lays them out: totals with the groups, defaults with each event."""

from __future__ import annotations

from collections.abc import Mapping

from kg.loaders.ctgov.legacy_groups import Ids, groups_of
from kg.loaders.ctgov.legacy_values import Element, flat, text
from kg.loaders.ctgov.study_results import AdverseEventsModule, EventGroup, EventOfStudy, EventStats

# Rows that count participants with any event, by the fields of the group that they stand in in the API.
_TOTALS = {
    "Total, all-cause mortality": "deaths",
    "Total, serious adverse events": "serious",
    "Total, other adverse events": "other",
}


def events(element: Element) -> AdverseEventsModule:
    """Adverse events of all groups."""
    parts, found = {child.tag: child for child in element}, flat(element)
    listed, ids = groups_of(parts.get("group_list"), "EG")
    groups = {one.id: EventGroup(one.id, one.title, one.description) for one in listed}
    reader = _Events(ids, groups)
    serious, other = reader.of(parts.get("serious_events")), reader.of(parts.get("other_events"))
    return AdverseEventsModule(
        frequency_threshold=reader.threshold,
        time_frame=found.get("time_frame"),
        description=found.get("desc"),
        event_groups=tuple(groups.values()),
        serious_events=serious,
        other_events=other,
    )


class _Events:
    """Reads serious and other events; puts totals into the groups."""

    def __init__(self, ids: Ids, groups: Mapping[str | None, EventGroup]) -> None:
        self.ids = ids
        self.groups = groups
        self.threshold: str | None = None

    def of(self, element: Element | None) -> tuple[EventOfStudy, ...]:
        if element is None:
            return ()
        default, made = flat(element), []
        self.threshold = default.get("frequency_threshold", self.threshold)
        for part in element:
            if part.tag == "category_list":
                for category in part:
                    made += self._category(category, default)
        return tuple(made)

    def _category(self, element: Element, default: Mapping[str, str]) -> list[EventOfStudy]:
        title, made = None, []
        for child in element:
            if child.tag == "title":
                title = text(child)
            elif child.tag == "event_list":
                made = [found for one in child if (found := self._event(one, title, default))]
        return made

    def _event(self, element: Element, system: str | None, default: Mapping[str, str]) -> EventOfStudy | None:
        """One event; None for a total."""
        term, notes = None, None
        vocabulary, assessment = default.get("default_vocab"), default.get("default_assessment")
        stats: list[EventStats] = []
        for child in element:
            tag = child.tag
            if tag == "counts":
                stats.append(self._stats(child))
            elif tag == "sub_title":
                term = text(child)
                vocabulary = child.get("vocab") or vocabulary
            elif tag == "assessment":
                assessment = text(child) or assessment
            elif tag == "description":
                notes = text(child)
        if system == "Total" and term in _TOTALS:
            self._total(_TOTALS[term], stats)
            return None
        return EventOfStudy(term, system, vocabulary, assessment, notes, tuple(stats))

    def _stats(self, element: Element) -> EventStats:
        group = element.get("group_id")
        return EventStats(
            self.ids.get(group, group),
            element.get("events"),
            element.get("subjects_affected"),
            element.get("subjects_at_risk"),
        )

    def _total(self, kind: str, stats: list[EventStats]) -> None:
        for one in stats:
            group = self.groups.get(one.group_id)
            if group is not None:
                setattr(group, f"{kind}_num_affected", one.num_affected)
                setattr(group, f"{kind}_num_at_risk", one.num_at_risk)
