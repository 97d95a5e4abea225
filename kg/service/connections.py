"""What a connection may do: how long, how fast and in which form a request comes, and how an answer ends."""

from __future__ import annotations

import asyncio
import socket
import struct
from http import HTTPStatus
from typing import TYPE_CHECKING

import httptools
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from kg.service.endings import Run, answer

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from kg.service.listening import Limits, Listening

# Closed with this, a connection ends in a reset: whoever reads cannot take what came for the whole.
_RESET = struct.pack("ii", 1, 0)


class _Refused(Exception):
    def __init__(self, status: HTTPStatus, detail: str) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail


class Guarded(HttpToolsProtocol):
    """HTTP/1.1 as uvicorn speaks it, with an end to everything.

    llhttp below refuses most that requests are smuggled with; what it lets pass is refused here.
    """

    config: Listening

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take a connection, or send it away where there are too many."""
        super().connection_made(transport)
        self._limits = self.config.limits
        now = self.loop.time()
        self._head_since: float | None = now
        self._body_since: float | None = None
        self._stalled_since: float | None = None
        self._ending_since: float | None = None
        self._begun = self._upgrading = False
        self._taken = self._unseen = self._head_size = self._body_size = self._unsent = 0
        self._peer = self.client[0] if self.client else ""
        self.config.open[self._peer] += 1
        self._looking = self.loop.call_later(self._limits.look, self._look)
        most = self._limits.of_one
        if len(self.connections) > self._limits.connections and not self._make_room():
            self._refuse(HTTPStatus.SERVICE_UNAVAILABLE, "too many connections are open; try again in 1 s")
        elif most and self.config.open[self._peer] > most and not _is_own(self._peer):
            self._refuse(HTTPStatus.TOO_MANY_REQUESTS, f"wanted at most {most} connections of one address, found more")

    @property
    def idle_since(self) -> float | None:
        """When it last had something to do; None while it has. 0 for one that waits for another request."""
        if self._ending_since is not None or self._body_since is not None:
            return None
        return (self._head_since or 0.0) if self.cycle is None or self.cycle.response_complete else None

    def _make_room(self) -> bool:
        """End a connection that asks nothing, the one that did so for longest, so that idle ones keep nobody out."""
        idle = {one: one.idle_since for one in self.connections if isinstance(one, Guarded) and one is not self}
        waits = {one: since for one, since in idle.items() if since is not None}
        if not waits:
            return False
        min(waits, key=lambda one: waits[one]).cut()
        self.config.outcome("made_room")
        return True

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget it."""
        self._looking.cancel()
        self.config.open[self._peer] -= 1
        if not self.config.open[self._peer]:
            del self.config.open[self._peer]
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read on; what is no HTTP is refused, and the connection ends."""
        if self._ending_since is not None:
            return
        self._unset_keepalive_if_required()
        if self._head_since is None and self._body_since is None:
            self._head_since = self.loop.time()
        before = self._taken
        try:
            self._feed(data)
        except httptools.HttpParserError as error:
            refused = error.__context__
            if isinstance(refused, _Refused):
                self._refuse(refused.status, refused.detail)
            else:
                self._refuse(HTTPStatus.BAD_REQUEST, f"wanted HTTP/1.1, found: {error or 'something else'}")
            return
        # Parts of a header or of a chunk's head that never ends are kept by the parser, out of sight.
        self._unseen = self._unseen + len(data) if self._taken == before else 0
        if self._unseen > self._limits.head_size:
            self._refuse(*_too_large(self._limits))

    def _feed(self, data: bytes) -> None:
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserUpgrade as upgrade:
            # An upgrade that is not wanted is left out of account (RFC 9110, section 7.8); but the parser takes what
            # follows for another protocol and the request for one without a body. So it reads the head again, without.
            rest = data[upgrade.args[0] :]
            self._upgrading = False
            version = self.parser.get_http_version().encode()
            lines = [b"%s %s HTTP/%s" % (self.parser.get_method(), self.url, version)]
            lines += [b"%s: %s" % (name, value) for name, value in self.headers if name != b"upgrade"]
            self.parser = httptools.HttpRequestParser(self)
            self._feed(b"\r\n".join([*lines, b"", b""]) + rest)

    def on_message_begin(self) -> None:
        """A request begins."""
        super().on_message_begin()
        self._begun = True
        self._taken += 1
        self._head_size = 0
        if self._head_since is None:
            self._head_since = self.loop.time()

    def on_url(self, url: bytes) -> None:
        """A part of the address came."""
        super().on_url(url)
        self._taken += len(url)
        if len(self.url) > self._limits.target:
            most = self._limits.target
            raise _Refused(HTTPStatus.REQUEST_URI_TOO_LONG, f"wanted an address of at most {most:,} bytes, found more")

    def on_header(self, name: bytes, value: bytes) -> None:
        """A header is complete."""
        self._taken += 1
        self._head_size += len(name) + len(value)
        if self._head_size > self._limits.head_size or len(self.headers) >= self._limits.headers:
            raise _Refused(*_too_large(self._limits))
        # Headers that follow a body would stand among those that were already looked at; no one here wants any.
        if self._body_since is None:
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """The head is complete, and the application is asked."""
        self._check_head()
        if self.parser.should_upgrade():
            self._upgrading = True
            return
        if len(self.pipeline) >= self._limits.pipelined:
            raise _Refused(HTTPStatus.TOO_MANY_REQUESTS, f"wanted at most {self._limits.pipelined} requests at once")
        self._head_since = None
        self._body_since = self.loop.time()
        self._body_size = 0
        super().on_headers_complete()

    def _check_head(self) -> None:
        """What llhttp lets pass, and others may read otherwise.

        :raises _Refused: for it.
        """
        if self.parser.get_method() == b"CONNECT":
            raise _Refused(HTTPStatus.METHOD_NOT_ALLOWED, "wanted a request of this service, found CONNECT")
        hosts = codings = 0
        for name, value in self.headers:
            if name == b"host":
                hosts += 1
            elif name == b"transfer-encoding":
                codings += 1
                if value.strip().lower() != b"chunked" or codings > 1 or self.parser.get_http_version() != "1.1":
                    raise _Refused(HTTPStatus.BAD_REQUEST, "wanted no Transfer-Encoding but chunked, once, in HTTP/1.1")
        if hosts > 1 or (not hosts and self.parser.get_http_version() == "1.1"):
            raise _Refused(HTTPStatus.BAD_REQUEST, f"wanted one Host header, found {hosts or 'none'}")

    def on_body(self, body: bytes) -> None:
        """A part of the body came."""
        self._taken += len(body)
        self._body_size += len(body)
        super().on_body(body)

    def on_message_complete(self) -> None:
        """The body is complete."""
        if not self._upgrading:
            self._taken += 1
            self._begun = False
            self._body_since = None
            super().on_message_complete()

    def resume_writing(self) -> None:
        """The client takes what is sent to it."""
        self._stalled_since = None
        super().resume_writing()

    def eof_received(self) -> None:
        """The client sends no more, and is taken for gone."""

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: ASGIApp) -> None:  # type: ignore[override]
        super()._start_asgi_task(cycle, Run(cycle, app, self.cut))  # type: ignore[arg-type]

    def _look(self) -> None:
        """See once a second whether the client still does its part."""
        now = self.loop.time()
        limits = self._limits
        self._looking = self.loop.call_later(limits.look, self._look)
        self._look_at_writing(now)
        if self._ending_since is not None:
            if now - self._ending_since > limits.linger:
                self.transport.abort()
        elif self._head_since is not None:
            waiting = self.cycle is None or self.cycle.response_complete
            if waiting and now - self._head_since > limits.head:
                self._too_slow("the head of a request")
        elif self._body_since is not None:
            if self.flow.read_paused:
                # We do not read, so the client cannot send.
                self._body_since += limits.look
            elif self.cycle.response_complete and now - self._body_since > limits.body + limits.linger:
                self.transport.abort()
            elif now - self._body_since > limits.body + self._body_size / limits.rate:
                self._too_slow("a body")

    def _look_at_writing(self, now: float) -> None:
        unsent = self.transport.get_write_buffer_size()
        if not unsent or unsent <= self._unsent - self._limits.rate * self._limits.look:
            self._stalled_since = None
        elif self._stalled_since is None:
            self._stalled_since = now
        elif now - self._stalled_since > self._limits.stalled:
            self.config.outcome("stalled")
            self.cut()
        self._unsent = unsent

    def _too_slow(self, what: str) -> None:
        if self._begun:
            self._refuse(HTTPStatus.REQUEST_TIMEOUT, f"wanted {what} within {self._limits.head:g} s, found a part")
        else:
            # Nobody asked anything, so nothing is answered.
            self.transport.close()

    def _refuse(self, status: HTTPStatus, detail: str) -> None:
        """Answer in place of the application, and end the connection."""
        self.config.outcome("malformed" if status < HTTPStatus.INTERNAL_SERVER_ERROR else "refused")
        cycle = self.cycle
        if cycle is not None and not cycle.response_complete:
            its_own = self._body_since is not None and not self.pipeline and not cycle.response_started
            if not its_own:
                # Words between the parts of another answer would be read as such.
                self.cut()
                return
            cycle.disconnected = True
            cycle.message_event.set()
        self._ending_since = self.loop.time()
        self.transport.write(answer(status, detail))
        if self.transport.can_write_eof():
            self.transport.write_eof()
        self.flow.resume_reading()

    def cut(self) -> None:
        """End the connection so that nothing that was sent looks complete, in HTTP/1.0 either."""
        self._ending_since = self.loop.time()
        if self.cycle is not None:
            self.cycle.disconnected = True
            self.cycle.message_event.set()
        found = self.transport.get_extra_info("socket")
        if found is not None:
            found.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        self.transport.abort()


def _is_own(peer: str) -> bool:
    return peer.startswith("127.") or peer in ("", "::1", "::ffff:127.0.0.1")


def _too_large(limits: Limits) -> tuple[HTTPStatus, str]:
    most = f"at most {limits.headers} headers of {limits.head_size:,} bytes together"
    return HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, f"wanted {most}, found more"
