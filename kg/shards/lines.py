"""What a document says as lines of the shards."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator

from kg.errors import KgError
from kg.rdf.prefixes import PREFIXES
from kg.store.statements import canonical, in_default_graph, lines_of

STATEMENTS, SOURCES = "statements", "sources"
ENDINGS = {STATEMENTS: "nt", SOURCES: "nq"}
# More would open more files at once than a process may.
MOST = 256

_XSD = re.escape(PREFIXES["xsd"])
_WHOLE = r"(?:0|-?[1-9][0-9]{0,16})"
_DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
# Numbers, dates and truths that the embedded store keeps as they are written; a test asks it.
_AS_WRITTEN = "|".join(
    f'(?:{written})"\\^\\^<{_XSD}{kind}>'
    for kind, written in {
        "integer": _WHOLE,
        "decimal": rf"{_WHOLE}|-?(?:0|[1-9][0-9]{{0,12}})\.[0-9]{{0,4}}[1-9]",
        "boolean": "true|false",
        "date": _DATE,
        "gYearMonth": "[0-9]{4}-[0-9]{2}",
        "gYear": "[0-9]{4}",
        "dateTime": rf"{_DATE}T[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}Z",
    }.items()
)
_OTHERWISE = re.compile(rf' "(?!{_AS_WRITTEN})[^"\\\n]*"\^\^<[^<>]*> <[^<>]*> \.$', re.MULTILINE)


def as_stored(text: str) -> str:
    """N-Quads with numbers and dates as the embedded store gives them back, ``0.9`` for ``0.90``.

    Without, a store that compares terms by their letters would hold a statement twice that ours holds once.
    """
    return "".join(f"{canonical(line)}\n" for line in lines_of(text)) if _OTHERWISE.search(text) else text


def number_of_shards(number: int) -> int:
    """The number itself, if so many shards can be written.

    :raises KgError: when not.
    """
    if not 1 <= number <= MOST:
        raise KgError(f"wanted 1 to {MOST} shards, found {number}")
    return number


def shard_of(line: bytes, number: int) -> int:
    """In which of so many shards a line stands: all lines about one subject in the same.

    >>> shard_of(b"<urn:s> <urn:p> <urn:o> .", 4) == shard_of(b"<urn:s> <urn:q> <urn:x> <urn:g> .", 4)
    True
    """
    return zlib.crc32(line[: line.index(b" ")]) % number


def of_text(nquads: str, rejected: frozenset[str]) -> tuple[str, str]:
    """The same statements as they stand in the files of statements, and in those of sources.

    :param rejected: graphs whose statements are no part of the knowledge graph.
    """
    stored = as_stored(nquads)
    return in_default_graph(stored, rejected), stored


def split(text: str) -> list[bytes]:
    """Lines with their ends; only a line feed ends one."""
    return [line + b"\n" for line in text.encode().split(b"\n")[:-1]]


def about(predicates: frozenset[str]) -> re.Pattern[str]:
    """What finds the lines of N-Triples that have one of some properties.

    :param predicates: IRIs; those among them that are classes choose among the types of things.
    """
    if not predicates:
        return re.compile("(?!)")
    names = "|".join(re.escape(f"<{iri}>") for iri in sorted(predicates))
    type_ = re.escape(f"<{PREFIXES['rdf']}type>")
    return re.compile(rf"^<[^<>]*> (?:(?!{type_})(?:{names})|{type_} (?:{names}) \.$).*\n", re.MULTILINE)


def unique(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Sorted lines, each once."""
    before = b""
    for line in lines:
        if line != before:
            yield line
        before = line


def file_name(kind: str, shard: int, number: int) -> str:
    """Name of the file of one shard.

    >>> file_name("sources", 3, 8)
    'sources-00003-of-00008.nq'
    """
    return f"{kind}-{shard:05d}-of-{number:05d}.{ENDINGS[kind]}"
