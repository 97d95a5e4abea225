"""What the words around a name say of it, and what follows: placebos, comparators, former treatment, namesakes."""

from __future__ import annotations

import pytest

from kg.extract.phase import phases
from kg.extract.words import Words
from kg.model import (
    Affiliation,
    Arm,
    ArmIntervention,
    ConditionName,
    InvestigatorRole,
    Record,
    Site,
    SponsorRole,
    Trial,
)
from kg.model import predicates as P
from kg.rules.cues import is_given, is_studied, is_tested
from kg.vocab import shipped_vocabulary
from tests.test_rules import RECORD, TRIAL, Inferred, arm, intervention, trial


@pytest.mark.parametrize(
    "label",
    [
        "Placebo matching DRUG",
        "DRUG placebo",
        "Discontinuation of DRUG",
        "No DRUG",
        "Assay of DRUG",
        "Plasma levels of DRUG",
        "Best supportive care without DRUG",
        "sham DRUG",
        "DRUG-free regimen",
        "Steroid- and DRUG-free regimen",
        "89Zr-DRUG PET/CT",
        "Exercise during adjuvant DRUG",
        "Observation after progression on DRUG",
        "Prior DRUG",
        "Blood sample for DRUG",
        "Acupuncture for DRUG arthralgia",
        "Questionnaire on DRUG",
    ],
)
def test_a_name_of_what_is_not_given_means_nothing(label: str):
    assert not is_given(label, label.index("DRUG"), label.index("DRUG") + 4)


@pytest.mark.parametrize(
    "label",
    [
        "DRUG 20 mg",
        "DRUG dose level 2",
        "Placebo + DRUG",
        "placebo and DRUG",
        "preservative-free DRUG",
        "DRUG tablets",
        "DRUG prior to surgery",
        "DRUG during radiotherapy",
        "DRUG treated group",
        "During surgery: DRUG",
        "DRUG 2 levels",
        "PET-adapted DRUG",
        "PET/CT-guided DRUG",
    ],
)
def test_a_name_of_what_is_given_stays(label: str):
    assert is_given(label, label.index("DRUG"), label.index("DRUG") + 4)


@pytest.mark.parametrize("label", ["Placebo matching venetoclax", "Venetoclax placebo", "Placebo to imatinib"])
def test_a_placebo_is_no_drug_of_the_trial_though_its_arm_is_experimental(label: str):
    entry = intervention(1, label, "Venetoclax")
    found = Inferred(trial(1, 1), entry, *arm(1, "EXPERIMENTAL", 1))
    assert found.objects(entry.iri, P.DENOTES) == found.objects(TRIAL, P.TESTS_DRUG) == set()
    (role,) = found.objects(f"{RECORD}/arm/1/1", P.ROLE)
    assert role.endswith("COMPARATOR")


@pytest.mark.parametrize(
    "title",
    [
        "Venetoclax versus azacitidine and DRUG",
        "Venetoclax vs. standard of care azacitidine or DRUG",
        "Venetoclax compared with the standard drug DRUG",
        "Non-inferiority of venetoclax to DRUG",
        "Venetoclax instead of DRUG",
        "Venetoclax rather than DRUG",
        "Venetoclax in patients previously treated with DRUG",
        "Venetoclax after failure of DRUG",
        "Venetoclax in disease refractory to DRUG",
        "Venetoclax in DRUG-ineligible patients",
        "Omission of DRUG",
        "Discontinuation of DRUG",
        "Venetoclax without DRUG",
        "Venetoclax in DRUG-resistant cancer",
        "Venetoclax for cancer that has not responded to DRUG",
        "Venetoclax in patients receiving DRUG",
        "Venetoclax against neutropenia caused by DRUG",
        "Venetoclax in patients on DRUG",
        "Venetoclax for DRUG toxicity",
        "Venetoclax in a DRUG protocol",
        "Live birth after venetoclax in DRUG cycles",
        "Switching from DRUG to venetoclax",
        "Stopping DRUG in leukemia",
        "DRUG discontinuation",
        "Venetoclax against DRUG neuropathy",
        "Prevention of DRUG hypersensitivity with venetoclax",
        "DRUG adherence",
    ],
)
def test_a_drug_that_a_title_names_for_something_else_is_not_tested(title: str):
    assert not is_tested(title, title.index("DRUG"), title.index("DRUG") + 4)


