"""Lines into the files of their shards, sorted, with little in memory however many there are."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO

from kg.shards.lines import ENDINGS, file_name, shard_of, split, unique

# Sorted at a time; about three times that in memory.
CHUNK_BYTES = 32_000_000
READ_BYTES = 1_000_000
# Sorted runs merged at a time, each an open file.
MOST_RUNS = 100


@dataclass(frozen=True, slots=True)
class Written:
    """One file of the shards.

    :ivar sha256: checksum in hexadecimal.
    """

    name: str
    lines: int
    bytes: int
    sha256: str


class Buckets:
    """Lines as they come, in one file a shard and kind."""

    def __init__(self, folder: Path, number: int) -> None:
        self._number = number
        self._open = ExitStack()
        self._files: dict[str, list[IO[bytes]]] = {
            kind: [self._open.enter_context((folder / file_name(kind, s, number)).open("wb")) for s in range(number)]
            for kind in ENDINGS
        }

    def add(self, kind: str, text: str) -> None:
        """Put each line where it belongs."""
        files, number = self._files[kind], self._number
        for line in split(text):
            files[shard_of(line, number)].write(line)

    def texts(self, kind: str) -> Iterator[str]:
        """Lines of one kind that were put in so far, some thousands together."""
        for file in self._files[kind]:
            file.flush()
            with open(file.name, "rb") as lines:
                while some := lines.readlines(READ_BYTES):
                    yield b"".join(some).decode()

    def close(self) -> None:
        """Write out what is held."""
        self._open.close()


def sort(source: Path, target: Path) -> Written:
    """Sort the lines of a file by bytes, each once, into another; the first is removed."""
    runs = [_sorted(chunk, source.with_suffix(f".run{i}")) for i, chunk in enumerate(_chunks(source))]
    source.unlink()
    made = len(runs)
    while len(runs) > MOST_RUNS:
        runs = [*runs[MOST_RUNS:], _save(_merged(runs[:MOST_RUNS]), source.with_suffix(f".run{made}"))]
        made += 1
    return write(_merged(runs), target)


def write(lines: Iterable[bytes], target: Path) -> Written:
    """Write a file of the shards from pieces of it that are whole lines."""
    count, size, seen = 0, 0, sha256()
    with target.open("wb") as file:
        for piece in lines:
            file.write(piece)
            seen.update(piece)
            count, size = count + piece.count(b"\n"), size + len(piece)
    return Written(target.name, count, size, seen.hexdigest())


def _chunks(source: Path) -> Iterator[list[bytes]]:
    with source.open("rb") as file:
        while lines := file.readlines(CHUNK_BYTES):
            yield lines


def _sorted(lines: list[bytes], target: Path) -> Path:
    return _save(sorted(set(lines)), target)


def _save(lines: Iterable[bytes], target: Path) -> Path:
    with target.open("wb") as file:
        file.writelines(lines)
    return target


def _merged(runs: list[Path]) -> Iterator[bytes]:
    with ExitStack() as opened:
        yield from unique(heapq.merge(*(opened.enter_context(run.open("rb")) for run in runs)))
    for run in runs:
        run.unlink()
