"""Running a canned query."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from kg.errors import QueryError
from kg.query.answers import Answering, Rows, Table, Value, table
from kg.query.binding import sparql
from kg.query.catalogue import CannedQuery


def run(graph: Answering, query: CannedQuery, arguments: Mapping[str, object]) -> Rows[dict[str, Value | None]]:
    """The answer to a canned query, a dictionary by column for every row.

    :param graph: the embedded store or an endpoint; the same text runs in both.
    :param arguments: by parameter a value, or several where the parameter takes several; None is as if not given.
    :raises QueryError: for an argument that is unknown, missing, of the wrong type, or names nothing.
    """
    found = answer(graph, query, arguments)
    rows = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
    return Rows(found.columns, rows, [column.type for column in query.columns])


def answer(graph: Answering, query: CannedQuery, arguments: Mapping[str, object]) -> Table:
    """The same as a table, whole numbers in a column of decimals made decimals.

    :raises QueryError: also when the query answers with other columns than its header declares.
    """
    found = table(graph, sparql(graph, query, arguments))
    declared = tuple(column.name for column in query.columns)
    if found.columns != declared:
        raise QueryError(f"{query.name}: header declares columns {declared}, the query answers {found.columns}")
    decimals = {place for place, column in enumerate(query.columns) if column.type == "decimal"}
    if not decimals:
        return found
    rows = [tuple(_decimal(v) if i in decimals else v for i, v in enumerate(row)) for row in found.rows]
    return Table(found.columns, rows)


def _decimal(value: Value | None) -> Value | None:
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value
