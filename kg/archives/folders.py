"""Files that were named, and those in folders that were."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO

from kg.archives.members import is_read

STDIN = "-"


def files(path: str) -> Iterator[tuple[str, str]]:
    """Address and path of each file: the one named, or all in a folder that are to be read, sorted."""
    if path == STDIN or not os.path.isdir(path):
        yield path, path
        return
    root = Path(path)
    inside = (Path(folder, name).relative_to(root) for folder, names in _walked(root) for name in names)
    for file in sorted(file for file in inside if is_read(file.as_posix())):
        yield file.as_posix(), str(root / file)


def _walked(root: Path) -> Iterator[tuple[str, list[str]]]:
    """Each folder that is no graph, with the names of its files; a graph is made of documents and holds none."""
    for folder, inside, names in os.walk(root):
        if _is_graph(Path(folder)):
            inside.clear()
        else:
            yield folder, names


def _is_graph(folder: Path) -> bool:
    return (folder / "snapshots").is_dir() and any((folder / name).is_file() for name in ("lock", "current"))


def stamp_of(path: str) -> str | None:
    """What is another when a file is another; None for standard input, and for what cannot be looked at.

    Size and time of change alone would not do: files unpacked from two archives may share name, size and time.
    """
    try:
        seen = None if path == STDIN else os.stat(path)
    except OSError:
        return None
    return f"file {seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns} {seen.st_dev} {seen.st_ino}" if seen else None


def open_file(path: str) -> AbstractContextManager[IO[bytes]]:
    """A file for reading, or stdin, which stays open afterwards.

    :raises OSError: when it cannot be read, or is a pipe or device in which reading could wait for ever.
    """
    if path == STDIN:
        return nullcontext(sys.stdin.buffer)
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise OSError("neither a file nor a folder")
    return open(path, "rb")
