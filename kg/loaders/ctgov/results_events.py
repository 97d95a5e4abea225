"""Adverse events: totals of deaths and of people with any event, and each kind of event, in each group.

Events with the same numbers in the same group share a node of those numbers, denominator included, so that an event
that nobody had costs one statement a group and is not left out (in 78 records 7,558 counts, 3,963 of them zero; at risk
were always as many as the total of the group says). A query counts each event with each of its nodes as before.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.loaders.ctgov.results_groups import Groups, Ids, Sheet
from kg.loaders.ctgov.results_numbers import count, plain, uncoded, words_of
from kg.loaders.ctgov.study_results import AdverseEventsModule, EventOfStudy, Number
from kg.model import AdverseEvent, EventCount
from kg.rdf.iris import under

Numbers = tuple[str | None, Number, Number, Number]


def adverse_events(sheet: Sheet, module: AdverseEventsModule) -> tuple[str, ...]:
    """Totals, serious events and others, in this order."""
    groups = Groups(sheet, "EVENTS")
    ids = groups.listed(module.event_groups)
    reader = _Events(sheet, groups, ids)
    listed, of = module.event_groups, groups.of
    deaths = [(of(ids, one.id), one.deaths_num_affected, one.deaths_num_at_risk, None) for one in listed]
    serious = [(of(ids, one.id), one.serious_num_affected, one.serious_num_at_risk, None) for one in listed]
    other = [(of(ids, one.id), one.other_num_affected, one.other_num_at_risk, None) for one in listed]
    reader.total("deaths", "DEATHS", deaths)
    reader.total("serious-events", "SERIOUS_TOTAL", serious)
    reader.total("other-events", "OTHER_TOTAL", other)
    reader.read("serious-event", "SERIOUS", module.serious_events)
    reader.read("other-event", "OTHER", module.other_events)
    groups.close()
    return tuple(reader.found)


class _Events:
    """Reads the events of one study.

    :ivar found: IRIs of the events.
    """

    def __init__(self, sheet: Sheet, groups: Groups, ids: Ids) -> None:
        self.found: list[str] = []
        self._sheet = sheet
        self._groups = groups
        self._ids = ids
        self._counts: dict[Numbers, str] = {}

    def total(self, kind: str, seriousness: str, listed: Iterable[Numbers]) -> None:
        """A total of all groups that give it."""
        counts = [self._count(one) for one in listed if one[1] is not None or one[2] is not None]
        if counts:
            iri = under(self._sheet.record, "total", kind)
            self._sheet.records.append(AdverseEvent(iri=iri, seriousness=seriousness, event_count=tuple(counts)))
            self.found.append(iri)

    def read(self, kind: str, seriousness: str, listed: Iterable[EventOfStudy]) -> None:
        """Events of one seriousness, numbered in the order of organ system and term.

        The formats of the registry list them in orders of their own.
        """
        sheet, groups, ids = self._sheet, self._groups, self._ids
        for position, one in enumerate(sorted(listed, key=_place), 1):
            counts = [
                self._count((groups.of(ids, stats.group_id), stats.num_affected, stats.num_at_risk, stats.num_events))
                for stats in one.stats
            ]
            self.found.append(under(sheet.record, kind, position))
            sheet.records.append(
                AdverseEvent(
                    iri=self.found[-1],
                    label=uncoded(one.term),
                    organ_system=uncoded(one.organ_system),
                    seriousness=seriousness,
                    source_vocabulary=plain(one.source_vocabulary),
                    assessment_type=words_of(one.assessment_type),
                    event_notes=sheet.text(one.notes),
                    event_count=tuple(counts),
                )
            )

    def _count(self, numbers: Numbers) -> str:
        found = self._counts.get(numbers)
        if found is None:
            found = self._counts[numbers] = under(self._sheet.record, "event-count", len(self._counts) + 1)
            group, *written = numbers
            (affected, few), (at_risk, many), (events, often) = [count(one) for one in written]
            words = [f"{name} {one}" for name, one in (("affected", few), ("at risk", many), ("events", often)) if one]
            self._sheet.records.append(
                EventCount(
                    iri=found,
                    of_group=group,
                    affected=affected,
                    at_risk=at_risk,
                    events=events,
                    count_text=", ".join(words) or None,
                )
            )
        return found


def _place(one: EventOfStudy) -> tuple[str, str]:
    return one.organ_system or "", one.term or ""
