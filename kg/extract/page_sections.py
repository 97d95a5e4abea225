"""A trial page as labels with their values: sections by their headings, labels by their section."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.extract.page_labels import (
    ENDS_OF_DESCRIPTION,
    ENDS_OF_FREE_TEXT,
    EXPLANATIONS,
    FOOT,
    FREE,
    FURNITURE,
    HEADINGS,
    LABEL_STARTS,
    LABELS,
    LIST,
    ONE,
    ORDER,
    TABLE,
    VALUES_LIKE_LABELS,
)
from kg.extract.page_lines import Line, joined, label_key, paragraphs, part_of
from kg.extract.tokens import token_of
from kg.extract.words import Words

# What the values are of labels that may end free text from the same line.
_IS_VALUE: dict[str, Callable[[str], object]] = {
    "study type": lambda text: token_of("StudyType", text),
    "enrolment": re.compile(r"\d[\d,]*(?: participants)?").fullmatch,
    "sampling method": lambda text: token_of("SamplingMethod", text),
    "sex": lambda text: token_of("Sex", text),
}
_EXPLANATION_INITIALS = {letter for text in EXPLANATIONS for letter in (text[0], text[0].upper())}


@dataclass(slots=True)
class Labelled:
    """A label and what stands under it.

    :ivar section: our name of the section it stands in.
    :ivar name: our name of the label; empty for one that we do not know.
    :ivar kind: how its lines are read, as in :mod:`kg.extract.page_labels`.
    :ivar label: the line of the label.
    :ivar flag: token of DateType for a label such as ``Study Start (Actual)``.
    :ivar lines: what stands under it.
    """

    section: str
    name: str
    kind: str
    label: Line
    flag: str | None = None
    lines: list[Line] = field(default_factory=list)

    @property
    def value(self) -> Words | None:
        """What it says: one line without its bullet, else all of them in one; None for an empty label."""
        return self.lines[0].words if len(self.lines) == 1 else self.whole

    @property
    def text(self) -> str:
        """All its lines with their bullets and paragraphs."""
        return paragraphs(self.lines)

    @property
    def whole(self) -> Words | None:
        """The words of :attr:`text`, with line breaks folded to spaces."""
        return joined([line.printed for line in self.lines]) if self.lines else None


@dataclass(frozen=True, slots=True)
class Page:
    """A trial page taken apart.

    :ivar head: lines above the first section: titles, who updated the page, summary.
    :ivar labels: of each known label what stands under it, in the order of the page; the empty ones too.
    :ivar unknown: labels that are not known, and lines that stand under none.
    :ivar foot: lines below the record: where it was taken from, related terms.
    """

    head: list[Line]
    labels: list[Labelled]
    unknown: list[Labelled]
    foot: list[Line]
    _first: dict[str, Labelled] = field(default_factory=dict)

    def get(self, name: str) -> Labelled | None:
        """What stands under the first label of a name; None where there is none or it is empty."""
        return self._first.get(name)

    def all(self, *names: str) -> Iterator[Labelled]:
        """What stands under every label of some names, the empty ones left out."""
        return (found for found in self.labels if found.name in names and found.lines)


def take_apart(lines: Sequence[Line]) -> Page:
    """The sections, labels and values of a page.

    :returns: a page without known headings has a head and nothing else.
    """
    starts = headings(lines)
    first = starts[0][0] if starts else len(lines)
    end = _foot(lines, starts[-1][0] if starts else 0)
    found: list[Labelled] = []
    ends = [at for at, _ in starts[1:]] + [end for _ in starts[:1]]
    for (at, section), until in zip(starts, ends, strict=True):
        found += labelled(section, lines[at + 1 : until])
    return Page(
        head=list(lines[: min(first, end)]),
        labels=[label for label in found if label.name],
        unknown=[label for label in found if not label.name],
        foot=list(lines[end:]),
        _first={label.name: label for label in reversed(found) if label.name and label.lines},
    )


def headings(lines: Sequence[Line]) -> list[tuple[int, str]]:
    """Where each section begins.

    A line of text may read like a heading, so of several the ones are taken that follow each other in the order of
    the page and have one of their labels below; a heading that stands but once is taken wherever it stands, unless
    the next line is a heading too, as in a list of the sections.
    """
    found = [(at, HEADINGS[line.key]) for at, line in enumerate(lines) if line.key in HEADINGS]
    best: dict[int, tuple[int, tuple[tuple[int, str], ...]]] = {}
    for at, section in found:
        rank = ORDER.index(section)
        before = max((chain for r, chain in best.items() if r < rank), default=(0, ()), key=lambda chain: chain[0])
        score = before[0] + (3 if _is_followed(lines, at, section) else 1)
        if rank not in best or score >= best[rank][0]:
            best[rank] = (score, (*before[1], (at, section)))
    chosen = dict(max(best.values(), default=(0, ()), key=lambda chain: chain[0])[1])
    taken = set(chosen.values())
    every = {at for at, _ in found}
    chosen.update((at, section) for at, section in found if section not in taken and at + 1 not in every)
    return sorted(chosen.items())


def _is_followed(lines: Sequence[Line], at: int, section: str) -> bool:
    if at + 1 >= len(lines):
        return False
    following = lines[at + 1]
    return _known(section, following.key) is not None or _is_furniture(following)


def _foot(lines: Sequence[Line], after: int) -> int:
    for at in range(after, len(lines)):
        if lines[at].text[:40].casefold().startswith(FOOT):
            return at
    return len(lines)


def _is_furniture(line: Line) -> bool:
    if line.key in FURNITURE:
        return True
    return line.text[:1] in _EXPLANATION_INITIALS and line.text[:60].casefold().startswith(EXPLANATIONS)


def _known(section: str, key: str) -> tuple[str, str, str | None] | None:
    """Name, kind and flag of a label."""
    flag = None
    if key.endswith(")"):
        before, _, inside = key[:-1].rpartition("(")
        flag = token_of("DateType", inside)
        key = before.strip() if flag else key
    labels = LABELS[section]
    if key in labels:
        return (*labels[key], flag)
    for start, (name, kind) in LABEL_STARTS.get(section, {}).items():
        if key.startswith(start):
            return name, kind, None
    return None


def labelled(section: str, lines: Sequence[Line]) -> list[Labelled]:
    """The labels of one section, each with its lines."""
    found: list[Labelled] = []
    seen: set[str] = set()
    for at, line in enumerate(lines):
        current = found[-1] if found else None
        label = _label(section, lines, at, current, seen)
        if label and label.name not in seen:
            seen.add(label.name)
            found.append(label)
        elif _is_furniture(line) and not (current and current.kind == FREE):
            # What follows belongs to no label until the next one.
            found.append(Labelled(section, "", "furniture", line))
        elif current is None or current.kind == "furniture" or _begins_unknown(current, line):
            found.append(_unlabelled(section, line))
        else:
            current.lines.append(line)
    return [label for label in found if label.kind != "furniture"]


def _label(section: str, lines: Sequence[Line], at: int, current: Labelled | None, seen: set[str]) -> Labelled | None:
    """The label that a line is, with its value where that stands on the same line."""
    line = lines[at]
    if line.bullet or not line.text:
        return None
    known, value = _known(section, line.key), None
    if not known and not (current and current.kind == TABLE):
        known, value = _with_value(section, line)
    if known and current and current.kind == FREE:
        # One by one, since few are looked at: with a copy of them, 40,000 lines took 3.5 s and not 0.4.
        below = (lines[after] for after in range(at + 1, len(lines)))
        if not _ends_free_text(section, known[0], value, below, seen):
            return None
    is_value = current and not current.lines and VALUES_LIKE_LABELS.get(current.name) == line.key
    if not known or is_value:
        return None
    return Labelled(section, *known[:2], line, known[2], [value] if value else [])


def _with_value(section: str, line: Line) -> tuple[tuple[str, str, str | None] | None, Line | None]:
    """Label and value that share a line, with a colon or a tab between them."""
    for end in (line.text.find(":"), line.tab):
        known = _known(section, label_key(line.text[:end])) if end > 0 else None
        if known:
            return known, part_of(line, end + 1)
    return None, None


def _ends_free_text(section: str, name: str, value: Line | None, below: Iterator[Line], seen: set[str]) -> bool:
    """Whether a label that stands in free text ends it.

    By the line below it or, where its value stands on its own line, by nothing but such a value; of several lines that
    give the same label so, by the last. One ends a description alone, where a summary stood before.
    """
    if name == ENDS_OF_DESCRIPTION:
        return value is None and "brief summary" in seen
    starts = ENDS_OF_FREE_TEXT.get(name)
    if starts is None:
        return False
    if value is None:
        following = next(below, None)
        return (following.text.casefold() if following else "").startswith(starts)
    if name not in _IS_VALUE or not _IS_VALUE[name](value.text):
        return False
    again = (_known(section, line.key) or _with_value(section, line)[0] for line in below)
    return not any(known and known[0] == name for known in again)


def _begins_unknown(current: Labelled, line: Line) -> bool:
    """Whether a line is no longer part of what stands before it: a label that we do not know."""
    if line.bullet or not line.gap or not current.lines:
        return False
    return current.kind == ONE or (current.kind == LIST and bool(current.lines[-1].bullet))


def _unlabelled(section: str, line: Line) -> Labelled:
    if section == "plan":
        # Some copies leave out the heading of the design.
        return Labelled(section, "design", TABLE, line, None, [line])
    return Labelled(section, "", ONE, line)
