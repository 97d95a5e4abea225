"""Ctrl-C, a request to end, and a limit of time.

The engine answers a query in one call and lets no signal through until it is done.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

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
        timer.join()


class _Ended(KeyboardInterrupt):
    """Someone asked the process to end; what clears up after Ctrl-C clears up after this."""


@contextmanager
def ended_tidily() -> Iterator[None]:
    """Within it what is half written is removed before a request to end, such as SIGTERM, ends the process.

    For what is written beside its place: without, it would stay there, hidden and as large as it was. Elsewhere than in
    the main thread it does nothing, nor where another handles these signals.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    # One that is ignored, as with nohup, stays so.
    asked = [one for one in (signal.SIGTERM, signal.SIGHUP) if signal.getsignal(one) is signal.SIG_DFL]
    came: list[int] = []

    def end(number: int, _: object) -> None:
        # The first is answered; others would stop the clearing up.
        came.append(number)
        if len(came) == 1:
            raise _Ended

    for one in asked:
        signal.signal(one, end)
    try:
        yield
    finally:
        for one in asked:
            signal.signal(one, signal.SIG_DFL)
        if came:
            signal.raise_signal(came[0])


def _late(seconds: float) -> None:
    os.write(2, f"kg: no answer within {seconds:g} s, which --timeout allows\n".encode())
    os._exit(1)


def _end(waking: int, left: threading.Event) -> None:
    while number := os.read(waking, 1):
        if number[0] == signal.SIGINT and not left.wait(_SECONDS):
            os.write(2, b"kg: interrupted\n")
            os._exit(130)
