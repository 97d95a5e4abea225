"""Members of zip archives, in the order of their list.

Layout: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
"""

from __future__ import annotations

import stat
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import IO, cast

from kg.archives.limits import IN_MEMORY, SPOOLED
from kg.archives.members import Member, Members, address, is_read
from kg.archives.streams import DAMAGE, Budget, Readable, Stream, unreadable
from kg.errors import DocumentError, Unreadable

_PIECE = 1_000_000
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)
# Whole or in part, by flag: bits 0, 6 and 13.
_ENCRYPTED = 0x2041
_LOCAL_HEADER = 30
# The first member of an office document or an e-book, which are zip archives that hold no documents of ours.
_OFFICE = ("[Content_Types].xml", "mimetype", "_rels/.rels")


def unzipped(stream: Stream, budget: Budget) -> Members:
    """The files of a zip archive. Its list is held: 580 bytes a member, 60 MB for 100,000.

    A member that is refused is one :class:`~kg.errors.Unreadable`; an archive without its list, since it was cut, is
    refused whole.
    """
    try:
        with _seekable(stream) as file, zipfile.ZipFile(file) as archive:
            infos = archive.infolist()
            if infos and infos[0].filename in _OFFICE:
                raise Unreadable(
                    stream.uri, "not a known format", "wanted an archive of documents, found an office document"
                )
            overlapping = _overlapping(infos)
            for info in infos:
                # Not is_dir(), which stumbles over a name of no letters.
                if not info.filename.endswith("/") and is_read(info.filename.replace("\\", "/")):
                    yield _member(stream.uri, archive, info, budget, overlaps=info.header_offset in overlapping)
    except DAMAGE as error:
        yield unreadable(stream.uri, error)
    except DocumentError as error:
        yield error


@contextmanager
def _seekable(stream: Stream) -> Iterator[IO[bytes]]:
    """The archive as a file in which one can go back and forth, which a member of another archive is not."""
    if stream.itself:
        yield stream.itself
        return
    with tempfile.SpooledTemporaryFile(IN_MEMORY) as kept:
        while piece := stream.read(_PIECE):
            kept.write(piece)
            if kept.tell() > SPOOLED:
                raise Unreadable(
                    stream.uri, "too long", f"wanted a zip of at most {SPOOLED:,} bytes here; name the file"
                )
        yield cast(IO[bytes], kept)


def _overlapping(infos: Sequence[zipfile.ZipInfo]) -> set[int]:
    """Where members begin whose bytes are those of another one too: many can so be made of a few.

    Both are refused: the first is one that Python from 3.11.8 on does not open, and older ones do.
    """
    found, last, end = set[int](), 0, 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        start = info.header_offset
        if start < end:
            found |= {last, start}
        until = start + _LOCAL_HEADER + len(info.orig_filename) + info.compress_size
        if until > end:
            last, end = start, until
    return found


def _member(uri: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget, *, overlaps: bool) -> Member:
    try:
        place = address(uri, info.filename)
        refused = _refused(place, info, overlaps=overlaps)
    except DocumentError as error:
        place, refused = error.uri, error
    ended = False

    @contextmanager
    def opened() -> Iterator[Stream]:
        nonlocal ended
        if refused:
            raise refused
        with archive.open(info) as file:
            stream = Stream(place, cast(Readable, file), budget=budget, packed=lambda: info.compress_size)
            yield stream
            # Only at its end is its checksum compared with the one that is stated, and its size with nothing.
            ended = stream.ended and stream.consumed == info.file_size

    return Member(place, f"zip {info.CRC:08x} {info.file_size}", opened, lambda: ended, info.file_size)


def _refused(place: str, info: zipfile.ZipInfo, *, overlaps: bool) -> DocumentError | None:
    """Why a member is not opened, if it is not."""
    if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG):
        return Unreadable(place, "no file", "wanted a file, found a link or a device")
    if info.flag_bits & _ENCRYPTED:
        return Unreadable(place, "encrypted", "wanted a member that is not, found one that is")
    if info.compress_type not in _METHODS:
        return Unreadable(place, "unknown compression", f"wanted method 0, 8 or 12, found {info.compress_type}")
    if overlaps:
        return Unreadable(place, "overlaps", "wanted bytes of its own, found those of another member")
    return None
