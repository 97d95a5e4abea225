"""What the service can be asked; one job a module, found by its name.

A job is a module here with ``answer(snapshot, asked)``. It runs in a process that reads one snapshot and knows nothing
of HTTP but what :mod:`kg.service.asking` has of it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module

from kg.service.asking import Answer, Asked
from kg.store import Snapshot


@cache
def load(name: str) -> Callable[[Snapshot, Asked], Answer]:
    """A job by its name.

    :raises ModuleNotFoundError: when there is none.
    """
    found: Callable[[Snapshot, Asked], Answer] = import_module(f"kg.service.jobs.{name}").answer
    return found
