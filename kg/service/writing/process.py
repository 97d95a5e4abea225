"""The process that writes: it alone holds the graph for writing, and makes one change after the other."""

from __future__ import annotations

import errno
import socket
from contextlib import ExitStack
from http import HTTPStatus

import msgspec

from kg.errors import KgError
from kg.service.asking import Answer
from kg.service.problems import Problem
from kg.service.workers import limits, wire
from kg.service.workers.process import Order
from kg.service.workers.sending import head_of, whole_answer
from kg.service.writing.changes import Begun, Stored, Updated, made
from kg.store import current_id
from kg.store.editing import Editing, create, editing

change_of = msgspec.msgpack.Decoder(Stored | Updated | Begun).decode


def run(connection: socket.socket, errors: int, order: Order) -> None:
    """Make changes until the other side hangs up.

    :param errors: the descriptor of the file that whatever the engine says last goes to, to be passed on.
    """
    limits.begin(errors)
    limits.without_network()
    with ExitStack() as held:
        Scribe(connection, order, held).serve()


class Scribe:
    """What the process keeps from one change to the next."""

    def __init__(self, connection: socket.socket, order: Order, held: ExitStack) -> None:
        self._connection = connection
        self._order = order
        self._held = held
        self._editor: Editing | None = None
        self._allowance = limits.Allowance(order.memory)

    def serve(self) -> None:
        """Make changes until the other side hangs up, or there is no memory left."""
        incoming = wire.Incoming(self._connection)
        while (found := incoming.next()) is not None:
            try:
                self._give(self._answer(found[1]), spent=self._allowance.spent())
            except Problem as problem:
                self._give(problem.answer(), spent=self._allowance.spent())
            except MemoryError:
                self._give(Problem(HTTPStatus.INSUFFICIENT_STORAGE, too_much(self._order.memory)).answer(), spent=True)

    def _answer(self, payload: bytes) -> Answer:
        change = change_of(payload)
        try:
            if self._editor is None or isinstance(change, Begun):
                self._editor = self._begin()
            return Answer(b"", "", HTTPStatus.NO_CONTENT) if isinstance(change, Begun) else made(self._editor, change)
        except KgError as error:
            raise Problem(_status_of(error), f"nothing was changed: {error}", outcome="failed") from error

    def _begin(self) -> Editing:
        """Take the graph, which is made where there is none, for as long as this process lives."""
        if current_id(self._order.store) is None:
            create(self._order.store)
        editor = self._held.enter_context(editing(self._order.store))
        editor.open()
        self._allowance.hold()
        return editor

    def _give(self, answer: Answer, *, spent: bool) -> None:
        body = answer.body if isinstance(answer.body, bytes) else b""
        whole_answer(self._connection, head_of(answer, ""), body, "", wire.End(None, spent))


def _status_of(error: KgError) -> HTTPStatus:
    full = isinstance(error.__cause__, OSError) and error.__cause__.errno in (errno.ENOSPC, errno.EDQUOT)
    # The engine's own errors have no number.
    full = full or "No space left" in str(error) or "quota" in str(error)
    return HTTPStatus.INSUFFICIENT_STORAGE if full else HTTPStatus.INTERNAL_SERVER_ERROR


def too_much(memory: int | None) -> str:
    """What is said when a change took more memory than it may."""
    return f"nothing was changed: this needs more than the {memory} MB that a change may take; send less at once"
