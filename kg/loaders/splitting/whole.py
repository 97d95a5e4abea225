"""Files of one record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from kg.document import Document
from kg.errors import Unreadable

# The longest single record that is read, in bytes: the largest real ones have 10 MB.
MOST = 64_000_000


def whole(uri: str, file: IO[bytes]) -> Iterator[Document]:
    """A file that is one record.

    :raises Unreadable: for a file longer than any record.
    """
    yield Document(uri, body(uri, file))


def body(uri: str, file: IO[bytes]) -> bytes:
    """The bytes of a file that must be held as a whole.

    :raises Unreadable: when there are more than any record has.
    """
    found = file.read(MOST + 1)
    # A damaged file first gives what is before the damage.
    while len(found) <= MOST and (piece := file.read(MOST + 1 - len(found))):
        found += piece
    if len(found) > MOST:
        raise Unreadable(uri, "too long", f"wanted at most {MOST:,} bytes in one record, found more")
    return found
