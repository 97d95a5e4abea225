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

MB = 1 << 20
# A process that grew by this part of its limit goes, since freed memory seldom all comes back to the system.
SPENT = 0.5
# What an engine says last has some KB, counts of a graph some 100 KB.
LARGEST_FILE = 64 * MB
# Of <linux/sched.h> and <linux/prctl.h>.
_NEW_USER, _NEW_NET = 0x10000000, 0x40000000
_PAGE = os.sysconf("SC_PAGE_SIZE")
_PARENT_DEATH_SIGNAL, _NO_NEW_PRIVILEGES = 1, 38


def begin(errors: int) -> None:
    """What comes first in a process that works for others: signals, words for the log, and fewer rights.

    :param errors: descriptor of the file that whatever the engine says last goes to.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    os.dup2(errors, 2)
    os.close(errors)
    confine()


def confine() -> None:
    """No core dumps, no more rights than now, and an end with the process that started this one."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        libc.prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
        libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)


def limit_files() -> None:
    """Let no file grow beyond some MB: an engine that says the same for ever must not fill the disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))


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
    # Asked for every answer: 5 us so, 60 through a path object.
    with suppress(OSError):
        statm = os.open("/proc/self/statm", os.O_RDONLY)
        try:
            return int(os.read(statm, 64).split()[0]) * _PAGE
        finally:
            os.close(statm)
    return 0


def limit_memory(megabytes: int | None) -> None:
    """Let this process grow by so much from what it has now; None for as much as there is."""
    most = resource.RLIM_INFINITY if megabytes is None else virtual_memory() + megabytes * MB
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))


class Allowance:
    """What one request may take beyond what the process has when it begins to wait for them.

    :ivar megabytes: as set; None for no limit.
    """

    def __init__(self, megabytes: int | None) -> None:
        self.megabytes = megabytes
        self._idle = 0

    def hold(self) -> None:
        """Let the process grow from here by so much."""
        self._idle = virtual_memory()
        limit_memory(self.megabytes)

    def spent(self) -> bool:
        """Whether so much of it was taken for good that another process should take this one's place."""
        return self.megabytes is not None and virtual_memory() - self._idle > SPENT * self.megabytes * MB
