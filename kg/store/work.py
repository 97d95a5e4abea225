"""The state that a build in progress writes: which copy of each record is current, and what it says."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.document import Document
from kg.errors import StoreError
from kg.pipeline import ConvertedDocument
from kg.rdf import iris
from kg.store import layout
from kg.store.catalogue import Catalogue, precedence
from kg.store.graph import WorkingGraph
from kg.store.recipe import Recipe
from kg.store.statements import RULES, canonical, check, is_own, key, lines_of, parsed, shared_keys

# Text of documents that is held before it is loaded in one go; twice that as statements of the default graph.
HELD_CHARACTERS = 32_000_000


class Work:
    """A graph with its catalogue, in a private folder.

    :ivar folder: in which all of it is.
    :ivar changed: whether the graph is another one than that of the snapshot it started from.
    """

    def __init__(self, folder: Path, recipe: Recipe, build: int) -> None:
        self.folder = folder
        self.catalogue = Catalogue(folder / layout.CATALOGUE)
        self.recipe = recipe
        self.build = build
        self.changed = False
        self._fresh = self.catalogue.setting("source_graphs") is None
        was = json.loads(self.catalogue.setting("without") or "[]")
        self.graph = WorkingGraph(
            folder / layout.GRAPH,
            source_graphs=recipe.source_graphs,
            rejected=frozenset(iris.rule_set(name) for name in was),
        )
        self._pending: dict[str, ConvertedDocument] = {}
        self._held = 0

    def settle(self) -> None:
        """Bring what is said of the whole graph in line with the recipe.

        :raises StoreError: when it was built with source graphs and should go on without, or the other way; and when
            it was built with contacts and should go on without, for its files would still hold them.
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
        if self.catalogue.change_setting("without", json.dumps(sorted(self.recipe.without))):
            self._change()
            self.graph.accept_all_but(self.recipe.rejected_graphs)

    def _change(self) -> None:
        if not self.recipe.source_graphs and not self._fresh:
            raise StoreError("a graph built without source graphs cannot be brought up to date; build it anew")
        self.changed = True

    def meet(self, format_name: str, document: Document) -> bool:
        """Whether a document is known already, so that it need not be converted."""
        return self._met(document.sha256, format_name)

    def _met(self, sha256: str, format_name: str) -> bool:
        return self.catalogue.meet(sha256, format_name, self.recipe.fingerprint, self.build)

    def offer(self, document: ConvertedDocument) -> None:
        """Take a copy of a record, which becomes the current one if it precedes the one there is.

        :raises StoreError: when it breaks the contract of what a document may say.
        """
        check(document)
        waiting = self._pending.get(document.record)
        current = waiting or self.catalogue.current(document.record)
        if current and current.sha256 == document.sha256:
            # A copy may have been loaded after this one was found and before it was converted.
            if waiting or self._met(document.sha256, document.format):
                return
        elif current and precedence(document) < precedence(current):
            self.catalogue.supersede(document, self.recipe.fingerprint, self.build)
            return
        elif waiting:
            self.catalogue.supersede(waiting, self.recipe.fingerprint, self.build)
        self._change()
        self._pending[document.record] = document
        self._held += len(document.stated) + len(document.inferred)
        if self._held > HELD_CHARACTERS:
            self.flush()

    def flush(self) -> None:
        """Load the documents that wait."""
        documents = list(self._pending.values())
        self._pending.clear()
        self._held = 0
        if self.recipe.source_graphs:
            self._replace(documents)
        for document in documents:
            stated, inferred = set(lines_of(document.stated)), set(lines_of(document.inferred))
            self.catalogue.load(
                document,
                self.recipe.fingerprint,
                self.build,
                quads=len(stated) + len(inferred),
                stated=len(stated),
            )
            kept = document.inferred if self.recipe.source_graphs else document.stated + document.inferred
            self.catalogue.keep_text(document.record, kept)

    def _replace(self, documents: Iterable[ConvertedDocument]) -> None:
        """Make the graph say what the documents say, and no more what their former copies said."""
        drawn: Counter[int] = Counter()
        former: list[tuple[ConvertedDocument, list[str]]] = []
        added: list[str] = []
        for document in documents:
            drawn.update(shared_keys(document.record, lines_of(document.inferred)))
            if self.catalogue.current(document.record) is None:
                added.append(document.stated + document.inferred)
            else:
                before = lines_of(self.catalogue.text(document.record))
                drawn.subtract(shared_keys(document.record, before))
                former.append((document, before))
        undrawn = self.catalogue.count(drawn)
        for document, before in former:
            added.append(self._take_back(document, before, undrawn))
        self.graph.add("".join(added))
        self.graph.drop_empty_graphs(document.record for document, _ in former if not document.stated)

    def _take_back(self, document: ConvertedDocument, before: list[str], undrawn: frozenset[int]) -> str:
        """Remove what the former copy of a document said and this one does not.

        :param before: lines of what followed from the former copy.
        :param undrawn: keys of the conclusions that no document draws any more.
        :returns: N-Quads of what this copy says and the former did not.
        """
        record = document.record
        said, says = self.graph.graph(record), parsed(document.stated)
        concluded = {canonical(line): line for line in before}
        concludes = {canonical(line): line for line in lines_of(document.inferred)}
        lost = [line for line in concluded.keys() - concludes.keys() if is_own(record, line) or key(line) in undrawn]
        self.graph.remove((said - says) | parsed("".join(f"{line}\n" for line in lost)))
        new = [f"{quad} .\n" for quad in says - said]
        return "".join(new + [f"{concludes[line]}\n" for line in concludes.keys() - concluded.keys()])

    def remove(self, record: str) -> None:
        """Take a document out of the graph.

        :raises StoreError: when it is not in it.
        """
        if self.catalogue.current(record) is None:
            raise StoreError(f"no document {record.removeprefix(iris.BASE + 'record/')} in the graph")
        self._change()
        before = lines_of(self.catalogue.text(record))
        undrawn = self.catalogue.count(Counter(dict.fromkeys(shared_keys(record, before), -1)))
        lost = [line for line in before if is_own(record, line) or key(line) in undrawn]
        quads = self.graph.graph(record) | parsed("".join(f"{line}\n" for line in lost))
        own = {quad for quad in quads if is_own(record, f"{quad.subject}")}
        self.graph.remove_sole(own)
        self.graph.remove(quads - own)
        self.graph.drop_empty_graphs([record])
        self.catalogue.forget(record)

    def purge(self) -> None:
        """Write the files again without what was removed: 7 s for 400,000 statements."""
        self.graph.rewrite(self.folder / "purged")
        self.catalogue.give_back()

    def finish(self) -> None:
        """Load what waits, the vocabulary and the ontology, and draw the conclusions from all documents together."""
        self.flush()
        if self.changed and not self.recipe.source_graphs:
            self.graph.add_to_default_graph(self.catalogue.texts())
            self.catalogue.drop_texts()
        self._replace_shared("vocabulary", iris.VOCABULARY, self.recipe.vocabulary)
        self._replace_shared("ontology", iris.ONTOLOGY, self.recipe.ontology)
        self._conclude()
        if self.changed:
            self.graph.drop_empty_graphs([graph for graph in self.graph.graphs() if graph.startswith(RULES)])

    def _replace_shared(self, name: str, graph: str, text: str) -> None:
        if self.catalogue.change_setting(name, hashlib.sha256(text.encode()).hexdigest()):
            self._change()
            self.graph.replace_graph(graph, shared_graph(name, graph, text))

    def _conclude(self) -> None:
        names = tuple(json.loads(self.catalogue.setting("conclusions") or "[]"))
        if self.catalogue.change_setting("conclusions", json.dumps(sorted(self.recipe.conclusions))):
            self._change()
        if not self.changed:
            return
        # Taken out first: what is concluded must not rest on what was concluded before.
        for name in names:
            self.graph.remove(self.graph.graph(iris.rule_set(name)))
        if self.recipe.conclude:
            text = self.recipe.conclude(self.graph.query)
            graphs = tuple(f" <{iris.rule_set(name)}> ." for name in self.recipe.conclusions)
            stray = next((line for line in lines_of(text) if not line.endswith(graphs)), None)
            if stray:
                raise StoreError(f"wanted conclusions of {', '.join(self.recipe.conclusions)}, found {stray[:200]!r}")
            self.graph.add(text)

    def close(self) -> None:
        """Write the catalogue out and let go of the graph."""
        self.catalogue.close()
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
