"""The wheel, installed into an empty environment, builds the graph and answers: nothing it needs stayed behind."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command without anything of this checkout or environment on its paths; fail with what it printed."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run([str(c) for c in command], cwd=cwd, capture_output=True, text=True, check=False, env=clean)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT, cwd=folder)
    (found,) = folder.glob("trialgraph-*.whl")
    return found


def test_queries_tables_and_schema_travel_in_the_wheel(wheel: Path):
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder, inside in (("queries", "queries"), ("data/vocab", "vocab"), ("schema/generated", "schema")):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file():
                assert f"kg/_shipped/{inside}/{path.relative_to(ROOT / folder)}" in names


def test_tests_and_documents_do_not_travel(wheel: Path):
    assert not [n for n in zipfile.ZipFile(wheel).namelist() if n.startswith(("tests/", "data/"))]


def test_the_wheel_builds_the_graph_and_answers(wheel: Path, tmp_path: Path):
    run(sys.executable, "-m", "venv", tmp_path / "env", cwd=tmp_path)
    programs = tmp_path / "env" / "bin"
    run(programs / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, cwd=tmp_path)
    shutil.copytree(ROOT / "data" / "documents", tmp_path / "documents")
    run(programs / "kg", "build", "documents", cwd=tmp_path)
    answer = run(programs / "kg", "query", "trials_by_mechanism", "--mechanism", "SMAC mimetic", cwd=tmp_path)
    assert "NCT04643405" in answer
    assert "schema/Trial" in run(programs / "kg", "export", "--format", "nt", cwd=tmp_path)
