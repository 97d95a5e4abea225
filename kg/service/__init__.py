"""The graph on the web: SPARQL endpoint, linked data and pages; for this machine, not yet for the internet."""

from __future__ import annotations

import errno
import socket
from contextlib import suppress
from pathlib import Path

from starlette.applications import Starlette

from kg.errors import KgError


def app(store_dir: Path | str) -> Starlette:
    """The service over the newest snapshot of a store, as an ASGI application.

    :raises StoreError: when nothing was ever published in the store.
    """
    from kg.service.routes import application

    return application(store_dir)


def serve(store_dir: Path | str, host: str = "127.0.0.1", port: int = 7878) -> None:
    """Serve until interrupted.

    :param host: the address to listen on; only this machine reaches the usual one.
    :param port: 0 for any that is free.
    :raises StoreError: when nothing was ever published in the store.
    :raises KgError: when the place cannot be listened at.
    """
    import uvicorn

    application = app(store_dir)
    with listening(host, port) as place, suppress(KeyboardInterrupt):
        uvicorn.Server(uvicorn.Config(application, log_level="info")).run(sockets=[place])


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens, opened before anything else starts, so that what is wrong is said in one line.

    :raises KgError: when the port is in use, out of range or not ours, or the address is not this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
            why = "it is in use; try --port with another number"
        raise KgError(f"wanted to listen at {host} port {port}: {why}") from error
