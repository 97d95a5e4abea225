"""The least graph on which a canned query can be wrong: one trial in, one out, made of the model's own records.

Nothing of the trial that is out may stand in an answer about the one that is in. Facts are as plain as can be; the
names are real, so that the questions read as people ask them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

import pyoxigraph as ox

from kg.model import (
    Affiliation,
    Arm,
    ArmIntervention,
    ConditionName,
    DecisionRule,
    DoseSchedule,
    Eligibility,
    EligibilityItem,
    Epoch,
    Intervention,
    InterventionComponent,
    InvestigatorRole,
    IpdSharing,
    Issue,
    Organisation,
    Outcome,
    Person,
    Record,
    RegistryRecord,
    Site,
    SponsorRole,
    Trial,
    TrialIdentifier,
)
from kg.model import predicates as p
from kg.model.enums import LABELS
from kg.query.local import Local
from kg.rdf.iris import ONTOLOGY, VOCABULARY, under
from kg.rdf.terms import text

# Names that tests reach through this module are among them.
from tests.query_papers import (  # noqa: F401
    ARM,
    ARTICLE,
    COMPARATOR,
    IN,
    LATE,
    LINKS,
    OUT,
    PAGE_IN,
    PAGE_OUT,
    PAPER,
    RULES,
    SI,
    SOLO,
    TWIN,
    UNION,
    WEI,
    evidence,
    paper,
)
from tests.query_results import results
from tests.query_vocabulary import c, d, m, vocabulary


def page_in() -> list[Record]:
    """The registry record of the trial that is in: a class, a drug and a combination against a comparator."""
    entry, both = under(PAGE_IN, "intervention", 1), under(PAGE_IN, "intervention", 2)
    odd, ara = under(PAGE_IN, "intervention", 3), under(PAGE_IN, "intervention", 4)
    given = [under(ARM, "given", n) for n in range(1, 6)]
    criteria, investigator = under(PAGE_IN, "eligibility", 1), under(PAGE_IN, "investigator", 1)
    epoch = under(PAGE_IN, "epoch", 1)
    return [
        RegistryRecord(
            iri=PAGE_IN,
            record_id="NCT00000001",
            describes=(IN,),
            source_registry="ClinicalTrials.gov",
            format="page",
            first_posted="2026-04-21",
            first_posted_type="ACTUAL",
            last_verified="2026-04",
            byte_size=12,
            record_version="2025-03-01",
        ),
        Trial(
            iri=IN,
            label="In",
            registry_id=("NCT00000001",),
            phase=("PHASE1", "PHASE2"),
            enrolment=40,
            enrolment_type="ESTIMATED",
            overall_status="RECRUITING",
            start_date="2025-05",
            start_date_type="ACTUAL",
            start_date_sort="2025-05-01",
            identifier=(under(PAGE_IN, "identifier", 1),),
            ipd_sharing=(under(PAGE_IN, "ipd", 1),),
            arm=(ARM, COMPARATOR),
            intervention=(entry, both, odd, ara),
            condition_name=(under(PAGE_IN, "condition", 1),),
            outcome=tuple(under(PAGE_IN, "outcome", n) for n in (1, 2)),
            eligibility=(criteria,),
            sponsor_role=(under(PAGE_IN, "sponsor", 1),),
            investigator_role=(investigator,),
            site=(under(PAGE_IN, "site", 1),),
            epoch=(epoch,),
        ),
        Arm(iri=ARM, label="Three together", arm_type="EXPERIMENTAL", arm_intervention=tuple(given[:4])),
        Arm(iri=COMPARATOR, label="Old", arm_type="ACTIVE_COMPARATOR", arm_intervention=(given[4],)),
        ArmIntervention(iri=given[0], of_intervention=entry),
        ArmIntervention(iri=given[1], of_intervention=both),
        ArmIntervention(
            iri=given[2],
            of_intervention=under(both, "component", 1),
            role=("INVESTIGATIONAL",),
            dose_schedule=(under(given[2], "dose", 1),),
        ),
        ArmIntervention(iri=given[3], of_intervention=under(both, "component", 2), role=("BACKGROUND",)),
        ArmIntervention(iri=given[4], of_intervention=ara, role=("COMPARATOR",)),
        DoseSchedule(iri=under(given[2], "dose", 1), dose_text="400 mg"),
        Intervention(iri=entry, label="PD-1 inhibitor", denotes=(m("pd-1-inhibitor"),)),
        Intervention(
            iri=both,
            label="venetoclax + aclarubicin",
            component=(under(both, "component", 1), under(both, "component", 2)),
        ),
        InterventionComponent(iri=under(both, "component", 1), label="venetoclax", denotes=(d("venetoclax"),)),
        InterventionComponent(iri=under(both, "component", 2), label="aclarubicin", denotes=(d("aclarubicin"),)),
        Intervention(iri=odd, label="Moon dust"),
        Intervention(iri=ara, label="Ara-C", denotes=(d("cytarabine"),)),
        ConditionName(iri=under(PAGE_IN, "condition", 1), label="T-ALL", denotes=(c("t-all"),)),
        Outcome(iri=under(PAGE_IN, "outcome", 1), label="Survival", outcome_type="SECONDARY", position=1),
        Outcome(
            iri=under(PAGE_IN, "outcome", 2),
            label="Remission",
            outcome_type="PRIMARY",
            position=1,
            time_frame="42 days",
        ),
        Eligibility(
            iri=criteria,
            item=(under(criteria, "item", 1), under(criteria, "item", 2)),
            minimum_age="grown up",
            maximum_age="70 Years",
            maximum_age_days=25567,
        ),
        EligibilityItem(iri=under(criteria, "item", 1), text="Pregnant", polarity="EXCLUSION", position=1),
        EligibilityItem(
            iri=under(criteria, "item", 2), text="Age 18", polarity="INCLUSION", position=1, item_number="1."
        ),
        SponsorRole(
            iri=under(PAGE_IN, "sponsor", 1),
            label="Union Hospital",
            sponsor_type="LEAD",
            sponsor_class="OTHER",
            denotes=(UNION,),
        ),
        TrialIdentifier(iri=under(PAGE_IN, "identifier", 1), id_value="CTR2025", id_type="SECONDARY"),
        IpdSharing(iri=under(PAGE_IN, "ipd", 1), ipd_plan="YES", ipd_description="all of it"),
        InvestigatorRole(
            iri=investigator,
            label="Si Shi",
            investigator_type="PRINCIPAL_INVESTIGATOR",
            denotes=(SI,),
            affiliation=(under(investigator, "affiliation", 1),),
        ),
        Affiliation(iri=under(investigator, "affiliation", 1), text="Union Hospital, Ward 1", denotes=(UNION,)),
        Site(iri=under(PAGE_IN, "site", 1), label="Union Hospital", city="Fuzhou", country="China", denotes=(UNION,)),
        Epoch(iri=epoch, label="Induction", position=1, decision_rule=(under(epoch, "rule", 1),)),
        DecisionRule(iri=under(epoch, "rule", 1), position=1, condition_text="remission", action_text="transplant"),
        Issue(iri=under(PAGE_IN, "issue", 1), label="grown up", issue_kind="NOT_UNDERSTOOD", issue_about=(PAGE_IN, IN)),
        Issue(
            iri=under(PAGE_IN, "issue", 2),
            label="two regimens",
            issue_kind="CONFLICT",
            issue_about=(PAGE_IN, IN),
            description="HAG or CAG",
        ),
        evidence(PAGE_IN, 1, IN, p.ENROLMENT, '"40"^^<http://www.w3.org/2001/XMLSchema#integer>', "Enrollment 40", 7),
    ]


def page_out() -> list[Record]:
    """The registry record of the trial that is out: another mechanism, disease, sponsor, person and place."""
    arm, entry, given = under(PAGE_OUT, "arm", 1), under(PAGE_OUT, "intervention", 1), under(PAGE_OUT, "given", 1)
    criteria, investigator = under(PAGE_OUT, "eligibility", 1), under(PAGE_OUT, "investigator", 1)
    epoch = under(PAGE_OUT, "epoch", 1)
    return [
        RegistryRecord(
            iri=PAGE_OUT,
            record_id="NCT00000002",
            describes=(OUT,),
            source_registry="ClinicalTrials.gov",
            format="page",
            first_posted="2020-01-02",
            last_verified="2020-01",
        ),
        Trial(
            iri=OUT,
            label="Out",
            registry_id=("NCT00000002",),
            phase=("PHASE3",),
            enrolment=150,
            overall_status="TERMINATED",
            why_stopped="futility",
            start_date="2019",
            start_date_sort="2019-01-01",
            primary_completion_date="2020-05",
            primary_completion_date_sort="2020-05-01",
            identifier=(under(PAGE_OUT, "identifier", 1),),
            ipd_sharing=(under(PAGE_OUT, "ipd", 1),),
            arm=(arm,),
            intervention=(entry,),
            condition_name=(under(PAGE_OUT, "condition", 1),),
            outcome=(under(PAGE_OUT, "outcome", 1),),
            eligibility=(criteria,),
            sponsor_role=(under(PAGE_OUT, "sponsor", 1),),
            investigator_role=(investigator,),
            site=(under(PAGE_OUT, "site", 1),),
            epoch=(epoch,),
        ),
        Arm(iri=arm, label="One", arm_type="EXPERIMENTAL", arm_intervention=(given,)),
        ArmIntervention(iri=given, of_intervention=entry, role=("INVESTIGATIONAL",)),
        Intervention(iri=entry, label="APG-1387", denotes=(d("apg-1387"),)),
        ConditionName(iri=under(PAGE_OUT, "condition", 1), label="Pancreas", denotes=(c("pancreatic-cancer"),)),
        Outcome(iri=under(PAGE_OUT, "outcome", 1), label="Toxicity", outcome_type="PRIMARY", position=1),
        Eligibility(iri=criteria, item=(under(criteria, "item", 1),), minimum_age="18 Years", minimum_age_days=6574),
        EligibilityItem(iri=under(criteria, "item", 1), text="Out only", polarity="INCLUSION", position=1),
        SponsorRole(
            iri=under(PAGE_OUT, "sponsor", 1),
            label="Solo Inc.",
            sponsor_type="LEAD",
            sponsor_class="INDUSTRY",
            denotes=(SOLO,),
        ),
        TrialIdentifier(iri=under(PAGE_OUT, "identifier", 1), id_value="APG-1387-US-001", id_type="ORGANISATION"),
        IpdSharing(iri=under(PAGE_OUT, "ipd", 1), ipd_plan="NO"),
        InvestigatorRole(iri=investigator, label="Wei Wang", denotes=(WEI,)),
        Site(iri=under(PAGE_OUT, "site", 1), label="Solo Clinic", city="Rockville", country="United States"),
        Epoch(iri=epoch, label="Screening", position=1),
    ]


def twin() -> list[Record]:
    """Another registry's record of the trial that is in."""
    return [
        RegistryRecord(iri=TWIN, record_id="ISRCTN1", describes=(IN,), source_registry="ISRCTN"),
        Trial(iri=IN, label="In", registry_id=("ISRCTN1",), identifier=(under(TWIN, "identifier", 1),)),
        # The number of the trial that it follows.
        TrialIdentifier(iri=under(TWIN, "identifier", 1), id_value="NCT00000003", id_type="REGISTRY"),
    ]


