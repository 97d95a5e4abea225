"""Conversion of the shipped documents: writer and whole path against pyoxigraph parsing the same N-Quads.

``python -m tests.bench.convert`` runs each part several times in turn and prints the best of each, since machines are
shared: the best is what the code needs, the rest is what the neighbours took.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pyoxigraph as ox

from kg.document import Document
from kg.loaders import load, recognised
from kg.pipeline import convert

DOCUMENTS = Path(__file__).resolve().parents[2] / "data" / "documents"
ROUNDS = 15


def best(work: Callable[[], object], times: int) -> float:
    """Least seconds of one call among several rounds of ``times`` calls."""
    rounds = []
    for _ in range(ROUNDS):
        start = perf_counter()
        for _ in range(times):
            work()
        rounds.append((perf_counter() - start) / times)
    return min(rounds)


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
        writing = best(lambda r=reading: [record.nquads(r.record) for record in r.records], 20)
        parsing = best(lambda n=nquads: parse_all(n), 20)
        parsing_whole = best(lambda w=whole: parse_all(w), 5)
        converting = best(lambda d=document, n=name: convert([d], n), 5)
        print(
            f"{path.name:28} {all_quads:6d} {quads / writing:15,.0f} {quads / parsing:14,.0f}"
            f" {parsing / writing:12.2f}x {converting * 1e6:11,.0f} {converting / parsing_whole:13.2f}x"
        )


if __name__ == "__main__":
    main()
