"""The code of this package as one archive, so that workers elsewhere run the very code that the driver runs."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import kg
from kg import shipped

# A date that is always the same, the first that an archive can hold: the same code makes the same archive.
_THEN = (1980, 1, 1, 0, 0, 0)


def write(folder: Path) -> Path:
    """Write the archive, named after its contents, as a wheel would install it: the shipped files are within it.

    What the package depends on is not in it; some of that is native code, which each machine must have itself.
    """
    members = sorted(_members())
    digest = hashlib.sha256()
    for name, path in members:
        digest.update(name.encode() + b"\0" + path.read_bytes())
    target = folder / f"trialgraph-{digest.hexdigest()[:16]}.zip"
    with zipfile.ZipFile(target, "w") as archive:
        for name, path in members:
            archive.writestr(zipfile.ZipInfo(name, _THEN), path.read_bytes(), zipfile.ZIP_DEFLATED, 1)
    return target


def _members() -> Iterator[tuple[str, Path]]:
    package = Path(kg.__file__).parent
    for path in package.rglob("*.py"):
        yield f"kg/{path.relative_to(package).as_posix()}", path
    for name, folder in (("queries", shipped.queries()), ("vocab", shipped.vocab()), ("schema", shipped.schema())):
        for path in folder.rglob("*"):
            if path.is_file():
                yield f"kg/_shipped/{name}/{path.relative_to(folder).as_posix()}", path


def echo(items: Iterable[object]) -> Iterator[object]:
    """On a worker: what it was given, to see that it has this package."""
    yield from items
