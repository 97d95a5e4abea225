"""A file seen through a window: what splitting needs of it is held, and no more."""

from __future__ import annotations

from typing import IO

from kg.errors import DocumentError
from kg.loaders.splitting import whole

# Half and twice as much were no faster; a window of a small file is never longer than the file.
PIECE = 1_000_000


class Window:
    """The bytes of a file from a held place on; the file is read once, forwards.

    :cvar BEHIND: so many bytes before the place that was reached are kept in any case.
    :ivar buffer: the bytes that are held.
    :ivar at: place in the buffer that was reached.
    :ivar begins: place in the file of the first byte of the buffer.
    :ivar damage: why the file could not be read further; its end was met there.
    """

    BEHIND = 0

    def __init__(self, file: IO[bytes]) -> None:
        self.buffer = bytearray()
        self.at = self.begins = 0
        self.damage: DocumentError | None = None
        self._file = file
        self._held: int | None = None
        self._since = 0
        self._too_long = False

    @property
    def offset(self) -> int:
        """Place in the file that was reached, in bytes."""
        return self.begins + self.at

    @property
    def since(self) -> int:
        """Place in the file of what was last held."""
        return self._since

    @property
    def ended(self) -> bool:
        """Whether the end of the buffer was reached."""
        return self.at >= len(self.buffer)

    def hold(self, start: int | None = None) -> None:
        """Drop nothing until it is taken or released, unless it grows longer than any record.

        :param start: place in the file from which on; the one that was reached when not given.
        """
        self._since = self.offset if start is None else start
        self._held, self._too_long = self._since - self.begins, self._since < self.begins

    def release(self) -> None:
        """What was held may be dropped."""
        self._held = None

    def take(self, start: int | None = None, end: int | None = None) -> bytes | None:
        """What was held, up to the place that was reached; it may be dropped then.

        :param start: place in the file of the part that is wanted.
        :param end: and of its end.
        :returns: None when it is longer than any record.
        """
        held, self._held = self._held, None
        if self._too_long or held is None:
            return None
        begin = held if start is None else start - self.begins
        stop = self.at if end is None else end - self.begins
        return None if stop - begin > whole.MOST else bytes(memoryview(self.buffer)[begin:stop])

    def more(self) -> bool:
        """Read another piece and drop what is not held; False at the end of the file, or where it is damaged."""
        if self._held is not None and (self._too_long or len(self.buffer) - self._held > whole.MOST):
            self._held, self._too_long = None, True
        drop = (self.at if self._held is None else min(self._held, self.at)) - self.BEHIND
        if drop > 0:
            del self.buffer[:drop]
            self.at -= drop
            self.begins += drop
            self._held = None if self._held is None else self._held - drop
        try:
            piece = b"" if self.damage else self._file.read(PIECE)
        except DocumentError as error:
            self.damage, piece = error, b""
        self.buffer += piece
        return bool(piece)

    def need(self) -> None:
        """Read another piece.

        :raises EOFError: when there is none.
        """
        if not self.more():
            raise EOFError
