"""A server on loopback that holds connections to limits, and an application that answers in parts and breaks off."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path

import uvicorn

from kg.service.asgi import Receive, Scope, Send
from kg.service.listening import Limits, config
from kg.service.problems import Cut
from kg.service.settings import Settings

PART = b"x" * 100_000


class Parts:
    """An application that answers as its path says, and keeps what it was asked."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, str, bytes]] = []
        self.headers: list[bytes] = []
        self.gone = threading.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        path = scope["path"]
        if path == "/early":
            await self.answer(send, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, b"too large")
            return
        if path == "/late":
            await asyncio.sleep(1.5)
        body = b""
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                self.gone.set()
                return
            body += message["body"]
            if not message["more_body"]:
                break
        self.seen.append((scope["method"], path, body))
        self.headers = [name for name, _ in scope["headers"]]
        if path in ("/echo", "/late"):
            await self.answer(send, HTTPStatus.OK, body)
        else:
            await getattr(self, path[1:])(send)

    async def answer(self, send: Send, status: int, body: bytes) -> None:
        """A whole answer."""
        length = [(b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": int(status), "headers": length})
        await send({"type": "http.response.body", "body": body})

    async def parts(self, send: Send) -> None:
        """An answer without a length."""
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"one ", "more_body": True})
        await send({"type": "http.response.body", "body": b"two"})

    async def cut(self, send: Send) -> None:
        """An answer that breaks off."""
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"a,b\r\n1,2\r\n", "more_body": True})
        raise Cut

    async def bug(self, send: Send) -> None:
        """An answer that breaks off for no good reason."""
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"a,b\r\n1,2\r\n", "more_body": True})
        raise LookupError

    async def endless(self, send: Send) -> None:
        """An answer that goes on for as long as anyone takes it."""
        await send({"type": "http.response.start", "status": 200, "headers": []})
        for _ in range(10_000):
            await send({"type": "http.response.body", "body": PART, "more_body": True})
            if self.gone.is_set():
                return


class Guard:
    """A server in a thread, with limits that can be waited for."""

    def __init__(self, limits: Limits) -> None:
        self.app = Parts()
        self.outcomes: Counter[str] = Counter()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.config = config(
            self.app, Settings(store=Path("none"), grace=1), lambda name: self.outcomes.update([name]), limits
        )
        self.config.lifespan = "off"
        self._server = uvicorn.Server(self.config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]})
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)

    @property
    def open(self) -> int:
        """Connections."""
        return sum(self.config.open.values())

    def connect(self) -> socket.socket:
        """A connection, which waits for 5 s at most."""
        return socket.create_connection(self._socket.getsockname(), timeout=5)

    def ask(self, *parts: bytes, pause: float = 0.0) -> bytes:
        """What comes back until the server ends the connection."""
        with self.connect() as connection:
            for part in parts:
                connection.sendall(part)
                time.sleep(pause)
            return until_end(connection)

    def stop(self) -> None:
        """End, whatever is under way."""
        self._server.should_exit = True
        self._thread.join()
        self._socket.close()


def until_end(connection: socket.socket) -> bytes:
    found = b""
    while part := connection.recv(65_536):
        found += part
    return found


def status(answer: bytes) -> int:
    return int(answer.split(maxsplit=2)[1])


def wait_until(done: Callable[[], bool]) -> None:
    for _ in range(500):
        if done():
            return
        time.sleep(0.01)
    raise AssertionError("waited for 5 s")
