"""What the service says of itself, in RDF that someone else's parser reads, against what is there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from rdflib import RDF, RDFS, SH, VOID

from kg.cli import main
from kg.query.catalogue import catalogue
from kg.rdf.iris import BASE
from kg.service.describing import counts
from kg.service.problems import Problem
from kg.store import Snapshot, beside, layout, open_snapshot
from kg.store.editing import create, editing
from tests.described import (
    ADDRESSES,
    HOST,
    SD,
    SD_PROPERTIES,
    SD_TERMS,
    SHIPPED,
    SYNTAXES,
    answered,
    by_class,
    classes_of,
    is_term,
    number,
    said,
    statements,
)

DATASET = rdflib.URIRef(HOST + "/.well-known/void#dataset")
SERVICE = rdflib.URIRef(HOST + "/.well-known/void#sparql")
ALLOWED = (("writable", "true"), ("service", "https://example.org/sparql"))


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the shipped documents, built as a user builds it."""
    folder = tmp_path_factory.mktemp("described") / "graph"
    assert main(["build", str(SHIPPED), "--store", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def snapshot(graph: Path) -> Iterator[Snapshot]:
    """It, counted."""
    with open_snapshot(graph) as found:
        answered(found, "counts")
        yield found


@pytest.fixture
def uncounted(graph: Path) -> Iterator[Snapshot]:
    """It, before anyone counted."""
    with open_snapshot(graph) as found:
        before = beside.read(found, layout.COUNTS)
        (found.folder / layout.COUNTS).unlink(missing_ok=True)
        yield found
        if before:
            beside.write(found, layout.COUNTS, before)


@pytest.mark.parametrize("job", ADDRESSES)
def test_every_term_is_one_of_its_vocabulary(snapshot: Snapshot, job: str) -> None:
    found = said(snapshot, job, *ALLOWED)
    terms = set(found.predicates()) | set(found.objects(None, RDF.type))
    assert not [str(term) for term in terms if is_term(str(term)) is not True]
    assert not [str(o) for o in found.objects() if isinstance(o, rdflib.URIRef) and is_term(str(o)) is False]


@pytest.mark.parametrize("job", ADDRESSES)
@pytest.mark.parametrize("media_type", SYNTAXES)
def test_every_syntax_says_the_same_and_has_no_blank_node(snapshot: Snapshot, job: str, media_type: str) -> None:
    answer = answered(snapshot, job, accept=media_type)
    assert answer.media_type == media_type
    assert isinstance(answer.body, bytes)
    found = set(rdflib.Graph().parse(data=answer.body, format=SYNTAXES[media_type], publicID=HOST))
    assert found == set(said(snapshot, job))
    assert not [term for triple in found for term in triple if isinstance(term, rdflib.BNode)]


@pytest.mark.parametrize("job", ADDRESSES)
def test_turtle_is_given_where_nothing_is_asked_for(snapshot: Snapshot, job: str) -> None:
    assert answered(snapshot, job).media_type == "text/turtle"
    browser = "text/html,application/xhtml+xml,*/*;q=0.8"
    assert answered(snapshot, job, accept=browser).media_type == "text/turtle"


@pytest.mark.parametrize("job", ADDRESSES)
def test_a_media_type_that_is_not_offered_is_refused(snapshot: Snapshot, job: str) -> None:
    with pytest.raises(Problem, match=r"asked for image/png; this description is given as text/turtle, "):
        answered(snapshot, job, accept="image/png")


def test_totals_are_those_of_the_graph(snapshot: Snapshot) -> None:
    found, there = said(snapshot, "void"), statements(snapshot)
    assert number(found, DATASET, VOID.triples) == len(there)
    assert number(found, DATASET, VOID.distinctSubjects) == len({s for s, _, _ in there})
    assert number(found, DATASET, VOID.distinctObjects) == len({o for _, _, o in there})
    assert number(found, DATASET, VOID.properties) == len({p for _, p, _ in there})
    assert number(found, DATASET, VOID.classes) == len(classes_of(there))
    named = {s for things in classes_of(there).values() for s in things if s.startswith(BASE)}
    assert number(found, DATASET, VOID.entities) == len(named)


def test_partitions_by_property_are_those_of_the_graph(snapshot: Snapshot) -> None:
    found, there = said(snapshot, "void"), statements(snapshot)
    triples = Counter(p for _, p, _ in there)
    subjects = Counter(p for _, p in {(s, p) for s, p, _ in there})
    objects = Counter(p for p, _ in {(p, o) for _, p, o in there})
    told = {
        str(found.value(one, VOID.property)): tuple(
            number(found, one, name) for name in (VOID.triples, VOID.distinctSubjects, VOID.distinctObjects)
        )
        for one in found.objects(DATASET, VOID.propertyPartition)
    }
    assert told == {p: (triples[p], subjects[p], objects[p]) for p in triples}


def test_partitions_by_class_are_those_of_the_graph(snapshot: Snapshot) -> None:
    found, there = said(snapshot, "void"), statements(snapshot)
    classes = list(found.objects(DATASET, VOID.classPartition))
    told = {str(found.value(one, VOID["class"])): number(found, one, VOID.entities) for one in classes}
    assert told == {name: len(things) for name, things in classes_of(there).items()}
    properties = {
        (str(found.value(one, VOID["class"])), str(found.value(part, VOID.property))): (
            number(found, part, VOID.triples),
            number(found, part, VOID.distinctSubjects),
        )
        for one in classes
        for part in found.objects(one, VOID.propertyPartition)
    }
    assert properties == dict(by_class(there))


def test_a_named_graph_has_the_statements_that_are_said_of_it(snapshot: Snapshot) -> None:
    found = said(snapshot, "describe")
    named = [
        (found.value(one, rdflib.URIRef(SD + "name")), one)
        for one in found.subjects(RDF.type, rdflib.URIRef(SD + "NamedGraph"))
    ]
    assert {str(name) for name, _ in named} == {iri for iri in snapshot.graphs() if "/record/" not in iri}
    for name, one in named:
        content = found.value(one, rdflib.URIRef(SD + "graph"))
        assert content
        assert number(found, content, VOID.triples) == len(statements(snapshot, str(name)))


def test_a_subset_is_one(snapshot: Snapshot) -> None:
    found, whole = said(snapshot, "void"), set(statements(snapshot))
    subsets = set(found.objects(DATASET, VOID.subset))
    assert {"graph/vocabulary", "graph/ontology"} < {str(part).partition("#")[2] for part in subsets}
    graphs = {part: found.value(part, RDFS.seeAlso) for part in subsets}
    for iri in filter(None, graphs.values()):
        assert set(statements(snapshot, str(iri))) <= whole
    documents = {number(found, part, VOID.documents) for part in subsets if graphs[part] is None}
    assert documents == {1}


def test_a_rejected_rule_set_is_no_subset(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    assert main(["build", str(SHIPPED), "--store", str(folder), "--without", "mentions"]) == 0
    with open_snapshot(folder) as found:
        told = said(found, "void")
        names = {str(found).partition("#")[2] for found in told.objects(DATASET, VOID.subset)}
        assert "graph/rules.names" in names
        assert "graph/rules.mentions" not in names


def test_nothing_is_claimed_that_nobody_counted(uncounted: Snapshot) -> None:
    found, there = said(uncounted, "void"), statements(uncounted)
    assert number(found, DATASET, VOID.triples) == len(there)
    assert not list(found.subject_objects(VOID.propertyPartition))
    for name in (VOID.distinctSubjects, VOID.distinctObjects, VOID.properties, VOID.entities):
        assert number(found, DATASET, name) is None
    told = {
        str(found.value(one, VOID["class"])): number(found, one, VOID.entities)
        for one in found.objects(DATASET, VOID.classPartition)
    }
    assert told == {name: len(things) for name, things in classes_of(there).items()}


def test_what_is_not_yet_counted_is_not_kept_by_anyone(uncounted: Snapshot) -> None:
    for job in ("void", "describe"):
        assert answered(uncounted, job).headers["Cache-Control"] == "no-store"
        assert not answered(uncounted, job, ("counts", counts.written(counts.counted(uncounted)).decode())).headers


def test_what_is_too_much_to_tell_apart_is_not_counted(snapshot: Snapshot) -> None:
    whole, less = counts.counted(snapshot), counts.counted(snapshot, most=1000)
    assert [(one.iri, one.entities) for one in less.classes] == [(one.iri, one.entities) for one in whole.classes]
    assert [(one.iri, one.triples) for one in less.properties] == [(one.iri, one.triples) for one in whole.properties]
    assert (less.entities, less.subjects, less.objects) == (None, None, None)
    for one, other in zip(less.properties, whole.properties, strict=True):
        assert one == other if one.triples <= 1000 else (one.subjects, one.objects) == (None, None)
    for many, all_of_them in zip(less.classes, whole.classes, strict=True):
        assert many == all_of_them if many.entities <= 100 else {one.subjects for one in many.properties} == {None}
    assert max(one.entities for one in whole.classes) > 100


def test_counts_are_made_once(uncounted: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    first = answered(uncounted, "counts").body
    monkeypatch.setattr(counts, "counted", None)
    assert answered(uncounted, "counts").body == first


@pytest.mark.parametrize("content", [b"", b'{"triples": 1}', b"\xff"])
def test_counts_that_nobody_understands_are_made_anew(uncounted: Snapshot, content: bytes) -> None:
    beside.write(uncounted, layout.COUNTS, content)
    assert counts.kept(uncounted) is None
    answered(uncounted, "counts")
    assert counts.kept(uncounted) == counts.counted(uncounted)


def test_where_counts_cannot_be_kept_they_are_handed_over(uncounted: Snapshot) -> None:
    # What stands in the way even of those who may write everywhere.
    way = uncounted.folder / layout.COUNTS
    (way / "child").mkdir(parents=True)
    handed = answered(uncounted, "counts").body
    (way / "child").rmdir()
    way.rmdir()
    assert isinstance(handed, bytes)
    assert not list(uncounted.folder.glob("counts*"))
    assert number(said(uncounted, "void", ("counts", handed.decode())), DATASET, VOID.properties)


def test_a_new_snapshot_is_not_described_with_the_counts_of_another(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    create(folder)
    with open_snapshot(folder) as first:
        answered(first, "counts")
    with editing(folder) as editor:
        editor.update("INSERT DATA { <urn:a> a <urn:b> }")
    with open_snapshot(folder) as second:
        assert counts.kept(second) is None


def test_of_a_graph_that_is_written_by_hand_only_what_is_counted_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    create(folder)
    with editing(folder) as editor:
        editor.update(
            'INSERT DATA { _:a a "text", <urn:b>, _:c ; <urn:p#é%25> 1 . GRAPH <urn:g> { <urn:b> a <urn:c> } }'
        )
    with open_snapshot(folder) as found:
        answered(found, "counts")
        told, there = said(found, "void"), statements(found)
        service = said(found, "describe")
    assert number(told, DATASET, VOID.triples) == len(there) == 4
    assert [str(one) for one in told.objects(None, VOID["class"])] == ["urn:b"]
    assert {str(one) for one in told.objects(None, VOID.property)} == {str(RDF.type), "urn:p#é%25"}
    assert not [o for o in (*told.objects(), *service.objects()) if "trial" in o]
    assert number(told, DATASET, VOID.entities) is None


def test_the_description_names_the_endpoint_that_was_asked(snapshot: Snapshot) -> None:
    endpoint = rdflib.URIRef(SD + "endpoint")
    assert list(said(snapshot, "describe").objects(None, endpoint)) == [rdflib.URIRef(HOST + "/sparql")]
    alias = said(snapshot, "describe", path="/query")
    assert list(alias.objects(None, endpoint)) == [rdflib.URIRef(HOST + "/query")]


def test_the_description_fits_its_schema(snapshot: Snapshot) -> None:
    found = said(snapshot, "describe", *ALLOWED)
    for s, p, o in found:
        if str(p).startswith(SD):
            domain, wanted = SD_PROPERTIES[str(p)[len(SD) :]]
            assert (s, RDF.type, rdflib.URIRef(SD + domain)) in found
            if wanted:
                known = str(o).removeprefix(SD) in SD_TERMS.get(wanted, ())
                assert known or (o, RDF.type, rdflib.URIRef(SD + wanted)) in found


def test_update_and_federation_are_named_only_where_they_are_allowed(snapshot: Snapshot) -> None:
    closed, opened = (
        said(snapshot, "describe", ("writable", "false"), ("public", "")),
        said(snapshot, "describe", *ALLOWED),
    )
    allowed = {rdflib.URIRef(SD + "SPARQL11Update"), rdflib.URIRef(SD + "BasicFederatedQuery")}
    assert allowed <= set(opened.objects(SERVICE))
    assert not allowed & set(closed.objects(SERVICE))
    assert rdflib.URIRef(SD + "SPARQL11Query") in set(closed.objects(SERVICE))


def test_the_public_address_is_the_one_that_is_told(snapshot: Snapshot) -> None:
    found = said(snapshot, "void", ("public", "https://example.org/trials/"))
    (endpoint,) = found.objects(None, VOID.sparqlEndpoint)
    assert str(endpoint) == "https://example.org/trials/sparql"


@pytest.mark.parametrize("job", ADDRESSES)
@pytest.mark.parametrize("host", ['http://a"b', "http://a>b/ <c", "http://a\\u003eb", "nowhere", "http://ä\x00"])
def test_a_hostile_address_makes_no_statement(snapshot: Snapshot, job: str, host: str) -> None:
    found = said(snapshot, job, host=host)
    assert set(found.predicates()) == set(said(snapshot, job).predicates())


def test_every_example_runs_as_it_stands(snapshot: Snapshot) -> None:
    found = said(snapshot, "examples")
    examples = set(found.subjects(RDF.type, SH.SPARQLExecutable))
    assert examples == set(found.subjects(RDF.type, SH.SPARQLSelectExecutable))
    assert {str(found.value(one, RDFS.label)) for one in examples} == set(catalogue())
    for one in examples:
        columns = [column.name for column in catalogue()[str(found.value(one, RDFS.label))].columns]
        answer = snapshot.query(str(found.value(one, SH.select)))
        assert [variable.value for variable in answer.variables] == columns


def test_every_example_has_what_interfaces_read(snapshot: Snapshot) -> None:
    found = said(snapshot, "examples")
    for one in found.subjects(RDF.type, SH.SPARQLExecutable):
        (comment,) = found.objects(one, RDFS.comment)
        assert isinstance(comment, rdflib.Literal)
        assert comment.language == "en"
        assert found.value(one, rdflib.SDO.target) == rdflib.URIRef(HOST + "/sparql")
        assert list(found.objects(one, rdflib.SDO.keywords))
        (prefixes,) = found.objects(one, SH.prefixes)
        declared = {
            str(found.value(part, SH.prefix)): str(found.value(part, SH.namespace))
            for part in found.objects(prefixes, SH.declare)
        }
        used = dict(re.findall(r"PREFIX (\S*): <(.*?)>", str(found.value(one, SH.select))))
        assert used.items() <= declared.items()


def test_the_licence_is_said_only_of_what_is_ours(snapshot: Snapshot) -> None:
    found = said(snapshot, "void")
    licensed = {str(one).partition("#")[2] for one in found.subjects(rdflib.DCTERMS.license)}
    assert licensed == {"graph/vocabulary", "graph/ontology"}
    assert (DATASET, RDF.type, rdflib.DCAT.Dataset) in found
