"""Counts of each snapshot, made once in a process of their own, so that nobody waits for them."""

from __future__ import annotations

import asyncio

from msgspec.structs import replace

from kg.service.asking import Asked
from kg.service.problems import Cut, Problem
from kg.service.settings import Settings
from kg.service.workers.pool import Pool

# Seconds that counting may take; without counts the descriptions say what the manifest knows.
MOST = 3600.0
# Counting holds a row for each class and property, and no limit of a query is meant for it.
MEMORY = 4096
# Seconds after the start and after a switch: whoever comes first is answered first. A graph that is written by hand
# may soon be another, and counting takes 12 s a million statements.
LATER, LATER_IF_WRITABLE = 1.0, 60.0


class Counting:
    """Has every snapshot counted that stays for a while.

    :ivar text: of the counts, to be given to jobs that describe; empty while there are none.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = replace(settings, workers=1, memory=MEMORY, cache=0)
        self._task: asyncio.Task[None] | None = None
        self._snapshot = ""
        self.text = ""

    def renew(self, snapshot: str) -> None:
        """Count a snapshot, unless it is the one that was counted last."""
        if snapshot == self._snapshot:
            return
        self.stop()
        self._snapshot, self.text = snapshot, ""
        self._task = asyncio.get_running_loop().create_task(self._count())

    def stop(self) -> None:
        """Count no more."""
        if self._task:
            self._task.cancel()

    async def close(self) -> None:
        """Count no more, and wait until the process is gone."""
        self.stop()
        if self._task:
            await asyncio.gather(self._task, return_exceptions=True)

    async def _count(self) -> None:
        await asyncio.sleep(LATER_IF_WRITABLE if self._settings.writable else LATER)
        pool = Pool(self._settings, keeps=True)
        await pool.start()
        try:
            self.text = (await pool.ask(Asked(job="counts"), MOST).body()).decode()
        except (Problem, Cut):
            # Descriptions go without; the service has better things to do than to try again.
            return
        finally:
            await asyncio.shield(pool.close())
