"""Names of officials on one line with what follows them, one hazard a case."""

from __future__ import annotations

import time

import pytest

from kg.extract.officials import affiliations, person
from kg.extract.people import name_of
from kg.extract.words import Words


def words(text: str) -> Words:
    return Words.at(text, 0, len(text))


@pytest.mark.parametrize(
    ("line", "label", "family", "suffix", "degree", "works_at"),
    [
        ("Ada Lark, MD; PhD", "Ada Lark", "Lark", None, "MD; PhD", []),
        ("Ada Lark, Jr", "Ada Lark", "Lark", "Jr", None, []),
        ("Ada Lark, Jr., MD", "Ada Lark", "Lark", "Jr.", "MD", []),
        ("Ada Lark, III MD, FACS", "Ada Lark", "Lark", "III", "MD, FACS", []),
        ("Ada Lark, MS, CCRC", "Ada Lark", "Lark", None, "MS, CCRC", []),
        ("Ada Lark, M.D., Study Director", "Ada Lark", "Lark", None, "M.D.", []),
        ("Ada Lark, Wren Hospital, Study Chair", "Ada Lark", "Lark", None, None, ["Wren Hospital"]),
        ("Ada Lark, M.D./Wren Institute", "Ada Lark", "Lark", None, "M.D.", ["Wren Institute"]),
        ("Ada Lark, M.D./Wren Institute, Rome", "Ada Lark", "Lark", None, "M.D.", ["Wren Institute, Rome"]),
        ("Lark, Ada - Study Chair", "Lark, Ada", "Lark", None, None, []),
        ("Dr, Ada Lark", "Ada Lark", "Lark", None, "Dr", []),
        ("Ada Lark, Site 0202", "Ada Lark", "Lark", None, None, []),
        ("Call 1-800-555 (UTC - 5 hours, EST)", "Call 1-800-555 (UTC - 5 hours, EST)", None, None, None, []),
        ("Lark A; Wren B", "Lark A; Wren B", "B", None, None, []),
        ("Ada Lark, UCLA", "Ada Lark", "Lark", None, None, ["UCLA"]),
        ("Ada Lark, Charité", "Ada Lark", "Lark", None, None, ["Charité"]),
        ("Ada Lark MD PhD", "Ada Lark", "Lark", None, "MD PhD", []),
        ("Ada Lark M.D., Ph.D.", "Ada Lark", "Lark", None, "M.D., Ph.D.", []),
        ("Ada Lark Ph. D.", "Ada Lark", "Lark", None, "Ph. D.", []),
        ("Ada Lark Jr MD", "Ada Lark", "Lark", "Jr", "MD", []),
        ("Lark MD", "Lark MD", "MD", None, None, []),
        ("Ada Lark Ma", "Ada Lark Ma", "Ma", None, None, []),
        ("LI YING DO", "LI YING DO", "DO", None, None, []),
        ("Dr. med. Ada Lark", "Ada Lark", "Lark", None, "Dr. med.", []),
        ("Dr Med Ali Lark", "Med Ali Lark", "Lark", None, "Dr", []),
        ("PD Dr. Ada Lark", "Ada Lark", "Lark", None, "PD Dr.", []),
        ("Priv.-Doz. Ada Lark", "Ada Lark", "Lark", None, "Priv.-Doz.", []),
        ("Univ.-Prof. Dr. Ada Lark", "Ada Lark", "Lark", None, "Univ.-Prof. Dr.", []),
    ],
)
def test_words_after_a_name_are_what_they_are(
    line: str, label: str, family: str | None, suffix: str | None, degree: str | None, works_at: list[str]
):
    found = person(words(line))
    said = [part.text if part else None for part in (found.name, found.family, found.suffix, found.degree)]
    assert said == [label, family, suffix, degree]
    assert [place.text for place in found.affiliations] == works_at


@pytest.mark.parametrize("degree", "FRCA CRC CPNP CRNP CGC MHA ND BA MM MSHS MSBA FRCPE FRCPA FASTRO".split())  # noqa: SIM905
def test_letters_of_a_degree_are_no_organisation(degree: str):
    assert person(words(f"Ada Lark, {degree}")).affiliations == []


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Lark Pharmaceuticals, Inc.", ["Lark Pharmaceuticals, Inc."]),
        ("Lark Pharmaceuticals Co., Ltd.", ["Lark Pharmaceuticals Co., Ltd."]),
        ("Lark Pharma, Co., Ltd., Wren Hospital", ["Lark Pharma, Co., Ltd.", "Wren Hospital"]),
        ("Lark Pharma, Inc., Rome", ["Lark Pharma, Inc., Rome"]),
        ("Lark Hospital, Wren University", ["Lark Hospital", "Wren University"]),
        ("Inc.", ["Inc."]),
    ],
)
def test_a_legal_form_belongs_to_the_name_before_it(line: str, names: list[str]):
    assert [place.text for place in affiliations(words(line))] == names


@pytest.mark.parametrize("part", ["(", "(,", ";(a", " - ", "Dr. med. ", "MD ", ", Jr", " \t"])
def test_long_lines_take_no_longer_than_their_length(part: str):
    began = time.perf_counter()
    person(words(part * 20_000))
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize(
    ("full", "cited", "family", "suffix", "initials"),
    [
        (None, "Lark II", "Lark", None, "II"),
        (None, "van Lark IV", "van Lark", None, "IV"),
        ("Lark, Ivan I", "Lark II", "Lark", None, "II"),
        (None, "Lark JA III", "Lark", "III", "JA"),
        (None, "Lark JA 3rd", "Lark", "3rd", "JA"),
        ("Lark, Ada III", "Lark A 3rd", "Lark", "III", "A"),
    ],
)
def test_roman_letters_behind_a_cited_family_name_are_initials(
    full: str | None, cited: str, family: str, suffix: str | None, initials: str
):
    found = name_of(words(full) if full else None, words(cited))
    said = [part.text if part else None for part in (found.family, found.suffix, found.initials)]
    assert said == [family, suffix, initials]
