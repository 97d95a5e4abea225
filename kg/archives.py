"""Files and folders to documents: what is in them, of which format, and one visible reject for everything else.

A kind of archive is one function from an opened file to the files within it, and its first bytes, in ``PACKED``.
"""

from __future__ import annotations

import gzip
import io
import os
import re
import stat
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO, cast

from kg import loaders
from kg.document import Document
from kg.errors import DocumentError, KgError, Unreadable

# As much of a file as a format is recognised by.
HEAD = 64 * 1024
STDIN = "-"

# A document with the name of its format, or why there is none.
Found = tuple[str, Document] | DocumentError
Opened = tuple[str, IO[bytes]]

_SIGNATURES = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x1f\x8b", "gzip"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
)
_ABOUT = re.compile(r"(?:readme|licen[cs]e)(?:\.(?:md|txt|rst))?", re.IGNORECASE)
_ROOT_ELEMENT = re.compile(rb"<([A-Za-z_][\w.:\-]*)")


def documents(paths: Sequence[str]) -> Iterator[Found]:
    """Every single record of some files, folders (with the folders in them, in sorted order) and ``-`` for stdin.

    Addresses of documents are relative to the folder that was named, so that the same folder gives the same addresses
    wherever it stands; a file that was named keeps its path as given. Hidden files and folders are skipped, and so are
    files called README or LICENSE in a folder: they are about the documents beside them. Folders that are a graph of
    ours are skipped, the one being built included.

    :returns: documents with their format, split into single records; a file of none of our formats, and one that
        cannot be opened, gives an :class:`~kg.errors.Unreadable` in its place.
    :raises KgError: at once, when a path does not exist.
    """
    missing = [path for path in paths if path != STDIN and not os.path.exists(path)]
    if missing:
        raise KgError(f"wanted files or folders, found nothing at {', '.join(missing)}")
    return (found for path in paths for found in _documents_of(path))


def _documents_of(path: str) -> Iterator[Found]:
    for uri, file in files(path):
        try:
            with open_file(file) as opened:
                for member, stream in contents(uri, opened):
                    yield from records(member, stream)
        except (OSError, EOFError, zlib.error) as error:
            yield Unreadable(uri, "cannot be read", f"wanted a readable file, found {error}")


def files(path: str) -> Iterator[tuple[str, str]]:
    """Address and path of each file: the one named, or all in a folder that are to be read, sorted."""
    if path == STDIN or not os.path.isdir(path):
        yield path, path
        return
    root = Path(path)
    visible = (
        file.relative_to(root)
        for folder, names in _walked(root)
        for file in (Path(folder, name) for name in names)
        if not any(part.startswith(".") for part in file.relative_to(root).parts) and not _ABOUT.fullmatch(file.name)
    )
    for inside in sorted(visible):
        yield inside.as_posix(), str(root / inside)


def _walked(root: Path) -> Iterator[tuple[str, list[str]]]:
    """Each folder that is no graph, with the names of its files; a graph is made of documents and holds none."""
    for folder, inside, names in os.walk(root):
        if _is_graph(Path(folder)):
            inside.clear()
        else:
            yield folder, names


def _is_graph(folder: Path) -> bool:
    return (folder / "snapshots").is_dir() and any((folder / name).is_file() for name in ("lock", "current"))


def open_file(path: str) -> AbstractContextManager[IO[bytes]]:
    """A file for reading, or stdin, which stays open afterwards.

    :raises OSError: when it cannot be read, or is a pipe or device in which reading could wait for ever.
    """
    if path == STDIN:
        return nullcontext(sys.stdin.buffer)
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise OSError("neither a file nor a folder")
    return open(path, "rb")


def contents(uri: str, file: IO[bytes]) -> Iterator[Opened]:
    """The files within a file, archives in archives unpacked: itself when it is no archive."""
    # Wrapped only where it must be: peeking leaves what was looked at to be read.
    readable = file if isinstance(file, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, file))
    unpack = next((unpack for first, unpack in PACKED if readable.peek(len(first)).startswith(first)), None)
    if unpack is None:
        yield uri, readable
        return
    for member, stream in unpack(uri, readable):
        yield from contents(member, stream)


def gunzipped(uri: str, file: IO[bytes]) -> Iterator[Opened]:
    """The one file of a ``.gz``, under the address of the archive."""
    with gzip.GzipFile(fileobj=file, mode="rb") as inside:
        yield uri, cast(IO[bytes], inside)


# First bytes of each kind of archive, and what unpacks it.
PACKED: tuple[tuple[bytes, Callable[[str, IO[bytes]], Iterator[Opened]]], ...] = ((b"\x1f\x8b", gunzipped),)


def records(uri: str, file: IO[bytes]) -> Iterator[Found]:
    """The single records of one file, by the format that its first bytes look like.

    :returns: as :func:`documents`; what a file says before the place where splitting it fails is kept.
    """
    head = file.read(HEAD)
    name = loaders.recognised(head)
    if name is None or _is_binary(head):
        wanted = ", ".join(loaders.names())
        yield Unreadable(uri, "not a known format", f"wanted one of {wanted}, found {looks_like(head)}")
        return
    try:
        for document in loaders.load(name).split(uri, _whole_again(head, file)):
            yield name, document
    except DocumentError as error:
        yield error


def _whole_again(head: bytes, file: IO[bytes]) -> IO[bytes]:
    return io.BytesIO(head + file.read())


def _is_binary(head: bytes) -> bool:
    # All our formats are text, and what detects one of them may find its words in an archive of such texts.
    return b"\x00" in head or _is_tar(head)


def _is_tar(head: bytes) -> bool:
    return head[257:262] == b"ustar"


def looks_like(head: bytes) -> str:
    """What the first bytes of a file look like, in a few words for a message.

    >>> looks_like(b'<?xml version="1.0"?><rss>'), looks_like(b"[1]"), looks_like(b"")
    ('XML with root element rss', 'JSON', 'an empty file')
    """
    for signature, words in _SIGNATURES:
        if head.startswith(signature):
            return words
    if _is_tar(head):
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
