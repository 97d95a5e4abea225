"""Two records of one trial: what one says of its own number or date is not said of the other's."""

from __future__ import annotations

import pytest

from kg.model import Trial
from kg.query.catalogue import catalogue
from kg.query.run import run
from tests import query_graph as small

TRIAL = small.IN
# One record plans 40 people and starts in May 2025; this one counted 55 and tells another month, not of which kind.
OTHER = Trial(iri=TRIAL, enrolment=55, enrolment_type="ACTUAL", start_date="2025-06", start_date_sort="2025-06-01")


@pytest.mark.parametrize(
    ("name", "given", "columns", "wanted"),
    [
        ("small_trials", {}, "enrolment counted", [(40, None), (55, None)]),
        (
            "enrolment_by_sponsor_class",
            {"mechanism": "BCL-2 inhibitor"},
            "phase kind trials participants",
            [("Phase 1", None, 1, 55), ("Phase 2", None, 1, 55)],
        ),
        (
            "trial_dates",
            {"trial": "NCT00000001"},
            "event date certainty",
            [
                ("start", "2025-05", None),
                ("start", "2025-06", None),
                ("last verified", "2026-04", None),
                ("first posted", "2026-04-21", "Actual"),
            ],
        ),
    ],
)
def test_a_kind_of_one_record_is_not_said_of_the_others_value(
    name: str, given: dict[str, object], columns: str, wanted: list[tuple[object, ...]]
):
    rows = run(small.more(OTHER), catalogue()[name], given)
    assert [tuple(row[column] for column in columns.split()) for row in rows] == wanted


@pytest.mark.parametrize(
    ("before", "wanted"), [("2026-03-01", [(small.LATE, "2026-02-01")]), ("2026-02-01", []), ("2026-01-01", [])]
)
def test_a_trial_that_two_records_end_on_other_days_stands_once_and_ends_on_the_later(
    before: str, wanted: list[tuple[object, ...]]
):
    other = Trial(iri=small.LATE, primary_completion_date_sort="2026-02-01")
    given = {"mechanism": "topoisomerase II inhibitor", "before": before}
    rows = run(small.more(other), catalogue()["unreported_trials"], given)
    assert [(row["trial"], row["ended"]) for row in rows] == wanted
