"""Protocols of the EU Clinical Trials Register: which field goes where, one hazard a case."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from kg.document import Document, Reading
from kg.errors import DocumentError, Unreadable
from kg.loaders import load, names, recognised
from kg.loaders.euctr_text import FORMAT
from kg.loaders.splitting import whole
from kg.model import (
    ConditionName,
    Contact,
    Eligibility,
    Intervention,
    Outcome,
    SponsorRole,
    Trial,
    TrialIdentifier,
)

HERE = Path(__file__).parent
CORPUS = HERE.parents[1] / "shared" / "corpus" / "other-registries.zip"
GOLDEN = (HERE / "golden" / "euctr_text" / "two_countries.txt").read_bytes()
LINK = "Link: https://www.clinicaltrialsregister.eu/ctr-search/trial/2015-000001-11/DE/"
START = (
    f"Summary\nEudraCT Number: 2015-000001-11\n{LINK}\n\nA. Protocol Information\nA.2 EudraCT number: 2015-000001-11\n"
)


def split(body: bytes) -> list[Document]:
    return list(FORMAT.split("made.txt", io.BytesIO(body)))


def reading(lines: str, *, contacts: bool = False) -> Reading:
    """A protocol with its head and some lines."""
    (part,) = split((START + lines).encode())
    return FORMAT.read(part, contacts)


def said(lines: str, kind: type, *, contacts: bool = False) -> list:
    return [record for record in reading(lines, contacts=contacts).records if isinstance(record, kind)]


def trial(lines: str) -> Trial:
    return said(lines, Trial)[0]


def test_protocols_of_countries_are_records_of_one_trial():
    found = [FORMAT.read(part, False) for part in split(GOLDEN)]
    assert [one.record[-17:] for one in found] == ["2015-000001-11-DE", "2015-000001-11-CZ"]
    assert {record.iri for one in found for record in one.records if isinstance(record, Trial)} == {
        "https://w3id.org/trialgraph/trial/2015-000001-11"
    }


def test_protocols_of_a_file_are_numbered_and_the_words_before_the_first_belong_to_none():
    found = split(GOLDEN)
    assert [one.uri for one in found] == ["made.txt#1", "made.txt#2"]
    assert found[0].body.startswith(b"Summary\nEudraCT Number:")
    assert b"".join(one.body for one in found) == GOLDEN[GOLDEN.index(b"Summary\n") :]
    assert [GOLDEN[one.offset :][: len(one.body)] for one in found] == [one.body for one in found]


def test_the_one_protocol_of_a_file_has_the_address_of_the_file():
    assert [one.uri for one in split(START.encode())] == ["made.txt"]


def test_a_file_is_cut_alike_wherever_its_pieces_end():
    class Slow(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            return super().read(min(size or 1, 7) if size and size > 0 else 7)

    assert list(FORMAT.split("made.txt", Slow(GOLDEN))) == split(GOLDEN)


def test_a_protocol_longer_than_any_is_refused_and_those_around_it_are_given(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(whole, "MOST", 2000)
    body = START + "E.3 Criteria: " + "x" * 3_000_000 + "\n"
    given = []
    with pytest.raises(Unreadable, match=r"made.txt#2: too long: wanted at most 2,000 bytes"):
        given.extend(FORMAT.split("made.txt", io.BytesIO((START + body + START).encode())))
    files = FORMAT.split("made.txt", io.BytesIO((START + body + START).encode()))
    assert [next(files).uri, next(files).uri] == ["made.txt#1", "made.txt#3"]


def test_line_ends_of_windows_are_line_ends():
    unix, windows = split(GOLDEN), split(GOLDEN.replace(b"\n", b"\r\n"))
    for one, other in zip(unix, windows, strict=True):
        a, b = FORMAT.read(one, False), FORMAT.read(other, False)
        assert a.records[1:] == b.records[1:]


@pytest.mark.parametrize("country", ["ES", "3rd"])
def test_the_country_stands_in_the_address(country: str):
    body = START.replace("/DE/", f"/{country}/")
    assert FORMAT.read(Document("made.txt", body.encode()), False).record.endswith(f"-{country}")


def test_a_protocol_without_a_country_is_rejected():
    body = START.replace(LINK, "") + "A.1 Member State Concerned: Atlantis - X\n"
    with pytest.raises(
        DocumentError, match=r"protocol without a country: wanted its country in Link or A.1, found 'Atlan"
    ):
        FORMAT.read(Document("made.txt", body.encode()), False)


def test_a_protocol_without_a_number_is_rejected():
    with pytest.raises(DocumentError, match="trial without a registry number: wanted a number such as"):
        FORMAT.read(Document("made.txt", START.replace("2015-000001-11", "2015-1").encode()), False)


def test_the_version_is_the_latest_day_that_the_protocol_knows_of():
    assert [FORMAT.read(part, False).version for part in split(GOLDEN)] == ["2019-05-31", "2015-05-02"]


def test_words_in_another_language_count_where_there_are_none_in_english():
    made = trial("A.3 Full title of the trial: One\nA.3 Full title of the trial (de): Eins\nund zwei\n")
    assert made.official_title == "One"
    assert trial("A.3 Full title of the trial (de): Eins\n").official_title == "Eins"
    assert trial("A.3 Full title:\nA.3 Full title (de): Eins\nA.3 Full title (fr): Un\n").official_title == "Eins"


def test_a_title_over_several_lines_is_one():
    assert trial("A.3 Full title of the trial: One\nand two\n").official_title == "One and two"


@pytest.mark.parametrize(
    "line", ["E. coli in blood", "E.1 of the local score", "A.3.1 mg", "N. meningitidis infection"]
)
def test_a_line_that_only_looks_like_a_field_belongs_to_the_one_above(line: str):
    (found,) = said(
        f"E.3 Principal inclusion criteria: One of\n{line}\nE.4 Principal exclusion criteria: None\n", Eligibility
    )
    assert line in (found.text or "")


@pytest.mark.parametrize(
    "line", ["E.5 End points", "F. Population of Trial Subjects", "E.6 and E.7 Scope of the trial"]
)
def test_a_heading_belongs_to_no_field(line: str):
    (found,) = said(f"E.4 Principal exclusion criteria: Pregnancy\n{line}\n", Eligibility)
    assert found.text == "Exclusion Criteria:\n\nPregnancy"


@pytest.mark.parametrize(
    ("answers", "tokens"),
    [
        ("E.7.1 Human pharmacology (Phase I): Yes", ("PHASE1",)),
        ("E.7.2 Therapeutic exploratory (Phase II): Yes\nE.7.3 Confirmatory (Phase III): Yes", ("PHASE2", "PHASE3")),
        ("E.7.4 Therapeutic use (Phase IV): No", ()),
        ("E.7.1 Human pharmacology (Phase I): Information not present in EudraCT", ()),
    ],
)
def test_phases_are_those_answered_with_yes(answers: str, tokens: tuple[str, ...]):
    assert trial(answers + "\n").phase == tokens


ALONE = "E.8.5 The trial involves multiple Member States: No\n"
ENDED = "P. Date of the global end of the trial: 2019-05-31\n"


@pytest.mark.parametrize(
    ("lines", "token"),
    [
        ("P. End of Trial Status: Completed\n", None),
        ("P. End of Trial Status: Completed\n" + ALONE, "COMPLETED"),
        ("P. End of Trial Status: Completed\n" + ENDED, "COMPLETED"),
        ("P. End of Trial Status: Prematurely Ended\n" + ENDED, "TERMINATED"),
        ("P. End of Trial Status: Ongoing\n" + ALONE, None),
        ("P. End of Trial Status: Not Authorised\n" + ALONE, None),
    ],
)
def test_the_status_of_one_country_is_that_of_the_trial_only_where_it_must_be(lines: str, token: str | None):
    assert trial(lines).overall_status == token


def test_the_global_end_is_the_end_of_the_trial():
    made = trial(ENDED)
    assert (made.completion_date, made.completion_date_type) == ("2019-05-31", "ACTUAL")


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        ("F.4.1 In the member state: 20\nF.4.2.2 In the whole clinical trial: 120\n", 120),
        ("F.4.1 In the member state: 20\n", None),
        ("F.4.1 In the member state: 20\n" + ALONE, 20),
    ],
)
def test_the_number_of_people_is_that_of_the_whole_trial(lines: str, number: int | None):
    assert trial(lines).enrolment == number


@pytest.mark.parametrize(
    ("lines", "token"),
    [
        ("E.6.3 Therapy: Yes\nE.6.4 Safety: Yes\n", "TREATMENT"),
        ("E.6.1 Diagnosis: Yes\nE.6.3 Therapy: Yes\n", None),
    ],
)
def test_a_purpose_is_one_only_where_it_is_alone(lines: str, token: str | None):
    assert trial(lines).primary_purpose == token


def test_countries_within_and_without_the_eea_are_listed():
    made = trial(
        "A.1 Member State Concerned: Spain - AEMPS\nE.8.6.3 If Yes, specify the regions:\nCanada\nUnited States\n"
    )
    assert made.recruitment_country == ("Spain", "Canada", "United States")


def test_products_keep_their_roles_and_a_placebo_is_one():
    (first, *_), *_ = [split(GOLDEN)]
    found = [record for record in FORMAT.read(first, False).records if isinstance(record, Intervention)]
    assert [(one.label, one.role, one.other_name) for one in found] == [
        ("Venetoclax", ("INVESTIGATIONAL",), ("Venclyxto", "VENETOCLAX", "ABT-199")),
        ("Azacitidine", ("COMPARATOR",), ()),
        ("Placebo", ("COMPARATOR",), ()),
    ]
    assert found[0].description == "Film-coated tablet; Oral use"


def test_no_placebo_is_made_of_its_heading():
    assert not said("D.8 Information on Placebo\n\nE. General Information on the Trial\n", Intervention)


def test_of_several_sponsors_the_first_leads():
    lines = "Sponsor 1\nB.1.1 Name of Sponsor: A\nB.4.1 Name of organisation: C\nSponsor 2\nB.1.1 Name: B\n"
    found = [(one.label, one.sponsor_type) for one in said(lines, SponsorRole)]
    assert found == [("A", "LEAD"), ("C", "FUNDER"), ("B", "COLLABORATOR")]


TERMS = (
    "MedDRA Classification\nE.1.2 Version: 20.0\nE.1.2 Classification code: 1\nE.1.2 Term: Fever\nE.1.2 Term: Chills\n"
)


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("E.1.1 Medical condition: Ague\nE.1.1.1 In easily understood language: Hot\n", ["Ague"]),
        ("E.1.1 Medical condition: \nE.1.1.1 In easily understood language: Hot\n", ["Hot"]),
        ("E.1.1 Medical condition: N/A\nE.1.1.1 In easily understood language:\n", ["Fever", "Chills"]),
    ],
)
def test_a_condition_that_is_not_told_is_told_in_plain_words_or_as_a_term(lines: str, names: list[str]):
    assert [one.label for one in said(lines + TERMS, ConditionName)] == names


def test_numbers_of_other_registries_are_read_with_their_names():
    lines = "A.5.2 US NCT number: NCT01234567\nA.5.4 Other Identifiers:\nName:IND No.Number:123456\n"
    found = [(one.id_value, one.id_type, one.id_issuer) for one in said(lines, TrialIdentifier)]
    assert found == [
        ("2015-000001-11", "REGISTRY", "EudraCT"),
        ("NCT01234567", "REGISTRY", "ClinicalTrials.gov"),
        ("123456", "SECONDARY", "IND No."),
    ]


def test_end_points_of_a_list_are_outcomes_with_their_time():
    lines = "E.5.2 Secondary end point(s): 1. Response\n2. Quality of life\nE.5.2.1 Timepoint(s): 6 months\n"
    found = [(one.label, one.position, one.time_frame) for one in said(lines, Outcome)]
    assert found == [("Response", 1, "6 months"), ("Quality of life", 2, "6 months")]


@pytest.mark.parametrize(("contacts", "email"), [(False, ()), (True, ("desk@example.org",))])
def test_addresses_are_kept_only_where_they_are_asked_for(contacts: bool, email: tuple[str, ...]):
    lines = "Sponsor 1\nB.1.1 Name of Sponsor: A\nB.5.2 Functional name: Desk\nB.5.6 E-mail: desk@example.org\n"
    (found,) = said(lines, Contact, contacts=contacts)
    assert (found.label, found.email) == ("Desk", email)


# Each of these takes minutes where a rule looks through the same words again and again.
@pytest.mark.parametrize("words", [" " * 300_000 + "x", "Name:" * 60_000, "E.1 " * 75_000, "\n" * 300_000 + "x"])
@pytest.mark.parametrize("field", ["A.5.4 Other Identifiers:", "A.3 Full title:", "E.5.1 Primary end point(s):", "E.8"])
def test_long_runs_of_blanks_and_marks_take_no_longer_than_their_length(field: str, words: str):
    assert trial(f"A.1 Member State Concerned: Spain - X\n{field} {words}\n").registry_id == ("2015-000001-11",)


def test_json_that_another_tool_made_is_rejected_with_the_reason():
    body = b'{"a2_eudract_number": "2013-000615-24"}'
    (part,) = split(body)
    with pytest.raises(Unreadable, match="conversion of another tool: wanted the register's own text"):
        FORMAT.read(part, False)


def test_text_without_fields_is_rejected():
    with pytest.raises(Unreadable, match="not a EudraCT protocol"):
        FORMAT.read(Document("made.txt", b"Dear all,\n"), False)


def test_bytes_that_are_no_text_are_rejected():
    with pytest.raises(DocumentError, match="not UTF-8"):
        FORMAT.read(Document("made.txt", START.encode() + b"\xff"), False)


@pytest.mark.parametrize("other", [name for name in names() if name != "euctr_text"])
def test_golden_files_are_taken_by_their_own_format_alone(other: str):
    for path in (HERE / "golden" / other).glob("[!.]*"):
        assert path.suffix == ".nq" or not FORMAT.detect(path.read_bytes()[: 1 << 16])
    assert not load(other).detect(GOLDEN)


@pytest.mark.skipif(not CORPUS.exists(), reason="../shared/corpus is not here")
def test_every_protocol_of_the_corpus_is_read_and_conversions_are_rejected():
    with zipfile.ZipFile(CORPUS) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if "euctr" in name and not name.endswith("/")}
    read, rejected = 0, []
    for name, body in files.items():
        assert recognised(body[: 1 << 16]) == "euctr_text"
        for part in FORMAT.split(name, io.BytesIO(body)):
            try:
                FORMAT.read(part, False)
                read += 1
            except Unreadable as error:
                rejected.append((error.uri.rsplit("/", 1)[1], error.cause))
    assert read == 10
    assert sorted(rejected) == [
        ("2013-000615-24-BE.json", "conversion of another tool"),
        ("2016-004489-24-DE.json", "conversion of another tool"),
        ("2019-002663-10-ES.json", "conversion of another tool"),
        ("2022-000099-20-DE.json", "conversion of another tool"),
    ]
