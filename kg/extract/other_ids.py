"""Further numbers of a trial as registries print them: the number, who issued it in parentheses, which kind."""

from __future__ import annotations

import re

from kg.extract.words import Words

_ISSUED = re.compile(
    r"(?P<number>\S.*?)\s*\(\s*(?P<issuer>[^()]+(?:\([^()]*\)[^()]*)?)\s*\)"
    r"|(?P<label>[A-Za-z][\w ./-]{2,40}?):\s+(?P<after>\S+)"
)
_GRANT = re.compile(r"\bgrant|\bcontract|\bfunding", re.IGNORECASE)
_REGISTRY = re.compile(
    r"\bregistr|\beudract|\bctis\b|\bisrctn\b|\bwho\b|\beu ct\b|\bjapic|\bumin\b|\bchictr\b", re.IGNORECASE
)


def other_id(line: Words) -> tuple[Words, Words | None, str]:
    """Number, issuer and token of the enumeration IdentifierType.

    >>> number, issuer, kind = other_id(Words.at("2021-001234-56 (EudraCT Number)", 0, 31))
    >>> number.text, issuer.text, kind
    ('2021-001234-56', 'EudraCT Number', 'REGISTRY')
    >>> number, issuer, kind = other_id(Words.at("2024-500000-10-00 (EU Trial (CTIS) Number)", 0, 42))
    >>> number.text, issuer.text, kind
    ('2024-500000-10-00', 'EU Trial (CTIS) Number', 'REGISTRY')
    """
    match = _ISSUED.fullmatch(line.text)
    if not match:
        return line, None, "SECONDARY"
    number, issuer = ("number", "issuer") if match["number"] else ("after", "label")
    words = match[issuer]
    kind = "GRANT" if _GRANT.search(words) else "REGISTRY" if _REGISTRY.search(words) else "SECONDARY"
    return line.part(*match.span(number)), line.part(*match.span(issuer)).strip(), kind
