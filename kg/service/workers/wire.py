"""How requests and answers travel between processes: frames with a length and a kind, over a socket."""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterator
from typing import Final

import msgspec
from msgspec import Struct

from kg.service.asking import Asked

# To a worker: what is asked, and which snapshot to open.
ASK: Final = 1
OPEN: Final = 2
# From a worker: a snapshot is open; a whole answer; head, parts and end of a long one; an end before the end; and what
# it found damaged.
OPENED: Final = 11
WHOLE: Final = 12
HEAD: Final = 13
PART: Final = 14
END: Final = 15
CUT: Final = 16
DAMAGED: Final = 17
_PREFIX = struct.Struct(">IB")
_LENGTH = struct.Struct(">I")
_AT_ONCE = 64 * 1024
# Of what a worker says at once: its longest are a whole answer of 1 MB and what it refuses a query with.
MOST = 16 << 20


class Opened(Struct, frozen=True, array_like=True):
    """A snapshot is open.

    :ivar tag: tells it from all others, those of the same number in another store included.
    """

    snapshot: str
    tag: str
    pid: int
    network: bool


class Head(Struct, frozen=True, array_like=True):
    """All of an answer but its body.

    :ivar headers: names in lower case.
    :ivar outcome: what became of the request.
    """

    status: int
    headers: tuple[tuple[str, str], ...]
    tag: str
    outcome: str = "ok"


class End(Struct, frozen=True, array_like=True):
    """What is known of an answer when it is over.

    :ivar rows: of a table; None where nobody counted.
    :ivar spent: whether the process has grown so much that another should take its place.
    """

    rows: int | None
    spent: bool


encode = msgspec.msgpack.Encoder().encode
asked_of = msgspec.msgpack.Decoder(Asked).decode
opened_of = msgspec.msgpack.Decoder(Opened).decode
head_of = msgspec.msgpack.Decoder(Head).decode
end_of = msgspec.msgpack.Decoder(End).decode


def frame(kind: int, payload: bytes) -> bytes:
    """One frame."""
    return _PREFIX.pack(len(payload), kind) + payload


def whole(head: Head, end: End, body: bytes) -> bytes:
    """A frame with all of an answer."""
    first, last = encode(head), encode(end)
    return b"".join(
        (
            _PREFIX.pack(8 + len(first) + len(last) + len(body), WHOLE),
            _LENGTH.pack(len(first)),
            first,
            _LENGTH.pack(len(last)),
            last,
            body,
        )
    )


def parts_of_whole(payload: bytes) -> tuple[Head, End, bytes]:
    """Head, end and body of a whole answer."""
    (first,) = _LENGTH.unpack_from(payload)
    (last,) = _LENGTH.unpack_from(payload, 4 + first)
    at = 8 + first
    return head_of(payload[4 : 4 + first]), end_of(payload[at : at + last]), payload[at + last :]


class Odd(Exception):
    """What no worker of ours says; the engine may run somebody else's code there."""


class Frames:
    """Bytes as they come, to frames."""

    def __init__(self) -> None:
        self._left = b""

    def feed(self, data: bytes) -> Iterator[tuple[int, bytes]]:
        """The frames that are complete with these bytes: kind, payload.

        :raises Odd: for a frame that nobody wants to keep until it is complete.
        """
        buffer = self._left + data if self._left else data
        at = 0
        while len(buffer) - at >= _PREFIX.size:
            length, kind = _PREFIX.unpack_from(buffer, at)
            begin = at + _PREFIX.size
            if length > MOST:
                raise Odd(f"wanted at most {MOST:,} bytes at once, found that {length:,} are to come")
            if len(buffer) - begin < length:
                break
            yield kind, buffer[begin : begin + length]
            at = begin + length
        self._left = buffer[at:]


class Incoming:
    """Frames of a connection that blocks."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._left = b""

    def next(self) -> tuple[int, bytes] | None:
        """Kind and payload of the next frame; None when the other side hung up."""
        buffer, wanted = bytearray(self._left), _PREFIX.size
        while True:
            if len(buffer) >= _PREFIX.size:
                length, kind = _PREFIX.unpack_from(buffer)
                wanted = _PREFIX.size + length
                if len(buffer) >= wanted:
                    self._left = bytes(buffer[wanted:])
                    return kind, bytes(buffer[_PREFIX.size : wanted])
            try:
                # Most frames come whole with the first look.
                part = self._connection.recv(max(_AT_ONCE, wanted - len(buffer)))
            except ConnectionError:
                return None
            if not part:
                return None
            buffer += part


def received(connection: socket.socket) -> tuple[int, bytes] | None:
    """The only frame that a connection which blocks has for us; None when the other side hung up."""
    return Incoming(connection).next()
