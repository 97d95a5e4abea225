"""JSON-LD 1.1, compacted with the context that comes with the schema; one thing a line.

Every value is written so that it comes back whatever the context says of its term: a value that the term's type does
not fit is written out in full. https://www.w3.org/TR/json-ld11/
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from kg import shipped
from kg.exports import Export
from kg.exports.statements.context import Context, Json
from kg.exports.statements.order import by_subject, natural
from kg.exports.statements.subjects import Subject, Term, subjects
from kg.model.predicates import RDF_TYPE

# Things looked at before the first is written: where they are all, the context holds only what they need.
AHEAD = 2_000


def _values(terms: list[Term]) -> list[Term]:
    return sorted(terms, key=lambda one: natural(str(one).encode()))


def thing(subject: Subject, context: Context) -> dict[str, Json]:
    """What is said of one thing as a node object."""
    out: dict[str, Json] = {"@id": context.address(subject.iri)}
    for predicate in sorted(subject.said, key=lambda iri: (iri != RDF_TYPE, context.order(iri))):
        for value in _values(subject.said[predicate]):
            key, written = context.written(predicate, value)
            before = out.get(key)
            if before is None:
                out[key] = written
            elif isinstance(before, list):
                before.append(written)
            else:
                out[key] = [before, written]
    return out


def _text(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)


def document(lines: Iterable[bytes], context: Context) -> Iterator[bytes]:
    """Statements sorted by subject, as one JSON-LD document.

    :param context: unused so far; it learns here what it is needed for.
    """
    things = (thing(subject, context) for subject in subjects(lines))
    first = list(islice(things, AHEAD))
    definitions = context.definitions(everything=len(first) == AHEAD)
    entries = ",\n    ".join(f"{_text(key)}: {_text(value)}" for key, value in definitions.items())
    yield f'{{\n  "@context": {{\n    {entries}\n  }},\n  "@graph": ['.encode()
    for number, one in enumerate(chain(first, things)):
        yield f"{',' if number else ''}\n    {_text(one)}".encode()
    yield b"\n  ]\n}\n"


def write(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Statements sorted by subject, compacted with the context of the schema."""
    body = (shipped.schema() / "context.jsonld").read_bytes()
    return document(lines, Context(json.loads(body)["@context"]))


EXPORT = Export(
    name="jsonld",
    title="JSON-LD",
    media_type="application/ld+json",
    datasets=False,
    key=by_subject,
    write=write,
)
