"""PubMed's yearly baseline and daily update files, with their checksums.

https://pubmed.ncbi.nlm.nih.gov/download/: two folders of files such as ``pubmed26n0001.xml.gz``, each with an MD5
checksum beside it in a file of the same name and ``.md5``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from kg.errors import FetchError
from kg.fetch.folder import Fetched, Folder
from kg.fetch.web import Web, checksum

URL = "https://ftp.ncbi.nlm.nih.gov/pubmed"
FOLDERS = ("baseline", "updatefiles")
PER_SECOND = 3.0
_LINK = re.compile(rb"href=[\"'](?:[^\"']*/)?(pubmed\d\dn\d{4,}\.xml\.gz)[\"']")
# Of a folder that is empty, too; a network that wants to be signed in to answers with links as well.
_LIST = re.compile(rb"href=[\"']\.\./|Parent Directory|Index of|Directory listing|" + _LINK.pattern)
_NAME = re.compile(r"pubmed(\d\d)n(\d{4,})\.xml\.gz")
_MD5 = re.compile(rb"\b([0-9a-fA-F]{32})\b")


def fetch(
    folder: Folder,
    web: Web,
    *,
    url: str = URL,
    tell: Callable[[int, int | None], None] = lambda _done, _of: None,
) -> Fetched:
    """Bring a folder in line with the files that NLM offers.

    Files that are there with the published checksum are not asked for again. Those of a former year go once all of the
    new year's are there, for every baseline holds all articles anew; while NLM is changing them, none go.

    :returns: how many files were downloaded, of how many that are offered.
    :raises FetchError: when the service refuses or does not answer, or a file never has its checksum.
    """
    offered = [(part, name) for part in FOLDERS for name in _listed(web, f"{url}/{part}/")]
    # There may be no daily file yet, but without the yearly ones something is wrong, and no file is former.
    if not any(part == FOLDERS[0] for part, _ in offered):
        raise FetchError(f"{url}/{FOLDERS[0]}/", None, "wanted files such as pubmed26n0001.xml.gz, found none")
    known, new = folder.state("baseline", dict[str, object]), 0
    for done, (part, name) in enumerate(offered, 1):
        md5 = _published(web, f"{url}/{part}/{name}.md5")
        target = folder.path / name
        if not _is_there(target, md5, known.get(name)):
            web.download(f"{url}/{part}/{name}", target, md5)
            new += 1
        known[name] = [md5, target.stat().st_size]
        folder.note("baseline", known)
        tell(done, len(offered))
    for old in _former(folder, [name for _, name in offered]):
        old.unlink()
        known.pop(old.name, None)
    folder.note("baseline", known)
    return Fetched(new, len(offered))


def _is_there(target: Path, md5: str, noted: object) -> bool:
    """Whether a file has a checksum; one that has the length which it had then is not read for that again."""
    return target.exists() and (noted == [md5, target.stat().st_size] or checksum(target) == md5)


def _former(folder: Folder, offered: list[str]) -> Iterator[Path]:
    """Files of the years before the one that is offered, if that is whole: of one year and numbered from 1 on."""
    named = [found.groups() for name in offered if (found := _NAME.fullmatch(name))]
    years, numbers = {year for year, _ in named}, sorted(int(number) for _, number in named)
    if len(years) == 1 and numbers == list(range(1, len(numbers) + 1)):
        (year,) = years
        yield from (old for old in folder.files("pubmed") if (found := _NAME.fullmatch(old.name)) and found[1] < year)


def _listed(web: Web, address: str) -> list[str]:
    body = web.ask(address, {}, check=lambda body: None if _LIST.search(body) else "no list of files")
    return sorted({name.decode() for name in _LINK.findall(body)})


def _published(web: Web, address: str) -> str:
    body = web.ask(address, {}, check=lambda body: None if _MD5.search(body) else "no checksum")
    found: bytes = _MD5.findall(body)[0]
    return found.decode().lower()
