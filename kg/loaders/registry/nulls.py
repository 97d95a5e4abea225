"""JSON of which copies have null where the source has nothing."""

from __future__ import annotations


def filled(value: object) -> object:
    """A JSON value without its members and elements that are null.

    >>> filled({"a": None, "b": [1, None]})
    {'b': [1]}
    """
    if isinstance(value, dict):
        return {name: filled(inner) for name, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [filled(inner) for inner in value if inner is not None]
    return value
