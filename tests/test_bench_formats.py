"""The benchmark of formats measures what it says: loaders without what reads the words of texts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from kg import archives
from kg.document import Document
from kg.errors import DocumentError
from kg.loaders import load
from tests.bench.formats import PARSERS, structured_only, written

GOLDEN = Path(__file__).parent / "golden"


def documents(name: str) -> Iterator[Document]:
    """Golden documents of a format that can be read."""
    for one in archives.documents([str(GOLDEN / name)]):
        if isinstance(one, tuple) and isinstance(one[1], Document):
            with suppress(DocumentError):
                load(name).read(one[1], False)
                yield one[1]


def lines(name: str, several: list[Document]) -> list[set[str]]:
    """What each document says."""
    return [set(written(load(name).read(one, False)).splitlines()) for one in several]


@pytest.mark.parametrize("name", PARSERS)
def test_structured_part_lacks_what_is_read_in_texts(name: str):
    several = list(documents(name))
    whole = lines(name, several)
    with structured_only():
        part = lines(name, several)
    assert several
    # Of a withdrawn record there is nothing to say; where nothing is masked there may be more than in the whole.
    assert [bool(less) for less in part] == [bool(more) for more in whole]
    assert lines(name, several) == whole
    if name.startswith("ctgov"):
        assert sum(map(len, part)) < sum(map(len, whole))
