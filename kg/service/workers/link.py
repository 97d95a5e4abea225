"""One worker process as the pool sees it: started, asked, and killed when it takes too long."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import socket
import tempfile
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from typing import Any, cast

from kg.service.asking import Asked
from kg.service.problems import Problem
from kg.service.workers import wire
from kg.service.workers.forks import FORKS, LOOKING, ORPHANED
from kg.service.workers.process import Order, Passed, run, too_much
from kg.service.workers.reply import Reply

# What the engine and its store say last when there is no memory left.
_OUT_OF_MEMORY = (b"memory allocation of", b"bad_alloc", b"Out of memory", b"Cannot allocate memory", b"MemoryError")
# Seconds that a process has to end in after it was hung up on.
LEAVING = 5.0
# Bytes of what it said last: with a trace of the calls, an abort of the engine says some 8 KB.
SAID = 64 << 10
_OUT = logging.getLogger("kg.service")


def was_short(said: bytes) -> bool:
    """Whether a process ended for want of memory, by what it said last."""
    return any(words in said for words in _OUT_OF_MEMORY)


def last_words(said: bytes) -> str:
    """The last line that a process said, for the log."""
    return next(reversed(said.decode(errors="replace").strip().splitlines()), "nothing was said")


def was_killed(code: int | None) -> bool:
    """Whether a process was ended by a stranger, by its exit code."""
    return code in (-signal.SIGKILL, -signal.SIGTERM, ORPHANED)


class Started:
    """A process that was just started, and our end of the connection to it.

    :ivar pid: its number; after it has ended, another process may get the same.
    """

    def __init__(self, order: Order, target: Callable[..., None] = run) -> None:
        """Start it; takes some 10 ms, so not for the thread of the event loop."""
        self.order = order
        self.ours, theirs = socket.socketpair()
        # A file without a name: a pipe would stop a process that says more than it holds.
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115
        self.process: BaseProcess = cast(
            "BaseProcess",
            FORKS.Process(target=target, args=(theirs, Passed(self._errors.fileno()), order), daemon=True),
        )
        with LOOKING:
            self.process.start()
        theirs.close()
        self.pid = self.process.pid or 0
        self._ended = False

    def end(self) -> tuple[int | None, bytes]:
        """Wait until it is gone: its exit code, below zero for a signal, and what it said last."""
        while not wait([self.process.sentinel], LEAVING):
            self.kill()
        with LOOKING:
            self.process.join()
            self._ended = True
        self._errors.seek(max(0, self._errors.seek(0, os.SEEK_END) - SAID))
        said = self._errors.read()
        self._errors.close()
        code = self.process.exitcode
        self.process.close()
        return code, said

    def kill(self) -> None:
        """End it at once, if it has not ended."""
        if not self._ended:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)


class Link(asyncio.Protocol):
    """The connection to a worker.

    :ivar opened: the snapshot it has open; None until it said so.
    :ivar reply: what it is answering; None when it has nothing to do.
    :ivar spent: whether another is to take its place.
    """

    def __init__(
        self,
        started: Started,
        idle: Callable[[Link], None],
        gone: Callable[[Link], None],
        damaged: Callable[[str, str], None] = lambda *_: None,
    ) -> None:
        self.started = started
        self.opened: wire.Opened | None = None
        self.reply: Reply | None = None
        self.spent = False
        self.snapshot = started.order.snapshot
        self._idle, self._gone, self._damaged = idle, gone, damaged
        self._frames = wire.Frames()
        self._transport: asyncio.Transport | None = None
        self._killed: Problem | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._loop = asyncio.get_running_loop()

    @property
    def pid(self) -> int:
        """Number of the process."""
        return self.started.pid

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport."""
        self._transport = cast("asyncio.Transport", transport)

    def ask(self, asked: Asked, reply: Reply, snapshot: str, seconds: float) -> None:
        """Give it work; it opens another snapshot before, if that is the one to read.

        :param seconds: after which it is killed.
        """
        self.reply = reply
        reply.slow, reply.leave = self._hold, self.abandon
        self.move(snapshot)
        self._write(wire.frame(wire.ASK, wire.encode(asked)))
        self._timer = self._loop.call_later(seconds, self._too_long, seconds)

    def move(self, snapshot: str) -> None:
        """Have it open another snapshot, unless it has it."""
        if self.snapshot != snapshot:
            self.snapshot = snapshot
            self._write(wire.frame(wire.OPEN, snapshot.encode()))

    def _write(self, data: bytes) -> None:
        if self._transport:
            self._transport.write(data)

    def data_received(self, data: bytes) -> None:
        """Take what it says."""
        try:
            for kind, payload in self._frames.feed(data):
                self._take(kind, payload)
        except wire.Odd as error:
            _OUT.error("worker %d: %s", self.pid, error)
            failed = "the process that worked on this failed; what it said is in the log of the service"
            self.kill(Problem(HTTPStatus.INTERNAL_SERVER_ERROR, failed, outcome="crash"))

    def _take(self, kind: int, payload: bytes) -> None:
        if kind == wire.OPENED:
            first, self.opened = self.opened is None, wire.opened_of(payload)
            # A newer one may have taken the place of the one it was told to open.
            self.snapshot = self.opened.snapshot
            if first:
                self._idle(self)
            return
        if kind == wire.DAMAGED:
            self._damaged(self.snapshot, payload.decode())
            return
        reply = self.reply
        if reply is None:
            return
        if kind == wire.WHOLE:
            head, end, body = wire.parts_of_whole(payload)
            self._over(end.spent)
            reply.begin(head, body, end)
        elif kind == wire.HEAD:
            reply.begin(wire.head_of(payload))
        elif kind == wire.PART:
            reply.part(payload)
        elif kind == wire.END:
            end = wire.end_of(payload)
            self._over(end.spent)
            reply.finish(end)
        elif kind == wire.CUT:
            self._over(spent=True)
            reply.fail(Problem(HTTPStatus.INTERNAL_SERVER_ERROR, payload.decode()))

    def _over(self, spent: bool) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None
        if self.reply:
            # From here on this process may work for somebody else.
            self.reply.slow, self.reply.leave = lambda _: None, lambda: None
        self.reply = None
        self.spent = self.spent or spent
        self._hold(slow=False)
        self._idle(self)

    def _hold(self, slow: bool) -> None:
        if self._transport and not self._transport.is_closing():
            (self._transport.pause_reading if slow else self._transport.resume_reading)()

    def _too_long(self, seconds: float) -> None:
        said = f"wanted an answer within {seconds:g} s, found none; ask for less at once, or ask a canned query"
        self.kill(Problem(HTTPStatus.GATEWAY_TIMEOUT, said, headers={"Retry-After": "60"}, outcome="timeout"))

    def abandon(self) -> None:
        """Nobody wants the answer any more."""
        self.kill(Problem(HTTPStatus.SERVICE_UNAVAILABLE, "the client went away", outcome="cancelled"))

    def kill(self, why: Problem) -> None:
        """End the process at once; what it was asked is answered with the reason."""
        self._killed = self._killed or why
        # An answer may be on its way still; after it there must be no further work for a process that is dead.
        self.spent = True
        if self.reply:
            self.reply.fail(why)
        self.started.kill()
        if self._transport:
            # Its end would not be seen while nothing is read, as of an answer that a client takes slowly.
            self._transport.abort()

    def close(self) -> None:
        """Hang up, upon which an idle process ends."""
        if self._transport:
            self._transport.close()

    def connection_lost(self, error: Exception | None) -> None:
        """Note that it is gone; why, is for the pool to find out."""
        del error
        if self._timer:
            self._timer.cancel()
        self._gone(self)

    async def verdict(self) -> Problem | None:
        """Why it ended; None where it was killed by a stranger, and what it was asked may be asked again.

        Wait for this before another is started in its place: then its memory is back.
        """
        code, said = await asyncio.to_thread(self.started.end)
        if self._killed:
            return self._killed
        if was_short(said):
            memory = too_much(self.started.order.memory)
            return Problem(HTTPStatus.INSUFFICIENT_STORAGE, memory, outcome="memory")
        if was_killed(code):
            return None
        if not self.spent:
            _OUT.error("worker %d: wanted to go on, ended with %s: %s", self.pid, code, last_words(said))
        if code is None or code >= 0:
            detail = "the process that worked on this failed; its last words are in the log of the service"
            return Problem(HTTPStatus.INTERNAL_SERVER_ERROR, detail, outcome="crash")
        detail = "the engine failed on this query; it may be nested too deeply"
        more: dict[str, Any] = {"signal": -code}
        return Problem(HTTPStatus.INTERNAL_SERVER_ERROR, detail, more=more, outcome="crash")
