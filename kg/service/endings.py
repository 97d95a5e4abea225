"""How an answer ends: whole, or so that nobody takes it for whole."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable
from http import HTTPStatus
from typing import TYPE_CHECKING

from kg.service.problems import Cut

if TYPE_CHECKING:
    from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

    from kg.service.asgi import ASGIApp, Message, Receive, Scope, Send

_OUT = logging.getLogger("kg.service")


class Run:
    """An application that is asked once: what it raises ends the connection as it should.

    A class and no closure, since one is made for each request.
    """

    __slots__ = ("_app", "_cut", "_cycle", "_lengthless")

    def __init__(self, cycle: RequestResponseCycle, app: ASGIApp, cut: Callable[[], None]) -> None:
        self._cut = cut
        self._cycle = cycle
        self._app = app
        self._lengthless = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Ask it, and see how it ends."""
        old = scope["http_version"] == "1.0"
        try:
            await self._app(scope, receive, self._plainly if old else send)
        except Cut:
            self._end()
        except asyncio.CancelledError:
            # The service ends, and time is up.
            if self._cycle.response_started:
                self._end()
            else:
                self._cycle.transport.write(answer(HTTPStatus.SERVICE_UNAVAILABLE, "the service is going down"))
                self._cycle.disconnected = True
                self._cycle.transport.close()
        except Exception:
            if not self._cycle.response_started:
                raise
            _OUT.exception("an answer broke off")
            self._end()

    def _end(self) -> None:
        self._cycle.disconnected = True
        self._cut()

    async def _plainly(self, message: Message) -> None:
        """For HTTP/1.0, which knows no chunks: an answer without a length ends with its connection."""
        if message["type"] == "http.response.start":
            names = [name.lower() for name, _ in message.get("headers", ())]
            if b"content-length" not in names:
                self._lengthless = True
                self._cycle.chunked_encoding = False
        elif self._lengthless and self._cycle.scope["method"] != "HEAD":
            self._cycle.expected_content_length = len(message.get("body", b""))
        await self._cycle.send(message)  # type: ignore[arg-type]


def answer(status: HTTPStatus, detail: str) -> bytes:
    """A problem document as it goes over a connection that ends with it, where no application was asked."""
    document = {"type": "about:blank", "title": status.phrase, "status": int(status), "detail": detail}
    body = json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"
    head = f"HTTP/1.1 {int(status)} {status.phrase}\r\ncontent-type: application/problem+json\r\n"
    head += f"content-length: {len(body)}\r\nconnection: close\r\ncache-control: no-store\r\n"
    if status in (HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.TOO_MANY_REQUESTS):
        head += "retry-after: 1\r\n"
    return head.encode() + b"\r\n" + body
