"""Conversion of the corpus in two worker processes against one, the start of the processes included.

``python -m tests.bench.workers [TIMES]`` reads the records of ``../shared/corpus`` into memory, as many times over as
told (4), and prints seconds and the ratio, the better of two rounds each.
"""

from __future__ import annotations

import sys

from kg import archives
from kg.document import Document
from kg.engines import processes
from tests.bench import corpus
from tests.bench.timing import least

ROUNDS, TIMES = 2, 4


def records() -> list[tuple[str, Document]]:
    """Format and document of every record."""
    found = archives.documents([str(path) for path in corpus.archives()])
    return [one for one in found if isinstance(one, tuple) and isinstance(one[1], Document)]


def main() -> None:
    """Print one line."""
    documents = records() * int(sys.argv[1] if sys.argv[1:] else TIMES)

    def drained(workers: int) -> int:
        return sum(len(done.documents) for done in processes.run(iter(documents), False, workers=workers))

    one, two = (least(lambda n=n: drained(n), ROUNDS) for n in (1, 2))
    print(f"{len(documents)} documents: one process {one:.1f} s, two {two:.1f} s, {one / two:.2f} x as fast")


if __name__ == "__main__":
    main()
