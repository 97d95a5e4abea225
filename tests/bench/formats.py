"""Conversion of real records, against the bare parser on the same bytes in the same run.

``python -m tests.bench.formats`` takes the records of ``../shared/corpus`` by format, with and without results, and
prints for each group the time of the bare parser (orjson or lxml), of the structured part of the loader (reading
and writing, but without what reads the words of texts: criteria cut into items, contact data masked in them, features
of the design named in them), of the whole loader, and of the conclusions. Beside the structured part stands what of it
no reading can save (see :func:`unread`). Then quads a document by class. The least of several rounds over all records
of a group, since machines are shared.
"""

from __future__ import annotations

import hashlib
import statistics
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module

import orjson
from lxml import etree

from kg import archives
from kg.document import Document, Reading
from kg.errors import DocumentError
from kg.loaders import load
from kg.loaders.ctgov_v2 import study_of
from kg.rules import infer
from kg.vocab import shipped_vocabulary
from tests.bench import corpus
from tests.bench.timing import least

ROUNDS = 5
PARSERS: dict[str, Callable[[bytes], object]] = {
    "ctgov_v2": orjson.loads,
    "ctgov_full": orjson.loads,
    "ctgov_xml": etree.fromstring,
    "pubmed_xml": etree.fromstring,
}
# What reads the words of texts: module, name, and what stands in its place for the structured part.
OF_TEXTS: tuple[tuple[str, str, Callable[..., object]], ...] = (
    ("kg.loaders.ctgov.eligibility", "criteria", lambda *_, **__: []),
    ("kg.loaders.ctgov.eligibility", "page_lines", lambda _: []),
    ("kg.loaders.ctgov.draft", "masked", lambda written: written),
    ("kg.loaders.ctgov.reading", "design_features", lambda _: []),
    ("kg.loaders.pubmed.draft", "masked", lambda written: written),
)
Group = list[Document]


def elements(document: Document) -> list[tuple[str, str | None]]:
    """Tag and text of every element: what a loader of XML asks of the parser before it has a single value."""
    return [(element.tag, element.text) for element in etree.fromstring(document.body).iter()]


# What turns a document of each format into values that Python can look at.
DECODERS: dict[str, Callable[[Document], object]] = {
    "ctgov_v2": study_of,
    "ctgov_full": lambda document: orjson.loads(document.body),
    "ctgov_xml": elements,
    "pubmed_xml": elements,
}


def groups() -> dict[tuple[str, str], Group]:
    """Records that can be read, by format and whether they have results."""
    found: dict[tuple[str, str], Group] = {}
    for one in archives.documents([str(path) for path in corpus.archives()]):
        if isinstance(one, tuple) and one[0] in PARSERS:
            name, document = one
            results = b'"resultsSection"' in document.body or b'"ResultsSection"' in document.body
            results = results or b"<clinical_results" in document.body
            try:
                PARSERS[name](document.body)
                load(name).read(document, False)
            except (DocumentError, ValueError, etree.XMLSyntaxError):
                continue
            found.setdefault((name, "with results" if results else "without"), []).append(document)
    return found


@contextmanager
def structured_only() -> Iterator[None]:
    """While it lasts loaders leave the words of texts as they are."""
    before = [(import_module(module), name) for module, name, _ in OF_TEXTS]
    real = [getattr(module, name) for module, name in before]
    for (module, name), (_, _, instead) in zip(before, OF_TEXTS, strict=True):
        setattr(module, name, instead)
    try:
        yield
    finally:
        for (module, name), function in zip(before, real, strict=True):
            setattr(module, name, function)


def each(work: Callable[[Document], object], group: Group) -> float:
    """Seconds for one document on average, in the quickest of several rounds over all."""

    def over_all() -> None:
        for document in group:
            work(document)

    return least(over_all, ROUNDS) / len(group)


def fresh(document: Document) -> Document:
    """The document without the checksum that an earlier round has left on it."""
    return Document(document.uri, document.body)


def written(reading: Reading) -> str:
    """N-Quads of what a document says."""
    return "".join(record.nquads(reading.record) for record in reading.records)


def concluding(readings: dict[str, Reading]) -> Callable[[Document], str]:
    """Draws the conclusions from a document that was read before."""
    vocabulary = shipped_vocabulary()
    return lambda document: infer(readings[document.uri], vocabulary)


def unread(name: str, group: Group) -> float:
    """Seconds of the structured part that are left when reading a value takes no time at all.

    That is the decoder of the loader, or the parser and asking it once for tag and text of every element; the checksum
    of the document; and writing records that are ready.
    """
    decoded = DECODERS[name]
    with structured_only():
        ready = {document.uri: load(name).read(document, False) for document in group}

    def work(document: Document) -> None:
        decoded(document)
        hashlib.sha256(document.body).hexdigest()
        written(ready[document.uri])

    return each(work, group)


def main() -> None:
    """Print a line a group, then quads by class."""
    print("format      results       records  KB   bare us  structured  ratio  unread  loader us  conclusions us")
    found = sorted(groups().items())
    for (name, kind), group in found:
        read = load(name).read
        bare = each(lambda document, name=name: PARSERS[name](document.body), group)
        with structured_only():
            part = each(lambda document, read=read: written(read(fresh(document), False)), group)
        whole = each(lambda document, read=read: written(read(fresh(document), False)), group)
        rest = each(concluding({document.uri: read(document, False) for document in group}), group)
        size = statistics.median(len(document.body) for document in group) / 1000
        print(
            f"{name:11} {kind:13} {len(group):7d} {size:3.0f} {bare * 1e6:9,.0f} {part * 1e6:11,.0f} "
            f"{part / bare:5.1f}x {unread(name, group) / bare:6.1f}x {whole * 1e6:10,.0f} {rest * 1e6:15,.0f}"
        )
    print()
    for (name, kind), group in found:
        print(quads(name, kind, group))


def quads(name: str, kind: str, group: Group) -> str:
    """Quads a document in one line: medians, and the classes that make the most of them."""
    stated, concluded, by_class = [], [], Counter[str]()
    vocabulary = shipped_vocabulary()
    for document in group:
        reading = load(name).read(document, False)
        stated.append(written(reading).count("\n"))
        concluded.append(infer(reading, vocabulary).count("\n"))
        for record in reading.records:
            by_class[type(record).__name__] += record.nquads(reading.record).count("\n")
    most = ", ".join(f"{label} {count / len(group):.0f}" for label, count in by_class.most_common(8))
    medians = f"{statistics.median(stated):.0f} stated and {statistics.median(concluded):.0f} concluded (medians)"
    return f"{name} {kind}: {medians}; on average {most}"


if __name__ == "__main__":
    main()
