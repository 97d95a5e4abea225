"""How the service listens: a place, a server with limits, and its end."""

from __future__ import annotations

import errno
import logging
import resource
import signal
import socket
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from types import FrameType
from typing import TYPE_CHECKING

import uvicorn

from kg.errors import KgError
from kg.service.connections import Guarded
from kg.service.front.log import STANDARD_OUTPUT
from kg.service.settings import Settings, warnings

if TYPE_CHECKING:
    from kg.service.asgi import ASGIApp

__all__ = ["Guarded", "Limits", "Listening", "config", "place", "run", "said"]

# Connections that the system keeps until they are taken; about what comes in a second at most.
BACKLOG = 1024
# Seconds that an idle connection stays open; a proxy in front has to close its own earlier.
IDLE = 15
# Files beside connections: sockets of workers, log, libraries.
OTHER_FILES = 256
# Connections for each request that a client may have under way at once.
CONNECTIONS_OF_A_REQUEST = 4


@dataclass(frozen=True, slots=True)
class Limits:
    """What a connection may take; times in seconds, sizes in bytes.

    :ivar head: time in which the head of a request is complete.
    :ivar body: time that a body may take whatever its size.
    :ivar rate: bytes a second that a body brings after that, on the average.
    :ivar stalled: time after which a client that takes nothing of its answer is given up.
    :ivar linger: time in which what a client goes on sending is thrown away after it was refused, since closing at
        once would take the answer from it.
    :ivar target: of the address in the first line.
    :ivar head_size: names and values of all headers.
    :ivar headers: how many there may be.
    :ivar pipelined: requests that may wait behind the one that is answered.
    :ivar connections: open at the same time.
    :ivar of_one: of them from one address that is not this machine's; None for no limit, as behind a proxy.
    :ivar look: time from one look at a connection to the next.
    """

    head: float = 10.0
    body: float = 10.0
    rate: float = 1000.0
    stalled: float = 30.0
    linger: float = 3.0
    target: int = 65_536
    head_size: int = 16_384
    headers: int = 100
    pipelined: int = 64
    connections: int = 1000
    of_one: int | None = None
    look: float = 1.0


class Listening(uvicorn.Config):
    """How a server listens, and who is connected.

    :ivar limits: of each connection.
    :ivar open: connections of each address.
    :ivar outcome: told of what is refused here, which no application ever sees.
    :ivar log_file: whether there is a log that may be moved away.
    """

    limits: Limits
    open: Counter[str]
    outcome: Callable[[str], None]
    log_file: bool


def config(
    app: ASGIApp,
    settings: Settings,
    outcome: Callable[[str], None] = lambda _: None,
    limits: Limits | None = None,
) -> Listening:
    """How uvicorn runs the service: it adds no headers of its own, believes none and logs nothing but what is wrong.

    :param outcome: told of what is refused before any application sees it.
    :param limits: of a connection; None for the usual ones and those of the settings.
    """
    found = Listening(
        app,
        http=Guarded,
        ws="none",
        lifespan="on",
        log_config=None,
        log_level=logging.WARNING,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        backlog=BACKLOG,
        timeout_keep_alive=IDLE,
        timeout_graceful_shutdown=max(1, round(settings.grace)),
    )
    of_one = None if settings.trust_proxy else settings.per_client * CONNECTIONS_OF_A_REQUEST
    found.limits = limits or replace(Limits(), connections=settings.connections, of_one=of_one)
    found.open = Counter()
    found.outcome = outcome
    found.log_file = settings.access_log not in (None, STANDARD_OUTPUT)
    return found


def place(host: str, port: int) -> socket.socket:
    """A socket that listens, opened before anything else starts, so that what is wrong is said in one line.

    :raises KgError: when the port is in use, out of range or not ours, or the address is not this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=BACKLOG)
    except (OSError, OverflowError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
            why = "it is in use; try --port with another number"
        raise KgError(f"wanted to listen at {host} port {port}: {why}") from error


def said(settings: Settings, ports: list[int], snapshot: str) -> list[str]:
    """What is told at the start, for standard error: where it listens, what it serves, what it allows, and warnings.

    :param ports: of the service, and of the figures where they have one; those found, where any was wanted.
    :param snapshot: id of the one that is served.
    """
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    rate = "no rate" if settings.rate is None else f"{settings.rate:g} a second"
    limits = (
        f"{settings.timeout:g} s and {settings.memory} MB a query, {settings.queue} waiting, "
        f"{settings.per_client} at once and {rate} of one client"
    )
    lines = [f"serving {settings.store} (snapshot {snapshot}) on http://{host}:{ports[0]}", f"limits: {limits}"]
    lines += [f"figures on http://{host}:{port}/metrics" for port in ports[1:]]
    return [*lines, *(f"warning: {one}" for one in warnings(settings))]


def run(listening: Listening, *places: socket.socket, reopen: Callable[[], None] | None = None) -> None:
    """Serve until SIGINT or SIGTERM, then finish what is under way and return.

    :param reopen: called at SIGHUP, as rotations of logs send it, where there is a file to rotate; otherwise the
        service ends then, as it does when its terminal is closed.
    """
    logging.basicConfig(level=logging.WARNING, format="kg: %(levelname)s: %(message)s")
    allow_files(listening.limits.connections + OTHER_FILES)
    server = uvicorn.Server(listening)

    def end(number: int, _: FrameType | None) -> None:
        # Before the server listens for signals, and after: it hands them on once it has ended.
        if not server.started:
            sys.exit(128 + number)

    def hung_up(_: int, frame: FrameType | None) -> None:
        if reopen is None or not listening.log_file:
            server.handle_exit(signal.SIGTERM, frame)
        else:
            reopen()

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    before[signal.SIGHUP] = signal.signal(signal.SIGHUP, hung_up)
    try:
        server.run(sockets=list(places))
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def allow_files(wanted: int) -> None:
    """Raise the number of files that this process may have open, as far as it is allowed to."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
