"""The media type that is answered with is the one that was asked for."""

from __future__ import annotations

import pytest

from kg.service.negotiation import preferred


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        (None, "a/json"),
        ("", "a/json"),
        ("*/*", "a/json"),
        ("a/xml", "a/xml"),
        ("A/XML", "a/xml"),
        ("a/xml;q=0.5, a/json;q=0.4", "a/xml"),
        ("a/*;q=0.5, t/csv", "t/csv"),
        ("a/json;q=0, */*", "a/xml"),
        ("a/*, a/json;q=0.1", "a/xml"),
        ("t/*", "t/csv"),
        ("a/xml; charset=utf-8 ; q=0.9, t/csv;q=0.8", "a/xml"),
        ("a/json;q=0", None),
        ("z/z", None),
        ("a/xml;q=wrong, t/csv;q=0.1", "t/csv"),
        ("rubbish, t/csv", "t/csv"),
        ("a/json;q=7", "a/json"),
    ],
)
def test_the_media_type_is_the_one_asked_for(accept: str | None, wanted: str | None) -> None:
    assert preferred(accept, ("a/json", "a/xml", "t/csv")) == wanted
