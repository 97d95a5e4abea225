"""Files whose records begin at places that can be told and end where the next begins."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import IO

from kg.document import Document
from kg.loaders.splitting.numbering import Numbering
from kg.loaders.splitting.window import Window


def records_at(
    uri: str, file: IO[bytes], starts: Callable[[Window], Iterator[int]], *, first: int | None
) -> Iterator[Document]:
    """The records of a file, as it is read; a file of one record gives itself.

    :param starts: place in the file of every record, or of every one but the first.
    :param first: place of the first record where ``starts`` does not tell it; what stands before it is left out.
    :raises Unreadable: after the last record that could be given, for records longer than any, and for the rest of a
        file that is damaged there. A file that ends in the midst of a record does not show it.
    """
    window, numbering = Window(file), Numbering(uri)
    begin = first
    window.hold()
    for start in starts(window):
        if begin is not None:
            yield from _record(window, numbering, numbering.following(), begin, start)
        begin = start
        window.hold(start)
    if window.damage:
        numbering.refuse(window.damage)
    else:
        address = numbering.following() if numbering.count else uri
        yield from _record(window, numbering, address, begin or 0, window.offset)
    numbering.finish()


def _record(window: Window, numbering: Numbering, address: str, start: int, end: int) -> Iterator[Document]:
    body = window.take(start, end)
    if body is None:
        numbering.too_long(address, start)
    else:
        yield Document(address, body, start)
