"""What a question is put to: the graph in a folder, or an endpoint."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from kg.commands.interruption import ended_after, ended_at_once

if TYPE_CHECKING:
    from kg.query.answers import Answering
    from kg.query.remote import Remote


@contextmanager
def asked(arguments: Namespace) -> Iterator[Answering]:
    """What ``--endpoint`` names, else the graph of ``--store``.

    :raises KgError: for a default graph without an endpoint, where there is no graph, and when the engine fails.
    """
    from kg.errors import QueryError

    if arguments.endpoint is None:
        if arguments.default_graph is not None:
            raise QueryError("--default-graph names a graph of an endpoint, got no --endpoint")
        from kg.query.local import Local
        from kg.store import damage, open_snapshot

        with ended_at_once(), ended_after(arguments.timeout), open_snapshot(arguments.store) as snapshot:
            try:
                yield Local(snapshot)
            except (OSError, RuntimeError) as error:
                if damage.met(error):
                    raise
                # From the engine: a service that does not answer, one without an address.
                raise QueryError(f"wanted an answer, found {error}") from error
        return
    with ended_after(arguments.timeout), closing(_remote(arguments)) as remote:
        yield remote


def _remote(arguments: Namespace) -> Remote:
    from kg.query.remote import Remote

    waits = {} if arguments.timeout is None else {"timeout_seconds": arguments.timeout}
    return Remote(arguments.endpoint, arguments.default_graph, **waits)
