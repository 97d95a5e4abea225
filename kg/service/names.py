"""What things are called on a page: their label, else other words the graph has for them, else the end of their IRI."""

from __future__ import annotations

import re
from itertools import islice
from urllib.parse import unquote

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.exports.statements.names import prefixed
from kg.exports.statements.selection import Source
from kg.model import predicates as p
from kg.rdf.iris import BASE

# In this order; everything but the label is in place of one.
NAMING = (
    *(p.LABEL, p.TITLE, p.BRIEF_TITLE, p.TEXT, p.CITED_NAME, p.FILE_NAME, p.OBSERVED_VALUE),
    *(p.ID_VALUE, p.ACCESSION, p.EVENT_NAME, p.DOSE_TEXT),
)
LONGEST = 140
# Names of one thing that are looked at; a thing may have any number, and a page shows hundreds of things.
MOST = 100
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[-_]+")


class Names:
    """Names of things in one snapshot, each looked up once."""

    def __init__(self, snapshot: Source) -> None:
        self._snapshot = snapshot
        self._known: dict[str, str] = {}

    def of(self, iri: str) -> str:
        """The name of a thing, at most 140 characters."""
        if iri not in self._known:
            found = self.given(iri) or self._of_what_is_given(iri) or ends(iri)
            self._known[iri] = found if len(found) <= LONGEST else found[: LONGEST - 1].rstrip() + "…"
        return self._known[iri]

    def given(self, iri: str) -> str | None:
        """The whole name that the graph gives a thing; the first in order of letters of several."""
        for predicate in NAMING:
            found = [name for name in self._values(iri, predicate) if name.strip()]
            if found:
                return min(found)
        return None

    def _of_what_is_given(self, iri: str) -> str | None:
        """What an arm gives, as it gives it, is called like what that is."""
        quads = self._snapshot.quads(NamedNode(iri), NamedNode(p.OF_INTERVENTION), None, DefaultGraph())
        things = (quad.object.value for quad in quads if isinstance(quad.object, NamedNode))
        return min((name for thing in things if (name := self.given(thing))), default=None)

    def predicate(self, iri: str) -> str:
        """The name of a property: its label, else its local name as words."""
        if iri == p.RDF_TYPE:
            return "kind"
        label = min(self._values(iri, p.LABEL), default=None)
        return label or _HUMP.sub(" ", re.split("[/#]", iri)[-1]).lower()

    def _values(self, iri: str, predicate: str) -> list[str]:
        quads = self._snapshot.quads(NamedNode(iri), NamedNode(predicate), None, DefaultGraph())
        return [quad.object.value for quad in islice(quads, MOST) if isinstance(quad.object, Literal)]


def ends(iri: str) -> str:
    """The end of an IRI as words; an address elsewhere in its shortest form.

    >>> ends("https://w3id.org/trialgraph/record/ctgov/NCT1/arm/2"), ends("http://purl.obolibrary.org/obo/MONDO_1")
    ('arm 2 (NCT1)', 'MONDO:1')
    """
    if not iri.startswith(BASE):
        short = prefixed(iri)
        return ":".join(short) if short else iri
    kind, *rest = (unquote(part) for part in iri[len(BASE) :].split("/"))
    if kind == "record" and len(rest) > 2:
        return f"{' '.join(rest[2:])} ({rest[1]})"
    return " ".join(rest) or kind
