"""The pool of processes without anything that speaks HTTP: what it gives up, replaces, asks again and lets go."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from multiprocessing import forkserver
from pathlib import Path
from time import monotonic

import pytest

from kg.service.problems import Gone, Problem
from kg.service.settings import Settings
from kg.service.workers.pool import Pool
from kg.service.workers.reply import MOST_KEPT, Reply
from kg.service.workers.sending import PIECE
from kg.store.layout import kept_ids
from tests.hostile import ENDLESS, NESTED, NUMBER, SORTED, STREAM, asked, bomb, canary, descendants, publish, value

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked at in /proc")
# Some second and a half of work whatever the machine: four million rows.
LONG = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f }"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published graph of number 1, never changed."""
    folder = tmp_path_factory.mktemp("pool")
    publish(folder, 1)
    return folder


@pytest.fixture
def changing(graph: Path, tmp_path: Path) -> Path:
    """The same, for one test to publish others in."""
    return Path(shutil.copytree(graph, tmp_path / "graph"))


@asynccontextmanager
async def running(store: Path, **more: object) -> AsyncIterator[Pool]:
    chosen: dict[str, object] = {"workers": 1, "memory": 64, "timeout": 20.0, "wait": 20.0}
    pool = Pool(Settings(store=store, access_log=None, **(chosen | more)))  # type: ignore[arg-type]
    await pool.start()
    try:
        yield pool
    finally:
        await pool.close()


async def number(pool: Pool) -> str:
    return value(await pool.ask(asked(NUMBER)).body())


async def refused(reply: Reply, status: int, outcome: str) -> Problem:
    with pytest.raises(Problem) as found:
        await reply.head()
    assert (int(found.value.status), found.value.outcome) == (status, outcome), found.value.detail
    return found.value


async def until(done: Callable[[], bool], what: str) -> None:
    end = monotonic() + 20
    while not done():
        assert monotonic() < end, f"not within 20 s: {what}"
        await asyncio.sleep(0.01)


def processes() -> set[int]:
    return set(descendants(os.getpid()))


