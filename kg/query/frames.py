"""Rows of an answer as data frames, with a column of its own type for every column; extras of the package."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas
    import polars

Columns = Mapping[str, Sequence[object]]
_PANDAS = {"integer": "Int64", "decimal": "Float64", "boolean": "boolean", "term": "object"}


def to_pandas(columns: Columns, types: Mapping[str, str] | None) -> pandas.DataFrame:
    """A pandas data frame; decimals become floating point, for frames are calculated with.

    :param types: of each column as a canned query's header gives it; None leaves it to the values.
    :raises ImportError: when pandas is not installed.
    """
    try:
        import pandas
    except ImportError as error:
        raise ImportError("to_pandas needs pandas: pip install trialgraph[pandas]") from error
    frame = pandas.DataFrame({name: pandas.Series(values, dtype="object") for name, values in columns.items()})
    if types is None:
        return frame.convert_dtypes()
    return frame.astype({name: _PANDAS.get(kind, "string") for name, kind in types.items()})


def to_polars(columns: Columns, types: Mapping[str, str] | None) -> polars.DataFrame:
    """A polars data frame; decimals become floating point, and values of mixed type text.

    :param types: of each column as a canned query's header gives it; None leaves it to the values.
    :raises ImportError: when polars is not installed.
    """
    try:
        import polars
    except ImportError as error:
        raise ImportError("to_polars needs polars: pip install trialgraph[polars]") from error
    if types is None:
        return polars.DataFrame(columns, strict=False)
    kinds: dict[str, Any] = {"integer": polars.Int64, "decimal": polars.Float64, "boolean": polars.Boolean}
    schema = {name: kinds.get(kind, polars.String) for name, kind in types.items()}
    convert: dict[str, Callable[[object], object]] = {"term": str, "decimal": lambda value: float(str(value))}
    given = {
        name: [None if value is None else convert.get(kind, _as_is)(value) for value in columns[name]]
        for name, kind in types.items()
    }
    return polars.DataFrame(given, schema=schema)


def _as_is(value: object) -> object:
    return value
