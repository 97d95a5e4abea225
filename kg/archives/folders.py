"""Files that were named, and those in folders that were."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO

from kg.archives.members import in_one_line, is_read

STDIN = "-"


def files(path: str) -> Iterator[tuple[str, str]]:
    """Address and path of each file: the one named, or all in a folder that are to be read, sorted.

    Folders in it that are not read, since they are links or nobody may look into them, stand among the files, so that
    opening them tells why.
    """
    if path == STDIN or not os.path.isdir(path):
        yield in_one_line(path), path
        return
    root = Path(path)
    for file in sorted(file.relative_to(root) for file in _walked(root)):
        if is_read(file.as_posix()):
            yield in_one_line(file.as_posix() if file.name else path), str(root / file)


def _walked(root: Path) -> Iterator[Path]:
    """The files of each folder that is no graph, for a graph is made of documents and holds none; and its links."""
    unread: list[OSError] = []
    for folder, inside, names in os.walk(root, onerror=unread.append):
        if _is_graph(Path(folder)):
            inside.clear()
            continue
        links = [name for name in inside if os.path.islink(os.path.join(folder, name))]
        yield from (Path(folder, name) for name in names)
        yield from (Path(folder, link) for link in links if not _is_graph(Path(folder, link)))
    yield from (Path(os.fsdecode(error.filename)) for error in unread)


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

    :raises OSError: when it cannot be read, or is a pipe or device in which reading could wait for ever, or a folder
        among the files.
    """
    if path == STDIN:
        return nullcontext(sys.stdin.buffer)
    mode = os.stat(path).st_mode
    if stat.S_ISDIR(mode):
        # Says that nobody may look into it, if that is why.
        os.scandir(path).close()
        # Followed, it could lead back here, or read the same documents twice.
        raise OSError("a link to a folder, which is not followed; name that folder itself")
    if not stat.S_ISREG(mode):
        raise OSError("neither a file nor a folder")
    return open(path, "rb")
