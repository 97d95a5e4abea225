"""The first page: what this graph is, and what it can be asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from kg.model.slots import CLASSES
from kg.query.catalogue import CannedQuery
from kg.service.asking import Answer
from kg.service.markup import Html, tag
from kg.service.pages.layout import counted, number, page

SIX = {
    "Trial": ("trial", "trials"),
    "Publication": ("publication", "publications"),
    "Mechanism": ("mechanism", "mechanisms"),
    "Drug": ("drug", "drugs"),
    "Organisation": ("organisation", "organisations"),
    "Person": ("person", "people"),
}
# What most come for stands first; topics that are not named here follow as they come.
FIRST = ("trials", "mechanisms", "interventions", "outcomes", "publications")


def start(manifest: Mapping[str, Any], queries: Iterable[CannedQuery]) -> Answer:
    """The page.

    :param manifest: of the snapshot.
    :param queries: in order of topic.
    """
    return page(
        "trialgraph",
        tag("h1", "What is being tested, by whom, and who says so"),
        tag(
            "p",
            "A graph of clinical trials, read from documents. Each statement can be followed to the document that ",
            "makes it and to the words it rests on.",
            class_="lead",
        ),
        _search(),
        _numbers(manifest),
        tag("h2", "Questions"),
        [_topic(topic, group) for topic, group in groupby(sorted(queries, key=_place), key=lambda one: one.topic)],
        tag("h2", "For programs"),
        tag(
            "p",
            "SPARQL 1.1 queries are answered at ",
            tag("a", tag("code", "/sparql"), href="/sparql?query=" + _COUNT),
            ", by GET and POST. Each thing has its statements beside its page: add ",
            tag("code", ".ttl"),
            ", ",
            tag("code", ".nt"),
            " or ",
            tag("code", ".jsonld"),
            " to its address.",
        ),
    )


_COUNT = "SELECT%20(COUNT(*)%20AS%20%3Fstatements)%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D"


def _numbers(manifest: Mapping[str, Any]) -> Html:
    by_class = manifest["quads"]["by_class"]
    counts = [(by_class.get(CLASSES[name], 0), words) for name, words in SIX.items()]
    shown = [(number(count), one if count == 1 else several) for count, (one, several) in counts]
    documents = counted(manifest["documents"]["total"], "document")
    statements = counted(manifest["quads"]["default"], "statement")
    published = str(manifest.get("published", ""))[:10]
    return tag(
        "section",
        tag("dl", [tag("div", tag("dd", figure), tag("dt", words)) for figure, words in shown], class_="figures"),
        tag("p", f"{statements} from {documents}" + (f", published {published}" if published else ""), class_="aside"),
    )


def _place(query: CannedQuery) -> int:
    return FIRST.index(query.topic) if query.topic in FIRST else len(FIRST)


def _search() -> Html:
    return tag(
        "form",
        tag("label", "A drug, mechanism, trial, person or place of work", for_="name"),
        tag(
            "div",
            tag("input", type="search", id="name", name="name", required=True),
            tag("button", "Look up"),
            class_="row",
        ),
        action="/query/things_called",
        method="get",
        role="search",
    )


def _topic(topic: str, queries: Iterable[CannedQuery]) -> Html:
    items = [tag("li", tag("a", query.summary, href=f"/query/{query.name}")) for query in queries]
    return tag("section", tag("h3", topic.replace("_", " ")), tag("ul", items), class_="topic")
