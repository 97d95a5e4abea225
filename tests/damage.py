"""Damaging documents, and reading what is left: what property tests, soaks and fuzzing of the loaders share."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
from lxml import etree

from kg import loaders
from kg.document import Document
from kg.errors import DocumentError
from kg.pipeline import Converted, convert

GOLDEN = Path(__file__).parent / "golden"
# What stands where something else was wanted.
HOSTILE: tuple[object, ...] = (
    *(
        None,
        True,
        0,
        -1,
        10**30,
        1.5,
        float("1e308"),
        "",
        " ",
        "\u0000",
        "NaN",
        "\ud800",
        "<b>",
        "]]>",
        '"',
        "\\",
        "\n",
    ),
    *(
        [],
        {},
        [[]],
        [None],
        {"a": 1},
        "9" * 400,
        "a b c " * 50,
        "\U0001f489",
        "é\u0301",
        "1/0",
        "-",
        "NCT00000000",
        "٣",
    ),
)


def seeds(name: str) -> list[bytes]:
    """The golden documents of a format."""
    paths = (path for path in sorted((GOLDEN / name).glob("[!.]*")) if path.suffix != ".nq")
    return [path.read_bytes() for path in paths]


def read_all(name: str, body: bytes, *, contacts: bool = False) -> list[Converted | DocumentError]:
    """What comes of a file when it is taken for one of a format: records, rejects, and nothing else.

    :raises AssertionError: for statements that are no N-Quads.
    :raises Exception: whatever a loader lets out that is no :class:`~kg.errors.DocumentError`.
    """
    outcomes: list[Converted | DocumentError] = []
    documents: list[Document] = []
    source = loaders.load(name)
    source.detect(body[: 64 * 1024])
    try:
        documents.extend(source.split("made", io.BytesIO(body)))
    except DocumentError as error:
        outcomes.append(error)
    for document in documents:
        found = convert([document], name, contacts=contacts)
        for _ in ox.parse(found.nquads, format=ox.RdfFormat.N_QUADS):
            pass
        outcomes.append(found)
    return outcomes


def damaged(body: bytes, other: bytes, chance: random.Random) -> bytes:
    """A document with one to four things wrong."""
    for _ in range(chance.randint(1, 4)):
        body = chance.choice(WAYS)(body, other, chance)
    return body


def _cut(body: bytes, _: bytes, chance: random.Random) -> bytes:
    return body[: chance.randrange(len(body) + 1)]


def _without(body: bytes, _: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(body) + 1)
    return body[:start] + body[start + chance.choice((1, 2, 8, 64, 1000)) :]


def _with(body: bytes, other: bytes, chance: random.Random) -> bytes:
    start, begin = chance.randrange(len(body) + 1), chance.randrange(len(other) + 1)
    words = (
        other[begin : begin + 200],
        b"\xff\xfe",
        b"\x00",
        b"<!--",
        b"]]>",
        b"&x;",
        b"{",
        b'"',
        b"\n\n",
        b"\r",
        b"\xe2\x80\xa8",
    )
    return body[:start] + chance.choice(words) + body[start:]


def _twice(body: bytes, _: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(body) + 1)
    end = start + chance.randrange(2000)
    return body[:end] + body[start:end] + body[end:]


def _another_value(body: bytes, _: bytes, chance: random.Random) -> bytes:
    """A value of a JSON document replaced by one of another kind, or an element of XML moved, doubled or emptied."""
    text = body.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text[:1] in (b"{", b"["):
        return _json(body, chance)
    return _xml(body, chance) if text[:1] == b"<" else _lines(body, chance)


def _json(body: bytes, chance: random.Random) -> bytes:
    try:
        whole = json.loads(body)
    except ValueError:
        return body
    at = whole
    while isinstance(at, dict | list) and at:
        key = chance.choice(list(at) if isinstance(at, dict) else range(len(at)))
        if not isinstance(at[key], dict | list) or not at[key] or chance.random() < 0.15:
            at[key] = chance.choice(HOSTILE)
            break
        at = at[key]
    return json.dumps(whole).encode("utf-8", "surrogatepass")


def _xml(body: bytes, chance: random.Random) -> bytes:
    try:
        root = etree.fromstring(body, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        return body
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    one, other = chance.choice(elements), chance.choice(elements)
    way = chance.randrange(4)
    if way == 0:
        one.text = chance.choice(("", " ", "9" * 400, "é", "NA", "-1", "1/0", "May 99, 20199", "\u2028"))
    elif way == 1 and one is not root:
        parent = one.getparent()
        if parent is not None:
            parent.remove(one)
    elif way == 2:
        one.append(etree.fromstring(etree.tostring(other, with_tail=False)))
    else:
        one.attrib.clear()
    return etree.tostring(root)


def _lines(body: bytes, chance: random.Random) -> bytes:
    lines = body.split(b"\n")
    a, b = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a] + lines[b]
    return b"\n".join(lines)


WAYS: tuple[Callable[[bytes, bytes, random.Random], bytes], ...] = (
    *(_cut, _without, _with, _twice),
    *((_another_value,) * 6),
)
