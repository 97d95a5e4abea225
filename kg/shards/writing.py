"""Writing the shards, on whichever engine."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg import engines
from kg.archives import Found
from kg.engines.workers.pool import number as number_of_workers
from kg.shards import here
from kg.shards.folder import Met, describe, made
from kg.shards.lines import number_of_shards
from kg.store.recipe import Recipe


def write(
    folder: Path,
    found: Iterable[Found],
    recipe: Recipe,
    number: int,
    *,
    engine: str = "processes",
    workers: int | None = None,
    master: str | None = None,
) -> Met:
    """Write what ``kg build`` would publish as shards.

    :param folder: new or empty; nothing is written where no document can be read.
    :param found: as :func:`kg.archives.documents` gives it, read once.
    :param number: of shards of each kind.
    :param workers: of the engine ``processes``.
    :param master: of the engine ``spark``.
    :raises KgError: for a folder with something in it, an unknown engine or a wrong number.
    """
    number_of_shards(number)
    run = engines.load(engine, workers=workers, master=master)
    with made(folder) as (out, work):
        if engine == "spark":
            from kg.shards import spread

            met, files = spread.write(out, found, recipe, number, master)
        else:
            sorting = 1 if engine == "serial" else number_of_workers(workers)
            met, files = here.write(out, work, found, recipe, number, run, sorting)
        if not files:
            return met
        describe(out, met, recipe, number, files)
    return met
