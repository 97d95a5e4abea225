"""Writing through the service: what is asked, who may, one change at a time, and no change that is half done."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import socket
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from typing import TypeVar

import pytest

from kg.errors import KgError, StoreError
from kg.service import writing
from kg.service.asking import Answer, Asked
from kg.service.problems import Problem
from kg.service.settings import Settings
from kg.service.tokens import authorised, token_of
from kg.service.workers.process import Order
from kg.service.writing import Update, Writer
from kg.service.writing.changes import Stored, Updated, made
from kg.service.writing.process import run
from kg.service.writing.protocol import NEW
from kg.store import current_id, open_snapshot
from kg.store.editing import Editing, create, editing
from tests.killed_build import Calls
from tests.made_documents import built
from tests.made_documents import made as document
from tests.test_service_updates import DISPOSED, MULTIPART, form, refused

UPDATE = "application/sparql-update"
TURTLE = "text/turtle; charset=utf-8"
T = TypeVar("T")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty graph of the service."""
    create(tmp_path / "graph")
    return tmp_path / "graph"


def said(folder: Path) -> set[str]:
    """What the published graph says."""
    with open_snapshot(folder) as snapshot:
        return {str(quad) for quad in snapshot.quads()}


def stored(editor: Editing, method: str, graph: str | None, body: str = "", kind: str = TURTLE) -> Answer:
    """What a request for a graph is answered with."""
    return made(editor, Stored(method, graph, body.encode(), kind, "http://h/gsp"))


def test_graph_is_created_then_replaced_then_gone(folder: Path):
    with editing(folder) as editor:
        assert stored(editor, "PUT", "http://h/g", "<> <#p> 'é' .").status == HTTPStatus.CREATED
        assert said(folder) == {'<http://h/g> <http://h/g#p> "é" <http://h/g>'}
        assert stored(editor, "PUT", "http://h/g", "<urn:a> <urn:p> <urn:o> .").status == HTTPStatus.NO_CONTENT
        assert said(folder) == {"<urn:a> <urn:p> <urn:o> <http://h/g>"}
        assert stored(editor, "DELETE", "http://h/g").status == HTTPStatus.NO_CONTENT
        assert refused(lambda: stored(editor, "DELETE", "http://h/g"))[0] == HTTPStatus.NOT_FOUND


def test_post_to_the_store_makes_a_graph_with_a_name_of_its_own(folder: Path):
    with editing(folder) as editor:
        first, second = stored(editor, "POST", NEW, "<> <urn:p> 1 ."), stored(editor, "POST", NEW, "<> <urn:p> 1 .")
    assert (first.status, second.status) == (HTTPStatus.CREATED, HTTPStatus.CREATED)
    places = {first.headers["Location"], second.headers["Location"]}
    assert len(places) == 2
    assert all(place.startswith("http://h/gsp/") for place in places)
    with open_snapshot(folder) as snapshot:
        assert set(snapshot.graphs()) == places
        assert {quad.subject.value for quad in snapshot.quads()} == places


def test_form_with_a_part_that_breaks_off_changes_nothing_and_says_which(folder: Path):
    body = form((DISPOSED.format("ttl"), b"<urn:a> <urn:p> 1 ."), (DISPOSED.format("nt"), b"\n<urn:a> .")).decode()
    with editing(folder) as editor, pytest.raises(Problem, match=r"not N-Triples: f\.nt: ") as caught:
        stored(editor, "POST", "urn:g", body, MULTIPART)
    assert (caught.value.status, caught.value.more["line"]) == (HTTPStatus.BAD_REQUEST, 2)
    assert said(folder) == set()


@pytest.mark.parametrize("graphs", [(), ("urn:g",)])
def test_error_of_an_update_is_placed_in_the_text_as_it_was_sent(folder: Path, graphs: tuple[str, ...]):
    text = "DELETE WHERE\n{ ?s ?p\n?o } ; DELETE WHERE { ?s ?p }"
    with editing(folder) as editor, pytest.raises(Problem, match="not a SPARQL update: line 3, column 29") as caught:
        made(editor, Updated(Update(text, graphs)))
    assert (caught.value.more["line"], caught.value.more["column"]) == (3, 29)


def test_update_that_cannot_be_done_conflicts(folder: Path):
    with editing(folder) as editor:
        status, words = refused(lambda: made(editor, Updated(Update("DROP GRAPH <urn:none>"))))
    assert (status, words) == (HTTPStatus.CONFLICT, "nothing was changed: The graph <urn:none> does not exist")


# --- the process


def with_writer(settings: Settings, use: Callable[[Writer], Awaitable[T]]) -> T:
    """Use a writer that is started and stopped."""

    async def run() -> T:
        writer = Writer(settings)
        await writer.start()
        try:
            return await use(writer)
        finally:
            await writer.close()

    return asyncio.run(run())


def insert(number: int) -> Update:
    """An update that adds one statement."""
    return Update(f"INSERT DATA {{ <urn:a> <urn:p> <urn:{number}> }}")


