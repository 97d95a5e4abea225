"""``kg serve``: the graph as pages and SPARQL endpoint, on this machine."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from kg.commands import options

HELP = "serve pages and SPARQL on this machine"
DESCRIPTION = "Serve pages of every thing and question, and SPARQL at /sparql. Made for this machine, not the internet."
EXAMPLE = "kg serve --port 7878"


def configure(parser: ArgumentParser) -> None:
    """Which graph, and where."""
    options.add_store(parser)
    parser.add_argument("--host", metavar="H", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    parser.add_argument("--port", metavar="N", type=int, default=7878, help="port to listen on (default: 7878)")


def run(arguments: Namespace) -> int:
    """Serve until interrupted."""
    from kg.service import serve

    serve(arguments.store, host=arguments.host, port=arguments.port)
    return 0
