"""Damage to the files of the engine, which it tells otherwise than other trouble with files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import StoreError

# What the engine's store begins with when it can open a file and not read all of it.
_SAID = ("Corruption: ", "IO error: ")
MENDED = "kg build --anew makes the graph again from its documents"


@contextmanager
def told() -> Iterator[None]:
    """Within it, where nothing is called but the engine, damaged files are an :class:`OSError`, as missing ones are."""
    try:
        yield
    except RuntimeError as error:
        raise OSError(str(error)) from error


def met(error: BaseException | None) -> bool:
    """Whether an error says that files could be opened and not read."""
    return isinstance(error, OSError | RuntimeError) and str(error).startswith(_SAID)


def refusal(folder: Path | None, error: BaseException) -> StoreError:
    """The same for people.

    :param folder: of the snapshot, or of the graph; None leaves it to what the engine says.
    """
    said = f"wanted to read the graph, found its files damaged, {error}; {MENDED}"
    return StoreError(f"{folder}: {said}" if folder else said)


@contextmanager
def refused(folder: Path | None = None) -> Iterator[None]:
    """Within it, files that could be opened and not read are a :class:`~kg.errors.StoreError`.

    The engine does not always say so: while it counts or sorts it goes on over what it cannot read.
    """
    try:
        yield
    except (OSError, RuntimeError) as error:
        if not met(error):
            raise
        raise refusal(folder, error) from error
