"""How a service is run; each setting has a flag of ``kg serve`` and a key of its configuration file."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct


class Settings(Struct, frozen=True, kw_only=True):
    """What can be set.

    :ivar store: folder of the graph.
    :ivar host: address to listen on; only this machine reaches the usual one.
    :ivar port: 0 for any that is free.
    :ivar workers: processes that read the graph; None for one a core.
    :ivar timeout: seconds after which an answer that is not complete is given up and its process killed.
    :ivar memory: MB that one query may take beyond what its process takes when idle.
    :ivar queue: requests that may wait for a process; more are sent away.
    :ivar wait: seconds that one of them may wait.
    :ivar per_client: requests of one client that are worked on or wait at the same time.
    :ivar rate: requests a second of one client, in the long run; None for no limit.
    :ivar burst: how many it may make at once before the rate counts.
    :ivar cache: MB of answers that are kept.
    :ivar largest_query: bytes of a query or form.
    :ivar largest_upload: bytes of a graph that is written.
    :ivar services: IRIs that ``SERVICE`` may call; none usually.
    :ivar writable: whether updates are taken.
    :ivar token_file: holds what updates are allowed with.
    :ivar metrics_port: a port of its own for ``/metrics``; None for the same port, with a token.
    :ivar metrics_token_file: holds what ``/metrics`` is shown with on the same port.
    :ivar public: the address that people reach it at, such as ``https://example.org``; None for what each asked for.
    :ivar trust_proxy: whether the client is the one that ``X-Forwarded-For`` ends in.
    :ivar access_log: file for a line of JSON each request; ``-`` for standard output, None for none.
    """

    store: Path
    host: str = "127.0.0.1"
    port: int = 7878
    workers: int | None = None
    timeout: float = 30.0
    memory: int = 1024
    queue: int = 64
    wait: float = 10.0
    per_client: int = 16
    rate: float | None = None
    burst: int = 100
    cache: int = 64
    largest_query: int = 1_000_000
    largest_upload: int = 100_000_000
    services: tuple[str, ...] = ()
    writable: bool = False
    token_file: Path | None = None
    metrics_port: int | None = None
    metrics_token_file: Path | None = None
    public: str | None = None
    trust_proxy: bool = False
    access_log: str | None = "-"