SLOW = Update(
    f"INSERT DATA {{ {' '.join(f'<urn:{n}> <urn:p> {n} .' for n in range(200))} }} ;"
    " INSERT { ?a <urn:x> ?e } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . FILTER(?c + ?f + ?i + ?l = 1) }"
)


def test_writer_makes_a_graph_where_there_is_none_and_publishes_each_change(tmp_path: Path):
    async def use(writer: Writer) -> list[int]:
        answers = [await writer.update(insert(n)) for n in range(3)]
        answers.append(await writer.store("PUT", "urn:g", b"<urn:a> <urn:p> <urn:o> .", TURTLE, None))
        return [int(answer.status) for answer in answers]

    assert with_writer(Settings(store=tmp_path / "graph"), use) == [204, 204, 204, 201]
    assert said(tmp_path / "graph") == {
        *(f"<urn:a> <urn:p> <urn:{n}>" for n in range(3)),
        "<urn:a> <urn:p> <urn:o> <urn:g>",
    }
    assert sorted(os.listdir(tmp_path / "graph")) == ["current", "lock", "snapshots"]


def test_writer_refuses_what_was_built(tmp_path: Path):
    built(tmp_path, document(0))
    with pytest.raises(StoreError, match="kg build made this graph"):
        Writer(Settings(store=tmp_path))


def test_second_writer_is_refused(folder: Path):
    async def use(writer: Writer) -> None:
        with pytest.raises(StoreError, match=f"another build is running, process {writer.pid}"):
            await Writer(Settings(store=folder)).start()

    with_writer(Settings(store=folder), use)


def test_changes_asked_at_once_are_all_made(folder: Path):
    async def use(writer: Writer) -> None:
        await asyncio.gather(*(writer.update(insert(n)) for n in range(8)))

    with_writer(Settings(store=folder, wait=60), use)
    assert said(folder) == {f"<urn:a> <urn:p> <urn:{n}>" for n in range(8)}


def test_change_that_takes_too_long_is_given_up_whole_and_the_next_is_made(folder: Path):
    async def use(writer: Writer) -> Problem:
        with pytest.raises(Problem, match="nothing was changed: wanted the change made within 4 s") as caught:
            await writer.update(SLOW)
        await writer.update(insert(1))
        return caught.value

    problem = with_writer(Settings(store=folder, timeout=4), use)
    assert (problem.status, problem.headers["Retry-After"]) == (HTTPStatus.GATEWAY_TIMEOUT, "60")
    assert said(folder) == {"<urn:a> <urn:p> <urn:1>"}


def test_change_that_takes_too_much_memory_is_given_up_whole_and_the_next_is_made(folder: Path):
    body = "".join(f"<urn:s{n}> <urn:p> {n} .\n" for n in range(60_000)).encode()

    async def use(writer: Writer) -> Problem:
        await writer.update(insert(0))
        with pytest.raises(Problem, match="nothing was changed: this needs more than the 16 MB") as caught:
            await writer.store("PUT", "urn:g", body, TURTLE, None)
        await writer.update(insert(1))
        return caught.value

    problem = with_writer(Settings(store=folder, memory=16), use)
    assert problem.status == HTTPStatus.INSUFFICIENT_STORAGE
    assert said(folder) == {"<urn:a> <urn:p> <urn:0>", "<urn:a> <urn:p> <urn:1>"}


def test_idle_writer_killed_by_a_stranger_is_replaced_unnoticed(folder: Path):
    async def use(writer: Writer) -> None:
        for number in range(2):
            await writer.update(insert(number))
            os.kill(writer.pid or 0, signal.SIGKILL)
        await writer.update(insert(2))

    with_writer(Settings(store=folder), use)
    assert said(folder) == {f"<urn:a> <urn:p> <urn:{n}>" for n in range(3)}


def test_change_whose_process_is_killed_twice_is_given_up_whole(folder: Path):
    async def use(writer: Writer) -> int:
        slow = asyncio.create_task(writer.update(SLOW))
        killed = set[int]()
        while not slow.done():
            await asyncio.sleep(0.2)
            if writer.pid and writer.pid not in killed:
                killed.add(writer.pid)
                os.kill(writer.pid, signal.SIGKILL)
        with pytest.raises(Problem, match=r"nothing was changed: .* killed, and so was another one") as caught:
            await slow
        assert caught.value.status == HTTPStatus.SERVICE_UNAVAILABLE
        await writer.update(insert(1))
        return len(killed)

    assert with_writer(Settings(store=folder), use) == 2
    assert said(folder) == {"<urn:a> <urn:p> <urn:1>"}


def dying(connection: socket.socket, errors: object, order: Order) -> None:
    """A process that writes, and is killed when it has published the first change."""
    sys.setprofile(Calls("remove_old").count)
    run(connection, errors, order)


