"""Loading converted documents into the graph, against pyoxigraph bulk-loading the same statements in one call.

``python -m tests.bench.load [QUADS]`` makes documents of 60 stated and 55 concluded quads (200,000 quads unless told)
and prints quads a second, each statement of the default graph counted too, and the best of three rounds of each part.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import pyoxigraph as ox

from kg.document import Document
from kg.pipeline import Converted, ConvertedDocument
from kg.rdf import iris
from kg.store.building import build, remove
from kg.store.recipe import Recipe
from kg.store.statements import in_default_graph

ROUNDS = 3
RECIPE = Recipe(vocabulary="", ontology="", fingerprint="bench")


def converted(number: int, version: str = "1") -> ConvertedDocument:
    """A document with the shape of a trial record: most of it about its own parts, some about what is shared."""
    record, trial = iris.record("bench", f"{number:08d}"), iris.trial(f"{number:08d}")
    rules = iris.rule_set("bench")
    own = [f'<{record}/arm/{i // 5}> <urn:p{i % 5}> "value {i} of {number}"' for i in range(50)]
    shared = [f'<{trial}> <urn:q{i}> "value {i}, version {version}"' for i in range(10)]
    evidence = [f'<{record}/names/{i // 15}> <urn:e{i % 15}> "words {i} of {number}"' for i in range(45)]
    concluded = [f"<{trial}> <urn:c{i}> <urn:concept/{(number + i) % 997}>" for i in range(5)]
    described = [f'<urn:org/{(number + i) % 499}> <urn:label> "Organisation"' for i in range(5)]
    return ConvertedDocument(
        uri=str(number),
        format="bench",
        record=record,
        version=version,
        rank=0,
        sha256=f"{number} {version}",
        stated="".join(f"{one} <{record}> .\n" for one in own + shared),
        inferred="".join(f"{one} <{rules}> .\n" for one in evidence + concluded + described),
    )


def engine(documents: list[ConvertedDocument]) -> Callable[[Iterable[tuple[str, Document]], bool], Iterator[Converted]]:
    """An engine that has everything converted already."""

    def run(stream: Iterable[tuple[str, Document]], contacts: bool) -> Iterator[Converted]:  # noqa: ARG001
        for start in range(0, len(documents), 200):
            yield Converted(tuple(documents[start : start + 200]), ())

    return run


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def main() -> None:
    """Print one line a figure."""
    documents = [converted(number) for number in range(int(sys.argv[1] if sys.argv[1:] else 200_000) // 115)]
    named = "".join(document.stated + document.inferred for document in documents)
    both = named + in_default_graph(named)
    quads, lean = both.count("\n"), in_default_graph(named).count("\n")
    rounds: dict[str, list[float]] = {"bare": [], "build": [], "bare, default graph": [], "build, default graph": []}
    newer = [converted(number, "2") for number in range(200)]
    for _ in range(ROUNDS):
        folder = Path(tempfile.mkdtemp())
        store, store_lean = ox.Store(str(folder / "1")), ox.Store(str(folder / "2"))
        rounds["bare"].append(seconds(lambda s=store: s.bulk_load(both, ox.RdfFormat.N_QUADS)))
        rounds["build"].append(seconds(lambda f=folder: build(f / "3", (), RECIPE, run=engine(documents))))
        default = in_default_graph(named)
        rounds["bare, default graph"].append(
            seconds(lambda s=store_lean, d=default: s.bulk_load(d, ox.RdfFormat.N_QUADS))
        )
        recipe = replace(RECIPE, source_graphs=False)
        rounds["build, default graph"].append(
            seconds(lambda f=folder, r=recipe: build(f / "4", (), r, run=engine(documents)))
        )
        changed = seconds(lambda f=folder: build(f / "3", (), RECIPE, run=engine(newer)))
        gone = seconds(lambda f=folder: remove(f / "3", [document.record for document in newer], RECIPE))
        shutil.rmtree(folder)
    for name, taken in rounds.items():
        total = lean if "default" in name else quads
        print(f"{name}: {total / min(taken):,.0f} quads/s, {min(taken):.2f} s for {total:,}")
    print(f"build: {min(rounds['build']) / min(rounds['bare']):.2f} times the bare load")
    print(f"one in a build of 200: replaced in {changed * 5:.1f} ms, removed in {gone * 5:.1f} ms")


if __name__ == "__main__":
    main()
