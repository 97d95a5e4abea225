"""Rule sets, each on the least reading on which it can be wrong."""

from __future__ import annotations

import re

import pyoxigraph as ox
import pytest

from kg.document import Passage, Reading
from kg.evidence import Notes
from kg.extract.words import Words
from kg.model import (
    Affiliation,
    Arm,
    ArmIntervention,
    Authorship,
    ConditionName,
    Intervention,
    InvestigatorRole,
    Publication,
    Record,
    RegistryRecord,
    Site,
    SponsorRole,
    Trial,
)
from kg.model import predicates as P
from kg.rules import infer
from kg.vocab import shipped_vocabulary

RECORD = "https://w3id.org/trialgraph/record/ctgov/NCT00000001"
TRIAL = "https://w3id.org/trialgraph/trial/NCT00000001"
BASE = "https://w3id.org/trialgraph/"


class Inferred:
    """What follows from some records, ready to ask."""

    def __init__(self, *records: Record, passages: dict[str, str] | None = None) -> None:
        found = tuple(Passage(field, Words.at(text, 0, len(text))) for field, text in (passages or {}).items())
        nquads = infer(Reading(RECORD, "", records, found), shipped_vocabulary())
        self.quads = list(ox.parse(nquads, format=ox.RdfFormat.N_QUADS))

    def objects(self, subject: str, predicate: str) -> set[str]:
        """Objects of a subject and predicate; our own addresses without their beginning."""
        return {
            quad.object.value.removeprefix(BASE)
            for quad in self.quads
            if quad.subject.value == subject and quad.predicate.value == predicate
        }

    def meanings_of_parts(self, entry: str) -> set[str]:
        """What the components of an entry mean."""
        return {
            meaning for part in self.objects(entry, P.COMPONENT) for meaning in self.objects(BASE + part, P.DENOTES)
        }

    def grounds(self, subject: str, predicate: str) -> set[tuple[str, str]]:
        """Rule and confidence of what was concluded of a subject."""
        told: dict[str, dict[str, str]] = {}
        for quad in self.quads:
            told.setdefault(quad.subject.value, {})[quad.predicate.value] = quad.object.value
        wanted = (subject, predicate)
        return {
            (by[P.RULE], by[P.CONFIDENCE]) for by in told.values() if (by.get(P.SUBJECT), by.get(P.PREDICATE)) == wanted
        }


def drug(name: str) -> str:
    return f"drug/{name}"


def arm(number: int, kind: str, *interventions: int, label: str = "") -> list[Record]:
    """An arm with the numbers of what it gives."""
    iri = f"{RECORD}/arm/{number}"
    given = [ArmIntervention(iri=f"{iri}/{i}", of_intervention=f"{RECORD}/intervention/{i}") for i in interventions]
    return [Arm(iri=iri, label=label, arm_type=kind, arm_intervention=tuple(g.iri for g in given)), *given]


def intervention(number: int, label: str, *other_names: str) -> Intervention:
    return Intervention(iri=f"{RECORD}/intervention/{number}", label=label, other_name=other_names)


def trial(arms: int, interventions: int) -> Trial:
    return Trial(
        iri=TRIAL,
        arm=tuple(f"{RECORD}/arm/{i + 1}" for i in range(arms)),
        intervention=tuple(f"{RECORD}/intervention/{i + 1}" for i in range(interventions)),
    )


def test_a_class_without_a_drug_keeps_its_mechanism():
    found = Inferred(trial(0, 1), intervention(1, "a PD-1 inhibitor"))
    assert found.objects(TRIAL, P.TESTS_MECHANISM) == {"mechanism/pd-1-inhibitor"}
    assert found.objects(TRIAL, P.TESTS_DRUG) == set()


def test_a_drug_brings_the_mechanism_it_works_by():
    found = Inferred(trial(0, 1), intervention(1, "Venetoclax"))
    assert found.objects(TRIAL, P.TESTS_DRUG) == {"drug/venetoclax"}
    assert "mechanism/bcl-2-inhibitor" in found.objects(TRIAL, P.TESTS_MECHANISM)


