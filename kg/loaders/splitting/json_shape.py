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
_FIRST_KEY = re.compile(rb'\{[ \t]*+("(?>(?:[^"\\]|\\.){1,200})")', re.DOTALL)
# More than a bracket, white space and the first key have.
_BEGINNING = 300


class TornError(Exception):
    """Another record begins within what is passed."""


class Beginnings:
    """Places where records begin: a brace, and the key that they begin with."""

    def __init__(self, key: bytes, *, on_lines: bool) -> None:
        """Take places for such.

        :param key: with its quotes.
        :param on_lines: only where they open a line, and the line before does not end as one within a value may.
        """
        self._key = key
        self._on_lines = on_lines
        # Places in the file: of the next one that is known, and of what was not looked through yet.
        self._next = -1
        self._unseen = 0

    def first(self, window: Window, start: int) -> int:
        """Place in the file of the first one from a place on; -1 where none is in the buffer.

        Every byte is looked at once, since places are asked for in their order.
        """
        if self._next >= start:
            return self._next
        at = max(start, self._unseen) - window.begins
        while (at := window.buffer.find(self._key, max(at, 0))) >= 0:
            brace = self._brace_before(window, at)
            at += 1
            if brace >= start - window.begins:
                self._next, self._unseen = window.begins + brace, window.begins + at
                return self._next
        self._next, self._unseen = -1, window.begins + len(window.buffer) - len(self._key) + 1
        return -1

    def _brace_before(self, window: Window, key: int) -> int:
        """Place in the buffer of the brace before a key, if a record can begin with them; else -1."""
        start = max(0, key - _BEGINNING)
        before = bytes(memoryview(window.buffer)[start:key]).rstrip(b" \t" if self._on_lines else b" \t\r\n")
        if not before.endswith(b"{"):
            return -1
        line = before[:-1]
        if self._on_lines and (not line.endswith(_LINE_ENDS) or not line.rstrip() or line.rstrip().endswith(_GOES_ON)):
            return -1
        return start + len(line)


class Shaped(Window):
    """A window with the shape of what is in it, and the place where what is passed must have ended.

    No record is part of another. So where one begins within something else, that is damaged, or is no record, and the
    other is not lost with it. Where records begin is told by a first key that no part of a record has; and in a file of
    values on lines of their own by the key that the first line begins with, for lines that begin as it does: there no
    value that is in order is cut, however its lines are set. Text cannot look like either, since its quotes are escaped
    and it has no ends of lines.

    :ivar shape: of every byte in the buffer.
    """

    # To see how the line before ended, and a beginning that came in two pieces.
    BEHIND = _BEGINNING

    def __init__(self, file: IO[bytes], first_key: str | None) -> None:
        """See a file.

        :param first_key: with which records begin and none of their parts, where there is such a key.
        """
        super().__init__(file)
        self.shape = bytearray()
        self._escaping = False
        self._anywhere = Beginnings(f'"{first_key}"'.encode(), on_lines=False) if first_key else None
        self._on_lines: Beginnings | None = None
        self._is_first = True
        # Places in the file from which on none of these may come before what is passed has ended.
        self._guards: list[tuple[Beginnings, int]] = []

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
        while len(self.buffer) - self.at < _BEGINNING and self.more():
            pass
        self.hold()
        self._guards = [(self._anywhere, self.offset + 1)] if self._anywhere else []
        if alone and (self._is_first or (self._on_lines and self._on_lines.first(self, self.offset) == self.offset)):
            if self._is_first and (key := _FIRST_KEY.match(self.buffer, self.at)):
                self._on_lines = Beginnings(key[1], on_lines=True)
            self._guards += [(self._on_lines, self.offset + 1)] if self._on_lines else []
        self._is_first = False

    def release(self) -> None:
        """What was held may be dropped, and need not end anywhere."""
        super().release()
        self._guards = []

    def take(self, start: int | None = None, end: int | None = None) -> bytes | None:
        """What was held, see :meth:`Window.take`; what follows need not end anywhere."""
        self._guards = []
        return super().take(start, end)

    def leave_array(self) -> None:
        """What follows an array of records must end before another record begins, too."""
        self._guards = [(self._anywhere, self.offset)] if self._anywhere else []

    def bound(self) -> int:
        """Place in the buffer before which what is passed must have ended, as far as that is known: else its end."""
        found = [place for guard, start in self._guards if (place := guard.first(self, start)) >= 0]
        return min(found) - self.begins if found else len(self.buffer)

    def at_bound(self, bound: int) -> None:
        """Read another piece where the end of the buffer was reached.

        :raises TornError: where another record begins; that place is the one reached then.
        :raises EOFError: when there is nothing more.
        """
        if bound < len(self.buffer):
            self.at = bound
            raise TornError
        self.need()
