"""Files of MEDLINE (NBIB) records to the records in them: cut where a line begins the next.

Tags: https://www.nlm.nih.gov/bsd/mms/medlineelements.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from kg.document import Document
from kg.loaders.splitting import whole
from kg.loaders.splitting.starts import records_at
from kg.loaders.splitting.window import Window

# A line with a tag, one without words, or any other.
_END = rb"(?:\r\n|\n|\r|\Z)"
_LINE = re.compile(
    rb"(?:\xef\xbb\xbf)?([A-Z]{2,4}) {0,2}- [^\r\n]*+%b|([^\S\r\n]*+)%b|[^\r\n]++%b" % (_END, _END, _END)
)
# Fields that no record has twice.
_ONCE = frozenset((b"PMID", b"OWN", b"STAT", b"TI", b"BTI", b"JT", b"DP"))


def medline_records(uri: str, file: IO[bytes]) -> Iterator[Document]:
    """The records of a file, as it is read; together they are the file, and the one record of a file is all of it.

    A record begins with a ``PMID`` or, after an empty line, with a block of fields that holds a second ``PMID`` or
    repeats a field that no record has twice. So an empty line in the midst of a record does no harm, and a record may
    begin with another field or have no ``PMID``.

    :raises Unreadable: after the last record that could be given, for records longer than any, and for the rest of a
        file that is damaged there. A file that ends in the midst of a record does not show it.
    """
    return records_at(uri, file, _starts, first=0)


def _starts(window: Window) -> Iterator[int]:
    """Place in the file of every record but the first, which begins where the file does.

    Blocks of lines end at empty lines and before a second ``PMID``; whether one begins a record is told as soon as the
    field that shows it is met, so that the record before it need not be held any longer.
    """
    start, is_first, begun = 0, True, False
    block, seen = set[bytes](), set[bytes]()
    for place, end, tag in _lines(window):
        second = tag == b"PMID" and tag in block
        if second or tag is None:
            is_first = is_first and not block
            seen |= block
            block, begun = set(), False
            start = place if second else end
        if tag is None:
            continue
        if not begun and ((tag == b"PMID" and not block) or (tag in _ONCE and tag in seen)):
            begun, seen = True, set()
            if not is_first:
                yield start
        block.add(tag)


def _lines(window: Window) -> Iterator[tuple[int, int, bytes | None]]:
    """Start and end in the file of every line with a tag, and its tag, and of every line without words."""
    more, searched = True, 0
    while more:
        more = window.more()
        buffer = window.buffer
        # A carriage return at the end may be half of a line end.
        new, last = max(searched - window.begins - 1, 0), len(buffer) - 1
        end = max(buffer.rfind(b"\n", new), buffer.rfind(b"\r", new, last)) + 1 if more else len(buffer)
        searched = window.begins + len(buffer)
        if end > window.at:
            begins, at, window.at = window.begins, window.at, end
            for line in _LINE.finditer(buffer, at, end):
                if line.lastindex and line[0]:
                    yield begins + line.start(), begins + line.end(), line[1]
        if len(buffer) - window.at > whole.MOST:
            window.at = len(buffer)
