"""What is refused before the engine sees it, and that what is not refused does not end the process."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.service import preflight
from kg.service.preflight import DEPTH, LARGEST, MOST, MOST_UPDATED, refusal

QUERIES = sorted((Path(__file__).resolve().parents[1] / "queries").rglob("*.rq"))
PREFIX = "PREFIX e: <urn:e> "
Made = Callable[[int], str]


def nested(begin: str, end: str, core: str, before: str = "ASK {", behind: str = "}") -> Made:
    return lambda count: PREFIX + before + begin * count + core + end * count + behind


def chained(item: str, between: str = "", before: str = "ASK {", behind: str = "}") -> Made:
    return lambda count: PREFIX + before + between.join(item.replace("@", str(at)) for at in range(count)) + behind


FILTER, END = "ASK { ?s ?p ?o FILTER(", ")}"
# What is made, and how many levels of it are the most.
NESTED: dict[str, tuple[Made, int]] = {
    "groups": (nested("{", "}", "?s ?p ?o"), 64),
    "empty groups": (nested("{", "}", ""), 64),
    "OPTIONAL": (nested("?s ?p ?o OPTIONAL{", "}", "?s ?p ?o"), 64),
    "sub-SELECT": (nested("{SELECT *{", "}}", "?s ?p ?o"), 32),
    "NOT EXISTS": (nested("?s ?p ?o FILTER NOT EXISTS{", "}", "?s ?p ?o"), DEPTH),
    "MINUS": (nested("?s ?p ?o MINUS{", "}", "?s ?p ?o"), DEPTH),
    "GRAPH": (nested("GRAPH ?g{", "}", "?s ?p ?o"), 64),
    "LATERAL": (nested("LATERAL{", "}", "?s ?p ?o"), 64),
    "UNION": (nested("{?s ?p ?o}UNION{", "}", "?s ?p ?o"), 64),
    "parentheses": (nested("(", ")", "1", FILTER, END), DEPTH),
    "sums": (nested("(1+", ")", "1", FILTER, END), DEPTH),
    "functions": (nested("ABS(", ")", "1", FILTER, END), DEPTH),
    "IF": (nested("IF(1,2,", ")", "1", FILTER, END), DEPTH),
    "IN": (nested("1 IN (", ")", "1", FILTER, END), DEPTH),
    "aggregates": (nested("SUM(", ")", "?o", "SELECT (", " AS ?x) {?s ?p ?o}"), DEPTH),
    "not": (nested("!", "", "?o", FILTER, END), MOST["!"][1]),
    "paths": (nested("(", ")*", "e:p", "ASK { ?s ", " ?o}"), DEPTH),
    "inverse paths": (nested("^(", ")", "e:p", "ASK { ?s ", " ?o}"), DEPTH),
    "blank nodes": (nested("e:p [", "]", "e:p 1", "ASK { ?s ", "}"), DEPTH),
    "collections": (nested("(", ")", "1", "ASK { ?s ?p ", "}"), DEPTH),
    "triple terms": (nested("<<( ?s ?p ", ")>>", "?o", "ASK { ?s ?p ", "}"), MOST["<<"][1]),
    "reified triples": (nested("<< ?s ?p ", ">>", "?o", "ASK { ?s ?p ", "}"), MOST["<<"][1]),
    "annotations": (nested("{| ?p ?o ", "|}", "", "ASK { ?s ?p ?o ", "}"), MOST["{|"][1]),
}
CHAINED: dict[str, tuple[Made, int]] = {
    "||": (chained("?o=@", "||", FILTER, END), 360),
    "&&": (chained("?o=@", "&&", FILTER, END), 360),
    "+": (chained("?o", "+", FILTER, END), 2_000),
    "signed": (chained("1", " -", FILTER, END), 2_000),
    "*": (chained("?o", "*", FILTER, END), 2_000),
    "/": (chained("?o", "/", FILTER, END), 128),
    "UNION": (chained("{?s ?p @}", "UNION"), 256),
    "union in small letters": (chained("{?s ?p @}", " union\n"), 256),
    "OPTIONAL": (chained("OPTIONAL{?s ?p @}"), 64),
    "MINUS": (chained("MINUS{?s ?p @}"), 256),
    "NOT EXISTS": (chained("FILTER NOT EXISTS{?s e:x ?o@}", "", "ASK {?s ?p ?o "), 256),
    "FILTER": (chained("FILTER(?o=@)", "", "ASK {?s ?p ?o "), 300),
    "BIND": (chained("BIND(@ AS ?x@)"), 600),
    "AS": (chained("(1 AS ?x@)", "", "SELECT ", "{?s ?p ?o}"), 800),
    "HAVING": (chained("(COUNT(*)>0)", "", "SELECT ?s{?s ?p ?o} GROUP BY ?s HAVING ", ""), 500),
    "GROUP BY": (chained("(@)", "", "SELECT (1 AS ?c) {?s ?p ?o} GROUP BY ", ""), 1_000),
    "groups": (chained("{?s ?p ?o}"), 63),
    "GRAPH": (chained("GRAPH ?g@{?s ?p ?o@}"), 63),
    "VALUES": (chained("VALUES ?x {1}"), 63),
    "sub-SELECT": (chained("{SELECT * {?s ?p ?o}}"), 31),
    "steps of a path": (chained("e:p", "/", "ASK { ?s ", " ?o }"), 128),
    "ways of a path": (chained("e:p", "|", "ASK { ?s ", " ?o }"), 2_000),
    "DESCRIBE": (chained("<urn:x@> ", "", "DESCRIBE ", ""), 798),
}
MADE = {**{f"nested {name}": made for name, made in NESTED.items()}, **CHAINED}
# Long, but harmless: each of some thousands.
LONG: dict[str, Made] = {
    "VALUES": chained("<http://example.org/x@> ", "", "ASK { VALUES ?s {", "} ?s ?p ?o}"),
    "VALUES without //": chained("<urn:x@> ", "", "ASK { VALUES ?s {", "} ?s ?p ?o}"),
    "VALUES of two": chained("(<urn:x@> '@')\n", "", "ASK { VALUES (?s ?o) {", "} ?s ?p ?o}"),
    "IN": chained("<urn:x(@)>", ", ", "ASK { ?s ?p ?o FILTER(?s IN (", ")) }"),
    "IN with #": chained("<urn:x#@>", ", ", "ASK { ?s ?p ?o FILTER(?s IN (", ")) }"),
    "IN with '": chained("<urn:x'@>", ", ", "ASK { ?s ?p ?o FILTER(?s IN (", ")) }"),
    "NOT IN": chained("'a (@'", ",", "ASK { ?s ?p ?o FILTER(?o NOT IN (", ")) }"),
    "arguments": chained("?o", ",", "ASK { ?s ?p ?o FILTER(CONCAT(", ")) }"),
    "prefixes": chained("PREFIX a@: <urn:x> ", "", "", "ASK {}"),
    "FROM": chained("FROM <urn:g@> ", "", "SELECT * ", "{?s ?p ?o}"),
}
# Asks the engine; what it says against the text is no matter here.
ASKING = """
import sys, time
import pyoxigraph as ox
how, *texts = sys.stdin.read().split("\\x00")
for text in texts:
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("urn:s"), ox.NamedNode("urn:p"), ox.Literal(1)))
    before = time.process_time()
    try:
        found = getattr(store, how)(text)
        _ = bool(found) if found is None or isinstance(found, ox.QueryBoolean) else list(found)
        said = "answered"
    except Exception as error:
        said = "said " + " ".join(str(error).split())
    print(round(time.process_time() - before, 3), said, flush=True)
