"""What each canned query answers about one trial in and one out, told beforehand by reading the small graph."""

from __future__ import annotations

from decimal import Decimal

import pyoxigraph as ox
import pytest

from kg.model import AdverseEvent, EventCount, Issue, PublicationLink
from kg.query.catalogue import catalogue
from kg.query.local import Local
from kg.query.run import run
from tests import query_graph as small
from tests.query_answers import ACROSS_RECORDS
from tests.query_vocabulary import c, d, m, t

IN, OUT = small.IN, small.OUT
BCL2, PD1 = "BCL-2 inhibitor", "PD-1 inhibitor"
ANTIBIOTIC, TOPO = "antitumor antibiotic", "topoisomerase II inhibitor"

# Question, arguments, columns that are looked at, rows.
ANSWERS: list[tuple[str, dict[str, object], str, list[tuple[object, ...]]]] = [
    (
        "trials_by_mechanism",
        {"mechanism": BCL2},
        "trial registry_id title tested drug_label phase status",
        [(IN, "ISRCTN1", "In", m("bcl-2-inhibitor"), "venetoclax", "Phase 1, Phase 2", "Recruiting")],
    ),
    # Narrower mechanisms count, however far below; each trial once although two mechanisms were asked for.
    (
        "trials_by_mechanism",
        {"mechanism": "apoptosis modulator"},
        "trial tested_label",
        [(IN, BCL2), (OUT, "IAP antagonist")],
    ),
    ("trials_by_mechanism", {"mechanism": ["BCL-2 family inhibitor", BCL2]}, "trial", [(IN,)]),
    # A class is given and no drug: the trial counts and the drug is empty.
    ("trials_by_mechanism", {"mechanism": PD1}, "trial drug", [(IN, None)]),
    ("trials_by_mechanism", {"mechanism": "SMAC mimetic"}, "trial drug", [(OUT, d("apg-1387"))]),
    ("trials_by_mechanism", {"mechanism": "MCL-1 inhibitor"}, "trial", []),
    # A member counts as its family and the other way round; its siblings do not.
    ("trials_by_target", {"target": "BCL-2"}, "trial acts_on", [(IN, t("bcl2"))]),
    ("trials_by_target", {"target": "BCL-2 family"}, "trial acts_on", [(IN, t("bcl2"))]),
    ("trials_by_target", {"target": "MCL-1"}, "trial", []),
    ("trials_by_drug", {"drug": "ABT-199"}, "trial tested phase", [(IN, d("venetoclax"), "Phase 1, Phase 2")]),
    ("trials_by_drug", {"drug": "cytarabine"}, "trial", []),
    ("trials_by_condition", {"condition": "leukemia"}, "trial studied", [(IN, c("t-all"))]),
    ("small_trials", {}, "trial enrolment counted", [(IN, 40, "Estimated")]),
    ("small_trials", {"most": 40}, "trial", []),
    # How those after the first thousand are had.
    ("small_trials", {"most": 151, "at_least": 40}, "enrolment", [(40,), (150,)]),
    ("small_trials", {"most": 151, "at_least": 41}, "enrolment", [(150,)]),
    ("small_trials", {"most": 151}, "trial enrolment counted", [(IN, 40, "Estimated"), (OUT, 150, None)]),
    ("new_trials", {"since": "2026-04-21"}, "trial posted", [(IN, "2026-04-21")]),
    ("new_trials", {"since": "2026-04-22"}, "trial", []),
    ("new_trials", {"since": "2020", "mechanism": "IAP inhibitors"}, "trial posted", [(OUT, "2020-01-02")]),
    ("stopped_trials", {}, "trial status reason", [(OUT, "Terminated", "futility")]),
    ("stopped_trials", {"mechanism": PD1}, "trial", []),
    (
        "trial_sites",
        {"trial": ["NCT00000001", "NCT00000002"], "country": "china"},
        "trial city organisation",
        [(IN, "Fuzhou", small.UNION)],
    ),
    (
        "trial_dates",
        {"trial": "NCT00000001"},
        "event date certainty dated",
        [
            ("start", "2025-05", "Actual", IN),
            ("last verified", "2026-04", None, small.PAGE_IN),
            ("first posted", "2026-04-21", "Actual", small.PAGE_IN),
        ],
    ),
    # Aclarubicin's own two mechanisms are no pair.
    (
        "mechanism_pairs",
        {},
        "arm label_a label_b",
        [
            (small.ARM, BCL2, PD1),
            (small.ARM, BCL2, TOPO),
            (small.ARM, PD1, TOPO),
            (small.ARM, ANTIBIOTIC, BCL2),
            (small.ARM, ANTIBIOTIC, PD1),
        ],
    ),
    (
        "mechanism_pairs",
        {"mechanism": "BCL-2 family inhibitor"},
        "label_a label_b",
        [(BCL2, PD1), (BCL2, TOPO), (ANTIBIOTIC, BCL2)],
    ),
    ("mechanism_pairs", {"mechanism": "IAP antagonist"}, "arm", []),
    (
        "mechanisms_tested",
        {},
        "label trials",
        [(TOPO, 2), (BCL2, 1), ("IAP antagonist", 1), (PD1, 1), (ANTIBIOTIC, 1)],
    ),
    # Names of one organisation are no two sponsors.
    ("sponsors_by_mechanism", {"mechanism": "IAP antagonist"}, "name part trials", [("Solo Inc.", "Lead sponsor", 1)]),
    ("sponsors_by_mechanism", {"mechanism": BCL2}, "name part trials", [("Union Hospital", "Lead sponsor", 1)]),
    (
        "drug_mechanism_sources",
        {"drug": "venetoclax"},
        "mechanism_label source_kind source quote",
        [(BCL2, "Publication", "source of venetoclax", "venetoclax is so")],
    ),
    # Parts of a combination stand for it; what no name is known for and no arm is told of is listed too.
    (
        "arms_and_drugs",
        {"trial": "NCT00000001"},
        "arm_label words given role dose",
        [
            (None, "Moon dust", None, None, None),
            ("Three together", "PD-1 inhibitor", m("pd-1-inhibitor"), None, None),
            ("Three together", "venetoclax", d("venetoclax"), "Investigational", "400 mg"),
            ("Three together", "aclarubicin", d("aclarubicin"), "Background", None),
            ("Old", "Ara-C", d("cytarabine"), "Comparator", None),
        ],
    ),
    ("uses_of_drug", {"drug": "cytarabine"}, "trial arm_label words role", [(IN, "Old", "Ara-C", "Comparator")]),
    ("uses_of_drug", {"drug": "venetoclax"}, "trial phase dose", [(IN, "Phase 1, Phase 2", "400 mg")]),
    (
        "regimens",
        {"part": "cytarabine"},
        "name component_label document quote",
        [("CA", name, small.PAPER, "CA (cytarabine, aclarubicin)") for name in ("aclarubicin", "cytarabine")],
    ),
    ("regimens", {"part": "venetoclax"}, "name", []),
    (
        "treatment_steps",
        {"trial": "NCT00000001"},
        "position name step condition action",
        [(1, "Induction", 1, "remission", "transplant")],
    ),
    # A phase without steps has a row, and none of another trial's steps.
    ("treatment_steps", {"trial": "NCT00000002"}, "name step condition rule", [("Screening", None, None, None)]),
    (
        "outcomes_by_trial",
        {"trial": "NCT00000001"},
        "rank measure time_frame",
        [("Primary", "Remission", "42 days"), ("Secondary", "Survival", None)],
    ),
    (
        "eligibility_items_by_trial",
        {"trial": "NCT00000001"},
        "polarity number text",
        [("Inclusion", "1.", "Age 18"), ("Exclusion", None, "Pregnant")],
    ),
    (
        "investigators",
        {"person": "Si Shi"},
        "name office affiliation trial",
        [("Si Shi", "Principal investigator", "Union Hospital, Ward 1", IN)],
    ),
    (
        "who_works_for_whom",
        {"person": ["Si Shi", "Wei Wang"]},
        "name how text organisation_known document",
        [
            ("Si Shi", "Affiliation", "Union Hospital, Ward 1", small.UNION, small.PAGE_IN),
            ("Wei Wang", "Affiliation", "Solo Inc., Rockville", None, small.PAPER),
            ("Wei Wang", "Employment", "Solo Inc.", None, small.PAPER),
        ],
    ),
    (
        "people_of_organisations",
        {"organisation": ["Union Hospital", "Solo Inc."]},
        "organisation name text document",
        [(small.UNION, "Si Shi", "Union Hospital, Ward 1", small.PAGE_IN)],
    ),
    (
        "disclosures",
        {"publication": "1"},
        "kind name organisation",
        [
            ("Employment", "Wei Wang", "Solo Inc."),
            ("No competing interests declared", "Yu X", None),
            ("Stock", "Wei Wang", "Other Inc."),
        ],
    ),
    (
        "trial_publications",
        {},
        "trial pmid link_type link_source confidence",
        [
            (trial, "1", "Derived", "Databank field of the PubMed record", Decimal("0.95"))
            for trial in (OUT, small.LATE)
        ],
    ),
    (
        "authors_of_publication",
        {"publication": "1"},
        "position name corresponding affiliation",
        [(1, "Wei Wang", False, "Solo Inc., Rockville"), (2, "Yu X", True, None)],
    ),
    ("facts_in_publications", {}, "trial value_label words", [(OUT, "Phase 1", "phase 1 trial")]),
    (
        "who_says_so",
        {"subject": "NCT00000001", "predicate": "tg:enrolment"},
        "object source document basis quote start end rule",
        [(40, small.PAGE_IN, small.PAGE_IN, "Stated", "Enrollment 40", 7, 20, None)],
    ),
    # Of four mechanisms one has evidence in the small graph, and that is not lent to the others.
    (
        "who_says_so",
        {"subject": "NCT00000001", "predicate": "tg:testsMechanism"},
        "object source basis quote rule confidence",
        [
            (m("antitumor-antibiotic"), small.RULES, None, None, None, None),
            (m("bcl-2-inhibitor"), small.RULES, "Inferred", "venetoclax", "mechanism-of-drug", Decimal("0.9")),
            (m("pd-1-inhibitor"), small.RULES, None, None, None, None),
            (m("topoisomerase-ii-inhibitor"), small.RULES, None, None, None, None),
        ],
    ),
    ("names_in_document", {"document": small.PAPER}, "start quote named", [(3, "APG-1387", d("apg-1387"))]),
    (
        "documents",
        {},
        "record_id describes",
        [("NCT00000001", IN), ("1", small.ARTICLE), ("ISRCTN1", IN), ("NCT00000002", OUT)],
    ),
    # The others have no date of their copies.
    ("documents", {"before": "2025-03-02"}, "record_id", [("NCT00000001",)]),
    ("documents", {"before": "2025-03-01"}, "record_id", []),
    (
        "unmapped_names",
        {},
        "kind words times",
        [("intervention", "Moon dust", 1), ("site", "Solo Clinic", 1)],
    ),
    ("unread_words", {}, "document label about", [(small.PAGE_IN, "grown up", IN)]),
    # An issue about the record and the trial is one.
    ("conflicts", {}, "kind label description about", [("Conflict", "two regimens", "HAG or CAG", IN)]),
    ("unread_ages", {}, "trial limit words", [(IN, "least age", "grown up")]),
    (
        "things_called",
        {"name": "iap"},
        "kind called label",
        [("mechanism", "IAP antagonist", "IAP antagonist"), ("mechanism", "IAP inhibitor", "IAP antagonist")],
    ),
    ("things_called", {"name": "Solo Inc."}, "kind called label", [("organisation", "Solo Inc.", "Solo Inc.")]),
    *ACROSS_RECORDS,
]


