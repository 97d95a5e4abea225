"""Options of the tests, and what several of them begin with."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from kg.fetch.web import Web
from tests.fetch_server import Service, serving

# Run by hand with what they need: `make fuzz`, `make soak`.
collect_ignore = ["fuzz"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what loaders say of the documents in tests/golden beside them; read it before keeping it",
    )


def pytest_configure() -> None:
    """Ctrl-C is heard by what the tests start, though a shell that runs them in the background has it ignored."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def hears() -> Iterator[None]:
    """Processes that a test starts hear that their terminal is closed, though these tests may run without one."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """What answers as the registry and PubMed do; asked straight, whatever proxy the machine of the tests has."""
    for name in os.environ:
        if name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    with serving() as found:
        yield found


@pytest.fixture
def pauses() -> list[float]:
    """Seconds that were waited, which nobody does here."""
    return []


@pytest.fixture
def web(pauses: list[float]) -> Web:
    return Web(1e6, wait=pauses.append)
