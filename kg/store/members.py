"""Files and members of archives that need not be read again, and what was rejected in them.

A member is known when every document in it was read by this converter; then its stamp, such as the size and checksum
that its archive states, stands for its documents. Results come later than documents and in other batches, so each
document on its way is remembered by its address.
"""

from __future__ import annotations

import json
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.archives import Finished
from kg.document import Document
from kg.errors import DocumentError
from kg.store.catalogue import Catalogue

# Members within a member have its address, a mark and their own; what sorts between these two begins so.
_WITHIN, _AFTER = "!/", "!0"
_FORMATS = "SELECT formats FROM member WHERE uri = :uri OR uri > :within AND uri < :after"
_SEEN = "UPDATE member SET seen = :run WHERE uri = :uri OR uri > :within AND uri < :after"
# The member before it was another, and what was in it then.
_FORMER = "SELECT id FROM member WHERE uri = :uri OR uri > :within AND uri < :after AND seen <> :run"
_REJECTED_AGAIN = """
UPDATE reject SET run = :run
WHERE member IN (SELECT id FROM member WHERE uri = :uri OR uri > :within AND uri < :after)
"""


@dataclass(slots=True, eq=False)
class _Member:
    number: int
    uri: str
    within: _Member | None
    waiting: int = 0
    finished: Finished | None = None
    formats: Counter[str] = field(default_factory=Counter)

    def up(self) -> Iterator[_Member]:
        """Itself and those it is within."""
        member: _Member | None = self
        while member:
            yield member
            member = member.within