def test_an_entry_of_several_names_has_a_component_for_each():
    entry = intervention(1, "PD-1 inhibitor+venetoclax+Cytarabine regimen", "venetocalx")
    found = Inferred(trial(0, 1), entry)
    components = found.objects(entry.iri, P.COMPONENT)
    assert len(components) == 3
    assert found.meanings_of_parts(entry.iri) == {"mechanism/pd-1-inhibitor", "drug/venetoclax", "drug/cytarabine"}
    assert found.objects(entry.iri, P.DENOTES) == set()


def test_other_names_of_a_combination_belong_to_components_not_to_it():
    entry = intervention(1, "PD-1 inhibitor+venetoclax regimen", "venetocalx", "Cytarabine")
    found = Inferred(trial(0, 1), entry)
    (part,) = [
        p for p in found.objects(entry.iri, P.COMPONENT) if "venetocalx" in found.objects(BASE + p, P.OTHER_NAME)
    ]
    assert found.objects(BASE + part, P.DENOTES) == {"drug/venetoclax"}
    assert found.objects(TRIAL, P.TESTS_DRUG) == {"drug/venetoclax"}


def test_a_drug_of_a_comparator_arm_alone_is_not_tested_by_the_trial():
    records = [*arm(1, "EXPERIMENTAL", 1), *arm(2, "ACTIVE_COMPARATOR", 2)]
    found = Inferred(trial(2, 2), intervention(1, "Venetoclax"), intervention(2, "Docetaxel"), *records)
    assert found.objects(TRIAL, P.TESTS_DRUG) == {"drug/venetoclax"}
    assert found.objects(f"{RECORD}/arm/2", P.TESTS_DRUG) == {"drug/docetaxel"}


def test_where_all_arms_are_comparators_the_active_ones_test():
    records = [*arm(1, "ACTIVE_COMPARATOR", 1, 2), *arm(2, "PLACEBO_COMPARATOR", 2, 3), *arm(3, "NO_INTERVENTION", 4)]
    entries = [intervention(n, name) for n, name in enumerate(("Venetoclax", "Azacitidine", "Docetaxel", "AG"), 1)]
    found = Inferred(trial(3, 4), *entries, *records)
    assert found.objects(TRIAL, P.TESTS_DRUG) == {"drug/venetoclax", "drug/azacitidine"}
    assert found.grounds(TRIAL, P.TESTS_DRUG) == {("drug-given-by-active-comparator-alone", "0.7")}


def test_roles_follow_where_all_arms_are_comparators():
    records = [*arm(1, "ACTIVE_COMPARATOR", 1, 2), *arm(2, "PLACEBO_COMPARATOR", 2, 3)]
    entries = [intervention(n, name) for n, name in enumerate(("Venetoclax", "Azacitidine", "Placebo"), 1)]
    found = Inferred(trial(2, 3), *entries, *records)
    roles = {node: found.objects(f"{RECORD}/arm/{node}", P.ROLE) for node in ("1/1", "1/2", "2/2", "2/3")}
    assert [next(iter(found_roles)).rsplit("-", 1)[1] for found_roles in roles.values()] == [
        "INVESTIGATIONAL",
        "BACKGROUND",
        "COMPARATOR",
        "COMPARATOR",
    ]
    assert found.grounds(f"{RECORD}/arm/1/1", P.ROLE) == {("role-by-active-comparator-alone", "0.6")}


def test_a_trial_of_placebo_alone_tests_nothing():
    records = [*arm(1, "PLACEBO_COMPARATOR", 1), *arm(2, "NO_INTERVENTION", 1)]
    found = Inferred(trial(2, 1), intervention(1, "Venetoclax"), *records)
    assert found.objects(TRIAL, P.TESTS_DRUG) == set()


