"""The canned queries as examples of SPARQL, in the convention of the SIB, which interfaces read.

https://github.com/sib-swiss/sparql-examples
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.query.catalogue import CannedQuery
from kg.rdf.iris import within
from kg.service.describing.place import Place
from kg.service.describing.statements import Said, address, english, kind, link, plain

# The convention has schema.org under https, our graph under http: they are two namespaces.
SCHEMA = "https://schema.org/"
_PREFIX = re.compile(r"^\s*PREFIX\s+([\w.-]*):\s*<([^<>]*)>", re.MULTILINE)


def described(place: Place, queries: Iterable[CannedQuery]) -> Iterator[Said]:
    """Every canned query, ready to run as it stands."""
    declared: dict[str, str] = {}
    prefixes = within(place.examples, "prefixes")
    for query in queries:
        declared.update(_PREFIX.findall(query.body))
        yield from _example(place, query, prefixes)
    yield from kind(prefixes, "owl:Ontology")
    for prefix, namespace in sorted(declared.items()):
        iri = within(place.examples, "prefix", prefix)
        yield link(prefixes, "sh:declare", iri)
        yield from kind(iri, "sh:PrefixDeclaration")
        yield plain(iri, "sh:prefix", prefix)
        yield address(iri, "sh:namespace", namespace)


def _example(place: Place, query: CannedQuery, prefixes: str) -> Iterator[Said]:
    iri = within(place.examples, "query", query.name)
    yield from kind(iri, "sh:SPARQLExecutable", "sh:SPARQLSelectExecutable")
    yield plain(iri, "rdfs:label", query.name)
    yield english(iri, "rdfs:comment", query.summary)
    if query.description:
        yield english(iri, "dcterms:description", query.description)
    yield link(iri, "sh:prefixes", prefixes)
    yield plain(iri, "sh:select", query.body)
    yield from (plain(iri, f"{SCHEMA}keywords", tag) for tag in (query.topic, *query.tags))
    yield link(iri, f"{SCHEMA}target", place.endpoint)
    yield link(iri, "rdfs:seeAlso", f"{place.root}/query/{query.name}")