class Members:
    """What this run has met of each member.

    :ivar read: documents that could be read, by name of their format, those of members that were not read included.
    :ivar rejected: how many were rejected.
    """

    def __init__(self, catalogue: Catalogue, fingerprint: str, run: int) -> None:
        self._catalogue = catalogue
        self._fingerprint = fingerprint
        self._run = run
        # Those of members that a killed run did not end, which are read again.
        catalogue.db.execute("DELETE FROM reject WHERE member NOT IN (SELECT id FROM member)")
        # Numbers are given once, whether or not the member comes to be known.
        ((last, last_met),) = catalogue.rows(
            "SELECT (SELECT coalesce(max(id), 0) FROM member), (SELECT coalesce(max(member), 0) FROM document)"
        )
        self._last = max(last, last_met)
        self._here: _Member | None = None
        self._on_their_way: dict[str, deque[tuple[_Member | None, int | None]]] = {}
        self._complete: list[tuple[_Member, Finished]] = []
        self.read: Counter[str] = Counter()
        self.rejected = 0

    def known(self, uri: str, stamp: str) -> int | None:
        """How many documents an unchanged member gave the last time; None where it must be read, which begins now."""
        found = self._catalogue.rows(
            "SELECT documents FROM member WHERE uri = ? AND stamp = ? AND fingerprint = ?",
            uri,
            stamp,
            self._fingerprint,
        )
        if found:
            return int(found[0][0])
        while self._here and not uri.startswith(self._here.uri + _WITHIN):
            self._here = self._here.within
        self._last += 1
        self._here = _Member(self._last, uri, self._here)
        return None

    def skipped(self, uri: str) -> None:
        """An unchanged member was found: what is known of it, and of those within, counts as if it had been read."""
        names = self._named(uri)
        for (formats,) in self._catalogue.db.execute(_FORMATS, names):
            self.read.update(json.loads(formats))
        self.rejected += self._catalogue.db.execute(_REJECTED_AGAIN, names).rowcount
        self._catalogue.db.execute(_SEEN, names)

    def _named(self, uri: str) -> dict[str, object]:
        """What questions about a member and those within ask by."""
        return {"run": self._run, "uri": uri, "within": uri + _WITHIN, "after": uri + _AFTER}

    @property
    def here(self) -> int | None:
        """Number of the member that is being read."""
        return self._here.number if self._here else None

    def met(self, format_name: str) -> None:
        """A document of the member that is being read is known."""
        if self._here:
            self._here.formats[format_name] += 1
        self.read[format_name] += 1

    def given(self, document: Document) -> None:
        """A document of the member that is being read is on its way to be converted."""
        for member in self._here.up() if self._here else ():
            member.waiting += 1
        self._on_their_way.setdefault(document.uri, deque()).append((self._here, document.offset))

    def of(self, uri: str) -> int | None:
        """Number of the member that a document on its way is in."""
        waiting = self._on_their_way.get(uri)
        return waiting[0][0].number if waiting and waiting[0][0] else None

    def converted(self, uri: str, format_name: str) -> None:
        """A document was converted and is noted, or waits to be noted with those before :meth:`keep` is called."""
        member, _ = self._arrived(uri)
        if member:
            member.formats[format_name] += 1
        self.read[format_name] += 1

    def reject(self, error: DocumentError, *, converting: bool) -> None:
        """A document could not be read.

        :param converting: whether it was on its way, rather than no document at all.
        """
        member, place = self._arrived(error.uri) if converting else (self._around(error.uri), None)
        self.rejected += 1
        self._catalogue.db.execute(
            "INSERT INTO reject VALUES (?, ?, ?, ?, ?, ?)",
            (error.uri, error.cause, error.detail, place, member.number if member else None, self._run),
        )

    def _around(self, uri: str) -> _Member | None:
        """The member that is being read in which an address is; what is refused there is refused again unread."""
        here = self._here
        while here and uri != here.uri and not uri.startswith((f"{here.uri}#", here.uri + _WITHIN)):
            here = here.within
        return here

    def finished(self, finished: Finished) -> None:
        """The last document of a member that was being read was given."""
        while self._here and self._here.uri != finished.uri:
            self._here = self._here.within
        if self._here:
            self._here.finished = finished
            self._complete_if_done(self._here)
            self._here = self._here.within

    def _arrived(self, uri: str) -> tuple[_Member | None, int | None]:
        waiting = self._on_their_way.get(uri)
        if not waiting:
            return None, None
        inmost, place = waiting.popleft()
        if not waiting:
            del self._on_their_way[uri]
        for member in inmost.up() if inmost else ():
            member.waiting -= 1
            self._complete_if_done(member)
        return inmost, place

    def _complete_if_done(self, member: _Member) -> None:
        if member.finished and not member.waiting:
            self._complete.append((member, member.finished))

    def keep(self) -> bool:
        """Note the members all of whose documents have come; to be called when these are noted.

        :returns: whether there were any.
        """
        some = bool(self._complete)
        for member, said in self._complete:
            former = self._catalogue.db.execute(_FORMER, self._named(said.uri)).fetchall()
            self._catalogue.db.executemany("DELETE FROM member WHERE id = ?", former)
            self._catalogue.db.executemany("DELETE FROM reject WHERE member = ?", former)
            formats = json.dumps(member.formats, sort_keys=True)
            row = (member.number, said.uri, said.stamp, self._fingerprint, said.count, formats, self._run)
            self._catalogue.db.execute("INSERT INTO member VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        self._complete.clear()
        return some

    def causes(self) -> dict[str, int]:
        """How many were rejected in this run for each cause, sorted by cause."""
        rows = self._catalogue.rows("SELECT cause, count(*) FROM reject WHERE run = ? GROUP BY cause", self._run)
        return dict(sorted(rows))

    def rejects(self, most: int = -1) -> Iterator[tuple[DocumentError, int | None]]:
        """What was rejected in this run, sorted by address, and its place in its file where that is known.

        :param most: how many of them.
        """
        for uri, cause, detail, place in self._catalogue.db.execute(
            "SELECT uri, cause, detail, place FROM reject WHERE run = ? ORDER BY uri, cause, detail LIMIT ?",
            (self._run, most),
        ):
            yield DocumentError(uri, cause, detail), place

    def forget_others(self) -> None:
        """Drop rejects that no unchanged member would give again."""
        self._catalogue.db.execute("DELETE FROM reject WHERE member IS NULL OR member NOT IN (SELECT id FROM member)")
