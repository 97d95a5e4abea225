"""Where worker processes come from: one process that has imported what they need, and opened nothing."""

from __future__ import annotations

import multiprocessing
import sys
import threading
from multiprocessing import forkserver, resource_tracker

FORKS = multiprocessing.get_context("forkserver")
# Starting one process looks whether others have ended, and of two that look at once one gets a wrong exit code.
LOOKING = threading.Lock()
# What is said of processes whose fork server was killed, upon which they end too.
ORPHANED = 255
_NEEDED = [
    *("kg.service.workers.process", "kg.service.workers.known"),
    *("kg.service.jobs.query", "kg.service.jobs.question", "kg.service.jobs.thing"),
]


def prepare() -> None:
    """Start it, so that workers need some 10 ms each; a worker also imports the program that is run."""
    main = getattr(sys.modules["__main__"], "__spec__", None)
    FORKS.set_forkserver_preload([*_NEEDED, "kg.cli", *([main.name] if main else [])])
    resource_tracker.ensure_running()
    forkserver.ensure_running()
