"""The embedded store: the only package that opens a pyoxigraph.Store.

A store folder holds::

    current             id of the published snapshot that readers open
    snapshots/0007/     one published, state: graph, catalogue.sqlite, manifest.json, inputs and rejects .jsonl
    work/               what a build in progress writes; of no use to anyone else, thrown away by the next build
    lock                who is building, or holds a graph of the service for writing (:mod:`kg.store.editing`)

A build starts with a copy of the published snapshot (hard links, some milliseconds) and publishes it when all is
done, so there is nothing that a crash could leave half done.
"""

from __future__ import annotations

from kg.store.layout import current_id, existing_id
from kg.store.snapshots import Snapshot, open_snapshot

# What builds is in kg.store.building and kg.store.recipe: readers need not import the converter.
__all__ = ["Snapshot", "current_id", "existing_id", "open_snapshot"]
