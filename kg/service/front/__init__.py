"""What speaks HTTP: an ASGI application that opens no graph, and asks those that do."""

from __future__ import annotations

import asyncio
import functools
import gc
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from time import perf_counter

from kg.service.asgi import Receive, Scope, Send
from kg.service.front import giving, routes
from kg.service.front.cache import Cache, Kept
from kg.service.front.changes import Changes, refused_here, told
from kg.service.front.clients import Clients
from kg.service.front.counting import Counting
from kg.service.front.log import AccessLog, query_hash
from kg.service.front.metrics import Metrics
from kg.service.front.request import Request
from kg.service.problems import Cut, Gone, Problem
from kg.service.settings import Settings
from kg.service.tokens import authorised, token_of
from kg.service.workers.pool import Pool
from kg.service.workers.reply import Reply

# Seconds that reading a whole graph may take, which is 25 to 60 s a million statements; never on more than half of the
# workers, so that the others are there for queries.
DOWNLOAD = 1800.0
# Bytes of a question that are read without letting others go before, which takes 10 ms at worst; what is longer may
# take 0.7 s a MB, so it is read in a thread, one after the other.
LONG = 16_384
STYLE = Path(__file__).parent.parent / "style.css"


@functools.cache
def _style_sheet() -> bytes:
    return STYLE.read_bytes()


@dataclass(slots=True)
class Given:
    """What became of a request, for the log and the metrics."""

    route: str = ""
    status: int = 0
    size: int = 0
    rows: int | None = None
    cached: bool = False
    outcome: str = "ok"
    query: str | None = field(default=None, repr=False)


