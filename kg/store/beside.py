"""What was found out about a snapshot after it was published, kept in its folder for as long as that is there."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from kg.store.snapshots import Snapshot


def read(snapshot: Snapshot, name: str) -> bytes | None:
    """A file that :func:`write` left in a snapshot; None where there is none or it cannot be read.

    :param name: of the file, such as :data:`kg.store.layout.COUNTS`.
    """
    try:
        return (snapshot.folder / name).read_bytes()
    except OSError:
        return None


def write(snapshot: Snapshot, name: str, content: bytes) -> bool:
    """Put a file in a snapshot, whole or not at all; several processes may do it at once, and the last one stays.

    :returns: False where it cannot be written: the folder may belong to someone else, or the disk be full.
    """
    try:
        with NamedTemporaryFile(dir=snapshot.folder, prefix=f"{name}.", delete=False) as new:
            path = Path(new.name)
            try:
                new.write(content)
                new.flush()
                # Others than its owner may serve the same snapshot.
                path.chmod(0o644)
                os.replace(path, snapshot.folder / name)
            except OSError:
                path.unlink()
                return False
    except OSError:
        return False
    return True
