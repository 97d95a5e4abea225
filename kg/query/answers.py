"""Answers as Python values, whoever gave them: the embedded store or an endpoint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Generic, Protocol, TypeAlias, TypeVar, overload

from kg.query import frames
from kg.rdf.terms import XSD

if TYPE_CHECKING:
    import pandas
    import polars


class Iri(str):
    """An address: a ``str`` in all respects, but one can ask which of two equal texts is one."""

    __slots__ = ()


Value: TypeAlias = str | int | float | Decimal | bool
RowT = TypeVar("RowT", covariant=True)

# Every type that XML Schema derives from xsd:integer.
_SIZED = ("byte", "short", "int", "long")
_SIGNED = ("nonNegativeInteger", "positiveInteger", "nonPositiveInteger", "negativeInteger")
_UNSIGNED = ("unsignedByte", "unsignedShort", "unsignedInt", "unsignedLong")
_INTEGERS = {XSD + name for name in ("integer", *_SIZED, *_SIGNED, *_UNSIGNED)}


def value(lexical: str, datatype: str) -> Value:
    """A literal as a Python value; dates stay as written, since a month or year alone is a date too.

    :param datatype: IRI of its type; a literal of any other type, and one that its type does not allow, stays a text.

    >>> value("1.50", XSD + "decimal"), value("2019-07", XSD + "gYearMonth"), value("1", XSD + "boolean")
    (Decimal('1.50'), '2019-07', True)
    """
    try:
        if datatype in _INTEGERS:
            return int(lexical)
        if datatype == XSD + "decimal":
            return Decimal(lexical)
        if datatype in (XSD + "double", XSD + "float"):
            return float(lexical)
        if datatype == XSD + "boolean":
            return {"true": True, "1": True, "false": False, "0": False}[lexical]
    except (ValueError, InvalidOperation, KeyError):
        return lexical
    return lexical


@dataclass(frozen=True, slots=True)
class Table:
    """The answer of a SELECT.

    :ivar columns: names of the variables, in order.
    :ivar rows: of each solution the values in that order; None where a variable is unbound.
    """

    columns: tuple[str, ...]
    rows: list[tuple[Value | None, ...]]


@dataclass(frozen=True, slots=True)
class Triples:
    """The answer of a CONSTRUCT or DESCRIBE, as N-Triples."""

    ntriples: bytes


class Answering(Protocol):
    """Whatever can be asked in SPARQL."""

    def answer(self, sparql: str) -> Table | bool | Triples:
        """The answer to one query: a table to SELECT, a truth value to ASK, triples to CONSTRUCT and DESCRIBE.

        :raises QueryError: when the text is no SPARQL query.
        """
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...


def table(graph: Answering, sparql: str) -> Table:
    """The answer to a SELECT of our own.

    :raises TypeError: when the text is another kind of query.
    """
    found = graph.answer(sparql)
    if not isinstance(found, Table):
        raise TypeError(f"wanted a SELECT, found a query that answers {type(found).__name__}: {sparql[:60]!r}")
    return found


class Rows(Sequence[RowT], Generic[RowT]):
    """The rows of an answer in their order, to walk over or to take away.

    :ivar columns: their names, known even when there is no row.
    """

    def __init__(self, columns: Sequence[str], rows: Sequence[RowT], types: Sequence[str] | None = None) -> None:
        """Hold rows.

        :param rows: records with a field a column, or dictionaries by column.
        :param types: of each column as a canned query's header gives it; None leaves it to the values.
        """
        self.columns = tuple(columns)
        self._rows = tuple(rows)
        self._types = dict(zip(columns, types, strict=True)) if types is not None else None

    @overload
    def __getitem__(self, index: int) -> RowT: ...
    @overload
    def __getitem__(self, index: slice) -> Rows[RowT]: ...
    def __getitem__(self, index: int | slice) -> RowT | Rows[RowT]:
        if isinstance(index, slice):
            types = None if self._types is None else tuple(self._types.values())
            return Rows(self.columns, self._rows[index], types)
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[RowT]:
        return iter(self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and (self.columns, self._rows) == (other.columns, other._rows)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<{len(self)} rows of {', '.join(self.columns)}>"

    def to_dicts(self) -> list[dict[str, Value | None]]:
        """A dictionary by column of every row."""
        if self._rows and isinstance(self._rows[0], dict):
            return [dict(row) for row in self._rows if isinstance(row, dict)]
        return [{name: getattr(row, name) for name in self.columns} for row in self._rows]

    def to_pandas(self) -> pandas.DataFrame:
        """A pandas data frame; decimals become floating point.

        :raises ImportError: when pandas is not installed.
        """
        return frames.to_pandas(self._by_column(), self._types)

    def to_polars(self) -> polars.DataFrame:
        """A polars data frame; decimals become floating point.

        :raises ImportError: when polars is not installed.
        """
        return frames.to_polars(self._by_column(), self._types)

    def _by_column(self) -> dict[str, list[Value | None]]:
        rows = self.to_dicts()
        return {name: [row[name] for row in rows] for name in self.columns}
