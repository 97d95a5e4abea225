"""RDF syntaxes as the web names them: by the ending of an address and by media type."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from http import HTTPStatus

from kg import exports
from kg.service.negotiation import preferred
from kg.service.problems import Problem

HTML = "text/html"
# What we like best first.
_ORDER = ("ttl", "nt", "jsonld", "rdfxml", "trig", "nq")
# For clients that know no better types.
_PLAIN = {"application/json": "jsonld", "application/xml": "rdfxml", "text/xml": "rdfxml"}
# Where files of a syntax end otherwise than the output is called.
_ENDINGS = {"rdfxml": "rdf"}


def ending_of(name: str) -> str:
    """What addresses of an output end in.

    >>> ending_of("rdfxml"), ending_of("ttl")
    ('rdf', 'ttl')
    """
    return _ENDINGS.get(name, name)


@cache
def endings() -> Mapping[str, str]:
    """Names of outputs by the endings that ask for them; the name of an output is one too."""
    return {**{ending_of(name): name for name in _names()}, **{name: name for name in _names()}}


@cache
def types() -> Mapping[str, str]:
    """Media types by name of an output, the one we like best first."""
    return {name: exports.load(name).media_type for name in _names()}


@cache
def media_types() -> Mapping[str, str]:
    """Names of outputs by media type, the one we like best first; the plain ones of others stand at the end."""
    return {**{kind: name for name, kind in types().items()}, **_PLAIN}


def _names() -> list[str]:
    return sorted(exports.names(), key=lambda name: (_ORDER.index(name) if name in _ORDER else len(_ORDER), name))


def wanted(accept: str | None, what: str, *, page: bool = False) -> tuple[str, str]:
    """The output that an ``Accept`` header asks for, and the media type to call it by.

    :param what: is asked for, in words.
    :param page: whether there is a page too, which is then liked best and called ``html``.
    :raises Problem: when nothing that there is was asked for.
    """
    outputs = {**({HTML: "html"} if page else {}), **media_types()}
    media_type = preferred(accept, tuple(outputs))
    if media_type is None:
        raise Problem(
            HTTPStatus.NOT_ACCEPTABLE,
            f"asked for {accept}; {what} is given as {', '.join(outputs)}",
            headers={"Vary": "Accept"},
        )
    return outputs[media_type], media_type
