"""Settings, limits of a client, figures and the access log; each asked for what it must not get wrong."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from pathlib import Path

import pytest
from msgspec.structs import fields
from prometheus_client.parser import text_string_to_metric_families

from kg.commands import serve
from kg.errors import KgError
from kg.service.front import clients
from kg.service.front.clients import Clients
from kg.service.front.log import AccessLog, query_hash
from kg.service.front.metrics import BUCKETS, Metrics
from kg.service.listening import IDLE, Limits
from kg.service.problems import Problem
from kg.service.settings import Settings, settings, warnings

STORE = Path("graph")
TOKEN = "0123456789abcdef"  # noqa: S105


@pytest.fixture
def token(tmp_path: Path) -> Path:
    """A file that only its owner reads."""
    file = tmp_path / "token"
    file.write_text(TOKEN + "\n")
    file.chmod(0o600)
    return file


MISTAKES = {
    "wrokers = 2": "wanted 'workers', found 'wrokers'",
    "[a]\nb = 1": "wanted one of store, host, port, .*, found 'a'",
    "port = '80'": "port: wanted int, found '80'",
    "port = true": "port: wanted int, found True",
    "port = 80800": "port: wanted int <= 65535, found 80800",
    "timeout = nan": "timeout: wanted float > 0.0, found nan",
    "timeout = inf": "timeout: wanted float <= 86400.0, found inf",
    "workers = 0": "workers: wanted int >= 1, found 0",
    "services = 'http://a/'": "services: wanted array, found 'http://a/'",
    "services = ['a']": "services: wanted an absolute IRI, found 'a'",
    "trust_proxy = 1": "trust_proxy: wanted bool, found 1",
    "store = ''": "store: wanted a path, found ''",
    "host = ''": "host: wanted str of length >= 1, found ''",
    "public = 'example.org'": "public: wanted an address such as https://example.org, found 'example.org'",
    "writable = true": "writable: wanted --token-file with it, found none",
    "token_file = 'absent'": "absent: wanted a file with a token, found: No such file",
    "metrics_port = 7878": "metrics-port: wanted a port of its own, found 7878",
    "port = ": "wanted TOML, found: Invalid value",
    "a = '\udcff'": "wanted TOML, found: 'utf-8' codec",
}


@pytest.mark.parametrize("written", MISTAKES, ids=ascii)
def test_a_mistake_in_the_file_names_key_wanted_and_found(written: str, tmp_path: Path):
    file = tmp_path / "kg.toml"
    file.write_bytes(written.encode(errors="surrogateescape"))
    with pytest.raises(KgError, match=MISTAKES[written]):
        settings({}, file)


def test_a_flag_is_stronger_than_the_file_and_the_file_than_the_default(tmp_path: Path, token: Path):
    file = tmp_path / "kg.toml"
    file.write_text('store = "mine"\nport = 80\ntimeout = 5\ntoken_file = "token"\nwritable = true\nrate = 2\n')
    found = settings({"port": "81", "store": "theirs", "services": ["http://a/", "http://b/"]}, file)
    assert (found.port, found.store, found.timeout, found.rate) == (81, Path("theirs"), 5.0, 2.0)
    assert (found.token_file, found.writable, found.queue) == (token, True, Settings(store=STORE).queue)
    assert found.services == ("http://a/", "http://b/")


def test_a_path_in_the_file_is_beside_the_file(tmp_path: Path):
    file = tmp_path / "kg.toml"
    file.write_text('store = "mine"\n')
    assert settings({}, file).store == tmp_path / "mine"


def test_every_setting_has_a_flag_and_every_flag_a_setting():
    assert sorted(serve.FLAGS) == sorted(one.name for one in fields(Settings))


@pytest.mark.parametrize("name", serve.FLAGS)
def test_help_says_the_default_that_counts(name: str):
    (one,) = (one for one in fields(Settings) if one.name == name)
    said = serve.FLAGS[name][1]
    number = isinstance(one.default, int | float) and not isinstance(one.default, bool)
    assert not number or f"(default: {one.default:.0f})" in said


def page() -> str:
    """The page for those who operate the service."""
    return (Path(__file__).resolve().parents[1] / "kg" / "service" / "OPERATING.md").read_text()


def test_the_file_on_the_page_for_operators_is_taken(tmp_path: Path):
    (written,) = re.findall(r"```toml\n(.*?)```", page(), re.DOTALL)
    (tmp_path / "kg.toml").write_text(written)
    assert settings({}, tmp_path / "kg.toml").public == "https://kg.example.org"


def test_limits_on_the_page_for_operators_are_those_that_count():
    limits = Limits()
    for said in (
        f"which is after {IDLE} s",
        f"{Settings(store=STORE).connections:,} connections in all",
        f"{limits.head:g} s for a head",
        f"{limits.rate:,.0f} bytes a second for a body",
        f"{limits.stalled:g} s without reading",
        f"{limits.head_size >> 10} KB and {limits.headers} headers (431)",
        f"{limits.target >> 10} KB (414)",
    ):
        assert said in page()
    (proxy,) = re.findall(r"keepalive_timeout (\d+)s", page())
    assert int(proxy) < IDLE


def test_no_log_is_a_word(tmp_path: Path):
    assert settings({"access_log": "none"}).access_log is None
    assert settings({"access_log": str(tmp_path)}).access_log == str(tmp_path)


def test_a_short_token_is_refused(tmp_path: Path):
    (tmp_path / "short").write_text("secret\n")
    with pytest.raises(KgError, match="wanted a token of at least 16 bytes, found 6"):
        settings({"writable": True, "token_file": str(tmp_path / "short")})


def test_a_public_address_without_limits_is_warned_of(token: Path):
    assert not warnings(Settings(store=STORE))
    assert not warnings(Settings(store=STORE, host="::1", writable=True, token_file=token))
    (one,) = warnings(Settings(store=STORE, host="0.0.0.0"))  # noqa: S104
    assert "--rate" in one
    assert not warnings(Settings(store=STORE, host="192.0.2.1", rate=10))
    (clear,) = warnings(Settings(store=STORE, host="::", rate=10, writable=True, token_file=token))
    assert "TLS" in clear
    (forged,) = warnings(Settings(store=STORE, host="kg.example.org", rate=10, trust_proxy=True))
    assert "past the proxy" in forged


def test_a_token_that_others_read_is_warned_of(token: Path):
    token.chmod(0o644)
    (one,) = warnings(Settings(store=STORE, metrics_token_file=token))
    assert "others of this machine can read it" in one


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        """Seconds."""
        return self.now


def refused(who: Clients, client: str) -> Problem:
    with pytest.raises(Problem) as found:
        who.admit(client)
    assert found.value.status == HTTPStatus.TOO_MANY_REQUESTS
    return found.value


def test_a_client_has_so_many_requests_under_way_and_no_more():
    who = Clients(Settings(store=STORE, per_client=2))
    who.admit("a")
    who.admit("a")
    assert refused(who, "a").headers == {"Retry-After": "1"}
    who.admit("b")
    who.release("a")
    who.admit("a")


def test_a_client_that_is_refused_is_not_counted():
    who = Clients(Settings(store=STORE, per_client=1))
    who.admit("a")
    for _ in range(3):
        refused(who, "a")
    who.release("a")
    who.admit("a")


def test_a_rate_allows_a_burst_and_then_as_many_as_it_says():
    clock = Clock()
    who = Clients(Settings(store=STORE, rate=0.5, burst=3), clock)
    for _ in range(3):
        who.admit("a")
        who.release("a")
    assert refused(who, "a").headers == {"Retry-After": "2"}
    clock.now += 1.5
    assert refused(who, "a").headers == {"Retry-After": "1"}
    clock.now += 0.5
    who.admit("a")
    who.release("a")
    clock.now += 1e6
    for _ in range(3):
        who.admit("a")
        who.release("a")
    refused(who, "a")


def test_however_many_clients_come_few_are_remembered_and_none_that_is_at_work(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(clients, "MOST_CLIENTS", 10)
    who = Clients(Settings(store=STORE, rate=1, per_client=1))
    who.admit("at work")
    for number in range(100):
        who.admit(str(number))
        who.release(str(number))
    assert len(who) == 10
    refused(who, "at work")
    who.release("at work")


def test_without_a_rate_nobody_is_remembered():
    who = Clients(Settings(store=STORE))
    who.admit("a")
    who.release("a")
    assert len(who) == 0


FORWARDED = {
    b"192.0.2.1": "192.0.2.1",
    b"10.0.0.1, 192.0.2.1": "192.0.2.1",
    b"192.0.2.1:4711": "192.0.2.1",
    b"[2001:db8:1:2:3::4]:4711": "2001:db8:1:2::/64",
    b"2001:db8:1:2::9": "2001:db8:1:2::/64",
    b"::ffff:192.0.2.1": "192.0.2.1",
    b"192.0.2.1, unknown": "127.0.0.1",
    b"": "127.0.0.1",
    b"\xff": "127.0.0.1",
}


@pytest.mark.parametrize("written", FORWARDED, ids=ascii)
def test_behind_a_proxy_the_last_address_counts(written: bytes):
    scope = {"client": ("127.0.0.1", 1), "headers": [(b"x-forwarded-for", b"6.6.6.6"), (b"x-forwarded-for", written)]}
    assert Clients(Settings(store=STORE, trust_proxy=True)).address(scope) == FORWARDED[written]
    assert Clients(Settings(store=STORE)).address(scope) == "127.0.0.1"


def test_a_client_without_an_address_is_one_too():
    assert Clients(Settings(store=STORE)).address({"client": None, "headers": []}) == ""


def figures(metrics: Metrics) -> dict[tuple[str, ...], float]:
    """Name and values of labels, by the alphabet of their names, and the number; as the library's own parser reads."""
    body, media_type = metrics.text()
    assert media_type.startswith("text/plain; version=0.0.4")
    families = text_string_to_metric_families(body.decode())
    return {
        (one.name, *map(one.labels.get, sorted(one.labels))): one.value for family in families for one in family.samples
    }


