"""Damage to the files of the engine, which it tells otherwise than other trouble with files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def told() -> Iterator[None]:
    """Within it, where nothing is called but the engine, damaged files are an :class:`OSError`, as missing ones are."""
    try:
        yield
    except RuntimeError as error:
        raise OSError(str(error)) from error
