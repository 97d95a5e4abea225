"""Who may take part: criteria in the layout that tells them apart, and what the EU's first register adds to them."""

from __future__ import annotations

import re

from kg.loaders.ictrp_parts.row import Row
from kg.loaders.registry import parts
from kg.loaders.registry.draft import Draft
from kg.loaders.registry.words import sex

_INCLUSION = re.compile(r"\A(?:key |main )?inclusion criteria[ \t]*:?[ \t]*", re.IGNORECASE)
_EXCLUSION = re.compile(r"\A(?:key |main )?exclusion criteria[ \t]*:?[ \t]*", re.IGNORECASE)
# What the EU's register adds to its criteria, and the answers in it.
_SUBJECTS = re.compile(r"Are the trial subjects under 18\?.*", re.DOTALL)
_AGES = {
    "CHILD": re.compile(r"Are the trial subjects under 18\?\s{0,9}yes", re.IGNORECASE),
    "ADULT": re.compile(r"F\.1\.2 Adults[^\n?]{0,40}?\)\s{0,9}yes", re.IGNORECASE),
    "OLDER_ADULT": re.compile(r"F\.1\.3 Elderly[^\n?]{0,40}?\)\s{0,9}yes", re.IGNORECASE),
}
# The newer register of the EU joins its criteria, which have numbers, by commas.
_NEXT = re.compile(r",[ \t]*(?=(\d{1,2})\.\s)")


def eligibility(draft: Draft, row: Row) -> None:
    """Criteria, sex and ages."""
    parts.eligibility(
        draft,
        inclusion=_criteria(row, "inclusion_criteria", _INCLUSION),
        exclusion=_criteria(row, "exclusion_criteria", _EXCLUSION),
        sex=sex(row.get("inclusion_gender")),
        minimum_age=row.get("inclusion_agemin"),
        maximum_age=row.get("inclusion_agemax"),
    )


def age_groups(row: Row) -> tuple[str, ...]:
    """Tokens of the enumeration AgeGroup that the EU's first register adds to the criteria."""
    words = row.get("inclusion_criteria") or ""
    return tuple(token for token, answer in _AGES.items() if answer.search(words))


def _criteria(row: Row, name: str, heading: re.Pattern[str]) -> str:
    """Criteria of one column without the heading of the column, one a line, from the margin on."""
    words = heading.sub("", _SUBJECTS.sub("", row.laid_out(name)).strip())
    if row.number.registry == "CTIS":
        words = _listed(words)
    lines = _at_margin(words)
    # The German registry asks for one a line, and writes many of them small.
    return ("\n\n" if row.number.registry == "DRKS" else "\n").join(lines).strip()


def _at_margin(words: str) -> list[str]:
    """Lines with the indentation that they have beyond that of the first below the heading."""
    first, *others = words.split("\n")
    within = [len(line) - len(line.lstrip()) for line in others if line.strip()]
    margin = (min(within) if first.strip() else within[0]) if within else 0
    return [first.strip(), *(line[min(margin, len(line) - len(line.lstrip())) :].rstrip() for line in others)]


def _listed(words: str) -> str:
    """Words with a line for each item, where their numbers tell that commas part them."""
    marks = list(_NEXT.finditer(words))
    numbers = [int(mark[1]) for mark in marks]
    if not re.match(r"1\.\s", words) or numbers != list(range(2, len(numbers) + 2)):
        return words
    return _NEXT.sub("\n", words)
