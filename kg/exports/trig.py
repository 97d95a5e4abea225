"""TriG: for people to read, with short names and one block a thing."""

from __future__ import annotations

from kg.exports import Export
from kg.exports.statements.blocks import blocks
from kg.exports.statements.order import by_graph

EXPORT = Export(name="trig", title="TriG", media_type="application/trig", datasets=True, key=by_graph, write=blocks)
