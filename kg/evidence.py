"""How a loader says where in the document each value stood."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

from msgspec import Struct

from kg.extract.words import Words
from kg.model import Evidence, Record
from kg.model.enums import ENUMS
from kg.model.slots import SLOTS
from kg.rdf.iris import under
from kg.rdf.terms import typed

CONTEXT = 32
AnyRecord = TypeVar("AnyRecord", bound=Record)


def term(value: object, kind: str) -> str:
    """A value of a slot as its writer writes it.

    :param kind: as in :data:`kg.model.slots.SLOTS`.
    """
    if kind.startswith("enum:"):
        return f"<{ENUMS[kind[5:]][str(value)]}>"
    return typed(value, kind)


class Notes:
    """Collects the evidence of one document while its loader reads it.

    :ivar evidence: what was collected, in order.
    """

    def __init__(self, record: str, text: str) -> None:
        self._record = record
        self._text = text
        self.evidence: list[Evidence] = []

    def cite(
        self,
        record: AnyRecord,
        /,
        *,
        basis: str = "STATED",
        rule: str | None = None,
        **where: Words | Sequence[Words] | None,
    ) -> AnyRecord:
        """Say where values of a record stood.

        :param basis: token of the enumeration Basis.
        :param where: by slot name the words of its value; for a slot of several values the words of each, in the
            order of the values. None says nothing.
        :returns: the record itself.
        :raises KeyError: for a slot that the record's class does not have.
        :raises ValueError: when a slot has no value, or not as many as words are given.
        """
        for slot, words in where.items():
            if words is None:
                continue
            predicate, kind = SLOTS[type(record).__name__][slot]
            value = getattr(record, slot)
            values = value if isinstance(value, tuple) else (value,)
            places = (words,) if isinstance(words, Words) else tuple(words)
            if None in values or len(values) != len(places):
                raise ValueError(
                    f"{type(record).__name__}.{slot} has {len(values)} values, and words for {len(places)}"
                )
            for one, place in zip(values, places, strict=True):
                self.note(record.iri, predicate, term(one, kind), place, basis=basis, rule=rule)
        return record

    def note(
        self,
        subject: str,
        predicate: str,
        value: str,
        words: Words,
        *,
        basis: str = "STATED",
        rule: str | None = None,
    ) -> None:
        """Say where one statement stood.

        :param predicate: a constant of :mod:`kg.model.predicates`.
        :param value: an RDF term as N-Triples writes it.
        """
        iri = under(self._record, "evidence", len(self.evidence) + 1)
        quote = Quote.from_document(self._text, words)
        self.evidence.append(
            quote.evidence(iri, subject, predicate, value, derived_from=self._record, basis=basis, rule=rule)
        )


class Quote(Struct, frozen=True, gc=False):
    """Words of a document with up to 32 characters on either side, and their place; the parts of evidence that show.

    Any part may be unknown.
    """

    exact: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    start: int | None = None
    end: int | None = None

    @classmethod
    def from_document(cls, text: str, words: Words) -> Quote:
        """The quote of some words, with what stands around them in the document."""
        start, end = words.start, words.end
        before = " ".join(text[max(0, start - CONTEXT) : start].split())
        after = " ".join(text[end : end + CONTEXT].split())
        return cls(words.text, before or None, after or None, start, end)

    @classmethod
    def from_passage(cls, words: Words, start: int, end: int) -> Quote:
        """The quote of a part of some words, with what stands around it among them."""
        part = words.part(start, end)
        before = words.text[max(0, start - CONTEXT) : start].strip()
        after = words.text[end : end + CONTEXT].strip()
        place = (part.start, part.end) if part.is_placed else (None, None)
        return cls(part.text, before or None, after or None, *place)

    @classmethod
    def from_evidence(cls, evidence: Evidence) -> Quote:
        """The quote that other evidence has already."""
        return cls(evidence.exact, evidence.prefix, evidence.suffix, evidence.start, evidence.end)

    def evidence(
        self,
        iri: str,
        subject: str,
        predicate: str,
        value: str,
        *,
        derived_from: str,
        basis: str,
        rule: str | None,
        matched: str | None = None,
        match_kind: str | None = None,
        confidence: Decimal | None = None,
    ) -> Evidence:
        """The evidence that one statement has in these words.

        :param iri: of the evidence.
        :param value: an RDF term as N-Triples writes it.
        """
        return Evidence(
            iri=iri,
            subject=subject,
            predicate=predicate,
            object=value,
            exact=self.exact,
            prefix=self.prefix,
            suffix=self.suffix,
            start=self.start,
            end=self.end,
            derived_from=derived_from,
            basis=basis,
            rule=rule,
            matched=matched,
            match_kind=match_kind,
            confidence=confidence,
        )

    def unplaced(self) -> Quote:
        """The quote of words whose place in the document is not known."""
        return Quote(self.exact, self.prefix, self.suffix)

    def within(self, part: str) -> Quote:
        """The quote of a part of the words, where they stand in one piece; else the whole."""
        at = (self.exact or "").find(part)
        if at < 0 or self.start is None or self.end is None or self.end - self.start != len(self.exact or ""):
            return self
        return Quote(part, self.prefix, self.suffix, self.start + at, self.start + at + len(part))
