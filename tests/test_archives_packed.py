"""Archives are read through, one in the other; what is as it was is not read again."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import sys
import tarfile
import tracemalloc
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kg import archives
from kg.archives import Finished, Skipped
from kg.errors import DocumentError

RECORD = b"PMID- 1\nOWN - NLM\nTI  - A title.\n"
TWO = {"a/1.nbib": RECORD, "a/2.nbib": RECORD + b"\nPMID- 2\nOWN - NLM\nTI  - Another.\n"}
IN_TWO = [("a/1.nbib", RECORD), ("a/2.nbib#1", RECORD + b"\n"), ("a/2.nbib#2", TWO["a/2.nbib"][len(RECORD) + 1 :])]


def zipped(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of some files."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, body in members.items():
            archive.writestr(zipfile.ZipInfo(name), body, method)
    return file.getvalue()


def tarred(members: Mapping[str, bytes], form: int = tarfile.GNU_FORMAT) -> bytes:
    """A tar archive of some files."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=form) as archive:
        for name, body in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(body)
            archive.addfile(info, io.BytesIO(body))
    return file.getvalue()


def read(path: Path) -> list[tuple[str, bytes]]:
    """Address, without that of the archive, and bytes of each document; nothing may be refused."""
    found = list(archives.documents([str(path)]))
    assert not [one for one in found if isinstance(one, DocumentError)]
    return [(one[1].uri.removeprefix(f"{path}!/"), one[1].body) for one in found if isinstance(one, tuple)]


PACKERS: dict[str, Callable[[Mapping[str, bytes]], bytes]] = {
    "zip": zipped,
    "zip, stored": lambda members: zipped(members, zipfile.ZIP_STORED),
    "zip, bzip2": lambda members: zipped(members, zipfile.ZIP_BZIP2),
    "tar": tarred,
    "tar, pax": lambda members: tarred(members, tarfile.PAX_FORMAT),
    "tar.gz": lambda members: gzip.compress(tarred(members)),
    "tar.bz2": lambda members: bz2.compress(tarred(members)),
    "tar.xz": lambda members: lzma.compress(tarred(members)),
}


@pytest.mark.parametrize("kind", PACKERS)
def test_archive_gives_its_documents_in_order_under_their_addresses(tmp_path: Path, kind: str):
    (tmp_path / "in").write_bytes(PACKERS[kind](TWO))
    assert read(tmp_path / "in") == IN_TWO


@pytest.mark.parametrize("outer", PACKERS)
@pytest.mark.parametrize("inner", ["zip", "tar.gz"])
def test_archive_in_an_archive_is_read(tmp_path: Path, outer: str, inner: str):
    (tmp_path / "in").write_bytes(PACKERS[outer]({"x/inner": PACKERS[inner](TWO)}))
    assert read(tmp_path / "in") == [(f"x/inner!/{uri}", body) for uri, body in IN_TWO]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_compressed_file_has_the_address_of_its_archive(tmp_path: Path, pack: Callable[[bytes], bytes]):
    (tmp_path / "in").write_bytes(pack(RECORD))
    assert [one[1].uri for one in archives.documents([str(tmp_path)]) if isinstance(one, tuple)] == ["in"]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_compressed_files_put_together_are_one_file(tmp_path: Path, pack: Callable[[bytes], bytes]):
    (tmp_path / "in").write_bytes(pack(RECORD + b"\n") + pack(RECORD.replace(b"PMID- 1", b"PMID- 2")))
    assert len(read(tmp_path / "in")) == 2


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
@pytest.mark.parametrize("padding", ["between", "up to a piece", "more than a piece", "at the end"])
def test_zeros_behind_a_compressed_file_are_passed_over(tmp_path: Path, pack: Callable[[bytes], bytes], padding: str):
    one, two = pack(RECORD + b"\n"), pack(RECORD.replace(b"PMID- 1", b"PMID- 2"))
    zeros = {"between": 4, "up to a piece": 65_536 - len(one), "more than a piece": 200_000, "at the end": 0}[padding]
    (tmp_path / "in").write_bytes(one + bytes(zeros) + two + bytes(0 if zeros else 8))
    assert len(read(tmp_path / "in")) == 2


