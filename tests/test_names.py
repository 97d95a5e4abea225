"""Names to concepts, on a small vocabulary where each entry is one way to go wrong, and on the shipped one."""

from __future__ import annotations

import pytest

from kg.vocab import Concept, shipped_vocabulary
from kg.vocab.names import Names
from kg.vocab.tables import KINDS


def concept(kind: str, label: str, *alt_labels: str) -> Concept:
    """A concept of which only the names matter."""
    return Concept(kind, label.lower(), label, alt_labels, (), (), (), "", "", "")


@pytest.fixture(scope="module")
def names() -> Names:
    """The least vocabulary on which a look-up can be wrong."""
    return Names(
        [
            concept("drug", "venetoclax", "ABT-199"),
            concept("drug", "paclitaxel"),
            concept("drug", "nab-paclitaxel"),
            concept("mechanism", "BCL-2 inhibitor"),
            concept("mechanism", "PD-1 inhibitor", "anti-PD-1"),
            concept("mechanism", "PD-L1 inhibitor"),
            concept("target", "PD-1"),
            concept("condition", "acute lymphoblastic leukemia", "ALL"),
            concept("regimen", "AG"),
            concept("drug", "nilotinib"),
        ]
    )


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("venetoclax", "venetoclax"),
        ("VENETOCLAX", "venetoclax"),
        ("abt 199", "venetoclax"),
        ("ABT199", "venetoclax"),
        ("BCL2 inhibitors", "bcl-2 inhibitor"),
        ("Bcl‑2 inhibitor", "bcl-2 inhibitor"),
        ("Acute lymphoblastic leukaemia", "acute lymphoblastic leukemia"),
        ("PD-L1 inhibitor", "pd-l1 inhibitor"),
        ("PD-1 inhibitor", "pd-1 inhibitor"),
    ],
)
def test_a_name_is_found_however_it_is_written(names: Names, written: str, key: str):
    match = names.find(written, KINDS)
    assert match is not None
    assert match.concept.key == key
    assert match.how in {"LABEL", "SYNONYM"}


@pytest.mark.parametrize("written", ["venetocalx", "venetolcax", "venetoclaxx", "venetclax"])
def test_one_slip_of_the_pen_is_taken_for_a_misspelling(names: Names, written: str):
    match = names.find(written, ("drug",))
    assert match is not None
    assert (match.concept.key, match.how) == ("venetoclax", "TYPO")


@pytest.mark.parametrize(
    "written",
    ["nirotinib", "xenetoclax", "venetocalxx", "docetaxel", "PD-10 inhibitor", "lymphoma", "", "+", "inhibitor"],
)
def test_what_is_another_name_or_none_means_nothing(names: Names, written: str):
    assert names.find(written, KINDS) is None


def test_misspellings_are_looked_for_among_drugs_only(names: Names):
    assert names.find("venetocalx", ("mechanism", "condition")) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("nab-paclitaxel was given", ["nab-paclitaxel"]),
        ("anti-PD-1 and PD-L1 inhibitors", ["anti-PD-1", "PD-L1 inhibitors"]),
        ("blockade of PD-1", ["PD-1"]),
        ("of PD-10", []),
        ("all patients with ALL", ["ALL"]),
        ("Novartis AG gave AG", []),
        ("leukemia, acute lymphoblastic", []),
        ("venetoclax. ABT-199", ["venetoclax", "ABT-199"]),
        ("BCL-2. Inhibitor", []),
        ("venetoclax+nab-paclitaxel", ["venetoclax", "nab-paclitaxel"]),
        ("x" * 10_000, []),
    ],
)
def test_names_in_a_text_are_found_where_they_stand(names: Names, text: str, found: list[str]):
    mentions = names.mentions(text, KINDS)
    assert [text[m.start : m.end] for m in mentions] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("PD-1 or BCL-2 inhibitors", [("PD-1", "pd-1 inhibitor")]),
        ("PD-1, PD-L1 and BCL-2 inhibitors", [("PD-L1", "pd-l1 inhibitor"), ("PD-1", "pd-1 inhibitor")]),
        ("PD-1/PD-L1 inhibitors", [("PD-1", "pd-1 inhibitor")]),
        ("patients or BCL-2 inhibitors", []),
        ("PD-1 without BCL-2 inhibitors", []),
        ("BCL-2 inhibitors", []),
    ],
)
def test_names_may_share_the_noun_of_the_next(names: Names, text: str, found: list[tuple[str, str]]):
    last = names.mentions(text, ("mechanism",))[-1]
    shared = names.sharing(text, last, ("mechanism",))
    assert [(text[m.start : m.end], m.match.concept.key) for m in shared] == found


@pytest.mark.parametrize(
    "written", ["IAP antagonist", "IAP inhibitor", "SMAC mimetic", "iap inhibitors", "Smac mimetics"]
)
def test_iap_antagonist_is_one_mechanism_by_all_its_names(written: str):
    match = shipped_vocabulary().names.find(written, ("mechanism",))
    assert match is not None
    assert match.concept.key == "iap-antagonist"


def test_pd_1_and_pd_l1_are_two_mechanisms_under_one():
    by_key = {c.key: c for c in shipped_vocabulary().concepts if c.kind == "mechanism"}
    assert by_key["pd-1-inhibitor"].broader == by_key["pd-l1-inhibitor"].broader == ("pd-1-pd-l1-axis-blockade",)


def test_venetocalx_is_no_name_of_the_vocabulary_but_a_misspelling():
    match = shipped_vocabulary().names.find("venetocalx", ("drug",))
    assert match is not None
    assert (match.concept.key, match.how) == ("venetoclax", "TYPO")


def test_no_name_of_a_drug_is_taken_for_a_misspelling_of_another():
    vocabulary = shipped_vocabulary()
    for one in vocabulary.concepts:
        if one.kind == "drug":
            for name in (one.label, *one.alt_labels):
                match = vocabulary.names.find(name, ("drug",))
                assert match is not None, name
                assert match.how != "TYPO", f"{name} of {one.key} is read as {match.name}"
