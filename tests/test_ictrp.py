"""Exports of the WHO's platform: which column goes where and how tables are cut, one hazard a case."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from kg.document import Document
from kg.errors import DocumentError, Unreadable
from kg.loaders import load, names
from kg.loaders.ictrp import FORMAT
from kg.loaders.ictrp_parts.columns import FULL
from kg.loaders.ictrp_parts.rows import table_rows
from kg.loaders.splitting import whole
from kg.model import (
    ConditionName,
    Contact,
    Eligibility,
    EligibilityItem,
    Intervention,
    Outcome,
    RegistryRecord,
    SponsorRole,
    Trial,
    TrialIdentifier,
)

HERE = Path(__file__).parent
GOLDEN = HERE / "golden" / "ictrp"
HEADER = "TrialID,Public title,Source Register"


def xml(**cells: str) -> Document:
    """A trial of the XML export with some columns."""
    elements = "".join(
        f"<{name}>{escape(words)}</{name}>" for name, words in {"TrialID": "NCT01234567", **cells}.items()
    )
    return Document("made.xml", f"<Trial>{elements}</Trial>".encode())


def said(kind: type, /, *, contacts: bool = False, **cells: str) -> list:
    return [record for record in FORMAT.read(xml(**cells), contacts).records if isinstance(record, kind)]


def trial(**cells: str) -> Trial:
    return said(Trial, **cells)[0]


def rows(body: bytes) -> list[Document]:
    return list(FORMAT.split("made.csv", io.BytesIO(body)))


@pytest.mark.parametrize(
    ("written", "number", "issuer"),
    [
        ("NCT01234567", "NCT01234567", "ClinicalTrials.gov"),
        ("ISRCTN10000001", "ISRCTN10000001", "ISRCTN"),
        ("EUCTR2013-000615-24-BE", "2013-000615-24", "EudraCT"),
        ("EUCTR2013-000615-24-Outside-EU/EEA", "2013-000615-24", "EudraCT"),
        ("CTIS2022-500244-37-00", "2022-500244-37-00", "CTIS"),
        ("JPRN-jRCTs031190227", "jRCTs031190227", "jRCT"),
        ("CTRI/2020/03/024402", "CTRI%2F2020%2F03%2F024402", "CTRI"),
        ("XYZ 1", "XYZ%201", "Elsewhere"),
    ],
)
def test_the_record_is_the_platforms_and_the_trial_that_of_the_registry(written: str, number: str, issuer: str):
    reading = FORMAT.read(xml(TrialID=written, Source_Register="Elsewhere"), False)
    assert reading.record.startswith("https://w3id.org/trialgraph/record/ictrp/")
    made = next(record for record in reading.records if isinstance(record, Trial))
    assert made.iri == f"https://w3id.org/trialgraph/trial/{number}"
    own = next(record for record in reading.records if isinstance(record, TrialIdentifier))
    assert own.id_issuer == issuer


def test_the_version_is_the_day_of_the_last_refresh():
    assert FORMAT.read(xml(Last_Refreshed_on="17 February 2020\n    "), False).version == "2020-02-17"


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2020-02-10", "2020-02-10"),
        ("20200210", "2020-02-10"),
        ("February 10, 2020", "2020-02-10"),
        ("27/01/2020", "2020-01-27"),
        ("01/27/2020", "2020-01-27"),
        ("03/04/2020", "2020-04-03"),
        ("14-04-2020", "2020-04-14"),
        ("1900-01-01", None),
        ("01/01/1900", None),
        ("Jan  1 1900 12:00AM", None),
        ("Jan 16 2019 12:00AM", "2019-01-16"),
        ("04/04/2020", "2020-04-04"),
        ("31/02/2020", None),
        ("soon", None),
    ],
)
def test_the_platform_writes_the_day_before_the_month(written: str, date: str | None):
    assert trial(Date_enrollement=written).start_date == date


@pytest.mark.parametrize("plain", ["20200403", ""])
def test_the_day_of_registration_is_known_with_and_without_its_plain_form(plain: str):
    (record,) = said(RegistryRecord, Date_registration="03/04/2020", Date_registration3=plain)
    assert record.first_posted == "2020-04-03"


@pytest.mark.parametrize(
    ("written", "tokens"),
    [
        ("Phase 1/Phase 2", ("PHASE1", "PHASE2")),
        ("2-3", ("PHASE2", "PHASE3")),
        ("II", ("PHASE2",)),
        ("I+II (Phase I+Phase II)", ("PHASE1", "PHASE2")),
        ("Phase 2a", ("PHASE2",)),
        ("Early Phase 1", ("EARLY_PHASE1",)),
        ("Human pharmacology (Phase I): yes\nTherapeutic exploratory (Phase II): no", ("PHASE1",)),
        ("N/A", ("NA",)),
        ("Not applicable", ("NA",)),
        ("Not selected", ()),
        ("Post-market", ()),
        ("Phase Ⅲ", ("PHASE3",)),
        ("Phase Ⅱ/Ⅲ", ("PHASE2", "PHASE3")),
        ("Ⅳ", ("PHASE4",)),
        ("PHASE1|PHASE2", ("PHASE1", "PHASE2")),
        ("12", ()),
    ],
)
def test_phase_words_of_any_registry_are_tokens(written: str, tokens: tuple[str, ...]):
    assert trial(Phase=written).phase == tokens


@pytest.mark.parametrize(
    ("number", "words", "token"),
    [
        ("NCT01234567", "Recruiting", "RECRUITING"),
        ("NCT01234567", "Not Recruiting", None),
        ("NCT01234567", "Authorised", None),
        ("NCT01234567", "Active, not recruiting", "ACTIVE_NOT_RECRUITING"),
        ("EUCTR2013-000615-24-BE", "Completed", None),
    ],
)
def test_a_status_has_a_token_only_where_it_means_the_same(number: str, words: str, token: str | None):
    made = trial(TrialID=number, Recruitment_Status=words)
    assert (made.status_text, made.overall_status) == (words, token)


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("18 Years", 6574),
        ("18Y", 6574),
        ("6M", 183),
        ("20years-old", 7305),
        (">= 20age old", 7305),
        ("< 75age old", 27393),
        ("18 Year(s)", 6574),
        ("6 Month(s)", 183),
        ("18", None),
        (">= 20", None),
        ("20 pages old", None),
        ("20-year old", 7305),
        ("18 Years and older", 6574),
    ],
)
def test_an_age_without_a_unit_stays_words(written: str, days: int | None):
    (found,) = said(Eligibility, Inclusion_agemin=written)
    assert (found.minimum_age, found.minimum_age_days) == (written, days)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("120", 120),
        ("300.0", 300),
        ("1,200", 1200),
        ("100 participants", 100),
        ("1,20", None),
        ("A group:49;B group:49;", None),
        ("about 50", None),
        ("9" * 30, None),
    ],
)
def test_only_one_plain_number_is_the_enrolment(written: str, number: int | None):
    assert trial(Target_size=written).enrolment == number


@pytest.mark.parametrize(
    ("number", "written", "size"),
    [
        ("ChiCTR2000029308", "group A:49;group B:49;follow-up:49;", 147),
        ("ChiCTR2000029308", "group A:49", 49),
        ("ChiCTR2000029308", "120", 120),
        ("ChiCTR2000029308", "group A:49;group B", None),
        ("ChiCTR2000029308", "group A:49;group B:some", None),
        ("ChiCTR2000029308", "group A:10-20", None),
        ("ChiCTR2000029308", "group A:999999999;group B:999999999", None),
        ("NCT01234567", "group A:49;group B:49;", None),
    ],
)
def test_groups_of_the_chinese_registry_add_up(number: str, written: str, size: int | None):
    assert trial(TrialID=number, Target_size=written).enrolment == size


def test_line_breaks_of_html_are_line_breaks_and_signs_are_signs():
    found = said(EligibilityItem, Inclusion_Criteria="Inclusion criteria: <br>1. Age &gt;= 18\r<br>2. Hb < 9<br>")
    assert [item.text for item in found] == ["Age >= 18", "Hb < 9"]


def test_criteria_in_one_column_keep_their_own_headings():
    words = "<br>Inclusion Criteria:<br>- AML<br>Exclusion Criteria:<br>- Pregnancy<br>"
    assert [item.polarity for item in said(EligibilityItem, Inclusion_Criteria=words)] == ["INCLUSION", "EXCLUSION"]


def test_codes_of_meddra_are_no_conditions():
    words = "AML <br>MedDRA version: 20.0<br>Classification code 10000880<br>Term: AML;Therapeutic area: Cancer [C04]"
    assert [one.label for one in said(ConditionName, Condition=words)] == ["AML"]
    assert trial(Condition=words).keyword == ("Cancer [C04]",)


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("Drug: Venetoclax;Biological: Filgrastim", ["Venetoclax", "Filgrastim"]),
        ("Group A:venetoclax;Group B:none;", ["Group A:venetoclax;Group B:none;"]),
        ("<br>Product Name: A<br>INN or Proposed INN: B<br>Product Name: C<br>", ["A", "C"]),
        ("<br>Trade Name: A<br>Product Name: B<br><br>Trade Name: C<br>", ["B", "C"]),
    ],
)
def test_interventions_are_apart_only_where_the_registry_lists_them(words: str, labels: list[str]):
    assert [one.label for one in said(Intervention, Intervention=words)] == labels


def test_a_long_text_of_interventions_is_a_description():
    (found,) = said(Intervention, Intervention="Venetoclax " * 100)
    assert found.label is None
    assert found.description


def test_outcomes_are_cut_at_semicolons_where_the_registry_lists_them():
    outcomes = "Response;Quality of life"
    assert [one.label for one in said(Outcome, Secondary_outcome=outcomes)] == ["Response", "Quality of life"]
    assert [one.label for one in said(Outcome, TrialID="DRKS00012345", Secondary_outcome=outcomes)] == [outcomes]


def test_objectives_of_the_eu_register_are_no_outcomes():
    words = "Main Objective: Safety;Secondary Objective: Effect;Primary end point(s): Survival"
    words += ";Timepoint(s) of evaluation of this end point: 2 years"
    cells = {"TrialID": "EUCTR2013-000615-24-BE", "Primary_outcome": words}
    assert [(one.label, one.time_frame) for one in said(Outcome, **cells)] == [("Survival", "2 years")]
    assert trial(**cells).objective == ("Safety", "Effect")


def test_the_design_of_clinicaltrials_gov_becomes_tokens():
    made = trial(
        Study_design="Allocation: Randomized. Intervention model: Parallel Assignment. Masking: Double (X, Y)."
    )
    assert (made.allocation, made.intervention_model, made.masking) == ("RANDOMIZED", "PARALLEL", "DOUBLE")


def test_who_pays_is_not_a_sentence_about_sponsors():
    found = said(SponsorRole, Primary_sponsor="A", Source_Support="Please refer to primary and secondary sponsors")
    assert [(one.label, one.sponsor_type) for one in found] == [("A", "LEAD")]


@pytest.mark.parametrize(("contacts", "email"), [(False, ()), (True, ("a@b.example",))])
def test_addresses_are_kept_only_where_they_are_asked_for(contacts: bool, email: tuple[str, ...]):
    cells = {"Contact_Firstname": ";", "Contact_Lastname": ";Ada Example, MD", "Contact_Email": ";a@b.example"}
    (found,) = said(Contact, contacts=contacts, **cells)
    assert (found.given_name, found.family_name, found.email) == ("Ada", "Example", email)


def test_a_trial_without_a_number_is_rejected():
    with pytest.raises(DocumentError, match="trial without a registry number: wanted the number of a registry"):
        FORMAT.read(xml(TrialID="\n"), False)


def test_another_element_is_rejected():
    with pytest.raises(Unreadable, match="not an ICTRP trial: wanted the element Trial, found 'x'"):
        FORMAT.read(Document("made.xml", b"<x/>"), False)


def test_the_words_inclusion_criteria_within_a_sentence_stay():
    (found,) = said(Eligibility, Inclusion_Criteria="Meets the inclusion criteria: of the parent trial")
    assert "Meets the inclusion criteria: of the parent trial" in found.text


# Each of these takes minutes where a rule looks through the same words again and again.
@pytest.mark.parametrize(
    "words", [" " * 300_000 + "x", "\n" * 300_000 + "x", "; " * 150_000, "<br>" * 75_000, "1." * 150_000]
)
@pytest.mark.parametrize("name", ["Condition", "Intervention", "Phase", "Primary_outcome", "Countries", "Study_design"])
def test_long_runs_of_blanks_and_marks_take_no_longer_than_their_length(name: str, words: str):
    assert trial(**{name: words}).registry_id == ("NCT01234567",)


# --- tables ---


def test_the_full_export_has_63_columns():
    assert (len(FULL), len(set(FULL))) == (63, 63)


def test_a_table_without_header_is_read_by_the_order_of_its_columns():
    found = [FORMAT.read(part, False) for part in rows((GOLDEN / "full_export.csv").read_bytes())]
    assert [one.record.rsplit("/", 1)[1] for one in found] == ["NCT01234567", "JPRN-UMIN000039499"]


def test_a_line_break_within_quotes_belongs_to_the_cell():
    body = f'{HEADER}\r\nNCT01234567,"one\r\n""two"", three",x\r\n'.encode()
    (part,) = rows(body)
    (made,) = [record for record in FORMAT.read(part, False).records if isinstance(record, Trial)]
    assert made.brief_title == 'one\n"two", three'


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_rows_end_at_any_line_end(end: str):
    found = rows(end.join((HEADER, "NCT01234567,a,b", "NCT01234568,c,d")).encode())
    assert [FORMAT.read(part, False).record[-11:] for part in found] == ["NCT01234567", "NCT01234568"]


def test_a_quote_in_the_midst_of_a_cell_is_a_letter():
    assert len(rows(f'{HEADER}\nNCT01234567,5" wide,b\nNCT01234568,"c" d,e\n'.encode())) == 2


def test_empty_rows_are_none_and_a_header_alone_gives_none():
    assert len(rows(f"\n{HEADER}\n\n,,\nNCT01234567,a,b\n,,\n".encode())) == 1
    assert rows(HEADER.encode()) == []


def test_a_table_is_cut_alike_wherever_its_pieces_end():
    for path in GOLDEN.glob("*.csv"):
        body, header = path.read_bytes(), path.name == "portal_table.csv"
        assert list(table_rows("made.csv", _Pieces(body), header=header)) == rows(body)
        assert list(FORMAT.split("made.csv", _Pieces(body))) == rows(body)


class _Pieces(io.BytesIO):
    """A file that gives at most a few bytes at a time."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(min(size or 3, 3) if size != -1 else 3)


