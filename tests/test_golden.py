"""What every loader says of small documents, word for word, and what must be true of all of it.

A case is a file in ``tests/golden/<format>`` with what it says beside it as N-Quads; to add one, put the file there,
run ``pytest tests/test_golden.py --update-golden``, read what was written, and keep both.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.document import Document, Format, Reading
from kg.errors import DocumentError
from kg.loaders import load, names, recognised
from kg.model import Evidence
from kg.rdf.terms import text as literal

GOLDEN = Path(__file__).parent / "golden"
# Most statements that one small document may make, evidence included; a store takes about 80,000 a second.
CEILING = {"medline": 1000}
USUAL_CEILING = 4000
SOME_FORMATS = pytest.mark.parametrize("name", names())


def cases(name: str) -> list[Path]:
    """Inputs of one format."""
    return [path for path in sorted((GOLDEN / name).glob("[!.]*")) if path.suffix != ".nq"]


EVERY_CASE = pytest.mark.parametrize(
    "path", [path for name in names() for path in cases(name)], ids=lambda path: f"{path.parent.name}/{path.name}"
)


@cache
def read(path: Path) -> tuple[tuple[Document, Reading | DocumentError], ...]:
    """Every record of a file with what came of it."""
    source = load(path.parent.name)
    return tuple((part, outcome(source, part)) for part in source.split(path.name, io.BytesIO(path.read_bytes())))


def outcome(source: Format, document: Document) -> Reading | DocumentError:
    try:
        return source.read(document, False)
    except DocumentError as error:
        return error


def readings(path: Path) -> Iterator[tuple[Document, Reading]]:
    """The records of a file that could be read."""
    return ((document, reading) for document, reading in read(path) if isinstance(reading, Reading))


def nquads(reading: Reading) -> str:
    return "".join(record.nquads(reading.record) for record in reading.records)


def said(path: Path) -> str:
    """What the records of a file say, one sorted line each; a refused one is a comment."""
    lines: list[str] = []
    for _, result in read(path):
        lines += nquads(result).split("\n") if isinstance(result, Reading) else [f"# {result}"]
    return "".join(f"{line}\n" for line in sorted(filter(None, lines)))


@EVERY_CASE
def test_document_says_what_it_said(path: Path, request: pytest.FixtureRequest):
    expected = path.with_suffix(".nq")
    if request.config.getoption("--update-golden"):
        expected.write_bytes(said(path).encode())
    assert expected.is_file(), "run pytest tests/test_golden.py --update-golden and read what it writes"
    was = expected.read_bytes().decode()
    assert said(path).split("\n") == was.split("\n"), "if it should say this, run with --update-golden"


@SOME_FORMATS
def test_format_has_golden_cases(name: str):
    assert cases(name), f"put a small document into tests/golden/{name} and run with --update-golden"


@SOME_FORMATS
def test_no_golden_output_is_without_its_document(name: str):
    assert {path.stem for path in (GOLDEN / name).glob("*.nq")} == {path.stem for path in cases(name)}


def test_golden_folders_are_of_formats():
    assert {folder.name for folder in GOLDEN.iterdir() if folder.is_dir()} <= set(names())


@EVERY_CASE
def test_document_is_recognised_as_its_format(path: Path):
    assert recognised(path.read_bytes()[: 1 << 16]) == path.parent.name


@EVERY_CASE
def test_an_independent_parser_reads_it_and_finds_no_blank_node(path: Path):
    for _, reading in readings(path):
        for quad in ox.parse(nquads(reading).encode(), format=ox.RdfFormat.N_QUADS):
            assert isinstance(quad.subject, ox.NamedNode)
            assert not isinstance(quad.object, ox.BlankNode)
            assert quad.graph_name == ox.NamedNode(reading.record)


@EVERY_CASE
def test_no_statement_is_made_twice(path: Path):
    for _, reading in readings(path):
        lines = nquads(reading).splitlines()
        assert not {line for line in lines if lines.count(line) > 1}


@EVERY_CASE
def test_every_evidence_is_of_a_statement_that_is_made(path: Path):
    for _, reading in readings(path):
        made = {line.rsplit(" <", 1)[0] for line in nquads(reading).split("\n") if line}
        for one in (record for record in reading.records if isinstance(record, Evidence)):
            assert f"<{one.subject}> <{one.predicate}> {one.object}" in made
            assert one.derived_from == reading.record


@EVERY_CASE
def test_every_quote_stands_where_it_says(path: Path):
    """Words of a value of JSON or XML have no place in the file; they stand in what the record says.

    Or only in the document: an affiliation is kept without the electronic address at its end.
    """
    for document, reading in readings(path):
        text, values = document.text(contacts=False), nquads(reading)
        for one in (record for record in reading.records if isinstance(record, Evidence)):
            assert one.exact
            if one.start is None or one.end is None:
                assert values.count(literal(one.exact)[1:-1]) > 1 or one.exact in folded(html.unescape(text))
            else:
                assert folded(one.exact) == folded(text[one.start : one.end])


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@EVERY_CASE
def test_every_passage_stands_in_the_document(path: Path):
    for document, reading in readings(path):
        text = document.text(contacts=False)
        for passage in reading.passages:
            words = passage.words
            assert words.text
            if words.is_placed:
                assert folded(words.text) == folded(text[words.start : words.end])
            else:
                assert literal(words.text) in nquads(reading)


@EVERY_CASE
def test_no_address_is_given_away(path: Path):
    for _, reading in readings(path):
        assert not re.search(r"[\w.]+@\w+\.\w", nquads(reading))


@EVERY_CASE
def test_statements_are_not_too_many(path: Path):
    for _, reading in readings(path):
        assert nquads(reading).count("\n") <= CEILING.get(path.parent.name, USUAL_CEILING)
