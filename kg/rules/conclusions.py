"""What a rule set concludes from one document: statements with their evidence, and the things they are about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import Any, TypeVar

from kg.document import Reading
from kg.evidence import Quote, term
from kg.model import ConditionName, Evidence, Intervention, Record
from kg.model.slots import SLOTS
from kg.rdf.iris import rule_set, under

OneRecord = TypeVar("OneRecord", bound=Record)
_NO_QUOTE = Quote()
# A dozen confidences are all there are.
_decimal = lru_cache(maxsize=256)(Decimal)


class Conclusions:
    """Collects what one rule set concludes from one document, given by its record's IRI.

    :ivar name: of the rule set.
    :ivar evidence: of every statement concluded, in order.
    :ivar records: things that the statements are about and that the document does not itself describe.
    """

    def __init__(self, name: str, record: str) -> None:
        self.name = name
        self.evidence: list[Evidence] = []
        self.records: dict[str, Record] = {}
        self._record = record
        self._stem = under(record, name, "")

    def conclude(
        self,
        subject: str,
        predicate: str,
        value: str,
        *,
        rule: str,
        quote: Quote | None,
        basis: str = "INFERRED",
        matched: str | None = None,
        match_kind: str | None = None,
        confidence: str | None = None,
    ) -> None:
        """Add one statement with its evidence.

        :param value: an RDF term as N-Triples writes it.
        :param quote: the words it rests on.
        :param confidence: a decimal from 0 to 1.
        """
        self.evidence.append(
            (quote or _NO_QUOTE).evidence(
                f"{self._stem}{len(self.evidence) + 1}",
                subject,
                predicate,
                value,
                derived_from=self._record,
                basis=basis,
                rule=rule,
                matched=matched,
                match_kind=match_kind,
                confidence=_decimal(confidence) if confidence else None,
            )
        )

    def describe(self, record: Record) -> None:
        """Add a thing that the document does not itself describe; the first description of it stays."""
        self.records.setdefault(record.iri, record)

    def nquads(self) -> str:
        """Statements, evidence and things, in the graph of the rule set."""
        if not self.evidence and not self.records:
            return ""
        graph = rule_set(self.name)
        parts = [record.nquads(graph) for record in self.records.values()]
        for evidence in self.evidence:
            parts.append(f"<{evidence.subject}> <{evidence.predicate}> {evidence.object} <{graph}> .\n")
            parts.append(evidence.nquads(graph))
        return "".join(parts)


class Known:
    """What is known of one document so far: its records, its evidence and earlier conclusions, ready to look up."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._answered: dict[tuple[str, str], bool] = {}
        self._earlier: dict[tuple[str, str], list[Evidence]] = {}
        self._by_iri: dict[str, Record] = {r.iri: r for r in reading.records if not isinstance(r, Evidence)}
        self._by_class: dict[type[Any], list[tuple[int, Any]]] = {}
        for place, record in enumerate(self._by_iri.values()):
            self._by_class.setdefault(type(record), []).append((place, record))
        stated = [record for record in reading.records if isinstance(record, Evidence)]
        self._stated = {(e.subject, e.predicate, e.object): e for e in stated}
        self._noted = {e.subject for e in stated}

    def learn(self, conclusions: Conclusions) -> None:
        """Take in the conclusions of a rule set, for those that follow."""
        for evidence in conclusions.evidence:
            self._earlier.setdefault((evidence.subject, evidence.predicate), []).append(evidence)
        for record in conclusions.records.values():
            if record.iri not in self._by_iri:
                self._by_class.setdefault(type(record), []).append((len(self._by_iri), record))
                self._by_iri[record.iri] = record

    def all_of(self, *classes: type[OneRecord]) -> Iterator[OneRecord]:
        """Every record of some classes, in the order of the document."""
        # Results have thousands of records, and forty questions are asked of each document. No class of the model
        # is another's.
        found = [self._by_class[kind] for kind in classes if kind in self._by_class]
        in_order = found[0] if len(found) == 1 else sorted(chain.from_iterable(found), key=itemgetter(0))
        return (record for _, record in in_order)

    def once(self, name: str, concept: str, answer: Callable[[], bool]) -> bool:
        """What is asked of the whole document about a name and a concept, answered the first time."""
        asked = (name, concept)
        if asked not in self._answered:
            self._answered[asked] = answer()
        return self._answered[asked]

    def texts(self) -> Iterator[str]:
        """What a record says of itself in words: its passages, what it gives and what it studies."""
        for passage in self.reading.passages:
            yield passage.words.text
        for entry in self.all_of(Intervention):
            yield entry.label or ""
        for condition in self.all_of(ConditionName):
            yield condition.label or ""

    def get(self, iri: str) -> Record | None:
        """The record of a thing, if the document or an earlier rule set describes it."""
        return self._by_iri.get(iri)

    def quote_of(self, record: Record, slot: str) -> Quote | None:
        """Where the (first) value of a slot stood in the document; the value itself where no place was told."""
        predicate, kind = SLOTS[type(record).__name__][slot]
        value = getattr(record, slot)
        value = value[0] if isinstance(value, tuple) and value else value
        if value in (None, ()):
            return None
        if record.iri in self._noted:
            evidence = self._stated.get((record.iri, predicate, term(value, kind)))
            if evidence:
                return Quote.from_evidence(evidence)
        return Quote(value) if isinstance(value, str) and kind == "string" else None

    def concluded(self, subject: str, predicate: str) -> list[Evidence]:
        """Evidence of the earlier conclusions about a thing."""
        return self._earlier.get((subject, predicate), [])

    def objects(self, subject: str, predicate: str) -> list[str]:
        """IRIs of the things that the earlier conclusions about a thing speak of."""
        return [evidence.object.strip("<>") for evidence in self.concluded(subject, predicate)]
