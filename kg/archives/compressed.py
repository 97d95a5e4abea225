"""One file in each: ``.gz``, ``.bz2`` and ``.xz``, under the address of the archive."""

from __future__ import annotations

import bz2
import gzip
import lzma
from collections.abc import Callable
from contextlib import nullcontext
from typing import IO, cast

from kg.archives.limits import XZ_MEMORY
from kg.archives.members import Member, Members
from kg.archives.streams import Budget, Readable, Stream

_PIECE = 64 * 1024


class _Xz:
    """What is in a ``.xz`` file; :class:`lzma.LZMAFile` has no limit of memory."""

    def __init__(self, file: Stream) -> None:
        self._file = file
        self._inside = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=XZ_MEMORY)

    def read1(self, size: int = -1, /) -> bytes:
        """Some bytes, none at the end."""
        while True:
            if self._inside.eof:
                packed = self._inside.unused_data or self._file.read(_PIECE)
                if not packed.strip(b"\x00"):
                    return b""
                self._inside = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=XZ_MEMORY)
            else:
                packed = self._file.read(_PIECE) if self._inside.needs_input else b""
                if self._inside.needs_input and not packed:
                    raise EOFError("Compressed file ended before the end-of-stream marker was reached")
            if piece := self._inside.decompress(packed, size):
                return piece


def gunzipped(stream: Stream, budget: Budget) -> Members:
    """The one file of a ``.gz``; several that were put together are one."""
    return _only(stream, budget, lambda: gzip.GzipFile(fileobj=stream, mode="rb"))


def bunzipped(stream: Stream, budget: Budget) -> Members:
    """The one file of a ``.bz2``."""
    return _only(stream, budget, lambda: bz2.BZ2File(cast(IO[bytes], stream)))


def unxz(stream: Stream, budget: Budget) -> Members:
    """The one file of a ``.xz``."""
    return _only(stream, budget, lambda: _Xz(stream))


def _only(stream: Stream, budget: Budget, unpacked: Callable[[], Readable]) -> Members:
    def inside() -> nullcontext[Stream]:
        return nullcontext(Stream(stream.uri, unpacked(), budget=budget, packed=lambda: stream.consumed))

    yield Member(stream.uri, None, inside)
