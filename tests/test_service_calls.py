"""No query and no update has the engine call another server: the engine itself is the judge of what would."""

from __future__ import annotations

from contextlib import suppress

import pyoxigraph as ox
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.service.preflight import refusal
from kg.service.problems import Problem
from kg.service.protocol import of_get

# The engine opens no connection to this port and says so, which tells that it would have.
CLOSED = "<http://127.0.0.1:9/>"
CALLS = [
    f"ASK {{ SERVICE {CLOSED} {{ ?s ?p ?o }} }}",
    f"ASK {{SeRvIcE{CLOSED}{{}}}}",
    f"ASK {{ SERVICE#c\n{CLOSED}{{}} }}",
    f"PREFIX : {CLOSED} ASK {{ SERVICE:a {{}} }}",
    f"PREFIX ab: {CLOSED} ASK {{ SERVICEab:a {{}} }}",
    f"ASK {{ BIND(1 AS ?a)SERVICE{CLOSED}{{}} }}",
    f"ASK {{ FILTER(1<2)SERVICE{CLOSED}{{}} FILTER(3>2) }}",
    f'ASK {{ BIND("a" AS ?a) SERVICE{CLOSED}{{}} BIND("b" AS ?b) }}',
    f"ASK {{ BIND('\\'' AS ?a) SERVICE{CLOSED}{{}} BIND('' AS ?b) }}",
    f'ASK {{ BIND("""a"b""" AS ?a) SERVICE{CLOSED}{{}} BIND("""""" AS ?b) }}',
    f"PREFIX e: <urn:e> ASK {{ OPTIONAL {{ ?s ?p e:a\\#b }} SERVICE {CLOSED} {{}} }}",
    f"PREFIX e: <urn:e> ASK {{ OPTIONAL {{ ?s ?p e:a.\\#b }} SERVICE {CLOSED} {{}} }}",
    f"PREFIX e: <urn:e> ASK {{ OPTIONAL {{ ?s ?p e:a\\'b }} SERVICE {CLOSED} {{}} OPTIONAL {{ ?s ?p e:a\\'b }} }}",
    f"ASK {{ {{ SELECT * {{ SERVICE {CLOSED} {{}} }} }} }}",
    f"# 'a\nASK {{ SERVICE {CLOSED} {{}} }} # '",
    f"ASK {{ VALUES ?x {{ 'a#b' }} SERVICE {CLOSED} {{}} }}",
    f"PREFIX e: <urn:a#b> ASK {{ SERVICE {CLOSED} {{}} }}",
    f"PREFIX e: {CLOSED} ASK {{ BIND(1 AS ?a) FILTER(?a<3)SERVICE#>\n e:x {{}} }}",
]
# The engine makes no error of these, or none that it tells.
QUIET_CALLS = [
    f"ASK {{ service silent{CLOSED}{{}} }}",
    f"ASK {{ BIND({CLOSED} AS ?x) SERVICE?x {{}} }}",
    f"SELECT * {{ ?s ?p ?o FILTER EXISTS {{ SERVICE {CLOSED} {{}} }} }}",
    f"ASK {{ ?s ?p 1SERVICE{CLOSED}{{}} }}",
    f"ASK {{ ?s ?p trueSERVICE{CLOSED}{{}} }}",
]
# The engine reads these one way today; another way to read them would call.
EITHER_WAY = [
    f"ASK {{ BIND(1 AS ?a) FILTER(?a<3)#>'''\n SERVICE {CLOSED} {{}} #'''\n }}",
    f"PREFIX e: <urn:e> ASK {{ ?s ?p ?a FILTER(?a<e:b#>'''\n ) SERVICE {CLOSED} {{}} #'''\n }}",
]
CALMS = [
    'SELECT ("SERVICE" AS ?x) {}',
    "SELECT ('''it's a SERVICE''' AS ?x) {}",
    "ASK {} # SERVICE",
    "ASK { <urn:SERVICE> ?p ?o }",
    "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> ASK { ?s a sd:Service }",
    "SELECT ?service { ?service ?p ?o } LIMIT 1",
    "SELECT $Services { $Services ?p ?o } LIMIT 1",
    'ASK { ?s ?p "a"@en FILTER("\\"" != "SERVICE") }',
]


# One reading needs a code to be followed, the other needs another not to be.
MIXED = [
    "PREFIX e: <http://127.0.0.1:9/\\u0061#> ASK { BIND('\\u0027' AS ?x) SERVICE e:x {} BIND('' AS ?y) }",
    "PREFIX e: <http://127.0.0.1:9/\\U00000061#'> ASK { BIND('\\u0027' AS ?x) SERVICE e:x {} BIND('' AS ?y) }",
    "ASK { BIND('\\u005C' AS ?x) SERVICE <http://127.0.0.1:9/\\u0061'> {} BIND('' AS ?y) }",
]


