"""Requests that change the graph: who may make them, and what is said when they are made."""

from __future__ import annotations

from http import HTTPStatus

from kg.errors import KgError
from kg.service import protocol
from kg.service.asgi import Receive, Send
from kg.service.asking import Answer, Asked
from kg.service.front import giving
from kg.service.front.request import CONDITIONS, Request
from kg.service.front.routes import GSP, SPARQL, UPDATE
from kg.service.problems import Problem
from kg.service.settings import Settings
from kg.service.tokens import authorised, token_of

WRITING = ("PUT", "POST", "DELETE")


class Changes:
    """Takes changes from whoever has the token."""

    def __init__(self, settings: Settings) -> None:
        """Take the graph for writing, or make an empty one where there is none.

        :raises KgError: without a token, or for a graph that ``kg build`` made or another process writes.
        """
        # Only here: it imports parsers, which a service that only reads starts 0.08 s earlier without.
        from kg.service.writing import Writer
        from kg.service.writing.protocol import is_update

        if settings.token_file is None:
            raise KgError("wanted --token-file with --writable, found none; everybody could change the graph")
        self._settings = settings
        self._token = token_of(settings.token_file)
        self._is_update = is_update
        self._writer = Writer(settings)
        self._writer.begin()

    async def close(self) -> None:
        """Wait for the change that is being made."""
        await self._writer.close()

    def concern(self, request: Request) -> bool:
        """Whether a request changes something, as far as can be told without its body."""
        path = request.path
        is_graph = path == GSP or path.startswith(GSP + b"/")
        return path in UPDATE or (is_graph and request.method in WRITING)

    def is_update(self, request: Request, body: bytes) -> bool:
        """Whether a POST to the endpoint of queries is an update."""
        return request.path in SPARQL and self._is_update(request.header(b"content-type") or "", body)

    async def made(self, request: Request, receive: Receive, body: bytes | None = None) -> Answer:
        """Make a change.

        :param body: where it was read already.
        :raises Problem: for whoever may not, and when the change could not be made.
        """
        authorised(request.header(b"authorization"), self._token)
        _unconditional(request)
        if body is None:
            is_text = request.path in UPDATE
            most = self._settings.largest_query if is_text else self._settings.largest_upload
            body = await request.body(receive, most)
        path = request.path.decode("latin-1")
        asked = Asked(
            job="",
            path=path,
            fields=tuple(protocol.fields(request.query)) if request.path.startswith(GSP) else (),
            base=request.root(self._settings.public) + path,
        )
        content_type = request.header(b"content-type") or ""
        return await self._writer.answered(request.method, asked, request.query, content_type, body)


def _unconditional(request: Request) -> None:
    """See that a change is wanted whatever there is now: what would be made in spite of its condition is lost work.

    :raises Problem: 412 for a condition, which nobody here looks at, 400 for a part of a graph.
    """
    for name in CONDITIONS:
        if request.header(name) is not None:
            detail = f"nothing was changed: conditions of changes are not looked at, found {name.decode()}"
            raise Problem(HTTPStatus.PRECONDITION_FAILED, detail)
    if request.header(b"content-range") is not None:
        raise Problem(HTTPStatus.BAD_REQUEST, "nothing was changed: wanted a whole graph, found content-range")


async def told(send: Send, answer: Answer) -> int:
    """Say that a change was made; the size of what is said."""
    body = answer.body if isinstance(answer.body, bytes) else b""
    headers = [
        *giving.encoded((name.lower(), value) for name, value in answer.headers.items()),
        giving.NOT_KEPT,
        *giving.SECURITY,
        *giving.ANY_ORIGIN,
    ]
    return await giving.short(send, answer.status, headers, body)


def refused_here() -> Problem:
    """What is said of changes where none are taken."""
    return Problem(HTTPStatus.FORBIDDEN, protocol.READ_ONLY)
