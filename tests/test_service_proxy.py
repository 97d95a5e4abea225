"""``kg serve`` behind nginx, set up as OPERATING.md says but for names and certificates."""

from __future__ import annotations

import itertools
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.hostile import publish
from tests.served import LIMITS, Service, serving, wait_until
from tests.virtuoso_server import free_ports

OPERATING = Path(__file__).resolve().parents[1] / "kg" / "service" / "OPERATING.md"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
AROUND = """
daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 512; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    {advice}
}}
"""
COUNT = itertools.count()
# More than a client may ask at once.
BEYOND = 40
ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
pytestmark = pytest.mark.skipif(not NGINX, reason="nginx is not installed")


def advice(service: Service, port: int) -> str:
    """What OPERATING.md says of nginx, for these two ports and without TLS."""
    (block,) = re.findall(r"```nginx\n(.*?)```", OPERATING.read_text(encoding="utf-8"), re.DOTALL)
    changed = block.replace("127.0.0.1:7878", f"{service.host}:{service.port}")
    changed = changed.replace("listen 443 ssl;", f"listen 127.0.0.1:{port};")
    assert changed.count(str(port)) == 1
    return re.sub(r"(?m)^\s*ssl_certificate.*\n", "", changed)


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service that trusts its proxy."""
    store = tmp_path_factory.mktemp("graph")
    publish(store, 200)
    with serving(store, **{**LIMITS, "rate": 2, "burst": 20, "trust_proxy": True}) as service:
        yield service


@pytest.fixture(scope="module")
def proxy(behind: Service, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The proxy in front of it, asked as the service itself is."""
    folder = tmp_path_factory.mktemp("nginx")
    (port,) = free_ports(1)
    settings = folder / "nginx.conf"
    settings.write_text(AROUND.format(folder=folder, advice=advice(behind, port)), encoding="utf-8")
    assert NGINX
    with subprocess.Popen([NGINX, "-c", str(settings)], stderr=subprocess.PIPE, text=True) as process:
        front = Service(process, "127.0.0.1", port)
        try:
            wait_until(lambda: process.poll() is not None or is_up(front), "nginx listens")
            assert process.poll() is None, process.stderr and process.stderr.read()
            yield front
        finally:
            process.terminate()


def is_up(front: Service) -> bool:
    try:
        return front.ask("/health").status == 200
    except OSError:
        return False


def asked_from(front: Service, address: str, number: int, **headers: str) -> list[int]:
    """What some requests from an address get, none of which was asked before."""
    queries = [quote(f"ASK {{ ?s ?p {next(COUNT)} }}") for _ in range(number)]
    return [front.ask(f"/sparql?query={query}", source=address, **headers).status for query in queries]


def test_answers_are_those_of_the_service_itself(proxy: Service, behind: Service):
    query = "/sparql?query=" + quote("SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 100")
    told = proxy.ask(query, Accept="text/csv", Host="kg.example.org")
    same = behind.ask(query, Accept="text/csv", Host="kg.example.org")
    assert (told.status, told.body, told.headers["etag"]) == (200, same.body, same.headers["etag"])
    assert told.headers["strict-transport-security"] == "max-age=31536000"
    assert proxy.ask(query, Accept="text/csv", Host="kg.example.org", If_None_Match=told.headers["etag"]).status == 304


def test_addresses_in_answers_begin_with_the_name_that_was_asked_for(proxy: Service):
    told = proxy.ask("/sparql", Accept="application/n-triples", Host="kg.example.org")
    assert b"<http://kg.example.org/sparql>" in told.body


def test_a_query_of_fifty_kilobytes_fits_into_an_address(proxy: Service):
    assert proxy.ask("/sparql?query=" + quote("ASK { ?s ?p ?o } #" + "a" * 50_000)).status == 200


def test_what_is_too_long_for_the_service_is_refused(proxy: Service):
    kind = "application/sparql-query"
    assert proxy.ask("/sparql", "POST", b"ASK {} #" + b"a" * 1_100_000, Content_Type=kind).status == 413


def test_an_answer_that_breaks_off_breaks_off_behind_the_proxy_too(proxy: Service):
    told = proxy.query(ENDLESS, Accept="text/csv")
    assert (told.status, told.whole) == (200, False)
    assert told.body.count(b"\n") > 1_000


def test_each_client_has_limits_of_its_own_and_none_gets_others_by_saying_so(proxy: Service):
    first = asked_from(proxy, "127.0.0.2", BEYOND, X_Forwarded_For="192.0.2.7")
    assert (first[0], first[-1]) == (200, 429)
    assert asked_from(proxy, "127.0.0.2", 1, X_Forwarded_For="192.0.2.8") == [429]
    assert asked_from(proxy, "127.0.0.3", 1) == [200]


def test_without_trust_all_count_as_the_proxy(tmp_path: Path):
    publish(tmp_path, 5)
    with serving(tmp_path, **{**LIMITS, "rate": 2, "burst": 20}) as service:
        found = [asked_from(service, "127.0.0.1", 1, X_Forwarded_For=f"192.0.2.{n}") for n in range(BEYOND)]
    assert (found[0], found[-1]) == ([200], [429])
