"""From the folder of a build in progress to a snapshot, and the other way; whatever happens, readers see whole ones."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store import damage, layout

# The current one, and two to go back to.
KEPT = 3


@dataclass(frozen=True, slots=True)
class Begun:
    """The folder of a build.

    :ivar number: of the snapshot to come.
    :ivar fresh: whether it started with nothing.
    :ivar resumed: whether it goes on from where a killed build was.
    """

    folder: Path
    number: int
    fresh: bool
    resumed: bool


def start(folder: Path, *, anew: bool, of: Mapping[str, Any] | None = None) -> Begun:
    """Make the folder of a build, with the graph and catalogue of the published snapshot in it, or find a killed one.

    What a killed build left behind is gone on with where it was the same build, and cleared away otherwise.

    :param anew: start with nothing instead.
    :param of: what makes two builds the same; None for one that is never gone on with.
    :raises StoreError: when the published snapshot cannot be read.
    """
    base = None if anew else layout.current_id(folder)
    clear_leftovers(folder)
    said = {**of, "base": base, "anew": anew, "machine": machine()} if of is not None else None
    left = _left(folder, said)
    if left:
        return left
    shutil.rmtree(layout.work_folder(folder), ignore_errors=True)
    layout.work_folder(folder).mkdir()
    # A name of its own: the engine takes a path for locked as long as an earlier failure keeps anything of it alive.
    work = Path(tempfile.mkdtemp(dir=layout.work_folder(folder)))
    if base:
        published = layout.snapshot_folder(folder, base)
        try:
            # Hard links where the file system has them: what is published is never written to.
            with damage.told():
                ox.Store.read_only(str(published / layout.GRAPH)).backup(str(work / layout.GRAPH))
            shutil.copyfile(published / layout.CATALOGUE, work / layout.CATALOGUE)
        except OSError as error:
            raise StoreError(f"{published}: wanted a snapshot to go on from, found {error}") from error
    begun = Begun(work, max(map(int, layout.kept_ids(folder)), default=0) + 1, fresh=base is None, resumed=False)
    if said is not None:
        # Last, so that a folder in which it stands is complete.
        marked = work / f"{layout.BEGUN}.new"
        marked.write_text(json.dumps({**said, "number": begun.number}), encoding="utf-8")
        os.replace(marked, work / layout.BEGUN)
    return begun


def _left(folder: Path, said: Mapping[str, Any] | None) -> Begun | None:
    found = list(layout.work_folder(folder).glob(f"*/{layout.BEGUN}"))
    if len(found) != 1 or said is None:
        return None
    try:
        there = json.loads(found[0].read_text(encoding="utf-8"))
    except ValueError:
        return None
    number, parts = there.pop("number", None), (layout.CATALOGUE, layout.GRAPH)
    if there != said or not all((found[0].parent / part).exists() for part in parts):
        return None
    if layout.current_id(folder) == f"{number:04d}":
        # It was killed behind that, which only a build anew does not show: it started from nothing.
        return None
    # It was killed between giving its snapshot the name and making it current.
    shutil.rmtree(layout.snapshot_folder(folder, f"{number:04d}"), ignore_errors=True)
    return Begun(found[0].parent, number, fresh=said["base"] is None, resumed=True)


def machine() -> str:
    """What is another after the machine was started again; then what was written last may not be on disk.

    Where the system does not tell (it is Linux that does), no two are the same.
    """
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return uuid4().hex


def clear_leftovers(folder: Path) -> None:
    """Remove what is half written or half removed; complete snapshots stay, whether or not they were ever current."""
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


def put_in(file: Path, new: Path) -> None:
    """Put a finished file in a snapshot; it stays where it was too, for a build that is killed before it publishes."""
    try:
        os.link(file, new / file.name)
    except OSError:
        shutil.copyfile(file, new / file.name)


def switch(folder: Path, new: Path) -> None:
    """Make a complete snapshot the published one."""
    for path in [*sorted(new.rglob("*")), new]:
        if not _written_out(path):
            layout.sync(path)
    snapshot = new.name.removesuffix(".new")
    os.rename(new, layout.snapshot_folder(folder, snapshot))
    layout.sync(new.parent)
    layout.switch_current(folder, snapshot)


def _written_out(path: Path) -> bool:
    """Whether a file is on disk already: the engine sees to that before it gives a file of its own a second name."""
    return path.suffix == ".sst" and path.stat().st_nlink > 1


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
