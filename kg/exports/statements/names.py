r"""Short names of IRIs: prefixed where that needs no escape, else relative to our base, else in full.

Turtle would let ``record:ctgov\/NCT1`` stand for an IRI with a slash, but nobody reads that; ``<record/ctgov/NCT1>``
says the same. Grammar: https://www.w3.org/TR/turtle/#sec-grammar-grammar
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.rdf.iris import BASE
from kg.rdf.prefixes import PREFIXES

# PN_CHARS_U of the grammar; \w is not the same, it holds superscripts and other digits that the grammar does not.
_LETTER = (
    "A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_INNER = f"{_LETTER}0-9\u00b7\u0300-\u036f\u203f-\u2040-"
# PN_LOCAL without its backslash escapes, and without a colon, which some readers take for the end of the prefix.
LOCAL = re.compile(
    f"(?:[{_LETTER}0-9]|%[0-9A-Fa-f]{{2}})(?:(?:[{_INNER}.]|%[0-9A-Fa-f]{{2}})*(?:[{_INNER}]|%[0-9A-Fa-f]{{2}}))?"
)
# A path below the base that no reader can take for a scheme, a query or a step up.
_RELATIVE = re.compile(rf"[a-z]+(?:/(?!\.{{1,2}}(?:/|\Z))[{_INNER}.~()%,;=@!$&'*+]+)+")
_NAMESPACE = re.compile("|".join(re.escape(iri) for iri in sorted(PREFIXES.values(), key=len, reverse=True)))
_PREFIX = {iri: prefix for prefix, iri in PREFIXES.items()}


# Predicates, classes and tokens of enumerations stand in every block.
@lru_cache(maxsize=4096)
def prefixed(iri: str) -> tuple[str, str] | None:
    """Prefix and local name of an IRI in one of our namespaces, the longest that fits; None where there is none.

    >>> prefixed("https://w3id.org/trialgraph/schema/phase"), prefixed("https://w3id.org/trialgraph/record/pubmed/1")
    (('tg', 'phase'), None)
    """
    found = _NAMESPACE.match(iri)
    if not found:
        return None
    local = iri[found.end() :]
    return (_PREFIX[found[0]], local) if LOCAL.fullmatch(local) else None


class Names:
    r"""Short names for one output, which remembers what they need declared."""

    def __init__(self) -> None:
        self._declared: set[str] = set()
        self._fresh: set[str] = set()

    def name(self, iri: str) -> str:
        """An IRI as Turtle writes it; the label of a blank node as it is."""
        if iri.startswith("_:"):
            return iri
        short = prefixed(iri)
        if short:
            self._need(short[0])
            return ":".join(short)
        if iri.startswith(BASE) and _RELATIVE.fullmatch(iri, len(BASE)):
            self._need("")
            return f"<{iri[len(BASE) :]}>"
        return f"<{iri}>"

    def _need(self, prefix: str) -> None:
        if prefix not in self._declared:
            self._fresh.add(prefix)

    def declarations(self) -> list[str]:
        """Turtle directives for the names that were used since this was last asked, the base first."""
        fresh = sorted(self._fresh)
        self._declared |= self._fresh
        self._fresh = set()
        return [f"@prefix {prefix}: <{PREFIXES[prefix]}> ." if prefix else f"@base <{BASE}> ." for prefix in fresh]
