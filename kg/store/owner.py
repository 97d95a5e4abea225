"""Whose a graph is: made by ``kg build`` from documents, or written by hand through the service.

``kg build`` would bring a graph of the service back to what documents say, so it refuses, as the service refuses to
write into what was built.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store import layout
from kg.store.counting import by_class

SERVICE = "service"
# Up to here what a graph holds is counted for its manifest: 10 ms, less than the rest of a write takes.
COUNTED = 20_000


def owner(folder: Path | str) -> str | None:
    """Whose the published graph of a folder is: :data:`SERVICE`; None for one that was built, and where there is none.

    :raises StoreError: when it cannot be read.
    """
    folder = Path(folder)
    current = layout.current_id(folder)
    if current is None:
        return None
    path = layout.snapshot_folder(folder, current) / layout.MANIFEST
    try:
        found = json.loads(path.read_bytes()).get("owner")
    except FileNotFoundError as error:
        # Another one was published and this one removed between our two looks.
        if layout.current_id(folder) not in (None, current):
            return owner(folder)
        raise StoreError(f"{path}: wanted what a snapshot says of itself, found nothing") from error
    except (OSError, ValueError, AttributeError) as error:
        raise StoreError(f"{path}: wanted what a snapshot says of itself, found {error}") from error
    return str(found) if found else None


def refuse_built(folder: Path) -> None:
    """Keep the service from writing into what the next build would overwrite.

    :raises StoreError: for a graph that is not the service's.
    """
    if layout.current_id(folder) is None:
        raise StoreError(f"no graph at {folder} to write into")
    if owner(folder) != SERVICE:
        raise StoreError(
            f"{folder}: kg build made this graph, and would undo what is written into it; to write, serve a new folder"
            " (kg serve --writable --store NEW) and put into it what kg export gives of this one"
        )


def refuse_written(folder: Path) -> None:
    """Keep builds from a graph that was written by hand.

    :raises StoreError: for a graph of the service.
    """
    if owner(folder) == SERVICE:
        raise StoreError(
            f"{folder}: this graph is written through the service (kg serve --writable), not built from documents;"
            " build into another folder (--store)"
        )


def manifest(store: ox.Store) -> dict[str, Any]:
    """What a snapshot says of itself that was made of no documents.

    :returns: as :func:`kg.store.manifest.manifest` has it; in a graph of more than :data:`COUNTED` statements the
        counts are None and there is no ``by_class``.
    """
    default, named = _count(store, "?s ?p ?o"), _count(store, "GRAPH ?g { ?s ?p ?o }")
    few = default + named <= COUNTED
    quads: dict[str, Any] = {"total": default + named if few else None, "default": default if few else None}
    quads |= {"rules": {}, "per_document": {}}
    if few:
        quads["by_class"] = by_class(store.query)
    nothing = {"total": 0, "by_format": {}, "superseded": 0, "withdrawn": 0, "stale": 0}
    return {"owner": SERVICE, "build": {}, "documents": nothing, "quads": quads}


def _count(store: ox.Store, pattern: str) -> int:
    """How many statements there are, as far as that is counted."""
    (row,) = cast(Any, store.query(f"SELECT (COUNT(*) AS ?n) {{ SELECT * {{ {pattern} }} LIMIT {COUNTED + 1} }}"))
    return int(row["n"].value)
