"""How a service is run; each setting has a flag of ``kg serve`` and a key of its configuration file."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import fields

from kg.errors import KgError
from kg.service.tokens import token_of

Port = Annotated[int, Meta(ge=0, le=65535)]
Some = Annotated[int, Meta(ge=1, le=1_000_000)]
# A day; a limit that is longer is none, and infinity is written by mistake.
Seconds = Annotated[float, Meta(gt=0, le=86_400)]
# Written for a log or a file that is not wanted, since TOML has no word for nothing.
NONE = "none"


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What can be set.

    :ivar store: folder of the graph.
    :ivar host: address to listen on; only this machine reaches the usual one.
    :ivar port: 0 for any that is free.
    :ivar workers: processes that read the graph; None for one a core.
    :ivar timeout: seconds after which an answer that is not complete is given up and its process killed.
    :ivar memory: MB that one query may take beyond what its process takes when idle; with the least, 16, every canned
        query and page was answered from a store of 1.2 GB.
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
    :ivar connections: open at the same time; more are sent away.
    :ivar grace: seconds that requests under way have to end after the service was told to stop.
    """

    store: Path
    host: Annotated[str, Meta(min_length=1)] = "127.0.0.1"
    port: Port = 7878
    workers: Annotated[int, Meta(ge=1, le=1024)] | None = None
    timeout: Seconds = 30.0
    memory: Annotated[int, Meta(ge=16, le=1_000_000)] = 1024
    queue: Annotated[int, Meta(ge=0, le=100_000)] = 64
    wait: Annotated[float, Meta(ge=0, le=86_400)] = 10.0
    per_client: Some = 16
    rate: Annotated[float, Meta(gt=0, le=1_000_000)] | None = None
    burst: Some = 100
    cache: Annotated[int, Meta(ge=0, le=1_000_000)] = 64
    largest_query: Annotated[int, Meta(ge=1, le=1_000_000_000)] = 1_000_000
    largest_upload: Annotated[int, Meta(ge=1, le=100_000_000_000)] = 100_000_000
    services: tuple[str, ...] = ()
    writable: bool = False
    token_file: Path | None = None
    metrics_port: Port | None = None
    metrics_token_file: Path | None = None
    public: str | None = None
    trust_proxy: bool = False
    access_log: str | None = "-"
    connections: Some = 1000
    grace: Seconds = 10.0

    @property
    def processes(self) -> int:
        """How many workers there are: as set, or one for each core that this process may use.

        Not :func:`kg.engines.workers.pool.cores`: what is imported with it, to convert documents, takes 0.1 s.
        """
        usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
        return self.workers or usable or 1


def settings(given: Mapping[str, object], file: Path | None = None) -> Settings:
    """What a configuration file and flags say together; a flag is the stronger.

    :param given: flags by the name of their setting, in the words that they were given in.
    :param file: TOML; paths in it are relative to its own folder.
    :raises KgError: naming the file or flag, what was wanted and what was found.
    """
    chosen: dict[str, Any] = {"store": Path("graph")}
    if file is not None:
        for name, value in _read(file).items():
            found = _one(name, value, f"{file}: ", strict=True)
            chosen[name] = file.parent / found if isinstance(found, Path) else found
    chosen |= {name: _one(name, value, "--", strict=False) for name, value in given.items()}
    if chosen.get("access_log") == NONE:
        chosen["access_log"] = None
    done = Settings(**chosen)
    _check(done)
    return done


def warnings(chosen: Settings) -> list[str]:
    """What is allowed, but hardly meant; one sentence each."""
    found = []
    if _is_public(chosen.host):
        if chosen.rate is None:
            found.append(
                f"{chosen.host} can be reached from other machines and one client may ask without end; "
                "wanted a limit such as --rate 10, found none"
            )
        if chosen.writable:
            found.append(
                f"{chosen.host} can be reached from other machines and tokens travel in the clear; wanted --host "
                "127.0.0.1 behind a proxy that speaks TLS"
            )
        if chosen.trust_proxy:
            found.append(
                f"{chosen.host} can be reached from other machines, and whoever comes past the proxy can name himself "
                "as he likes; wanted an address that only the proxy reaches"
            )
    for path in (chosen.token_file, chosen.metrics_token_file):
        if path is not None and path.stat().st_mode & 0o044:
            found.append(f"{path}: others of this machine can read it; wanted mode 0600 or 0640 of a group of its own")
    return found


def _read(file: Path) -> dict[str, Any]:
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise KgError(f"{file}: wanted a file to read, found: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KgError(f"{file}: wanted TOML, found: {error}") from error
    for name in found:
        if name not in Settings.__struct_fields__:
            near = get_close_matches(name, Settings.__struct_fields__, 1)
            wanted = f"{near[0]!r}" if near else "one of " + ", ".join(Settings.__struct_fields__)
            raise KgError(f"{file}: wanted {wanted}, found {name!r}")
    return found


def _one(name: str, value: object, origin: str, *, strict: bool) -> object:
    """One setting, as the type that it has; a flag is words, so it is read less strictly."""
    kind = next(one.type for one in fields(Settings) if one.name == name)
    try:
        return msgspec.convert(value, kind, strict=strict, dec_hook=_path)
    except msgspec.ValidationError as error:
        wanted = str(error).removeprefix("Expected ").partition(", got")[0].partition(" - at")[0].replace("`", "")
        shown = name.replace("_", "-") if origin == "--" else name
        raise KgError(f"{origin}{shown}: wanted {wanted.removesuffix(' | null')}, found {value!r}") from error


def _path(kind: type, value: object) -> object:
    if kind is Path and isinstance(value, str) and value:
        return Path(value)
    raise ValueError("a path")


def _check(chosen: Settings) -> None:
    """What one setting wants of another.

    :raises KgError: naming both.
    """
    if chosen.writable and chosen.token_file is None:
        raise KgError("--writable: wanted --token-file with it, found none; nobody could be allowed to write")
    for file in (chosen.token_file, chosen.metrics_token_file):
        if file is not None:
            token_of(file)
    if chosen.metrics_port is not None and chosen.metrics_port == chosen.port != 0:
        raise KgError(f"--metrics-port: wanted a port of its own, found {chosen.port}, which is that of the service")
    for iri in chosen.services:
        if not urlsplit(iri).scheme:
            raise KgError(f"--services: wanted an absolute IRI, found {iri!r}")
    if chosen.public is not None:
        parts = urlsplit(chosen.public)
        if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment:
            raise KgError(f"--public: wanted an address such as https://example.org, found {chosen.public!r}")


def _is_public(host: str) -> bool:
    try:
        return not ip_address(host).is_loopback
    except ValueError:
        return host != "localhost"
