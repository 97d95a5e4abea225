"""Headings of eligibility criteria in French, Spanish, Portuguese, Italian, German and Dutch.

Sponsors write the criteria of a registry's record in their own language now and then. A heading stands on a line of its
own, or before a colon.
"""

from __future__ import annotations

import re

from kg.extract.words import Words

_IN = r"inclusion|inclusi[oó]n|inclus[aã]o|inclusione"
_OUT = r"non[- ]?inclusion|exclusion|exclusi[oó]n|exclus[aã]o|esclusione"
# French writes a blank before a colon and any of two apostrophes.
_NAMED = (
    rf"crit[eéè]ri?(?:es?|os?|i)\s+(?:\w+\s+)?(?:d['’]\s?|de\s+|di\s+)(?P<romance>{_OUT}|{_IN})"
    r"|(?P<german>ein|aus)schlu(?:ss|ß)kriterien|(?P<dutch>in|ex)clusiecriteria"
)
_HEADING = re.compile(
    rf"(?:\W|\d{{1,2}}[.)])*(?:\w+\s+)??(?:{_NAMED})\b(?P<after>[^:\uff1a]*)(?:[:\uff1a]\s*(?P<inline>.*))?",
    re.IGNORECASE,
)
_CUE = re.compile(r"crit[eéè]r|criteri|schlu(?:ss|ß)kriterien", re.IGNORECASE)
# What may stand behind the name: nothing, words in brackets, or, before a colon that ends the line, whom they are for.
_AFTER = re.compile(r"[\s.*_]*(?:\([^()]*\)[\s.*_]*)?")
_WHOM = re.compile(r"(?:\s+[\w'’/&-]+){1,6}\s*")
_BOTH = re.compile(r"clusi|clus[aã]o|schlu(?:ss|ß)", re.IGNORECASE)
_EXCLUDES = re.compile(r"non|e[xs]clu|aus|ex\Z", re.IGNORECASE)
# Longer lines are none.
_LONGEST = 100


def heading_abroad(words: Words) -> tuple[str, Words | None] | None:
    """Polarity of a heading, empty for one of both, and what stands on its line; None for other lines.

    >>> def polarity(text):
    ...     found = heading_abroad(Words.at(text, 0, len(text)))
    ...     return found and found[0]
    >>> [polarity(text) for text in ("Critères de non-inclusion :", "Einschlusskriterien", "Criterios de edad:")]
    ['EXCLUSION', 'INCLUSION', None]
    """
    text = words.text
    if not _CUE.search(text, 0, _LONGEST):
        return None
    found = _HEADING.match(text)
    if not found or found.end() != len(text) or found.start("after") > _LONGEST:
        return None
    after, inline = found["after"], (found["inline"] or "").strip(" *_")
    rest = words.part(*found.span("inline")).strip(" *_") if inline else None
    if _BOTH.search(after):
        return "", rest
    if not _AFTER.fullmatch(after) and (inline or found["inline"] is None or not _WHOM.fullmatch(after)):
        return None
    name = found["romance"] or found["german"] or found["dutch"]
    return ("EXCLUSION" if _EXCLUDES.match(name) else "INCLUSION"), rest
