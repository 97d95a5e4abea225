"""Archives that are damaged or made to do harm: one line each, and what is sound in them is read."""

from __future__ import annotations

import bz2
import gzip
import hashlib
import io
import lzma
import struct
import sys
import tarfile
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg import archives
from kg.archives import limits, zipped
from kg.errors import DocumentError

RECORD = b"PMID- 1\nOWN - NLM\nTI  - A title.\n"
# What does not pack, so that a cut in it is a cut in the midst.
NOISE = [hashlib.sha256(b"%d" % i).digest() for i in range(10_000)]
LONG = RECORD + b"".join(b"OT  - %b\n" % part.hex().encode() for part in NOISE[:3_000])


def read(path: Path) -> tuple[list[str], list[DocumentError]]:
    """Addresses of documents and rejects; every one of these is a line."""
    found = list(archives.documents([str(path)]))
    rejects = [one for one in found if isinstance(one, DocumentError)]
    assert all(str(one).isprintable() and len(one.detail) < 1_000 for one in rejects)
    return [one[1].uri for one in found if isinstance(one, tuple)], rejects


def causes(path: Path) -> tuple[list[str], list[tuple[str, str]]]:
    """Addresses of documents, and address and cause of each reject."""
    documents, rejects = read(path)
    return documents, [(one.uri, one.cause) for one in rejects]


def zip_of(*members: tuple[str | zipfile.ZipInfo, bytes]) -> bytearray:
    """A zip archive of some members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, body in members:
            archive.writestr(member, body)
    return bytearray(file.getvalue())


def tar_of(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    """A tar archive of some members."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for info, body in members:
            info.size = len(body)
            archive.addfile(info, io.BytesIO(body))
    return file.getvalue()


def tar_info(name: str, kind: bytes = tarfile.REGTYPE, target: str = "") -> tarfile.TarInfo:
    """A member of a tar archive."""
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


STRANGE = ["../x", "/etc/x", "a/../../x", "C:/x", "C:\\x", "a\\..\\..\\x", "..", "a\nb: c: d", "a/\x1b[2Jx", "a\u2028b"]


@pytest.mark.parametrize("name", STRANGE, ids=ascii)
@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_name_that_leads_out_of_the_archive_or_out_of_its_line_is_refused(tmp_path: Path, name: str, kind: str):
    zip_body = bytes(zip_of((name, RECORD), ("good", RECORD)))
    tar_body = tar_of((tar_info(name), RECORD), (tar_info("good"), RECORD))
    (tmp_path / "in").write_bytes(zip_body if kind == "zip" else tar_body)
    documents, rejects = causes(tmp_path)
    assert documents == ["in!/good"]
    assert [cause for _, cause in rejects] == ["strange name"]


def test_member_of_a_zip_without_a_name_is_refused(tmp_path: Path):
    body = zip_of(("x", RECORD), ("good", RECORD))
    for signature, place in ((b"PK\x03\x04", 26), (b"PK\x01\x02", 28)):
        at = body.index(signature)
        body[at + place] = 0
        del body[body.index(b"x", at + 30)]
    # The list and what it names stand one byte earlier, for each name that is gone.
    end, listed = body.index(b"PK\x05\x06"), body.index(b"PK\x01\x02")
    second = body.index(b"PK\x01\x02", listed + 1)
    struct.pack_into("<I", body, second + 42, body.index(b"PK\x03\x04", 4))
    struct.pack_into("<II", body, end + 12, end - listed, listed)
    (tmp_path / "in").write_bytes(body)
    assert causes(tmp_path) == (["in!/good"], [("in!/''", "strange name")])


def test_what_is_told_of_a_damaged_name_is_short(tmp_path: Path):
    body = zip_of(("x" * 50_000, RECORD), ("good", RECORD))
    body[100] = 0
    (tmp_path / "in").write_bytes(body)
    documents, (error,) = read(tmp_path)
    assert documents == ["in!/good"]
    assert "File name in directory" in error.detail
    assert len(error.detail) < 400


NOT_STRANGE = {
    "records/./x": "records/x",
    "././x": "x",
    "a\u00a0\u3000b": "a\u00a0\u3000b",
    "caf\udce9": "caf\\xe9",
}


@pytest.mark.parametrize("name", NOT_STRANGE, ids=ascii)
def test_name_that_stays_in_the_archive_and_in_its_line_is_read(tmp_path: Path, name: str):
    (tmp_path / "in").write_bytes(tar_of((tar_info(name), RECORD)))
    assert causes(tmp_path) == ([f"in!/{NOT_STRANGE[name]}"], [])