class Front:
    """The service as an ASGI application.

    :ivar pool: who answers.
    :ivar cache: the answers that were given last.
    """

    def __init__(self, settings: Settings) -> None:
        """Look at the store; workers start with the application.

        :raises StoreError: when nothing was ever published there, or a graph that is to be written is not ours.
        """
        self.settings = settings
        self.metrics = Metrics()
        # First, since it makes the graph where there is none.
        self._changes = Changes(settings) if settings.writable else None
        self.pool = Pool(settings)
        self._counting = Counting(settings)
        self.pool.moved = self._counting.renew
        self.cache = Cache(settings.cache << 20)
        self.log = AccessLog(settings.access_log)
        self._clients = Clients(settings)
        # What comes from the cache costs nothing, and counts only where all is counted.
        self._all_count = settings.rate is not None
        file = settings.metrics_token_file
        self._metrics_token = token_of(file) if file else None
        self._downloads = 0
        self._reading = asyncio.Lock()
        self._told = f"{settings.writable} {' '.join(settings.services)}"
        self._control = b"no-cache" if settings.writable else b"public, max-age=60"
        self._own: dict[bytes, Callable[[Request, Send, Given], Awaitable[None]]] = {
            b"/health": self._health,
            b"/ready": self._ready,
            b"/style.css": self._style,
            b"/metrics": self._metrics,
        }
        self.metrics.watch(
            workers_busy=lambda: self.pool.busy,
            workers_alive=lambda: self.pool.alive,
            queue_length=lambda: self.pool.waiting,
            cache_bytes=lambda: self.cache.size,
            snapshot=lambda: self.pool.snapshot,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or start and stop with the server."""
        if scope["type"] == "http":
            await self._request(scope, receive, send)
        elif scope["type"] == "lifespan":
            await self._lifespan(receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close"})

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        await receive()
        await self.start()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self.close()
        await send({"type": "lifespan.shutdown.complete"})

    async def start(self) -> None:
        """Start the workers."""
        # What was imported stays: without looking through it each time, the collector takes less of an answer.
        gc.freeze()
        await self.pool.start()
        self._counting.renew(self.pool.snapshot)

    async def close(self) -> None:
        """End whatever runs."""
        await self._counting.close()
        if self._changes:
            await self._changes.close()
        await self.pool.close()
        self.log.close()

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        begin, admitted = perf_counter(), False
        request, given = Request(scope), Given()
        found = self.cache.get(self.pool.snapshot, request.key) if request.method in ("GET", "HEAD") else None
        counts = request.path not in self._own and (found is None or self._all_count)
        client = self._clients.address(scope) if counts else None
        try:
            if client is not None:
                self._clients.admit(client)
                admitted = True
            if found is not None:
                given.route, given.rows, given.cached = found.route, found.rows, True
                given.size = await giving.kept(send, request, found)
                given.status = found.status
            else:
                await self._asked(request, receive, send, given)
        except Gone:
            given.outcome = "cancelled"
        except Problem as refused:
            given.status, given.outcome = int(refused.status), refused.outcome
            given.size = await giving.problem(send, request, refused)
        except Cut:
            given.outcome = "cut"
            raise
        except asyncio.CancelledError:
            given.outcome = "stopped"
            raise
        except Exception:
            given.outcome = "bug"
            raise
        finally:
            if admitted and client is not None:
                self._clients.release(client)
            self._note(request, given, perf_counter() - begin)

    def _note(self, request: Request, given: Given, seconds: float) -> None:
        """Tell the log and the figures."""
        self.metrics.answered(given.route, given.status, seconds, given.size, given.cached)
        if given.outcome != "ok":
            self.metrics.outcome(given.outcome)
        self.log.line(
            method=request.method,
            route=given.route,
            status=given.status,
            ms=seconds * 1000,
            size=given.size,
            query_hash=query_hash(given.query) if given.query is not None else None,
            rows=given.rows,
            cached=given.cached,
            outcome=given.outcome,
            snapshot=self.pool.snapshot,
        )

    async def _asked(self, request: Request, receive: Receive, send: Send, given: Given) -> None:
        path, method = request.path, request.method
        given.route = path.decode("latin-1") if path in self._own else ""
        allowed = routes.methods(path, writable=self.settings.writable)
        if method == "OPTIONS":
            await self._options(send, allowed, given)
        elif path in routes.UPDATE and not self._changes:
            raise refused_here()
        elif method not in allowed:
            detail = f"wanted {' or '.join(allowed) or 'nothing'} here, found {method}"
            raise Problem(HTTPStatus.METHOD_NOT_ALLOWED, detail, headers={"Allow": ", ".join((*allowed, "OPTIONS"))})
        elif path in self._own:
            await self._own[path](request, send, given)
        elif self._changes and self._changes.concern(request):
            await self._change(self._changes, request, receive, send, given)
        else:
            await self._read(request, receive, send, given)

    async def _read(self, request: Request, receive: Receive, send: Send, given: Given) -> None:
        """Have a request answered that changes nothing."""
        body = await request.body(receive, self.settings.largest_query) if request.method == "POST" else b""
        if len(body) + len(request.query) <= LONG:
            route = self._understood(request, body)
        else:
            async with self._reading:
                route = await asyncio.to_thread(self._understood, request, body)
        if route is None:
            if self._changes:
                await self._change(self._changes, request, receive, send, given, body)
            return
        given.route = route.name
        given.query = route.asked.operation.query if route.asked.operation else None
        lasting = route.asked.job == "graph" and self._downloads < self.pool.number // 2
        self._downloads += lasting
        try:
            reply = self.pool.ask(route.asked, max(DOWNLOAD, self.settings.timeout) if lasting else None)
            watch = giving.Watch(reply, receive)
            try:
                await self._give(request, send, given, route, reply)
            finally:
                watch.stop()
        finally:
            self._downloads -= lasting

    def _understood(self, request: Request, body: bytes) -> routes.Route | None:
        """What is asked; None for a change."""
        if self._changes and request.method == "POST" and self._changes.is_update(request, body):
            return None
        return routes.read(request, body, self.settings, self._counting.text)

    async def _change(
        self, changes: Changes, request: Request, receive: Receive, send: Send, given: Given, body: bytes | None = None
    ) -> None:
        """Have a change made; whoever asks after it is told finds it made."""
        given.route = "/gsp" if request.path.startswith(routes.GSP) else "/update"
        answer = await changes.made(request, receive, body)
        await self.pool.renewed()
        given.status, given.size = int(answer.status), await told(send, answer)

    async def _give(self, request: Request, send: Send, given: Given, route: routes.Route, reply: Reply) -> None:
        """Pass an answer on, and keep it where that makes sense."""
        head = await reply.head()
        control = dict(head.headers).get("cache-control")
        keep = route.keep and head.status == HTTPStatus.OK and control != "no-store"
        etag = giving.etag_of(request, route, head, self._told) if keep and request.method != "POST" else b""
        headers = giving.headers_of(head, etag, self._control if keep or control else b"no-store")
        given.status, given.outcome = head.status, head.outcome
        if giving.is_known(request, etag):
            if reply.end is None:
                reply.leave()
            given.status = HTTPStatus.NOT_MODIFIED
            await giving.unchanged(send, headers)
            return
        if reply.whole is None:
            given.size = await giving.body_of(send, request, reply, headers, head.status)
        else:
            rows = reply.end.rows if reply.end else None
            found = Kept(head.status, headers, reply.whole, etag, route.name, rows, request.size)
            if keep and request.method != "POST" and head.tag.startswith(self.pool.snapshot + "-"):
                self.cache.put(self.pool.snapshot, request.key, found)
            given.size = await giving.kept(send, request, found)
        given.rows = reply.end.rows if reply.end else None

    async def _options(self, send: Send, allowed: tuple[str, ...], given: Given) -> None:
        given.status = HTTPStatus.NO_CONTENT
        methods = ", ".join((*allowed, "OPTIONS")).encode()
        headers = [
            (b"allow", methods),
            (b"access-control-allow-methods", methods),
            (b"access-control-allow-headers", b"accept, authorization, content-type, if-none-match"),
            (b"access-control-max-age", b"86400"),
            *giving.SECURITY,
            *giving.ANY_ORIGIN,
        ]
        await giving.short(send, HTTPStatus.NO_CONTENT, headers)

    async def _health(self, request: Request, send: Send, given: Given) -> None:
        """The process lives."""
        await self._plain(request, send, given, b"alive\n")

    async def _ready(self, request: Request, send: Send, given: Given) -> None:
        """Some worker has a snapshot open, and none has met damage in it."""
        if not self.pool.alive or self.pool.damaged:
            raise Problem(HTTPStatus.SERVICE_UNAVAILABLE, self._unready(), headers={"Retry-After": "1"})
        await self._plain(request, send, given, f"ready {self.pool.snapshot}\n".encode())

    def _unready(self) -> str:
        snapshot = self.pool.snapshot
        if self.pool.damaged:
            return f"files of snapshot {snapshot} are damaged; what needs them is not answered, the log says more"
        if self.pool.in_vain:
            return f"no worker can open snapshot {snapshot}, {self.pool.in_vain} tried; the log says why"
        return "no worker has the graph open yet"

    async def _metrics(self, request: Request, send: Send, given: Given) -> None:
        """Figures, for whoever has the token; without one they are at a port of their own, or nowhere."""
        if self._metrics_token is None:
            raise Problem(HTTPStatus.NOT_FOUND, "figures are not shown here; kg serve --metrics-token-file FILE does")
        authorised(request.header(b"authorization"), self._metrics_token)
        body, kind = self.metrics.text()
        await self._plain(request, send, given, body, kind.encode())

    async def _style(self, request: Request, send: Send, given: Given) -> None:
        """The style sheet of all pages."""
        await self._plain(request, send, given, _style_sheet(), b"text/css; charset=utf-8", b"max-age=3600")

    async def _plain(
        self,
        request: Request,
        send: Send,
        given: Given,
        body: bytes,
        kind: bytes = b"text/plain; charset=utf-8",
        control: bytes = b"no-store",
    ) -> None:
        headers = [(b"content-type", kind), (b"cache-control", control), *giving.SECURITY]
        given.status = int(HTTPStatus.OK)
        given.size = await giving.short(send, given.status, headers, body, is_head=request.is_head)
