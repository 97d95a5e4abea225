"""A record in which some values are of another kind than its source documents: all else is read, and those are told.

Copies that went through a database or a test suite have null, or words where a truth value is due.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import msgspec

from kg.document import Document
from kg.errors import Unreadable
from kg.loaders.registry.undecoded import not_json

Layout = TypeVar("Layout", bound=msgspec.Struct)
# What is left out of one record at most; more means that it is none.
MOST = 50
_PLACE = re.compile(r"(?:^|, )?(?P<what>.*?) - at `\$(?P<path>[^`]*)`$", re.DOTALL)
_GOT = re.compile(r"got `(\w+)`")
# Kinds of JSON values as msgspec names them.
_KINDS = {str: "str", int: "int", float: "float", bool: "bool", list: "array", dict: "object"}
_STEP = re.compile(r"\.([^.\[\]]+)|(\[[^\]]*\])")


def filled(value: object) -> object:
    """A JSON value without its members and elements that are null.

    >>> filled({"keywords": None, "phases": ["PHASE1", None]})
    {'phases': ['PHASE1']}
    """
    if isinstance(value, dict):
        return {name: filled(inner) for name, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [filled(inner) for inner in value if inner is not None]
    return value


def decoded(
    document: Document, decode: Callable[[bytes], Layout], layout: type[Layout], cause: str, wanted: str
) -> tuple[Layout, Sequence[tuple[str, str]]]:
    """The record of a document in JSON, and what was left out of it, as :func:`forgiven` says.

    :param decode: takes a record of which every value is as it should be, which is quicker.
    :param cause: why what is no such record is refused.
    :param wanted: what it should be.
    :raises Unreadable: for what is not JSON, or no such record.
    """
    body = document.body.removeprefix(b"\xef\xbb\xbf")
    try:
        try:
            return decode(body), ()
        except msgspec.ValidationError:
            return forgiven(msgspec.json.decode(body), layout)
    except msgspec.ValidationError as error:
        raise Unreadable(document.uri, cause, f"wanted {wanted}, found {error}") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise not_json(document, error) from error


def forgiven(value: object, layout: type[Layout]) -> tuple[Layout, list[tuple[str, str]]]:
    """A record from a JSON value, and the values that were left out: place and what stood there as JSON.

    :raises msgspec.ValidationError: for what is no such record even so: without its number, or with 50 such values.
    """
    value = filled(value)
    left_out: list[tuple[str, str]] = []
    while True:
        try:
            return msgspec.convert(value, layout, strict=False), left_out
        except msgspec.ValidationError as error:
            place = _PLACE.match(str(error))
            if place is None or "required" in place["what"]:
                raise
            got = _GOT.search(place["what"])
            taken = without(value, place["path"], got[1] if got else None)
            left_out += taken
            if not taken or len(left_out) > MOST:
                raise


def without(value: Any, path: str, kind: str | None = None) -> list[tuple[str, str]]:  # noqa: ANN401
    """Take what stands at a path out of a JSON value; a list on the way means that of all its elements.

    :param path: as msgspec writes it, such as ``.studies[...].phases``; one that ends in a list means its elements, or
        the list as a whole where no other element stays.
    :param kind: only values of this kind, as msgspec names it; None for any.
    :returns: place and JSON of each value that was taken out.
    """
    steps = [step[1] or step[2] for step in _STEP.finditer(path)]
    if not steps:
        return []
    if steps[-1].startswith("["):
        parent = path.rpartition("[")[0]
        return _elements(_holders(value, steps[:-2]), steps[-2:], parent, kind) or without(value, parent)
    found: list[tuple[str, str]] = []
    for holder in _holders(value, steps[:-1]):
        there = holder.get(steps[-1]) if isinstance(holder, dict) else None
        if there is not None and (kind is None or _KINDS.get(type(there)) == kind):
            found.append((path.lstrip("."), json.dumps(holder.pop(steps[-1]), ensure_ascii=False)))
    return found


def _holders(value: Any, steps: list[str]) -> list[Any]:  # noqa: ANN401
    """What stands at the end of some steps, of lists their elements."""
    holders = [value]
    for step in steps:
        inner = [one.get(step) if isinstance(one, dict) and not step.startswith("[") else one for one in holders]
        holders = [each for one in inner for each in (one if isinstance(one, list) else [one])]
    return holders


def _elements(holders: list[Any], steps: list[str], path: str, kind: str | None) -> list[tuple[str, str]]:
    """Take the elements of one kind out of lists; a list that has no others goes as a whole."""
    found: list[tuple[str, str]] = []
    for holder in holders:
        there = holder.get(steps[0]) if isinstance(holder, dict) else None
        wrong = [one for one in there if _KINDS.get(type(one)) == kind] if isinstance(there, list) else []
        if not wrong or not isinstance(there, list):
            continue
        if len(wrong) == len(there):
            wrong = [holder.pop(steps[0])]
        else:
            holder[steps[0]] = [one for one in there if _KINDS.get(type(one)) != kind]
        found += [(path.lstrip("."), json.dumps(one, ensure_ascii=False)) for one in wrong]
    return found
