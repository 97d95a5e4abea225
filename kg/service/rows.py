"""Rows of a table, counted in what the engine writes: it does not tell how many there were."""

from __future__ import annotations

from typing import IO, cast

from pyoxigraph import QueryResultsFormat, QuerySolutions

# What begins a row, the first and every other one. In JSON a text cannot hold it, since its quotation marks stand
# behind a "\"; in XML and TSV the engine escapes it.
_JSON = (b'[{"', b'}},{"')
_MARKS = {
    "application/sparql-results+json": _JSON,
    "application/json": _JSON,
    "application/sparql-results+xml": (b"<result>",),
    "application/xml": (b"<result>",),
    "text/xml": (b"<result>",),
    "text/tab-separated-values": (b"\n",),
}


class Rows:
    """A file of bytes that counts the rows of the table that is written into it.

    Rows of JSON in which nothing is bound are not counted.
    """

    def __init__(self, out: IO[bytes], media_type: str) -> None:
        """Count what goes into a file.

        :param media_type: of the table, as :data:`kg.service.jobs.query.TABLES` has it; any other is taken for CSV.
        """
        self._out = out
        self._marks = _MARKS.get(media_type, ())
        # The head of CSV and TSV is a line like the others.
        self._found = -1 if self._marks in ((), (b"\n",)) else 0
        # A mark may begin in one part and end in the next.
        self._left = [b""] * len(self._marks)
        self._quoted = False

    @property
    def count(self) -> int:
        """How many rows there are so far."""
        return max(0, self._found)

    def write(self, data: bytes) -> int:
        """Count, and write."""
        for place, mark in enumerate(self._marks):
            whole = self._left[place] + data
            self._found += whole.count(mark)
            self._left[place] = whole[max(0, len(whole) - len(mark) + 1) :]
        if not self._marks:
            # Lines of CSV, but for those within a value.
            parts = data.split(b'"')
            self._found += sum(part.count(b"\n") for part in parts[int(self._quoted) :: 2])
            self._quoted ^= len(parts) % 2 == 0
        self._out.write(data)
        return len(data)

    def flush(self) -> None:
        """Nothing is held back here."""


def written_table(found: QuerySolutions, out: IO[bytes], results: QueryResultsFormat, media_type: str) -> int:
    """Write a table; how many rows it has."""
    rows = Rows(out, media_type)
    found.serialize(cast("IO[bytes]", rows), format=results)
    return rows.count
