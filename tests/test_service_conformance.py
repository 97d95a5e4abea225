"""The conformance tests of the W3C for the SPARQL 1.1 Protocol, as far as they are about queries."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
import rdflib

from tests.web_server import (
    Server,
)

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = rdflib.Namespace("http://www.w3.org/2011/http#")
CNT = rdflib.Namespace("http://www.w3.org/2011/content#")
UT = rdflib.Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
PROTOCOL = "sparql/sparql11/protocol/"


def exchanges() -> list[tuple[str, rdflib.Graph]]:
    """The tests of queries, and those of updates that have to be refused: name, requests."""
    archive = SHARED / "conformance" / "w3c-sparql-tests.zip"
    if not archive.exists():
        return []
    with zipfile.ZipFile(archive) as files:
        manifest = rdflib.Graph().parse(
            data=files.read(PROTOCOL + "manifest.ttl"), format="turtle", publicID="http://m.example/"
        )
    tests = manifest.subjects(rdflib.RDF.type, MF.ProtocolTest)
    names = sorted(str(test).rpartition("#")[2] for test in tests)
    return [(name, manifest) for name in names if not name.startswith("update_")]


@pytest.fixture(scope="module")
def kasei(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A server over the three graphs of the protocol tests."""
    folder = tmp_path_factory.mktemp("kasei")
    snapshot = folder / "snapshots" / "0001"
    snapshot.mkdir(parents=True)
    store = ox.Store(str(snapshot / "graph"))
    with zipfile.ZipFile(SHARED / "conformance" / "w3c-sparql-tests.zip") as files:
        for name in ("data1", "data2", "data3"):
            graph = ox.NamedNode(f"http://kasei.us/2009/09/sparql/data/{name}.rdf")
            store.load(files.read(f"{PROTOCOL}{name}.nt"), ox.RdfFormat.N_TRIPLES, to_graph=graph)
    store.flush()
    del store
    (snapshot / "manifest.json").write_text("{}")
    (snapshot / "in-use").touch()
    (folder / "current").write_text("0001\n")
    running = Server(folder)
    with httpx.Client(base_url=f"http://{running.authority}") as client:
        yield client
    running.stop()


@pytest.mark.parametrize(("name", "manifest"), exchanges(), ids=lambda value: value if isinstance(value, str) else "")
def test_conformance_to_the_protocol(kasei: httpx.Client, name: str, manifest: rdflib.Graph) -> None:
    (test,) = [one for one in manifest.subjects(rdflib.RDF.type, MF.ProtocolTest) if str(one).endswith(f"#{name}")]
    requests = manifest.value(manifest.value(test, MF.action), HT.requests)
    for request in manifest.items(requests):
        headers = {
            str(manifest.value(header, HT.fieldName)): str(manifest.value(header, HT.fieldValue))
            for header in manifest.items(manifest.value(request, HT.headers) or rdflib.RDF.nil)
        }
        body = manifest.value(request, HT.body)
        coding = str(manifest.value(body, CNT.characterEncoding) or "utf-8")
        answer = kasei.request(
            str(manifest.value(request, HT.methodName)),
            str(manifest.value(request, HT.absolutePath)),
            content=str(manifest.value(body, CNT.chars)).encode(coding) if body else None,
            headers=headers,
        )
        wanted = manifest.value(request, HT.resp)
        statuses = {str(one).rpartition("StatusCode")[2][0] for one in manifest.objects(wanted, MF.expectedStatus)}
        assert str(answer.status_code)[0] in statuses, answer.text
        boolean = manifest.value(wanted, MF.expectedBoolean)
        if boolean is not None:
            assert answer.json()["boolean"] is boolean.toPython()  # type: ignore[attr-defined]
        form = manifest.value(wanted, MF.expectedFormat)
        if form is not None:
            kinds = {"boolean": "results", "tabular": "results", "RDF": "turtle"}
            assert kinds[str(form)] in answer.headers["content-type"]


def test_the_conformance_tests_were_found() -> None:
    if not (SHARED / "conformance").is_dir():
        pytest.skip("../shared/conformance is absent")
    assert len(exchanges()) == 27
