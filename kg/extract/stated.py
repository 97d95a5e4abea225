"""Values of a record while they are gathered from several places, each with the words that state it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import TypeVar

from msgspec.structs import fields

from kg import model
from kg.extract.words import Words
from kg.model import Record

AnyRecord = TypeVar("AnyRecord", bound=Record)


@cache
def _many(kind: str) -> frozenset[str]:
    """Slots of a class, by its name, that hold several values."""
    return frozenset(field.name for field in fields(getattr(model, kind)) if field.default == ())


class Stated:
    """What is stated of one thing to be, slot by slot.

    :ivar kind: class of the record to be made.
    """

    def __init__(self, kind: type[Record]) -> None:
        self.kind = kind
        self._values: dict[str, dict[object, list[Words]]] = {}

    def give(self, slot: str, value: object, *words: Words) -> bool:
        """Add a value with the words that state it, if any; what is said twice is one value stated in two places.

        :returns: False where the slot holds one value and has another already.
        """
        values = self._values.setdefault(slot, {})
        if value not in values and values and slot not in _many(self.kind.__name__):
            return False
        values.setdefault(value, []).extend(words)
        return True

    def forget(self, slot: str) -> None:
        """Leave out what was given for a slot, which proved to be no value."""
        self._values.pop(slot, None)

    def get(self, slot: str) -> str | None:
        """The first value of a slot as text."""
        return next((str(value) for value in self._values.get(slot, ())), None)

    def all(self, slot: str) -> list[str]:
        """Every value of a slot as text, in the order in which they were given."""
        return [str(value) for value in self._values.get(slot, ())]

    def says(self, slot: str, value: object) -> bool:
        """Whether a slot has a value."""
        return value in self._values.get(slot, ())

    def count(self, slot: str) -> int:
        """How many values a slot has."""
        return len(self._values.get(slot, ()))

    def where(self, slot: str) -> Words:
        """The words that first state the first value of a slot.

        :raises StopIteration: without a value that words state.
        """
        return next(iter(self._values[slot].values()))[0]

    def made(self, kind: type[AnyRecord], iri: str) -> AnyRecord:
        """The record.

        :param kind: the same class, for the sake of its type.
        """
        many, make = _many(kind.__name__), self._maker(kind)
        return make(
            iri=iri,
            **{slot: tuple(found) if slot in many else next(iter(found)) for slot, found in self._values.items()},
        )

    @staticmethod
    def _maker(kind: type[AnyRecord]) -> Callable[..., AnyRecord]:
        return kind

    def places(self) -> Iterator[tuple[str, object, Words]]:
        """Slot, value and words of every place that states a value."""
        for slot, values in self._values.items():
            for value, places in values.items():
                for words in places:
                    yield slot, value, words
