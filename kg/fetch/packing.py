"""Bodies of answers, unpacked where they were packed for the way, and no longer than is believed."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from itertools import chain

import urllib3

from kg.errors import FetchError

# What is read, and unpacked, at a time; a broken connection loses no more of a file.
PIECE = 1 << 16
# The longest body that is believed: a thousand studies of half a megabyte each.
MOST = 1 << 29
# Both names of one coding, https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1.3, and none.
_PACKED, _PLAIN = frozenset({"gzip", "x-gzip"}), frozenset({"", "identity"})
_MAGIC = b"\x1f\x8b"
_GZIP = 16 + zlib.MAX_WBITS


def body_of(answer: urllib3.BaseHTTPResponse, url: str, most: int = MOST) -> bytes:
    """The whole body of an answer, as it was before it was packed.

    :param most: bytes that are believed; what is longer, packed or not, is read no further.
    :raises FetchError: for a longer one.
    :raises HTTPError: for one that broke off or is damaged.
    """
    coding = answer.headers.get("Content-Encoding", "").strip().lower()
    if coding not in _PACKED | _PLAIN:
        answer.close()
        raise urllib3.exceptions.DecodeError(f"a body packed as {coding[:20]!r}, which was not asked for")
    pieces, size = [], 0
    read = answer.stream(PIECE, decode_content=False)
    try:
        for piece in _unpacked(read) if coding in _PACKED else read:
            size += len(piece)
            if size > most:
                raise FetchError(url, None, f"wanted an answer of at most {most >> 20} MB, found a longer one")
            pieces.append(piece)
    except BaseException:
        # What is left of it belongs to no other request.
        answer.close()
        raise
    return b"".join(pieces)


def _unpacked(packed: Iterator[bytes]) -> Iterator[bytes]:
    head, inflate = b"", None
    for piece in packed:
        head += piece
        if len(head) >= len(_MAGIC):
            break
    if not head.startswith(_MAGIC):
        # Apache says so of all that has .gz in its name, such as x.gz.md5; what is packed and damaged is no answer.
        yield head
        yield from packed
        return
    try:
        for piece in chain([head], packed):
            left = piece
            while left:
                if inflate is None or inflate.eof:
                    inflate = zlib.decompressobj(_GZIP)
                yield inflate.decompress(left, PIECE)
                left = inflate.unconsumed_tail or inflate.unused_data
        if inflate is not None:
            yield inflate.flush()
    except zlib.error as error:
        raise urllib3.exceptions.DecodeError(f"a damaged packed body ({error})") from error
    if inflate is not None and not inflate.eof:
        raise urllib3.exceptions.DecodeError("half a packed body")
