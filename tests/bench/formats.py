"""Conversion of real records, against the bare parser on the same bytes in the same run.

``python -m tests.bench.formats`` takes the records of ``../shared/corpus`` by format, with and without results, and
prints for each group the seconds of the bare parser (orjson or lxml), of the structured part of the loader (reading
and writing, but without what reads the words of texts: criteria cut into items, contact data masked in them, features
of the design named in them), of the whole loader, and of the conclusions; then quads a document by class. The least
of several rounds over all records of a group, since machines are shared.
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from time import perf_counter

import orjson
from lxml import etree

from kg import archives
from kg.document import Document, Reading
from kg.errors import DocumentError
from kg.loaders import load
from kg.rules import infer
from kg.vocab import shipped_vocabulary
from tests.bench import corpus

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


def least(work: Callable[[Document], object], group: Group) -> float:
    """Seconds for one document on average, in the quickest of several rounds over all."""
    rounds = []
    for _ in range(ROUNDS):
        start = perf_counter()
        for document in group:
            work(document)
        rounds.append((perf_counter() - start) / len(group))
    return min(rounds)


def written(reading: Reading) -> str:
    """N-Quads of what a document says."""
    return "".join(record.nquads(reading.record) for record in reading.records)


def concluding(readings: dict[str, Reading]) -> Callable[[Document], str]:
    """Draws the conclusions from a document that was read before."""
    vocabulary = shipped_vocabulary()
    return lambda document: infer(readings[document.uri], vocabulary)


def main() -> None:
    """Print a line a group, then quads by class."""
    print("format      results       records  KB   bare us  structured  ratio  loader us  conclusions us")
    found = sorted(groups().items())
    for (name, kind), group in found:
        read = load(name).read
        bare = least(lambda document, name=name: PARSERS[name](document.body), group)
        with structured_only():
            part = least(lambda document, read=read: written(read(document, False)), group)
        whole = least(lambda document, read=read: written(read(document, False)), group)
        rest = least(concluding({document.uri: read(document, False) for document in group}), group)
        size = statistics.median(len(document.body) for document in group) / 1000
        print(
            f"{name:11} {kind:13} {len(group):7d} {size:3.0f} {bare * 1e6:9,.0f} {part * 1e6:11,.0f} "
            f"{part / bare:5.1f}x {whole * 1e6:10,.0f} {rest * 1e6:15,.0f}"
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
