"""Folders: links, names of any bytes, what nobody lets us look into, and files that the machine cannot give."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg import archives
from kg.archives import UNPROVED, Finished, folders
from kg.commands.progress import size_of
from tests.test_archives import NBIB, addresses, read


def refuse(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let nobody look into folders of a name, which holds for the superuser too."""
    listed = os.scandir

    def scandir(path: str) -> object:
        if Path(path).name == name:
            raise PermissionError(13, "Permission denied", path)
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)


@pytest.mark.parametrize("named", [".", "closed"])
def test_folder_that_cannot_be_looked_into_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str):
    for name in ("closed/1.nbib", "open/2.nbib"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_bytes(NBIB)
    refuse(monkeypatch, "closed")
    monkeypatch.chdir(tmp_path)
    documents, (error,) = read(named)
    assert [document.uri for _, document in documents] == (["open/2.nbib"] if named == "." else [])
    assert str(error) == (
        "closed: cannot be read: wanted a readable file, found [Errno 13] Permission denied: 'closed'"
    )


def test_hidden_folder_is_not_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / ".git").mkdir()
    refuse(monkeypatch, ".git")
    assert read(tmp_path) == ([], [])


def test_links_to_folders_are_followed_once_and_never_in_circles(tmp_path: Path):
    (tmp_path / "here" / "in").mkdir(parents=True)
    (tmp_path / "far" / "deep").mkdir(parents=True)
    (tmp_path / "here" / "in" / "1.nbib").write_bytes(NBIB)
    (tmp_path / "far" / "2.nbib").write_bytes(NBIB)
    (tmp_path / "far" / "deep" / "3.nbib").write_bytes(NBIB)
    for link, to in {"a": "in", "b": "../far", "c": "b", "in/up": "..", ".hidden": "/"}.items():
        (tmp_path / "here" / link).symlink_to(to)
    (tmp_path / "far" / "deep" / "back").symlink_to(tmp_path)
    assert addresses(tmp_path / "here") == ["b/2.nbib", "b/deep/3.nbib", "in/1.nbib"]


def test_name_that_is_not_utf_8_is_written_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    try:
        os.mkdir(os.fsencode(tmp_path) + b"/in")
        for name in (b"caf\xe9.nbib", b"caf\xc3\xa9.nbib", b"\xff.txt"):
            Path(os.fsdecode(os.fsencode(tmp_path) + b"/in/" + name)).write_bytes(NBIB if b"caf" in name else b"x")
    except OSError:
        pytest.skip("the file system takes UTF-8 only")
    documents, (error,) = read(tmp_path / "in")
    assert sorted(document.uri for _, document in documents) == ["caf\\xe9.nbib", "café.nbib"]
    assert error.uri == "\\xff.txt"
    monkeypatch.chdir(tmp_path)
    assert addresses(os.fsdecode(b"in/caf\xe9.nbib")) == ["in/caf\\xe9.nbib"]
    assert size_of([str(tmp_path / "in")]) == 2 * len(NBIB) + 1


def stamps(path: Path) -> list[str]:
    """Stamps of what was finished in a folder of which nothing is known."""
    found = archives.documents([str(path)], lambda _uri, _stamp: None)
    return [one.stamp for one in found if isinstance(one, Finished)]


def test_file_that_may_not_be_read_is_read_when_it_may(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "1.nbib").write_bytes(NBIB)

    def refused(path: str) -> object:
        raise PermissionError(13, "Permission denied", path)

    with monkeypatch.context() as patched:
        patched.setattr(archives, "open_file", refused)
        assert stamps(tmp_path) == [UNPROVED]
    assert stamps(tmp_path) == [folders.stamp_of(str(tmp_path / "1.nbib"))]


def test_file_whose_bytes_the_machine_cannot_give_is_read_again(tmp_path: Path):
    # Nothing is mapped at its beginning: reading there is an error of input and output.
    memory = Path("/proc/self/mem")
    if not memory.exists():
        pytest.skip("wanted a file that fails when it is read")
    (tmp_path / "1.nbib").symlink_to(memory)
    assert [error.cause for error in read(tmp_path)[1]] == ["cannot be read"]
    assert stamps(tmp_path) == [UNPROVED]