def test_what_both_arms_give_is_background():
    records = [*arm(1, "EXPERIMENTAL", 1, 2), *arm(2, "ACTIVE_COMPARATOR", 2)]
    found = Inferred(trial(2, 2), intervention(1, "Venetoclax"), intervention(2, "Azacitidine"), *records)
    roles = {node: found.objects(f"{RECORD}/arm/{node}", P.ROLE) for node in ("1/1", "1/2", "2/2")}
    assert [next(iter(found_roles)).rsplit("-", 1)[1] for found_roles in roles.values()] == [
        "INVESTIGATIONAL",
        "BACKGROUND",
        "COMPARATOR",
    ]


def test_members_of_a_named_regimen_are_background():
    records = arm(1, "EXPERIMENTAL", 1, label="PD-1 inhibitor with CAG regimen")
    found = Inferred(trial(1, 1), intervention(1, "PD-1 inhibitor+Cytarabine+Aclarubicin"), *records)
    roles = [found.objects(f"{RECORD}/arm/1/1/component/{i}", P.ROLE) for i in (1, 2, 3)]
    assert [next(iter(r)).rsplit("-", 1)[1] for r in roles] == ["INVESTIGATIONAL", "BACKGROUND", "BACKGROUND"]


def test_a_listed_condition_is_studied_and_titles_are_not_asked():
    name = ConditionName(iri=RECORD + "/condition/1", label="Relapsed T-ALL")
    registry = RegistryRecord(iri=RECORD, record_id="x")
    speaks = Trial(iri=TRIAL, condition_name=(name.iri,))
    found = Inferred(registry, speaks, name, passages={"title": "A trial in pancreatic cancer"})
    assert found.objects(TRIAL, P.STUDIES_CONDITION) == {"condition/t-cell-acute-lymphoblastic-leukemia"}


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Carcinoma, Hepatocellular", "hepatocellular-carcinoma"),
        ("Carcinoma, Non-Small-Cell Lung", "non-small-cell-lung-cancer"),
        ("Leukemia, Myeloid, Acute", "acute-myeloid-leukemia"),
        ("Ovarian Neoplasms", "ovarian-cancer"),
    ],
)
def test_a_heading_of_mesh_means_the_condition_that_cites_it(heading: str, key: str):
    name = ConditionName(iri=RECORD + "/condition/1", label=heading)
    found = Inferred(Trial(iri=TRIAL, condition_name=(name.iri,)), name)
    assert found.objects(TRIAL, P.STUDIES_CONDITION) == {f"condition/{key}"}


def test_conditions_of_exclusion_examples_are_not_studied():
    registry = RegistryRecord(iri=RECORD, record_id="x")
    found = Inferred(registry, Trial(iri=TRIAL), passages={"criteria": "such as asthma, breast cancer, COPD"})
    assert found.objects(TRIAL, P.STUDIES_CONDITION) == set()


def test_one_name_at_one_place_is_one_organisation():
    site = Site(iri=RECORD + "/site/1", label="Union Hospital", city="Fuzhou", country="China")
    sponsor = SponsorRole(iri=RECORD + "/sponsor/1", label="Union  hospital", sponsor_type="UPDATED_BY")
    work = Affiliation(iri=RECORD + "/investigator/1/affiliation/1", text="Union Hospital")
    found = Inferred(Trial(iri=TRIAL, sponsor_role=(sponsor.iri,)), site, sponsor, work)
    assert found.objects(site.iri, P.DENOTES) == {"org/union-hospital-fuzhou-china"}
    assert (
        found.objects(sponsor.iri, P.DENOTES)
        == found.objects(work.iri, P.DENOTES)
        == found.objects(site.iri, P.DENOTES)
    )
    assert found.objects(TRIAL, P.LEAD_SPONSOR) == {"org/union-hospital-fuzhou-china"}


@pytest.mark.parametrize("kind", ["LEAD", "COLLABORATOR", "FUNDER"])
def test_a_sponsor_is_not_at_the_place_of_a_site_that_shares_its_name(kind: str):
    site = Site(iri=RECORD + "/site/1", label="Pfizer", city="Tokyo", country="Japan")
    sponsor = SponsorRole(iri=RECORD + "/sponsor/1", label="Pfizer", sponsor_type=kind)
    found = Inferred(Trial(iri=TRIAL, sponsor_role=(sponsor.iri,)), site, sponsor)
    assert found.objects(sponsor.iri, P.DENOTES) == {"org/pfizer"}
    assert found.objects(site.iri, P.DENOTES) == {"org/pfizer-tokyo-japan"}


