"""Names that mean something else in some records, and names that stand in unusual forms: each met in a real record."""

from __future__ import annotations

import pytest

from kg.model import ConditionName, Intervention, Trial
from kg.model import predicates as P
from kg.vocab import shipped_vocabulary
from tests.test_rules import BASE, RECORD, TRIAL, Inferred, arm, intervention, trial

KINDS = ("drug", "mechanism", "regimen", "condition", "target")


def mentioned(text: str) -> set[str]:
    """Concepts that a record with nothing but these words mentions."""
    return Inferred(trial(0, 0), passages={"description": text}).objects(RECORD, P.MENTIONS)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Non-Squamous Non-Small Cell Lung Cancer", ["non-small-cell-lung-cancer"]),
        ("nonsquamous non-small cell lung cancers", ["non-small-cell-lung-cancer"]),
        ("non-rhabdomyosarcoma", []),
        ("relapsed non-Hodgkin's lymphoma", ["non-hodgkin-lymphoma"]),
        ("HLHS, the hypoplastic left heart", []),
        ("sorted by FACS", []),
        ("FAC and FACs", ["fac", "fac"]),
        ("PNET", []),
        ("pNETs", ["pancreatic-neuroendocrine-tumor"]),
        ("CSCC", []),
        ("cSCC", ["cutaneous-squamous-cell-carcinoma"]),
        ("APL 400-003", []),
        ("MK-3475-189", ["pembrolizumab"]),
        ("c-Kit", ["kit"]),
        ("advanced malignancies", ["cancer"]),
        ("GvHD", ["graft-versus-host-disease"]),
        ("INTRON® A", ["interferon-alfa-2b"]),
        ("human epidermal growth factor receptor 2", ["erbb2"]),
        ("cortisol", []),
        ("R-CHOP14", ["r-chop"]),
        ("B7H3CAR-T cells", ["car-t-cell-therapy"]),
        ("CD19CAR-T", ["cd19-car-t-cell-therapy"]),
        ("12carboplatin", []),
        ("Doxorubicin hydrochloride liposome", ["liposomal-doxorubicin"]),
    ],
)
def test_a_name_is_found_as_it_has_to_be_written(text: str, found: list[str]):
    mentions = shipped_vocabulary().names.mentions(text, KINDS)
    assert [mention.match.concept.key for mention in mentions] == found


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Oral Immunotherapy (OIT) with peanut", "mechanism/immunotherapy"),
        ("Intralymphatic Specific Immunotherapy - as a new form", "mechanism/immunotherapy"),
        ("allergen-specific immunotherapy", "mechanism/immunotherapy"),
        ("Immunotherapy with modified extract of P. pratense pollen", "mechanism/immunotherapy"),
        ("Kaposi's sarcoma-associated herpesvirus", "condition/kaposi-sarcoma"),
        ("Moloney murine leukemia virus", "condition/leukemia"),
        ("Retinoblastoma Binding Protein 6", "condition/retinoblastoma"),
        ("the graft-versus-leukemia effect", "condition/leukemia"),
        ("Cyclin-Dependent Kinase Inhibitor p16", "mechanism/cdk-inhibitor"),
        ("Growth Hormone Therapy", "mechanism/hormone-therapy"),
        ("pneumococcal vaccine (PCV)", "regimen/pcv"),
        ("an altered peptide ligand (APL)", "condition/acute-promyelocytic-leukemia"),
        ("metformin (MET)", "target/met"),
        ("MET, short for metformin, in cancer", "target/met"),
        ("VEGF-C and tumors", "target/vegfa"),
        ("HLA-DR5", "target/tnfrsf10b"),
        ("DNA", "target/dna"),
        ("anti-GBM disease with glioma", "condition/glioblastoma"),
        ("breast cancer resistance protein", "condition/breast-cancer"),
        ("melanoma differentiation-associated gene", "condition/melanoma"),
        ("leukemia inhibitory factor", "condition/leukemia"),
        ("Wilms' tumor (WT1) gene", "condition/wilms-tumor"),
        ("deleted in colorectal cancer", "condition/colorectal-cancer"),
        ("Herpesvirus, Kaposi Sarcoma-Associated", "condition/kaposi-sarcoma"),
        ("glucocorticoid-induced protein kinase", "mechanism/glucocorticoid-receptor-agonist"),
        ("13-valent PCV in lymphoma", "regimen/pcv"),
        ("VAC therapy of wounds after sarcoma surgery", "regimen/vac"),
        ("CAG repeats in prostate cancer", "regimen/cag"),
        ("serum IL-2 in melanoma", "drug/interleukin-2"),
        ("an anti-interleukin-2 receptor antibody", "drug/interleukin-2"),
        ("secretion of IL-2, IL-6 and TNF", "drug/interleukin-2"),
        ("IL-4 and IL-2 were measured", "drug/interleukin-2"),
        ("interleukin-2 gene-modified tumor cells", "drug/interleukin-2"),
        ("MVA-MUC1-IL2 vaccine", "drug/interleukin-2"),
    ],
)
def test_what_stands_beside_a_name_gives_it_another_sense(text: str, concept: str):
    assert concept not in mentioned(text)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("adjuvant immunotherapy of melanoma", "mechanism/immunotherapy"),
        ("Antigen-Specific Immunotherapy of melanoma", "mechanism/immunotherapy"),
        ("oral cancer immunotherapy", "mechanism/immunotherapy"),
        ("tumor specific immunotherapy", "mechanism/immunotherapy"),
        ("Kaposi's sarcoma", "condition/kaposi-sarcoma"),
        ("palbociclib, a cyclin-dependent kinase inhibitor", "mechanism/cdk-inhibitor"),
        ("adjuvant hormone therapy of tumors", "mechanism/hormone-therapy"),
        ("PCV for oligodendroglioma", "regimen/pcv"),
        ("PCV with lomustine", "regimen/pcv"),
        ("high-dose interleukin-2 in melanoma", "drug/interleukin-2"),
        ("PEG-IL-2 and IFN alfa", "drug/interleukin-2"),
        ("lymphocytes plus IL-2 infusions", "drug/interleukin-2"),
        ("mesenchymal-epithelial transition (MET) in carcinomas", "target/met"),
        ("cluster of differentiation 20 (CD20)", "target/ms4a1"),
    ],
)
def test_elsewhere_it_keeps_its_sense(text: str, concept: str):
    assert concept in mentioned(text)


