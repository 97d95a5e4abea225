"""The beginning of a file that is read once, looked at before the file is read."""

from __future__ import annotations

from typing import IO, cast

_BLANK = b"\xef\xbb\xbf \t\r\n"
_PIECE = 1 << 16


def opening(file: IO[bytes]) -> tuple[bytes, IO[bytes]]:
    """The first bytes of a file that are neither blank nor a byte order mark, and the file with everything in it.

    :returns: at most 64 KB, empty for a file that begins with as many blanks; and what is to be read instead, of which
        nothing but ``read`` can be asked.
    """
    head = b""
    # Some files give less than they are asked for, and a look at less may see less.
    while len(head) < _PIECE and (piece := file.read(_PIECE - len(head))):
        head += piece
    return head.lstrip(_BLANK), cast("IO[bytes]", _Again(head, file))


class _Again:
    """Bytes that were read already, and the rest of the file that they came from."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head, self._rest = head, rest

    def read(self, size: int = -1) -> bytes:
        if not self._head:
            return self._rest.read(size)
        if size < 0:
            piece, self._head = self._head + self._rest.read(), b""
        else:
            piece, self._head = self._head[:size], self._head[size:]
        return piece
