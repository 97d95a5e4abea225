"""Dates as documents print them, read with the precision they are given in.

A fixed list of forms and no guessing: a parser of free dates reads "After 2 years" as two years from today.
Forms of the publication date in PubMed: https://www.nlm.nih.gov/bsd/licensee/elements_descriptions.html#medlinedate
"""

from __future__ import annotations

import re

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_YEAR = r"(?P<year>[12]\d{3})"
_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_MONTH = rf"(?P<month>{_NAME})"
_DAY = r"(?P<day>\d{1,2})"
_NUMBERS = r"(?P<month>\d{2})"
_CLOCK = r"(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?"
_PART = r"(?:winter|spring|summer|autumn|fall|\d(?:st|nd|rd|d|th) quart(?:er)?)"
_LATER = r" ?[-/] ?(?:[12]\d{3} )?"
# Of a range the month it begins in; of days that are a range no day, since neither is the date.
_FORMS = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        rf"{_YEAR}{_NUMBERS}(?P<day>\d{{2}})",
        rf"{_YEAR}(?P<mark>[-/]){_NUMBERS}(?:(?P=mark)(?P<day>\d{{2}})(?:[ T]{_CLOCK})?)?",
        rf"{_YEAR}(?: {_MONTH}(?: {_DAY})?)?",
        rf"{_MONTH}(?: {_DAY},)? {_YEAR}",
        rf"{_DAY} {_MONTH} {_YEAR}",
        rf"{_YEAR} {_MONTH}(?: \d{{1,2}})?{_LATER}(?:{_NAME}(?: \d{{1,2}})?|\d{{1,2}})",
        rf"{_YEAR}(?:-[12]\d{{3}})?(?: {_PART}(?:{_LATER}{_PART})?)?",
        rf"{_PART} {_YEAR}",
    )
)

# A second year of one or two figures: 2000-01 is two years there, since PubMed prints months by name.
_YEARS = re.compile(r"([12]\d{3}) ?[-/] ?\d{1,2}(?![\d/-])", re.ASCII)
_FIRST_YEAR = re.compile(r"[12]\d{3}(?!\d)", re.ASCII)


def date_of(words: str) -> str | None:
    """A printed date as ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``; nothing that is not printed is filled in.

    :param words: a field that holds a date and nothing else; a time of day is left out.
    :returns: for a season its year, for a range the month or year it begins in; None for words in no known form and
        for days that the calendar does not have. Keep the words beside the date.

    >>> [date_of(words) for words in ("2025 Sep 19", "20250919", "2025/09/21 00:30", "May 1, 2025", "April 2026")]
    ['2025-09-19', '2025-09-19', '2025-09-21', '2025-05-01', '2026-04']
    >>> [date_of(words) for words in ("2025 Winter", "2025 Sep-Oct", "1998 Dec-1999 Jan", "2000 Dec 23-30")]
    ['2025', '2025-09', '1998-12', '2000-12']
    >>> [date_of(words) for words in ("After 2 years", "2025 Feb 30", "2025-13")]
    [None, None, None]
    """
    found = _matched(words)
    return _date(found) if found else None


def published(words: str) -> str | None:
    """The date of publication that PubMed prints, as :func:`date_of` has it.

    The year stands first in every one, and is given for what journals call their issues, and of several years the
    first.

    :returns: None where no year stands first, and for days that the calendar does not have.

    >>> [published(words) for words in ("2000-01", "1999-00 Winter", "1975, 1977", "1962 Christmas", "2000 Nov-Dec")]
    ['2000', '1999', '1975', '1962', '2000-11']
    """
    if years := _YEARS.match(words):
        return years[1]
    if found := _matched(words):
        return _date(found)
    first = _FIRST_YEAR.match(words)
    return first[0] if first else None


def time_of(words: str) -> str | None:
    """A printed date with a time of day as ``YYYY-MM-DDTHH:MM:SS``, in the time zone of the source, which is not said.

    :returns: None where no time of day is printed.

    >>> time_of("2025/09/21 00:30"), time_of("2025/09/21")
    ('2025-09-21T00:30:00', None)
    """
    found = _matched(words)
    date = _date(found) if found and "hour" in found.re.groupindex and found["hour"] else None
    return f"{date}T{found['hour']}:{found['minute']}:{found['second'] or '00'}" if found and date else None


def _matched(words: str) -> re.Match[str] | None:
    words = " ".join(words.split())
    return next((found for form in _FORMS if (found := form.fullmatch(words))), None)


def _date(found: re.Match[str]) -> str | None:
    parts = found.groupdict()
    year, written, day = parts["year"], parts.get("month"), int(parts.get("day") or 0)
    if not written:
        return str(year)
    month = int(written) if written.isdigit() else _MONTHS.index(written[:3].lower()) + 1
    if not 1 <= month <= 12:
        return None
    if parts.get("day") is None:
        return f"{year}-{month:02}"
    leap = int(year) % 4 == 0 and (int(year) % 100 != 0 or int(year) % 400 == 0)
    last = 28 if month == 2 and not leap else _DAYS[month - 1]
    return f"{year}-{month:02}-{day:02}" if 1 <= day <= last else None
