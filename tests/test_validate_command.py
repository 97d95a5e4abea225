"""``kg validate``: findings are written as they are made and counted by shape, however many there are."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from kg.cli import main
from kg.commands import output, validate
from kg.model.predicates import RDF_TYPE
from kg.model.slots import CLASSES
from tests.made_documents import built, made

DOCUMENTS = 12


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A graph of documents each of which says of a trial nothing but that it is one."""
    built(tmp_path, *(made(n, f"<urn:t{n}> <{RDF_TYPE}> <{CLASSES['Trial']}>") for n in range(DOCUMENTS)))
    return tmp_path


def asked(folder: Path, form: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = main(["validate", "--store", str(folder), "--format", form, "--workers", "1"])
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "table"])
def test_every_finding_is_a_row(form: str, faulty: Path, capsys: pytest.CaptureFixture[str]):
    code, out, said = asked(faulty, form, capsys)
    found = len(json.loads(out)) if form == "json" else out.count("\n") - 1
    assert code == 1
    assert found >= DOCUMENTS
    assert said.splitlines()[-1] == f"{DOCUMENTS} documents, {found} findings"
    assert "Trial" in said


def test_a_table_ends_and_says_how_many_are_left(
    faulty: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    _, out, said = asked(faulty, "csv", capsys)
    counts = said.splitlines()
    monkeypatch.setattr(validate, "SHOWN", 5)
    code, table, said = asked(faulty, "table", capsys)
    assert code == 1
    assert table.count("\n") == 6
    left = len(list(csv.reader(io.StringIO(out)))) - 1 - 5
    assert said.splitlines() == [
        *counts[:-1],
        f"{left} more findings are in no row; --format csv writes all",
        counts[-1],
    ]


@pytest.mark.parametrize("form", ["csv", "tsv", "json"])
def test_rows_are_written_as_they_come(form: str):
    out, sizes = io.StringIO(), []

    def rows() -> Iterator[output.Row]:
        for n in range(3):
            sizes.append(len(out.getvalue()))
            yield n, "a\nb"

    output.WRITERS[form](("n", "words"), rows(), out)
    assert sizes[0] < sizes[1] < sizes[2]


@pytest.mark.parametrize("rows", [[], [("a\nb", Decimal("1.5"))], [("é\\", {"x": [1, 2]}), (None, [])]])
def test_json_is_what_python_writes_at_once(rows: list[output.Row]):
    out = io.StringIO()
    output.write_json(("p", "q"), iter(rows), out)
    objects = [dict(zip("pq", row, strict=True)) for row in rows]
    assert out.getvalue() == json.dumps(objects, ensure_ascii=False, indent=1, default=float) + "\n"
