"""The graph on the web: SPARQL endpoint, linked data and pages; for this machine, not yet for the internet."""

from __future__ import annotations

from pathlib import Path

from starlette.applications import Starlette


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
    """
    import uvicorn

    uvicorn.run(app(store_dir), host=host, port=port, log_level="info")
