"""A process that reads one snapshot and answers one request after the other."""

from __future__ import annotations

import gc
import os
import socket
import zlib
from collections import deque
from collections.abc import Callable
from http import HTTPStatus
from multiprocessing.reduction import DupFd
from pathlib import Path
from time import monotonic
from typing import Any, cast

from msgspec import Struct
from pyoxigraph import QuerySolutions

from kg.errors import KgError
from kg.service import jobs
from kg.service.asking import Asked
from kg.service.problems import Problem
from kg.service.workers import limits, wire
from kg.service.workers.code import checksum
from kg.service.workers.fence import fence
from kg.service.workers.sending import Out, coding_for, file_of, head_of, refused, whole_answer
from kg.store import Snapshot, damage, open_snapshot
from kg.store.layout import MANIFEST

# Seconds that an answer may take before its memory is looked at, and after how many answers it is looked at anyway.
QUICK, EACH = 0.01, 64
# Bytes of a body that are sent as one; a longer one goes as it would if it were written bit by bit.
WHOLE = 1 << 20


class Order(Struct, frozen=True):
    """What a process is started with.

    :ivar memory: MB that a query may take; None for no limit.
    :ivar network: whether it may reach any.
    :ivar keeps: whether it may leave files beside the snapshots.
    """

    store: Path
    snapshot: str
    memory: int | None
    network: bool
    keeps: bool = False


def run(connection: socket.socket, errors: int, order: Order) -> None:
    """Answer until the other side hangs up.

    :param errors: the descriptor of the file that whatever the engine says last goes to, to be passed on.
    """
    limits.begin(errors)
    # What was imported stays; looking through it again and again takes some percent of small answers.
    gc.freeze()
    limits.limit_files()
    alone = not order.network and limits.without_network()
    fence([order.store] if order.keeps else [], network=order.network)
    Reader(connection, order, alone=alone).serve()


class Passed:
    """A descriptor in a form that a process can be started with, which gets the number of its own."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def __reduce__(self) -> tuple[Callable[[Any], int], tuple[Any]]:
        """While a process is started it travels with it; at any other time it would be fetched from a thread here."""
        return _received, (DupFd(self._descriptor),)


def _received(duplicate: Any) -> int:  # noqa: ANN401
    number: int = duplicate.detach()
    return number


class Reader:
    """What a process keeps from one request to the next."""

    def __init__(self, connection: socket.socket, order: Order, *, alone: bool) -> None:
        self._connection = connection
        self._order = order
        self._alone = alone
        self._snapshot = open_snapshot(order.store, order.snapshot)
        self._tag = ""
        self._allowance = limits.Allowance(order.memory)
        self._answered = 0
        self._begun = 0.0

    def serve(self) -> None:
        """Answer until the other side hangs up."""
        self._ready()
        incoming = wire.Incoming(self._connection)
        while (found := incoming.next()) is not None:
            kind, payload = found
            if kind == wire.OPEN:
                self._open(payload.decode())
            else:
                self._answer(wire.asked_of(payload))

    def _open(self, wanted: str) -> None:
        self._snapshot.close()
        limits.limit_memory(None)
        try:
            self._snapshot = open_snapshot(self._order.store, wanted)
        except KgError:
            # It went while the order was on its way: a newer one is there.
            self._snapshot = open_snapshot(self._order.store)
        self._ready()

    def _ready(self) -> None:
        # What is read once stays; the limit is for what comes on top.
        # Not with ASK, in which the engine never ends where the first files that it meets are damaged.
        deque(cast("QuerySolutions", self._snapshot.query("SELECT * { ?s ?p ?o } LIMIT 1")), 0)
        self._tag = tag_of(self._snapshot)
        self._allowance.hold()
        opened = wire.Opened(self._snapshot.id, self._tag, os.getpid(), not self._alone)
        self._connection.sendall(wire.frame(wire.OPENED, wire.encode(opened)))

    def _answer(self, asked: Asked) -> None:
        out, self._begun = None, monotonic()
        self._answered += 1
        try:
            answer = jobs.load(asked.job)(self._snapshot, asked)
            head, coding = head_of(answer, self._tag), coding_for(asked, answer)
            if isinstance(answer.body, bytes) and len(answer.body) <= WHOLE:
                whole_answer(self._connection, head, answer.body, coding, wire.End(None, self._spent()))
                return
            out, rows = Out(self._connection, head, coding), None
            if isinstance(answer.body, bytes):
                out.write(answer.body)
            else:
                rows = answer.body(file_of(out))
            out.finish(rows, spent=self._spent())
        except ConnectionError:
            raise SystemExit(0) from None
        except Problem as problem:
            self._fail(out, problem)
        except MemoryError:
            short = Problem(HTTPStatus.INSUFFICIENT_STORAGE, too_much(self._order.memory), outcome="memory")
            self._fail(out, short, spent=True)
        except (OSError, RuntimeError) as error:
            if damage.met(error):
                self._fail(out, self._damaged(error))
            elif isinstance(error, OSError):
                self._fail(out, self._failed(error), spent=True)
            else:
                raise

    def _damaged(self, error: BaseException) -> Problem:
        """What could not be read is for the log; whoever asked is told that there is something."""
        self._connection.sendall(wire.frame(wire.DAMAGED, str(error).encode()))
        detail = "wanted to read the graph, found its files damaged; the log of the service says which"
        return Problem(HTTPStatus.INTERNAL_SERVER_ERROR, detail, outcome="damaged")

    def _failed(self, error: OSError) -> Problem:
        """What the engine could not read, or the service that ``SERVICE`` called."""
        if self._order.network:
            detail = f"wanted an answer of the service that was called, found: {error}"
            return Problem(HTTPStatus.BAD_GATEWAY, detail, outcome="service")
        return Problem(HTTPStatus.INTERNAL_SERVER_ERROR, f"wanted to read the graph, found: {error}", outcome="crash")

    def _fail(self, out: Out | None, problem: Problem, *, spent: bool = False) -> None:
        if out and out.begun:
            self._connection.sendall(wire.frame(wire.CUT, str(problem).encode()))
            return
        refused(self._connection, problem, self._tag, wire.End(None, spent or self._spent()))

    def _spent(self) -> bool:
        # Looking costs 15 us, as much as a tenth of a small answer; what comes at once has not taken much.
        quick = monotonic() - self._begun < QUICK and self._answered % EACH
        return not quick and self._allowance.spent()


def tag_of(snapshot: Snapshot) -> str:
    """What tells a snapshot from all others, in other stores and read by other programs too.

    :returns: its number, and a checksum of its manifest and of our code.
    """
    return f"{snapshot.id}-{zlib.crc32((snapshot.folder / MANIFEST).read_bytes(), checksum()):08x}"


def too_much(memory: int | None) -> str:
    """What is said when a query took more memory than it may."""
    return (
        f"this query needs more than the {memory} MB that a query may take; ask for less at once (a LIMIT, no sorting)"
    )
