"""Tables of ICTRP to their rows: cut at line ends outside quotes, as the file is read.

Syntax: https://www.rfc-editor.org/rfc/rfc4180.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import IO

from kg.document import Document
from kg.loaders.splitting.numbering import Numbering
from kg.loaders.splitting.window import Window

_FIELD = rb'(?:"(?>(?:[^"]++|"")*)"[^,\r\n]*+|[^",\r\n][^,\r\n]*+|)'
_RECORD = re.compile(rb"%b(?>(?:,%b)*)" % (_FIELD, _FIELD))
_CELL_END = re.compile(rb"[,\r\n]")
_ENDS, _QUOTE = b"\r\n", ord('"')


def first_row(head: bytes) -> list[str]:
    """Cells of the first row; none where it does not end in the bytes or is no text."""
    found = _RECORD.match(head)
    if not found or head[found.end() : found.end() + 1] not in (b"\r", b"\n", b""):
        return []
    try:
        return next(csv.reader([found[0].decode("utf-8-sig")]), [])
    except (UnicodeDecodeError, csv.Error):
        return []


def table_rows(uri: str, file: IO[bytes], *, header: bool) -> Iterator[Document]:
    """The rows of a table as they are read, each below the header of the table if it has one.

    :param header: whether the first row names the columns; it is no row of its own then.
    :raises Unreadable: after the last row that could be given, for rows longer than any record and for a file that
        ends within quotes.
    """
    window, numbering = Window(file), Numbering(uri)
    names: bytes | None = None
    for start, end in _records(window, numbering):
        body = window.take(start, end)
        if body is None:
            numbering.too_long(numbering.following(), start)
        elif not body.strip(b"\xef\xbb\xbf, \t"):
            continue
        elif header and names is None:
            names = body + b"\n"
        else:
            yield Document(numbering.following(), (names or b"") + body, start)
    if window.damage:
        numbering.refuse(window.damage)
    numbering.finish()


def _records(window: Window, numbering: Numbering) -> Iterator[tuple[int, int]]:
    """Places in the file of the beginning and the end of every row; the row is held while it is given."""
    while not window.ended or window.more():
        window.hold()
        whole = _RECORD.match(window.buffer, window.at)
        end = whole.end() if whole else window.at
        if end < len(window.buffer) - 1 and window.buffer[end] in _ENDS:
            window.at = end
        elif not _pass_row(window):
            if not window.damage:
                numbering.cut_short(numbering.following(), window.since)
            return
        place = window.offset
        _pass_line_end(window)
        yield window.since, place


def _pass_row(window: Window) -> bool:
    """Pass a row cell by cell, reading on where it does not end in the window; False where a quote is not closed."""
    while True:
        if window.ended and not window.more():
            return True
        if window.buffer[window.at] == _QUOTE:
            window.at += 1
            if not _pass_quoted(window):
                return False
        while not (found := _CELL_END.search(window.buffer, window.at)):
            window.at = len(window.buffer)
            if not window.more():
                return True
        window.at = found.start()
        if window.buffer[window.at] in _ENDS:
            return True
        window.at += 1


def _pass_quoted(window: Window) -> bool:
    """Pass what stands in quotes, from behind the first; two quotes are one of its letters."""
    while True:
        at = window.buffer.find(b'"', window.at)
        window.at = at + 1 if at >= 0 else len(window.buffer)
        if window.ended and not window.more():
            return at >= 0
        if at >= 0:
            if window.buffer[window.at] != _QUOTE:
                return True
            window.at += 1


def _pass_line_end(window: Window) -> None:
    """Pass the end of a line; a carriage return before the end of the window may be half of one."""
    for byte in _ENDS:
        if window.ended and not window.more():
            return
        if window.buffer[window.at] == byte:
            window.at += 1
