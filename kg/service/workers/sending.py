"""How a worker gives an answer away: whole where it is short, as it comes where it is long."""

from __future__ import annotations

import gzip
import socket
import zlib
from collections.abc import Iterable
from typing import IO, Protocol, cast

import zstandard
from msgspec.structs import replace

from kg.service.asking import Answer, Asked
from kg.service.problems import Problem
from kg.service.workers import wire

# What fits in here is sent whole, with its length; the first part of anything longer goes out when it is full.
FIRST = 64 * 1024
# One value may be as long as memory allows, and the engine writes it in one go; the other side takes it in pieces of
# this size, since it holds a piece until it is complete, and gives each away before it takes more.
PIECE = 256 * 1024
# Below this, packing saves no packet.
WORTH_PACKING = 1_000


class Packer(Protocol):
    """A compressor of a stream."""

    def compress(self, data: bytes, /) -> bytes:
        """What can be given away of all so far."""

    def flush(self) -> bytes:
        """The rest."""


def packer(coding: str) -> Packer:
    """A compressor for a content coding: ``gzip`` or ``zstd``."""
    if coding == "zstd":
        return cast("Packer", zstandard.ZstdCompressor(level=3).compressobj())
    return zlib.compressobj(6, zlib.DEFLATED, 31)


def packed(coding: str, body: bytes) -> bytes:
    """A whole body in a content coding; the same bytes each time."""
    return zstandard.compress(body, 3) if coding == "zstd" else gzip.compress(body, 6, mtime=0)


class Out:
    """The file that a job writes its body into.

    :ivar begun: whether anything was sent, after which an error can only cut the answer off.
    """

    def __init__(self, connection: socket.socket, head: wire.Head, coding: str) -> None:
        self._connection = connection
        self._head = head
        self._coding = coding
        self._packer: Packer | None = None
        self._parts: list[bytes] = []
        self._size = 0
        self.begun = False

    def write(self, data: bytes) -> int:
        """Take bytes; some of them may be sent."""
        self._parts.append(bytes(data))
        self._size += len(data)
        if self._size >= FIRST:
            self._send(b"".join(self._parts))
            self._parts, self._size = [], 0
        return len(data)

    def writelines(self, parts: Iterable[bytes]) -> None:
        """Take several parts."""
        for part in parts:
            self.write(part)

    def flush(self) -> None:
        """Nothing: parts are sent when they are worth it."""

    def _send(self, data: bytes) -> None:
        if not self.begun:
            self.begun = True
            headers = self._head.headers
            if self._coding:
                self._packer = packer(self._coding)
                headers = (*headers, ("content-encoding", self._coding))
            head = wire.Head(self._head.status, headers, self._head.tag)
            self._connection.sendall(wire.frame(wire.HEAD, wire.encode(head)))
        whole = memoryview(data)
        for at in range(0, len(whole), PIECE):
            piece = whole[at : at + PIECE].tobytes()
            if self._packer:
                piece = self._packer.compress(piece)
            if piece:
                self._connection.sendall(wire.frame(wire.PART, piece))

    def finish(self, rows: int | None, *, spent: bool) -> None:
        """Send what is left, and that it is all."""
        rest, end = b"".join(self._parts), wire.End(rows, spent)
        if not self.begun:
            whole_answer(self._connection, self._head, rest, self._coding, end)
            return
        self._send(rest)
        if self._packer:
            self._connection.sendall(wire.frame(wire.PART, self._packer.flush()))
        self._connection.sendall(wire.frame(wire.END, wire.encode(end)))


def whole_answer(connection: socket.socket, head: wire.Head, body: bytes, coding: str, end: wire.End) -> None:
    """Send an answer at once."""
    headers = head.headers
    if coding and len(body) >= WORTH_PACKING:
        body = packed(coding, body)
        headers = (*headers, ("content-encoding", coding))
    complete = wire.Head(head.status, (*headers, ("content-length", str(len(body)))), head.tag, head.outcome)
    connection.sendall(wire.whole(complete, end, body))


def head_of(answer: Answer, tag: str) -> wire.Head:
    """Status and headers of an answer."""
    kind = answer.media_type
    if kind.startswith("text/") and "charset" not in kind:
        kind += "; charset=utf-8"
    more = ((name.lower(), value) for name, value in answer.headers.items())
    return wire.Head(int(answer.status), (("content-type", kind), *more), tag)


def refused(connection: socket.socket, problem: Problem, tag: str, end: wire.End) -> None:
    """Send what is wrong instead of an answer, and what became of the request."""
    head = replace(head_of(problem.answer(), tag), outcome=problem.outcome)
    whole_answer(connection, head, problem.document(), "", end)


def file_of(out: Out) -> IO[bytes]:
    """The same as what writers of bodies ask for."""
    return cast("IO[bytes]", out)


def coding_for(asked: Asked, answer: Answer) -> str:
    """The content coding: what was asked for, unless the job packed the body itself."""
    return "" if any(name.lower() == "content-encoding" for name in answer.headers) else asked.coding
