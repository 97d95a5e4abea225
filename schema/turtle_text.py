"""Turtle that is the same for the same graph and that a person can read: sorted, blank nodes where they are used."""

from __future__ import annotations

import re

from description import Description
from rdflib import RDF, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

MARK = "# Generated from schema/*.yaml by schema/generate.py; do not edit.\n"

# Names that need no escape after a prefix; others are written in full.
_PLAIN_NAME = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_-])?").fullmatch


class Turtle:
    """Writes one graph.

    :ivar used: prefixes met so far.
    """

    def __init__(self, graph: Graph, description: Description) -> None:
        self._graph = graph
        self._description = description
        self.used: set[str] = set()

    def iri(self, node: URIRef) -> str:
        """An address with its prefix where it has one."""
        compact = self._description.compact(str(node))
        prefix, _, local = compact.partition(":")
        if compact.startswith("<") or not _PLAIN_NAME(local):
            return f"<{node}>"
        self.used.add(prefix)
        return compact

    def literal(self, node: Literal) -> str:
        """A literal; numbers and truth values stay bare."""
        if isinstance(node.value, bool | int):
            return str(node)
        return f"{Literal(str(node)).n3()}^^{self.iri(node.datatype)}" if node.datatype else node.n3()

    def term(self, node: Node, indent: str) -> str:
        """A node where it stands as an object; a blank node with all that is said of it."""
        if isinstance(node, URIRef):
            return self.iri(node)
        if isinstance(node, Literal):
            return self.literal(node)
        if (node, RDF.first, None) in self._graph:
            return f"( {' '.join(self.term(item, indent) for item in Collection(self._graph, node))} )"
        return f"[ {self.statements(node, indent + '    ')} ]"

    def statements(self, subject: Node, indent: str) -> str:
        """Everything that is said of one subject, its types first."""
        lines = []
        for predicate in sorted(set(self._graph.predicates(subject)), key=lambda p: (p != RDF.type, str(p))):
            verb = "a" if predicate == RDF.type else self.iri(URIRef(predicate))
            values = sorted(self.term(value, indent) for value in self._graph.objects(subject, predicate))
            lines.append(f"{verb} {', '.join(values)}")
        return f" ;\n{indent}".join(lines)

    def text(self) -> str:
        """The whole graph."""
        named = sorted({s for s in self._graph.subjects() if not isinstance(s, BNode)}, key=str)
        blocks = [f"{self.iri(URIRef(subject))} {self.statements(subject, '    ')} .\n" for subject in named]
        known = self._description.prefixes
        head = "".join(f"@prefix {prefix}: <{known[prefix]}> .\n" for prefix in sorted(self.used))
        return f"{MARK}\n{head}\n" + "\n".join(blocks)
