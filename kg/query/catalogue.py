"""Canned queries: one ``.rq`` file a question, its header as YAML in ``#+`` lines, found by listing folders.

The body runs as it stands in any SPARQL editor. Each parameter is one block ``VALUES ?name { … }`` of the body:

* ``VALUES ?name { UNDEF }``: may be left out, and then restricts nothing;
* a value and ``required: true`` in the header: must be given, the value is an example;
* a value without it: what is used when nothing is given.

Header convention: https://github.com/CLARIAH/grlc
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
import yaml
from msgspec import Struct

from kg import shipped
from kg.errors import QueryError

ValueType = Literal["string", "integer", "decimal", "date", "boolean", "iri"]
Kind = Literal[
    "trial",
    "drug",
    "mechanism",
    "target",
    "condition",
    "regimen",
    "organisation",
    "person",
    "publication",
    "journal",
    "document",
    "thing",
]
UNBOUND = "UNDEF"

_BLOCK = re.compile(r"VALUES\s+\?(\w+)\s*\{\s*([^{}]*?)\s*\}")
_HEADER = re.compile(r"^#\+ ?(.*)$", re.MULTILINE)
_NAME = re.compile(r"[a-z][a-z0-9_]*")


class Parameter(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """What a canned query may be asked with.

    :ivar type: kind of value, or kind of thing: then the argument may be a name, an identifier or an address.
    :ivar description: what it restricts, and how.
    :ivar unit: of the value, in words; empty where it has none.
    :ivar required: whether it must be given.
    :ivar multiple: whether several values may be given, any of which is enough.
    :ivar example: the value in the body as SPARQL writes it; ``UNDEF`` for one that restricts nothing when left out.
    """

    name: str
    type: ValueType | Kind
    description: str
    unit: str = ""
    required: bool = False
    multiple: bool = False
    example: str = UNBOUND

    @property
    def optional(self) -> bool:
        """Whether leaving it out means that nothing is restricted."""
        return self.example == UNBOUND


class Column(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """One column of an answer.

    :ivar type: kind of value, kind of thing whose address it is, or ``term`` for any value.
    :ivar unit: of the value, in words; empty where it has none.
    :ivar description: what stands in it, where the name does not say.
    :ivar optional: whether it may be empty.
    """

    name: str
    type: ValueType | Kind | Literal["term"]
    description: str = ""
    unit: str = ""
    optional: bool = False


class CannedQuery(Struct, frozen=True, kw_only=True, gc=False):
    """One ``.rq`` file.

    :ivar name: of the file, without its ending; what it is called by.
    :ivar topic: the folder it lies in.
    :ivar summary: the question in one line.
    :ivar description: what is counted in and what is not; may be empty.
    :ivar tags: words to find it by.
    :ivar seconds: how long an answer may take on a graph of sixteen times the corpus (``tests/bench/queries.py``).
    :ivar text: the whole file, header included.
    """

    name: str
    topic: str
    summary: str
    description: str
    tags: tuple[str, ...]
    seconds: float
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    text: str

    @property
    def body(self) -> str:
        """The SPARQL text without the header."""
        return _HEADER.sub("", self.text).lstrip("\n")


# The budget of a question whose header names none.
BUDGET_SECONDS = 1.0


class _Header(Struct, forbid_unknown_fields=True):
    summary: str
    columns: dict[str, dict[str, object]]
    description: str = ""
    tags: tuple[str, ...] = ()
    seconds: float = BUDGET_SECONDS
    parameters: dict[str, dict[str, object]] = {}


def parse(name: str, topic: str, text: str) -> CannedQuery:
    """One file as a canned query.

    :param text: the whole file.
    :raises QueryError: when the header is no YAML, holds something unknown, lacks something, or names other
        parameters than the body binds.
    """
    try:
        header = msgspec.convert(yaml.safe_load("\n".join(_HEADER.findall(text))), _Header)
        examples = blocks(text)
        query = CannedQuery(
            name=name,
            topic=topic,
            summary=header.summary,
            description=" ".join(header.description.split()),
            tags=header.tags,
            seconds=header.seconds,
            parameters=tuple(
                msgspec.convert({**fields, "name": key, "example": examples.get(key, UNBOUND)}, Parameter)
                for key, fields in header.parameters.items()
            ),
            columns=tuple(msgspec.convert({**fields, "name": key}, Column) for key, fields in header.columns.items()),
            text=text,
        )
    except (msgspec.ValidationError, yaml.YAMLError, TypeError) as error:
        raise QueryError(f"{topic}/{name}.rq: header: {' '.join(str(error).split())}") from error
    _check(query, examples)
    return query


def _check(query: CannedQuery, examples: dict[str, str]) -> None:
    where = f"{query.topic}/{query.name}.rq"
    declared = {parameter.name for parameter in query.parameters}
    if declared != examples.keys():
        found = f"header declares parameters {sorted(declared)}, VALUES blocks bind {sorted(examples)}"
        raise QueryError(f"{where}: {found}")
    for parameter in query.parameters:
        if parameter.required and parameter.optional:
            raise QueryError(f"{where}: {parameter.name} is required, and its VALUES block has no example")
    for name in (query.name, *declared, *(column.name for column in query.columns)):
        if not _NAME.fullmatch(name):
            raise QueryError(f"{where}: {name!r} is not lower-case words joined with _")


def blocks(text: str) -> dict[str, str]:
    """What the ``VALUES`` blocks of a query bind, by variable; a block of several variables is no parameter.

    >>> blocks("SELECT * { VALUES ?most { 100 } ?s ?p ?o }")
    {'most': '100'}
    """
    return dict(_BLOCK.findall(_HEADER.sub("", text)))


def bound(query: CannedQuery, terms: dict[str, Iterable[str]]) -> str:
    """The SPARQL text with the blocks of some parameters filled; the others keep what stands in them.

    :param terms: by parameter the terms as SPARQL writes them.
    """

    def fill(block: re.Match[str]) -> str:
        if block.group(1) not in terms:
            return block.group()
        return f"VALUES ?{block.group(1)} {{ {' '.join(terms[block.group(1)])} }}"

    return _BLOCK.sub(fill, query.body)


def load(folder: Path) -> dict[str, CannedQuery]:
    """Every canned query under a folder by its name, in the order of topic and name.

    :raises QueryError: for a file that is not well-formed, or a name that two files have.
    """
    found: dict[str, CannedQuery] = {}
    for file in sorted(folder.glob("*/*.rq")):
        if file.stem in found:
            raise QueryError(f"{file.parent.name}/{file.name}: {found[file.stem].topic} has a query of that name too")
        found[file.stem] = parse(file.stem, file.parent.name, file.read_text(encoding="utf-8"))
    return found


@cache
def catalogue() -> dict[str, CannedQuery]:
    """The canned queries that come with the package, by name, in the order of topic and name."""
    return load(shipped.queries())


def find(name: str) -> CannedQuery:
    """A canned query by its name.

    :raises QueryError: naming the nearest, or all where none is near, when there is none of that name.
    """
    queries = catalogue()
    if name not in queries:
        near = get_close_matches(name, queries, n=3, cutoff=0.4)
        hint = f"nearest: {', '.join(near)}" if near else f"known are {', '.join(queries)}"
        raise QueryError(f"no canned query is called {name!r}; {hint}")
    return queries[name]
