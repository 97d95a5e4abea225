"""What names in a record mean where it gives several things together, or spells an acronym out itself."""

from __future__ import annotations

from time import process_time

import pytest

from kg.model import ConditionName, Intervention
from kg.model import predicates as P
from kg.rules.cues import parts_given_together
from tests.test_rules import BASE, RECORD, TRIAL, Inferred, arm, intervention, trial


@pytest.mark.parametrize(
    ("label", "parts"),
    [
        ("CT-2103/carboplatin", ["CT-2103", "carboplatin"]),
        ("RMP-7 and carboplatin", ["RMP-7", "carboplatin"]),
        ("Oral S-1 + Oral Osimertinib", ["Oral S-1", "Oral Osimertinib"]),
        ("T3011+Pembrolizumab", ["T3011", "Pembrolizumab"]),
        ("TY-9591 160mg QD+pemetrexed", ["TY-9591 160mg QD", "pemetrexed"]),
        ("furmonertinib combined with anlotinib", ["furmonertinib", "anlotinib"]),
        ("Cisplatin 75mg/m2", []),
        ("paclitaxel 5 mg/day", []),
        ("chemotherapy for MRD+ patients", []),
        ("drug (tablet and capsule)", []),
        ("drug 5 mg and 10 mg", ["drug 5 mg"]),
        ("G-CSF with/without darbepoetin", ["G-CSF with"]),
        ("drug + placebo", ["drug"]),
        ("drug low and high dose", ["drug low"]),
    ],
)
def test_what_is_given_together(label: str, parts: list[str]):
    assert [label[start:end] for start, end in parts_given_together(label, by_sign=False)] == parts


def test_what_is_joined_to_the_one_name_of_an_entry_is_a_part_of_it():
    entry = intervention(1, "CT-2103/carboplatin")
    found = Inferred(trial(0, 1), entry)
    assert found.objects(entry.iri, P.DENOTES) == set()
    parts = sorted(found.objects(entry.iri, P.COMPONENT))
    meanings = [(found.objects(BASE + part, P.LABEL), found.objects(BASE + part, P.DENOTES)) for part in parts]
    assert meanings == [({"CT-2103"}, set()), ({"carboplatin"}, {"drug/carboplatin"})]
    assert {"joined-to-a-name", "names-in-one-entry"} <= {q.object.value for q in found.quads}
    assert found.objects(TRIAL, P.TESTS_DRUG) == {"drug/carboplatin"}


def test_a_part_that_is_a_short_name_as_a_whole_has_its_meaning():
    entry = intervention(1, "Apatinib and S-1")
    found = Inferred(trial(0, 1), entry)
    assert found.meanings_of_parts(entry.iri) == {"drug/apatinib", "drug/tegafur-gimeracil-oteracil"}


@pytest.mark.parametrize(
    ("kind", "label", "meant"),
    [
        ("BEHAVIORAL", "Education on Immunotherapy in Cancer", set()),
        ("DIAGNOSTIC_TEST", "Dexamethasone Suppression", set()),
        ("DIAGNOSTIC_TEST", "Dexamethasone", {"drug/dexamethasone"}),
        ("PROCEDURE", "Perfusion of dexamethasone", {"drug/dexamethasone"}),
    ],
)
def test_training_and_tests_give_nothing_that_they_speak_of(kind: str, label: str, meant: set[str]):
    entry = Intervention(iri=RECORD + "/intervention/1", label=label, intervention_type=kind)
    assert Inferred(trial(0, 1), entry).objects(TRIAL, P.TESTS_DRUG) == meant
    assert meant or Inferred(trial(0, 1), entry).objects(TRIAL, P.TESTS_MECHANISM) == set()


def test_classes_that_share_a_noun_are_parts_of_an_entry():
    entry = intervention(1, "BRAF and MEK inhibitors")
    found = Inferred(trial(0, 1), entry)
    assert found.meanings_of_parts(entry.iri) == {"mechanism/braf-inhibitor", "mechanism/mek-inhibitor"}


def test_two_names_of_one_drug_are_no_parts():
    entry = intervention(1, "Zactima (ZD6474)")
    found = Inferred(trial(0, 1), entry)
    assert found.objects(entry.iri, P.DENOTES) == {"drug/vandetanib"}
    assert found.objects(entry.iri, P.COMPONENT) == set()


def test_a_part_that_two_names_are_joined_to_is_a_part_too():
    entry = intervention(1, "LM-108 antibody and sintilimab and carboplatin")
    found = Inferred(trial(0, 1), entry)
    labels = [next(iter(found.objects(BASE + part, P.LABEL))) for part in found.objects(entry.iri, P.COMPONENT)]
    assert sorted(labels) == ["LM-108 antibody", "carboplatin", "sintilimab"]


def test_a_class_whose_noun_is_shared_is_one_thing():
    entry = intervention(1, "GD2, PSMA and CD276 CAR-T cells")
    found = Inferred(trial(0, 1), entry)
    assert found.objects(entry.iri, P.DENOTES) == {"mechanism/car-t-cell-therapy"}
    assert found.objects(entry.iri, P.COMPONENT) == set()


def test_an_acronym_that_the_record_spells_out_otherwise_is_not_the_name():
    entry = intervention(1, "Dihydroartemisinin-piperaquine (DHAP)")
    found = Inferred(trial(0, 1), entry, passages={"description": "We give DHAP for three days."})
    assert found.objects(entry.iri, P.DENOTES) == set()
    assert found.objects(RECORD, P.MENTIONS) == set()


