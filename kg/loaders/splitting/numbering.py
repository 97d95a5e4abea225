"""Addresses of the records of a file, and what could not be cut from it."""

from __future__ import annotations

from kg.errors import DocumentError, Unreadable
from kg.loaders.splitting import whole


class Numbering:
    """Numbers of the records of a file, and what could not be given, to be told when all that could be is.

    :ivar count: records so far, refused ones included.
    """

    def __init__(self, uri: str) -> None:
        self.uri = uri
        self.count = 0
        self._refused: list[DocumentError] = []

    def following(self) -> str:
        """Address of the next record."""
        self.count += 1
        return f"{self.uri}#{self.count}"

    def refuse(self, error: DocumentError) -> None:
        """Keep what cannot be given for the end, so that the records after it are given."""
        self._refused.append(error)

    def too_long(self, uri: str, offset: int) -> None:
        """Refuse a record for its length."""
        wanted = f"wanted at most {whole.MOST:,} bytes in one record, found more from byte {offset:,} on"
        self.refuse(Unreadable(uri, "too long", wanted))

    def cut_short(self, uri: str, offset: int) -> None:
        """Refuse the rest of a file that ends in the midst of a record."""
        wanted = f"wanted the end of what begins at byte {offset:,}, found the end of the file"
        self.refuse(Unreadable(uri, "cut short", wanted))

    def finish(self) -> None:
        """Tell what was refused.

        :raises DocumentError: the first; where there are several, its detail names the last and tells their number.
        """
        if not self._refused:
            return
        first, last = self._refused[0], self._refused[-1]
        if first is last:
            raise first
        others = f"; refused with it: {len(self._refused) - 1} more, the last {last.uri} ({last.cause})"
        raise Unreadable(first.uri, first.cause, first.detail + others)
