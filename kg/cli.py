"""The command ``kg``. Data go to standard output, words to standard error; exit code 2 when the user is wrong."""

from __future__ import annotations

import platform
import sys
from argparse import Action, ArgumentParser, RawDescriptionHelpFormatter
from importlib import import_module
from typing import NoReturn

from kg.commands import COMMANDS
from kg.commands.output import forget_output, standard_streams
from kg.errors import KgError


class Parser(ArgumentParser):
    """An argument parser that says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        """End with exit code 2."""
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help\n")


class Version(Action):
    """Print the versions that a report of a mistake should tell, and end."""

    def __call__(self, parser: ArgumentParser, *_: object) -> NoReturn:
        """Look them up."""
        # 20 ms of the start of every command.
        from importlib import metadata

        ours = [f"{name} {metadata.version(name)}" for name in ("trialgraph", "pyoxigraph")]
        print(", ".join([*ours, f"Python {platform.python_version()}"]))
        parser.exit()


def parser() -> Parser:
    """The whole command line."""
    top = Parser(
        prog="kg",
        description="Build a knowledge graph of clinical trials from documents, and question it.",
        epilog="example:\n  kg build data/documents && kg query trials_by_mechanism --mechanism 'BCL-2 inhibitor'",
        formatter_class=RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action=Version, nargs=0, help="print the versions of what answers and exit")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True, parser_class=Parser)
    for name in COMMANDS:
        module = import_module(f"kg.commands.{name}")
        one = commands.add_parser(
            name,
            help=module.HELP,
            description=module.DESCRIPTION,
            epilog=f"example:\n  {module.EXAMPLE}",
            formatter_class=RawDescriptionHelpFormatter,
            add_help=name != "query",
        )
        module.configure(one)
        one.set_defaults(run=module.run, parser=one)
    return top


def main(argv: list[str] | None = None) -> int:
    """Run one command.

    :param argv: words after ``kg``; None takes those of the process.
    :returns: 0 when all went well, 1 when a check or a build failed, 2 when the user was wrong.
    """
    try:
        standard_streams()
        arguments, rest = parser().parse_known_args(argv)
        if rest and arguments.command != "query":
            arguments.parser.error(f"{rest[0]!r} is not understood")
        arguments.rest = rest
        return int(arguments.run(arguments))
    except KgError as error:
        print("kg:", " ".join(str(error).split()), file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader of our output has seen enough.
        forget_output()
        return 0
    except KeyboardInterrupt:
        print("kg: interrupted", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
