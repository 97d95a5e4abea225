"""Builds that kill their own process on the way; run by test_crash.py, each in a process of its own."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from types import FrameType

from kg.document import Document
from kg.store import layout, work
from kg.store.building import build
from kg.store.report import BuildReport
from tests.made_documents import RECIPE, built, made, run

DOCUMENTS = 6
# So that a few documents make several checkpoints.
HELD = 300


def state(version: int) -> list[tuple[str, Document]]:
    """Documents that all say the same version, of themselves and of things they share."""
    says = ("<@> <urn:v> {}", "<urn:shared> <urn:v> {}")
    literal = f'"{version}"'
    return [
        made(
            number,
            *(one.format(literal) for one in says),
            concludes=[f"<urn:concluded> <urn:v> {literal}"],
            version=f"{version:04d}",
        )
        for number in range(DOCUMENTS)
    ]


def resumable(folder: Path, version: int) -> BuildReport:
    """Build one version in a build that goes on where a killed one was."""
    return build(folder, lambda _: state(version), RECIPE, run=run, inputs=[str(version)])


class Calls:
    """Counts every call made from the store's code, and kills the process at one of them.

    :ivar made: how many there were.
    """

    def __init__(self, at: str) -> None:
        """Take the number of the call, or the name of the function that is called."""
        self.made = 0
        self._at = at
        self._code = os.path.dirname(layout.__file__)

    def count(self, frame: FrameType, event: str, _: object) -> None:
        """Take part in every call, as ``sys.setprofile`` has it."""
        if event in ("call", "c_call") and frame.f_code.co_filename.startswith(self._code):
            self.made += 1
            if str(self.made) == self._at or (event == "call" and frame.f_code.co_name == self._at):
                os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    """``FOLDER AT``: build version 1 and be killed at a call, or none for 0, and say how many there were.

    ``FOLDER loop FIRST``: build on and on. ``FOLDER AT again``: build version 1, or go on with it.
    """
    work.HELD_BYTES = HELD
    folder, at = Path(sys.argv[1]), sys.argv[2]
    if at == "loop":
        version = int(sys.argv[3])
        while True:
            built(folder, *state(version))
            print(version, flush=True)
            version += 1
    calls = Calls(at)
    sys.setprofile(calls.count)
    if sys.argv[3:] == ["again"]:
        resumable(folder, 1)
    else:
        built(folder, *state(1))
    sys.setprofile(None)
    print(calls.made)


if __name__ == "__main__":
    main()
