"""One worker process: started fresh, never forked, and served one batch after the other over a pipe."""

from __future__ import annotations

import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from typing import Any

from kg.errors import KgError

# A fresh interpreter: a forked one would inherit the lock of the store, and locks that other threads hold.
_CONTEXT = multiprocessing.get_context("spawn")


class WorkerDied(Exception):
    """The process ended before it answered: killed, out of memory, or a fault in native code."""


class Worker:
    """A process that calls one function.

    :ivar pid: its number.
    """

    def __init__(self, function: Callable[..., Any]) -> None:
        """Start it.

        :param function: of a module, since it travels by name.
        """
        self._ours, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=serve, args=(theirs, function), daemon=True)
        # Before, since starting it lets the signal through again that is held back below.
        resource_tracker.ensure_running()
        # Inherited: Ctrl-C reaches the whole group of processes, and ending this one is for the parent to do.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            self._process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            theirs.close()
        self.pid = self._process.pid
        self._ready = False

    def call(self, *arguments: object) -> Any:  # noqa: ANN401
        """What the function returns, or raises.

        :raises WorkerDied: when the process ended on the way.
        :raises KgError: when it ended by itself before it could take any work.
        """
        try:
            self._await_ready()
            self._ours.send(arguments)
            done, value = self._ours.recv()
        except (EOFError, OSError) as error:
            raise WorkerDied from error
        if not done:
            raise value
        return value

    def _await_ready(self) -> None:
        if self._ready:
            return
        try:
            self._ready = self._ours.recv()
        except (EOFError, OSError):
            self._process.join()
            # A signal may come at any time; an exit is a process that will not start however often it is tried.
            if (self._process.exitcode or 0) < 0:
                raise
            raise KgError(
                "wanted worker processes, found that they cannot start: they import the program that runs them, so it"
                " has to be a file that they can read, with its work below `if __name__ == '__main__':`"
            ) from None

    def kill(self) -> None:
        """End it at once, whatever it does; a call in another thread then raises :class:`WorkerDied`."""
        self._process.kill()

    def end(self) -> None:
        """Kill it and wait until it is gone."""
        self._process.kill()
        self._process.join()
        self._ours.close()


def serve(parent: Connection, function: Callable[..., Any]) -> None:
    """Say that it is ready, and answer calls until the parent hangs up, be it because it was killed."""
    with suppress(OSError):
        parent.send(True)
    while True:
        try:
            arguments = parent.recv()
        except (EOFError, OSError):
            return
        try:
            answer = True, function(*arguments)
        except MemoryError:
            # As good as killed: the same batch may go well in a process that is given the machine alone.
            os._exit(1)
        except Exception as bug:
            answer = False, told(bug)
        try:
            parent.send(answer)
        except OSError:
            return


def told(bug: Exception) -> Exception:
    """An exception with the lines it was raised in, which do not travel between processes by themselves."""
    bug.add_note("".join(traceback.format_exception(bug)).rstrip())
    return bug
