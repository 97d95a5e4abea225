"""Parts of trial pages, each on the least text on which it can be read wrong."""

from __future__ import annotations

import pytest

from kg.extract.acronyms import acronym_of
from kg.extract.criteria import criteria
from kg.extract.criteria_on_one_line import Criterion
from kg.extract.data_sharing import channels
from kg.extract.design_features import features_of_summary, features_of_title
from kg.extract.officials import person
from kg.extract.page_arms import arms, interventions_listed
from kg.extract.page_lines import cells, page_lines
from kg.extract.page_outcomes import components, outcomes
from kg.extract.page_sites import sites
from kg.extract.words import Words


def words(text: str) -> Words:
    return Words.at(text, 0, len(text))


def texts(found: list[Words]) -> list[str]:
    return [part.text for part in found]


# Sites


def places(text: str) -> list[tuple[str | None, ...]]:
    found = sites(page_lines(text))
    names = ("facility", "city", "region", "country", "postal_code", "status")
    return [tuple(getattr(site, name) and getattr(site, name).text for name in names) for site in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("• Fujian\n  • Fuzhou, Fujian, China, 350001\n    • H", [("H", "Fuzhou", "Fujian", "China", "350001", None)]),
        ("• China\n  • Fuzhou\n    • H", [("H", "Fuzhou", None, "China", None, None)]),
        ("• Ohio\n  • Dayton, Ohio, United States\n    • H", [("H", "Dayton", "Ohio", "United States", None, None)]),
        ("• Georgia\n  • Tbilisi, Georgia\n    • H", [("H", "Tbilisi", None, "Georgia", None, None)]),
        (
            "• Korea, Republic of\n  • Seoul, Korea, Republic of, 03080\n    • H",
            [("H", "Seoul", None, "Korea, Republic of", "03080", None)],
        ),
        ("• Paris, France", [(None, "Paris", None, "France", None, None)]),
        (
            "• Peru\n• Lima, Peru\n• H\n• I",
            [("H", "Lima", None, "Peru", None, None), ("I", "Lima", None, "Peru", None, None)],
        ),
        (
            "• Lima, Peru\n  • Recruiting\n  • H\n  • Completed\n  • I",
            [("H", "Lima", None, "Peru", None, "Recruiting"), ("I", "Lima", None, "Peru", None, "Completed")],
        ),
        (
            "• Lima, Peru\n  • H, Second Ward, Peru\n    • Recruiting\n  • I\n    • Completed",
            [
                ("H, Second Ward, Peru", "Lima", None, "Peru", None, "Recruiting"),
                ("I", "Lima", None, "Peru", None, "Completed"),
            ],
        ),
    ],
)
def test_places_are_read_however_they_are_nested(text: str, found: list[tuple[str | None, ...]]):
    assert places(text) == found


def test_ways_to_have_data_are_counted_from_one():
    text = "in these ways: 1. Archive from 9. May on. 2. On request. 4. Never."
    assert texts(channels(words(text))) == ["Archive from 9. May on", "On request"]


def test_a_person_under_a_role_is_no_facility():
    (site,) = sites(page_lines("• Lima, Peru\n  • H\n    • Contact:\n      • Ada Byron\n      • Rome, Italy"))
    assert [(one.role.text, one.name and one.name.text) for one in site.people] == [
        ("Contact", "Ada Byron"),
        ("Contact", "Rome, Italy"),
    ]


def test_endless_nesting_is_cut():
    text = "".join(" " * depth + "• Place\n" for depth in range(3000))
    assert len(sites(page_lines(text))) > 0


# Arms and outcomes


ArmRow = tuple[str | None, str, str | None, list[str]]


def table(text: str, listed: str = "") -> list[ArmRow]:
    found = arms(list(cells(text, page_lines(text))), interventions_listed(page_lines(listed)))
    return [
        (
            arm.type.text if arm.type else None,
            arm.label.text,
            arm.described.text if arm.described else None,
            [entry.name.text for entry in arm.interventions],
        )
        for arm in found
    ]


