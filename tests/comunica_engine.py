"""Comunica as something that answers: one process of Node that reads exported files and is asked line by line.

https://comunica.dev/docs/query/getting_started/query_app/
"""

from __future__ import annotations

import fcntl
import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.query.answers import Table, Triples
from kg.query.remote import results

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = ROOT / "tests" / "comunica" / "ask.mjs"
# The newest that runs under the Node of Debian 12; 5.3.0 wants Node 22.
PACKAGE, VERSION = "@comunica/query-sparql-file", "4.5.0"
# What it depends on is as it was then.
BEFORE = "2026-11-01"
# Git ignores it.
INSTALLED = ROOT / "build" / f"comunica-{VERSION}"


def missing() -> str:
    """Why Comunica cannot be asked; empty when it can. The first time, npm installs it, which takes half a minute."""
    gone = [name for name in ("node", "npm") if not shutil.which(name)]
    if gone:
        return f"{', '.join(gone)} not installed: apt-get install nodejs npm"
    INSTALLED.mkdir(parents=True, exist_ok=True)
    with (INSTALLED / "lock").open("w") as lock:
        # Tests in several processes install it once.
        fcntl.flock(lock, fcntl.LOCK_EX)
        complete = INSTALLED / "complete"
        if not complete.exists():
            said = install()
            if said:
                return said
            complete.touch()
    return ""


def install() -> str:
    """Have npm install it; why it could not, empty when it could."""
    quiet = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error", "--ignore-scripts"]
    once = ["--omit=dev", "--fetch-retries=0", "--fetch-timeout=20000", f"--before={BEFORE}"]
    words = ["npm", "install", "--prefix", str(INSTALLED), *quiet, *once, f"{PACKAGE}@{VERSION}"]
    try:
        done = subprocess.run(words, cwd=INSTALLED, capture_output=True, text=True, check=False, timeout=300)
    except subprocess.TimeoutExpired:
        return f"{PACKAGE}@{VERSION} could not be installed in five minutes"
    lines = [line for line in done.stderr.splitlines() if line.strip()] or [f"npm ended with {done.returncode}"]
    return f"{PACKAGE}@{VERSION} could not be installed: {lines[0]}" if done.returncode else ""


class Comunica:
    """Comunica over one exported file.

    :ivar file: N-Triples, or N-Quads where queries look into named graphs.
    :ivar mended: whether its ``ORDER BY`` is mended, as the script says.
    """

    def __init__(self, process: subprocess.Popen[str], file: Path, mended: bool = True) -> None:
        self._process, self.file, self.mended = process, file, mended

    def answer(self, sparql: str) -> Table | bool | Triples:
        """The answer to one SELECT or ASK.

        :raises RuntimeError: with Comunica's own words.
        """
        assert self._process.stdin
        assert self._process.stdout
        asked = {"query": sparql, "file": str(self.file), "asItIs": not self.mended}
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        said = json.loads(self._process.stdout.readline() or '{"error": "Node has ended"}')
        if "error" in said:
            raise RuntimeError(said["error"])
        return results(said["results"])

    def over(self, file: Path) -> Comunica:
        """The same process over another file."""
        return Comunica(self._process, file, self.mended)

    def as_it_is(self) -> Comunica:
        """The same process with nothing mended."""
        return Comunica(self._process, self.file, mended=False)

    def close(self) -> None:
        """Nothing to let go of: :func:`running` ends the process."""


@contextmanager
def running(file: Path) -> Iterator[Comunica]:
    """A process that answers, ended afterwards."""
    with subprocess.Popen(
        ["node", str(SCRIPT)], cwd=INSTALLED, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield Comunica(process, file)
        finally:
            process.kill()
