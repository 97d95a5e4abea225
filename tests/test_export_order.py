"""Statements are put in order on disk, as they would be in memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator

import pytest

from kg.exports.statements.order import Key, by_graph, by_subject, in_order, natural
from kg.rdf.terms import XSD


def test_the_tenth_follows_the_ninth_and_parts_follow_the_whole():
    keys = ["r", "r/arm/1", "r/arm/1/x/2", "r/arm/9", "r/arm/10", "r1"]
    assert sorted(set(keys), key=lambda key: natural(key.encode()) + b"\0") == keys


def lines_in(count: int) -> Iterator[bytes]:
    for n in range(count):
        number = n * 7919 % count
        yield f'<urn:{number}> <urn:p> "a" <urn:g{number % 3}> .\n'.encode()


@pytest.mark.parametrize("key", [None, by_subject, by_graph])
@pytest.mark.parametrize(("run", "width"), [(1000, 10), (100, 10), (7, 3), (997, 2), (998, 2)])
def test_order_on_disk_is_the_order_in_memory(key: Key | None, run: int, width: int):
    wanted = sorted(lines_in(997), key=lambda line: (key(line) + b"\0" if key else b"", line))
    assert list(in_order(lines_in(997), key, run=run, width=width)) == wanted


def test_the_key_of_a_quad_is_its_graph_and_not_the_type_of_its_object():
    typed = f'<urn:s> <urn:p> "<urn:x> "^^<{XSD}integer> .\n'.encode()
    assert by_graph(typed) == by_graph(b"<urn:s> <urn:p> <urn:o> .\n") == by_graph(b'<urn:s> <urn:p> "a <urn:g> ." .\n')
    assert by_graph(b"<urn:s> <urn:p> <urn:o> <urn:g> .\n").startswith(b"urn:g\1")


def test_memory_does_not_grow_with_the_graph():
    def peak(count: int) -> int:
        tracemalloc.start()
        for _ in in_order(lines_in(count), by_subject, run=2_000):
            pass
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    assert peak(80_000) < 1.5 * peak(20_000)
