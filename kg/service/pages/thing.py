"""The page of a thing: what is said of it, what points to it, and of each statement who says so."""

from __future__ import annotations

from urllib.parse import urlencode

from kg.service.addresses import document_of, path_of
from kg.service.asking import Answer
from kg.service.markup import Html, tag
from kg.service.pages.layout import link, number, page
from kg.service.things import MOST_COUNTED, Entry, Graph, Ground, Named, Row, Thing

# A text longer than this is folded to its beginning, so that what is short stays in sight.
LONG, BEGINNING = 700, 280
# No text that people read is longer; what is gets cut on the page, and is whole in the other documents.
LONGEST = 200_000
FORMATS = {
    "ttl": "Turtle",
    "nt": "N-Triples",
    "jsonld": "JSON-LD",
    "rdf": "RDF/XML",
    "trig": "TriG, with sources",
}
_BASIS = {
    "stated": "stated in these words",
    "derived": "derived from the document",
    "inferred": "inferred with outside knowledge",
}


def thing_page(thing: Thing) -> Answer:
    """The page with the first values of everything."""
    return page(
        thing.name,
        _head(thing),
        [tag("p", sentence, class_="aside") for sentence in thing.unseen],
        _section("What is said of it", thing, thing.rows, incoming=False),
        _section("What points to it", thing, thing.incoming, incoming=True),
        _graph(thing.iri, thing.graph) if thing.graph else None,
        _same_as_sparql(thing.iri),
    )


def list_page(thing: Thing, row: Row, *, incoming: bool) -> Answer:
    """The page of one property, from one value on.

    :param thing: its name is enough.
    """
    first, last = row.start + 1, row.start + len(row.entries)
    title = f"“{row.property.text}” of" if incoming else row.property.text
    return page(
        f"{row.property.text}: {thing.name}",
        tag("p", tag("a", thing.name, href=path_of(thing.iri)), class_="aside"),
        tag("h1", title),
        tag("p", f"{number(first)} to {number(last)} of {_many(row.total)}", class_="aside") if row.entries else None,
        tag("ul", [tag("li", _entry(entry, None)) for entry in row.entries], class_="values long"),
        _onward(thing.iri, row, incoming=incoming),
    )


def _head(thing: Thing) -> Html:
    kinds = [[", " if place else None, link(kind)] for place, kind in enumerate(thing.kinds)]
    others = [
        [" · " if place else None, tag("a", title, href=document_of(thing.iri, ending))]
        for place, (ending, title) in enumerate(FORMATS.items())
    ]
    return tag(
        "div",
        tag("p", kinds, class_="kind") if kinds else None,
        tag("h1", thing.name),
        tag("p", tag("code", thing.iri), class_="aside"),
        # Documents hold statements about it and those that point to it.
        tag("p", others, class_="aside")
        if thing.rows or thing.incoming
        else tag("p", "It names a property or a graph; no statement is about it or points to it.", class_="aside"),
        class_="head",
    )


def _section(title: str, thing: Thing, rows: tuple[Row, ...], *, incoming: bool) -> Html | None:
    if not rows:
        return None
    usual = None if incoming else thing.usual_source
    parts = [
        [
            tag("dt", ["“", link(row.property), "” of"] if incoming else link(row.property)),
            tag(
                "dd",
                tag("ul", [tag("li", _entry(entry, usual)) for entry in row.entries], class_="values"),
                _onward(thing.iri, row, incoming=incoming),
            ),
        ]
        for row in rows
    ]
    told = tag("p", "In ", link(usual), ", where nothing else is told.", class_="aside") if usual else None
    return tag("section", tag("h2", title), told, tag("dl", parts, class_="said"))


