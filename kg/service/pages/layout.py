"""What every page has: head, way back, foot; and how things are linked."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from kg.service.addresses import path_of
from kg.service.asking import Answer
from kg.service.markup import Child, Html, tag
from kg.service.things import Named


def page(
    title: str, *body: Child, status: HTTPStatus = HTTPStatus.OK, headers: Mapping[str, str] | None = None
) -> Answer:
    """A whole page.

    :param title: of the window; the heading is the first of ``body``.
    """
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title if title == "trialgraph" else f"{title} · trialgraph"),
        tag("link", rel="stylesheet", href="/style.css"),
    )
    top = tag("header", tag("a", "trialgraph", href="/", class_="home"), tag("span", "clinical trials as a graph"))
    whole = tag("html", head, tag("body", top, tag("main", *body)), lang="en")
    # A lone surrogate in what was asked for is the one thing that UTF-8 has no bytes for.
    whole_page = f"<!doctype html>\n{whole}\n".encode(errors="replace")
    return Answer(whole_page, "text/html", status, headers or {})


def link(named: Named) -> Html:
    """A thing as a link to its page, an address elsewhere as a link there, a value as it is.

    Text of several lines keeps them.
    """
    if named.iri is None:
        return tag("span", named.text, class_="text")
    if named.here:
        return tag("a", named.text, href=path_of(named.iri))
    if named.iri.startswith(("http://", "https://")):
        return tag("a", named.text, href=named.iri, rel="external noreferrer", class_="elsewhere")
    return tag("span", named.iri, class_="text")


def number(value: int) -> str:
    """A count with its thousands apart."""
    return f"{value:,}".replace(",", "\u202f")


def counted(value: int, one: str, several: str | None = None) -> str:
    """A count with its noun.

    >>> counted(1, "trial"), counted(0, "query", "queries")
    ('1 trial', '0 queries')
    """
    return f"{number(value)} {one if value == 1 else several or one + 's'}"
