"""What passes between the process that speaks HTTP and those that read the graph: what is asked, and the answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import IO, TypeAlias

from msgspec import Struct


class Operation(Struct, frozen=True, array_like=True):
    """A query and the dataset that it is asked over.

    :ivar default_graphs: IRIs of the graphs that are the default graph together; None for the knowledge graph, or
        what the query says itself.
    :ivar named_graphs: IRIs of the graphs that ``GRAPH`` reaches; None for all. Where one of the two is given, the
        other is given too, since the dataset is then exactly what the request says.
    """

    query: str
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None


class Asked(Struct, frozen=True, array_like=True):
    """One request, as far as the answer depends on it.

    :ivar job: name of a module of :mod:`kg.service.jobs`.
    :ivar path: of the address as it was sent, percent signs and all.
    :ivar fields: of the query part of the address, in order.
    :ivar accept: the header; None for anything.
    :ivar coding: of the body: ``gzip``, ``zstd`` or empty for none.
    :ivar base: address of the request, which relative addresses in a query are relative to.
    """

    job: str
    path: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    accept: str | None = None
    coding: str = ""
    base: str | None = None
    operation: Operation | None = None


# Writes a body into a file of bytes that it must not close, and tells how many rows a table had, if somebody counted;
# it may raise until it returns. It must not refer to its own answer: a cycle would keep a snapshot open.
Writing: TypeAlias = Callable[[IO[bytes]], int | None]


@dataclass(slots=True)
class Answer:
    """What a job gives.

    :ivar body: complete, or what writes it. What is written is sent as it comes, with its length where it is short;
        an error after the first part was sent makes the connection end before the answer does, so that nobody takes
        it for whole.
    :ivar headers: beside those of media type, length, coding and snapshot.
    """

    body: bytes | Writing
    media_type: str
    status: int = HTTPStatus.OK
    headers: Mapping[str, str] = field(default_factory=dict)