@pytest.mark.parametrize(
    ("text", "listed", "found"),
    [
        ("Experimental: A\nTold.\nDrug: X\nDaily.\nDrug: Y", "", [("Experimental", "A", "Told.", ["X", "Y"])]),
        ("Experimental: A\nAll about it\nX\nY", "", [("Experimental", "A", "All about it", ["X", "Y"])]),
        ("Experimental: A\nX", "", [("Experimental", "A", None, ["X"])]),
        (
            "No Intervention: A\nWatched\nOther: B\nDrug: X",
            "• Drug: X",
            [("No Intervention", "A", "Watched", []), ("Other", "B", None, ["X"])],
        ),
        (
            "Experimental: A\nDrug: X\nOther: Survey\nOther: B\nTold\nOther: Survey",
            "• Drug: X\n• Other: Survey",
            [("Experimental", "A", None, ["X", "Survey"]), ("Other", "B", "Told", ["Survey"])],
        ),
        (
            "Experimental: A\nDrug: X\nOther: Leaflet\nTold\nOther: Leaflet",
            "• Drug: X\n• Other: Leaflet",
            [("Experimental", "A", None, ["X"]), ("Other", "Leaflet", "Told", ["Leaflet"])],
        ),
        (
            "Experimental: A\nDevice: worn daily\nDevice: Band",
            "• Device: Band",
            [("Experimental", "A", "Device: worn daily", ["Band"])],
        ),
        ("Experimental: A\tX\nOther: B\tY", "", [("Experimental", "A", None, ["X"]), ("Other", "B", None, ["Y"])]),
        (
            "Experimental: A\nTold\nX\nOther: B\nTold\nY",
            "",
            [("Experimental", "A", "Told", ["X"]), ("Other", "B", "Told", ["Y"])],
        ),
        ("Experimental: A\nTold\nX\nY", "• Drug: X\n• Drug: Y", [("Experimental", "A", "Told", ["X", "Y"])]),
        ("Experimental: A\nX\nDrug: X", "• X", [("Experimental", "A", "X", ["X"])]),
        ("Experimental: A\nTold\nDrug: X 5 mg", "• Drug: X", [("Experimental", "A", "Told", ["X 5 mg"])]),
        ("Experimental: A\nTold\nOther: X\nOther: Y", "", [("Experimental", "A", "Told", ["X", "Y"])]),
        (
            "Cases\nIll\nOther: Survey\nTen questions\nControls\nWell\nOther: Survey\nTen questions",
            "• Other: Survey",
            [(None, "Cases", "Ill", ["Survey"]), (None, "Controls", "Well", ["Survey"])],
        ),
    ],
    ids=[
        "typed",
        "untyped",
        "alone",
        "other-arm",
        "other-entry",
        "same-name",
        "description",
        "tabs",
        "untyped-other",
        "list-only",
        "table-only",
        "other-words",
        "others",
        "groups",
    ],
)
def test_arms_are_told_from_what_they_give(text: str, listed: str, found: list[ArmRow]):
    assert table(text, listed) == found


def test_a_table_of_rows_without_end_is_read_once():
    # Were the next entry looked for again from every row, among all that are listed, this would take many minutes.
    lines = page_lines("".join(f"{number}\n" for number in range(40_000)))
    listed = interventions_listed(page_lines("".join(f"Drug: {number}\n" for number in range(20_000, 40_000))))
    found = arms(lines, listed)
    assert sum(len(arm.interventions) for arm in found) == 20_000


def test_headers_of_a_table_are_no_rows():
    lines = "Outcome Measure\nMeasure Description\nTime Frame\nPain\nTime Frame: 1 week\nScale\n0 to 10\n1 week"
    (found,) = outcomes(page_lines(lines))
    assert (found.title.text, found.described and found.described.text) == ("Pain", "Scale 0 to 10")


def test_an_outcome_that_is_cut_off_keeps_what_there_is():
    first, second = outcomes(page_lines("A\nTime Frame: 1 week\nlong text\nB\nTime Frame: 2 wee"))
    assert (texts(first.description), second.title.text) == (["long text"], "B")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("CR+CRi+MLFS", ["CR", "CRi", "MLFS"]),
        ("response (CR + PR)", ["CR", "PR"]),
        ("DCR = CR+PR+SD", ["CR", "PR", "SD"]),
        ("venetoclax+azacitidine", []),
        ("PD-1+CAG in all", []),
    ],
)
def test_only_letters_of_categories_make_a_composite(text: str, parts: list[str]):
    assert texts(components(words(text))) == parts


# Criteria


def items(text: str) -> list[tuple[str | None, str | None, int, str]]:
    def row(item: Criterion) -> tuple[str | None, str | None, int, str]:
        return item.polarity, item.marker.text if item.marker else None, item.level, item.words.text

    return [row(item) for item in criteria(page_lines(text))]


@pytest.mark.parametrize(
    ("heading", "polarity"),
    [
        ("Inclusion Criteria:", "INCLUSION"),
        ("EXCLUSION CRITERIA", "EXCLUSION"),
        ("Key Inclusion Criteria - Arm A", "INCLUSION"),
        ("Non-inclusion criteria:", "EXCLUSION"),
        ("* Exclusion Criteria for women:", "EXCLUSION"),
        ("Subjects who meet any of the following exclusion criteria are not eligible:", "EXCLUSION"),
    ],
)
def test_headings_in_many_spellings_begin_a_list(heading: str, polarity: str):
    assert items(f"{heading}\n\n1. Age") == [(polarity, "1.", 1, "Age")]


def test_a_heading_of_both_lists_tells_neither():
    text = "Exclusion Criteria:\n\n1. Frailty\n\nInclusion and Exclusion Criteria:\n\n1. Age"
    assert items(text) == [("EXCLUSION", "1.", 1, "Frailty"), (None, "1.", 1, "Age")]