@pytest.mark.parametrize("kind", PACKERS)
def test_archive_is_read_from_standard_input(monkeypatch: pytest.MonkeyPatch, kind: str):
    body = io.BufferedReader(io.BytesIO(PACKERS[kind](TWO)))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(body))
    found = list(archives.documents(["-"]))
    assert [one[1].uri for one in found if isinstance(one, tuple)] == [f"-!/{uri}" for uri, _ in IN_TWO]


def test_folder_with_everything_mixed_gives_every_document_once(tmp_path: Path):
    for name, pack in PACKERS.items():
        (tmp_path / name).write_bytes(pack({f"{name}.nbib": RECORD, "stray": b"Dear reader"}))
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "1.nbib.gz").write_bytes(gzip.compress(RECORD))
    (tmp_path / "one.nbib").write_bytes(RECORD)
    (tmp_path / "lines.json").write_bytes(b'{"a": 1}\n{"a": 2}\n')
    found = list(archives.documents([str(tmp_path)]))
    given = [one[1].uri for one in found if isinstance(one, tuple)]
    assert given == sorted([*(f"{name}!/{name}.nbib" for name in PACKERS), "deep/1.nbib.gz", "one.nbib"])
    refused = [one.uri for one in found if isinstance(one, DocumentError)]
    assert refused == sorted([*(f"{name}!/stray" for name in PACKERS), "lines.json"])


@pytest.mark.parametrize("kind", ["zip", "tar"])
@pytest.mark.parametrize("name", [".git/1", "a/.DS_Store", "__MACOSX/a/1", "README.md", "a/license.txt"])
def test_what_is_skipped_in_a_folder_is_skipped_in_an_archive(tmp_path: Path, kind: str, name: str):
    (tmp_path / "in").write_bytes(PACKERS[kind]({name: b"stray"}))
    assert read(tmp_path / "in") == []


def test_offset_of_a_record_is_its_place_in_its_member(tmp_path: Path):
    (tmp_path / "in").write_bytes(zipped(TWO))
    found = [one[1] for one in archives.documents([str(tmp_path)]) if isinstance(one, tuple)]
    assert [document.offset for document in found] == [0, 0, len(RECORD) + 1]


def test_backslashes_of_an_old_archive_are_slashes(tmp_path: Path):
    (tmp_path / "in").write_bytes(zipped({"a\\1.nbib": RECORD}))
    assert read(tmp_path / "in") == [("a/1.nbib", RECORD)]


def test_memory_does_not_grow_with_the_archive(tmp_path: Path):
    peaks = []
    for times in (10, 40):
        member = b"\n".join(
            b"PMID- %d\nOWN - NLM\nTI  - T\nAB  - %b\n" % (i, b"word %d " % i * 500) for i in range(1, 500)
        )
        (tmp_path / "in").write_bytes(gzip.compress(tarred({f"{i}.nbib": member for i in range(times)}), 1))
        tracemalloc.start()
        assert sum(1 for _ in archives.documents([str(tmp_path)])) == 499 * times
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 1_000_000