def agents() -> list[Record]:
    """People and organisations behind the names."""
    return [
        Person(iri=SI, label="Si Shi"),
        Person(iri=WEI, label="Wei Wang"),
        Organisation(iri=UNION, label="Union Hospital", city="Fuzhou"),
        Organisation(iri=SOLO, label="Solo Inc."),
        # As another document spells it.
        Organisation(iri=SOLO, label="Solo Incorporated"),
    ]


def shortcuts() -> list[Record]:
    """What rules concluded of the two trials and their arms."""
    tested = (m("bcl-2-inhibitor"), m("pd-1-inhibitor"), m("antitumor-antibiotic"), m("topoisomerase-ii-inhibitor"))
    drugs = (d("venetoclax"), d("aclarubicin"))
    return [
        Trial(
            iri=IN,
            tests_drug=drugs,
            tests_mechanism=tested,
            lead_sponsor=(UNION,),
            investigator=(SI,),
            studies_condition=(c("t-all"),),
        ),
        Trial(iri=LATE, tests_mechanism=(m("topoisomerase-ii-inhibitor"),)),
        Arm(iri=ARM, tests_drug=drugs, tests_mechanism=tested),
        Arm(iri=COMPARATOR, tests_drug=(d("cytarabine"),)),
        Trial(
            iri=OUT,
            tests_drug=(d("apg-1387"),),
            tests_mechanism=(m("iap-antagonist"),),
            lead_sponsor=(SOLO,),
            studies_condition=(c("pancreatic-cancer"),),
        ),
        Arm(iri=under(PAGE_OUT, "arm", 1), tests_drug=(d("apg-1387"),), tests_mechanism=(m("iap-antagonist"),)),
        evidence(PAGE_IN, 1, IN, p.TESTS_MECHANISM, f"<{m('bcl-2-inhibitor')}>", "venetoclax", 90, "mechanism-of-drug"),
    ]


