"""What an archive gives, as a file that can be looked at before it is read and that refuses to grow without end."""

from __future__ import annotations

import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from typing import IO, Protocol

from kg.archives.limits import FREE, RATIO
from kg.errors import DocumentError, Unreadable

# What the libraries that unpack raise at damaged archives.
DAMAGE = (
    *(OSError, EOFError, ValueError, NotImplementedError, RuntimeError),
    *(zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError),
)
_PIECE = 1_000_000
# Of a damaged name, 65,535 bytes may be in the words of a library.
_LONGEST_SAID = 300


class Readable(Protocol):
    """What gives some bytes at a time."""

    def read1(self, size: int = -1, /) -> bytes:
        """At most so many bytes; none only at the end."""


class Budget:
    """How much one file may unpack to, through all archives within it.

    :ivar spent: whether it gave more; nothing in it is read any further.
    """

    def __init__(self, uri: str) -> None:
        self.spent = False
        self._uri = uri
        self._given = 0
        self._taken: Callable[[], int] = int

    def measure(self, taken: Callable[[], int]) -> None:
        """Say how many bytes the file itself has, or how many were read of one that has no size."""
        self._taken = taken

    def add(self, size: int) -> None:
        """Count some bytes that were unpacked.

        :raises Unreadable: when they are too many for what the file itself has.
        """
        self._given += size
        if self._given > FREE and self._given > RATIO * self._taken():
            self.spent = True
            raise too_much(self._uri)


def too_much(uri: str) -> Unreadable:
    """Why a bomb is refused."""
    return Unreadable(uri, "unpacks to too much", f"wanted at most {RATIO} times its size beyond {FREE:,} bytes")


def unreadable(uri: str, error: Exception) -> Unreadable:
    """Why a file that is damaged, or not there, is refused; in one line that is not long, whatever the library says."""
    said = " ".join(str(error).split()) or "its end"
    found = said if len(said) <= _LONGEST_SAID else f"{said[:_LONGEST_SAID]}…"
    return Unreadable(uri, "cannot be read", f"wanted a readable file, found {found}")


class Stream(io.BufferedIOBase):
    """A file, or a member of an archive, read once and forwards.

    Where it is damaged, all before that place is read first. Errors are :class:`~kg.errors.DocumentError` only.

    :ivar uri: its address.
    :ivar ended: whether all of it was read, and nothing was damaged.
    :ivar itself: the file on disk, when it is one, in which one can go back and forth.
    :ivar consumed: how many bytes were read of it, those that were only looked at included.
    """

    def __init__(
        self,
        uri: str,
        file: Readable,
        *,
        budget: Budget | None = None,
        packed: Callable[[], int] | None = None,
        itself: IO[bytes] | None = None,
    ) -> None:
        """As above.

        :param budget: to which what is read is counted: for what an archive gives.
        :param packed: how many bytes of the archive that took so far.
        """
        super().__init__()
        self.uri = uri
        self.itself = itself
        self.ended = False
        self.consumed = 0
        self._file = file
        self._budget = budget
        self._packed = packed
        self._ahead = b""
        self._error: DocumentError | None = None

    def peek(self, size: int) -> bytes:
        """The first bytes of what was not read yet: as many as asked for, fewer only where the file ends.

        :raises DocumentError: when there are none because of damage.
        """
        while len(self._ahead) < size and (piece := self._pull(size - len(self._ahead))):
            self._ahead += piece
        if not self._ahead and self._error:
            raise self._error
        return self._ahead[:size]

    def readable(self) -> bool:
        """Yes."""
        return True

    def read(self, size: int | None = -1) -> bytes:
        """So many bytes, fewer where the file ends or is damaged, all without a number.

        :raises DocumentError: when there are none because of damage; without a number, for damage anywhere.
        """
        everything = size is None or size < 0
        wanted = size if size is not None and size >= 0 else io.DEFAULT_BUFFER_SIZE
        pieces, held = [self._ahead[:wanted]], min(wanted, len(self._ahead))
        if everything:
            pieces, held = [self._ahead], len(self._ahead)
        self._ahead = self._ahead[held:]
        while (everything or held < wanted) and (piece := self._pull(_PIECE if everything else wanted - held)):
            pieces.append(piece)
            held += len(piece)
        if self._error and (everything or (wanted and not held)):
            raise self._error
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def read1(self, size: int = -1) -> bytes:
        """Some bytes, at most as many as asked for."""
        return self.read(size if size >= 0 else io.DEFAULT_BUFFER_SIZE)

    def _pull(self, size: int) -> bytes:
        """At least one byte of the file unless it ended or is damaged; what is damaged stays so."""
        if self._error:
            return b""
        try:
            # Not read: where an archive is cut, it would lose what it has by then.
            piece = self._file.read1(min(size, _PIECE))
            self.consumed += len(piece)
            self._check(len(piece))
        except DocumentError as error:
            self._error = error
            return b""
        except DAMAGE as error:
            self._error = unreadable(self.uri, error)
            return b""
        self.ended |= not piece
        return piece

    def _check(self, size: int) -> None:
        if self._budget:
            self._budget.add(size)
        if self._packed and self.consumed > FREE and self.consumed > RATIO * self._packed():
            raise too_much(self.uri)
