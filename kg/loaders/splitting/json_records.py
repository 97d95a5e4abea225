"""JSON files to the records in them: cut at brackets, never read as JSON.

Syntax: https://www.rfc-editor.org/rfc/rfc8259; several values in a file: https://jsonlines.org and RFC 7464.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Generator, Iterator
from contextlib import suppress
from functools import reduce
from typing import IO, NamedTuple

from kg.document import Document
from kg.loaders.splitting.json_shape import Shaped, TornError
from kg.loaders.splitting.numbering import Numbering

# Each step of the expression is a run of one byte of the shape, and objects are passed in it with up to eight in each
# other: 180 MB/s with what making the shape costs, on pages of the API (150 with four, 100 where text, its escapes and
# two kinds of brackets are matched in the file itself).
_PLAIN = rb'a*+(?>(?:"[^"]*+"a*+)*)'
_RUN = re.compile(reduce(lambda inner, _: rb"%b(?>(?:{%b}%b)*)" % (_PLAIN, inner, _PLAIN), range(8), _PLAIN))
# Byte order mark and the record separator of RFC 7464 included.
_BLANK = re.compile(rb"[\s,\x1e\xef\xbb\xbf]*+")
_SCALAR = re.compile(rb"[^\s,\"\[\]{}]*+")
_STRAY = re.compile(rb"[^\r\n\[{]*+")
_START = re.compile(rb"(?:\xef\xbb\xbf)?[\s\x1e]*[\[{]")
# No key of a path is longer; a longer one is passed as what it is, any text.
_LONGEST_KEY = 200
_MEMBER = re.compile(rb'"((?>(?:[^"\\]|\\.){0,200}))"\s{0,1000}+:\s{0,1000}+(\S)', re.DOTALL)

_ARRAY, _OBJECT, _QUOTE, _OPEN = b'[{"{'
_CLOSES = b"]}"


class _Piece(NamedTuple):
    body: bytes | None
    offset: int
    # Whether it is a value of the file, not an element of an array in one.
    alone: bool


def is_json(head: bytes) -> bool:
    """Whether the first bytes of a file begin an object or an array, behind what may stand before one."""
    return bool(_START.match(head))


def json_records(
    uri: str, file: IO[bytes], *, key: str | None = None, first_key: str | None = None
) -> Iterator[Document]:
    """The records of a JSON file, as it is read.

    They are the elements of an array under ``key``, those of an array that is the file, or else the values of the file
    (JSON lines, or one after the other). Elements are numbered from 1; a file of one value is one record, under the
    address of the file, without the spaces and the byte order mark around it. Damage within a record stays in that
    record; where its brackets or quotes are not in order, as long as the next record shows itself, see :class:`Shaped`.

    :param uri: address of the file.
    :param key: where the array stands in the one object of a page, as ``studies`` or
        ``FullStudiesResponse.FullStudies``; an object that has none there is a record itself.
    :param first_key: with which every record begins and none of their parts, where there is such a key.
    :raises Unreadable: after the last record that could be given, for records longer than any and for the rest of a
        file that ends in the midst of one.
    """
    window, numbering = Shaped(file, first_key), Numbering(uri)
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


def _values(window: Shaped, path: list[bytes]) -> Iterator[_Piece]:
    """The values of a file, or the elements of those that hold an array of records."""
    while _reach(window, _BLANK):
        offset = window.offset
        first = window.buffer[window.at]
        if first == _ARRAY:
            window.at += 1
            yield from _elements(window)
            continue
        window.hold_record(alone=True)
        is_page = False
        if first == _OBJECT:
            window.at += 1
            with suppress(TornError):
                is_page = yield from _members(window, path)
        else:
            window.at += 1
            _reach(window, _STRAY)
        if not is_page:
            yield _Piece(window.take(), offset, alone=True)


def _members(window: Shaped, path: list[bytes]) -> Generator[_Piece, None, bool]:
    """Pass an object, from behind its bracket, giving the elements of the array at a path.

    :returns: whether that array is there; from where it was met on, the object is not held.
    """
    found = False
    try:
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
                window.leave_array()
            elif name == path[0] and first == b"{" and len(path) > 1:
                window.at += 1
                found |= yield from _members(window, path[1:])
            else:
                _pass_value(window)
        _close(window)
    except TornError:
        if not found:
            raise
    return found


def _member(window: Shaped) -> re.Match[bytes] | None:
    """Key of the next member of an object and the first byte of its value; None where there is none of use."""
    while not (member := _MEMBER.match(window.buffer, window.at)):
        if window.buffer[window.at] != _QUOTE or len(window.buffer) - window.at > 3 * 1000 or not window.more():
            return None
    return member


def _elements(window: Shaped) -> Iterator[_Piece]:
    """The elements of an array, from behind its bracket."""
    while True:
        _must_reach(window, _BLANK)
        byte = window.buffer[window.at]
        if byte in _CLOSES:
            window.at += 1
            if byte == _CLOSES[0]:
                return
            # A brace too many does not end the array.
            continue
        offset = window.offset
        window.hold_record(alone=False)
        with suppress(TornError):
            _pass_value(window)
        yield _Piece(window.take(), offset, alone=False)


def _pass_value(window: Shaped) -> None:
    first = window.shape[window.at]
    window.at += 1
    if first == _OPEN:
        _close(window)
    elif first == _QUOTE:
        _close_text(window)
    else:
        _must_reach(window, _SCALAR)


def _close(window: Shaped) -> None:
    """Pass everything to behind the bracket that closes the one before this place."""
    depth = 1
    while depth:
        bound = window.bound()
        window.at = _end(_RUN, window.shape, window.at, bound)
        if window.at >= bound:
            window.at_bound(bound)
            continue
        byte = window.shape[window.at]
        window.at += 1
        if byte == _QUOTE:
            _close_text(window)
        else:
            depth += 1 if byte == _OPEN else -1


def _close_text(window: Shaped) -> None:
    """Pass everything to behind the quote that ends a text."""
    while (end := window.shape.find(b'"', window.at, bound := window.bound())) < 0:
        window.at = bound
        window.at_bound(bound)
    window.at = end + 1


def _reach(window: Shaped, passed: re.Pattern[bytes]) -> bool:
    """Pass what a pattern describes; whether anything stands behind it."""
    while True:
        window.at = _end(passed, window.buffer, window.at)
        if not window.ended:
            return True
        if not window.more():
            return False


def _must_reach(window: Shaped, passed: re.Pattern[bytes]) -> None:
    if not _reach(window, passed):
        raise EOFError


def _end(pattern: re.Pattern[bytes], text: bytearray, start: int, bound: int = sys.maxsize) -> int:
    match = pattern.match(text, start, bound)
    return match.end() if match else start