@pytest.mark.parametrize(
    "title",
    [
        "DRUG versus placebo",
        "A phase 1 trial of DRUG, an IAP antagonist, with gemcitabine",
        "Addition of DRUG to azacitidine",
        "DRUG plus azacitidine in refractory disease",
    ],
)
def test_a_drug_that_a_title_is_about_is_tested(title: str):
    assert is_tested(title, title.index("DRUG"), title.index("DRUG") + 4)


@pytest.mark.parametrize(
    "name", ["Cancer Survivors", "Breast Cancer Prevention", "Caregivers of patients", "Non-cancer pain"]
)
def test_a_condition_that_people_are_free_of_is_not_studied(name: str):
    listed = ConditionName(iri=RECORD + "/condition/1", label=name)
    found = Inferred(Trial(iri=TRIAL, condition_name=(listed.iri,)), listed)
    assert found.objects(TRIAL, P.STUDIES_CONDITION) == set()


@pytest.mark.parametrize(
    ("name", "condition"),
    [
        ("non-small cell lung cancer", "non-small-cell-lung-cancer"),
        ("Non-Hodgkin lymphoma", "non-hodgkin-lymphoma"),
        ("Non-invasive Breast Cancer", "breast-cancer"),
        ("Cancer of the Pancreas, Non-functioning Neuroendocrine Tumor", "neuroendocrine-tumor"),
        ("Adults With or Without Renal Cell Carcinoma", "renal-cell-carcinoma"),
        ("Treatment-free Remission of Chronic Myeloid Leukemia", "chronic-myeloid-leukemia"),
    ],
)
def test_a_condition_with_non_in_its_name_is_studied(name: str, condition: str):
    listed = ConditionName(iri=RECORD + "/condition/1", label=name)
    found = Inferred(Trial(iri=TRIAL, condition_name=(listed.iri,)), listed)
    assert f"condition/{condition}" in found.objects(TRIAL, P.STUDIES_CONDITION)


def test_with_or_without_something_it_is_given():
    label = "QL1706 plus bevacizumab with or without carboplatin"
    assert is_given(label, label.index("carboplatin"), len(label))
    assert not is_given(label.replace("with or ", ""), label.index("carboplatin") - 8, len(label) - 8)


def test_two_sites_of_one_name_are_two_organisations_and_lend_no_place():
    sites = [
        Site(iri=f"{RECORD}/site/{i}", label="Union Hospital", city=city, country="China")
        for i, city in enumerate(("Wuhan", "Fuzhou"), 1)
    ]
    sponsor = SponsorRole(iri=RECORD + "/sponsor/1", label="Union Hospital", sponsor_type="LEAD")
    found = Inferred(*sites, sponsor)
    meant = [found.objects(node.iri, P.DENOTES) for node in (*sites, sponsor)]
    assert meant == [{"org/union-hospital-wuhan-china"}, {"org/union-hospital-fuzhou-china"}, {"org/union-hospital"}]


@pytest.mark.parametrize("name", ["Research Site", "Investigational Site 12", "Local Institution", "-", "Jane Doe, MD"])
def test_what_names_no_organisation_makes_none(name: str):
    sponsor = SponsorRole(iri=RECORD + "/sponsor/1", label=name)
    assert Inferred(sponsor).objects(sponsor.iri, P.DENOTES) == set()


@pytest.mark.parametrize("words", ["Department of Medicine", "Corresponding author", "The list is at the end"])
def test_words_that_are_no_name_of_an_organisation_make_none(words: str):
    work = Affiliation(iri=RECORD + "/a/1", text=words)
    assert Inferred(work).objects(work.iri, P.DENOTES) == set()


@pytest.mark.parametrize(
    ("label", "family"), [("Medical Director", None), ("ABBVIE INC.", "INC."), ("Clinical Trials", None)]
)
def test_an_office_is_no_person(label: str, family: str | None):
    role = InvestigatorRole(iri=RECORD + "/investigator/1", label=label, family_name=family)
    assert Inferred(role).objects(role.iri, P.DENOTES) == set()


