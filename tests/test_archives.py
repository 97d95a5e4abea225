"""Files and folders: what is read, in which order, under which address, and what is rejected in plain sight."""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
import time
from pathlib import Path

import pytest

from kg import archives, loaders
from kg.document import Document
from kg.errors import DocumentError, KgError, Unreadable

SHIPPED = Path(__file__).resolve().parents[1] / "data" / "documents"
NBIB = (SHIPPED / "pubmed-40975066.nbib").read_bytes()


def read(*paths: Path | str) -> tuple[list[tuple[str, Document]], list[DocumentError]]:
    """Documents and rejects of some paths."""
    found = list(archives.documents([str(path) for path in paths]))
    return [one for one in found if isinstance(one, tuple)], [one for one in found if isinstance(one, DocumentError)]


def addresses(*paths: Path | str) -> list[str]:
    """Addresses of the documents at some paths."""
    return [document.uri for _, document in read(*paths)[0]]


def test_format_is_told_by_content_and_not_by_name(tmp_path: Path):
    (tmp_path / "trials.xml").write_bytes(NBIB)
    assert read(tmp_path)[0] == [("medline", Document("trials.xml", NBIB))]


def test_folder_is_read_with_the_folders_in_it_in_sorted_order(tmp_path: Path):
    for name in ("b/2.nbib", "b/10.nbib", "a.nbib", "B/1.nbib", "b.nbib"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(NBIB)
    assert addresses(tmp_path) == ["B/1.nbib", "a.nbib", "b/10.nbib", "b/2.nbib", "b.nbib"]


def test_same_folder_at_two_places_gives_the_same_addresses(tmp_path: Path):
    for place in ("here", "there/deep"):
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place / "1.nbib").write_bytes(NBIB)
    assert addresses(tmp_path / "here") == addresses(tmp_path / "there/deep") == ["1.nbib"]


def test_file_that_was_named_keeps_its_path_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "1.nbib").write_bytes(NBIB)
    monkeypatch.chdir(tmp_path)
    assert addresses("in/1.nbib") == ["in/1.nbib"]


@pytest.mark.parametrize("name", [".hidden.nbib", ".git/1.nbib", "in/.cache/1.nbib"])
def test_hidden_file_of_a_folder_is_skipped(tmp_path: Path, name: str):
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_bytes(NBIB)
    assert read(tmp_path) == ([], [])


def test_hidden_file_that_was_named_is_read(tmp_path: Path):
    (tmp_path / ".hidden.nbib").write_bytes(NBIB)
    assert len(addresses(tmp_path / ".hidden.nbib")) == 1


def test_file_of_several_records_gives_each(tmp_path: Path):
    (tmp_path / "two.nbib").write_bytes(NBIB + b"\n" + NBIB.replace(b"PMID- 40975066", b"PMID- 40975067"))
    documents, rejects = read(tmp_path)
    assert rejects == []
    assert [document.uri.partition("#")[0] for _, document in documents] == ["two.nbib", "two.nbib"]
    assert len({document.uri for _, document in documents}) == 2


@pytest.mark.parametrize("times", [1, 2])
def test_compressed_file_is_read_whatever_it_is_called(tmp_path: Path, times: int):
    body = NBIB
    for _ in range(times):
        body = gzip.compress(body)
    (tmp_path / "one.nbib").write_bytes(body)
    assert read(tmp_path)[0] == [("medline", Document("one.nbib", NBIB))]


def test_file_longer_than_what_it_is_recognised_by_is_read_whole(tmp_path: Path):
    body = NBIB.rstrip() + b"\n" + b"OT  - a keyword of some length\n" * (archives.HEAD // 16)
    (tmp_path / "long.nbib.gz").write_bytes(gzip.compress(body))
    ((_, document),) = read(tmp_path)[0]
    assert document.body.count(b"OT  - a keyword") == archives.HEAD // 16


def test_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch):
    given = io.TextIOWrapper(io.BufferedReader(io.BytesIO(gzip.compress(NBIB))))
    monkeypatch.setattr(sys, "stdin", given)
    assert read("-")[0] == [("medline", Document("-", NBIB))]
    assert not given.closed


STRAYS = {
    "an empty file": b"",
    "JSON": b'\xef\xbb\xbf {"a": 1}',
    "XML with root element rss": b'<?xml version="1.0"?><!-- x --><rss/>',
    "PDF": b"%PDF-1.7",
    "binary data": b"\x7fELF\x00\x01",
    "an image": b"\x89PNG\r\n",
    "text in UTF-16": "{}".encode("utf-16"),
    "text in UTF-32": "{}".encode("utf-32"),
    "a 7z archive": b"7z\xbc\xaf\x27\x1c\x00",
    "zstandard": b"\x28\xb5\x2f\xfd\x00",
    "text": b"Dear reader",
}


@pytest.mark.parametrize("looks", STRAYS)
def test_file_of_no_known_format_is_rejected_in_one_line_that_says_what_it_looks_like(tmp_path: Path, looks: str):
    (tmp_path / "stray").write_bytes(STRAYS[looks])
    (error,) = read(tmp_path)[1]
    assert isinstance(error, Unreadable)
    wanted = ", ".join(loaders.names())
    assert str(error) == f"stray: not a known format: wanted one of {wanted}, found {looks}"


@pytest.mark.parametrize(
    "body",
    [gzip.compress(NBIB)[:-40], gzip.compress(NBIB)[:5], b"\x1f\x8b\x08garbage, no deflate"],
    ids=["no end", "no body", "no deflate"],
)
def test_damaged_archive_is_rejected_and_the_next_file_read(tmp_path: Path, body: bytes):
    (tmp_path / "1.gz").write_bytes(body)
    (tmp_path / "2.nbib").write_bytes(NBIB)
    documents, (error,) = read(tmp_path)
    assert [document.uri for _, document in documents] == ["2.nbib"]
    assert (error.uri, error.cause) == ("1.gz", "cannot be read")


