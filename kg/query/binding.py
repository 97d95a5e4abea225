"""Arguments of a canned query as terms of its SPARQL text: typed and written out, never pasted."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from kg.errors import QueryError
from kg.query.answers import Answering
from kg.query.catalogue import CannedQuery, Parameter, bound
from kg.query.names import is_kind, resolve
from kg.rdf.iris import address
from kg.rdf.terms import in_sparql, typed

_GREATEST = 2**63 - 1
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def sparql(graph: Answering, query: CannedQuery, arguments: Mapping[str, object]) -> str:
    """The SPARQL text of a canned query with its arguments in place.

    :param graph: in which names of things are looked up.
    :param arguments: by parameter a value, or several where the parameter takes several; None is as if not given.
    :raises QueryError: for an argument that is unknown, missing, of the wrong type, or names nothing.
    """
    given = {name: value for name, value in arguments.items() if value is not None}
    known = [parameter.name for parameter in query.parameters]
    for name in given:
        if name not in known:
            raise QueryError(f"{query.name} takes {known}, not {name!r}")
    terms: dict[str, Iterable[str]] = {}
    for parameter in query.parameters:
        if parameter.name in given:
            terms[parameter.name] = _terms(graph, query.name, parameter, given[parameter.name])
        elif parameter.required:
            raise QueryError(f"{query.name}: {parameter.name} is missing; for example {parameter.example}")
    return bound(query, terms)


def _terms(graph: Answering, asker: str, parameter: Parameter, value: object) -> list[str]:
    several = isinstance(value, Iterable) and not isinstance(value, str)
    values = list(value) if isinstance(value, Iterable) and several else [value]
    if not values or (len(values) > 1 and not parameter.multiple):
        wanted = "one value or several" if parameter.multiple else "one value"
        raise QueryError(f"{asker}: {parameter.name} takes {wanted}, got {len(values)}")
    return list(dict.fromkeys(in_sparql(_term(graph, asker, parameter, one)) for one in values))


def _term(graph: Answering, asker: str, parameter: Parameter, value: object) -> str:
    try:
        str(value).encode()
        if not is_kind(parameter.type):
            return literal(parameter.type, value)
        if not isinstance(value, str):
            raise ValueError("a name or address is a text")
    except (ValueError, ArithmeticError) as error:
        reason = str(error) or type(error).__name__
        raise QueryError(f"{asker}: {parameter.name} takes {parameter.type}, got {value!r} ({reason})") from error
    return typed(resolve(graph, parameter.type, value, asker), "iri")


def literal(kind: str, value: object) -> str:
    """A value as a term, or why it is none; blanks around a text are none of it.

    :param kind: ``string integer decimal date boolean iri``.
    :raises ValueError: when it is not of that kind.

    >>> literal("date", "2024-05"), literal("integer", "12")
    ('"2024-05"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>', '"12"^^<http://www.w3.org/2001/XMLSchema#integer>')
    """
    value = value.strip() if isinstance(value, str) else value
    if kind == "boolean":
        return typed(_truth(value), kind)
    if isinstance(value, bool):
        raise ValueError("a truth value")
    if kind == "integer":
        return typed(_whole(value), kind)
    if kind == "decimal":
        number = Decimal(str(value))
        if not number.is_finite():
            raise ValueError("not a number")
        return typed(number, kind)
    if kind == "date":
        return typed(_date(value), "partial_date")
    if kind == "iri":
        if (full := address(str(value))) is None:
            raise ValueError("neither an address nor a prefixed name")
        return typed(full, kind)
    if not isinstance(value, str):
        raise ValueError("not a text")
    return typed(value, "string")


def _whole(value: object) -> int:
    number = value if isinstance(value, int) else int(str(value))
    # The embedded store compares with no greater ones, and then leaves out every row without a word.
    if abs(number) > _GREATEST:
        raise ValueError(f"wanted at most {_GREATEST}")
    return number


def _truth(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if value not in ("true", "false"):
        raise ValueError("wanted true or false")
    return value == "true"


def _date(value: object) -> str:
    written = value.isoformat() if type(value) is datetime.date else str(value)
    if not _DATE.fullmatch(written):
        raise ValueError("wanted YYYY-MM-DD, YYYY-MM or YYYY")
    datetime.date.fromisoformat(written + "-01-01"[len(written) - 4 :] if len(written) < 10 else written)
    return written
