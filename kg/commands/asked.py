"""What a question is put to: the graph in a folder, or an endpoint."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from kg.commands.interruption import ended_at_once

if TYPE_CHECKING:
    from kg.query.answers import Answering


@contextmanager
def asked(arguments: Namespace) -> Iterator[Answering]:
    """What ``--endpoint`` names, else the graph of ``--store``.

    :raises KgError: for a default graph without an endpoint, and where there is no graph.
    """
    from kg.errors import QueryError

    if arguments.endpoint is None:
        if arguments.default_graph is not None:
            raise QueryError("--default-graph names a graph of an endpoint, got no --endpoint")
        from kg.query.local import Local
        from kg.store import open_snapshot

        with ended_at_once(), open_snapshot(arguments.store) as snapshot:
            yield Local(snapshot)
        return
    from kg.query.remote import Remote

    with closing(Remote(arguments.endpoint, arguments.default_graph)) as remote:
        yield remote
