"""The curated tables of ``data/vocab`` as frozen rows.

The tables are part of the package like its code: read once, never changed. Their columns, sources and licences are
described in ``data/vocab/README.md``.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path

from kg.rdf.iris import entity

# The order is the order of preference where one name belongs to two kinds.
KINDS = {
    "drug": "drugs.tsv",
    "mechanism": "mechanisms.tsv",
    "regimen": "regimens.tsv",
    "condition": "conditions.tsv",
    "target": "targets.tsv",
}


@dataclass(frozen=True, slots=True)
class Concept:
    """One row of a table of concepts.

    :ivar kind: ``drug mechanism regimen condition target``.
    :ivar key: the curated key, which never changes.
    :ivar matches: compact identifiers of the same concept elsewhere.
    :ivar broader: keys of more general concepts of the same kind.
    :ivar related: keys by column: targets of a mechanism, members of a target, components of a regimen.
    :ivar type: action of a mechanism, kind of a drug or target; empty for other concepts.
    :ivar definition: one sentence; empty where the table has none.
    :ivar source: what the row rests on, where the table says it.
    """

    kind: str
    key: str
    label: str
    alt_labels: tuple[str, ...]
    matches: tuple[str, ...]
    broader: tuple[str, ...]
    related: tuple[str, ...]
    type: str
    definition: str
    source: str

    @property
    def iri(self) -> str:
        """The address of the concept."""
        return entity(self.kind, self.key)


@dataclass(frozen=True, slots=True)
class DrugMechanismRow:
    """The claim that a drug works by a mechanism, both by key, with what it rests on."""

    drug: str
    mechanism: str
    source_kind: str
    source: str
    quote: str


def cell(row: dict[str, str], *columns: str) -> tuple[str, ...]:
    """The entries of the first of some columns that the table has and that is not empty."""
    found = next((row[column] for column in columns if row.get(column)), "")
    return tuple(part for part in found.split("|") if part)


def rows(file: Path) -> list[dict[str, str]]:
    """The rows of a tab-separated table by column name."""
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def concept(kind: str, row: dict[str, str]) -> Concept:
    """One row of a table of concepts."""
    codes = [f"{prefix}:{row[column]}" for column, prefix in (("uniprot", "UNIPROT"),) if row.get(column)]
    codes += [row["hgnc"]] if row.get("hgnc") else []
    return Concept(
        kind=kind,
        key=row["key"],
        label=row["label"],
        alt_labels=cell(row, "alt_labels"),
        matches=(*cell(row, "matches"), *codes),
        broader=cell(row, "broader"),
        related=cell(row, "targets", "members", "components"),
        type=row.get("action") or (row.get("kind") or "" if kind != "condition" else ""),
        definition=row.get("definition") or "",
        source=row.get("source") or "",
    )


def concepts(folder: Path) -> tuple[Concept, ...]:
    """Every concept of every table, in the order of the tables."""
    return tuple(concept(kind, row) for kind, file in KINDS.items() for row in rows(folder / file))


def drug_mechanisms(folder: Path) -> tuple[DrugMechanismRow, ...]:
    """Every sourced claim of a drug's mechanism."""
    return tuple(DrugMechanismRow(**row) for row in rows(folder / "drug_mechanisms.tsv"))


def checksum(folder: Path) -> str:
    """SHA-256 over all tables, to tell one version of the vocabulary from another."""
    files = sorted(folder.glob("*.tsv"))
    return hashlib.sha256(b"".join(file.name.encode() + b"\0" + file.read_bytes() for file in files)).hexdigest()
