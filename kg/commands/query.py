"""``kg query``: the questions that come with the graph; options are made from each question's header."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from typing import TYPE_CHECKING

from kg.commands import options
from kg.commands.asked import asked
from kg.commands.output import write, write_answer

if TYPE_CHECKING:
    from kg.query.catalogue import CannedQuery

HELP = "answer one of the questions that come with the graph, or list them"
DESCRIPTION = "Answer one of the questions that come with the graph. Without a name, list them."
EXAMPLE = "kg query trials_by_mechanism --mechanism 'IAP antagonist' --format csv"


def configure(parser: ArgumentParser) -> None:
    """A name and what is the same for every question; the rest is known when the question is."""
    parser.add_argument("name", metavar="NAME", nargs="?", help="name of the question; none lists them all")
    parser.add_argument("-h", "--help", action="store_true", help=SUPPRESS)
    options.add_store(parser)
    options.add_endpoint(parser)
    options.add_timeout(parser)
    options.add_answer_format(parser)


def run(arguments: Namespace) -> int:
    """List the questions, or answer one."""
    from kg.query import catalogue

    if not arguments.name:
        if arguments.help or arguments.rest:
            return no_name(arguments)
        rows = [
            (q.name, q.topic, q.summary, " ".join(p.name for p in q.parameters)) for q in catalogue.catalogue().values()
        ]
        write(("name", "topic", "question", "parameters"), rows, arguments.format)
        return 0
    query = catalogue.find(arguments.name)
    own = question_parser(query, type(arguments.parser))
    if arguments.help:
        own.print_help()
        return 0
    given = vars(own.parse_args(arguments.rest))
    from kg.query.run import answer

    with asked(arguments) as graph:
        found = answer(graph, query, {name: value for name, value in given.items() if value is not None})
    write_answer(found, arguments.format)
    return 0


def no_name(arguments: Namespace) -> int:
    """Help without a name; an option without a name is a mistake."""
    if arguments.rest:
        arguments.parser.error(f"{arguments.rest[0]!r} needs the name of a question before it")
    arguments.parser.print_help()
    return 0


def question_parser(query: CannedQuery, make: type[ArgumentParser]) -> ArgumentParser:
    """The options of one question, from its header."""
    parser = make(
        prog=f"kg query {query.name}",
        description=query.summary,
        epilog="--store, --endpoint, --timeout and --format as for every question.",
        formatter_class=RawDescriptionHelpFormatter,
    )
    for parameter in query.parameters:
        parser.add_argument(
            "--" + parameter.name.replace("_", "-"),
            dest=parameter.name,
            metavar=parameter.type.upper(),
            action="append" if parameter.multiple else "store",
            help=(parameter.description + (f" [{parameter.unit}]" if parameter.unit else "")).replace("%", "%%"),
        )
    return parser