"""


def ask_engine(*texts: str, how: str = "query") -> list[str]:
    """What a process of its own says of texts; a part of it where one ended the process."""
    guarded = ["bash", "-c", 'ulimit -v 4000000 -c 0 -s 8192; exec timeout 120 "$0" -c "$1"', sys.executable, ASKING]
    done = subprocess.run(guarded, input="\x00".join([how, *texts]), capture_output=True, text=True, check=False)
    return done.stdout.splitlines()


@pytest.mark.parametrize("name", MADE)
def test_one_more_than_the_limit_is_refused_and_told_where(name: str) -> None:
    make, most = MADE[name]
    # Of a chain, so many things have one sign less between them.
    found = refusal(make(most + 2))
    assert found
    assert found.status == HTTPStatus.BAD_REQUEST
    assert found.detail.startswith("wanted ")
    assert f"line {found.more['line']}, column {found.more['column']}" in found.detail


@pytest.mark.parametrize("name", MADE)
def test_far_more_than_the_limit_is_refused(name: str) -> None:
    assert refusal(MADE[name][0](10_000))


def test_all_just_under_the_limits_come_to_the_engine_and_end_no_process() -> None:
    # OPTIONAL{ and sub-SELECT count the ASK { before them too.
    texts = [make(most - 2) for make, most in MADE.values()]
    assert [refusal(text) for text in texts] == [None] * len(texts)
    said = ask_engine(*texts)
    assert [(name, line) for name, line in zip(MADE, said, strict=False) if "answered" not in line] == []
    assert len(said) == len(texts), f"the process ended on {list(MADE)[len(said)]}"


def test_all_at_once_just_under_the_limits_ends_no_process() -> None:
    signs = "||".join("+".join("-".join(["?o"] * 6) for _ in range(6)) for _ in range(50))
    deep = f"FILTER({'ABS(' * 9}{'!' * 1_900}({signs}){')' * 9})"
    text = f"ASK {{ {'?s ?p ?o FILTER EXISTS { ' * 60} ?s {'^(' * 9}<urn:p>{')' * 9} ?o {deep} {'} ' * 60} }}"
    assert refusal(text) is None
    (said,) = ask_engine(text)
    assert "answered" in said


@pytest.mark.parametrize("name", LONG)
def test_long_lists_come_to_the_engine(name: str) -> None:
    text = LONG[name](5_000)
    assert refusal(text) is None
    assert ask_engine(text)[0].endswith("answered")


UPDATED: dict[str, tuple[Made, int]] = {
    "graphs of data": (chained("GRAPH <urn:g@> {<urn:s> <urn:p> 1}", "", "INSERT DATA {", "}"), MOST_UPDATED - 1),
    "operations": (chained("INSERT DATA {<urn:s> <urn:p> @}", ";", "", ""), MOST_UPDATED),
    "template": (nested("[e:p ", "]", "1", "INSERT {<urn:s> <urn:p> ", "} WHERE {?s ?p ?o}"), DEPTH),
    "data": (nested("(", ")", "1", "INSERT DATA {<urn:s> <urn:p> ", "}"), DEPTH),
    "pattern": (nested("FILTER EXISTS{", "}", "", "INSERT {?s ?p ?o} WHERE {", "}"), DEPTH),
    "OPTIONAL": (nested("OPTIONAL{", "}", "?s ?p ?o", "DELETE {?s ?p ?o} WHERE {", "}"), 64),
    "terms": (nested("<<( <urn:s> <urn:p> ", ")>>", "1", "INSERT DATA {<urn:s> <urn:p> ", "}"), 32),
}


@pytest.mark.parametrize("name", UPDATED)
def test_an_update_is_refused_above_its_limits_and_ends_no_process_below(name: str) -> None:
    make, most = UPDATED[name]
    assert refusal(make(most + 1), update=True)
    assert refusal(make(most - 2), update=True) is None
    assert ask_engine(make(most - 2), how="update")[0].endswith("answered")


def test_data_of_many_statements_is_an_update_like_any_other() -> None:
    assert refusal(chained("<urn:s> <urn:p> 'a (b' .\n", "", "INSERT DATA {", "}")(20_000), update=True) is None


@pytest.mark.parametrize("query", QUERIES, ids=lambda path: path.stem)
def test_every_canned_query_is_cleared_by_counts(query: Path) -> None:
    text = query.read_text(encoding="utf-8")
    assert refusal(text) is None
    assert preflight._is_clear(text, update=False), "it would cost a hundred times as much"


def test_a_text_too_large_is_refused_with_both_numbers() -> None:
    found = refusal("#" * (LARGEST + 1))
    assert found
    assert found.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    assert "1,000,000" in found.detail
    assert "1,000,001" in found.detail


# Of these one after another no way of reading may cost more than a look at each character.
DENSE = [
    "'",
    '"',
    "<",
    "\\",
    "<'>",
    "<#>",
    "(<#>",
    "'''\\",
    "<a(>",
    "\\'",
    "<\\u",
    "<(",
    "<'>(<\">(",
    "<<",
    "<<a>",
    "@a-",
]
DENSE += [":", "?", "<a'b>", "\\u0053", "<a#><b'>", "<a,b>", "as ", "<a://", '"""\\"', "()", "][", "{}", "sservice"]
DENSE += ["<'''>\\\"<\">", "<'''>(<\"\"\">(<'>(<\">(#>(", " ?service e:filter as", "#\\\n'''", "<urn:x#@> "]


@pytest.mark.parametrize("unit", DENSE, ids=ascii)
@pytest.mark.parametrize("before", ["", '"', "<", "service", "'''"])
def test_a_megabyte_of_anything_is_looked_at_in_time(unit: str, before: str) -> None:
    text = (before + unit * (LARGEST // len(unit)))[:LARGEST]
    begun = time.process_time()
    refusal(text, update=True)
    assert time.process_time() - begun < 5


@settings(deadline=2_000)
@given(
    st.lists(st.sampled_from([*DENSE, " ", "\n", "a", "SERVICE", "LOAD", ">", "ASK{", ")", "é", "\0"])), st.booleans()
)
@example(["<#>", "'", "<"] * 2_000, False)
def test_any_text_is_refused_or_not_and_nothing_else(parts: list[str], update: bool) -> None:
    text = "".join(parts)
    found = refusal(text, update=update)
    assert found is None or found.status in (400, 403, 413)


@given(st.text())
def test_any_letters_are_refused_or_not(text: str) -> None:
    refusal(text, update=True)
    with suppress(UnicodeEncodeError):
        refusal("service" + text)


def test_brackets_in_words_and_comments_are_none() -> None:
    many = "(" * 2_000
    calm = f"# {many}\nASK {{ <urn:a> ?p \"{many}\", '{many}', '''{many}''', <http://a/{many}> }} # {many}"
    assert refusal(calm) is None
    ox.Store().query(calm)


def test_a_coded_bracket_counts() -> None:
    found = refusal("ASK " + "\\u007B" * 100)
    assert found
    assert "codes" in found.detail


def test_the_place_is_that_of_the_bracket_too_many() -> None:
    found = refusal("ASK {\n" + "  (" * DEPTH)
    assert found
    assert found.more == {"line": 2, "column": 3 * DEPTH}