@pytest.mark.parametrize(
    ("text", "concept", "grounds"),
    [
        ("MCL injury", "condition/mantle-cell-lymphoma", ["a lymphoma", "non-mantle cells", "ibrutinib for MCL"]),
        ("NPC", "condition/nasopharyngeal-carcinoma", ["of the nasopharynx, nasopharyngeal", "oncology"]),
        ("GVHD", "condition/graft-versus-host-disease", ["after a graft"]),
        ("MDS-UPDRS", "condition/myelodysplastic-syndrome", ["myelodysplasia"]),
        ("KIT", "target/kit", ["in tumours"]),
        ("MET-min per week", "target/met", ["of patients with cancer"]),
        ("immunotherapy", "mechanism/immunotherapy", ["of melanoma"]),
        ("hormonal therapy", "mechanism/hormone-therapy", ["for carcinoma"]),
    ],
)
def test_some_names_need_ground_in_the_record(text: str, concept: str, grounds: list[str]):
    assert concept not in mentioned(text)
    for ground in grounds:
        assert concept in mentioned(f"{text} {ground}"), ground


@pytest.mark.parametrize("text", ["NSCLC", "HER2", "DLBCL", "BRAF"])
def test_names_of_five_letters_and_those_with_a_digit_need_none(text: str):
    assert mentioned(text)


@pytest.mark.parametrize("label", ["CVP", "CAG", "VAC"])
def test_an_acronym_of_a_regimen_is_out_of_place_where_no_disease_is_named(label: str):
    entry = intervention(1, label)
    assert Inferred(trial(0, 1), entry).objects(entry.iri, P.DENOTES) == set()
    condition = ConditionName(iri=RECORD + "/condition/1", label="Lymphoma")
    assert Inferred(trial(0, 1), entry, condition).objects(entry.iri, P.DENOTES) == {f"regimen/{label.lower()}"}


@pytest.mark.parametrize(
    ("kind", "disease", "is_chemotherapy"),
    [
        ("DRUG", "Lymphoma", True),
        ("PROCEDURE", "Lymphoma", True),
        ("DEVICE", "Lymphoma", False),
        ("DIAGNOSTIC_TEST", "Lymphoma", False),
        ("DRUG", "Neutropenia", False),
        ("DRUG", "Graft Versus Host Disease", False),
    ],
)
def test_an_acronym_of_a_regimen_needs_a_tumour_and_a_medicine(kind: str, disease: str, is_chemotherapy: bool):
    entry = Intervention(iri=RECORD + "/intervention/1", label="CVP", intervention_type=kind)
    condition = ConditionName(iri=RECORD + "/condition/1", label=disease)
    found = Inferred(trial(0, 1), entry, condition)
    assert found.objects(entry.iri, P.DENOTES) == ({"regimen/cvp"} if is_chemotherapy else set())