def test_a_quote_that_is_not_closed_is_told_after_the_rows_before_it():
    given = []
    with pytest.raises(Unreadable, match=r"made.csv#2: cut short"):
        given.extend(FORMAT.split("made.csv", io.BytesIO(f'{HEADER}\nNCT01234567,a,b\nNCT01234568,"c,d\n'.encode())))
    files = FORMAT.split("made.csv", io.BytesIO(f'{HEADER}\nNCT01234567,a,b\nNCT01234568,"c,d\n'.encode()))
    assert next(files).uri == "made.csv#1"


@pytest.mark.parametrize("cell", ['"' + "x" * 3_000_000 + '"', "x" * 3_000_000])
def test_a_row_longer_than_any_is_refused_and_those_around_it_are_given(cell: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(whole, "MOST", 2000)
    body = f"{HEADER}\nNCT01234567,a,b\nNCT01234568,{cell},b\nNCT01234569,a,b\n".encode()
    given: list[str] = []
    with pytest.raises(Unreadable, match=r"made.csv#2: too long"):
        given += [part.uri for part in FORMAT.split("made.csv", io.BytesIO(body))]
    files = FORMAT.split("made.csv", io.BytesIO(body))
    assert [next(files).uri, next(files).uri] == ["made.csv#1", "made.csv#3"]


def test_a_row_of_too_few_cells_without_header_is_rejected():
    with pytest.raises(Unreadable, match="not an ICTRP row: wanted columns with their names or the 63"):
        FORMAT.read(Document("made.csv", b"NCT01234567,a\n"), False)


def test_every_row_is_what_another_reader_of_tables_finds():
    for path in GOLDEN.glob("*.csv"):
        with path.open(newline="", encoding="utf-8-sig") as file:
            expected = [row for row in csv.reader(file) if any(row)]
        header = expected[:1] if "TrialID" in expected[0] else []
        found = [
            list(csv.reader(io.StringIO(part.body.decode("utf-8-sig"), newline="")))[-1]
            for part in rows(path.read_bytes())
        ]
        assert header + found == expected


@pytest.mark.parametrize("other", [name for name in names() if name != "ictrp"])
def test_golden_files_are_taken_by_their_own_format_alone(other: str):
    for path in (HERE / "golden" / other).glob("[!.]*"):
        assert path.suffix == ".nq" or not FORMAT.detect(path.read_bytes()[: 1 << 16])
    for path in (path for path in GOLDEN.glob("[!.]*") if path.suffix != ".nq"):
        assert not load(other).detect(path.read_bytes()[: 1 << 16])


@pytest.mark.parametrize("head", [b"a,b,c\n1,2,3\n", b"nctId,title\nNCT01234567,x\n", b"", b"\n", b"NCT01234567"])
def test_other_tables_are_not_taken(head: bytes):
    assert not FORMAT.detect(head)
