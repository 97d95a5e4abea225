"""The state that a build in progress writes: which copy of each record is current, and what it says."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import pyoxigraph as ox

from kg.document import WITHDRAWN, Document, file_name
from kg.errors import StoreError
from kg.pipeline import ConvertedDocument
from kg.rdf import iris
from kg.store import layout
from kg.store.catalogue import Catalogue, Copy, Read, precedence
from kg.store.drawn import Drawn
from kg.store.graph import WorkingGraph
from kg.store.loading import Loader
from kg.store.members import Members
from kg.store.recipe import Recipe
from kg.store.said import Said, said
from kg.store.statements import RULES, byte_lines, canonical, is_own, key, lines_of, parsed, shared_keys, stand_in

# Of what documents say so much is held before it is loaded, and as much again for the default graph, whichever is met
# first: statements are what the engine needs memory for, and some formats make a third more of them of as many bytes.
# It sorts what it is given at once: with a quarter of this, 4.5 million statements took a quarter more processor time.
HELD_STATEMENTS = 200_000
HELD_BYTES = 48_000_000


@dataclass(frozen=True, slots=True)
class _Waiting:
    document: ConvertedDocument
    said: Said
    member: int | None
    former: bool
    # Copies that it precedes, without what they say: noted together with it, so that a build that is killed before
    # has noted neither.
    superseded: tuple[tuple[ConvertedDocument, Read], ...] = ()


class Work:
    """A graph with its catalogue, in a private folder.

    :ivar folder: in which all of it is.
    :ivar build: number of the snapshot to come.
    :ivar run: number of this run; a build that was killed and goes on has several.
    :ivar changed: whether the graph is another one than that of the snapshot it started from.
    :ivar noted: whether the catalogue says something new, the graph changed or not.
    """

    def __init__(self, folder: Path, recipe: Recipe, build: int, *, fresh: bool, resumed: bool) -> None:
        self.folder = folder
        self.catalogue = Catalogue(folder / layout.CATALOGUE)
        self.recipe = recipe
        self.build = build
        self.run = int(self.catalogue.setting("runs") or 0) + 1
        self.catalogue.change_setting("runs", str(self.run))
        if not resumed:
            self.catalogue.change_setting("first run", str(self.run))
        elif self.catalogue.setting("filled"):
            self.catalogue.close()
            raise StoreError("wanted a graph that can be gone on with, found one in which all was put together")
        self.changed = self.catalogue.setting("changed") == str(build)
        self.noted = self.catalogue.setting("noted") == str(build)
        self.members = Members(self.catalogue, recipe.fingerprint, self.run)
        self._drawn = Drawn(self.catalogue.db)
        self._fresh = fresh
        was = json.loads(self.catalogue.setting("without") or "[]")
        self.graph = WorkingGraph(
            folder / layout.GRAPH,
            source_graphs=recipe.source_graphs,
            rejected=frozenset(iris.rule_set(name) for name in was),
        )
        # Said again when the work is finished: a run that is killed leaves a graph whose size is not known.
        total = self.catalogue.setting("total")
        self.catalogue.db.execute("DELETE FROM setting WHERE name = 'total'")
        self.graph.total = int(total) if total else None
        self._loader = Loader(self.graph, self.catalogue, folder / layout.LOADING)
        self._loader.redo()
        self._pending: dict[str, _Waiting] = {}
        self._held = self._held_bytes = 0
        self._closed = False

    def settle(self) -> None:
        """Bring what is said of the whole graph in line with the recipe: the vocabulary and the ontology too.

        :raises StoreError: when it was built with source graphs and should go on without, or the other way; when it
            was built with contacts and should go on without, for its files would still hold them; and when a statement
            of the vocabulary or the ontology is none of theirs.
        """
        if self.catalogue.setting("contacts") == "true" and not self.recipe.contacts:
            raise StoreError("the graph was built with contacts; build it anew with --anew to leave them out")
        self.catalogue.change_setting("fingerprint", self.recipe.fingerprint)
        self.catalogue.change_setting("contacts", json.dumps(self.recipe.contacts))
        if self._fresh:
            self.catalogue.change_setting("source_graphs", json.dumps(self.recipe.source_graphs))
        elif self.catalogue.setting("source_graphs") != json.dumps(self.recipe.source_graphs):
            kept = "without source graphs" if self.recipe.source_graphs else "with source graphs"
            raise StoreError(f"the graph was built {kept}; build it anew, or build it as before")
        without = json.dumps(sorted(self.recipe.without))
        if self.catalogue.setting("without") != without:
            self._change()
            # Said when it is done: a run that is killed here does it again.
            self.graph.accept_all_but(self.recipe.rejected_graphs)
            self.catalogue.change_setting("without", without)
        # Before any document: in a transaction, which the engine lets wait, 36 s after 21 million statements, until it
        # has put most of what was loaded together.
        self._replace_shared("vocabulary", iris.VOCABULARY, self.recipe.vocabulary)
        self._replace_shared("ontology", iris.ONTOLOGY, self.recipe.ontology)
        self.catalogue.commit()

    def _change(self) -> None:
        if not self.recipe.source_graphs and not self._fresh:
            raise StoreError("a graph built without source graphs cannot be brought up to date; build it anew")
        if not self.changed:
            self.changed = True
            self.catalogue.change_setting("changed", str(self.build))

    def note(self) -> None:
        """The catalogue comes to say something that is worth keeping though the graph may be the same."""
        if not self.noted:
            self.noted = True
            self.catalogue.change_setting("noted", str(self.build))

    def _read(self, member: int | None) -> Read:
        return Read(self.recipe.fingerprint, self.build, self.run, member)

    def meet(self, format_name: str, document: Document) -> bool:
        """Whether a document is known already, so that it need not be converted."""
        return self.catalogue.meet(document.sha256, format_name, document.uri, self._read(self.members.here))

    def offer(self, document: ConvertedDocument) -> None:
        """Take a copy of a record, which becomes the current one if it precedes the one there is.

        :raises StoreError: when it breaks the contract of what a document may say.
        """
        of_lines = said(document, self.graph.rejected)
        member = self.members.of(document.uri)
        waiting = self._pending.get(document.record)
        self.note()
        if waiting:
            if waiting.document.sha256 != document.sha256:
                self._wait(self._first(_Waiting(document, of_lines, member, waiting.former), waiting), None)
            elif file_name(document.uri) < file_name(waiting.document.uri):
                self._wait(replace(waiting, document=document, said=of_lines, member=member), None)
            return
        there = self.catalogue.current(document.record)
        if there and there.sha256 == document.sha256:
            # A copy may have been loaded after this one was found and before it was converted.
            if self.catalogue.meet(document.sha256, document.format, document.uri, self._read(member)):
                return
        elif there and precedence(document) < precedence(there):
            self.catalogue.supersede(document, self._read(member))
            return
        self._wait(_Waiting(document, of_lines, member, there is not None), there)

    def _first(self, one: _Waiting, other: _Waiting) -> _Waiting:
        """Of two copies of a record the one that precedes the other, with those that it supersedes."""
        first, second = (one, other) if precedence(one.document) > precedence(other.document) else (other, one)
        passed = (replace(second.document, stated=b"", inferred=b""), self._read(second.member))
        return replace(first, superseded=(*other.superseded, passed))

    def _wait(self, one: _Waiting, there: Copy | None) -> None:
        document = one.document
        # A record that is withdrawn before it was ever there changes nothing but the catalogue.
        if document.version != WITHDRAWN or (one.former and not (there and there.version == WITHDRAWN)):
            self._change()
        self._pending[document.record] = one
        self._held += one.said.stated + one.said.inferred
        self._held_bytes += len(document.stated) + len(document.inferred)
        if self._held > HELD_STATEMENTS or self._held_bytes > HELD_BYTES:
            self.flush()

    def flush(self) -> None:
        """Load the documents that wait; from here a killed build goes on."""
        waiting = list(self._pending.values())
        self._pending.clear()
        self._held = self._held_bytes = 0
        if self.recipe.source_graphs:
            self._add([one for one in waiting if not one.former])
            self._replace([one for one in waiting if one.former])
        else:
            for one in waiting:
                self._note(one, one.document.stated + one.document.inferred)
        if self.members.keep():
            self.note()
        self.catalogue.commit()

    def _note(self, one: _Waiting, kept: bytes) -> None:
        for document, read in one.superseded:
            self.catalogue.supersede(document, read)
        quads, stated = one.said.stated + one.said.inferred, one.said.stated
        self.catalogue.load(one.document, self._read(one.member), quads=quads, stated=stated)
        self.catalogue.keep_text(one.document.record, kept)

    def _add(self, added: Sequence[_Waiting]) -> None:
        """Load documents of which no copy was there."""
        drawn: Counter[int] = Counter()
        for one in added:
            drawn.update(one.said.shared)
            self._note(one, one.document.inferred)
        self._drawn.change(drawn)
        if added:
            # Named graphs have six orders of statements, the default graph three. Loaded together they took twice the
            # memory (830 and 380 MB for 5.3 million statements) and no less time.
            self._loader.add(
                chain.from_iterable((one.document.stated, one.document.inferred) for one in added),
                (one.said.default for one in added),
            )

    def _replace(self, former: Sequence[_Waiting]) -> None:
        """Make the graph say what documents say, and no more what their former copies said."""
        if not former:
            return
        self._loader.drain()
        drawn: Counter[int] = Counter()
        before = [self.catalogue.text(one.document.record) for one in former]
        for one, nquads in zip(former, before, strict=True):
            drawn.update(one.said.shared)
            drawn.subtract(shared_keys(one.document.record, byte_lines(nquads)))
        undrawn = self._drawn.change(drawn)
        lost: list[str] = []
        new: list[str] = []
        for one, nquads in zip(former, before, strict=True):
            self._compare(one.document, nquads, undrawn, lost, new)
            self._note(one, one.document.inferred)
        emptied = [one.document.record for one in former if not one.document.stated]
        self._loader.change(lost, (self.graph.named_and_default("".join(new)),), emptied)

    def _compare(
        self, document: ConvertedDocument, before: bytes, undrawn: frozenset[int], lost: list[str], new: list[str]
    ) -> None:
        """Find what the former copy of a document said and this one does not, and the other way.

        :param before: N-Quads of what followed from the former copy.
        :param undrawn: keys of the conclusions that no document draws any more.
        :param lost: N-Quads to which those are added that are to go.
        :param new: N-Quads to which those are added that were not said.
        """
        record = document.record
        said, says = self.graph.graph(record), parsed(document.stated)
        concluded, concludes = (
            {canonical(line): line for line in lines_of(nquads.decode())} for nquads in (before, document.inferred)
        )
        gone = concluded.keys() - concludes.keys()
        lost.extend(f"{quad} .\n" for quad in said - says)
        lost.extend(f"{line}\n" for line in gone if is_own(record, line) or key(line.encode()) in undrawn)
        new.extend(f"{quad} .\n" for quad in says - said)
        new.extend(f"{concludes[line]}\n" for line in concludes.keys() - concluded.keys())

    def remove(self, record: str) -> None:
        """Take a document out of the graph.

        :raises StoreError: when it is not in it.
        """
        current = self.catalogue.current(record)
        if current is None or current.version == WITHDRAWN:
            raise StoreError(f"no document {record.removeprefix(iris.BASE + 'record/')} in the graph")
        self._change()
        before = self.catalogue.text(record)
        undrawn = self._drawn.change(dict.fromkeys(shared_keys(record, byte_lines(before)), -1))
        lines = lines_of(before.decode())
        lost = [line for line in lines if is_own(record, line) or key(line.encode()) in undrawn]
        quads = self.graph.graph(record) | parsed("".join(f"{line}\n" for line in lost).encode())
        own = {quad for quad in quads if is_own(record, f"{quad.subject}")}
        self.catalogue.forget(record)
        self.graph.remove_sole(own)
        self._loader.change((f"{quad} .\n" for quad in quads - own), (), [record])

    def purge(self) -> None:
        """Write the files again without what was removed: 7 s for 400,000 statements."""
        self.graph.rewrite(self.folder / "purged")
        self.catalogue.give_back()

    def finish(self) -> None:
        """Load what waits, and draw the conclusions from all documents together."""
        self.flush()
        self._loader.drain()
        if self.changed and not self.recipe.source_graphs:
            # What is put there now cannot be told from what other copies say, and so not be taken out again.
            self.catalogue.change_setting("filled", "true")
            self.catalogue.commit()
            self.graph.add_to_default_graph(self.catalogue.texts())
        self._conclude()
        if self.changed:
            self.graph.drop_empty_graphs([graph for graph in self.graph.graphs() if graph.startswith(RULES)])
            self._drawn.tidy()
            if not self.recipe.source_graphs:
                self.catalogue.drop_texts()

    def _replace_shared(self, name: str, graph: str, text: str) -> None:
        if self.catalogue.change_setting(name, hashlib.sha256(text.encode()).hexdigest()):
            self._change()
            old, new = self.graph.graph(graph), shared_graph(name, graph, text)
            added = self.graph.named_and_default("".join(f"{quad} .\n" for quad in new - old))
            self._loader.change((f"{quad} .\n" for quad in old - new), (added,))

    def _conclude(self) -> None:
        names = tuple(json.loads(self.catalogue.setting("conclusions") or "[]"))
        if self.catalogue.change_setting("conclusions", json.dumps(sorted(self.recipe.conclusions))):
            self._change()
        if not self.changed:
            return
        # Taken out first: what is concluded must not rest on what was concluded before.
        old = (quad for name in names for quad in self.graph.quads(iris.rule_set(name)))
        self._loader.change((f"{quad} .\n" for quad in old), ())
        if self.recipe.conclude:
            self._loader.change((), self._conclusions(self.recipe.conclude(self.graph.query)))

    def _conclusions(self, texts: Iterable[str]) -> Iterator[str]:
        graphs = [iris.rule_set(name) for name in self.recipe.conclusions]
        for text in texts:
            if not stand_in(text, graphs):
                stray = next(line for line in lines_of(text) if not stand_in(f"{line}\n", graphs))
                raise StoreError(f"wanted conclusions of {', '.join(self.recipe.conclusions)}, found {stray[:200]!r}")
            yield self.graph.named_and_default(text)

    def strangers(self) -> bool:
        """Whether this build read documents, in a run that was killed, that are not among those found now."""
        found = self.catalogue.rows(
            "SELECT 1 FROM document LEFT JOIN member ON member.id = document.member"
            " WHERE loaded = ? AND document.seen >= ? AND document.seen <> ? AND coalesce(member.seen <> ?, 1) LIMIT 1",
            self.build,
            # A build that published nothing had the same number.
            int(self.catalogue.setting("first run") or 0),
            self.run,
            self.run,
        )
        return bool(found)

    def close(self, *, finished: bool = False) -> None:
        """Write the catalogue out and let go of the graph.

        :param finished: whether it is to be published; if not, what was said since the last checkpoint is forgotten.
        """
        if self._closed:
            return
        self._closed = True
        if not finished:
            self.catalogue.undo()
        elif self.graph.total is not None:
            self.catalogue.change_setting("total", str(self.graph.total))
        try:
            self._loader.close()
        finally:
            self.catalogue.close(finished=finished)
            self.graph.close()


def shared_graph(name: str, graph: str, text: str) -> set[ox.Quad]:
    """Statements of the vocabulary, which comes as N-Quads, or the ontology, which comes as Turtle.

    :raises StoreError: for a statement in another graph, and for a blank node, which would be another one next time.
    """
    syntax = ox.RdfFormat.N_QUADS if name == "vocabulary" else ox.RdfFormat.TURTLE
    try:
        found = set(ox.parse(text, format=syntax))
    except SyntaxError as error:
        raise StoreError(f"{name}: wanted {syntax.name}, found {error.msg}") from error
    if name == "ontology":
        found = {ox.Quad(quad.subject, quad.predicate, quad.object, ox.NamedNode(graph)) for quad in found}
    for quad in found:
        blank = isinstance(quad.subject, ox.BlankNode) or isinstance(quad.object, ox.BlankNode)
        if blank or quad.graph_name != ox.NamedNode(graph):
            raise StoreError(f"{name}: wanted statements without blank nodes in graph {graph}, found {quad}")
    return found
