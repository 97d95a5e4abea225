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

    One walk over the children costs a fifth of asking for each by name.
    """
    found = {}
    for child in element:
        written = child.text
        if written and (written := written.strip()):
            found[child.tag] = escaped(written) if "\\" in written else written
    return found


def escaped(words: str) -> str:
    """Words with their backslashes doubled: one in the API hides the punctuation after it, one in the XML does not."""
    return words.replace("\\", "\\\\")


def texts(elements: list[Element]) -> tuple[str, ...]:
    """What elements say, empty ones left out."""
    return tuple([escaped(words) for one in elements if (words := (one.text or "").strip())])


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
        written = escaped(written)
    paragraphs = [one for one in written.split("\n\n") if one and not one.isspace()]
    if "  -  " not in written and ". " not in written:
        return "\n\n".join([" ".join(one.split()) for one in paragraphs])
    return _with_lists(paragraphs)


def _with_lists(paragraphs: list[str]) -> str:
    """Paragraphs as lines, items of lists indented below the items that they are part of."""
    # Of each list that is open: the column where the texts of its items begin, its indentation there, and its kind.
    open_lists: list[tuple[int, int, str]] = []
    parts: list[str] = []
    for one in paragraphs:
        lead = one.lstrip("\n")
        words = " ".join(lead.split())
        column = len(lead) - len(lead.lstrip(" "))
        closed = ""
        while open_lists and column < open_lists[-1][0]:
            closed = open_lists.pop()[2]
        indent = open_lists[-1][1] if open_lists else 0
        marker = _marker(words)
        if parts:
            parts.append("\n" if marker and closed == _kind(marker) else "\n\n")
        if not marker:
            parts.append(" " * indent + words)
            continue
        item = words[len(marker) :].lstrip()
        shown = "*" if marker == "-" else marker
        parts.append(f"{' ' * indent}{shown} {item}")
        open_lists.append((column + (3 if marker == "-" else len(marker) + 1), indent + len(shown) + 1, _kind(marker)))
    return "".join(parts)


def _kind(marker: str) -> str:
    return "-" if marker == "-" else "1"


def _marker(words: str) -> str:
    """The dash or number that an item begins with; empty for a paragraph."""
    if words.startswith("- "):
        return "-"
    number, dot, _ = words[:5].partition(". ")
    return f"{number}." if dot and number.isdecimal() else ""


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
