"""``kg convert``: documents to N-Quads, for any store."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from kg.commands import options
from kg.commands.interruption import ended_tidily
from kg.commands.output import opened

if TYPE_CHECKING:
    from kg.archives import Found
    from kg.document import Document
    from kg.errors import DocumentError
    from kg.pipeline import Converted

HELP = "turn documents into N-Quads"
DESCRIPTION = (
    "Turn documents into N-Quads: each statement once, in its document's graph or that of a rule set. With --shards,\n"
    "write the whole graph as kg build would publish it, as sorted files that any RDF store loads: statements-*.nt\n"
    "for the default graph, sources-*.nq for the named ones, the same bytes whatever the engine and the order."
)
EXAMPLE = "kg convert data/documents -o statements.nq.gz"


def configure(parser: ArgumentParser) -> None:
    """What to read, how, and where to."""
    options.add_paths(parser, "what to convert")
    options.add_output(parser, "; one that ends in .gz is compressed; with --shards a new or empty folder")
    parser.add_argument("--shards", metavar="N", type=int, help="write the whole graph as N files of each kind")
    options.add_without(parser, ", with --shards")
    options.add_engine(parser)
    options.add_contacts(parser)


def run(arguments: Namespace) -> int:
    """Convert everything; rejects are told on standard error; the exit code is 1 when there was nothing to convert."""
    with ended_tidily():
        return write_shards(arguments) if arguments.shards is not None else write_statements(arguments)


def write_statements(arguments: Namespace) -> int:
    """Write N-Quads as they come; the exit code is 1 when there was nothing to convert."""
    from kg import archives, engines
    from kg.errors import KgError

    if arguments.without:
        raise KgError("--without leaves statements out of the whole graph, which --shards writes; got no --shards")
    engine = engines.load(arguments.engine, workers=arguments.workers, master=arguments.master)
    rejected: list[DocumentError] = []
    stream = readable(archives.documents(arguments.paths), rejected)
    documents = quads = 0
    # Closed where writing fails too: Python 3.13 waits for ever for the workers when it ends before they do.
    with closing(with_documents(engine(stream, arguments.with_contacts), rejected)) as some:
        # The first before any file is made, so that nothing is written where nothing can be read.
        first = next(some, None)
        if first:
            with opened(arguments.output) as out:
                for converted in chain((first,), some):
                    documents += len(converted.documents)
                    nquads = converted.nquads
                    quads += nquads.count(b"\n")
                    out.write(nquads)
    tell_rejects(rejected)
    if not first:
        wanted = "nothing written: wanted documents, found none that can be read"
        print(f"kg convert: {wanted} ({len(rejected)} rejected)", file=sys.stderr)
        return 1
    print(f"{documents} documents, {quads} quads, {len(rejected)} rejected", file=sys.stderr)
    return 0


def write_shards(arguments: Namespace) -> int:
    """Write the graph as shards; the exit code is 1 when there was nothing to convert."""
    from kg import archives
    from kg.commands.recipes import recipe
    from kg.errors import KgError
    from kg.shards.writing import write

    if arguments.output is None:
        raise KgError("--shards needs a folder to write to: -o DIR")
    met = write(
        Path(arguments.output),
        archives.documents(arguments.paths),
        recipe(contacts=arguments.with_contacts, without=arguments.without),
        arguments.shards,
        engine=arguments.engine,
        workers=arguments.workers,
        master=arguments.master,
    )
    tell_rejects(met.rejected)
    if met.found == len(met.rejected):
        wanted = "nothing written: wanted documents, found none that can be read"
        print(f"kg convert: {wanted} ({len(met.rejected)} rejected)", file=sys.stderr)
        return 1
    withdrawn = f" + withdrawn {met.withdrawn}" if met.withdrawn else ""
    counts = f"loaded {met.loaded} + superseded {met.superseded}{withdrawn} + rejected {len(met.rejected)}"
    print(f"found {met.found} = {counts}", file=sys.stderr)
    return 0


def tell_rejects(rejected: Iterable[DocumentError]) -> None:
    """Each reject in a line."""
    for error in rejected:
        print("kg convert:", " ".join(str(error).split()), file=sys.stderr)


def with_documents(results: Iterable[Converted], rejected: list[DocumentError]) -> Generator[Converted, None, None]:
    """The results with a document in them; what was rejected on the way is added to ``rejected``."""
    for converted in results:
        rejected.extend(converted.rejected)
        if converted.documents:
            yield converted


def readable(found: Iterator[Found], rejected: list[DocumentError]) -> Iterator[tuple[str, Document]]:
    """The documents among what was found; the rest goes to ``rejected``."""
    for one in found:
        if isinstance(one, tuple):
            yield one
        else:
            rejected.append(one)
