"""From the folder of a build in progress to a snapshot, and the other way; whatever happens, readers see whole ones."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store import layout

# The current one, and two to go back to.
KEPT = 3


def start(folder: Path, *, anew: bool) -> tuple[Path, int]:
    """Make the folder of a build, with the graph and catalogue of the published snapshot in it.

    What a killed build left behind is cleared away first.

    :param anew: start with nothing instead.
    :returns: the folder, and the number of the snapshot to come.
    :raises StoreError: when the published snapshot cannot be read.
    """
    clear_leftovers(folder)
    layout.work_folder(folder).mkdir()
    # A name of its own: the engine takes a path for locked as long as an earlier failure keeps anything of it alive.
    work = Path(tempfile.mkdtemp(dir=layout.work_folder(folder)))
    current = layout.current_id(folder)
    if current and not anew:
        published = layout.snapshot_folder(folder, current)
        try:
            # Hard links where the file system has them: what is published is never written to.
            ox.Store.read_only(str(published / layout.GRAPH)).backup(str(work / layout.GRAPH))
            shutil.copyfile(published / layout.CATALOGUE, work / layout.CATALOGUE)
        except OSError as error:
            raise StoreError(f"{published}: wanted a snapshot to go on from, found {error}") from error
    return work, max(map(int, layout.kept_ids(folder)), default=0) + 1


def clear_leftovers(folder: Path) -> None:
    """Remove what is half written or half removed; complete snapshots stay, whether or not they were ever current."""
    shutil.rmtree(layout.work_folder(folder), ignore_errors=True)
    snapshots = folder / "snapshots"
    snapshots.mkdir(exist_ok=True)
    for path in snapshots.iterdir():
        if not path.name.isdigit():
            shutil.rmtree(path)


def write(folder: Path, snapshot: str, manifest: dict[str, Any], lines: Mapping[str, Iterable[str]]) -> Path:
    """Write all files of a snapshot but its graph and catalogue, beside its place.

    :param manifest: what it says of itself; its id and the time of publication are added.
    :param lines: of each further file its lines.
    :returns: the folder, to be given to :func:`switch` when it is complete.
    """
    new = layout.snapshot_folder(folder, f"{snapshot}.new")
    new.mkdir()
    said = {**manifest, "snapshot": snapshot, "published": datetime.now(UTC).isoformat(timespec="seconds")}
    text = json.dumps(said, sort_keys=True, indent=1, ensure_ascii=False) + "\n"
    for name, content in {layout.MANIFEST: [text], layout.IN_USE: [], **lines}.items():
        with (new / name).open("w", encoding="utf-8") as file:
            file.writelines(content)
    return new


def switch(folder: Path, new: Path) -> None:
    """Make a complete snapshot the published one."""
    for path in [*sorted(new.rglob("*")), new]:
        layout.sync(path)
    snapshot = new.name.removesuffix(".new")
    os.rename(new, layout.snapshot_folder(folder, snapshot))
    layout.sync(new.parent)
    layout.switch_current(folder, snapshot)


def remove_old(folder: Path) -> None:
    """Remove all snapshots but the last three, the current one and those that a reader has open."""
    current = layout.current_id(folder)
    for snapshot in layout.kept_ids(folder)[:-KEPT]:
        if snapshot == current:
            continue
        path = layout.snapshot_folder(folder, snapshot)
        with (path / layout.IN_USE).open("rb") as in_use:
            try:
                fcntl.flock(in_use, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            # Out of its place in one step: a reader who waits for the lock then finds it gone.
            gone = path.with_name(f"{snapshot}.old")
            os.rename(path, gone)
        shutil.rmtree(gone)
