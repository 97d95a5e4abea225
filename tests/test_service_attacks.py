"""What an attacker or a careful client tries on a running service, beyond load: tags, conditions, rights of processes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from urllib.parse import quote

import pytest

from kg.service.asking import Operation
from kg.service.front.routes import is_fickle
from tests.served import Service, attacked

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked at in /proc")


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service that was asked a little already."""
    with attacked(tmp_path_factory.mktemp("graph")) as running:
        yield running


FICKLE = {
    "prologue": "PREFIX a: <urn:b> CONSTRUCT { _:x a 1 } {}",
    "comment": "# new\nCONSTRUCT { [] a 1 } {}",
    "list": "CONSTRUCT { <urn:a> <urn:b> (1 2) } {}",
    "reified": "CONSTRUCT { << <urn:a> <urn:b> 1 >> <urn:b> 2 } {}",
    "annotated": "CONSTRUCT { <urn:a> <urn:b> 1 {| <urn:b> 2 |} } {}",
    "reifier": "CONSTRUCT { <urn:a> <urn:b> 1 ~ } {}",
    "small letters": "base <urn:b> construct { [] a 1 } {}",
    "function": "SELECT (STRUUID() AS ?x) {}",
}


@pytest.mark.parametrize("name", FICKLE)
def test_what_is_new_each_time_is_neither_kept_nor_tagged(name: str, service: Service):
    address = "/sparql?query=" + quote(FICKLE[name])
    first, second = (service.ask(address, Accept="text/csv, application/n-triples;q=0.9") for _ in range(2))
    assert first.status == second.status == 200
    assert first.body != second.body
    assert "etag" not in first.headers
    assert first.headers["cache-control"] == "no-store"


def test_signs_of_new_nodes_alone_make_no_query_fickle():
    assert not is_fickle(Operation("SELECT (COUNT(*) AS ?n) { ?s ?p [] }"))
    assert not is_fickle(Operation("CONSTRUCT WHERE { ?s ?p ?o }"))