def test_a_regimen_that_is_all_an_arm_gives_is_no_background():
    given = [intervention(i, name) for i, name in enumerate(("Doxorubicin", "Vincristine"), 1)]
    arms = arm(1, "EXPERIMENTAL", 1, 2, label="CHOP")
    found = Inferred(trial(1, 2), *given, *arms)
    roles = {role for i in (1, 2) for role in found.objects(f"{RECORD}/arm/1/{i}", P.ROLE)}
    assert {role.rsplit("-", 1)[1] for role in roles} == {"INVESTIGATIONAL"}


def test_a_regimen_given_before_is_no_background():
    iri = RECORD + "/arm/1"
    node = ArmIntervention(iri=iri + "/1", of_intervention=RECORD + "/intervention/1")
    two = ArmIntervention(iri=iri + "/2", of_intervention=RECORD + "/intervention/2")
    text = "Patients who progressed after CHOP receive both"
    records: list[Record] = [
        Arm(iri=iri, arm_type="EXPERIMENTAL", description=text, arm_intervention=(node.iri, two.iri))
    ]
    records += [node, two, intervention(1, "Doxorubicin"), intervention(2, "Venetoclax"), trial(1, 2)]
    (role,) = Inferred(*records).objects(node.iri, P.ROLE)
    assert role.endswith("INVESTIGATIONAL")


def test_a_conclusion_is_never_surer_than_its_ground():
    listed = ConditionName(iri=RECORD + "/condition/1", label="Relapsed T-ALL")
    found = Inferred(Trial(iri=TRIAL, condition_name=(listed.iri,)), listed)
    of = {q.subject.value: q.object.value for q in found.quads if q.predicate.value == P.CONFIDENCE}
    assert {value for node, value in of.items() if "/shortcuts/" in node} == {"0.9"}


@pytest.mark.parametrize("words", ["cisplatin and gemcitabine (Grade3)", "paclitaxel, carboplatin (Taiho)"])
def test_a_bracketed_word_that_is_no_short_name_is_no_regimen(words: str):
    assert Inferred(passages={"abstract": words}).objects(RECORD + "/regimen/1", P.REGIMEN_COMPONENT) == set()


def test_a_hostile_abstract_makes_no_more_than_it_says():
    text = "AG (cytarabine, gemcitabine) AG " * 300
    found = Inferred(passages={"abstract": text})
    # Quadratic growth made 279 MB of 10 KB; a mention costs about a dozen statements.
    assert len(found.quads) < 40 * 12 * 300


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("This differs from the earlier phase 1 trial", []),
        ("and our planned phase 4", []),
        ("a randomized phase 2 trial", [("PHASE2",)]),
    ],
)
def test_a_phase_of_another_trial_is_left_out(text: str, tokens: list[tuple[str, ...]]):
    assert [found for found, _ in phases(Words.at(text, 0, len(text)))] == tokens


@pytest.mark.parametrize(("between", "far"), [(200, False), (400, True)])
def test_only_what_is_near_a_name_speaks_of_it(between: int, far: bool):
    # An entry of 10,000 characters with a thousand names, all of it looked at for each, took 25 s.
    words = "no " + "ab " * (between // 3) + "x"
    assert is_given(words, len(words) - 1, len(words)) is far
    words = "survivors of " + "ab " * (between // 3) + "leukemia"
    assert is_studied(words, words.index("leukemia")) is far


def test_a_word_much_longer_than_any_name_is_no_misspelling(monkeypatch: pytest.MonkeyPatch):
    drug, vocabulary = "venetoclax", shipped_vocabulary()
    assert vocabulary.names.find(drug[:-1], ("drug",)) is not None

    def asked(word: str) -> list[str]:
        raise AssertionError(f"as many words as {word[:20]} has letters")

    monkeypatch.setattr("kg.vocab.names.deletions", asked)
    assert vocabulary.names.find(drug * 1000, ("drug",)) is None
    assert vocabulary.names.find(drug[:-1], ("condition",)) is None
