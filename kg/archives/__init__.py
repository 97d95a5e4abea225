"""Files and folders to documents: what is in them, of which format, and one visible reject for everything else.

A kind of archive is one function from a stream to the members within it, and how its first bytes look, in ``PACKED``.
Nothing is unpacked to disk, and what is held is a piece of a file, one record and the list of a zip archive.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import IO, cast, overload

from kg import loaders
from kg.archives.compressed import bunzipped, gunzipped, unxz
from kg.archives.folders import STDIN, files, has_failed, open_file, stamp_of
from kg.archives.limits import DEPTH
from kg.archives.looks import is_binary, is_tar, looks_like
from kg.archives.members import Member, Members, in_one_line
from kg.archives.streams import DAMAGE, Budget, Readable, Stream, unreadable
from kg.archives.tarred import untarred
from kg.archives.zipped import unzipped
from kg.document import Document
from kg.errors import DocumentError, KgError, Unreadable

# As much of a file as a format is recognised by.
HEAD = 64 * 1024
_SIGNATURE = 512

# No stamp of any member.
UNPROVED = ""

# A document with the name of its format, or why there is none.
Found = tuple[str, Document] | DocumentError
# Address and stamp of a member to what :attr:`Finished.count` said of it; None to have it read.
Known = Callable[[str, str], int | None]

PACKED: tuple[tuple[Callable[[bytes], bool], Callable[[Stream, Budget], Members]], ...] = (
    (lambda head: head.startswith((b"PK\x03\x04", b"PK\x05\x06")), unzipped),
    (lambda head: head.startswith(b"\x1f\x8b"), gunzipped),
    (lambda head: head.startswith(b"BZh") and head[4:10] == b"1AY&SY", bunzipped),
    (lambda head: head.startswith(b"\xfd7zXZ\x00"), unxz),
    (is_tar, untarred),
)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or a member of an archive that is as it was, and was not read.

    :ivar count: how many documents and refusals it gave when it was read, as ``known`` told.
    """

    uri: str
    stamp: str
    count: int


@dataclass(frozen=True, slots=True)
class Finished:
    """All of a file or a member was given.

    :ivar stamp: by which it is known again; :data:`UNPROVED` for one that must be read again in any case, since its
        bytes are not those that its archive states, or were not read to their end.
    :ivar count: how many documents that were, and refusals in their place.
    """

    uri: str
    stamp: str
    count: int


@overload
def documents(paths: Sequence[str], known: None = None) -> Iterator[Found]:  # noqa: D418
    """Documents and refusals only, where nobody asks what is known."""


@overload
def documents(paths: Sequence[str], known: Known) -> Iterator[Found | Skipped | Finished]:  # noqa: D418
    """With what was skipped and finished between them."""


def documents(paths: Sequence[str], known: Known | None = None) -> Iterator[Found | Skipped | Finished]:
    """Every single record of some files, folders (with the folders in them, in sorted order) and ``-`` for stdin.

    Archives are read through: zip, tar, gzip, bzip2 and xz, in each other too. Addresses of documents are relative to
    the folder that was named, so that the same folder gives the same addresses wherever it stands; a file that was
    named keeps its path as given, and so does one whose address another folder has given already; a member of an
    archive is ``trials.zip!/NCT1.json``. Bytes of a name that are no UTF-8, and what would end a line, are escaped.
    Links are followed, those to folders that were met already left out. Hidden files and folders are skipped, and so
    are files called README or LICENSE: they are about the documents beside them. Folders that are a graph of ours are
    skipped, the one being built included.

    :param known: lets files and members that are as they were be skipped. It is asked for each that has a stamp (files
        on disk and members of zip archives) before it is opened. Where it gives a number, the member is not read and
        one :class:`Skipped` stands for all in it; where it gives None, what is in it is followed by a
        :class:`Finished`. So every document stands in one of them at most: an archive whose members have stamps is
        never finished itself, and what is in a tar archive belongs to the file that this is.
    :returns: documents with their format, split into single records; a file of none of our formats, and one that
        cannot be opened, gives an :class:`~kg.errors.Unreadable` in its place.
    :raises KgError: at once, when a path does not exist.
    """
    missing = [path for path in paths if path != STDIN and not os.path.exists(path)]
    if missing:
        raise KgError(f"wanted files or folders, found nothing at {', '.join(missing)}")
    return (found for uri, file in _addressed(paths) for found in _of_file(uri, file, known))