@pytest.mark.parametrize("name", ["13", "75", "Inc.", "LLC", "Ltd.", "Co., Ltd.", "S.A.", "12 34", "GmbH & Co. KG"])
def test_a_number_or_a_bare_legal_form_is_no_organisation(name: str):
    site = Site(iri=RECORD + "/site/1", label=name, city="Tokyo", country="Japan")
    assert Inferred(site).objects(site.iri, P.DENOTES) == set()


@pytest.mark.parametrize("name", ["3M", "Novartis AG", "Site 75 of Bayer", "日本病院"])
def test_a_name_with_a_number_or_a_legal_form_is_an_organisation(name: str):
    site = Site(iri=RECORD + "/site/1", label=name, city="Tokyo", country="Japan")
    assert len(Inferred(site).objects(site.iri, P.DENOTES)) == 1


@pytest.mark.parametrize("words", ["Ltd., Suzhou", "Shanghai 200032", "Department of Oncology; Fudan University"])
def test_an_affiliation_of_several_parts_is_no_organisation(words: str):
    work = Affiliation(iri=RECORD + "/a/1", text=words)
    assert Inferred(work).objects(work.iri, P.DENOTES) == set()


def test_who_updated_a_page_is_its_sponsor_only_when_none_is_named():
    updated = SponsorRole(iri=RECORD + "/sponsor/1", label="Updater", sponsor_type="UPDATED_BY")
    lead = SponsorRole(iri=RECORD + "/sponsor/2", label="Leader", sponsor_type="LEAD")
    alone = Inferred(Trial(iri=TRIAL, sponsor_role=(updated.iri,)), updated)
    both = Inferred(Trial(iri=TRIAL, sponsor_role=(updated.iri, lead.iri)), updated, lead)
    assert alone.objects(TRIAL, P.LEAD_SPONSOR) == {"org/updater"}
    assert both.objects(TRIAL, P.LEAD_SPONSOR) == {"org/leader"}


def test_two_people_of_one_name_are_two_until_something_tells():
    one = Authorship(iri=RECORD + "/author/1", label="Wei Wang", family_name="Wang")
    two = InvestigatorRole(iri=RECORD + "/investigator/1", label="Wei Wang", family_name="Wang")
    found = Inferred(one, two)
    assert found.objects(one.iri, P.DENOTES) != found.objects(two.iri, P.DENOTES)


def test_an_orcid_makes_two_mentions_one_person():
    iri = "https://orcid.org/0000-0002-1825-0097"
    one = Authorship(iri=RECORD + "/author/1", label="J. Carberry", family_name="Carberry", orcid=iri)
    two = Authorship(iri=RECORD + "/author/2", label="Josiah Carberry", family_name="Carberry", orcid=iri)
    found = Inferred(one, two)
    assert (
        found.objects(one.iri, P.DENOTES) == found.objects(two.iri, P.DENOTES) == {"person/orcid-0000-0002-1825-0097"}
    )


def test_a_group_is_no_person():
    group = Authorship(iri=RECORD + "/author/1", label="The Study Group", collective_name="The Study Group")
    assert Inferred(group).objects(group.iri, P.DENOTES) == set()


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("with nab-paclitaxel and gemcitabine (AG) in patients", {"drug/nab-paclitaxel", "drug/gemcitabine"}),
        ("the CAG regimen (cytarabine, aclarubicin, G-CSF)", {"drug/cytarabine", "drug/aclarubicin", "drug/g-csf"}),
        (
            "HAG regimen (homoharringtonine, cytarabine, and granulocyte colony-stimulating factor)",
            {"drug/homoharringtonine", "drug/cytarabine", "drug/g-csf"},
        ),
        (
            "bivalent IAP antagonist APG-1387 with nab-paclitaxel and gemcitabine (AG) in patients",
            {"drug/nab-paclitaxel", "drug/gemcitabine"},
        ),
        ("venetoclax (BCL-2 inhibitor)", set()),
        ("gemcitabine (GEM)", set()),
        ("cytarabine, then after a long while aclarubicin (CA)", set()),
    ],
)
def test_a_regimen_is_read_where_the_words_define_it(words: str, parts: set[str]):
    found = Inferred(passages={"abstract": words})
    assert found.objects(RECORD + "/regimen/1", P.REGIMEN_COMPONENT) == parts


