"""Shards: the graph that ``kg build`` publishes, byte for byte the same whoever writes them from whatever order."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib.namespace import RDF

from kg import link, rules
from kg.cli import main
from kg.document import WITHDRAWN
from kg.errors import DocumentError, StoreError
from kg.rdf import iris
from kg.rdf.prefixes import PREFIXES
from kg.shards import copies, here, lines, sorting
from kg.shards.folder import Met, describe
from kg.shards.folder import made as made_folder
from kg.store import open_snapshot
from kg.store.recipe import Recipe
from kg.store.statements import canonical
from tests.made_documents import RECIPE, built, made, run
from tests.test_engines import small

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ROOT / "data" / "documents"
CORPUS = ROOT.parent / "shared" / "corpus" / "pubmed-nbib.zip"
ARTICLE = (SHIPPED / "pubmed-40975066.nbib").read_bytes()
XSD = PREFIXES["xsd"]
# Where a pattern begins, a subject, a variable in the place of the property, and an object.
OPEN = re.compile(r"""[{.]\s*(?:\?\w+|<[^<>]*>)\s+\?\w+\s+[?<"']""")
SHARED = '<urn:trial> <urn:phase> "2"'
RULES = [*rules.RULE_SETS, *link.RULE_SETS]


def written(folder: Path, *found: object, how: Recipe = RECIPE, number: int = 3, workers: int = 1) -> Met:
    """Write made documents as shards."""
    with made_folder(folder) as (out, work):
        met, files = here.write(out, work, found, how, number, run, workers)  # type: ignore[arg-type]
        describe(out, met, how, number, files)
    return met


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def quads(folder: Path) -> list[str]:
    """What a store holds that has loaded all shards, sorted."""
    store = ox.Store()
    for path in sorted(folder.glob("s*-*-of-*")):
        syntax = ox.RdfFormat.N_TRIPLES if path.suffix == ".nt" else ox.RdfFormat.N_QUADS
        store.bulk_load(path=str(path), format=syntax)
    return sorted(str(quad) for quad in store)


def published(folder: Path) -> list[str]:
    """What a built graph holds, sorted."""
    with open_snapshot(folder) as snapshot:
        return sorted(str(quad) for quad in snapshot.quads())


def articles(folder: Path) -> Path:
    """Copies of one article, older and newer, one more, the shipped page, and a file that is no document."""
    folder.mkdir()
    revised = re.compile(rb"(?m)^LR  - .*$")
    assert revised.search(ARTICLE)
    (folder / "new.nbib").write_bytes(revised.sub(b"LR  - 20990101", ARTICLE))
    (folder / "old.nbib").write_bytes(revised.sub(b"LR  - 19990101", ARTICLE))
    (folder / "other.nbib").write_bytes(ARTICLE.replace(b"40975066", b"10000007"))
    (folder / "again.nbib").write_bytes(ARTICLE.replace(b"40975066", b"10000007"))
    (folder / "page.txt").write_bytes((SHIPPED / "pd1-ven-cag.txt").read_bytes())
    (folder / "picture.png").write_bytes(b"\x89PNG")
    return folder


def test_shards_of_real_documents_are_the_graph_that_is_built(tmp_path: Path):
    folder = articles(tmp_path / "documents")
    assert main(["build", str(folder), "--store", str(tmp_path / "graph")]) == 0
    assert main(["convert", str(folder), "--shards", "3", "-o", str(tmp_path / "shards")]) == 0
    assert quads(tmp_path / "shards") == published(tmp_path / "graph")
    manifest = json.loads((tmp_path / "shards" / "manifest.json").read_text())
    counts = {"found": 6, "loaded": 3, "superseded": 2, "withdrawn": 0, "rejected": 1}
    assert counts.items() <= manifest["documents"].items()
    assert manifest["quads"]["default"] + manifest["quads"]["named"] == len(published(tmp_path / "graph"))


@pytest.mark.skipif(not CORPUS.exists(), reason="shared/corpus is not beside this repository")
def test_shards_of_a_corpus_are_the_graph_that_is_built(tmp_path: Path):
    import zipfile

    with zipfile.ZipFile(CORPUS) as archive:
        name = next(name for name in sorted(archive.namelist()) if name.endswith("pubmed_result.txt"))
        (tmp_path / "some.txt").write_bytes(archive.read(name))
    paths = [str(tmp_path / "some.txt"), str(SHIPPED)]
    assert main(["build", *paths, "--store", str(tmp_path / "graph")]) == 0
    assert main(["convert", *paths, "--shards", "4", "-o", str(tmp_path / "shards")]) == 0
    assert quads(tmp_path / "shards") == published(tmp_path / "graph")


def test_processes_write_what_serial_writes_in_whatever_order_documents_come(tmp_path: Path):
    folder = articles(tmp_path / "documents")
    for number in range(100, 170):
        (folder / f"{number}.nbib").write_bytes(small(number))
    paths = sorted(map(str, folder.iterdir()))
    ways = (
        ("one", ["--engine", "serial"], paths),
        ("two", ["--workers", "2"], paths[::-1]),
        ("three", ["--workers", "3"], paths[30:] + paths[:30]),
    )
    for name, words, documents in ways:
        assert main(["convert", *documents, "--shards", "2", "-o", str(tmp_path / name), *words]) == 0
    assert contents(tmp_path / "two") == contents(tmp_path / "one")
    assert contents(tmp_path / "three") == contents(tmp_path / "one")


def test_every_statement_stands_once_in_the_file_of_its_subject_in_order(tmp_path: Path):
    written(tmp_path / "s", made(1, SHARED, concludes=[SHARED]), made(2, SHARED, concludes=[SHARED]))
    seen: dict[tuple[str, bytes], str] = {}
    for name, body in contents(tmp_path / "s").items():
        if "-of-" in name:
            own = body.splitlines()
            assert own == sorted(set(own))
            for line in own:
                place = (name.split("-", maxsplit=1)[0], line.split(b" ")[0])
                assert seen.setdefault(place, name) == name
    assert contents(tmp_path / "s")[seen["statements", b"<urn:trial>"]].count(SHARED.encode()) == 1
    assert contents(tmp_path / "s")[seen["sources", b"<urn:trial>"]].count(SHARED.encode()) == 3


def test_manifest_knows_each_file(tmp_path: Path):
    written(tmp_path / "s", made(1, SHARED))
    files = contents(tmp_path / "s")
    listed = json.loads(files.pop("manifest.json"))["files"]
    assert files.pop("rejects.jsonl") == b""
    assert {file["name"]: file["sha256"] for file in listed} == {
        name: hashlib.sha256(body).hexdigest() for name, body in files.items()
    }
    assert {file["name"]: (file["lines"], file["bytes"]) for file in listed} == {
        name: (body.count(b"\n"), len(body)) for name, body in files.items()
    }


COPIES = [
    made(1, '<@> <urn:p> "older"', version="1"),
    made(1, '<@> <urn:p> "newer"', SHARED, version="2", rank=1),
    made(1, '<@> <urn:p> "newer, better format"', version="2", rank=0, concludes=[SHARED]),
    made(2, '<@> <urn:p> "gone"', SHARED),
    made(2, version=WITHDRAWN),
]


@pytest.mark.parametrize("order", list(permutations(range(5)))[::17])
def test_one_copy_of_each_record_counts_in_whatever_order(tmp_path: Path, order: tuple[int, ...]):
    met = written(tmp_path / "s", *(COPIES[place] for place in order))
    assert (met.found, met.loaded, met.superseded, met.withdrawn) == (5, 1, 3, 1)
    written(tmp_path / "best", COPIES[2])
    assert quads(tmp_path / "s") == quads(tmp_path / "best")


def test_shards_equal_a_build_with_a_rule_set_that_is_not_accepted(tmp_path: Path):
    how = replace(RECIPE, without=("names",))
    documents = [made(1, SHARED, concludes=['<urn:trial> <urn:phase> "3"', SHARED]), made(2, '<@> <urn:p> "\\u00e9"')]
    built(tmp_path / "graph", *documents, recipe=how)
    written(tmp_path / "s", *documents, how=how)
    assert quads(tmp_path / "s") == published(tmp_path / "graph")


def test_command_leaves_a_rule_set_out_as_a_build_does(tmp_path: Path):
    shards, graph = str(tmp_path / "s"), str(tmp_path / "g")
    words = [str(SHIPPED), "--without", "shortcuts", "--without", "names"]
    assert main(["convert", *words, "--shards", "2", "-o", shards]) == 0
    assert main(["build", *words, "--store", graph]) == 0
    assert quads(tmp_path / "s") == published(tmp_path / "g")


def phased(query: Callable[[str], Iterable[dict[str, object]]]) -> Iterator[str]:
    """For everything with a phase, that it is phased, if it has a name too."""
    things = [row["t"] for row in query("SELECT DISTINCT ?t { ?t <urn:phase> ?p } ORDER BY ?t")]
    rows = query(f"SELECT DISTINCT ?t {{ VALUES ?t {{ {' '.join(map(str, things))} }} ?t <urn:name> ?n }} ORDER BY ?t")
    yield "".join(f'{row["t"]} <urn:phased> "0.90"^^<{XSD}decimal> <{iris.rule_set("x")}> .\n' for row in rows)


TYPE = f"<@> <{RDF.type}> <urn:{{}}>"
LINKED = replace(RECIPE, conclude=phased, conclusions=("x",))


def test_conclusions_from_all_documents_are_in_the_shards(tmp_path: Path):
    named = '<urn:trial> <urn:name> "T"'
    documents = [
        made(1, SHARED),
        made(2, "<urn:other> <urn:phase> <urn:p>"),
        made(3, named),
        made(4, '<@> <urn:p> "0"'),
    ]
    built(tmp_path / "graph", *documents, recipe=LINKED)
    written(tmp_path / "s", *documents, how=LINKED)
    assert quads(tmp_path / "s") == published(tmp_path / "graph")
    assert sum("phased" in quad for quad in quads(tmp_path / "s")) == 2


def test_conclusions_see_only_the_statements_they_ask_for(tmp_path: Path):
    sizes: list[int] = []

    def counting(query: Callable[[str], Iterable[object]]) -> Iterator[str]:
        for text in ("SELECT * { ?s <urn:phase> ?o }", "SELECT * { ?s a <urn:C> }", "SELECT * { ?s ?p ?o }"):
            sizes.append(len(list(query(text))))
        yield from ()

    how = replace(RECIPE, conclude=counting)
    written(tmp_path / "s", made(1, SHARED, '<@> <urn:p> "0"', TYPE.format("C"), TYPE.format("D")), how=how)
    assert sizes == [1, 1, 1, 2]


def test_conclusion_in_another_graph_is_refused(tmp_path: Path):
    how = replace(RECIPE, conclude=lambda _: ["<urn:s> <urn:p> <urn:o> <urn:g> .\n"], conclusions=("x",))
    with pytest.raises(StoreError, match="wanted conclusions of x, found '<urn:s>"):
        written(tmp_path / "s", made(1), how=how)


def test_questions_behind_the_shipped_conclusions_name_every_property_and_class(tmp_path: Path):
    texts: list[str] = []
    assert main(["build", str(SHIPPED / "pubmed-40975066.nbib"), "--store", str(tmp_path)]) == 0
    with open_snapshot(tmp_path) as snapshot:
        assert "".join(link.conclude(lambda text: texts.append(text) or snapshot.query(text)))
    assert len(texts) >= 3
    for text in texts:
        assert "PREFIX" not in text, f"IRIs are looked for in full: {text}"
        assert not OPEN.search(text), f"leaves a property open: {text}"
        assert not re.search(r"\sa\s+\?", text), f"leaves a class open: {text}"


@pytest.mark.parametrize("pattern", ["?s ?p ?o", "<urn:s> ?p <urn:o>", "?s ?p 'x'", '?s ?p "x"'])
def test_open_property_would_be_seen(pattern: str):
    assert OPEN.search(f"SELECT * {{ {pattern} }}")


DIGITS = st.text("0123456789", min_size=1, max_size=20)
LEXICAL = st.one_of(
    st.builds("{}{}".format, st.sampled_from(["", "-", "+"]), DIGITS),
    st.builds("{}{}.{}".format, st.sampled_from(["", "-", "+"]), DIGITS, DIGITS),
    st.dates().map(str),
    st.dates().map(lambda day: str(day)[:7]),
    st.dates().map(lambda day: f"{day}T00:00:00Z"),
    st.sampled_from(["true", "false", "1", "0", "-0", "0.0", "-0.5", "2024-02-30", "0000", "9999-99", ""]),
)
KINDS = st.sampled_from(["integer", "decimal", "boolean", "date", "gYear", "gYearMonth", "dateTime"])


@given(LEXICAL, KINDS)
def test_numbers_and_dates_are_as_the_store_gives_them_back(lexical: str, kind: str):
    line = f'<urn:s> <urn:p> "{lexical}"^^<{XSD}{kind}> <urn:g> .'
    assert lines.as_stored(f"{line}\n") == f"{canonical(line)}\n"


def test_common_numbers_and_dates_need_no_look():
    for lexical, kind in (("0", "integer"), ("-17", "integer"), ("0.05", "decimal"), ("2024-05", "gYearMonth")):
        assert not lines._OTHERWISE.search(f'<urn:s> <urn:p> "{lexical}"^^<{XSD}{kind}> <urn:g> .\n')
    assert lines._OTHERWISE.search(f'<urn:s> <urn:p> "0.90"^^<{XSD}decimal> <urn:g> .\n')


@given(st.lists(st.binary(max_size=4).map(lambda b: b.replace(b"\n", b"") + b"\n"), max_size=60))
def test_sorting_on_disk_is_sorting(tmp_path_factory: pytest.TempPathFactory, found: list[bytes]):
    folder = tmp_path_factory.mktemp("sorting")
    (folder / "in").write_bytes(b"".join(found))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sorting, "CHUNK_BYTES", 8)
        patch.setattr(sorting, "MOST_RUNS", 3)
        sorting.sort(folder / "in", folder / "out")
    assert (folder / "out").read_bytes() == b"".join(sorted(set(found)))
    assert sorted(path.name for path in folder.iterdir()) == ["out"]


