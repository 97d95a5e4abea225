"""What a folder holds of a request for studies, brought in step with what the registry has by now.

A registry tells what was updated, but neither what it deleted nor what an update took out of the answer to a query. So
numbers alone are listed, a thousand a request: the first one, which says how many there are, and the others where as
many are not held. Reading them in the folder takes 0.04 s for a page of 20 MB.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from kg.fetch.folder import Folder, key_of
from kg.fetch.numbers import chunks
from kg.fetch.studies import PAGE, Page, no_page, without
from kg.fetch.web import Web

MOST_A_PAGE = 1000
IDS_A_REQUEST = 100
# Of a request for many: as many a page as there may be, and on the first how many there are.
COUNTED = {"pageSize": str(MOST_A_PAGE), "countTotal": "true"}


def in_step(
    folder: Folder,
    web: Web,
    url: str,
    fields: dict[str, str],
    files: Sequence[Path],
    prefix: str,
    *,
    counted: bool,
    tell: Callable[[int, int | None], None] = lambda _done, _of: None,
) -> tuple[int, tuple[str, ...]]:
    """Write studies that the folder lacks, and remove those that the service no longer gives.

    :param url: of the search.
    :param fields: of the request, without how much of it is wanted.
    :param files: of all answers to the request.
    :param prefix: how the names of files with what was lacking begin.
    :param counted: whether as many are the same ones; where the registry has changed under an answer, as many may have
        been hidden as were deleted.
    :param tell: is told how many numbers are listed so far, of how many.
    :returns: how many were lacking, and the numbers of those that went.
    :raises FetchError: also where less than half is left of more than a page: it is rather the service that is not
        whole, so nothing goes.
    """
    held = {path: _numbers(path) for path in files}
    known = frozenset[str]().union(*held.values())
    page = _ask(web, url, fields | COUNTED)
    total = page.total_count
    if total is None or (counted and total == len(known) > len(page.studies)):
        return 0, ()
    folder.check_most_is_left(url, "studies", len(known), total, MOST_A_PAGE)
    listed = set(page.numbers())
    while page.next_page_token:
        tell(len(listed), total)
        page = _ask(web, url, fields | COUNTED | {"pageToken": page.next_page_token})
        listed.update(page.numbers())
    lacking = 0
    for chunk in chunks(sorted(listed - known), IDS_A_REQUEST):
        body = web.ask(url, fields | {"filter.ids": ",".join(chunk), "pageSize": str(MOST_A_PAGE)}, check=no_page)
        if came := len(PAGE.decode(body).studies):
            folder.write(f"{prefix}-lacking-{key_of(*chunk)}.json", body)
            lacking += came
    # Pages that shift while they are read hide studies, so each is looked for by its number before it goes.
    gone = frozenset(_absent(web, url, fields, sorted(known - listed)))
    for path, numbers in held.items():
        if numbers & gone:
            folder.leave(path, without(path.read_bytes(), gone))
    return lacking, tuple(sorted(gone))


def _ask(web: Web, url: str, fields: dict[str, str]) -> Page:
    """Some studies, of each its number alone."""
    token = fields.get("pageToken")
    return PAGE.decode(web.ask(url, fields | {"fields": "NCTId"}, check=lambda body: no_page(body, token)))


def _numbers(path: Path) -> frozenset[str]:
    try:
        return frozenset(PAGE.decode(path.read_bytes()).numbers())
    except msgspec.MsgspecError:
        # Damaged by whatever; its studies are lacking.
        return frozenset()


def _absent(web: Web, url: str, fields: dict[str, str], numbers: Sequence[str]) -> Iterator[str]:
    for chunk in chunks(numbers, IDS_A_REQUEST):
        named = {"filter.ids": ",".join(chunk), "pageSize": str(MOST_A_PAGE)}
        given = frozenset(_ask(web, url, fields | named).numbers())
        yield from (one for one in chunk if one not in given)
