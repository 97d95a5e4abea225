"""One worker process: started fresh, never forked, and served one batch after the other over a socket."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import socket
import traceback
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import resource_tracker
from typing import IO, Any, cast

from kg.errors import KgError

# A fresh interpreter: a forked one would inherit the lock of the store, and locks that other threads hold.
_CONTEXT = multiprocessing.get_context("spawn")
# What is sent at once of small parts; long texts go as they are, from where they stand to where they will stand.
BUFFER = 1 << 20


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
        ours, theirs = socket.socketpair()
        self._ours = as_file(ours)
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
            send(self._ours, arguments)
            done, value = pickle.load(self._ours)  # noqa: S301  (from our own process)
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise WorkerDied from error
        if not done:
            raise value
        return value

    def _await_ready(self) -> None:
        if self._ready:
            return
        try:
            self._ready = pickle.load(self._ours)  # noqa: S301
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
        with suppress(OSError):
            self._ours.close()


def as_file(end: socket.socket) -> IO[bytes]:
    """One end of a pair, to be read from and written to; it is closed with the file."""
    with end:
        return cast(IO[bytes], end.makefile("rwb", BUFFER))


def send(file: IO[bytes], value: object) -> None:
    """Send one object."""
    pickle.dump(value, file, pickle.HIGHEST_PROTOCOL)
    file.flush()


def serve(end: socket.socket, function: Callable[..., Any]) -> None:
    """Say that it is ready, and answer calls until the parent hangs up, be it because it was killed."""
    parent = as_file(end)
    with suppress(OSError):
        send(parent, True)
    kept = False
    while True:
        try:
            arguments = pickle.load(parent)  # noqa: S301  (from the process that started this one)
        except (EOFError, OSError, pickle.UnpicklingError):
            return
        try:
            answer = True, function(*arguments)
        except MemoryError:
            # As good as killed: the same batch may go well in a process that is given the machine alone.
            os._exit(1)
        except Exception as bug:
            answer = False, told(bug)
        try:
            send(parent, answer)
        except OSError:
            return
        del answer
        if not kept:
            # Modules and vocabulary stay: they need not be looked through for what may go.
            kept = True
            gc.freeze()


def told(bug: Exception) -> Exception:
    """An exception with the lines it was raised in, which do not travel between processes by themselves.

    One that cannot travel at all is told in its words: a process that ended over it would look like a killed one, and
    the document as what had killed it.
    """
    bug.add_note("".join(traceback.format_exception(bug)).rstrip())
    try:
        pickle.loads(pickle.dumps(bug))  # noqa: S301  (what was just packed)
    except Exception:
        plain = RuntimeError(f"{type(bug).__name__}: {bug}")
        for note in bug.__notes__:
            plain.add_note(note)
        return plain
    return bug
