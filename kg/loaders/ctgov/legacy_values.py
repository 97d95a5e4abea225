"""Values of the legacy XML of ClinicalTrials.gov: texts, numbers and truth, as the API has them.

Texts of many lines (``textblock``) are wrapped and indented in the XML, each item of a list a paragraph of its own; the
API has each paragraph and each item on one line, lists in the notation of Markdown.
"""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

from kg.loaders.ctgov.study import DateStruct
from kg.loaders.ctgov.tokens import token

Element: TypeAlias = etree._Element


def flat(element: Element) -> dict[str, str]:
    """Texts of the children of an element by their names, of children with the same name the last; empty ones left out.

    One walk over the children costs an eighth of asking for each by name.
    """
    found = {}
    for child in element:
        written = child.text
        if written and (written := written.strip()):
            found[child.tag] = lines(written) if "\\" in written or "\n" in written else written
    return found


def lines(written: str) -> str:
    r"""A short text of several lines, or with backslashes, as the API has it.

    Each line is a paragraph. Those of lists have lost their marks in the XML, which the API has. A backslash in the API
    hides the punctuation after it, one in the XML does not.

    >>> lines("one\ntwo \\- three")
    'one\n\ntwo \\\\- three'
    """
    if "\\" in written:
        written = written.replace("\\", "\\\\")
    return "\n\n".join([line for one in written.splitlines() if (line := one.strip())])


def text(element: Element) -> str | None:
    """What an element says; None for nothing."""
    written = (element.text or "").strip()
    return (lines(written) if "\\" in written or "\n" in written else written) or None


def texts(elements: list[Element]) -> tuple[str, ...]:
    """What elements say, empty ones left out."""
    return tuple([words for one in elements if (words := text(one))])


def block(element: Element | None) -> str | None:
    """A text of many lines, which stands in a ``textblock`` or in the element itself.

    :returns: None for no text.
    """
    if element is None:
        return None
    inner = next(iter(element), None)
    written = (element if inner is None else inner).text
    return unwrapped(written) or None if written else None


def unwrapped(written: str) -> str:
    r"""A wrapped text with each paragraph and each item of a list on one line, as the API has it.

    >>> unwrapped("\n  For:\n\n    -  Age 18\n       or more\n\n         1. or less\n\n    -  Able\n\n  Against:\n")
    'For:\n\n* Age 18 or more\n\n  1. or less\n* Able\n\nAgainst:'
    """
    if "\r" in written:
        written = written.replace("\r", "")
    if "\\" in written:
        written = written.replace("\\", "\\\\")
    paragraphs = [one for one in written.split("\n\n") if one and not one.isspace()]
    if "-  " not in written and ". " not in written:
        return "\n\n".join([" ".join(one.split()) for one in paragraphs])
    # The end tag stands two columns before the text.
    return _with_lists(paragraphs, len(written) - len(written.rstrip(" ")) + 2)


def _with_lists(paragraphs: list[str], margin: int) -> str:
    """Paragraphs as lines, items of lists indented below the items that they are part of.

    :param margin: column of what is in no list.
    """
    # Of each list that is open: the column where the texts of its items begin, its indentation there, its marker.
    open_lists: list[tuple[int, int, str]] = []
    parts: list[str] = []
    below = False
    # Most items follow one like them: these take half of the time.
    last, begin = -1, ""
    for one in paragraphs:
        lead = one.lstrip("\n")
        column = len(lead) - len(lead.lstrip(" "))
        if column == last and lead.startswith("-  ", column):
            parts.append(begin + " ".join(lead[column + 3 :].split()))
            continue
        closed = ""
        while open_lists and column < open_lists[-1][0]:
            closed = open_lists.pop()[2]
        left, indent, _ = open_lists[-1] if open_lists else (margin, 0, "")
        marker = _marker(lead[column : column + 6], in_list=column > left)
        if parts:
            parts.append("\n" if marker and (_alike(closed, marker) or (below and not closed)) else "\n\n")
        if marker:
            shown = "*" if marker == "-" else marker
            item = lead[column + len(marker) :]
            open_lists.append(
                (column + len(marker) + len(item) - len(item.lstrip(" ")), indent + len(shown) + 1, marker)
            )
            parts.append(f"{' ' * indent}{shown} {' '.join(item.split())}")
        else:
            parts.append(" " * indent + " ".join(lead.split()))
        # The API has no blank line between a paragraph within an item and a list after it.
        below = bool(open_lists) and not marker
        last, begin = (column, f"\n{' ' * indent}* ") if marker == "-" else (-1, "")
    return "".join(parts)


def _alike(one: str, other: str) -> bool:
    """Whether two markers are of one list; two with the same number are of two."""
    return one == "-" == other or ("-" not in (one, other) and one not in ("", other))


def _marker(begin: str, *, in_list: bool) -> str:
    """The dash or number that an item begins with; empty for a paragraph.

    :param in_list: whether it is indented as items are; a paragraph may begin with a number, too.
    """
    if begin.startswith("-  "):
        return "-"
    number, dot, _ = begin.partition(". ")
    return f"{number}." if in_list and dot and number.isdecimal() else ""


def number(words: str | None) -> int | None:
    """A whole number; None for what is none, and for one of more digits than any count has."""
    return int(words) if words and len(words) < 16 and words.isascii() and words.strip().isdecimal() else None


def dated(element: Element | None) -> DateStruct | None:
    """A date in the words of the XML, with its kind, which older records do not say."""
    written = element.text if element is not None else None
    if element is None or not written or written == "Unknown":
        return None
    kind = element.get("type")
    # "Estimate" is of days that the registry did not keep, "Anticipated" of what lies ahead; the API has one token.
    return DateStruct(written.strip(), "ESTIMATED" if kind == "Estimate" else kind and token("DateType", kind))