def quads() -> Iterator[str]:
    """Every statement, in its own graph."""
    graphs = [
        (VOCABULARY, vocabulary()),
        (PAGE_IN, page_in()),
        (PAGE_OUT, page_out()),
        (TWIN, twin()),
        (PAPER, paper()),
    ]
    graphs += [(LINKS, agents()), (RULES, [*shortcuts(), *results()])]
    for graph, records in graphs:
        for one in records:
            yield from one.nquads(graph).splitlines()
    for iri, label in LABELS.items():
        yield f"<{iri}> <{p.LABEL}> {text(label)} <{ONTOLOGY}> ."


def more(*records: Record) -> Local:
    """The small graph with more said in the default graph."""
    made = store()
    for one in records:
        for quad in ox.parse(one.nquads(PAGE_IN), format=ox.RdfFormat.N_QUADS):
            made.add(ox.Quad(quad.subject, quad.predicate, quad.object))
    return Local(InMemory(made))


def store(seed: int | None = None) -> ox.Store:
    """The graph in memory, each statement in its own graph and once in the default graph.

    :param seed: shuffles the order in which statements are put in; None keeps it.
    """
    parsed = list(ox.parse("\n".join(quads()), format=ox.RdfFormat.N_QUADS))
    parsed += list(dict.fromkeys(ox.Quad(q.subject, q.predicate, q.object) for q in parsed))
    if seed is not None:
        random.Random(seed).shuffle(parsed)  # noqa: S311  (nothing secret in an order)
    made = ox.Store()
    for quad in parsed:
        made.add(quad)
    return made


class InMemory:
    """A store in memory with the ways of a snapshot."""

    def __init__(self, inner: ox.Store) -> None:
        self._inner = inner

    def query(self, query: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """What Oxigraph answers."""
        return self._inner.query(query)

    def close(self) -> None:
        """Nothing to let go of."""


def local(seed: int | None = None) -> Local:
    """The graph as something that answers."""
    return Local(InMemory(store(seed)))