def calls(query: str) -> bool:
    """Whether the engine tries, as it says itself."""
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("urn:s"), ox.NamedNode("urn:p"), ox.NamedNode("urn:o")))
    try:
        found = store.query(query)
        _ = bool(found) if isinstance(found, ox.QueryBoolean) else list(found)
    except OSError as error:
        return "port 9" in str(error)
    except (SyntaxError, RuntimeError):
        return False
    return False


def is_refused(text: str, *, update: bool = False) -> bool:
    found = refusal(text, update=update)
    assert found is None or found.status == 403
    return found is not None


@pytest.mark.parametrize("query", [*CALLS, *MIXED], ids=ascii)
def test_every_query_that_would_call_elsewhere_is_refused(query: str) -> None:
    assert calls(query)
    assert is_refused(query)


@pytest.mark.parametrize("query", EITHER_WAY, ids=ascii)
def test_a_query_that_one_reading_would_have_call_is_refused(query: str) -> None:
    assert is_refused(query)


@pytest.mark.parametrize("query", QUIET_CALLS, ids=ascii)
def test_a_query_that_would_call_elsewhere_in_silence_is_refused_too(query: str) -> None:
    # That it is a query at all, the engine says too.
    with suppress(RuntimeError):
        ox.Store().query(query)
    assert is_refused(query)


@pytest.mark.parametrize("query", CALMS, ids=ascii)
def test_no_other_query_is_refused_for_its_words(query: str) -> None:
    ox.Store().query(query)
    assert refusal(query) is None


def test_a_request_is_refused_with_its_query() -> None:
    with pytest.raises(Problem, match="calls no other"):
        of_get(b"query=ASK{SERVICE%3Chttp://127.0.0.1:9/%3E{}}")


def test_a_coded_letter_hides_nothing() -> None:
    assert is_refused("ASK { \\u0053ERVICE ?x {} }")
    assert is_refused("ASK { S\\U00000045RVICE ?x {} }")


# Parts of a query that each reader must skip in its own way; what they find is no matter. @ is a number.
AROUND = [
    "BIND('\\u0027' AS ?v@)",
    "BIND('\\'' AS ?v@)",
    "BIND('\\\\' AS ?v@)",
    'BIND("\\\\\\"" AS ?v@)',
    'BIND("""a"b\\"""" AS ?v@)',
    "BIND('''it's # a''' AS ?v@)",
    "BIND('' AS ?v@)BIND(\"\" AS ?w@)",
    "BIND(<urn:a#'> AS ?v@)",
    "BIND(<urn:\\u0061#'> AS ?v@)",
    "BIND(<urn:(\\U00000061)'> AS ?v@)",
    "BIND(<http://a/'#b> AS ?v@)",
    "BIND(<http://a/\\u0041'#b> AS ?v@)",
    "BIND(e:a\\'b AS ?v@)",
    "BIND(e:a.\\#b AS ?v@)",
    "BIND(e:%27 AS ?v@)",
    "BIND('1'^^e:t AS ?v@)",
    "OPTIONAL{FILTER(1<2&&3>2)}",
    "OPTIONAL{FILTER(?a<3)}",
    "OPTIONAL{FILTER(?a<e:b)}",
    "OPTIONAL{FILTER(?a<'>'||?b>'<')}",
    "OPTIONAL{FILTER(e:b<?a)}#>'\n",
    "OPTIONAL{FILTER(1<2)}#>\\\n",
    "OPTIONAL{?a e:b?c}",
    "OPTIONAL{?a e:b*/^<urn:#>?c}",
    "OPTIONAL{VALUES(?a ?b){('#' <urn:>)(UNDEF '<')}}",
    "OPTIONAL{<<?a ?b '#'>> ?c _:b@.}",
    "# it's <\n",
    '# \\u000A """\r',
    "#\\\n",
]
SPELT = [
    "SERVICE<http://127.0.0.1:9/>{}",
    "service<http://127.0.0.1:9/\\u0061'#>{}",
    "SeRvIcE#<>'\n<http://127.0.0.1:9/>{}",
    "SERVICE e:x{}",
    "SERVICEe:x{}",
    "\tSERVICE\r\n e:\\#x {}",
    "{SELECT*{SERVICE<http://127.0.0.1:9/>{}}}",
    "FILTER(1<2)SERVICE#>\n e:x{}",
    "BIND(<urn:a>AS ?x)SERVICE<http://127.0.0.1:9/>{}",
]
PARTS = st.lists(st.sampled_from(AROUND), max_size=6)