@pytest.fixture(scope="module")
def graph() -> Local:
    """The least data on which a query can be wrong: one trial in, one out."""
    return small.local()


@pytest.mark.parametrize(("name", "arguments", "columns", "rows"), ANSWERS, ids=[f"{a[0]}-{a[1]}" for a in ANSWERS])
def test_the_answer_is_as_told(
    name: str, arguments: dict[str, object], columns: str, rows: list[tuple[object, ...]], graph: Local
):
    found = run(graph, catalogue()[name], arguments)
    assert [tuple(row[column] for column in columns.split()) for row in found] == rows


def test_what_the_graph_lacks_of_a_trial_is_told_and_nothing_that_it_has(graph: Local):
    found = run(graph, catalogue()["trial_unknowns"], {"trial": "NCT00000001"}).to_dicts()
    missing = {row["what"] for row in found if row["gap"] == "missing"}
    assert {"masking", "official title", "completion date"} <= missing
    assert missing & {"phase", "status", "arm", "drug", "mechanism", "condition", "enrolment", "lead sponsor"} == set()
    assert [(row["what"], row["words"]) for row in found if row["gap"] != "missing"] == [("intervention", "Moon dust")]


@pytest.mark.parametrize(("at_risk", "highest"), [((None,), None), ((None, 10), Decimal("20")), ((0,), None)])
def test_a_share_of_nobody_knows_how_many_is_empty(at_risk: tuple[int | None, ...], highest: Decimal | None):
    event, group = small.PAGE_IN + "/event/9", small.PAGE_IN + "/group/1"
    counts = [
        EventCount(iri=f"{event}/{place}", of_group=group, affected=2, at_risk=people)
        for place, people in enumerate(at_risk)
    ]
    fever = AdverseEvent(iri=event, label="Fever", seriousness="SERIOUS", event_count=tuple(c.iri for c in counts))
    store = small.store()
    for record in (small.Trial(iri=IN, adverse_event=(event,)), fever, *counts):
        for quad in ox.parse(record.nquads(small.PAGE_IN), format=ox.RdfFormat.N_QUADS):
            store.add(ox.Quad(quad.subject, quad.predicate, quad.object))
    asked = {"mechanism": BCL2, "event": "fever"}
    found = run(Local(small.InMemory(store)), catalogue()["adverse_events_by_mechanism"], asked)
    assert [(row["trials"], row["highest_share"]) for row in found] == [(1, highest)]


