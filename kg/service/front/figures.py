"""``/metrics`` at a port of its own, where whoever reaches it may see the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.service.front.metrics import Metrics

if TYPE_CHECKING:
    from kg.service.asgi import ASGIApp, Receive, Scope, Send


class Apart:
    """An application of which one port shows figures and nothing else.

    One server listens at both, so that the figures are those of the process that serves.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics, port: int) -> None:
        self._app = app
        self._metrics = metrics
        self._port = port

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Show the figures to who came at their port; pass on who did not."""
        if scope["type"] != "http" or scope["server"][1] != self._port:
            await self._app(scope, receive, send)
            return
        status, body, kind = 404, b"figures are at /metrics\n", "text/plain; charset=utf-8"
        if scope["path"] == "/metrics" and scope["method"] in ("GET", "HEAD"):
            body, kind = self._metrics.text()
            status = 200
        headers = [
            (b"content-type", kind.encode()),
            (b"content-length", str(len(body)).encode()),
            (b"cache-control", b"no-store"),
            (b"x-content-type-options", b"nosniff"),
        ]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})
