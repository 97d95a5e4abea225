"""Criteria that registries tell the WHO's platform, each laid out in its own way, and ages that stand among them."""

from __future__ import annotations

import pytest

from kg.model import Eligibility, EligibilityItem
from tests.test_ictrp import said, trial

SMALL = "Age 18<br>early fever<br>written consent"


def items(number: str, inclusion: str, exclusion: str = "") -> list[str]:
    cells = {"TrialID": number, "Inclusion_Criteria": inclusion, "Exclusion_Criteria": exclusion}
    return [f"{one.item_level} {one.polarity} {one.text}" for one in said(EligibilityItem, **cells)]


@pytest.mark.parametrize("end", ["\r<br>", "<br>", "<br/ >", "&lt;br&gt;"])
def test_lines_that_were_folded_belong_to_one_criterion(end: str):
    lines = (
        *(
            "",
            "        Inclusion Criteria:",
            "",
            "          -  Fever that was found in an earlier",
            "             visit",
        ),
        *("", "          -  Consent:", "", "               -  written", "", "        Exclusion Criteria:", ""),
        *("          -  Cough", "      "),
    )
    assert items("NCT01234567", end.join(lines)) == [
        "1 INCLUSION Fever that was found in an earlier visit",
        "1 INCLUSION Consent:",
        "2 INCLUSION written",
        "1 EXCLUSION Cough",
    ]


def test_a_list_that_begins_beside_its_heading_has_one_level():
    words = "Inclusion criteria: 1. Fever<br>                2. Consent"
    assert items("ISRCTN10000001", words) == ["1 INCLUSION Fever", "1 INCLUSION Consent"]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("1. Fever for 2, 3 days.,2. Consent,3. Age", ["Fever for 2, 3 days", "Consent", "Age"]),
        ("1. Fever, 3. or more days,2. Consent", ["Fever, 3. or more days", "Consent"]),
        ("Fever,2. Consent", ["Fever,2. Consent"]),
    ],
)
def test_commas_part_criteria_where_their_numbers_say_so(written: str, found: list[str]):
    assert items("CTIS2023-500001-11-00", written) == [f"1 INCLUSION {one}" for one in found]


def test_small_lines_of_the_german_registry_are_criteria_of_their_own():
    words = ["Age 18", "early fever", "written consent"]
    assert items("DRKS00012345", SMALL, "Exclusion criteria: cough") == [
        *(f"1 INCLUSION {one}" for one in words),
        "1 EXCLUSION cough",
    ]
    assert items("JPRN-UMIN000039499", SMALL) == ["1 INCLUSION Age 18 early fever written consent"]


@pytest.mark.parametrize(
    ("child", "adult", "elderly", "groups"),
    [("no", "yes", "yes", ("ADULT", "OLDER_ADULT")), ("yes", "no", "no", ("CHILD",)), ("no", "no", "no", ())],
)
def test_ages_that_the_eu_register_adds_are_age_groups(child: str, adult: str, elderly: str, groups: tuple[str, ...]):
    added = (
        f"Are the trial subjects under 18? {child}<br>Number of subjects for this age range: <br>"
        f"F.1.2 Adults (18-64 years) {adult}<br>F.1.2.1 Number of subjects for this age range 175<br>"
        f"F.1.3 Elderly (>=65 years) {elderly}<br>F.1.3.1 Number of subjects for this age range 175<br>"
    )
    cells = {"TrialID": "EUCTR2015-000001-11-DE", "Inclusion_Criteria": f"Inclusion criteria: <br>1. Fever<br>{added}"}
    assert trial(**cells).age_group == groups
    assert said(Eligibility, **cells)[0].text == "Inclusion Criteria:\n\n1. Fever"


@pytest.mark.parametrize("words", ["No maximum", "No maximum age", "-2147483648", "No limit", "NULL"])
def test_words_for_no_limit_are_none(words: str):
    assert not said(Eligibility, Inclusion_agemax=words)


def test_an_upper_limit_says_nothing_of_those_who_are_older():
    (found,) = said(Eligibility, Inclusion_agemax="65 Years and older")
    assert (found.maximum_age, found.maximum_age_days) == ("65 Years and older", None)


@pytest.mark.parametrize("words", ["M/F", "B", "Both, male and female", "Female: yes Male: yes"])
def test_both_sexes_have_many_names(words: str):
    assert said(Eligibility, Inclusion_gender=words)[0].sex == "ALL"