def test_change_that_was_published_but_not_told_is_not_said_to_be_undone(folder: Path, monkeypatch: pytest.MonkeyPatch):
    async def use(writer: Writer) -> Problem:
        with pytest.raises(Problem, match="the change was made and published as snapshot 0002") as caught:
            await writer.update(insert(1))
        return caught.value

    monkeypatch.setattr(writing, "run", dying)
    assert with_writer(Settings(store=folder), use).status == HTTPStatus.INTERNAL_SERVER_ERROR
    assert said(folder) == {"<urn:a> <urn:p> <urn:1>"}


def test_killed_again_and_again_the_writer_says_truly_what_was_changed(folder: Path):
    async def use(writer: Writer) -> tuple[set[int], set[int]]:
        delays, done, undone = random.Random(20261121), set(), set()  # noqa: S311
        for number in range(12):
            kills = [asyncio.create_task(kill(writer, delays.uniform(0, 1.2))) for _ in range(2)]
            try:
                await writer.update(insert(number))
                done.add(number)
            except Problem as problem:
                (done if "was made and published" in problem.detail else undone).add(number)
            await asyncio.gather(*kills)
        return done, undone

    async def kill(writer: Writer, after: float) -> None:
        await asyncio.sleep(after)
        with suppress(ProcessLookupError):
            os.kill(writer.pid or 1 << 22, signal.SIGKILL)

    done, undone = with_writer(Settings(store=folder), use)
    assert said(folder) == {f"<urn:a> <urn:p> <urn:{n}>" for n in done}
    assert not done & undone
    assert done


def test_request_is_told_by_its_address(folder: Path):
    async def use(writer: Writer) -> list[int]:
        answers = [
            await writer.answered(
                "POST", Asked("", "/sparql", base="http://h/sparql"), b"", UPDATE, b"INSERT DATA { <> <urn:p> <a> }"
            ),
            await writer.answered("PUT", Asked("", "/gsp/g", base="http://h/gsp/g"), b"", TURTLE, b"<> <urn:p> <a> ."),
        ]
        return [int(answer.status) for answer in answers]

    assert with_writer(Settings(store=folder), use) == [204, 201]
    assert said(folder) == {
        "<http://h/sparql> <urn:p> <http://h/a>",
        "<http://h/gsp/g> <urn:p> <http://h/gsp/a> <http://h/gsp/g>",
    }


def test_changes_that_wait_too_long_or_are_too_many_are_sent_away(folder: Path):
    async def use(writer: Writer) -> list[Problem]:
        slow = asyncio.create_task(writer.update(SLOW))
        others = [asyncio.create_task(writer.update(insert(n))) for n in range(3)]
        found = await asyncio.gather(*others, return_exceptions=True)
        with pytest.raises(Problem, match="nothing was changed"):
            await slow
        return [one for one in found if isinstance(one, Problem)]

    problems = with_writer(Settings(store=folder, timeout=4, wait=0.5, queue=2), use)
    assert [int(one.status) for one in problems] == [503] * 3
    assert sorted(one.outcome for one in problems) == ["queue_full", "queue_wait", "queue_wait"]
    assert current_id(folder) == "0001"


def test_client_that_goes_away_leaves_its_change_to_be_made(folder: Path):
    async def use(writer: Writer) -> None:
        task = asyncio.create_task(writer.update(insert(1)))
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.sleep(0)
        await writer.update(insert(2))

    with_writer(Settings(store=folder), use)
    assert said(folder) == {"<urn:a> <urn:p> <urn:1>", "<urn:a> <urn:p> <urn:2>"}


# --- who may


def test_token_is_the_whole_file_but_for_space_around_it(tmp_path: Path):
    file = tmp_path / "token"
    file.write_bytes(b" 0123456789abcdef\n")
    file.chmod(0o600)
    assert token_of(file) == b"0123456789abcdef"
    authorised("Bearer 0123456789abcdef", token_of(file))


@pytest.mark.parametrize(
    ("token", "mode", "why"),
    [(b"short\n", 0o600, "at least 16 bytes, found 5"), (b"x" * 16, 0o644, r"found mode 644; chmod 600 does it")],
)
def test_token_that_keeps_nobody_out_is_refused(tmp_path: Path, token: bytes, mode: int, why: str):
    file = tmp_path / "token"
    file.write_bytes(token)
    file.chmod(mode)
    with pytest.raises(KgError, match=why):
        token_of(file)


@pytest.mark.parametrize(
    ("header", "status"),
    [
        (None, 401),
        ("", 401),
        ("Bearer", 401),
        ("Basic 0123456789abcdef", 401),
        ("Bearer 0123456789abcdeX", 403),
        ("Bearer é", 403),
    ],
)
def test_who_has_no_token_is_not_let_in(header: str | None, status: int):
    with pytest.raises(Problem) as caught:
        authorised(header, b"0123456789abcdef")
    assert caught.value.status == status
    assert ("WWW-Authenticate" in caught.value.headers) is (status == HTTPStatus.UNAUTHORIZED)
