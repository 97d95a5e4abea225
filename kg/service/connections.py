"""What a connection may do: how long, how fast and in which form a request comes, and how an answer ends."""

from __future__ import annotations

import asyncio
import socket
import struct
from enum import Enum
from http import HTTPStatus
from typing import TYPE_CHECKING

import httptools
import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from kg.errors import KgError
from kg.service.endings import Run, answer

if TYPE_CHECKING:
    from kg.service.asgi import ASGIApp
    from kg.service.listening import Limits, Listening

# The one inner place of uvicorn that is needed. Without it, before 0.45, an answer that broke off looked complete.
if not hasattr(HttpToolsProtocol, "_start_asgi_task"):
    raise KgError(f"wanted uvicorn 0.45 or another that begins answers as it does, found {uvicorn.__version__}")

# Closed with this, a connection ends in a reset: whoever reads cannot take what came for the whole.
_RESET = struct.pack("ii", 1, 0)


class _Part(Enum):
    NOTHING = 0
    HEAD = 1
    BODY = 2


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
        self._running: RequestResponseCycle | None = None
        self._limits = self.config.limits
        self._expects = _Part.HEAD
        # Time is told by looks, once a second: asking the clock for each part costs 1 % of a request.
        self._looks = 0
        self._stalled = 0
        self._ending = self._begun = self._upgrading = False
        self._taken = self._unseen = self._head_size = self._body_size = self._unsent = self._hosts = self._codings = 0
        self._peer = self.client[0] if self.client else ""
        self.config.open[self._peer] += 1
        self._looking = self.loop.call_later(self._limits.look, self._look)
        most = self._limits.of_one
        if len(self.connections) > self._limits.connections and not self._make_room():
            self._refuse(HTTPStatus.SERVICE_UNAVAILABLE, "too many connections are open; try again in 1 s")
        elif most and self.config.open[self._peer] > most and not _is_own(self._peer):
            self._refuse(HTTPStatus.TOO_MANY_REQUESTS, f"wanted at most {most} connections of one address, found more")

    @property
    def idle(self) -> float:
        """Seconds for which it has asked nothing; more for one that was answered, as it has had its turn; 0 at work."""
        if self._ending or self._expects is _Part.BODY or not (self.cycle is None or self.cycle.response_complete):
            return 0.0
        return float("inf") if self._expects is _Part.NOTHING else (self._looks + 1) * self._limits.look

    def _make_room(self) -> bool:
        """End the connection that has asked nothing for longest, so that such keep nobody out."""
        found = max((one for one in self.connections if isinstance(one, Guarded) and one is not self), key=_idle)
        if not found.idle:
            return False
        found.cut()
        self.config.outcome("made_room")
        return True

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget it."""
        self._looking.cancel()
        self.config.open[self._peer] -= 1
        if not self.config.open[self._peer]:
            del self.config.open[self._peer]
        if self._running is not None and not self._running.response_complete:
            # Uvicorn tells the newest request only, behind which this one may stand.
            self._running.disconnected = True
            self._running.message_event.set()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read on; what is no HTTP is refused, and the connection ends."""
        if self._ending:
            return
        self._unset_keepalive_if_required()
        if self._expects is _Part.NOTHING:
            self._expect(_Part.HEAD)
        before = self._taken
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserUpgrade as upgrade:
            self._read_again(data[upgrade.args[0] :])
        except httptools.HttpParserError as error:
            refused = error.__context__
            if isinstance(refused, _Refused):
                self._refuse(refused.status, refused.detail)
            else:
                self._refuse(HTTPStatus.BAD_REQUEST, f"wanted HTTP/1.1, found: {error or 'something else'}")
        # Parts of a header or of a chunk's head that never ends are kept by the parser, out of sight.
        if self._taken != before:
            self._unseen = 0
        else:
            self._unseen += len(data)
            if self._unseen > self._limits.head_size and not self._ending:
                self._refuse(*_too_large(self._limits))

    def _read_again(self, rest: bytes) -> None:
        """Leave an upgrade out of account that is not wanted (RFC 9110, section 7.8).

        The parser takes what follows for another protocol, and the request for one without a body; so it is given the
        head again, without.
        """
        self._upgrading = False
        version = self.parser.get_http_version().encode()
        lines = [b"%s %s HTTP/%s" % (self.parser.get_method(), self.url, version)]
        lines += [b"%s: %s" % (name, value) for name, value in self.headers if name != b"upgrade"]
        self.parser = httptools.HttpRequestParser(self)
        self.data_received(b"\r\n".join([*lines, b"", b""]) + rest)

    def _expect(self, part: _Part) -> None:
        self._expects = part
        self._looks = 0

    def on_message_begin(self) -> None:
        """A request begins."""
        super().on_message_begin()
        self._begun = True
        self._taken += 1
        self._head_size = self._hosts = self._codings = 0
        if self._expects is _Part.NOTHING:
            self._expect(_Part.HEAD)

    def on_url(self, url: bytes) -> None:
        """A part of the address came."""
        self.url += url
        self._taken += 1
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
        if self._expects is _Part.HEAD:
            super().on_header(name, value)
            kind = self.headers[-1][0]
            if kind == b"host":
                self._hosts += 1
            elif kind == b"transfer-encoding":
                self._codings += 1 if value.strip().lower() == b"chunked" else 2

    def on_headers_complete(self) -> None:
        """The head is complete, and the application is asked."""
        # What llhttp lets pass, and others may read otherwise.
        if self._codings and (self._codings > 1 or self.parser.get_http_version() != "1.1"):
            raise _Refused(HTTPStatus.BAD_REQUEST, "wanted no Transfer-Encoding but chunked, once, in HTTP/1.1")
        if self._hosts != 1 and (self._hosts or self.parser.get_http_version() != "1.0"):
            raise _Refused(HTTPStatus.BAD_REQUEST, f"wanted one Host header, found {self._hosts or 'none'}")
        if not self.url.startswith(b"/") and self._asks_another():
            raise _Refused(HTTPStatus.BAD_REQUEST, "wanted the same host in the address and in the Host header")
        if self.parser.should_upgrade():
            if self.parser.get_method() == b"CONNECT":
                raise _Refused(HTTPStatus.METHOD_NOT_ALLOWED, "wanted a request of this service, found CONNECT")
            self._upgrading = True
            return
        if len(self.pipeline) >= self._limits.pipelined:
            raise _Refused(HTTPStatus.TOO_MANY_REQUESTS, f"wanted at most {self._limits.pipelined} requests at once")
        self._expect(_Part.BODY)
        self._body_size = 0
        super().on_headers_complete()

    def _asks_another(self) -> bool:
        """Whether a whole address names another host than the header, so that caches might take one for the other."""
        authority = self.url.partition(b"://")[2].partition(b"/")[0].lower()
        return bool(authority) and any(name == b"host" and value.lower() != authority for name, value in self.headers)

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
            self._expect(_Part.NOTHING)
            super().on_message_complete()

    def resume_writing(self) -> None:
        """The client takes what is sent to it."""
        self._stalled = 0
        super().resume_writing()

    def eof_received(self) -> None:
        """The client sends no more, and is taken for gone."""

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: ASGIApp) -> None:  # type: ignore[override]
        self._running = cycle
        super()._start_asgi_task(cycle, Run(cycle, app, self.cut))  # type: ignore[arg-type]

    def _look(self) -> None:
        """See once a second whether the client still does its part."""
        limits = self._limits
        self._looking = self.loop.call_later(limits.look, self._look)
        self._looks += 1
        self._look_at_writing()
        seconds = self._looks * limits.look
        if self._ending:
            if seconds > limits.linger:
                self.transport.abort()
        elif self._expects is _Part.HEAD:
            if (self.cycle is None or self.cycle.response_complete) and seconds > limits.head:
                self._too_slow("the head of a request")
        elif self._expects is _Part.BODY:
            if self.flow.read_paused:
                # We do not read, so the client cannot send.
                self._looks -= 1
            elif self.cycle.response_complete and seconds > limits.body + limits.linger:
                self.transport.abort()
            elif seconds > limits.body + self._body_size / limits.rate:
                self._too_slow("a body")

    def _look_at_writing(self) -> None:
        unsent = self.transport.get_write_buffer_size()
        if not unsent or unsent <= self._unsent - self._limits.rate * self._limits.look:
            self._stalled = 0
        else:
            self._stalled += 1
            if self._stalled * self._limits.look > self._limits.stalled:
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
            its_own = self._expects is _Part.BODY and not self.pipeline and not cycle.response_started
            if not its_own:
                # Words between the parts of another answer would be read as such.
                self.cut()
                return
            cycle.disconnected = True
            cycle.message_event.set()
        self._ending = True
        self._looks = 0
        self.transport.write(answer(status, detail))
        if self.transport.can_write_eof():
            self.transport.write_eof()
        self.flow.resume_reading()

    def cut(self) -> None:
        """End the connection so that nothing that was sent looks complete, in HTTP/1.0 either."""
        self._ending = True
        self._looks = 0
        if self.cycle is not None:
            self.cycle.disconnected = True
            self.cycle.message_event.set()
        found = self.transport.get_extra_info("socket")
        if found is not None:
            found.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        self.transport.abort()


def _idle(one: Guarded) -> float:
    return one.idle


def _is_own(peer: str) -> bool:
    return peer.startswith("127.") or peer in ("", "::1", "::ffff:127.0.0.1")


def _too_large(limits: Limits) -> tuple[HTTPStatus, str]:
    most = f"at most {limits.headers} headers of {limits.head_size:,} bytes together"
    return HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, f"wanted {most}, found more"