class Memory:
    """What a store remembers of members, with those it was asked for."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], int] = {}
        self.asked: list[str] = []

    def known(self, uri: str, stamp: str) -> int | None:
        """How many documents a member gave."""
        self.asked.append(uri)
        return self.kept.get((uri, stamp))

    def read(self, path: Path) -> list[object]:
        """What is found, with addresses for documents; what is finished is kept."""
        found: list[object] = []
        for one in archives.documents([str(path)], self.known):
            if isinstance(one, Finished):
                self.kept[one.uri, one.stamp] = one.count
            found.append(one[1].uri if isinstance(one, tuple) else one)
        return found


def kinds(found: list[object]) -> list[object]:
    """The same, with the address and number alone of what was skipped or finished."""
    return [(type(one).__name__, one.uri, one.count) if isinstance(one, Skipped | Finished) else one for one in found]


def test_members_of_a_zip_are_finished_one_by_one_and_then_skipped(tmp_path: Path):
    (tmp_path / "in.zip").write_bytes(zipped(TWO))
    memory = Memory()
    one, two = "in.zip!/a/1.nbib", "in.zip!/a/2.nbib"
    assert kinds(memory.read(tmp_path)) == [one, ("Finished", one, 1), f"{two}#1", f"{two}#2", ("Finished", two, 2)]
    assert kinds(memory.read(tmp_path)) == [("Skipped", one, 1), ("Skipped", two, 2)]


def test_member_that_changed_is_read_and_the_others_are_not(tmp_path: Path):
    (tmp_path / "in.zip").write_bytes(zipped(TWO))
    memory = Memory()
    memory.read(tmp_path)
    (tmp_path / "in.zip").write_bytes(zipped({**TWO, "a/1.nbib": RECORD.replace(b"title", b"tilte")}))
    one, two = "in.zip!/a/1.nbib", "in.zip!/a/2.nbib"
    assert kinds(memory.read(tmp_path)) == [one, ("Finished", one, 1), ("Skipped", two, 2)]


@pytest.mark.parametrize("pack", [bytes, gzip.compress, lambda body: tarred({"1": body})], ids=["file", "gz", "tar"])
def test_file_on_disk_is_skipped_whole(tmp_path: Path, pack: Callable[[bytes], bytes]):
    (tmp_path / "in").write_bytes(pack(TWO["a/2.nbib"]))
    memory = Memory()
    assert kinds(memory.read(tmp_path))[2:] == [("Finished", "in", 2)]
    assert kinds(memory.read(tmp_path)) == [("Skipped", "in", 2)]


def test_file_put_in_the_place_of_another_is_read_though_name_size_and_time_are_the_same(tmp_path: Path):
    file = tmp_path / "in"
    file.write_bytes(RECORD)
    memory = Memory()
    memory.read(tmp_path)
    seen = file.stat()
    file.rename(tmp_path.parent / "elsewhere")
    file.write_bytes(RECORD.replace(b"title", b"tilte"))
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert kinds(memory.read(tmp_path)) == ["in", ("Finished", "in", 1)]


def test_refusals_count_in_what_a_member_gave(tmp_path: Path):
    (tmp_path / "in.zip").write_bytes(zipped({"stray": b"Dear reader", "../x": RECORD}))
    memory = Memory()
    found = kinds(memory.read(tmp_path))
    assert [type(one).__name__ for one in found] == ["Unreadable", "tuple", "Unreadable", "tuple"]
    assert found[1] == ("Finished", "in.zip!/stray", 1)
    again = kinds(memory.read(tmp_path))
    assert again[0] == ("Skipped", "in.zip!/stray", 1)
    assert [type(one).__name__ for one in again[1:]] == ["Unreadable", "tuple"]


def test_unchanged_members_of_a_zip_in_a_tar_are_skipped(tmp_path: Path):
    (tmp_path / "in").write_bytes(tarred({"x.zip": zipped({"1": RECORD})}))
    memory = Memory()
    assert kinds(memory.read(tmp_path)) == ["in!/x.zip!/1", ("Finished", "in!/x.zip!/1", 1)]
    assert kinds(memory.read(tmp_path)) == [("Skipped", "in!/x.zip!/1", 1)]
    assert memory.asked == ["in", "in!/x.zip!/1"] * 2


def test_nothing_is_said_of_members_where_nobody_asks(tmp_path: Path):
    (tmp_path / "in.zip").write_bytes(zipped(TWO))
    assert not [one for one in archives.documents([str(tmp_path)]) if isinstance(one, Skipped | Finished)]