@pytest.mark.parametrize(
    "line",
    [
        "Any participant not meeting inclusion criteria",
        "Other inclusion/exclusion criteria may apply",
        "See inclusion above",
    ],
)
def test_a_criterion_that_speaks_of_criteria_is_no_heading(line: str):
    assert items(f"Exclusion Criteria:\n\n  • {line}") == [("EXCLUSION", "•", 1, line)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1. A;\n2. B.", [("1.", 1, "A"), ("2.", 1, "B")]),
        ("1. A; and\n2. B", [("1.", 1, "A"), ("2.", 1, "B")]),
        ("1. A:\n   a) B\n   b) C\n2. D", [("1.", 1, "A:"), ("a)", 2, "B"), ("b)", 2, "C"), ("2.", 1, "D")]),
        ("1. A:\n• B\n• C\n2. D", [("1.", 1, "A:"), ("•", 2, "B"), ("•", 2, "C"), ("2.", 1, "D")]),
        ("• 1. A\n• 2. B", [("1.", 1, "A"), ("2.", 1, "B")]),
        ("1.5 x ULN\n2.5 mg", [(None, 1, "1.5 x ULN"), (None, 1, "2.5 mg")]),
        ("E. coli infection", [(None, 1, "E. coli infection")]),
        ("A is here\nB is here", [(None, 1, "A is here"), (None, 1, "B is here")]),
        ("1. A that\n   goes on\n2. B", [("1.", 1, "A that goes on"), ("2.", 1, "B")]),
        ("- A\n- B", [("-", 1, "A"), ("-", 1, "B")]),
        ("o A\no B", [("o", 1, "A"), ("o", 1, "B")]),
        ("(1) A\n(2) B", [("(1)", 1, "A"), ("(2)", 1, "B")]),
    ],
)
def test_criteria_keep_their_numbers_apart_from_their_words(text: str, found: list[tuple[str | None, int, str]]):
    assert [item[1:] for item in items(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("diseases (such as A fever, severe B, etc.)", ["A fever", "severe B"]),
        ("organs such as heart and liver (tested before)", []),
        ("no examples of anything", []),
        ("severe illness such as heart failure or angina pectoris", ["heart failure", "angina pectoris"]),
        ("illness such as active or chronic hepatitis, asthma", ["active or chronic hepatitis", "asthma"]),
        ("drugs (e.g., azacitidine or decitabine)", ["azacitidine", "decitabine"]),
    ],
)
def test_examples_are_listed_only_where_the_list_ends(text: str, found: list[str]):
    (item,) = criteria(page_lines(text))
    assert texts(item.examples) == found


# Names


@pytest.mark.parametrize(
    ("line", "given_name", "family", "degree", "works_at"),
    [
        ("Ada Byron, Pro, A Institute,B University", "Ada", "Byron", "Pro", ["A Institute", "B University"]),
        ("Ana de Souza, M.D., PhD", "Ana", "de Souza", "M.D., PhD", []),
        ("Jan VAN DYCK, MD", "Jan", "VAN DYCK", "MD", []),
        ("LI Ming", "LI", "Ming", None, []),
        ("Prof. Ada Byron", "Ada", "Byron", "Prof.", []),
        ("Clinical Trials, Pharma Ltd", None, None, None, ["Pharma Ltd"]),
        ("Ada Byron, UCLA", "Ada", "Byron", None, ["UCLA"]),
        ("Ada Byron, Clinic for Eyes, B University", "Ada", "Byron", None, ["Clinic for Eyes, B University"]),
        ("Ada Byron, B University, Rome, Italy", "Ada", "Byron", None, ["B University, Rome, Italy"]),
    ],
)
def test_a_line_of_a_person_is_taken_apart(
    line: str, given_name: str | None, family: str | None, degree: str | None, works_at: list[str]
):
    found = person(words(line))
    assert [part.text if part else None for part in (found.given, found.family, found.degree)] == [
        given_name,
        family,
        degree,
    ]
    assert texts(found.affiliations) == works_at


@pytest.mark.parametrize(
    ("title", "acronym"),
    [
        ("Drug Regimens in R/R T-ALL (PD1-VEN-CAG)", "PD1-VEN-CAG"),
        ("Study of Heart and Renal Protection (SHARP)", "SHARP"),
        ("Drug X in Chronic Lymphocytic Leukemia (CLL)", None),
        ("Drug X in Chronic Lymphocytic Leukemia (CLL) (FLAIR)", "FLAIR"),
        ("Extension of a Study (NCT09000001)", None),
        ("Vaccine Against COVID-19 (Phase 2)", None),
        ("Drug X (Part A) for Asthma", None),
    ],
)
def test_an_abbreviation_of_words_in_the_title_is_no_acronym_of_the_trial(title: str, acronym: str | None):
    found = acronym_of(words(title))
    assert (found.text if found else None) == acronym


def test_a_summary_speaks_of_other_studies_too():
    said = (
        "A retrospective study found little. This is a prospective, multi-center trial. Single-center data are scarce."
    )
    assert {token for token, _ in features_of_summary(words(said))} == {"PROSPECTIVE", "MULTICENTRE"}
    assert [token for token, _ in features_of_title(words("A Decentralized Study"))] == []
