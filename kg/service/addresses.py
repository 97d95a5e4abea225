"""IRIs of the graph and paths of this server: every thing under our namespace has its page at the same path here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_letters, digits
from urllib.parse import quote, unquote, urlencode

from kg.rdf.iris import BASE

# What may stand in a path as it is (RFC 3986); an IRI's own percent signs belong to it and stay.
_SAFE = "/%:@!$&'()*+,;=~-._"
_BARE = frozenset(ascii_letters + digits + _SAFE) - {"/", "%"}
_CODE = re.compile("%[2-7][0-9A-Fa-f]")
_NOT_ASCII = re.compile("(?:%[89A-Fa-f][0-9A-Fa-f])+")


def path_of(iri: str) -> str:
    """Where the page of a thing is; a thing of others has one under ``/about``.

    >>> path_of("https://w3id.org/trialgraph/org/fuzhou-福州"), path_of("http://purl.obolibrary.org/obo/MONDO_1")
    ('/org/fuzhou-%E7%A6%8F%E5%B7%9E', '/about?iri=http%3A%2F%2Fpurl.obolibrary.org%2Fobo%2FMONDO_1')
    """
    if iri.startswith(BASE) and _is_path(iri[len(BASE) :]):
        return "/" + quote(iri[len(BASE) :], safe=_SAFE)
    return "/about?" + urlencode({"iri": iri})


def _is_path(rest: str) -> bool:
    """Whether what follows our namespace comes back from a client as it is, without steps that are taken before."""
    return not ({"?", "#"} & set(rest) or {"", ".", ".."} & set(rest.split("/")))


def document_of(iri: str, ending: str, start: int = 0) -> str:
    """Where what is said of a thing is in one syntax.

    :param ending: such as ``ttl`` or ``html``.
    :param start: statements that come before the first of it.

    >>> document_of("https://w3id.org/trialgraph/drug/x", "ttl", 5000), document_of("urn:a", "nt")
    ('/drug/x.ttl?from=5000', '/about?iri=urn%3Aa&as=nt')
    """
    path = path_of(iri)
    fields = {"from": str(start)} if start else {}
    if "?" in path:
        return path + "&" + urlencode({"as": ending, **fields})
    return f"{path}.{ending}" + ("?" + urlencode(fields) if fields else "")


def iris_of(raw_path: str) -> Iterator[str]:
    """The IRIs that a path may stand for, the likeliest first.

    :param raw_path: as it was sent, percent signs and all.

    >>> list(iris_of("/drug/a%2Fb"))
    ['https://w3id.org/trialgraph/drug/a%2Fb']
    """
    rest = raw_path.removeprefix("/")
    # Letters of other scripts stand in IRIs as they are, and no browser sends them so.
    decoded = _NOT_ASCII.sub(lambda code: unquote(code[0], errors="strict"), rest) if _is_utf8(rest) else rest
    # Parentheses and the like need no code, and some clients send one all the same.
    plain = _CODE.sub(lambda code: bare if (bare := unquote(code[0])) in _BARE else code[0], decoded)
    yield from (BASE + one for one in dict.fromkeys((decoded, rest, plain, quote(decoded, safe=_SAFE))))


def _is_utf8(path: str) -> bool:
    try:
        unquote(path, errors="strict")
    except UnicodeDecodeError:
        return False
    return True
