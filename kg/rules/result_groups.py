"""Which arm a group of results seems to be, by its title, and which groups are pooled from others.

Results name their groups anew in each module, and nothing but the words ties them to the arms. A title that is the
label of one arm, but for case and punctuation, is that arm almost surely; one that contains the label of one arm, or is
contained in it, rather likely (``Placebo (Safety Set)``), for it may as well be a part of the arm or more than it.
What fits two arms is joined to neither, and groups of all (``Total``, ``All doses``) to none.

A group whose title says that it is of all, and that counts exactly as many as the others together, or as those others
together whose titles contain the rest of its own (``All Dupilumab``), is pooled from them: wherever it is counted with
others the sum has to fit. The title alone is not enough (``All treated`` may stand alone or beside people counted
elsewhere), and neither is the sum. That two groups without such a title share people, as those of a crossover's periods
do, is not told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.model import AdverseEvent, Arm, Denominator, EventCount, FlowCount, FlowPeriod, OutcomeResult, ResultGroup
from kg.model import predicates as P
from kg.rdf.iris import slug
from kg.rules.conclusions import Conclusions, Known
from kg.vocab import Vocabulary

TITLE = "Arms and parts behind the groups of results"
_ALL = frozenset({"all", "total", "overall", "pooled", "combined", "entire", "whole"})
_SAME, _CONTAINED = "title-is-label-of-arm", "title-and-label-of-arm-contain"
# Labels that say nothing when they stand within a title.
_EMPTY = frozenset({"arm", "group", "cohort", "treatment", "control", "study", "intervention", "participants"})


def conclude(known: Known, vocabulary: Vocabulary) -> Conclusions:  # noqa: ARG001  (every rule set has this signature)
    """The arm of each group whose title fits one arm only, and the parts of pooled groups."""
    found = Conclusions("result-groups", known.reading.record)
    groups = [group for group in known.all_of(ResultGroup) if group.label]
    if not groups:
        return found
    arms = [arm for arm in known.all_of(Arm) if arm.label]
    for group in groups:
        _join(known, found, group, arms)
    titles = {group.iri: slug(group.label or "") for group in groups}
    pooled = [group for group in groups if _is_of_all(titles[group.iri]) and not group.overlaps_with]
    if pooled:
        counted = list(tables(known))
        for group in pooled:
            _parts(known, found, group, titles, counted)
    return found


def _is_of_all(title: str) -> bool:
    return not _ALL.isdisjoint(title.split("-"))


def _join(known: Known, found: Conclusions, group: ResultGroup, arms: list[Arm]) -> None:
    title = slug(group.label or "")
    if not title or title == "total":
        return
    same = [arm for arm in arms if slug(arm.label or "") == title]
    rule, confidence = _SAME, "0.95"
    if not same and not _is_of_all(title):
        same = [arm for arm in arms if _within(title, slug(arm.label or ""))]
        rule, confidence = _CONTAINED, "0.6"
    if len(same) == 1 and (rule == _SAME or slug(same[0].label or "") not in _EMPTY):
        found.conclude(
            group.iri,
            P.JOINED_ARM,
            f"<{same[0].iri}>",
            rule=rule,
            quote=known.quote_of(group, "label"),
            matched=same[0].label,
            confidence=confidence,
        )


def _within(one: str, other: str) -> bool:
    """Whether the words of one stand in one piece in the other."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) > 3 and f"-{shorter}-" in f"-{longer}-"


def tables(known: Known) -> Iterable[dict[str, int]]:
    """How many people each group has, wherever groups are counted side by side."""
    for one in known.all_of(OutcomeResult, FlowPeriod, AdverseEvent):
        if isinstance(one, OutcomeResult):
            yield dict(_people(known, one.denominator))
        elif isinstance(one, FlowPeriod):
            yield dict(_started(known, one.flow_count))
        elif isinstance(one, AdverseEvent) and one.seriousness == "SERIOUS_TOTAL":
            counts = [known.get(iri) for iri in one.event_count]
            yield {c.of_group: c.at_risk for c in counts if isinstance(c, EventCount) and c.of_group and c.at_risk}
    start = [group for group in known.all_of(ResultGroup) if group.group_module == "BASELINE"]
    yield dict(_people(known, [iri for group in start for iri in group.denominator]))


def _people(known: Known, denominators: Iterable[str]) -> Iterable[tuple[str, int]]:
    for iri in denominators:
        one = known.get(iri)
        if not isinstance(one, Denominator) or (one.denominator_units or "").casefold() != "participants":
            continue
        if one.of_group and one.denominator_count:
            yield one.of_group, one.denominator_count


def _started(known: Known, counts: Iterable[str]) -> Iterable[tuple[str, int]]:
    for iri in counts:
        one = known.get(iri)
        if isinstance(one, FlowCount) and one.label == "STARTED" and one.of_group and one.count:
            yield one.of_group, one.count


def _parts(
    known: Known, found: Conclusions, group: ResultGroup, titles: Mapping[str, str], counted: list[dict[str, int]]
) -> None:
    """Conclude that a group overlaps its parts, where the sum fits wherever it is counted with others."""
    parts: dict[str, str] = {}
    for table in counted:
        if group.iri in table and len(table) > 2:
            fitting = _summed(group.iri, titles, table)
            if not fitting:
                return
            total = " + ".join(str(table[one]) for one in fitting)
            parts = dict.fromkeys(fitting, f"{table[group.iri]} = {total}") | parts
    for part, total in parts.items():
        found.conclude(
            group.iri,
            P.OVERLAPS_WITH,
            f"<{part}>",
            rule="title-of-all-and-sum-of-parts",
            quote=known.quote_of(group, "label"),
            matched=total,
            confidence="0.9",
        )


def _summed(group: str, titles: Mapping[str, str], table: Mapping[str, int]) -> list[str]:
    """The other groups that together have as many people as one; none where no such are."""
    others = [one for one in table if one != group and not _is_of_all(titles.get(one, ""))]
    rest = "-".join(word for word in titles[group].split("-") if word not in _ALL)
    named = [one for one in others if rest and f"-{rest}-" in f"-{titles.get(one, '')}-"]
    for some in (others, named):
        if len(some) > 1 and sum(table[one] for one in some) == table[group]:
            return some
    return []