def _onward(iri: str, row: Row, *, incoming: bool) -> Html | None:
    shown = row.start + len(row.entries)
    if not row.entries or (row.total is not None and shown >= row.total):
        return None
    where = {"pointing": row.property.iri} if incoming else {"list": row.property.iri}
    base = path_of(iri)
    address = base + ("&" if "?" in base else "?") + urlencode({**where, "from": shown})
    return tag("p", tag("a", f"{number(shown)} of {_many(row.total)} shown, go on", href=address), class_="aside")


def _many(count: int | None) -> str:
    return f"more than {number(MOST_COUNTED)}" if count is None else number(count)


def _entry(entry: Entry, usual: Named | None) -> list[Html | None]:
    text = entry.value.text
    shown = _folded(text) if entry.value.iri is None and len(text) > LONG else link(entry.value)
    if entry.basis != "stated":
        shown = tag("span", shown, class_=entry.basis)
    return [shown, _who(entry, usual)]


def _folded(text: str) -> Html:
    """A long text, closed: its beginning and how much there is."""
    beginning = text[:BEGINNING].rsplit(" ", 1)[0] + "…"
    more = tag("span", f"all {number(len(text))} characters", class_="more")
    return tag(
        "details",
        tag("summary", tag("span", beginning, class_="text"), " ", more),
        tag("div", text[:LONGEST], class_="text"),
        tag("p", f"The first {number(LONGEST)} characters are shown.", class_="aside") if len(text) > LONGEST else None,
        class_="long",
    )


def _who(entry: Entry, usual: Named | None) -> Html | None:
    """Who says so, closed; nothing where that is the usual source and it is not quoted."""
    if not entry.grounds and (not entry.sources or entry.sources == (usual,)):
        return None
    quoted = {ground.document.iri for ground in entry.grounds if ground.document}
    silent = [source for source in entry.sources if source.iri not in quoted]
    others = [[", " if place else None, link(one)] for place, one in enumerate(silent)]
    return tag(
        "details",
        tag("summary", "who says so"),
        [_ground(ground) for ground in entry.grounds],
        tag("p", "In ", others) if silent else None,
        tag("p", "And there is more that says so.") if entry.more else None,
        class_="why",
    )


def _ground(ground: Ground) -> Html:
    quote = None
    if ground.quote:
        before, after = (f"…{ground.before} " if ground.before else ""), (f" {ground.after}…" if ground.after else "")
        quote = tag("blockquote", before, tag("mark", _middle_left_out(ground.quote)), after)
    facts = [_BASIS.get(ground.basis, ground.basis)]
    if ground.rule:
        facts.append(f"rule {ground.rule}")
    if ground.confidence:
        facts.append(f"confidence {ground.confidence}")
    return tag(
        "div",
        quote,
        tag(
            "p", link(ground.document) if ground.document else None, " · " if ground.document else "", ", ".join(facts)
        ),
    )


def _middle_left_out(quote: str) -> str:
    if len(quote) <= LONG:
        return quote
    return f"{quote[:BEGINNING].rsplit(' ', 1)[0]} […] {quote[-BEGINNING // 2 :].split(' ', 1)[-1]}"


def _graph(iri: str, graph: Graph) -> Html:
    kinds = [tag("li", link(kind), " ", number(count)) for kind, count in graph.kinds]
    address = "/gsp?" + urlencode({"graph": iri})
    return tag(
        "section",
        tag("h2", "The graph of this name"),
        tag("p", tag("a", f"{_many(graph.total)} statements", href=address), " stand in it."),
        tag("p", "Things that it names the kind of:", class_="aside") if kinds else None,
        tag("ul", kinds, class_="values") if kinds else None,
    )


def _same_as_sparql(iri: str) -> Html:
    query = f"SELECT ?property ?value WHERE {{ <{iri}> ?property ?value }} ORDER BY ?property ?value"
    return tag(
        "section",
        tag("h2", "The same as SPARQL"),
        tag("pre", query),
        tag("p", tag("a", "Answer as JSON", href="/sparql?" + urlencode({"query": query})), class_="aside"),
    )
