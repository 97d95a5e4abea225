"""The service in the vocabulary of SPARQL service descriptions, for the endpoint asked without a query."""

from __future__ import annotations

from kg.service.asking import Answer, Asked
from kg.service.describing import endpoint
from kg.service.describing.manifest import manifest_of
from kg.service.describing.place import place_of
from kg.service.describing.written import written
from kg.service.jobs.void import partitions_of
from kg.store import Snapshot


def answer(snapshot: Snapshot, asked: Asked) -> Answer:
    """What the service can be asked, and over which graphs.

    :param asked: see :func:`place_of` and :func:`partitions_of` for its fields.
    """
    place, partitions = place_of(asked), partitions_of(snapshot, asked)
    address = place.root + asked.path if asked.path else place.endpoint
    said = endpoint.described(place, address, manifest_of(snapshot), partitions)
    return written(said, asked.accept, lasting=partitions is not None)
