"""N-Quads: one statement a line, in the order of their bytes (``LC_ALL=C sort``)."""

from __future__ import annotations

from kg.exports import Export

EXPORT = Export(name="nq", title="N-Quads", media_type="application/n-quads", datasets=True, key=None, write=iter)
