"""Coverage-guided search for bytes that make a loader do anything but read or reject them.

``python -m tests.fuzz.loaders FORMAT [SECONDS]`` starts from the golden documents of the format and ends after so many
seconds (60 unless told) or at the first failure, whose input it leaves in ``/tmp``-like folder that it names.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from pathlib import Path

import atheris

# Only what reads documents is watched: the vocabulary and the engine would take most of the time.
with atheris.instrument_imports(include=["kg.loaders", "kg.extract", "kg.document", "kg.evidence"]):
    from kg import loaders
    from tests.damage import damaged, read_all, seeds

LONGEST = 200_000


def main() -> None:
    """Search for one format."""
    name = sys.argv[1]
    seconds = int(sys.argv[2]) if len(sys.argv) > 2 else 60
    loaders.load(name)
    cases = seeds(name)
    folder = Path(tempfile.mkdtemp(prefix=f"fuzz-{name}-"))
    (folder / "seeds").mkdir()
    for number, body in enumerate(cases):
        (folder / "seeds" / str(number)).write_bytes(body)

    def one(body: bytes) -> None:
        read_all(name, body)

    def mutated(body: bytes, most: int, seed: int) -> bytes:
        chance = random.Random(seed)  # noqa: S311
        if chance.random() < 0.5:
            return bytes(atheris.Mutate(body, most))
        return damaged(body or b" ", chance.choice(cases), chance)[:most]

    print(f"{name}: {len(cases)} golden documents, {seconds} s, in {folder}", flush=True)
    arguments = [sys.argv[0], f"-max_total_time={seconds}", f"-max_len={LONGEST}", "-timeout=20", "-rss_limit_mb=4096"]
    arguments += [f"-artifact_prefix={folder}/", "-print_final_stats=1", "-verbosity=0", str(folder / "seeds")]
    atheris.Setup(arguments, one, custom_mutator=mutated)
    try:
        atheris.Fuzz()
    finally:
        if not list(folder.glob("*-*")):
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
