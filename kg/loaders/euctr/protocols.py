"""Downloads of the EU Clinical Trials Register to the protocols in them: cut where a line begins the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from kg.document import Document
from kg.loaders.splitting.numbering import Numbering
from kg.loaders.splitting.window import Window

# The heading of a protocol and the line below it.
_START = re.compile(rb"^(?:\xef\xbb\xbf)?Summary[ \t]*\r?\n[ \t]*EudraCT Number:", re.MULTILINE)
# Longer than what is looked for, which the window may cut in two.
_TAIL = 100


def protocols(uri: str, file: IO[bytes]) -> Iterator[Document]:
    """The protocols of a download, as it is read; a file of one, or of none, gives itself without its first words.

    :raises Unreadable: after the last protocol that could be given, for those longer than any record and for the rest
        of a file that is damaged there. A file that ends in the midst of a protocol does not show it.
    """
    window, numbering = Window(file), Numbering(uri)
    begin: int | None = None
    window.hold()
    for start in _starts(window):
        if begin is not None:
            yield from _protocol(window, numbering, numbering.following(), begin, start)
        begin = start
        window.hold(start)
    if window.damage:
        numbering.refuse(window.damage)
    else:
        address = numbering.following() if numbering.count else uri
        yield from _protocol(window, numbering, address, begin or 0, window.offset)
    numbering.finish()


def _protocol(window: Window, numbering: Numbering, address: str, start: int, end: int) -> Iterator[Document]:
    body = window.take(start, end)
    if body is None:
        numbering.too_long(address, start)
    else:
        yield Document(address, body, start)


def _starts(window: Window) -> Iterator[int]:
    """Place in the file of every protocol."""
    while True:
        found = _START.search(window.buffer, window.at)
        if found:
            place = window.begins + found.start()
            window.at = found.end()
            yield place
        else:
            window.at = max(window.at, len(window.buffer) - _TAIL)
            if not window.more():
                window.at = len(window.buffer)
                return
