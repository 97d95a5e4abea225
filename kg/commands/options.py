"""Options that several commands share, each written once."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError

ANSWER_FORMATS = ("table", "csv", "tsv", "json")


def add_store(parser: ArgumentParser) -> None:
    """``--store DIR``."""
    parser.add_argument(
        "--store", metavar="DIR", default="graph", type=_folder, help="folder of the graph (default: graph)"
    )


def _folder(written: str) -> str:
    try:
        written.encode()
    except UnicodeEncodeError as error:
        # The engine opens no other.
        raise ArgumentTypeError(f"wanted a folder with a name in UTF-8, found {written!r}") from error
    return written


def add_endpoint(parser: ArgumentParser) -> None:
    """``--endpoint URL`` and ``--default-graph IRI``."""
    parser.add_argument("--endpoint", metavar="URL", help="ask a SPARQL endpoint instead of --store")
    parser.add_argument(
        "--default-graph",
        metavar="IRI",
        help="graph at the endpoint that holds each statement once, for endpoints that answer over all graphs together",
    )


def add_timeout(parser: ArgumentParser) -> None:
    """``--timeout SECONDS``."""
    parser.add_argument(
        "--timeout", metavar="SECONDS", type=_seconds, help="give up when there is no answer by then (default: never)"
    )


def _seconds(written: str) -> float:
    try:
        seconds = float(written)
    except ValueError:
        seconds = 0
    # A day; threads cannot wait for ever.
    if not 0 < seconds <= 86_400:
        raise ArgumentTypeError(f"wanted more than 0 and at most 86400 seconds, found {written!r}")
    return seconds


def add_answer_format(parser: ArgumentParser) -> None:
    """``--format``; without it a table."""
    parser.add_argument(
        "--format", choices=ANSWER_FORMATS, default="table", help="how rows are printed (default: table)"
    )


def add_engine(parser: ArgumentParser) -> None:
    """``--engine``, ``--workers`` and ``--master``."""
    parser.add_argument(
        "--engine",
        metavar="NAME",
        default="processes",
        help="how documents are spread over workers: processes, serial or spark (default: processes)",
    )
    add_workers(parser)
    parser.add_argument(
        "--master",
        metavar="URL",
        help="where Spark runs, for --engine spark (default: local[*], all cores of this machine)",
    )


def add_workers(parser: ArgumentParser) -> None:
    """``--workers N``."""
    parser.add_argument("--workers", metavar="N", type=int, help="how many processes (default: one a core)")


def add_contacts(parser: ArgumentParser) -> None:
    """``--with-contacts``."""
    parser.add_argument(
        "--with-contacts", action="store_true", help="keep e-mail addresses and telephone numbers, masked otherwise"
    )


def add_without(parser: ArgumentParser, remark: str = "") -> None:
    """``--without RULES``, as often as there are rule sets."""
    what = "leave the conclusions of a rule set out"
    parser.add_argument("--without", metavar="RULES", action="append", default=[], help=what + remark)


def add_paths(parser: ArgumentParser, what: str) -> None:
    """Files, folders or ``-`` for standard input."""
    parser.add_argument("paths", metavar="PATH", nargs="+", help=f"{what}: a file, a folder, or - for standard input")


def add_output(parser: ArgumentParser, remark: str = "") -> None:
    """``-o FILE``."""
    what = "file to write, complete or not at all (default: standard output)"
    parser.add_argument("-o", "--output", metavar="FILE", help=what + remark)
