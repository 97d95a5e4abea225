"""Cancers that a record tells by their site, and what it says of their looks."""

from __future__ import annotations

from time import process_time

import pytest

from kg.model import predicates as P
from kg.vocab import shipped_vocabulary
from tests.test_rule_conditions import studied
from tests.test_rules import RECORD, Inferred, trial


@pytest.mark.parametrize(
    ("label", "keys"),
    [
        ("Cancer of the Oral Cavity", {"oral-cavity-cancer"}),
        ("Cancer of the lung and breast", {"lung-cancer", "breast-cancer"}),
        ("Carcinoma of the colon or rectum", {"colon-cancer", "rectal-cancer"}),
        (
            "Squamous cell carcinoma of the oral cavity, oropharynx, uvula or larynx",
            {"oral-cavity-cancer", "oropharyngeal-cancer", "laryngeal-cancer"},
        ),
        (
            "adenocarcinoma of the stomach or gastroesophageal junction",
            {"gastric-adenocarcinoma", "gastroesophageal-junction-adenocarcinoma"},
        ),
        ("Malignant tumours of the bladder", {"bladder-cancer"}),
        ("Transitional Cell Cancer of the Renal Pelvis and Ureter", {"ureter-cancer"}),
        ("Cancer of the Renal Medulla", {"cancer"}),
        ("Tumor of the lung", set()),
        ("Carcinoma in situ of the lung", set()),
        ("Squamous cell carcinoma of the lung", {"lung-squamous-cell-carcinoma"}),
        ("Transitional cell carcinoma of the bladder", {"urothelial-carcinoma"}),
        ("Carcinoma of the breast and kidney disease", {"breast-cancer"}),
        ("Carcinoma of the breast and gastric ulcers", {"breast-cancer"}),
    ],
)
def test_the_parts_of_the_body_behind_a_noun_make_names_with_it(label: str, keys: set[str]):
    assert studied(label) == keys


@pytest.mark.parametrize(
    ("label", "keys"),
    [
        ("Nasopharyngeal squamous cell carcinoma", {"nasopharyngeal-carcinoma"}),
        ("Recurrent cervical squamous cell carcinoma", {"cervical-cancer"}),
        ("Endometrial adenocarcinoma", {"endometrial-cancer"}),
        ("Ovarian Clear Cell Cystadenocarcinoma", {"ovarian-cancer"}),
        ("Esophageal squamous cell carcinoma", {"esophageal-squamous-cell-carcinoma"}),
        ("Stomach (Gastric) Cancer", {"gastric-cancer"}),
        ("Stomach (Something Else) Cancer", {"gastric-cancer"}),
        ("Advanced (Metastatic) Cancer", {"cancer"}),
        ("Squamous cell carcinoma", set()),
        ("Recurrent adenocarcinoma", set()),
    ],
)
def test_what_a_cancer_looks_like_may_stand_between_its_site_and_noun(label: str, keys: set[str]):
    assert studied(label) == keys


def test_a_text_tells_cancers_by_their_sites():
    found = Inferred(trial(0, 0), passages={"title": "A drug in carcinoma of the oropharynx or oral cavity"})
    assert found.objects(RECORD, P.MENTIONS) == {"condition/oropharyngeal-cancer", "condition/oral-cavity-cancer"}


@pytest.mark.parametrize("part", ["cancer of the ", "a b c cancer ", "carcinoma of a, ", "squamous cell ", "lung ("])
def test_sites_are_found_in_time_that_grows_with_the_text(part: str):
    text = part * (100_000 // len(part))
    before = process_time()
    shipped_vocabulary().names.mentions_and_sharing(text, ("condition",))
    assert process_time() - before < 5
