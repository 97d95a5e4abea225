"""The dataset in VoID and DCAT, for ``/.well-known/void``."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import DefaultGraph, NamedNode

from kg.model import predicates as p
from kg.model.slots import CLASSES
from kg.service.asking import Answer, Asked
from kg.service.describing import dataset, endpoint
from kg.service.describing.counts import Partitions, kept, read
from kg.service.describing.manifest import manifest_of
from kg.service.describing.place import place_of
from kg.service.describing.written import written
from kg.store import Snapshot

SHOWN = ("Trial", "RegistryRecord", "Publication", "Drug", "Organisation", "Person")


def answer(snapshot: Snapshot, asked: Asked) -> Answer:
    """What the dataset is, what it holds and where it is to be had.

    :param asked: see :func:`place_of` and :func:`partitions_of` for its fields.
    """
    place, manifest, partitions = place_of(asked), manifest_of(snapshot), partitions_of(snapshot, asked)
    said = [
        *dataset.described(place, manifest, partitions, list(_things(snapshot))),
        *endpoint.services(place, manifest),
    ]
    return written(said, asked.accept, lasting=partitions is not None)


def partitions_of(snapshot: Snapshot, asked: Asked) -> Partitions | None:
    """What was counted: given as the field ``counts``, else kept beside the snapshot; None where nobody counted."""
    return read(dict(asked.fields).get("counts", "")) or kept(snapshot)


def _things(snapshot: Snapshot) -> Iterator[str]:
    """One thing of each of the main classes that the graph has things of."""
    for name in SHOWN:
        found = snapshot.quads(None, NamedNode(p.RDF_TYPE), NamedNode(CLASSES[name]), DefaultGraph())
        quad = next(found, None)
        if quad and isinstance(quad.subject, NamedNode):
            yield quad.subject.value