def test_events_of_one_name_and_one_without_a_name_have_rows_of_their_own():
    events = [f"{small.PAGE_IN}/event/{number}" for number in (7, 8, 9)]
    count = EventCount(iri=small.PAGE_IN + "/count/9", of_group=small.PAGE_IN + "/group/1", affected=4, at_risk=21)
    found = run(
        small.more(
            small.Trial(iri=IN, adverse_event=tuple(events)),
            count,
            AdverseEvent(iri=events[0], label="Pain", seriousness="OTHER", event_count=(count.iri,)),
            AdverseEvent(iri=events[1], label="Pain", seriousness="OTHER", event_count=(count.iri,)),
            AdverseEvent(iri=events[2], organ_system="Investigations", seriousness="OTHER", event_count=(count.iri,)),
        ),
        catalogue()["adverse_events"],
        {"trial": "NCT00000001"},
    )
    told = [(row["event_name"], row["of_event"]) for row in found if row["seriousness"] == "Not serious"]
    assert told == [(None, events[2]), ("Pain", events[0]), ("Pain", events[1])]


def test_conflicts_of_the_newest_documents_come_first():
    older, newer = small.PAGE_IN, small.PAGE_OUT
    store = small.store()
    graph = ox.NamedNode(newer)
    issue = Issue(iri=newer + "/issue/9", label="newer", issue_kind="CONFLICT", issue_about=(newer,))
    page = small.RegistryRecord(iri=newer, record_id="NCT00000002", record_version="2026-01-01")
    for one in (issue, page):
        for quad in ox.parse(one.nquads(newer), format=ox.RdfFormat.N_QUADS):
            store.add(ox.Quad(quad.subject, quad.predicate, quad.object))
            store.add(ox.Quad(quad.subject, quad.predicate, quad.object, graph))
    found = run(Local(small.InMemory(store)), catalogue()["conflicts"], {})
    assert newer > older
    assert [row["document"] for row in found] == [newer, older]


def test_a_publication_without_a_record_is_told_by_its_citation():
    link = small.PAGE_IN + "/link/1"
    cited = PublicationLink(
        iri=link,
        linked_trial=IN,
        linked_publication=small.PAGE_IN + "/publication/1",
        link_type="BACKGROUND",
        link_source="REGISTRY",
        citation_text="Shi S. A trial. J 2026.",
    )
    found = run(small.more(cited), catalogue()["trial_publications"], {"trial": "NCT00000001"})
    assert [(row["pmid"], row["title"], row["citation"]) for row in found] == [(None, None, "Shi S. A trial. J 2026.")]


def test_every_question_is_told_an_answer():
    told = {name for name, *_ in ANSWERS} | {"trial_unknowns"}
    assert told == set(catalogue())
