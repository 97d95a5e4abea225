"""``kg sparql``: any SPARQL query."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from kg.commands import options
from kg.commands.asked import asked
from kg.commands.output import opened, write, write_answer
from kg.errors import QueryError

HELP = "answer a SPARQL query"
DESCRIPTION = "Answer a SPARQL 1.1 query. CONSTRUCT and DESCRIBE answer as N-Triples."
EXAMPLE = "kg sparql 'SELECT ?type (COUNT(?s) AS ?n) WHERE { ?s a ?type } GROUP BY ?type ORDER BY DESC(?n)'"


def configure(parser: ArgumentParser) -> None:
    """The text, the graph and the form of the answer."""
    parser.add_argument("text", metavar="TEXT|@FILE|-", help="the query, a file that holds it, or - for standard input")
    options.add_store(parser)
    options.add_endpoint(parser)
    options.add_timeout(parser)
    options.add_answer_format(parser)


def run(arguments: Namespace) -> int:
    """Answer one query."""
    from kg.query.answers import Table, Triples

    text = query_text(arguments.text)
    with asked(arguments) as graph:
        found = graph.answer(text)
    if isinstance(found, Table):
        write_answer(found, arguments.format)
    elif isinstance(found, Triples):
        with opened(None) as out:
            out.write(found.ntriples)
    else:
        write(("answer",), [(found,)], arguments.format)
    return 0


def query_text(argument: str) -> str:
    """The query of an argument: itself, a file after ``@``, or standard input for ``-``.

    :raises QueryError: when the file cannot be read.
    """
    if argument == "-":
        return sys.stdin.read()
    if not argument.startswith("@"):
        return argument
    try:
        return Path(argument[1:]).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"wanted a query in {argument[1:]}: {error}") from error
