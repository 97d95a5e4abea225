"""Rows as a table for people, or as CSV, TSV or JSON for programs; files that are whole or not there."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import re
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO, cast

from kg.commands.interruption import ended_tidily
from kg.errors import KgError
from kg.rdf.iris import compact

if TYPE_CHECKING:
    from kg.query.answers import Table

Row = Sequence[object]
WIDEST = 60
WORD = 10
STDOUT = "standard output"
_ORDERS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def write(columns: Sequence[str], rows: Iterable[Row], form: str, out: TextIO | None = None) -> None:
    """Print rows in one of the forms of :data:`kg.commands.options.ANSWER_FORMATS`.

    :param rows: a value a column; None is an empty cell. Each is written as it comes, but in a table, whose columns are
        as wide as the widest.
    """
    if out is None and form != "table" and isinstance(sys.stdout, io.TextIOWrapper):
        # Programs read UTF-8, as in every other file of ours; people what their terminal can show.
        sys.stdout.reconfigure(encoding="utf-8")
    with writing(STDOUT):
        WRITERS[form](columns, rows, out or sys.stdout)
        if out is None:
            sys.stdout.flush()


def write_answer(found: Table, form: str) -> None:
    """Print the answer to a question; that there are no rows is said on standard error, for some forms show nothing."""
    write(found.columns, found.rows, form)
    if not found.rows:
        print("0 rows", file=sys.stderr)


def cell(value: object) -> str:
    """One value as text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def shown(value: object) -> str:
    """One value in one line for people; our own addresses as prefixed names, which every command takes again.

    What a document may hold and a terminal would take for an order is not passed on.
    """
    return _ORDERS.sub("\ufffd", " ".join(compact(cell(value)).split()))


def write_table(columns: Sequence[str], rows: Iterable[Row], out: TextIO) -> None:
    """A table with rules on a terminal, columns with two spaces between when piped."""
    cells = [[shown(value) for value in row] for row in rows]
    if out.isatty():
        draw(columns, cells, out)
        return
    texts = [list(columns), *cells]
    widths = [min(WIDEST, max(len(text[i]) for text in texts)) for i in range(len(columns))]
    for text in texts:
        out.write("  ".join(part.ljust(width) for part, width in zip(text, widths, strict=True)).rstrip() + "\n")


def draw(columns: Sequence[str], texts: list[list[str]], out: TextIO) -> None:
    """A table as wide as the terminal; where that leaves no room for words, one row below the other."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console, names = Console(file=out), [column.replace("_", " ") for column in columns]
    if not fits([names, *texts], console.width):
        for row in texts:
            one = Table.grid(padding=(0, 2, 0, 0))
            one.add_column(style="bold", no_wrap=True, min_width=max(map(len, names)))
            one.add_column(overflow="fold")
            for name, text in zip(names, row, strict=True):
                if text:
                    one.add_row(name, Text(text))
            console.print(one)
            console.print()
        return
    table = Table(header_style="bold", show_edge=False, pad_edge=False)
    for name in names:
        table.add_column(name, overflow="fold")
    for row in texts:
        # Texts, for in plain words rich reads marks and names of pictures.
        table.add_row(*map(Text, row))
    console.print(table)


def fits(texts: Sequence[Sequence[str]], width: int) -> bool:
    """Whether each column has its width, or that of a word, beside rules of three signs.

    >>> fits([["mechanism", "trials"], ["mechanism:bcl-2-inhibitor", "2"]], 19)
    True
    >>> fits([["mechanism", "trials"], ["mechanism:bcl-2-inhibitor", "2"]], 18)
    False
    """
    least = [min(WORD, max(map(len, column))) for column in zip(*texts, strict=True)]
    return sum(least) + 3 * (len(least) - 1) <= width


def write_csv(columns: Sequence[str], rows: Iterable[Row], out: TextIO) -> None:
    """Comma-separated values as RFC 4180 has them, but with plain line ends."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([cell(value) for value in row] for row in rows)


def write_tsv(columns: Sequence[str], rows: Iterable[Row], out: TextIO) -> None:
    r"""Tab-separated values; a tab or line break in a value is written ``\t`` or ``\n``."""
    for row in chain((columns,), rows):
        parts = (
            cell(v).replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r") for v in row
        )
        out.write("\t".join(parts) + "\n")


def write_json(columns: Sequence[str], rows: Iterable[Row], out: TextIO) -> None:
    """A list of objects by column; decimals are numbers as written."""
    before = "["
    for row in rows:
        one = json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False, indent=1, default=float)
        # A line can end between values only, so that each may be moved.
        out.write(before + f"\n{one}".replace("\n", "\n "))
        before = ","
    out.write("[]\n" if before == "[" else "\n]\n")


WRITERS: dict[str, Callable[[Sequence[str], Iterable[Row], TextIO], None]] = {
    "table": write_table,
    "csv": write_csv,
    "tsv": write_tsv,
    "json": write_json,
}


@contextmanager
def writing(what: str) -> Iterator[None]:
    """Say in one line what could not be written: a full disk, a file that may not be written, a folder.

    :raises KgError: for every :class:`OSError` but that of a reader who has gone, which is no mistake.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        if what == STDOUT:
            forget_output()
        raise KgError(f"wanted to write {what}: {error.strerror or error}") from error


def standard_streams() -> None:
    """Let standard output show what its encoding has no sign for, and put something where a stream was closed.

    Else the next file that is opened would stand there and take what is meant for people. What is closed reads as
    empty, and cannot be written to but for words.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            opened = os.open(os.devnull, os.O_WRONLY if name == "stderr" else os.O_RDONLY)
            if opened != number:
                os.dup2(opened, number)
                os.close(opened)
            # Open as long as the process runs.
            stream = open(number, "w" if number else "r", encoding="utf-8", closefd=False)  # noqa: SIM115
            setattr(sys, name, stream)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def forget_output() -> None:
    """Let what is still buffered for standard output go nowhere, so that nothing complains of it at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def opened(path: str | None) -> Iterator[BinaryIO]:
    """A file to write bytes to, moved to its place when all went well; standard output without one.

    Links are followed; what is there and is no regular file, such as a pipe or a device, is written to as it is.

    :param path: compressed when it ends in ``.gz``, without a time in it, so that equal content gives equal bytes.
    :raises KgError: when the file cannot be written.
    """
    if path is None or path == "-":
        with writing(STDOUT):
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        return
    as_it_is = os.path.exists(path) and not os.path.isfile(path)
    place = Path(os.path.realpath(path))
    with writing(path), ended_tidily(), open(path, "wb") if as_it_is else _replacing(place) as file:
        if not path.endswith(".gz"):
            yield file
            return
        with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed:
            yield cast(BinaryIO, packed)


@contextmanager
def _replacing(place: Path) -> Iterator[BinaryIO]:
    """A file beside its place, moved there when all went well and gone when not."""
    with tempfile.NamedTemporaryFile(dir=place.parent, prefix=f".{place.name}.", delete=False) as beside:
        try:
            yield cast(BinaryIO, beside)
            beside.flush()
            # Who may read what is there may read what comes in its place, and nobody else.
            os.chmod(beside.name, stat.S_IMODE(place.stat().st_mode) if place.exists() else 0o666 & ~_umask())
            os.replace(beside.name, place)
        except BaseException:
            os.unlink(beside.name)
            raise


def _umask() -> int:
    # The only way to read it is to set it.
    now = os.umask(0)
    os.umask(now)
    return now
