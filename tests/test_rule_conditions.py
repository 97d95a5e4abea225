"""Conditions that a record lists in forms of their own: several in one name, in reverse, and as no cancer."""

from __future__ import annotations

from time import process_time

import pytest

from kg.model import ConditionName, Trial
from kg.model import predicates as P
from kg.vocab import shipped_vocabulary
from tests.test_rules import RECORD, TRIAL, Inferred, trial


def studied(label: str) -> set[str]:
    """Keys of what a trial studies whose record lists one condition."""
    listed = ConditionName(iri=RECORD + "/condition/1", label=label)
    found = Inferred(Trial(iri=TRIAL, condition_name=(listed.iri,)), listed)
    return {iri.removeprefix("condition/") for iri in found.objects(TRIAL, P.STUDIES_CONDITION)}


@pytest.mark.parametrize(
    ("label", "keys"),
    [
        ("Breast and Ovarian Cancer", {"breast-cancer", "ovarian-cancer"}),
        (
            "Ovarian, Fallopian Tube, and Primary Peritoneal Cancer",
            {"ovarian-cancer", "fallopian-tube-cancer", "primary-peritoneal-carcinoma"},
        ),
        ("Colon/Rectal Cancer", {"colon-cancer", "rectal-cancer"}),
        ("Gastric or Gastroesophageal Cancer", {"gastric-cancer", "cancer"}),
        ("Small Cell and Non-Small Cell Lung Cancer", {"small-cell-lung-cancer", "non-small-cell-lung-cancer"}),
        ("Hodgkin's and Non-Hodgkin's Lymphoma", {"hodgkin-lymphoma", "non-hodgkin-lymphoma"}),
        ("Breast and Head and Neck Cancer", {"breast-cancer", "head-and-neck-cancer"}),
        ("Diseases of the Liver and Pancreatic Cancer", {"pancreatic-cancer"}),
        ("Pain, Colon, Rectal Cancer", {"rectal-cancer"}),
        ("Obesity and Lung Cancer", {"lung-cancer"}),
        ("Liver Disease or Cancer", {"cancer"}),
    ],
)
def test_conditions_may_share_the_noun_of_the_next(label: str, keys: set[str]):
    assert studied(label) == keys


def test_a_text_names_conditions_that_share_a_noun():
    found = Inferred(trial(0, 0), passages={"title": "A drug in breast, lung or ovarian cancers"})
    assert found.objects(RECORD, P.MENTIONS) == {f"condition/{kind}-cancer" for kind in ("breast", "lung", "ovarian")}


def test_shared_nouns_are_found_in_time_that_grows_with_the_text():
    text = "lung and " * 20_000 + "cancer" + " " * 200_000 + "or cancer" + "-" * 100_000 + " and lung cancer"
    before = process_time()
    shipped_vocabulary().names.mentions_and_sharing(text, ("condition",))
    assert process_time() - before < 5


@pytest.mark.parametrize(
    ("label", "keys"),
    [
        ("Cancer, Breast", {"breast-cancer"}),
        ("Leukemia, Lymphocytic, Acute", {"acute-lymphoblastic-leukemia"}),
        ("Leukemia, Lymphocytic, Acute, Recurrent", {"acute-lymphoblastic-leukemia"}),
        ("Lung Cancer, Nonsmall Cell", {"non-small-cell-lung-cancer"}),
        ("Breast Cancer, Lung Cancer", {"breast-cancer", "lung-cancer"}),
        ("Leukemia, Lymphocytic, Acute, Lymphoma", {"leukemia", "lymphoma"}),
        ("Cancer, Breast, Prevention of", set()),
    ],
)
def test_a_condition_may_stand_in_reverse(label: str, keys: set[str]):
    assert studied(label) == keys


@pytest.mark.parametrize(
    ("label", "keys"),
    [
        ("Benign Breast Neoplasm", set()),
        ("Non-malignant Lung Neoplasms", set()),
        ("Benign Neoplasm", {"neoplasm"}),
        ("Benign Meningioma", {"meningioma"}),
        ("Benign and Malignant Breast Neoplasms", {"breast-cancer"}),
    ],
)
def test_a_benign_tumour_is_no_cancer(label: str, keys: set[str]):
    assert studied(label) == keys


@pytest.mark.parametrize(
    ("label", "keys"),
    [
        ("Brain and Central Nervous System Tumors", {"brain-tumor", "central-nervous-system-tumor"}),
        ("Malignant Brain Tumor", {"brain-cancer"}),
        ("Myelodysplastic/Myeloproliferative Neoplasm", {"myelodysplastic-myeloproliferative-neoplasm"}),
        ("Ductal Carcinoma in Situ of the Breast", {"ductal-carcinoma-in-situ"}),
        ("Carcinoma of the Breast", {"breast-cancer"}),
        ("Squamous Cell Carcinoma of the Nasopharynx", {"nasopharyngeal-carcinoma"}),
    ],
)
def test_tumours_that_records_list_by_their_site(label: str, keys: set[str]):
    assert studied(label) == keys


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("mCRC", {"colorectal-cancer"}),
        ("mHCC", {"hepatocellular-carcinoma"}),
        ("MCRC and mcrc", set()),
        ("mAML", set()),
    ],
)
def test_an_m_before_an_acronym_of_a_tumour_means_that_it_has_spread(text: str, keys: set[str]):
    found = shipped_vocabulary().names.mentions(f"drug in {text} tumours", ("condition",))
    assert {mention.match.concept.key for mention in found} == keys
