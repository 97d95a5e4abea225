"""The first page: what this graph is, and what it can be asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from kg.model.slots import CLASSES
from kg.query.catalogue import CannedQuery
from kg.service.asking import Answer
from kg.service.markup import Child, Html, tag
from kg.service.pages.layout import counted, number, page
from kg.service.pages.thing import FORMATS

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


def start(manifest: Mapping[str, Any], queries: Iterable[CannedQuery], graphs: Mapping[str, str]) -> Answer:
    """The page.

    :param manifest: of the snapshot.
    :param queries: in order of topic.
    :param graphs: names in words of graphs that there are, by IRI.
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
        _programs(graphs),
    )


def _programs(graphs: Mapping[str, str]) -> Html:
    endings = [[", " if place else None, tag("code", f".{one}")] for place, one in enumerate(FORMATS)]
    named = [
        [", such as " if not place else " and ", tag("a", words, href="/gsp?" + urlencode({"graph": iri}))]
        for place, (iri, words) in enumerate(graphs.items())
    ]
    parts: list[list[Child]] = [
        [
            "SPARQL 1.1 queries are answered at ",
            tag("a", tag("code", "/sparql"), href="/sparql?" + urlencode({"query": _COUNT})),
            ", by GET and POST; without a query it ",
            tag("a", "describes itself", href="/sparql"),
            ".",
        ],
        [
            "What is in the graph is counted in ",
            tag("a", tag("code", "/.well-known/void"), href="/.well-known/void"),
            ", and the questions above are SPARQL in ",
            tag("a", tag("code", "/.well-known/sparql-examples"), href="/.well-known/sparql-examples"),
            ".",
        ],
        [
            "Each thing has its statements at its own address: say which syntax with ",
            tag("code", "Accept"),
            ", or add ",
            endings,
            ". Where there are too many for one answer, its ",
            tag("code", "Link"),
            " leads on to the next.",
        ],
        [
            "A graph is read whole at ",
            tag("code", "/gsp?graph=IRI"),
            named,
            "; everything at ",
            tag("code", "/gsp?default"),
            ", if it can be sent in the time that one answer may take. An answer that is cut off never looks complete.",
        ],
    ]
    return tag("ul", [tag("li", part) for part in parts], class_="values")


_COUNT = "SELECT (COUNT(*) AS ?statements) { ?s ?p ?o }"


def _numbers(manifest: Mapping[str, Any]) -> Html:
    """What was counted; of a graph that is written by hand that may be nothing."""
    quads = manifest["quads"]
    by_class = quads.get("by_class", {})
    counts = [(by_class.get(CLASSES[name], 0), words) for name, words in SIX.items()]
    shown = [(number(count), one if count == 1 else several) for count, (one, several) in counts]
    figures = [tag("div", tag("dd", figure), tag("dt", words)) for figure, words in shown]
    total = quads.get("default")
    told = [counted(total, "statement")] if total is not None else []
    if manifest["documents"]["total"]:
        told.append("from " + counted(manifest["documents"]["total"], "document"))
    published = str(manifest.get("published", ""))[:10]
    return tag(
        "section",
        tag("dl", figures, class_="figures") if by_class else None,
        tag("p", " ".join(told), ", " if told and published else "", f"published {published}", class_="aside"),
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
