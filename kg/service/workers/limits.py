"""What a process that answers strangers' queries may take and reach.

RLIMIT_AS counts virtual memory, of which a process that has a snapshot open and does nothing already has 600 to 900
MB; so the limit is what it measures of itself then, and the memory that a query may take on top.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys
from contextlib import suppress
from pathlib import Path

MB = 1 << 20
# Of <linux/sched.h> and <linux/prctl.h>.
_NEW_USER, _NEW_NET = 0x10000000, 0x40000000
_PARENT_DEATH_SIGNAL, _NO_NEW_PRIVILEGES = 1, 38


def confine() -> None:
    """No core dumps, no more rights than now, and an end with the process that started this one."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        libc.prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
        libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)


def without_network() -> bool:
    """Leave this process with a network that has nobody in it, this machine's own ports included.

    :returns: whether the machine allows that: as root, or where users may have namespaces of their own.
    """
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    return bool(libc.unshare(_NEW_NET) == 0 or libc.unshare(_NEW_USER | _NEW_NET) == 0)


def virtual_memory() -> int:
    """Bytes of virtual memory of this process; 0 where the system does not tell."""
    with suppress(OSError):
        return int(Path("/proc/self/statm").read_bytes().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    return 0


def resident_memory() -> int:
    """Bytes of this process that are in memory; 0 where the system does not tell."""
    with suppress(OSError):
        return int(Path("/proc/self/statm").read_bytes().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return 0


def limit_memory(megabytes: int | None) -> None:
    """Let this process grow by so much from what it has now; None for as much as there is."""
    most = resource.RLIM_INFINITY if megabytes is None else virtual_memory() + megabytes * MB
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
