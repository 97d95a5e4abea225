"""The embedded store: the only package that opens a pyoxigraph.Store.

A store folder holds::

    current             id of the published snapshot that readers open
    snapshots/0007/     one published, state: graph, catalogue.sqlite, manifest.json, inputs and rejects .jsonl
    work/               what a build in progress writes; of no use to anyone else, thrown away by the next build
    lock                who is building
"""

from __future__ import annotations

from kg.store.snapshots import Snapshot, current_id, open_snapshot

__all__ = ["Snapshot", "current_id", "open_snapshot"]