@pytest.mark.parametrize(
    ("label", "studied"),
    [
        ("High-risk Neuroblastoma", {"condition/neuroblastoma"}),
        ("Acute Myeloid Leukemia Without Maturation (M1)", {"condition/acute-myeloid-leukemia"}),
        ("Adults Without Leukemia", set()),
        ("At Risk of Breast Cancer", set()),
        ("Breast Cancer Risk", set()),
        ("Breast Neoplasms", {"condition/breast-cancer"}),
        ("Kaposi Sarcoma-Associated Herpesvirus", set()),
    ],
)
def test_what_is_studied(label: str, studied: set[str]):
    listed = ConditionName(iri=RECORD + "/condition/1", label=label)
    found = Inferred(Trial(iri=TRIAL, condition_name=(listed.iri,)), listed)
    assert found.objects(TRIAL, P.STUDIES_CONDITION) == studied


def test_other_names_of_several_meanings_are_parts():
    entry = intervention(1, "RC108", "furmonertinib", "toripalimab")
    found = Inferred(trial(0, 1), entry)
    assert found.objects(entry.iri, P.DENOTES) == set()
    meant = {"drug/furmonertinib", "drug/toripalimab"}
    assert found.meanings_of_parts(entry.iri) == found.objects(TRIAL, P.TESTS_DRUG) == meant


@pytest.mark.parametrize(
    ("label", "meanings"),
    [
        ("Filgrastim (G-CSF)", {"drug/filgrastim"}),
        ("FOLFOX (5-fluorouracil, oxaliplatin)", {"drug/fluorouracil", "drug/oxaliplatin"}),
        ("Chemotherapy (Gemcitabine + cisplatin)", {"drug/gemcitabine", "drug/cisplatin"}),
        ("Immune checkpoint inhibitors without angiogenesis inhibitors", {"mechanism/immune-checkpoint-blockade"}),
    ],
)
def test_a_name_that_brackets_say_again_is_no_part(label: str, meanings: set[str]):
    entry = intervention(1, label)
    found = Inferred(trial(0, 1), entry)
    assert found.objects(entry.iri, P.DENOTES) | found.meanings_of_parts(entry.iri) == meanings


def test_what_all_arms_give_is_no_background_where_nothing_is_added_to_it():
    records = [*arm(1, "EXPERIMENTAL", 1), *arm(2, "PLACEBO_COMPARATOR", 1, 2)]
    found = Inferred(trial(2, 2), intervention(1, "Fasudil"), intervention(2, "Placebo"), *records)
    (role,) = found.objects(f"{RECORD}/arm/1/1", P.ROLE)
    assert role.endswith("INVESTIGATIONAL")


def test_a_placebo_is_nothing_that_is_added():
    records = [*arm(1, "EXPERIMENTAL", 1, 3), *arm(2, "ACTIVE_COMPARATOR", 1, 2)]
    entries = [intervention(n, name) for n, name in enumerate(("Venetoclax", "Docetaxel", "Placebo of docetaxel"), 1)]
    (role,) = Inferred(trial(2, 3), *entries, *records).objects(f"{RECORD}/arm/1/1", P.ROLE)
    assert role.endswith("INVESTIGATIONAL")


def test_a_drug_that_comparators_give_under_another_entry_is_background():
    records = [*arm(1, "EXPERIMENTAL", 1), *arm(2, "ACTIVE_COMPARATOR", 2)]
    entries = [intervention(1, "Venetoclax + carboplatin"), intervention(2, "Paclitaxel + carboplatin")]
    found = Inferred(trial(2, 2), *entries, *records)
    roles = [found.objects(f"{RECORD}/arm/1/1/component/{n}", P.ROLE) for n in (1, 2)]
    assert [next(iter(role)).rsplit("-", 1)[1] for role in roles] == ["INVESTIGATIONAL", "BACKGROUND"]


@pytest.mark.parametrize(
    ("title", "rule"),
    [
        ("Docetaxel with or without cetuximab in lung cancer", "name-in-title"),
        ("Docetaxel with and without cetuximab", "name-in-title"),
        ("Lung cancer treated without cetuximab", "name-in-title-not-as-tested"),
    ],
)
def test_with_or_without_a_drug_it_is_tested(title: str, rule: str):
    found = Inferred(trial(0, 0), passages={"title": title})
    nodes = {q.subject.value for q in found.quads if q.object.value == BASE + "drug/cetuximab"}
    assert {q.object.value for q in found.quads if q.predicate.value == P.RULE and q.subject.value in nodes} == {rule}


def test_what_a_trial_without_arms_lists_is_tested_less_surely():
    found = Inferred(trial(0, 1), intervention(1, "Venetoclax"))
    assert found.grounds(TRIAL, P.TESTS_DRUG) == {("drug-given-of-trial-without-arms", "0.8")}
    assert found.grounds(TRIAL, P.TESTS_MECHANISM) == {("mechanism-of-drug-of-trial-without-arms", "0.8")}
