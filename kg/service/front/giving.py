"""How an answer is given to a client: headers that all have, the body as it comes, and no end that looks like one."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from hashlib import blake2b
from http import HTTPStatus

from kg.service.asgi import Receive, Send
from kg.service.front.cache import Kept
from kg.service.front.request import Request
from kg.service.front.routes import Route
from kg.service.problems import Cut, Gone, Problem
from kg.service.workers.reply import Reply
from kg.service.workers.wire import Head

Headers = list[tuple[bytes, bytes]]
# Nearly all answers are there by then; only for others it is worth to watch whether the client is still there.
SOON = 0.03
# Seconds that a query may go on after its client went away; clients who leave often would cost a process each.
GRACE = 0.2
# A client of HTTP/1.0 takes the end of the connection for the end of the answer, so it gets its length, or none.
MOST_FOR_OLD = 16 << 20
SECURITY: Headers = [
    (
        b"content-security-policy",
        b"default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
]
ANY_ORIGIN: Headers = [
    (b"access-control-allow-origin", b"*"),
    (b"cross-origin-resource-policy", b"cross-origin"),
    (b"access-control-expose-headers", b"content-location, etag, link, location, retry-after"),
]
OWN_ORIGIN: Headers = [(b"cross-origin-resource-policy", b"same-origin")]
VARY = (b"vary", b"Accept, Accept-Encoding")
NOT_KEPT = (b"cache-control", b"no-store")
# They never have a body; of a 204 a length may not even be told (RFC 9110, section 8.6).
WITHOUT_LENGTH = (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED)


def encoded(headers: Iterable[tuple[str, str]]) -> Headers:
    """Headers as they are sent."""
    return [(name.encode("latin-1"), value.encode("latin-1", "replace")) for name, value in headers]


def etag_of(request: Request, route: Route, head: Head, told: str) -> bytes:
    """A strong ETag: of the snapshot, of what was asked, and of the media type and coding of the answer.

    :param told: what the service was told to do, which it says of itself.
    """
    digest = blake2b(digest_size=12)
    kind = [value for name, value in head.headers if name in ("content-type", "content-encoding")]
    digest.update(repr((route.asked.job, route.asked.base, request.query, kind, told)).encode())
    return f'"{head.tag}-{digest.hexdigest()}"'.encode()


def is_known(request: Request, etag: bytes) -> bool:
    """Whether the client has this answer already (RFC 9110, section 13.1.2)."""
    known = request.header(b"if-none-match")
    if not known or not etag:
        return False
    tags = {one.strip().removeprefix("W/") for one in known.split(",")}
    return "*" in tags or etag.decode() in tags


def headers_of(head: Head, etag: bytes, control: bytes) -> Headers:
    """All headers of an answer."""
    headers = encoded(head.headers)
    given = {name for name, _ in headers}
    if b"cache-control" not in given:
        headers.append((b"cache-control", control) if head.status < HTTPStatus.BAD_REQUEST else NOT_KEPT)
    if etag:
        headers.append((b"etag", etag))
    headers = [one for one in headers if one[0] != b"vary"]
    is_page = any(name == b"content-type" and kind.startswith(b"text/html") for name, kind in headers)
    return [*headers, VARY, *SECURITY, *(OWN_ORIGIN if is_page else ANY_ORIGIN)]


async def kept(send: Send, request: Request, found: Kept) -> int:
    """Give an answer from the cache; its size."""
    if is_known(request, found.etag):
        return await unchanged(send, found.headers)
    await send({"type": "http.response.start", "status": found.status, "headers": found.headers})
    body = b"" if request.is_head else found.body
    await send({"type": "http.response.body", "body": body})
    return len(body)


async def unchanged(send: Send, headers: Headers) -> int:
    """Say that the client has the answer already."""
    left = [one for one in headers if one[0] not in (b"content-length", b"content-type", b"content-encoding")]
    return await short(send, HTTPStatus.NOT_MODIFIED, left)


async def short(send: Send, status: int, headers: Headers, body: bytes = b"", *, is_head: bool = False) -> int:
    """Give an answer that is all here; the size of its body, whether or not it is sent.

    :param headers: all but the length.
    """
    length = [] if status in WITHOUT_LENGTH else [(b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": int(status), "headers": [*headers, *length]})
    await send({"type": "http.response.body", "body": b"" if is_head else body})
    return len(body)


async def problem(send: Send, request: Request, refused: Problem) -> int:
    """Give a problem document; its size."""
    headers = [
        (b"content-type", b"application/problem+json"),
        *encoded((name.lower(), value) for name, value in refused.headers.items()),
        NOT_KEPT,
        VARY,
        *SECURITY,
        *ANY_ORIGIN,
    ]
    return await short(send, refused.status, headers, refused.document(), is_head=request.is_head)


class Watch:
    """Ends a query whose client goes away; looks only once an answer takes long."""

    def __init__(self, reply: Reply, receive: Receive) -> None:
        self._reply, self._receive = reply, receive
        self._task: asyncio.Task[None] | None = None
        self._later = asyncio.get_running_loop().call_later(SOON, self._begin)

    def _begin(self) -> None:
        self._task = asyncio.get_running_loop().create_task(self._wait())

    async def _wait(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass
        # Most answers come before a process could be replaced, which takes that long.
        await asyncio.sleep(GRACE)
        self._reply.abandon(Gone())

    def stop(self) -> None:
        """Look no more."""
        self._later.cancel()
        if self._task:
            self._task.cancel()


async def body_of(send: Send, request: Request, reply: Reply, headers: Headers, status: int) -> int:
    """Give a long answer as it comes; its size.

    :raises Cut: when it breaks off.
    :raises Gone: when the client went away.
    """
    if request.is_old:
        return await _collected(send, request, reply, headers, status)
    await send({"type": "http.response.start", "status": status, "headers": headers})
    if request.is_head:
        reply.leave()
        await send({"type": "http.response.body"})
        return 0
    size = 0
    async for part in reply.parts():
        await send({"type": "http.response.body", "body": part, "more_body": True})
        size += len(part)
    await send({"type": "http.response.body"})
    return size


async def _collected(send: Send, request: Request, reply: Reply, headers: Headers, status: int) -> int:
    found = bytearray()
    try:
        async for part in reply.parts():
            found += part
            if len(found) > MOST_FOR_OLD:
                reply.leave()
                detail = f"an answer of more than {MOST_FOR_OLD:,} bytes is given to clients of HTTP/1.1 only"
                raise Problem(HTTPStatus.HTTP_VERSION_NOT_SUPPORTED, detail)
    except Cut as cut:
        raise cut.__cause__ if isinstance(cut.__cause__, Problem) else cut from None
    return await short(send, status, headers, bytes(found), is_head=request.is_head)
