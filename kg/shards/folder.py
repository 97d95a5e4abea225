"""The folder of shards: complete or not at all, and what it says of itself."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import DocumentError, KgError
from kg.rdf import iris
from kg.rdf.prefixes import SCHEMA_VERSION
from kg.shards.lines import STATEMENTS
from kg.shards.sorting import Written
from kg.store.recipe import Recipe
from kg.store.statements import written
from kg.store.work import shared_graph


@dataclass(slots=True)
class Met:
    """What was met on the way.

    :ivar found: documents, and files that are none.
    :ivar rejected: why the others could not be read.
    :ivar by_format: documents that are in the shards, by name of their format.
    :ivar withdrawn: records that their source has taken back, which say nothing.
    """

    found: int = 0
    rejected: list[DocumentError] = field(default_factory=list)
    by_format: dict[str, int] = field(default_factory=dict)
    withdrawn: int = 0

    @property
    def loaded(self) -> int:
        """Documents that are in the shards."""
        return sum(self.by_format.values())

    @property
    def superseded(self) -> int:
        """Documents left out, since another copy of their record is newer or the same."""
        return self.found - self.loaded - self.withdrawn - len(self.rejected)


@contextmanager
def made(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Two folders beside the wanted one: what is put in the first takes its place, the second is for work.

    :raises KgError: when there is something at its place already, or nothing can be written or put there.
    """
    wanted, folder = folder, folder.resolve()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise KgError(f"{wanted}: wanted a new or empty folder for the shards, found something there")
    # Before all the work: the system refuses it at the end, or leaves whoever is in it in a folder that is gone.
    if folder.is_dir() and (folder.samefile(".") or folder.is_mount()):
        raise KgError(f"{wanted}: wanted a folder that can be put in place of another, such as {wanted / 'shards'}")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=folder.parent) as beside:
            out, work = Path(beside, "out"), Path(beside, "work")
            out.mkdir()
            work.mkdir()
            yield out, work
            if any(out.iterdir()):
                os.replace(out, folder)
    except (OSError, sqlite3.Error) as error:
        raise KgError(f"{wanted}: wanted to write shards, found {error}") from error


def shared_text(recipe: Recipe) -> str:
    """N-Quads of vocabulary and ontology."""
    shared_graph("vocabulary", iris.VOCABULARY, recipe.vocabulary)
    # As we write it ourselves: another way to escape a letter would make another line of the same statement.
    return recipe.vocabulary + written(shared_graph("ontology", iris.ONTOLOGY, recipe.ontology))


def describe(out: Path, met: Met, recipe: Recipe, number: int, files: list[Written]) -> dict[str, Any]:
    """Write the rejects and the manifest: nothing in them depends on when and how the shards were made.

    :returns: the manifest.
    """
    rejected = sorted(met.rejected, key=str)
    lines = (_json({"uri": e.uri, "cause": e.cause, "detail": e.detail}) for e in rejected)
    (out / "rejects.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    manifest = {
        "documents": {
            "found": met.found,
            "loaded": met.loaded,
            "superseded": met.superseded,
            "withdrawn": met.withdrawn,
            "rejected": len(rejected),
            "by_format": met.by_format,
            "rejects_by_cause": Counter(error.cause for error in rejected),
        },
        "made_with": {
            "schema_version": SCHEMA_VERSION,
            "vocabulary_sha256": hashlib.sha256(recipe.vocabulary.encode()).hexdigest(),
            "ontology_sha256": hashlib.sha256(recipe.ontology.encode()).hexdigest(),
            "fingerprint": recipe.fingerprint,
            "contacts": recipe.contacts,
            "without": sorted(recipe.without),
        },
        "shards": number,
        "quads": {
            "default": sum(file.lines for file in files if file.name.startswith(STATEMENTS)),
            "named": sum(file.lines for file in files if not file.name.startswith(STATEMENTS)),
        },
        "files": [asdict(file) for file in sorted(files, key=lambda file: file.name)],
    }
    (out / "manifest.json").write_text(_json(manifest, indent=1) + "\n", encoding="utf-8")
    return manifest


def _json(value: object, indent: int | None = None) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, indent=indent)
