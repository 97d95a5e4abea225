"""Writes ``kg/query/helpers.py``: of every canned query a typed row and a method.

``python -m kg.query.generate`` writes it; with ``--check`` it writes nothing and fails when the file is stale.
"""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Iterable
from pathlib import Path

from kg.query.catalogue import CannedQuery, Column, Parameter, catalogue
from kg.query.names import is_kind

TARGET = Path(__file__).with_name("helpers.py")
COLUMN_TYPES = {"integer": "int", "decimal": "Decimal", "boolean": "bool", "term": "Value"}
PARAMETER_TYPES = {"integer": "int", "decimal": "Decimal | int", "boolean": "bool", "date": "str | date"}
HEAD = '''"""Canned queries as typed methods.

Generated from queries/*/*.rq by `python -m kg.query.generate`; do not edit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeVar

from msgspec import Struct

from kg.query.answers import Rows, Value

RowT = TypeVar("RowT")
'''
BASE = '''
class Helpers:
    """A method for every canned query.

    Where an argument is a thing, give its name, another name of it, its number (such as ``NCT04643405`` or a PubMed
    number), its address, or a prefixed name (``drug:venetoclax``). Every method raises QueryError for an argument that
    is missing, of the wrong type, or names no thing or more than one.
    """

    def _rows(self, name: str, row: type[RowT], arguments: Mapping[str, object]) -> Rows[RowT]:
        """The answer to a canned query as rows of a class that takes its columns in order."""
        raise NotImplementedError
'''


def row_name(query: CannedQuery) -> str:
    """Name of the class of its rows.

    >>> "".join(word.capitalize() for word in "trials_by_drug".split("_")) + "Row"
    'TrialsByDrugRow'
    """
    return "".join(word.capitalize() for word in query.name.split("_")) + "Row"


def wrapped(words: str, indent: int, hanging: int = 0) -> str:
    """A paragraph of a docstring within the line length of the project."""
    lines = textwrap.wrap(words, 120 - indent, subsequent_indent=" " * hanging, break_long_words=False)
    return "\n".join(" " * indent + line for line in lines)


def sentence(words: str) -> str:
    """Words with a full stop, if they lack one."""
    words = " ".join(words.split()).replace("\\", "\\\\")
    return words if words.endswith((".", "?", "!")) else words + "."


def with_unit(field: Parameter | Column) -> str:
    """What stands in a parameter or column, and in which unit."""
    words = field.description or f"{'Address of a ' if is_kind(field.type) else ''}{field.name.replace('_', ' ')}"
    words = words[0].upper() + words[1:]
    return sentence(f"{words.rstrip('.')} [{field.unit}]" if field.unit else words)


def column_lines(columns: Iterable[Column]) -> str:
    """Docstring lines of the columns of a row."""
    return "\n".join(
        wrapped(f":ivar {c.name}: {with_unit(c)}{' None where unknown.' if c.optional else ''}", 4, 4) for c in columns
    )


def row_class(query: CannedQuery) -> str:
    """The class of the rows of one query."""
    fields = "".join(
        f"    {c.name}: {COLUMN_TYPES.get(c.type, 'str')}{' | None' if c.optional else ''}\n" for c in query.columns
    )
    return (
        f"\n\nclass {row_name(query)}(Struct, frozen=True, gc=False):\n"
        f'    """A row of :meth:`Helpers.{query.name}`.\n\n{column_lines(query.columns)}\n    """\n\n{fields}'
    )


def argument(parameter: Parameter) -> str:
    """A parameter as an argument of its method."""
    kind = PARAMETER_TYPES.get(parameter.type, "str")
    kind += f" | Iterable[{kind}]" if parameter.multiple else ""
    return f"{parameter.name}: {kind}" if parameter.required else f"{parameter.name}: {kind} | None = None"


def parameter_line(parameter: Parameter) -> str:
    """Docstring lines of one parameter."""
    words = with_unit(parameter)
    if parameter.multiple:
        words += " Several may be given, any of which is enough."
    if not parameter.required:
        words += " Left out, it restricts nothing." if parameter.optional else f" Left out, it is {parameter.example}."
    return wrapped(f":param {parameter.name}: {words}", 8, 4)


def method(query: CannedQuery) -> str:
    """The method of one query."""
    # What must be given may be given by place; what may be left out only by name, so that its place may change.
    required = [argument(p) for p in query.parameters if p.required]
    rest = [argument(p) for p in query.parameters if not p.required]
    arguments = ", ".join(["self", *required, *(["*", *rest] if rest else [])])
    given = ", ".join(f'"{p.name}": {p.name}' for p in query.parameters)
    parts = [wrapped(sentence(query.summary), 8).lstrip()]
    if query.description:
        parts.append(wrapped(sentence(query.description), 8))
    columns = ", ".join(f"{c.name} ({c.type}{', ' + c.unit if c.unit else ''})" for c in query.columns)
    fields = [*(parameter_line(p) for p in query.parameters), wrapped(f":returns: rows of {columns}.", 8, 4)]
    doc = "\n\n".join(parts) + "\n\n" + "\n".join(fields)
    signature = f"    def {query.name}({arguments}) -> Rows[{row_name(query)}]:"
    if len(signature) > 120:
        signature = f"    def {query.name}(\n        {arguments}\n    ) -> Rows[{row_name(query)}]:"
    return (
        f'\n{signature}\n        """{doc}\n        """\n'
        f'        return self._rows("{query.name}", {row_name(query)}, {{{given}}})\n'
    )


def module(queries: Iterable[CannedQuery]) -> str:
    """The whole text of the generated module."""
    queries = list(queries)
    return HEAD + "".join(map(row_class, queries)) + "\n" + BASE + "".join(map(method, queries))


def main(argv: list[str]) -> int:
    """Write or check; the exit code is 1 when a check finds the file stale."""
    parser = argparse.ArgumentParser(prog="python -m kg.query.generate", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the file is stale")
    text = module(catalogue().values())
    if parser.parse_args(argv).check:
        if TARGET.exists() and TARGET.read_text(encoding="utf-8") == text:
            return 0
        sys.stderr.write(f"{TARGET.name} is stale: python -m kg.query.generate\n")
        return 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
