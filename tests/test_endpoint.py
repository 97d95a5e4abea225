"""A SPARQL endpoint elsewhere: the same questions, the same answers, and errors that say what went wrong."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pyoxigraph as ox
import pytest

from kg.errors import QueryError, StoreError
from kg.query.graph import Graph, open_graph
from kg.query.remote import Remote
from tests import query_graph as small


class Endpoint(BaseHTTPRequestHandler):
    """The small graph behind the SPARQL protocol; refuses like a real one."""

    store = small.store()
    asked: list[dict[str, list[str]]] = []

    def do_POST(self) -> None:
        """Answer one query."""
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.asked.append(form)
        if self.path == "/odd":
            return self.send(200, "text/html", b"<p>Welcome</p>")
        if self.path == "/broken":
            return self.send(200, "application/sparql-results+json", b'{"head": {}')
        if self.path == "/short":
            return self.send(200, "application/sparql-results+json", b'{"boolean": true}', missing=9)
        if self.path == "/busy":
            return self.send(503, "text/plain", b"come back\nlater")
        try:
            found = self.store.query(form["query"][0])
        except SyntaxError as error:
            return self.send(400, "text/plain", str(error).encode())
        if isinstance(found, ox.QueryTriples):
            return self.send(200, "text/turtle", found.serialize(format=ox.RdfFormat.TURTLE))
        return self.send(200, "application/sparql-results+json", found.serialize(format=ox.QueryResultsFormat.JSON))

    def send(self, status: int, media_type: str, body: bytes, missing: int = 0) -> None:
        """Send an answer; with bytes missing it breaks off."""
        self.send_response(status)
        self.send_header("Content-Type", media_type + "; charset=utf-8")
        self.send_header("Content-Length", str(len(body) + missing))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    """Address of an endpoint on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_endpoint_answers_like_the_embedded_store(endpoint: str):
    graph = Graph(small.local())
    with open_graph(endpoint=endpoint, default_graph="urn:default") as remote:
        for name, arguments in (
            ("trials_by_mechanism", {"mechanism": "SMAC mimetic"}),
            ("who_says_so", {"subject": "NCT00000001"}),
            ("trial_publications", {}),
            ("authors_of_publication", {"publication": "1"}),
        ):
            assert remote.run(name, **arguments).to_dicts() == graph.run(name, **arguments).to_dicts()
        assert remote.sparql("ASK { ?s ?p 40 }") is True
        assert len(remote.to_rdflib("drug:venetoclax")) == len(graph.to_rdflib("drug:venetoclax"))
    assert all(form["default-graph-uri"] == ["urn:default"] for form in Endpoint.asked)


@pytest.mark.parametrize(
    ("path", "error", "says"),
    [
        ("/odd", StoreError, "wanted application/sparql-results.json or RDF, found text/html"),
        ("/broken", StoreError, "that cannot be read"),
        ("/short", StoreError, "IncompleteRead"),
        ("/busy", StoreError, "503 Service Unavailable: come back"),
        ("/", QueryError, "400 Bad Request: error at 1:"),
    ],
)
def test_what_goes_wrong_at_an_endpoint_is_one_line(endpoint: str, path: str, error: type[Exception], says: str):
    with pytest.raises(error, match=says) as caught:
        Graph(Remote(endpoint + path)).sparql("SELECT nothing")
    assert "\n" not in str(caught.value)


def test_an_endpoint_that_is_not_there_is_a_store_error():
    with pytest.raises(StoreError, match=r"http://127\.0\.0\.1:9: URLError"):
        Graph(Remote("http://127.0.0.1:9", timeout_seconds=5)).sparql("ASK {}")
    with pytest.raises(QueryError, match="an endpoint has an address of http or https, got 'file:///etc/passwd'"):
        open_graph(endpoint="file:///etc/passwd")
