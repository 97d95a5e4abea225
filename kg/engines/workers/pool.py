"""Batches over worker processes: results in order, few at a time, and one visible loss for what kills a process."""

from __future__ import annotations

import os
import queue
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Generic, TypeVar

from kg.engines.workers.process import Worker, WorkerDied
from kg.errors import KgError

Head = TypeVar("Head")
Member = TypeVar("Member")
Result = TypeVar("Result")
Batch = tuple[Head, tuple[Member, ...]]


@dataclass(frozen=True, slots=True)
class Task(Generic[Head, Member, Result]):
    """What is done with each batch.

    :ivar work: a batch, given as what is the same for all of it and its members, to a result; a function of a module.
    :ivar lost: the result for a member that kills the process it is given to, even when given alone.
    """

    work: Callable[[Head, tuple[Member, ...]], Result]
    lost: Callable[[Head, Member], Result]


def cores() -> int:
    """How many processes can run at once: what this process may use, which can be less than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def number(workers: int | None) -> int:
    """How many workers there are to be.

    :param workers: as asked for; None for one a core.
    :raises KgError: for less than one.
    """
    if workers is not None and workers < 1:
        raise KgError(f"wanted 1 worker or more, found {workers}")
    return workers or cores()


def ordered(task: Task[Head, Member, Result], batches: Iterable[Batch[Head, Member]], workers: int) -> Iterator[Result]:
    """The results of batches in their order, computed in worker processes.

    The batches are read in the calling thread, and at most two for each worker are under way or wait to be taken, so
    memory does not grow with their number. All processes are gone when this ends, in whatever way it does.

    :returns: a result a batch; several, in order of its members, for one that killed its process twice.
    """
    crew = _Crew(task, workers)
    waiting: deque[Future[list[Result]]] = deque()
    try:
        for batch in batches:
            waiting.append(crew.submit(batch))
            if len(waiting) >= 2 * workers:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        crew.end()


class _Crew(Generic[Head, Member, Result]):
    """Threads, each of which has one worker process at a time and waits for what it answers."""

    def __init__(self, task: Task[Head, Member, Result], workers: int) -> None:
        self._task = task
        self._workers = workers
        self._todo: queue.SimpleQueue[tuple[Batch[Head, Member], Future[list[Result]]] | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._alive: set[Worker] = set()
        self._ended = False
        self._guard = threading.Lock()
        # A batch takes one turn; one that killed its process takes all of them, to have the machine for itself.
        self._turns = threading.Semaphore(workers)
        self._alone = threading.Lock()

    def submit(self, batch: Batch[Head, Member]) -> Future[list[Result]]:
        """Have a batch done by the next process that is free."""
        future: Future[list[Result]] = Future()
        self._todo.put((batch, future))
        if len(self._threads) < self._workers:
            self._threads.append(threading.Thread(target=self._serve, daemon=True))
            self._threads[-1].start()
        return future

    def end(self) -> None:
        """Kill all processes and wait until they and the threads are gone."""
        with self._guard:
            self._ended = True
            for worker in self._alive:
                worker.kill()
        for _ in self._threads:
            self._todo.put(None)
        for thread in self._threads:
            thread.join()

    def _serve(self) -> None:
        worker = None
        while (task := self._todo.get()) is not None and not self._ended:
            batch, future = task
            try:
                worker = worker or self._new()
                try:
                    with self._turns:
                        results = [worker.call(*batch)]
                except WorkerDied:
                    self._drop(worker)
                    worker = None
                    with self._everything():
                        results = list(self._bisected(*batch))
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(results)
        if worker:
            self._drop(worker)

    def _bisected(self, head: Head, members: tuple[Member, ...]) -> Iterator[Result]:
        """Results of a batch whose process was killed, found by giving it to new ones, whole and then in halves."""
        worker = self._new()
        try:
            results = [worker.call(head, members)]
        except WorkerDied:
            if self._ended:
                raise
            results = []
        finally:
            self._drop(worker)
        if results or len(members) == 1:
            yield from results or [self._task.lost(head, members[0])]
            return
        middle = len(members) // 2
        yield from self._bisected(head, members[:middle])
        yield from self._bisected(head, members[middle:])

    @contextmanager
    def _everything(self) -> Iterator[None]:
        with self._alone:
            for _ in range(self._workers):
                self._turns.acquire()
            try:
                yield
            finally:
                self._turns.release(self._workers)

    def _new(self) -> Worker:
        with self._guard:
            if self._ended:
                raise WorkerDied
            worker = Worker(self._task.work)
            self._alive.add(worker)
            return worker

    def _drop(self, worker: Worker) -> None:
        with self._guard:
            self._alive.discard(worker)
        worker.end()
