"""Graphs that are written by hand, a change at a time, instead of built from documents; each change is a snapshot."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store import contents, damage, layout, publishing
from kg.store.contents import Content, Name
from kg.store.lock import locked
from kg.store.owner import manifest, refuse_built

# The engine keeps ten files of each small write for good while they do not overlap, and each snapshot links them all.
CROWDED = 128
# Bytes that an empty transaction takes in the engine's log.
_NOTHING = 23


@dataclass(frozen=True, slots=True)
class Written:
    """What came of a change.

    :ivar snapshot: id of the one that is published now.
    :ivar changed: whether it was published for this change; not where the graph said the same before.
    :ivar existed: whether the graph that was written to was there before; true of the default graph and of updates.
    """

    snapshot: str
    changed: bool
    existed: bool = True


class NotDone(ValueError):
    """An operation of an update that is not ``SILENT`` cannot be done, such as to drop a graph that is not there."""


class Editing:
    """A graph that one process may write; made by :func:`editing`.

    What it writes to is a copy of the published store, which stays open from one change to the next: opening one takes
    longer than a change. Whatever fails halfway makes it start with a new copy.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._work: Path | None = None
        self._store: ox.Store | None = None

    def update(self, text: str, base: str | None = None) -> Written:
        """Do all that a SPARQL update says, or nothing.

        :param text: calls no other server; whoever asks has looked.
        :raises SyntaxError: when it is no update.
        :raises NotDone: when one of its operations cannot be done.
        :raises StoreError: when the graph cannot be written.
        """
        with self._changing(SyntaxError, NotDone) as store:
            before = self._logs()
            try:
                store.update(text, base_iri=base)
            except RuntimeError as error:
                if damage.met(error):
                    raise
                raise NotDone(str(error)) from error
            after = self._logs()
            # Whatever is written takes more; to write what is there already counts as a change.
            same = after.keys() == before.keys() and sum(after.values()) - sum(before.values()) <= _NOTHING
            return self._written(changed=not same)

    def put(self, graph: str | None, given: Sequence[Content]) -> Written:
        """Make a graph consist of some statements.

        :param graph: its IRI; None for the default graph.
        :param given: blank nodes of one are none of another's, nor of what is there.
        :raises NotReadable: when one is not of its format; then nothing is changed.
        :raises StoreError: when the graph cannot be written.
        """
        name = _named(graph)
        quads = contents.read(name, given)
        with self._changing() as store:
            existed = contents.exists(store, name)
            if quads is not None and existed and contents.same(store, name, quads):
                return self._written(changed=False)
            if existed:
                store.clear_graph(name)
            return self._load(store, name, given, quads, existed=existed)

    def add(self, graph: str | None, given: Sequence[Content]) -> Written:
        """Add statements to a graph, which is made where there is none; otherwise as :meth:`put`."""
        name = _named(graph)
        quads = contents.read(name, given)
        with self._changing() as store:
            existed = contents.exists(store, name)
            if quads is not None and existed and all(quad in store for quad in quads):
                return self._written(changed=False)
            return self._load(store, name, given, quads, existed=existed)

    def _load(
        self, store: ox.Store, name: Name, given: Sequence[Content], quads: set[ox.Quad] | None, *, existed: bool
    ) -> Written:
        if not existed and isinstance(name, ox.NamedNode):
            store.add_graph(name)
        contents.load(store, name, given, quads)
        return self._written(changed=True, existed=existed)

    def drop(self, graph: str | None) -> Written:
        """Remove a graph; of the default graph, which is always there, its statements.

        :raises StoreError: when the graph cannot be written.
        """
        name = _named(graph)
        with self._changing() as store:
            if not contents.exists(store, name):
                return self._written(changed=False, existed=False)
            changed = graph is not None or any(store.quads_for_pattern(None, None, None, name))
            store.remove_graph(name)
            return self._written(changed=changed)

    def open(self) -> None:
        """Make the copy, so that the first change need not.

        :raises StoreError: when the graph cannot be read.
        """
        with self._changing():
            pass

    def publish(self) -> None:
        """Publish the graph as it is."""
        with self._changing():
            self._written(changed=True)

    @contextmanager
    def _changing(self, *harmless: type[Exception]) -> Iterator[ox.Store]:
        """The store to change; after an error it is not used again.

        :param harmless: errors that leave the store as it was.
        """
        try:
            yield self._opened()
        except harmless:
            raise
        except BaseException as error:
            self.close()
            if damage.met(error):
                raise damage.refusal(self._folder, error) from error
            if isinstance(error, OSError):
                raise StoreError(f"{self._folder}: wanted to write the graph, found {error}") from error
            raise

    def _opened(self) -> ox.Store:
        if self._store is None:
            base = layout.current_id(self._folder)
            publishing.clear_leftovers(self._folder)
            shutil.rmtree(layout.work_folder(self._folder), ignore_errors=True)
            work = self._new_work()
            if base:
                # Hard links where the file system has them: what is published is never written to.
                published = layout.snapshot_folder(self._folder, base) / layout.GRAPH
                ox.Store.read_only(str(published)).backup(str(work))
            self._work, self._store = work, ox.Store(str(work))
        return self._store

    def _new_work(self) -> Path:
        layout.work_folder(self._folder).mkdir(exist_ok=True)
        # A name of its own: the engine takes a path for locked as long as anything of an earlier failure is alive.
        return Path(tempfile.mkdtemp(dir=layout.work_folder(self._folder))) / layout.GRAPH

    def _logs(self) -> dict[str, int]:
        """The files of the engine's log, with their sizes."""
        return {path.name: path.stat().st_size for path in self._work.glob("*.log")} if self._work else {}

    def _crowded(self) -> bool:
        # The engine may remove some of them meanwhile.
        return self._work is not None and len(list(self._work.glob("*.sst"))) > CROWDED

    def _written(self, *, changed: bool, existed: bool = True) -> Written:
        if changed:
            self._publish()
        return Written(layout.current_id(self._folder) or "", changed, existed)

    def _publish(self) -> None:
        store = self._opened()
        said = manifest(store)
        if said["quads"]["total"] is not None and self._crowded():
            store = self._write_anew(store)
        number = max(map(int, layout.kept_ids(self._folder)), default=0) + 1
        lines: dict[str, tuple[str, ...]] = {layout.INPUTS: (), layout.REJECTS: ()}
        new = publishing.write(self._folder, f"{number:04d}", said, lines)
        store.backup(str(new / layout.GRAPH))
        publishing.switch(self._folder, new)
        # It counts from here on, whatever becomes of the old ones; the next write tries again.
        with suppress(OSError):
            publishing.remove_old(self._folder)

    def _write_anew(self, old: ox.Store) -> ox.Store:
        """Move to a store of few files; the engine's own compaction only moves small ones that do not overlap."""
        former, work = self._work, self._new_work()
        store = ox.Store(str(work))
        for graph in old.named_graphs():
            store.add_graph(graph)
        store.bulk_extend(old)
        self._work, self._store = work, store
        if former:
            shutil.rmtree(former, ignore_errors=True)
        return store

    def close(self) -> None:
        """Let go of the copy, with whatever was not published; the next change makes another."""
        self._store = None
        shutil.rmtree(layout.work_folder(self._folder), ignore_errors=True)


