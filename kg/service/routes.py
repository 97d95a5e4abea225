"""Which address is answered by what."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from http import HTTPStatus
from io import BytesIO
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.service import jobs, protocol
from kg.service.asking import Asked
from kg.service.engine import Engine
from kg.service.problems import Problem

STYLE = Path(__file__).parent / "style.css"
# A query of a megabyte is a mistake, or no friend.
MOST_BYTES = 1_000_000
ANY_ORIGIN = {"Access-Control-Allow-Origin": "*"}
SECURITY = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}


class Guarded:
    """Puts what keeps browsers out of trouble on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its answer back with more headers."""

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                more = [(name.lower().encode(), value.encode()) for name, value in SECURITY.items()]
                message["headers"] = [*message.get("headers", ()), *more]
            await send(message)

        await self._app(scope, receive, sending if scope["type"] == "http" else send)


def _base(request: Request) -> str:
    return str(request.url.replace(query="", fragment=""))


def _raw_path(request: Request) -> str:
    raw = request.scope.get("raw_path") or request.scope["path"].encode()
    return str(raw.partition(b"?")[0].decode("ascii", "replace"))


async def _body(request: Request) -> bytes:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"wanted at most {MOST_BYTES:,} bytes, found more")
    return body


async def _sparql(request: Request) -> Response:
    engine: Engine = request.app.state.engine
    if request.method == "POST":
        content_type = request.headers.get("content-type", "")
        operation = protocol.of_post(request.scope["query_string"], content_type, await _body(request))
    else:
        operation = protocol.of_get(request.scope["query_string"])
    answer = await run_in_threadpool(engine.answer, operation, _accept(request), _base(request))
    return Response(answer.body, headers={"Vary": "Accept"}, media_type=answer.media_type)


def _accept(request: Request) -> str | None:
    return ", ".join(request.headers.getlist("accept")) or None


async def _options(_: Request) -> Response:
    allowed = {
        "Access-Control-Allow-Methods": "GET, HEAD, POST",
        "Access-Control-Allow-Headers": "Accept, Content-Type",
    }
    return Response(status_code=HTTPStatus.NO_CONTENT, headers={**allowed, "Allow": "GET, HEAD, POST, OPTIONS"})


def _sparql_or_options(request: Request) -> Awaitable[Response]:
    return _options(request) if request.method == "OPTIONS" else _sparql(request)


async def _open_to_all(request: Request) -> Response:
    try:
        response = await _sparql_or_options(request)
    except Problem as problem:
        response = problem.response()
    response.headers.update(ANY_ORIGIN)
    return response


def _job(name: str) -> Callable[[Request], Awaitable[Response]]:
    """What passes a request to a job of :mod:`kg.service.jobs`."""

    async def passing(request: Request) -> Response:
        fields = tuple(protocol.fields(request.scope["query_string"]))
        asked = Asked(name, _raw_path(request), fields, _accept(request), base=_base(request))
        return await run_in_threadpool(_response, request.app.state.engine, asked)

    return passing


def _response(engine: Engine, asked: Asked) -> Response:
    with engine.snapshot() as snapshot:
        answer = jobs.load(asked.job)(snapshot, asked)
        body = answer.body
        if not isinstance(body, bytes):
            file = BytesIO()
            body(file)
            body = file.getvalue()
        # What writes may hold what the engine gave, which must go in this thread.
        return Response(body, answer.status, dict(answer.headers), answer.media_type)


async def _style(_: Request) -> Response:
    return Response(STYLE.read_bytes(), media_type="text/css", headers={"Cache-Control": "max-age=3600"})


async def _refused(_: Request, problem: Exception) -> Response:
    if not isinstance(problem, Problem):
        raise problem
    return problem.response()


async def _not_allowed(_: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    status = HTTPStatus(error.status_code)
    return Problem(status, error.detail, headers=error.headers).response()


def application(store_dir: Path | str) -> Starlette:
    """The service over the newest snapshot of a store, as an ASGI application.

    :raises StoreError: when nothing was ever published in the store.
    """
    read, ask = ["GET"], ["GET", "POST", "OPTIONS"]
    routes = [
        Route("/", _job("start"), methods=read),
        Route("/sparql", _open_to_all, methods=ask),
        Route("/sparql/", _open_to_all, methods=ask),
        Route("/query/{name}", _job("question"), methods=read),
        Route("/about", _job("about"), methods=read),
        Route("/style.css", _style, methods=read),
        Route("/gsp", _job("graph"), methods=read),
        Route("/gsp/{path:path}", _job("graph"), methods=read),
        Route("/{path:path}", _job("thing"), methods=read),
    ]
    handlers: dict[type[Exception] | int, Callable[[Request, Exception], Awaitable[Response]]] = {
        Problem: _refused,
        HTTPException: _not_allowed,
    }
    engine = Engine(store_dir)

    @asynccontextmanager
    async def closing(_: Starlette) -> AsyncIterator[None]:
        yield
        engine.close()

    service = Starlette(routes=routes, middleware=[Middleware(Guarded)], exception_handlers=handlers, lifespan=closing)
    service.state.engine = engine
    return service
