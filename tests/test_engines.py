"""Every engine gives what ``serial`` gives, in the same order, whatever becomes of its processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import engines
from kg.cli import main
from kg.document import Document
from kg.engines.workers.pool import Task, ordered
from kg.errors import DocumentError, KgError

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ROOT / "data" / "documents"
ARTICLE = (SHIPPED / "pubmed-40975066.nbib").read_bytes()
PAGE = (SHIPPED / "pd1-ven-cag.txt").read_bytes()
# A number that the work of these tests is killed at.
FATAL = 13


def numbered(number: int) -> bytes:
    """The shipped article under another number."""
    return ARTICLE.replace(b"40975066", b"%d" % (10_000_000 + number))


def small(number: int) -> bytes:
    """An article of few words."""
    return b"PMID- %d\nOWN - NLM\nLR  - 20200101\nTI  - Venetoclax in leukemia.\n" % (20_000_000 + number)


def stream(documents: int = 120) -> Iterator[tuple[str, Document]]:
    """Articles, with a page and a document that is none among them."""
    for number in range(documents):
        if number == 7:
            yield "medline", Document("whole.nbib", ARTICLE)
            yield "trial_page", Document(f"{number}.txt", PAGE)
        if number % 40 == 11:
            yield "medline", Document(f"{number}.nbib", b"no article")
        yield "medline", Document(f"{number}.nbib", small(number))


def work(_: str, members: tuple[int, ...]) -> list[int]:
    """Numbers as they are; one of them kills the process each time."""
    if FATAL in members:
        os.kill(os.getpid(), signal.SIGKILL)
    return list(members)


def work_once(folder: str, members: tuple[int, ...]) -> list[int]:
    """Numbers as they are; one of them kills the process the first time."""
    if FATAL in members and not Path(folder, "killed").exists():
        Path(folder, "killed").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return list(members)


def exhausted(_: str, members: tuple[int, ...]) -> list[int]:
    """Numbers as they are; for one of them there is no memory."""
    if FATAL in members:
        raise MemoryError
    return list(members)


def raising(_: str, members: tuple[int, ...]) -> list[int]:
    """A bug at one of the numbers."""
    if FATAL in members:
        error = ZeroDivisionError("thirteen")
        error.add_note("while counting")
        raise error
    return list(members)


class Needy(Exception):
    """An exception that is packed and cannot be unpacked."""

    def __init__(self, one: str, other: str) -> None:
        """Take two words and give one on."""
        super().__init__(one)
        self.other = other


class Holding(Exception):
    """An exception that cannot be packed."""

    def __init__(self, word: str) -> None:
        """Hold what only this process can have."""
        super().__init__(word)
        self.held = lambda: word


def raising_odd(kind: str, members: tuple[int, ...]) -> list[int]:
    """A bug at one of the numbers, as an exception that does not travel."""
    if FATAL in members:
        raise Needy("thirteen", "more") if kind == "needy" else Holding("thirteen")
    return list(members)


def who(_: str, members: tuple[int, ...]) -> int:
    """Number of the process that does it."""
    time.sleep(0.05 * len(members))
    return os.getpid()


def lost(_: str, member: int) -> list[int]:
    """A number that nobody could take, told from the others by its sign."""
    return [-member]


def tasks(size: int = 5, number: int = 6) -> list[tuple[str, tuple[int, ...]]]:
    """Numbers from 0 in batches."""
    return [("", tuple(range(size * i, size * (i + 1)))) for i in range(number)]


def test_processes_give_what_serial_gives_in_the_same_order():
    one, other = (list(engines.load(name)(stream(), False)) for name in ("serial", "processes"))
    assert [c.documents for c in one] == [c.documents for c in other]
    assert [list(map(str, c.rejected)) for c in one] == [list(map(str, c.rejected)) for c in other]
    assert sum(len(c.rejected) for c in other) == 3


def test_work_is_done_in_other_processes_all_gone_afterwards():
    pids = set(ordered(Task(who, lost), tasks(1, 8), 2))
    assert len(pids) == 2
    assert os.getpid() not in pids
    assert not [pid for pid in pids if Path(f"/proc/{pid}").exists()]


def test_few_documents_start_no_process():
    code = (
        "import sys\nfrom kg import engines\nfrom tests.test_engines import stream\n"
        "results = list(engines.load('processes', workers=2)(stream(5), False))\n"
        "print(len(results), 'multiprocessing.popen_spawn_posix' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "False"]


def test_stream_is_read_a_few_batches_ahead_and_no_more():
    read: list[int] = []

    def endless() -> Iterator[tuple[str, tuple[int, ...]]]:
        for number in range(1_000_000):
            read.append(number)
            yield "", (number + 100,)

    results = ordered(Task(work, lost), endless(), 2)
    assert [next(results) for _ in range(20)] == [[number + 100] for number in range(20)]
    assert len(read) <= 24
    results.close()


@pytest.mark.parametrize("doing", [work, exhausted], ids=["killed", "out of memory"])
def test_what_kills_every_process_is_found_and_lost_alone(doing: object):
    results = list(ordered(Task(doing, lost), tasks(), 2))
    assert [number for result in results for number in result] == [-n if n == FATAL else n for n in range(30)]


def test_batch_whose_process_was_killed_once_is_done_again(tmp_path: Path):
    batches = [(str(tmp_path), members) for _, members in tasks()]
    assert [n for result in ordered(Task(work_once, lost), batches, 2) for n in result] == list(range(30))


def test_document_that_kills_every_process_is_a_reject_that_says_so():
    from kg.engines.processes import killed

    (error,) = killed(("medline", False), Document("big.nbib", b"12345")).rejected
    assert isinstance(error, DocumentError)
    assert (error.uri, error.cause) == ("big.nbib", "the process that read it was killed")


def test_bug_in_a_worker_comes_through_with_its_notes_and_lines():
    with pytest.raises(ZeroDivisionError, match="thirteen") as caught:
        list(ordered(Task(raising, lost), tasks(), 2))
    notes = "\n".join(caught.value.__notes__)
    assert "while counting" in notes
    assert "in raising" in notes


@pytest.mark.parametrize("kind", ["needy", "holding"])
def test_bug_that_cannot_travel_is_told_and_no_document_is_lost_for_it(kind: str):
    with pytest.raises(RuntimeError, match=rf"^{kind.capitalize()}: thirteen") as caught:
        list(ordered(Task(raising_odd, lost), [(kind, members) for _, members in tasks()], 2))
    assert "in raising_odd" in "\n".join(caught.value.__notes__)


def test_caller_who_stops_early_leaves_no_process():
    results = ordered(Task(who, lost), tasks(1, 100), 2)
    pid = next(results)
    results.close()
    assert not Path(f"/proc/{pid}").exists()


def children(pid: int) -> list[int]:
    """Processes that a process has started."""
    listed = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for path in listed for child in path.read_text().split()]


def running(tmp_path: Path, *more: str) -> tuple[subprocess.Popen[str], list[int]]:
    """A conversion in the middle of its work, with its workers, as a terminal starts it."""
    folder = tmp_path / "documents"
    folder.mkdir()
    for number in range(1000):
        (folder / f"{number}.nbib").write_bytes(numbered(number))
    command = [sys.executable, "-m", "kg.cli", "convert", "--workers", "2", "-o", str(tmp_path / "out.nq"), str(folder)]
    command += more
    started = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, start_new_session=True)
    deadline = time.monotonic() + 60
    while len(workers := children(started.pid)) < 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    assert len(workers) >= 2
    return started, workers


def gone(pids: list[int]) -> bool:
    """Whether processes end within ten seconds."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        if not any(Path(f"/proc/{pid}/exe").exists() for pid in pids):
            return True
        time.sleep(0.05)
    return False