def test_figures_are_read_back_as_they_were_counted():
    metrics = Metrics()
    metrics.answered("sparql", 200, 0.003, 100, cached=False)
    metrics.answered("sparql", 200, BUCKETS[0], 50, cached=True)
    metrics.answered("sparql", 503, 99.0, 0, cached=False)
    metrics.outcome("timeout")
    found = figures(metrics)
    assert found["trialgraph_requests_total", "no", "sparql", "200"] == 1
    assert found["trialgraph_requests_total", "yes", "sparql", "200"] == 1
    assert found["trialgraph_requests_total", "no", "sparql", "503"] == 1
    assert found["trialgraph_response_bytes_total", "sparql"] == 150
    assert found["trialgraph_request_seconds_count", "sparql"] == 3
    assert found["trialgraph_request_seconds_sum", "sparql"] == pytest.approx(99.0035)
    assert found["trialgraph_request_seconds_bucket", str(BUCKETS[0]), "sparql"] == 1
    assert found["trialgraph_request_seconds_bucket", "0.005", "sparql"] == 2
    assert found["trialgraph_request_seconds_bucket", str(BUCKETS[-1]), "sparql"] == 2
    assert found["trialgraph_outcomes_total", "timeout"] == 1
    assert found["process_resident_memory_bytes",] > 1_000_000


