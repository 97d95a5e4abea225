"""``kg export``: the graph, one of its graphs or one thing, in any RDF syntax."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from kg.commands import options
from kg.commands.output import opened
from kg.rdf.iris import expand
from kg.rdf.prefixes import PREFIXES

HELP = "write the graph in an RDF syntax"
DESCRIPTION = (
    "Write the graph. Syntaxes of triples write the knowledge graph, each statement once; nq and trig also the\n"
    "graph of each document and rule set. The same graph always gives the same bytes."
)
EXAMPLE = "kg export --format ttl --about trial:NCT04643405"


def configure(parser: ArgumentParser) -> None:
    """The syntax, the part, the place."""
    parser.add_argument("--format", required=True, metavar="SYNTAX", help="ttl, nt, nq, trig, jsonld or rdfxml")
    parser.add_argument("--about", metavar="THING", help="only what is said of this thing and its parts")
    parser.add_argument(
        "--graph", metavar="IRI", type=full, help="only what stands in this graph, such as a document's"
    )
    options.add_output(parser)
    options.add_store(parser)


def run(arguments: Namespace) -> int:
    """Write the export."""
    from kg.exports import export, load
    from kg.query.local import Local
    from kg.query.names import resolve_any
    from kg.store import damage, open_snapshot

    load(arguments.format)
    with open_snapshot(arguments.store) as snapshot:
        about = resolve_any(Local(snapshot), arguments.about, "export") if arguments.about else None
        # Within the file, which takes what cannot be read for what cannot be written.
        with opened(arguments.output) as out, damage.refused(snapshot.folder):
            export(snapshot, arguments.format, out, about=about, graph=arguments.graph)
    return 0


def full(address: str) -> str:
    """An address in full; a prefixed name of one of our prefixes is expanded."""
    prefix, colon, rest = address.partition(":")
    return expand(address) if colon and not rest.startswith("//") and prefix in PREFIXES else address
