"""XML files to the records in them: cut at tags, never read as XML.

Syntax: https://www.w3.org/TR/xml/.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import IO, NamedTuple

from kg.document import Document
from kg.errors import DocumentError, Unreadable
from kg.loaders.splitting.numbering import Numbering
from kg.loaders.splitting.window import Window

_ENCODING = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?\sencoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_UTF_8 = {"utf-8", "utf8", "us-ascii", "ascii"}
# Encodings in which the bytes of tags stand for nothing else.
_SINGLE_BYTE = re.compile(r"iso[-_]?8859[-_]\d\d?|latin-?1|windows-125\d|cp125\d", re.IGNORECASE)
# In these, tags are only words.
_QUIET = rb"<(?:!--|!\[CDATA\[|\?|!DOCTYPE)"
_ENDS = {b"<!--": b"-->", b"<![CDATA[": b"]]>", b"<?": b"?>"}
_FIRST = re.compile(_QUIET + rb"|<([A-Za-z_:\x80-\xff][^\s/><]*+)(?=[\s/>])")
_IN_TAG = re.compile(rb"[\"'>]")
_IN_DECLARATION = re.compile(rb"[\"'>\[]")
_IN_SUBSET = re.compile(rb"[\"'\]]|<!--|<\?")
_SLASH = ord("/")
# Of what was looked through in vain this much stays, since what is looked for may be cut in two by the window.
_TAIL = 300


class _Piece(NamedTuple):
    body: bytes | None
    offset: int
    # Whether it is all of the file.
    alone: bool


def xml_records(uri: str, file: IO[bytes], *tags: bytes) -> Iterator[Document]:
    """Each outermost element with one of some tags, as the file is read.

    Records are numbered from 1, without anything that stands around them; those of a file in another encoding that it
    declares are given in UTF-8. A file that is one such element is one record and gives itself, byte for byte. Tags in
    comments, CDATA, processing instructions and the document type are words.

    :param uri: address of the file.
    :param tags: names as they stand in the file, with any prefix.
    :raises Unreadable: for a file without any of the elements, or in an encoding that cannot be cut; after the last
        record that could be given, for records longer than any and the rest of a file that ends in the midst of one.
    """
    window, numbering = Window(file), Numbering(uri)
    encoding = _encoding(uri, window)
    root, some = b"", False
    try:
        root = _root(window)
        for body, offset, alone in _pieces(_Tags(window, root, tags), alone=root in tags):
            some = True
            address = uri if alone else numbering.following()
            try:
                if body is None:
                    numbering.too_long(address, offset)
                else:
                    yield Document(address, body if alone else _in_utf_8(address, body, encoding), offset)
            except DocumentError as error:
                numbering.refuse(error)
    except EOFError:
        if root and not window.damage:
            some = True
            numbering.cut_short(numbering.following() if numbering.count or root not in tags else uri, window.since)
    if window.damage:
        numbering.refuse(window.damage)
    elif not some:
        wanted = " or ".join(f"<{tag.decode()}>" for tag in tags)
        found = f"XML with root element {root[:100].decode(errors='replace')}" if root else "no element at all"
        numbering.refuse(Unreadable(uri, "no records", f"wanted {wanted}, found {found}"))
    numbering.finish()


def _encoding(uri: str, window: Window) -> str | None:
    """The encoding that a file declares, None for UTF-8.

    :raises Unreadable: for one in which tags cannot be told by their bytes.
    """
    while len(window.buffer) < 1000 and window.more():
        pass
    head = bytes(window.buffer[:1000])
    declared = _ENCODING.match(head)
    name = declared[1].decode() if declared else "utf-8"
    if b"\x00" in head or head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        name = "UTF-16 or UTF-32"
    # As libxml2 has it for a file that is one record: the mark is stronger than what is declared.
    if name.lower() in _UTF_8 or head.startswith(codecs.BOM_UTF8):
        return None
    if not _SINGLE_BYTE.fullmatch(name) or not _is_known(name):
        raise Unreadable(uri, "not UTF-8", f"wanted UTF-8 or an encoding of one byte a letter, found {name}")
    return name


def _is_known(encoding: str) -> bool:
    """Whether there is such an encoding: of ISO 8859 there is no part 12."""
    try:
        codecs.lookup(encoding)
    except LookupError:
        return False
    return True


def _in_utf_8(uri: str, body: bytes, encoding: str | None) -> bytes:
    if encoding is None:
        return body
    try:
        return body.decode(encoding).encode()
    except UnicodeDecodeError as error:
        found = f"wanted {encoding}, found byte 0x{body[error.start]:02x} at {error.start}"
        raise DocumentError(uri, "not of its encoding", found) from error


def _root(window: Window) -> bytes:
    """Name of the first element, at which the window then stands; all before it is held.

    :raises EOFError: when there is none.
    """
    window.hold()
    while True:
        found = _must_find(window, _FIRST)
        if found[1]:
            window.at = found.start()
            return found[1]
        _pass_quiet(window, found)


class _Tags:
    """The tags of a file one after the other, of all within the root those that are looked for.

    :ivar open: how many roots are open.
    """

    def __init__(self, window: Window, root: bytes, tags: tuple[bytes, ...]) -> None:
        self.window = window
        self.open = 0
        self._names = tags
        self._all = _tags(*{*tags, root})
        self._one = {tag: _tags(tag) for tag in tags}

    def following(self) -> re.Match[bytes] | None:
        """The start of the next record, which is not passed yet; None at the end of the file."""
        while found := _find(self.window, self._all):
            if found[2] in self._names and not found[1]:
                self.window.at = found.start()
                return found
            self.open += self._passed(found)
        return None

    def pass_element(self, start: re.Match[bytes]) -> None:
        """Pass an element from its start tag on.

        :raises EOFError: when it has no end.
        """
        # Before more is read: a match knows its places in the buffer, not what stood there.
        looked_for = self._one[start[2]]
        depth = self._passed(start)
        while depth:
            depth += self._passed(_must_find(self.window, looked_for))

    def _passed(self, found: re.Match[bytes]) -> int:
        """Pass what was found; how many more elements are open behind it."""
        if found[2] is None:
            _pass_quiet(self.window, found)
            return 0
        closing, self.window.at = found[1], found.end()
        if _pass_to_end(self.window, _IN_TAG):
            return 0
        return -1 if closing else 1


def _pieces(tags: _Tags, *, alone: bool) -> Iterator[_Piece]:
    """The outermost elements of a file.

    :param alone: whether the first of them is the root, so that it is the whole file unless there is another.
    """
    window = tags.window
    found = tags.following()
    if alone and found:
        start = window.offset
        tags.pass_element(found)
        end = window.offset
        found = tags.following()
        if not found:
            window.at = len(window.buffer)
            yield _Piece(window.take(), 0, alone=True)
            return
        yield _Piece(window.take(start, end), start, alone=False)
    while found:
        window.hold()
        offset = window.offset
        tags.pass_element(found)
        yield _Piece(window.take(), offset, alone=False)
        found = tags.following()
    if tags.open > 0:
        window.hold()
        raise EOFError


def _tags(*names: bytes) -> re.Pattern[bytes]:
    either = b"|".join(re.escape(name) for name in names)
    return re.compile(_QUIET + rb"|<(/?)(%b)(?=[\s/>])" % either)


def _find(window: Window, pattern: re.Pattern[bytes]) -> re.Match[bytes] | None:
    """The next place that a pattern describes; the window stands before it."""
    while not (found := pattern.search(window.buffer, window.at)):
        window.at = max(window.at, len(window.buffer) - _TAIL)
        if not window.more():
            return None
    return found


def _must_find(window: Window, pattern: re.Pattern[bytes]) -> re.Match[bytes]:
    found = _find(window, pattern)
    if not found:
        raise EOFError
    return found


def _pass_quiet(window: Window, found: re.Match[bytes]) -> None:
    """Pass a comment, CDATA, a processing instruction or the document type."""
    kind, window.at = found[0], found.end()
    if kind in _ENDS:
        _pass_to(window, _ENDS[kind])
    else:
        _pass_to_end(window, _IN_DECLARATION)


def _pass_to(window: Window, end: bytes) -> None:
    while (found := window.buffer.find(end, window.at)) < 0:
        window.at = max(window.at, len(window.buffer) - len(end) + 1)
        window.need()
    window.at = found + len(end)


def _pass_to_end(window: Window, inside: re.Pattern[bytes]) -> bool:
    """Pass the rest of a tag or a document type; whether it is the tag of an empty element."""
    while True:
        found = _must_find(window, inside)
        sign, window.at = found[0], found.end()
        if sign == b">":
            return window.buffer[max(found.start() - 1, 0)] == _SLASH
        if sign == b"[":
            _pass_subset(window)
        else:
            _pass_to(window, sign)


def _pass_subset(window: Window) -> None:
    while (found := _must_find(window, _IN_SUBSET))[0] != b"]":
        sign, window.at = found[0], found.end()
        _pass_to(window, _ENDS.get(sign, sign))
    window.at = found.end()
