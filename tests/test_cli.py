"""The command line: data on standard output, words on standard error, one line and exit code 2 for a mistake."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import platform
import resource
import stat
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.commands import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = ROOT / "data" / "documents"


def kg(*words: str | Path, cwd: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run ``kg`` as a user would, in a folder of its own."""
    command = [sys.executable, "-m", "kg.cli", *map(str, words)]
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, check=False, env=environment)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the graph of the shipped documents stands."""
    folder = tmp_path_factory.mktemp("cli")
    done = kg("build", DOCUMENTS, cwd=folder)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout == b""
    return folder


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_every_command_ends_in_an_example(command: str, tmp_path: Path):
    done = kg(command, "--help", cwd=tmp_path)
    assert done.returncode == 0
    *_, before, example = done.stdout.decode().rstrip().splitlines()
    assert before == "example:"
    assert example.startswith(f"  kg {command} ") or example == f"  kg {command}"


def test_version_tells_package_engine_and_python(tmp_path: Path):
    said = kg("--version", cwd=tmp_path)
    ours, engine, python = said.stdout.decode().rstrip("\n").split(", ")
    assert (ours, engine) == (f"trialgraph {metadata.version('trialgraph')}", f"pyoxigraph {ox.__version__}")
    assert python == f"Python {platform.python_version()}"
    assert (said.returncode, said.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["buld"], "invalid choice: 'buld'"),
        (["build"], "the following arguments are required: PATH"),
        (["build", "absent.nbib"], "absent.nbib"),
        (["build", "x", "--engine", "warp"], "warp"),
        (["build", ".", "--expect", "medlin=1"], "no format 'medlin'; known are "),
        (["query", "trials_by_mechanism", "--mechanism", "BCL-2 inhibtor"], "nearest: BCL-2 inhibitor"),
        (["query", "trial_by_mechanism"], "nearest: trials_by_mechanism"),
        (["query", "trials_by_mechanism", "--colour", "red"], "--colour"),
        (["query", "trials_by_mechanism"], "mechanism"),
        (["sparql", "SELECT WHERE"], "line 1"),
        (["sparql", "@absent.rq"], "absent.rq"),
        (["export", "--format", "docx"], "docx"),
        (["export", "--format", "ttl", "--about", "https://w3id.org/trialgraph/trial/NCT99999999"], "NCT99999999"),
        (["remove", "pubmed/1"], "pubmed/1"),
        (["report", "--store", "elsewhere"], "no graph at elsewhere"),
        (["optimize", "--store", "elsewhere"], "no graph at elsewhere"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_mistake_is_one_line_and_exit_code_2(words: list[str], says: str, built: Path):
    done = kg(*words, cwd=built)
    lines = done.stderr.decode().splitlines()
    assert done.returncode == 2, done.stderr.decode()
    assert done.stdout == b""
    assert len(lines) == 1, done.stderr.decode()
    assert lines[0].startswith("kg")
    assert says in lines[0]


def test_an_answer_has_the_same_rows_in_every_format(built: Path):
    words = ("query", "trials_by_mechanism", "--mechanism", "PD-1 inhibitor", "--format")
    as_csv = list(csv.DictReader(io.StringIO(kg(*words, "csv", cwd=built).stdout.decode())))
    as_json = json.loads(kg(*words, "json", cwd=built).stdout)
    as_tsv = kg(*words, "tsv", cwd=built).stdout.decode().splitlines()
    as_table = kg(*words, "table", cwd=built).stdout.decode().splitlines()
    assert len(as_csv) == len(as_json) == len(as_tsv) - 1 == len(as_table) - 1 > 0
    assert [row["trial"] for row in as_csv] == [row["trial"] for row in as_json]


def test_the_list_of_questions_has_the_name_first(built: Path):
    rows = list(csv.reader(io.StringIO(kg("query", "--format", "csv", cwd=built).stdout.decode())))
    assert rows[0][0] == "name"
    assert "mechanism_pairs" in [row[0] for row in rows]
    assert len(rows) >= 16


@pytest.mark.parametrize("name", ["IAP antagonist", "IAP inhibitor", "SMAC mimetic"])
def test_every_name_of_a_mechanism_finds_its_trial(name: str, built: Path):
    done = kg("query", "trials_by_mechanism", "--mechanism", name, cwd=built)
    assert b"NCT04643405" in done.stdout


def test_mechanism_pairs_show_bcl_2_inhibitor_with_pd_1(built: Path):
    rows = json.loads(kg("query", "mechanism_pairs", "--format", "json", cwd=built).stdout)
    pairs = [{str(value) for value in row.values()} for row in rows]
    assert any({"BCL-2 inhibitor", "PD-1 inhibitor"} <= pair for pair in pairs)


def test_a_question_has_its_own_help(built: Path):
    done = kg("query", "trials_by_mechanism", "--help", cwd=built)
    assert done.returncode == 0
    assert b"--mechanism MECHANISM" in done.stdout


def test_sparql_is_read_from_standard_input(built: Path):
    done = kg("sparql", "-", "--format", "tsv", cwd=built, stdin=b"SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    name, count = done.stdout.decode().split()
    assert name == "n"
    assert int(count) > 1000


def test_converted_quads_parse_and_are_the_same_each_time(tmp_path: Path):
    assert kg("convert", DOCUMENTS, "-o", "a.nq", cwd=tmp_path).returncode == 0
    assert kg("convert", DOCUMENTS, "-o", "b.nq.gz", cwd=tmp_path).returncode == 0
    plain = (tmp_path / "a.nq").read_bytes()
    assert gzip.decompress((tmp_path / "b.nq.gz").read_bytes()) == plain
    assert plain == kg("convert", DOCUMENTS, cwd=tmp_path).stdout
    assert len(list(ox.parse(plain, format=ox.RdfFormat.N_QUADS))) > 1000


def test_a_document_is_read_from_standard_input(tmp_path: Path):
    body = (DOCUMENTS / "pubmed-40975066.nbib").read_bytes()
    done = kg("convert", "-", cwd=tmp_path, stdin=body)
    assert done.returncode == 0
    assert b"record/pubmed/40975066" in done.stdout


def test_a_document_of_no_format_is_rejected_in_one_line_and_stops_nothing(tmp_path: Path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.pdf").write_bytes(b"%PDF-1.7 nothing for us")
    (tmp_path / "in" / "b.nbib").write_bytes((DOCUMENTS / "pubmed-40975066.nbib").read_bytes())
    done = kg("build", "in", cwd=tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    (line,) = [line for line in done.stderr.decode().splitlines() if "a.pdf" in line]
    assert "medline" in line
    assert "trial_page" in line
    assert b"NCT04643405" in kg("query", "trials_by_mechanism", "--mechanism", "IAP antagonist", cwd=tmp_path).stdout


NOTHING = {"empty standard input": b"", "a zip": b"PK\x03\x04\x14\x00", "text": b"Dear reader"}


@pytest.mark.parametrize("what", NOTHING)
@pytest.mark.parametrize("command", ["build", "convert"])
def test_where_no_document_can_be_read_nothing_is_written_and_the_exit_code_is_1(
    command: str, what: str, tmp_path: Path
):
    done = kg(command, "-", *(["-o", "out.nq"] if command == "convert" else []), cwd=tmp_path, stdin=NOTHING[what])
    said = done.stderr.decode().splitlines()
    assert done.returncode == 1, said
    assert "wanted documents, found none that can be read (1 rejected)" in said[-1]
    assert len(said) == 2
    assert not (tmp_path / "out.nq").exists()
    assert not list(tmp_path.rglob("manifest.json"))


def test_empty_folder_has_nothing_to_build(tmp_path: Path):
    (tmp_path / "in").mkdir()
    done = kg("build", "in", cwd=tmp_path)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


def test_contacts_are_masked_everywhere_unless_asked_for(tmp_path: Path):
    assert kg("build", DOCUMENTS, "--store", "without", cwd=tmp_path).returncode == 0
    assert kg("build", DOCUMENTS, "--store", "with", "--with-contacts", cwd=tmp_path).returncode == 0
    hidden = kg("export", "--format", "nq", "--store", "without", cwd=tmp_path).stdout
    shown = kg("export", "--format", "nq", "--store", "with", cwd=tmp_path).stdout
    assert b"yzhai@ascentage.com" in shown
    for part in (b"yzhai", b"ascentage.com", b"yuxianjun", b"fudanpci"):
        assert part not in hidden


def test_a_removed_document_leaves_nothing_of_its_own(tmp_path: Path):
    assert kg("build", DOCUMENTS, cwd=tmp_path).returncode == 0
    done = kg("remove", "record:pubmed/40975066", cwd=tmp_path)
    assert done.returncode == 0
    assert b"older snapshots in graph/snapshots keep it until they are removed" in done.stderr
    left = kg("export", "--format", "nq", cwd=tmp_path).stdout
    assert b"40975066" not in left.replace(b"PMID:40975066", b"")
    assert b"venetoclax" in left


@pytest.mark.parametrize("kind", [[], ["--no-source-graphs"]], ids=["whole", "without source graphs"])
def test_an_optimized_graph_says_the_same(kind: list[str], tmp_path: Path):
    assert kg("build", DOCUMENTS, *kind, cwd=tmp_path).returncode == 0
    before = kg("export", "--format", "nq", cwd=tmp_path).stdout
    done = kg("optimize", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"published snapshot 0002 in graph\n")
    assert kg("export", "--format", "nq", cwd=tmp_path).stdout == before
    again = kg("build", DOCUMENTS, *kind, cwd=tmp_path)
    assert b"unchanged 2" in again.stderr
    assert b"nothing changed since 0002" in again.stderr


def test_a_shipped_graph_is_valid(built: Path):
    done = kg("validate", cwd=built)
    assert done.returncode == 0, done.stderr.decode() + done.stdout.decode()


def test_graph_that_does_not_tell_what_each_document_says_is_not_called_valid(tmp_path: Path):
    assert kg("build", DOCUMENTS, "--no-source-graphs", cwd=tmp_path).returncode == 0
    done = kg("validate", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == (
        b"kg: graph: wanted a graph with what each document says, found one built without source graphs or not from"
        b" documents\n"
    )


def test_report_reconciles(built: Path):
    done = kg("report", cwd=built)
    assert done.returncode == 0
    assert b"medline" in done.stdout
    assert b"trial_page" in done.stdout


def test_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    # Into a file: a reader whose own reader waits would make the writer wait too.
    with (tmp_path / "read").open("wb") as read:
        reader = subprocess.Popen(["/bin/cat", tmp_path / "pipe"], stdout=read)
    try:
        done = kg("convert", DOCUMENTS, "-o", "pipe", cwd=tmp_path)
        assert done.returncode == 0, done.stderr.decode()
        assert reader.wait(timeout=20) == 0
    finally:
        reader.kill()
        reader.wait()
    assert (tmp_path / "read").read_bytes() == kg("convert", DOCUMENTS, cwd=tmp_path).stdout
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


@pytest.mark.parametrize("there", [True, False], ids=["to a file", "to nothing yet"])
def test_link_is_followed_and_stays_a_link(there: bool, tmp_path: Path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to("elsewhere/out.nq")
    if there:
        (tmp_path / "elsewhere" / "out.nq").write_text("old")
    assert kg("convert", DOCUMENTS, "-o", "link", cwd=tmp_path).returncode == 0
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "elsewhere" / "out.nq").read_bytes().startswith(b"<")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    "words",
    [
        ["query"],
        ["query", "small_trials"],
        ["sparql", "CONSTRUCT WHERE { ?s a ?o }"],
        ["export", "--format", "nt"],
        ["convert", str(DOCUMENTS)],
    ],
    ids=" ".join,
)
def test_output_that_takes_no_more_is_said_in_one_line(words: list[str], built: Path, tmp_path: Path):
    def at_most_100_bytes() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    command = [sys.executable, "-B", "-m", "kg.cli", *words]
    how = {"cwd": built, "env": {"PYTHONPATH": str(ROOT)}, "preexec_fn": at_most_100_bytes}
    with (tmp_path / "out").open("wb") as out:
        done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, check=False, timeout=60, **how)
    assert done.stderr == b"kg: wanted to write standard output: File too large\n"
    assert done.returncode == 2


def test_file_that_cannot_be_written_is_said_in_one_line(built: Path):
    (built / "folder").mkdir()
    done = kg("export", "--format", "nt", "-o", "folder", cwd=built)
    assert (done.returncode, done.stderr) == (2, b"kg: wanted to write folder: Is a directory\n")
    done = kg("export", "--format", "nt", "-o", "absent/out.nt", cwd=built)
    assert (done.returncode, done.stderr) == (2, b"kg: wanted to write absent/out.nt: No such file or directory\n")


def test_reader_who_has_seen_enough_is_no_mistake(built: Path):
    command = [sys.executable, "-m", "kg.cli", "export", "--format", "nq"]
    environment = {"PYTHONPATH": str(ROOT)}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=built, env=environment, **pipes) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        assert (running.stderr.read(), running.wait(timeout=60)) == (b"", 0)


def test_answer_without_rows_is_said(built: Path):
    for words in (["query", "small_trials", "--most", "0"], ["sparql", "SELECT ?s { ?s a <urn:nothing> }"]):
        done = kg(*words, "--format", "csv", cwd=built)
        assert (done.returncode, done.stderr, len(done.stdout.splitlines())) == (0, b"0 rows\n", 1)


@pytest.mark.parametrize(
    ("words", "column"),
    [
        (["names_in_document", "--document", "pubmed/40975066"], "document"),
        (["names_in_document", "--document", "ctgov/title-428f11dacc8e3a0d"], "document"),
        (["trial_sites", "--trial", "title-428f11dacc8e3a0d"], "trial"),
        (["authors_of_publication", "--publication", "pmid:40975066"], "publication"),
    ],
    ids=lambda value: value[-1] if isinstance(value, list) else "",
)
def test_keys_of_one_command_are_taken_by_the_others(words: list[str], column: str, built: Path):
    rows = json.loads(kg("query", *words, "--format", "json", cwd=built).stdout)
    assert rows
    assert words[-1].rpartition("/")[2].rpartition(":")[2] in str(rows[0].get(column, words[-1]))


def test_a_thing_is_exported_by_its_number(built: Path):
    done = kg("export", "--format", "nt", "--about", "NCT04643405", cwd=built)
    assert done.returncode == 0, done.stderr.decode()
    assert b"testsMechanism" in done.stdout


@pytest.mark.parametrize("place", [["--host", "192.0.2.1"], ["--host", "10.9.9.9"]])
def test_a_place_that_cannot_be_listened_at_is_one_line(place: list[str], built: Path):
    done = kg("serve", *place, cwd=built)
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("kg: wanted to listen at ")