KINDS = {
    "symbolic link": tar_info("x", tarfile.SYMTYPE, "/etc/passwd"),
    "hard link": tar_info("x", tarfile.LNKTYPE, "good"),
    "device": tar_info("x", tarfile.CHRTYPE),
    "pipe": tar_info("x", tarfile.FIFOTYPE),
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_file_in_a_tar_is_refused(tmp_path: Path, kind: str):
    (tmp_path / "in").write_bytes(tar_of((KINDS[kind], b""), (tar_info("good"), RECORD)))
    assert causes(tmp_path) == (["in!/good"], [("in!/x", "no file")])


def test_symbolic_link_in_a_zip_is_refused(tmp_path: Path):
    link = zipfile.ZipInfo("x")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    (tmp_path / "in").write_bytes(zip_of((link, b"/etc/passwd"), ("good", RECORD)))
    assert causes(tmp_path) == (["in!/good"], [("in!/x", "no file")])


def patched(archive: bytearray, place_in_local: int, place_in_list: int, value: bytes) -> bytes:
    """A zip archive with other bytes in both headers of its first member."""
    listed = archive.index(b"PK\x01\x02")
    archive[place_in_local : place_in_local + len(value)] = value
    archive[listed + place_in_list : listed + place_in_list + len(value)] = value
    return bytes(archive)


def test_encrypted_member_is_refused(tmp_path: Path):
    (tmp_path / "in").write_bytes(patched(zip_of(("x", RECORD), ("good", RECORD)), 6, 8, b"\x01\x00"))
    assert causes(tmp_path) == (["in!/good"], [("in!/x", "encrypted")])


@pytest.mark.parametrize("method", [1, 9, 14, 93, 99])
def test_member_with_another_compression_is_refused(tmp_path: Path, method: int):
    body = patched(zip_of(("x", RECORD), ("good", RECORD)), 8, 10, struct.pack("<H", method))
    (tmp_path / "in").write_bytes(body)
    assert causes(tmp_path) == (["in!/good"], [("in!/x", "unknown compression")])


def test_member_with_another_checksum_is_refused(tmp_path: Path):
    (tmp_path / "in").write_bytes(patched(zip_of(("x", RECORD), ("good", RECORD)), 14, 16, b"\x01\x02\x03\x04"))
    assert causes(tmp_path) == (["in!/good"], [("in!/x", "cannot be read")])


def test_damaged_bytes_of_a_member_are_refused(tmp_path: Path):
    body = zip_of(("x", LONG), ("good", RECORD))
    body[5_000:5_100] = bytes(100)
    (tmp_path / "in").write_bytes(body)
    documents, rejects = causes(tmp_path)
    assert documents == ["in!/good"]
    assert rejects == [("in!/x", "cannot be read")]


def test_members_that_share_their_bytes_are_refused(tmp_path: Path):
    body = zip_of(("x", LONG), ("y", RECORD), ("z", RECORD))
    listed = [i for i in range(len(body)) if body[i : i + 4] == b"PK\x01\x02"]
    # The second says that it begins within the first.
    body[listed[1] + 42 : listed[1] + 46] = struct.pack("<I", 40)
    (tmp_path / "in").write_bytes(body)
    assert causes(tmp_path) == (["in!/z"], [("in!/x", "overlaps"), ("in!/y", "overlaps")])


def test_zip_without_its_list_is_refused_whole_and_the_next_file_read(tmp_path: Path):
    (tmp_path / "1").write_bytes(zip_of(("x", RECORD))[:-30])
    (tmp_path / "2").write_bytes(RECORD)
    assert causes(tmp_path) == (["2"], [("1", "cannot be read")])


def test_office_document_is_one_stray(tmp_path: Path):
    (tmp_path / "in").write_bytes(zip_of(("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")))
    documents, (error,) = read(tmp_path)
    assert not documents
    assert str(error) == "in: not a known format: wanted an archive of documents, found an office document"


def zeros(start: bytes, millions: int) -> Iterator[bytes]:
    """A beginning and so many million spaces."""
    yield start
    yield from (b" " * 1_000_000 for _ in range(millions))


def packed(pack: Callable[[io.BytesIO], io.BufferedIOBase], millions: int, start: bytes = RECORD) -> bytes:
    """The bytes of a bomb, made a piece at a time."""
    file = io.BytesIO()
    with pack(file) as inside:
        for piece in zeros(start, millions):
            inside.write(piece)
    return file.getvalue()


BOMBS: dict[str, Callable[[int], bytes]] = {
    "gz": lambda millions: packed(lambda file: gzip.GzipFile(fileobj=file, mode="wb"), millions),
    "bz2": lambda millions: packed(lambda file: bz2.BZ2File(file, "wb"), millions),
    "xz": lambda millions: lzma.compress(RECORD + b" " * millions * 1_000_000, preset=0),
}


@pytest.fixture
def low(monkeypatch: pytest.MonkeyPatch) -> None:
    """As much as a tenth of what may unpack in truth, so that bombs are made soon."""
    monkeypatch.setattr("kg.archives.streams.FREE", limits.FREE // 10)


@pytest.mark.parametrize("kind", BOMBS)
@pytest.mark.usefixtures("low")
def test_bomb_is_refused_and_the_next_file_read(tmp_path: Path, kind: str):
    (tmp_path / "1").write_bytes(BOMBS[kind](40))
    (tmp_path / "2").write_bytes(RECORD)
    tracemalloc.start()
    found = causes(tmp_path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found == (["2"], [("1", "unpacks to too much")])
    assert peak < 60_000_000


@pytest.mark.usefixtures("low")
def test_bomb_in_a_zip_is_refused_and_its_neighbours_read(tmp_path: Path):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("1", RECORD)
        with archive.open("bomb", "w") as inside:
            inside.writelines(zeros(RECORD, 30))
        archive.writestr(zipfile.ZipInfo("2"), b"".join(NOISE))
        archive.writestr("3", RECORD)
    (tmp_path / "in").write_bytes(file.getvalue())
    documents, rejects = causes(tmp_path)
    assert documents == ["in!/1", "in!/3"]
    assert rejects == [("in!/bomb", "unpacks to too much"), ("in!/2", "not a known format")]


@pytest.mark.usefixtures("low")
def test_many_small_bombs_in_one_archive_are_refused_in_one_line(tmp_path: Path):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(9):
            with archive.open(f"{number}", "w") as inside:
                inside.writelines(zeros(RECORD, 4))
    (tmp_path / "in").write_bytes(file.getvalue())
    documents, rejects = causes(tmp_path)
    assert (documents, rejects) == (["in!/0", "in!/1"], [("in", "unpacks to too much")])


def test_bomb_of_twice_what_is_free_is_refused_with_the_limits_that_hold(tmp_path: Path):
    (tmp_path / "1").write_bytes(BOMBS["gz"](2 * limits.FREE // 1_000_000))
    _, (error,) = read(tmp_path)
    assert str(error).endswith("wanted at most 200 times its size beyond 100,000,000 bytes")


def test_archives_in_each_other_without_end_are_refused(tmp_path: Path):
    body = RECORD
    for _ in range(limits.DEPTH + 1):
        body = gzip.compress(body)
    (tmp_path / "deep").write_bytes(body)
    assert causes(tmp_path) == ([], [("deep", "too many archives in each other")])
    (tmp_path / "deep").write_bytes(gzip.decompress(body))
    assert causes(tmp_path) == (["deep"], [])


CUT: dict[str, tuple[bytes, str]] = {
    "gz": (gzip.compress(RECORD + b"\n" + LONG.replace(b"PMID- 1", b"PMID- 2")), "cannot be read"),
    "tar": (tar_of((tar_info("1"), RECORD), (tar_info("2"), LONG)), "cannot be read"),
    "tar.gz": (gzip.compress(tar_of((tar_info("1"), RECORD), (tar_info("2"), LONG))), "cannot be read"),
    "xz": (lzma.compress(RECORD + b"\n" + LONG.replace(b"PMID- 1", b"PMID- 2"), preset=0), "cannot be read"),
}


@pytest.mark.parametrize("kind", CUT)
@pytest.mark.parametrize("part", [0.5, 0.7])
def test_archive_that_is_cut_gives_what_is_before_the_cut(tmp_path: Path, kind: str, part: float):
    body, cause = CUT[kind]
    (tmp_path / "in").write_bytes(body[: int(len(body) * part)])
    documents, rejects = causes(tmp_path)
    assert len(documents) == 1
    assert cause in {one for _, one in rejects}


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
@pytest.mark.parametrize("zeros", [0, 4, 70_000])
def test_what_is_behind_a_compressed_file_and_no_other_is_told(
    tmp_path: Path, pack: Callable[[bytes], bytes], zeros: int
):
    (tmp_path / "in").write_bytes(pack(RECORD) + bytes(zeros) + b"Dear reader, this is no stream.")
    assert causes(tmp_path) == ([], [("in", "cannot be read")])


@pytest.mark.parametrize("instead", [b"", b"x" * 512, bytes(100)], ids=["nothing", "no header", "half a block"])
def test_tar_that_ends_without_its_end_is_told(tmp_path: Path, instead: bytes):
    body = tar_of((tar_info("1"), RECORD))
    (tmp_path / "in").write_bytes(body[:1024] + instead)
    documents, rejects = read(tmp_path)
    assert documents == ["in!/1"]
    assert [one.uri for one in rejects] == ["in"]


@pytest.mark.parametrize("zeros", [0, 3_000_000])
@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["tar", "tar.gz"])
def test_tars_put_together_are_read_to_the_end_of_the_first_and_the_rest_is_told(
    tmp_path: Path, pack: Callable[[bytes], bytes], zeros: int
):
    first, second = (tar_of((tar_info(name), RECORD)) for name in "12")
    (tmp_path / "in").write_bytes(pack(first + bytes(zeros) + second))
    documents, rejects = read(tmp_path)
    wanted = "wanted nothing but zeros behind the end of the archive, found a tar archive"
    assert (documents, list(map(str, rejects))) == (["in!/1"], [f"in: goes on behind its end: {wanted}"])


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["tar", "tar.gz"])
def test_zeros_behind_a_tar_are_its_padding(tmp_path: Path, pack: Callable[[bytes], bytes]):
    (tmp_path / "in").write_bytes(pack(tar_of((tar_info("1"), RECORD)) + bytes(3_000_000)))
    assert causes(tmp_path) == (["in!/1"], [])


def test_damage_behind_the_end_of_a_packed_tar_is_told(tmp_path: Path):
    body = bytearray(gzip.compress(tar_of((tar_info("1"), RECORD)) + bytes(100_000)))
    body[-5] ^= 1
    (tmp_path / "in").write_bytes(body)
    assert causes(tmp_path) == (["in!/1"], [("in", "cannot be read")])


def test_header_that_says_it_has_a_thousand_million_bytes_is_not_held(tmp_path: Path):
    long_name = tar_info("././@LongLink", tarfile.GNUTYPE_LONGNAME)
    long_name.size = 1_000_000_000
    (tmp_path / "in").write_bytes(long_name.tobuf(tarfile.GNU_FORMAT) + bytes(10_000))
    tracemalloc.start()
    documents, (error,) = read(tmp_path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (documents, error.cause) == ([], "cannot be read")
    assert peak < 20_000_000


def test_member_that_says_it_ends_before_it_begins_does_not_turn_in_circles(tmp_path: Path):
    body = bytearray(tar_of((tar_info("1"), RECORD), (tar_info("2"), RECORD)))
    # A size of -1024 in the binary form of GNU tar.
    body[124:136] = b"\xff" * 10 + b"\xfc\x00"
    body[148:156] = b" " * 8
    body[148:156] = b"%06o\x00 " % sum(body[:512])
    (tmp_path / "in").write_bytes(body)
    documents, rejects = read(tmp_path)
    assert rejects
    assert len(documents) <= 1


def test_zip_on_standard_input_is_kept_up_to_a_bound(monkeypatch: pytest.MonkeyPatch):
    body = io.BufferedReader(io.BytesIO(bytes(zip_of(("x", LONG)))))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(body))
    monkeypatch.setattr(zipped, "SPOOLED", 10_000)
    (error,) = archives.documents(["-"])
    assert str(error) == "-: too long: wanted a zip of at most 10,000 bytes here; name the file"


def test_bug_in_a_format_is_not_taken_for_a_damaged_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "in").write_bytes(RECORD)
    monkeypatch.setattr(archives.loaders, "load", lambda _: {}["bug"])
    monkeypatch.setattr(archives.loaders, "recognised", lambda _: "medline")
    with pytest.raises(KeyError, match="bug"):
        list(archives.documents([str(tmp_path)]))


def test_xz_that_wants_too_much_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("kg.archives.compressed.XZ_MEMORY", 100_000)
    (tmp_path / "in").write_bytes(lzma.compress(RECORD))
    _, (error,) = read(tmp_path)
    assert error.cause == "cannot be read"
