"""Which address is answered by which job, and what it is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from http import HTTPStatus

from kg.service import protocol
from kg.service.asking import Asked, Operation
from kg.service.front.request import Request
from kg.service.problems import Problem
from kg.service.settings import Settings

SPARQL = (b"/sparql", b"/sparql/", b"/query")
UPDATE = (b"/update", b"/update/")
GSP = b"/gsp"
_READ = ("GET", "HEAD")
_JOBS = {
    b"/": "start",
    b"/about": "about",
    b"/.well-known/void": "void",
    b"/.well-known/sparql-examples": "examples",
}
# What gives another answer each time may not be kept, nor named by a strong ETag. Too wide on purpose: what a template
# makes new nodes with (names, brackets, lists, reified statements) counts wherever it stands.
_FICKLE = re.compile(r"rand|now|uuid|bnode|\\u", re.IGNORECASE)
_MAKING = ("_:", "[", "(", "<<", "{|", "~")


@dataclass(frozen=True, slots=True)
class Route:
    """Where a request goes.

    :ivar name: for the log and the metrics.
    :ivar keep: whether two answers to the same are the same.
    """

    name: str
    asked: Asked
    keep: bool = True


def methods(path: bytes, *, writable: bool) -> tuple[str, ...]:
    """What can be done at an address."""
    if path in SPARQL:
        return (*_READ, "POST")
    if path in UPDATE:
        return ("POST",) if writable else ()
    if path == GSP or path.startswith(GSP + b"/"):
        return (*_READ, "PUT", "POST", "DELETE") if writable else _READ
    return _READ


def read(request: Request, body: bytes, settings: Settings, counts: str = "") -> Route:
    """The job for a request that only reads.

    :param body: of a POST; empty otherwise.
    :param counts: of the snapshot, for what describes it.
    :raises Problem: for what is no query, or one that is refused.
    """
    path, root = request.path, request.root(settings.public)
    if path in SPARQL:
        return _sparql(request, body, settings, root, counts)
    if path == GSP or path.startswith(GSP + b"/"):
        return Route("/gsp", _asked("graph", request, root))
    if path in (b"/.well-known/void", b"/.well-known/sparql-examples"):
        return Route(path.decode(), _asked(_JOBS[path], request, root, facts(settings, counts)))
    if path in _JOBS:
        return Route(path.decode(), _asked(_JOBS[path], request, root))
    if path.startswith(b"/query/"):
        return Route("/query/NAME", _asked("question", request, root))
    return Route("/THING", _asked("thing", request, root))


def facts(settings: Settings, counts: str) -> protocol.Fields:
    """What a service says of itself."""
    return [
        ("writable", "true" if settings.writable else "false"),
        ("public", settings.public or ""),
        *(("service", iri) for iri in settings.services),
        ("counts", counts),
    ]


def _sparql(request: Request, body: bytes, settings: Settings, root: str, counts: str) -> Route:
    if request.method == "POST":
        operation = protocol.of_post(request.query, request.header(b"content-type") or "", body, settings.services)
    elif not request.query:
        return Route("/sparql", _asked("describe", request, root, facts(settings, counts)))
    else:
        operation = protocol.of_get(request.query, settings.services)
    asked = Asked(
        job="query",
        path=request.path.decode("latin-1"),
        accept=request.header(b"accept"),
        coding=request.coding,
        base=root + request.path.decode("latin-1"),
        operation=operation,
    )
    return Route("/sparql", asked, keep=not is_fickle(operation) and not settings.services)


def is_fickle(operation: Operation) -> bool:
    """Whether a query may give another answer each time, of one and the same graph."""
    _, constructing, behind = operation.query.lower().partition("construct")
    return bool(_FICKLE.search(operation.query) or (constructing and any(sign in behind for sign in _MAKING)))


def _asked(job: str, request: Request, root: str, fields: protocol.Fields | None = None) -> Asked:
    path = request.path.decode("latin-1")
    if not path.isascii() or "\x00" in path:
        raise Problem(HTTPStatus.BAD_REQUEST, "wanted an address in ASCII, found other letters in it")
    return Asked(
        job=job,
        path=path,
        fields=tuple(protocol.fields(request.query) if fields is None else fields),
        accept=request.header(b"accept"),
        coding=request.coding,
        base=root + path,
    )
