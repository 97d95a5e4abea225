"""PubMed's yearly and daily files: nothing goes before what replaces it is there, however the service fails."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from kg.errors import FetchError
from kg.fetch import baseline
from kg.fetch.folder import STATE, Folder
from kg.fetch.web import Web
from tests.fetch_server import Service


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != STATE)


def offer(service: Service, year: int, *numbers: int) -> None:
    """Publish one yearly file and daily ones."""
    for place, number in enumerate(numbers):
        service.offer("updatefiles" if place else "baseline", f"pubmed{year}n{number:04d}.xml.gz", str(number))


@pytest.fixture
def fetched(service: Service, web: Web, tmp_path: Path) -> Path:
    """A folder with all of a year."""
    offer(service, 26, 1, 2)
    baseline.fetch(Folder(tmp_path), web, url=service.url)
    return tmp_path


OLD = ["pubmed26n0001.xml.gz", "pubmed26n0002.xml.gz"]


def test_a_page_that_is_no_list_is_asked_for_again(service: Service, web: Web, fetched: Path):
    service.troubles = ["garbled"]
    assert baseline.fetch(Folder(fetched), web, url=service.url).wanted == 2
    assert names(fetched) == OLD


def test_nothing_goes_when_no_yearly_file_is_offered(service: Service, web: Web, fetched: Path):
    del service.files["/baseline/pubmed26n0001.xml.gz"]
    with pytest.raises(FetchError, match=r"/baseline/: wanted files such as pubmed26n0001\.xml\.gz, found none$"):
        baseline.fetch(Folder(fetched), web, url=service.url)
    assert names(fetched) == OLD


def test_nothing_of_the_same_year_goes(service: Service, web: Web, fetched: Path):
    del service.files["/updatefiles/pubmed26n0002.xml.gz"]
    baseline.fetch(Folder(fetched), web, url=service.url)
    assert names(fetched) == OLD


@pytest.mark.parametrize(
    ("year", "numbers"), [(27, [2]), (27, [1, 3]), (25, [1])], ids=["no first", "a gap", "a mirror behind its time"]
)
def test_nothing_goes_while_the_other_year_is_not_whole(
    service: Service, web: Web, fetched: Path, year: int, numbers: list[int]
):
    service.files.clear()
    offer(service, year, *numbers)
    baseline.fetch(Folder(fetched), web, url=service.url)
    assert set(OLD) < set(names(fetched))


def test_nothing_goes_while_daily_files_of_the_former_year_are_offered(service: Service, web: Web, fetched: Path):
    del service.files["/baseline/pubmed26n0001.xml.gz"]
    offer(service, 27, 1)
    baseline.fetch(Folder(fetched), web, url=service.url)
    assert names(fetched) == [*OLD, "pubmed27n0001.xml.gz"]


def test_a_file_that_is_sent_as_packed_text_is_kept_packed(service: Service, web: Web, tmp_path: Path):
    offer(service, 26, 1)
    service.packed = ".gz"
    assert baseline.fetch(Folder(tmp_path), web, url=service.url).records == 1
    assert gzip.decompress((tmp_path / "pubmed26n0001.xml.gz").read_bytes()) == b"1"


def test_a_checksum_that_is_sent_as_packed_though_it_is_not_is_read(service: Service, web: Web, tmp_path: Path):
    offer(service, 26, 1)
    # As servers do that look for .gz anywhere in a name.
    service.packed = ".md5"
    assert baseline.fetch(Folder(tmp_path), web, url=service.url).records == 1


def test_a_file_that_was_cut_in_the_folder_comes_again(service: Service, web: Web, tmp_path: Path):
    service.offer("baseline", "pubmed26n0001.xml.gz", "one")
    baseline.fetch(Folder(tmp_path), web, url=service.url)
    file = tmp_path / "pubmed26n0001.xml.gz"
    whole = file.read_bytes()
    file.write_bytes(whole[:10])
    assert baseline.fetch(Folder(tmp_path), web, url=service.url).records == 1
    assert file.read_bytes() == whole
