"""``kg build`` from files to a published snapshot, against pyoxigraph bulk-loading the very same statements.

``python -m tests.bench.load FOLDER…`` builds each folder, such as one, four and sixteen rounds of the synthetic corpus,
and prints of each: time and peak memory of the build, with conversion in all cores; of ``bulk_load`` of what came of it
from ready files; their ratio; and the time a document. The files are those that ``kg convert --shards`` writes, and
those that the engine itself gives of a graph, in the order of its own keys, which it then need not sort.
Of the last folder it then touches one document of a hundred and builds again, and builds once more with nothing
changed. Each figure comes from a process of its own, and each of ``ROUNDS`` goes through all of them, since machines
are shared and change by the minute; the least counts. Conclusions across documents are left out.
"""

from __future__ import annotations

import multiprocessing
import resource
import shutil
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

import pyoxigraph as ox

from kg import archives, engines
from kg.commands.recipes import recipe
from kg.shards import writing as shards
from kg.store import open_snapshot
from kg.store.building import build
from kg.store.recipe import Recipe
from tests.bench import corpus

ROUNDS = 3
# One document of so many is newer in the update.
EVERY = 100


@dataclass(frozen=True, slots=True)
class Cost:
    """What one piece of work took.

    :ivar seconds: by the clock.
    :ivar processor: seconds of all cores, those of worker processes included.
    :ivar peak: greatest memory of the process itself in MB, and of its largest worker.
    """

    seconds: float
    processor: float
    peak: int
    worker: int
    said: str


def costs(work: Callable[..., str], *arguments: object) -> Cost:
    """Cost of work in a process of its own."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context, max_tasks_per_child=1) as process:
        return process.submit(_measured, work, *arguments).result()


def _measured(work: Callable[..., str], *arguments: object) -> Cost:
    start = perf_counter()
    said = work(*arguments)
    seconds = perf_counter() - start
    own, workers = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    processor = own.ru_utime + own.ru_stime + workers.ru_utime + workers.ru_stime
    return Cost(seconds, processor, own.ru_maxrss // 1024, workers.ru_maxrss // 1024, said)


def made_with() -> Recipe:
    """What comes with the package, but for the conclusions, under a fingerprint that stays if the code is edited."""
    return replace(recipe(), conclude=None, conclusions=(), fingerprint="bench")


def built(inputs: str, store: str) -> str:
    """Build a folder, with conversion in all cores and no conclusions across documents."""
    run = engines.load("processes")
    report = build(store, lambda known: archives.documents([inputs], known), made_with(), run=run)
    return (
        f"found {report.found} = loaded {report.loaded} + unchanged {report.unchanged} + superseded"
        f" {report.superseded} + withdrawn {report.withdrawn} + rejected {report.rejected}"
    )


def dumped(store: str, folder: str) -> str:
    """Write a published graph as ready files: the named graphs, and the default graph."""
    Path(folder).mkdir()
    with open_snapshot(store) as snapshot:
        snapshot.dump(f"{folder}/default.nt", ox.RdfFormat.N_TRIPLES, graph=ox.DefaultGraph())
        with Path(folder, "named.nq").open("wb") as file:
            for graph in snapshot.graphs():
                name = ox.NamedNode(graph)
                ox.serialize(snapshot.quads(None, None, None, name), file, ox.RdfFormat.N_QUADS)
        return str(snapshot.manifest["quads"]["total"])


def sharded(inputs: str, folder: str) -> str:
    """Write the same statements as ready files as ``kg convert --shards 1`` does."""
    shards.write(Path(folder), archives.documents([inputs]), made_with(), 1)
    return ""


def bulk_loaded(folder: str, store: str) -> str:
    """Load ready files with the engine's own bulk loader."""
    graph = ox.Store(store)
    for path in sorted(Path(folder).glob("*.n?")):
        graph.bulk_load(path=str(path), format=ox.RdfFormat.N_QUADS)
    graph.flush()
    return ""


def counted(store: str) -> str:
    """How many statements a store has."""
    return str(len(ox.Store.read_only(store)))


def compared(inputs: Path, scratch: Path) -> Cost:
    """Build one folder and load what came of it; a line of figures each."""
    store, bare = scratch / "graph", scratch / "bare"
    ready = {"as kg convert writes them": scratch / "sharded", "in the order of the engine": scratch / "dumped"}
    builds: list[Cost] = []
    loads: dict[str, list[Cost]] = {name: [] for name in ready}
    for turn in range(ROUNDS):
        shutil.rmtree(store, ignore_errors=True)
        builds.append(costs(built, str(inputs), str(store)))
        if turn == 0:
            costs(sharded, str(inputs), str(ready["as kg convert writes them"]))
            statements = costs(dumped, str(store), str(ready["in the order of the engine"])).said
        for name, folder in ready.items():
            loads[name].append(costs(bulk_loaded, str(folder), str(bare)))
            loaded = costs(counted, str(bare)).said
            shutil.rmtree(bare)
            if loaded != statements:
                raise SystemExit(f"wanted {statements} statements in the files {name}, found {loaded}")
    for folder in ready.values():
        shutil.rmtree(folder)
    ours, *others = (min(some, key=lambda cost: cost.seconds) for some in (builds, *loads.values()))
    found = int(ours.said.split()[1])
    print(f"{inputs.name}: {ours.said}; {int(statements):,} statements, {int(statements) / found:,.0f} a document")
    print(
        f"  build {ours.seconds:.1f} s ({1000 * ours.seconds / found:.2f} ms a document, {ours.processor:.0f} s of"
        f" cores), peak {ours.peak} MB, {ours.worker} MB the largest worker"
    )
    for name, theirs in zip(ready, others, strict=True):
        ratios = [mine.seconds / its.seconds for mine, its in zip(builds, loads[name], strict=True)]
        print(
            f"  bulk_load of files {name} {theirs.seconds:.1f} s ({theirs.processor:.0f} s of cores), peak"
            f" {theirs.peak} MB; build {ours.seconds / theirs.seconds:.2f} times as long (by round"
            f" {', '.join(f'{ratio:.2f}' for ratio in ratios)}), {ours.peak - theirs.peak:+} MB"
        )
    return ours


def updated(inputs: Path, scratch: Path, full: Cost) -> None:
    """Build again with one document of a hundred newer, and with nothing changed."""
    touched = scratch / "touched"
    shutil.rmtree(touched, ignore_errors=True)
    touched.mkdir()
    for archive in sorted(inputs.glob("*.zip")):
        corpus.touched(archive, touched / archive.name, EVERY)
    for what in ("one of a hundred newer", "nothing changed"):
        cost = costs(built, str(touched), str(scratch / "graph"))
        print(f"  {what}: {cost.said}")
        print(f"  {what}: {cost.seconds:.1f} s, {100 * cost.seconds / full.seconds:.1f} % of the whole build")


def main() -> None:
    """Print some lines of figures a folder."""
    scratch = Path(tempfile.mkdtemp())
    try:
        for inputs in map(Path, sys.argv[1:]):
            full = compared(inputs, scratch)
        updated(inputs, scratch, full)
    finally:
        shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
