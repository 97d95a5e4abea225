"""What the questions over many records answer about the small graph, told beforehand by reading it."""

from __future__ import annotations

from decimal import Decimal

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
        [(TOPO, "2025-05-01", "2025-09-01", 4)],
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
    ("unreported_trials", {"mechanism": TOPO}, "trial ended sponsor other_papers", [(LATE, "2025-12-01", None, 1)]),
    ("unreported_trials", {"mechanism": TOPO, "before": "2025-12-01"}, "trial", []),
    # It ended and has results.
    ("unreported_trials", {"mechanism": IAP}, "trial", []),
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
    (
        "sites_by_country",
        {"condition": ["leukemia", "pancreatic cancer"]},
        "country trials sites",
        [("China", 1, 1), ("United States", 1, 1)],
    ),
    ("sites_by_country", {"condition": "pancreatic cancer"}, "country", [("United States",)]),
    # The site of the terminated trial has no status of its own.
    (
        "recruiting_sites",
        {"condition": "leukemia"},
        "trial site city country status minimum_age maximum_age",
        [(IN, "Union Hospital", "Fuzhou", "China", "Recruiting", "grown up", "70 Years")],
    ),
    ("recruiting_sites", {"condition": "leukemia", "country": "CHINA "}, "trial country", [(IN, "China")]),
    ("recruiting_sites", {"condition": "pancreatic cancer"}, "trial", []),
    ("recruiting_sites", {"condition": "leukemia", "country": "United States"}, "trial", []),
    ("trials_by_sponsor_class", {}, "year sponsor_class trials", [("2019", "Industry", 1), ("2025", "Other", 1)]),
    (
        "registry_numbers",
        {"trial": ["NCT00000001", "NCT00000002"]},
        "trial number kind",
        [
            (IN, "CTR2025", "Secondary number"),
            (IN, "NCT00000003", "Registry number"),
            (OUT, "APG-1387-US-001", "Organisation's own number"),
        ],
    ),
    (
        "same_trials",
        {},
        "trial other number listed kind",
        [
            (IN, LATE, "NCT00000003", IN, "Registry number"),
            (LATE, IN, "NCT00000003", IN, "Registry number"),
        ],
    ),
    ("same_trials", {"trial": "NCT00000003"}, "trial other", [(LATE, IN)]),
    ("same_trials", {"trial": "NCT00000002"}, "trial", []),
    # A plan not to share is none.
    ("data_sharing", {"mechanism": "apoptosis modulator"}, "trial plan description", [(IN, "Yes", "all of it")]),
    ("papers_of_several_trials", {}, "pmid trials trial", [("1", 2, OUT), ("1", 2, LATE)]),
    (
        "retracted_papers",
        {},
        "pmid notice words touched",
        # One paper is marked as retracted and has no notice.
        [
            ("1", "Retraction in", "J 2026;1:2", OUT),
            ("1", "Retraction in", "J 2026;1:2", LATE),
            ("2", "Marked as retracted", None, None),
        ],
    ),
    ("retracted_papers", {"trial": "NCT00000001"}, "pmid", []),
    (
        "comparators",
        {"drug": "cytarabine"},
        "trial arm_label kind drug sponsor",
        [(IN, "Old", "Active comparator", d("cytarabine"), "Union Hospital")],
    ),
    ("comparators", {"drug": "venetoclax"}, "trial", []),
    # What the pooled group counts again is left out.
    (
        "adverse_events",
        {"trial": ["NCT00000001", "NCT00000002"]},
        "trial event_name seriousness group affected at_risk arm",
        [
            (IN, "Nausea", "Serious", "Nausea group", 3, 20, small.ARM),
            (OUT, "Rash", "Serious", "Rash group", 7, 20, None),
        ],
    ),
    ("adverse_events", {"trial": ["NCT00000001", "NCT00000002"], "event": "nau"}, "trial", [(IN,)]),
    ("adverse_events", {"trial": ["NCT00000001", "NCT00000002"], "at_least": 4}, "trial", [(OUT,)]),
    (
        "event_totals",
        {"mechanism": BCL2},
        "trial total group affected at_risk",
        [(IN, "All-cause mortality", "Nausea group", 0, 20)],
    ),
    # Deaths have no name, and nobody died.
    (
        "adverse_events_by_mechanism",
        {"mechanism": "apoptosis modulator"},
        "event_name seriousness trials highest_share",
        [("nausea", "Serious", 1, Decimal("15")), ("rash", "Serious", 1, Decimal("35"))],
    ),
    ("adverse_events_by_mechanism", {"mechanism": "apoptosis modulator", "event": "RASH"}, "trials", [(1,)]),
    ("adverse_events_by_mechanism", {"mechanism": BCL2}, "event_name", [("nausea",)]),
    (
        "publishing_restrictions",
        {"mechanism": "apoptosis modulator"},
        "trial title sponsor restricted kind agreement",
        [(IN, "In", "Union Hospital", True, "Other", "Ask us."), (OUT, "Out", "Solo Inc.", False, None, None)],
    ),
    ("publishing_restrictions", {"mechanism": IAP}, "trial", [(OUT,)]),
    (
        "measured_outcomes",
        {"trial": ["NCT00000001", "NCT00000002"]},
        "trial rank outcome_name group value unit",
        [
            (IN, "Primary", "Response, Nausea", "Nausea group", Decimal("0.5"), "proportion"),
            (OUT, "Primary", "Response, Rash", "Rash group", "NA", "proportion"),
        ],
    ),
    ("measured_outcomes", {"trial": ["NCT00000001", "NCT00000002"], "outcome": "RASH"}, "trial", [(OUT,)]),
    (
        "comparisons",
        {"trial": ["NCT00000001", "NCT00000002"]},
        "trial groups method p_value",
        [(IN, 2, "Log Rank", Decimal("0.04")), (OUT, 2, "Log Rank", "<0.001")],
    ),
    (
        "participant_flow",
        {"trial": "NCT00000001"},
        "trial period kind step group participants",
        [(IN, "Overall", "Milestone", "STARTED", "Nausea group", 20)],
    ),
    ("primary_outcomes_by_year", {"condition": "leukemia"}, "year outcome trials", [("2025", "Remission", 1)]),
]
