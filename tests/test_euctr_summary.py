"""The summary that the EU Clinical Trials Register offers for download: a paragraph is a record."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from kg.document import Document, Reading
from kg.errors import DocumentError
from kg.loaders import recognised
from kg.loaders.euctr_text import FORMAT
from kg.model import ConditionName, Eligibility, SponsorRole, Trial, TrialIdentifier

SUMMARY = (Path(__file__).parent / "golden" / "euctr_text" / "summary.txt").read_bytes()


def split(body: bytes) -> list[Document]:
    return list(FORMAT.split("made.txt", io.BytesIO(body)))


def of(reading: Reading, kind: type) -> list:
    return [record for record in reading.records if isinstance(record, kind)]


READ = [FORMAT.read(part, False) for part in split(SUMMARY)]


def test_every_paragraph_is_a_record_of_its_trial():
    assert recognised(SUMMARY) == "euctr_text"
    assert [one.record.rsplit("/", 1)[1] for one in READ] == ["2015-000001-11", "2016-000002-22"]
    first, second = (of(one, Trial)[0] for one in READ)
    assert first.iri == "https://w3id.org/trialgraph/trial/2015-000001-11"
    assert (first.official_title, second.official_title) == (
        "A randomised trial of venetoclax in AML",
        "Rest after fever",
    )
    assert (first.start_date, second.start_date) == ("2015-04-14", "2016-02-03")
    assert (first.age_group, second.age_group) == (("ADULT", "OLDER_ADULT"), ("CHILD",))


def test_each_state_has_a_status_and_the_trial_has_none():
    made = of(READ[0], Trial)[0]
    assert made.recruitment_country == ("Germany", "Czech Republic", "United Kingdom")
    assert made.status_text == "DE(Completed) CZ(Ongoing) GB(GB - no longer in EU/EEA)"
    assert made.overall_status is None


def test_terms_are_conditions_where_no_condition_is_told():
    assert [[name.label for name in of(one, ConditionName)] for one in READ] == [
        ["Acute myeloid leukaemia"],
        ["Fever", "Chills, shaking"],
    ]


def test_numbers_sex_and_sponsor_are_read():
    assert [(one.id_value, one.id_type) for one in of(READ[0], TrialIdentifier)] == [
        ("2015-000001-11", "REGISTRY"),
        ("EXA-1", "ORGANISATION"),
    ]
    assert [of(one, Eligibility)[0].sex for one in READ] == ["ALL", "FEMALE"]
    assert [(one.label, one.sponsor_type) for one in of(READ[1], SponsorRole)] == [("Second University", "LEAD")]


def test_a_summary_is_cut_alike_wherever_its_pieces_end():
    class Slow(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            return super().read(min(size or 1, 7) if size and size > 0 else 7)

    body = b"\xef\xbb\xbf\r\n\r\n" + SUMMARY
    assert list(FORMAT.split("made.txt", Slow(body))) == split(body)
    assert len(split(body)) == 2


def test_a_paragraph_without_its_number_is_rejected():
    with pytest.raises(DocumentError, match="trial without a registry number"):
        FORMAT.read(Document("made.txt", SUMMARY.split(b"\r\n\r\n")[0].replace(b"2015-000001-11", b"2015")), False)


@pytest.mark.parametrize("words", [" " * 300_000 + "x", "\n" * 300_000 + "x", "Term: ," * 50_000, "DE(" * 90_000])
@pytest.mark.parametrize("label", ["Full Title", "Disease", "Trial protocol", "Population Age"])
def test_long_runs_of_blanks_and_marks_take_no_longer_than_their_length(label: str, words: str):
    body = f"EudraCT Number: 2015-000001-11\nSponsor Protocol Number: 1\n{label}: {words}\n".encode()
    assert FORMAT.read(Document("made.txt", body), False).record.endswith("2015-000001-11")
