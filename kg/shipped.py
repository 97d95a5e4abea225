"""Where the files that come with the package are: in a checkout beside it, in an installed wheel within it."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(in_checkout: str, in_wheel: str) -> Path:
    # The wheel first: beside an installed package there may be any folder, one called queries included.
    shipped = _PACKAGE / "_shipped" / in_wheel
    return shipped if shipped.is_dir() else _PACKAGE.parent / in_checkout


def queries() -> Path:
    """Folder of the canned queries, one folder a topic: ``queries`` in a checkout."""
    return _folder("queries", "queries")


def vocab() -> Path:
    """Folder of the curated tables of names, one ``.tsv`` a kind of concept: ``data/vocab`` in a checkout."""
    return _folder("data/vocab", "vocab")


def schema() -> Path:
    """Folder of what follows from the schema (shapes, ontology, context, docs): ``schema/generated`` in a checkout."""
    return _folder("schema/generated", "schema")
