"""Words, dates and texts of the API of ClinicalTrials.gov as its legacy XML writes them; elements to write them in."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from typing import Any

from lxml import etree

Json = Mapping[str, Any]

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_LOWER = {"AND", "OF", "THE", "BY"}
# Words that are not their token with capitals at the beginnings.
_WORDS = {
    "ACTIVE_NOT_RECRUITING": "Active, not recruiting",
    "NOT_YET_RECRUITING": "Not yet recruiting",
    "ENROLLING_BY_INVITATION": "Enrolling by invitation",
    "NO_LONGER_AVAILABLE": "No longer available",
    "TEMPORARILY_NOT_AVAILABLE": "Temporarily not available",
    "APPROVED_FOR_MARKETING": "Approved for marketing",
    "UNKNOWN": "Unknown status",
    "NON_RANDOMIZED": "Non-Randomized",
    "NON_PROBABILITY_SAMPLE": "Non-Probability Sample",
    "PARALLEL": "Parallel Assignment",
    "SINGLE_GROUP": "Single Group Assignment",
    "CROSSOVER": "Crossover Assignment",
    "FACTORIAL": "Factorial Assignment",
    "SEQUENTIAL": "Sequential Assignment",
    "CASE_CONTROL": "Case-Control",
    "CASE_ONLY": "Case-Only",
    "CROSS_SECTIONAL": "Cross-Sectional",
    "SUB_INVESTIGATOR": "Sub-Investigator",
    "SPONSOR_INVESTIGATOR": "Sponsor-Investigator",
    "ESTIMATED": "Anticipated",
    "NA": "N/A",
    "EARLY_PHASE1": "Early Phase 1",
}


def words(token: str) -> str:
    """How older formats wrote a token."""
    parts = token.split("_")
    plain = " ".join(part.lower() if part in _LOWER else part.capitalize() for part in parts)
    return _WORDS.get(token, re.sub(r"^Phase(\d)", r"Phase \1", plain))


def date(written: str) -> str:
    """A date of the API in the words of older formats."""
    year, *rest = written.split("-")
    if not rest:
        return year
    month, *day = rest
    return f"{_MONTHS[int(month) - 1]} {f'{int(day[0])}, ' if day else ''}{year}"


def plain(text: str) -> str:
    """Text without the backslashes of Markdown."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


def unlisted(text: str) -> str:
    """A short text as older formats have it: a line for each paragraph and item, without marks of lists."""
    if "\n" not in text:
        return plain(text)
    return "\n".join(
        [plain(re.sub(r"^(\*|\d+\.) (?=\S)", "", line.strip())) for line in text.split("\n") if line.strip()]
    )


class Made:
    """An element under construction."""

    def __init__(self, element: etree._Element) -> None:
        self.element = element

    def part(self, tag: str) -> Made:
        """A child to put more into."""
        return Made(etree.SubElement(self.element, tag))

    def text(self, tag: str, value: object, **attributes: str) -> None:
        """A child with words in it; none for no value."""
        if value is None or value == "":
            return
        shown = "Yes" if value is True else "No" if value is False else unlisted(str(value))
        etree.SubElement(self.element, tag, attributes).text = shown

    @staticmethod
    def shown(words: str) -> str:
        """Words of a short text."""
        return unlisted(words)

    def token(self, tag: str, value: str | None, **attributes: str) -> None:
        """A child with the words of a token in it."""
        self.text(tag, words(value) if value else None, **attributes)

    def date(self, tag: str, value: Json | str | None, *, posted: bool = False) -> None:
        """A child with a date in it, and of a structure with its kind."""
        if isinstance(value, str):
            self.text(tag, date(value))
        elif value and value.get("date"):
            kind = value.get("type")
            shown = "Estimate" if posted and kind == "ESTIMATED" else words(kind) if kind else None
            self.text(tag, date(value["date"]), **({"type": shown} if shown else {}))

    def block(self, tag: str, value: str | None, margin: int) -> None:
        """A child with a text of many lines in it."""
        if value:
            inner = self.part(tag).part("textblock").element
            inner.text = "\n" + wrapped(value, margin) + "\n" + " " * (margin - 2)


def wrapped(text: str, margin: int) -> str:
    """A text of the API wrapped and indented; each item of a list is a paragraph of its own.

    :param margin: columns before each line.
    """
    made: list[str] = []
    open_lists: list[tuple[int, int]] = []
    for line in text.split("\n"):
        if not line.strip():
            continue
        indent = len(line) - len(line.lstrip(" "))
        while open_lists and indent < open_lists[-1][0]:
            open_lists.pop()
        column = margin + (open_lists[-1][1] if open_lists else 0)
        found = re.match(r"(\*|\d+\.) (?=\S)", line[indent:])
        if not found:
            made.append(_filled(plain(line), " " * column, column))
            continue
        mark = "-  " if found[1] == "*" else f"{found[1]} "
        open_lists.append((indent + len(found[0]), column - margin + 5))
        made.append(_filled(plain(line[indent + len(found[0]) :]), " " * column + f"{mark:>5}", column + 5))
    return "\r\n\r\n".join(made)


def _filled(line: str, first: str, column: int) -> str:
    """Wrapped as the registry does: hyphens and long words stay whole."""
    return textwrap.fill(
        " ".join(line.split()),
        width=100,
        initial_indent=first,
        subsequent_indent=" " * column,
        break_long_words=False,
        break_on_hyphens=False,
    ).replace("\n", "\r\n")
