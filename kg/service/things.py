"""What the graph says of one thing, arranged for a page: bounded, in the order of the model, with who says so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.exports.statements.order import natural
from kg.exports.statements.selection import Source
from kg.model import predicates as p
from kg.model.slots import CLASSES, SLOTS
from kg.rdf.iris import BASE, rule_set
from kg.rdf.terms import XSD
from kg.service.names import Names

# Values of one property on a page, and on a page of a list of its own.
SHOWN = 20
LISTED = 200
# Beyond these nothing is counted or looked through, so that a page about a thing that half the graph points to is as
# quick as any other.
MOST_VALUES = 10_000
MOST_EVIDENCE = 3_000
MOST_GROUNDS = 5
_EVIDENCE = frozenset({p.SUBJECT, p.PREDICATE, p.OBJECT})
_PREDICATES = sorted({value for name, value in vars(p).items() if name.isupper()} - _EVIDENCE)
_SUBCLASS = ("http://www.w3.org/2000/01/rdf-schema#subClassOf", "http://www.w3.org/2000/01/rdf-schema#domain")
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

    :ivar sources: the graphs that make it.
    :ivar grounds: at most five pieces of evidence for it.
    """

    value: Named
    sources: tuple[Named, ...] = ()
    grounds: tuple[Ground, ...] = ()

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

    :ivar total: how many there are; :data:`MOST_VALUES` where there are more than that.
    :ivar start: how many come before the first of ``entries``.
    """

    property: Named
    entries: tuple[Entry, ...]
    total: int
    start: int = 0


@dataclass(frozen=True, slots=True)
class Thing:
    """What the graph says of one thing.

    :ivar name: its name, else the end of its IRI.
    :ivar kinds: its classes of our model, else any.
    :ivar rows: what is said of it, by property.
    :ivar incoming: what points to it, by property.
    """

    iri: str
    name: str
    kinds: tuple[Named, ...]
    rows: tuple[Row, ...]
    incoming: tuple[Row, ...]

    @property
    def usual_source(self) -> Named | None:
        """The document or vocabulary that alone makes most of the statements for which there is no evidence."""
        entries = (entry for row in self.rows for entry in row.entries)
        alone = Counter(entry.sources[0] for entry in entries if not entry.grounds and len(entry.sources) == 1)
        stating = {one: count for one, count in alone.items() if not _is_rule_set(one)}
        return max(stating, key=lambda one: (stating[one], one.iri or ""), default=None)


def known(snapshot: Source, iri: str) -> bool:
    """Whether the graph says anything of or with an IRI."""
    one = NamedNode(iri)
    patterns = ((one, None, None, None), (None, None, one, None), (None, None, None, one))
    return any(next(snapshot.quads(*pattern), None) for pattern in patterns)


class Describing:
    """Things of one snapshot, for one page."""

    def __init__(self, snapshot: Source) -> None:
        self._snapshot = snapshot
        self.names = Names(snapshot)

    def thing(self, iri: str) -> Thing:
        """A thing with the first values of each property."""
        said: dict[str, list[NamedNode | Literal]] = defaultdict(list)
        for quad in islice(self._default(NamedNode(iri), None, None), MOST_VALUES):
            if isinstance(quad.object, NamedNode | Literal):
                said[quad.predicate.value].append(quad.object)
        kinds = [one.value for one in said.pop(p.RDF_TYPE, []) if isinstance(one, NamedNode)]
        ours = sorted(kind for kind in kinds if kind in _CLASS_NAMES) or sorted(kinds)
        order = _order(ours)
        evidence = self._evidence(iri)
        return Thing(
            iri=iri,
            name=self.names.given(iri) or self.names.of(iri),
            kinds=tuple(self._named(NamedNode(kind)) for kind in ours),
            rows=tuple(self._row(iri, predicate, said[predicate], evidence) for predicate in sorted(said, key=order)),
            incoming=tuple(self._pointing(iri)),
        )

    def listed(self, iri: str, predicate: str, start: int) -> Row:
        """One property of a thing, from one value on."""
        quads = islice(self._default(NamedNode(iri), NamedNode(predicate), None), MOST_VALUES)
        values = [quad.object for quad in quads if isinstance(quad.object, NamedNode | Literal)]
        return self._row(iri, predicate, values, self._evidence(iri), start=start, most=LISTED)

    def pointing(self, iri: str, predicate: str, start: int) -> Row:
        """What points to a thing with one property, from one subject on."""
        return self._incoming(iri, predicate, start=start, most=LISTED)

    def _default(self, s: NamedNode | None, pr: NamedNode | None, o: NamedNode | None) -> Iterator[Quad]:
        return self._snapshot.quads(s, pr, o, DefaultGraph())

    def _row(
        self,
        iri: str,
        predicate: str,
        values: list[NamedNode | Literal],
        evidence: dict[tuple[str, str], list[str]],
        *,
        start: int = 0,
        most: int = SHOWN,
    ) -> Row:
        ordered = sorted(values, key=lambda value: natural(str(value).encode()))
        entries = (
            Entry(
                self._named(value),
                self._sources(NamedNode(iri), NamedNode(predicate), value),
                tuple(self._ground(one) for one in evidence.get((predicate, str(value)), ())[:MOST_GROUNDS]),
            )
            for value in ordered[start : start + most]
        )
        return Row(Named(self.names.predicate(predicate), predicate), tuple(entries), len(ordered), start)

    def _pointing(self, iri: str) -> Iterator[Row]:
        # One look-up a property that we know: reading everything that points to a class would never end.
        for predicate in (*_PREDICATES, *_SUBCLASS):
            row = self._incoming(iri, predicate, start=0, most=SHOWN)
            if row.total:
                yield row

    def _incoming(self, iri: str, predicate: str, *, start: int, most: int) -> Row:
        quads = islice(self._default(None, NamedNode(predicate), NamedNode(iri)), MOST_VALUES)
        subjects = [quad.subject for quad in quads if isinstance(quad.subject, NamedNode)]
        ordered = sorted(subjects, key=lambda one: natural(one.value.encode()))
        entries = tuple(Entry(self._named(one)) for one in ordered[start : start + most])
        return Row(Named(self.names.predicate(predicate), predicate), entries, len(ordered), start)

    def _named(self, value: NamedNode | Literal) -> Named:
        if isinstance(value, NamedNode):
            iri = value.value
            return Named(self.names.of(iri), iri, here=iri.startswith(BASE) or self.names.given(iri) is not None)
        return Named(_TRUTH.get(value.value, value.value) if value.datatype.value == XSD + "boolean" else value.value)

    def _sources(self, s: NamedNode, pr: NamedNode, o: NamedNode | Literal) -> tuple[Named, ...]:
        quads = self._snapshot.quads(s, pr, o, None)
        graphs = sorted(quad.graph_name.value for quad in quads if isinstance(quad.graph_name, NamedNode))
        return tuple(self._named(NamedNode(graph)) for graph in graphs[:SHOWN])

    def _evidence(self, iri: str) -> dict[tuple[str, str], list[str]]:
        """By property and value of what is said of a thing, the evidence for it."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        nodes = (quad.subject for quad in self._default(None, NamedNode(p.SUBJECT), NamedNode(iri)))
        named = (node for node in islice(nodes, MOST_EVIDENCE) if isinstance(node, NamedNode))
        for node in sorted(named, key=lambda one: natural(one.value.encode())):
            predicate = self._one(node, p.PREDICATE)
            value = self._one(node, p.OBJECT)
            if isinstance(predicate, NamedNode) and value is not None:
                found[predicate.value, str(value)].append(node.value)
        return found

    def _one(self, node: NamedNode, predicate: str) -> NamedNode | Literal | None:
        objects = (quad.object for quad in self._default(node, NamedNode(predicate), None))
        return next((one for one in objects if isinstance(one, NamedNode | Literal)), None)

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


def _order(classes: Iterable[str]) -> Callable[[str], tuple[int, str]]:
    """The order of properties: as the model has them, then by address."""
    slots = [predicate for iri in classes if iri in _CLASS_NAMES for predicate, _ in SLOTS[_CLASS_NAMES[iri]].values()]
    places = {predicate: place for place, predicate in reversed(list(enumerate(slots)))}
    return lambda predicate: (places.get(predicate, len(slots)), predicate)
