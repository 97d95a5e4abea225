"""Spark: the same bytes as without it, from workers that are processes of their own and have our code from us."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

pytest.importorskip("pyspark", reason="PySpark is not installed: pip install trialgraph[spark]")

from kg import engines
from kg.cli import main
from kg.document import Document
from kg.engines.cluster import package
from kg.engines.cluster.session import Cluster, _reason, connected
from kg.engines.processes import killed
from kg.errors import KgError
from kg.store import open_snapshot
from tests.test_engines import ROOT, SHIPPED, small, stream
from tests.test_shards import articles, contents

# Two workers of one core, each a Java process with Python processes of its own.
MASTER = "local-cluster[2,1,1024]"


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """One Spark for all tests; what runs meanwhile joins it."""
    try:
        with connected(MASTER) as running:
            yield running
    except KgError as error:
        if "needs Java" not in str(error):
            raise
        pytest.skip(str(error))


def test_spark_gives_what_serial_gives_in_the_same_order(cluster: Cluster):
    assert cluster.context.master == MASTER
    one, other = (list(engines.load(name)(stream(60), False)) for name in ("serial", "spark"))
    assert [c.documents for c in one] == [c.documents for c in other]
    assert [list(map(str, c.rejected)) for c in one] == [list(map(str, c.rejected)) for c in other]


def test_workers_are_other_processes_with_the_code_that_was_sent(cluster: Cluster):
    def look(_: Iterator[int]) -> Iterator[tuple[int, str, str]]:
        import os

        import kg
        from kg import shipped

        yield os.getppid(), kg.__file__, str(shipped.vocab())

    first = cluster.context.parallelize(range(8), 8).mapPartitions(cluster.calling("kg.engines.cluster.package.echo"))
    found = set(first.mapPartitions(look).collect())
    assert len({parent for parent, _, _ in found}) == 2
    for _, code, vocabulary in found:
        assert "/trialgraph-" in code
        assert vocabulary == str(Path(code).parent / "_shipped" / "vocab")


@pytest.mark.parametrize("turned", [False, True], ids=["in order", "in another order"])
def test_shards_are_the_same_bytes_as_without_spark(cluster: Cluster, tmp_path: Path, turned: bool):
    assert cluster
    paths = sorted(map(str, articles(tmp_path / "documents").iterdir()), reverse=turned)
    for engine in ("serial", "spark"):
        words = ["--engine", engine, "--shards", "3", "-o", str(tmp_path / engine)]
        assert main(["convert", *(paths if engine == "spark" else sorted(paths)), *words]) == 0
    assert contents(tmp_path / "spark") == contents(tmp_path / "serial")


def test_graph_is_the_same_as_without_spark(cluster: Cluster, tmp_path: Path):
    assert cluster
    graphs = []
    for engine in ("serial", "spark"):
        assert main(["build", str(SHIPPED), "--store", str(tmp_path / engine), "--engine", engine]) == 0
        with open_snapshot(tmp_path / engine) as snapshot:
            graphs.append(sorted(str(quad) for quad in snapshot.quads()))
    assert graphs[0] == graphs[1]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("An error occurred\n: org.a.SparkException: Job aborted\n\tat org.a.B", "org.a.SparkException: Job aborted"),
        ("called o1.x.\n: a.B: Job aborted\n  File x\nKeyError: 'x'\n\tat a.C", "KeyError: 'x'"),
        ("called o1.x.", "called o1.x."),
    ],
    ids=["Java", "Python", "neither"],
)
def test_reason_is_the_line_that_says_what_happened(said: str, reason: str):
    assert _reason(RuntimeError(said)) == reason


def test_code_makes_the_same_archive_each_time(tmp_path: Path):
    names = ("one", "two")
    for name in names:
        (tmp_path / name).mkdir()
    one, two = (package.write(tmp_path / name) for name in names)
    assert (one.name, one.read_bytes()) == (two.name, two.read_bytes())
    held = zipfile.ZipFile(one).namelist()
    assert {"kg/pipeline.py", "kg/_shipped/vocab/drugs.tsv", "kg/_shipped/schema/ontology.ttl"} <= set(held)


@pytest.mark.parametrize(
    ("prepare", "says"),
    [
        ("sys.modules['pyspark'] = None", "kg: engine spark needs PySpark: pip install trialgraph[spark]"),
        ("os.environ['JAVA_HOME'] = '/nowhere'", "kg: engine spark needs Java 17 or newer"),
        ("sys.argv[-1] = 'nowhere[2]'", "kg: spark: wanted to start at nowhere[2], found "),
    ],
    ids=["no PySpark", "no Java", "no such master"],
)
def test_what_is_missing_is_said_in_one_line(prepare: str, says: str):
    words = ["convert", str(SHIPPED), "--engine", "spark", "--master", "local[1]"]
    code = f"import os, sys\n{prepare}\nfrom kg.cli import main\nsys.exit(main(sys.argv[1:]))"
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(says)
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("begun", ["java", "python"], ids=["while Java starts", "in the middle"])
def test_interrupt_is_one_line_and_leaves_no_process_and_no_file(tmp_path: Path, begun: str):
    (tmp_path / "temporary").mkdir()
    _, others = deadly(tmp_path)
    words = [str(others), "-o", str(tmp_path / "out"), "--engine", "spark", "--master", "local[1]", "--shards", "1"]
    started = subprocess.Popen(
        [sys.executable, "-m", "kg.cli", "convert", *words],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(tmp_path / "temporary")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    deadline = time.monotonic() + 60
    while begun not in session(started.pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(started.pid, signal.SIGINT)
    # Not before whoever has its standard output is gone.
    _, said = started.communicate(timeout=60)
    assert (started.returncode, said) == (130, "kg: interrupted\n")
    deadline = time.monotonic() + 30
    while session(started.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert session(started.pid) == ""
    assert list((tmp_path / "temporary").iterdir()) == []
    assert not (tmp_path / "out").exists()


def session(leader: int) -> str:
    """Names of the programs in a session, but for its leader."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            number, name, rest = re.fullmatch(r"(\d+) \((.*)\) (.*)", path.read_text(), re.DOTALL).groups()
            if rest.split()[3] == str(leader) != number:
                found.append(name)
    return " ".join(sorted(found))


