"""Conditions of a trial, told from the codes that registries put beside them."""

from __future__ import annotations

import re

from kg.loaders.ictrp_parts.row import Row

_MEDDRA = re.compile(r"MedDRA version:?.*?(?=Therapeutic area:|\Z)", re.IGNORECASE | re.DOTALL)
_TERM = re.compile(
    r"Term:(.+?)(?=System Organ Class|MedDRA version|Level:|Classification code|[;\n]|\Z)", re.IGNORECASE
)
_AREA = re.compile(r"Therapeutic area:([^\n;]*)", re.IGNORECASE)
# The Indian registry: Health Condition 1: R688- Other general symptoms and signs
_CODED = re.compile(
    r"Health Condition ?\d{0,2}[ \t]*:[ \t]*(?:(?:(?P<code>[A-Z]\d{0,4}(?:\.\d{1,2})?)|null)[ \t]?-)?[ \t]*",
    re.IGNORECASE,
)
# The German registry lists codes of the ICD beside the names.
_CODE = re.compile(r"[A-Z]\d{2}(?:\.\d{1,2})?[-!*+]?")
_MARKS = " .\t-•*"


def condition_names(row: Row) -> list[str]:
    """Names of conditions, else the terms of MedDRA under which they were coded."""
    names = [name for one in _listed(row) if (name := _name(one)) and not _CODE.fullmatch(name)]
    return names or [term.strip() for term in _TERM.findall(row.get("condition") or "")]


def codes_of_names(row: Row) -> dict[str, tuple[str, ...]]:
    """Codes of the ICD that the Indian registry puts before the names of conditions."""
    codes: dict[str, dict[str, None]] = {}
    for one in _listed(row):
        found = _CODED.match(one.strip())
        if found and found["code"]:
            codes.setdefault(_name(one), {})[found["code"]] = None
    return {name: tuple(of_name) for name, of_name in codes.items()}


def codes(row: Row) -> tuple[str, ...]:
    """Codes, such as those of the ICD, that registries list beside the names without saying of which."""
    found = (_CODE.fullmatch(_name(one)) for one in _listed(row))
    return tuple(dict.fromkeys(one[0] for one in found if one))


def _listed(row: Row) -> list[str]:
    return re.split(r"[;\n]", _AREA.sub("", _MEDDRA.sub("", row.get("condition") or "")))


def areas(row: Row) -> list[str]:
    """Therapeutic areas that the EU's registers name."""
    return _AREA.findall(row.get("condition") or "")


def _name(written: str) -> str:
    return _CODED.sub("", written.strip(), count=1).lstrip(_MARKS).rstrip(" .\t")
