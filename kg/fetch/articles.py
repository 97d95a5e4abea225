"""What a folder holds of a search of PubMed, brought in step with what it finds by now.

PubMed tells what was modified, but neither what was deleted nor what a search finds no more. So numbers alone are
listed, 9,999 a request; where there are more than that, only if there are not as many as are held.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from pathlib import Path

from kg.fetch.eutils import IDS_A_REQUEST, MOST, Question, Service, spans
from kg.fetch.folder import Folder, key_of
from kg.fetch.numbers import chunks

# What is more than this and less than half there is rather a service that is not whole.
FEW = 500
RECORD = re.compile(rb"<Pubmed(?:Book)?Article[ >]")
# Of the record itself: those of what it cites or corrects stand in it, too.
PMID = re.compile(rb"<(?:MedlineCitation|BookDocument)(?:\s[^>]*)?>\s*<PMID[^>]*>\s*(\d+)")
_WHOLE = re.compile(rb"<(Pubmed(?:Book)?Article)[ >].*?</\1>\s*", re.DOTALL)


def in_step(
    folder: Folder,
    service: Service,
    question: Question,
    files: Sequence[Path],
    prefix: str,
    tell: Callable[[int, int | None], None] = lambda _done, _of: None,
) -> tuple[int, int, tuple[str, ...]]:
    """Write articles that the folder lacks, and remove those that the search finds no more.

    :param question: that all answers to the request were to.
    :param files: of all these answers.
    :param prefix: how the names of files with what was lacking begin.
    :param tell: is told how many numbers are listed so far, of how many.
    :returns: how many came of how many that were lacking, and the numbers of those that went.
    :raises FetchError: also where less than half is left of more than a page: it is rather the service that is not
        whole, so nothing goes.
    """
    held = {path: _numbers(path) for path in files}
    known = frozenset[str]().union(*held.values())
    total = int(service.search(*question).count)
    if total == len(known) > MOST:
        return 0, 0, ()
    folder.check_most_is_left(service.url, "articles", len(known), total, FEW)
    listed = set[str]()
    for _, found in spans(service, question, listed=MOST):
        listed.update(found.idlist)
        tell(len(listed), total)
    lacking, came = sorted(listed - known, key=int), 0
    for chunk in chunks(lacking, IDS_A_REQUEST):
        body = service.articles(chunk)
        if many := len(RECORD.findall(body)):
            folder.write(f"{prefix}-lacking-{key_of(*chunk)}.xml", body)
            came += many
    # A list may be short, so each is looked for by its number before it goes.
    gone = frozenset(_absent(service, question, sorted(known - listed, key=int)))
    for path, numbers in held.items():
        if numbers & gone:
            folder.leave(path, without(path.read_bytes(), gone))
    return came, len(lacking), tuple(sorted(gone, key=int))


def without(body: bytes, gone: Container[str]) -> bytes | None:
    """A set of articles without some of them, the others byte for byte as they came; None where none is left."""
    left = _WHOLE.sub(lambda found: b"" if _number(found[0]) in gone else found[0], body)
    return left if RECORD.search(left) else None


def _number(record: bytes) -> str | None:
    found = PMID.search(record)
    return found[1].decode() if found else None


def _numbers(path: Path) -> frozenset[str]:
    """Of articles that are there whole; what was cut is lacking."""
    found = (_number(record[0]) for record in _WHOLE.finditer(path.read_bytes()))
    return frozenset(number for number in found if number)


def _absent(service: Service, question: Question, numbers: Sequence[str]) -> Iterator[str]:
    for chunk in chunks(numbers, IDS_A_REQUEST):
        named = " OR ".join(f"{one}[pmid]" for one in chunk)
        asked = question._replace(query=f"({question.query}) AND ({named})")
        given = frozenset(service.search(*asked, listed=IDS_A_REQUEST).idlist)
        yield from (one for one in chunk if one not in given)