def test_pipe_in_a_folder_is_rejected_and_does_not_wait(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    (error,) = read(tmp_path)[1]
    assert str(error) == "pipe: cannot be read: wanted a readable file, found neither a file nor a folder"


def test_link_to_nothing_is_rejected(tmp_path: Path):
    (tmp_path / "link").symlink_to(tmp_path / "nothing")
    (error,) = read(tmp_path)[1]
    assert error.cause == "cannot be read"
    assert "tmp" not in error.uri


def test_path_that_does_not_exist_is_the_users_mistake_and_said_before_anything_is_read(tmp_path: Path):
    with pytest.raises(KgError, match=r"^wanted files or folders, found nothing at .*/a, .*/b$"):
        archives.documents([str(SHIPPED), str(tmp_path / "a"), str(tmp_path / "b")])


def test_shipped_documents_are_all_recognised():
    documents, rejects = read(SHIPPED)
    assert [(name, document.uri) for name, document in documents] == [
        ("trial_page", "pd1-ven-cag.txt"),
        ("medline", "pubmed-40975066.nbib"),
    ]
    assert [error.uri for error in rejects] == []


@pytest.mark.parametrize("name", ["README.md", "readme", "LICENSE", "Licence.txt"])
def test_what_is_about_the_documents_of_a_folder_is_no_document(tmp_path: Path, name: str):
    (tmp_path / name).write_bytes(b"whence these are")
    (tmp_path / "one.nbib").write_bytes(NBIB)
    assert [found[1].uri for found in archives.documents([str(tmp_path)]) if isinstance(found, tuple)] == ["one.nbib"]
    assert len(list(archives.documents([str(tmp_path)]))) == 1
    assert len(list(archives.documents([str(tmp_path / name)]))) == 1


def test_document_with_a_zero_byte_in_it_is_binary_data(tmp_path: Path):
    (tmp_path / "in").write_bytes(NBIB[:500] + b"\x00" + NBIB[500:])
    documents, (error,) = read(tmp_path)
    assert not documents
    assert error.detail.endswith("found binary data")


@pytest.mark.parametrize("mark", ["lock", "current"])
def test_graph_in_a_folder_is_not_read(tmp_path: Path, mark: str):
    graph = tmp_path / "graph"
    (graph / "snapshots" / "0001").mkdir(parents=True)
    (graph / mark).touch()
    (graph / "snapshots" / "0001" / "a.nbib").write_bytes(NBIB)
    (tmp_path / "b.nbib").write_bytes(NBIB)
    (tmp_path / "snapshots").mkdir()
    (tmp_path / "snapshots" / "c.nbib").write_bytes(NBIB)
    assert addresses(tmp_path) == ["b.nbib", "snapshots/c.nbib"]
    assert read(tmp_path)[1] == []


def test_name_that_is_no_utf_8_or_ends_a_line_is_shown_with_escapes(tmp_path: Path):
    for name in (b"caf\xe9", b"a\nb", b"c\x1b[31m", "é\u00a0ü".encode()):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(NBIB)
    wanted = ["a\\nb", "c\\x1b[31m", "caf\\xe9", "é\u00a0ü"]
    assert sorted(addresses(tmp_path)) == wanted
    named = addresses(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9"))
    assert [uri.rpartition("/")[2] for uri in named] == ["caf\\xe9"]
    assert [uri.rpartition("/")[2] for uri in addresses(tmp_path, tmp_path)] == [*addresses(tmp_path)] * 2


@pytest.mark.parametrize("name", ["shut", ""])
def test_folder_that_nobody_may_look_into_is_told(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "in" / "shut").mkdir(parents=True)
    (tmp_path / "in" / "1.nbib").write_bytes(NBIB)
    look, shut = os.scandir, str(tmp_path / "in" / name) if name else str(tmp_path / "in")

    def scandir(path: str) -> object:
        if str(path) == shut:
            raise PermissionError(13, "Permission denied", shut)
        return look(path)

    # Whoever runs this may look everywhere, perhaps.
    monkeypatch.setattr(os, "scandir", scandir)
    documents, (error,) = read(tmp_path / "in")
    assert [document.uri for _, document in documents] == (["1.nbib"] if name else [])
    assert (error.uri, error.cause) == (name or shut, "cannot be read")
    assert "Permission denied" in error.detail


@pytest.mark.parametrize("name", ["ctgov_v2", "ctgov_full", "ctis_json"])
def test_values_behind_record_separators_are_recognised(tmp_path: Path, name: str):
    files = sorted((Path(__file__).parent / "golden" / name).glob("*.json"))
    (record,) = [json.dumps(json.loads(file.read_bytes())).encode() for file in files[:1]]
    (tmp_path / "in").write_bytes(b"".join(b"\x1e%b\n" % record for _ in range(2)))
    documents, rejects = read(tmp_path)
    assert ([found for found, _ in documents], rejects) == ([name] * 2, [])


@pytest.mark.parametrize("line", [b"\n", b" \r\n", b"\n\n\n#", b"\r", b"\t", b"study overview\n"])
def test_what_a_file_of_blank_lines_looks_like_is_told_quickly(tmp_path: Path, line: bytes):
    (tmp_path / "in").write_bytes(b"Study Overview\n" + line * 60_000)
    begun = time.process_time()
    assert [error.cause for error in read(tmp_path)[1]] == ["not a known format"]
    assert time.process_time() - begun < 5