def test_many_lines_are_sorted_in_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    documents = [made(number, SHARED, '<@> <urn:p> "x"') for number in range(50)]
    written(tmp_path / "one", *documents)
    monkeypatch.setattr(here, "LITTLE_BYTES", 0)
    written(tmp_path / "two", *documents, workers=2)
    assert contents(tmp_path / "two") == contents(tmp_path / "one")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--shards", "2"], "--shards needs a folder to write to: -o DIR"),
        (["--without", "names", "-o", "{}/new"], "which --shards writes; got no --shards"),
        (["--shards", "2", "--without", "nams", "-o", "{}/new"], f"; known are {', '.join(RULES)}"),
        (["--shards", "0", "-o", "{}/new"], "wanted 1 to 256 shards, found 0"),
        (["--shards", "257", "-o", "{}/new"], "wanted 1 to 256 shards, found 257"),
        (["--shards", "2", "-o", "{}"], "wanted a new or empty folder for the shards, found something there"),
    ],
)
def test_what_is_wrong_is_said_in_one_line_and_nothing_written(
    tmp_path: Path, words: list[str], says: str, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "mine.txt").touch()
    assert main(["convert", str(SHIPPED), *(word.format(tmp_path) for word in words)]) == 2
    assert capsys.readouterr().err.endswith(f"{says}\n")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("name", [".", "", "../here"])
