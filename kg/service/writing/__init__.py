"""Writing over HTTP: SPARQL updates and the Graph Store Protocol, one change at a time, in a process of its own.

A change is published as a snapshot before it is answered. A process that takes too long or too much memory is killed;
what it did until then is thrown away by the next one, and the snapshot before stays the published one.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from http import HTTPStatus

import msgspec

from kg.errors import StoreError
from kg.service.asking import Answer, Asked
from kg.service.jobs.graph import ROOT
from kg.service.problems import Problem
from kg.service.settings import Settings
from kg.service.workers import forks, wire
from kg.service.workers.link import Started, last_words, was_killed, was_short
from kg.service.workers.process import Order
from kg.service.writing.changes import Begun, Stored, Updated
from kg.service.writing.process import run, too_much
from kg.service.writing.protocol import Update, graph_of, update_of
from kg.store import current_id
from kg.store.owner import refuse_built

__all__ = ["Update", "Writer"]
_OUT = logging.getLogger("kg.service")


class Writer:
    """Has changes made, one after the other.

    :ivar waiting: how many are made or wait.
    """

    def __init__(self, settings: Settings) -> None:
        """Look whether the graph may be written.

        :raises StoreError: for one that ``kg build`` made.
        """
        if current_id(settings.store) is not None:
            refuse_built(settings.store)
        self._settings = settings
        self._turn = asyncio.Lock()
        self._started: Started | None = None
        self._killed = False
        self.waiting = 0

    @property
    def pid(self) -> int | None:
        """Number of the process; None where none runs."""
        return self._started.pid if self._started else None

    def begin(self) -> None:
        """Take the graph for writing; where there is none, make an empty one. To be called before anybody reads it.

        :raises StoreError: when another process writes it, or it cannot be written.
        """
        forks.prepare()
        started = Started(self._order(), run)
        found = _exchanged(started, Begun())
        try:
            if found is None:
                raise StoreError(f"{self._settings.store}: wanted a process to write the graph, found that it ended")
            _answer(found[0], found[2])
        except (Problem, StoreError) as error:
            started.ours.close()
            started.end()
            raise StoreError(str(error).removeprefix("nothing was changed: ")) from error
        self._started = started

    async def start(self) -> None:
        """:meth:`begin`, while others go on."""
        async with self._turn:
            await asyncio.to_thread(self.begin)

    async def close(self) -> None:
        """Wait for the change that is being made, at most as long as it may take, and end the process."""
        async with self._turn:
            await self._end()

    async def answered(self, method: str, asked: Asked, query: bytes, content_type: str, body: bytes) -> Answer:
        """Do what a request asks for, whose sender may.

        :param asked: path, fields and address of the request.
        :param query: what follows the question mark in the address, as it was sent.
        :raises Problem: as for :meth:`update` and :meth:`store`.
        """
        if asked.path == ROOT or asked.path.startswith(f"{ROOT}/"):
            return await self.store(method, graph_of(method, asked), body, content_type, asked.base)
        return await self.update(update_of(query, content_type, body, asked.base))

    async def update(self, update: Update) -> Answer:
        """Have a SPARQL update done.

        :returns: an answer without a body; look for the new snapshot before it is given away.
        :raises Problem: when it was not done; 503 when others wait already, 504 and 507 when it took too much.
        """
        return await self._asked(Updated(update))

    async def store(self, method: str, graph: str | None, body: bytes, content_type: str, base: str | None) -> Answer:
        """Have one graph written by the Graph Store Protocol.

        :param method: ``PUT``, ``POST`` or ``DELETE``.
        :param graph: as :func:`kg.service.writing.protocol.graph_of` gives it.
        :param base: address of the request.
        :returns: 201 where the graph is new, else 204, with its address where it had none.
        :raises Problem: as for :meth:`update`; 404 where there is no graph to delete.
        """
        return await self._asked(Stored(method, graph, body, content_type, base))

    async def _asked(self, change: Stored | Updated) -> Answer:
        if self.waiting > self._settings.queue:
            raise _busy(f"{self.waiting} wait already", "queue_full")
        self.waiting += 1
        # A client that goes away does not take its turn with it: the change is made to its end.
        task = asyncio.ensure_future(self._in_turn(change))
        task.add_done_callback(self._left)
        return await asyncio.shield(task)

    def _left(self, task: asyncio.Task[Answer]) -> None:
        self.waiting -= 1
        # Retrieved here, since the one who asked may be gone.
        if not task.cancelled():
            task.exception()

    async def _in_turn(self, change: Stored | Updated) -> Answer:
        try:
            await asyncio.wait_for(self._turn.acquire(), self._settings.wait)
        except TimeoutError as error:
            raise _busy(f"this one waited {self._settings.wait:g} s", "queue_wait") from error
        try:
            return await self._made(change)
        finally:
            self._turn.release()

    async def _made(self, change: Stored | Updated) -> Answer:
        # Once more where a stranger killed the process, such as a system short of memory: the change may not be to
        # blame, and the process may have had nothing to do.
        found = await self._tried(change) or await self._tried(change)
        if found is None:
            detail = "nothing was changed: the process that worked on this was killed, and so was another one"
            raise Problem(HTTPStatus.SERVICE_UNAVAILABLE, detail, headers={"Retry-After": "5"}, outcome="killed")
        head, end, body = found
        if end.spent:
            await self._end()
        return _answer(head, body)

    async def _tried(self, change: Stored | Updated) -> tuple[wire.Head, wire.End, bytes] | None:
        """What the process gives; None where it was killed by a stranger before it changed anything."""
        before = current_id(self._settings.store)
        if self._started is None:
            self._started = await asyncio.to_thread(Started, self._order(), run)
        started = self._started
        self._killed = False
        timer = asyncio.get_running_loop().call_later(self._settings.timeout, self._too_long, started)
        try:
            found = await asyncio.to_thread(_exchanged, started, change)
        finally:
            timer.cancel()
        if found is None:
            why = await self._verdict(before)
            if why:
                raise why
        return found

    def _order(self) -> Order:
        return Order(self._settings.store, "", self._settings.memory or None, network=False)

    def _too_long(self, started: Started) -> None:
        self._killed = True
        started.kill()

    async def _verdict(self, before: str | None) -> Problem | None:
        """Why the process ended, and what became of the change; None where a stranger killed it and nothing did."""
        code, said = await self._end()
        now = current_id(self._settings.store)
        if now != before:
            # It ended between publishing and saying so.
            done = f"the change was made and published as snapshot {now}, but the process that made it ended"
            return Problem(HTTPStatus.INTERNAL_SERVER_ERROR, done, outcome="killed")
        if self._killed:
            detail = (
                f"nothing was changed: wanted the change made within {self._settings.timeout:g} s; send less at once"
            )
            return Problem(HTTPStatus.GATEWAY_TIMEOUT, detail, headers={"Retry-After": "60"}, outcome="timeout")
        if was_short(said):
            detail = too_much(self._settings.memory)
            return Problem(HTTPStatus.INSUFFICIENT_STORAGE, detail, outcome="memory")
        if was_killed(code):
            return None
        _OUT.error("the process that writes: wanted to go on, ended with %s: %s", code, last_words(said))
        why = "the process that worked on this failed; its last words are in the log of the service"
        if code is not None and code < 0:
            why = "the engine failed on this; it may be nested too deeply"
        return Problem(HTTPStatus.INTERNAL_SERVER_ERROR, f"nothing was changed: {why}", outcome="crash")

    async def _end(self) -> tuple[int | None, bytes]:
        """Hang up, upon which the process ends, and wait for that: only then may another take the graph."""
        started, self._started = self._started, None
        if started is None:
            return None, b""
        started.ours.close()
        return await asyncio.to_thread(started.end)


def _exchanged(started: Started, change: Stored | Updated | Begun) -> tuple[wire.Head, wire.End, bytes] | None:
    """Ask the process, and wait for its answer; None when it ended instead."""
    with suppress(OSError):
        started.ours.sendall(wire.frame(wire.ASK, msgspec.msgpack.encode(change)))
        found = wire.received(started.ours)
        return wire.parts_of_whole(found[1]) if found else None
    return None


def _answer(head: wire.Head, body: bytes) -> Answer:
    headers = {name: value for name, value in head.headers if name not in ("content-type", "content-length")}
    if head.status < HTTPStatus.BAD_REQUEST:
        return Answer(body, "", head.status, headers)
    said = msgspec.json.decode(body)
    more = {name: value for name, value in said.items() if name not in ("type", "title", "status", "detail")}
    raise Problem(HTTPStatus(head.status), said["detail"], more=more, headers=headers)


def _busy(why: str, outcome: str) -> Problem:
    detail = f"nothing was changed: changes are made one after the other, and {why}"
    return Problem(HTTPStatus.SERVICE_UNAVAILABLE, detail, headers={"Retry-After": "5"}, outcome=outcome)
