"""Books, and days without a time, in PubMed's plain records."""

from __future__ import annotations

import pytest

from kg.model import Journal, Publication, PublicationRecord
from tests.made_articles import all_of, in_nbib, one

BOOK = ("BTI - Larks.", "PL  - Bethesda (MD)", "VTI - Volume of song", "CP  - 3")


def test_a_book_has_the_place_of_its_publisher_and_its_chapter():
    reading = in_nbib(*BOOK)
    made = one(reading, Publication)
    assert (made.publisher_location, made.volume_title) == ("Bethesda (MD)", "Volume of song")
    assert (made.location_label, made.general_note) == (("3",), ())
    assert all_of(reading, Journal) == []


def test_the_place_of_a_journal_is_no_publisher_s():
    reading = in_nbib("TA  - Lark J", "PL  - England")
    assert (one(reading, Publication).publisher_location, one(reading, Journal).place_of_publication) == (
        None,
        "England",
    )


def test_a_place_of_neither_book_nor_journal_stays_a_note():
    assert one(in_nbib("PL  - England"), Publication).general_note == ("PL  - England",)


@pytest.mark.parametrize(("tag", "slot"), [("EDAT", "entrez_date"), ("CRDT", "entrez_created"), ("MHDA", "mhda")])
@pytest.mark.parametrize(("written", "read"), [("1993/10/08", "00:00"), ("1993/10/08 09:01", "09:01")])
def test_a_day_without_a_time_begins_at_midnight_as_in_xml(tag: str, slot: str, written: str, read: str):
    reading = in_nbib(f"{tag}- {written}")
    assert getattr(one(reading, PublicationRecord), slot) == f"1993-10-08T{read}:00"
    assert one(reading, Publication).general_note == ()


@pytest.mark.parametrize("written", ["1993/10", "1993", "soon"])
def test_less_than_a_day_stays_a_note(written: str):
    assert one(in_nbib(f"EDAT- {written}"), Publication).general_note == (f"EDAT- {written}",)


def test_the_day_of_entry_tells_copies_apart_without_a_time():
    assert in_nbib("EDAT- 1993/10/08").version == "1993-10-08"
