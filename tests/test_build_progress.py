"""How far a build is: shown on a terminal and nowhere else."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from kg.archives import Finished, Skipped
from kg.commands.progress import measured, rate, size_of
from kg.document import Document
from kg.errors import DocumentError

DOCUMENTS = Path(__file__).resolve().parents[1] / "data" / "documents"


def test_terminal_shows_documents_and_time_left(tmp_path: Path):
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "kg.cli", "build", str(DOCUMENTS), "--engine", "serial"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=theirs, stdout=subprocess.DEVNULL) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                break
            if not piece:
                break
            shown += piece
    os.close(ours)
    assert process.returncode == 0
    assert b"documents" in shown
    assert b"left" in shown
    assert b"published snapshot 0001" in shown


def test_total_is_what_is_in_the_files_unpacked(tmp_path: Path):
    (tmp_path / "a.json").write_bytes(b"x" * 10)
    with zipfile.ZipFile(tmp_path / "b.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("1.json", b"y" * 100_000)
    assert size_of([str(tmp_path)]) == 100_010


@pytest.mark.parametrize("name", ["c.gz", "c.tar.gz", "c.xz"])
def test_total_is_not_told_where_an_archive_does_not_tell_it(tmp_path: Path, name: str):
    (tmp_path / "a.json").write_bytes(b"x")
    (tmp_path / name).write_bytes(b"")
    assert size_of([str(tmp_path)]) is None
    assert size_of(["-"]) is None


@pytest.mark.parametrize(
    ("met", "expected"),
    [
        (("made", Document("1", b"abc")), (1, 3)),
        (Skipped("a.zip!/1", "zip 00000000 512", 3), (3, 512)),
        (Skipped("a.json", "file 512 1 2 3 4", 3), (3, 512)),
        (Finished("a.json", "file 512 1 2 3 4", 3), (0, 0)),
        (DocumentError("1", "broken", "wanted more"), (1, 0)),
    ],
    ids=["document", "member", "file", "finished", "reject"],
)
def test_what_is_met_counts_with_its_size(met: object, expected: tuple[int, int]):
    assert measured(met) == expected


def test_rate_is_told_after_a_second():
    assert (rate(10, None), rate(1000, 2.0)) == ("10 documents", "1,000 documents, 500 a second")
