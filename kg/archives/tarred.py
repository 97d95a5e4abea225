"""Members of tar archives, in their order, read once and forwards."""

from __future__ import annotations

import io
import tarfile
from contextlib import nullcontext
from typing import IO, Protocol, cast

from kg.archives.looks import looks_like
from kg.archives.members import Member, Members, address, is_read
from kg.archives.streams import DAMAGE, Budget, Readable, Stream, unreadable
from kg.errors import DocumentError, Unreadable

# A name or an extended header has a few hundred bytes, but may say that it has a thousand million.
_LONGEST_HEADER = 1_000_000
_END = bytes(tarfile.BLOCKSIZE)


class _Listing(Protocol):
    members: list[tarfile.TarInfo]


class _Forwards(io.RawIOBase):
    """A stream in which tarfile may skip, but never go back: an archive made for that has it turn in circles."""

    def __init__(self, stream: Stream) -> None:
        super().__init__()
        self._stream = stream
        self._at = 0
        self.last = b""

    def tell(self) -> int:
        """How far it was read."""
        return self._at

    def seek(self, place: int, whence: int = 0) -> int:
        """Skip to a place."""
        if whence or place < self._at:
            raise tarfile.ReadError("a member that begins before the one before it ends")
        while place > self._at and self.read(min(place - self._at, _LONGEST_HEADER)):
            pass
        return self._at

    def read(self, size: int = -1) -> bytes:
        """So many bytes, fewer at the end."""
        if not 0 <= size <= _LONGEST_HEADER:
            raise tarfile.ReadError(f"a header of {size:,} bytes")
        self.last = self._stream.read(size)
        self._at += len(self.last)
        return self.last


def untarred(stream: Stream, _: Budget) -> Members:
    """The files of a tar archive; links, devices and files with holes are refused.

    A tar unpacks to no more than it is, so nothing is counted to a budget.
    """
    forwards = _Forwards(stream)
    try:
        archive = tarfile.TarFile(fileobj=cast(IO[bytes], forwards), errorlevel=2)
        while info := archive.next():
            # Those that were passed would be kept to the end.
            cast(_Listing, archive).members.clear()
            if not info.isdir() and is_read(info.name):
                yield _member(stream.uri, archive, info)
        if forwards.last != _END:
            found = "the end of the file" if len(forwards.last) < len(_END) else "something else"
            yield Unreadable(stream.uri, "cut short", f"wanted the header of a member or an empty block, found {found}")
        elif behind := _behind(stream):
            yield behind
    except DAMAGE as error:
        yield unreadable(stream.uri, error)
    except DocumentError as error:
        yield error


def _behind(stream: Stream) -> Unreadable | None:
    """Why what follows the end of an archive is refused; nothing for the zeros that fill it up."""
    while piece := stream.read(_LONGEST_HEADER):
        if rest := piece.lstrip(b"\x00"):
            wanted = "wanted nothing but zeros behind the end of the archive"
            return Unreadable(stream.uri, "goes on behind its end", f"{wanted}, found {looks_like(rest)}")
    return None


def _member(uri: str, archive: tarfile.TarFile, info: tarfile.TarInfo) -> Member | DocumentError:
    try:
        place = address(uri, info.name)
    except DocumentError as error:
        return error
    if not info.isreg() or info.issparse():
        return Unreadable(place, "no file", "wanted a file, found a link, a device or a file with holes")
    return Member(place, None, lambda: nullcontext(Stream(place, cast(Readable, archive.extractfile(info)))))
