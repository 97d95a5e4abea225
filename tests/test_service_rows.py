"""Rows of tables are counted in what is written, however it is cut."""

from __future__ import annotations

import io
from typing import IO, cast

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.service.jobs.query import TABLES
from kg.service.rows import Rows

# What a mark is made of, and what hides one.
HARD = ["", "\n", "\r\n", '"', '""', '}},{"', '[{"', "<result>", ",", "\\", '\\"', "\t", "é", "plain"]


def counted(query: str, media_type: str, size: int) -> int:
    """Rows of an answer that is written in parts of some bytes."""
    whole = ox.Store().query(query).serialize(format=TABLES[media_type])
    assert whole is not None
    out = io.BytesIO()
    rows = Rows(cast("IO[bytes]", out), media_type)
    for at in range(0, len(whole), size):
        rows.write(whole[at : at + size])
    assert out.getvalue() == whole
    return rows.count


@pytest.mark.parametrize("media_type", sorted(TABLES))
@given(values=st.lists(st.tuples(st.sampled_from(HARD), st.sampled_from(HARD)), max_size=6), size=st.integers(1, 40))
def test_rows_are_counted_whatever_stands_in_them(media_type: str, values: list[tuple[str, str]], size: int) -> None:
    rows = " ".join(f"({ox.Literal(one)} {ox.Literal(other)})" for one, other in values)
    assert counted(f"SELECT ?a ?b {{ VALUES (?a ?b) {{ {rows} }} }}", media_type, size) == len(values)


@pytest.mark.parametrize("media_type", sorted(TABLES))
def test_triples_as_values_are_no_rows(media_type: str) -> None:
    query = "SELECT ?t ?n { VALUES ?n { 1 2 3 } BIND(TRIPLE(<urn:a>, <urn:b>, <urn:c>) AS ?t) }"
    assert counted(query, media_type, 7) == 3
