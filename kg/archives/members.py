"""Members of archives, and which of their names are none that an address may hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass

from kg.archives.streams import Stream
from kg.errors import DocumentError, Unreadable

# As in folders: hidden ones, what a Mac adds to archives, and what is about the documents beside it.
_ABOUT = re.compile(r"(?:readme|licen[cs]e)(?:\.(?:md|txt|rst))?", re.IGNORECASE)
_DRIVE = re.compile(r"[A-Za-z]:")
# There and back, so that a byte that is no UTF-8 shows its number.
_BYTES = ("utf-8", "surrogateescape")
_TEXT = ("utf-8", "backslashreplace")


@dataclass(frozen=True, slots=True)
class Member:
    """A file, or one in an archive, that may be read.

    :ivar uri: its address.
    :ivar stamp: is another one when the bytes are others, told without reading them; None where nothing tells.
    :ivar open: gives its bytes.
    :ivar proved: whether its bytes, now that they were read, are those that its stamp stands for. A stamp that is only
        stated beside them stays the same when they are damaged, and when they are repaired.
    :ivar size: how many bytes of an archive's budget it takes, as its stamp states; 0 where it takes none.
    """

    uri: str
    stamp: str | None
    open: Callable[[], AbstractContextManager[Stream]]
    proved: Callable[[], bool] = lambda: True
    size: int = 0


# The members of an archive in order, or why one of them is refused.
Members = Iterator[Member | DocumentError]


def is_read(path: str) -> bool:
    """Whether a file at a place in a folder or an archive is read at all.

    >>> is_read("a/NCT1.xml"), is_read("a/.git/x"), is_read("__MACOSX/a/x"), is_read("LICENSE")
    (True, False, False, False)
    """
    parts = path.split("/")
    hidden = any(part == "__MACOSX" or (part.startswith(".") and part.strip(".")) for part in parts)
    return not hidden and not _ABOUT.fullmatch(parts[-1])


def address(uri: str, name: str) -> str:
    r"""Address of a member of an archive.

    >>> address("trials.zip", "a\\NCT1.json"), address("trials.tar", "./trials/./NCT1.json")
    ('trials.zip!/a/NCT1.json', 'trials.tar!/trials/NCT1.json')

    :raises Unreadable: for a name that leads out of the archive or cannot stand in one line. Nothing is ever written
        under such a name, but addresses are shown and compared.
    """
    path = name.replace("\\", "/")
    strange = path.startswith("/") or _DRIVE.match(path) or not all(map(_is_shown, path.encode(*_BYTES).decode(*_TEXT)))
    parts = [part for part in path.split("/") if part != "."]
    if strange or not any(parts) or ".." in parts:
        raise Unreadable(f"{uri}!/{name[:200]!a}", "strange name", "wanted a path within the archive")
    return f"{uri}!/{in_one_line('/'.join(parts))}"


def in_one_line(path: str) -> str:
    r"""A path as it can be shown, stored and compared: what is no UTF-8, and what is no letter, as its escape.

    Python keeps each byte of a name that is no UTF-8 as half of a surrogate pair, which no store takes.

    >>> in_one_line("caf\udce9\n.json"), in_one_line("café\u3000.json")
    ('caf\\xe9\\n.json', 'café\u3000.json')
    """
    text = path.encode(*_BYTES).decode(*_TEXT)
    return "".join(c if _is_shown(c) else c.encode("unicode_escape").decode() for c in text)


def _is_shown(letter: str) -> bool:
    # Blanks of other widths, such as the one that does not break, are not printable to Python but end no line.
    return letter.isprintable() or unicodedata.category(letter) == "Zs"
