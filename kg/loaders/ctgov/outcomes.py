"""Outcomes that a study plans to measure."""

from __future__ import annotations

from kg.extract.page_outcomes import components
from kg.extract.words import Words
from kg.loaders.ctgov.draft import Draft
from kg.loaders.ctgov.study import OutcomeOfStudy, OutcomesModule
from kg.model import Outcome


def planned_outcomes(draft: Draft, module: OutcomesModule) -> tuple[str, ...]:
    """Primary, secondary and other outcomes, of each kind counted from 1."""
    found: list[str] = []
    for kind, listed in (
        ("PRIMARY", module.primary_outcomes),
        ("SECONDARY", module.secondary_outcomes),
        ("OTHER", module.other_outcomes),
    ):
        for position, one in enumerate(listed, 1):
            found.append(f"{draft.record}/outcome/{len(found) + 1}")
            _outcome(draft, found[-1], kind, position, one)
    return tuple(found)


def _outcome(draft: Draft, iri: str, kind: str, position: int, one: OutcomeOfStudy) -> None:
    label, described = draft.name(one.measure), draft.text(one.description)
    said, parts = described, _components(described)
    if not parts:
        said, parts = label, _components(label)
    outcome = Outcome(
        iri=iri,
        label=label,
        outcome_type=kind,
        position=position,
        description=described,
        time_frame=draft.name(one.time_frame),
        outcome_component=tuple(dict.fromkeys(part.text for part in parts)),
    )
    draft.records.append(outcome)
    for part in parts:
        words = Words.of_value(said or "")
        draft.note(outcome, "outcome_component", part.text, words, part.start, part.end, "composite-outcome")


def _components(text: str | None) -> list[Words]:
    return components(Words.at(text, 0, len(text))) if text and "+" in text else []
