"""What a record leaves out takes nothing from an answer, and what it lists besides adds nothing to a count."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kg.model import (
    Analysis,
    Arm,
    Denominator,
    Eligibility,
    Intervention,
    InterventionComponent,
    Measurement,
    Organisation,
    OutcomeResult,
    PublicationLink,
    Record,
    ResultGroup,
    Site,
    Trial,
)
from kg.query.catalogue import catalogue
from kg.query.run import run
from kg.rdf.iris import organisation, publication, under
from tests import query_graph as small
from tests.query_vocabulary import c, d, m

TRIAL, PAGE = small.LATE, under(small.PAPER, "record", 1)
ENTRY, COMBINED = under(PAGE, "intervention", 1), under(PAGE, "intervention", 2)
PART, EMPTY = under(COMBINED, "component", 1), under(PAGE, "arm", 1)
NEW = organisation("New Inc.")

# Records before arms were asked for list what is given and no arms.
WITHOUT_ARMS: list[Record] = [
    Trial(iri=TRIAL, intervention=(ENTRY, COMBINED)),
    Intervention(iri=ENTRY, label="ABT-199", denotes=(d("venetoclax"),)),
    Intervention(iri=COMBINED, label="venetoclax and more", component=(PART,)),
    InterventionComponent(iri=PART, label="more", denotes=(d("venetoclax"),)),
]
# The register of the EU asks of each product whether it is tested or compared with.
COMPARED: list[Record] = [
    Trial(iri=TRIAL, intervention=(ENTRY, COMBINED)),
    Intervention(iri=ENTRY, label="ABT-199", denotes=(d("venetoclax"),), role=("INVESTIGATIONAL",)),
    Intervention(iri=COMBINED, label="Ara-C and more", component=(PART,), role=("COMPARATOR",)),
    InterventionComponent(iri=PART, label="Ara-C", denotes=(d("cytarabine"),)),
]
NOTHING_GIVEN: list[Record] = [
    Trial(iri=TRIAL, arm=(EMPTY,)),
    Arm(iri=EMPTY, label="Waiting list", arm_type="NO_INTERVENTION"),
]
# The last two start on no known day.
TWO_OF_ONE_SPONSOR: list[Record] = [
    Trial(iri=TRIAL, lead_sponsor=(small.SOLO,)),
    Trial(
        iri=TRIAL + "9", label="No day", lead_sponsor=(small.SOLO,), tests_mechanism=(m("topoisomerase-ii-inhibitor"),)
    ),
    Trial(iri=TRIAL + "8", label="No day", lead_sponsor=(NEW,), tests_mechanism=(m("topoisomerase-ii-inhibitor"),)),
    Organisation(iri=NEW, label="New Inc."),
]
BACKGROUND: list[Record] = [
    PublicationLink(
        iri=under(PAGE, "reference", 1),
        linked_trial=TRIAL,
        linked_publication=publication(pmid="7"),
        link_type="BACKGROUND",
        link_source="REGISTRY",
    )
]
RESULT = under(PAGE, "result", 1)
NOT_REACHED: list[Record] = [
    Trial(iri=TRIAL, outcome_result=(RESULT,)),
    OutcomeResult(
        iri=RESULT,
        label="Survival",
        measurement=(under(RESULT, "measurement", 1),),
        analysis=(under(RESULT, "analysis", 1),),
    ),
    Measurement(
        iri=under(RESULT, "measurement", 1),
        value=Decimal("15.6"),
        lower_limit=Decimal("9.6"),
        upper_limit_text="NA",
        spread_text="<1",
    ),
    Analysis(
        iri=under(RESULT, "analysis", 1),
        value=Decimal("0.8"),
        lower_limit_text="<0.1",
        upper_limit=Decimal("1.2"),
        confidence_level_text="95 to 96",
    ),
]
GROUP, OTHER, ROWS = under(PAGE, "group", 1), under(PAGE, "group", 2), under(RESULT, "measurement", 1)
EYES, PEOPLE, FEWER = (under(PAGE, "denominator", number) for number in (1, 2, 3))
# Groups and their numbers are shared among outcomes; of the other outcome no number of people is told.
COUNTED: list[Record] = [
    Trial(iri=TRIAL, outcome_result=(RESULT, under(PAGE, "result", 2))),
    OutcomeResult(
        iri=RESULT,
        label="Sight",
        denominator=(EYES, PEOPLE),
        measurement=(
            under(ROWS, "row", "a"),
            under(ROWS, "row", "b"),
            under(ROWS, "row", "c"),
            under(ROWS, "row", "d"),
        ),
    ),
    OutcomeResult(
        iri=under(PAGE, "result", 2), label="Vision", denominator=(EYES,), measurement=(under(ROWS, "row", "e"),)
    ),
    ResultGroup(iri=GROUP, label="One"),
    ResultGroup(iri=OTHER, label="Two"),
    Denominator(iri=EYES, of_group=GROUP, denominator_units="eyes", denominator_count=78),
    Denominator(iri=PEOPLE, of_group=GROUP, denominator_units="Participants", denominator_count=40),
    Denominator(iri=FEWER, of_group=GROUP, denominator_units="Participants", denominator_count=31),
    Measurement(iri=under(ROWS, "row", "a"), of_group=GROUP, category_title="a", value=Decimal(1)),
    Measurement(
        iri=under(ROWS, "row", "b"), of_group=GROUP, category_title="b", value=Decimal(2), denominator=(FEWER,)
    ),
    Measurement(iri=under(ROWS, "row", "c"), of_group=OTHER, category_title="c", value=Decimal(3)),
    Measurement(iri=under(ROWS, "row", "d"), category_title="d", value=Decimal(4)),
    Measurement(iri=under(ROWS, "row", "e"), of_group=GROUP, category_title="e", value=Decimal(5)),
]
WHERE_MEN_ONLY: list[Record] = [
    Trial(
        iri=TRIAL,
        overall_status="RECRUITING",
        studies_condition=(c("t-all"),),
        site=(under(PAGE, "site", 1),),
        eligibility=(under(PAGE, "eligibility", 1),),
    ),
    Site(iri=under(PAGE, "site", 1), city="Singapore"),
    Eligibility(iri=under(PAGE, "eligibility", 1), sex="MALE"),
]
NUMBER = {"trial": "NCT00000003"}


@pytest.mark.parametrize(
    ("said", "name", "given", "columns", "wanted"),
    [
        (
            WITHOUT_ARMS,
            "uses_of_drug",
            {"drug": "venetoclax"},
            "trial arm words role node",
            [
                (small.IN, small.ARM, "venetoclax", "Investigational", under(small.ARM, "given", 3)),
                (TRIAL, None, "ABT-199", None, ENTRY),
                (TRIAL, None, "more", None, PART),
            ],
        ),
        (
            WITHOUT_ARMS,
            "arms_and_drugs",
            NUMBER,
            "arm words given node",
            [(None, "ABT-199", d("venetoclax"), ENTRY), (None, "more", d("venetoclax"), PART)],
        ),
        (
            NOTHING_GIVEN,
            "arms_and_drugs",
            NUMBER,
            "arm_label arm_type words node",
            [("Waiting list", "No intervention", None, None)],
        ),
        (
            COMPARED,
            "comparators",
            {"drug": ["cytarabine", "venetoclax"]},
            "trial arm kind drug",
            [
                (small.IN, small.COMPARATOR, "Active comparator", d("cytarabine")),
                (TRIAL, None, "Comparator", d("cytarabine")),
            ],
        ),
        (
            TWO_OF_ONE_SPONSOR,
            "first_trials",
            {"mechanism": "topoisomerase II inhibitor"},
            "sponsor_label first_start trials",
            [("Union Hospital", "2025-05-01", 1), ("Solo Inc.", "2025-09-01", 2)],
        ),
        (
            BACKGROUND,
            "unreported_trials",
            {"mechanism": "topoisomerase II inhibitor"},
            "trial other_papers",
            [(TRIAL, 1)],
        ),
        (
            NOT_REACHED,
            "measured_outcomes",
            NUMBER,
            "value spread lower upper",
            [(Decimal("15.6"), "<1", Decimal("9.6"), "NA")],
        ),
        (
            COUNTED,
            "measured_outcomes",
            NUMBER,
            "group row analysed",
            [("One", "a", 40), ("One", "b", 31), ("Two", "c", None), (None, "d", None), ("One", "e", None)],
        ),
        (
            NOT_REACHED,
            "comparisons",
            NUMBER,
            "estimate lower upper level",
            [(Decimal("0.8"), "<0.1", Decimal("1.2"), "95 to 96")],
        ),
        (
            WHERE_MEN_ONLY,
            "recruiting_sites",
            {"condition": "leukemia"},
            "trial city country sex",
            [(small.IN, "Fuzhou", "China", None), (TRIAL, "Singapore", None, "Male")],
        ),
        (WHERE_MEN_ONLY, "recruiting_sites", {"condition": "leukemia", "country": "china"}, "city", [("Fuzhou",)]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_nothing_is_lost_and_nothing_counted_besides(
    said: list[Record], name: str, given: dict[str, object], columns: str, wanted: list[tuple[object, ...]]
):
    rows = run(small.more(*said), catalogue()[name], given)
    assert [tuple(row[column] for column in columns.split()) for row in rows] == wanted
