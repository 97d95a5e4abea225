"""How far a build is, on a terminal: documents found, how many a second, and the time left where it can be told."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress, ProgressColumn


Met = TypeVar("Met")
# Drawing takes 0.2 ms, a document a few.
SECONDS_BETWEEN = 0.2
_PACKED = (".gz", ".tgz", ".bz2", ".xz", ".tar")


def shown(stream: Iterator[Met], paths: list[str]) -> Iterator[Met]:
    """The same stream, and how far it is on standard error; nothing where that is no terminal.

    :param paths: that the stream is read from, to tell how much there is.
    """
    if not sys.stderr.isatty():
        yield from stream
        return
    total = size_of(paths)
    documents, given, drawn = 0, 0, 0.0
    with display(total) as progress:
        task = progress.add_task("", total=total, documents="")
        for met in stream:
            found, size = measured(met)
            documents, given = documents + found, given + size
            if monotonic() - drawn > SECONDS_BETWEEN:
                drawn = monotonic()
                progress.update(task, completed=given, documents=rate(documents, progress.tasks[0].elapsed))
            yield met
        progress.update(task, completed=total or given, documents=f"{documents:,} documents; now the rest")
        progress.refresh()


def measured(met: object) -> tuple[int, int]:
    """How many documents something in a stream stands for, and how many bytes of text."""
    from kg.archives import Finished, Skipped

    if isinstance(met, tuple):
        return 1, len(met[1].body)
    if isinstance(met, Skipped):
        return met.count, size_in(met.stamp)
    return (0, 0) if isinstance(met, Finished) else (1, 0)


def size_in(stamp: str) -> int:
    """Bytes of what a stamp stands for, which is its last or second word; 0 where it says nothing of it."""
    kind, *words = stamp.split() or [""]
    written = {"zip": words[-1:], "file": words[:1]}.get(kind, [])
    return int(written[0]) if written and written[0].isdecimal() else 0


def rate(documents: int, seconds: float | None) -> str:
    """Documents so far, and how many a second."""
    return f"{documents:,} documents" + (f", {documents / seconds:,.0f} a second" if seconds and seconds > 1 else "")


def size_of(paths: list[str]) -> int | None:
    """Bytes of text in all files, unpacked; None where an archive does not tell how much is in it."""
    from kg.archives.folders import files

    total = 0
    for path in paths:
        if path == "-":
            return None
        for _, file in files(path):
            size = text_in(Path(file))
            if size is None:
                return None
            total += size
    return total or None


def text_in(file: Path) -> int | None:
    """Bytes of text in one file, as far as it tells by itself."""
    try:
        if file.suffix == ".zip":
            with zipfile.ZipFile(file) as archive:
                inside = archive.infolist()
            packed = any(member.filename.endswith((".zip", *_PACKED)) for member in inside)
            return None if packed else sum(member.file_size for member in inside)
        return None if file.name.endswith(_PACKED) else file.stat().st_size
    except (OSError, zipfile.BadZipFile):
        return 0


def display(total: int | None) -> Progress:
    """What is drawn: with a bar and the time left where the total is known."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    ends: tuple[ProgressColumn, ...] = (TimeElapsedColumn(),)
    if total:
        ends = (BarColumn(), TimeElapsedColumn(), TextColumn("left"), TimeRemainingColumn())
    columns = (SpinnerColumn(), TextColumn("{task.fields[documents]}"), *ends)
    return Progress(*columns, console=Console(stderr=True), transient=True)
