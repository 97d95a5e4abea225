"""Turtle: for people to read, with short names and one block a thing."""

from __future__ import annotations

from kg.exports import Export
from kg.exports.statements.blocks import blocks
from kg.exports.statements.order import by_subject

EXPORT = Export(name="ttl", title="Turtle", media_type="text/turtle", datasets=False, key=by_subject, write=blocks)
