"""Jobs by themselves: large things in pieces, whole graphs, terms of the schema; nothing is cut short unsaid."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pyoxigraph as ox
import pytest

from kg import exports
from kg.model import predicates as p
from kg.model.slots import CLASSES, SLOTS
from kg.query.catalogue import catalogue
from kg.rdf import iris
from kg.rdf.iris import BASE
from kg.rdf.prefixes import PREFIXES
from kg.service import descriptions, jobs, questions, things
from kg.service.addresses import document_of
from kg.service.asking import Answer, Asked
from kg.service.descriptions import MOST, NEXT
from kg.service.pages import question, thing
from kg.service.pages.question import COUNTED, ROWS
from kg.service.patterns import Pattern
from kg.service.problems import Problem
from kg.store import Snapshot, open_snapshot
from kg.store.contents import Content
from kg.store.editing import create, editing
from tests.asked_jobs import FORMATS, GRAPH, LARGE, POINTING, ROOT, VALUES, ask, body, publish_large, triples
from tests.web_server import ORG, Page, T, path, publish


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    """The document of the other tests of the service."""
    folder = tmp_path_factory.mktemp("jobs") / "graph"
    publish(folder)
    with open_snapshot(folder) as opened:
        yield opened


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    """What one answer does not hold."""
    folder = tmp_path_factory.mktemp("jobs") / "large"
    publish_large(folder)
    with open_snapshot(folder) as opened:
        yield opened


def next_of(answer: Answer) -> str | None:
    found = re.search(r'<([^>]*)>; rel="next"', answer.headers["Link"])
    return found[1] if found else None


@pytest.mark.parametrize("ending", FORMATS)
def test_a_large_thing_comes_in_pieces_that_together_are_all(large: Snapshot, ending: str) -> None:
    found: list[ox.Triple] = []
    address: str | None = f"{path(LARGE)}.{ending}"
    while address:
        answer = ask(large, "thing", address)
        piece = triples(answer, ending)
        said = {one for one in piece if one.predicate.value == NEXT}
        assert len(piece) <= MOST + 1
        onward = next_of(answer)
        assert {str(one.object) for one in said} == ({f"<{ROOT}{onward}>"} if onward else set())
        assert {str(one.subject) for one in said} <= {f"<{ROOT}{answer.headers['Content-Location']}>"}
        found += piece - said
        address = onward
    assert len(found) == len(set(found)) == VALUES + POINTING


def test_a_piece_that_is_whole_says_nothing_of_a_next_one(snapshot: Snapshot) -> None:
    answer = ask(snapshot, "thing", f"{path(ORG)}.nt")
    assert next_of(answer) is None
    assert NEXT.encode() not in body(answer)


def test_a_piece_has_no_more_bytes_than_it_may(large: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(descriptions, "LARGEST", 10_000)
    answer = ask(large, "thing", f"{path(LARGE)}.nt")
    assert 5_000 < len(body(answer)) < 10_500
    assert next_of(answer)


@pytest.mark.parametrize(
    ("start", "status", "words"),
    [
        (str(VALUES + POINTING), 404, "ends before statement"),
        ("9999999999", 404, "ends before statement"),
        ("-1", 400, "whole number, found '-1'"),
        ("²", 400, "whole number"),
        ("9" * 5000, 400, "whole number"),
        ("", 400, "whole number, found ''"),
    ],
)
def test_a_piece_that_does_not_exist_is_a_problem(large: Snapshot, start: str, status: int, words: str) -> None:
    asked = Asked("thing", f"{path(LARGE)}.nt", (("from", start),))
    with pytest.raises(Problem, match=words) as refused:
        jobs.load("thing")(large, asked)
    assert refused.value.status == status


def test_the_page_of_a_large_thing_tells_how_much_there_is_and_leads_to_all(large: Snapshot) -> None:
    page = Page(body(ask(large, "thing", path(LARGE), "text/html")).decode())
    assert f"20 of {VALUES:,} shown".replace(",", "\u202f") in page.text
    (onward,) = [link for link in page.links if "list=" in link]
    first, second = listed(large, onward), listed(large, onward.replace("from=20", f"from={20 + things.LISTED}"))
    last = listed(large, onward.replace("from=20", f"from={VALUES - 50}"))
    assert [len(first), len(second), len(last)] == [things.LISTED, things.LISTED, 50]
    assert len(first | second | last) == 2 * things.LISTED + 50


def listed(snapshot: Snapshot, address: str) -> set[str]:
    """The values on a page of a list."""
    return set(re.findall(r"name \d+", Page(body(ask(snapshot, "thing", address, "text/html")).decode()).text))


def test_what_is_not_looked_at_is_said(large: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (things, thing):
        monkeypatch.setattr(module, "MOST_COUNTED", 1_000)
    text = Page(body(ask(large, "thing", path(LARGE), "text/html")).decode()).text
    assert "More than 1,000 statements are about it" in text
    assert "More than 1,000 statements point to it" in text
    assert text.count("20 of more than 1\u202f000 shown, go on") == 2


TERMS = [
    *(CLASSES.values()),
    *sorted({predicate for slots in SLOTS.values() for predicate, _ in slots.values() if predicate.startswith(BASE)}),
    PREFIXES["NCIT"] + "C15600",
    PREFIXES["tg"].rstrip("/"),
    iris.ONTOLOGY,
    iris.VOCABULARY,
    iris.rule_set("shortcuts"),
]


def test_every_term_of_the_schema_is_a_page_and_rdf(snapshot: Snapshot) -> None:
    for iri in TERMS:
        ours = iri.startswith(BASE)
        address = path(iri) if ours else f"/about?iri={iri}"
        job = "thing" if ours else "about"
        assert ask(snapshot, job, address, "text/html").status == 200, iri
        if iri not in (iris.ONTOLOGY, iris.VOCABULARY, iris.rule_set("shortcuts")):
            answer = ask(snapshot, job, address, "text/turtle")
            assert iri in {
                term.value for one in triples(answer, "ttl") for term in one if isinstance(term, ox.NamedNode)
            }


def test_every_value_of_every_enumeration_resolves(snapshot: Snapshot) -> None:
    kind, individual = ox.NamedNode(p.RDF_TYPE), ox.NamedNode(PREFIXES["owl"] + "NamedIndividual")
    found = snapshot.quads(None, kind, individual, ox.NamedNode(iris.ONTOLOGY))
    values = [str(quad.subject)[1:-1] for quad in found]
    assert len(values) > 200
    for iri in values:
        job, address = ("thing", path(iri)) if iri.startswith(BASE) else ("about", f"/about?iri={iri}")
        assert triples(ask(snapshot, job, address, "text/turtle"), "ttl")


@pytest.mark.parametrize("address", ["/schema", "/schema/", "/schema/ontology", "/schema.ttl"])
def test_what_the_ontology_is_called_is_the_whole_ontology(snapshot: Snapshot, address: str) -> None:
    answer = ask(snapshot, "thing", address, "text/turtle")
    whole = {quad.triple for quad in snapshot.quads(None, None, None, ox.NamedNode(iris.ONTOLOGY))}
    assert triples(answer, "ttl") >= whole
    assert next_of(answer) is None


def test_a_property_or_graph_that_nothing_is_said_of_is_told_to_programs(large: Snapshot) -> None:
    for address in (path(p.TESTS_DRUG), path(GRAPH)):
        assert ask(large, "thing", address, "text/html").status == 200
        with pytest.raises(Problem, match=r"no statement is about .* it names a property or a graph"):
            ask(large, "thing", address, "text/turtle")


def test_headers_lead_from_a_thing_to_its_documents_and_back(snapshot: Snapshot) -> None:
    answer = ask(snapshot, "thing", path(T), "application/rdf+xml")
    assert answer.headers["Content-Location"] == f"{path(T)}.rdf"
    assert answer.headers["Vary"] == "Accept"
    links = answer.headers["Link"]
    assert f'<{T}>; rel="describes"' in links
    assert f'<{path(T)}.ttl>; rel="alternate describedby"; type="text/turtle"' in links
    assert f'<{path(T)}.html>; rel="alternate describedby"; type="text/html"' in links
    assert f"{path(T)}.rdf>" not in links
    for address, kind in re.findall(r'<(/[^>]*)>; rel="alternate[^"]*"; type="([^"]*)"', links):
        found = ask(snapshot, "thing", address)
        assert found.media_type == kind
        assert found.headers["Content-Location"] == address
        assert "Vary" not in found.headers


def test_headers_of_a_thing_in_other_letters_are_ascii(snapshot: Snapshot) -> None:
    for accept in ("text/html", "text/turtle"):
        assert all(value.isascii() for value in ask(snapshot, "thing", path(ORG), accept).headers.values())


def test_a_thing_of_others_is_given_in_each_syntax_too(snapshot: Snapshot) -> None:
    iri = "http://identifiers.org/clinicaltrials/NCT00000001"
    address = f"/about?iri={iri}"
    by_header = ask(snapshot, "about", address, "text/turtle")
    assert (
        by_header.headers["Content-Location"]
        == "/about?iri=http%3A%2F%2Fidentifiers.org%2Fclinicaltrials%2FNCT00000001&as=ttl"
    )
    assert body(by_header) == body(ask(snapshot, "about", by_header.headers["Content-Location"], "text/html"))
    with pytest.raises(Problem, match=r"named as that is one of html, ttl, .*found 'pdf'"):
        ask(snapshot, "about", address + "&as=pdf")
    with pytest.raises(Problem, match="says nothing of <urn:none>"):
        ask(snapshot, "about", "/about?iri=urn:none", "text/turtle")


@pytest.mark.parametrize(("ending", "name"), [("rdf", "rdfxml"), ("rdfxml", "rdfxml")])
def test_rdf_xml_has_two_endings(snapshot: Snapshot, ending: str, name: str) -> None:
    answer = ask(snapshot, "thing", f"{path(ORG)}.{ending}")
    assert answer.media_type == exports.load(name).media_type
    assert answer.headers["Content-Location"] == f"{path(ORG)}.rdf"


def test_an_ending_that_is_none_is_part_of_the_name(snapshot: Snapshot) -> None:
    with pytest.raises(Problem, match=r"says nothing of <.*NCT00000001\.pdf>"):
        ask(snapshot, "thing", f"{path(T)}.pdf", "text/turtle")


@pytest.mark.parametrize("accept", ["image/png", "text/html;q=0, image/png"])
def test_what_no_document_is_is_not_acceptable(snapshot: Snapshot, accept: str) -> None:
    with pytest.raises(Problem, match="this thing is given as text/html, text/turtle") as refused:
        ask(snapshot, "thing", path(T), accept)
    assert refused.value.status == 406


@pytest.mark.parametrize("rest", ["/evil.example/x", "a//b", "a/../b", "a?b", "a#b", "a/"])
def test_an_iri_that_no_path_can_carry_has_a_page_under_about(rest: str) -> None:
    assert document_of(BASE + rest, "ttl").startswith("/about?iri=https%3A%2F%2F")


def test_rows_beyond_a_page_are_counted_and_are_all_in_the_files(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = catalogue()["who_says_so"]
    assert ROWS < COUNTED
    monkeypatch.setattr(questions, "ROWS", 1)
    shown = Page(body(ask(snapshot, "question", f"/query/{query.name}?subject={T}")).decode())
    rows = body(ask(snapshot, "question", f"/query/{query.name}.csv?subject={T}")).count(b"\r\n") - 1
    assert f"1 of {rows} rows shown, the files hold all" in shown.text
    monkeypatch.setattr(questions, "COUNTED", 1)
    monkeypatch.setattr(question, "COUNTED", 1)
    shown = Page(body(ask(snapshot, "question", f"/query/{query.name}?subject={T}")).decode())
    assert "1 of more than 1 rows shown" in shown.text


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    """What nobody builds and anybody may write: nodes without a name, texts of a megabyte, all that an IRI may hold."""
    folder = tmp_path_factory.mktemp("jobs") / "odd"
    said = f"""<{T}> <urn:p> _:a , "{"z" * 1_000_000}" . _:a <urn:q> _:b . _:b <urn:q> _:a , "deep" .
        _:c <urn:q> "not here" . <{BASE}drug/a'b(c)~d> <urn:p> "bare" . <{BASE}drug/%E8%81%94> <urn:p> "coded" .
        <{BASE}drug/x.ttl> <urn:p> "ttl" . <{BASE}drug/x> <urn:p> "x" ."""
    create(folder)
    with editing(folder) as editor:
        editor.put(None, [Content(said.encode(), ox.RdfFormat.TURTLE, None)])
    with open_snapshot(folder) as opened:
        yield opened


@pytest.mark.parametrize("ending", FORMATS)
def test_nodes_without_a_name_are_described_where_they_are_spoken_of(odd: Snapshot, ending: str) -> None:
    found = triples(ask(odd, "thing", f"{path(T)}.{ending}"), ending)
    assert len(found) == 5
    assert '"deep"' in {str(one.object) for one in found}


def test_more_nodes_without_a_name_than_a_piece_holds_are_a_problem(
    odd: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(descriptions, "MOST", 2)
    with pytest.raises(Problem, match="more than 2 statements are about nodes without a name"):
        ask(odd, "thing", f"{path(T)}.nt")


def test_a_page_has_the_beginning_of_an_endless_text_and_says_so(odd: Snapshot) -> None:
    page = body(ask(odd, "thing", path(T), "text/html")).decode()
    assert len(page) < 300_000
    assert "The first 200\u202f000 characters are shown" in page
    assert "all 1\u202f000\u202f000 characters" in page


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ("/drug/a'b(c)~d", "bare"),
        ("/drug/a%27b%28c%29%7Ed", "bare"),
        ("/drug/%61'b%28c)%7ed.nt", "bare"),
        ("/drug/%E8%81%94", "coded"),
        ("/drug/x.ttl", "ttl"),
        ("/drug/x.nt", "x"),
    ],
)
def test_an_iri_may_be_sent_with_more_codes_than_it_has(odd: Snapshot, sent: str, words: str) -> None:
    assert f'<urn:p> "{words}"'.encode() in body(ask(odd, "thing", sent, "application/n-triples"))


@pytest.mark.parametrize(
    "pattern",
    [
        Pattern(subject=ox.NamedNode(LARGE)),
        Pattern(object=ox.NamedNode(LARGE)),
        Pattern(subject=ox.NamedNode(LARGE), predicate=ox.NamedNode(p.ALT_LABEL)),
        Pattern(predicate=ox.NamedNode(p.TESTS_DRUG), object=ox.NamedNode(LARGE)),
        Pattern(graph=ox.NamedNode(GRAPH)),
        Pattern(object=ox.NamedNode(LARGE), everywhere=True),
    ],
)
def test_what_is_skipped_is_what_came_before(large: Snapshot, pattern: Pattern) -> None:
    first = list(pattern.slice(large, 0, 600))
    assert first == [*pattern.slice(large, 0, 250), *pattern.slice(large, 250, 350)]
    assert len(set(first)) == 600
