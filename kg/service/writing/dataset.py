"""The dataset of a request, written into the update that it came with.

The engine takes no dataset beside an update, so ``using-graph-uri`` and ``using-named-graph-uri`` become ``USING``
clauses of every operation that matches a pattern; ``INSERT DATA``, ``DELETE DATA`` and the management of graphs have
none. https://www.w3.org/TR/sparql11-protocol/#update-dataset
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from http import HTTPStatus

from kg.service.problems import Problem
from kg.service.readings import STRING, all_of

_SPACE = re.compile(all_of(r"[ \t\r\n]++ | \#[^\r\n]*+"), re.VERBOSE)
_LETTERS = all_of(r'[^<>"{}|^`\\\x00-\x20] | \\u[0-9A-Fa-f]{4} | \\U[0-9A-Fa-f]{8}')
_IRI = re.compile(f"< {_LETTERS} >", re.VERBOSE)
_PREFIX = re.compile(r"[^\s:<>{}]*+:")
# In the order of what hides what: in none of these, but for the last, is a bracket or semicolon one of the grammar.
_TOKEN = re.compile(
    rf"""
      {STRING}
    | {_IRI.pattern}
    | \# [^\n\r]*+
    | \\ .
    | [^"'<\#\\{{}};]++
    | (?P<sign> .)
    """,
    re.VERBOSE | re.DOTALL,
)


class Lost(Exception):
    """The text is no update, or one whose operations cannot be told apart."""


def within(text: str, default_graphs: Sequence[str], named_graphs: Sequence[str]) -> str:
    """An update that matches its patterns in the graphs that a request names; the text itself where it names none.

    Tokens are the longest possible, as the grammar of SPARQL has it: ``<3)#>`` is an address wherever it stands.

    :param default_graphs: absolute IRIs of the graphs that patterns outside ``GRAPH`` are matched in, together.
    :param named_graphs: of those that ``GRAPH`` reaches.
    :raises Problem: where the update says itself what it is matched in.
    :raises Lost: for what is no update.

    >>> within("DELETE WHERE { ?s ?p 1 }", ["urn:g"], [])
    'DELETE { ?s ?p 1 } USING <urn:g> WHERE { ?s ?p 1 }'
    """
    if not default_graphs and not named_graphs:
        return text
    clauses = [f"USING <{iri}> " for iri in default_graphs] + [f"USING NAMED <{iri}> " for iri in named_graphs]
    return _Reader(text, "".join(clauses)).read()


class _Reader:
    """Goes through an update once, and writes it anew."""

    def __init__(self, text: str, clauses: str) -> None:
        self._text = text
        self._clauses = clauses
        self._at = 0
        self._written: list[str] = []
        self._until = 0

    def read(self) -> str:
        while True:
            self._prologue()
            if self._at == len(self._text):
                break
            self._operation()
            self._space()
            if self._at < len(self._text) and not self._sign(";"):
                raise Lost
        return "".join(self._written) + self._text[self._until :]

    def _operation(self) -> None:
        if self._word("with"):
            raise _conflict("WITH")
        if self._word("insert"):
            if self._word("data"):
                self._block()
            else:
                self._block()
                self._where()
        elif self._word("delete"):
            self._delete()
        else:
            self._until_semicolon()

    def _delete(self) -> None:
        behind = self._at
        if self._word("data"):
            self._block()
        elif self._word("where"):
            pattern = self._block()
            self._insert(behind, f" {pattern} {self._clauses}".rstrip())
        else:
            self._block()
            if self._word("insert"):
                self._block()
            self._where()

    def _where(self) -> None:
        self._space()
        before = self._at
        if self._word("using"):
            raise _conflict("USING")
        if not self._word("where"):
            raise Lost
        self._insert(before, self._clauses)
        self._block()

    def _insert(self, place: int, what: str) -> None:
        self._written += [self._text[self._until : place], what]
        self._until = place

    def _prologue(self) -> None:
        while True:
            if self._word("prefix"):
                self._match(_PREFIX)
            elif not self._word("base"):
                return
            self._match(_IRI)

    def _match(self, pattern: re.Pattern[str]) -> None:
        self._space()
        found = pattern.match(self._text, self._at)
        if not found:
            raise Lost
        self._at = found.end()

    def _word(self, word: str) -> bool:
        """Take a keyword; the engine wants no space behind it, so none is looked for."""
        self._space()
        found = self._text[self._at : self._at + len(word)].lower() == word
        self._at += len(word) if found else 0
        return found

    def _sign(self, sign: str) -> bool:
        found = self._text.startswith(sign, self._at)
        self._at += found
        return found

    def _space(self) -> None:
        found = _SPACE.match(self._text, self._at)
        self._at = found.end() if found else self._at

    def _block(self) -> str:
        """Take a block with its brackets."""
        self._space()
        begin, depth = self._at, 0
        while self._at < len(self._text):
            found = _TOKEN.match(self._text, self._at)
            sign = found["sign"] if found else None
            if not found or (not depth and sign != "{"):
                raise Lost
            self._at = found.end()
            depth += (sign == "{") - (sign == "}")
            if not depth:
                return self._text[begin : self._at]
        raise Lost

    def _until_semicolon(self) -> None:
        while self._at < len(self._text):
            found = _TOKEN.match(self._text, self._at)
            if not found or found["sign"] == ";":
                return
            self._at = found.end()


def _conflict(clause: str) -> Problem:
    return Problem(
        HTTPStatus.BAD_REQUEST,
        "wanted graphs either in using-graph-uri and using-named-graph-uri, or in the update itself,"
        f" found both: the update says {clause}",
    )