def test_an_acronym_that_is_spelt_out_in_a_passage_means_that_everywhere_in_the_record():
    passages = {"title": "An altered peptide ligand (APL) in arthritis", "description": "The APL was safe."}
    condition = ConditionName(iri=RECORD + "/condition/1", label="APL")
    found = Inferred(trial(0, 0), condition, passages=passages)
    assert found.objects(RECORD, P.MENTIONS) == set()
    assert found.objects(condition.iri, P.DENOTES) == set()


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("dexamethasone, high-dose Ara-C and cisplatin (DHAP)", "regimen/dhap"),
        ("acute promyelocytic leukemia (APL)", "condition/acute-promyelocytic-leukemia"),
        ("chronic lymphocytic lymphoma (CLL)", "condition/chronic-lymphocytic-leukemia"),
        ("lymphoma, patients (DHAP)", "regimen/dhap"),
    ],
)
def test_an_acronym_that_is_spelt_out_in_its_own_words_keeps_its_meaning(words: str, meant: str):
    assert meant in Inferred(trial(0, 0), passages={"description": words}).objects(RECORD, P.MENTIONS)


def test_what_is_given_together_is_found_in_time_that_grows_with_the_label():
    label = "a" + " " * 200_000 + "b" + "(" * 100_000 + " +" * 50_000
    before = process_time()
    parts_given_together(label, by_sign=False)
    assert process_time() - before < 5


@pytest.mark.parametrize(
    ("label", "drugs"),
    [
        ("Interleukin-2", {"drug/interleukin-2"}),
        ("IL-2 plus Thalidomide", {"drug/interleukin-2", "drug/thalidomide"}),
        ("IL-2 receptor antagonist", set()),
        ("BCG", {"drug/bcg-vaccine"}),
        ("17-AAG", {"drug/tanespimycin"}),
    ],
)
def test_substances_that_are_known_by_short_names(label: str, drugs: set[str]):
    assert Inferred(trial(0, 1), intervention(1, label)).objects(TRIAL, P.TESTS_DRUG) == drugs


@pytest.mark.parametrize(
    ("names", "drugs"),
    [
        (("Atezolizumab", "Cisplatin", "Surgery"), {"tiragolumab", "atezolizumab", "cisplatin"}),
        (("Atezolizumab",), {"tiragolumab"}),
        (("MTIG7192A", "RG6058"), {"tiragolumab"}),
    ],
)
def test_drugs_among_the_names_of_another_that_act_otherwise_are_given_with_it(names: tuple[str, ...], drugs: set[str]):
    found = Inferred(trial(0, 1), intervention(1, "Tiragolumab", *names))
    assert found.objects(TRIAL, P.TESTS_DRUG) == {f"drug/{name}" for name in drugs}


def test_names_of_a_drug_that_act_as_it_does_are_its_own():
    entry = intervention(1, "filgrastim", "G-CSF", "pegfilgrastim", "Neupogen")
    assert Inferred(trial(0, 1), entry).objects(TRIAL, P.TESTS_DRUG) == {"drug/filgrastim"}


@pytest.mark.parametrize(
    ("label", "meant"),
    [
        ("CD19CART", {"mechanism/cd19-car-t-cell-therapy"}),
        ("anti-CD19 CART cells", {"mechanism/cd19-car-t-cell-therapy"}),
        ("CD19-specific CAR T cells", {"mechanism/cd19-car-t-cell-therapy"}),
        ("BCMA-targeting CAR-T", {"mechanism/bcma-car-t-cell-therapy"}),
        ("B7-H3CART", {"mechanism/car-t-cell-therapy"}),
        ("GPC3-CART infusion", {"mechanism/car-t-cell-therapy"}),
        ("KM-CART", set()),
        ("CART", set()),
        ("cART", set()),
        ("Cart19", set()),
    ],
)
def test_cells_with_a_receptor_are_known_however_they_are_written(label: str, meant: set[str]):
    entry = intervention(1, label)
    assert Inferred(trial(0, 1), entry).objects(entry.iri, P.DENOTES) == meant


@pytest.mark.parametrize(
    ("label", "meant"),
    [
        ("Carbo/Taxol", {"drug/carboplatin", "drug/paclitaxel"}),
        ("Pembro + Lenva", {"drug/pembrolizumab", "drug/lenvatinib"}),
        ("nivo and chemo", set()),
        ("strep and carboplatin", {"drug/carboplatin"}),
        ("Carbo", set()),
        ("Rituxan and EPOCH", {"drug/rituximab", "regimen/epoch"}),
        ("Rituxan and XRT", {"drug/rituximab"}),
        ("ice and warmth", set()),
    ],
)
def test_beside_other_drugs_beginnings_and_acronyms_that_are_words_have_their_meaning(label: str, meant: set[str]):
    entry, lymphoma = intervention(1, label), ConditionName(iri=RECORD + "/condition/1", label="Lymphoma")
    assert Inferred(trial(0, 1), entry, lymphoma).meanings_of_parts(entry.iri) == meant


def test_a_regimen_within_the_named_one_makes_no_background():
    records = arm(1, "EXPERIMENTAL", 1, label="EPOCH-R")
    found = Inferred(trial(1, 1), intervention(1, "Rituxan and EPOCH"), *records)
    nodes = found.objects(f"{RECORD}/arm/1", P.ARM_INTERVENTION)
    assert {role for node in nodes for role in found.objects(BASE + node, P.ROLE)} == {
        "schema/InterventionRole-INVESTIGATIONAL"
    }


@pytest.mark.parametrize(
    ("label", "meant"),
    [
        ("androgen deprivation therapy (ADT)", {"mechanism/androgen-deprivation-therapy"}),
        ("antidepressant therapy (ADT)", set()),
        ("ADT", set()),
    ],
)
def test_deprivation_of_androgens_is_known_by_its_words_alone(label: str, meant: set[str]):
    entry = intervention(1, label)
    assert Inferred(trial(0, 1), entry).objects(entry.iri, P.DENOTES) == meant
