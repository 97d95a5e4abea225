"""What the questions over many records answer about the small graph, told beforehand by reading it."""

from __future__ import annotations

from tests import query_graph as small
from tests.query_vocabulary import d

IN, OUT, LATE = small.IN, small.OUT, small.LATE
BCL2, IAP, TOPO = "BCL-2 inhibitor", "IAP antagonist", "topoisomerase II inhibitor"

# Question, arguments, columns that are looked at, rows.
ACROSS_RECORDS: list[tuple[str, dict[str, object], str, list[tuple[object, ...]]]] = [
    # A trial of two phases counts in both; narrower mechanisms count for themselves.
    (
        "phases_by_mechanism",
        {"mechanism": "apoptosis modulator"},
        "tested_label phase status trials",
        [
            (BCL2, "Phase 1", "Recruiting", 1),
            (BCL2, "Phase 2", "Recruiting", 1),
            (IAP, "Phase 3", "Terminated", 1),
        ],
    ),
    (
        "phase_1_to_phase_3",
        {},
        "tested_label first_phase_1 first_phase_3 months",
        [(TOPO, "2025-05-01", "2026-01-01", 8)],
    ),
    ("phase_1_to_phase_3", {"mechanism": BCL2}, "tested", []),
    (
        "first_trials",
        {"mechanism": "apoptosis modulator"},
        "sponsor_label first_start trials",
        [("Solo Inc.", "2019-01-01", 1), ("Union Hospital", "2025-05-01", 1)],
    ),
    ("first_trials", {"mechanism": IAP}, "sponsor_label", [("Solo Inc.",)]),
    # Its one paper carries the number and is not said to report results.
    ("unreported_trials", {}, "trial ended sponsor other_papers", [(OUT, "2020-05-01", "Solo Inc.", 1)]),
    ("unreported_trials", {"before": "2020-05-01"}, "trial", []),
    ("unreported_trials", {"mechanism": BCL2}, "trial", []),
    (
        "enrolment_by_sponsor_class",
        {},
        "sponsor_class phase kind trials participants",
        [
            ("Industry", "Phase 3", None, 1, 150),
            ("Other", "Phase 1", "Estimated", 1, 40),
            ("Other", "Phase 2", "Estimated", 1, 40),
        ],
    ),
    ("enrolment_by_sponsor_class", {"mechanism": IAP}, "participants", [(150,)]),
    ("sites_by_country", {}, "country trials sites", [("China", 1, 1), ("United States", 1, 1)]),
    ("sites_by_country", {"condition": "pancreatic cancer"}, "country", [("United States",)]),
    # The site of the terminated trial has no status of its own.
    (
        "recruiting_sites",
        {},
        "trial site city country status minimum_age maximum_age",
        [(IN, "Union Hospital", "Fuzhou", "China", "Recruiting", "grown up", "70 Years")],
    ),
    ("recruiting_sites", {"country": "United States"}, "trial", []),
    ("trials_by_sponsor_class", {}, "year sponsor_class trials", [("2019", "Industry", 1), ("2025", "Other", 1)]),
    (
        "registry_numbers",
        {},
        "trial number kind",
        [(IN, "CTR2025", "Secondary number"), (OUT, "APG-1387-US-001", "Organisation's own number")],
    ),
    # A plan not to share is none.
    ("data_sharing", {}, "trial plan description", [(IN, "Yes", "all of it")]),
    ("papers_of_several_trials", {}, "pmid trials trial", [("1", 2, OUT), ("1", 2, LATE)]),
    (
        "retracted_papers",
        {},
        "pmid notice words touched",
        [("1", "Retraction in", "J 2026;1:2", OUT), ("1", "Retraction in", "J 2026;1:2", LATE)],
    ),
    ("retracted_papers", {"trial": "NCT00000001"}, "pmid", []),
    (
        "comparators",
        {"drug": "cytarabine"},
        "trial arm_label kind drug sponsor",
        [(IN, "Old", "Active comparator", d("cytarabine"), "Union Hospital")],
    ),
    ("comparators", {"drug": "venetoclax"}, "trial", []),
    ("primary_outcomes_by_year", {"condition": "leukemia"}, "year outcome trials", [("2025", "Remission", 1)]),
]