def test_what_is_watched_is_asked_when_the_figures_are_read():
    metrics, queue = Metrics(), [1, 2]
    metrics.watch(
        workers_busy=lambda: 1,
        workers_alive=lambda: 2,
        queue_length=lambda: len(queue),
        cache_bytes=lambda: 7,
        snapshot=lambda: "s1",
    )
    assert figures(metrics)["trialgraph_queue_length",] == 2
    queue.clear()
    found = figures(metrics)
    assert found["trialgraph_queue_length",] == 0
    assert found["trialgraph_snapshot_info", "s1"] == 1


def test_two_services_count_apart():
    one, other = Metrics(), Metrics()
    one.outcome("timeout")
    assert ("trialgraph_outcomes_total", "timeout") not in figures(other)


def note(log: AccessLog, route: str = "sparql") -> None:
    log.line(
        method="GET",
        route=route,
        status=200,
        ms=1.23456,
        size=10,
        query_hash=query_hash("ASK {}"),
        rows=None,
        cached=True,
        outcome="ok",
        snapshot="s1",
    )


def test_a_line_says_what_and_when_and_not_who(tmp_path: Path):
    log = AccessLog(str(tmp_path / "log"))
    note(log)
    log.close()
    (line,) = (tmp_path / "log").read_text().splitlines()
    found = json.loads(line)
    at = datetime.fromisoformat(found.pop("time"))
    assert abs(datetime.now(UTC) - at) < timedelta(minutes=1)
    assert found == {
        "method": "GET",
        "route": "sparql",
        "status": 200,
        "ms": 1.235,
        "bytes": 10,
        "query": "819ea91ed5f12b38",
        "rows": None,
        "cached": True,
        "outcome": "ok",
        "snapshot": "s1",
    }


def test_a_log_that_was_moved_away_is_begun_anew(tmp_path: Path):
    log = AccessLog(str(tmp_path / "log"))
    note(log, "before")
    log.reopen()
    wait_for(tmp_path / "log")
    (tmp_path / "log").rename(tmp_path / "log.1")
    note(log, "after")
    log.close()
    assert ["before" in file.read_text() for file in (tmp_path / "log.1", tmp_path / "log")] == [True, False]
    assert "after" in (tmp_path / "log").read_text()


def test_a_log_that_cannot_be_written_is_one_warning(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    log = AccessLog(str(tmp_path / "absent" / "log"))
    for _ in range(3):
        note(log)
        log.reopen()
    log.close()
    (record,) = caplog.records
    assert "wanted to write, found: No such file or directory" in record.getMessage()


def test_lines_reach_standard_output_whole_while_someone_reads_slowly():
    code = "from kg.service.front.log import AccessLog\nfrom tests.test_service_operations import note\n"
    code += "log = AccessLog('-')\nfor _ in range(2000): note(log)\nlog.close()\n"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env={**os.environ})
    assert len([json.loads(line) for line in found.stdout.splitlines()]) == 2000


def wait_for(file: Path) -> None:
    import time

    for _ in range(500):
        if file.exists() and file.stat().st_size:
            return
        time.sleep(0.01)
    raise AssertionError(f"waited 5 s for {file}")