def test_processes_that_cannot_start_are_one_line_and_no_lost_documents():
    # The program comes from standard input, so that no other process can import it.
    program = "from tests import test_engines as t\nlist(t.engines.load('processes')(t.stream(), False))"
    run = subprocess.run([sys.executable, "-"], input=program, cwd=ROOT, capture_output=True, text=True, timeout=60)
    last = run.stderr.strip().splitlines()[-1]
    assert last.startswith("kg.errors.KgError: wanted worker processes, found that they cannot start"), run.stderr


@pytest.mark.parametrize("seconds", [0.0, 1.5], ids=["at the start", "in the middle"])
def test_interrupt_ends_all_processes_in_one_line(tmp_path: Path, seconds: float):
    started, workers = running(tmp_path)
    time.sleep(seconds)
    os.killpg(started.pid, signal.SIGINT)
    _, said = started.communicate(timeout=30)
    assert (started.returncode, said) == (130, "kg: interrupted\n")
    assert gone(workers)
    assert not (tmp_path / "out.nq").exists()


@pytest.mark.parametrize("more", [[], ["--shards", "2"]], ids=["statements", "shards"])
@pytest.mark.usefixtures("hears")
@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGHUP])
def test_request_to_end_leaves_nothing_half_written(tmp_path: Path, more: list[str], asked: signal.Signals):
    started, workers = running(tmp_path, *more)
    deadline = time.monotonic() + 60
    while len(list(tmp_path.iterdir())) < 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    started.send_signal(asked)
    _, said = started.communicate(timeout=30)
    assert (started.returncode, said) == (-asked, "")
    assert gone(workers)
    assert [path.name for path in tmp_path.iterdir()] == ["documents"]


def test_workers_of_a_killed_process_end(tmp_path: Path):
    started, workers = running(tmp_path)
    started.kill()
    started.communicate()
    assert gone(workers)


def test_worker_killed_in_a_build_costs_nothing(tmp_path: Path):
    started, workers = running(tmp_path)
    os.kill(workers[-1], signal.SIGKILL)
    os.killpg(started.pid, signal.SIGINT)
    assert started.wait(30) == 130


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--engine", "magic"], "kg: no engine 'magic'; known are processes, serial, spark"),
        (["--engine", "serial", "--workers", "2"], "kg: engine serial takes no option, got --workers"),
        (["--master", "local[*]"], "kg: engine processes takes --workers, got --master"),
        (["--workers", "0"], "kg: wanted 1 worker or more, found 0"),
    ],
)
def test_wrong_choice_of_engine_is_one_line(words: list[str], says: str, capsys: pytest.CaptureFixture[str]):
    assert main(["convert", str(SHIPPED), *words]) == 2
    assert capsys.readouterr().err == f"{says}\n"


def test_every_engine_takes_what_it_says():
    with pytest.raises(KgError, match="takes --workers, got --colour"):
        engines.load("processes", colour="red")
