"""One builder at a time, and who it is."""

from __future__ import annotations

import fcntl
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from kg.errors import StoreError


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a store folder, which is made if need be, for one build.

    The lock goes with the process, however it ends. Workers must be spawned or come from a fork server: one that is
    forked from a builder inherits its lock.

    :raises StoreError: when another build holds it, saying which; and when the folder holds something else.
    """
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder}: wanted a folder for the graph, found a file")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / "lock").exists():
        raise StoreError(f"{folder}: wanted a graph or an empty folder, found a folder with other things in it")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / "lock").open("a+", encoding="utf-8")
    except OSError as error:
        raise StoreError(f"{folder}: wanted a folder to write the graph in, found {error.strerror}") from error
    with lock:
        _take(folder, lock)
        yield


def _take(folder: Path, lock: IO[str]) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        lock.seek(0)
        raise StoreError(f"{folder}: another build is running, {_holder(lock.read())}") from error
    lock.truncate(0)
    since = datetime.now(UTC).isoformat(timespec="seconds")
    lock.write(json.dumps({"host": socket.gethostname(), "pid": os.getpid(), "since": since}))
    lock.flush()


def _holder(written: str) -> str:
    try:
        said = json.loads(written)
        return f"process {said['pid']} on {said['host']} since {said['since']}"
    except (ValueError, KeyError):
        # Between taking the lock and saying who took it there is a moment.
        return "which has just started"