def test_folder_that_one_is_in_is_refused_before_the_work(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert main(["convert", str(SHIPPED), "--shards", "2", "-o", name]) == 2
    said = f"{Path(name)}: wanted a folder that can be put in place of another, such as {Path(name, 'shards')}\n"
    assert capsys.readouterr().err.endswith(said)
    assert [path.name for path in tmp_path.rglob("*")] == ["here"]


def test_link_to_an_empty_folder_is_written_through(tmp_path: Path):
    (tmp_path / "far").mkdir()
    (tmp_path / "s").symlink_to("far")
    written(tmp_path / "s", made(1, SHARED))
    assert (tmp_path / "s").is_symlink()
    assert (tmp_path / "far" / "manifest.json").exists()


def test_nothing_to_read_writes_nothing(tmp_path: Path):
    (tmp_path / "odd.png").write_bytes(b"\x89PNG")
    assert main(["convert", str(tmp_path / "odd.png"), "--shards", "2", "-o", str(tmp_path / "s")]) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["odd.png"]


def test_failure_leaves_nothing_behind(tmp_path: Path):
    with pytest.raises(StoreError, match="wanted every statement in graph"):
        written(tmp_path / "s", made(1, SHARED), made(2, "<urn:s> <urn:p> <urn:o> <urn:g> .\n<urn:s> <urn:p> <urn:o>"))
    assert list(tmp_path.iterdir()) == []


def test_full_disk_is_one_line_whoever_meets_it_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    table = copies._TABLE

    def full(self: copies.Copies, _: object) -> None:
        self._db.execute("PRAGMA max_page_count = 1")
        self._db.execute(table.replace("TABLE copy", "TABLE another"))

    monkeypatch.setattr(copies.Copies, "offer", full)
    assert main(["convert", str(SHIPPED), "--engine", "serial", "--shards", "1", "-o", str(tmp_path / "out")]) == 2
    said = capsys.readouterr().err
    assert said == f"kg: {tmp_path / 'out'}: wanted to write shards, found database or disk is full\n"
    assert list(tmp_path.iterdir()) == []


def test_rejects_are_listed_by_address(tmp_path: Path):
    bad = DocumentError("z.pdf", "not a known format", "wanted one, found PDF")
    written(tmp_path / "s", bad, made(1), made(2, "broken"))
    listed = [json.loads(line) for line in (tmp_path / "s" / "rejects.jsonl").read_text().splitlines()]
    assert [one["uri"] for one in listed] == ["2.made", "z.pdf"]
