"""Regular expressions mean the same in every Python that we run on."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _parser  # type: ignore[attr-defined]  # The only one who knows what a pattern is made of.

import pytest

import kg
from kg.service.readings import all_of, tokens

PLAIN = ("ANY", "IN", "LITERAL", "NOT_LITERAL")


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern that stands in a module, by its name."""
    for found in pkgutil.walk_packages(kg.__path__, "kg."):
        if found.name.endswith("__main__") or ".cluster" in found.name:
            continue
        for name, value in vars(importlib.import_module(found.name)).items():
            if isinstance(value, re.Pattern):
                yield f"{found.name}.{name}", value


def possessive_groups(parsed: object) -> Iterator[object]:
    """Repeats that give nothing back and are of more than one letter each time."""
    if isinstance(parsed, _parser.SubPattern):
        parsed = parsed.data
    if isinstance(parsed, tuple) and parsed and str(parsed[0]) == "POSSESSIVE_REPEAT":
        inner = list(parsed[1][2])
        if len(inner) != 1 or str(inner[0][0]) not in PLAIN:
            yield parsed
    if isinstance(parsed, list | tuple):
        for part in parsed:
            yield from possessive_groups(part)


def test_no_group_is_repeated_without_giving_back():
    # Before 3.11.5 Python matches (?:a|bb)*+ wrongly (Debian 12 has 3.11.2): what calls elsewhere was not refused, and
    # files of JSON were cut in the wrong places. An atomic group, (?>(?:a|bb)*), says the same and is right in all.
    found = {name for name, one in patterns() if any(possessive_groups(_parser.parse(one.pattern, one.flags)))}
    assert not found
    assert len(dict(patterns())) > 300


@pytest.mark.parametrize(("pattern", "held"), [("(?:a|bb)*+", True), ("[ab]*+c++", False), ("(?>(?:a|bb)*)", False)])
def test_the_law_of_groups_sees_what_it_is_for(pattern: str, held: bool):
    assert any(possessive_groups(_parser.parse(pattern))) is held


def test_more_than_a_hundred_parts_are_one_run():
    whole = re.compile(all_of("a | bb") + "c", re.VERBOSE)
    for count in (0, 1, 99, 100, 101, 1000):
        assert whole.fullmatch("a" * count + "bb" * count + "c")
    assert not re.fullmatch(all_of("a") + "a", "a" * 250, re.VERBOSE)
    assert [token for token, *_ in tokens('"\\\\"||' * 250)] == ["||"] * 250
