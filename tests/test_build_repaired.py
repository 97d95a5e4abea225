"""Building again from a zip in which something was refused: it is refused in each build, and read once it is mended."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kg import archives
from kg.archives import limits
from kg.engines import serial
from kg.store.building import build
from tests.made_documents import RECIPE
from tests.test_archives_refused import NOISE, patched, tar_info, tar_of, zip_of
from tests.test_build_again import numbers


def article(number: int, *, long: bool = False) -> bytes:
    """A record of PubMed; a long one is more than is looked at of a file to know its format."""
    terms = b"".join(b"OT  - %b\n" % part.hex().encode() for part in NOISE[:3_000]) if long else b""
    return b"PMID- %d\nOWN - NLM\nTI  - A title.\n%b" % (number, terms)


def results(folder: Path, source: Path) -> tuple[tuple[int, ...], dict[str, int]]:
    """Build a file, and say what became of what is in it, and why something was refused."""
    report = build(folder, lambda known: archives.documents([str(source)], known), RECIPE, run=serial.run)
    return numbers(report), report.causes


def damaged(archive: bytearray) -> bytes:
    """A zip archive with other bytes in the midst of its first member, of which there is a checksum."""
    archive[5_000:5_100] = bytes(100)
    return bytes(archive)


def overlapped(archive: bytearray) -> bytes:
    """A zip archive whose second member says that it begins within the first."""
    second = archive.index(b"PK\x01\x02", archive.index(b"PK\x01\x02") + 1)
    archive[second + 42 : second + 46] = struct.pack("<I", 40)
    return bytes(archive)


HARMS: dict[str, tuple[Callable[[bytearray], bytes], str]] = {
    "damaged bytes": (damaged, "cannot be read"),
    "another local name": (lambda body: bytes(body.replace(b"one", b"eno", 1)), "cannot be read"),
    "unknown compression": (lambda body: patched(body, 8, 10, b"\x63\x00"), "unknown compression"),
    "encrypted": (lambda body: patched(body, 6, 8, b"\x01\x00"), "encrypted"),
    "overlap": (overlapped, "overlaps"),
}
LAYERS: dict[str, Callable[[bytes], bytes]] = {
    "zip": bytes,
    "zip in a tar": lambda body: tar_of((tar_info("in.zip"), body)),
    "zip in a zip": lambda body: bytes(zip_of(("in.zip", body))),
}


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("harm", HARMS)
def test_member_that_was_refused_is_read_once_its_archive_is_repaired(tmp_path: Path, harm: str, layer: str):
    source, graph = tmp_path / "in", tmp_path / "graph"
    hurt, cause = HARMS[harm]
    refused = 2 if cause == "overlaps" else 1
    whole = zip_of(("one", article(1, long=True)), ("two", article(2)), ("three", article(3)))
    source.write_bytes(LAYERS[layer](hurt(whole[:])))
    assert results(graph, source) == ((3, 3 - refused, 0, 0, 0, refused), {cause: refused})
    for _ in range(2):
        assert results(graph, source) == ((3, 0, 3 - refused, 0, 0, refused), {cause: refused})
    source.write_bytes(LAYERS[layer](bytes(whole)))
    assert results(graph, source) == ((3, refused, 3 - refused, 0, 0, 0), {})
    assert results(graph, source) == ((3, 0, 3, 0, 0, 0), {})


def test_only_member_that_was_refused_is_refused_again_and_read_once_it_is_repaired(tmp_path: Path):
    source, graph = tmp_path / "in", tmp_path / "graph"
    whole = zip_of(("one", article(1, long=True)))
    source.write_bytes(damaged(whole[:]))
    for _ in range(3):
        assert results(graph, source) == ((1, 0, 0, 0, 0, 1), {"cannot be read": 1})
    source.write_bytes(whole)
    assert results(graph, source) == ((1, 1, 0, 0, 0, 0), {})


def test_records_before_the_damage_are_unchanged_and_those_behind_it_read_once_it_is_repaired(tmp_path: Path):
    source, graph = tmp_path / "in", tmp_path / "graph"
    whole = zip_of(("one", b"\n".join([article(1), article(2, long=True), article(3)])))
    source.write_bytes(damaged(whole[:]))
    assert results(graph, source) == ((2, 1, 0, 0, 0, 1), {"cannot be read": 1})
    assert results(graph, source) == ((2, 0, 1, 0, 0, 1), {"cannot be read": 1})
    source.write_bytes(whole)
    assert results(graph, source) == ((3, 2, 1, 0, 0, 0), {})


def test_member_that_looked_like_no_format_since_it_was_damaged_is_read_once_it_is_repaired(tmp_path: Path):
    source, graph = tmp_path / "in", tmp_path / "graph"
    # Stored, so that its first bytes alone are others; what is behind them is not looked at.
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("one", article(1, long=True))
    whole = file.getvalue()
    source.write_bytes(whole.replace(b"PMID", bytes(4)))
    for _ in range(2):
        assert results(graph, source) == ((1, 0, 0, 0, 0, 1), {"not a known format": 1})
    source.write_bytes(whole)
    assert results(graph, source) == ((1, 1, 0, 0, 0, 0), {})


def spaces(number: int, millions: int) -> bytes:
    """A record with so many million spaces behind it."""
    return article(number) + b"\n" + b" " * millions * 1_000_000


BOMBS = {
    "one": [("a", article(1)), ("b", spaces(2, 8)), ("c", spaces(3, 8))],
    "packed again": [("a", article(1)), ("b", article(2)), ("c", gzip.compress(spaces(3, 40)))],
    "many": [(name, spaces(number, 4)) for number, name in enumerate("abcd", 1)],
}


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("bomb", BOMBS)
def test_archive_that_gives_too_much_gives_as_much_in_each_build(
    tmp_path: Path, bomb: str, layer: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("kg.archives.streams.FREE", limits.FREE // 10)
    (tmp_path / "in").write_bytes(LAYERS[layer](bytes(zip_of(*BOMBS[bomb], ("last", article(9))))))
    first, causes = results(tmp_path / "graph", tmp_path / "in")
    found, loaded = first[:2]
    assert (first, causes) == ((found, loaded, 0, 0, 0, 1), {"unpacks to too much": 1})
    assert loaded == found - 1 >= 2
    for _ in range(2):
        assert results(tmp_path / "graph", tmp_path / "in") == ((found, 0, loaded, 0, 0, 1), causes)
