"""Where things are in a store folder, and how they are written so that a crash leaves either the old or the new."""

from __future__ import annotations

import os
from pathlib import Path

from kg.errors import StoreError

GRAPH = "graph"
CATALOGUE = "catalogue.sqlite"
MANIFEST = "manifest.json"
INPUTS = "inputs.jsonl"
REJECTS = "rejects.jsonl"
# What a later build met that changed nothing, as the manifest says it of the build that made the snapshot.
LAST = "last.json"
# In the folder of a build in progress: what it is, and statements on their way into the graph.
BEGUN = "begun.json"
LOADING = "loading"
# Readers hold a shared lock on this file of a snapshot for as long as they have it open.
IN_USE = "in-use"
# What a service counted in a snapshot; whoever reads one may add it, and nothing depends on it.
COUNTS = "counts.json"


def snapshot_folder(folder: Path, snapshot: str) -> Path:
    """The folder of one snapshot."""
    return folder / "snapshots" / snapshot


def work_folder(folder: Path) -> Path:
    """The folder in which builds in progress have theirs."""
    return folder / "work"


def current_id(folder: Path | str) -> str | None:
    """Id of the snapshot that is published now; None where nothing is.

    Cheap (one small file), so that a server may look before each request.

    :raises StoreError: when the folder cannot be read.
    """
    try:
        return (Path(folder) / "current").read_text(encoding="ascii").strip() or None
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise StoreError(f"{folder}: wanted a readable graph, found {error.strerror}") from error


def existing_id(folder: Path | str) -> str:
    """Id of the snapshot that is published now.

    :raises StoreError: where nothing is, and when the folder cannot be read.
    """
    current = current_id(folder)
    if current is None:
        raise StoreError(f"no graph at {folder}; make one with kg build PATH… --store {folder}")
    return current


def switch_current(folder: Path, snapshot: str) -> None:
    """Make a snapshot the published one: readers see the old one or the new one, whatever happens meanwhile."""
    # A small file, not a symbolic link: rename replaces it on every POSIX file system, and some have no links.
    new = folder / "current.new"
    new.write_text(snapshot + "\n", encoding="ascii")
    sync(new)
    os.replace(new, folder / "current")
    sync(folder)


def kept_ids(folder: Path) -> list[str]:
    """Ids of all complete snapshots, oldest first; a build that was killed may have left one that was never current."""
    snapshots = folder / "snapshots"
    found = (path.name for path in snapshots.iterdir()) if snapshots.is_dir() else iter(())
    return sorted((name for name in found if name.isdigit()), key=int)


def sync(path: Path) -> None:
    """Have a file, or the names in a folder, on disk before going on."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
