"""Files of MEDLINE (NBIB) records to the records in them: cut where a line begins the next.

Tags: https://www.nlm.nih.gov/bsd/mms/medlineelements.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from kg.document import Document
from kg.loaders.splitting import whole
from kg.loaders.splitting.numbering import Numbering
from kg.loaders.splitting.window import Window

_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_TAG = re.compile(rb"(?:\xef\xbb\xbf)?([A-Z]{2,4}) {0,2}- ")
# Fields that no record has twice.
_ONCE = frozenset((b"OWN", b"STAT", b"TI", b"BTI", b"JT", b"DP"))


def medline_records(uri: str, file: IO[bytes]) -> Iterator[Document]:
    """The records of a file, as it is read; together they are the file, and the one record of a file is all of it.

    A record begins with a ``PMID`` or, after an empty line, with a block of fields that holds a second ``PMID`` or
    repeats a field that no record has twice. So an empty line in the midst of a record does no harm, and a record may
    begin with another field or have no ``PMID``.

    :raises Unreadable: after the last record that could be given, for records longer than any, and for the rest of a
        file that is damaged there. A file that ends in the midst of a record does not show it.
    """
    window, numbering = Window(file), Numbering(uri)
    begin = 0
    window.hold()
    for start in _starts(window):
        yield from _record(window, numbering, numbering.following(), begin, start)
        begin = start
        window.hold(start)
    if window.damage:
        numbering.refuse(window.damage)
    else:
        address = numbering.following() if numbering.count else uri
        yield from _record(window, numbering, address, begin, window.offset)
    numbering.finish()


def _record(window: Window, numbering: Numbering, address: str, start: int, end: int) -> Iterator[Document]:
    body = window.take(start, end)
    if body is None:
        numbering.too_long(address, start)
    else:
        yield Document(address, body, start)


def _starts(window: Window) -> Iterator[int]:
    """Place in the file of every record but the first, which begins where the file does."""
    first, seen = True, set[bytes]()
    for start, tags in _blocks(window):
        again = b"PMID" in tags and b"PMID" in seen
        if tags[0] == b"PMID" or again or not seen.isdisjoint(_ONCE.intersection(tags)):
            if not first:
                yield start
            seen = set()
        first = False
        seen.update(tags)


def _blocks(window: Window) -> Iterator[tuple[int, list[bytes]]]:
    """Place and tags of every block of lines between empty lines or before a second ``PMID``, where it has any tag."""
    start, tags = 0, list[bytes]()
    for place, line in _lines(window):
        if not line.strip():
            if tags:
                yield start, tags
                tags = []
            start = place + len(line)
        elif found := _TAG.match(line):
            if found[1] == b"PMID" and b"PMID" in tags:
                yield start, tags
                start, tags = place, []
            tags.append(found[1])
    if tags:
        yield start, tags


def _lines(window: Window) -> Iterator[tuple[int, bytes]]:
    """Every line with its end and its place in the file; one longer than any record is passed."""
    more = True
    while more:
        more = window.more()
        buffer = window.buffer
        # A carriage return at the end may be half of a line end.
        end = max(buffer.rfind(b"\n"), buffer.rfind(b"\r", 0, len(buffer) - 1)) + 1 if more else len(buffer)
        for line in _LINE.findall(buffer, window.at, end) if end > window.at else ():
            if line:
                place = window.offset
                window.at += len(line)
                yield place, line
        if len(buffer) - window.at > whole.MOST:
            window.at = len(buffer)
