"""Real records damaged at random for as long as is wanted, each read or rejected, quickly, in memory that stays flat.

``python -m tests.fuzz.soak [SECONDS] [SEED]`` reads the archives of ``../shared/corpus``, or without them the golden
documents. It prints how many were read and rejected, the slowest, and the memory at the start and at the end.
"""

from __future__ import annotations

import random
import resource
import sys
from collections import Counter
from collections.abc import Iterator
from time import perf_counter

from kg import archives, loaders
from kg.document import Document
from kg.errors import DocumentError
from tests.bench import corpus
from tests.damage import damaged, read_all, seeds

# Longer for one damaged record than this many seconds is a fault: the slowest whole ones take a few tenths.
SLOW = 10.0
# Megabytes that the process may grow by once every record was seen.
GROWTH = 300


def records() -> list[tuple[str, bytes]]:
    """Format and bytes of every record at hand."""
    paths = [str(path) for path in corpus.archives()]
    if not paths:
        return [(name, body) for name in loaders.names() for body in seeds(name)]
    return [(found[0], found[1].body) for found in archives.documents(paths) if is_document(found)]


def is_document(found: object) -> bool:
    """Whether something found in an archive is a document with its format."""
    return isinstance(found, tuple) and len(found) == 2 and isinstance(found[1], Document)


def rounds(seconds: float, seed: int, known: list[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Damaged records until the time is over."""
    chance, end = random.Random(seed), perf_counter() + seconds  # noqa: S311
    while perf_counter() < end:
        name, body = chance.choice(known)
        yield name, damaged(body, chance.choice(known)[1], chance)


def megabytes() -> float:
    """The most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Run, and say what came; 1 when something was too slow or memory grew."""
    seconds, seed = (float(sys.argv[1]) if sys.argv[1:] else 600.0), (int(sys.argv[2]) if sys.argv[2:] else 1)
    known = records()
    for name, body in known[:: max(1, len(known) // 500)]:
        read_all(name, body)
    counts: Counter[str] = Counter()
    start, slowest = megabytes(), (0.0, "")
    for name, body in rounds(seconds, seed, known):
        began = perf_counter()
        for outcome in read_all(name, body):
            rejected = isinstance(outcome, DocumentError) or outcome.rejected
            counts["rejected" if rejected else "read"] += 1
        slowest = max(slowest, (perf_counter() - began, f"{name}, {len(body):,} bytes"))
    grown = megabytes() - start
    print(f"seed {seed}, {seconds:.0f} s, {len(known)} records: {counts['read']} read, {counts['rejected']} rejected")
    print(
        f"slowest {slowest[0]:.2f} s ({slowest[1]}); memory {start:.0f} MB at the start, {grown:.0f} MB more at the end"
    )
    return int(slowest[0] > SLOW or grown > GROWTH)


if __name__ == "__main__":
    sys.exit(main())
