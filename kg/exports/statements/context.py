"""A JSON-LD context, read for writing: which term fits which value.

Algorithm it has to agree with: https://www.w3.org/TR/json-ld11-api/#context-processing-algorithms
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode

from kg.errors import QueryError
from kg.exports.statements.subjects import LANG_STRING, STRING, Term
from kg.model.predicates import RDF_TYPE
from kg.rdf.terms import XSD

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")


class Context:
    """Terms and prefixes of one context, and which of them an output has used.

    Of a definition only ``@id`` and ``@type`` count: contexts within a term say nothing of the plain values that we
    write. A prefix is what JSON-LD 1.1 lets be one: a plain definition that ends in a delimiter, or one that says so.
    """

    def __init__(self, definitions: dict[str, Json]) -> None:
        """Read a context.

        :param definitions: the value of ``@context``, an object.
        """
        self._given = definitions
        self._used: set[str] = set()
        self._prefixes: dict[str, str] = {}
        self._terms: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
        for key, value in sorted(definitions.items()):
            body = value if isinstance(value, dict) else {"@id": value}
            iri = self._expanded(str(body.get("@id", key)))
            if key.startswith("@") or iri.startswith("@"):
                continue
            if body.get("@prefix") is True or (isinstance(value, str) and iri[-1:] in tuple(":/?#[]@")):
                self._prefixes[key] = iri
            elif not body.keys() & {"@container", "@language", "@reverse", "@direction"}:
                kind = body.get("@type")
                self._terms[iri].append((key, self._expanded(kind) if isinstance(kind, str) else None))
        for iri, found in self._terms.items():
            found.sort(key=lambda one: (not _is_called(one[0], iri), one))
        self._namespace = re.compile("|".join(re.escape(iri) for iri in sorted(self._prefixes.values(), key=len)[::-1]))
        self._prefix_of = {iri: key for key, iri in self._prefixes.items()}

    def _expanded(self, name: str) -> str:
        prefix, colon, local = name.partition(":")
        if name.startswith("@") or (colon and local.startswith("//")):
            return name
        if not colon:
            return f"{self._given.get('@vocab', '')}{name}"
        value = self._given.get(prefix)
        space = value.get("@id") if isinstance(value, dict) else value
        return f"{space}{local}" if isinstance(space, str) else name

    def address(self, iri: str) -> str:
        """An IRI, with a prefix where one fits; the label of a blank node as it is.

        :raises QueryError: when the context takes the scheme of the IRI for a prefix.
        """
        if iri.startswith("_:"):
            return iri
        found = self._namespace.match(iri) if self._prefixes else None
        if found and not iri.startswith("//", found.end()):
            prefix = self._prefix_of[found[0]]
            self._used.add(prefix)
            return f"{prefix}:{iri[found.end() :]}"
        scheme, _, rest = iri.partition(":")
        if scheme in self._given and not rest.startswith("//"):
            raise QueryError(f"jsonld cannot write <{iri}>: its context has a prefix {scheme!r}")
        return iri

    def order(self, predicate: str) -> str:
        """What predicates are sorted by: the name they are written under."""
        return self._terms[predicate][0][0] if predicate in self._terms else predicate

    def written(self, predicate: str, value: Term) -> tuple[str, Json]:
        """Key and value of one statement in a node object."""
        if predicate == RDF_TYPE and not isinstance(value, Literal):
            return "@type", self._class(value.value if isinstance(value, NamedNode) else str(value))
        wanted, short = self._short(value)
        for key, kind in self._terms.get(predicate, ()):
            # Under @vocab a text may also be a token; an address never is one.
            fits = kind == wanted or (kind, wanted) == ("@vocab", "@id")
            if fits or (kind is None and not isinstance(short, str)):
                self._use(key)
                return key, short
        if predicate in self._terms:
            key = self._terms[predicate][0][0]
            self._use(key)
        else:
            key = self.address(predicate)
        return key, self._in_full(value)

    def _class(self, iri: str) -> str:
        if iri not in self._terms:
            return self.address(iri)
        key = self._terms[iri][0][0]
        self._use(key)
        return key

    def _short(self, value: Term) -> tuple[str | None, Json]:
        """The ``@type`` that a term must have for the value to stand bare, and the bare value."""
        if not isinstance(value, Literal):
            return "@id", self._object(value)
        datatype, lexical = value.datatype.value, value.value
        if datatype == STRING:
            return None, lexical
        if datatype == XSD + "integer" and _INTEGER.fullmatch(lexical) and lexical != "-0":
            return datatype, int(lexical)
        if datatype == XSD + "boolean" and lexical in ("true", "false"):
            return datatype, lexical == "true"
        return datatype, lexical

    def _object(self, value: NamedNode | BlankNode) -> str:
        return self.address(value.value) if isinstance(value, NamedNode) else str(value)

    def _in_full(self, value: Term) -> Json:
        if not isinstance(value, Literal):
            return {"@id": self._object(value)}
        if value.datatype.value == LANG_STRING:
            return {"@value": value.value, "@language": value.language}
        if value.datatype.value == STRING:
            return {"@value": value.value}
        return {"@value": value.value, "@type": self.address(value.datatype.value)}

    def _use(self, key: str) -> None:
        self._used.add(key)
        body = self._given[key]
        for name in body.values() if isinstance(body, dict) else (body,):
            if isinstance(name, str) and name.partition(":")[0] in self._given:
                self._used.add(name.partition(":")[0])

    def definitions(self, *, everything: bool) -> dict[str, Json]:
        """The context to write.

        :param everything: else only what was used so far.
        """
        keys = (
            {*self._prefixes, *(key for terms in self._terms.values() for key, _ in terms)}
            if everything
            else self._used
        )
        vocabulary = {"@vocab": self._given["@vocab"]} if "@vocab" in self._given else {}
        return {**vocabulary, **{key: _plain(self._given[key]) for key in sorted(keys)}}


def _is_called(key: str, iri: str) -> bool:
    """Whether a term is the local name of its IRI in other letters: ``same_as`` of ``sameAs``."""
    return re.split("[/#:]", iri)[-1].lower() == key.replace("_", "").lower()


def _plain(definition: Json) -> Json:
    if not isinstance(definition, dict):
        return definition
    return {key: value for key, value in definition.items() if key in ("@id", "@type", "@prefix")}
