"""A proxy on loopback that opens tunnels and hands on, and is as particular as those of companies are."""

from __future__ import annotations

import base64
import http.client
import select
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit


class Proxy:
    """What the proxy wants, and what it was asked for.

    :ivar entry: name and password that let in; None lets everyone in.
    :ivar refusal: a status with which all is refused; None for none.
    :ivar asked: method, target and headers of every request.
    """

    def __init__(self) -> None:
        self.entry: str | None = None
        self.refusal: int | None = None
        self.asked: list[tuple[str, str, dict[str, str]]] = []
        self.place = ""

    def status(self, headers: dict[str, str]) -> int:
        """With which it answers somebody who comes so."""
        wanted = f"Basic {base64.b64encode(self.entry.encode()).decode()}" if self.entry is not None else None
        if wanted and headers.get("Proxy-Authorization") != wanted:
            return 407
        return self.refusal or 200


class Handler(BaseHTTPRequestHandler):
    """One request, or one tunnel."""

    protocol_version = "HTTP/1.1"
    proxy: Proxy

    def _let_in(self) -> bool:
        self.proxy.asked.append((self.command, self.path, dict(self.headers)))
        status = self.proxy.status(dict(self.headers))
        if status != 200:
            self._send(status, b"<html><title>proxy</title><h1>Blocked by policy</h1></html>", {})
        return status == 200

    def do_CONNECT(self) -> None:
        """A tunnel."""
        if not self._let_in():
            return
        host, _, port = self.path.rpartition(":")
        with socket.create_connection((host.strip("[]"), int(port)), 10) as there:
            self.send_response(200)
            self.end_headers()
            self.close_connection = True
            ends = {self.connection: there, there: self.connection}
            while True:
                for end in select.select(list(ends), [], [])[0]:
                    piece = end.recv(65536)
                    if not piece:
                        return
                    ends[end].sendall(piece)

    def do_GET(self) -> None:
        """Hand on what is asked for in the open."""
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if not self._let_in():
            return
        parts = urlsplit(self.path)
        there = http.client.HTTPConnection(parts.netloc, timeout=10)
        headers = {name: value for name, value in self.headers.items() if name != "Proxy-Authorization"}
        there.request(self.command, f"{parts.path or '/'}?{parts.query}", body or None, headers)
        answer = there.getresponse()
        kept = {name: value for name, value in answer.getheaders() if name not in ("Content-Length", "Server", "Date")}
        self._send(answer.status, answer.read(), kept)
        there.close()

    def do_POST(self) -> None:
        """Hand on what is sent in the open."""
        self.do_GET()

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def proxying(context: ssl.SSLContext | None = None) -> Iterator[Proxy]:
    """A proxy at a place of its own, ``127.0.0.1`` with a port; itself asked in secret where a context is given."""
    proxy = Proxy()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"proxy": proxy}))
    server.daemon_threads = True
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    proxy.place = f"127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield proxy
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
