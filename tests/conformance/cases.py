"""Tests of evaluation and syntax: a query or update, the graphs that it is run over, and what is to come of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import urljoin

import rdflib
from rdflib.term import Node

from tests.conformance.exchanges import UT
from tests.conformance.results import ENDINGS, GRAPHS, JSON, TRIPLE, TRIPLES, TSV, TURTLE, Found, Table, read
from tests.conformance.suites import ADDRESS, MF, Manifest, Suites

QT = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
FOLDERS = ("sparql/sparql10/", "sparql/sparql11/")
EVALUATIONS = ("QueryEvaluationTest", "CSVResultFormatTest", "UpdateEvaluationTest")
SYNTAXES = tuple(f"{kind}SyntaxTest{of}" for kind in ("Positive", "Negative") for of in ("", "11"))
UPDATE_SYNTAXES = ("PositiveUpdateSyntaxTest11", "NegativeUpdateSyntaxTest11")
KINDS = (*EVALUATIONS, *SYNTAXES, *UPDATE_SYNTAXES)
# Comments, texts and IRIs, in which nothing is a keyword; then the keywords by which other servers are called.
LONG_TEXTS = r"\"{3}[\s\S]*?\"{3}|'{3}[\s\S]*?'{3}"
TEXTS = r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'"
SKIPPED = re.compile(rf"{LONG_TEXTS}|{TEXTS}|<[^<>\s]*>|#[^\n]*")
CALLING = re.compile(r"(?<![\w:?$@.-])(?:SERVICE|LOAD)(?![\w:.-])", re.IGNORECASE)
FROM = re.compile(r"\bFROM\s+(?:NAMED\s+)?<([^<>\s]*)>", re.IGNORECASE)


@dataclass(frozen=True)
class Graphs:
    """Files that are the graphs of a dataset.

    :ivar default: files whose merge is the default graph.
    :ivar named: IRI and file of each other graph.
    """

    default: tuple[str, ...] = ()
    named: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Case:
    """One test.

    :ivar name: folder and last part of the test's IRI.
    :ivar updates: whether ``text`` is an update.
    :ivar valid: whether ``text`` is to be understood.
    :ivar base: address of the file.
    :ivar accept: media type that the answer is asked for in.
    :ivar wanted: the answer, or the graphs after an update; None where only the syntax is looked at.
    :ivar lax: whether equal rows may be left out.
    :ivar entailed: whether an entailment regime is wanted, which nobody here claims to know.
    """

    name: str
    text: str
    updates: bool
    valid: bool
    base: str
    before: Graphs = Graphs()
    accept: str = JSON
    wanted: Found | Graphs | None = None
    lax: bool = False
    entailed: bool = False

    @property
    def calls(self) -> bool:
        """Whether another server is to be called, by ``SERVICE`` or ``LOAD``."""
        return CALLING.search(SKIPPED.sub(" ", self.text)) is not None

    @property
    def chooses(self) -> bool:
        """Whether the query says its own dataset."""
        return FROM.search(self.text) is not None


def cases(suites: Suites) -> list[Case]:
    """Every test of evaluation or syntax, in the order of the manifests' paths."""
    found = ((manifest, test) for manifest in suites.manifests(*FOLDERS) for test in manifest.tests(*KINDS))
    return [case(suites, manifest, test, place) for place, (manifest, test) in enumerate(found)]


def case(suites: Suites, manifest: Manifest, test: Node, place: int) -> Case:
    """One test of a manifest."""
    kind = next(str(one).removeprefix(str(MF)) for one in manifest.kinds(test) if str(one).startswith(str(MF)))
    action = manifest.one(test, MF.action)
    file = str(manifest.one(action, QT.query) or manifest.one(action, UT.request) or action)
    read_case = Case(
        name=f"{manifest.path.split('/')[-2]}/{str(test).rpartition('#')[2]}",
        text=suites.read(file).decode(),
        updates="Update" in kind,
        valid=not kind.startswith("Negative"),
        base=file,
        lax=manifest.one(test, MF.resultCardinality) == MF.LaxCardinality,
        entailed=manifest.one(action, SD.entailmentRegime) is not None,
    )
    if kind not in EVALUATIONS:
        return read_case
    if read_case.updates:
        before, after = (graphs(manifest, manifest.one(test, one), UT) for one in (MF.action, MF.result))
        return replace(read_case, before=before, wanted=after)
    before = with_chosen(graphs(manifest, action, QT), read_case, suites)
    result = str(manifest.one(test, MF.result))
    wanted = answer(suites, result, read_case.text)
    return replace(read_case, before=before, wanted=wanted, accept=accepted(result, wanted, place))


def graphs(manifest: Manifest, subject: Node | None, terms: rdflib.Namespace) -> Graphs:
    """The dataset that an action or a result describes."""
    named = []
    for one in manifest.all(subject, terms.graphData):
        file = manifest.one(one, terms.graph) or one
        named.append((manifest.text(one, rdflib.RDFS.label) or str(file), str(file)))
    return Graphs(tuple(str(one) for one in manifest.all(subject, terms.data)), tuple(named))


def with_chosen(known: Graphs, asked: Case, suites: Suites) -> Graphs:
    """A dataset and the files that a query says itself."""
    names = (urljoin(asked.base, name) for name in FROM.findall(asked.text))
    chosen = {(name, name) for name in names if name.removeprefix(ADDRESS) in suites.files}
    return replace(known, named=tuple(sorted({*known.named, *chosen})))


def answer(suites: Suites, result: str, text: str) -> Found:
    """The answer that a file holds; its order counts where the query ends in ``ORDER BY``."""
    wanted = read(suites.read(result), ENDINGS[result.rpartition(".")[2]], result)
    sorts = "ORDER BY" in " ".join(SKIPPED.sub(" ", text).rpartition("}")[2].upper().split())
    return replace(wanted, ordered=True) if isinstance(wanted, Table) and sorts else wanted


def accepted(result: str, wanted: Found, place: int) -> str:
    """The media type to ask for: that of the file, or one of several in turn where the file describes the answer."""
    named = ENDINGS[result.rpartition(".")[2]]
    if named not in GRAPHS:
        return named
    if isinstance(wanted, bool):
        return JSON
    kinds = (TURTLE, TRIPLES) if wanted.variables == TRIPLE else (JSON, TSV)
    return kinds[place % len(kinds)]
