"""Outcomes as each registry joins them into one text: with their times, with labels, with semicolons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.loaders.ictrp_parts.row import Row
from kg.loaders.registry import parts
from kg.loaders.registry.draft import Draft
from kg.loaders.registry.time_frames import time_framed
from kg.loaders.registry.words import given

# The parts of outcomes of the EU's registers.
_PARTS = re.compile(
    r"(?:^|;)\s*(Main Objective|Secondary Objective|(?:Primary|Secondary) end point\(s\)"
    r"|Timepoint\(s\) of evaluation of this end point)\s*:",
    re.IGNORECASE,
)
_TIMEPOINT = "timepoint(s) of evaluation of this end point"
# Registries whose own record is a list.
_LISTED = ("ClinicalTrials.gov", "ChiCTR")
# As of India and Iran: Pain. Timepoint: after 2 months. Method of measurement: Scale.
_TIME = re.compile(r"Time ?points?\s*:", re.IGNORECASE)
_METHOD = re.compile(r"Method of measurement\s*:", re.IGNORECASE)
# As of Australia and New Zealand: Pain[after 2 months]
_MARKS = " .;\n\t"


class Planned(NamedTuple):
    """An outcome as it is planned to be measured."""

    measure: str
    time: str | None = None
    method: str | None = None


def outcomes(draft: Draft, row: Row) -> None:
    """The outcomes of both columns."""
    for kind, name in {"PRIMARY": "primary_outcome", "SECONDARY": "secondary_outcome"}.items():
        for one in _planned(row, name, f"{kind.lower()} end point(s)"):
            if given(one.measure):
                parts.outcome(draft, kind, one.measure, description=one.method, time_frame=one.time)


def labels_of(row: Row, name: str) -> dict[str, str]:
    """Parts of a column in which the EU's register labels each with its own words; none for other columns."""
    found = _PARTS.split(row.get(name) or "")
    return {label.casefold(): words.strip() for label, words in zip(found[1::2], found[2::2], strict=True)}


def _planned(row: Row, name: str, label: str) -> Iterator[Planned]:
    words = row.get(name)
    if words is None:
        return
    if labelled := labels_of(row, name):
        yield from (Planned(one, labelled.get(_TIMEPOINT)) for one in parts.numbered(labelled.get(label)))
    elif _TIME.search(words):
        yield from _with_timepoints(words)
    elif found := _with_brackets(row, words):
        yield from found
    elif row.number.registry in _LISTED:
        yield from (Planned(*time_framed(part.strip())) for part in words.split(";") if part.strip())
    else:
        yield from (Planned(*time_framed(one)) for one in parts.numbered(words))


def _with_timepoints(words: str) -> Iterator[Planned]:
    """Outcomes between semicolons, each with its timepoint; what has none goes on with the one before."""
    entries: list[str] = []
    for part in words.split(";"):
        if _TIME.search(part) or not entries:
            entries.append(part)
        elif part.strip():
            entries[-1] += f";{part}"
    for entry in entries:
        measure, *times = _TIME.split(entry.strip(), maxsplit=1)
        time, *methods = _METHOD.split(times[0], maxsplit=1) if times else ("",)
        yield Planned(
            measure.strip().rstrip(_MARKS), given(time.rstrip(_MARKS)), given("".join(methods).rstrip(_MARKS))
        )


def _with_brackets(row: Row, words: str) -> list[Planned]:
    """Outcomes each of which ends in its time in brackets; none where the text is not such a list throughout."""
    *entries, rest = words.split("]")
    if not entries or rest.strip(_MARKS) or any(one.count("[") != 1 for one in entries):
        return []
    named = [time_framed(f"{one.strip(_MARKS)}]") for one in entries]
    if all(time for _, time in named):
        return [Planned(measure, time) for measure, time in named]
    if row.number.registry != "ANZCTR":
        return []
    return [Planned(measure.strip(_MARKS), given(time)) for measure, _, time in (one.partition("[") for one in entries)]
