"""What the first bytes of a file look like."""

from __future__ import annotations

import re

_SIGNATURES = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "a zip archive"),
    (b"PK\x05\x06", "a zip archive"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "zstandard"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"\xff\xfe\x00\x00", "text in UTF-32"),
    (b"\xff\xfe", "text in UTF-16"),
    (b"\xfe\xff", "text in UTF-16"),
)
_ROOT_ELEMENT = re.compile(rb"<([A-Za-z_][\w.:\-]*)")


def is_tar(head: bytes) -> bool:
    """Whether these are the first bytes of a tar archive."""
    return head[257:262] == b"ustar"


def is_binary(head: bytes) -> bool:
    """Whether these are the first bytes of no text.

    All our formats are text, and what detects one of them may find its words in an archive of such texts.
    """
    return b"\x00" in head or is_tar(head)


def looks_like(head: bytes) -> str:
    """What the first bytes of a file look like, in a few words for a message.

    >>> looks_like(b'<?xml version="1.0"?><rss>'), looks_like(b"[1]"), looks_like(b"")
    ('XML with root element rss', 'JSON', 'an empty file')
    """
    for signature, words in _SIGNATURES:
        if head.startswith(signature):
            return words
    if is_tar(head):
        return "a tar archive"
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not text:
        return "an empty file"
    if b"\x00" in head:
        return "binary data"
    if text[:1] in b"{[":
        return "JSON"
    if text.startswith(b"<"):
        root = _ROOT_ELEMENT.search(text)
        return f"XML with root element {root[1].decode('ascii')}" if root else "XML"
    return "text"
