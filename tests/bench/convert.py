"""Conversion of the shipped documents: writer and whole path against pyoxigraph parsing the same N-Quads.

``python -m tests.bench.convert`` runs each part several times in turn and prints the least of each, since machines are
shared.
"""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kg.document import Document
from kg.loaders import load, recognised
from kg.pipeline import convert
from tests.bench.timing import least

DOCUMENTS = Path(__file__).resolve().parents[2] / "data" / "documents"
ROUNDS = 15


def parse_all(nquads: str | bytes) -> int:
    """Parse N-Quads with pyoxigraph and count them."""
    return sum(1 for _ in ox.parse(nquads, format=ox.RdfFormat.N_QUADS))


def main() -> None:
    """Print one line a document and figure."""
    print("document                      quads  writer quads/s  parse quads/s  writer:parse  convert us  convert:parse")
    for path in sorted(DOCUMENTS.iterdir()):
        name = recognised(path.read_bytes()[:65536])
        if name is None:
            continue
        document = Document(path.name, path.read_bytes())
        reading = load(name).read(document, False)
        nquads = "".join(record.nquads(reading.record) for record in reading.records)
        whole = convert([document], name).nquads
        quads, all_quads = parse_all(nquads), parse_all(whole)
        writing = least(lambda r=reading: [record.nquads(r.record) for record in r.records], ROUNDS, 20)
        parsing = least(lambda n=nquads: parse_all(n), ROUNDS, 20)
        parsing_whole = least(lambda w=whole: parse_all(w), ROUNDS, 5)
        converting = least(lambda d=document, n=name: convert([d], n), ROUNDS, 5)
        print(
            f"{path.name:28} {all_quads:6d} {quads / writing:15,.0f} {quads / parsing:14,.0f}"
            f" {parsing / writing:12.2f}x {converting * 1e6:11,.0f} {converting / parsing_whole:13.2f}x"
        )


if __name__ == "__main__":
    main()