def deadly(folder: Path) -> tuple[Path, Path]:
    """Articles among which some kill the process that reads them, and the same without those."""
    every, others = folder / "every", folder / "others"
    for place in (every, others):
        place.mkdir(parents=True)
        for number in range(60):
            (place / f"{number:03}.nbib").write_bytes(small(number))
    for name, words in (("020b", b"KILLS"), ("020c", b"KILLS"), ("055b", b"EXHAUSTS")):
        (every / f"{name}.nbib").write_bytes(small(1000) + b"AB  - " + words + b"\n")
    return every, others


@pytest.mark.parametrize("shards", [[], ["--shards", "2"]], ids=["statements", "shards"])
def test_document_that_kills_every_process_is_rejected_and_the_rest_goes_on(tmp_path: Path, shards: list[str]):
    every, others = deadly(tmp_path)
    words = [str(every), "-o", str(tmp_path / "spark"), "--engine", "spark", "--master", "local[2]", *shards]
    run = [sys.executable, "-m", "tests.killed_spark", str(tmp_path), "convert", *words]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    fatal = [Document(path.name, path.read_bytes()) for path in only(every, others)]
    lines = [killed(("medline", False), document).rejected[0] for document in fatal]
    assert done.stderr.splitlines()[:-1] == [f"kg convert: {line}" for line in lines]
    assert main(["convert", str(others), "-o", str(tmp_path / "serial"), "--engine", "serial", *shards]) == 0
    assert statements(tmp_path / "spark") == statements(tmp_path / "serial")


def test_workers_agree_on_hashes_whatever_the_driver_was_told(tmp_path: Path):
    _, documents = deadly(tmp_path)
    for number in range(60, 150):
        (documents / f"{number:03}.nbib").write_bytes(small(number))
    words = [str(documents), "--engine", "spark", "--master", MASTER, "--shards", "1", "-o", str(tmp_path / "spark")]
    run = [sys.executable, "-m", "kg.cli", "convert", *words]
    env = {**os.environ, "PYTHONHASHSEED": "random"}
    done = subprocess.run(run, cwd=ROOT, env=env, capture_output=True, text=True, timeout=300, check=False)
    assert done.stderr == "found 150 = loaded 150 + superseded 0 + rejected 0\n"


def only(every: Path, others: Path) -> list[Path]:
    """Files that are in the first of two folders alone."""
    return sorted(path for path in every.iterdir() if not (others / path.name).exists())


def statements(place: Path) -> dict[str, bytes]:
    """What was written, but for what is said of rejects."""
    if place.is_file():
        return {"": place.read_bytes()}
    return {name: held for name, held in contents(place).items() if not name.endswith(("json", "jsonl"))}
