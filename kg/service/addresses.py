"""IRIs of the graph and paths of this server: every thing under our namespace has its page at the same path here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote, urlencode

from kg.rdf.iris import BASE

# What may stand in a path as it is (RFC 3986); an IRI's own percent signs belong to it and stay.
_SAFE = "/%:@!$&'()*+,;=~-._"
_NOT_ASCII = re.compile("(?:%[89A-Fa-f][0-9A-Fa-f])+")


def path_of(iri: str) -> str:
    """Where the page of a thing is; a thing of others has one under ``/about``.

    >>> path_of("https://w3id.org/trialgraph/org/fuzhou-福州"), path_of("http://purl.obolibrary.org/obo/MONDO_1")
    ('/org/fuzhou-%E7%A6%8F%E5%B7%9E', '/about?iri=http%3A%2F%2Fpurl.obolibrary.org%2Fobo%2FMONDO_1')
    """
    if iri.startswith(BASE) and len(iri) > len(BASE):
        return "/" + quote(iri[len(BASE) :], safe=_SAFE)
    return "/about?" + urlencode({"iri": iri})


def iris_of(raw_path: str) -> Iterator[str]:
    """The IRIs that a path may stand for, the likeliest first.

    :param raw_path: as it was sent, percent signs and all.

    >>> list(iris_of("/drug/a%2Fb"))
    ['https://w3id.org/trialgraph/drug/a%2Fb']
    """
    rest = raw_path.removeprefix("/")
    # Letters of other scripts stand in IRIs as they are, and no browser sends them so.
    decoded = _NOT_ASCII.sub(lambda code: unquote(code[0], errors="strict"), rest) if _is_utf8(rest) else rest
    yield from (BASE + one for one in dict.fromkeys((decoded, rest, quote(decoded, safe=_SAFE))))


def _is_utf8(path: str) -> bool:
    try:
        unquote(path, errors="strict")
    except UnicodeDecodeError:
        return False
    return True
