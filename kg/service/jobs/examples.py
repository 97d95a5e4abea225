"""The canned queries as examples, for ``/.well-known/sparql-examples``."""

from __future__ import annotations

from kg.query.catalogue import catalogue
from kg.service.asking import Answer, Asked
from kg.service.describing.examples import described
from kg.service.describing.place import place_of
from kg.service.describing.written import written
from kg.store import Snapshot


def answer(_: Snapshot, asked: Asked) -> Answer:
    """Every canned query with its question, ready to run; the same for every snapshot."""
    return written(described(place_of(asked), catalogue().values()), asked.accept)
