"""Files that were named, and those in folders that were."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kg.archives.members import in_one_line, is_read

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

STDIN = "-"


def files(path: str) -> Iterator[tuple[str, str]]:
    """Address and path of each file: the one named, or all in a folder that are to be read, sorted.

    A folder that nobody lets us look into stands for what is in it; opening it says why.
    """
    if path == STDIN or not os.path.isdir(path):
        yield in_one_line(path), path
        return
    root = Path(path)
    inside = (Path(file).relative_to(root) for file in _inside(path))
    for file in sorted(file for file in inside if is_read(file.as_posix())):
        yield in_one_line(path if file == Path() else file.as_posix()), str(root / file)


def _inside(root: str) -> Iterator[str]:
    """The files in a folder that is no graph, and in those within; a graph is made of documents and holds none.

    Links to folders are followed once all that is no link was met, and each folder is met once, so that links never
    lead in circles.
    """
    met: set[str] = set()
    closed: list[OSError] = []
    waiting = [root]
    while waiting:
        links: list[str] = []
        for start in waiting:
            for folder, inside, names in os.walk(start, onerror=closed.append):
                # Not by number: some file systems give all the same.
                place = os.path.realpath(folder)
                if place in met or _is_graph(folder):
                    inside.clear()
                    continue
                met.add(place)
                inside[:] = sorted(name for name in inside if is_read(f"{name}/in"))
                links += (link for name in inside if os.path.islink(link := os.path.join(folder, name)))
                yield from (os.path.join(folder, name) for name in names)
        waiting = links
    yield from (error.filename for error in closed)


def _is_graph(folder: str) -> bool:
    # Not with Path, which raises where nobody may look.
    marks = (os.path.join(folder, name) for name in ("lock", "current"))
    return os.path.isdir(os.path.join(folder, "snapshots")) and any(map(os.path.isfile, marks))


def stamp_of(path: str) -> str | None:
    """What is another when a file is another; None for standard input, and for what cannot be looked at.

    Size and time of change alone would not do: files unpacked from two archives may share name, size and time.
    """
    try:
        seen = None if path == STDIN else os.stat(path)
    except OSError:
        return None
    return f"file {seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns} {seen.st_dev} {seen.st_ino}" if seen else None


class _File(io.FileIO):
    """A file that remembers whether the machine failed to give its bytes: that says nothing of them."""

    failed = False

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """As any file."""
        try:
            return super().readinto(buffer)
        except OSError:
            self.failed = True
            raise


def has_failed(file: IO[bytes]) -> bool:
    """Whether an opened file could not be read somewhere, though it may be another time."""
    return isinstance(file, io.BufferedReader) and getattr(file.raw, "failed", False)


def open_file(path: str) -> AbstractContextManager[IO[bytes]]:
    """A file for reading, or stdin, which stays open afterwards.

    :raises OSError: when it cannot be read, or is a pipe or device in which reading could wait for ever.
    """
    if path == STDIN:
        return nullcontext(sys.stdin.buffer)
    kind = os.stat(path).st_mode
    if stat.S_ISDIR(kind):
        os.scandir(path).close()
        raise OSError("a folder that could not be looked into")
    if not stat.S_ISREG(kind):
        raise OSError("neither a file nor a folder")
    return io.BufferedReader(_File(path))
