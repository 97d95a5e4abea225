"""The questions: a graph pattern for each fact and for each forbidden statement, read from the files beside this one.

A question in a ``document_*.toml`` is written ``context => statement``:

* ``context`` is a SPARQL graph pattern that may use ``?record``, ``?publication`` and ``?trial`` of its document; it
  and its arrow are left out where there is nothing to say.
* ``statement`` is one triple, or several joined with ``&``, all of which must be there, each with its evidence. The
  predicate is a prefixed name.
* The object is ``"text"``, which the value must equal after :func:`normal`, or words of the document by their place
  (``@138-348`` for characters, ``@L7`` or ``@L19-L55`` for lines), which it must equal likewise, or any other RDF term.

A list holds alternatives, one of which is enough. ``{ absent = …, known = … }`` holds a pattern that must find nothing
and one that must find something, so that an empty graph does not pass for one that rightly says nothing.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PARTS = ("document_a", "document_a_people", "document_b", "document_b_eligibility")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the checklist.

    :ivar doc: ``A`` or ``B``.
    :ivar start: place of its evidence in the decoded text of the document.
    :ivar kind: ``E`` for what the words say, ``D`` for what follows from them or is absent.
    """

    id: str
    doc: str
    group: str
    fact: str
    value: str
    evidence: str
    start: int
    end: int
    lines: str
    kind: str
    note: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One triple that carries a fact.

    :ivar value: what the object must equal after :func:`normal`; None where ``object`` is a term or a variable.
    """

    subject: str
    predicate: str
    object: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Question:
    """One way to ask for a fact."""

    context: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Absence:
    """A pattern that must find nothing, and one that must find something."""

    absent: str
    known: str


@dataclass(frozen=True, slots=True)
class Forbidden:
    """A statement that must not be made.

    :ivar text: the words of the checklist.
    :ivar find: a graph pattern that finds it in any form.
    :ivar plants: Turtle, each text a form of it that ``find`` must be seen to find.
    """

    id: str
    text: str
    find: str
    plants: tuple[str, ...]


def normal(text: str) -> str:
    """A value as values are compared: lower case, white space folded, full stops and semicolons at the end dropped."""
    return " ".join(text.split()).rstrip(" .;").lower()


def facts() -> list[Fact]:
    """The checklist, in its order."""
    return [Fact(**row) for row in json.loads((HERE / "shipped-documents.json").read_text(encoding="utf-8"))]


def questions(texts: dict[str, str]) -> dict[str, list[Question] | Absence]:
    """The questions by the ids of their facts.

    :param texts: decoded text of each document by its letter.
    :raises ValueError: for one that cannot be read, and for an id that is asked twice.
    """
    found: dict[str, list[Question] | Absence] = {}
    for part in PARTS:
        groups = tomllib.loads((HERE / f"{part}.toml").read_text(encoding="utf-8"))
        for identifier, written in (item for group in groups.values() for item in group.items()):
            if identifier in found:
                raise ValueError(f"{part}.toml asks {identifier}, which is asked before")
            found[identifier] = question(identifier, written, texts[identifier[0]])
    return found


def question(identifier: str, written: Any, text: str) -> list[Question] | Absence:  # noqa: ANN401  (as TOML has it)
    """One entry of a file of questions."""
    if isinstance(written, dict):
        return Absence(**written)
    return [alternative(identifier, one, text) for one in ([written] if isinstance(written, str) else written)]


def alternative(identifier: str, written: str, text: str) -> Question:
    """``context => statement & statement``."""
    context, arrow, says = written.rpartition("=>")
    statements = tuple(
        statement(identifier, one.strip(), text) for one in re.split(r"\s&\s", says if arrow else written)
    )
    return Question(context.strip(), statements)


def statement(identifier: str, written: str, text: str) -> Statement:
    """``subject predicate object``."""
    parts = written.strip().split(None, 2)
    if len(parts) != 3 or not re.fullmatch(r"\w+:\w+", parts[1]):
        raise ValueError(f"{identifier}: wanted a subject, a prefixed name and an object, found {written!r}")
    subject, predicate, thing = parts
    if thing.startswith('"') and thing.endswith('"'):
        return Statement(subject, predicate, "", normal(thing[1:-1]))
    if thing.startswith("@"):
        return Statement(subject, predicate, "", normal(words_at(thing[1:], text)))
    return Statement(subject, predicate, thing, None)


def words_at(place: str, text: str) -> str:
    """The words of a document at ``138-348`` or ``L19-L55``."""
    first, _, last = place.partition("-")
    if first.startswith("L"):
        return "\n".join(text.splitlines()[int(first[1:]) - 1 : int((last or first)[1:])])
    return text[int(first) : int(last)]


def forbidden() -> list[Forbidden]:
    """What must not be in the graph."""
    found = []
    for part in ("forbidden_a", "forbidden_b"):
        rows = tomllib.loads((HERE / f"{part}.toml").read_text(encoding="utf-8"))
        found += [
            Forbidden(identifier, row["text"], row["find"], tuple(row["plants"])) for identifier, row in rows.items()
        ]
    return found


def not_yet() -> dict[str, str]:
    """Of each fact that is expected not to be found, the reason."""
    lines = (HERE / "not_yet.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split(None, 1) for line in lines if line.strip() and not line.startswith("#")]
    bare = [row[0] for row in rows if len(row) != 2]
    if bare:
        raise ValueError(f"not_yet.txt gives no reason for {', '.join(bare)}")
    twice = {row[0] for row in rows if [other[0] for other in rows].count(row[0]) > 1}
    if twice:
        raise ValueError(f"not_yet.txt lists twice: {', '.join(sorted(twice))}")
    return {row[0]: row[1].strip() for row in rows}
