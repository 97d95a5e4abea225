"""JSON files to the records in them: cut at brackets, never read as JSON.

Syntax: https://www.rfc-editor.org/rfc/rfc8259; several values in a file: https://jsonlines.org and RFC 7464.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from functools import reduce
from typing import IO, NamedTuple

from kg.document import Document
from kg.loaders.splitting.numbering import Numbering
from kg.loaders.splitting.window import Window

# What is looked through is the shape of the file: every bracket as a brace, quotes that are no part of a text, and
# ``a`` for all else. Then each step of the expression is a run of one byte, and objects are passed in it with up to
# eight in each other: 180 MB/s with what making the shape costs, on pages of the API (150 with four, 100 where text,
# its escapes and two kinds of brackets are matched in the file itself).
_SHAPE = bytes(ord('"' if c in b'"' else "{" if c in b"{[" else "}" if c in b"}]" else "a") for c in range(256))
_PLAIN = rb'a*+(?:"[^"]*+"a*+)*+'
_RUN = re.compile(reduce(lambda inner, _: rb"%b(?:{%b}%b)*+" % (_PLAIN, inner, _PLAIN), range(8), _PLAIN))
# Byte order mark and the record separator of RFC 7464 included.
_BLANK = re.compile(rb"[\s,\x1e\xef\xbb\xbf]*+")
_SCALAR = re.compile(rb"[^\s,\"\[\]{}]*+")
_STRAY = re.compile(rb"[^\r\n\[{]*+")
# No key of a path is longer; a longer one is passed as what it is, any text.
_LONGEST_KEY = 200
_MEMBER = re.compile(rb'"((?:[^"\\]|\\.){0,200}+)"\s{0,1000}+:\s{0,1000}+(\S)', re.DOTALL)

_ARRAY, _OBJECT, _QUOTE, _OPEN, _CLOSE = b'[{"{}'


class _Shaped(Window):
    """A window with the shape of what is in it."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__(file)
        self.shape = bytearray()
        self._escaping = False

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


class _Piece(NamedTuple):
    body: bytes | None
    offset: int
    # Whether it is a value of the file, not an element of an array in one.
    alone: bool


def json_records(uri: str, file: IO[bytes], *, key: str | None = None) -> Iterator[Document]:
    """The records of a JSON file, as it is read.

    They are the elements of an array under ``key``, those of an array that is the file, or else the values of the file
    (JSON lines, or one after the other). Elements are numbered from 1; a file of one value is one record, under the
    address of the file, without the spaces and the byte order mark around it. Damage within a record stays in that
    record as long as its brackets and quotes are in order.

    :param uri: address of the file.
    :param key: where the array stands in the one object of a page, as ``studies`` or
        ``FullStudiesResponse.FullStudies``; an object that has none there is a record itself.
    :raises Unreadable: after the last record that could be given, for records longer than any and for the rest of a
        file that ends in the midst of one.
    """
    window, numbering = _Shaped(file), Numbering(uri)
    path = [name.encode() for name in key.split(".")] if key else []
    first: Document | None = None
    try:
        for body, offset, alone in _values(window, path):
            if first:
                yield Document(numbering.following(), first.body, first.offset)
                first = None
            if body is None:
                numbering.too_long(numbering.following(), offset)
            elif alone and not numbering.count:
                first = Document(uri, body, offset)
            else:
                yield Document(numbering.following(), body, offset)
        if first:
            yield first
    except EOFError:
        if first:
            yield Document(numbering.following(), first.body, first.offset)
        if not window.damage:
            numbering.cut_short(numbering.following() if numbering.count else uri, window.since)
    if window.damage:
        numbering.refuse(window.damage)
    numbering.finish()


def _values(window: _Shaped, path: list[bytes]) -> Iterator[_Piece]:
    """The values of a file, or the elements of those that hold an array of records."""
    while _reach(window, _BLANK):
        offset = window.offset
        first = window.buffer[window.at]
        if first == _ARRAY:
            window.at += 1
            yield from _elements(window)
            continue
        window.hold()
        is_page = False
        if first == _OBJECT:
            window.at += 1
            is_page = yield from _members(window, path)
        else:
            window.at += 1
            _reach(window, _STRAY)
        if not is_page:
            yield _Piece(window.take(), offset, alone=True)


def _members(window: _Shaped, path: list[bytes]) -> Generator[_Piece, None, bool]:
    """Pass an object, from behind its bracket, giving the elements of the array at a path.

    :returns: whether that array is there; from where it was met on, the object is not held.
    """
    found = False
    while path:
        _must_reach(window, _BLANK)
        member = _member(window)
        if not member:
            break
        name, first = member[1], member[2]
        window.at = member.start(2)
        if name == path[0] and first == b"[" and len(path) == 1:
            window.release()
            found = True
            window.at += 1
            yield from _elements(window)
        elif name == path[0] and first == b"{" and len(path) > 1:
            window.at += 1
            found |= yield from _members(window, path[1:])
        else:
            _pass_value(window)
    _close(window)
    return found


def _member(window: _Shaped) -> re.Match[bytes] | None:
    """Key of the next member of an object and the first byte of its value; None where there is none of use."""
    while not (member := _MEMBER.match(window.buffer, window.at)):
        if window.buffer[window.at] != _QUOTE or len(window.buffer) - window.at > 3 * 1000 or not window.more():
            return None
    return member


def _elements(window: _Shaped) -> Iterator[_Piece]:
    """The elements of an array, from behind its bracket."""
    while True:
        _must_reach(window, _BLANK)
        if window.shape[window.at] == _CLOSE:
            window.at += 1
            return
        offset = window.offset
        window.hold()
        _pass_value(window)
        yield _Piece(window.take(), offset, alone=False)


def _pass_value(window: _Shaped) -> None:
    first = window.shape[window.at]
    window.at += 1
    if first == _OPEN:
        _close(window)
    elif first == _QUOTE:
        _close_text(window)
    else:
        _must_reach(window, _SCALAR)


def _close(window: _Shaped) -> None:
    """Pass everything to behind the bracket that closes the one before this place."""
    depth = 1
    while depth:
        window.at = _end(_RUN, window.shape, window.at)
        if window.ended:
            window.need()
            continue
        byte = window.shape[window.at]
        window.at += 1
        if byte == _QUOTE:
            _close_text(window)
        else:
            depth += 1 if byte == _OPEN else -1


def _close_text(window: _Shaped) -> None:
    """Pass everything to behind the quote that ends a text."""
    while (end := window.shape.find(b'"', window.at)) < 0:
        window.at = len(window.shape)
        window.need()
    window.at = end + 1


def _reach(window: _Shaped, passed: re.Pattern[bytes]) -> bool:
    """Pass what a pattern describes; whether anything stands behind it."""
    while True:
        window.at = _end(passed, window.buffer, window.at)
        if not window.ended:
            return True
        if not window.more():
            return False


def _must_reach(window: _Shaped, passed: re.Pattern[bytes]) -> None:
    if not _reach(window, passed):
        raise EOFError


def _end(pattern: re.Pattern[bytes], text: bytearray, start: int) -> int:
    match = pattern.match(text, start)
    return match.end() if match else start
