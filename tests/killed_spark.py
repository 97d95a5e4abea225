"""``kg`` with code that dies at some documents, in workers alone; run by test_spark.py in a process of its own.

What is in the archive of our code that workers are given is changed, and nothing of what runs here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from kg.cli import main
from kg.engines.cluster import package

FATAL = """
    documents = list(documents)
    if any(b"KILLS" in document.body for document in documents):
        import os
        os.kill(os.getpid(), 9)
    if any(b"EXHAUSTS" in document.body for document in documents):
        raise MemoryError
"""
_START = "    source = load(format_name)\n"


def deadly(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files of the archive, that of the pipeline changed."""
    for name, path in FILES():
        if name == "kg/pipeline.py":
            code = path.read_text(encoding="utf-8")
            assert _START in code
            changed = folder / "pipeline.py"
            changed.write_text(code.replace(_START, _START + FATAL), encoding="utf-8")
            yield name, changed
        else:
            yield name, path


FILES = package._members

if __name__ == "__main__":
    package._members = lambda: deadly(Path(sys.argv[1]))
    sys.exit(main(sys.argv[2:]))
