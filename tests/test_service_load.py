"""Some seconds of what ``make load`` does for five minutes."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked at in /proc")
def test_a_mixed_load_gets_no_wrong_answer_while_states_change_and_processes_are_killed():
    command = [sys.executable, "-m", "tests.fuzz.mixed", "10"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    found = re.search(r"(\d+) answers compared .* (\d+) wrong; (\d+) new states, (\d+) kills", done.stdout)
    assert found, done.stderr
    compared, wrong, changes, kills = map(int, found.groups())
    assert (done.returncode, wrong) == (0, 0), done.stderr
    assert min(compared, changes, kills) > 0, done.stdout
