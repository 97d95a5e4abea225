"""A long answer as it comes: when its first byte is there, and when its last."""

from __future__ import annotations

import http.client
from dataclasses import dataclass
from time import perf_counter

from tests.bench.serve_load import Target

CHUNK = 1 << 20


@dataclass(frozen=True)
class Long:
    """How a long answer came.

    :ivar first: seconds until the first byte of the body.
    :ivar last: seconds until the last.
    :ivar lines: of the body without the first; more than rows, since some values are of several lines.
    """

    first: float
    last: float
    lines: int


def first_and_last(target: Target, query: str, accept: str = "text/csv") -> Long:
    """Ask once and read to the end.

    :param query: fit for an address.
    :raises RuntimeError: for another answer than 200.
    """
    connection = http.client.HTTPConnection(target.host, target.port, timeout=600)
    begun = perf_counter()
    connection.request("GET", target.path + query, headers={"Accept": accept})
    answer = connection.getresponse()
    if answer.status != 200:
        raise RuntimeError(f"wanted 200, found {answer.status}: {answer.read(300)!r}")
    lines = answer.read(1).count(b"\n")
    first = perf_counter() - begun
    while part := answer.read(CHUNK):
        lines += part.count(b"\n")
    connection.close()
    return Long(first, perf_counter() - begun, lines - 1)
