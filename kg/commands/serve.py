"""``kg serve``: the graph as pages, linked data and SPARQL endpoint."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, Namespace
from pathlib import Path

HELP = "serve pages, linked data and SPARQL"
DESCRIPTION = (
    "Serve pages of every thing and question, linked data, and SPARQL at /sparql. On this machine only, unless --host "
    "says otherwise; kg/service/OPERATING.md says what to set before others may reach it."
)
EXAMPLE = "kg serve --port 7878 --timeout 10 --rate 10"

# Settings in the order of help: what is given with each, and what it says. Those without are switches.
FLAGS = {
    "store": ("DIR", "folder of the graph (default: graph)"),
    "host": ("H", "address to listen on (default: 127.0.0.1, which only this machine reaches)"),
    "port": ("N", "port to listen on, 0 for any that is free (default: 7878)"),
    "public": ("URL", "address that people reach it at, such as https://example.org (default: what each asked for)"),
    "workers": ("N", "how many processes read the graph (default: one a core)"),
    "timeout": ("S", "seconds that an answer may take (default: 30)"),
    "memory": ("MB", "what one query may take beyond an idle process (default: 1024)"),
    "queue": ("N", "how many requests may wait for a process (default: 64)"),
    "wait": ("S", "seconds that each may wait (default: 10)"),
    "per_client": ("N", "requests of one client at the same time (default: 16)"),
    "rate": ("N", "requests a second of one client, in the long run (default: no limit)"),
    "burst": ("N", "requests that it may make before --rate counts (default: 100)"),
    "connections": ("N", "connections open at the same time (default: 1000)"),
    "cache": ("MB", "answers that are kept (default: 64)"),
    "largest_query": ("BYTES", "longest query (default: 1000000)"),
    "largest_upload": ("BYTES", "largest graph that is written (default: 100000000)"),
    "services": ("IRI", "what SERVICE may call; give it once for each (default: nothing)"),
    "writable": (None, "take updates, with --token-file; only for a store that kg build does not own"),
    "token_file": ("FILE", "holds the token that updates are allowed with"),
    "metrics_port": ("N", "show /metrics at a port of its own, on the same host"),
    "metrics_token_file": ("FILE", "holds the token that /metrics is shown with at the same port"),
    "trust_proxy": (None, "take the last entry of X-Forwarded-For for the client"),
    "access_log": ("FILE", "a line of JSON each request; - for standard output, none for none (default: -)"),
    "grace": ("S", "seconds that requests have to end in, once the service is told to stop (default: 10)"),
}


def configure(parser: ArgumentParser) -> None:
    """A flag for each setting, and where more are written."""
    parser.add_argument(
        "--config",
        metavar="FILE",
        type=Path,
        help='TOML with any of these settings, store = "graph"; flags are stronger',
    )
    for name, (metavar, said) in FLAGS.items():
        flag = "--" + name.replace("_", "-")
        if metavar is None:
            parser.add_argument(flag, action="store_true", default=SUPPRESS, help=said)
        elif name == "services":
            parser.add_argument(flag, metavar=metavar, action="append", default=SUPPRESS, help=said)
        else:
            parser.add_argument(flag, metavar=metavar, default=SUPPRESS, help=said)


def run(arguments: Namespace) -> int:
    """Serve until told to stop."""
    from kg.service import serve
    from kg.service.settings import settings

    given = {name: getattr(arguments, name) for name in FLAGS if hasattr(arguments, name)}
    serve(settings(given, arguments.config))
    return 0
