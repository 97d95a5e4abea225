"""What the graph says of one thing, arranged for a page: bounded, in the order of the model, with who says so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import islice

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.exports.statements.order import natural
from kg.model import predicates as p
from kg.model.slots import CLASSES, SLOTS
from kg.rdf.iris import BASE, rule_set
from kg.rdf.prefixes import PREFIXES
from kg.rdf.terms import XSD
from kg.service.names import Names
from kg.service.patterns import Pattern
from kg.store import Snapshot

# Values of one property on a page, and on a page of a list of its own.
SHOWN = 20
LISTED = 200
# Beyond these nothing is counted, sorted or looked through, so that a page about a thing that half the graph points to
# is nearly as quick as any other: counting so many takes 0.1 s, reading what is sorted 0.03. What was not looked at
# is always said.
MOST_COUNTED = 100_000
MOST_SORTED = 1_000
MOST_EVIDENCE = 3_000
MOST_SOURCES = 200
MOST_GROUNDS = 5
_EVIDENCE = frozenset({p.SUBJECT, p.PREDICATE, p.OBJECT})
_PREDICATES = sorted({value for name, value in vars(p).items() if name.isupper()} - _EVIDENCE)
_RDFS = PREFIXES["rdfs"]
_OF_CLASSES = (_RDFS + "subClassOf", PREFIXES["schema"] + "domainIncludes", PREFIXES["schema"] + "rangeIncludes")
_CLASS_NAMES = {iri: name for name, iri in CLASSES.items()}
_TRUTH = {"true": "yes", "false": "no"}


@dataclass(frozen=True, slots=True)
class Named:
    """A thing or value as it is shown.

    :ivar iri: None for a value.
    :ivar here: whether it has a page here: it is ours, or the graph has a name for it.
    """

    text: str
    iri: str | None = None
    here: bool = False


def _is_rule_set(source: Named) -> bool:
    return (source.iri or "").startswith(rule_set(""))


@dataclass(frozen=True, slots=True)
class Ground:
    """Why one statement is in the graph.

    :ivar basis: token of the enumeration Basis in lower case: ``stated derived inferred``.
    :ivar before: words before the quote; empty where there are none.
    :ivar quote: the words that the statement rests on; empty where it rests on none.
    :ivar rule: name of the rule that concluded it; empty for none.
    :ivar confidence: from 0 to 1; empty for what is plainly stated.
    """

    document: Named | None
    basis: str
    before: str
    quote: str
    after: str
    rule: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement: the value, or for what points to a thing the subject.

    :ivar sources: the graphs that make it, the first twenty.
    :ivar more: whether there are further graphs or evidence.
    :ivar grounds: at most five pieces of evidence for it.
    """

    value: Named
    sources: tuple[Named, ...] = ()
    grounds: tuple[Ground, ...] = ()
    more: bool = False

    @property
    def basis(self) -> str:
        """The firmest of its grounds; what only a rule set says is inferred."""
        found = {ground.basis for ground in self.grounds}
        rules = bool(self.sources) and all(_is_rule_set(source) for source in self.sources)
        return next(
            (one for one in ("stated", "derived", "inferred") if one in found), "inferred" if rules else "stated"
        )


@dataclass(frozen=True, slots=True)
class Row:
    """Statements with one property.

    :ivar total: how many there are; None where there are more than :data:`MOST_COUNTED`.
    :ivar start: how many come before the first of ``entries``.
    """

    property: Named
    entries: tuple[Entry, ...]
    total: int | None
    start: int = 0


