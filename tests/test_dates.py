"""Printed dates: what each form gives, and that nothing else gives anything."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.dates import date_of, time_of

PRINTED = {
    "2025 Sep 19": "2025-09-19",
    "2025 Sept 3": "2025-09-03",
    "20250919": "2025-09-19",
    "2025/09/21 00:30": "2025-09-21",
    "2025-09-19": "2025-09-19",
    "May 1, 2025": "2025-05-01",
    "15 January 2026": "2026-01-15",
    "April 2026": "2026-04",
    "2025-04": "2025-04",
    "2025 Sep": "2025-09",
    "2025": "2025",
    "2025 Winter": "2025",
    "Spring 2000": "2000",
    "1977-1978 Fall-Winter": "1977",
    "1976-1977": "1976",
    "2025 Sep-Oct": "2025-09",
    "2019 Jan - Feb": "2019-01",
    "1998 Dec-1999 Jan": "1998-12",
    "2000 Dec 23-30": "2000-12",
    "2000 Jan 28-Feb 3": "2000-01",
    "1978 Sep-OCT": "1978-09",
    "2024 Feb 29": "2024-02-29",
}
UNREADABLE = [
    "",
    "After 2 years",
    "2023 Feb 29",
    "1900-02-29",
    "2025-13",
    "2025 Sep 0",
    "20251301",
    "09/21/2025",
    "0999",
    "２０２５",
    "2025 Sep 19 [received]",
]


@pytest.mark.parametrize(("printed", "read"), PRINTED.items())
def test_date_keeps_the_precision_it_is_printed_with(printed: str, read: str):
    assert date_of(printed) == read


@pytest.mark.parametrize("printed", UNREADABLE, ids=ascii)
def test_what_is_no_date_gives_none(printed: str):
    assert date_of(printed) is None


@given(st.dates(date(1800, 1, 1), date(2999, 12, 31)))
def test_every_day_of_the_calendar_is_read(day: date):
    forms = ("%Y-%m-%d", "%Y%m%d", "%Y/%m/%d", "%Y %b %d", "%B %d, %Y", "%d %B %Y")
    assert {date_of(day.strftime(form)) for form in forms} == {day.isoformat()}


@given(st.dates(date(1800, 1, 1), date(2999, 12, 30)))
def test_no_day_after_the_end_of_a_month_is_read(day: date):
    if (day + timedelta(days=1)).day == 1:
        assert date_of(f"{day:%Y-%m-}{day.day + 1}") is None


@pytest.mark.parametrize("printed", ["2025/09/21", "2025/09/21 24:00", "2025/02/30 10:00", "10:00"])
def test_time_of_day_is_read_only_where_one_is_printed(printed: str):
    assert time_of(printed) is None
