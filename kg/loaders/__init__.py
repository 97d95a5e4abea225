"""Document bytes to records; one document format a module, found by listing this folder.

A format is a module here that ends in ``FORMAT = Format(...)``; adding one touches nothing else.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from kg.document import Format


@cache
def names() -> tuple[str, ...]:
    """Names of all formats, sorted."""
    return tuple(sorted(p.stem for p in Path(__file__).parent.glob("*.py") if p.stem != "__init__"))


@cache
def load(name: str) -> Format:
    """A format by its name.

    :raises KeyError: for a name that is not a module here.
    """
    if name not in names():
        raise KeyError(f"no format {name!r}; known are {', '.join(names())}")
    found = import_module(f"kg.loaders.{name}").FORMAT
    assert isinstance(found, Format)
    return found


def recognised(head: bytes) -> str | None:
    """Name of the format that the first bytes of a file (at most 64 KB) look like; None for none of ours."""
    return next((name for name in names() if load(name).detect(head)), None)
