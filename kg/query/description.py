"""Everything the graph says of one thing, and why."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from kg.model import predicates as p
from kg.query.answers import Answering, Value, table

_EVIDENCE = (p.SUBJECT, p.PREDICATE, p.OBJECT)
_Key = tuple[str, str, object]


@dataclass(frozen=True, slots=True)
class Ground:
    """Why one statement is in the graph.

    :ivar document: address of the document it rests on; None where a table of the vocabulary is the source.
    :ivar basis: ``STATED``, ``DERIVED`` or ``INFERRED``.
    :ivar quote: the words it rests on; None where it rests on no single place.
    :ivar start: place of the first character of the words, counted from 0.
    :ivar end: place after their last character.
    :ivar rule: name of the rule that made it; None for what is plainly stated.
    :ivar confidence: from 0 to 1; None for what is plainly stated.
    """

    document: Value | None
    basis: Value | None
    quote: Value | None
    start: Value | None
    end: Value | None
    rule: Value | None
    confidence: Value | None


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement with its sources.

    :ivar object: an :class:`~kg.query.answers.Iri` where it is a thing, else a value.
    :ivar label: name of the thing at the other end, where it has one.
    :ivar graphs: named graphs that hold it: documents, rule sets, the vocabulary. Empty in a build without them.
    """

    subject: str
    predicate: str
    object: Value
    label: Value | None
    graphs: tuple[str, ...]
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Description:
    """Everything the graph says of one thing.

    :ivar iri: its address.
    :ivar outgoing: statements with the thing as subject, by predicate and object.
    :ivar incoming: statements with it as object, but for the evidence nodes that speak of them, by predicate and
        subject.
    """

    iri: str
    outgoing: tuple[Statement, ...]
    incoming: tuple[Statement, ...]


def describe(graph: Answering, iri: str) -> Description:
    """Everything the graph says of one thing; nothing for an address that it does not know.

    :param iri: an address without characters that none may have.
    """
    outgoing = _statements(graph, f"BIND(<{iri}> AS ?s) <{iri}> ?p ?o .", "?o")
    apart = ", ".join(f"<{one}>" for one in _EVIDENCE)
    incoming = _statements(graph, f"?s ?p <{iri}> . BIND(<{iri}> AS ?o) FILTER(?p NOT IN ({apart}))", "?s")
    return Description(iri, outgoing, incoming)


def _statements(graph: Answering, pattern: str, other: str) -> tuple[Statement, ...]:
    graphs: dict[_Key, list[str]] = defaultdict(list)
    for s, p_, o, name in table(graph, f"SELECT DISTINCT ?s ?p ?o ?g WHERE {{ GRAPH ?g {{ {pattern} }} }}").rows:
        graphs[str(s), str(p_), o].append(str(name))
    grounds = _grounds(graph, pattern)
    labelled = f"SELECT ?s ?p ?o (MIN(?name) AS ?label) WHERE {{ {pattern} OPTIONAL {{ {other} <{p.LABEL}> ?name }} }}"
    found = [
        Statement(key[0], key[1], o, label, tuple(sorted(graphs.get(key, ()))), grounds.get(key, ()))
        for s, p_, o, label in table(graph, labelled + " GROUP BY ?s ?p ?o").rows
        if o is not None and (key := (str(s), str(p_), o))
    ]
    return tuple(sorted(found, key=lambda one: (one.predicate, one.subject, str(one.object))))


def _grounds(graph: Answering, pattern: str) -> dict[_Key, tuple[Ground, ...]]:
    optional = (p.DERIVED_FROM, p.BASIS, p.EXACT, p.START, p.END, p.RULE, p.CONFIDENCE)
    names = [f"?v{place}" for place in range(len(optional))]
    asked = " ".join(f"OPTIONAL {{ ?e <{one}> {name} }}" for one, name in zip(optional, names, strict=True))
    spoken = f"?e <{p.SUBJECT}> ?s . ?e <{p.PREDICATE}> ?p . ?e <{p.OBJECT}> ?o ."
    rows = table(graph, f"SELECT ?s ?p ?o ?e {' '.join(names)} WHERE {{ {pattern} {spoken} {asked} }} ORDER BY ?e").rows
    found: dict[_Key, list[Ground]] = defaultdict(list)
    for s, p_, o, _, document, basis, *rest in rows:
        token = str(basis).rpartition("-")[2] if basis is not None else None
        found[str(s), str(p_), o].append(Ground(document, token, *rest))
    return {key: tuple(dict.fromkeys(grounds)) for key, grounds in found.items()}
