"""Arms and interventions from a table that was flattened to lines when it was copied."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from kg.extract.page_lines import Line, joined
from kg.extract.tokens import token_of
from kg.extract.words import Words

_ARM = re.compile(
    r"(?P<type>Experimental|Active Comparator|Placebo Comparator|Sham Comparator|No Intervention|Other)\s*:"
    r"\s*(?P<label>\S.*)",
    re.IGNORECASE,
)
_INTERVENTION = re.compile(
    r"(?P<type>Drug|Device|Biological|Procedure|Radiation|Behaviou?ral|Genetic|Dietary Supplement|Combination Product|"
    r"Diagnostic Test|Other)\s*:\s*(?P<name>\S.*)",
    re.IGNORECASE,
)
_HEADERS = {
    "participant group / arm",
    "participant group/arm",
    "group / cohort",
    "group/cohort",
    "arm",
    "arms",
    "intervention / treatment",
    "intervention/treatment",
    "interventions",
}
_OTHER_NAMES = "other names"
_TELLS = re.compile(
    r"\b(?:will|is|are|was|were|administered|given|receives?|received|receiving|consists?|twice|once|every \d)\b"
    r"|^(?:participants?|patients?|subjects?|use of|this|receive|a|an)\b",
    re.IGNORECASE,
)
# Longest label of an arm on ClinicalTrials.gov; a longer line is its description.
_LONGEST_LABEL = 100
# Of 1,050 names of interventions in registry records 3 are longer, of their descriptions more than half are.
_LONGEST_NAME = 80
# No row has more lines; looking farther would take long on what is no table.
_FARTHEST = 400


@dataclass(slots=True)
class InterventionWords:
    """An entry of the table, or of the list of interventions at the top of the page.

    :ivar type: the words of its kind, such as ``Drug``; None where they are not printed.
    :ivar printed: its line in lower case.
    """

    name: Words
    type: Words | None = None
    printed: str = ""
    description: list[Words] = field(default_factory=list)
    other_names: list[Words] = field(default_factory=list)


@dataclass(frozen=True)
class _Names:
    """How entries are known.

    :ivar listed: of those that the page lists at its top, kind and name in lower case; the kind may be empty.
    :ivar others: lines that "Other Names:" gives away as names.
    :ivar typed: whether some entry prints its kind; then all do.
    :ivar described: of an entry that stands several times how many lines below it are always the same: its description.
    :ivar entries: places of all entries among the rows, so that no row looks for them again.
    """

    listed: frozenset[tuple[str, str]]
    others: frozenset[str]
    typed: bool = False
    described: dict[str, int] = field(default_factory=dict)
    entries: tuple[int, ...] = ()

    def know(self, line: Line) -> bool:
        """Whether a line is an entry: listed or, where none is listed, one that its form gives away."""
        match = _INTERVENTION.fullmatch(line.text)
        if not self.listed:
            return bool(match) or (not self.typed and line.text.casefold() in self.others)
        kind, name = (match["type"].casefold(), match["name"].casefold()) if match else ("", line.text.casefold())
        if kind or not self.typed:
            return (kind, name) in self.listed or ("", name) in self.listed or (not kind and name in self._names)
        return False

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(name for _, name in self.listed)

    def next_entry(self, at: int) -> int | None:
        """Place of the first entry at or below a row; None for one so far off that it is of another row."""
        following = bisect_left(self.entries, at)
        near = following < len(self.entries) and self.entries[following] < at + _FARTHEST
        return self.entries[following] if near else None


@dataclass(slots=True)
class ArmWords:
    """An arm or, in an observational study, a group.

    :ivar type: the words of its role, such as ``Experimental``; None for a group.
    """

    label: Words
    type: Words | None = None
    description: list[Words] = field(default_factory=list)
    interventions: list[InterventionWords] = field(default_factory=list)

    @property
    def described(self) -> Words | None:
        """All paragraphs of the description as one."""
        return joined(self.description) if self.description else None


def interventions_listed(lines: Sequence[Line]) -> list[InterventionWords]:
    """The entries of a list such as ``• Drug: Metformin``."""
    return [_entry(line) for line in lines if line.text]


def arms(lines: Sequence[Line], listed: Sequence[InterventionWords] = ()) -> list[ArmWords]:
    """The arms of a table in order, each with what it gives.

    A row is a label, its description, and entries, each followed by its description and "Other Names:" with bullets.
    The kind of arm before a label tells where a row begins. Entries are known by their kind ("Drug: "), by their name
    being listed at the top of the page or standing before "Other Names:"; without any of these the first line below the
    label is the description, and those that read like a sentence are descriptions too.

    :param listed: what the page lists at its top.
    """
    rows = [line for line in lines if line.key not in _HEADERS and line.text]
    keys = frozenset(_key(entry) for entry in listed)
    typed = any(
        _prints_kind(line) or (_INTERVENTION.fullmatch(line.text) and _key(_entry(line)) in keys) for line in rows
    )
    names = _Names(keys, _before_other_names(rows), typed)
    if not any(names.know(line) for line in rows):
        # The table names things in other words than the list at the top.
        names = replace(names, listed=frozenset())
    entries = tuple(at for at, line in enumerate(rows) if names.know(line))
    names = replace(names, described=_repeated_descriptions(rows, names), entries=entries)
    found: list[ArmWords] = []
    in_names = False
    # Where a copy dropped them all, and entries are known without.
    no_bullets = bool(names.listed or typed) and not any(line.bullet for line in rows)
    for at, line in enumerate(rows):
        arm = found[-1] if found else None
        if line.text.rstrip(" :").casefold() == _OTHER_NAMES:
            in_names = True
        elif (
            in_names
            and arm
            and arm.interventions
            and (line.bullet or (no_bullets and _is_other_name(line, arm, names)))
        ):
            arm.interventions[-1].other_names.append(line.words)
        else:
            in_names = False
            _read_row(rows, at, found, names)
    return found


def _is_other_name(line: Line, arm: ArmWords, names: _Names) -> bool:
    """Whether a line without a bullet below "Other Names:" begins neither an entry nor an arm, nor is it a sentence."""
    return bool(arm.type) and not (line.cell or names.know(line) or _ARM.fullmatch(line.text) or _is_prose(line))


def _read_row(rows: Sequence[Line], at: int, found: list[ArmWords], names: _Names) -> None:
    """Take in one line that is neither a header nor about other names."""
    line = rows[at]
    arm = found[-1] if found else None
    match = _ARM.fullmatch(line.text)
    again = bool(arm and arm.type) and names.know(line) and _stands_again(rows, at, names)
    if match and not line.cell and _begins_row(rows, at, names, arm, again):
        found.append(ArmWords(line.words.part(*match.span("label")), line.words.part(*match.span("type"))))
    elif arm is None or (arm.type is None and _begins_group(rows, at, arm, names)):
        found.append(ArmWords(line.words))
    elif not again and _is_entry(rows, at, arm, names):
        arm.interventions.append(_entry(line))
    elif arm.interventions:
        arm.interventions[-1].description.append(line.printed)
    else:
        arm.description.append(line.printed)


def _repeated_descriptions(rows: Sequence[Line], names: _Names) -> dict[str, int]:
    """Of each entry that stands more than once the number of lines that follow it everywhere."""
    following: dict[str, list[str]] = {}
    repeated: dict[str, int] = {}
    for at, line in enumerate(rows):
        if not names.know(line):
            continue
        key = line.text.casefold()
        below: list[str] = []
        for row in (rows[after] for after in range(at + 1, len(rows))):
            if names.know(row) or row.text.rstrip(" :").casefold() == _OTHER_NAMES:
                break
            below.append(row.text)
        before = following.setdefault(key, below)
        if before is not below:
            same = next((n for n, (one, two) in enumerate(zip(before, below, strict=False)) if one != two), None)
            following[key] = before[: min(len(before), len(below)) if same is None else same]
            repeated[key] = len(following[key])
    return repeated


def _begins_row(rows: Sequence[Line], at: int, names: _Names, arm: ArmWords | None, again: bool) -> bool:
    """Whether a line that reads like the label of an arm is one."""
    if _is_arm(rows[at], names, arm) or _has_second_cell(rows, at):
        return True
    return again and arm is not None and bool(arm.interventions)


def _stands_again(rows: Sequence[Line], at: int, names: _Names) -> bool:
    """Whether a line stands again before the next arm: no arm gives a thing twice, so the first is something else."""
    text = rows[at].text.casefold()
    for row in rows[at + 1 : at + _FARTHEST]:
        if row.text.casefold() == text:
            return True
        if _ARM.fullmatch(row.text) and not names.know(row):
            return False
    return False


def _has_second_cell(rows: Sequence[Line], at: int) -> bool:
    """Whether, in a table copied with tabs, the row of a line goes on to its second cell before another row begins."""
    following = next((row for row in rows[at + 1 : at + _FARTHEST] if row.cell or _ARM.fullmatch(row.text)), None)
    return following is not None and bool(following.cell)


def _key(entry: InterventionWords) -> tuple[str, str]:
    return entry.type.text.casefold() if entry.type else "", entry.name.text.casefold()


def _before_other_names(rows: Sequence[Line]) -> frozenset[str]:
    """Names that stand right above "Other Names:" without being a sentence."""
    return frozenset(
        above.text.casefold()
        for above, line in pairwise(rows)
        if line.text.rstrip(" :").casefold() == _OTHER_NAMES and not _is_prose(above) and not above.bullet
    )


def _is_arm(line: Line, names: _Names, current: ArmWords | None) -> bool:
    """Whether a line begins a row.

    "Other: " begins an entry as well: one of those that the page lists. Where it lists none, it begins an arm after an
    entry that does not print its kind, after an arm that gives nothing, and after a blank line.
    """
    match = None if line.bullet else _ARM.fullmatch(line.text)
    if not match:
        return False
    if current is None:
        return True
    nothing_given = current.type is not None and token_of("ArmType", current.type.text) == "NO_INTERVENTION"
    if match["type"].casefold() != "other":
        # Right below a label it is the description, where the page lists what is given.
        bare = not current.description and not current.interventions and not nothing_given
        return not (bare and names.listed)
    if current.type is None:
        return False
    if names.listed:
        return not names.know(line)
    if nothing_given or not current.interventions:
        return nothing_given
    return line.gap or current.interventions[-1].type is None


def _entry(line: Line) -> InterventionWords:
    match = _INTERVENTION.fullmatch(line.text)
    if not match:
        return InterventionWords(line.words, printed=line.text.casefold())
    name, kind = (line.words.part(*match.span(group)) for group in ("name", "type"))
    return InterventionWords(name, kind, line.text.casefold())


def _prints_kind(line: Line) -> bool:
    match = _INTERVENTION.fullmatch(line.text)
    return match is not None and match["type"].casefold() != "other"


def _is_prose(line: Line) -> bool:
    return len(line.text) > _LONGEST_NAME or line.text.count(". ") > 1


def _describes(line: Line, arm: ArmWords) -> bool:
    """Whether a line that might be an entry reads like the description of the entry above it, or of the arm."""
    if line.text.endswith(".") and line.text.count(" ") > 1:
        return True
    if not arm.interventions:
        return False
    name = arm.interventions[-1].name.text.casefold()
    speaks_of_it = name in line.text.casefold() and line.text.count(" ") > name.count(" ") + 3
    return speaks_of_it or bool(_TELLS.search(line.text))


def _is_entry(rows: Sequence[Line], at: int, arm: ArmWords, names: _Names) -> bool:
    line = rows[at]
    if line.cell or names.know(line) or names.listed:
        return bool(line.cell) or names.know(line)
    if names.typed or arm.type is None or line.bullet:
        return False
    if token_of("ArmType", arm.type.text) == "NO_INTERVENTION" or _is_prose(line) or _describes(line, arm):
        return False
    # The first line is the description, unless it is the only one.
    alone = at + 1 == len(rows) or _is_arm(rows[at + 1], names, arm)
    return bool(arm.description or arm.interventions) or alone


def _begins_group(rows: Sequence[Line], at: int, arm: ArmWords, names: _Names) -> bool:
    """Whether a line is the label of the next group of an observational study, which no word announces.

    It follows an entry, is no longer than a label may be, and is not the description of that entry: it stands after a
    blank line, or two lines stand between two entries, or one that is no sentence does.
    """
    line = rows[at]
    if not arm.interventions:
        # Groups to which nothing is given: a blank line is all that parts them.
        return bool(line.gap and not line.bullet and (arm.description or not names.listed) and not names.know(line))
    if line.bullet or len(line.text) > _LONGEST_LABEL or names.know(line):
        return False
    entry = arm.interventions[-1]
    lines = names.described.get(entry.printed)
    if lines is not None:
        return len(entry.description) >= lines
    if line.gap:
        return True
    return names.next_entry(at) is not None and not line.text.endswith(".")
