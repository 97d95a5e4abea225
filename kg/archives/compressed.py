"""One file in each: ``.gz``, ``.bz2`` and ``.xz``, under the address of the archive."""

from __future__ import annotations

import bz2
import gzip
import lzma
from collections.abc import Callable
from contextlib import nullcontext
from typing import Protocol

from kg.archives.limits import XZ_MEMORY
from kg.archives.members import Member, Members
from kg.archives.streams import Budget, Readable, Stream

_PIECE = 64 * 1024


class _Unpacking(Protocol):
    """One stream of a compressed file, as :mod:`bz2` and :mod:`lzma` unpack it."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


class _Streams:
    """What is in a file of one compressed stream or several, with zeros between them or none.

    :class:`lzma.LZMAFile` has no limit of memory, and neither it nor :class:`bz2.BZ2File` says that it stops at bytes
    behind a stream that are none.
    """

    def __init__(self, file: Stream, begin: Callable[[], _Unpacking]) -> None:
        self._file = file
        self._begin = begin
        self._inside = begin()

    def read1(self, size: int = -1, /) -> bytes:
        """Some bytes, none at the end."""
        while True:
            if self._inside.eof:
                packed = self._next_stream()
                if not packed:
                    return b""
                self._inside = self._begin()
            else:
                packed = self._file.read(_PIECE) if self._inside.needs_input else b""
                if self._inside.needs_input and not packed:
                    raise EOFError("Compressed file ended before the end-of-stream marker was reached")
            if piece := self._inside.decompress(packed, size):
                return piece

    def _next_stream(self) -> bytes:
        """The first bytes behind a stream but for zeros, of which there may be any number; none at the end."""
        packed = self._inside.unused_data
        while not (begun := packed.lstrip(b"\x00")):
            packed = self._file.read(_PIECE)
            if not packed:
                return b""
        return begun


def gunzipped(stream: Stream, budget: Budget) -> Members:
    """The one file of a ``.gz``; several that were put together are one."""
    return _only(stream, budget, lambda: gzip.GzipFile(fileobj=stream, mode="rb"))


def bunzipped(stream: Stream, budget: Budget) -> Members:
    """The one file of a ``.bz2``; several that were put together are one."""
    return _only(stream, budget, lambda: _Streams(stream, bz2.BZ2Decompressor))


def unxz(stream: Stream, budget: Budget) -> Members:
    """The one file of a ``.xz``; several that were put together are one."""

    def begin() -> _Unpacking:
        return lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=XZ_MEMORY)

    return _only(stream, budget, lambda: _Streams(stream, begin))


def _only(stream: Stream, budget: Budget, unpacked: Callable[[], Readable]) -> Members:
    def inside() -> nullcontext[Stream]:
        return nullcontext(Stream(stream.uri, unpacked(), budget=budget, packed=lambda: stream.consumed))

    yield Member(stream.uri, None, inside)
