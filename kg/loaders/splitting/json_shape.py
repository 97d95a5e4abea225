"""A JSON file seen through a window, with its shape, and where records begin in it."""

from __future__ import annotations

import re
from typing import IO

from kg.loaders.splitting.window import Window

# What is looked through is the shape of the file: every bracket as a brace, quotes that are no part of a text, and
# ``a`` for all else.
_SHAPE = bytes(ord('"' if c in b'"' else "{" if c in b"{[" else "}" if c in b"}]" else "a") for c in range(256))
# How a line ends, or begins (RFC 7464); and how a line may end in the midst of a value that is in order.
_LINE_ENDS = (b"\n", b"\r", b"\x1e")
_GOES_ON = (b",", b":", b"[")
_FIRST_KEY = re.compile(rb'\{[ \t]*+("(?:[^"\\]|\\.){1,200}+")', re.DOTALL)
# More than a bracket, white space and the first key have.
_BEGINNING = 300


class TornError(Exception):
    """Another record begins within the one that is held, so brackets or quotes of that one are missing."""


class Shaped(Window):
    """A window with the shape of what is in it, and the place where a record that is held must have ended.

    No record is part of another. So where one begins within another that begins with the same key, the one around it is
    damaged, and the other is not lost with it. That is told by a first key which no part of a record has; or else, in a
    file whose values stand on lines of their own, by the key that the first begins with, where a line begins with it
    though the line before does not end as one within a value may. Text cannot look like either, since its quotes are
    escaped and it has no ends of lines; so no value that is in order is cut.

    :ivar shape: of every byte in the buffer.
    """

    def __init__(self, file: IO[bytes], first_key: str | None) -> None:
        """See a file.

        :param first_key: with which records begin and none of their parts; the lines of a file tell it when not given.
        """
        super().__init__(file)
        self.shape = bytearray()
        self._escaping = False
        # None while no value told it; empty where the first value does not begin a line of such values.
        self._key = f'"{first_key}"'.encode() if first_key else None
        self._by_lines = not first_key
        # Place in the file behind which no record may begin before what is passed has ended.
        self._alone_from: int | None = None
        # Places in the file: of the next beginning that is known, and of what was not looked through yet.
        self._next = -1
        self._unseen = 0

    def more(self) -> bool:
        """Read another piece, see :meth:`Window.more`."""
        begun = self.begins
        found = super().more()
        del self.shape[: self.begins - begun]
        piece = bytes(memoryview(self.buffer)[len(self.shape) :])
        if self._escaping and piece:
            piece = b"a" + piece[1:]
        if b"\\" in piece:
            piece = piece.replace(b"\\\\", b"aa").replace(b'\\"', b"aa")
        self._escaping = piece.endswith(b"\\") if piece else self._escaping
        self.shape += piece.translate(_SHAPE)
        return found

    def hold_record(self, *, alone: bool) -> None:
        """Hold what begins at the place that was reached, which must end before another record begins.

        :param alone: whether it is a value of the file, not an element of an array in one.
        """
        # The end of the line before is looked at, too.
        self.hold(max(self.begins, self.offset - _BEGINNING))
        while len(self.buffer) - self.at < _BEGINNING and self.more():
            pass
        self.hold()
        if self._key is None and alone:
            first = _FIRST_KEY.match(self.buffer, self.at)
            self._key, self._next = (first[1], self.offset) if first else (b"", -1)
        # An element that begins otherwise is none either if a record begins in it.
        is_one = self._beginning(self.offset) == self.offset if alone else not self._by_lines
        self._alone_from = self.offset + 1 if is_one else None

    def release(self) -> None:
        """What was held may be dropped, and need not end anywhere."""
        super().release()
        self._alone_from = None

    def take(self, start: int | None = None, end: int | None = None) -> bytes | None:
        """What was held, see :meth:`Window.take`; what follows need not end anywhere."""
        self._alone_from = None
        return super().take(start, end)

    def leave_array(self) -> None:
        """What follows an array of records must end before another record begins, too."""
        self._alone_from = None if self._by_lines else self.offset

    def bound(self) -> int:
        """Place in the buffer before which what is passed must have ended, as far as that is known: else its end."""
        found = -1 if self._alone_from is None else self._beginning(self._alone_from)
        return len(self.buffer) if found < 0 else found - self.begins

    def at_bound(self, bound: int) -> None:
        """Read another piece where the end of the buffer was reached.

        :raises TornError: where another record begins; that place is the one reached then.
        :raises EOFError: when there is nothing more.
        """
        if bound < len(self.buffer):
            self.at = bound
            raise TornError
        self.need()

    def _beginning(self, start: int) -> int:
        """Place in the file of the first beginning of a record from a place on; -1 where none is in the buffer.

        Every byte is looked at once, since places are asked for in their order.
        """
        if self._next >= start or not self._key:
            return self._next
        self._next = -1
        at = max(start, self._unseen) - self.begins
        while (at := self.buffer.find(self._key, max(at, 0))) >= 0:
            brace = self._brace_before(at)
            at += 1
            if brace >= start - self.begins:
                self._next, self._unseen = self.begins + brace, self.begins + at
                return self._next
        self._unseen = self.begins + len(self.buffer) - len(self._key) + 1
        return -1

    def _brace_before(self, key: int) -> int:
        """Place in the buffer of the brace before a key, if a record can begin with them; else -1."""
        start = max(0, key - _BEGINNING)
        before = bytes(memoryview(self.buffer)[start:key]).rstrip(b" \t" if self._by_lines else b" \t\r\n")
        if not before.endswith(b"{"):
            return -1
        line = before[:-1]
        if self._by_lines and (not line.endswith(_LINE_ENDS) or line.rstrip().endswith(_GOES_ON)):
            return -1
        return start + len(line)
