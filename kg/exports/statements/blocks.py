"""Turtle and TriG as people write them: one block a subject, ``a`` first, names short, everything in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from pyoxigraph import Literal, NamedNode

from kg.exports.statements.names import Names
from kg.exports.statements.order import natural
from kg.exports.statements.subjects import LANG_STRING, STRING, Subject, Term, subjects
from kg.model.predicates import LABEL, RDF_TYPE
from kg.rdf.terms import XSD, text

WIDTH = 110
# Blocks looked at before the first is written, so that all but the largest outputs declare their prefixes on top.
AHEAD = 2_000
# Literals that Turtle writes bare: these lexical forms only, so that each comes back letter by letter.
_BARE = {
    XSD + "integer": re.compile(r"-?(?:0|[1-9][0-9]*)"),
    XSD + "decimal": re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+"),
    XSD + "boolean": re.compile(r"true|false"),
}
_FIRST = {RDF_TYPE: 0, LABEL: 1}


def words(value: str) -> str:
    """A text in quotes; one of several lines keeps its lines and has three quotes."""
    if "\n" not in value:
        return text(value)
    lines = "\n".join(text(line)[1:-1] for line in value.split("\n"))
    return f'"""{lines}"""'


def term(value: Term, names: Names) -> str:
    """An object as Turtle writes it."""
    if not isinstance(value, Literal):
        return names.name(value.value) if isinstance(value, NamedNode) else str(value)
    datatype = value.datatype.value
    if datatype == STRING:
        return words(value.value)
    if datatype == LANG_STRING:
        return f"{words(value.value)}@{value.language}"
    if datatype in _BARE and _BARE[datatype].fullmatch(value.value):
        return value.value
    return f"{words(value.value)}^^{names.name(datatype)}"


def _objects(values: list[Term], names: Names, indent: str) -> str:
    """The objects of one predicate behind it, each on a line of its own where they are many or long."""
    if len(values) == 1:
        return " " + term(values[0], names)
    written = sorted((term(value, names) for value in values), key=lambda one: natural(one.encode()))
    line = " , ".join(written)
    if len(line) <= WIDTH:
        return " " + line
    return f"\n{indent}" + f" ,\n{indent}".join(written)


def block(subject: Subject, names: Names, indent: str = "") -> str:
    """Everything that one graph says of one thing."""
    predicates = sorted((_FIRST.get(iri, 2), "a" if iri == RDF_TYPE else names.name(iri), iri) for iri in subject.said)
    parts = [name + _objects(subject.said[iri], names, indent + " " * 8) for _, name, iri in predicates]
    return f"{indent}{names.name(subject.iri)} " + f" ;\n{indent}    ".join(parts) + " .\n"


def blocks(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Turtle, or TriG where statements stand in named graphs.

    :param lines: N-Quads, sorted by graph and subject.
    """
    names = Names()
    written = (
        (f"{names.name(one.graph)} {{\n", block(one, names, "    ")) if one.graph else ("", block(one, names))
        for one in subjects(lines)
    )
    within = ""
    for number, (graph, body) in enumerate(chain(list(islice(written, AHEAD)), written)):
        declared = "".join(f"{line}\n" for line in names.declarations())
        # A directive may not stand within a graph, so a late one closes it and it is opened again.
        closed = bool(within) and (graph != within or bool(declared))
        opened = graph if closed or graph != within else ""
        gap = "\n" if number or declared else ""
        yield f"{'}' * closed}{gap * closed}{declared}{gap}{opened}{body}".encode()
        within = graph
    if within:
        yield b"}\n"
