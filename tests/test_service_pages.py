"""Pages: no text becomes markup, every statement has its source, every question has its form."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from urllib.parse import urlencode

import httpx
import pytest

from kg.model import predicates as p
from kg.query.catalogue import CannedQuery, catalogue
from kg.rdf.iris import under
from kg.service.markup import Html, tag
from kg.service.things import LISTED, SHOWN
from tests.web_server import (
    ATTACK,
    MANY,
    ORG,
    Page,
    R,
    Server,
    T,
    path,
    problem,
    seen,
    serving,
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory) as running:
        yield running


@pytest.fixture(scope="module")
def web(server: Server) -> Iterator[httpx.Client]:
    with server.client() as client:
        yield client


ADDRESSES = [
    "/",
    path(T),
    path(R),
    path(ORG),
    path(MANY),
    f"{path(T)}?" + urlencode({"list": p.ARM}),
    "/trial/NCT9",
    "/query/things_called?" + urlencode({"name": ATTACK}),
    "/query/trials_by_mechanism?" + urlencode({"mechanism": ATTACK}),
    "/query/trials_by_mechanism?" + urlencode({ATTACK: ATTACK}),
    "/about?" + urlencode({"iri": p.LABEL}),
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_text_becomes_markup_and_nothing_comes_from_elsewhere(web: httpx.Client, address: str) -> None:
    answer = web.get(address, headers={"Accept": "text/html"})
    page = Page(answer.text)
    assert not {"script", "img", "style", "iframe", "b"} & set(page.tags)
    assert not {name for name in page.attributes if name.startswith("on") or name == "style"}
    assert not [link for link in page.links if link.lower().startswith("javascript")]
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_hostile_label_is_shown_as_it_is(web: httpx.Client) -> None:
    assert ATTACK in seen(web, path(T)).text


def test_text_given_to_a_tag_is_escaped_unless_it_is_markup() -> None:
    assert tag("p", "<i>", Html("<i>"), ["&", 1, None], title='"<') == '<p title="&quot;&lt;">&lt;i&gt;<i>&amp;1</p>'


def test_the_first_page_says_what_there_is_and_links_every_question(web: httpx.Client) -> None:
    page = seen(web, "/")
    assert re.search("1trial[0-9]", page.text)
    assert "from 1 document" in page.text
    assert {f"/query/{name}" for name in catalogue()} <= set(page.links)


def test_every_link_of_the_first_page_and_of_a_thing_leads_somewhere(web: httpx.Client) -> None:
    # The last one is only ever a property, of which no document tells.
    for address in ("/", path(T), path(MANY), "/about?" + urlencode({"iri": "http://schema.org/domainIncludes"})):
        for link in {link for link in seen(web, address).links if link.startswith("/")}:
            assert web.get(link, headers={"Accept": "text/html, */*;q=0.5"}).status_code == 200, link


def test_a_thing_is_told_in_words(web: httpx.Client) -> None:
    text = seen(web, path(T)).text
    for words in ("Trial", "phase", "Phase 1", "2019-07", "First line.\nSecond line & more.", "A <b>bold</b> title"):
        assert words in text


def test_a_long_text_is_folded_and_whole(web: httpx.Client) -> None:
    answer = web.get(path(T), headers={"Accept": "text/html"}).text
    assert re.search(
        r"<summary><span class=\"text\">It begins so[^<]{200,300}…</span> <span[^>]*>all 1\u202f325 char", answer
    )
    assert "A long text. It ends so.</div>" in answer


def test_the_source_of_most_is_told_once(web: httpx.Client) -> None:
    answer = web.get(path(T), headers={"Accept": "text/html"}).text
    assert f'In <a href="{path(R)}">Record of one</a>, where nothing else is told.' in answer
    assert answer.count("who says so") == 2


def test_a_statement_of_a_rule_set_is_marked_as_inferred(web: httpx.Client) -> None:
    answer = web.get(path(T), headers={"Accept": "text/html"}).text
    assert f'<span class="inferred"><a href="{path(MANY)}">Given everywhere</a></span>' in answer
    assert answer.count('class="inferred"') == 1


def test_who_says_so_is_told_with_the_words_it_rests_on(web: httpx.Client) -> None:
    answer = web.get(path(T), headers={"Accept": "text/html"}).text
    assert "…we enrolled <mark>42 &lt;participants&gt;</mark> in all…" in answer
    assert f'<a href="{path(R)}">Record of one</a> · stated in these words' in answer
    assert "inferred with outside knowledge, rule names, confidence 0.9" in answer


def test_what_points_to_a_thing_is_listed(web: httpx.Client) -> None:
    page = seen(web, path(ORG))
    assert "<Sponsor>" in page.text
    assert path(under(R, "sponsor", 1)) in page.links


def test_a_long_list_goes_on_and_ends(web: httpx.Client) -> None:
    arms = {path(under(R, "arm", n)) for n in range(1, LISTED + SHOWN + 6)}
    page = seen(web, path(T))
    found = arms & set(page.links)
    assert len(found) == SHOWN
    while onward := [link for link in page.links if "list=" in link]:
        assert len(onward) == 1
        page = seen(web, onward[0])
        assert not found & set(page.links)
        found |= arms & set(page.links)
    assert found == arms


def test_a_long_list_of_what_points_to_a_thing_goes_on_and_ends(web: httpx.Client) -> None:
    arms = {path(under(R, "arm", n)) for n in range(1, LISTED + SHOWN + 6)}
    page = seen(web, path(MANY))
    found = arms & set(page.links)
    while onward := [link for link in page.links if "pointing=" in link]:
        page = seen(web, onward[0])
        found |= arms & set(page.links)
    assert found == arms


@pytest.mark.parametrize("number", ["-1", "x", "99999999999999999999", "5000"])
def test_a_list_from_a_place_that_is_none_is_a_page_too(web: httpx.Client, number: str) -> None:
    seen(web, f"{path(T)}?" + urlencode({"list": p.ARM, "from": number}))


def test_the_style_is_served_and_says_what_it_is(web: httpx.Client) -> None:
    answer = web.get("/style.css")
    assert answer.headers["content-type"].startswith("text/css")
    assert "prefers-color-scheme: dark" in answer.text
    assert not re.search(r"url\(|@import", answer.text)


@pytest.mark.parametrize("query", catalogue().values(), ids=lambda query: query.name)
def test_each_question_has_a_form_that_loads_and_answers_its_example(web: httpx.Client, query: CannedQuery) -> None:
    page = seen(web, f"/query/{query.name}")
    assert query.summary in page.text
    assert "SELECT" in page.text
    for parameter in query.parameters:
        assert parameter.description in page.text
    for ending in ("csv", "tsv", "json"):
        (link,) = [link for link in page.links if link.startswith(f"/query/{query.name}.{ending}")]
        answer = web.get(link)
        assert answer.status_code == 200, answer.text
    header = next(csv.reader(io.StringIO(web.get(f"/query/{query.name}.csv").text)))
    assert header == [column.name for column in query.columns]


def test_an_answer_is_a_table_with_links_to_pages(web: httpx.Client) -> None:
    page = seen(web, "/query/trials_by_drug?" + urlencode({"drug": "given everywhere"}))
    assert {"table", "th", "td"} <= set(page.tags)
    assert {path(T), path(MANY)} <= set(page.links)
    assert ATTACK in page.text


def test_a_thing_and_its_label_are_one_column_of_a_page_and_two_of_a_file(web: httpx.Client) -> None:
    page = web.get("/query/things_called?name=given+everywhere", headers={"Accept": "text/html"})
    assert f'<a href="{path(MANY)}">Given everywhere</a>' in page.text
    assert ">label</th>" not in page.text
    assert web.get("/query/things_called.csv?name=given+everywhere").text.startswith("kind,thing,called,label\r\n")


def test_a_thing_of_no_one_kind_is_told_by_its_name(web: httpx.Client) -> None:
    answer = web.get("/query/who_says_so", params={"subject": T}, headers={"Accept": "text/html"}).text
    assert f'<a href="{path(R)}">Record of one</a>' in answer
    assert ">Phase 1</a>" in answer


def test_an_answer_without_rows_says_so(web: httpx.Client) -> None:
    assert "Nothing in this graph fits" in seen(web, "/query/things_called?name=zzzzzzzz").text


def test_an_argument_that_names_nothing_is_answered_beside_its_field_with_the_nearest_names(web: httpx.Client) -> None:
    answer = web.get(
        "/query/trials_by_mechanism", params={"mechanism": "IAP antagonst"}, headers={"Accept": "text/html"}
    )
    assert answer.status_code == 400
    error = re.search(r'<p class="error" id="mechanism-error" role="alert">(.*?)</p>', answer.text)
    assert error
    assert "no mechanism is called 'IAP antagonst'; nearest: " in error[1].replace("&#x27;", "'")
    assert "\nIAP antagonst</textarea>" in answer.text
    assert "trials_by_mechanism:" not in error[1]


def test_every_wrong_argument_is_told_at_once(web: httpx.Client) -> None:
    page = web.get(
        "/query/trials_by_target", params={"target": "nonsense-x", "other": "1"}, headers={"Accept": "text/html"}
    )
    assert "target-error" in page.text
    assert "not &#x27;other&#x27;" in page.text or "not 'other'" in page.text


def test_a_missing_argument_is_told_beside_its_field(web: httpx.Client) -> None:
    page = web.get("/query/trials_by_mechanism", params={"mechanism": ""}, headers={"Accept": "text/html"})
    assert page.status_code == 400
    assert "mechanism is missing" in page.text


def test_several_values_may_be_given_a_line_each_or_a_field_each(web: httpx.Client) -> None:
    lines = web.get("/query/things_called.csv", params={"name": "venetoclax\r\nazacitidine\n\n"})
    several = web.get("/query/things_called.csv", params={"name": ["venetoclax", "azacitidine"]})
    assert lines.text == several.text
    assert "azacitidine" in lines.text.lower()


def test_a_file_with_wrong_arguments_is_a_problem_and_no_file(web: httpx.Client) -> None:
    problem(
        web.get("/query/trials_by_mechanism.csv", params={"mechanism": "nonsense-x"}), 400, "no mechanism is called"
    )


def test_an_unknown_question_is_answered_with_the_known_ones(web: httpx.Client) -> None:
    problem(web.get("/query/nonsense"), 404, "known are .*trials_by_mechanism")
