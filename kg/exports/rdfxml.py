"""RDF/XML: for tools that read nothing else.

Grammar: https://www.w3.org/TR/rdf-syntax-grammar/
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.exports import Export
from kg.exports.statements.order import by_subject, natural
from kg.exports.statements.subjects import LANG_STRING, STRING, Subject, Term, subjects
from kg.rdf.prefixes import PREFIXES

RDF = PREFIXES["rdf"]
# Subjects looked at before the first is written, so that most namespaces are declared once, on the root.
AHEAD = 2_000
# XML 1.0 has no way at all to write these: https://www.w3.org/TR/xml/#charsets
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*\Z")
_PREFIX = {iri: prefix for prefix, iri in PREFIXES.items()}


def split(predicate: str) -> tuple[str, str]:
    """Namespace and local name of a predicate, the namespace one of ours where that is possible.

    :raises QueryError: when no end of it is an XML name.

    >>> split("http://www.w3.org/ns/oa#exact")
    ('http://www.w3.org/ns/oa#', 'exact')
    """
    found = _LOCAL.search(predicate)
    if not found:
        raise QueryError(f"rdfxml cannot write the predicate <{predicate}>: no end of it is an XML name")
    return predicate[: found.start()], found[0]


def _tag(predicate: str, declared: set[str]) -> tuple[str, str]:
    namespace, local = split(predicate)
    prefix = _PREFIX.get(namespace)
    if prefix and namespace in declared:
        return f"{prefix}:{local}", ""
    return f"n:{local}", f" xmlns:n={quoteattr(namespace)}"


def _reference(attribute: str, iri: str) -> str:
    # The label of a blank node may begin with a digit, an XML name may not.
    return f'rdf:nodeID="b{iri[2:]}"' if iri.startswith("_:") else f"rdf:{attribute}={quoteattr(iri)}"


def _element(iri: str, predicate: str, value: Term, declared: set[str]) -> str:
    tag, attributes = _tag(predicate, declared)
    if not isinstance(value, Literal):
        reference = _reference("resource", value.value if isinstance(value, NamedNode) else str(value))
        return f"    <{tag}{attributes} {reference}/>\n"
    bad = _NOT_XML.search(value.value)
    if bad:
        raise QueryError(
            f"rdfxml cannot write U+{ord(bad[0]):04X} in <{predicate}> of <{iri}>: XML has no such character"
        )
    if value.datatype.value == LANG_STRING:
        attributes += f" xml:lang={quoteattr(value.language or '')}"
    elif value.datatype.value != STRING:
        attributes += f" rdf:datatype={quoteattr(value.datatype.value)}"
    # A reader of XML turns a plain carriage return into a line feed.
    return f"    <{tag}{attributes}>{escape(value.value, {chr(13): '&#13;'})}</{tag}>\n"


def _description(subject: Subject, declared: set[str]) -> str:
    elements = [
        _element(subject.iri, predicate, value, declared)
        for predicate in sorted(subject.said, key=lambda iri: (iri != RDF + "type", iri))
        for value in sorted(subject.said[predicate], key=lambda one: natural(str(one).encode()))
    ]
    return f"  <rdf:Description {_reference('about', subject.iri)}>\n{''.join(elements)}  </rdf:Description>\n"


def write(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Statements sorted by subject, as RDF/XML."""
    rest = subjects(lines)
    first = list(islice(rest, AHEAD))
    used = {split(predicate)[0] for subject in first for predicate in subject.said}
    declared = {RDF} | used & _PREFIX.keys()
    attributes = "".join(f"\n    xmlns:{_PREFIX[iri]}={quoteattr(iri)}" for iri in sorted(declared))
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{attributes}>\n'.encode()
    for subject in chain(first, rest):
        yield _description(subject, declared).encode()
    yield b"</rdf:RDF>\n"


EXPORT = Export(
    name="rdfxml",
    title="RDF/XML",
    media_type="application/rdf+xml",
    datasets=False,
    key=by_subject,
    write=write,
)
