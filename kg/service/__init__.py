"""The graph on the web: SPARQL endpoint, linked data and pages, by processes that can be killed."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.service.asgi import ASGIApp
    from kg.service.front import Front
    from kg.service.settings import Settings


def app(service: Settings | Path | str) -> Front:
    """The service over the newest snapshot of a store, as an ASGI application; it starts its processes itself.

    :param service: settings, or the folder of a store for the usual ones.
    :raises StoreError: when nothing was ever published in the store.
    """
    from kg.service.front import Front
    from kg.service.settings import Settings

    return Front(service if isinstance(service, Settings) else Settings(store=Path(service), access_log=None))


def serve(settings: Settings) -> None:
    """Serve until interrupted or told to stop.

    :raises StoreError: when nothing was ever published in the store.
    :raises KgError: when the place cannot be listened at, or a token cannot be read.
    """
    from kg.service import listening
    from kg.service.workers import forks

    # What its processes need is imported while this one imports what it needs itself.
    forks.prepare()
    from kg.service.front.figures import Apart

    front = app(settings)
    whole: ASGIApp = front
    with ExitStack() as open_places:
        places = [open_places.enter_context(listening.place(settings.host, settings.port))]
        if settings.metrics_port is not None:
            places.append(open_places.enter_context(listening.place(settings.host, settings.metrics_port)))
            whole = Apart(front, front.metrics, places[1].getsockname()[1])
        ports = [place.getsockname()[1] for place in places]
        for line in listening.said(settings, ports, front.pool.snapshot):
            sys.stderr.write(f"kg: {line}\n")
        sys.stderr.flush()
        listening.run(listening.config(whole, settings, front.metrics.outcome), *places, reopen=front.log.reopen)
