"""The threads in which the engine puts its files together, and what they leave of the processor to loading."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_TASKS = Path("/proc/self/task")
# As RocksDB names the threads of its compactions.
_NAME = "rocksdb:low"
# A tenth of the share of another thread where both want a processor, and all of it where none does: what is put
# together after each load is put together again after the last, so what waits is saved. With a hundredth a build took
# as long, and a process may not always take back what it gave.
_LATER = 10


def after_loads() -> None:
    """Let the threads that are there leave the processor to those that load, where the system can tell them apart."""
    _set_priority(os.getpriority(os.PRIO_PROCESS, 0) + _LATER)


def as_any() -> None:
    """Let them have the same share as the thread that calls, where the process may say so."""
    _set_priority(os.getpriority(os.PRIO_PROCESS, 0))


def _set_priority(nice: int) -> None:
    with suppress(OSError):
        for task in _TASKS.iterdir():
            # Threads end, and may have been given less than may be taken back.
            with suppress(OSError):
                if (task / "comm").read_text().strip() == _NAME:
                    os.setpriority(os.PRIO_PROCESS, int(task.name), min(nice, 19))
