"""A server over a real store on loopback, and what its tests ask it with."""

from __future__ import annotations

import http.client
import re
import socket
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
import uvicorn

from kg import shipped, vocab
from kg.document import Document
from kg.model import (
    Arm,
    Drug,
    Evidence,
    Organisation,
    Publication,
    RegistryRecord,
    SponsorRole,
    Trial,
)
from kg.model import predicates as p
from kg.pipeline import Converted, ConvertedDocument
from kg.rdf.iris import BASE, entity, organisation, record, trial, under
from kg.rdf.iris import rule_set as rules
from kg.rdf.prefixes import PREFIXES
from kg.service import app
from kg.service.things import LISTED, SHOWN
from kg.store.building import build
from kg.store.recipe import Recipe, fingerprint

ATTACK = '<script>alert("x")</script> \'"><img src=x onerror=alert(1)>'
T = trial("NCT00000001")
R = record("ctgov", "NCT00000001")
ORG = organisation("Klinik Süd 联合", "Zürich")
MANY = entity("drug", "given-everywhere")


def one_document() -> tuple[str, str]:
    """A document with every difficulty of a page: hostile names, long lists, evidence, other scripts, conclusions."""
    arms = [Arm(iri=under(R, "arm", n), label=f"Arm {n}", tests_drug=(MANY,)) for n in range(1, LISTED + SHOWN + 6)]
    stated = [
        RegistryRecord(iri=R, label="Record of one", record_id="NCT00000001", source_registry="ctgov", describes=(T,)),
        Trial(
            iri=T,
            label=ATTACK,
            registry_id=("NCT00000001",),
            brief_title="A <b>bold</b> title",
            brief_summary="First line.\nSecond line & more.",
            detailed_description="It begins so. " + "A long text. " * 100 + "It ends so.",
            start_date="2019-07",
            enrolment=42,
            phase=("PHASE1",),
            arm=tuple(arm.iri for arm in arms),
            same_as=("http://identifiers.org/clinicaltrials/NCT00000001", BASE + "publication/none"),
        ),
        *arms,
        Organisation(iri=ORG, label="Klinik Süd 联合"),
        SponsorRole(iri=under(R, "sponsor", 1), label="<Sponsor>", denotes=(ORG,)),
        Publication(iri=BASE + "publication/pmid-1", title="A paper", pmid="1", doi="10.1/\x0b"),
        Evidence(
            iri=under(R, "evidence", 1),
            subject=T,
            predicate=p.ENROLMENT,
            object=f'"42"^^<{PREFIXES["xsd"]}integer>',
            prefix="we enrolled",
            exact="42 <participants>",
            suffix="in all",
            start=10,
            end=27,
            derived_from=R,
            basis="STATED",
        ),
        Evidence(
            iri=under(R, "evidence", 2),
            subject=T,
            predicate=p.TESTS_DRUG,
            object=f"<{MANY}>",
            exact="the drug",
            derived_from=R,
            basis="INFERRED",
            rule="names",
            confidence=Decimal("0.9"),
        ),
    ]
    drug = Drug(iri=MANY, label="Given everywhere", has_mechanism=(entity("mechanism", "iap-antagonist"),))
    inferred = Trial(iri=T, tests_drug=(MANY,)).nquads(rules("shortcuts")) + drug.nquads(rules("shortcuts"))
    return "".join(one.nquads(R) for one in stated), inferred


def converting(stream: Iterable[tuple[str, Document]], contacts: bool) -> Iterator[Converted]:
    """In place of a loader: the one document, whatever its bytes."""
    del contacts
    for name, document in stream:
        stated, inferred = (text.encode() for text in one_document())
        yield Converted((ConvertedDocument(document.uri, name, R, "2024", 1, document.sha256, stated, inferred),), ())


def publish(folder: Path, body: bytes = b"1") -> None:
    recipe = Recipe(
        vocabulary=vocab.nquads(),
        ontology=(shipped.schema() / "ontology.ttl").read_text(),
        fingerprint=fingerprint(body.decode(), contacts=False),
    )
    build(folder, iter([("handmade", Document("one.json", body))]), recipe, run=converting)


class Server:
    """A server in a thread, on a port that is free."""

    def __init__(self, folder: Path) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.authority = f"127.0.0.1:{self._socket.getsockname()[1]}"
        self._server = uvicorn.Server(uvicorn.Config(app(folder), log_level="warning"))
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]})
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)

    def client(self) -> httpx.Client:
        """Someone who asks it."""
        return httpx.Client(base_url=f"http://{self.authority}", timeout=30)

    def stop(self) -> None:
        """Wait until it has answered what it was asked."""
        self._server.should_exit = True
        self._thread.join()
        self._socket.close()


@contextmanager
def serving(temporary: pytest.TempPathFactory) -> Iterator[Server]:
    """A server over :func:`one_document` and the shipped vocabulary, built once a session."""
    folder = temporary.getbasetemp() / "served"
    if not folder.exists():
        publish(folder)
    running = Server(folder)
    yield running
    running.stop()


def ask(web: httpx.Client, query: str, accept: str | None = None, **more: str) -> httpx.Response:
    headers = {"Accept": accept} if accept else {"Accept": "*/*"}
    return web.get("/sparql", params={"query": query, **more}, headers=headers)


def by_get(web: httpx.Client, query: str) -> httpx.Response:
    return web.get("/sparql", params={"query": query})


def by_form(web: httpx.Client, query: str) -> httpx.Response:
    return web.post("/sparql", data={"query": query})


def by_body(web: httpx.Client, query: str) -> httpx.Response:
    return web.post("/sparql", content=query, headers={"Content-Type": "application/sparql-query; charset=UTF-8"})


def problem(answer: httpx.Response, status: int, words: str) -> dict[str, object]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    document: dict[str, object] = answer.json()
    assert document["status"] == status
    assert re.search(words, str(document["detail"])), document
    return document


def raw(server: Server, method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection(server.authority)
    connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    found = answer.status, answer.read()
    connection.close()
    return found


def path(iri: str) -> str:
    return "/" + quote(iri.removeprefix(BASE), safe="/%")


class Page(HTMLParser):
    """A page as a browser sees it: tags, texts and links, and every tag closed."""

    VOID = frozenset({"br", "hr", "input", "link", "meta"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""
        self._open: list[str] = []
        self.feed(text)
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag with its attributes."""
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value for name, value in attrs if name in ("href", "src", "action") and value]
        if tag not in self.VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Hold it to what was opened last."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data


def seen(web: httpx.Client, address: str, status: int = 200) -> Page:
    answer = web.get(address, headers={"Accept": "text/html"})
    assert answer.status_code == status, answer.text[:500]
    assert answer.text.startswith("<!doctype html>")
    return Page(answer.text)