def run(test: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(asyncio.wait_for(test(), 120))  # type: ignore[arg-type]


def test_an_answer_that_takes_too_long_is_given_up_and_its_process_replaced(graph: Path):
    async def test() -> None:
        async with running(graph) as pool:
            assert await number(pool) == "1"
            (before,) = pool.pids
            found = await refused(pool.ask(asked(ENDLESS), 0.3), 504, "timeout")
            assert found.headers["Retry-After"]
            assert await number(pool) == "1"
            assert pool.pids != [before]
            assert before not in processes()

    run(test)


@pytest.mark.parametrize("memory", [16, 64])
@pytest.mark.parametrize("query", [SORTED, bomb("REPLACE"), bomb("CONCAT")], ids=["sorted", "replace", "concat"])
def test_what_needs_more_memory_than_it_may_is_told_so(query: str, memory: int, graph: Path):
    async def test() -> None:
        async with running(graph, memory=memory) as pool:
            found = await refused(pool.ask(asked(query)), 507, "memory")
            assert f"{memory} MB" in found.detail
            assert await number(pool) == "1"

    run(test)


def test_what_ends_the_engine_ends_one_process_only(graph: Path):
    async def test() -> None:
        async with running(graph, workers=2) as pool:
            found = await refused(pool.ask(asked(NESTED)), 500, "crash")
            assert found.more == {"signal": signal.SIGSEGV}
            assert await number(pool) == "1"
            await until(lambda: pool.alive == 2, "the process was replaced")

    run(test)


def test_what_a_stranger_killed_is_asked_again_once(graph: Path):
    async def test() -> None:
        async with running(graph) as pool:
            reply = pool.ask(asked(LONG))
            for kills in (1, 2):
                await until(lambda: pool.busy == 1 and pool.alive == 1, "it is worked on")
                assert not reply.begun
                os.kill(pool.pids[0], signal.SIGKILL)
                await until(lambda kills=kills: pool.failures == kills, "the end was seen")  # type: ignore[misc]
                if kills == 1:
                    again = pool.ask(asked(LONG))
            await refused(reply, 503, "killed")
            assert value(await again.body()) == "4000000"

    run(test)


def test_the_answer_after_a_stranger_killed_the_first_process_is_right(graph: Path):
    async def test() -> None:
        async with running(graph, workers=2) as pool:
            replies = [pool.ask(asked(LONG)) for _ in range(2)]
            await until(lambda: pool.busy == 2, "both are worked on")
            for pid in pool.pids:
                os.kill(pid, signal.SIGKILL)
            assert [value(await reply.body()) for reply in replies] == ["4000000"] * 2
            assert pool.failures == 2

    run(test)


def test_killing_the_server_of_forks_costs_no_answer(graph: Path):
    async def test() -> None:
        async with running(graph, workers=2) as pool:
            replies = [pool.ask(asked(LONG)) for _ in range(2)]
            await until(lambda: pool.busy == 2, "both are worked on")
            os.kill(forkserver._forkserver._forkserver_pid, signal.SIGKILL)  # type: ignore[attr-defined]
            assert [value(await reply.body()) for reply in replies] == ["4000000"] * 2

    run(test)


def test_a_client_that_leaves_while_its_query_waits_to_be_asked_again_is_forgotten(graph: Path):
    async def test() -> None:
        async with running(graph) as pool:
            reply = pool.ask(asked(ENDLESS))
            await until(lambda: pool.busy == 1, "it is worked on")
            os.kill(pool.pids[0], signal.SIGKILL)
            await until(lambda: pool.waiting == 1, "it waits again")
            reply.abandon(Gone())
            assert pool.waiting == 0
            assert await number(pool) == "1"

    run(test)


def test_a_reader_that_stands_still_keeps_no_process_longer_than_an_answer_may_take(graph: Path):
    async def test() -> None:
        async with running(graph) as pool:
            reply = pool.ask(asked(STREAM), 6)
            await reply.head()
            await until(lambda: reply._kept > MOST_KEPT, "more was given than is kept")
            assert await number(pool) == "1"

    run(test)


def test_an_answer_that_comes_just_as_its_time_is_over_leaves_no_dead_process_at_work(graph: Path):
    async def test() -> None:
        async with running(graph) as pool:
            await number(pool)
            for tenths in range(1, 60):
                with suppress(Problem):
                    await pool.ask(asked(NUMBER), tenths / 10_000).head()
                assert await number(pool) == "1"

    run(test)


def test_a_client_that_leaves_ends_its_query(graph: Path):
    async def test() -> None:
        async with running(graph) as pool:
            reply = pool.ask(asked(ENDLESS))
            await until(lambda: pool.busy == 1, "it is worked on")
            began = monotonic()
            reply.abandon(Gone())
            assert await number(pool) == "1"
            assert monotonic() - began < 10

    run(test)


def test_a_client_that_leaves_while_it_waits_is_forgotten(graph: Path):
    async def test() -> None:
        async with running(graph) as pool:
            first, second = pool.ask(asked(ENDLESS)), pool.ask(asked(ENDLESS))
            await until(lambda: pool.busy == 1, "one is worked on")
            second.abandon(Gone())
            assert pool.waiting == 0
            first.abandon(Gone())
            assert await number(pool) == "1"

    run(test)


def test_a_full_queue_is_told_with_the_time_to_come_again(graph: Path):
    async def test() -> None:
        async with running(graph, queue=2) as pool:
            await number(pool)
            replies = [pool.ask(asked(ENDLESS), 2) for _ in range(3)]
            with pytest.raises(Problem, match="2 requests wait already") as found:
                pool.ask(asked(NUMBER))
            assert (found.value.status, found.value.headers["Retry-After"]) == (503, "5")
            for reply in replies:
                reply.abandon(Gone())
            assert await number(pool) == "1"

    run(test)


def test_who_waits_too_long_is_sent_away(graph: Path):
    async def test() -> None:
        async with running(graph, wait=0.3) as pool:
            await number(pool)
            first = pool.ask(asked(ENDLESS))
            found = await refused(pool.ask(asked(NUMBER)), 503, "queue_wait")
            assert found.headers["Retry-After"]
            first.abandon(Gone())

    run(test)


def test_a_switch_under_two_hundred_requests_answers_all_from_a_state_no_older_than_asked(changing: Path):
    async def test() -> None:
        async with running(changing, workers=2, queue=1000) as pool:

            async def one() -> tuple[str, str, str]:
                when = pool.snapshot
                reply = pool.ask(asked(NUMBER))
                head = await reply.head()
                return when, head.tag, value(await reply.body())

            under_way = [asyncio.ensure_future(one()) for _ in range(100)]
            for state in (2, 3):
                await asyncio.to_thread(publish, changing, state)
                await pool.renewed()
                under_way += [asyncio.ensure_future(one()) for _ in range(100)]
            for when, tag, found in await asyncio.gather(*under_way):
                assert tag.startswith(f"{int(found):04d}-")
                assert int(found) >= int(when)
            assert await number(pool) == "3"

    run(test)


def test_states_that_nobody_reads_any_more_can_be_removed(changing: Path):
    async def test() -> None:
        async with running(changing, workers=2) as pool:
            for state in range(2, 7):
                await asyncio.to_thread(publish, changing, state)
                await pool.renewed()
                # One answer and the other worker's idle time: both have let go of the state before.
                await until(lambda: pool.alive == 2, "both have a state open")
                assert [await number(pool) for _ in range(3)] == [str(state)] * 3
            assert kept_ids(changing) == ["0004", "0005", "0006"]

    run(test)


def test_a_process_that_switches_often_does_not_grow(changing: Path):
    async def test() -> None:
        async with running(changing) as pool:
            sizes = []
            for state in range(2, 14):
                await asyncio.to_thread(publish, changing, state)
                await pool.renewed()
                assert await number(pool) == str(state)
                status = Path(f"/proc/{pool.pids[0]}/status").read_text()
                sizes.append(int(re.findall(r"RssAnon:\s+(\d+)", status)[0]))
            # Half a megabyte each would be 5 MB.
            assert max(sizes[6:]) - max(sizes[:6]) < 5_000, sizes

    run(test)


def test_a_process_reaches_no_server_of_this_machine(graph: Path):
    async def test() -> None:
        with canary() as one:
            call = asked(f"SELECT * {{ SERVICE <http://127.0.0.1:{one.port}/> {{ ?s ?p ?o }} }}")
            async with running(graph, services=("http://example.org/",)) as pool:
                await refused_or_bad(pool.ask(call))
            assert one.hits, "a process with a network calls: otherwise this test would tell nothing"
            before = one.hits
            async with running(graph) as pool:
                await number(pool)
                (link,) = pool._links
                if link.opened and link.opened.network:
                    pytest.skip("this machine gives nobody a network of his own")
                await refused_or_bad(pool.ask(call))
            assert one.hits == before

    run(test)


async def refused_or_bad(reply: Reply) -> None:
    with suppress(Problem):
        assert (await reply.head()).status >= 500


def test_a_process_leaves_no_core_and_gains_no_rights(graph: Path):
    async def test() -> None:
        async with running(graph) as pool:
            await number(pool)
            process = Path(f"/proc/{pool.pids[0]}")
            assert re.search(r"Max core file size\s+0\s+0\s", (process / "limits").read_text())
            assert re.search(r"NoNewPrivs:\s+1\n", (process / "status").read_text())

    run(test)


def test_closing_leaves_no_process_and_nobody_waiting(graph: Path):
    async def test() -> None:
        pool = Pool(Settings(store=graph, workers=2, access_log=None))
        await pool.start()
        before = processes() - set(pool.pids)
        replies = [pool.ask(asked(ENDLESS)) for _ in range(6)]
        await until(lambda: pool.busy == 2, "both work")
        await pool.close()
        for reply in replies:
            await refused(reply, 503, "stopped")
        assert processes() <= before

    run(test)


@pytest.mark.parametrize("milliseconds", [0, 5, 20, 60, 150])
def test_closing_while_processes_start_leaves_none(milliseconds: int, graph: Path):
    async def test() -> None:
        async with running(graph):
            pass
        before = processes()
        pool = Pool(Settings(store=graph, workers=3, access_log=None))
        await pool.start()
        await asyncio.sleep(milliseconds / 1000)
        await pool.close()
        assert pool._starting == 0
        assert processes() <= before

    run(test)


def test_a_value_of_many_megabytes_comes_in_pieces(graph: Path):
    steps = f'BIND("{"a" * 1000}" AS ?a) BIND(REPLACE(?a, "a", ?a) AS ?b)'
    query = f"SELECT ?n {{ {steps} BIND(CONCAT(?b, ?b, ?b, ?b) AS ?n) }}"

    async def test() -> None:
        async with running(graph, memory=256) as pool:
            reply = pool.ask(asked(query, "text/csv"))
            sizes = [len(part) async for part in reply.parts()]
            assert sum(sizes) > 4_000_000
            assert max(sizes) <= PIECE

    run(test)


def test_the_least_memory_is_enough_for_ordinary_queries(graph: Path):
    ordinary = [
        "SELECT ?n { ?t <http://www.w3.org/2000/01/rdf-schema#label> ?n } ORDER BY ?n LIMIT 1",
        "SELECT (COUNT(DISTINCT ?t) AS ?n) { ?t ?p ?o }",
        "SELECT (GROUP_CONCAT(STR(?o)) AS ?n) { ?t ?p ?o }",
    ]

    async def test() -> None:
        async with running(graph, memory=16) as pool:
            for query in ordinary * 3:
                assert value(await pool.ask(asked(query)).body())
            assert pool.failures == 0

    run(test)
