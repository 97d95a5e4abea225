"""The suites as the W3C publishes them: manifests and the files that they name, in an archive or a folder."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import rdflib
from rdflib.term import Node

ROOT = Path(__file__).resolve().parents[2]
ARCHIVE = ROOT.parent / "shared" / "conformance" / "w3c-sparql-tests.zip"
MISSING = "" if ARCHIVE.exists() else "../shared/conformance is absent"
# What every file's own address begins with; the rest is its path.
ADDRESS = "http://www.example/suites/"
MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")


@dataclass(frozen=True)
class Suites:
    """The files of an archive or folder.

    :ivar place: of the archive, or of the folder that holds ``sparql``.
    """

    place: Path = ARCHIVE

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Every file by its path."""
        if self.place.is_dir():
            found = (path for path in sorted(self.place.rglob("*")) if path.is_file())
            return {path.relative_to(self.place).as_posix(): path.read_bytes() for path in found}
        with zipfile.ZipFile(self.place) as archive:
            return {name: archive.read(name) for name in sorted(archive.namelist()) if not name.endswith("/")}

    def manifest(self, path: str) -> Manifest:
        """One of the manifests."""
        graph = rdflib.Graph()
        graph.parse(data=self.files[path], format="turtle", publicID=ADDRESS + path)
        return Manifest(path, graph)

    def manifests(self, *folders: str) -> Iterator[Manifest]:
        """Those in some folders, in the order of their paths."""
        for path in self.files:
            if path.startswith(folders) and path.rpartition("/")[2].startswith("manifest") and path.endswith(".ttl"):
                yield self.manifest(path)

    def read(self, address: str) -> bytes:
        """The file of an address."""
        return self.files[address.removeprefix(ADDRESS)]


@dataclass(frozen=True)
class Manifest:
    """What is asked by one manifest.

    :ivar path: in the archive.
    """

    path: str
    graph: rdflib.Graph

    def tests(self, *kinds: str) -> list[Node]:
        """The tests of some classes that the manifest enters, in its order; one that it only describes is none."""
        lists = self.graph.objects(None, MF.entries)
        wanted = {MF[kind] for kind in kinds}
        return [test for one in lists for test in self.graph.items(one) if wanted & set(self.kinds(test))]

    def kinds(self, test: Node) -> Iterator[Node]:
        """Classes of a test."""
        return self.graph.objects(test, rdflib.RDF.type)

    def one(self, subject: Node | None, predicate: Node) -> Node | None:
        """The value, where there is one."""
        return self.graph.value(subject, predicate) if subject is not None else None

    def all(self, subject: Node | None, predicate: Node) -> list[Node]:
        """The values in an order that stays, that of their texts."""
        return sorted(self.graph.objects(subject, predicate), key=str) if subject is not None else []

    def items(self, subject: Node | None, predicate: Node) -> list[Node]:
        """The members of the list that the value is."""
        first = self.one(subject, predicate)
        return list(self.graph.items(first)) if first is not None else []

    def text(self, subject: Node | None, predicate: Node) -> str | None:
        """The value as text."""
        value = self.one(subject, predicate)
        return None if value is None else str(value)