@contextmanager
def editing(folder: Path | str) -> Iterator[Editing]:
    """Hold a graph of the service for writing; no other process may meanwhile.

    :raises StoreError: when it is not the service's or another process holds it.
    """
    folder = Path(folder)
    refuse_built(folder)
    with locked(folder):
        refuse_built(folder)
        editor = Editing(folder)
        try:
            yield editor
        finally:
            editor.close()


def create(folder: Path | str) -> None:
    """Publish an empty graph that belongs to the service.

    :raises StoreError: when there is a graph, or the folder holds something else.
    """
    folder = Path(folder)
    with locked(folder):
        current = layout.current_id(folder)
        if current is not None:
            raise StoreError(f"{folder}: wanted no graph, found snapshot {current}")
        editor = Editing(folder)
        try:
            editor.publish()
        finally:
            editor.close()


def _named(graph: str | None) -> Name:
    return ox.DefaultGraph() if graph is None else ox.NamedNode(graph)


def parse(text: str, base: str | None = None) -> None:
    """Read a SPARQL update that calls no other server, and do nothing with it.

    :raises SyntaxError: when it is none.
    """
    # The engine cannot read one without doing it, so it does it to an empty store, in memory.
    with suppress(RuntimeError):
        ox.Store().update(text, base_iri=base)