@dataclass(frozen=True, slots=True)
class Graph:
    """What stands in the graph of a thing's name.

    :ivar total: statements; None where there are more than :data:`MOST_COUNTED`.
    :ivar kinds: classes with how many of their things it says so of, most first.
    """

    total: int | None
    kinds: tuple[tuple[Named, int], ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """What the graph says of one thing.

    :ivar name: its name, else the end of its IRI.
    :ivar kinds: its classes of our model, else any.
    :ivar rows: what is said of it, by property.
    :ivar incoming: what points to it, by property.
    :ivar graph: the graph of its name; None where there is none.
    :ivar unseen: what this does not tell though the graph may, a sentence each.
    """

    iri: str
    name: str
    kinds: tuple[Named, ...]
    rows: tuple[Row, ...]
    incoming: tuple[Row, ...]
    graph: Graph | None = None
    unseen: tuple[str, ...] = ()

    @property
    def usual_source(self) -> Named | None:
        """The document or vocabulary that alone makes most of the statements for which there is no evidence."""
        entries = (entry for row in self.rows for entry in row.entries)
        alone = Counter(entry.sources[0] for entry in entries if not entry.grounds and len(entry.sources) == 1)
        stating = {one: count for one, count in alone.items() if not _is_rule_set(one)}
        return max(stating, key=lambda one: (stating[one], one.iri or ""), default=None)


def known(snapshot: Snapshot, iri: str) -> bool:
    """Whether the graph says anything of or with an IRI, or has a graph of that name."""
    one = NamedNode(iri)
    patterns = ((one, None, None, None), (None, None, one, None), (None, None, None, one), (None, one, None, None))
    return any(next(snapshot.quads(*pattern), None) for pattern in patterns)


Term = NamedNode | BlankNode | Literal | Triple
# IRIs of pieces of evidence by property and value.
Evidence = dict[tuple[str, str], list[str]]


class Describing:
    """Things of one snapshot, for one page."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self.names = Names(snapshot)
        self._unseen: list[str] = []

    def thing(self, iri: str) -> Thing:
        """A thing with the first values of each property."""
        node = NamedNode(iri)
        kinds = [quad.object.value for quad in self._of(node, p.RDF_TYPE) if isinstance(quad.object, NamedNode)]
        ours = sorted(kind for kind in kinds if kind in _CLASS_NAMES) or sorted(kinds)
        said = self._counts(Pattern(subject=node), "are about it")
        evidence = self._evidence(iri) if said else {}
        properties = sorted(said.keys() - {p.RDF_TYPE}, key=_order(ours))
        rows = [self._row(Pattern(node, NamedNode(one)), said[one], 0, SHOWN, evidence) for one in properties]
        pointing = self._counts(Pattern(object=node), "point to it")
        places = {one: place for place, one in enumerate((*_PREDICATES, *_OF_CLASSES))}
        incoming = sorted(pointing.keys() - _EVIDENCE, key=lambda one: (places.get(one, len(places)), one))
        return Thing(
            iri=iri,
            name=self.names.given(iri) or self.names.of(iri),
            kinds=tuple(self._named(NamedNode(kind)) for kind in ours),
            rows=tuple(rows),
            incoming=tuple(
                self._row(Pattern(predicate=NamedNode(one), object=node), pointing[one], 0, SHOWN) for one in incoming
            ),
            graph=self._graph(node),
            unseen=tuple(self._unseen),
        )

    def listed(self, iri: str, predicate: str, start: int) -> Row:
        """One property of a thing, from one value on."""
        return self._list(Pattern(NamedNode(iri), NamedNode(predicate)), start, self._evidence(iri))

    def pointing(self, iri: str, predicate: str, start: int) -> Row:
        """What points to a thing with one property, from one subject on."""
        return self._list(Pattern(predicate=NamedNode(predicate), object=NamedNode(iri)), start)

    def heading(self, iri: str) -> Thing:
        """A thing with its name and nothing else."""
        return Thing(iri, self.names.given(iri) or self.names.of(iri), (), (), ())

    def _graph(self, node: NamedNode) -> Graph | None:
        if next(self._snapshot.quads(None, None, None, node), None) is None:
            return None
        pattern = Pattern(graph=node)
        kinds = pattern.kinds(self._snapshot, MOST_COUNTED)
        ordered = sorted(kinds.items(), key=lambda one: (-one[1], one[0]))[:SHOWN]
        named = tuple((self._named(NamedNode(kind)), count) for kind, count in ordered)
        return Graph(self._count(pattern), named)

    def _of(self, node: NamedNode, predicate: str) -> list[Quad]:
        return list(Pattern(node, NamedNode(predicate)).slice(self._snapshot, 0, MOST_SORTED))

    def _counts(self, pattern: Pattern, verb: str) -> dict[str, int | None]:
        """By property how many statements there are; None for more than are counted."""
        found = pattern.by_predicate(self._snapshot, MOST_COUNTED + 1)
        if sum(found.values()) <= MOST_COUNTED:
            return dict(found)
        # One look-up a property that we know: to find all that there are, all would have to be read.
        self._unseen.append(
            f"More than {MOST_COUNTED:,} statements {verb}; those with properties that are not of our model may be "
            "missing here."
        )
        properties = dict.fromkeys((*_PREDICATES, *_OF_CLASSES, *sorted(found)))
        counts = {one: self._count(replace(pattern, predicate=NamedNode(one))) for one in properties}
        return {one: count for one, count in counts.items() if count != 0}

    def _count(self, pattern: Pattern) -> int | None:
        count = pattern.count(self._snapshot, MOST_COUNTED + 1)
        return count if count <= MOST_COUNTED else None

    def _list(self, pattern: Pattern, start: int, evidence: Evidence | None = None) -> Row:
        return self._row(pattern, self._count(pattern), start, LISTED, evidence)

    def _row(self, pattern: Pattern, total: int | None, start: int, most: int, evidence: Evidence | None = None) -> Row:
        if total is not None and total <= MOST_SORTED:
            found = pattern.slice(self._snapshot, 0, MOST_SORTED)
            quads = sorted(found, key=lambda quad: natural(str(_other(quad, pattern)).encode()))[start : start + most]
        else:
            quads = list(pattern.slice(self._snapshot, start, most))
        entries = (self._entry(quad, pattern, evidence) for quad in quads)
        predicate = pattern.predicate.value if pattern.predicate else ""
        return Row(self._property(predicate), tuple(entries), total, start)

    def _entry(self, quad: Quad, pattern: Pattern, evidence: Evidence | None) -> Entry:
        shown = self._named(_other(quad, pattern))
        if pattern.object:
            return Entry(shown)
        grounds = evidence.get((quad.predicate.value, str(quad.object)), []) if evidence else []
        sources = self._sources(quad)
        return Entry(
            shown,
            tuple(self._named(NamedNode(graph)) for graph in sources[:SHOWN]),
            tuple(self._ground(one) for one in grounds[:MOST_GROUNDS]),
            more=len(sources) > SHOWN or len(grounds) > MOST_GROUNDS,
        )

    def _property(self, iri: str) -> Named:
        return Named(self.names.predicate(iri), iri, here=known(self._snapshot, iri))

    def _named(self, value: Term) -> Named:
        if isinstance(value, NamedNode):
            iri = value.value
            return Named(self.names.of(iri), iri, here=iri.startswith(BASE) or self.names.given(iri) is not None)
        if isinstance(value, Literal):
            truth = value.datatype.value == XSD + "boolean"
            return Named(_TRUTH.get(value.value, value.value) if truth else value.value)
        return Named(str(value))

    def _sources(self, quad: Quad) -> list[str]:
        quads = islice(self._snapshot.quads(quad.subject, quad.predicate, quad.object, None), MOST_SOURCES)
        return sorted(one.graph_name.value for one in quads if isinstance(one.graph_name, NamedNode))

    def _evidence(self, iri: str) -> Evidence:
        """By property and value of what is said of a thing, the evidence for it."""
        found: Evidence = defaultdict(list)
        pattern = Pattern(predicate=NamedNode(p.SUBJECT), object=NamedNode(iri))
        quads = list(pattern.slice(self._snapshot, 0, MOST_EVIDENCE + 1))
        if len(quads) > MOST_EVIDENCE:
            self._unseen.append(
                f"There are more than {MOST_EVIDENCE:,} pieces of evidence for what is said of it; not all are here."
            )
        named = (quad.subject for quad in quads[:MOST_EVIDENCE] if isinstance(quad.subject, NamedNode))
        for node in sorted(named, key=lambda one: natural(one.value.encode())):
            predicate = self._one(node, p.PREDICATE)
            value = self._one(node, p.OBJECT)
            if isinstance(predicate, NamedNode) and value is not None:
                found[predicate.value, str(value)].append(node.value)
        return found

    def _one(self, node: NamedNode, predicate: str) -> NamedNode | Literal | None:
        quads = self._snapshot.quads(node, NamedNode(predicate), None, DefaultGraph())
        return next((quad.object for quad in quads if isinstance(quad.object, NamedNode | Literal)), None)

    def _ground(self, iri: str) -> Ground:
        def text(predicate: str) -> str:
            value = self._one(NamedNode(iri), predicate)
            return value.value if value else ""

        document = self._one(NamedNode(iri), p.DERIVED_FROM)
        return Ground(
            document=self._named(document) if isinstance(document, NamedNode) else None,
            basis=text(p.BASIS).rpartition("-")[2].lower(),
            before=text(p.PREFIX),
            quote=text(p.EXACT),
            after=text(p.SUFFIX),
            rule=text(p.RULE),
            confidence=text(p.CONFIDENCE),
        )


def _other(quad: Quad, pattern: Pattern) -> Term:
    """What a statement has at the end that the pattern leaves open."""
    return quad.subject if pattern.object else quad.object


def _order(classes: Iterable[str]) -> Callable[[str], tuple[int, str]]:
    """The order of properties: as the model has them, then by address."""
    slots = [predicate for iri in classes if iri in _CLASS_NAMES for predicate, _ in SLOTS[_CLASS_NAMES[iri]].values()]
    places = {predicate: place for place, predicate in reversed(list(enumerate(slots)))}
    return lambda predicate: (places.get(predicate, len(slots)), predicate)