@settings(max_examples=300, deadline=None)
@given(PARTS, st.sampled_from(SPELT), PARTS)
@example(["BIND(<urn:\\u0061#'> AS ?v@)", "BIND('\\u0027' AS ?v@)"], SPELT[0], ["BIND('' AS ?v@)"])
def test_a_query_that_calls_among_anything_is_refused(before: list[str], call: str, behind: list[str]) -> None:
    parts = "".join(part.replace("@", str(at)) for at, part in enumerate([*before, call, *behind]))
    query = f"PREFIX e: <http://127.0.0.1:9/> ASK {{{parts}}}"
    assert calls(query), "the engine would not call: the test asks nothing"
    assert is_refused(query)


ANYTHING = [*"<>'\"#\\(){}?:@\n ", "SERVICE", "e:x", "{}", "1", "?a", "FILTER(", "BIND(", " AS ?b)", "\\u0027", "''"]


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from([*ANYTHING, *SPELT]), max_size=14))
def test_whatever_the_engine_would_call_for_is_refused(parts: list[str]) -> None:
    query = "PREFIX e: <http://127.0.0.1:9/> ASK {" + "".join(parts) + "}"
    assert is_refused(query) or not calls(query)


LOADS = [
    "LOAD <http://127.0.0.1:9/>",
    "load<http://127.0.0.1:9/>",
    "LoAd#\n<http://127.0.0.1:9/> INTO GRAPH <urn:g>",
    "PREFIX e: <http://127.0.0.1:9/>LOAD e:x",
    "PREFIX e: <http://127.0.0.1:9/#'>LOADe:x",
    "INSERT DATA { <urn:s> <urn:p> '#' };LOAD <http://127.0.0.1:9/>",
    "INSERT DATA { <urn:s> <urn:p\\u0061#'> '\\u0027' };LOAD <http://127.0.0.1:9/>",
    "INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
]


@pytest.mark.parametrize("update", LOADS, ids=ascii)
def test_every_update_that_would_call_elsewhere_is_refused(update: str) -> None:
    with pytest.raises(OSError, match="port 9"):
        ox.Store().update(update)
    assert is_refused(update, update=True)


def test_a_load_that_tells_no_error_is_refused_and_one_in_data_is_not() -> None:
    assert is_refused("LOAD SILENT <http://127.0.0.1:9/>", update=True)
    assert is_refused("\\u004COAD <http://127.0.0.1:9/>", update=True)
    data = 'INSERT DATA { <urn:load> <http://a/LOAD> \'LOAD\', """LOAD""" } # LOAD'
    ox.Store().update(data)
    assert not is_refused(data, update=True)
    assert not is_refused("SELECT ?load { ?load ?p 'LOAD' }")


ALLOWED = "https://example.org/sparql"


@pytest.mark.parametrize(
    "call",
    [f"SERVICE <{ALLOWED}>", f"service silent<{ALLOWED}>", f"SERVICE<{ALLOWED}>", f"SERVICE\nSILENT\n<{ALLOWED}>"],
    ids=ascii,
)
def test_a_service_of_the_list_is_called(call: str) -> None:
    query = f"ASK {{ {call} {{ ?s ?p ?o }} {call} {{ ?s ?p ?o }} }}"
    assert refusal(query, services=[ALLOWED]) is None
    assert is_refused(query)


@pytest.mark.parametrize(
    "call",
    [
        "SERVICE ?x",
        "SERVICE e:sparql",
        "SERVICEe:sparql",
        "SERVICE e:",
        f"SERVICE # <{ALLOWED}>\n <http://127.0.0.1:9/>",
        f"SERVICE #\n <{ALLOWED}>",
        f"SERVICE <{ALLOWED}2>",
        f"SERVICE <{ALLOWED}#>",
        "SERVICE <sparql>",
        "SERVICE <https://example.org/sp\\u0061rql>",
        "\\u0053ERVICE <http://127.0.0.1:9/>",
        "SERVICE <http://127.0.0.1:9/>",
        f"SERVICE <{ALLOWED}> {{}} SERVICE <http://127.0.0.1:9/>",
        f"SERVICE SILENT SILENT <{ALLOWED}>",
    ],
    ids=ascii,
)
def test_a_service_written_otherwise_is_refused_with_a_list_too(call: str) -> None:
    found = refusal(f"PREFIX e: <https://example.org/> ASK {{ {call} {{ ?s ?p ?o }} }}", services=[ALLOWED])
    assert found
    assert found.status == 403