def test_a_short_name_is_followed_after_its_definition_and_not_before():
    words = "AG of Basel gave nab-paclitaxel and gemcitabine (AG) without prior AG to AG-naive people, not WAG"
    found = Inferred(passages={"abstract": words})
    starts = {
        int(q.object.value) for q in found.quads if q.predicate.value == P.START and "/regimens/" in q.subject.value
    }
    prior, naive = words.index("prior AG") + 6, words.index("AG-naive")
    assert {prior, naive} <= starts
    assert not starts & {0, words.index("WAG") + 1}


@pytest.mark.parametrize(
    ("title", "tokens"),
    [
        ("A phase 1 trial", {"C15600"}),
        ("A Phase Ib/II study", {"C15600", "C15601"}),
        ("Phase III", {"C15602"}),
        ("A multiphase 1 flow", set()),
        ("Phased approach to 2", set()),
    ],
)
def test_a_phase_in_a_title_is_an_observation_and_never_the_slot(title: str, tokens: set[str]):
    publication = Publication(iri="urn:p", reports_trial=(TRIAL,))
    found = Inferred(publication, passages={"title": title})
    values = {q.object.value.rsplit("_", 1)[-1] for q in found.quads if q.predicate.value == P.OBSERVED_VALUE}
    assert values == tokens
    assert found.objects(TRIAL, P.PHASE) == set()


def test_a_paper_that_reports_two_trials_says_of_neither_which_phase():
    publication = Publication(iri="urn:p", reports_trial=(TRIAL, TRIAL + "2"))
    assert not [q for q in Inferred(publication, passages={"title": "Phase 1"}).quads if P.OBSERVED_VALUE in str(q)]


def test_every_conclusion_has_evidence_and_no_blank_node():
    entry = intervention(1, "PD-1 inhibitor+venetoclax")
    notes = Notes(RECORD, entry.label or "")
    notes.cite(entry, label=Words.at(entry.label or "", 0, len(entry.label or "")))
    found = Inferred(trial(0, 1), entry, *notes.evidence, passages={"title": "venetoclax in T-ALL"})
    stated = {
        (by[P.SUBJECT], by[P.PREDICATE], by[P.OBJECT])
        for node in {q.subject.value for q in found.quads if q.predicate.value == P.SUBJECT}
        for by in [{q.predicate.value: q.object.value for q in found.quads if q.subject.value == node}]
    }
    concluded = {
        (q.subject.value, q.predicate.value, q.object.value)
        for q in found.quads
        if q.predicate.value in (P.DENOTES, P.MENTIONS, P.COMPONENT, P.TESTS_DRUG, P.TESTS_MECHANISM)
    }
    assert concluded
    assert concluded <= stated
    assert not [q for q in found.quads if isinstance(q.subject, ox.BlankNode) or isinstance(q.object, ox.BlankNode)]


def test_the_words_of_a_component_are_its_own():
    label = "PD-1 inhibitor+venetoclax"
    entry = intervention(1, label)
    notes = Notes(RECORD, "xx" + label)
    notes.cite(entry, label=Words.at("xx" + label, 2, 2 + len(label)))
    found = Inferred(trial(0, 1), entry, *notes.evidence)
    starts = {
        int(q.object.value)
        for q in found.quads
        if q.predicate.value == P.START and re.search("/names/", q.subject.value)
    }
    assert starts == {2, 2 + label.index("venetoclax")}
