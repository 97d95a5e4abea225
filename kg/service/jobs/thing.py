"""A thing whose IRI is ours, at the same path here."""

from __future__ import annotations

from kg.service import linked_data
from kg.service.asking import Answer, Asked
from kg.store import Snapshot


def answer(snapshot: Snapshot, asked: Asked) -> Answer:
    """The thing that the path stands for, as a page or in an RDF syntax.

    :raises Problem: for programs when the graph does not know it, or nothing that is accepted can be given.
    """
    return linked_data.at_path(snapshot, asked)
