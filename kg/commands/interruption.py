"""Ctrl-C, and a limit of time, while the engine is at work.

It answers a query in one call and lets no signal through until it is done.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

# So long the main thread has to end by itself, when it is not in the engine.
_SECONDS = 0.3


@contextmanager
def ended_at_once() -> Iterator[None]:
    """Within it Ctrl-C ends the process with its line and 130, whatever the main thread is in.

    Only for what may be killed at any moment. Signals wake a thread by a pipe, which C writes to; Python would run its
    handler after the call. Elsewhere than in the main thread it does nothing.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    waking, woken = os.pipe()
    os.set_blocking(woken, False)
    left = threading.Event()
    thread = threading.Thread(target=_end, args=(waking, left), daemon=True)
    thread.start()
    before = signal.set_wakeup_fd(woken, warn_on_full_buffer=False)
    try:
        yield
    finally:
        signal.set_wakeup_fd(before)
        left.set()
        os.close(woken)
        thread.join()
        os.close(waking)


@contextmanager
def ended_tidily() -> Iterator[None]:
    """Within it a process that is told to end, or whose terminal is closed, ends as by Ctrl-C, but without a word.

    So files that are half written go. Elsewhere than in the main thread it does nothing, nor where another handles
    these signals, or nobody is to.
    """
    told = (signal.SIGTERM, signal.SIGHUP)
    main = threading.current_thread() is threading.main_thread()
    taken = [number for number in told if main and signal.getsignal(number) is signal.SIG_DFL]
    for number in taken:
        signal.signal(number, _unwind)
    try:
        yield
    finally:
        for number in taken:
            signal.signal(number, signal.SIG_DFL)


def _unwind(number: int, _: object) -> NoReturn:
    raise SystemExit(128 + number)


@contextmanager
def ended_after(seconds: float | None) -> Iterator[None]:
    """Within it the process ends with a line and 1 when the time is over, whatever the main thread is in.

    Only for what may be killed at any moment.

    :param seconds: None for no limit.
    """
    if seconds is None:
        yield
        return
    timer = threading.Timer(seconds, _late, (seconds,))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _late(seconds: float) -> None:
    os.write(2, f"kg: no answer within {seconds:g} s, which --timeout allows\n".encode())
    os._exit(1)


def _end(waking: int, left: threading.Event) -> None:
    while number := os.read(waking, 1):
        if number[0] == signal.SIGINT and not left.wait(_SECONDS):
            os.write(2, b"kg: interrupted\n")
            os._exit(130)
