"""The day from which on records are wanted: one that there is, wherever the question is asked."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kg.cli import main
from tests.fetch_server import Service


@pytest.mark.parametrize("written", ["2026-02-30", "yesterday", "", "31.01.2026", "2026-01"])
def test_a_day_that_is_none_is_told(written: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        main(["fetch", "ctgov", "--all", "--since", written, "--to", str(tmp_path)])
    assert f"--since: wanted a day such as 2026-01-31, found {written!r}" in capsys.readouterr().err


@pytest.mark.parametrize("source", [["ctgov", "--all"], ["ctgov", "--query", "x"], ["pubmed", "--query", "x"]])
@pytest.mark.parametrize("ahead", [2, 70_000])
def test_a_day_to_come_is_told(
    service: Service, source: list[str], ahead: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    written = str(date.today() + timedelta(days=ahead))
    with pytest.raises(SystemExit) as ended:
        main(["fetch", *source, "--since", written, "--to", str(tmp_path), "--url", service.url])
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert f"--since: wanted a day that has begun somewhere, found {written}, and it is no later than 20" in told
    assert told.count("\n") == 1
    assert service.asked == []


def test_a_day_that_has_begun_in_the_east_is_taken(service: Service, tmp_path: Path):
    for day in {(datetime.now(UTC) + timedelta(hours=hours)).date() for hours in (-12, 0, 14)}:
        assert main(["fetch", "ctgov", "--all", "--since", str(day), "--to", str(tmp_path), "--url", service.url]) == 0
