"""The W3C's tests of SPARQL 1.1 against the service: protocol, graph store, and evaluation through HTTP."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.conformance import evaluation
from tests.conformance.cases import Case, cases
from tests.conformance.engines import Outcome
from tests.conformance.exchanges import PROTOCOL, STORE, Conversation, Wanted, conversations
from tests.conformance.judging import failures, run
from tests.conformance.results import Table
from tests.conformance.rows import Blank, same
from tests.conformance.sending import Server
from tests.conformance.servers import ours, oxigraph, oxigraph_program
from tests.conformance.suites import MISSING, Suites

pytestmark = pytest.mark.skipif(bool(MISSING), reason=MISSING)
SUITES = Suites()
CONVERSATIONS = [] if MISSING else conversations(SUITES, PROTOCOL + STORE)


@pytest.fixture(scope="module")
def service() -> Iterator[Server]:
    """``kg serve`` over a store of its own that may be written to."""
    with ours() as server:
        yield server


@pytest.fixture(scope="module")
def suites() -> evaluation.Sorted:
    """The suites of evaluation and syntax."""
    return evaluation.sorted_out(cases(SUITES))


def test_the_suites_are_complete() -> None:
    protocol, store = (conversations(SUITES, paths) for paths in (PROTOCOL, STORE))
    assert (len(protocol), len(store)) == (34, 13)
    assert sum(len(test.exchanges) for test in protocol + store) == 78


def test_the_suites_of_evaluation_are_complete(suites: evaluation.Sorted) -> None:
    every = suites.run + suites.calling + suites.entailed
    kinds = Counter((test.updates, test.wanted is not None) for test in every)
    assert kinds == {(False, True): 595, (True, True): 94, (False, False): 313, (True, False): 55}
    assert (len(suites.run), len(suites.calling), len(suites.entailed)) == (966, 21, 70)


@pytest.mark.parametrize("test", CONVERSATIONS, ids=lambda test: test.name)
def test_the_service_answers_as_the_protocols_say(service: Server, test: Conversation) -> None:
    failure = run(service, test)
    assert failure is None, str(failure)


def test_evaluation_through_http_is_that_of_pyoxigraph_alone(service: Server, suites: evaluation.Sorted) -> None:
    # Both at once, since the suites are asked once.
    compared = evaluation.compared(SUITES, service, suites.run)
    assert [str(one) for one in compared if not one.same] == []
    assert [str(one) for one in compared if one.broke] == [], "faults of the service itself"


def test_no_test_makes_the_service_call_another_server(service: Server, suites: evaluation.Sorted) -> None:
    assert evaluation.not_refused(SUITES, service, suites.calling) == []


@pytest.fixture(scope="module")
def judge() -> Iterator[Server]:
    """A server that others made, so that the runner is judged by what it is known to do."""
    if oxigraph_program() is None:
        pytest.skip("Oxigraph's own server is not installed: pip install oxigraph")
    with oxigraph() as server:
        yield server


def test_the_runner_finds_what_is_known_of_oxigraphs_own_server(judge: Server) -> None:
    found = failures(judge, CONVERSATIONS, exact=False)
    assert {one.test: one.found[:3] for one in found} == {
        "post_get_post_get_direct": "415",
        "post_get_post_get_indirect": "415",
    }


def test_oxigraphs_own_server_evaluates_like_pyoxigraph(judge: Server, suites: evaluation.Sorted) -> None:
    assert [str(one) for one in evaluation.compared(SUITES, judge, suites.run) if not one.same] == []


def test_a_server_that_answers_nothing_is_seen_to_differ(judge: Server, suites: evaluation.Sorted) -> None:
    asked = [test for test in suites.run if test.wanted is not None and not test.updates][::40]
    compared = evaluation.compared(SUITES, replace(judge, query="/nowhere"), asked)
    assert [one.test.name for one in compared if one.same] == []


# What is wanted of the answer, made wrong; and what the runner says of it.
WRONG: dict[str, tuple[str, dict[str, Any], str]] = {
    "status": ("query_get", {"statuses": frozenset({"404"})}, "404"),
    "class of statuses": ("bad_query_syntax", {"statuses": frozenset({"2xx"})}, "2xx"),
    "truth": ("query_get", {"boolean": False}, "false"),
    "format": ("query_content_type_select", {"form": "RDF"}, "RDF results"),
    "header": ("put_get_default", {"headers": (("content-type", "text/csv"),)}, "content-type: text/csv"),
    "location": ("query_get", {"location": "$LOCATION$"}, "a Location"),
    "graph": ("put_get_default", {"body": "<urn:a> <urn:b> [] , [] ."}, "the same as <urn:a>"),
}


@pytest.mark.parametrize("fault", WRONG)
def test_the_runner_sees_a_wrong(judge: Server, fault: str) -> None:
    name, change, said = WRONG[fault]
    (test,) = [one for one in CONVERSATIONS if one.name == name]
    *first, last = test.exchanges
    wrong = replace(last, wanted=replace(last.wanted, **change))
    failure = run(judge, replace(test, exchanges=(*first, wrong)), exact=False)
    assert failure is not None
    assert failure.wanted.startswith(said)


def test_a_charset_is_wanted_where_it_is_exact(judge: Server) -> None:
    (test,) = [one for one in CONVERSATIONS if one.name == "put_get_default"]
    failure = run(judge, test, exact=True)
    assert failure is not None
    assert (failure.wanted, failure.found) == ("content-type: text/turtle; charset=utf-8", "content-type: text/turtle")


def test_where_nothing_is_wanted_anything_will_do(judge: Server) -> None:
    test = CONVERSATIONS[0]
    exchange = replace(test.exchanges[0], wanted=Wanted(frozenset()))
    assert run(judge, replace(test, exchanges=(exchange,))) is None


A, B, C, D = map(Blank, "abcd")


@pytest.mark.parametrize(
    ("left", "right", "ordered", "verdict"),
    [
        ([(1,), (2,)], [(2,), (1,)], False, True),
        ([(1,), (2,)], [(2,), (1,)], True, False),
        ([(1,), (1,)], [(1,)], False, False),
        ([(A, B), (B, A)], [(C, D), (D, C)], False, True),
        ([(A, A), (B, B)], [(C, D), (D, C)], False, False),
        # Two triangles and a hexagon: each node has the same neighbours as every other.
        (
            [(A, B), (B, C), (C, A), (D, Blank("e")), (Blank("e"), Blank("f")), (Blank("f"), D)],
            [(A, B), (B, C), (C, D), (D, Blank("e")), (Blank("e"), Blank("f")), (Blank("f"), A)],
            False,
            False,
        ),
    ],
    ids=["any order", "an order", "how often", "a cycle", "loops and a cycle", "triangles and a hexagon"],
)
def test_rows_are_the_same_where_blank_nodes_can_be_renamed(
    left: list[tuple[object, ...]], right: list[tuple[object, ...]], ordered: bool, verdict: bool
) -> None:
    assert same(left, right, ordered) is verdict


CASE = Case("a/b", "SELECT ?x {}", False, True, "urn:base", wanted=Table(("x",), (("1",),)))


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (Outcome("answered", Table(("x",), (("1",),))), Outcome("answered", Table(("x",), (("1",),))), True),
        (Outcome("answered", Table(("x",), (("1",),))), Outcome("answered", Table(("x",), (("2",),))), False),
        (Outcome("answered", Table(("x",), (("2",),))), Outcome("answered", Table(("x",), (("2",),))), True),
        (Outcome("answered", Table(("x",), (("2",),))), Outcome("answered", Table(("x",), (("3",),))), False),
        (Outcome("refused"), Outcome("failed"), False),
        (Outcome("failed"), Outcome("refused"), True),
        (Outcome("failed"), Outcome("answered", Table(("x",), (("2",),))), False),
    ],
    ids=[
        *("both right", "one right", "both wrong in one way", "both wrong in two ways"),
        *("a fault of its own", "no function known", "a function that only one knows"),
    ],
)
def test_outcomes_are_alike_where_verdict_and_fault_are(one: Outcome, other: Outcome, verdict: bool) -> None:
    assert evaluation.Compared(SUITES, CASE, one, other).same is verdict


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("SELECT * { service <urn:a> {} }", True),
        ("LOAD SILENT <urn:a>", True),
        ("SELECT ?service { :LOAD <SERVICE> 'LOAD' # SERVICE\n }", False),
        ("SELECT * { ?s ex:service '''it's a\nLOAD''' }", False),
    ],
)
def test_what_calls_other_servers_is_told_by_its_keywords(text: str, calls: bool) -> None:
    assert replace(CASE, text=text).calls is calls
