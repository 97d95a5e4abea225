"""An answer as it arrives from a worker, for the one who passes it on."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable

from kg.service.problems import Cut, Gone, Problem
from kg.service.workers.wire import End, Head

# Of a long answer so much is kept here while a client reads slowly; beyond it the worker waits.
MOST_KEPT = 4 << 20


class Reply:
    """Head, then a whole body or parts.

    :ivar whole: the body where it came at once; None where it comes in parts.
    :ivar end: what is known when all of it is here.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._head: asyncio.Future[Head] = loop.create_future()
        self._parts: deque[bytes] = deque()
        self._kept = 0
        self._news: asyncio.Future[None] | None = None
        self._broken: Exception | None = None
        self._loop = loop
        self.whole: bytes | None = None
        self.end: End | None = None
        # Called when parts pile up here, and when they no longer do.
        self.slow: Callable[[bool], None] = lambda _: None
        # Called when nobody wants the rest.
        self.leave: Callable[[], None] = lambda: None

    @property
    def begun(self) -> bool:
        """Whether the head is here."""
        return self._head.done()

    async def head(self) -> Head:
        """Status and headers.

        :raises Problem: when there will be no answer.
        :raises Gone: when nobody waits for it any more.
        """
        return await self._head

    async def body(self) -> bytes:
        """All of the body.

        :raises Cut: when it ends before it is complete.
        """
        await self.head()
        return self.whole if self.whole is not None else b"".join([part async for part in self.parts()])

    async def parts(self) -> AsyncIterator[bytes]:
        """The body as it comes.

        :raises Cut: when it ends before it is complete.
        :raises Gone: when nobody waits for it any more.
        """
        while True:
            if isinstance(self._broken, Gone):
                raise self._broken
            while self._parts:
                part = self._parts.popleft()
                self._kept -= len(part)
                if self._kept <= MOST_KEPT // 2:
                    self.slow(False)
                yield part
            if self._broken:
                raise self._broken
            if self.end:
                return
            self._news = self._loop.create_future()
            await self._news

    def begin(self, head: Head, whole: bytes | None = None, end: End | None = None) -> None:
        """Take the head, and for a short answer all the rest."""
        self.whole, self.end = whole, end
        if not self._head.done():
            self._head.set_result(head)

    def part(self, data: bytes) -> None:
        """Take a part of the body."""
        self._parts.append(data)
        self._kept += len(data)
        if self._kept > MOST_KEPT:
            self.slow(True)
        self._tell()

    def finish(self, end: End) -> None:
        """Take the end."""
        self.end = end
        self._tell()

    def abandon(self, why: Gone) -> None:
        """The client went away: end the query."""
        self._broken = why
        if not self._head.done():
            self._head.set_exception(why)
            self._head.exception()
        self._tell()
        self.leave()

    def fail(self, problem: Problem) -> None:
        """Take that there is no more: as an error where nothing was given yet, else as a cut."""
        if self._head.done():
            if not self._broken:
                self._broken = Cut(str(problem))
                # For whoever has given nothing of it away yet.
                self._broken.__cause__ = problem
            self._tell()
        else:
            self._head.set_exception(problem)
            # Retrieved here, since the one who asked may be gone.
            self._head.exception()

    def _tell(self) -> None:
        if self._news and not self._news.done():
            self._news.set_result(None)