def _addressed(paths: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Address and path of each file; of two in different folders with one address the second has its path for one."""
    given: set[str] = set()
    for path in paths:
        for uri, file in files(path):
            yield in_one_line(file) if uri in given else uri, file
            if len(paths) > 1:
                given.add(uri)


def _of_file(uri: str, path: str, known: Known | None) -> Iterator[Found | Skipped | Finished]:
    budget = Budget(uri)
    failed = False

    @contextmanager
    def opened() -> Iterator[Stream]:
        nonlocal failed
        failed = True
        with open_file(path) as file:
            stream = Stream(uri, cast(Readable, file), itself=None if path == STDIN else file)
            size = os.fstat(file.fileno()).st_size if stream.itself else None
            budget.measure(lambda: stream.consumed if size is None else size)
            yield stream
            failed = has_failed(file)

    # Who may not read a file, or from a disk that fails, learns nothing of its bytes that would hold the next time.
    return _of_member(Member(uri, stamp_of(path), opened, lambda: not failed), budget, known, 0)


def _of_member(member: Member, budget: Budget, known: Known | None, depth: int) -> Iterator[Found | Skipped | Finished]:
    """What is in a file or a member of an archive, unless it is known, and that it is finished."""
    if not known or not member.stamp:
        yield from _inside(member, budget, known, depth)
        return
    count = known(member.uri, member.stamp)
    if count is not None:
        yield Skipped(member.uri, member.stamp, count)
        try:
            # As if it had been read, so that what is too much is so at the same place in every build.
            budget.add(member.size)
        except DocumentError as error:
            yield error
        return
    count, in_parts = 0, False
    for found in _inside(member, budget, known, depth):
        in_parts |= isinstance(found, Skipped | Finished)
        count += 1
        yield found
    if not in_parts:
        # That an archive gives too much is said of the file itself, so only when this is read to there again.
        proved = member.proved() and not (depth and budget.spent)
        yield Finished(member.uri, member.stamp if proved else UNPROVED, count)


def _inside(member: Member, budget: Budget, known: Known | None, depth: int) -> Iterator[Found | Skipped | Finished]:
    """What is in a file or a member of an archive, opened as it is."""
    with ExitStack() as opened:
        try:
            stream = opened.enter_context(member.open())
            head = stream.peek(_SIGNATURE)
        except DocumentError as error:
            yield error
            return
        except DAMAGE as error:
            yield unreadable(member.uri, error)
            return
        unpack = next((unpack for looks, unpack in PACKED if looks(head)), None)
        if not unpack:
            yield from records(stream)
        elif depth == DEPTH:
            wanted = f"wanted archives in archives, {DEPTH} at most"
            yield Unreadable(member.uri, "too many archives in each other", f"{wanted}, found {looks_like(head)}")
        else:
            yield from _unpacked(unpack(stream, budget), budget, known, depth)


def _unpacked(
    members: Members, budget: Budget, known: Known | None, depth: int
) -> Iterator[Found | Skipped | Finished]:
    for member in members:
        if isinstance(member, DocumentError):
            yield member
        else:
            yield from _of_member(member, budget, known, depth + 1)
        if budget.spent:
            return


def records(stream: Stream) -> Iterator[Found]:
    """The single records of one file, by the format that its first bytes look like.

    :returns: as :func:`documents`; what a file says before the place where splitting it fails is kept.
    """
    head = stream.peek(HEAD)
    name = None if is_binary(head) else loaders.recognised(head)
    if name is None:
        wanted = ", ".join(loaders.names())
        yield Unreadable(stream.uri, "not a known format", f"wanted one of {wanted}, found {looks_like(head)}")
        return
    try:
        for document in loaders.load(name).split(stream.uri, cast(IO[bytes], stream)):
            yield name, document
    except DocumentError as error:
        yield error
