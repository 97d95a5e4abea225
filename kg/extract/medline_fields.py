"""Records in MEDLINE (NBIB) format, cut into their fields.

Every field begins a line with its tag of two to four capitals, spaces up to the fourth place, ``- `` and its words;
lines that go on are indented. Tags: https://www.nlm.nih.gov/bsd/mms/medlineelements.html and
https://pubmed.ncbi.nlm.nih.gov/help/#pubmed-format
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.extract.words import Words

# Line ends are named, not left to str.splitlines, which also breaks at separators that abstracts may hold.
_FIELD = re.compile(r"(?:(?<=[\r\n])|\A)([A-Z]{2,4}) {0,2}-(?: |(?=[\r\n])|\Z)([^\r\n]*(?:[\r\n]+[ \t][^\r\n]*)*)")
_LINE = re.compile(r"[^\r\n]+")
_INNER = re.compile(r"[^\s][^\r\n]*")
_BYTE_TAG = re.compile(rb"(?:\xef\xbb\xbf)?([A-Z]{2,4}) {0,2}- ")
_OWN_TAG = re.compile(rb"(?:\A|[\r\n])(?:PMID|OWN|STAT) {0,2}- *\S")


class Field(NamedTuple):
    """One field of a record.

    :ivar tag: its tag without the spaces.
    :ivar words: what it says, unwrapped.
    :ivar start: where its tag stands in the document.
    :ivar document: the text that it is a field of.
    """

    tag: str
    words: Words
    start: int
    document: str

    @property
    def whole(self) -> Words:
        """Tag and words, as one would quote the field."""
        inner = self.words.runs
        ends = [at - 1 for at, _ in inner[1:]] + [len(self.words.text)]
        spans = [(place, place + end - at) for (at, place), end in zip(inner, ends, strict=True)]
        head = self.document[self.start : spans[0][0]]
        if "\n" in head or "\r" in head:
            spans.insert(0, (self.start, self.start + len(head.rstrip())))
        else:
            spans[0] = (self.start, spans[0][1])
        return Words.joined(self.document, spans)


class Fields:
    """The fields of one record, each taken once, so that none is lost unseen.

    :ivar strays: lines that belong to no field.
    """

    def __init__(self, text: str) -> None:
        self._by_tag: dict[str, list[Field]] = {}
        self._left: list[Field] = []
        self.strays: list[Words] = []
        at = 0
        for field in _FIELD.finditer(text):
            self._stray(text, at, field.start())
            at = field.end()
            words = _unwrapped(text, *field.span(2))
            if words:
                self._by_tag.setdefault(field[1], []).append(Field(field[1], words, field.start(), text))
        self._stray(text, at, len(text))

    def _stray(self, text: str, start: int, end: int) -> None:
        if end - start > 2:
            lines = (Words.at(text, *line.span()).strip() for line in _LINE.finditer(text, start, end))
            self.strays.extend(line for line in lines if line.text)

    def __len__(self) -> int:
        return sum(map(len, self._by_tag.values())) + len(self._left)

    def take(self, *tags: str) -> list[Field]:
        """Every field with one of some tags, in the order of the record; nothing the second time."""
        if len(tags) == 1:
            return self._by_tag.pop(tags[0], [])
        found = [field for tag in tags for field in self._by_tag.pop(tag, ())]
        return sorted(found, key=lambda field: field.start)

    def has(self, *tags: str) -> bool:
        """Whether any field with one of some tags is still to be taken."""
        return any(tag in self._by_tag for tag in tags)

    def peek(self, *tags: str) -> list[Field]:
        """Every field with one of some tags, which stay to be taken."""
        return [field for tag in tags for field in self._by_tag.get(tag, ())]

    def leave(self, field: Field) -> None:
        """Give back a field whose words could not be read."""
        self._left.append(field)

    def left(self) -> list[Field]:
        """Every field that nobody took or that was given back, in the order of the record."""
        return sorted([*self._left, *self.take(*self._by_tag)], key=lambda field: field.start)


def _unwrapped(text: str, start: int, end: int) -> Words | None:
    """The words of one field, without the indents and line ends; None for none."""
    if "\n" not in text[start:end] and "\r" not in text[start:end]:
        words = text[start:end].strip()
        return Words(words, ((0, text.index(words, start)),)) if words else None
    spans = [(line.start(), line.start() + len(line[0].rstrip())) for line in _INNER.finditer(text, start, end)]
    return Words.joined(text, spans) if spans else None


def looks_like_records(head: bytes) -> bool:
    r"""Whether the first bytes of a file are those of a record: a field, and soon one that only these records have.

    >>> looks_like_records(b"OWN - NLM\r\nPMID- 1\r\n"), looks_like_records(b"TY  - JOUR\nTI  - RIS\n")
    (True, False)
    """
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:2000]
    return bool(_BYTE_TAG.match(head) and _OWN_TAG.search(head))
