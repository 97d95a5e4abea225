"""What the system keeps a process from that reads strangers' queries, should one make the engine run code of its own.

Landlock, https://docs.kernel.org/userspace-api/landlock.html: of Linux 5.13, and more of it of each later version. A
process needs no rights to give rights up. It goes on reading whatever its user may read.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Sequence
from pathlib import Path

# Of <linux/landlock.h>; the numbers of the calls are the same for every processor that we know.
_CREATE, _ADD, _RESTRICT = 444, 445, 446
_VERSION, _BENEATH = 1, 1
_EXECUTE, _WRITE, _REMOVE_FILE, _MAKE_FILE = 1 << 0, 1 << 1, 1 << 5, 1 << 8
# All that changes a file or folder, in the first version and by those that know more.
_CHANGES = _WRITE | sum(1 << bit for bit in range(4, 13))
_LATER = {2: 1 << 13, 3: 1 << 14, 5: 1 << 15}
_KEEPS = _WRITE | _REMOVE_FILE | _MAKE_FILE
# Connecting to and listening at ports (4); reaching sockets without a file and sending signals (6).
_NETWORK, _OTHERS = 3, 3


def known() -> int:
    """Version of what this system knows of it; 0 for nothing."""
    if sys.platform != "linux":
        return 0
    found: int = ctypes.CDLL(None).syscall(_CREATE, None, 0, _VERSION)
    return max(0, found)


def fence(places: Sequence[Path] = (), *, network: bool = False) -> bool:
    """Let this process and its threads to come change no file, run no program and reach no other process.

    :param places: folders in which files may be made and replaced all the same.
    :param network: whether it may reach any.
    :returns: whether the system did so; :func:`known` tells how much of it. Otherwise all stays as it was.
    """
    version = known()
    if not version:
        return False
    call = ctypes.CDLL(None).syscall
    files = _EXECUTE | _CHANGES | sum(right for since, right in _LATER.items() if version >= since)
    wanted = struct.pack("QQQ", files, 0 if network or version < 4 else _NETWORK, _OTHERS if version >= 6 else 0)
    rules: int = call(_CREATE, wanted, 24 if version >= 6 else 16 if version >= 4 else 8, 0)
    if rules < 0:
        return False
    try:
        for place in places:
            _allow(call, rules, place, (_KEEPS | 1 << 14) & files)
        return bool(call(_RESTRICT, rules, 0) == 0)
    finally:
        os.close(rules)


def _allow(call: ctypes._NamedFuncPointer, rules: int, place: Path, rights: int) -> None:
    folder = os.open(place, os.O_PATH | os.O_DIRECTORY)
    try:
        call(_ADD, rules, _BENEATH, struct.pack("=Qi", rights, folder), 0)
    finally:
        os.close(folder)
