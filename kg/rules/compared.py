"""Which arms of a trial test something, and which are there for comparison."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import Arm

COMPARATORS = frozenset({"ACTIVE_COMPARATOR", "PLACEBO_COMPARATOR", "SHAM_COMPARATOR", "NO_INTERVENTION"})


def only_comparators(arms: Iterable[Arm]) -> bool:
    """Whether a trial has arms and a record calls every one of them a comparator or without intervention.

    Then what is held to work is what the trial is about: two treatments in use that are compared with each other, or
    one that a sponsor enters as an active comparator of a placebo.
    """
    types = {arm.arm_type for arm in arms}
    return bool(types) and types <= COMPARATORS
