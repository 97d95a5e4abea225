"""A synthetic corpus of any size: the real records at hand, again and again under shifted numbers.

``python -m tests.bench.corpus TIMES FOLDER`` writes one archive a real one and round, such as ``ctgov-json-03.zip``, in
which every number of a trial or article is another one than in the other rounds. The records are real and their
numbers are not: every member stands under ``synthetic/``, and nothing of it is for reading.
"""

from __future__ import annotations

import re
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

REAL = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"
# Real numbers of trials end below ten millions, of articles below fifty; so many different ones fit into one round.
FIRST_TRIAL, TRIALS = 10_000_000, 500_000
FIRST_ARTICLE, ARTICLES = 50_000_000, 1_000_000
_TRIAL = re.compile(rb"NCT(\d{8})")
_ARTICLE = re.compile(
    rb'(<PMID[^>]*>|<ArticleId IdType="pubmed">|"pmid":\s*"|"PMID":\s*"|"ReferencePMID":\s*"|\nPMID- )(\d{1,8})'
)
# The year of the last update in each format, for records that are to be newer than they were.
_UPDATED = re.compile(
    rb'("[lL]astUpdateSubmitDate":\s*"|"[lL]astUpdatePostDateStruct":\s*\{\s*"date":\s*"|\nLR  - '
    rb"|<last_update_(?:submitted|posted)[^>]*>[^<]{0,12}|<DateRevised>\s*<Year>)\d{4}(?=[-\d<])"
)


class Numbers:
    """A number for each that is met, the same each time; the real ones in round 0."""

    def __init__(self, first: int, size: int) -> None:
        self._first, self._size = first, size
        self._known: dict[bytes, int] = {}

    def shifted(self, number: bytes, turn: int) -> bytes:
        """The number that stands for a real one in a round."""
        place = self._known.setdefault(number, len(self._known))
        assert place < self._size, "more numbers than fit into one round"
        return number if turn == 0 else b"%08d" % (self._first + (turn - 1) * self._size + place)


def archives() -> list[Path]:
    """The real archives, sorted."""
    return sorted(REAL.glob("*.zip"))


def replicate(times: int, folder: Path, wanted: Callable[[Path], bool] = lambda _: True) -> list[Path]:
    """Write as many rounds of the real archives.

    :param times: 1 for the real records under their real numbers.
    :param wanted: which of the real archives.
    :returns: what was written, in order.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for source in (source for source in archives() if wanted(source)):
        trials, articles = Numbers(FIRST_TRIAL, TRIALS), Numbers(FIRST_ARTICLE, ARTICLES)
        members = list(contents(source))
        for turn in range(times):
            target = folder / f"{source.stem}-{turn:02d}.zip"
            with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
                for name, body in members:
                    made.writestr(member(name), renumbered(body, turn, trials, articles))
            written.append(target)
    return written


def contents(archive: Path) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file in an archive, sorted by name."""
    with zipfile.ZipFile(archive) as opened:
        for name in sorted(name for name in opened.namelist() if not name.endswith("/")):
            yield name, opened.read(name)


def member(name: str) -> zipfile.ZipInfo:
    """Where a record stands in a synthetic archive, at a time that is always the same."""
    info = zipfile.ZipInfo(f"synthetic/{name.removeprefix('synthetic/')}", (2026, 1, 1, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def renumbered(body: bytes, turn: int, trials: Numbers, articles: Numbers) -> bytes:
    """A file in which every number of a trial or article is that of its round."""
    body = _TRIAL.sub(lambda found: b"NCT" + trials.shifted(found[1], turn), body)
    return _ARTICLE.sub(lambda found: found[1] + articles.shifted(found[2], turn), body)


def touched(archive: Path, target: Path, every: int) -> int:
    """Write an archive again in which every so manieth record is newer, by the day of its last update.

    Records that say no such day stay as they are; a member of many records is changed in some of them.

    :returns: how many are newer.
    """
    dates = _Dates(every)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        for name, body in contents(archive):
            made.writestr(member(name), _UPDATED.sub(dates.later, body))
    return dates.newer


class _Dates:
    """The dates of records one after the other; some records have two or three, one behind the other."""

    def __init__(self, every: int) -> None:
        self._every = every
        self._records = 0
        self._now = False
        self.newer = 0

    def later(self, found: re.Match[bytes]) -> bytes:
        """A date, or a later one."""
        if b"ost" not in found[1] and b"_qc" not in found[1]:
            self._now = self._records % self._every == 0
            self._records += 1
            self.newer += self._now
        return found[1] + b"2999" if self._now else found[0]


if __name__ == "__main__":
    for path in replicate(int(sys.argv[1]), Path(sys.argv[2])):
        print(path)
