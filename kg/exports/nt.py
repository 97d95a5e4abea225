"""N-Triples: one statement a line, in the order of their bytes (``LC_ALL=C sort``)."""

from __future__ import annotations

from kg.exports import Export

EXPORT = Export(name="nt", title="N-Triples", media_type="application/n-triples", datasets=False, key=None, write=iter)
