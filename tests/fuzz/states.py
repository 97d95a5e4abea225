"""States of a graph of real records that differ all over, so that no answer of one passes for another's.

``python -m tests.fuzz.states STORE NUMBER`` publishes one: in it each trial enrolled as many as the number says.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kg import archives, shipped, vocab
from kg.document import Document
from kg.engines import serial
from kg.pipeline import Converted
from kg.store.building import build
from kg.store.recipe import Recipe, fingerprint

TESTS = Path(__file__).resolve().parents[1]
_ENROLLED = re.compile(rb'(/schema/enrolment> )"\d+"')


def publish(folder: Path, number: int) -> None:
    """Publish the state of a number, which must be greater than those before."""

    def convert(stream: Iterable[tuple[str, Document]], contacts: bool) -> Iterator[Converted]:
        for found in serial.run(stream, contacts):
            numbered = tuple(
                replace(one, version=f"{number:06d}", stated=_ENROLLED.sub(rb'\g<1>"%d"' % number, one.stated))
                for one in found.documents
            )
            yield replace(found, documents=numbered)

    recipe = Recipe(
        vocabulary=vocab.nquads(),
        ontology=(shipped.schema() / "ontology.ttl").read_text(encoding="utf-8"),
        fingerprint=fingerprint(str(number), contacts=False),
    )
    build(folder, documents(), recipe, run=convert)


def documents() -> Iterator[tuple[str, Document]]:
    """The records of the golden folders, in which each source format has some."""
    for found in archives.documents([str(TESTS / "golden")]):
        if isinstance(found, tuple) and isinstance(found[1], Document):
            yield found[0], found[1]


if __name__ == "__main__":
    publish(Path(sys.argv[1]), int(sys.argv[2]))
