"""Words and dates of PubMed's elements.

Text may hold ``b i sub sup u`` and MathML: https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/att-text.html
"""

from __future__ import annotations

import re

from lxml import etree

from kg.extract.dates import published
from kg.loaders.pubmed.formulas import after, formula

Element = etree._Element

_SPACE = re.compile(r"[ \t]*\n\s*")
_RAISED = re.compile(r"[-+−–]?\d")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_NUMBER = {key: n for n, name in enumerate(_MONTHS, 1) for key in (name, name.lower(), str(n), f"{n:02}")}


def text_of(element: Element) -> str:
    r"""The words of an element in their order, line ends folded, without the marks; empty for none.

    >>> text_of(etree.XML("<T>125 mg/m<sup>2</sup> and\n 10<sup>9</sup>/L of CO<sub>2</sub></T>"))
    '125 mg/m2 and 10(9)/L of CO2'
    """
    text = _pieces(element) if len(element) else element.text
    if text is None:
        return ""
    return _SPACE.sub(" ", text).strip() if "\n" in text else text.strip()


def _pieces(element: Element, before: str = "") -> str:
    # A raised number after a figure stands in brackets, as PubMed prints it in plain text: 10<sup>9</sup> is not 109,
    # and neither is 10<b><sup>9</sup></b>.
    text = element.text or ""
    for child in element:
        so_far = text[-1:] or before
        if child.tag[-4:] == "math":
            inner = after(so_far, formula(child))
        else:
            inner = _pieces(child, so_far)
            if child.tag == "sup" and so_far.isdigit() and _RAISED.match(inner):
                inner = f"({inner})"
        text += inner + (child.tail or "")
    return text


def children(element: Element) -> dict[str, str]:
    """Of each child its tag and words; of several with one tag the last, without the empty ones."""
    return {str(child.tag): child.text.strip() for child in element if child.text}


def date_in(element: Element) -> str | None:
    """The date in the children ``Year Month Day`` with the precision that is given.

    :returns: None without a year, and for a month or day that the calendar does not have.

    >>> date_in(etree.XML("<DateRevised><Year>2025</Year><Month>9</Month><Day>20</Day></DateRevised>"))
    '2025-09-20'
    """
    parts = children(element)
    return calendar_date(parts.get("Year"), parts.get("Month"), parts.get("Day"))


def calendar_date(year: str | None, month: str | None, day: str | None) -> str | None:
    """A date from its parts; months are numbers or names.

    >>> calendar_date("2016", "Feb", "29"), calendar_date("2016", "13", None), calendar_date("2016", None, None)
    ('2016-02-29', None, '2016')
    """
    if not year or len(year) != 4 or not (year.isascii() and year.isdigit()) or year[0] not in "12":
        return None
    if not month:
        return year
    number = _NUMBER.get(month)
    if not number:
        return None
    if not day:
        return f"{year}-{number:02}"
    if not (day.isascii() and day.isdigit() and len(day) < 3) or not 1 <= int(day) <= _DAYS[number - 1]:
        return None
    if number == 2 and int(day) == 29 and (int(year) % 4 or (int(year) % 100 == 0 and int(year) % 400)):
        return None
    return f"{year}-{number:02}-{day:0>2}"


def printed_date(element: Element) -> tuple[str | None, str | None]:
    """A publication date as PubMed prints it, and as a date where it is one.

    :param element: with ``Year``, perhaps ``Month`` and ``Day`` or ``Season``; or with ``MedlineDate``, the words of
        dates that are none of these, such as 1998 Dec-1999 Jan.

    >>> printed_date(etree.XML("<PubDate><Year>2025</Year><Month>09</Month><Day>01</Day></PubDate>"))
    ('2025 Sep 1', '2025-09-01')
    """
    parts = children(element)
    if words := parts.get("MedlineDate"):
        return words, published(words)
    year, month, day = parts.get("Year"), parts.get("Month"), parts.get("Day")
    if not year:
        return None, None
    number = _NUMBER.get(month or "")
    name = _MONTHS[number - 1] if number else month or parts.get("Season")
    shown = " ".join(part for part in (year, name, day and (day.lstrip("0") or day)) if part)
    return shown, calendar_date(year, month, day) if number else published(shown)
