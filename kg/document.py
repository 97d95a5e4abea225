"""Documents and the formats they come in: what every loader takes and gives."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO

from msgspec import Struct

from kg.errors import DocumentError
from kg.extract.contacts import masked
from kg.extract.words import Words
from kg.model import Record


def file_name(uri: str) -> str:
    """The last part of the address of a document, without folder, archive and place.

    >>> file_name("trials.zip!/NCT1.xml"), file_name("papers/search.nbib#2")
    ('NCT1.xml', 'search.nbib')
    """
    return uri.replace("!/", "/").rsplit("/", 1)[-1].partition("#")[0]


@dataclass(frozen=True, slots=True)
class Document:
    """One source record as published, unread.

    :ivar uri: where it came from: file name, archive member and place in it, as ``trials.zip!/NCT1.xml`` or
        ``search.nbib#2``; for people and for rejects, never for naming things.
    :ivar body: its bytes.
    :ivar offset: where they begin in the file or member of the archive, in bytes; None where that is not known. Of no
        weight when documents are compared.
    """

    uri: str
    body: bytes
    offset: int | None = field(default=None, compare=False)
    _sha256: str = field(default="", init=False, repr=False, compare=False)

    @property
    def file_name(self) -> str:
        """The last part of the address, without folder, archive and place."""
        return file_name(self.uri)

    @property
    def sha256(self) -> str:
        """Checksum of the bytes in hexadecimal."""
        # The record of the document and the manifest both tell it: 22 µs for 30 KB.
        if not self._sha256:
            object.__setattr__(self, "_sha256", hashlib.sha256(self.body).hexdigest())
        return self._sha256

    def text(self, *, contacts: bool) -> str:
        """The decoded text, byte order mark dropped.

        Places in it are what evidence counts. Masking keeps the length, so places are the same either way.

        :param contacts: whether e-mail addresses and telephone numbers stay readable.
        :raises DocumentError: when the bytes are not UTF-8.
        """
        try:
            text = self.body.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            found = f"wanted UTF-8, found byte 0x{self.body[error.start]:02x} at {error.start}"
            raise DocumentError(self.uri, "not UTF-8", found) from error
        return text if contacts else masked(text)


class Passage(Struct, frozen=True, gc=False):
    """Words of a document in which names of the vocabulary are looked for.

    :ivar field: name of the field they stand in, such as ``title`` or ``abstract``.
    """

    field: str
    words: Words


# Version of a record that its source has withdrawn, as with PubMed's DeleteCitation: greater than any date, so that it
# supersedes every copy in whatever order they come. Such a reading has neither records nor passages.
WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a loader read from one document.

    :ivar record: IRI of the document's record node and graph; the key of the document.
    :ivar version: what tells newer copies of the record from older ones: a date as ``YYYY-MM-DD``, empty, or
        :data:`WITHDRAWN`; the greater text is the newer copy.
    :ivar records: everything the document says, evidence included.
    :ivar passages: where names are looked for.
    """

    record: str
    version: str
    records: tuple[Record, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Format:
    """How one kind of document is recognised and read. Each loader module ends in ``FORMAT = Format(...)``.

    :ivar name: the module's own name.
    :ivar title: for people.
    :ivar rank: of two copies with the same version, the one whose format has the smaller rank is kept.
    :ivar detect: whether the first bytes of a file (at most 64 KB) look like this format.
    :ivar split: address and bytes of a file as published, read once and never held as a whole, to its single records,
        in order; a file of one record gives itself.
    :ivar read: one record and whether contacts are wanted, to what it says; pure.
    """

    name: str
    title: str
    rank: int
    detect: Callable[[bytes], bool]
    split: Callable[[str, IO[bytes]], Iterator[Document]]
    read: Callable[[Document, bool], Reading]
