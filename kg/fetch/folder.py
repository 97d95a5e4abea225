"""The folder that records are fetched into: whole files, and how far each request has come."""

from __future__ import annotations

import errno
import fcntl
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import msgspec

from kg.errors import FetchError, KgError

# Hidden, so that a build does not take them for records.
STATE = ".fetch.json"
LOCK = ".fetch.lock"
Count = Annotated[int, msgspec.Meta(ge=0)]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a request gave.

    :ivar records: how many were written.
    :ivar wanted: how many the service said there are; None where it does not say.
    :ivar missing: numbers that were asked for and that the service does not know.
    :ivar gone: numbers of records that were there, that the service no longer gives, and that were removed.
    """

    records: int
    wanted: int | None
    missing: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


class Folder:
    """A folder that is filled, and knows after a break where to go on.

    :ivar path: of the folder, made when it does not exist.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir(parents=True, exist_ok=True)
        self._state = self._read()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the folder, so that no other process fetches into it: each would forget how far the other has come.

        The lock goes with the process, however it ends.

        :raises KgError: when another one holds it.
        """
        with (self.path / LOCK).open("a+", encoding="ascii") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise KgError(
                    f"{self.path}: wanted a folder of its own, found another kg fetch at work in it"
                ) from error
            except OSError as error:
                # Some file systems of networks have no locks.
                if error.errno not in (errno.ENOLCK, errno.ENOTSUP):
                    raise
            self._state = self._read()
            yield

    def _read(self) -> dict[str, Any]:
        file = self.path / STATE
        if not file.exists():
            return {}
        try:
            found = json.loads(file.read_text(encoding="utf-8"))
        except (ValueError, RecursionError) as error:
            raise FetchError(
                str(file), None, f"wanted the state of earlier requests, found {error}; remove it to ask for all again"
            ) from error
        return found if isinstance(found, dict) else {}

    def state(self, request: str, shape: object) -> dict[str, Any]:
        """How far a request has come; empty for one that was never made.

        :param shape: a ``TypedDict``; a state of another one, of whatever version or hand, is none.
        """
        found = self._state.get(request, {})
        try:
            msgspec.convert(found, shape)
        except msgspec.ValidationError:
            return {}
        return dict(found)

    def note(self, request: str, state: dict[str, Any]) -> None:
        """Keep how far a request has come."""
        self._state[request] = state
        self.write(STATE, (json.dumps(self._state, indent=1, sort_keys=True) + "\n").encode())

    def write(self, name: str, body: bytes) -> Path:
        """Write a file that is there whole or not at all, whenever the machine stops."""
        target, part = self.path / name, self.path / f".{name}.part"
        try:
            with part.open("wb") as out:
                out.write(body)
                out.flush()
                os.fsync(out.fileno())
            part.replace(target)
        except OSError:
            # On a full disk, what is left of it would keep others from being written.
            part.unlink(missing_ok=True)
            raise
        return target

    def leave(self, path: Path, left: bytes | None) -> None:
        """Keep of a file what is left of it; None removes it."""
        if left is None:
            path.unlink()
        else:
            self.write(path.name, left)

    def check_most_is_left(self, url: str, things: str, held: int, found: int, few: int) -> None:
        """Whether what is there of a request may be brought in step with an answer.

        :param things: what they are, for people.
        :param few: of no more than so many, any number may go.
        :raises FetchError: where less than half is left of more: it is rather the service that is not whole.
        """
        if held > few and found < held / 2:
            detail = f"wanted most of the {held:,} {things} in {self.path}, found {found:,}; nothing was removed"
            raise FetchError(url, None, f"{detail}, and if that is right, ask for all again with --anew")

    def prefix(self, stem: str, state: dict[str, Any], since: str | None) -> str:
        """How the names of an answer's files begin.

        :param since: the day that the request itself names; such a request shares no file with the one for everything,
            which names a day of its own accord from the second time on.
        """
        begin = f"since-{since}" if since else state["since"] or "first"
        return f"{stem}-{begin}-to-{state['as_of']}"

    def keep_only(self, written: Iterable[str], stem: str, since: str | None) -> None:
        """Remove the files of all earlier answers to a request; those of others stay, for they are still done.

        :param written: names of the files of its last answer, which may be fewer than one of the same day had.
        """
        kept = frozenset(written)
        for old in self.answers(stem, since):
            if old.name not in kept:
                old.unlink()

    def answers(self, stem: str, since: str | None) -> Iterator[Path]:
        """Files of all answers to a request, sorted."""
        of_others = f"{stem}-since-"
        files = self.files(f"{of_others}{since}-to-" if since else f"{stem}-")
        return (path for path in files if since or not path.name.startswith(of_others))

    def files(self, stem: str) -> Iterator[Path]:
        """Files whose names begin so, sorted."""
        return iter(sorted(self.path.glob(f"{stem}*")))


def key_of(*parts: str) -> str:
    """A short name for a request: the first 10 hexadecimal digits of its checksum."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:10]
