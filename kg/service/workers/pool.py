"""The pool of workers: who is free, who waits, what is killed, and which snapshot is read."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus

from kg.errors import KgError, StoreError
from kg.service.asking import Asked
from kg.service.problems import Problem
from kg.service.settings import Settings
from kg.service.workers import forks
from kg.service.workers.link import Link, Started
from kg.service.workers.process import Order
from kg.service.workers.reply import Reply
from kg.store import current_id, damage, existing_id

# Seconds from one look at whether there is a newer snapshot to the next.
LOOK = 0.25
# A worker that cannot even start is tried again after so many seconds, and after twice as many each time up to these;
# at once where there is a newer snapshot.
AGAIN, SELDOM = 0.5, 60.0
_OUT = logging.getLogger("kg.service")


@dataclass(slots=True)
class _Waiting:
    asked: Asked
    reply: Reply
    seconds: float
    since: float = 0.0
    tries: int = 0
    timer: asyncio.TimerHandle | None = field(default=None)


class Pool:
    """Workers that read the newest snapshot of a store.

    :ivar snapshot: id of the one that is asked now.
    :ivar number: how many workers there are to be.
    :ivar failures: how many workers ended unasked, since the start.
    :ivar damaged: whether a worker could not read all of that snapshot.
    :ivar in_vain: how many workers ended since the last one that could open it.
    """

    def __init__(self, settings: Settings, *, keeps: bool = False) -> None:
        """Look at the store.

        :param keeps: whether workers may leave files beside the snapshots.
        :raises StoreError: when nothing was ever published there.
        """
        self.settings = settings
        self.snapshot = existing_id(settings.store)
        self.failures = 0
        self.damaged = False
        self.in_vain = 0
        self._renewed = asyncio.Event()
        self._keeps = keeps
        self.number = settings.processes
        # Called with the id of each newer snapshot.
        self.moved: Callable[[str], None] = lambda _: None
        self._links: set[Link] = set()
        self._free: list[Link] = []
        self._waiting: deque[_Waiting] = deque()
        self._working: dict[Link, _Waiting] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._starting = 0
        self._closed = False
        # Of two that look at once, the one that saw the older state must not have the last word.
        self._looking = asyncio.Lock()

    @property
    def alive(self) -> int:
        """How many workers have their snapshot open."""
        return sum(link.opened is not None for link in self._links)

    @property
    def busy(self) -> int:
        """How many of them work."""
        return len(self._working)

    @property
    def waiting(self) -> int:
        """How many requests wait for one."""
        return len(self._waiting)

    @property
    def pids(self) -> list[int]:
        """Numbers of the processes."""
        return [link.pid for link in self._links if link.pid]

    async def start(self) -> None:
        """Start the workers, and go on looking for newer snapshots; does not wait until they are ready."""
        await asyncio.to_thread(forks.prepare)
        self._fill()
        self._spawn(self._look())

    async def close(self) -> None:
        """Kill whatever runs, and wait until all processes are gone."""
        self._closed = True
        self._renewed.set()
        for work in self._waiting:
            work.reply.fail(_going_down())
        self._waiting.clear()
        for link in list(self._links):
            link.kill(_going_down())
        while self._links or self._starting:
            await asyncio.sleep(0.01)
        for task in list(self._tasks):
            task.cancel()

    def ask(self, asked: Asked, seconds: float | None = None) -> Reply:
        """Have a request answered, by the next worker that is free.

        :param seconds: that an answer may take; None for what the service is set to.
        :raises Problem: when too many wait already, or the pool is closed.
        """
        reply = Reply(asyncio.get_running_loop())
        work = _Waiting(asked, reply, seconds or self.settings.timeout)
        if self._closed:
            raise _going_down()
        if self._free:
            self._give(self._free.pop(), work)
        elif len(self._waiting) >= self.settings.queue:
            raise busy(f"{len(self._waiting)} requests wait already", outcome="queue_full")
        else:
            self._wait(work)
        return reply

    def _wait(self, work: _Waiting, *, first: bool = False) -> None:
        work.timer = asyncio.get_running_loop().call_later(self.settings.wait, self._waited, work)
        work.reply.slow, work.reply.leave = lambda _: None, lambda: self._forget(work)
        (self._waiting.appendleft if first else self._waiting.append)(work)

    async def renewed(self) -> str:
        """Look for a newer snapshot now; its id, or that of the one before."""
        async with self._looking:
            try:
                found = await asyncio.to_thread(current_id, self.settings.store)
            except StoreError:
                found = None
            if found and found != self.snapshot:
                self.snapshot = found
                self.damaged, self.in_vain = False, 0
                self._renewed.set()
                self._renewed = asyncio.Event()
                for link in self._free:
                    link.move(found)
                self.moved(found)
            return self.snapshot

    async def _look(self) -> None:
        while not self._closed:
            await self.renewed()
            await asyncio.sleep(LOOK)

    def _fill(self) -> None:
        while not self._closed and len(self._links) + self._starting < self.number:
            self._starting += 1
            self._spawn(self._begin())

    async def _begin(self) -> None:
        chosen = self.settings
        order = Order(
            chosen.store, self.snapshot, chosen.memory or None, network=bool(chosen.services), keeps=self._keeps
        )
        loop = asyncio.get_running_loop()
        try:
            started = await asyncio.to_thread(Started, order)
            _, link = await loop.create_unix_connection(
                lambda: Link(started, self._idle, self._gone, self._found_damaged), sock=started.ours
            )
            self._links.add(link)
            if self._closed:
                link.kill(_going_down())
        except (OSError, EOFError, KgError):
            await self._pause()
        finally:
            self._starting -= 1
            self._fill()

    async def _pause(self) -> None:
        """Wait before another worker is tried: longer each time, unless there is something new."""
        self.in_vain += 1
        # Of those that start together each counts.
        times = (self.in_vain - 1) // self.number
        with suppress(TimeoutError):
            await asyncio.wait_for(self._renewed.wait(), min(SELDOM, AGAIN * 2 ** min(times, 10)))

    def _found_damaged(self, snapshot: str, words: str) -> None:
        """A worker could not read all of its snapshot; said once of each."""
        if snapshot == self.snapshot and not self.damaged:
            self.damaged = True
            said = "snapshot %s: wanted to read it, found its files damaged, %s; %s"
            _OUT.error(said, snapshot, words, damage.MENDED)

    def _idle(self, link: Link) -> None:
        """A worker has nothing to do."""
        self.in_vain = 0
        self._working.pop(link, None)
        if link.spent or self._closed:
            link.close()
            return
        if self._waiting:
            work = self._waiting.popleft()
            if work.timer:
                work.timer.cancel()
            self._give(link, work)
        else:
            link.move(self.snapshot)
            self._free.append(link)

    def _give(self, link: Link, work: _Waiting) -> None:
        self._working[link] = work
        work.tries += 1
        link.ask(work.asked, work.reply, self.snapshot, work.seconds)

    def _gone(self, link: Link) -> None:
        if link in self._free:
            self._free.remove(link)
        self._spawn(self._bury(link))

    async def _bury(self, link: Link) -> None:
        """Find out why a worker ended, tell or try again, and put another in its place."""
        work = self._working.pop(link, None)
        if not link.spent and not self._closed:
            self.failures += 1
        why = await link.verdict()
        self._links.discard(link)
        if link.opened is None and not self._closed:
            await self._pause()
        if work and not (work.reply.end and work.reply.begun):
            self._answer_for(work, why)
        self._fill()

    def _answer_for(self, work: _Waiting, why: Problem | None) -> None:
        if why is None and work.tries < 2 and not work.reply.begun and not self._closed:
            # Killed by a stranger, such as a system short of memory: what it was asked may not be to blame.
            if self._free:
                self._give(self._free.pop(), work)
            else:
                self._wait(work, first=True)
            return
        why = why or Problem(
            HTTPStatus.SERVICE_UNAVAILABLE, "the process that worked on this was killed", outcome="killed"
        )
        work.reply.fail(why)

    def _waited(self, work: _Waiting) -> None:
        if work in self._waiting:
            self._waiting.remove(work)
            work.reply.fail(busy(f"this one waited {self.settings.wait:g} s", outcome="queue_wait"))

    def _forget(self, work: _Waiting) -> None:
        if work in self._waiting:
            self._waiting.remove(work)
        if work.timer:
            work.timer.cancel()

    def _spawn(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _going_down() -> Problem:
    return Problem(HTTPStatus.SERVICE_UNAVAILABLE, "the service is going down", outcome="stopped")


def busy(why: str, outcome: str) -> Problem:
    """Too many ask at the same time."""
    detail = f"wanted a process that is free, found none: {why}"
    return Problem(HTTPStatus.SERVICE_UNAVAILABLE, detail, headers={"Retry-After": "5"}, outcome=outcome)
