"""A thing whose IRI is not ours."""

from __future__ import annotations

from kg.service import linked_data
from kg.service.asking import Answer, Asked
from kg.store import Snapshot


def answer(snapshot: Snapshot, asked: Asked) -> Answer:
    """The thing that the field ``iri`` names, as a page or in an RDF syntax.

    :raises Problem: for programs when the graph does not know it, and when the fields ask for what is not there.
    """
    return linked_data.about(snapshot, asked)
