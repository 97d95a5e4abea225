"""``kg convert``: documents to N-Quads, for any store."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.commands import options
from kg.commands.output import opened

if TYPE_CHECKING:
    from kg.archives import Found
    from kg.document import Document
    from kg.errors import DocumentError

HELP = "turn documents into N-Quads"
DESCRIPTION = "Turn documents into N-Quads: each statement once, in its document's graph or that of a rule set."
EXAMPLE = "kg convert data/documents -o statements.nq.gz"


def configure(parser: ArgumentParser) -> None:
    """What to read, how, and where to."""
    options.add_paths(parser, "what to convert")
    options.add_output(parser, "; one that ends in .gz is compressed")
    options.add_engine(parser)
    options.add_contacts(parser)


def run(arguments: Namespace) -> int:
    """Convert everything; rejects are told on standard error and make the exit code 1 when nothing else was found."""
    from kg import archives, engines

    engine = engines.load(arguments.engine)
    rejected: list[DocumentError] = []
    stream = readable(archives.documents(arguments.paths), rejected)
    documents = quads = 0
    with opened(arguments.output) as out:
        for converted in engine(stream, arguments.with_contacts):
            rejected.extend(converted.rejected)
            documents += len(converted.documents)
            text = converted.nquads
            quads += text.count("\n")
            out.write(text.encode())
    for error in rejected:
        print("kg convert:", error, file=sys.stderr)
    print(f"{documents} documents, {quads} quads, {len(rejected)} rejected", file=sys.stderr)
    return 0 if documents or not rejected else 1


def readable(found: Iterator[Found], rejected: list[DocumentError]) -> Iterator[tuple[str, Document]]:
    """The documents among what was found; the rest goes to ``rejected``."""
    for one in found:
        if isinstance(one, tuple):
            yield one
        else:
            rejected.append(one)
