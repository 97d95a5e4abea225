"""Whatever the bytes, a loader gives records or a rejection, and never takes long."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import loaders
from tests.damage import damaged, read_all, seeds

EVERY_FORMAT = pytest.mark.parametrize("name", loaders.names())


@EVERY_FORMAT
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32), contacts=st.booleans())
def test_a_damaged_document_is_read_or_rejected(name: str, seed: int, contacts: bool):
    chance = random.Random(seed)  # noqa: S311
    cases = seeds(name)
    read_all(name, damaged(chance.choice(cases), chance.choice(cases), chance), contacts=contacts)


@EVERY_FORMAT
@settings(max_examples=60, deadline=None)
@given(body=st.binary(max_size=2000))
def test_bytes_of_no_format_are_read_or_rejected(name: str, body: bytes):
    read_all(name, body)


@EVERY_FORMAT
def test_a_document_cut_anywhere_is_read_or_rejected(name: str):
    for body in seeds(name):
        for end in range(0, len(body), max(1, min(1024, len(body) // 40))):
            read_all(name, body[:end])


@EVERY_FORMAT
def test_a_document_of_another_format_is_read_or_rejected(name: str):
    for other in loaders.names():
        for body in seeds(other):
            read_all(name, body)
