"""Statements of descriptions: subject by IRI, predicate by prefixed name, object as N-Triples writes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from kg.exports.statements.names import prefixed
from kg.rdf.iris import expand
from kg.rdf.terms import XSD, text, typed

Said: TypeAlias = tuple[str, str, str]


def kind(subject: str, *classes: str) -> Iterator[Said]:
    """What a thing is, by the prefixed names of its classes."""
    return ((subject, "rdf:type", f"<{expand(name)}>") for name in classes)


def link(subject: str, predicate: str, iri: str) -> Said:
    """That a thing has to do with another."""
    return subject, predicate, typed(iri, "iri")


def named(subject: str, predicate: str, name: str) -> Said:
    """That a thing has to do with another that a vocabulary gives a prefixed name."""
    return subject, predicate, typed(expand(name), "iri")


def number(subject: str, predicate: str, value: int | None) -> Iterator[Said]:
    """A count; nothing where nobody counted."""
    if value is not None:
        yield subject, predicate, typed(value, "integer")


def plain(subject: str, predicate: str, value: str) -> Said:
    """A text in no language."""
    return subject, predicate, text(value)


def english(subject: str, predicate: str, value: str) -> Said:
    """Words for people."""
    return subject, predicate, f"{text(value)}@en"


def address(subject: str, predicate: str, value: str) -> Said:
    """An address as a value, not as a thing."""
    return subject, predicate, f"{text(value)}^^<{XSD}anyURI>"


def short(iri: str) -> str:
    """A class or property as part of another address: its prefixed name, else itself.

    >>> short("https://w3id.org/trialgraph/schema/Trial")
    'tg:Trial'
    """
    name = prefixed(iri)
    return ":".join(name) if name else iri


def lines(said: Iterable[Said]) -> Iterator[bytes]:
    """Statements as N-Triples, each once.

    :raises KeyError: for a prefix that is not declared.
    """
    for subject, predicate, value in dict.fromkeys(said):
        yield f"<{subject}> <{_full(predicate)}> {value} .\n".encode()


def _full(predicate: str) -> str:
    return predicate if "://" in predicate else expand(predicate)
